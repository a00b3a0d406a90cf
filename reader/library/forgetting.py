"""Forgetting: what was kept about articles goes from the files, not only from the tables.

Freed pages are overwritten with zeros (``secure_delete``), the index is merged so that no word of theirs is left in it,
and the write-ahead log is emptied. What the disk itself, a backup or an export keeps is not reached.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from typing import Final

from reader.library.collection import Collection
from reader.library.database import Database, Statement, restored
from reader.library.store import Store

_BY_ARTICLE: Final = ("known", "read", "starred", "tags", "places", "notes", "particulars", "verdicts", "marks")


def found(names: Sequence[str], store: Store, collection: Collection) -> tuple[list[str], list[str]]:
    """The ids of the articles that are called by id or path; and the names by which there is none."""
    by_path: dict[str, list[str]] = {}
    known = [*collection.ids().items(), *collection.copies()]
    known += [(id, restored(path)) for id, path in store.database.rows("SELECT article, path FROM known")]
    ids = {id for id, _ in known}
    for id, path in known:
        by_path.setdefault(os.path.abspath(path), []).append(id)
    articles: dict[str, None] = {}
    missing = []
    for name in names:
        called = [name] if name in ids else by_path.get(os.path.abspath(name), [])
        articles.update(dict.fromkeys(called))
        missing += [] if called else [name]
    return list(articles), missing


def forget(ids: Sequence[str], store: Store, collection: Collection, *, compact: bool = False) -> None:
    """Forgets articles: texts, index, and all that was done to them; it cannot be undone.

    ``compact`` also makes the files as small as they can be. Raises NotKept where the collection cannot be written.
    """
    statements: list[Statement] = [
        (f"DELETE FROM {table} WHERE article = ?", (id,)) for id in ids for table in _BY_ARTICLE
    ]
    for id in ids:
        statements.append(("DELETE FROM pairings WHERE one = ? OR other = ?", (id, id)))
        statements.append(("DELETE FROM steps WHERE instr(images, ?)", (id,)))
    if collection.forget(ids):
        _settle(collection.database, compact)
    store.database.write(statements)
    _settle(store.database, compact)


def _settle(database: Database, compact: bool) -> None:
    """Empties the log into the file. Another process that reads just now may put it off until it is done."""
    with suppress(sqlite3.Error):
        if compact:
            database.connection.execute("VACUUM")
        database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
