"""What a person would look at first of all that a shelf shares: quotations, then long passages, the rest folded away.

Across a shelf most of what is shared says nothing: names, titles, stock phrases, what one outlet prints again and
again. None of it is thrown away; each goes to a bucket that says why. Quotations that several articles mark as
such come first; then passages that are long and dense.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final, Literal

from reader.articles.article import Article
from reader.compare.changes import is_common, printed_words
from reader.compare.clusters import Cluster
from reader.compare.comparison import Passage
from reader.compare.nesting import parts
from reader.compare.passages import Ready, passage_of
from reader.compare.thresholds import (
    DEFAULT,
    LONG_PASSAGE,
    LONG_PASSAGE_DENSITY,
    MOSTLY_NAMES,
    NAMES_IN_MARKS,
    SHORT_NAMES_IN_MARKS,
    STOCK_ARTICLES,
    STOCK_STRANGERS,
)

BucketKind = Literal["own repeats", "names and titles", "stock phrases", "short passages"]
Kind = Literal["quotations", "long passages"] | BucketKind
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
    """Matched words over all words, where they are fewest; where a mark says that words were left out or put in, where
    they are most."""
    parts: tuple[ShelfPassage, ...] = ()
    """Shorter passages that lie inside this one, and stand in other articles besides."""

    @property
    def rank(self) -> float:
        """The weight of its words, and more where more articles have it; at least that of its parts."""
        own = self.passage.score * math.log2(len(self.articles))
        return max(own, *(part.rank for part in self.parts)) if self.parts else own

    @property
    def in_part(self) -> tuple[int, ...]:
        """Articles that have only a part of it, each once, in the order of the shelf."""
        return tuple(sorted({article for part in self.parts for article in part.articles} - set(self.articles)))


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
    clusters: Sequence[Cluster],
    described: Sequence[ShelfPassage],
    articles: Sequence[Article],
    *,
    copies: tuple[tuple[int, int], ...] = (),
    is_complete: bool = True,
) -> ShelfPassages:
    """The passages that the clusters are, in order of interest; ``described`` are the same clusters described."""
    kinds = [_kind_of(each, articles) for each in described]
    worth = [_worth(kind) for kind in kinds]
    whole = parts(clusters, lambda one, two: worth[one] <= worth[two], lambda at: 1 if worth[at] < _WORTHLESS else 2)
    held: dict[int, list[ShelfPassage]] = {}
    for part, around in whole.items():
        held.setdefault(around, []).append(described[part])
    nested = {
        at: replace(each, parts=tuple(sorted(held.get(at, ()), key=_order)))
        for at, each in enumerate(described)
        if at not in whole
    }
    stories = _Stories(each for at, each in nested.items() if worth[at] < _WORTHLESS)
    found: dict[Kind, list[ShelfPassage]] = {"quotations": [], "long passages": [], **{kind: [] for kind in REASONS}}
    for at, each in nested.items():
        found[kinds[at] or ("stock phrases" if _is_stock(each, stories) else "short passages")].append(each)
    for group in found.values():
        group.sort(key=_order)
    numbered = _numbered(found)
    return ShelfPassages(
        quotations=numbered.pop("quotations"),
        passages=numbered.pop("long passages"),
        buckets=tuple(Bucket(kind, REASONS[kind], numbered[kind]) for kind in REASONS if numbered[kind]),
        copies=copies,
        is_complete=is_complete,
    )


def _order(each: ShelfPassage) -> tuple[float, int, int]:
    first = each.passage.occurrences[0]
    return -each.rank, first.article, first.start


def _numbered(found: dict[Kind, list[ShelfPassage]]) -> dict[Kind, tuple[ShelfPassage, ...]]:
    """The groups with their passages numbered in the order in which they stand, then all parts."""
    number = iter(range(1, sum(1 + len(each.parts) for group in found.values() for each in group) + 1))

    def with_number(each: ShelfPassage) -> ShelfPassage:
        return replace(each, passage=replace(each.passage, number=next(number)))

    whole = {kind: [with_number(each) for each in group] for kind, group in found.items()}
    return {
        kind: tuple(replace(each, parts=tuple(map(with_number, each.parts))) for each in group)
        for kind, group in whole.items()
    }


def _kind_of(each: ShelfPassage, articles: Sequence[Article]) -> Kind | None:
    """Where a passage belongs by itself; ``None`` where that depends on what else its articles share."""
    is_name = not _is_long(each) and _is_name(each, articles)
    if _is_quotation(each) and not is_name:
        return "quotations"
    if _is_own_repeat(each, articles):
        return "own repeats"
    if is_name:
        return "names and titles"
    return "long passages" if _is_long(each) else None


_WORTHLESS: Final = 2


def _worth(kind: Kind | None) -> int:
    """0 for what is shown first: no passage is hidden as a part of one that is shown later."""
    return {"quotations": 0, "long passages": 1}.get(kind or "", _WORTHLESS)


def described_as(cluster: Cluster, ready: Ready, articles: Sequence[Article]) -> ShelfPassage:
    """The passage that a cluster is, with what ranks it."""
    passage = passage_of(0, cluster, ready, articles)
    where = tuple(dict.fromkeys(occurrence.article for occurrence in passage.occurrences))
    outlets = (articles[article].particulars.outlet for article in where)
    densities = [cluster.matched[place] / (place.last - place.first) for place in cluster.places]
    return ShelfPassage(
        passage=passage,
        articles=where,
        outlets=tuple(dict.fromkeys(outlet for outlet in outlets if outlet)),
        earliest=_earliest(passage, articles),
        density=max(densities) if cluster.is_announced else min(densities),
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


class _Stories:
    """Which articles are on one story: they share a quotation or a long passage, or both do with a third one."""

    def __init__(self, strong: Iterable[ShelfPassage]) -> None:
        self._known: dict[int, set[int]] = {}
        for each in strong:
            together = (*each.articles, *each.in_part)
            for article in together:
                self._known.setdefault(article, set()).update(together)

    def are_one(self, one: int, two: int) -> bool:
        return not self._known.get(one, set()).isdisjoint(self._known.get(two, ()))


def _is_stock(each: ShelfPassage, stories: _Stories) -> bool:
    pairs = list(combinations(each.articles, 2))
    strangers = sum(not stories.are_one(*pair) for pair in pairs)
    return len(each.articles) >= STOCK_ARTICLES and strangers >= STOCK_STRANGERS * len(pairs)


def _is_name(each: ShelfPassage, articles: Sequence[Article]) -> bool:
    """Whether most of the words that say anything begin with a capital; of words in quotation marks nearly all, unless
    they are so few that one beside the marks ("told", "anchor") is a third of them."""
    first = each.passage.occurrences[0]
    text = articles[first.article].text
    telling = [word for word in printed_words(text, first.span) if not is_common(word.letters)]
    capital = sum(text[word.start].isupper() or text[word.start].isdigit() for word in telling)
    least = MOSTLY_NAMES
    if _is_quotation(each):
        least = SHORT_NAMES_IN_MARKS if each.passage.words < DEFAULT.words else NAMES_IN_MARKS
    return bool(telling) and capital >= least * len(telling)
