"""The three streams and the exit codes: text that comes from articles is cleaned before it reaches a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from reader.library.shelf import Shelf

DONE: Final = 0
NOTHING: Final = 1
WRONG: Final = 2
INTERRUPTED: Final = 130
PIPE_CLOSED: Final = 141


def standard_input(paths: Sequence[str]) -> bytes | None:
    """The bytes of standard input, where ``-`` asks for them."""
    return sys.stdin.buffer.read() if "-" in paths and sys.stdin is not None else None


def wrong(sentence: str) -> int:
    """Says what is wrong; the exit code for it."""
    say(sentence)
    return WRONG


def say(sentence: str) -> None:
    """A line on standard error, cleaned of all that acts on a terminal."""
    from reader.text.clean import clean_line

    if sys.stderr is None:
        return
    line = f"reader: {clean_line(sentence)}\n"
    sys.stderr.write(line.encode(sys.stderr.encoding or "utf-8", "replace").decode(sys.stderr.encoding or "utf-8"))


def say_unread(shelf: Shelf) -> None:
    """What happened on the way to the articles, and which could not be read."""
    for notice in shelf.notices:
        say(notice)
    for unread in shelf.unread:
        say(f"{unread.path}: {unread.reason}")
    if not (shelf.articles or shelf.notices or shelf.unread):
        say("there is no article to open")


def write(lines: Iterable[str]) -> None:
    """Lines of cleaned text on standard output; what its encoding lacks becomes a question mark."""
    encoding = sys.stdout.encoding or "utf-8"
    write_bytes(f"{line}\n".encode(encoding, "replace") for line in lines)


def write_bytes(lines: Iterable[bytes]) -> None:
    """Lines on standard output as they are."""
    sys.stdout.flush()
    for line in lines:
        sys.stdout.buffer.write(line)
    sys.stdout.buffer.flush()


def drop_output() -> None:
    """Sends what is left in the buffer nowhere: it would fail again when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
