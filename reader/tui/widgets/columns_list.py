"""A list whose entries have columns: names stand across the top, and the cursor stands on one of them too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol

from textual import events

from reader.tui.widgets.line_list import LineList

HEAD: Final = 2
"""Rows above the entries: the names across, and a blank one."""


class Columns(Protocol):
    """What is shown, and how its columns are set at a width in cells."""

    @property
    def names(self) -> Sequence[str]:
        """Those across."""

    def fits(self, width: int) -> int:
        """How many columns show."""

    def label_width(self, width: int) -> int:
        """Cells at the left of the columns."""

    def cell_width(self, width: int) -> int:
        """Cells of a column."""


class ColumnsList(LineList):
    """Announces moves and choices as the list does; :attr:`column` says where across."""

    def __init__(self, columns: Columns, *, rows: int = 1, id: str | None = None) -> None:
        """``rows`` is the height of an entry."""
        super().__init__(rows=rows, id=id)
        self._columns = columns
        self.column = 0
        self._first = 0

    @property
    def _fits(self) -> int:
        return max(1, (self.size.height - HEAD) // self.rows)

    def to_column(self, column: int, *, announce: bool = True) -> None:
        """Puts the cursor on a column, as near as there is one."""
        wanted, before = max(0, min(column, len(self._columns.names) - 1)), self.column
        self.column = wanted
        self._keep_column_in_view()
        self.refresh()
        if announce:
            self.announce((self.Moved if wanted != before else self.Stuck)(self, self.cursor))

    def _keep_column_in_view(self) -> None:
        fits = self._columns.fits(self.size.width)
        self._first = max(min(self._first, self.column), self.column - fits + 1, 0)
        self._first = min(self._first, max(0, len(self._columns.names) - fits))

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
        number = self._top + (event.y - HEAD) // self.rows
        if event.y < HEAD or number >= self.count:
            return
        width = self.size.width
        across = event.x - self._columns.label_width(width)
        column = self._first + across // self._columns.cell_width(width) if across >= 0 else self.column
        column = min(column, len(self._columns.names) - 1)
        if (number, column) == (self.cursor, self.column):
            self.announce(self.Chosen(self, number))
        if number != self.cursor:
            self.go(number)
        if column != self.column:
            self.to_column(column)
