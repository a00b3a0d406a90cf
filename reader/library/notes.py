"""Notes and highlights: words of the user's own, on an article or on a stretch of it."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reader.articles.article import Article
from reader.library.anchors import Anchor, anchor, found_again
from reader.library.database import Database, Row, Statement, now, restored, storable
from reader.library.undo import Steps, Touched
from reader.text.spans import Span

_COLUMNS: Final = "id, article, start, exact, before, after, words, made, changed"


@dataclass(frozen=True, slots=True)
class Note:
    """A note. Without an anchor it is on the whole article; without words it is a highlight."""

    id: int
    article: str
    """The article's id."""
    words: str
    anchor: Anchor | None
    made: str
    """When, in ISO 8601 (UTC)."""
    changed: str

    @property
    def is_highlight(self) -> bool:
        """Whether nothing was written to the marked words."""
        return not self.words


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note and where its words stand in the text now; ``None`` on the whole article, or where they are gone."""

    note: Note
    span: Span | None

    @property
    def is_lost(self) -> bool:
        """Whether the words it was made on are not in the text any more."""
        return self.span is None and self.note.anchor is not None


class Notes:
    """The notes of the library. A write returns once it is kept."""

    def __init__(self, database: Database, steps: Steps) -> None:
        self._database, self._steps = database, steps

    def add(
        self, article: Article, words: str = "", span: Span | None = None, *, about: Sequence[Statement] = ()
    ) -> Note:
        """Makes a note on an article or a ``span`` of it; ``about`` are statements that go with it."""
        at = now()
        note = Note(secrets.randbits(62), article.id, words, span and anchor(article.text, span), at, at)
        self._steps.take(
            "the new note" if words else "the highlight", [_row(note.id, article.id)], [*about, _written(note)]
        )
        return note

    def change(self, note: int, words: str) -> None:
        """Gives a note other words."""
        change = ("UPDATE notes SET words = ?, changed = ? WHERE id = ?", (storable(words), now(), note))
        self._steps.take("the change of a note", [_row(note)], [change])

    def remove(self, note: int) -> None:
        """Takes a note away."""
        self._steps.take("the removal of a note", [_row(note)], [("DELETE FROM notes WHERE id = ?", (note,))])

    def all(self) -> list[Note]:
        """Every note, the articles in order of their first one, a text's in order of place."""
        return [_read(row) for row in self._database.rows(f"SELECT {_COLUMNS} FROM notes ORDER BY article, start, id")]

    def of(self, article: str) -> list[Note]:
        """The notes on an article, those on the whole of it first."""
        found = self._database.rows(f"SELECT {_COLUMNS} FROM notes WHERE article = ? ORDER BY start, id", (article,))
        return [_read(row) for row in found]

    def placed(self, article: Article) -> list[PlacedNote]:
        """The notes on an article with the spans where they stand in its text."""
        notes = self.of(article.id)
        return [PlacedNote(note, found_again(article.text, note.anchor) if note.anchor else None) for note in notes]

    def counts(self) -> dict[str, int]:
        """How many notes each article has, by id; those without one are left out."""
        return dict(self._database.rows("SELECT article, count(*) FROM notes GROUP BY article"))


def _row(note: int, article: str | None = None) -> Touched:
    return Touched("notes", {"id": note} if article is None else {"id": note, "article": article})


def _written(note: Note) -> Statement:
    held = note.anchor or Anchor("")
    start = None if note.anchor is None else held.start
    words = (storable(each) for each in (held.exact, held.before, held.after, note.words))
    values = (note.id, note.article, start, *words, note.made, note.changed)
    return f"INSERT OR REPLACE INTO notes ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", values


def carried(note: Note, to: str) -> Statement:
    """The same note on another article."""
    return _written(Note(secrets.randbits(62), to, note.words, note.anchor, note.made, note.changed))


def _read(row: Row) -> Note:
    id, article, start, exact, before, after, words, made, changed = row
    held = None if start is None else Anchor(restored(exact), restored(before), restored(after), start)
    return Note(id, article, restored(words), held, made, changed)
