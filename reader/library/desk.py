"""What one session works with: the open articles, what was done to them, and what is known of their pairs so far."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.articles.article import Article
from reader.library.matching import Matching
from reader.library.shelf import Shelf
from reader.library.state import SessionState
from reader.text.find import Searchable

if TYPE_CHECKING:
    from reader.compare.comparison import Comparison
    from reader.compare.thresholds import Thresholds

_KEPT_COMPARISONS = 64
_KEPT_SHADOWS = 64


class Shared(NamedTuple):
    """How much of one article stands in another: words of it, and percent."""

    words: int
    percent: float


class Desk:
    """The facts that the screens share. Nothing here knows a screen; what changes is announced to whoever asked."""

    def __init__(self, shelf: Shelf, *, is_sample: bool = False) -> None:
        """``is_sample``: the articles are those that come with the program."""
        self.shelf = shelf
        self.is_sample = is_sample
        self.articles: Sequence[Article] = shelf.articles
        self.state = SessionState()
        self.matching = Matching()
        self.is_matched = False
        self._pairs: dict[tuple[int, int], int] = {}
        self._best: dict[int, tuple[int, float]] = {}
        self._comparisons: OrderedDict[tuple[object, ...], Comparison] = OrderedDict()
        self._searchable: OrderedDict[str, Searchable] = OrderedDict()

    async def match(self, thresholds: Thresholds, told: Callable[[], None]) -> None:
        """Finds out what every pair shares; calls ``told`` as more is known. Raises MatchingStopped."""
        async for pairs in self.matching.shares(self.articles, thresholds):
            for pair in pairs:
                self._know(pair.first, pair.second, pair.first_words)
                self._know(pair.second, pair.first, pair.second_words)
            if pairs:
                told()
        self.is_matched = True
        told()

    def _know(self, article: int, within: int, words: int) -> None:
        self._pairs[article, within] = words
        share = self._percent(article, words)
        if words and share > self._best.get(article, (0, 0.0))[1]:
            self._best[article] = (within, share)

    def _percent(self, article: int, words: int) -> float:
        size = self.articles[article].words
        return 100 * words / size if size else 0.0

    @property
    def known_pairs(self) -> int:
        """Grows as more is known of the pairs."""
        return len(self._pairs) + self.is_matched

    def shared(self, article: int, within: int) -> Shared | None:
        """How much of ``article`` stands in ``within``; ``None`` where that is not known yet."""
        words = self._pairs.get((article, within))
        if words is None:
            return Shared(0, 0.0) if self.is_matched else None
        return Shared(words, self._percent(article, words))

    def best_match(self, article: int) -> tuple[int, float] | None:
        """The article that holds most of this one, and how many percent of it."""
        return self._best.get(article)

    def neighbours(self, article: int, most: int) -> list[int]:
        """The articles that hold something of this one, those with most of it first."""
        found = [(words, other) for (one, other), words in self._pairs.items() if one == article and words]
        return [other for _, other in sorted(found, key=lambda entry: (-entry[0], entry[1]))[:most]]

    async def comparison(self, articles: Sequence[int], thresholds: Thresholds) -> Comparison:
        """What some of the articles share, kept for the next time. Raises MatchingStopped."""
        key = (*articles, thresholds)
        known = self._comparisons.get(key)
        if known is None:
            known = await self.matching.compare([self.articles[number] for number in articles], thresholds)
            self._comparisons[key] = known
            while len(self._comparisons) > _KEPT_COMPARISONS:
                self._comparisons.popitem(last=False)
        return known

    def searchable(self, article: int) -> Searchable:
        """The article made ready for finding: its body, without furniture."""
        one = self.articles[article]
        known = self._searchable.get(one.id)
        if known is None:
            known = self._searchable[one.id] = Searchable(one.text, one.body or None)
            while len(self._searchable) > _KEPT_SHADOWS:
                self._searchable.popitem(last=False)
        return known
