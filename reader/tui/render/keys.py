"""Commands as lines: the footer, the help, the palette."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rich.cells import cell_len

from reader.tui.commands import COMMANDS, Command, Place, commands_at, hints_at
from reader.tui.key_names import key_name
from reader.tui.render.line import Line, Piece, cells

AROUND = 3
"""Blanks in a status line that has something at both ends: one outside of each, one between them."""
_GAP = "   "
"""Between two hints."""
_CLOSING = ("help", "back")
_KEYS_WIDTH = 16
_NEARLY_ALL = 9


@lru_cache(maxsize=64)
def footer(place: Place, width: int, idle: frozenset[str] = frozenset()) -> Line:
    """The commands that the footer names, as many as fit in ``width`` cells: help first, then the most wanted.
    ``idle`` are actions that have nothing to do now."""
    chosen = [command for command in hints_at(place) if command.action not in idle]
    named = []
    left = width + len(_GAP)  # none behind the last
    for command in sorted(chosen, key=lambda command: command.action not in _CLOSING):
        if (size := _hint_width(command)) <= left:
            left -= size
            named.append(command)
    line = [piece for command in chosen if command in named for piece in _hint(command)]
    return (*line[:-1], Piece(line[-1].text.rstrip(), "dim")) if line else ()


def status(said: Line, place: Place, right: Line, width: int, idle: frozenset[str] = frozenset()) -> tuple[Line, Line]:
    """The two ends of a status line of ``width`` cells: what is said, or else the keys; and where one is, which gives
    way to a sentence that needs its room."""
    if said:
        return said, right if cells(said) + cells(right) + AROUND <= width else ()
    return footer(place, width - cells(right) - AROUND, idle), right


def typing_keys(*, enter: str = "keep", leave: str = "back to where you were", has_arrows: bool = True) -> Line:
    """What the keys do while one types."""
    hints = [("Enter", enter), ("↓ ↑", "next, previous"), ("Esc", leave)]
    if not has_arrows:
        del hints[1]
    return tuple(piece for key, words in hints for piece in hint(key, words))


def hint(key: str, words: str) -> Line:
    """A key and what it does, with blanks behind."""
    return (Piece(key, "key"), Piece(f" {words}{_GAP}", "dim"))


def _hint(command: Command) -> Line:
    return hint(key_name(command.keys[0]), command.label)


def _hint_width(command: Command) -> int:
    return sum(cell_len(piece.text) for piece in _hint(command))


def help_lines(place: Place) -> Sequence[Line]:
    """Every command of a place: its keys, and what it does."""
    return [command_line(command) for command in commands_at(place)]


def command_line(command: Command) -> Line:
    """A command in the help and in the palette: its keys, and what it does."""
    keys = "  ".join(key_name(key) for key in command.keys)
    return (Piece("  "), Piece(f"{keys.ljust(_KEYS_WIDTH - 1)} ", "key"), Piece(command.help))


def readme_table() -> str:
    """All commands as a table in Markdown, for README."""
    rows = ["| Keys | Where | What |", "|---|---|---|"]
    for command in COMMANDS:
        keys = " ".join(f"`{_escaped(key_name(key))}`" for key in command.keys)
        where = (
            "everywhere" if len(command.places) >= _NEARLY_ALL else ", ".join(place.value for place in command.places)
        )
        rows.append(f"| {keys} | {where} | {_escaped(command.help)} |")
    return "\n".join(rows)


def _escaped(words: str) -> str:
    return words.replace("|", "\\|")
