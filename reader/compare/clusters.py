"""From matches between pairs of articles to passages with all the places where they stand.

Two matches are of one passage where their places in an article mostly coincide. Before a place joins a passage
it is held against every other place of it: sentences that are each like a third, but not like each other, stay
apart. A part of a longer passage that more articles share is a passage of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from reader.compare.fitting import Match

_SQUARE = 16
"""Words in which the beginnings of places are filed together."""


_STRETCH = 64
"""Words in which the places that run through them are filed together."""


class Place(NamedTuple):
    """Words of an article, a half-open range."""

    article: int
    first: int
    last: int


class PairMatch(NamedTuple):
    """A match between two of the compared articles."""

    first: int
    second: int
    match: Match

    def strength(self) -> tuple[object, ...]:
        """What matches are sorted by: strongest first, equal ones by place, whatever the order of the articles."""
        match = self.match
        words = sorted(((match.a, match.a_end), (match.b, match.b_end)))
        return (-match.score, -match.matched, words, self.first, self.second)

    @property
    def places(self) -> tuple[Place, Place]:
        """Both its places."""
        match = self.match
        return Place(self.first, match.a, match.a_end), Place(self.second, match.b, match.b_end)


@dataclass(slots=True)
class Cluster:
    """The places of one passage, strongest match first."""

    places: list[Place] = field(default_factory=list)
    score: float = 0.0
    matched: dict[Place, int] = field(default_factory=dict)
    """For each place, how many of its words agree with another place."""
    is_announced: bool = False
    """Whether an ellipsis or an attribution in one of them says that words were left out or put in."""


Alike = Callable[[Place, Place], bool]
"""Whether two places have enough words in common to be shown as one passage."""


def coincidence(one: Place, two: Place) -> float:
    """Overlap over union of two places, 0 in different articles."""
    if one.article != two.article:
        return 0.0
    overlap = min(one.last, two.last) - max(one.first, two.first)
    return max(0, overlap) / (max(one.last, two.last) - min(one.first, two.first))


class _Filed:
    """Places filed by where they stand, with the cluster that each is in."""

    def __init__(self) -> None:
        self._squares: dict[tuple[int, int], list[tuple[Place, int]]] = {}
        self._stretches: dict[tuple[int, int], list[tuple[Place, int]]] = {}

    def put(self, place: Place, cluster: int) -> None:
        self._squares.setdefault((place.article, place.first // _SQUARE), []).append((place, cluster))
        for stretch in range(place.first // _STRETCH, place.last // _STRETCH + 1):
            self._stretches.setdefault((place.article, stretch), []).append((place, cluster))

    def around(self, place: Place) -> set[int]:
        """The clusters with a place that holds this one."""
        return {
            cluster
            for known, cluster in self._stretches.get((place.article, place.first // _STRETCH), ())
            if known.first <= place.first and place.last <= known.last
        }

    def coinciding(self, place: Place, least: float) -> tuple[Place, int] | None:
        slack = int((place.last - place.first) * (1 / least - 1)) + 1
        best: tuple[Place, int] | None = None
        most = least
        for square in range((place.first - slack) // _SQUARE, (place.first + slack) // _SQUARE + 1):
            for known, cluster in self._squares.get((place.article, square), ()):
                share = coincidence(place, known)
                if share >= most:
                    best, most = (known, cluster), share
        return best


def clustered(found: Iterable[PairMatch], same_place: float, alike: Alike) -> list[Cluster]:
    """The passages that the matches make, in no particular order."""
    growing = Clusters(same_place, alike)
    for pair in sorted(found, key=PairMatch.strength):
        growing.add(pair)
    return growing.all()


class Clusters:
    """Passages that grow as matches come, the strongest first."""

    def __init__(self, same_place: float, alike: Alike) -> None:
        self._same_place = same_place
        self._alike = alike
        self._clusters: list[Cluster] = []
        self._filed = _Filed()

    def add(self, pair: PairMatch) -> None:
        """Puts a match to the passage that it is of, or begins one."""
        _add(pair, self._clusters, self._filed, self._same_place, self._alike)

    def hold(self, one: Place, two: Place) -> bool:
        """Whether one passage has places around both of these."""
        around = self._filed.around(one)
        return bool(around) and not around.isdisjoint(self._filed.around(two))

    def all(self) -> list[Cluster]:
        """The passages so far, in no particular order."""
        return [cluster for cluster in self._clusters if cluster.places]

    def outermost(self) -> list[Cluster]:
        """The same without those of which every place lies inside a place of one longer passage."""
        found = []
        for at, cluster in enumerate(self._clusters):
            if cluster.places:
                around = set.intersection(*(self._filed.around(place) for place in cluster.places)) - {at}
                if not any(_is_longer(self._clusters[other], cluster) for other in around):
                    found.append(cluster)
        return found


def _is_longer(one: Cluster, two: Cluster) -> bool:
    def words(cluster: Cluster) -> int:
        return sum(place.last - place.first for place in cluster.places) // max(1, len(cluster.places))

    return words(one) > words(two)


def _add(pair: PairMatch, clusters: list[Cluster], filed: _Filed, same_place: float, alike: Alike) -> None:
    one, two = pair.places
    at_one, at_two = filed.coinciding(one, same_place), filed.coinciding(two, same_place)
    if at_one and at_two and at_one[1] == at_two[1]:
        return
    if at_one and at_two:
        if _merge(clusters, at_one[1], at_two[1], filed, same_place, alike):
            return
    elif at_one and _joins(two, clusters[at_one[1]], at_one[0], same_place, alike):
        _put(two, pair, at_one[1], clusters, filed)
        return
    elif at_two and _joins(one, clusters[at_two[1]], at_two[0], same_place, alike):
        _put(one, pair, at_two[1], clusters, filed)
        return
    clusters.append(Cluster(score=pair.match.score))
    for place in (one, two):
        _put(place, pair, len(clusters) - 1, clusters, filed)


def _put(place: Place, pair: PairMatch, at: int, clusters: list[Cluster], filed: _Filed) -> None:
    cluster = clusters[at]
    cluster.places.append(place)
    cluster.matched[place] = pair.match.matched
    cluster.is_announced |= pair.match.announced
    filed.put(place, at)


def _joins(place: Place, cluster: Cluster, known: Place, same_place: float, alike: Alike) -> bool:
    for other in cluster.places:
        if other.article == place.article and _overlap(other, place):
            return False
        if other != known and not alike(other, place):
            return False
    return True


def _overlap(one: Place, two: Place) -> bool:
    return one.first < two.last and two.first < one.last


def _merge(clusters: list[Cluster], one: int, two: int, filed: _Filed, same_place: float, alike: Alike) -> bool:
    """Put two passages together where every place of one is like every place of the other."""
    into, other = clusters[one], clusters[two]
    for place in other.places:
        for known in into.places:
            if known.article == place.article and _overlap(known, place):
                return False
            if not alike(known, place):
                return False
    for place in other.places:
        into.places.append(place)
        into.matched[place] = other.matched[place]
        filed.put(place, one)
    into.score = max(into.score, other.score)
    into.is_announced |= other.is_announced
    other.places = []
    return True
