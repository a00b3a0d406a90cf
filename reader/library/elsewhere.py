"""Who else says this: the articles of the collection that have some words, as they are or changed.

Those that have them as they are come first, by the index alone. Of the others the index names the likely ones, those
with most runs of three of the words, and the engine says what they really share.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from reader.articles.article import Article, Block
from reader.library.collection import Collection, Entry
from reader.library.indexing import words_of
from reader.library.queries import Wanted
from reader.library.searching import PAGE, hits_in
from reader.text.fold import fold
from reader.text.spans import Span

if TYPE_CHECKING:
    from reader.compare.matcher import Matcher
    from reader.compare.thresholds import Thresholds

_RUN: Final = 3
"""Words of a run that is looked up."""
_MOST_RUNS: Final = 80
"""Runs of one question; of more words, evenly spread ones."""
_LOOKED_INTO: Final = 40
"""Articles that the engine looks into: 5 ms each."""


@dataclass(frozen=True, slots=True)
class Saying:
    """An article that says it, and where: spans of its untouched text."""

    entry: Entry
    spans: tuple[Span, ...]
    exact: bool
    words: int
    """How many of the words it has."""


def elsewhere(
    collection: Collection,
    words: str,
    matcher: Matcher,
    thresholds: Thresholds,
    besides: str | None = None,
    most: int = PAGE,
) -> Iterator[Saying]:
    """The articles that have these words, the id ``besides`` left out; the exact ones first, then those with most."""
    asked = words_of(fold(words, case=True).text)
    if not asked:
        return
    met = set()
    for saying in _exactly(collection, words, len(asked), most + 1):
        met.add(saying.entry.number)
        if saying.entry.id != besides:
            yield saying
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
    words_alone = Article("asked for", "", words, blocks=(Block("paragraph", 0, len(words)),))
    found = []
    for entry in collection.entries(likely):
        article = None if entry.id == besides else collection.article(entry.id)
        if article is None:
            continue
        compared = matcher.compare((words_alone, article), thresholds)
        spans = [each.span for passage in compared.passages for each in passage.occurrences if each.article == 1]
        if spans:
            many = max(share.words for share in compared.shares if share.article == 0)
            found.append(Saying(entry, tuple(sorted(spans)), False, many))
    matcher.forget(words_alone.id)
    yield from sorted(found, key=lambda saying: -saying.words)
