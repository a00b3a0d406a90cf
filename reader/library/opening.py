"""The file behind a library: opened, looked through, brought up to date, copied, salvaged."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from reader.library.schema import Schema

Statement = tuple[str, Sequence[Any]]

_CHECKED: Final = 4_000_000
"""Bytes up to which a file is looked through when it is opened: about 5 ms."""
_DAMAGED: Final = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT)


class Damaged(Exception):  # noqa: N818  (a state of the file, met by whoever opens it here)
    """The file is no database of this program, or not whole."""


class FromTheFuture(Exception):  # noqa: N818  (likewise)
    """The file was written by a newer version."""


def opened(path: Path, schema: Schema, busy: float) -> sqlite3.Connection:
    """The file, brought up to the newest version. Raises Damaged, FromTheFuture, sqlite3.DatabaseError."""
    connection = sqlite3.connect(path, timeout=busy, isolation_level=None)
    try:
        _check(connection, path, schema)
        connection.execute(f"PRAGMA page_size={schema.page}")  # of a file that has no page yet
        _log_ahead(connection, busy)
        _settle(connection)
        migrate(connection, schema)
    except BaseException as error:
        connection.close()
        if isinstance(error, sqlite3.DatabaseError) and is_damage(error):
            raise Damaged(str(error)) from error
        raise
    return connection


def _check(connection: sqlite3.Connection, path: Path, schema: Schema) -> None:
    """Raises where the file is not one of ours, or not whole."""
    connection.execute("BEGIN")  # one look at it all: another process may be making the tables just now
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    connection.execute("COMMIT")
    if application != schema.application and (application or tables):
        raise Damaged("it was made by another program")
    if version > schema.version:
        raise FromTheFuture(f"The {schema.name} was written by a newer version of reader")
    if path.stat().st_size <= _CHECKED:
        (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if verdict != "ok":
            raise Damaged(str(verdict).splitlines()[-1])


def _log_ahead(connection: sqlite3.Connection, busy: float) -> None:
    """Turns on the write-ahead log. SQLite does not wait by itself here while another process does the same."""
    until = time.monotonic() + busy
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.01)
        else:
            return


def _settle(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA secure_delete=ON")


def migrate(connection: sqlite3.Connection, schema: Schema) -> None:
    """Brings the tables up to the newest version, in one transaction; nothing where they are."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version == schema.version:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()  # another process may have been first
        for statements in schema.versions[version:]:
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id={schema.application}")
        connection.execute(f"PRAGMA user_version={schema.version}")
        connection.execute("COMMIT")
    except BaseException:
        _roll_back(connection)
        raise


def run(connection: sqlite3.Connection, statements: Sequence[Statement]) -> None:
    """Runs the statements as one transaction. Raises sqlite3.Error, and then none of them was run."""
    if not statements:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for sql, given in statements:
            connection.execute(sql, given)
        connection.execute("COMMIT")
    except BaseException:
        _roll_back(connection)
        raise


def _roll_back(connection: sqlite3.Connection) -> None:
    if connection.in_transaction:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")


def new_memory(schema: Schema) -> sqlite3.Connection:
    """An empty database in memory."""
    memory = sqlite3.connect(":memory:", isolation_level=None)
    _settle(memory)
    migrate(memory, schema)
    return memory


def copied(disk: sqlite3.Connection | None, schema: Schema) -> sqlite3.Connection:
    """A copy in memory of what can be read; an empty one where nothing can."""
    if disk is not None:
        memory = sqlite3.connect(":memory:", isolation_level=None)
        try:
            disk.backup(memory)
            _settle(memory)
            migrate(memory, schema)
        except sqlite3.Error:
            memory.close()
        else:
            return memory
    return new_memory(schema)


def copy_of_file(path: Path, schema: Schema) -> sqlite3.Connection:
    """A copy in memory of a file that cannot be written to: as it is, or else as it was when it was last closed."""
    disk = read_only(path)
    memory = copied(disk, schema)
    if disk is not None:
        disk.close()
    return memory


def read_only(path: Path, ways: Sequence[str] = ("mode=ro", "immutable=1")) -> sqlite3.Connection | None:
    """The file for reading: as it is, or else as it was when it was last closed; ``None`` where it cannot be read."""
    for asked in ways:
        disk = None
        try:
            disk = sqlite3.connect(f"{path.absolute().as_uri()}?{asked}", uri=True, isolation_level=None)
            disk.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except sqlite3.Error:
            if disk is not None:
                disk.close()
        else:
            return disk
    return None


def salvaged(path: Path, schema: Schema) -> list[Statement]:
    """What writes again all rows of a damaged file that can be read and fit the tables."""
    has_log = path.with_name(f"{path.name}-wal").exists()
    disk = read_only(path, ("mode=ro",) if has_log else ("immutable=1",))
    if disk is None:
        return []
    with closing(disk), closing(new_memory(schema)) as trial:
        tables = trial.execute("SELECT name, sql FROM sqlite_schema WHERE sql LIKE '%STRICT%' AND type = 'table'")
        found: list[Statement] = []
        for name, sql in tables.fetchall():
            for row in _readable(disk, name, by_key="WITHOUT ROWID" in sql):
                statement = (f"INSERT OR IGNORE INTO {name} VALUES ({', '.join('?' * len(row))})", row)
                with suppress(sqlite3.Error):
                    trial.execute(*statement)
                    found.append(statement)
        return found


def _readable(disk: sqlite3.Connection, table: str, *, by_key: bool) -> Iterator[Sequence[Any]]:
    """The rows from the first one to the damage, and where there is any, those from the last one back to it.

    ``by_key``: the table is kept in the order of its primary key, and has no rowid.
    """
    try:
        yield from disk.execute(f"SELECT * FROM {table}")
    except sqlite3.Error:
        with suppress(sqlite3.Error):
            columns = disk.execute(f"PRAGMA table_info({table})").fetchall()
            keys = [each[1] for each in sorted(columns, key=lambda each: int(each[5])) if each[5]]
            order = ", ".join(f"{key} DESC" for key in (keys if by_key else ["rowid"]))
            yield from disk.execute(f"SELECT * FROM {table} ORDER BY {order}")


def aside_name(path: Path) -> Path:
    """What a damaged file is called from now on."""
    day = datetime.now().strftime("%Y-%m-%dT%H%M%S")
    name = path.with_name(f"{path.name}.damaged-{day}")
    number = 2
    while name.exists():
        name = path.with_name(f"{path.name}.damaged-{day}-{number}")
        number += 1
    return name


def is_damage(error: sqlite3.DatabaseError) -> bool:
    """Whether it is the file that is at fault."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGED or "decode to UTF-8" in str(error)
