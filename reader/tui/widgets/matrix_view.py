"""The matrix on the screen: a list of rows in which the cursor also stands on a column."""

from __future__ import annotations

from textual import events

from reader.tui.commands import Place, bindings_at
from reader.tui.render.line import Line, Piece
from reader.tui.render.matrix import Grid
from reader.tui.widgets.line_list import LineList


class MatrixView(LineList):
    """A grid of pairs. Announces moves and choices as the list does; :attr:`column` says where across."""

    BINDINGS = bindings_at(Place.MATRIX)

    def __init__(self, *, id: str | None = None) -> None:
        """Starts without a grid."""
        super().__init__(id=id)
        self.grid = Grid((), {})
        self.column = 1
        self._first = 0

    def show_grid(self, grid: Grid) -> None:
        """Replaces the grid; the cursor stays where it is."""
        self.grid = grid
        self.count = len(grid.names)
        self.refresh()

    def line(self, y: int) -> Line:
        """The names across, a blank row, then a row an article."""
        width = self.across
        if y == 0:
            return self.grid.header(width, self._first, self.column)
        number = self._top + y - 2
        if y == 1 or not 0 <= number < self.count:
            return (Piece(" " * width),)
        return self.grid.row(number, width, self._first, self.column if number == self.cursor else None)

    @property
    def _fits(self) -> int:
        return max(1, self.size.height - 2)

    def to_column(self, column: int) -> None:
        """Puts the cursor on a column, as near as there is one."""
        wanted, before = max(0, min(column, self.count - 1)), self.column
        self.column = wanted
        self._keep_column_in_view()
        self.refresh()
        self.announce((self.Moved if wanted != before else self.Stuck)(self, self.cursor))

    def _keep_column_in_view(self) -> None:
        fits = self.grid.fits(self.size.width)
        self._first = max(min(self._first, self.column), self.column - fits + 1, 0)
        self._first = min(self._first, max(0, self.count - fits))

    def fit(self) -> None:
        """Keeps the cell in view."""
        super().fit()
        self._keep_column_in_view()

    def action_cell_left(self) -> None:
        """One column to the left."""
        self.to_column(self.column - 1)

    def action_cell_right(self) -> None:
        """One column to the right."""
        self.to_column(self.column + 1)

    def on_click(self, event: events.Click) -> None:
        """Puts the cursor on a cell; a second click on it chooses."""
        event.prevent_default()
        number = self._top + event.y - 2
        across = event.x - self.grid.names_width(self.size.width)
        if not 0 <= number < self.count or across < 0:
            return
        column = min(self.count - 1, self._first + across // self.grid.cell_width(self.size.width))
        if (number, column) == (self.cursor, self.column):
            self.announce(self.Chosen(self, number))
        if number != self.cursor:
            self.go(number)
        if column != self.column:
            self.to_column(column)
