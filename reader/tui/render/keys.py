"""Commands as lines: the footer, the help, the palette."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rich.cells import cell_len

from reader.tui.commands import COMMANDS, Command, Place, commands_at
from reader.tui.key_names import key_name
from reader.tui.render.line import Line, Piece

_KEYS_WIDTH = 16
_NEARLY_ALL = 9


@lru_cache(maxsize=64)
def footer(place: Place, width: int) -> Line:
    """The commands that the footer names, as many as fit in ``width`` cells; help is always one of them."""
    chosen = [command for command in commands_at(place) if command.footer]
    closing = [command for command in chosen if command.action in {"help", "back"}]
    line: list[Piece] = []
    left = width - sum(_hint_width(command) for command in closing)
    for command in chosen:
        if command in closing:
            continue
        size = _hint_width(command)
        if size > left:
            break
        left -= size
        line += _hint(command)
    for command in closing:
        if sum(cell_len(piece.text) for piece in line) + _hint_width(command) <= width:
            line += _hint(command)
    return tuple(line)


def typing_keys(*, enter: str = "keep", has_arrows: bool = True) -> Line:
    """What the keys do while one types."""
    hints = [("Enter", enter), ("↓ ↑", "next, previous"), ("Esc", "back to where you were")]
    if not has_arrows:
        del hints[1]
    return tuple(piece for key, words in hints for piece in (Piece(key, "key"), Piece(f" {words}   ", "dim")))


def _hint(command: Command) -> tuple[Piece, ...]:
    return (Piece(key_name(command.keys[0]), "key"), Piece(f" {command.label}   ", "dim"))


def _hint_width(command: Command) -> int:
    return sum(cell_len(piece.text) for piece in _hint(command))


def help_lines(place: Place) -> Sequence[Line]:
    """Every command of a place: its keys, and what it does."""
    return [
        (
            Piece("  "),
            Piece("  ".join(key_name(key) for key in command.keys).ljust(_KEYS_WIDTH), "key"),
            Piece(command.help),
        )
        for command in commands_at(place)
    ]


def palette_line(command: Command) -> Line:
    """A command in the palette: what it does, then its keys."""
    keys = " ".join(key_name(key) for key in command.keys)
    return (Piece("  "), Piece(command.help), Piece(f"   {keys}", "key"))


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
