"""Mailboxes (mbox): one message after the other, each begun by a line "From …" behind a blank one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from reader.sources.entries import bounded, entry_path
from reader.sources.mail import LARGEST, read_message
from reader.sources.source import Outcome, Outcomes, Source, Unread

_FROM: Final = re.compile(rb"From \S+.*\d")
_QUOTED: Final = re.compile(rb">+From ")


def read(source: Source) -> Outcomes:
    """The messages of a mailbox, each an article."""
    with source.stream() as stream:
        yield from bounded(source.path, _outcomes(source.path, stream), called="messages")


def _outcomes(path: str, stream: BinaryIO) -> Iterator[Outcome]:
    for number, data in enumerate(_messages(stream), 1):
        place = entry_path(path, number)
        if len(data) > LARGEST:
            yield Unread(place, f"too large for a message (the limit is {LARGEST // 1_000_000} MB)")
        else:
            yield read_message(Source(data, place))


def _messages(stream: BinaryIO) -> Iterator[bytes]:
    """The bytes of each message, no more than are read of one."""
    lines: list[bytes] = []
    held = 0
    begun, after_blank = False, True
    while line := stream.readline(1_000_000):
        if after_blank and (_FROM.match(line) or (not begun and line.startswith(b"From "))):
            if begun and lines:
                yield b"".join(lines)
            lines, held, begun = [], 0, True
        elif begun and held <= LARGEST:
            lines.append(line[1:] if _QUOTED.match(line) else line)
            held += len(line)
        after_blank = line in (b"\n", b"\r\n")
    if lines:
        yield b"".join(lines)
