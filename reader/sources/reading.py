"""One file, or the bytes of one, to an article; or the reason why not."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from typing import Final

from reader.articles.build import Built
from reader.sources.decoding import Undecodable, decode
from reader.sources.formats import PLAIN, Format, format_of, readable_suffixes, suffix_of

LARGEST: Final = 200_000_000
"""Bytes: a larger file is not opened."""

_NO_FILE: Final = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe, not a file"),
    (stat.S_ISSOCK, "a socket, not a file"),
    (stat.S_ISCHR, "a device, not a file"),
    (stat.S_ISBLK, "a device, not a file"),
)


@dataclass(frozen=True, slots=True)
class Unread:
    """A path that could not be read, and why. Both are raw: they are cleaned where they are shown."""

    path: str
    reason: str


def read_file(path: str) -> Built | Unread:
    """The article in the file at ``path``. Never waits for a pipe and never opens a device."""
    form = format_of(path)
    try:
        reason = not_a_file(os.stat(path))
        if reason:
            return Unread(path, reason)
        if form is None:
            return Unread(path, f"{suffix_of(path)} files are not read, only {readable_suffixes()}")
        data = _bytes_of(path)
    except OSError as error:
        return Unread(path, reason_of(error))
    except ValueError:  # a NUL in the path
        return Unread(path, "not a path")
    return data if isinstance(data, Unread) else read_bytes(data, path, form)


def read_bytes(data: bytes, path: str, form: Format = PLAIN) -> Built | Unread:
    """The article in ``data``, which came from ``path``."""
    if len(data) > LARGEST:
        return Unread(path, _too_large(len(data)))
    decoded = decode(data)
    if isinstance(decoded, Undecodable):
        return Unread(path, decoded.reason)
    built = form.read(decoded.text, path, hashlib.sha256(data).hexdigest())
    if decoded.notice is None:
        return built
    return Built(built.article, (f"{path}: {decoded.notice}", *built.notices))


def not_a_file(status: os.stat_result) -> str | None:
    """Why a path is no file that can be opened; ``None`` where it is one."""
    return next((reason for is_kind, reason in _NO_FILE if is_kind(status.st_mode)), None)


def reason_of(error: OSError) -> str:
    """The system's reason as a part of a sentence ("no such file or directory")."""
    words = error.strerror or str(error)
    return words[:1].lower() + words[1:]


def _bytes_of(path: str) -> bytes | Unread:
    # What stands at a path can be changed after it was looked at: it is opened without waiting and looked at again.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with open(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        reason = not_a_file(status)
        if reason or status.st_size > LARGEST:
            return Unread(path, reason or _too_large(status.st_size))
        return file.read(LARGEST + 1)


def _too_large(size: int) -> str:
    return f"too large ({size / 1_000_000:,.0f} MB; the limit is {LARGEST // 1_000_000} MB)"
