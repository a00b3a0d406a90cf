"""A page over a screen: a title, a list, a line of keys. Help, notices."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult

from reader.tui.commands import Place, bindings_at
from reader.tui.render.flow import flowed
from reader.tui.render.line import Line, Piece
from reader.tui.screens.page import Page
from reader.tui.widgets.line_bar import LineBar, Rule
from reader.tui.widgets.line_list import LineList


class DialogList(LineList):
    """The list of a dialog."""

    BINDINGS = bindings_at(Place.DIALOG)


class Dialog(Page):
    """Lines to read, and back."""

    AUTO_FOCUS = "DialogList"

    def __init__(self, title: str, lines: Sequence[Line]) -> None:
        """``title`` and ``lines`` hold cleaned text."""
        super().__init__()
        self._title_words = title
        self._lines = lines

    def compose(self) -> ComposeResult:
        """Header, rule, lines, rule, keys."""
        yield LineBar(id="header")
        yield Rule()
        yield DialogList()
        yield Rule()
        yield LineBar(keeps_right=True, id="status")

    def on_mount(self) -> None:
        """Fills the lines in."""
        self.query_one("#header", LineBar).show((Piece(self._title_words, "strong"),))
        self.query_one("#status", LineBar).show(
            (Piece("j k", "key"), Piece(" move   ", "dim"), Piece("q", "key"), Piece(" back", "dim"))
        )
        self._flow()

    def on_resize(self) -> None:
        """Breaks the lines for the new width."""
        if self.is_mounted:
            self._flow()

    def _flow(self) -> None:
        rows = [row for line in self._lines for row in flowed(line, self.size.width - 1)]
        self.query_one(DialogList).show(len(rows), lambda number, width, on: [rows[number]])

    def refuse(self, key: str) -> None:
        """A key that does nothing here says so by where one is."""
        self.query_one("#status", LineBar).show((Piece("This is a page to read; q goes back", ""),))

    def action_back(self) -> None:
        """Closes it."""
        self.leave(None)
