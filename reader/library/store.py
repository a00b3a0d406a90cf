"""What the user did, kept: places, read, stars, tags, notes, corrections, marks, settings, and the last steps to undo.

All of it is kept by an article's id, which is made from its text: a file that moves or is called otherwise keeps what
was done to it. Where a file was written anew, :meth:`Store.meet` carries over what was kept for its earlier text. Every
write is one transaction that is in the file when the call returns (see :mod:`reader.library.database` for what a power
cut can take), and takes a millisecond or so. Nothing here raises for a disk that is full, read-only or damaged: the
session goes on in memory, and ``notices`` says so.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, Final

from reader.articles.article import Article, BlockKind
from reader.articles.corrections import PARTICULARS, Correction
from reader.library.carrying import Kept, carried_over
from reader.library.database import Database, Statement, now, restored, storable
from reader.library.folders import folders
from reader.library.followed import Followed
from reader.library.notes import Note, Notes
from reader.library.schema import KEPT
from reader.library.sketch import sketch
from reader.library.state import SessionState
from reader.library.undo import Steps, Touched, Undone
from reader.text.spans import Span

WITHOUT_PATH: Final = ("-", "")
_FEW: Final = 500
"""Articles up to which each is looked up, and not all that are kept."""
_SKETCHED: Final = 20
"""Articles of one step up to which a sketch of each is made, 1 ms a piece: it is what lets a text be known again."""


class Store:
    """What is kept. One thread uses it; it opens in milliseconds, and nothing is created before the first write."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.steps = Steps(database)
        self.notes = Notes(database, self.steps)
        """Notes and highlights: ``notes.placed(article)``, ``notes.change(id, words)``, ``notes.remove(id)`` …"""
        self.followed = Followed(database)
        """The feeds that are followed."""
        self._met: dict[str, Article] = {}
        self._written: set[str] = set()

    @staticmethod
    def open(path: Path | None = None) -> Store:
        """The library in the file ``path``, or the user's own. Never raises: ``notices`` says what is wrong."""
        return Store(Database(KEPT, path or folders().kept))

    @staticmethod
    def memory() -> Store:
        """A library that is gone when it is closed."""
        return Store(Database(KEPT, None))

    def close(self) -> None:
        """Closes the file. What was written is in it already."""
        self.database.close()

    @property
    def notices(self) -> list[str]:
        """Sentences for the user, without a full stop; a write may bring more. Take them away when they are shown."""
        return self.database.notices

    def changed(self) -> int:
        """A number that is another one once another process has written: then read again what is shown."""
        return self.database.changed()

    # Articles

    def meet(self, articles: Iterable[Article]) -> list[str]:
        """Tells the store which articles are open; nothing is written about one before something is done to it.

        Where a file was read before with another text, and this is that text written anew, what was kept is carried
        over. The ids of those articles are returned, and a notice says so.
        """
        carried: list[str] = []
        for article in articles:
            self._met[article.id] = article
            before = self._kept_at(_place_of(article.path))
            if not before or any(each.article == article.id for each in before):
                continue
            statements = carried_over(self.database, before, article)
            if statements:
                self._write([article.id], statements)
                carried.append(article.id)
                self.notices.append(f"{article.path} has changed since; what you did to it has been carried over")
        return carried

    def _kept_at(self, path: str) -> list[Kept]:
        """What is known of the texts that were at a path, the last one first."""
        if not path:
            return []
        found = self.database.rows(_KNOWN_AT, (storable(path),))
        return [Kept(article, held or b"") for article, held in found]

    def _about(self, articles: Collection[str]) -> list[Statement]:
        """What makes known which articles something is kept about, where that is not in the file yet."""
        statements: list[Statement] = []
        for article in articles:
            met = self._met.get(article)
            if met is not None and article not in self._written:
                self._written.add(article)
                statements.append((_KNOWN, _known(met, sketched=len(articles) <= _SKETCHED)))
        return statements

    def _write(self, articles: Sequence[str], statements: Sequence[Statement]) -> bool:
        return self.database.write([*self._about(articles), *statements])

    def _step(
        self, what: str, articles: Collection[str], touched: Sequence[Touched], statements: Sequence[Statement]
    ) -> bool:
        return self.steps.take(what, touched, [*self._about(articles), *statements])

    # Read, starred, marked

    def state(self, among: Collection[str] = ()) -> SessionState:
        """What is read, starred, marked, tagged and noted. Of a few articles that it is asked ``among``, only those are
        looked up in what is read and starred, however large the library is."""
        rows = self.database.rows
        few = tuple(among) if len(among) <= _FEW else ()
        only = f" WHERE article IN ({', '.join('?' * len(few))})" if few else ""
        return SessionState(
            read=frozenset(chain.from_iterable(rows(f"SELECT article FROM read{only}", few))),
            starred=frozenset(chain.from_iterable(rows(f"SELECT article FROM starred{only}", few))),
            marks=self.marks(),
            tags=self.tags(),
            noted=frozenset(self.notes.counts()),
        )

    def set_read(self, articles: Sequence[str], read: bool = True, *, undoable: bool = True) -> bool:
        """Keeps that articles are read, or unread again. ``undoable=False``: it came about by reading, not by a key."""
        statements = [_present("read", article, read) for article in articles]
        if not undoable:
            return self._write(articles, statements)
        what = f"{_many(articles)} {'read' if read else 'unread'}"
        return self._step(what, articles, [Touched("read", {"article": article}) for article in articles], statements)

    def set_starred(self, articles: Sequence[str], starred: bool = True) -> bool:
        """Keeps that articles are starred, or not any more."""
        touched = [Touched("starred", {"article": article}) for article in articles]
        what = f"{_many(articles)} {'starred' if starred else 'no longer starred'}"
        return self._step(what, articles, touched, [_present("starred", article, starred) for article in articles])

    def marks(self) -> tuple[str, ...]:
        """The marked articles, in order."""
        return tuple(chain.from_iterable(self.database.rows("SELECT article FROM marks ORDER BY position")))

    def set_marks(self, articles: Sequence[str]) -> bool:
        """Keeps which articles are marked: A, B, C …"""
        insert = "INSERT INTO marks (position, article) VALUES (?, ?)"
        statements: list[Statement] = [("DELETE FROM marks", ())]
        statements += [(insert, (position, article)) for position, article in enumerate(dict.fromkeys(articles))]
        return self._step("the marks", articles, [Touched("marks")], statements)

    # Tags

    def tags(self) -> dict[str, tuple[str, ...]]:
        """The tags of each article that has any, by id, in alphabetical order."""
        found: dict[str, tuple[str, ...]] = {}
        for article, tag in self.database.rows("SELECT article, tag FROM tags ORDER BY article, tag"):
            found[article] = (*found.get(article, ()), restored(tag))
        return found

    def set_tags(self, articles: Sequence[str], add: Sequence[str] = (), remove: Sequence[str] = ()) -> bool:
        """Adds tags to articles and takes some away. Blanks around a tag do not count, nor does an empty one."""
        at = now()
        statements: list[Statement] = []
        touched: list[Touched] = []
        for tags, sql in ((remove, _UNTAG), (add, _TAG)):
            for tag in filter(None, (storable(" ".join(tag.split())) for tag in tags)):
                touched += [Touched("tags", {"article": article, "tag": tag}) for article in articles]
                statements += [(sql, (article, tag, at)[: sql.count("?")]) for article in articles]
        return self._step(f"the tags of {_many(articles)}", articles, touched, statements) if statements else True

    # Places

    def place(self, article: str) -> int | None:
        """Where the user was in an article, in code points; ``None`` where that is not known."""
        return next((place for (place,) in self.database.rows(_PLACE, (article,))), None)

    def keep_place(self, article: str, place: int, words: str = "") -> bool:
        """Keeps where the user is. ``words``: what stands there, so that it is found again in a text written anew."""
        given = (article, place, storable(words[:120]), now())
        return self._write([article], [("INSERT OR REPLACE INTO places VALUES (?, ?, ?, ?)", given)])

    # Notes

    def add_note(self, article: Article, words: str = "", span: Span | None = None) -> Note:
        """Makes a note on an article, or on a span of it; without words it is a highlight."""
        self._met.setdefault(article.id, article)
        return self.notes.add(article, words, span, about=self._about([article.id]))

    # Corrections

    def corrections(self) -> dict[str, Correction]:
        """What was corrected, by the article's id; those without a correction are left out."""
        found: dict[str, Correction] = {}
        for article, name, value in self.database.rows("SELECT article, field, value FROM particulars"):
            set_to = value if value is None else restored(value)
            found[article] = found.get(article, Correction()).with_particular(name, set_to)
        for article, block, kind in self.database.rows("SELECT article, block, kind FROM verdicts"):
            found[article] = found.get(article, Correction()).with_verdict(block, kind)
        return found

    def correction(self, article: str) -> Correction:
        """What was corrected in one article."""
        particulars = self.database.rows("SELECT field, value FROM particulars WHERE article = ?", (article,))
        verdicts = self.database.rows("SELECT block, kind FROM verdicts WHERE article = ?", (article,))
        set_to = {name: value if value is None else restored(value) for name, value in particulars}
        return Correction(dict(verdicts), set_to)

    def correct(self, article: str, field: str, value: str | None) -> bool:
        """Keeps what a particular is; ``None``: that it is not known. Raises ValueError for another field."""
        if field not in PARTICULARS:
            raise ValueError(f"no particular: {field}")
        given = (article, field, value if value is None else storable(value), now())
        insert = ("INSERT OR REPLACE INTO particulars VALUES (?, ?, ?, ?)", given)
        return self._step(f"the {field}", [article], [Touched("particulars", _field(article, field))], [insert])

    def judge(self, article: str, block: str, kind: BlockKind | None) -> bool:
        """Keeps what kind of block one is, by its fingerprint; ``None``: what the program holds it for."""
        statement: Statement = ("DELETE FROM verdicts WHERE article = ? AND block = ?", (article, block))
        if kind is not None:
            statement = ("INSERT OR REPLACE INTO verdicts VALUES (?, ?, ?, ?)", (article, block, kind, now()))
        touched = Touched("verdicts", {"article": article, "block": block})
        return self._step("the verdict on a block", [article], [touched], [statement])

    # Settings

    def setting(self, name: str, otherwise: Any = None) -> Any:
        """What was kept under a name (theme, list width, measure, paths …): a JSON value."""
        for (value,) in self.database.rows("SELECT value FROM settings WHERE name = ?", (name,)):
            return json.loads(value)
        return otherwise

    def keep_setting(self, name: str, value: Any) -> bool:
        """Keeps a JSON value under a name."""
        given = (name, json.dumps(value))
        return self._write((), [("INSERT OR REPLACE INTO settings VALUES (?, ?)", given)])

    # Folders that are watched, articles that belong together

    def watched(self) -> list[str]:
        """The folders that are watched, in the order in which that began."""
        return [restored(path) for (path,) in self.database.rows("SELECT path FROM watched ORDER BY at, path")]

    def watch(self, path: str, watched: bool = True) -> bool:
        """Keeps that a folder is watched, or not any more."""
        key = storable(os.path.abspath(path))
        statement: Statement = ("DELETE FROM watched WHERE path = ?", (key,))
        if watched:
            statement = ("INSERT OR IGNORE INTO watched VALUES (?, ?)", (key, now()))
        return self._step("the folders that are watched", (), [Touched("watched", {"path": key})], [statement])

    def pairings(self) -> dict[tuple[str, str], bool]:
        """What was decided by hand: whether two articles (ids, in order) belong to one story."""
        found = self.database.rows("SELECT one, other, together FROM pairings")
        return {(one, other): bool(together) for one, other, together in found}

    def pair(self, pairs: Iterable[tuple[str, str]], together: bool | None) -> bool:
        """Decides whether pairs of articles belong to one story; ``None`` leaves it to the evidence again."""
        keys = [(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]]
        touched = [Touched("pairings", {"one": one, "other": other}) for one, other in keys]
        statements: list[Statement] = [(_UNPAIR, key) for key in keys]
        if together is not None:
            statements = [(_PAIR, (*key, int(together), now())) for key in keys]
        return self._step("the grouping", {id for key in keys for id in key}, touched, statements)

    # What was kept elsewhere

    def take_over(self, articles: Sequence[str], statements: Sequence[Statement]) -> int:
        """Keeps what another library kept about articles: how much of it is new. It cannot be taken back."""
        self._write(articles, ())
        before = self.database.connection.total_changes
        self.database.write(statements)
        return self.database.connection.total_changes - before

    # Undo

    def undoable(self) -> str | None:
        """What :meth:`undo` would take back, as part of a sentence ("2 articles read"); ``None`` for nothing."""
        return self.steps.last()

    def undo(self) -> Undone | None:
        """Takes back the last step (of 20): what it was, and the ids of the articles to show again."""
        return self.steps.take_back()


