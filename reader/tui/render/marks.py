"""Passages as marks: which stretches of an article they cover, and what their gutter shows.

Every kind has a glyph, an edge, an attribute and a colour of its own; the glyph and the edge are enough.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.tui.render.layers import Layer, Stretch

if TYPE_CHECKING:
    from reader.compare.comparison import Occurrence, Passage

GLYPHS = {"verbatim": "=", "altered": "~", "quoted": "“"}
EDGES = {"verbatim": "▌", "altered": "┊", "quoted": "║"}
VOICES = {"quoted": "“", "attributed": ":", "own": "·"}
"""In the gutter, where outlets give a passage in different voices: in marks, with its source, as their own."""


def kind_of(passage: Passage) -> str:
    """The role of a passage: quoted where every occurrence stands in quotation marks, else its kind."""
    if all(occurrence.voice == "quoted" for occurrence in passage.occurrences):
        return "quoted"
    return passage.kind


def voices_differ(passage: Passage) -> bool:
    """Whether one outlet quotes or attributes what another gives as its own."""
    return len({occurrence.voice for occurrence in passage.occurrences if occurrence.voice}) > 1


def is_altered(passage: Passage) -> bool:
    """Whether any of its words were changed, in quotation marks or not, or the voice that they are given in."""
    return passage.kind == "altered" or voices_differ(passage)


def sign_of(passage: Passage) -> str:
    """The glyph of its kind; a quotation with words changed has both signs."""
    kind = kind_of(passage)
    return GLYPHS[kind] + ("~" if kind == "quoted" and passage.kind == "altered" else "")


def label_of(passage: Passage, occurrence: Occurrence) -> str:
    """What the gutter shows where an occurrence begins: number, sign, and its voice where the voices differ."""
    voice = VOICES[occurrence.voice] if occurrence.voice and voices_differ(passage) else ""
    return f"{passage.number}{sign_of(passage)}{voice}"


@dataclass(frozen=True, slots=True)
class Mark:
    """One occurrence of a passage in one article."""

    start: int
    end: int
    passage: int
    """Position in the comparison's passages."""
    label: str
    """Number and sign, such as ``3~``."""
    kind: str


class Marks:
    """The occurrences of passages in one article, with the layers that show them."""

    def __init__(self, passages: Sequence[Passage], article: int, text: str = "") -> None:
        """``article`` is the position that the passages' occurrences name, ``text`` its text."""
        self.marks = tuple(
            sorted(
                (
                    Mark(o.start, o.end, place, label_of(passage, o), kind_of(passage))
                    for place, passage in enumerate(passages)
                    for o in passage.occurrences
                    if o.article == article
                ),
                key=lambda mark: (mark.start, mark.end),
            )
        )
        self._starts = [mark.start for mark in self.marks]
        self._longest = max((mark.end - mark.start for mark in self.marks), default=0)
        self.kinds = Layer(Stretch(mark.start, mark.end, mark.kind) for mark in self.marks)
        self.changed = Layer(sorted(_trimmed(stretch, text) for stretch in _changed(passages, article)))

    def in_row(self, start: int, end: int) -> list[Mark]:
        """The marks that have a character in ``[start, end)``, in order of their beginning."""
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_left(self._starts, end)
        return [mark for mark in self.marks[first:last] if mark.end > start]

    def of_passage(self, passage: int) -> list[Mark]:
        """The places of one passage, in order."""
        return [mark for mark in self.marks if mark.passage == passage]

    def now(self, passage: int | None, *, with_kind: bool = False) -> Layer:
        """The layer that lifts out one passage; ``with_kind`` in the colour of its kind too."""
        if passage is None:
            return Layer()
        return Layer(
            Stretch(mark.start, mark.end, f"{mark.kind} now" if with_kind else "now")
            for mark in self.of_passage(passage)
        )


def _changed(passages: Sequence[Passage], article: int) -> list[Stretch]:
    """The words of an article that differ from what they are compared with."""
    found: set[Stretch] = set()
    for passage in passages:
        if passage.kind != "altered":
            continue
        for changes in passage.changes:
            for edit in changes.edits:
                if edit.op == "equal":
                    continue
                if passage.occurrences[changes.occurrence].article == article and edit.end > edit.start:
                    found.add(Stretch(edit.start, edit.end, "changed"))
                against = passage.occurrences[changes.against].article
                if against == article and edit.against_end > edit.against_start:
                    found.add(Stretch(edit.against_start, edit.against_end, "changed"))
    return list(found)


def _trimmed(stretch: Stretch, text: str) -> Stretch:
    """Without the blanks at its ends, which belong to the words beside it as well."""
    start, end = stretch.start, stretch.end
    while end - start > 1 and text[end - 1 : end].isspace():
        end -= 1
    while end - start > 1 and text[start : start + 1].isspace():
        start += 1
    return Stretch(start, end, stretch.roles)
