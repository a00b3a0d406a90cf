"""One SQLite file, opened so that nobody is ever refused: what cannot be written to disk is kept for the session.

A write is one transaction: what :meth:`Database.write` returned for is in the file, whatever kills the process
afterwards (WAL with ``synchronous=NORMAL``: a power cut or a crash of the system may take the last transactions, never
more, and leaves the file whole). Readers are not held up by a writer. A file that is damaged is set aside under another
name and a new one is begun; one that a newer version wrote is left alone.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from reader.library.opening import (
    Damaged,
    FromTheFuture,
    Statement,
    aside_name,
    copied,
    copy_of_file,
    is_damage,
    migrate,
    new_memory,
    opened,
    read_only,
    run,
    salvaged,
)
from reader.library.schema import Schema

__all__ = ["Database", "NotKept", "Row", "Statement", "migrate", "now", "restored", "storable"]

Row = tuple[Any, ...]

_BUSY: Final = 2.0
"""Seconds that a write waits for another process's. Theirs take milliseconds."""
_LOOK_AGAIN: Final = 0.05
"""Seconds after which a file that seems damaged is looked at again, before it is set aside."""
_AGAIN: Final = 2.0
"""Seconds between attempts to bring to disk what had to stay in memory."""
_FULL: Final = {
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_READONLY: "it cannot be written to",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened for writing",
    sqlite3.SQLITE_PERM: "it cannot be written to",
    sqlite3.SQLITE_IOERR: "the disk failed",
    sqlite3.SQLITE_BUSY: "another program holds it",
    sqlite3.SQLITE_LOCKED: "another program holds it",
}


class NotKept(Exception):  # noqa: N818  (a state of the disk, not a mistake)
    """A write did not come to the disk, and nothing stands in for it. The text is a sentence without a full stop."""


