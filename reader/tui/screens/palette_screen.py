"""All commands of a place by name: type a few letters, choose with the arrows, Enter runs."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult

from reader.text.fold import fold
from reader.tui.commands import COMMANDS, Command, Place, commands_at
from reader.tui.key_names import key_name
from reader.tui.render.keys import command_line
from reader.tui.render.line import Piece
from reader.tui.screens.page import Page
from reader.tui.widgets.find_bar import FindBar
from reader.tui.widgets.line_bar import LineBar, Rule
from reader.tui.widgets.line_list import LineList

_NOT_BY_NAME = {"palette", "cancel"}


class PaletteScreen(Page):
    """Gives back the command that was chosen."""

    def __init__(self, place: Place, places: Sequence[Place]) -> None:
        """``place`` is the part that has the keys; of the other ``places`` it shows what their screen itself does."""
        super().__init__()
        self._place = place
        there = [c for other in places for c in commands_at(other) if other != place and not c.moves]
        every = {command.action: command for command in (*there, *commands_at(place))}
        self._all = [every[c.action] for c in COMMANDS if every.get(c.action) is c and c.action not in _NOT_BY_NAME]
        self._found = self._all

    def compose(self) -> ComposeResult:
        """The line to type in, the commands."""
        yield LineBar(id="header")
        yield FindBar("command", modes=False, id="words")
        yield Rule()
        yield LineList(id="commands")

    def on_mount(self) -> None:
        """All commands, and the keys to the line."""
        self.query_one("#header", LineBar).show(
            (Piece("Commands", "strong"), Piece(f" · {self._place.value}", "dim")),
            (Piece("Enter", "key"), Piece(" runs   ", "dim"), Piece("Esc", "key"), Piece(" closes", "dim")),
        )
        self.query_one(FindBar).open("")
        self._show()

    def _show(self) -> None:
        words = fold(self.query_one(FindBar).typed, case=True).text.split()
        self._found = [command for command in self._all if all(word in _searched(command) for word in words)]
        empty = [(Piece("  No command has these words", "dim"),)]
        self.query_one(LineList).show(
            len(self._found), lambda number, width, on: [command_line(self._found[number])], cursor=0, empty=empty
        )

    def on_find_bar_typed(self, event: FindBar.Typed) -> None:
        """Fewer commands, or more."""
        self._show()

    def on_find_bar_stepped(self, event: FindBar.Stepped) -> None:
        """The cursor moves while one types."""
        commands = self.query_one(LineList)
        commands.go(commands.cursor + event.step)

    def on_find_bar_accepted(self, event: FindBar.Accepted) -> None:
        """Runs the command under the cursor."""
        self.leave(self._found[self.query_one(LineList).cursor] if self._found else None)

    def on_find_bar_dismissed(self, event: FindBar.Dismissed) -> None:
        """Closes without running any."""
        self.leave(None)

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Runs the command that was clicked."""
        if self._found:
            self.leave(self._found[event.number])


def _searched(command: Command) -> str:
    keys = " ".join(key_name(key) for key in command.keys)
    return fold(f"{command.help} {command.label} {keys}", case=True).text
