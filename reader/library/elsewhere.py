"""Who else says this: the open articles and those of the collection that have some words, as they are or changed.

Those that have them as they are come first, in the collection by the index alone. Of the others the likely ones are
those with most runs of three of the words, and the engine says what they really share.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from reader.articles.article import Article, Block
from reader.library.collection import Collection, Entry
from reader.library.everywhere import MOST, FoundIn, Looked, Shadows, lit
from reader.library.indexing import folded_words, words_of
from reader.library.queries import Wanted
from reader.library.searching import PAGE, hits_in, hits_of
from reader.text.fold import fold
from reader.text.spans import Span

if TYPE_CHECKING:
    from reader.compare.matcher import Matcher
    from reader.compare.thresholds import Thresholds

_RUN: Final = 3
"""Words of a run that is looked up."""
_MOST_RUNS: Final = 80
"""Runs of one question; of more words, evenly spread ones."""
_LOOKED_INTO: Final = 100
"""Articles that the engine looks into: 5 ms each."""


@dataclass(frozen=True, slots=True)
class Saying:
    """An article that says it, and where: spans of its untouched text."""

    entry: Entry
    spans: tuple[Span, ...]
    exact: bool
    words: int
    """How many of the words it has."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words of an article, and where they are looked for."""

    words: str
    besides: str
    """The id of the article that they are from."""
    thresholds: Thresholds
    in_library: bool = True
    around: int = 60
    """Code points either side that are shown."""


def said_elsewhere(
    articles: Sequence[Article], asked: Words, matcher: Matcher, shadows: Shadows
) -> Iterator[FoundIn | Looked | None]:
    """Which of the open articles and of the library say it; run in the process beside the screen.

    ``None`` now and then, so that whoever waits can be heard.
    """
    others = [article for article in articles if article.id != asked.besides]
    exact = set()
    for article in others:
        yield None
        spans = hits_of(shadows.of(article), [Wanted(asked.words.strip())])
        if spans:
            exact.add(article.id)
            line = lit(article.text, spans, asked.around)
            yield FoundIn(article.id, spans, 0, line, words=len(_words(asked.words)))
    runs = _runs(asked.words)
    held: list[tuple[int, Article]] = []
    for article in others if runs else ():
        yield None
        there = 0 if article.id in exact else _held(article, runs)
        held += [(there, article)] if there else []
    for _, article in nlargest(_LOOKED_INTO, held, key=itemgetter(0)):
        yield None
        if (found := _nearly_in(article, asked.words, matcher, asked.thresholds)) is not None:
            many, spans = found
            yield FoundIn(article.id, spans, 0, lit(article.text, spans, asked.around), None, False, many)
    if asked.in_library:
        yield from _in_library(asked, matcher, {article.id for article in articles})


def _in_library(asked: Words, matcher: Matcher, besides: set[str]) -> Iterator[FoundIn | Looked]:
    collection = Collection.open()
    try:
        exact = len(collection.matching(Wanted(asked.words).match))
        yield Looked(exact, min(exact, MOST), len(collection))
        for saying in elsewhere(collection, asked.words, matcher, asked.thresholds, asked.besides, MOST):
            article = None if saying.entry.id in besides else collection.article(saying.entry.id)
            if article is not None:
                line = lit(article.text, saying.spans, asked.around)
                yield FoundIn(saying.entry.id, saying.spans, 0, line, saying.entry, saying.exact, saying.words)
    finally:
        collection.close()


def _runs(words: str) -> list[str]:
    """Runs of three of the words, between blanks."""
    asked = _words(words)
    return [f" {' '.join(asked[start : start + _RUN])} " for start in range(len(asked) - _RUN + 1)]


def _held(article: Article, runs: Sequence[str]) -> int:
    """How many of the runs stand in an article."""
    there = f" {folded_words(article.text, article.body)} "
    return sum(run in there for run in runs)


def _words(words: str) -> list[str]:
    return words_of(fold(words, case=True).text)


def elsewhere(
    collection: Collection,
    words: str,
    matcher: Matcher,
    thresholds: Thresholds,
    besides: str | None = None,
    most: int = PAGE,
) -> Iterator[Saying]:
    """The articles that have these words, the id ``besides`` left out: the exact ones, then the likeliest others."""
    asked = _words(words)
    if not asked:
        return
    met = set()
    for saying in _exactly(collection, words, len(asked), most + 1):
        met.add(saying.entry.number)
        if saying.entry.id != besides:
            yield saying
    if len(met) <= most:  # else there are more of those that have them as they are
        yield from _nearly(collection, words, asked, matcher, thresholds, met, besides)


def _exactly(collection: Collection, words: str, many: int, most: int) -> Iterator[Saying]:
    wanted = Wanted(words.strip())
    numbers = collection.matching(wanted.match)[:most]
    entries = {entry.number: entry for entry in collection.entries(numbers)}
    for number, text, body in collection.texts(numbers):
        spans = hits_in(text, body, [wanted])
        if spans:
            yield Saying(entries[number], spans, True, many)


def _nearly(
    collection: Collection,
    words: str,
    asked: list[str],
    matcher: Matcher,
    thresholds: Thresholds,
    met: set[int],
    besides: str | None,
) -> Iterator[Saying]:
    starts = range(0, len(asked) - _RUN + 1, max(1, len(asked) // _MOST_RUNS))
    runs = " OR ".join(f'"{" ".join(asked[start : start + _RUN])}"' for start in starts)
    if not runs:
        return
    likely = [number for number in collection.most_fitting(runs, _LOOKED_INTO + len(met)) if number not in met]
    for entry in collection.entries(likely):
        article = None if entry.id == besides else collection.article(entry.id)
        near = None if article is None else _nearly_in(article, words, matcher, thresholds)
        if near is not None:
            many, spans = near
            yield Saying(entry, spans, False, many)


def _nearly_in(
    article: Article, words: str, matcher: Matcher, thresholds: Thresholds
) -> tuple[int, tuple[Span, ...]] | None:
    """How many of the words an article has by the engine, and where."""
    words_alone = Article("asked for", "", words, blocks=(Block("paragraph", 0, len(words)),))
    compared = matcher.compare((words_alone, article), thresholds)
    matcher.forget(words_alone.id)
    spans = [each.span for passage in compared.passages for each in passage.occurrences if each.article == 1]
    if not spans:
        return None
    return max(share.words for share in compared.shares if share.article == 0), tuple(sorted(spans))
