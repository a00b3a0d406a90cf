"""Who else says this: the open articles and those of the collection that have some words, as they are or changed.

Those that have them as they are come first, in the collection by the index alone. Of the others the likely ones are
those with most runs of three of the words, and the engine says what they really share, the likeliest first, until many
in a row share nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from reader.articles.article import Article, Block
from reader.library.collection import Collection, Entry
from reader.library.everywhere import FoundIn, Looked, Shadows, lit
from reader.library.indexing import folded_words, words_of
from reader.library.phrases import hits_in, hits_of
from reader.library.queries import Wanted
from reader.library.searching import PAGE
from reader.text.fold import fold
from reader.text.spans import Span

if TYPE_CHECKING:
    from reader.compare.matcher import Matcher
    from reader.compare.thresholds import Thresholds

_RUN: Final = 3
"""Words of a run that is looked up."""
_MOST_RUNS: Final = 80
"""Runs of one question; of more words, evenly spread ones."""
_IN_VAIN: Final = 100
"""Articles in a row that share nothing, after which the engine looks into no more: 5 ms each."""
_LIKELY: Final = 2000
"""Articles that it looks into at all, besides those that have the words as they are."""


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
    yield from _in_open([each for each in articles if each.id != asked.besides], asked, matcher, shadows)
    if asked.in_library:
        collection = Collection.open()
        try:
            yield from in_collection(collection, asked, matcher, {asked.besides, *(each.id for each in articles)})
        finally:
            collection.close()


def _in_open(articles: Sequence[Article], asked: Words, matcher: Matcher, shadows: Shadows) -> Iterator[FoundIn | None]:
    words, runs = _words(asked.words), _runs(asked.words)
    wanted = Wanted(asked.words.strip())
    held: list[tuple[int, Article]] = []
    for article in articles:
        yield None
        spans = hits_of(shadows.of(article), [wanted])
        if spans:
            yield FoundIn(article.id, spans, 0, lit(article.text, spans, asked.around), words=len(words))
        elif runs and (there := _held(article, runs)):
            held.append((there, article))
    held.sort(key=lambda each: -each[0])
    yield from _nearly(asked, matcher, ((article, None) for _, article in held))


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


def in_collection(
    collection: Collection, asked: Words, matcher: Matcher, besides: AbstractSet[str]
) -> Iterator[FoundIn | Looked | None]:
    """The articles of a collection that say it, those with the ids ``besides`` left out."""
    words, wanted = _words(asked.words), Wanted(asked.words.strip())
    exact = collection.matching(wanted.match) if words else []
    yield Looked(len(exact), len(exact), len(collection))
    met = set()
    for start in range(0, len(exact), PAGE):
        numbers = exact[start : start + PAGE]
        entries = {entry.number: entry for entry in collection.entries(numbers)}
        for number, text, body in collection.texts(number for number in numbers if number in entries):
            spans = hits_in(text, body, [wanted])
            met |= {number} if spans else set()
            is_told = spans and entries[number].id not in besides
            line = lit(text, spans, asked.around)
            yield FoundIn(entries[number].id, spans, 0, line, entries[number], True, len(words)) if is_told else None
    yield from _nearly(asked, matcher, _likely(collection, words, met, besides))


def _likely(
    collection: Collection, words: Sequence[str], met: AbstractSet[int], besides: AbstractSet[str]
) -> Iterator[tuple[Article, Entry]]:
    """The articles that have most runs of the words."""
    starts = range(0, len(words) - _RUN + 1, max(1, len(words) // _MOST_RUNS))
    runs = " OR ".join(f'"{" ".join(words[start : start + _RUN])}"' for start in starts)
    for number in collection.most_fitting(runs, len(met) + _LIKELY) if runs else ():
        for entry in collection.entries([number]) if number not in met else ():
            article = None if entry.id in besides else collection.article(entry.id)
            if article is not None:
                yield article, entry


def _nearly(asked: Words, matcher: Matcher, likely: Iterable[tuple[Article, Entry | None]]) -> Iterator[FoundIn | None]:
    """Those of the articles that have some of the words by the engine."""
    in_vain = 0
    for article, entry in likely:
        yield None
        found = _nearly_in(article, asked.words, matcher, asked.thresholds)
        in_vain = 0 if found else in_vain + 1
        if found:
            many, spans = found
            yield FoundIn(article.id, spans, 0, lit(article.text, spans, asked.around), entry, False, many)
        if in_vain == _IN_VAIN:
            return


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
