"""A start of the program: what it shows before anything is loaded, and what it leaves for the next one."""

from __future__ import annotations

import os
import sys
import time

from reader.firstframe import kept

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.firstframe.terminal import Taken

CODE = ("reader", "textual", "rich")
"""Packages that make the picture: with another version of any of them it would be another one."""


class Start:
    """One start on some paths."""

    def __init__(self, paths: Sequence[str]) -> None:
        """Shows the picture that was kept for it, if there is one that holds and a terminal that can show it."""
        self.paths = paths
        self.since = time.time_ns()
        """When it began, before anything was read."""
        self.taken: Taken | None = None
        """The terminal, if a picture shows or is to be shown."""
        self._where = kept.folder(os.environ)
        self.size = (0, 0)
        """Columns and rows of the terminal, where it can show a picture."""
        self._asked: kept.Frame | None = None
        if os.name != "posix" or (asked := kept.question(paths, os.environ)) is None:
            return
        self._asked = asked
        try:
            self.size = os.get_terminal_size(1)
        except OSError:
            return
        rows = kept.find(asked, self.size, self._where)
        if rows is not None and self._take():
            self.show(rows)

    def _take(self) -> bool:
        from termios import error

        from reader.firstframe.terminal import Taken, is_ours

        try:
            self.taken = Taken() if is_ours() else None
        except error:
            return False
        return self.taken is not None

    def awaits_picture(self) -> bool:
        """Takes the terminal for a picture that is still to be made, where none shows and one can be shown."""
        return self.taken is None and self._asked is not None and self.size != (0, 0) and self._take()

    def show(self, rows: Sequence[str]) -> None:
        """Shows a picture, if it is safe; from any thread."""
        if self.taken is not None and all(map(kept.is_safe, rows)):
            self.taken.paint(rows, sys.stdout.encoding or "utf-8")

    def give_back(self) -> None:
        """The terminal is the shell's again, if it was taken and not handed on."""
        if self.taken is not None:
            self.taken.give_back()

    def is_to_be_kept(self, size: tuple[int, int]) -> bool:
        """Whether the next start at this size has no picture yet."""
        return self._asked is not None and kept.find(self._asked, size, self._where) is None

    def keep(self, size: tuple[int, int], rows: Sequence[str], inputs: Iterable[str], state: dict[str, str]) -> bool:
        """Keeps a picture for the next start. Whether it is kept.

        ``inputs``: files and folders that were read when this start began; where one of them has changed since, the
        picture shows what is no longer true. ``state``: what else it was made of, with stamps from before it was made.
        """
        read = dict.fromkeys([*inputs, *_code()])
        if self._asked is None or len(read) > kept.MOST_WITNESSES:
            return False
        stamps = {path: kept.stamp(path) for path in read}  # first: what changes after that shows in them
        if any(kept.changed_since(path, self.since) for path in read):
            return False
        return kept.keep(self._asked, size, rows, stamps | state, self._where)


def _code() -> list[str]:
    """The files of the program that are loaded, and one of each library that paints."""
    ours = [file for name, module in sys.modules.items() if name.split(".")[0] == CODE[0] if (file := _file(module))]
    return [*ours, *(file for name in CODE[1:] if (file := _file(sys.modules.get(name))))]


def _file(module: object) -> str | None:
    return getattr(module, "__file__", None)
