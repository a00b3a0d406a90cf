"""Files, or the bytes of one, to articles; or the reason why not.

What a file is shows in what it begins with, then in the ending of its name. Plain text and Markdown are read here, all
other kinds by the module that the registry names.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from typing import TYPE_CHECKING, Final, TypeGuard

from reader.articles.build import ID_DIGITS, Built
from reader.sources.decoding import Undecodable, decode
from reader.sources.formats import MARKDOWN, PLAIN, Format, format_of
from reader.sources.source import LARGEST, LARGEST_STREAMED, Outcomes, Source, Unread

if TYPE_CHECKING:
    from reader.sources.kinds import Kind

__all__ = [
    "LARGEST", "Unread", "guarded", "not_a_file", "read_all", "read_all_bytes", "read_bytes", "read_file", "reason_of",
]  # fmt: skip

HEAD: Final = 262_144
"""Bytes in which a file shows what it is."""
LARGE: Final = 2_000_000
"""Bytes: of a larger file, if its kind allows, the first article is there before the rest is read."""
_PROSE: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,40}(?:---[ \t]*\r?\n|(?!From |\d+ (?:of|von|de) )"
    rb"(?:[\"'(*]|[\x80-\xff]|[^\W_])(?:[^\x00:,;|\t\r\n]|, ){40})"
)
"""What most texts begin with: front matter, or words without what divides the fields of other kinds."""

_NO_FILE: Final = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe, not a file"),
    (stat.S_ISSOCK, "a socket, not a file"),
    (stat.S_ISCHR, "a device, not a file"),
    (stat.S_ISBLK, "a device, not a file"),
)


def read_file(path: str, *, begun: bool = False) -> Built | Unread:
    """The article in the file at ``path``; of a file with many, the first. See :func:`read_all`."""
    return next(read_all(path, begun=begun), Unread(path, "there is no article in it"))


def read_all(path: str, *, begun: bool = False) -> Outcomes:
    """The articles in the file at ``path``, one after the other. Never waits for a pipe and never opens a device.

    An article among many has its number behind the path: ``letters.mbox#3``. Nothing that a file holds raises; what
    is damaged is told in an :class:`Unread`, after what could be read. ``begun``: of a long text only the beginning is
    looked at (see :func:`reader.articles.build.begin`).
    """
    return guarded(_read_all(path, begun), path)


def guarded(outcomes: Outcomes, path: str) -> Outcomes:
    """The outcomes. Where reading fails by a mistake of the program's own, that is told in place of the rest: no file
    takes others with it."""
    try:
        yield from outcomes
    except MemoryError:
        yield Unread(path, "it needs more memory than there is")
    except Exception as error:
        trace = error.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        where = f" in {trace.tb_frame.f_globals.get('__name__')}, line {trace.tb_lineno}" if trace else ""
        yield Unread(path, f"reader made a mistake with it ({type(error).__name__}{where})")


def _read_all(path: str, begun: bool) -> Outcomes:
    try:
        reason = not_a_file(os.stat(path))
        if reason:
            yield Unread(path, reason)
            return
        data = _bytes_of(path)
    except OSError as error:
        yield Unread(path, reason_of(error))
    except ValueError:  # a NUL in the path
        yield Unread(path, "not a path")
    else:
        if isinstance(data, int):
            yield from _read_by_pieces(path, data)
        elif isinstance(data, Unread):
            yield data
        else:
            yield from read_all_bytes(data, path, begun=begun)


def read_all_bytes(
    data: bytes, path: str, *, address: str | None = None, charset: str | None = None, begun: bool = False
) -> Outcomes:
    """The articles in ``data``, which came from ``path``, or from an ``address``; as :func:`read_all`.

    ``charset`` is the encoding that a server declared.
    """
    if len(data) > LARGEST:
        yield Unread(path, _too_large(len(data)))
        return
    kind = _kind(data, path)
    if isinstance(kind, str):
        yield Unread(path, kind)
    elif kind is None:
        yield read_bytes(data, path, format_of(path) or PLAIN, begun=begun)
    else:
        yield from kind.read(Source(data, path, address, charset))


def _kind(data: bytes, path: str) -> Kind | str | None:
    """The kind of some bytes; ``None`` where they are text or Markdown."""
    if format_of(path) is not None and (_PROSE.match(data) or (format_of(path) is MARKDOWN and data[:1] == b"#")):
        return None  # most texts, without loading what tells the other kinds apart
    from reader.sources.recognised import kind_of

    return kind_of(data[:HEAD], path)


def _read_by_pieces(path: str, size: int) -> Outcomes:
    """The articles in a file that is not held as a whole, if its kind can be read piece by piece."""
    with open(path, "rb") as file:
        head = file.read(HEAD)
    kind = _kind(head, path)
    if not _is_streamed(kind) or size > LARGEST_STREAMED:
        yield Unread(path, _too_large(size))
    else:
        yield from kind.read(Source(head, path, file=path))


def _is_streamed(kind: Kind | str | None) -> TypeGuard[Kind]:
    return kind is not None and not isinstance(kind, str) and kind.is_streamed


def read_bytes(data: bytes, path: str, form: Format = PLAIN, *, begun: bool = False) -> Built | Unread:
    """The article in ``data``, which came from ``path``; ``begun`` as in :func:`read_file`."""
    if len(data) > LARGEST:
        return Unread(path, _too_large(len(data)))
    decoded = decode(data)
    if isinstance(decoded, Undecodable):
        return Unread(path, decoded.reason)
    sha256 = hashlib.sha256(data).hexdigest()
    if begun and form.begin is not None:
        built = form.begin(decoded.text, path, sha256, sha256[:ID_DIGITS] if decoded.is_exact else None)
    else:
        built = form.read(decoded.text, path, sha256)
    if form is MARKDOWN:
        from reader.sources.clipped import with_clippers_keys

        built = with_clippers_keys(built)
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


def _bytes_of(path: str) -> bytes | int | Unread:
    """All bytes of a file; its size, where they are too many to be held, or it is better read piece by piece."""
    # What stands at a path can be changed after it was looked at: it is opened without waiting and looked at again.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with open(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        reason = not_a_file(status)
        if reason:
            return Unread(path, reason)
        if status.st_size > LARGEST:
            return status.st_size
        if status.st_size > LARGE:
            if _is_streamed(_kind(file.read(HEAD), path)):
                return status.st_size
            file.seek(0)
        data = file.read(status.st_size + 1)
        # A file may grow while it is read, and some do not know their size.
        return data if len(data) <= status.st_size else data + file.read(LARGEST + 1 - len(data))


def _too_large(size: int) -> str:
    return f"too large ({size / 1_000_000:,.0f} MB; the limit is {LARGEST // 1_000_000} MB)"
