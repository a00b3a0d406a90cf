"""How the wording of one place differs from another's: word-level edits that tile both, and whether anything
differs at all.

Words are compared as printed, case, accents and apostrophes apart; keys and stems have no say here. A
hyphenated word changes as a whole, and a common little word between two changes is drawn into them, so that a
change reads as one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from reader.compare.alignment import Block, common_blocks
from reader.compare.comparison import Edit, EditOp
from reader.compare.rarity import weight
from reader.compare.written_dates import MONTH
from reader.text.spans import Span
from reader.text.words import WORD, plain, word_key

_CURRENCIES = "$€£¥₹"
_GROUPED = r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)(?:[.,]\d+)?"
_PRINTED = re.compile(
    rf"(?=[{_CURRENCIES}\d])(?:[{_CURRENCIES}]?(?:{_GROUPED}|\d+(?:[.,:/]\d+)+)[^\W\d_]*|[{_CURRENCIES}]\d+[^\W\d_]*)"
    rf"|%|°\s?[CF]\b|{WORD.pattern}"
)
_HYPHENS = frozenset("-‐‑­")
_DASH = "–"
_JOINING = _HYPHENS | {_DASH}
_OPENING = "([{“‘„«\"'"
_MONTH = re.compile(MONTH, re.IGNORECASE)
_ORDINAL_END = re.compile(r"(?<=\d)(?:st|nd|rd|th)$")
_JOINED = 2
"""What it is worth that a shifted change joins another, against a mark beside it (1)."""
_FARTHEST_SHIFT = 12
"""Words by which a change may be shifted; it goes on where a text repeats itself."""
_PAUSES = frozenset(',;:.–—()[]“”„«»"')
_UNDECOMPOSED = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
"""Letters with a stroke or a tie, which have no accent that comes off."""
_COMMON_WORD = 0.6
"""Weight under which a word is a common little one, no island of its own ("the", "of", "that")."""


class PrintedWord(NamedTuple):
    """A word as printed: its place, its plain letters, and the number of the hyphenated word that it is in."""

    start: int
    end: int
    letters: str
    compound: int


class Side(NamedTuple):
    """One of the two places, and its words, made once: whatever looks at a part of it takes them from here."""

    text: str
    span: Span
    words: list[PrintedWord]

    def within(self, span: Span) -> list[PrintedWord]:
        """The words that lie in a part of it."""
        first, last = bisect_left(self.words, (span.start,)), bisect_left(self.words, (span.end,))
        return self.words[first : last - (last > first and self.words[last - 1].end > span.end)]

    def has_pause(self, at: int) -> bool:
        """Whether a mark stands before a word, or nothing more comes."""
        return at == len(self.words) or not _PAUSES.isdisjoint(self.text[self.words[at - 1].end : self.words[at].start])

    def parts_compound(self, at: int) -> bool:
        """Whether a word and the one before it are of one hyphenated word."""
        return 0 < at < len(self.words) and self.words[at - 1].compound == self.words[at].compound


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
    compound = reached = 0
    for match in _PRINTED.finditer(text, span.start, span.end):
        start, end = match.span()
        if not (out and start - reached == 1 and text[reached] in _JOINING and _joins(text, reached)):
            compound += 1
        out.append(PrintedWord(start, end, _letters(match.group()), compound))
        reached = end
    return out


def _joins(text: str, at: int) -> bool:
    """Whether a sign makes one word of those beside it: a hyphen, or the dash of a range or a score."""
    return text[at] in _HYPHENS or (text[at] == _DASH and text[at - 1].isdigit() and text[at + 1].isdigit())


@lru_cache(maxsize=65_536)
def _letters(word: str) -> str:
    if word == "%":
        return "percent"
    bare = plain(word).translate(_UNDECOMPOSED)
    if bare[0].isdigit() or bare[0] in _CURRENCIES:
        return re.sub(r"[, ](?=\d{3}(?!\d))", "", bare)
    return bare.replace("'", "").replace(" ", "")


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


def side_of(text: str, span: Span) -> Side:
    """A place and its words."""
    return Side(text, span, printed_words(text, span))


def edits(one: Side, two: Side) -> tuple[Edit, ...]:
    """The steps from the words of the first place to those of the second; they tile both."""
    a, b = one.words, two.words
    if read_alike(a, b):
        return (Edit("equal", *one.span, *two.span),)
    blocks = _whole_compounds(a, b, common_blocks([w.letters for w in a], [w.letters for w in b]))
    segments = _without_islands(a, _at_pauses(one, two, _segments(a, b, blocks)))
    return _tiled(one, two, _whole_swaps(one, two, segments))


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


def _at_pauses(one: Side, two: Side, segments: list[_Segment]) -> list[_Segment]:
    """The same, where words put in or dropped could as well be those a little before or behind: as a reader would see
    them, between marks, or from the article on: "{the oars, }the boat" and not "the {oars, the }boat"."""
    out = list(segments)
    for at in range(1, len(out) - 1):
        before, segment, after = out[at - 1 : at + 2]
        if segment.equal or (segment.a < segment.a_end) == (segment.b < segment.b_end):
            continue
        room = _room(before, at > 1), _room(after, at + 2 < len(out))
        joins = {-room[0] * (at > 1), room[1] * (at + 2 < len(out))} - {0}
        neatness = {
            by: _neatness(one, two, segment, by) + _JOINED * (by in joins) for by in _shifts(one, two, segment, room)
        }
        by = max(neatness, key=lambda by: (neatness[by], -abs(by)))
        out[at - 1] = before._replace(a_end=before.a_end + by, b_end=before.b_end + by)
        out[at] = _Segment(False, segment.a + by, segment.a_end + by, segment.b + by, segment.b_end + by)
        out[at + 1] = after._replace(a=after.a + by, b=after.b + by)
    return _coalesced([segment for segment in out if segment.a < segment.a_end or segment.b < segment.b_end])


def _room(beside: _Segment, is_between: bool) -> int:
    """Words of an equal stretch that a change beside it may run over: all where another change follows, to join it."""
    return min(beside.a_end - beside.a, beside.b_end - beside.b) - (not is_between)


def _shifts(one: Side, two: Side, segment: _Segment, room: tuple[int, int]) -> list[int]:
    """By how many words a change of one side may begin earlier (later) and say the same."""
    words, a, a_end = (
        (one.words, segment.a, segment.a_end) if segment.a < segment.a_end else (two.words, segment.b, segment.b_end)
    )
    other, b = (two.words, segment.b) if segment.a < segment.a_end else (one.words, segment.a)
    out = [0]
    for step in (-1, 1):
        near, far, there = (a - 1, a_end - 1, b - 1) if step < 0 else (a, a_end, b)
        for count in range(1, 1 + min(room[step > 0], _FARTHEST_SHIFT)):
            letters = words[near].letters
            if not letters == words[far].letters == other[there].letters:
                break
            out.append(step * count)
            near, far, there = near + step, far + step, there + step
    return out


def _neatness(one: Side, two: Side, segment: _Segment, by: int) -> float:
    """How well a change of one side, shifted, sits between marks and whole words."""
    side, first, last = (
        (one, segment.a, segment.a_end) if segment.a < segment.a_end else (two, segment.b, segment.b_end)
    )
    first, last = first + by, last + by
    leads_in = is_common(side.words[first].letters) and not is_common(side.words[last - 1].letters)
    parted = side.parts_compound(first) or side.parts_compound(last)
    return side.has_pause(first) + side.has_pause(last) + leads_in / 2 - 4 * parted


def _whole_swaps(one: Side, two: Side, segments: list[_Segment]) -> list[_Segment]:
    """The same, two words that changed places as one change: "July 15" and "15 July"."""
    out = list(segments)
    for at in range(1, len(out) - 1):
        first, between, last = out[at - 1 : at + 2]
        if not between.equal or between.a_end - between.a != 1:
            continue
        gone = [word.letters for part in (first, last) for word in one.words[part.a : part.a_end]]
        come = [word.letters for part in (first, last) for word in two.words[part.b : part.b_end]]
        exchanged = (first.a < first.a_end) != (last.a < last.a_end) and (first.b < first.b_end) != (
            last.b < last.b_end
        )
        if exchanged and len(gone) == len(come) == 1 and _written_out(gone[0]) == _written_out(come[0]):
            out[at] = between._replace(equal=False)
    return _coalesced(out)


def _written_out(letters: str) -> str:
    """A day or a month in its shortest form: "15" of "15th", "jan" of "january"."""
    return letters[:3] if _MONTH.fullmatch(letters) else _ORDINAL_END.sub("", letters)


def _tiled(one: Side, two: Side, segments: list[_Segment]) -> tuple[Edit, ...]:
    """Segments as edits whose code points tile both spans; what stands between words goes to equal ones, but for the
    marks that open what follows."""
    out: list[Edit] = []
    start_a, start_b = one.span.start, two.span.start
    for at, segment in enumerate(segments):
        if at == len(segments) - 1:
            end_a, end_b = one.span.end, two.span.end
        else:
            replaced = not segment.equal and segment.a < segment.a_end and segment.b < segment.b_end
            end_a = _boundary(one, segment.a_end, replaced)
            end_b = _boundary(two, segment.b_end, replaced)
        out.append(Edit(_op(segment, start_a, end_a, start_b, end_b), start_a, end_a, start_b, end_b))
        start_a, start_b = end_a, end_b
    return tuple(out)


def _boundary(side: Side, last: int, replaced: bool) -> int:
    """Where the words up to ``last`` end: right after those of a replacement, else before the word that follows."""
    if replaced or last == len(side.words):
        return side.words[last - 1].end
    start, least = side.words[last].start, side.words[last - 1].end if last else side.span.start
    while (
        start > least
        and side.text[start - 1] in _OPENING
        and (start - 1 == least or not side.text[start - 2].isalnum())
    ):
        start -= 1
    return start


def _op(segment: _Segment, start_a: int, end_a: int, start_b: int, end_b: int) -> EditOp:
    if segment.equal:
        return "equal"
    if start_a == end_a:
        return "insert"
    if start_b == end_b:
        return "delete"
    return "replace"
