"""A few lines that say something about what shows above them; not there where there is nothing to say."""

from __future__ import annotations

from collections.abc import Sequence

from reader.tui.render.line import Line, Piece, fitted
from reader.tui.widgets.painted import Painted


class Note(Painted):
    """Lines under a rule."""

    DEFAULT_CSS = """
    Note { height: auto; display: none; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        """Starts empty, and hidden."""
        super().__init__(id=id)
        self._lines: Sequence[Line] = ()
        self._joints: Sequence[int] = ()

    def show(self, lines: Sequence[Line], joints: Sequence[int] = ()) -> None:
        """Replaces the lines; none hides the note. ``joints`` are the cells where lines from above meet the rule."""
        self._lines, self._joints = lines, joints
        self.display = bool(lines)
        self.styles.height = len(lines) + 1
        self.refresh()

    def line(self, y: int) -> Line:
        """A rule, then the lines."""
        width = self.across
        if y == 0:
            return (Piece("".join("┴" if x in self._joints else "─" for x in range(width)), "faint"),)
        line = self._lines[y - 1] if y <= len(self._lines) else ()
        return fitted((Piece("   "), *line), width)
