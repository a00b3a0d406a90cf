"""The door of the room: articles in, one :class:`Comparison` out, whatever their order.

A :class:`Matcher` prepares each article once and keeps it, so that a comparison with another threshold, or with
one more article, costs only what is new.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from reader.articles.article import Article
from reader.compare.chains import Effort
from reader.compare.changes import edits, printed_words, read_alike
from reader.compare.clusters import Cluster, PairMatch, Place, clustered
from reader.compare.comparison import Changes, Comparison, NearMiss, Occurrence, Passage, Share
from reader.compare.evidence import candidate_pairs
from reader.compare.fitting import Match
from reader.compare.nearness import near_miss
from reader.compare.pairs import matches
from reader.compare.prepared import Prepared, Vocabulary, prepare
from reader.compare.thresholds import DEFAULT, Thresholds


class PairShare(NamedTuple):
    """How many words two articles share: positions in the sequence, and words in each, counted once."""

    first: int
    second: int
    first_words: int
    second_words: int


class Matcher:
    """Compares articles, and keeps what it has prepared."""

    def __init__(self) -> None:
        self.effort = Effort()
        self._vocabulary = Vocabulary()
        self._prepared: dict[str, tuple[Article, Prepared]] = {}

    def prepared(self, article: Article) -> Prepared:
        """The article's words, made ready once."""
        known = self._prepared.get(article.id)
        if known is None or not _same_words(known[0], article):
            known = self._prepared[article.id] = (article, prepare(article, self._vocabulary))
        return known[1]

    def forget(self, article_id: str) -> None:
        """Drop what is kept of an article."""
        self._prepared.pop(article_id, None)

    def compare(self, articles: Sequence[Article], thresholds: Thresholds = DEFAULT) -> Comparison:
        """What the articles share."""
        ready = [self.prepared(article) for article in articles]
        found = [
            PairMatch(one, two, match)
            for one, two in combinations(range(len(ready)), 2)
            for match in self._matches(ready[one], ready[two], thresholds)
        ]
        clusters = clustered(found, thresholds.same_place, _Likeness(ready, thresholds.density))
        clusters.sort(key=lambda cluster: sorted(cluster.places))
        passages = tuple(_passage(number, cluster, ready) for number, cluster in enumerate(clusters, 1))
        return Comparison(
            articles=tuple(article.id for article in articles),
            passages=passages,
            shares=_shares(clusters, ready),
            near_misses=tuple(self._near_misses(clusters, ready, thresholds)),
        )

    def shares(self, articles: Sequence[Article], thresholds: Thresholds = DEFAULT) -> Iterator[PairShare]:
        """The pairs that share anything, one after the other; a pair that is not yielded shares nothing.

        Of many articles only pairs that have something in common are aligned, the most likely first.
        """
        ready = [self.prepared(article) for article in articles]
        for one, two in candidate_pairs(ready, self._vocabulary, thresholds):
            found = self._matches(ready[one], ready[two], thresholds)
            if found:
                first = _covered((match.a, match.a_end) for match in found)
                second = _covered((match.b, match.b_end) for match in found)
                yield PairShare(one, two, first, second)

    def _matches(self, a: Prepared, b: Prepared, thresholds: Thresholds) -> list[Match]:
        return matches(a, b, self._vocabulary, thresholds, self.effort)

    def _near_misses(
        self, clusters: list[Cluster], ready: list[Prepared], thresholds: Thresholds
    ) -> Iterator[NearMiss]:
        sharing = {
            pair
            for cluster in clusters
            for pair in combinations(sorted({place.article for place in cluster.places}), 2)
        }
        for one, two in combinations(range(len(ready)), 2):
            if (one, two) not in sharing:
                run = near_miss(ready[one], ready[two], self._vocabulary, thresholds)
                if run is not None:
                    first = ready[one].span(run.a, run.a + run.length)
                    second = ready[two].span(run.b, run.b + run.length)
                    yield NearMiss(one, two, run.length, first, second)


def compare(articles: Sequence[Article], thresholds: Thresholds = DEFAULT) -> Comparison:
    """What the articles share, with nothing kept."""
    return Matcher().compare(articles, thresholds)


def _same_words(one: Article, other: Article) -> bool:
    """Whether two articles of one id have the same text, set and quoted the same way."""
    return one is other or (one.text, one.blocks, one.quotations) == (other.text, other.blocks, other.quotations)


class _Likeness:
    """Whether two places have enough words in common, in order, to stand in one passage."""

    def __init__(self, ready: list[Prepared], density: float) -> None:
        self._ready = ready
        self._density = density

    def __call__(self, one: Place, two: Place) -> bool:
        a = self._ready[one.article].numbers[one.first : one.last]
        b = self._ready[two.article].numbers[two.first : two.last]
        return bool(LCSseq.similarity(a, b) >= self._density * max(len(a), len(b)))


def _passage(number: int, cluster: Cluster, ready: list[Prepared]) -> Passage:
    places = sorted(cluster.places)
    spans = [ready[place.article].span(place.first, place.last) for place in places]
    texts = [ready[place.article].text for place in places]
    words = [printed_words(text, span) for text, span in zip(texts, spans, strict=True)]
    alike = all(read_alike(words[0], other) for other in words[1:])
    return Passage(
        number=number,
        kind="verbatim" if alike else "altered",
        words=cluster.matched[places[0]],
        score=round(cluster.score, 3),
        occurrences=tuple(
            Occurrence(
                place.article,
                span.start,
                span.end,
                "quoted" if ready[place.article].quotation_around(place.first, place.last) else None,
            )
            for place, span in zip(places, spans, strict=True)
        ),
        changes=tuple(Changes(at, 0, edits(texts[0], spans[0], texts[at], spans[at])) for at in range(1, len(places))),
    )


def _shares(clusters: list[Cluster], ready: list[Prepared]) -> tuple[Share, ...]:
    ranges: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for cluster in clusters:
        articles = {place.article for place in cluster.places}
        for place in cluster.places:
            for other in articles:
                if other != place.article:
                    ranges.setdefault((place.article, other), []).append((place.first, place.last))
    out = []
    for one in range(len(ready)):
        for two in range(len(ready)):
            if one != two:
                words = _covered(ranges.get((one, two), ()))
                percent = round(100 * words / ready[one].size, 1) if ready[one].size else 0.0
                out.append(Share(one, two, words, percent))
    return tuple(out)


def _covered(ranges: Iterable[tuple[int, int]]) -> int:
    """How many words lie in half-open ranges, each counted once."""
    total = reached = 0
    for first, last in sorted(ranges):
        total += max(0, last - max(first, reached))
        reached = max(reached, last)
    return total
