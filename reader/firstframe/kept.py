"""Pictures that are kept: each under the question that it answers, with what it was made of.

The question is all that decides what the first picture looks like besides the articles: paths, size, terminal. The
answer holds as long as every file and folder that it was made of is as it was. Whatever differs, or is damaged, or
belongs to somebody else, is no answer. A row is text and looks alone: nothing else is kept, and nothing else is read.
"""

from __future__ import annotations

import os
import sys
from binascii import crc32

from reader import __version__

TYPE_CHECKING = False  # the name that type checkers know: loading typing takes as long as all of this
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

SWITCH = "READER_FIRST_FRAME"
"""The variable that switches it off: 0."""
NAME = "reader-sidebyside"
"""What the program's folders are called."""
MOST = 20
"""Pictures that are kept; the oldest go."""
LARGEST = 400_000
"""Bytes of a file."""
MOST_WITNESSES = 2000
"""Files and folders that one picture may depend on: a few ms to look at."""
TICK = 100_000_000
"""Nanoseconds within which a file may change twice without another time on it."""

_MAGIC = b"reader first frame 1\n"
_DECIDING = ("READER_", "TEXTUAL_", "LC_", "TTY_", "PYTHON")
"""Beginnings of the names of variables that decide how things are painted."""
_DECIDE = ("TERM", "COLORTERM", "NO_COLOR", "FORCE_COLOR", "LANG", "TZ", "TERM_PROGRAM", "UNICODE_VERSION")
_JOINERS = str.maketrans("", "", "\u200c\u200d")
"""Hold letters together, have no shape of their own, and are harmless."""

Frame = tuple[str, ...]
"""The rows of a picture, from the top: text and looks."""


def question(paths: Sequence[str], environment: Mapping[str, str]) -> Frame | None:
    """What the first picture depends on besides size and files; ``None`` where none is to be shown or kept."""
    if environment.get(SWITCH) == "0" or "-" in paths or "COLUMNS" in environment or "LINES" in environment:
        return None
    if environment.get("TERM", "dumb") == "dumb" or "TEXTUAL_DRIVER" in environment:
        return None
    try:
        here = os.getcwd()
    except OSError:
        return None
    names = sorted(name for name in environment if name in _DECIDE or name.startswith(_DECIDING))
    looks = (f"{name}={environment[name]}" for name in names)
    return (__version__, sys.version, here, *looks, "", *paths)


def folder(environment: Mapping[str, str]) -> str:
    """Where pictures are kept: in the program's cache."""
    if home := environment.get("READER_HOME"):
        return os.path.join(os.path.expanduser(home), "cache", "frames")
    cache = environment.get("XDG_CACHE_HOME", "").strip() or "~/.cache"
    cache = "~/Library/Caches" if sys.platform == "darwin" else cache
    return os.path.join(os.path.expanduser(cache), NAME, "frames")


# What a picture was made of


