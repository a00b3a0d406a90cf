"""Keys of a person's own, put into the table of commands before any part of the screen is made from it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from reader.tui import commands
from reader.tui.commands import Command, Place
from reader.tui.key_names import key_name

_LEFT_ALONE: Final = ("escape", "tab", "shift+tab", *(f"ctrl+{letter}" for letter in "bchimz"))
"""Keys that always mean the same: Esc and Tab, and those that terminals send for other keys or that stop programs."""
_NAMED: Final = re.compile(
    r"f([1-9]|1[0-2])|(ctrl|alt)\+[a-z]|(ctrl\+|shift\+)?(up|down|left|right|home|end|pageup|pagedown)"
    r"|enter|space|insert|delete|backspace"
)


def take(keys: Mapping[str, Sequence[str]]) -> list[str]:
    """Puts keys into the table, by command; sentences on those that cannot be."""
    table, problems = remapped(commands.COMMANDS, keys)
    commands.take(table)
    return problems


def remapped(table: Sequence[Command], keys: Mapping[str, Sequence[str]]) -> tuple[tuple[Command, ...], list[str]]:
    """The table with other keys, one command after the other; what cannot be is said and left as it was."""
    found = tuple(table)
    problems = []
    for name, wanted in keys.items():
        problem = _problem(found, name, wanted)
        if problem is None:
            changed = tuple(_with(command, wanted) if command.action == name else command for command in found)
            problem = next(_clashes(changed, name), None)
            found = found if problem else changed
        if problem:
            problems.append(problem)
    return found, problems


def _with(command: Command, wanted: Sequence[str]) -> Command:
    """A command with other keys; those that always mean the same stay."""
    return replace(command, keys=(*wanted, *(key for key in command.keys if key in _LEFT_ALONE)))


def _problem(table: Sequence[Command], name: str, wanted: Sequence[str]) -> str | None:
    if all(command.action != name for command in table):
        return f"[keys]: there is no command “{name}”"
    for key in wanted:
        if key in _LEFT_ALONE:
            return f"[keys]: {key_name(key)} always means the same, and cannot be “{name}”"
        if not _NAMED.fullmatch(key) and not (len(key) == 1 and key.isprintable() and not key.isspace()):
            return f"[keys]: “{key}” is no key; a letter or sign is, or a name such as f2, ctrl+r, space, pageup"
    return None


def _clashes(table: Sequence[Command], name: str) -> Iterator[str]:
    """The keys of a command that another one has in the same place."""
    for place in Place:
        here = [command for command in table if place in command.places]
        for own in (command for command in here if command.action == name):
            for other in here:
                both = set(own.keys) & set(other.keys)
                if other.action != name and both:
                    key = key_name(min(both))
                    yield f"[keys]: {key} is “{other.action}” in the {place.value} already, and cannot be “{name}” too"
