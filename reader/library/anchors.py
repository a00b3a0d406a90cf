"""A stretch of a text, named so that it is found again when the text has changed around it.

What is kept is the exact words and a few words on both sides, as the W3C's Web Annotation model does (its
TextQuoteSelector), and where they stood. They are looked for as they are, then folded; of several places the one with
the most of the same surroundings is taken, then the nearest. Where they stand nowhere, a stretch is taken that has most
of them in their order. What is not there any more is not guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from typing import Final

from reader.text.find import Query, Searchable, find
from reader.text.fold import fold
from reader.text.spans import Span
from reader.text.words import word_spans

AROUND: Final = 48
"""Code points kept on either side."""
_MOST_PLACES: Final = 1000
_LEFT: Final = 0.7
"""Share of the words, and of those between the first and the last that are left, from which it is the same stretch."""
_FEWEST: Final = 5
"""Words that must be left."""
_LOOKED_THROUGH: Final = 500_000
"""Code points either side of where they stood in which changed words are looked for."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of a text, what stood before and after them, and where they began (code points)."""

    exact: str
    before: str = ""
    after: str = ""
    start: int = 0


def anchor(text: str, span: Span) -> Anchor:
    """The anchor of a span."""
    return Anchor(
        text[span.start : span.end],
        text[max(0, span.start - AROUND) : span.start],
        text[span.end : span.end + AROUND],
        span.start,
    )


def found_again(text: str, anchor: Anchor) -> Span | None:
    """Where the words stand in ``text`` now; ``None`` where they do not."""
    if not anchor.exact:
        return None
    if text.startswith(anchor.exact, anchor.start) and _agreement(text, _at(anchor), anchor) == _all(anchor):
        return _at(anchor)
    best: tuple[tuple[int, int], Span] | None = None
    for span in _places(text, anchor.exact):
        rank = (_agreement(text, span, anchor), -abs(span.start - anchor.start))
        if best is None or rank > best[0]:
            best = rank, span
    return best[1] if best else _changed(text, anchor)


def _changed(text: str, anchor: Anchor) -> Span | None:
    """From the first to the last of the words that are left; ``None`` where too few are left to tell."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    first = max(0, anchor.start - _LOOKED_THROUGH)
    there = fold(text[first : anchor.start + _LOOKED_THROUGH], case=True)
    exact = fold(anchor.exact, case=True).text
    wanted = [exact[span.start : span.end] for span in word_spans(exact)]
    near = partial_ratio_alignment(exact, there.text, score_cutoff=50) if len(wanted) >= _FEWEST else None
    if near is None:
        return None
    around = Span(max(0, near.dest_start - len(exact) // 2), near.dest_end + len(exact) // 2)
    placed = word_spans(there.text, [around])
    left = SequenceMatcher(None, wanted, [there.text[span.start : span.end] for span in placed], autojunk=False)
    blocks = _together([block for block in left.get_matching_blocks() if block.size])
    many = sum(block.size for block in blocks)
    if many < max(_FEWEST, _LEFT * len(wanted)):
        return None
    start, end = blocks[0].b, blocks[-1].b + blocks[-1].size
    if many < _LEFT * (end - start):
        return None
    span = there.original(placed[start].start, placed[end - 1].end)
    return Span(first + span.start, first + span.end)


def _together(blocks: list[Match]) -> list[Match]:
    """Without a few words at an end that only stand near: more lies between than lay there before."""

    def is_apart(end: Match, one: Match, other: Match) -> bool:
        return (other.b - one.b - one.size) - (other.a - one.a - one.size) > end.size

    while len(blocks) > 1 and is_apart(blocks[0], blocks[0], blocks[1]):
        blocks = blocks[1:]
    while len(blocks) > 1 and is_apart(blocks[-1], blocks[-2], blocks[-1]):
        blocks = blocks[:-1]
    return blocks


def _at(anchor: Anchor) -> Span:
    return Span(anchor.start, anchor.start + len(anchor.exact))


def _all(anchor: Anchor) -> int:
    return len(anchor.before) + len(anchor.after)


def _places(text: str, exact: str) -> Iterator[Span]:
    at = text.find(exact)
    if at < 0:
        yield from find(Searchable(text), Query(exact, case=False)).hits[:_MOST_PLACES]
        return
    for _ in range(_MOST_PLACES):
        yield Span(at, at + len(exact))
        at = text.find(exact, at + 1)
        if at < 0:
            return


def _agreement(text: str, span: Span, anchor: Anchor) -> int:
    """How many code points on both sides are the same, counted outwards."""
    before = text[max(0, span.start - AROUND) : span.start]
    after = text[span.end : span.end + AROUND]
    return _common(before[::-1], anchor.before[::-1]) + _common(after, anchor.after)


def _common(one: str, other: str) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count
