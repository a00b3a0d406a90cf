"""A table on the screen: a list of entries in which the cursor also stands on a column."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events

from reader.tui.render.line import Line, Piece, fitted
from reader.tui.render.table import ROWS, Table
from reader.tui.widgets.line_list import LineList

_HEAD = 2
"""Rows above the entries: the names across, and a blank one."""


class TableView(LineList):
    """Announces moves and choices as the list does; :attr:`column` says where across."""

    def __init__(self, *, id: str | None = None) -> None:
        """Starts without a table."""
        super().__init__(rows=ROWS, id=id)
        self.table = Table()
        self.column = 0
        self._first = 0

    def show_table(self, table: Table, empty: Sequence[Line] = ()) -> None:
        """Replaces the table; the cursor stays as near as it can."""
        self.table, self.count, self._empty = table, len(table.rows), empty
        self.cursor = max(0, min(self.cursor, self.count - 1))
        self.column = max(0, min(self.column, len(table.names) - 1))
        self.fit()
        self.refresh()

    def line(self, y: int) -> Line:
        """The names across, a blank row, then the entries."""
        width = self.across
        if y == 0 and self.count:
            return self.table.header(width, self._first, self.column)
        number, row = self._top + (y - _HEAD) // ROWS, (y - _HEAD) % ROWS
        if not self.count and 0 <= y - 1 < len(self._empty):
            return fitted(self._empty[y - 1], width)
        if y < _HEAD or number >= self.count:
            return (Piece(" " * width),)
        on = number == self.cursor
        line = self.table.entry(number, width, self._first, self.column if on else None)[row]
        if not on:
            return line
        look = "cursor" if self.has_focus else "cursor-away"
        return tuple(Piece(piece.text, f"{look} {piece.roles}") for piece in line)

    @property
    def _fits(self) -> int:
        return max(1, (self.size.height - _HEAD) // ROWS)

    def to_column(self, column: int, *, announce: bool = True) -> None:
        """Puts the cursor on a column, as near as there is one."""
        wanted, before = max(0, min(column, len(self.table.names) - 1)), self.column
        self.column = wanted
        self._keep_column_in_view()
        self.refresh()
        if announce:
            self.announce((self.Moved if wanted != before else self.Stuck)(self, self.cursor))

    def _keep_column_in_view(self) -> None:
        fits = self.table.fits(self.size.width)
        self._first = max(min(self._first, self.column), self.column - fits + 1, 0)
        self._first = min(self._first, max(0, len(self.table.names) - fits))

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
        number = self._top + (event.y - _HEAD) // ROWS
        if event.y < _HEAD or number >= self.count:
            return
        across = event.x - self.table.label_width(self.size.width)
        column = self._first + across // self.table.cell_width(self.size.width) if across >= 0 else self.column
        column = min(column, len(self.table.names) - 1)
        if (number, column) == (self.cursor, self.column):
            self.announce(self.Chosen(self, number))
        if number != self.cursor:
            self.go(number)
        if column != self.column:
            self.to_column(column)
