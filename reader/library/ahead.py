"""Reads what is to be opened in a process of its own, while this one loads the screen: two processors, half the wait.

The process is a copy of this one (a fork), made before anything is loaded and before there is any thread. It sends one
value back and ends. Where that cannot be had, the reading is done here, as if nothing had been tried.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

Value = TypeVar("Value")

LARGE = 32_000_000
"""Bytes of a file that takes longer to send back than is won by reading it ahead."""


def is_worth_it(paths: Sequence[str]) -> bool:
    """Whether none of the files that are named is so large that it is better read here."""
    try:
        return all(os.stat(path).st_size < LARGE for path in paths if path != "-")
    except (OSError, ValueError):
        return True


class Ahead(Generic[Value]):
    """A value that is being read."""

    def __init__(self, read: Callable[[], Value], *, here: bool = False) -> None:
        """``read`` is done in the copy, or when its result is asked for: ``here``."""
        self._read = read
        self._process = 0
        self._pipe = -1
        if here or not hasattr(os, "fork"):
            return
        reading, writing = os.pipe()
        sys.stdout.flush()
        sys.stderr.flush()
        self._process = os.fork()
        if self._process == 0:
            os.close(reading)
            _send(read, writing)
        os.close(writing)
        self._pipe = reading

    def result(self) -> Value:
        """The value; waits for it. Raises what ``read`` raises."""
        data = self._received() if self._process else b""
        if not data:
            return self._read()
        value: Value = pickle.loads(data)
        return value

    def _received(self) -> bytes:
        with open(self._pipe, "rb") as pipe:
            data = pipe.read()
        _, status = os.waitpid(self._process, 0)
        return data if status == 0 else b""


def _send(read: Callable[[], object], pipe: int) -> None:
    """In the copy: writes the value and ends, whatever happens, without the clean-up that is the original's."""
    status = 1
    try:
        data = pickle.dumps(read(), protocol=pickle.HIGHEST_PROTOCOL)
        with open(pipe, "wb") as file:
            file.write(data)
        status = 0
    except BaseException:  # the original finds out by itself, and says so
        status = 1
    finally:
        os._exit(status)
