"""The compare view: two or three columns, one widget."""

from __future__ import annotations

from reader.tui.commands import Place, bindings_at
from reader.tui.render.column import Column
from reader.tui.render.facing import Facing
from reader.tui.render.line import Line, Piece
from reader.tui.widgets.selectable_text import SelectableText
from reader.tui.widgets.text_view import ROWS_AHEAD, TextView


class CompareView(SelectableText):
    """Shows columns that face each other. Its owner makes them and says which passage is visited."""

    BINDINGS = bindings_at(Place.COMPARE)

    class Clicked(TextView.Scrolled):
        """A passage was clicked."""

        def __init__(self, source: TextView, passage: int) -> None:
            """``passage`` is a position in the comparison that is shown."""
            super().__init__(source)
            self.passage = passage

    def __init__(self, *, measure: int, id: str | None = None) -> None:
        """Starts without columns."""
        super().__init__(id=id)
        self.facing: Facing | None = None
        self.measure = measure

    def show(self, facing: Facing) -> None:
        """Replaces the columns."""
        self.facing = facing
        self.set_again()

    def fit(self) -> None:
        """Sets the columns for the size and the measure of now."""
        if self.facing and self.size.width and self.size.height:
            self.facing.set(self.size.width, self.size.height, self.measure)

    def set_again(self) -> None:
        """The same, and paints."""
        self.fit()
        self.changed()

    def changed(self) -> None:
        """Paints anew, and says so."""
        self.refresh()
        self.announce(self.Scrolled(self))

    @property
    def page(self) -> int:
        """Rows of text in the column that has the keys."""
        return self.facing.page if self.facing else 1

    def line(self, y: int) -> Line:
        """The line of the columns."""
        if self.facing is None or self.facing.width != self.across:
            return (Piece(" " * self.across),)
        return self.facing.line(y)

    def on_resize(self) -> None:
        """Says that another part of the text shows."""
        self.changed()

    def prepare(self) -> bool:
        """Makes rows of the next page, column by column."""
        return any(column.prepare(ROWS_AHEAD) for column in self.columns)

    @property
    def columns(self) -> list[Column]:
        """Those that face each other."""
        return self.facing.columns if self.facing else []

    def column_at(self, x: int, y: int) -> int:
        """The number of the column at a cell."""
        return self.facing.column_at(x, y) if self.facing else 0

    def cell_in(self, number: int, x: int, y: int) -> tuple[int, int]:
        """A cell as one of a column."""
        return self.facing.cell_in(number, x, y) if self.facing else (x, y)

    def clicked(self, x: int, y: int) -> None:
        """Gives the keys to the column, and says which passage was clicked."""
        if not self.facing:
            return
        self.facing.lead = self.facing.column_at(x, y)
        if mark := self.facing.mark_at_line(y):
            self.announce(self.Clicked(self, mark.passage))
        self.changed()

    def scroll_rows(self, rows: int) -> None:
        """Scrolls; nothing is painted where nothing moved."""
        if self.facing and self.facing.scroll(rows):
            self.changed()
        else:
            self.announce(self.Stuck(self, end=rows > 0))

    def scroll_to_edge(self, *, end: bool) -> None:
        """To the beginning or the end."""
        if self.facing and self.facing.scroll_to_edge(end=end):
            self.changed()
        else:
            self.announce(self.Stuck(self, end=end))
