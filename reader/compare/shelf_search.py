"""The passages of a whole shelf: findings, aligned where they are, put together with all their occurrences.

Only the words around a finding are aligned, the weightiest findings first, and none whose place is already known. The
search can be stopped after any step; what was found by then is the answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np

from reader.articles.article import Article
from reader.compare.chains import Effort
from reader.compare.clusters import Cluster, Clusters, PairMatch, Place
from reader.compare.evidence import Findings
from reader.compare.fitting import Match
from reader.compare.pairs import matches
from reader.compare.passages import Likeness
from reader.compare.prepared import Prepared
from reader.compare.ranking import ShelfPassage, ShelfPassages, described_as, ranked
from reader.compare.shelf_shares import ShelfShares
from reader.compare.thresholds import PROMISED, Thresholds
from reader.compare.vocabulary import Ids, Vocabulary

_FEW = 12
"""Articles up to which every pair is aligned in full, at some milliseconds each."""
_AROUND = 60
"""Words around a finding that are aligned with it: two sentences on either side."""
_TIERS = (24.0, 12.0, 6.0)
"""Weights from which findings are aligned before those that weigh less."""
_BLOCK = 800
"""Articles by articles whose findings are aligned together within a tier: as many as are kept ready, so that an article
is made ready a few times only."""
_MANY = 1_000
"""Articles from which a finding has to promise something: on such a shelf most are names and stock phrases."""


class Stage(NamedTuple):
    """How far a search is: ``done`` of ``of`` articles looked at, or findings aligned."""

    name: str
    done: int
    of: int


class ShelfSearch:
    """One search. :meth:`steps` does the work, :meth:`result` says what is known, at any time."""

    def __init__(
        self,
        articles: Sequence[Article],
        prepared: Callable[[Article], Prepared],
        vocabulary: Vocabulary,
        shelf: ShelfShares,
        limits: Thresholds,
        effort: Effort,
    ) -> None:
        self._articles = articles
        self._ready = prepared
        self._vocabulary = vocabulary
        self._shelf = shelf
        self._limits = limits
        self._effort = effort
        self._clusters = Clusters(limits.same_place, Likeness(self._prepared, limits.density))
        self._described: dict[int, tuple[int, ShelfPassage]] = {}
        self._copies: list[tuple[int, int]] = []
        self._whole: set[tuple[int, int]] = set()
        self._is_complete = False

    def steps(self) -> Iterator[Stage]:
        """Does the work, a little at a time."""
        if len(self._articles) <= _FEW:
            yield from self._every_pair()
        else:
            for progress in self._shelf.shares(self._articles):
                self._copies += progress.copies
                yield Stage("articles", progress.done, progress.of)
            yield from self._every_finding()
        self._is_complete = True

    def describing(self) -> Iterator[Stage]:
        """Makes :meth:`result` ready, a little at a time."""
        clusters = self._clusters.outermost()
        for done, cluster in enumerate(clusters, 1):
            self._passage(cluster)
            yield Stage("passages", done, len(clusters))

    def result(self) -> ShelfPassages:
        """What was found so far, ranked."""
        clusters = self._clusters.outermost()
        return ranked(
            clusters,
            [self._passage(cluster) for cluster in clusters],
            self._articles,
            copies=tuple(sorted(self._copies)),
            is_complete=self._is_complete,
        )

    def _passage(self, cluster: Cluster) -> ShelfPassage:
        """The passage that a cluster is by now; made anew only where it has grown."""
        size, known = self._described.get(id(cluster), (0, None))
        if known is None or size != len(cluster.places):
            known = described_as(cluster, self._prepared, self._articles)
            self._described[id(cluster)] = len(cluster.places), known
        return known

    def _prepared(self, article: int) -> Prepared:
        return self._ready(self._articles[article])

    def _every_pair(self) -> Iterator[Stage]:
        pairs = list(combinations(range(len(self._articles)), 2))
        found: list[PairMatch] = []
        for done, (one, two) in enumerate(pairs, 1):
            a, b = self._prepared(one), self._prepared(two)
            found += [PairMatch(one, two, match) for match in self._matches(a, b)]
            yield Stage("pairs", done, len(pairs))
        for pair in sorted(found, key=PairMatch.strength):
            self._clusters.add(pair)

    def _every_finding(self) -> Iterator[Stage]:
        found, position = self._shelf.findings(self._articles)
        if len(self._articles) >= _MANY:
            kept = []
            for part in found:
                kept.append(part.kept(self._shelf.promise(part) >= PROMISED))
                yield Stage("articles", len(self._articles), len(self._articles))
            found = kept
        rows = _in_tiers(found, position)
        for done, (one, two, a, a_end, b, b_end) in enumerate(rows, 1):
            if one != two and not self._clusters.hold(Place(one, a, a_end), Place(two, b, b_end)):
                self._align(one, two, (a, a_end), (b, b_end))
            yield Stage("findings", done, len(rows))

    def _align(self, one: int, two: int, words_one: tuple[int, int], words_two: tuple[int, int]) -> None:
        """Takes in what stands around a finding; where that goes on beyond, all that the pair has."""
        if (one, two) in self._whole:
            return
        a, b = self._prepared(one), self._prepared(two)
        around_a, around_b = _around(a, words_one), _around(b, words_two)
        found = [match.moved(around_a[0], around_b[0]) for match in self._matches(a.part(*around_a), b.part(*around_b))]
        if any(_touches(match, around_a, a.size) or _touches(match.turned(), around_b, b.size) for match in found):
            self._whole.add((one, two))
            found = self._matches(a, b)
        for match in found:
            self._clusters.add(PairMatch(one, two, match) if one < two else PairMatch(two, one, match.turned()))

    def _matches(self, a: Prepared, b: Prepared) -> list[Match]:
        return matches(a, b, self._vocabulary, self._limits, self._effort)


def _around(article: Prepared, words: tuple[int, int]) -> tuple[int, int]:
    return max(0, words[0] - _AROUND), min(article.size, words[1] + _AROUND)


def _touches(match: Match, around: tuple[int, int], size: int) -> bool:
    """Whether a match reaches the end of what was looked at, and the article goes on there."""
    return (match.a == around[0] > 0) or (match.a_end == around[1] < size)


def _in_tiers(found: Sequence[Findings], position: Ids) -> list[tuple[int, ...]]:
    """The findings between articles that are asked for, as rows: two positions, and the words of each."""
    if not found:
        return []
    names = ("first", "second", "a", "a_end", "b", "b_end", "weight")
    first, second, a, a_end, b, b_end, weight = (
        np.concatenate([getattr(part, name) for part in found]) for name in names
    )
    one, two = position[first], position[second]
    tier = np.searchsorted(-np.array(_TIERS), -weight, "left")
    order = np.lexsort((a, two, one, two // _BLOCK, one // _BLOCK, tier))
    order = order[(one[order] >= 0) & (two[order] >= 0)]
    return list(zip(*(column[order].tolist() for column in (one, two, a, a_end, b, b_end)), strict=True))
