"""What is kept about the open articles, looked at while the screen is loaded, so that the first picture shows it.

It is found out on a copy in memory, the way the store will do it: nothing is written, and nobody is waited for.
Whatever stands in the way is left to the store, which says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.articles.article import Article
from reader.library.state import SessionState

if TYPE_CHECKING:
    from pathlib import Path

    from reader.library.notes import PlacedNote


@dataclass(frozen=True, slots=True)
class Glance:
    """What was kept, at the moment the articles were read."""

    state: SessionState = field(default_factory=SessionState)
    corrected: Mapping[int, Article] = field(default_factory=dict)
    """Articles that were corrected, by their positions, as they are to be shown."""
    places: Mapping[str, int] = field(default_factory=dict)
    """Where one was in an article, by its id."""
    notes: Mapping[str, Sequence[PlacedNote]] = field(default_factory=dict)
    """The notes of the article that shows first."""


def glance(articles: Sequence[Article], path: Path | None = None) -> Glance:
    """What is kept about ``articles`` in a file, or in the user's own library; nothing where it cannot be read."""
    from reader.library.folders import folders

    path = path or folders().kept
    if not path.exists():
        return Glance()

    import sqlite3

    from reader.library.database import Database
    from reader.library.keeping import Keeping
    from reader.library.opening import Damaged, FromTheFuture
    from reader.library.schema import KEPT
    from reader.library.store import Store

    try:
        store = Store(Database.copy(KEPT, path))
    except (sqlite3.Error, OSError, Damaged, FromTheFuture):
        return Glance()
    kept = list(articles)
    keeping = Keeping(kept)
    changed = keeping.connect(store)
    places = {article.id: place for number, article in enumerate(kept) if (place := keeping.place(number)) is not None}
    notes = {kept[0].id: notes} if kept and (notes := keeping.notes(0)) else {}
    seen = Glance(keeping.state, {number: kept[number] for number in changed}, places, notes)
    keeping.close()
    return seen
