"""What is known of the pairs of articles so far: how much of each stands in each. It grows while they are matched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reader.articles.article import Article
    from reader.compare.shelf_shares import Progress


class Shared(NamedTuple):
    """How much of one article stands in another: words of it, and percent."""

    words: int
    percent: float


class Pairs:
    """Articles are named by their positions."""

    def __init__(self, articles: Sequence[Article]) -> None:
        """Nothing is known yet. ``articles`` is shared with its owner, who may add to it."""
        self._articles = articles
        self._known = 0
        self.forget()

    def forget(self) -> None:
        """The articles are matched anew."""
        self._words: dict[int, dict[int, int]] = {}
        """Words of an article that another one holds, by article and by that other one."""
        self._originals: dict[int, int] = {}
        """Articles that say what an earlier one says: they share with others what it shares."""
        self._best: dict[int, tuple[int, float]] = {}
        self.is_matched = False
        self.matched_share = 0.0
        """How far the matching of all of them is, 0 to 1."""

    def learn(self, steps: Iterable[Progress], hidden: Set[str]) -> None:
        """Takes in what was found; an article that is hidden, by its id, is nobody's match."""
        for step in steps:
            for pair in step.pairs:
                self._know(pair.first, pair.second, pair.first_words, hidden)
                self._know(pair.second, pair.first, pair.second_words, hidden)
            for copy, original in step.copies:
                self._originals[copy] = original
                self._know(copy, original, self._articles[copy].words, hidden)
                self._know(original, copy, self._articles[original].words, hidden)
            self.matched_share = step.done / step.of if step.of else 1.0

    def finish(self) -> None:
        """All is known now."""
        self.is_matched, self.matched_share = True, 1.0

    def _know(self, article: int, within: int, words: int, hidden: Set[str]) -> None:
        if self._articles[within].id in hidden:
            return
        self._words.setdefault(article, {})[within] = words
        self._known += 1
        share = self._percent(article, words)
        if words and share > self._best.get(article, (0, 0.0))[1]:
            self._best[article] = (within, share)

    def _percent(self, article: int, words: int) -> float:
        size = self._articles[article].words
        return min(100.0, 100 * words / size) if size else 0.0

    @property
    def known(self) -> int:
        """Grows as more is known."""
        return self._known + self.is_matched

    @property
    def matched_tenths(self) -> int:
        """How far the matching is, in few steps: for what takes long to do after each. It grows on after the last."""
        return 10 + self.known if self.is_matched else int(10 * self.matched_share)

    def shared(self, article: int, within: int) -> Shared | None:
        """How much of ``article`` stands in ``within``; ``None`` where that is not known yet."""
        words = self._words.get(article, {}).get(within)
        if words is None and self._originals:
            stands_for = self._originals.get(article, article), self._originals.get(within, within)
            words = self._words.get(stands_for[0], {}).get(stands_for[1])
            if words is None and stands_for[0] == stands_for[1]:
                words = self._articles[article].words
        if words is None:
            return Shared(0, 0.0) if self.is_matched else None
        return Shared(words, self._percent(article, words))

    def best_match(self, article: int) -> tuple[int, float] | None:
        """The article that holds most of this one, and how many percent of it."""
        return self._best.get(article)

    def sharing(self) -> Iterator[tuple[int, int]]:
        """The pairs of which one holds something of the other."""
        return ((one, other) for one, others in self._words.items() for other in others if one < other)

    def neighbours(self, article: int, most: int) -> list[int]:
        """The articles that hold something of this one, those with most of it first."""
        found = {**self._words.get(self._originals.get(article, article), {}), **self._words.get(article, {})}
        sharing = [(words, other) for other, words in found.items() if words and other != article]
        return [other for _, other in sorted(sharing, key=lambda entry: (-entry[0], entry[1]))[:most]]
