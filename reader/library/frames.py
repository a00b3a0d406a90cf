"""Values on a pipe between a program and its own child: eight bytes of length, and a pickle."""

from __future__ import annotations

import os
import pickle
import struct
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from asyncio import StreamReader

_LENGTH = struct.Struct(">Q")
_READ = 1 << 20
"""Bytes that are read at once."""


def frame(value: object) -> bytes:
    """The bytes that stand for a value."""
    body = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    return _LENGTH.pack(len(body)) + body


async def read_frame(pipe: StreamReader) -> Any:
    """The next value. Raises asyncio.IncompleteReadError where the pipe ends."""
    (length,) = _LENGTH.unpack(await pipe.readexactly(_LENGTH.size))
    return pickle.loads(await pipe.readexactly(length))


def read_frame_from(descriptor: int) -> Any:
    """The next value, from a file descriptor. Raises EOFError where the pipe ends."""
    (length,) = _LENGTH.unpack(_read_exactly(descriptor, _LENGTH.size))
    return pickle.loads(_read_exactly(descriptor, length))


def _read_exactly(descriptor: int, length: int) -> bytes:
    parts: list[bytes] = []
    while length:
        part = os.read(descriptor, min(length, _READ))
        if not part:
            raise EOFError
        parts.append(part)
        length -= len(part)
    return b"".join(parts)
