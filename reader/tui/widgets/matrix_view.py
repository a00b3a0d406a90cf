"""The matrix on the screen: a row an article, and a column an article."""

from __future__ import annotations

from reader.tui.commands import Place, bindings_at
from reader.tui.render.line import Line, Piece
from reader.tui.render.matrix import Grid
from reader.tui.widgets.columns_list import HEAD, ColumnsList


class MatrixView(ColumnsList):
    """A grid of pairs."""

    BINDINGS = bindings_at(Place.MATRIX)

    def __init__(self, *, id: str | None = None) -> None:
        """Starts without a grid, on its first pair."""
        self.grid = Grid((), {})
        super().__init__(self.grid, id=id)
        self.column = 1

    def show_grid(self, grid: Grid) -> None:
        """Replaces the grid; the cursor stays where it is."""
        self.grid = self._columns = grid
        self.count = len(grid.names)
        self.refresh()

    def line(self, y: int) -> Line:
        """The names across, a blank row, then a row an article."""
        width = self.across
        if y == 0:
            return self.grid.header(width, self._first, self.column)
        number = self._top + y - HEAD
        if y < HEAD or number >= self.count:
            return (Piece(" " * width),)
        return self.grid.row(number, width, self._first, self.column if number == self.cursor else None)