_KNOWN: Final = """INSERT OR REPLACE INTO known (article, path, title, byline, outlet, published, sha256, sketch, at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_KNOWN_AT: Final = "SELECT article, sketch FROM known WHERE path = ? ORDER BY at DESC"
_TAG: Final = "INSERT OR IGNORE INTO tags (article, tag, at) VALUES (?, ?, ?)"
_UNTAG: Final = "DELETE FROM tags WHERE article = ? AND tag = ?"
_PAIR: Final = "INSERT OR REPLACE INTO pairings VALUES (?, ?, ?, ?)"
_UNPAIR: Final = "DELETE FROM pairings WHERE one = ? AND other = ?"
_PLACE: Final = "SELECT place FROM places WHERE article = ?"


def _present(table: str, article: str, present: bool) -> Statement:
    if present:
        return f"INSERT OR IGNORE INTO {table} (article, at) VALUES (?, ?)", (article, now())
    return f"DELETE FROM {table} WHERE article = ?", (article,)


def _field(article: str, field: str) -> dict[str, str | int]:
    return {"article": article, "field": field}


def _many(articles: Sequence[str]) -> str:
    return "1 article" if len(articles) == 1 else f"{len(articles)} articles"


def _place_of(path: str) -> str:
    """A path by which a file is known again; empty for what has none."""
    if path in WITHOUT_PATH or path.startswith("-#"):
        return ""
    return path if "://" in path else os.path.abspath(path)


def _known(article: Article, *, sketched: bool) -> tuple[Any, ...]:
    about = article.particulars
    shown = (about.title, about.byline, about.outlet, about.published)
    named = (each if each is None else storable(each) for each in shown)
    made = sketch(article.text, article.body) if sketched else None
    return article.id, storable(_place_of(article.path)), *named, article.sha256, made, now()
