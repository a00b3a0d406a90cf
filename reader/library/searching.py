"""Search over all of the collection: the index says which articles, their own texts say where.

Hits are spans of code points of the untouched text, found as in one article (see :mod:`reader.text.find`): what the
index offers and the text does not bear out is left out. Articles are looked into as they are asked for: the first page
costs the same however many there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Final, Literal, NamedTuple

from reader.library.collection import Collection, Entry, Facts
from reader.library.indexing import goes_on
from reader.library.queries import Asked, Condition, Wanted, parse
from reader.library.selection import Problem
from reader.library.state import SessionState
from reader.library.store import Store
from reader.text.find import Query, Searchable, find, snippet
from reader.text.fold import fold
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
    """What is needed of the store to answer: states, tags, notes, and the particulars that were set by hand."""

    state: SessionState = field(default_factory=SessionState)
    tags: dict[str, tuple[str, ...]] = field(default_factory=dict)
    noted: frozenset[str] = frozenset()
    corrected: Mapping[str, Mapping[str, str | None]] = field(default_factory=dict)


def known_of(store: Store) -> Known:
    """What the store knows now."""
    corrected = {article: correction.particulars for article, correction in store.corrections().items()}
    return Known(store.state(), store.tags(), frozenset(store.notes.counts()), corrected)


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
            yield ArticleHits(entry, hits, _snippet(searchable.text, hits[0]) if hits else None)

    def looked_into(self, most: int | None = None) -> Iterator[tuple[Entry, Searchable, tuple[Span, ...]]]:
        """The same with their texts, which are empty where no words are asked for; ``most`` of them are looked into."""
        asked = self.numbers[:most]
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


def hits_in(text: str, body: Sequence[Span], wanted: Sequence[Wanted]) -> tuple[Span, ...]:
    """Where the words stand, in order and apart; nothing where one of them does not stand there at all."""
    return hits_of(Searchable(text, body or None), wanted)


def hits_of(searchable: Searchable, wanted: Sequence[Wanted], *, case: bool = False) -> tuple[Span, ...]:
    """The same in a text that is folded once for many questions; ``case``: capitals count."""
    found: list[Span] = []
    for each in wanted:
        spans = find(searchable, Query(each.words, case=case)).hits
        whole = [span for span in spans if _stands_alone(searchable.text, span, each.goes_on)]
        if not whole:
            return ()
        found += whole
    apart: list[Span] = []
    for span in sorted(found):
        if not apart or span.start >= apart[-1].end:
            apart.append(span)
    return tuple(apart)


def _stands_alone(text: str, span: Span, open_end: bool) -> bool:
    """Whether no word goes on across the start, nor across the end unless it may."""
    parted = span.start == 0 or not (goes_on(text[span.start - 1]) and goes_on(text[span.start]))
    if not parted or open_end or span.end == len(text):
        return parted
    return not (goes_on(text[span.end - 1]) and goes_on(text[span.end]))


def _snippet(text: str, span: Span) -> Snippet:
    return Snippet(*snippet(text, span), span)


# Which articles


def _candidates(collection: Collection, asked: Asked, known: Known, order: Order) -> list[int]:
    """The numbers of the articles that may answer, in order."""
    words = " AND ".join(each.match for each in asked.shown)
    excluded = {number for each in asked.wanted if each.negated for number in collection.matching(each.match)}
    found = [number for number in collection.matching(words) if number not in excluded] if words else None
    if found is not None and not asked.conditions and order in ("fit", "imported"):
        return found if order == "fit" else sorted(found)
    facts = {each.number: _as_corrected(each, known.corrected) for each in collection.facts(found)}
    if found is None:
        found = [number for number in facts if number not in excluded]
    chosen = [facts[number] for number in found if number in facts]
    for condition in asked.conditions:
        chosen = [each for each in chosen if holds(condition, each, known) != condition.negated]
    return [each.number for each in _ordered(chosen, order)]


def _as_corrected(facts: Facts, corrected: Mapping[str, Mapping[str, str | None]]) -> Facts:
    by_hand = corrected.get(facts.id)
    if not by_hand:
        return facts
    lines = facts.folded.split("\n")
    for at, name in enumerate(("title", "outlet", "byline")):
        if name in by_hand:
            lines[at] = fold(" ".join((by_hand[name] or "").split()), case=True).text
    return facts._replace(published=by_hand.get("published", facts.published), folded="\n".join(lines))


def _ordered(facts: list[Facts], order: Order) -> list[Facts]:
    if order == "fit":
        return facts
    if order == "imported":
        return sorted(facts)
    dated = [each for each in facts if each.published]
    dated.sort(key=lambda each: each.published or "", reverse=order == "newest")
    return [*dated, *(each for each in facts if not each.published)]


def holds(condition: Condition, facts: Facts, known: Known) -> bool:
    """Whether a condition holds for an article, whether or not it is negated."""
    name, value = condition.field, condition.value
    if name == "is":
        return _is(value, facts, known)
    if name == "tag":
        return any(fold(tag, case=True).text == value for tag in known.tags.get(facts.id, ()))
    if name == "kind":
        return fold(facts.kind, case=True).text.startswith(value)
    if name in ("after", "before"):
        if not facts.published:
            return False
        return facts.published >= value if name == "after" else facts.published < value
    return value in facts.folded.split("\n")[("title", "outlet", "byline", "file").index(name)]


def _is(state: str, facts: Facts, known: Known) -> bool:
    return {
        "read": facts.id in known.state.read,
        "unread": facts.id not in known.state.read,
        "starred": facts.id in known.state.starred,
        "marked": facts.id in known.state.marks,
        "noted": facts.id in known.noted,
        "tagged": facts.id in known.tags,
        "digest": facts.kind == "digest",
        "dated": bool(facts.published),
        "undated": not facts.published,
    }[state]
