"""A whole shelf: which articles share words, and where, before any two are aligned. Grows, and never starts over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from reader.articles.article import Article
from reader.compare.copies import Copies
from reader.compare.evidence import NOTHING, Findings, findings
from reader.compare.prepared import KNOWN_LANGUAGE, body_of
from reader.compare.prints import PRINT, Keys, PrintIndex, print_hashes, print_weights
from reader.compare.shelf_words import ShelfWords
from reader.compare.thresholds import DEFAULT, Thresholds
from reader.compare.tokens import Tokens, tokens
from reader.compare.vocabulary import Ids, Vocabulary, Weights
from reader.text.spans import Span

_TOGETHER = 500_000
"""Code points of articles whose words are found at once; some milliseconds."""
_PART = 500
"""Articles whose evidence is found together, in slices of a tenth of a second; larger parts take no less time in all,
smaller ones take more."""
_MOST_MEETINGS = 12_000_000
"""Meetings held at a time: some 400 MB while they are sorted."""


class Copy(NamedTuple):
    """An article that says what an earlier one says. Both are numbers in the order in which articles were added."""

    article: int
    original: int


class Step(NamedTuple):
    """What became known: of so many articles of all, new findings and copies."""

    done: int
    of: int
    findings: Findings
    copies: tuple[Copy, ...]
    is_whole: bool = True
    """Whether all evidence of the articles taken in so far has been told; else more steps have to follow."""


class Survey:
    """Articles as they were added, and the findings between them."""

    def __init__(self, vocabulary: Vocabulary, limits: Thresholds = DEFAULT) -> None:
        self._vocabulary = vocabulary
        self._limits = limits
        self.words = ShelfWords()
        self._prints = PrintIndex()
        self._copies = Copies(limits.near_copy, lambda article: print_hashes(self.words.of(article).astype(np.int64)))

    def add(self, articles: Sequence[Article]) -> Iterator[Step]:
        """Takes in articles; their numbers go on from those before. Steps without findings only tell how far it is."""
        for at in range(0, len(articles), _PART):
            part = articles[at : at + _PART]
            ids: list[Ids] = []
            weights: list[Weights] = []
            for batch in _batches(part):
                for each in self._numbered(batch):
                    ids.append(each)
                    weights.append(self._weighed(each))
                yield Step(at + len(ids) // 2, len(articles), NOTHING, ())
            for taken in self._taken_in(ids, weights):
                if taken is None:
                    yield Step(at + len(part) // 2, len(articles), NOTHING, (), is_whole=False)
                else:
                    yield Step(at + len(part), len(articles), *taken)

    def _numbered(self, batch: Sequence[Article]) -> list[Ids]:
        """The word numbers of some articles, all their words found at once."""
        text = "\n".join(article.text for article in batch)
        spans: list[Span] = []
        ends = []
        start = 0
        for article in batch:
            spans += [Span(start + span.start, start + span.end) for span in body_of(article)]
            start += len(article.text) + 1
            ends.append(start)
        found: Tokens = tokens(text, spans)
        numbers = self._vocabulary.numbers(text, found)
        return np.split(numbers, np.searchsorted(found.starts, ends[:-1]))

    def _weighed(self, ids: Ids) -> Weights:
        english = self._vocabulary.known_share(ids) >= KNOWN_LANGUAGE
        return self._vocabulary.weights(english=english)[ids]

    def _taken_in(self, ids: list[Ids], weights: list[Weights]) -> Iterator[tuple[Findings, tuple[Copy, ...]] | None]:
        """What became known of some more articles, at last; nothing after each slice of the work before that."""
        number = len(self.words)
        start = self.words.add(ids, weights)
        hashes: list[Keys] = []
        places: list[Ids] = []
        copies = []
        for each, weighs in zip(ids, weights, strict=True):
            keys = print_hashes(each)
            original = self._copies.original(number, keys)
            if original is None:
                rare = np.flatnonzero(print_weights(weighs) >= self._limits.print_weight)
                hashes.append(keys[rare])
                places.append(rare + start)
            else:
                copies.append(Copy(number, original))
            number += 1
            start += len(each)
        yield None
        found = NOTHING
        if hashes:
            met = self._prints.add(
                np.concatenate(hashes), np.concatenate(places), self._limits.stock_places, _MOST_MEETINGS
            )
            yield None
            for _ in self._prints.settling():
                yield None
            found = findings(met, self.words, self._limits)
        yield found, tuple(copies)


def _batches(articles: Sequence[Article]) -> Iterator[Sequence[Article]]:
    """Articles in their order, so many at a time as make a text of some length."""
    first = length = 0
    for at, article in enumerate(articles):
        length += len(article.text)
        if length >= _TOGETHER:
            yield articles[first : at + 1]
            first, length = at + 1, 0
    if first < len(articles):
        yield articles[first:]


__all__ = ["PRINT", "Copy", "Step", "Survey"]
