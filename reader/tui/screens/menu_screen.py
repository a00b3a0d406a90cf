"""A few ways to go on, one of them to be chosen: how to sort, with what to open, what to write."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.app import ComposeResult

from reader.library.desk import Desk
from reader.text.clean import clean_line
from reader.tui.commands import Place
from reader.tui.render.line import Line, Piece
from reader.tui.screens.reader_screen import ReaderScreen
from reader.tui.widgets.line_bar import LineBar, Rule
from reader.tui.widgets.line_list import LineList


@dataclass(frozen=True, slots=True)
class Choice:
    """One way: what it is, what there is to say of it, and a sign where it holds now."""

    words: str
    more: str = ""
    sign: str = ""


class MenuScreen(ReaderScreen):
    """Gives back the number of what was chosen, or ``None``."""

    def __init__(self, desk: Desk, title: str, choices: Sequence[Choice]) -> None:
        """``title`` and ``choices`` may hold what comes from files: it is cleaned here."""
        super().__init__(desk)
        self._title_words = title
        self._choices = list(choices)
        self._widest = max((cell_len(clean_line(choice.words)) for choice in choices), default=0)

    def compose(self) -> ComposeResult:
        """Header, choices, status."""
        yield LineBar(id="header")
        yield Rule()
        yield LineList(id="choices")
        yield Rule()
        yield LineBar(keeps_right=True, id="status")

    def on_mount(self) -> None:
        """The cursor stands on what holds now."""
        self.query_one("#header", LineBar).show((Piece(clean_line(self._title_words), "strong"),))
        choices = self.query_one(LineList)
        choices.focus()
        cursor = next((number for number, choice in enumerate(self._choices) if choice.sign), 0)
        choices.show(len(self._choices), self._entry, cursor=cursor)

    def _entry(self, number: int, width: int, on: bool) -> Sequence[Line]:
        choice = self._choices[number]
        words = clean_line(choice.words)
        more = " " * (self._widest - cell_len(words) + 3) + clean_line(choice.more) if choice.more else ""
        return [(Piece(f"  {choice.sign or ' '} ", "accent"), Piece(words), Piece(more, "dim"))]

    @property
    def place(self) -> Place:
        """The choices."""
        return Place.RESULTS

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """This one."""
        self.leave(event.number)

    def action_cancel(self) -> None:
        """None of them."""
        self.leave(None)
