"""What a person would look at first of all that a shelf shares: quotations, then long passages, the rest folded away.

Across a shelf most of what is shared says nothing: names, titles, stock phrases, what one outlet prints again and
again. None of it is thrown away; each goes to a bucket that says why. Quotations that several articles mark as
such come first; then passages that are long and dense.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reader.articles.article import Article
from reader.compare.changes import PrintedWord, is_common, printed_words
from reader.compare.clusters import Cluster
from reader.compare.comparison import Passage
from reader.compare.passages import Ready, passage_of
from reader.compare.thresholds import LONG_PASSAGE, LONG_PASSAGE_DENSITY, MOSTLY_NAMES, STOCK_ARTICLES, STOCK_STRANGERS

BucketKind = Literal["own repeats", "names and titles", "stock phrases", "short passages"]
REASONS: dict[BucketKind, str] = {
    "own repeats": "all in articles of one outlet, which repeats itself",
    "names and titles": "names, titles and places of work, which are written the same everywhere",
    "stock phrases": "in several articles that share nothing else",
    "short passages": f"under {LONG_PASSAGE} words or much reworded, and not in quotation marks on both sides",
}


@dataclass(frozen=True, slots=True)
class ShelfPassage:
    """A passage with what ranks it. Articles are positions on the shelf."""

    passage: Passage
    articles: tuple[int, ...]
    """Where it stands, each once, in the order of the shelf."""
    outlets: tuple[str, ...]
    """Those that are known, each once, in the order of the shelf."""
    earliest: int | None
    """The occurrence whose article was published first; ``None`` where not two dates are known, or two are first."""
    density: float
    """Matched words over all words, where they are fewest."""

    @property
    def rank(self) -> float:
        """The weight of its words, and more where more articles have it."""
        return self.passage.score * math.log2(len(self.articles))


@dataclass(frozen=True, slots=True)
class Bucket:
    """Passages that are folded away, and why."""

    kind: BucketKind
    reason: str
    passages: tuple[ShelfPassage, ...]


@dataclass(frozen=True, slots=True)
class ShelfPassages:
    """What a shelf shares. Passages are numbered from 1 in the order in which they are shown, buckets last."""

    quotations: tuple[ShelfPassage, ...] = ()
    """Marked as a quotation in two articles or more."""
    passages: tuple[ShelfPassage, ...] = ()
    """Long and dense."""
    buckets: tuple[Bucket, ...] = ()
    """Never an empty one."""
    copies: tuple[tuple[int, int], ...] = ()
    """Articles that say what an earlier one says, with that one; only the earlier one was compared."""
    is_complete: bool = True
    """Whether the search went to its end."""
    left_out: int = 0
    """Passages of the groups that are not given here, see :meth:`first`."""

    def first(self, most: int) -> ShelfPassages:
        """The same with at most so many passages in each group."""
        buckets = tuple(replace(bucket, passages=bucket.passages[:most]) for bucket in self.buckets)
        cut = replace(self, quotations=self.quotations[:most], passages=self.passages[:most], buckets=buckets)
        return replace(cut, left_out=self.left_out + len(self.all) - len(cut.all))

    @property
    def all(self) -> tuple[ShelfPassage, ...]:
        """Every passage, in order."""
        return (*self.quotations, *self.passages, *(each for bucket in self.buckets for each in bucket.passages))


def ranked(
    clusters: Iterable[Cluster],
    ready: Ready,
    articles: Sequence[Article],
    *,
    copies: tuple[tuple[int, int], ...] = (),
    is_complete: bool = True,
) -> ShelfPassages:
    """The passages that the clusters are, in order of interest."""
    found = [_described(cluster, ready, articles) for cluster in clusters]
    found.sort(key=lambda each: (-each.rank, each.passage.occurrences[0].article, each.passage.occurrences[0].start))
    quotations = [each for each in found if _is_quotation(each)]
    rest = [each for each in found if not _is_quotation(each)]
    long = [each for each in rest if _is_long(each) and not _is_own_repeat(each, articles)]
    related = _related(quotations + long)
    folded: dict[BucketKind, list[ShelfPassage]] = {kind: [] for kind in REASONS}
    for each in rest:
        if not _is_long(each) or _is_own_repeat(each, articles):
            folded[_bucket_of(each, articles, related)].append(each)
    number = iter(range(1, len(found) + 1))

    def numbered(group: Sequence[ShelfPassage]) -> tuple[ShelfPassage, ...]:
        return tuple(replace(each, passage=replace(each.passage, number=next(number))) for each in group)

    return ShelfPassages(
        quotations=numbered(quotations),
        passages=numbered(long),
        buckets=tuple(Bucket(kind, REASONS[kind], numbered(group)) for kind, group in folded.items() if group),
        copies=copies,
        is_complete=is_complete,
    )


def _described(cluster: Cluster, ready: Ready, articles: Sequence[Article]) -> ShelfPassage:
    passage = passage_of(0, cluster, ready, articles)
    where = tuple(dict.fromkeys(occurrence.article for occurrence in passage.occurrences))
    outlets = (articles[article].particulars.outlet for article in where)
    return ShelfPassage(
        passage=passage,
        articles=where,
        outlets=tuple(dict.fromkeys(outlet for outlet in outlets if outlet)),
        earliest=_earliest(passage, articles),
        density=min(cluster.matched[place] / (place.last - place.first) for place in cluster.places),
    )


def _earliest(passage: Passage, articles: Sequence[Article]) -> int | None:
    dated = [
        (published, at)
        for at, occurrence in enumerate(passage.occurrences)
        if (published := articles[occurrence.article].particulars.published)
    ]
    if len({passage.occurrences[at].article for _, at in dated}) < 2:
        return None
    first, second = sorted(dated)[:2]
    same_article = passage.occurrences[first[1]].article == passage.occurrences[second[1]].article
    return None if first[0] == second[0] and not same_article else first[1]


def _is_quotation(each: ShelfPassage) -> bool:
    quoted = {occurrence.article for occurrence in each.passage.occurrences if occurrence.voice == "quoted"}
    return len(quoted) >= 2


def _is_long(each: ShelfPassage) -> bool:
    return each.passage.words >= LONG_PASSAGE and each.density >= LONG_PASSAGE_DENSITY


def _is_own_repeat(each: ShelfPassage, articles: Sequence[Article]) -> bool:
    return len(each.outlets) == 1 and all(articles[article].particulars.outlet for article in each.articles)


def _related(strong: Sequence[ShelfPassage]) -> set[tuple[int, int]]:
    """Pairs of articles that share a quotation or a long passage."""
    return {(one, two) for each in strong for at, one in enumerate(each.articles) for two in each.articles[at + 1 :]}


def _bucket_of(each: ShelfPassage, articles: Sequence[Article], related: set[tuple[int, int]]) -> BucketKind:
    if _is_own_repeat(each, articles):
        return "own repeats"
    first = each.passage.occurrences[0]
    text = articles[first.article].text
    if _mostly_names(text, printed_words(text, first.span)):
        return "names and titles"
    pairs = [(one, two) for at, one in enumerate(each.articles) for two in each.articles[at + 1 :]]
    strangers = sum(pair not in related for pair in pairs)
    if len(each.articles) >= STOCK_ARTICLES and strangers >= STOCK_STRANGERS * len(pairs):
        return "stock phrases"
    return "short passages"


def _mostly_names(text: str, words: Sequence[PrintedWord]) -> bool:
    """Whether most of the words that say anything begin with a capital."""
    telling = [word for word in words if not is_common(word.letters)]
    capital = sum(text[word.start].isupper() or text[word.start].isdigit() for word in telling)
    return bool(telling) and capital >= MOSTLY_NAMES * len(telling)
