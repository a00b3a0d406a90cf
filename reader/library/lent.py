"""Articles of the collection on the shelf: what their entries say is there at once, their texts when first asked for.

Ten thousand of them open as fast as their list does, and whoever is given one sees an article like any other. It goes
to another process as its id alone, and is fetched there from the same file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

from reader.articles.article import Article, Particulars
from reader.library.collection import Collection, Entry
from reader.library.folders import folders
from reader.library.queries import Problem
from reader.library.searching import known_of, search
from reader.library.shelf import Shelf
from reader.library.store import Store

PENDING: Final = "\0library:"
"""Before the id of an article that waits to be put on the shelf, among paths of files, which hold no NUL."""
AT_ONCE: Final = 200
"""Articles that are there with the first picture: more than any screen lists."""
_FETCHED: Final = ("text", "particulars", "blocks", "quotations", "evidence")
_set: Final = object.__setattr__  # what is frozen is filled once


class Lent(Article):
    """An article that fetches what it has not got yet. A copy of it with something changed is an article as read."""

    __slots__ = ("_from",)

    def __getattr__(self, name: str) -> Any:
        """What a field that is still empty holds; all of them are filled."""
        if name not in _FETCHED:
            raise AttributeError(name)
        found = _opened(self._from).article(self.id) or Article(self.id, self.path, "", self.particulars)
        for field in _FETCHED:
            _set(self, field, getattr(found, field))
        return getattr(self, name)

    def __reduce__(self) -> tuple[Any, ...]:
        """Where it can be had, and what its entry says; the whole of a copy."""
        held = getattr(self, "_from", None)
        if held is None:
            return Article, tuple(getattr(self, name) for name in Article.__slots__)
        about = self.particulars
        names = (about.title, about.byline, about.outlet, about.published, about.kind)
        return lent, (held, self.id, self.path, self.sha256, self.words, *names)


def lent(path: Path, id: str, named: str, sha256: str, words: int, *about: str | None) -> Lent:
    """The article with an ``id``, a path and the digest of its bytes, from the collection in the file ``path``;
    ``about`` it are title, byline, outlet, date and kind."""
    title, byline, outlet, published, kind = about
    particulars = Particulars(title or None, True, byline, outlet, published, kind=kind or "article")
    article = Lent.__new__(Lent)
    _set(article, "_from", path)
    _set(article, "id", id)
    _set(article, "path", named)
    _set(article, "sha256", sha256)
    _set(article, "words", words)
    _set(article, "particulars", particulars)
    _set(article, "is_whole", True)
    return article


def lent_entry(path: Path, entry: Entry) -> Lent:
    """The article of an entry."""
    about = (entry.title, entry.byline, entry.outlet, entry.published, entry.kind)
    return lent(path, entry.id, entry.path, entry.sha256, entry.words, *about)


@cache
def _opened(path: Path) -> Collection:
    return Collection.open(path)


def library_shelf(question: str = "", *, begun: bool = False) -> Shelf | Problem:
    """The articles of the user's own library, the newest first; of a ``question``, those that answer it, as they fit.

    What is wrong with the question, as a sentence. ``begun``: so many of them as show at once, the others pending.
    """
    collection, store, asked = Collection.open(), Store.open(), " ".join(question.split())
    try:
        found = search(collection, question, known_of(store)) if asked else None
        if isinstance(found, Problem):
            return found
        entries = collection.entries(found.numbers if found else None)
        if found:
            places = {number: place for place, number in enumerate(found.numbers)}
            entries.sort(key=lambda entry: places[entry.number])
        else:
            entries = _newest_first(entries, store)
        path, notices = folders().collection, (*store.notices, *collection.notices)
    finally:
        collection.close()
        store.close()
    now = AT_ONCE if begun else len(entries)
    articles = tuple(lent_entry(path, entry) for entry in entries[:now])
    pending = tuple(f"{PENDING}{entry.id}" for entry in entries[now:])
    return Shelf(articles, (), notices, pending, name=f"library: {asked}" if asked else "library")


def lent_pending(pending: Sequence[str]) -> Iterator[Lent]:
    """The articles of a library's shelf that were not there at once."""
    path = folders().collection
    entries = {entry.id: entry for entry in _opened(path).entries()}
    for name in pending:
        entry = entries.get(name.removeprefix(PENDING))
        if entry is not None:
            yield lent_entry(path, entry)


def _newest_first(entries: list[Entry], store: Store) -> list[Entry]:
    """By the day on which they were published, set by hand or not; those without one last, as they were imported."""
    by_hand = {
        id: each.particulars["published"] for id, each in store.corrections().items() if "published" in each.particulars
    }
    published = {entry.number: by_hand.get(entry.id, entry.published) or "" for entry in entries}
    return sorted(entries, key=lambda entry: published[entry.number], reverse=True)
