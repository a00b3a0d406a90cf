"""What is kept, for other programs and for other times: notes in Markdown, everything in lines of JSON, whole copies.

An export is readable by itself: each line or section says which article it is about. What articles and users wrote is
cleaned of control characters in Markdown, and escaped in JSON.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

from reader.library.collection import Collection
from reader.library.database import now, restored
from reader.library.notes import Note
from reader.library.store import Store
from reader.text.clean import clean_line

FORMAT: Final = "reader library"
VERSION: Final = 1
"""Of the lines of JSON."""

_ABOUT: Final = "SELECT article, path, title, byline, outlet, published FROM known"
_TABLES: Final = {
    "read": "SELECT article, at FROM read ORDER BY at, article",
    "starred": "SELECT article, at FROM starred ORDER BY at, article",
    "tag": "SELECT article, tag, at FROM tags ORDER BY article, tag",
    "place": "SELECT article, place, words, at FROM places ORDER BY article",
    "particular": "SELECT article, field, value, at FROM particulars ORDER BY article, field",
    "verdict": "SELECT article, block, kind AS verdict, at FROM verdicts ORDER BY article, block",
    "mark": "SELECT article, position FROM marks ORDER BY position",
    "pairing": "SELECT one, other, together, at FROM pairings ORDER BY one, other",
    "watched": "SELECT path, at FROM watched ORDER BY at",
    "followed": "SELECT address, title, pages, private, at FROM followed ORDER BY at",
    "setting": "SELECT name, value FROM settings ORDER BY name",
}
About = Mapping[str, Any]
"""What is known of an article: path, title, byline, outlet, published."""


def everything(store: Store, collection: Collection) -> Iterator[str]:
    """Lines of JSON: one that says what this is, then one for each article, with its text, and each thing kept."""
    yield _line({"kind": "export", "format": FORMAT, "version": VERSION, "at": now()})
    about = abouts(store, collection)
    for id in collection.ids():
        article = collection.article(id)
        if article is not None:
            body = [list(span) for span in article.body]
            yield _line({"kind": "article", "article": id, **about[id], "text": article.text, "body": body})
    for note in store.notes.all():
        yield _line({"kind": "note", **_note(note), **_shown(about, note.article)})
    for kind, sql in _TABLES.items():
        for row in store.database.named_rows(sql):
            values = {name: restored(v) if isinstance(v, str) else v for name, v in row.items()}
            if kind == "setting":
                values["value"] = json.loads(values["value"])
            yield _line({"kind": kind, **values, **_shown(about, values.get("article", ""))})


def abouts(store: Store, collection: Collection) -> dict[str, About]:
    """What is known of each article that was imported or that something is kept about, by id."""
    found: dict[str, About] = {}
    for id, *values in store.database.rows(_ABOUT):
        named = (value if value is None else restored(value) for value in values)
        found[id] = dict(zip(("path", "title", "byline", "outlet", "published"), named, strict=True))
    for entry in collection.entries():
        names = ("path", "title", "byline", "outlet", "published")
        found[entry.id] = {name: getattr(entry, name) or None for name in names}
    for id, correction in store.corrections().items():
        found[id] = {**found.get(id, {}), **correction.particulars}
    return found


def _shown(about: Mapping[str, About], article: str) -> dict[str, Any]:
    known = about.get(article, {})
    return {name: known[name] for name in ("path", "title", "outlet") if known.get(name)}


def _note(note: Note) -> dict[str, Any]:
    values: dict[str, Any] = {"article": note.article, "words": note.words, "made": note.made, "changed": note.changed}
    if note.anchor is not None:
        values["exact"] = note.anchor.exact
        values["before"], values["after"] = note.anchor.before, note.anchor.after
        values["start"], values["end"] = note.anchor.start, note.anchor.start + len(note.anchor.exact)
    return values


def _line(values: Mapping[str, Any]) -> str:
    """JSON on one line; in plain ASCII where a text holds what UTF-8 has no bytes for."""
    line = json.dumps(values, ensure_ascii=False)
    try:
        line.encode()
    except UnicodeEncodeError:
        return json.dumps(values)
    return line


def notes_in_markdown(store: Store, collection: Collection, article: str | None = None) -> Iterator[str]:
    """Lines of Markdown: a section for each article that has notes, or for one; highlights are block quotes."""
    notes = store.notes.all() if article is None else store.notes.of(article)
    yield from notes_of(notes, abouts(store, collection) if notes else {}, store.tags())


def notes_of(notes: Iterable[Note], about: Mapping[str, About], tags: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Lines of Markdown with notes; those of one article follow each other."""
    last = None
    for note in notes:
        if note.article != last:
            yield from _heading(about.get(note.article, {}), tags.get(note.article, ()), first=last is None)
            last = note.article
        yield ""
        if note.anchor is not None:
            yield from (f"> {clean_line(line)}".rstrip() for line in note.anchor.exact.splitlines() or [""])
            yield from ("",) if note.words else ()
        yield from (clean_line(line) for line in note.words.splitlines())


def _heading(about: About, tags: tuple[str, ...], *, first: bool) -> Iterator[str]:
    if not first:
        yield ""
    path = about.get("path") or ""
    yield f"## {clean_line(about.get('title') or path or 'An article that is not known any more')}"
    yield ""
    facts = [about.get("outlet"), about.get("byline"), about.get("published"), path]
    yield " · ".join(clean_line(fact) for fact in facts if fact)
    if tags:
        yield "Tags: " + ", ".join(map(clean_line, tags))


def back_up(
    store: Store, collection: Collection, to: Path, told: Callable[[int, int], None] | None = None
) -> str | None:
    """Writes whole copies into the folder ``to``, also while others write; ``READER_HOME`` set to it opens them.

    Why it could not be done, as part of a sentence; ``None`` where it was.
    """
    files = [(store.database, to / "kept.sqlite"), (collection.database, to / "articles.sqlite")]
    try:
        to.mkdir(parents=True, exist_ok=True)
        there = next((file for _, file in files if file.exists()), None)
        if there is not None:
            return f"{there} is there already, and nothing is overwritten"
        for database, file in files:
            database.back_up(file, told)
    except (OSError, sqlite3.Error) as error:
        return f"{to} cannot be written: {getattr(error, 'strerror', None) or error}"
    return None


def backup_name() -> str:
    """What the folder of a copy is called where nothing else was said."""
    return f"reader-backup-{date.today().isoformat()}"
