"""The terminal between a kept picture and the program that takes it over: raw at once, and given back whatever happens.

Keys that are typed meanwhile wait in the terminal, unseen, until they are read. A signal that ends the program gives
the terminal back first; one that stops it waits until the program can put the terminal right around the stop.
"""

from __future__ import annotations

import os
import signal
import termios
from _thread import RLock

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType
    from typing import Any

ENTER = "\x1b[?1049h"
"""Shows the alternate screen, which most terminals clear for it: written once."""
_BEGIN = f"{ENTER}\x1b[?25l\x1b[?7l\x1b[?2026h"
_END = "\x1b[m\x1b[?2026l"
_LEAVE = b"\x1b[m\x1b[?7h\x1b[?1049l\x1b[?25h"
_ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT)
_KEYS, _SCREEN = 0, 1


def is_ours() -> bool:
    """Whether keys come from a terminal that shows what is written, and this program is the one in front of it."""
    try:
        return os.isatty(_KEYS) and os.isatty(_SCREEN) and os.tcgetpgrp(_KEYS) == os.getpgrp()
    except OSError:
        return False


class Taken:
    """The terminal with a picture on it. Whoever made it gives it back, or hands it on."""

    def __init__(self) -> None:
        """Takes it. Raises termios.error."""
        self.attributes: list[Any] = termios.tcgetattr(_KEYS)
        """What the terminal was set to before."""
        self._process = os.getpid()
        self.is_held = True
        self.is_painted = False
        """Whether a picture shows on it."""
        self._lock = RLock()
        self._before = {number: signal.signal(number, self._end) for number in _ENDING}
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTSTP])
        try:
            termios.tcsetattr(_KEYS, termios.TCSANOW, _raw(self.attributes))
        except termios.error:
            self.hand_on()
            raise

    def paint(self, rows: Sequence[str], encoding: str) -> None:
        """Shows a picture, in one piece where the terminal can; nothing once the terminal was given back."""
        placed = (f"\x1b[{number};1H\x1b[m{row}" for number, row in enumerate(rows, 1))
        picture = "".join([_BEGIN, *placed, _END]).encode(encoding, "replace")
        with self._lock:
            if self.is_held:
                self.is_painted = True
                _write(picture)

    def hand_on(self) -> list[Any]:
        """From here on somebody else answers for the terminal. What it was set to before."""
        if self.is_held:
            self.is_held = False
            for number, handler in self._before.items():
                if signal.getsignal(number) == self._end:
                    signal.signal(number, handler)
            signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGTSTP])
        return self.attributes

    def give_back(self) -> None:
        """As it was before, unless it was handed on. A copy of the process gives nothing back."""
        if os.getpid() != self._process:
            return
        with self._lock:  # a picture that is being painted is painted first
            if self.is_held:
                self._put_back()

    def _put_back(self) -> None:
        if self.is_painted:
            _write(_LEAVE)
        try:
            termios.tcsetattr(_KEYS, termios.TCSANOW, self.attributes)
        except termios.error:
            return  # the terminal has gone
        finally:
            self.hand_on()

    def _end(self, number: int, _: FrameType | None) -> None:
        self.give_back()
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)


def _raw(attributes: list[Any]) -> list[Any]:
    """As Textual sets it: no echo, every key at once, none of them a signal."""
    changed = [*attributes[:6], list(attributes[6])]
    changed[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
    changed[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
    changed[6][termios.VMIN] = 1
    return changed


def _write(data: bytes) -> None:
    """All of it; nothing where the terminal has gone."""
    try:
        while data:
            data = data[os.write(_SCREEN, data) :]
    except OSError:
        return
