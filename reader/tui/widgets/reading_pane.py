"""The reading pane: one article in one column."""

from __future__ import annotations

from reader.text.spans import Span
from reader.tui.commands import Place, bindings_at
from reader.tui.render.column import STRIP, Column
from reader.tui.render.line import Line, Piece
from reader.tui.render.measure import MEASURE
from reader.tui.render.sequences import sequence
from reader.tui.render.sheet import Sheet
from reader.tui.widgets.selectable_text import SelectableText
from reader.tui.widgets.text_view import ROWS_AHEAD, TextView


class ReadingPane(SelectableText):
    """Shows one column. Its owner puts articles, passages and hits on it."""

    BINDINGS = bindings_at(Place.READING)

    class Clicked(TextView.Scrolled):
        """A place in the text was clicked; the passage there, if any."""

        def __init__(self, source: TextView, passage: int | None) -> None:
            """``passage`` is a position in the comparison that is shown."""
            super().__init__(source)
            self.passage = passage

    def __init__(self, *, id: str | None = None) -> None:
        """Starts without an article."""
        super().__init__(id=id)
        self.column: Column | None = None
        self.measure = MEASURE
        self.centred = False

    def show(self, column: Column, place: int) -> None:
        """Shows a column, the row of ``place`` on top (-1: from the very beginning)."""
        self.column = column
        self._set()
        column.show_place(place)
        self.changed()

    def set_measure(self, measure: int) -> None:
        """Sets the text at another measure; the place is kept."""
        self.measure = measure
        self._set()
        self.changed()

    def centre(self, centred: bool) -> None:
        """Sets the text in the middle of the pane, or at its left."""
        self.centred = centred
        self._set()
        self.changed()

    def bring(self, span: Span) -> None:
        """Scrolls to a span, if it does not show."""
        if self.column:
            self.column.bring(span)
            self.changed()

    def changed(self) -> None:
        """Paints anew, and says so."""
        self.refresh()
        self.announce(self.Scrolled(self))

    def _set(self) -> None:
        width, height = self.size
        if self.column and width and height:
            self.column.set(width, height, self.measure, centred=self.centred)

    @property
    def sheet(self) -> Sheet | None:
        """What is set."""
        return self.column.sheet if self.column else None

    def line(self, y: int) -> Line:
        """The line of the column."""
        if self.column is None or self.column.width != self.across:
            return (Piece(" " * self.across),)
        return self.column.line(y)

    def fit(self) -> None:
        """Sets the text for the new size."""
        self._set()

    def on_resize(self) -> None:
        """Says that another part of the text shows."""
        self.changed()

    def prepare(self) -> bool:
        """Makes rows of the next page, and what is sent for them."""
        made = self.column.prepare(ROWS_AHEAD) if self.column else []
        for row in made:
            sequence(row, self.size.width - STRIP, *self.look)
        return bool(made)

    @property
    def columns(self) -> list[Column]:
        """There is one, or none."""
        return [self.column] if self.column else []

    def clicked(self, x: int, y: int) -> None:
        """Says which passage was clicked."""
        if self.column:
            mark = self.column.mark_at(self.column.top + y)
            self.announce(self.Clicked(self, mark.passage if mark else None))

    def scroll_rows(self, rows: int) -> None:
        """Scrolls; nothing is painted where nothing moved."""
        if self.column and self.column.move_to(self.column.top + rows):
            self.changed()
        else:
            self.announce(self.Stuck(self, end=rows > 0))

    def scroll_to_edge(self, *, end: bool) -> None:
        """The last row stands at the bottom, or the first at the top."""
        if self.column and self.column.move_to(self.column.total if end else 0):
            self.changed()
        else:
            self.announce(self.Stuck(self, end=end))
