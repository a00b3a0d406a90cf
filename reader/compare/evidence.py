"""Which pairs of many articles are worth comparing: those that share a few seeds that not everybody has.

All seeds of all articles are sorted once; equal ones stand together, and each pair of articles that meets there
gains a point. The cost is that of one sort, plus the meetings; a seed that very many articles have is a stock phrase,
and left out.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reader.compare.prepared import Ids, Prepared, Vocabulary
from reader.compare.seeds import PAIR, TRIGRAM, grams
from reader.compare.thresholds import Thresholds

_FEW = 64
"""Articles up to which every pair is worth a look; a comparison of two short articles takes milliseconds."""
_STOCK = 32
"""Articles that share a seed from which it says nothing about any two of them."""
_SHARED_SEEDS = 3
"""Seeds that a pair must share: four words in a row, two of them rare, have three."""


def candidate_pairs(ready: Sequence[Prepared], vocabulary: Vocabulary, limits: Thresholds) -> list[tuple[int, int]]:
    """Pairs of positions that may share a passage, those with most in common first."""
    count = len(ready)
    if count <= _FEW:
        return [(one, two) for one in range(count) for two in range(one + 1, count)]
    keys = []
    for article in ready:
        weights = vocabulary.weights(english=article.english)
        pairs = grams(article, PAIR, limits.pair_weight, weights)
        keys.append(np.concatenate((grams(article, TRIGRAM).keys, pairs.keys)))
    owner = np.repeat(np.arange(count), [len(each) for each in keys])
    every = np.concatenate(keys)
    order = np.argsort(every, kind="stable")
    every, owner = every[order], owner[order]
    edge = np.flatnonzero(np.diff(every)) + 1
    first = np.concatenate(([0], edge)).astype(np.int64)[: len(every)]
    met, points = np.unique(_meetings(owner, first, np.diff(np.append(first, len(every))), count), return_counts=True)
    kept = points >= _SHARED_SEEDS
    met, points = met[kept], points[kept]
    strongest = met[np.lexsort((met, -points))]
    return list(zip((strongest // count).tolist(), (strongest % count).tolist(), strict=True))


def _meetings(owner: Ids, first: Ids, size: Ids, count: int) -> Ids:
    """Each meeting of two articles at a seed, as first x ``count`` + second."""
    found = [np.empty(0, np.int64)]
    for together in range(2, _STOCK + 1):
        starts = first[size == together]
        one, two = np.triu_indices(together, 1)
        left = owner[(starts[:, None] + one).ravel()]
        right = owner[(starts[:, None] + two).ravel()]
        found.append(left * count + right)
    return np.concatenate(found)
