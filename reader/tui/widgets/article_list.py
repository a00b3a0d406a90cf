"""The list of articles: entries of several rows, and where they are grouped, a heading over the first of each group."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping

from reader.tui.commands import Place, bindings_at
from reader.tui.render.entries import heading_line
from reader.tui.render.line import Line, Piece
from reader.tui.widgets.line_list import LineList


class ArticleList(LineList):
    """A list with the keys of the library. The cursor never stands on a heading."""

    BINDINGS = bindings_at(Place.LIST)

    def __init__(self, *, rows: int, id: str | None = None) -> None:
        """Starts without headings."""
        super().__init__(rows=rows, id=id)
        self._headings: Mapping[int, tuple[str, int]] = {}
        self._headed: list[int] = []

    def head(self, headings: Mapping[int, tuple[str, int]]) -> None:
        """Puts headings over entries, by their number: words and how many entries follow. Before :meth:`show`."""
        self._headings, self._headed = headings, sorted(headings)

    def _rows_of(self, first: int, last: int) -> int:
        """The rows of the entries from ``first`` up to ``last``, not included, with their headings."""
        return (last - first) * self.rows + bisect_left(self._headed, last) - bisect_left(self._headed, first)

    def _highest(self, number: int) -> int:
        """The first entry from which on an entry shows as a whole."""
        top = number
        while top > 0 and self._rows_of(top - 1, number + 1) <= max(self.rows, self.size.height):
            top -= 1
        return top

    def _keep_in_view(self) -> None:
        if not self._headed:
            super()._keep_in_view()
            return
        if self.cursor < self._top:
            self._top = self.cursor
        self._top = max(self._top, self._highest(self.cursor))
        self._top = max(0, min(self._top, self._highest(self.count - 1)))

    def _shown(self) -> Iterator[tuple[int, int]]:
        """What is in each row that shows: an entry, and which row of it; -1 is its heading."""
        number = self._top
        while number < self.count:
            if number in self._headings:
                yield number, -1
            yield from ((number, row) for row in range(self.rows))
            number += 1

    def line(self, y: int) -> Line:
        """A row of an entry, or of a heading, or blank."""
        if not self._headed or not self.count:
            return super().line(y)
        place = next((place for row, place in enumerate(self._shown()) if row == y), None)
        if place is None:
            return (Piece(" " * self.across),)
        number, row = place
        if row < 0:
            return heading_line(*self._headings[number], self.across)
        return super().line((number - self._top) * self.rows + row)

    def _at(self, y: int) -> int:
        if not self._headed:
            return super()._at(y)
        return next((number for row, (number, _) in enumerate(self._shown()) if row == y), self.count)

    def _wheel(self, entries: int) -> None:
        if not self._headed:
            super()._wheel(entries)
            return
        self._top = max(0, min(self._top + entries, self._highest(self.count - 1)))
        self.refresh()
