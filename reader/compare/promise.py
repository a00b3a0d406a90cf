"""What a finding may grow into: its own weight, and that of words around it that stand around it on the other side too.

Looked at for all findings together, from the word numbers of the shelf alone: on a shelf of thousands most findings are
four words that mean nothing, and no alignment should be spent on them.
"""

from __future__ import annotations

import numpy as np

from reader.compare.evidence import Findings
from reader.compare.shelf_words import ShelfWords
from reader.compare.vocabulary import Ids, Weights

_AROUND = 12
"""Words looked at before and after a finding."""
_SHIFT = 6
"""Words put in or dropped that the comparison bears."""
_HARDLY_COUNTS = 0.3
"""Taken off each word: by the time a common word is reached, the gap before it has cost as much."""
_BATCH = 10_000
"""Findings looked at together, to bound the memory: some 30 MB."""


def promise(found: Findings, words: ShelfWords) -> Weights:
    """What each finding weighs at most once it is aligned, by and large."""
    firsts = words.firsts
    early, late = firsts[found.first], firsts[found.second]
    out = found.weight.copy()
    for start in range(0, len(found), _BATCH):
        each = slice(start, start + _BATCH)
        a, a_end = early[each] + found.a[each], early[each] + found.a_end[each]
        b, b_end = late[each] + found.b[each], late[each] + found.b_end[each]
        of_a, of_b = found.first[each], found.second[each]
        for start_a, start_b in ((a - _AROUND, b - _AROUND - _SHIFT), (a_end, b_end)):
            mine, worth = _words_from(start_a, _AROUND, of_a, words)
            others, _ = _words_from(start_b, _AROUND + _SHIFT, of_b, words)
            met = np.zeros(mine.shape, bool)
            for at in range(others.shape[1]):
                met |= mine == others[:, at : at + 1]
            out[each] += np.where(met & (mine >= 0), worth, 0.0).sum(axis=1)
    return out


def _words_from(start: Ids, count: int, article: Ids, words: ShelfWords) -> tuple[Ids, Weights]:
    """The numbers of so many words from each place on, -1 where the article has none there, and what they are worth."""
    place = np.clip(start[:, None] + np.arange(count), 0, words.words - 1)
    inside = (words.owner[place] == article[:, None]) & (place == start[:, None] + np.arange(count))
    weight = words.weight(place.ravel(), place.ravel() + 1).reshape(place.shape)
    return np.where(inside, words.ids[place], -1), np.maximum(weight - _HARDLY_COUNTS, 0.0)
