"""A library's files that are not in use: copies, those of another machine, and those that were set aside as damaged.

Their articles, and what was done to them, are read as far as they can be: a row that is damaged is passed over, and
counted. Nothing is written to them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from reader.articles.article import Article
from reader.articles.build import Built, article_id
from reader.library.collection import BROKEN, Collection, article_of
from reader.library.database import Database, restored
from reader.library.exporting import everything
from reader.library.opening import Damaged, FromTheFuture, read_only
from reader.library.schema import COLLECTION, KEPT, Schema
from reader.library.store import Store
from reader.sources.source import Unread

_MAGIC: Final = b"SQLite format 3\0"
_APPLICATION: Final = slice(68, 72)
"""Where SQLite's header has the ``application_id``."""
_HEAD: Final = "SELECT id, path, sha256, words FROM articles WHERE number = ?"
_TEXT: Final = "SELECT text, parts FROM texts WHERE number = ?"


def schema_of(path: str) -> Schema | None:
    """Which of the two files of a library it is, if any."""
    try:
        with open(path, "rb") as file:
            head = file.read(100)
    except (OSError, ValueError):
        return None
    application = int.from_bytes(head[_APPLICATION], "big")
    is_sqlite = head.startswith(_MAGIC)
    return next((each for each in (COLLECTION, KEPT) if is_sqlite and each.application == application), None)


def articles_in(path: str) -> Iterator[Built | Unread]:
    """The articles of a collection, as they were imported; at last what could not be read of it."""
    disk = read_only(Path(path))
    if disk is None:
        yield Unread(path, "it is damaged, and nothing can be read of it")
        return
    with closing(disk):
        try:
            (last,) = disk.execute("SELECT seq FROM sqlite_sequence WHERE name = 'articles'").fetchone() or (0,)
        except sqlite3.Error as error:
            yield Unread(path, f"it is damaged, and nothing can be read of it ({error})")
            return
        lost = 0
        for number in range(1, last + 1):
            try:
                article = _article(disk, number)
            except (*BROKEN, sqlite3.Error):
                lost += 1
            else:
                if article is not None:
                    yield Built(article)
    if lost:
        yield Unread(path, f"{lost:,} article{'s' if lost > 1 else ''} in it cannot be read: damaged")


def _article(disk: sqlite3.Connection, number: int) -> Article | None:
    """The article with a number; ``None`` where there is none. Raises what says that it is damaged."""
    head = disk.execute(_HEAD, (number,)).fetchone()
    if head is None:
        return None
    id, path, sha256, words = head
    text, parts = disk.execute(_TEXT, (number,)).fetchone()
    article = article_of(id, restored(path), sha256, words, text, parts)
    size = len(article.text)
    if article_id(article.text) != id or not all(0 <= each.start <= each.end <= size for each in article.blocks):
        raise ValueError("another text")
    return article


def done_in(path: str) -> Iterator[bytes]:
    """What was done to articles, as the lines of an export, from the other file of a library."""
    try:
        store = Store(Database.copy(KEPT, Path(path)))
    except (sqlite3.Error, OSError, Damaged, FromTheFuture):
        return
    collection = Collection.memory()
    try:
        yield from (line.encode() for line in everything(store, collection))
    finally:
        collection.close()
        store.close()
