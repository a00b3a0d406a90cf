"""What a command on words is about: what is selected, else the visited hit or passage, else the first paragraph that
begins on the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reader.text.spans import Span
from reader.tui.render.column import Column
from reader.tui.render.selection import paragraph_at, words_between

What = Literal["selection", "hit", "passage", "paragraph"]


@dataclass(frozen=True, slots=True)
class Chosen:
    """Words of an open article."""

    article: int
    """Its position on the desk."""
    span: Span
    what: What
    words: str
    """The article's own, as they are copied."""


@dataclass(frozen=True, slots=True)
class TextAt:
    """The text that has the keys: an article, its column, and the hit that is visited in it."""

    article: int
    column: Column
    hit: Span | None = None

    def chosen(self) -> Chosen | None:
        """The words that a command is about; ``None`` where the text has none."""
        span, what = self._span()
        words = words_between(self.column.sheet, span)
        return Chosen(self.article, span, what, words) if words else None

    def _span(self) -> tuple[Span, What]:
        column = self.column
        if column.selection:
            return column.selection, "selection"
        if self.hit is not None and self.shows(self.hit):
            return self.hit, "hit"
        if column.passage_now is not None:
            marks = [Span(mark.start, mark.end) for mark in column.marks.of_passage(column.passage_now)]
            if shown := next(filter(self.shows, marks), None):
                return shown, "passage"
        return self._paragraph(), "paragraph"

    def shows(self, span: Span) -> bool:
        """Whether any of a span is on the screen: what one has scrolled away from is not meant."""
        first, last = self.column.row_of(span.start), self.column.row_of(max(span.start, span.end - 1))
        return first < self.column.top + self.column.height and last >= self.column.top

    def _paragraph(self) -> Span:
        """The first paragraph that begins on the screen, headings left aside; where none does, the one that shows."""
        column = self.column
        top = column.offset_of(column.top)
        for row in range(column.top, column.top + max(1, column.height)):
            paragraph = paragraph_at(column.sheet, column.offset_of(row))
            if paragraph and paragraph.start >= top and not column.sheet.is_heading_at(paragraph.start):
                return paragraph
        return paragraph_at(column.sheet, top)
