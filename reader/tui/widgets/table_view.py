"""A table on the screen: entries of several rows with cells across."""

from __future__ import annotations

from collections.abc import Sequence

from reader.tui.render.line import Line, Piece, fitted
from reader.tui.render.table import ROWS, Table
from reader.tui.widgets.columns_list import HEAD, ColumnsList


class TableView(ColumnsList):
    """Shows a table; without one, lines that say why."""

    def __init__(self, *, id: str | None = None) -> None:
        """Starts without a table."""
        self.table = Table()
        super().__init__(self.table, rows=ROWS, id=id)

    def show_table(self, table: Table, empty: Sequence[Line] = ()) -> None:
        """Replaces the table; the cursor stays as near as it can."""
        self.table = self._columns = table
        self.count, self._empty = len(table.rows), empty
        self.cursor = max(0, min(self.cursor, self.count - 1))
        self.column = max(0, min(self.column, len(table.names) - 1))
        self.fit()
        self.refresh()

    def line(self, y: int) -> Line:
        """The names across, a blank row, then the entries."""
        width = self.across
        if y == 0 and self.count:
            return self.table.header(width, self._first, self.column)
        number, row = self._top + (y - HEAD) // ROWS, (y - HEAD) % ROWS
        if not self.count and 0 <= y - 1 < len(self._empty):
            return fitted(self._empty[y - 1], width)
        if y < HEAD or number >= self.count:
            return (Piece(" " * width),)
        on = number == self.cursor
        line = self.table.entry(number, width, self._first, self.column if on else None)[row]
        if not on:
            return line
        look = "cursor" if self.has_focus else "cursor-away"
        return tuple(Piece(piece.text, f"{look} {piece.roles}") for piece in line)
