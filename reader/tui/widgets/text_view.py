"""Columns that scroll: what the reading pane and the compare view have in common."""

from __future__ import annotations

from textual import events
from textual.message import Message

from reader.tui.render.column import STRIP
from reader.tui.widgets.painted import Painted

ROWS_AHEAD = 16
"""Rows that are made at a time while no key comes: under 2 ms."""


class TextView(Painted, can_focus=True):
    """Text that is scrolled by rows. A subclass says how to scroll and how high a page is."""

    TAIL = STRIP

    class Scrolled(Message):
        """Another part of the text shows."""

        def __init__(self, source: TextView) -> None:
            """Carries the view."""
            super().__init__()
            self.source = source

        @property
        def control(self) -> TextView:
            """The view that it happened in."""
            return self.source

    class Stuck(Scrolled):
        """There is nothing more in the direction of a scroll."""

        def __init__(self, source: TextView, *, end: bool) -> None:
            """``end``: the text ends; else it begins here."""
            super().__init__(source)
            self.end = end

    @property
    def page(self) -> int:
        """Rows in a page."""
        return max(1, self.size.height)

    def scroll_rows(self, rows: int) -> None:
        """Scrolls by that many rows, down where positive."""
        raise NotImplementedError

    def scroll_to_edge(self, *, end: bool) -> None:
        """Scrolls to the beginning or the end."""
        raise NotImplementedError

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Three rows on."""
        event.stop()
        self.scroll_rows(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Three rows back."""
        event.stop()
        self.scroll_rows(-3)

    def action_down(self) -> None:
        """A row on."""
        self.scroll_rows(1)

    def action_up(self) -> None:
        """A row back."""
        self.scroll_rows(-1)

    def action_page_down(self) -> None:
        """A page on, one row kept."""
        self.scroll_rows(max(1, self.page - 1))

    def action_page_up(self) -> None:
        """A page back, one row kept."""
        self.scroll_rows(-max(1, self.page - 1))

    def action_half_down(self) -> None:
        """Half a page on."""
        self.scroll_rows(max(1, self.page // 2))

    def action_half_up(self) -> None:
        """Half a page back."""
        self.scroll_rows(-max(1, self.page // 2))

    def action_start(self) -> None:
        """To the beginning."""
        self.scroll_to_edge(end=False)

    def action_end(self) -> None:
        """To the end."""
        self.scroll_to_edge(end=True)
