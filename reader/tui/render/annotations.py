"""Notes and highlights on a text: which stretches are tinted, which sign stands beside the row where one begins."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from reader.text.clean import one_line
from reader.tui.render.layers import Layer, Stretch
from reader.tui.render.line import Line, Piece, shortened
from reader.tui.render.particulars import short_name, written_date

if TYPE_CHECKING:
    from reader.articles.article import Article
    from reader.library.notes import PlacedNote

NOTE: Final = "✎"
HIGHLIGHT: Final = "◆"
LOST: Final = "?"
ROWS: Final = 3
"""Rows of an entry of the list of notes."""


@dataclass(frozen=True, slots=True)
class Annotations:
    """What a column shows of the notes on its article."""

    stretches: Layer = field(default_factory=Layer)
    begin: tuple[tuple[int, str], ...] = ()
    """Where each begins, in order, and its sign."""

    def sign_in(self, start: int, end: int) -> str:
        """The sign beside a row: of a note before that of a highlight; empty where none begins in it."""
        place = bisect_left(self.begin, (start, ""))
        signs = []
        while place < len(self.begin) and self.begin[place][0] < end:
            signs.append(self.begin[place][1])
            place += 1
        return NOTE if NOTE in signs else signs[0] if signs else ""


def annotated(placed: Iterable[PlacedNote]) -> Annotations:
    """The notes of an article that have a place in its text."""
    found = [(note.span, sign_of(note)) for note in placed if note.span]
    layer = Layer(Stretch(span.start, span.end, "highlight") for span, _ in found)
    return Annotations(layer, tuple(sorted((span.start, sign) for span, sign in found)))


def sign_of(placed: PlacedNote) -> str:
    """The sign of a note: of one that is lost, of words, of a highlight."""
    return LOST if placed.is_lost else HIGHLIGHT if placed.note.is_highlight else NOTE


def note_entry(placed: PlacedNote, article: Article, width: int) -> tuple[Line, ...]:
    """The words that it is on, what was written, and where and when."""
    note = placed.note
    room = width - 6
    lead, blank = (Piece(f"  {sign_of(placed)}  ", "accent"),), (Piece("     "),)
    quoted = one_line(note.anchor.exact) if note.anchor else "on the whole article"
    words = one_line(note.words)
    lost = " · these words are not in the text any more" if placed.is_lost else ""
    where = f"{short_name(article)} · {written_date(note.made, short=True)}{lost}"
    return (
        (*lead, Piece(shortened(quoted, room), "highlight" if note.anchor else "dim")),
        (*blank, Piece(shortened(words, room), "strong")) if words else (*blank, Piece("highlight", "dim")),
        (*blank, Piece(shortened(where, room), "warning" if placed.is_lost else "dim")),
    )
