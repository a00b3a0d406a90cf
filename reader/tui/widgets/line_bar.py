"""Lines at the top and the bottom: rules, headers, the status line."""

from __future__ import annotations

from reader.tui.render.line import DIVIDING, Line, bar, rule
from reader.tui.widgets.painted import Painted


class LineBar(Painted):
    """One row with something at its left and something at its right."""

    DEFAULT_CSS = """
    LineBar { height: 1; }
    """

    def __init__(self, *, keeps_right: bool = False, id: str | None = None) -> None:
        """Starts empty. Where both sides do not fit, the right one gives way, unless it is to be kept."""
        super().__init__(id=id)
        self._keeps_right = keeps_right
        self._left: Line = ()
        self._right: Line = ()

    def show(self, left: Line, right: Line = ()) -> None:
        """Replaces both sides."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    def line(self, y: int) -> Line:
        """The row."""
        return bar(self._left, self._right, self.across, keeps=self._keeps_right)


class Rule(Painted):
    """A horizontal line; ``joints`` are the columns where vertical lines meet it."""

    DEFAULT_CSS = """
    Rule { height: 1; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        """Starts without joints."""
        super().__init__(id=id)
        self._joints: dict[int, str] = {}

    def join(self, joints: dict[int, str]) -> None:
        """Sets the signs at columns."""
        if joints != self._joints:
            self._joints = joints
            self.refresh()

    def line(self, y: int) -> Line:
        """The rule."""
        return rule(self.across, self._joints)


class Divider(Painted):
    """A vertical line between two panes."""

    DEFAULT_CSS = """
    Divider { width: 1; }
    """

    def line(self, y: int) -> Line:
        """One sign of it."""
        return DIVIDING
