"""The programs that are measured, and how: opened in a pseudo-terminal, asked in turn."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from wire import Wire, wait_for_idle

from screen.texts import SIZES, Texts

PEERS = Path(__file__).parent.parent / "peers"
PATIENCE = 0.25
"""Seconds that a key waits for the machine to become idle."""
PAGE, BACK, DOWN, UP = "\x1b[6~", "\x1b[5~", "\x1b[B", "\x1b[A"
HOME, END = "\x1b[H", "\x1b[F"
STOCK_UP_TO = {"static": 100_000, "textarea": 1_000_000, "options": 10_000}
"""Larger ones take minutes to open."""


def reader(*arguments: Path | str) -> list[str]:
    """The command as it is installed beside this Python."""
    script = Path(sys.executable).parent / "reader"
    return [*([str(script)] if script.exists() else [sys.executable, "-m", "reader"]), *map(str, arguments)]


def smallest() -> list[str]:
    """The smallest Textual app."""
    return [sys.executable, str(PEERS / "smallest.py")]


def stock(kind: str, given: Path | int) -> list[str]:
    """A widget of Textual's."""
    return [sys.executable, str(PEERS / "stock.py"), kind, str(given)]


def pagers(path: Path) -> dict[str, list[str]]:
    """Pagers that are installed, on a file."""
    found = {"less": ["less", str(path)], "vim": ["vim", "-u", "NONE", "-N", "-n", "-R", str(path)]}
    return {name: command for name, command in found.items() if shutil.which(name)}


class Bench:
    """How many samples are taken, of texts of which sizes, and of lists of how many entries."""

    def __init__(self, texts: Texts, samples: int, sizes: Sequence[str], lists: Sequence[int]) -> None:
        self.texts, self.samples, self.sizes, self.lists = texts, samples, sizes, lists

    def sizes_between(self, least: int, most: int) -> list[str]:
        """Those of the sizes that lie between."""
        return [size for size in self.sizes if least <= SIZES[size] <= most]

    @contextmanager
    def opened(self, command: Sequence[str], words: str, *, quiet: float = 0.6, limit: float = 120.0) -> Iterator[Wire]:
        """The program in a home of its own, with the words on its screen, when nothing more comes for a while."""
        wait_for_idle()
        with Wire(command, home=self.texts.new_home()) as wire:
            wire.until_shown(words, limit=limit)
            wire.until_quiet(quiet, 60)
            yield wire

    @contextmanager
    def several(self, commands: Mapping[str, Sequence[str]], words: str) -> Iterator[dict[str, Wire]]:
        """All of them open at once, the text having the keys."""
        with ExitStack() as stack:
            wires: dict[str, Wire] = {}
            for name, command in commands.items():
                wires[name] = stack.enter_context(self.opened(command, words, limit=180))
                if name == "reader":
                    wires[name].answer("\r", limit=5)
                    wires[name].until_quiet(0.6)
            yield wires

    def in_turn(self, wires: Mapping[str, Wire], keys: Mapping[str, Sequence[str]]) -> dict[str, list[float | None]]:
        """The times of keys, a key of each program in turn, so that what else the machine does falls on all."""
        taken: dict[str, list[float | None]] = {name: [] for name in wires}
        for number in range(self.samples):
            for name, wire in wires.items():
                wait_for_idle(limit=PATIENCE)
                taken[name].append(wire.answer(keys[name][number % len(keys[name])], limit=20))
        return taken

    def keys(self, wire: Wire, *keys: str, quiet: float = 0.05) -> list[float | None]:
        """The times of keys of one program, round and round."""
        taken: list[float | None] = []
        for number in range(self.samples):
            wait_for_idle(limit=PATIENCE)
            taken.append(wire.answer(keys[number % len(keys)], quiet=quiet))
        return taken
