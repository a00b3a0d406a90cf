"""Mailboxes (mbox): one message after the other, each begun by a line "From …" between a blank one and a header."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from reader.sources.entries import bounded, entry_path
from reader.sources.mail import LARGEST, read_message
from reader.sources.source import Outcome, Outcomes, Source, Unread

_FROM: Final = re.compile(rb"(?:\xef\xbb\xbf)?From ")
_HEADER: Final = re.compile(rb"[!-9;-~]+:")
"""What stands below such a line; below words of a letter that begin like one stand others."""
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
    message = bytearray()
    begun, after_blank = False, True
    line = stream.readline(1_000_000)
    while line:
        below = stream.readline(1_000_000)
        if after_blank and _FROM.match(line) and (not begun or _HEADER.match(below)):
            if message:
                yield bytes(message)
            message.clear()
            begun = True
        elif begun and len(message) <= LARGEST:
            message += line[1:] if _QUOTED.match(line) else line
        after_blank, line = line in (b"\n", b"\r\n"), below
    if message:
        yield bytes(message)
