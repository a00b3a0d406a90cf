"""Search over all of the collection: the index says which articles, their own texts say where.

Hits are spans of code points of the untouched text (see :mod:`reader.library.phrases`): what the index offers and the
text does not bear out is left out. Articles are looked into as they are asked for: the first page
costs the same however many there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Final, Literal, NamedTuple

from reader.library.collection import Collection, Entry
from reader.library.facts import Facts, all_hold
from reader.library.phrases import hits_of
from reader.library.queries import Asked, Problem, parse
from reader.library.state import SessionState
from reader.library.store import Store
from reader.text.find import Searchable, snippet
from reader.text.spans import Span

Order = Literal["fit", "newest", "oldest", "imported"]
PAGE: Final = 20
"""Articles that are shown at once."""


class Snippet(NamedTuple):
    """A hit with some words around it, on one clean line: the line, where the hit stands in it, and in the text."""

    line: str
    start: int
    end: int
    span: Span


class ArticleHits(NamedTuple):
    """An article that answers the question; without words in the question there are no hits, only the article."""

    entry: Entry
    hits: tuple[Span, ...] = ()
    snippet: Snippet | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What is needed of the store to answer: what was done to articles, and the particulars that were set by hand."""

    state: SessionState = field(default_factory=SessionState)
    corrected: Mapping[str, Mapping[str, str | None]] = field(default_factory=dict)


def known_of(store: Store) -> Known:
    """What the store knows now."""
    corrected = {article: correction.particulars for article, correction in store.corrections().items()}
    return Known(store.state(), corrected)


class Search:
    """A question to a collection. ``numbers`` are those of the articles that answer it by the index, in order."""

    def __init__(
        self, collection: Collection, asked: Asked, known: Known, order: Order = "fit", *, case: bool = False
    ) -> None:
        """``case``: capitals count."""
        self._collection = collection
        self._case = case
        self._known = known
        self.asked = asked
        self.numbers = _candidates(collection, asked, known, order)
        self.candidates = len(self.numbers)

    def results(self) -> Iterator[ArticleHits]:
        """The articles in order, some looked into at a time, as they are asked for."""
        for entry, searchable, hits in self.looked_into():
            yield ArticleHits(entry, hits, _snippet(searchable, hits[0]) if hits else None)

    def looked_into(
        self, first: int = 0, until: int | None = None
    ) -> Iterator[tuple[Entry, Searchable, tuple[Span, ...]]]:
        """The same with their texts, which are empty where no words are asked for; only those from ``first`` on."""
        asked = self.numbers[first:until]
        for start in range(0, len(asked), PAGE):
            numbers = asked[start : start + PAGE]
            entries = {entry.number: self._shown(entry) for entry in self._collection.entries(numbers)}
            if not self.asked.shown:
                yield from ((entries[number], Searchable(""), ()) for number in numbers if number in entries)
                continue
            for number, text, body in self._collection.texts(number for number in numbers if number in entries):
                searchable = Searchable(text, body or None)
                hits = hits_of(searchable, self.asked.shown, case=self._case)
                if hits:
                    yield entries[number], searchable, hits

    def page(self, most: int = PAGE) -> list[ArticleHits]:
        """The first articles."""
        return list(islice(self.results(), most))

    def _shown(self, entry: Entry) -> Entry:
        """The entry with the particulars that were set by hand."""
        by_hand = self._known.corrected.get(entry.id)
        if not by_hand:
            return entry
        return entry._replace(
            title=by_hand.get("title", entry.title) or "",
            byline=by_hand.get("byline", entry.byline),
            outlet=by_hand.get("outlet", entry.outlet),
            published=by_hand.get("published", entry.published),
        )


def search(collection: Collection, text: str, known: Known = Known(), order: Order = "fit") -> Search | Problem:
    """Asks the collection what ``text`` asks for, or says what is wrong with it."""
    asked = parse(text)
    if isinstance(asked, Problem):
        return asked
    if asked.is_empty:
        return Problem("There is nothing to look for.")
    return Search(collection, asked, known, order)


def _snippet(searchable: Searchable, span: Span) -> Snippet:
    body = searchable.within
    return Snippet(*snippet(searchable.text, span, first=body[0].start if body else 0), span)


# Which articles


def _candidates(collection: Collection, asked: Asked, known: Known, order: Order) -> list[int]:
    """The numbers of the articles that may answer, in order."""
    words = " AND ".join(each.match for each in asked.shown)
    excluded = {number for each in asked.wanted if each.negated for number in collection.matching(each.match)}
    found = [number for number in collection.matching(words) if number not in excluded] if words else None
    if found is not None and not asked.conditions and order in ("fit", "imported"):
        return found if order == "fit" else sorted(found)
    facts = {each.number: each.corrected(known.corrected.get(each.id, {})) for each in collection.facts(found)}
    if found is None:
        found = [number for number in facts if number not in excluded]
    chosen = [facts[number] for number in found if number in facts]
    return [each.number for each in _ordered([each for each in chosen if all_hold(asked, each, known.state)], order)]


def _ordered(facts: list[Facts], order: Order) -> list[Facts]:
    if order == "fit":
        return facts
    if order == "imported":
        return sorted(facts)
    dated = [each for each in facts if each.published]
    dated.sort(key=lambda each: each.published or "", reverse=order == "newest")
    return [*dated, *(each for each in facts if not each.published)]
