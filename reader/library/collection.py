"""The articles that were imported: their texts, their parts and their index, in a file of their own.

A text is kept compressed and whole, with the blocks and quotations that were found in it, so that it opens without
being read again. The index holds the folded words of the body (see :mod:`reader.library.indexing`) and no text. What
was written is on disk when the call returns; where it cannot be, :class:`reader.library.database.NotKept` is raised.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Collection as Ids
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any, Final, NamedTuple
from zlib import compress, decompress

from reader.articles.article import Article, Block, Evidence, Particulars, Quotation
from reader.library.database import Database, Statement, now, restored, storable
from reader.library.facts import Facts, folded_facts
from reader.library.folders import folders
from reader.library.indexing import INDEX_VERSION, folded_words, indexed
from reader.library.schema import COLLECTION
from reader.text.spans import Span

_BUSY: Final = 30.0
"""Seconds that an import waits for another one."""
BROKEN: Final = (zlib.error, ValueError, LookupError, TypeError)
"""What comes of bytes that are not what was written."""
_LEVEL: Final = 6
"""Of compression: 0.42 of the text at 0.3 ms for 5 KB; the quickest level leaves 0.45, the slowest saves nothing."""
RANKED: Final = 1000
"""Articles up to which those that a question fits best come first."""


class Entry(NamedTuple):
    """What is known of an imported article without opening it."""

    number: int
    id: str
    path: str
    title: str
    byline: str | None
    outlet: str | None
    published: str | None
    kind: str
    words: int
    near: str | None
    """The id of the article that it is a near-duplicate of, where it was one when it was imported."""
    folded: str
    """Title, outlet, byline and path, folded: a line each."""
    sha256: str
    """Of the bytes it was read from."""


class Imported(NamedTuple):
    """An article that is to be kept, its sketch, and the id of the one that it is a near-duplicate of."""

    article: Article
    sketch: bytes
    near: str | None = None


class Collection:
    """Imported articles. One thread uses it; others, and other processes, open their own."""

    def __init__(self, database: Database) -> None:
        self.database = database

    @staticmethod
    def open(path: Path | None = None) -> Collection:
        """The collection in the file ``path``, or the user's own. Never raises; ``notices`` says what is wrong."""
        return Collection(Database(COLLECTION, path or folders().collection, stands_in=False, busy=_BUSY))

    @staticmethod
    def memory() -> Collection:
        """A collection that is gone when it is closed."""
        return Collection(Database(COLLECTION, None, stands_in=False))

    @property
    def notices(self) -> list[str]:
        """Sentences for the user, without a full stop."""
        return self.database.notices

    def close(self) -> None:
        """Closes the file."""
        self.database.close()

    # What there is

    def __len__(self) -> int:
        return int(next((count for (count,) in self.database.rows("SELECT count(*) FROM articles")), 0))

    def entries(self, numbers: Ids[int] | None = None) -> list[Entry]:
        """The articles in the order in which they were imported; only those with ``numbers`` where they are given."""
        if numbers is None:
            return list(map(_entry, self.database.rows(f"{_ENTRIES} ORDER BY number")))
        return list(map(_entry, self.database.rows(f"{_ENTRIES}{_OF_NUMBERS}", (json.dumps(list(numbers)),))))

    def facts(self, numbers: Ids[int] | None = None) -> list[Facts]:
        """What articles are chosen by, in the order in which they were imported: a third of what entries cost.

        Only those with ``numbers`` where they are given."""
        if numbers is None:
            return list(map(Facts._make, self.database.rows(f"{_FACTS} ORDER BY number")))
        return list(map(Facts._make, self.database.rows(f"{_FACTS}{_OF_NUMBERS}", (json.dumps(list(numbers)),))))

    def article(self, id: str) -> Article | None:
        """An article as it was when it was imported; ``None`` where there is none, or where it is damaged."""
        for number, path, sha256, words in self.database.rows(f"{_HEADS} WHERE id = ?", (id,)):
            for text, parts in self.database.rows("SELECT text, parts FROM texts WHERE number = ?", (number,)):
                try:
                    return article_of(id, restored(path), sha256, words, text, parts)
                except BROKEN:
                    self._say_broken(restored(path))
        return None

    def _say_broken(self, path: str) -> None:
        notice = f"What is kept of {path} is damaged; forget it, and import it again"
        if notice not in self.notices:
            self.notices.append(notice)

    def texts(self, numbers: Iterable[int]) -> Iterator[tuple[int, str, tuple[Span, ...]]]:
        """Texts and their bodies, by number, in the order asked for: half of what an article costs."""
        for number in numbers:
            for text, parts in self.database.rows("SELECT text, parts FROM texts WHERE number = ?", (number,)):
                try:
                    body = tuple(Span(*span) for span in json.loads(decompress(parts))["body"])
                    whole = _text(text)
                except BROKEN:
                    self._say_broken(f"article {number}")
                else:
                    yield number, whole, body

    def ids(self) -> dict[str, str]:
        """The path of each article by its id."""
        return {id: restored(path) for id, path in self.database.rows("SELECT id, path FROM articles")}

    def sha256s(self) -> dict[str, str]:
        """The id of each article, by the SHA-256 of the bytes it was read from."""
        return dict(self.database.rows("SELECT sha256, id FROM articles WHERE sha256 != ''"))

    def copies(self) -> list[tuple[str, str]]:
        """The further paths under which texts were found, each with the id of its article."""
        found = self.database.rows("SELECT articles.id, copies.path FROM copies JOIN articles USING (number)")
        return [(id, restored(path)) for id, path in found]

    def sketches(self) -> Iterator[tuple[str, bytes]]:
        """Ids and sketches of all articles."""
        yield from self.database.rows("SELECT id, sketch FROM articles JOIN sketches USING (number)")

    # What changes it

    def add(self, articles: Sequence[Imported]) -> None:
        """Keeps articles, all in one transaction; those that are there already stay as they are. Raises NotKept."""
        statements: list[Statement] = [(_SET_FACT, ("index", str(INDEX_VERSION)))]
        for each in articles:
            statements += _added(each)
        self.database.write(statements)

    def add_copies(self, copies: Sequence[tuple[str, str]]) -> None:
        """Keeps under which further paths the texts of articles were found: (path, id). Raises NotKept."""
        self.database.write([(_ADD_COPY, (storable(path), id)) for path, id in copies])

    def forget(self, ids: Sequence[str]) -> int:
        """Takes articles out of the collection and its index: how many there were. Raises NotKept."""
        statements: list[Statement] = []
        known = 0
        there = self.ids()
        for id in there.keys() & set(ids):
            known += 1
            article = self.article(id)
            if article is not None:  # of one that is damaged, the index keeps its words: its number is not used again
                statements.append((_UNINDEX, (indexed(article), id)))
            statements.append(("DELETE FROM articles WHERE id = ?", (id,)))
        if known:
            self.database.write([*statements, ("INSERT INTO found (found) VALUES ('optimize')", ())])
        return known

    def bring_up_to_date(self) -> int:
        """Makes the index again where an earlier version made it: of how many articles. Raises NotKept."""
        if self.database.rows("SELECT value FROM facts WHERE name = 'index'") in ([], [(str(INDEX_VERSION),)]):
            return 0
        numbers = [number for (number,) in self.database.rows("SELECT number FROM articles")]
        statements: list[Statement] = [("INSERT INTO found (found) VALUES ('delete-all')", ())]
        for number, text, body in self.texts(numbers):
            statements.append((_ADD_WORDS, (number, folded_words(text, body))))
        self.database.write([*statements, ("UPDATE facts SET value = ? WHERE name = 'index'", (str(INDEX_VERSION),))])
        return len(statements) - 1

    def matching(self, match: str) -> list[int]:
        """The numbers of the articles that an expression of FTS5 finds, the most fitting first.

        Of more than ``RANKED`` the last imported come first: what stands in so many fits none of them better, and to
        rank 10,000 takes 80 ms.
        """
        ranked = self.database.rows(_RANKED, (match, RANKED + 1))
        if len(ranked) <= RANKED:
            return [number for _, number in sorted(ranked)]
        return [number for (number,) in self.database.rows(_MATCHING, (match,))][::-1]

    def most_fitting(self, match: str, most: int) -> list[int]:
        """The numbers of the articles that fit an expression of FTS5 best, however many it finds."""
        found = self.database.rows(f"{_MATCHING} ORDER BY rank LIMIT ?", (match, most))
        return [number for (number,) in found]


