"""Which of list and text show, and how wide the list is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.widget import Widget

    from reader.tui.widgets.line_bar import Rule

NARROW = 80
"""Cells under which list and text do not show at once: 24 for the list leave too little for a row of text."""
LEAST, MOST = 20, 72
"""Cells for the list."""
PORTION, USUAL = 0.3, 30
"""Of the width, for the list, and cells at the least, until it is made wider or narrower."""
TEXT_LEAST = 44
"""Cells that the text keeps."""
STEP = 4


def is_narrow(room: int) -> bool:
    """Whether one pane shows at a time in so many cells."""
    return room < NARROW


def list_width(room: int, wished: int | None) -> int:
    """How wide the list is beside the text in so many cells; ``wished`` is what a person has chosen."""
    return min(wished_width(room, wished), max(LEAST, room - TEXT_LEAST))


def wished_width(room: int, wished: int | None) -> int:
    """How wide it is to be, were there room for it."""
    return max(LEAST, min(MOST, max(USUAL, int(room * PORTION)) if wished is None else wished))


class Panes:
    """The layout of the library, as classes on its screen."""

    def __init__(self, screen: Screen[object], listed: Widget, top: Rule, bottom: Rule) -> None:
        """The list's width is set directly; everything else is classes."""
        self._screen = screen
        self._list = listed
        self._rules = (top, "┬"), (bottom, "┴")
        self._wanted: int | None = None

    @property
    def is_narrow(self) -> bool:
        """Whether one pane shows at a time."""
        return self._screen.has_class("-narrow")

    @property
    def is_zen(self) -> bool:
        """Whether only the text shows."""
        return self._screen.has_class("-zen")

    @property
    def _room(self) -> int:
        """Cells of the screen, or of the terminal while it was not laid out yet."""
        return self._screen.size.width or self._screen.app.size.width

    @property
    def _width(self) -> int:
        return wished_width(self._room, self._wanted)

    def fit(self) -> None:
        """Lays out for the size of now."""
        self._screen.set_class(is_narrow(self._room), "-narrow")
        width = list_width(self._room, self._wanted)
        self._list.styles.width = "1fr" if self.is_narrow else width
        both = not self.is_narrow and not self.is_zen
        for rule, sign in self._rules:
            rule.join({width: sign} if both else {})

    def widen(self, steps: int) -> bool:
        """Makes the list wider, or narrower. Whether it could be."""
        wanted = max(LEAST, min(MOST, self._width + steps * STEP))
        changed, self._wanted = wanted != self._width, wanted
        self.fit()
        return changed

    def wish(self, width: int) -> None:
        """Sets how wide the list is to be."""
        self._wanted = width

    @property
    def wished(self) -> int:
        """How wide the list is to be."""
        return self._width

    def read(self, reading: bool) -> None:
        """Where one pane shows: the text, or the list."""
        self._screen.set_class(reading, "-reading")

    def toggle_zen(self) -> bool:
        """Only the text, or everything again. Whether it is only the text now."""
        self._screen.set_class(not self.is_zen, "-zen")
        self.fit()
        return self.is_zen
