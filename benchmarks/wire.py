"""A program in a pseudo-terminal, with the time of every byte that it writes.

Times are those of ``time.monotonic``, in seconds. Bytes are read and answered as a terminal would answer, and are kept;
the emulator is fed only when somebody asks what the screen says, never while something is being timed.
"""

from __future__ import annotations

import errno
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType

import pyte

QUIET = 0.05
"""Seconds without a byte after which an answer to a key is taken to be whole."""
_NOT_TEXT = re.compile(rb"\x1b\[[0-9;:?<>=$]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")
_NOT_FOR_EMULATOR = re.compile(rb"\x1b\[[<=>][0-9;]*[a-z]|\x1b\[\?[0-9;]*\$?[pmu]")
_PICTURE_ENDS = b"\x1b[?2026l"
_QUESTIONS = (
    (b"\x1b[?2026$p", b"\x1b[?2026;2$y"),
    (b"\x1b[c", b"\x1b[?62;22c"),
    (b"\x1b[6n", b"\x1b[1;1R"),
    (b"\x1b]11;?", b"\x1b]11;rgb:0000/0000/0000\x07"),
)
_KEPT = ("PATH", "LD_LIBRARY_PATH", "TMPDIR", "PYTHONPATH", "VIRTUAL_ENV")


class Wire:
    """Starts ``command`` in a terminal of its own. Use it in a ``with`` block."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 100,
        rows: int = 40,
        home: Path,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        """``home`` is where the program may keep things."""
        self.columns, self.rows = columns, rows
        self.chunks: list[tuple[float, bytes]] = []
        """When each piece of output was read, and the piece."""
        self.has_ended = False
        names = {name: os.environ[name] for name in _KEPT if name in os.environ}
        names |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
        names |= {"HOME": str(home), "READER_HOME": str(home / "reader"), "XDG_CACHE_HOME": str(home / "cache")}
        names |= environment or {}
        master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.began = time.monotonic()
        self.process = os.fork()
        if self.process == 0:
            _become(command, slave, names)
        os.close(slave)
        self._terminal = master

    def __enter__(self) -> Wire:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self._terminal)

    # What is sent

    def send(self, keys: str) -> float:
        """Sends keys; the time at which they were sent."""
        sent = time.monotonic()
        os.write(self._terminal, keys.encode())
        return sent

    def resize(self, columns: int, rows: int) -> float:
        """Gives the window another size; the time at which it had it."""
        self.columns, self.rows = columns, rows
        sent = time.monotonic()
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        return sent

    # What comes back

    def read(self, seconds: float) -> bool:
        """Waits for output as long as that; whether there was any."""
        ready, _, _ = select.select([self._terminal], [], [], max(0.0, seconds))
        if not ready:
            return False
        try:
            piece = os.read(self._terminal, 1 << 16)
        except OSError as error:
            if error.errno != errno.EIO:
                raise
            piece = b""
        if not piece:
            self.has_ended = True
            return False
        self.chunks.append((time.monotonic(), piece))
        for question, answer in _QUESTIONS:
            if question in piece:
                os.write(self._terminal, answer)
        return True

    def until_quiet(self, quiet: float = QUIET, limit: float = 60.0) -> float | None:
        """Reads until nothing has come for ``quiet`` seconds; when the last byte came."""
        end = time.monotonic() + limit
        while not self.has_ended and time.monotonic() < end and self.read(quiet):
            pass
        return self.chunks[-1][0] if self.chunks else None

    def until_shown(self, words: str, *, since: int = 0, limit: float = 60.0) -> float | None:
        """Reads until the words were written, counting from the chunk ``since``; when; ``None`` if they never are."""
        return self.until(lambda text: words.encode() in text, since=since, limit=limit)

    def until(self, holds: Callable[[bytes], bool], *, since: int = 0, limit: float = 60.0) -> float | None:
        """Reads until something holds of the text (looks and places taken out) that was written since a chunk."""
        end = time.monotonic() + limit
        seen, text = since, b""
        while True:
            for when, piece in self.chunks[seen:]:
                seen += 1
                text += piece
                if holds(_NOT_TEXT.sub(b"", text)):
                    return when
            if self.has_ended or time.monotonic() > end:
                return None
            self.read(0.05)

    def answer(self, keys: str, *, quiet: float = QUIET, limit: float = 10.0) -> float | None:
        """Sends keys; the seconds until the last byte of what came of it; ``None`` where nothing came."""
        before = len(self.chunks)
        sent = self.send(keys)
        return self._took(sent, before, quiet, limit)

    def resized(self, columns: int, rows: int, *, quiet: float = QUIET) -> float | None:
        """Resizes; the seconds until the last byte of what came of it."""
        before = len(self.chunks)
        return self._took(self.resize(columns, rows), before, quiet, 60.0)

    def _took(self, sent: float, before: int, quiet: float, limit: float) -> float | None:
        end = time.monotonic() + limit
        while len(self.chunks) == before and time.monotonic() < end and not self.has_ended:
            self.read(0.02)
        last = self.until_quiet(quiet, limit)
        return last - sent if last is not None and len(self.chunks) > before else None

    def picture_ended(self, since: int) -> float | None:
        """When the end of the first whole picture after a chunk was read."""
        text = b""
        for when, piece in self.chunks[since:]:
            text += piece
            if _PICTURE_ENDS in text:
                return when
        return None

    def screen(self) -> list[str]:
        """What the screen says, by the emulator."""
        screen = pyte.Screen(self.columns, self.rows)
        stream = pyte.ByteStream(screen)
        stream.feed(_NOT_FOR_EMULATOR.sub(b"", b"".join(piece for _, piece in self.chunks)))
        return [line.rstrip() for line in screen.display]

    # What it costs

    def seconds_of_processor(self) -> float:
        """Seconds of processor that the program has used, without its children."""
        return _processor(self.process)

    def is_at_work(self, seconds: float = 0.1) -> bool:
        """Whether the program, or a process that it started, uses the processor; what it writes is read meanwhile."""
        processes = [self.process, *_children(self.process)]
        used = sum(map(_processor, processes))
        self.until_quiet(seconds, seconds)
        return sum(map(_processor, processes)) - used > seconds * 0.2

    def until_rest(self, limit: float) -> None:
        """Reads until neither the program nor a process that it started does anything."""
        end = time.monotonic() + limit
        rests = 0
        while rests < 3 and time.monotonic() < end and not self.has_ended:
            rests = 0 if self.is_at_work(0.15) else rests + 1

    def megabytes(self) -> float:
        """Resident memory of the program, in 10^6 bytes, without its children."""
        lines = Path(f"/proc/{self.process}/status").read_text().splitlines()
        return next(int(line.split()[1]) * 1024 / 1e6 for line in lines if line.startswith("VmRSS"))


def _become(command: Sequence[str], slave: int, environment: Mapping[str, str]) -> None:
    """In the child: takes the terminal and turns into the program."""
    try:
        os.setsid()
        fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
        for descriptor in range(3):
            os.dup2(slave, descriptor)
        os.closerange(3, 256)
        os.execvpe(command[0], list(command), dict(environment))
    finally:
        os._exit(127)


def _processor(process: int) -> float:
    """Seconds of processor that all threads of a process have used; nothing where it has gone."""
    used = 0
    with suppress(OSError):
        for task in Path(f"/proc/{process}/task").iterdir():
            used += int((task / "schedstat").read_text().split()[0])
    return used / 1e9


def _children(process: int) -> list[int]:
    with suppress(OSError):
        return [int(child) for child in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    return []


def wait_for_idle(share: float = 0.8, limit: float = 2.0) -> None:
    """Waits until the machine is idle for that share of a moment, or the limit in seconds is over."""

    def counted() -> tuple[int, int]:
        fields = [int(field) for field in Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:]]
        return fields[3] + fields[4], sum(fields)

    end = time.monotonic() + limit
    while time.monotonic() < end:
        idle, total = counted()
        time.sleep(0.08)
        idle_after, total_after = counted()
        if total_after > total and (idle_after - idle) / (total_after - total) >= share:
            return
