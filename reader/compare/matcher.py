"""The door of the room: articles in, one :class:`Comparison` out, whatever their order.

A :class:`Matcher` prepares each article once and keeps it, so that a comparison with another threshold, or with
one more article, costs only what is new.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from reader.articles.article import Article
from reader.compare.chains import Effort
from reader.compare.clusters import Cluster, PairMatch, clustered
from reader.compare.comparison import Comparison, NearMiss, Share
from reader.compare.fitting import Match
from reader.compare.names import is_name
from reader.compare.nearness import near_miss
from reader.compare.pairs import matches
from reader.compare.passages import Likeness, passage_of
from reader.compare.prepared import Prepared, Vocabulary, prepare
from reader.compare.shelf_search import ShelfSearch
from reader.compare.shelf_shares import PairShare, Progress, ShelfShares
from reader.compare.thresholds import DEFAULT, Thresholds

_FEW = 64
"""Articles up to which every pair is aligned; a comparison of two short articles takes milliseconds."""
_KEPT_WORDS = 2_000_000
"""Words of articles that are kept ready for alignment, some 200 MB; those used longest ago go first."""


class Matcher:
    """Compares articles, and keeps what it has prepared."""

    def __init__(self) -> None:
        self.effort = Effort()
        self._vocabulary = Vocabulary()
        self._prepared: OrderedDict[str, tuple[Article, Prepared]] = OrderedDict()
        self._kept_words = 0
        self._shelf = ShelfShares(self._vocabulary)

    def prepared(self, article: Article) -> Prepared:
        """The article's words, made ready once, and kept while there is room."""
        known = self._prepared.get(article.id)
        if known is None or not _same_words(known[0], article):
            self.forget(article.id)
            known = self._prepared[article.id] = (article, prepare(article, self._vocabulary))
            self._kept_words += known[1].size
            while self._kept_words > _KEPT_WORDS and len(self._prepared) > 1:
                self.forget(next(iter(self._prepared)))
        else:
            self._prepared.move_to_end(article.id)
        return known[1]

    def forget(self, article_id: str) -> None:
        """Drop what is kept of an article."""
        _, known = self._prepared.pop(article_id, (None, None))
        self._kept_words -= known.size if known else 0

    def compare(self, articles: Sequence[Article], thresholds: Thresholds = DEFAULT) -> Comparison:
        """What the articles share."""
        ready = [self.prepared(article) for article in articles]
        found = [
            PairMatch(one, two, match)
            for one, two in combinations(range(len(ready)), 2)
            for match in self._matches(ready[one], ready[two], thresholds)
        ]
        clusters = clustered(found, thresholds.same_place, Likeness(ready.__getitem__, thresholds.density))
        clusters.sort(key=lambda cluster: sorted(cluster.places))
        passages = tuple(
            passage_of(number, cluster, ready.__getitem__, articles) for number, cluster in enumerate(clusters, 1)
        )
        return Comparison(
            articles=tuple(article.id for article in articles),
            passages=passages,
            shares=_shares(clusters, ready),
            near_misses=tuple(self._near_misses(clusters, ready, thresholds)),
        )

    def shares(self, articles: Sequence[Article], thresholds: Thresholds = DEFAULT) -> Iterator[PairShare]:
        """The pairs that share anything, as they are found; a pair that is not yielded shares nothing.

        Copies of an article stand in for it: see :meth:`survey`, which tells them."""
        for step in self.survey(articles, thresholds):
            yield from step.pairs

    def survey(self, articles: Sequence[Article], thresholds: Thresholds = DEFAULT) -> Iterator[Progress]:
        """What every pair shares, a part at a time.

        Up to 64 articles are aligned, pair by pair. Of more there is evidence only: words found in a row. What is known
        from an earlier call is told at once, and only articles that are new cost anything.
        """
        if len(articles) <= _FEW:
            yield from self._aligned(articles, thresholds)
        else:
            yield from self._shelf.shares(articles)

    def _aligned(self, articles: Sequence[Article], thresholds: Thresholds) -> Iterator[Progress]:
        of = len(articles) * (len(articles) - 1) // 2
        for done, (one, two) in enumerate(combinations(range(len(articles)), 2), 1):
            a, b = self.prepared(articles[one]), self.prepared(articles[two])
            found = self._matches(a, b, thresholds)
            pairs = []
            if found:
                first = _covered((match.a, match.a_end) for match in found)
                second = _covered((match.b, match.b_end) for match in found)
                pairs.append(PairShare(one, two, first, second))
            yield Progress(done, of, tuple(pairs))

    def passages(self, articles: Sequence[Article], thresholds: Thresholds = DEFAULT) -> ShelfSearch:
        """The search for what is shared across a whole shelf, of which nothing is done yet."""
        return ShelfSearch(articles, self.prepared, self._vocabulary, self._shelf, thresholds, self.effort)

    def _matches(self, a: Prepared, b: Prepared, thresholds: Thresholds) -> list[Match]:
        found = matches(a, b, self._vocabulary, thresholds, self.effort)
        return [match for match in found if not is_name(match, a, b, self._vocabulary, thresholds)]

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
                percent = 100 * words / ready[one].size if ready[one].size else 0.0
                out.append(Share(one, two, words, percent))
    return tuple(out)


def _covered(ranges: Iterable[tuple[int, int]]) -> int:
    """How many words lie in half-open ranges, each counted once."""
    total = reached = 0
    for first, last in sorted(ranges):
        total += max(0, last - max(first, reached))
        reached = max(reached, last)
    return total