_COLUMNS: Final = "number, id, path, title, byline, outlet, published, kind, words, near, folded, sha256"
_ENTRIES: Final = f"SELECT {_COLUMNS} FROM articles"
_OF_NUMBERS: Final = " WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number"
_FACTS: Final = "SELECT number, id, published, kind, folded FROM articles"
_HEADS: Final = "SELECT number, path, sha256, words FROM articles"
_MATCHING: Final = "SELECT rowid FROM found WHERE found MATCH ?"
_RANKED: Final = "SELECT rank, rowid FROM found WHERE found MATCH ? LIMIT ?"
_SET_FACT: Final = "INSERT OR IGNORE INTO facts VALUES (?, ?)"
_ADD_COPY: Final = "INSERT OR REPLACE INTO copies SELECT ?, number FROM articles WHERE id = ?"
_UNINDEX: Final = "INSERT INTO found (found, rowid, words) SELECT 'delete', number, ? FROM articles WHERE id = ?"
_ADD_ARTICLE: Final = """INSERT OR IGNORE INTO articles
    (id, path, sha256, title, byline, outlet, published, kind, folded, words, size, near, at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_ADD_INDEX: Final = """INSERT INTO found (rowid, words) SELECT number, ? FROM articles
    WHERE id = ? AND number NOT IN (SELECT number FROM texts)"""
_ADD_WORDS: Final = "INSERT INTO found (rowid, words) VALUES (?, ?)"
_ADD_SKETCH: Final = "INSERT OR IGNORE INTO sketches SELECT number, ? FROM articles WHERE id = ?"
_ADD_TEXT: Final = "INSERT OR IGNORE INTO texts SELECT number, ?, ? FROM articles WHERE id = ?"


def _added(imported: Imported) -> list[Statement]:
    """The statements that keep an article; the index comes before the text, which shows that it is there."""
    article, sketched, near = imported
    about = article.particulars
    shown = [each if each is None else storable(each) for each in (about.title, about.byline, about.outlet)]
    folded = folded_facts(article)
    row = (article.id, storable(article.path), article.sha256, *shown, about.published, about.kind)
    size = len(article.text)
    return [
        (_ADD_ARTICLE, (*row, storable(folded), article.words, size, near, now())),
        (_ADD_INDEX, (indexed(article), article.id)),
        (_ADD_SKETCH, (sketched, article.id)),
        (_ADD_TEXT, (compress(article.text.encode("utf-8", "surrogatepass"), _LEVEL), _parts(article), article.id)),
    ]


def _parts(article: Article) -> bytes:
    """All of an article but its text, for :func:`article_of`."""
    parts = {
        "particulars": _table(Particulars, (article.particulars,)),
        "blocks": _table(Block, article.blocks),
        "quotations": _table(Quotation, article.quotations),
        "evidence": _table(Evidence, article.evidence),
        "body": article.body,
    }
    return compress(json.dumps(parts, separators=(",", ":")).encode(), _LEVEL)


def _table(of: type[Any], values: Sequence[Any]) -> list[list[Any]]:
    """The names of the fields, then a row for each value."""
    names = [field.name for field in fields(of)]
    return [names, *([getattr(value, name) for name in names] for value in values)]


def _values(of: type[Any], table: list[list[Any]]) -> Iterator[Any]:
    """What a table was made from; a field that has gone since is left out, one that is new has its default."""
    names, *rows = table
    present = {field.name for field in fields(of)}
    for row in rows:
        given = {name: _value(name, value) for name, value in zip(names, row, strict=True) if name in present}
        yield of(**given)


def _value(name: str, value: Any) -> Any:
    """A field's value: what JSON made a list of is a span, spans, or words."""
    if not isinstance(value, list):
        return value
    if name.endswith("_at"):
        return Span(*value)
    return tuple(Span(*each) if isinstance(each, list) else each for each in value)


def article_of(id: str, path: str, sha256: str, words: int, text: bytes, parts: bytes) -> Article:
    """The article of a row. Raises what comes of bytes that are not what was written (:data:`BROKEN`)."""
    held: dict[str, Any] = json.loads(decompress(parts))
    (about,) = _values(Particulars, held["particulars"])
    return Article(
        id=id,
        path=path,
        text=_text(text),
        particulars=about,
        blocks=tuple(_values(Block, held["blocks"])),
        quotations=tuple(_values(Quotation, held["quotations"])),
        words=words,
        sha256=sha256,
        evidence=tuple(_values(Evidence, held["evidence"])),
    )


def _text(kept: bytes) -> str:
    return decompress(kept).decode("utf-8", "surrogatepass")


def _entry(row: tuple[Any, ...]) -> Entry:
    number, id, path, title, byline, outlet, published, kind, words, near, folded, sha256 = row
    names = (each if each is None else restored(each) for each in (title, byline, outlet))
    title, byline, outlet = names
    shown = (restored(path), title or "", byline, outlet, published)
    return Entry(number, id, *shown, kind, words, near, folded, sha256)
