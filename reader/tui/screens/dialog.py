"""A page over a screen: a title, a list, a line of keys. Help, notices."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult

from reader.tui.commands import Place, bindings_at, first_key
from reader.tui.render.flow import flowed
from reader.tui.render.keys import footer
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

    def __init__(self, title: str, lines: Sequence[Line], *, lead: int = 0) -> None:
        """``title`` and ``lines`` hold cleaned text; a line that needs several rows goes on under ``lead``."""
        super().__init__()
        self._lead = lead
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
        self.query_one("#status", LineBar).show(footer(Place.DIALOG, self.size.width))
        self._flow()

    def on_resize(self) -> None:
        """Breaks the lines for the new width."""
        if self.is_mounted:
            self._flow()

    def _flow(self) -> None:
        rows = [row for line in self._lines for row in flowed(line, self.size.width - 1, self._lead)]
        self.query_one(DialogList).show(len(rows), lambda number, width, on: [rows[number]])

    def refuse(self, key: str) -> None:
        """A key that does nothing here says so by where one is."""
        self.query_one("#status", LineBar).show((Piece(f"This is a page to read; {first_key('back')} goes back"),))

    def action_back(self) -> None:
        """Closes it."""
        self.leave(None)
