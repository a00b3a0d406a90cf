"""What the pairs of a whole shelf share, by evidence: for any selection of its articles, at once where it is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from reader.articles.article import Article
from reader.compare.evidence import Findings, covered
from reader.compare.promise import promise
from reader.compare.survey import Step, Survey
from reader.compare.vocabulary import Ids, Vocabulary, Weights


class PairShare(NamedTuple):
    """How many words two articles share: positions in the sequence, and words in each, counted once."""

    first: int
    second: int
    first_words: int
    second_words: int
    is_aligned: bool = True
    """Whether the words were aligned; else they are those that were found in a row, some fewer or more."""


class Progress(NamedTuple):
    """What became known of a shelf, after ``done`` steps of ``of``."""

    done: int
    of: int
    pairs: tuple[PairShare, ...] = ()
    """Those that share most come first."""
    copies: tuple[tuple[int, int], ...] = ()
    """Articles that say what an earlier one says, with that one: they share with others what it shares."""


class ShelfShares:
    """A survey of all articles that were ever asked for."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._survey = Survey(vocabulary)
        self._numbers: dict[tuple[str, int, int], int] = {}
        self._originals: dict[int, int] = {}
        self._found: list[Findings] = []

    def shares(self, articles: Sequence[Article]) -> Iterator[Progress]:
        """What is known of the articles at once, then what is found of those that are new."""
        names = [_name(article) for article in articles]
        new: list[Article] = []
        fresh: list[tuple[str, int, int]] = []
        for article, name in zip(articles, names, strict=True):
            if name not in self._numbers:
                self._numbers[name] = len(self._numbers)
                new.append(article)
                fresh.append(name)
        known = len(self._numbers) - len(new)
        position, again = self._positions(names)
        repeated = tuple((place, int(position[number])) for place, number in again)
        yield Progress(0, len(new), (), repeated + self._copies(position, 0, known))
        for part in list(self._found):
            yield Progress(0, len(new), self._pairs(part, position))
        steps, is_whole = self._survey.add(new), True
        try:
            for step in steps:
                self._keep(step)
                is_whole = step.is_whole
                pairs = self._pairs(step.findings, position)
                yield Progress(step.done, step.of, pairs, self._told(step.copies, position))
        finally:
            while not is_whole and (last := next(steps, None)):  # stopped within a part: its evidence is not lost
                self._keep(last)
                is_whole = last.is_whole
            for name in fresh[len(self._survey.words) - known :]:  # stopped half-way: the rest is still unknown
                del self._numbers[name]

    def _keep(self, step: Step) -> None:
        if len(step.findings):
            self._found.append(step.findings)
        self._originals.update(dict(step.copies))

    def findings(self, articles: Sequence[Article]) -> tuple[list[Findings], Ids]:
        """All findings so far, and for each number in them its position among the articles (-1: not there)."""
        return self._found, self._positions([_name(article) for article in articles])[0]

    def promise(self, found: Findings) -> Weights:
        """What each finding may weigh once it is aligned."""
        return promise(found, self._survey.words)

    def original(self, position: Ids) -> dict[int, int]:
        """Which positions are copies of which."""
        return dict(self._copies(position, 0, len(position)))

    def _positions(self, names: Sequence[tuple[str, int, int]]) -> tuple[Ids, list[tuple[int, int]]]:
        """The position of each number, and the positions whose text stands at an earlier one, with their numbers."""
        position = np.full(max(len(self._numbers), 1), -1, np.int64)
        again = []
        for place, name in enumerate(names):
            number = self._numbers[name]
            if position[number] < 0:
                position[number] = place
            else:
                again.append((place, number))
        return position, again

    def _copies(self, position: Ids, first: int, last: int) -> tuple[tuple[int, int], ...]:
        return self._told([pair for pair in self._originals.items() if first <= pair[0] < last], position)

    def _told(self, copies: Sequence[tuple[int, int]], position: Ids) -> tuple[tuple[int, int], ...]:
        asked = [(int(position[copy]), int(position[original])) for copy, original in copies]
        return tuple(pair for pair in asked if min(pair) >= 0)

    def _pairs(self, found: Findings, position: Ids) -> tuple[PairShare, ...]:
        """The pairs that are asked for, those that share most first. All findings of a pair are in one part."""
        out: list[PairShare] = []
        first, second, words, words_second = covered(found, len(position))
        one, two = position[first], position[second]
        asked = np.flatnonzero((one >= 0) & (two >= 0))
        order = asked[np.argsort(-words[asked], kind="stable")]
        columns = (one, two, words, words_second)
        for a, b, of_a, of_b in zip(*(column[order].tolist() for column in columns), strict=True):
            out.append(PairShare(a, b, of_a, of_b, False) if a < b else PairShare(b, a, of_b, of_a, False))
        return tuple(out)


def _name(article: Article) -> tuple[str, int, int]:
    """What tells an article from another version of it."""
    return article.id, hash(article.text), len(article.blocks)
