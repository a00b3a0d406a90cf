"""A list of entries of one or more rows each, with a cursor. What an entry looks like is asked for when it shows.

It serves the articles, the results of a search, the palette, the help and the notices; none of them is ever walked
from end to end.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.message import Message

from reader.tui.commands import Place, bindings_at
from reader.tui.render.line import Line, Piece, fitted, under
from reader.tui.widgets.painted import Painted

Entry = Callable[[int, int, bool], Sequence[Line]]
"""Number of the entry, width in cells, whether the cursor is on it: its lines, all entries the same number."""


class LineList(Painted, can_focus=True):
    """Entries with a cursor. Announces where the cursor is and what was chosen."""

    BINDINGS = bindings_at(Place.RESULTS)

    class Moved(Message):
        """The cursor stands on another entry."""

        def __init__(self, source: LineList, number: int) -> None:
            """``number`` counts from 0."""
            super().__init__()
            self.source = source
            self.number = number

        @property
        def control(self) -> LineList:
            """The list that it happened in."""
            return self.source

    class Chosen(Moved):
        """An entry was chosen, with Enter or the mouse."""

    class Stuck(Moved):
        """The cursor was to go past the first or the last entry."""

    def __init__(self, *, rows: int = 1, id: str | None = None) -> None:
        """``rows`` is the height of an entry."""
        super().__init__(id=id)
        self.rows = rows
        self.count = 0
        self.cursor = 0
        self._top = 0
        self._entry: Entry = lambda number, width, on: [()]
        self._empty: Sequence[Line] = ()
        self._asked: tuple[int, int, bool] | None = None
        self._lines: Sequence[Line] = ()
        """The entry that is being painted."""

    def show(self, count: int, entry: Entry, *, cursor: int | None = None, empty: Sequence[Line] = ()) -> None:
        """Replaces the entries; ``empty`` is shown where there are none."""
        self.count, self._entry, self._empty = count, entry, empty
        self.cursor = max(0, min(self.cursor if cursor is None else cursor, count - 1))
        self._keep_in_view()
        self.refresh()

    def go(self, number: int, *, announce: bool = True) -> None:
        """Puts the cursor on an entry, as near as there is one."""
        number = max(0, min(number, self.count - 1))
        if number == self.cursor or not self.count:
            if announce:
                self.announce(self.Stuck(self, self.cursor))
            return
        self.cursor = number
        self._keep_in_view()
        self.refresh()
        if announce:
            self.announce(self.Moved(self, number))

    @property
    def _fits(self) -> int:
        return max(1, self.size.height // self.rows)

    def _keep_in_view(self) -> None:
        if self.cursor < self._top:
            self._top = self.cursor
        elif self.cursor >= self._top + self._fits:
            self._top = self.cursor - self._fits + 1
        self._top = max(0, min(self._top, self.count - self._fits))

    def line(self, y: int) -> Line:
        """The row at ``y``: a row of an entry, or blank."""
        width = self.across
        number = self._top + y // self.rows
        if not self.count:
            return fitted(self._empty[y], width) if y < len(self._empty) else (Piece(" " * width),)
        if number >= self.count:
            return (Piece(" " * width),)
        on = number == self.cursor
        asked = (number, width, on and self.has_focus)
        if asked != self._asked:
            self._asked, self._lines = asked, self._entry(*asked)
        lines = self._lines
        line = lines[y % self.rows] if y % self.rows < len(lines) else ()
        if not on:
            return fitted(line, width)
        return under("cursor" if self.has_focus else "cursor-away", fitted(line, width))

    def begin(self) -> None:
        """Entries may look different."""
        self._asked = None

    # What happens

    def fit(self) -> None:
        """Keeps the cursor in view."""
        self._keep_in_view()

    def on_focus(self) -> None:
        """The cursor looks different."""
        self.refresh()

    def on_blur(self) -> None:
        """The cursor looks different."""
        self.refresh()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Three entries on."""
        event.stop()
        self._wheel(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Three entries back."""
        event.stop()
        self._wheel(-3)

    def _wheel(self, entries: int) -> None:
        self._top = max(0, min(self._top + entries, self.count - self._fits))
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Puts the cursor there; a second click on it chooses."""
        number = self._at(event.y)
        if number < self.count:
            if number == self.cursor:
                self.announce(self.Chosen(self, number))
            else:
                self.go(number)

    def _at(self, y: int) -> int:
        """The number of the entry at a row."""
        return self._top + y // self.rows

    # What keys do

    def action_down(self) -> None:
        """One entry on."""
        self.go(self.cursor + 1)

    def action_up(self) -> None:
        """One entry back."""
        self.go(self.cursor - 1)

    def action_rows_down(self) -> None:
        """A page on."""
        self.go(self.cursor + max(1, self._fits - 1))

    def action_rows_up(self) -> None:
        """A page back."""
        self.go(self.cursor - max(1, self._fits - 1))

    def action_start(self) -> None:
        """The first entry."""
        self.go(0)

    def action_end(self) -> None:
        """The last entry."""
        self.go(self.count - 1)

    def action_choose(self) -> None:
        """Announces the entry under the cursor; in an empty list its owner says that there is none."""
        self.announce(self.Chosen(self, self.cursor))
