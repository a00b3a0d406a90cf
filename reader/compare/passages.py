"""From a cluster of places to a passage: its words, its occurrences in order, and how each differs from the first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rapidfuzz.distance import LCSseq

from reader.articles.article import Article
from reader.compare.callouts import callouts
from reader.compare.changes import Side, edits, read_alike, side_of
from reader.compare.clusters import Cluster, Place
from reader.compare.comparison import Changes, Occurrence, Passage
from reader.compare.prepared import Prepared
from reader.compare.voice import voice_of

Ready = Callable[[int], Prepared]
"""Gives the words of an article by its position among those that are compared."""


class Likeness:
    """Whether two places have enough words in common, in order, to stand in one passage."""

    def __init__(self, ready: Ready, density: float) -> None:
        """``ready`` gives an article's words by its position."""
        self._ready = ready
        self._density = density

    def __call__(self, one: Place, two: Place) -> bool:
        a = self._ready(one.article).numbers[one.first : one.last]
        b = self._ready(two.article).numbers[two.first : two.last]
        return bool(LCSseq.similarity(a, b) >= self._density * max(len(a), len(b)))


def passage_of(number: int, cluster: Cluster, ready: Ready, articles: Sequence[Article]) -> Passage:
    """The passage that a cluster is, with its number."""
    places = sorted(cluster.places)
    spans = [ready(place.article).span(place.first, place.last) for place in places]
    sides = [side_of(articles[place.article].text, span) for place, span in zip(places, spans, strict=True)]
    alike = all(read_alike(sides[0].words, other.words) for other in sides[1:])
    return Passage(
        number=number,
        kind="verbatim" if alike else "altered",
        words=cluster.matched[places[0]],
        score=round(cluster.score, 3),
        occurrences=tuple(
            Occurrence(place.article, span.start, span.end, voice_of(articles[place.article], span))
            for place, span in zip(places, spans, strict=True)
        ),
        changes=tuple(
            _changes(at, sides[0], side, articles[places[0].article].particulars.language)
            for at, side in enumerate(sides[1:], 1)
        ),
    )


def _changes(at: int, first: Side, side: Side, language: str | None) -> Changes:
    steps = edits(first, side)
    return Changes(at, 0, steps, *callouts(first, side, steps, language))