def stamp(path: str) -> str:
    """What a file or folder is like now: another word once it was written, replaced or taken away."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return ""
    if path.endswith("-wal") and not status.st_size:
        return ""  # an empty log of SQLite's says as much as none
    return f"{status.st_dev} {status.st_ino} {status.st_size} {status.st_mtime_ns} {status.st_ctime_ns}"


def changed_since(path: str, moment: int) -> bool:
    """Whether something may have happened to it since a moment in nanoseconds; one that is not there may have gone."""
    try:
        return os.stat(path).st_ctime_ns >= moment - TICK
    except (OSError, ValueError):
        return True


# Looking up


def find(asked: Frame, size: tuple[int, int], where: str) -> Frame | None:
    """The picture for a question at a size (columns, rows), if there is one that still holds. Never raises."""
    path = _path(asked, size, where)
    try:
        data = _read(path)
    except (OSError, ValueError):
        return None
    fields = _fields(data)
    frame = None if fields is None else _answer(fields, _full(asked, size))
    if frame is None:
        _remove(path)
    return frame


def _answer(fields: Sequence[str], asked: Sequence[str]) -> Frame | None:
    try:
        many = int(fields[0])
        if tuple(fields[1 : 1 + many]) != asked:
            return None
        rest = fields[1 + many :]
        witnesses = 2 * int(rest[0])
    except (ValueError, IndexError):
        return None
    for at in range(1, witnesses, 2):
        if stamp(rest[at]) != rest[at + 1]:
            return None
    rows = tuple(rest[witnesses + 1 :])
    return rows if all(map(is_safe, rows)) else None


def is_safe(row: str) -> bool:
    """Whether a row is text that can be shown, and looks (``ESC [ … m``): nothing that acts on a terminal."""
    text, *looks = row.translate(_JOINERS).split("\x1b[")
    if not text.isprintable():
        return False
    for look in looks:
        codes, end, text = look.partition("m")
        if not end or codes.strip("0123456789;") or not text.isprintable():
            return False
    return True


def _read(path: str) -> bytes:
    """Raises OSError, and ValueError where it is not a private file of this user's."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        status = os.fstat(descriptor)
        if status.st_uid != os.geteuid() or status.st_mode & 0o77 or status.st_size > LARGEST:
            raise ValueError(path)
        return os.read(descriptor, LARGEST)
    finally:
        os.close(descriptor)


def _fields(data: bytes) -> list[str] | None:
    """What is in a file; ``None`` where it is damaged."""
    start = len(_MAGIC) + 8
    if not data.startswith(_MAGIC) or data[len(_MAGIC) : start] != _sum(data[start:]):
        return None
    try:
        return data[start:].decode("utf-8", "surrogateescape").split("\0")
    except ValueError:
        return None


# Keeping


def keep(asked: Frame, size: tuple[int, int], rows: Sequence[str], made_of: Mapping[str, str], where: str) -> bool:
    """Keeps a picture; ``made_of``: paths and their stamps. Whether it could be kept. Never raises."""
    fields = [*_counted(_full(asked, size)), str(len(made_of)), *(part for pair in made_of.items() for part in pair)]
    if len(rows) != size[1] or not all(map(is_safe, rows)) or len(made_of) > MOST_WITNESSES:
        return False
    try:
        body = "\0".join([*fields, *rows]).encode("utf-8", "surrogateescape")
        data = b"".join([_MAGIC, _sum(body), body])
        if len(data) > LARGEST:
            return False
        _write(_path(asked, size, where), data)
        _keep_few(where)
    except (OSError, ValueError):
        return False
    return True


def _write(path: str, data: bytes) -> None:
    """All of it or nothing, for this user alone."""
    os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
    os.chmod(os.path.dirname(path), 0o700)
    fresh = f"{path}.{os.getpid()}"
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        with open(descriptor, "wb") as file:
            file.write(data)
        os.replace(fresh, path)
    except OSError:
        _remove(fresh)
        raise


def _keep_few(where: str) -> None:
    """The oldest go, and with them what was begun and never finished."""
    for entry in sorted(_pictures(where), key=os.path.getmtime, reverse=True)[MOST:]:
        _remove(entry)


def forget(environment: Mapping[str, str]) -> None:
    """Takes all pictures away."""
    for path in _pictures(folder(environment)):
        _remove(path)


def _pictures(where: str) -> Iterator[str]:
    try:
        yield from (entry.path for entry in os.scandir(where) if entry.is_file(follow_symlinks=False))
    except OSError:
        return


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        return


def _path(asked: Frame, size: tuple[int, int], where: str) -> str:
    name = crc32("\0".join(_full(asked, size)).encode("utf-8", "surrogateescape"))
    return os.path.join(where, f"{name:08x}")


def _full(asked: Frame, size: tuple[int, int]) -> Frame:
    return (f"{size[0]}x{size[1]}", *asked)


def _counted(parts: Iterable[str]) -> list[str]:
    listed = list(parts)
    return [str(len(listed)), *listed]


def _sum(data: bytes) -> bytes:
    return b"%08x" % crc32(data)
