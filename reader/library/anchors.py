"""A stretch of a text, named so that it is found again when the text has changed around it.

What is kept is the exact words and a few words on both sides, as the W3C's Web Annotation model does (its
TextQuoteSelector), and where they stood. They are looked for as they are, then folded; of several places the one with
the most of the same surroundings is taken, then the nearest. What is not there any more is not guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reader.text.find import Query, Searchable, find
from reader.text.spans import Span

AROUND: Final = 48
"""Code points kept on either side."""
_MOST_PLACES: Final = 1000


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
    return best[1] if best else None


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
