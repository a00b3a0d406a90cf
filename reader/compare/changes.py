"""How the wording of one place differs from another's: word-level edits that tile both, and whether anything
differs at all.

Words are compared as printed, case, accents and apostrophes apart; keys and stems have no say here. A
hyphenated word changes as a whole, and a common little word between two changes is drawn into them, so that a
change reads as one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.compare.alignment import Block, common_blocks
from reader.compare.comparison import Edit, EditOp
from reader.compare.rarity import weight
from reader.text.spans import Span
from reader.text.words import WORD, plain, word_key

_CURRENCIES = "$€£¥₹"
_PRINTED = re.compile(rf"[{_CURRENCIES}]?\d+(?:[.,]\d+)+|[{_CURRENCIES}]\d+|%|{WORD.pattern}")
_HYPHENS = frozenset("-‐‑­–")
_COMMON_WORD = 0.6
"""Weight under which a word is a common little one, no island of its own ("the", "of", "that")."""


class PrintedWord(NamedTuple):
    """A word as printed: its place, its plain letters, and the number of the hyphenated word that it is in."""

    start: int
    end: int
    letters: str
    compound: int


class _Segment(NamedTuple):
    """A stretch of words on both sides, half-open ranges: equal, or changed."""

    equal: bool
    a: int
    a_end: int
    b: int
    b_end: int


def printed_words(text: str, span: Span) -> list[PrintedWord]:
    """The words of a span as a reader compares them: "$3.5" is one, "large-scale" is two of one compound."""
    out: list[PrintedWord] = []
    compound = 0
    for match in _PRINTED.finditer(text, span.start, span.end):
        start, end = match.span()
        if not (out and start - out[-1].end == 1 and text[start - 1] in _HYPHENS and text[start - 1] != "–"):
            compound += 1
        out.append(PrintedWord(start, end, _letters(match.group()), compound))
    return out


def _letters(word: str) -> str:
    if word == "%":
        return "percent"
    bare = plain(word)
    if bare[0].isdigit() or bare[0] in _CURRENCIES:
        return re.sub(r",(?=\d{3}(?!\d))", "", bare)
    return bare.replace("'", "")


def read_alike(a: Sequence[PrintedWord], b: Sequence[PrintedWord]) -> bool:
    """Whether two places have the same words, whatever their marks, case, spaces and hyphens."""
    return _run_together(a) == _run_together(b)


def _run_together(words: Sequence[PrintedWord]) -> str:
    out: list[str] = []
    for word in words:
        if out and word.letters[:1].isdigit() and out[-1][-1:].isdigit():
            out.append(" ")  # "3 5" is not "35"
        out.append(word.letters)
    return "".join(out)


def edits(against_text: str, against: Span, text: str, span: Span) -> tuple[Edit, ...]:
    """The steps from the words of ``against`` to those of ``span``; they tile both."""
    a, b = printed_words(against_text, against), printed_words(text, span)
    if read_alike(a, b):
        return (Edit("equal", *against, *span),)
    blocks = _whole_compounds(a, b, common_blocks([w.letters for w in a], [w.letters for w in b]))
    segments = _without_islands(a, _segments(a, b, blocks))
    return _tiled(a, against, b, span, segments)


def _whole_compounds(a: list[PrintedWord], b: list[PrintedWord], blocks: list[Block]) -> list[Block]:
    """The blocks without the words of hyphenated words that changed in part."""
    pairs = {block.a + at: block.b + at for block in blocks for at in range(block.length)}
    while True:
        changed_a = {word.compound for at, word in enumerate(a) if at not in pairs}
        kept_b = set(pairs.values())
        changed_b = {word.compound for at, word in enumerate(b) if at not in kept_b}
        partly = [at for at, to in pairs.items() if a[at].compound in changed_a or b[to].compound in changed_b]
        if not partly:
            break
        for at in partly:
            del pairs[at]
    return [Block(at, to, 1) for at, to in sorted(pairs.items())]


def _segments(a: list[PrintedWord], b: list[PrintedWord], blocks: list[Block]) -> list[_Segment]:
    out: list[_Segment] = []
    at_a = at_b = 0
    for block in [*blocks, Block(len(a), len(b), 0)]:
        if block.a > at_a or block.b > at_b:
            alike = read_alike(a[at_a : block.a], b[at_b : block.b])
            out.append(_Segment(alike, at_a, block.a, at_b, block.b))
        if block.length:
            out.append(_Segment(True, block.a, block.a + block.length, block.b, block.b + block.length))
        at_a, at_b = block.a + block.length, block.b + block.length
    return _coalesced(out)


def _coalesced(segments: Sequence[_Segment]) -> list[_Segment]:
    out: list[_Segment] = []
    for segment in segments:
        if out and out[-1].equal == segment.equal:
            last = out[-1]
            out[-1] = _Segment(last.equal, last.a, segment.a_end, last.b, segment.b_end)
        else:
            out.append(segment)
    return out


def _without_islands(a: list[PrintedWord], segments: list[_Segment]) -> list[_Segment]:
    """Changes with one common little word between them, as one change."""
    out = list(segments)
    for at in range(1, len(out) - 1):
        segment = out[at]
        if segment.equal and segment.a_end - segment.a == 1 and is_common(a[segment.a].letters):
            out[at] = segment._replace(equal=False)
    return _coalesced(out)


def is_common(letters: str) -> bool:
    """Whether plain letters are those of a common little word."""
    return weight(word_key(letters)) < _COMMON_WORD


def _tiled(
    a: list[PrintedWord], against: Span, b: list[PrintedWord], span: Span, segments: list[_Segment]
) -> tuple[Edit, ...]:
    """Segments as edits whose code points tile both spans; what stands between words goes to equal ones."""
    out: list[Edit] = []
    start_a, start_b = against.start, span.start
    for at, segment in enumerate(segments):
        if at == len(segments) - 1:
            end_a, end_b = against.end, span.end
        else:
            replaced = not segment.equal and segment.a < segment.a_end and segment.b < segment.b_end
            end_a = _boundary(a, segment.a_end, replaced)
            end_b = _boundary(b, segment.b_end, replaced)
        out.append(Edit(_op(segment, start_a, end_a, start_b, end_b), start_a, end_a, start_b, end_b))
        start_a, start_b = end_a, end_b
    return tuple(out)


def _boundary(words: list[PrintedWord], last: int, replaced: bool) -> int:
    """Where the words up to ``last`` end: right after those of a replacement, else before the word that follows."""
    if replaced:
        return words[last - 1].end
    return words[last].start if last < len(words) else words[-1].end


def _op(segment: _Segment, start_a: int, end_a: int, start_b: int, end_b: int) -> EditOp:
    if segment.equal:
        return "equal"
    if start_a == end_a:
        return "insert"
    if start_b == end_b:
        return "delete"
    return "replace"
