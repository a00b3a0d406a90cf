"""Where two articles have the same words in a row: equal trigrams and rare pairs of words, joined into runs.

Each article's n-grams are hashed and sorted once; two articles meet by joining the sorted hashes, so that the
cost grows with the words and the seeds they share, not with their product. An n-gram that repeats often in both
is not combined with all its doubles: its n-th place here meets the n-th there, which keeps the number of seeds
linear whatever the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, cast

import numpy as np
import numpy.typing as npt

from reader.compare.prepared import Ids, Prepared, Weights

Keys = npt.NDArray[np.uint64]

_MIX = np.uint64(0x9E3779B97F4A7C15)
_MIX_AGAIN = np.uint64(0xBF58476D1CE4E5B9)
_SHIFT = np.uint64(29)
TRIGRAM, PAIR = 3, 2
_CELL = 24
"""Side of the squares, in words, whose seeds are weighed together: about a sentence."""


class Run(NamedTuple):
    """The same words in a row: ``length`` of them from word ``a`` of one article and word ``b`` of the other."""

    a: int
    b: int
    length: int


@dataclass(frozen=True, slots=True)
class Grams:
    """The n-grams of an article: each distinct key once, sorted, with the places where it stands."""

    keys: Keys
    first: Ids
    count: Ids
    places: Ids
    """All places, in the order of the keys, then of the text: ``count[k]`` of key k, from ``first[k]``."""


def grams(article: Prepared, size: int, least_weight: float = 0.0, weights: Weights | None = None) -> Grams:
    """The n-grams of ``size`` words that weigh at least ``least_weight``; kept on the article."""
    kept = article.seeds.get(size)
    if kept is None:
        kept = article.seeds[size] = _grams(article.ids, size, least_weight, weights)
    return cast(Grams, kept)


def _grams(ids: Ids, size: int, least_weight: float, weights: Weights | None) -> Grams:
    count = max(0, len(ids) - size + 1)
    key = np.zeros(count, np.uint64)
    words = ids.astype(np.uint64) + np.uint64(1)
    for at in range(size):
        key = (key ^ words[at : at + count]) * _MIX
        key ^= key >> _SHIFT
    key *= _MIX_AGAIN
    key ^= key >> _SHIFT
    places = np.arange(count)
    if weights is not None:
        each = weights[ids]
        total = sum((each[at : at + count] for at in range(1, size)), each[:count])
        places = np.flatnonzero(total >= least_weight)
        key = key[places]
    order = np.argsort(key, kind="stable")
    ordered = key[order]
    edge = np.flatnonzero(np.diff(ordered)) + 1
    first = np.concatenate(([0], edge)).astype(np.int64)[: len(ordered)]
    return Grams(ordered[first], first, np.diff(np.append(first, len(ordered))), places[order])


def _joined(a: Grams, b: Grams, most: int) -> tuple[Ids, Ids]:
    """The pairs of places where both have the same key."""
    if not len(a.keys) or not len(b.keys):
        return np.empty(0, np.int64), np.empty(0, np.int64)
    small, large = (a, b) if len(a.keys) <= len(b.keys) else (b, a)
    at = np.searchsorted(large.keys, small.keys)
    at[at == len(large.keys)] = 0
    hit = np.flatnonzero(large.keys[at] == small.keys)
    in_small, in_large = hit, at[hit]
    in_a, in_b = (in_small, in_large) if small is a else (in_large, in_small)
    first_a, count_a, first_b, count_b = a.first[in_a], a.count[in_a], b.first[in_b], b.count[in_b]
    crowded = count_a * count_b > most
    pairs = np.where(crowded, np.minimum(count_a, count_b), count_a * count_b)
    total = int(pairs.sum())
    key = np.repeat(np.arange(len(pairs)), pairs)
    nth = np.arange(total) - np.repeat(np.cumsum(pairs) - pairs, pairs)
    across = np.where(crowded, 1, count_b)[key]
    row, column = nth // across, np.where(crowded[key], nth, nth % across)
    return a.places[first_a[key] + row], b.places[first_b[key] + column]


@dataclass(frozen=True, slots=True)
class Runs:
    """Runs as columns: the first words, and the lengths."""

    a: Ids
    b: Ids
    length: Ids

    def __len__(self) -> int:
        return len(self.a)

    def kept(self, which: npt.NDArray[np.bool_] | Ids) -> Runs:
        """Those that ``which`` picks."""
        return Runs(self.a[which], self.b[which], self.length[which])

    def listed(self) -> list[Run]:
        """In order of the first article, then of the second."""
        order = np.lexsort((self.b, self.a))
        return list(map(Run, self.a[order].tolist(), self.b[order].tolist(), self.length[order].tolist()))


def shared_runs(a: Prepared, b: Prepared, weights: Weights, least_pair: float, most: int) -> Runs:
    """Where the articles have the same words in a row: from trigrams, and from pairs that weigh ``least_pair``."""
    a3, b3 = _joined(grams(a, TRIGRAM), grams(b, TRIGRAM), most)
    a2, b2 = _joined(grams(a, PAIR, least_pair, weights), grams(b, PAIR, least_pair, weights), max(1, most // 4))
    return _runs(np.concatenate((a3, a3 + 1, a2)), np.concatenate((b3, b3 + 1, b2)), a.size)


def pair_runs(a: Prepared, b: Prepared, most: int) -> Runs:
    """Where the articles have any two words in a row in common."""
    a2, b2 = _joined(_grams(a.ids, PAIR, 0, None), _grams(b.ids, PAIR, 0, None), most)
    return _runs(a2, b2, a.size)


def _runs(a: Ids, b: Ids, size_a: int) -> Runs:
    """Neighbouring pairs of words on one diagonal, as runs."""
    if not len(a):
        return Runs(a, b, a)
    cell = np.sort((b - a + size_a) * (size_a + 1) + a)
    cell = cell[np.concatenate(([True], cell[1:] != cell[:-1]))]
    edge = np.flatnonzero(np.diff(cell) != 1) + 1
    first = np.concatenate(([0], edge))
    length = np.diff(np.append(first, len(cell))) + 1
    start_a = cell[first] % (size_a + 1)
    return Runs(start_a, cell[first] // (size_a + 1) - size_a + start_a, length)


def split_at_breaks(runs: Runs, a: Prepared, b: Prepared, *, shared: bool = False) -> Runs:
    """Runs cut where a sentence ends on one side only, or (``shared``) on both sides too."""
    if not len(runs):
        return runs
    breaks_a = np.frombuffer(bytes(a.breaks), np.uint8) > 0
    breaks_b = np.frombuffer(bytes(b.breaks), np.uint8) > 0
    inner = runs.length - 1
    run = np.repeat(np.arange(len(runs)), inner)
    step = np.arange(int(inner.sum())) - np.repeat(np.cumsum(inner) - inner, inner)
    ends_a, ends_b = breaks_a[runs.a[run] + step], breaks_b[runs.b[run] + step]
    cut = ends_a | ends_b if shared else ends_a != ends_b
    if not cut.any():
        return runs
    run_of, offset = run[cut], step[cut] + 1
    pieces = np.bincount(run_of, minlength=len(runs)) + 1
    owner = np.repeat(np.arange(len(runs)), pieces)
    start = np.zeros(len(owner), np.int64)
    first_piece = np.cumsum(pieces) - pieces
    is_first = np.zeros(len(owner), bool)
    is_first[first_piece] = True
    start[~is_first] = offset
    end = np.append(start[1:], 0)
    end[np.append(first_piece[1:], len(owner)) - 1] = runs.length
    return Runs(runs.a[owner] + start, runs.b[owner] + start, end - start)


def weighed(runs: Runs, weights_of_a: Weights) -> Weights:
    """The weight of every run."""
    total = np.concatenate(([0.0], np.cumsum(weights_of_a)))
    return cast(Weights, total[runs.a + runs.length] - total[runs.a])


def in_company(runs: Runs, weight: Weights) -> Weights:
    """What all runs in the neighbourhood of each weigh together.

    A neighbourhood is three by three squares; a long run counts in the squares of both its ends.
    """
    across = int(runs.b.max()) // _CELL + 3
    first = (runs.a // _CELL + 1) * across + runs.b // _CELL + 1
    last = ((runs.a + runs.length) // _CELL + 1) * across + (runs.b + runs.length) // _CELL + 1
    squares, inverse = np.unique(np.concatenate((first, last)), return_inverse=True)
    total = np.bincount(inverse, weights=np.concatenate((weight, np.where(last != first, weight, 0.0))))
    around = np.zeros(len(squares))
    for down in (-across, 0, across):
        for right in (-1, 0, 1):
            at = np.searchsorted(squares, squares + (down + right))
            at[at == len(squares)] = 0
            around += np.where(squares[at] == squares + (down + right), total[at], 0.0)
    return around[inverse[: len(runs)]]
