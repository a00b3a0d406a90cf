"""A file that was written anew has another text, and so another id: what was kept for the earlier one goes over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from reader.articles.article import Article
from reader.library.anchors import Anchor, found_again
from reader.library.database import Database, Statement, now, restored
from reader.library.notes import Notes, carried
from reader.library.sketch import SAME_STORY_ANEW, likeness, sketch
from reader.library.undo import Steps

_COPIED: Final = {
    "read": ("at",),
    "starred": ("at",),
    "tags": ("tag", "at"),
    "particulars": ("field", "value", "at"),
    "verdicts": ("block", "kind", "at"),
}


class Kept(NamedTuple):
    """An article that something is kept about: its id, and the sketch of its text."""

    article: str
    sketch: bytes


def carried_over(database: Database, earlier: Sequence[Kept], article: Article) -> list[Statement]:
    """What gives ``article`` all that was kept for the text it was before; nothing where it was another article."""
    now_sketched = sketch(article.text, article.body)
    before = next((each for each in earlier if likeness(each.sketch, now_sketched) >= SAME_STORY_ANEW), None)
    if before is None:
        return []
    old, new = before.article, article.id
    statements: list[Statement] = []
    for table, columns in _COPIED.items():
        names = ", ".join(columns)
        copy = f"INSERT OR IGNORE INTO {table} (article, {names}) SELECT ?, {names} FROM {table} WHERE article = ?"
        statements.append((copy, (new, old)))
    statements.append(("UPDATE marks SET article = ? WHERE article = ?", (new, old)))
    for place, words in database.rows("SELECT place, words FROM places WHERE article = ?", (old,)):
        span = found_again(article.text, Anchor(restored(words), start=place)) if words else None
        given = (new, span.start if span else min(place, len(article.text)), words, now())
        statements.append(("INSERT OR IGNORE INTO places VALUES (?, ?, ?, ?)", given))
    notes = Notes(database, Steps(database)).of(old)
    return [*statements, *(carried(note, new) for note in notes)]
