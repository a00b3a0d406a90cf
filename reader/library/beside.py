"""Reads many files in a process of its own, beside the one that keeps what is in them: two processors, half the wait.

The process is a copy of this one (a fork), sends what it reads through a pipe, and ends with the pipe. Where it cannot
be had, or ends before its time, the reading is done here.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from collections.abc import Callable, Generator, Iterable, Sequence
from typing import Final, TypeVar

Result = TypeVar("Result")

FEW: Final = 40
"""Files up to which the second process is not worth its start."""


def read_beside(
    paths: Sequence[str], read: Callable[[str], Iterable[Result]]
) -> Generator[tuple[int, Result | None], None, None]:
    """What ``read`` finds in each file, with the number of the file, from 1; behind the last of a file, ``None``."""
    done = 0
    if len(paths) > FEW and hasattr(os, "fork"):
        for number, result in _from_a_copy(paths, read):
            done = number if result is None else done
            yield number, result
    yield from _here(paths, read, done)


def _here(
    paths: Sequence[str], read: Callable[[str], Iterable[Result]], done: int = 0
) -> Generator[tuple[int, Result | None], None, None]:
    for number, path in enumerate(paths[done:], done + 1):
        for result in read(path):
            yield number, result
        yield number, None


def _from_a_copy(
    paths: Sequence[str], read: Callable[[str], Iterable[Result]]
) -> Generator[tuple[int, Result | None], None, None]:
    reading, writing = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    process = os.fork()
    if process == 0:
        os.close(reading)
        _send(_here(paths, read), writing)
    os.close(writing)
    try:
        with open(reading, "rb") as pipe:
            while True:
                try:
                    number, result = pickle.load(pipe)
                except (EOFError, pickle.UnpicklingError):
                    return
                yield number, result
    finally:
        os.kill(process, signal.SIGKILL)  # it holds nothing, and may be in the midst of a file
        os.waitpid(process, 0)


def _send(results: Iterable[object], pipe: int) -> None:
    """In the copy: writes the results and ends, whatever happens, without the clean-up that is the original's."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the original ends it
        with open(pipe, "wb") as file:
            for result in results:
                pickle.dump(result, file, protocol=pickle.HIGHEST_PROTOCOL)
                file.flush()
    except BaseException:  # the original reads on by itself, and says what is wrong
        pass
    finally:
        os._exit(0)
