"""Which passages are a shorter part of another one: what two outlets print at length, a third prints a sentence of."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.compare.clusters import Cluster, Place
from reader.compare.thresholds import PART_INSIDE, PART_OF_ARTICLES

_STRETCH = 64
"""Words in which the places that run through them are filed together."""


def parts(
    clusters: Sequence[Cluster], may_hold: Callable[[int, int], bool], fewest: Callable[[int], int]
) -> dict[int, int]:
    """For each cluster that is a part of a longer one: that one, which is no part itself. Both are positions.

    It is a part where half of the articles that have it have the longer one around it, and at least ``fewest`` of them.
    ``may_hold`` says whether the first, the longer one, may have the second as its part.
    """
    filed: dict[tuple[int, int], list[tuple[Place, int]]] = {}
    whole: dict[int, int] = {}
    for at in sorted(range(len(clusters)), key=lambda at: -_words(clusters[at])):
        articles: dict[int, set[int]] = {}
        for place in clusters[at].places:
            for known, other in filed.get((place.article, (place.first + place.last) // 2 // _STRETCH), ()):
                if _inside(place, known):
                    articles.setdefault(whole.get(other, other), set()).add(place.article)
        least = max(fewest(at), PART_OF_ARTICLES * len({place.article for place in clusters[at].places}))
        around = (other for other, where in articles.items() if len(where) >= least and may_hold(other, at))
        longest = max(around, key=lambda other: (len(articles[other]), _words(clusters[other])), default=None)
        if longest is not None:
            whole[at] = longest
        for place in clusters[at].places:
            for stretch in range(place.first // _STRETCH, place.last // _STRETCH + 1):
                filed.setdefault((place.article, stretch), []).append((place, at))
    return whole


def _words(cluster: Cluster) -> float:
    return sum(place.last - place.first for place in cluster.places) / max(1, len(cluster.places))


def _inside(place: Place, around: Place) -> bool:
    shared = min(place.last, around.last) - max(place.first, around.first)
    return shared >= PART_INSIDE * (place.last - place.first)
