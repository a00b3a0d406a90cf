"""A program in a real pseudo-terminal: what it writes, what a person would see, how it leaves the terminal.

The pilot of Textual bypasses the driver, the input parser and the bytes on the wire; what is found here lives
exactly there. The parent plays the terminal: it answers the questions that programs ask of one (device
attributes, cursor position, background colour, synchronised updates) and keeps every byte. An emulator (pyte)
turns them into a screen.

It needs a POSIX system. It judges nothing by the clock: waits have a limit, and to reach it is an error.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from unicodedata import combining

import pyte
from wcwidth import wcswidth, wcwidth

KEYS: Mapping[str, str] = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "space": " ",
    "backspace": "\x7f",
    "delete": "\x1b[3~",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "f12": "\x1b[24~",
    **{f"ctrl+{letter}": chr(ord(letter) - 96) for letter in "abcdefghijklmnopqrstuvwxyz"},
}
"""What a terminal sends for the keys that have names. Every other key is its own character."""

FRAME = b"\x1b[?2026h"
"""The start of a synchronised update: one for every picture that the program sends."""

QUIET = 0.25
"""Seconds without a byte after which a program that does nothing is taken to be waiting."""

LIMIT = 60.0
"""Seconds after which a wait has failed. Long, for a busy machine: nothing here measures speed."""

MODES: Mapping[int, str] = {
    9: "mouse tracking",
    1000: "mouse tracking",
    1002: "mouse tracking",
    1003: "mouse tracking",
    1004: "focus reports",
    1005: "mouse coordinates",
    1006: "mouse coordinates",
    1015: "mouse coordinates",
    1016: "mouse coordinates",
    47: "the alternate screen",
    1047: "the alternate screen",
    1049: "the alternate screen",
    2004: "bracketed paste",
    2026: "a synchronised update",
    2048: "size reports",
}
"""Private modes that a program may switch on and must have switched off when it ends."""

LONGEST_QUESTION = 16
"""Bytes kept back when looking for questions, for one that arrives in two parts."""

_MODE = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
_KEYBOARD = re.compile(rb"\x1b\[([<>])[0-9;]*u")
_QUESTION = re.compile(rb"\x1b\[0?c|\x1b\[6n|\x1b\[\?2026\$p|\x1b\]11;\?(?:\x07|\x1b\\)")
_NOT_FOR_EMULATOR = re.compile(rb"\x1b\[[<=>][0-9;]*[a-z]|\x1b\[\?[0-9;]*\$?[pmu]")
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-9;:?<=>]*[ -/]*|\][^\x07\x1b]*\x1b?)?\Z|[\xc2-\xf4][\x80-\xbf]{0,2}\Z")


class NotShownError(AssertionError):
    """What a test waited for did not happen; the message holds the screen."""


class Terminal:
    """Starts ``command`` in a pseudo-terminal of its own; use it in a ``with`` block.

    ``environment`` is laid over a clean one; a value of ``None`` removes a name. ``piped`` are the bytes of
    standard input, given through a pipe that is then closed; without it standard input is the terminal.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 120,
        rows: int = 36,
        environment: Mapping[str, str | None] | None = None,
        folder: Path | None = None,
        piped: bytes | None = None,
    ) -> None:
        self.columns, self.rows = columns, rows
        self.raw = bytearray()
        """Every byte that the program has written, in order."""
        self._fed = 0
        self._answered = 0
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._is_hung_up = False
        self._master, self._slave = pty.openpty()
        self._set_size()
        self._attributes = termios.tcgetattr(self._slave)
        slave = self._slave
        source = slave if piped is None else _pipe(piped)
        self._process = subprocess.Popen(
            command,
            stdin=source,
            stdout=slave,
            stderr=slave,
            env=_environment(environment),
            cwd=folder,
            start_new_session=True,
            preexec_fn=lambda: _as_a_shell_does(slave),
        )
        if source != slave:
            os.close(source)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        if not self._is_hung_up:
            os.close(self._master)
            os.close(self._slave)

    # What a person does

    def press(self, *keys: str) -> None:
        """Send keys, by name (``"enter"``, ``"ctrl+p"``) or as themselves (``"j"``)."""
        for key in keys:
            self.send(KEYS.get(key, key).encode())

    def send(self, data: bytes) -> None:
        """Send bytes as the keyboard would, read in between so that neither side waits for the other."""
        while data:
            self._read(0)
            data = data[os.write(self._master, data[:512]) :]

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size; the program is told by SIGWINCH."""
        self.columns, self.rows = columns, rows
        self._feed()
        self._screen.resize(rows, columns)
        self._set_size()

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the program (not to its group)."""
        self._process.send_signal(number)

    def hang_up(self) -> None:
        """Close the window. Nothing can be read or sent after it."""
        self._is_hung_up = True
        os.close(self._master)
        os.close(self._slave)

    def wait_for_death(self, limit: float = LIMIT) -> int:
        """Wait until a program that was hung up on has ended; its exit status (negative: the signal)."""
        return self._process.wait(limit)

    # What a person sees

    @property
    def display(self) -> str:
        """The screen as lines of text, blanks at their ends left off."""
        self._feed()
        return "\n".join(self.row(number).rstrip() for number in range(self.rows))

    def row(self, number: int) -> str:
        """A row, a character a cell but for wide ones, of which the second cell is left out. Half of one that was
        painted over is a blank, as in a terminal; pyte's own ``display`` fails on it."""
        self._feed()
        cells = [self._screen.buffer[number][column].data for column in range(self.columns)]
        return "".join(
            cell or ("" if column and wcswidth(cells[column - 1]) == 2 else " ") for column, cell in enumerate(cells)
        )

    @property
    def cells(self) -> pyte.Screen:
        """The screen itself, for attributes and colours of single cells."""
        self._feed()
        return self._screen

    def frames(self, since: int = 0) -> int:
        """How many pictures the program has sent since it had written ``since`` bytes."""
        return self.raw.count(FRAME, since)

    # Waiting

    def wait_for(self, wanted: str | Callable[[str], bool], limit: float = LIMIT) -> str:
        """Read until the screen holds the text, or fulfils the condition; the screen is returned.

        Raises :exc:`NotShownError` after ``limit`` seconds, or when the program has ended without it.
        """
        fulfilled = wanted if callable(wanted) else lambda display: wanted in display
        end = time.monotonic() + limit
        while True:
            if fulfilled(display := self.display):
                return display
            ended = self._process.poll() is not None
            if not self._read(0.05) and (ended or time.monotonic() > end):
                why = f"the program ended with {self._process.returncode}" if ended else f"not in {limit} s"
                raise NotShownError(f"{wanted!r}: {why}. On the screen:\n{self.display}")

    def wait_until_quiet(self, quiet: float = QUIET, limit: float = LIMIT) -> str:
        """Read until nothing has come for ``quiet`` seconds and nothing is being worked at; the screen is returned."""
        end = time.monotonic() + limit
        while (came := self._read(quiet)) or self._is_at_work():
            if time.monotonic() > end:
                if not came:
                    break
                raise NotShownError(f"still writing after {limit} s. On the screen:\n{self.display}")
        return self.display

    def _is_at_work(self) -> bool:
        """Whether the program, or a process that it started, does something or waits for its turn on a busy machine;
        where the system does not say, it does not."""
        return self.running and any(state in b"RD" for _, state in _threads(self._process.pid))

    def below(self) -> set[int]:
        """The processes that the program has started and that still run; none where the system does not say."""
        return {process for process, _ in _threads(self._process.pid)} - {self._process.pid}

    def wait_for_exit(self, limit: float = LIMIT) -> int:
        """Read until the program ends; its exit status (negative: the signal that ended it)."""
        end = time.monotonic() + limit
        while self._process.poll() is None:
            self._read(0.05)
            if time.monotonic() > end:
                raise NotShownError(f"still running after {limit} s. On the screen:\n{self.display}")
        while self._read(0.05):
            pass
        assert self._process.returncode is not None
        return self._process.returncode

    @property
    def running(self) -> bool:
        """Whether the program has not ended."""
        return self._process.poll() is None

    # How the terminal is left

    def left_behind(self) -> list[str]:
        """What the program has not put back, in words; empty when the terminal is as it was."""
        modes = self._modes()
        out = [f"{name} is on ({mode})" for mode, name in MODES.items() if modes.get(mode)]
        if modes.get(25) is False:
            out.append("the cursor is hidden")
        if modes.get(7) is False:
            out.append("lines no longer wrap")
        keyboard = [found[1] for found in _KEYBOARD.finditer(self.raw)]
        if keyboard.count(b">") > keyboard.count(b"<"):
            out.append("the keyboard still sends extended codes")
        for name, before, after in zip(
            ("input", "output", "control", "local"),
            self._attributes,
            termios.tcgetattr(self._slave),
            strict=False,
        ):
            if before != after:
                out.append(f"the {name} attributes were {before:#x} and are {after:#x}")
        return out

    def _modes(self) -> dict[int, bool]:
        """Private modes and whether the program's last word on each was to switch it on."""
        return {int(mode): found[2] == b"h" for found in _MODE.finditer(self.raw) for mode in found[1].split(b";")}

    # The terminal's side of the wire

    def _set_size(self) -> None:
        size = struct.pack("HHHH", self.rows, self.columns, 0, 0)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, size)

    def _read(self, timeout: float) -> bool:
        """Take what the program has written within ``timeout`` seconds; whether there was anything."""
        ready, _, _ = select.select([self._master], [], [], timeout)
        if not ready:
            return False
        self.raw += os.read(self._master, 1 << 16)
        self._answer()
        return True

    def _answer(self) -> None:
        """Answer the questions that came with the last bytes, unless nobody is left to hear."""
        for question in _QUESTION.finditer(self.raw, self._answered):
            self._answered = question.end()
            if self.running:
                os.write(self._master, self._reply(bytes(question[0])))
        self._answered = max(self._answered, len(self.raw) - LONGEST_QUESTION)

    def _reply(self, question: bytes) -> bytes:
        if question.endswith(b"c"):
            return b"\x1b[?62;22c"
        if question.endswith(b"$p"):
            return b"\x1b[?2026;2$y"
        if question.endswith(b"n"):
            self._feed()
            return f"\x1b[{self._screen.cursor.y + 1};{self._screen.cursor.x + 1}R".encode()
        return b"\x1b]11;rgb:0000/0000/0000\x1b\\"

    def _feed(self) -> None:
        """Give the emulator what has come since, but for a sequence of which only the beginning is there."""
        fresh = bytes(memoryview(self.raw)[self._fed :])
        if unfinished := _UNFINISHED.search(fresh):
            fresh = fresh[: unfinished.start()]
        self._fed += len(fresh)
        self._stream.feed(_emulated(_NOT_FOR_EMULATOR.sub(b"", fresh)))


