"""One question to the open articles and to the library together; run in the process beside the screen.

Open articles that came from files are looked through one by one, all others by the library's index. Answers come as
they are found, the open articles first.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from reader.articles.article import Article
from reader.library.collection import Collection, Entry
from reader.library.facts import all_hold, facts_of
from reader.library.phrases import hits_of
from reader.library.queries import Asked, Problem, parse_typed
from reader.library.searching import Search, known_of
from reader.library.state import SessionState
from reader.library.store import Store
from reader.text.clean import clean_line
from reader.text.find import Query, Searchable, find, problem_with, snippet
from reader.text.fold import fold
from reader.text.spans import Span

MOST: Final = 500
"""Articles of the library that are looked into for one answer; more when somebody comes to the end of these."""
_LOOKED_AT: Final = 200
"""Hits of one article among which the one that is shown is chosen."""
_BLANKS: Final = re.compile(r"\s+")
_FOLDED: Final = 20_000_000
"""Code points of folded texts that are kept for the next letter."""

Lit = tuple[tuple[str, bool], ...]
"""A clean line in pieces; those that are hits are ``True``."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for: words, phrases and fields; or a pattern, in the open articles alone."""

    query: Query
    state: SessionState = field(default_factory=SessionState)
    """What was done to the open articles."""
    in_library: bool = True
    around: int = 60
    """Code points either side of a hit that are shown."""
    looked_into: int = 0
    """Articles of the library that were looked into before: it goes on after them, and leaves out the open ones."""


class FoundIn(NamedTuple):
    """An article in which it was found. ``entry``: it came from the library, whether or not it is open as well."""

    id: str
    spans: tuple[Span, ...]
    shown: int = 0
    """Which of them is shown."""
    line: Lit = ()
    entry: Entry | None = None
    exact: bool = True
    words: int = 0
    """Of words that are said elsewhere: how many of them it has."""


class Looked(NamedTuple):
    """How much of the library answers by its index, how many of these articles are looked into, how many it has."""

    answering: int
    looked_into: int
    kept: int


Answer = FoundIn | Looked | Problem


class Shadows:
    """Folded texts, kept from one question to the next."""

    def __init__(self) -> None:
        """None yet."""
        self._kept: OrderedDict[str, Searchable] = OrderedDict()
        self._size = 0

    def of(self, article: Article) -> Searchable:
        """An article's body, made ready for finding."""
        known = self._kept.pop(article.id, None)
        if known is None or known.text is not article.text:
            self._size += len(article.text) - (len(known.text) if known else 0)
            known = Searchable(article.text, article.body or None)
        self._kept[article.id] = known
        while self._size > _FOLDED and len(self._kept) > 1:
            self._size -= len(self._kept.popitem(last=False)[1].text)
        return known


def everywhere(articles: Sequence[Article], question: Question, shadows: Shadows) -> Iterator[Answer | None]:
    """Where it stands. ``None`` now and then, so that whoever waits can be heard."""
    if question.query.regex:
        yield from _by_pattern(articles, question, shadows)
        return
    asked = parse_typed(question.query.pattern)
    if isinstance(asked, Problem):
        yield asked
    elif not asked.is_empty:
        if not question.looked_into:
            yield from _in_open(articles, question, asked, shadows)
        if question.in_library:
            yield from _in_library(question, asked, {article.id for article in articles})


def _by_pattern(articles: Sequence[Article], question: Question, shadows: Shadows) -> Iterator[Answer | None]:
    if (problem := problem_with(question.query)) is not None:
        yield Problem(problem)
        return
    for article in articles:
        searchable = shadows.of(article)
        found = find(searchable, question.query)
        if found.hits:
            yield _found_in(article.id, searchable, found.hits, question.around)
        yield Problem(found.problem) if found.problem else None


def _in_open(
    articles: Sequence[Article], question: Question, asked: Asked, shadows: Shadows
) -> Iterator[FoundIn | None]:
    excluded = [each for each in asked.wanted if each.negated]
    for article in articles:
        yield None
        if asked.conditions and not all_hold(asked, facts_of(article), question.state):
            continue
        searchable = shadows.of(article)
        if any(hits_of(searchable, [each]) for each in excluded):
            continue
        hits = hits_of(searchable, asked.shown, case=bool(question.query.case))
        if hits or not asked.shown:
            yield _found_in(article.id, searchable, hits, question.around)


def _in_library(question: Question, asked: Asked, besides: set[str]) -> Iterator[Answer | None]:
    store, collection = Store.open(), Collection.open()
    try:
        search = Search(collection, asked, known_of(store), case=bool(question.query.case))
        until = min(search.candidates, question.looked_into + MOST)
        yield Looked(search.candidates, until, len(collection))
        for entry, searchable, hits in search.looked_into(question.looked_into, until):
            if entry.id not in besides:
                yield _found_in(entry.id, searchable, hits, question.around, entry)
    finally:
        collection.close()
        store.close()


def lit(text: str, spans: Sequence[Span], around: int, start: int = 0) -> Lit:
    """A hit with the words around it, from ``start`` on, and those after it that stand near, on one clean line."""
    if not spans:
        return ()
    text, spans = text[start:], [Span(span.start - start, span.end - start) for span in spans[:_LOOKED_AT]]
    line, at, end = snippet(text, spans[0], around * 2 // 3)
    pieces = [(line[:at], False), (line[at:end], True)]
    last, stop = spans[0], spans[0].end + max(around, 2 * around - at)
    for span in spans[1:]:
        if span.end > stop:
            break
        pieces += [(_flat(text[last.end : span.start]), False), (_flat(text[span.start : span.end]), True)]
        last = span
    tail, _, end = snippet(text, last, stop - last.end)
    return (*pieces, (tail[end:], False))


def shown_hit(text: str, spans: Sequence[Span], around: int) -> int:
    """The first hit after which most different ones stand near: it says most about the article."""
    looked_at = spans[:_LOOKED_AT]
    words = [fold(text[span.start : span.end], case=True).text for span in looked_at]
    best, most = 0, 1
    for number, span in enumerate(looked_at):
        stop = bisect_right(looked_at, span.end + around, lo=number, key=lambda later: later.end)
        different = len(set(words[number:stop]))
        if different > most:
            best, most = number, different
    return best


def _found_in(
    article: str, searchable: Searchable, spans: tuple[Span, ...], around: int, entry: Entry | None = None
) -> FoundIn:
    text, within = searchable.text, searchable.within
    at = shown_hit(text, spans, around)
    return FoundIn(article, spans, at, lit(text, spans[at:], around, within[0].start if within else 0), entry)


def _flat(words: str) -> str:
    return _BLANKS.sub(" ", clean_line(words))
