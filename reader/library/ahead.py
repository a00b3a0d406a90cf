"""Reads what is to be opened in a process of its own, while this one loads the screen: two processors, half the wait.

The process is a copy of this one (a fork), made before anything is loaded and before there is any thread. It sends one
value back and ends. Where that cannot be had, the reading is done here, as if nothing had been tried.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Thread
from typing import Generic, NamedTuple, TypeVar

Value = TypeVar("Value")
_COUNT = 8
"""Bytes that say how many follow."""

LARGE = 32_000_000
"""Bytes of a file that takes longer to send back than is won by reading it ahead."""


def is_worth_it(paths: Sequence[str]) -> bool:
    """Whether none of the files that are named is so large that it is better read here."""
    try:
        return all(os.stat(path).st_size < LARGE for path in paths if path != "-")
    except (OSError, ValueError):
        return True


class Early(NamedTuple, Generic[Value]):
    """What is sent before the value itself."""

    made: Callable[[Value], Sequence[str]]
    """In the copy: strings without NUL, made of the value."""
    met: Callable[[Sequence[str]], None]
    """Is given them, in a thread, unless there are none."""


class Ahead(Generic[Value]):
    """A value that is being read."""

    def __init__(self, read: Callable[[], Value], *, here: bool = False, early: Early[Value] | None = None) -> None:
        """``read`` is done in the copy, or when its result is asked for: ``here``; for what comes ``early`` in both."""
        self._read = read
        self._is_here = here
        self._data = b""
        self._thread: Thread | None = None
        self._process = 0
        self._pipe = -1
        if (here and early is None) or not hasattr(os, "fork"):
            return
        reading, writing = os.pipe()
        sys.stdout.flush()
        sys.stderr.flush()
        self._process = os.fork()
        if self._process == 0:
            os.close(reading)
            _send(read, writing, early, whole=not here)
        os.close(writing)
        self._pipe = reading
        if early is not None:
            self._thread = Thread(target=self._receive, args=[early], daemon=True)
            self._thread.start()

    def result(self) -> Value:
        """The value; waits for it. Raises what ``read`` raises."""
        if self._is_here:
            return self._read_here()
        data = self._received() if self._process else b""
        if not data:
            return self._read()
        import pickle

        value: Value = pickle.loads(data)
        return value

    def _read_here(self) -> Value:
        """What comes early need not come any more once all is there."""
        try:
            return self._read()
        finally:
            if self._process:
                with suppress(ProcessLookupError):
                    os.kill(self._process, signal.SIGKILL)
                self._received()

    def _received(self) -> bytes:
        if self._thread is not None:
            self._thread.join()
        else:
            self._receive(None)
        _, status = os.waitpid(self._process, 0)
        return self._data if status == 0 else b""

    def _receive(self, early: Early[Value] | None) -> None:
        with open(self._pipe, "rb") as pipe:
            if early is not None and (size := int.from_bytes(pipe.read(_COUNT), "big")):
                early.met(pipe.read(size).decode("utf-8", "surrogateescape").split("\0"))
            self._data = pipe.read()


def _send(read: Callable[[], Value], pipe: int, early: Early[Value] | None, *, whole: bool) -> None:
    """In the copy: writes what is early, and, if it is to be the ``whole``, the value; then ends, whatever happens,
    without the clean-up that is the original's."""
    status = 1
    try:
        value = read()
        with open(pipe, "wb") as file:
            if early is not None:
                part = "\0".join(early.made(value)).encode("utf-8", "surrogateescape")
                file.write(len(part).to_bytes(_COUNT, "big") + part)
                file.flush()
            if whole:
                import pickle

                pickle.dump(value, file, protocol=pickle.HIGHEST_PROTOCOL)
        status = 0
    except BaseException:  # the original finds out by itself, and says so
        status = 1
    finally:
        os._exit(status)
