"""Files into the collection: what is new is added, what is there already is named, what cannot be read says why.

Files are read and never changed. Articles are made outside of any transaction and written some at a time: an article
that the progress counted is on disk, and whoever else writes waits for milliseconds.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import Final, NamedTuple

from reader.articles.article import Article
from reader.articles.build import Built
from reader.library.beside import read_beside
from reader.library.collection import Collection, Imported
from reader.library.database import NotKept
from reader.library.salvaging import articles_in, done_in, schema_of
from reader.library.schema import COLLECTION, KEPT
from reader.library.sketch import NEAR, hashes, likeness, sketch
from reader.library.store import Store
from reader.sources.paths import STANDARD_INPUT, gather
from reader.sources.reading import Unread, read_all, read_all_bytes

_TOGETHER: Final = 64
"""Articles written in one transaction at most: 64 of 5 KB take about 60 ms."""
_SECONDS: Final = 0.5
"""After which what is read is written, however little it is."""
_HASHED: Final = 50_000_000
"""Bytes up to which a file is looked up by its SHA-256 before it is read."""
_LOOKED_UP: Final = 12
"""The smallest hashes of a sketch."""
_MET: Final = 2
"""Of these, how many two texts must have in common to be held against each other: three in a thousand of those of which
half is common have fewer."""
_HELD: Final = 8
"""Texts that one is held against: those with most hashes in common."""
_STOCK: Final = 64
"""Articles with one hash from which it says nothing about any two of them."""


class Likeness(NamedTuple):
    """A file whose text is in the collection already, all of it or nearly, and the path of the article that has it."""

    path: str
    of: str
    share: float = 1.0
    """Of what both have together, how much they share, 0 to 1: an estimate."""


@dataclass(slots=True)
class Summary:
    """What came of an import. Paths and reasons are raw: they are cleaned where they are shown."""

    added: int = 0
    unchanged: int = 0
    """Files that are in the collection as they are."""
    same: list[Likeness] = field(default_factory=list)
    """Files with the same text as another: left out."""
    near: list[Likeness] = field(default_factory=list)
    """Files with nearly the same text as another: added, and flagged."""
    unread: list[Unread] = field(default_factory=list)
    restored: int = 0
    """Stars, tags, notes and the like that an export brought along."""
    passed_over: int = 0
    """Files of other kinds in folders."""
    notices: list[str] = field(default_factory=list)
    stopped: str | None = None
    """Why not all was imported, as a sentence without a full stop."""


class Known(NamedTuple):
    """A file whose very bytes were read before, and the article that they made."""

    id: str


class Progress(NamedTuple):
    """How far an import has come: all that is counted is on disk."""

    files: int
    of: int
    added: int
    path: str
    """What was read last."""


Told = Callable[[Progress], object]


def import_paths(
    paths: Sequence[str],
    collection: Collection,
    told: Told = lambda _: None,
    *,
    store: Store | None = None,
    standard_input: bytes = b"",
) -> Summary:
    """Adds the articles in files and folders to the collection. With a ``store``, what was done to an earlier text of a
    file goes over to the new one. A disk that cannot take it ends the import: ``Summary.stopped`` says so."""
    gathered = gather(paths)
    summary = Summary(unread=list(gathered.unread), passed_over=gathered.passed_over)
    importing = Importing(collection, summary, store)
    try:
        collection.bring_up_to_date()
        with closing(read_beside(gathered.files, importing.reader(standard_input))) as results:
            for number, result in results:
                done = number if result is None else number - 1
                if result is not None:
                    importing.receive(gathered.files[number - 1], result)
                if result is None:
                    importing.restore(gathered.files[number - 1], standard_input)
                if importing.is_due or done == len(gathered.files):
                    importing.keep()
                    told(Progress(done, len(gathered.files), summary.added, gathered.files[number - 1]))
    except NotKept as why:
        summary.stopped = str(why)
    return summary


def import_articles(articles: Iterable[Article], collection: Collection) -> Iterator[Summary | None]:
    """Adds articles that were read already; at last the summary, ``None`` after each of them before."""
    importing = Importing(collection, Summary())
    try:
        for article in articles:
            importing.take(article)
            if importing.is_due:
                importing.keep()
            yield None
        importing.keep()
    except NotKept as why:
        importing.summary.stopped = str(why)
    yield importing.summary


class Importing:
    """One import: what is known by now, and what waits to be written."""

    def __init__(self, collection: Collection, summary: Summary, store: Store | None = None) -> None:
        """With a ``store``, what was done to an earlier text of a file goes over to the new one."""
        self.summary = summary
        self._collection = collection
        self._store = store
        self._paths = collection.ids()
        self._by_bytes = collection.sha256s()
        self._sketches = dict(collection.sketches())
        self._by_hash: dict[int, list[str]] = {}
        for id, held in self._sketches.items():
            self._note_hashes(id, held)
        self._places = {*self._paths.values(), *(path for _, path in collection.copies())}
        self._waiting: list[Imported] = []
        self._copies: list[tuple[str, str]] = []
        self._since = time.monotonic()

    def reader(self, standard_input: bytes) -> Callable[[str], Iterator[Built | Unread | Known]]:
        """What reads a file, and says where its very bytes were read before. It changes nothing here."""

        def read(path: str) -> Iterator[Built | Unread | Known]:
            known = self._by_bytes.get(_sha256(path) or "") if self._by_bytes and path != STANDARD_INPUT else None
            if known:
                yield Known(known)
                return
            if (schema := schema_of(path)) is not None:
                yield from articles_in(path) if schema is COLLECTION else ()
                return
            try:
                yield from read_all_bytes(standard_input, path) if path == STANDARD_INPUT else read_all(path)
            except Exception as error:  # one file must never take the others with it
                yield Unread(path, f"reading it failed ({type(error).__name__}: {error})")

        return read

    def receive(self, path: str, result: Built | Unread | Known) -> None:
        """Takes what was read in a file."""
        if isinstance(result, Known):
            self._found_again(path, result.id)
        elif isinstance(result, Unread):
            self.summary.unread.append(result)
        else:
            self.summary.notices += result.notices
            self.take(result.article)

    def _found_again(self, path: str, id: str) -> None:
        """A file whose text is there already: as it is, or under another path, which is noted."""
        known = self._paths[id]
        if _lasting(path) == _lasting(known):
            self.summary.unchanged += 1
        else:
            self.summary.same.append(Likeness(path, known))
            self._copies.append((_lasting(path), id))

    def holds(self, path: str) -> bool:
        """Whether an article from this path is in the collection, or waits to be."""
        return path in self._places

    def also_at(self, path: str, id: str) -> None:
        """Notes a further path of an article that is kept. Raises NotKept."""
        self._collection.add_copies([(path, id)])
        self._places.add(path)

    def take(self, article: Article) -> None:
        """Lets an article wait to be written, or says what it is the same as."""
        if article.id in self._paths:
            self._found_again(article.path, article.id)
            return
        held = sketch(article.text, article.body)
        near = self._nearest(held)
        if near is not None:
            of, share = near
            self.summary.near.append(Likeness(article.path, self._paths[of], share))
        article = replace(article, path=_lasting(article.path))
        self._waiting.append(Imported(article, held, near[0] if near else None))
        self._paths[article.id] = article.path
        self._places.add(article.path)
        self._sketches[article.id] = held
        self._note_hashes(article.id, held)

    def _nearest(self, held: bytes) -> tuple[str, float] | None:
        met = Counter(id for each in hashes(held)[:_LOOKED_UP] for id in self._by_hash.get(each, ()))
        likely = [id for id, count in met.most_common(_HELD) if count >= min(_MET, len(hashes(held)))]
        found = max(((likeness(held, self._sketches[id]), id) for id in likely), default=(0.0, ""))
        return (found[1], found[0]) if found[0] >= NEAR else None

    def _note_hashes(self, id: str, held: bytes) -> None:
        for each in hashes(held[: 4 * _LOOKED_UP]):
            having = self._by_hash.setdefault(each, [])
            if len(having) < _STOCK:
                having.append(id)

    @property
    def is_due(self) -> bool:
        """Whether what waits should be written now."""
        return len(self._waiting) >= _TOGETHER or time.monotonic() - self._since > _SECONDS

    def keep(self) -> None:
        """Writes what waits. Raises NotKept."""
        written = self._write()
        if self._store is not None:
            self._store.meet(written)
            self.summary.notices += self._store.notices
            self._store.notices.clear()

    def restore(self, path: str, standard_input: bytes) -> None:
        """Keeps what was done to the articles of an export. Raises NotKept."""
        is_export = path == STANDARD_INPUT or path.endswith(".jsonl")
        if self._store is None or not (is_export or schema_of(path) is KEPT):
            return
        from reader.library.restoring import restore

        self.keep()
        if not is_export:
            self.summary.restored += restore(done_in(path), self._store)
            return
        with suppress(OSError), BytesIO(standard_input) if path == STANDARD_INPUT else open(path, "rb") as lines:
            self.summary.restored += restore(lines, self._store)

    def _write(self) -> list[Article]:
        waiting, self._waiting = self._waiting, []
        if waiting:
            self._collection.add(waiting)
        if self._copies:
            self._collection.add_copies(self._copies)
            self._copies = []
        self.summary.added += len(waiting)
        self._since = time.monotonic()
        return [article for article, _, _ in waiting]


def _lasting(path: str) -> str:
    """A path that names the file from any folder."""
    return path if path.startswith(STANDARD_INPUT) or "://" in path else os.path.abspath(path)


def _sha256(path: str) -> str | None:
    """Of the bytes of a file, where it is one and not very large."""
    try:
        if not os.path.isfile(path) or os.path.getsize(path) > _HASHED:
            return None
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):
        return None


def lines(summary: Summary) -> Iterable[str]:
    """The summary in words, a line for each kind of outcome; raw, without a full stop."""
    yield f"{summary.added:,} added" + (f", {summary.unchanged:,} there already" if summary.unchanged else "")
    if summary.restored:
        yield f"{summary.restored:,} stars, tags, notes and the like taken over"
    yield from (f"{each.path} has the same text as {each.of} and is left out" for each in summary.same)
    for each in summary.near:
        yield f"{each.path} has nearly the same text as {each.of} ({each.share:.0%}); both are kept"
    yield from (f"{unread.path}: {unread.reason}" for unread in summary.unread)
    if summary.passed_over:
        yield f"{summary.passed_over:,} of other kinds passed over"
    if summary.stopped:
        yield f"stopped: {summary.stopped}"