class Database:
    """A file, or memory in its place. One thread uses it; a second one opens its own.

    ``path`` ``None`` is memory alone. A file that is not there comes with the first write. ``stands_in``: whether
    memory takes the place of a file that cannot be written; else :meth:`write` raises :class:`NotKept`.
    """

    def __init__(self, schema: Schema, path: Path | None, *, stands_in: bool = True, busy: float = _BUSY) -> None:
        self.schema = schema
        self._stands_in = stands_in
        self.path = path
        self.notices: list[str] = []
        """Sentences for the user, without a full stop."""
        self._busy = busy
        self._unsaved: list[Statement] = []
        self._tried = 0.0
        self._foreign = False
        self._said_why = False
        self._disk: sqlite3.Connection | None = None
        self._memory: sqlite3.Connection | None = None
        if path is not None and path.exists():
            self._open_file(path)
        if self._disk is None and self._memory is None:
            self._memory = self._memory_of(self._unsaved)

    @classmethod
    def copy(cls, schema: Schema, path: Path) -> Database:
        """What is in a file, in memory: what is written to it goes nowhere. Raises what hinders reading it."""
        database = cls(schema, None)
        database.close()
        database._memory = copy_of_file(path, schema)
        return database

    # Reading

    @property
    def connection(self) -> sqlite3.Connection:
        """What is read from: the file, or what stands in for it."""
        connection = self._memory or self._disk
        assert connection is not None, "the database is closed"
        return connection

    @property
    def is_on_disk(self) -> bool:
        """Whether all that was written is in the file, or there was nothing to write yet."""
        return not self._unsaved and (self._disk is not None or (self.path is not None and not self._foreign))

    def rows(self, sql: str, given: Sequence[Any] = ()) -> list[Row]:
        """The rows that a query gives; none where the file cannot be read, which a notice then says."""
        try:
            return self.connection.execute(sql, given).fetchall()
        except sqlite3.DatabaseError as error:
            self._cannot_read(error)
            return []

    def named_rows(self, sql: str, given: Sequence[Any] = ()) -> list[dict[str, Any]]:
        """The same with the names of the columns."""
        try:
            found = self.connection.execute(sql, given)
            names = [column[0] for column in found.description]
            return [dict(zip(names, row, strict=True)) for row in found]
        except sqlite3.DatabaseError as error:
            self._cannot_read(error)
            return []

    def _cannot_read(self, error: sqlite3.DatabaseError) -> None:
        """Says so; raises the error again where it is the query that is at fault."""
        reason = _reason(error)
        if reason is None:
            raise error
        self._say(f"The {self.schema.name} at {self.path} cannot be read: {reason}; `reader doctor` says what to do")

    def changed(self) -> int:
        """A number that changes when another process has written."""
        (version,) = self.connection.execute("PRAGMA data_version").fetchone()
        return int(version)

    # Writing

    def write(self, statements: Sequence[Statement]) -> bool:
        """Runs the statements as one transaction. Whether they are on disk: else memory has them, and a notice why."""
        if self._foreign and not self._stands_in:
            raise NotKept(self.notices[-1] if self.notices else f"{self.path} cannot be written to")
        if self.path is None or self._foreign:
            run(self.connection, statements)
            return False
        if self._memory is not None and self._unsaved and time.monotonic() - self._tried < _AGAIN:
            return self._remember(statements)
        self._tried = time.monotonic()
        try:
            self._to_disk([*self._unsaved, *statements])
        except sqlite3.DatabaseError as error:
            if _reason(error) is None:
                raise
            if is_damage(error) and self._stands_in and self._disk is not None:
                return self._begin_anew(str(error), statements)
            return self._stand_in(_why(error), statements)
        except (OSError, Damaged, FromTheFuture) as error:
            return self._stand_in(_why(error), statements)
        self._unsaved.clear()
        if self._said_why:
            self._said_why = False
            self._say("What had been kept in memory is on disk now")
        if self._memory is not None:
            self._memory.close()
            self._memory = None
        return True

    def _to_disk(self, statements: Sequence[Statement]) -> None:
        """In one transaction; opens or begins the file where it is not open. Raises what hinders it."""
        if self._disk is None:
            assert self.path is not None
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._disk = opened(self.path, self.schema, self._busy)
        run(self._disk, statements)

    def _remember(self, statements: Sequence[Statement]) -> bool:
        run(self.connection, statements)
        self._unsaved += statements
        return False

    def _stand_in(self, reason: str, statements: Sequence[Statement]) -> bool:
        """Memory takes the place of the file, with all that is in it."""
        if not self._stands_in:
            raise NotKept(f"The {self.schema.name} cannot be written: {reason} ({self.path})")
        if self._memory is None:
            self._memory = copied(self._disk, self.schema)
        if not self._said_why:
            self._said_why = True
            self._say(f"The {self.schema.name} cannot be kept: {reason} ({self.path}); this session goes on in memory")
        return self._remember(statements)

    # Opening and closing

    def _open_file(self, path: Path, *, again: bool = False) -> None:
        looked_at = _identity(path)
        try:
            self._disk = opened(path, self.schema, self._busy)
        except Damaged as why:
            if not again:  # once more: another process may have set it aside meanwhile, and begun a new one
                time.sleep(_LOOK_AGAIN)
                self._open_file(path, again=True)
            elif _identity(path) == looked_at:
                self._set_aside(path, str(why))
            else:
                self._say(
                    f"The {self.schema.name} at {path} changes while it is opened; this session goes on in memory"
                )
        except FromTheFuture as why:
            self._foreign = True
            self._say(f"{why} ({path}); it is left as it is, and this session is not kept: update reader")
        except (sqlite3.DatabaseError, OSError) as error:
            self._said_why = True
            what = "kept" if self._stands_in else "written"
            goes_on = "; this session goes on in memory" if self._stands_in else ""
            self._say(f"The {self.schema.name} cannot be {what}: {_why(error)} ({path}){goes_on}")
            if self._stands_in:
                self._memory = copy_of_file(path, self.schema)
            else:
                self._disk, self._foreign = read_only(path), True

    def _begin_anew(self, why: str, statements: Sequence[Statement]) -> bool:
        """Damage that shows in the middle of a session: the file is set aside, and what is readable goes on."""
        assert self.path is not None
        for connection in (self._disk, self._memory):
            if connection is not None:
                connection.close()
        self._disk = None
        waiting, self._unsaved = self._unsaved, []
        self._set_aside(self.path, why)
        self._memory = self._memory_of(self._unsaved)
        self._tried = 0.0
        return self.write([*waiting, *statements])

    def _memory_of(self, statements: Sequence[Statement]) -> sqlite3.Connection:
        memory = new_memory(self.schema)
        run(memory, statements)
        return memory

    def _set_aside(self, path: Path, why: str) -> None:
        """Gives the file another name. What can be read of it is written with the next write, to the new one."""
        aside = aside_name(path)
        try:
            for ending in ("-wal", "-shm", ""):
                with suppress(FileNotFoundError):
                    os.rename(f"{path}{ending}", f"{aside}{ending}")
        except OSError as error:
            self._foreign = True
            self._say(f"The {self.schema.name} at {path} is damaged ({why}) and cannot be set aside: {_why(error)}")
            return
        if self._stands_in:
            self._unsaved = salvaged(aside, self.schema)
        new = "a new one is begun" + (" with what could be read of it" if self._unsaved else "")
        if not self._stands_in:
            new += "; `reader import` of that file takes in what can be read of it"
        self._say(f"The {self.schema.name} was damaged ({why}); it is set aside as {aside}, and {new}")

    def close(self) -> None:
        """Tries once more to bring to disk what is in memory, and closes."""
        if self._unsaved:
            self._tried = 0.0
            with suppress(sqlite3.Error):
                self.write(())
        for connection in (self._memory, self._disk):
            if connection is not None:
                with suppress(sqlite3.Error):
                    connection.close()
        self._memory = self._disk = None

    def back_up(self, to: Path, told: Callable[[int, int], None] | None = None) -> None:
        """Writes a whole copy, also while others write. ``told`` gets pages left and pages in all.

        Raises sqlite3.Error and OSError; ``to`` must not exist.
        """
        with closing(sqlite3.connect(to)) as copy:
            self.connection.backup(copy, pages=256, progress=told and (lambda _, left, all: told(left, all)))
            copy.execute("PRAGMA journal_mode=DELETE")

    def _say(self, sentence: str) -> None:
        if sentence not in self.notices:
            self.notices.append(sentence)


def _identity(path: Path) -> tuple[int, int]:
    try:
        status = path.stat()
    except OSError:
        return 0, 0
    return status.st_dev, status.st_ino


def now() -> str:
    """This instant, in ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _reason(error: sqlite3.DatabaseError) -> str | None:
    """Why the disk could not take it; ``None`` where the statement was at fault."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return "the file is damaged" if is_damage(error) else _FULL.get(code)


def _why(error: Exception) -> str:
    if isinstance(error, sqlite3.DatabaseError):
        return _reason(error) or str(error)
    if isinstance(error, OSError):
        return (error.strerror or str(error)).lower()
    return str(error)


_LONE = {code: 0x100000 + code for code in range(0xD800, 0xE000)}
_LONE_BACK = {code: lone for lone, code in _LONE.items()}


def storable(text: str) -> str:
    """The text as SQLite can hold it: a lone surrogate becomes a private character of its own; no length changes."""
    return text if text.isascii() else text.translate(_LONE)


def restored(text: str) -> str:
    """What was made storable."""
    return text if text.isascii() else text.translate(_LONE_BACK)