def _as_a_shell_does(terminal: int) -> None:
    """In the new process: its terminal, and signals that nobody has switched off (``nohup``, or ``&`` in a script)."""
    fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
    for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
        signal.signal(number, signal.SIG_DFL)


def _environment(changes: Mapping[str, str | None] | None) -> dict[str, str]:
    """The variables of a plain colour terminal: nothing of the person who runs the tests."""
    kept = ("PATH", "LD_LIBRARY_PATH", "TMPDIR", "PYTHONPATH", "VIRTUAL_ENV", "COVERAGE_PROCESS_START")
    names: dict[str, str | None] = {name: os.environ[name] for name in kept if name in os.environ}
    names |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
    names |= changes or {}
    return {name: value for name, value in names.items() if value is not None}


def _threads(process: int) -> Iterator[tuple[int, bytes]]:
    """The threads of a process and of those below it: whose each is, and a letter for what it is at. Linux tells it."""
    with suppress(OSError):  # it has ended meanwhile
        for thread in os.listdir(f"/proc/{process}/task"):
            place = Path(f"/proc/{process}/task/{thread}")
            yield process, (place / "stat").read_bytes().rpartition(b") ")[2][:1]
            for below in (place / "children").read_bytes().split():
                yield from _threads(int(below))


def _emulated(data: bytes) -> bytes:
    """Without signs that take no cell and join nothing: pyte drops the rest of a text in which one stands."""
    if data.isascii():
        return data
    text = data.decode("utf-8", "replace")
    return "".join(sign for sign in text if sign < "\u0300" or wcwidth(sign) or combining(sign)).encode()


def _pipe(content: bytes) -> int:
    """The reading end of a pipe that holds ``content`` and is closed behind it."""
    if len(content) > 60_000:
        raise ValueError("a pipe holds 64 KiB; nobody would be there to fill up a longer one")
    reading, writing = os.pipe()
    os.write(writing, content)
    os.close(writing)
    return reading
