"""Whether a short run stands among enough other common words to be worth aligning.

Two articles on one topic share thousands of word pairs that mean nothing. Before any of them is aligned word by
word, all are weighed at once by what agrees around them: the same rare words at nearly the same distance on
both sides.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from reader.compare.prepared import Ids, Prepared, Weights
from reader.compare.seeds import Runs

_AROUND = 12
"""Words looked at on either side of a run's first word, and beyond its last."""
_LONGEST = 4
"""Words of a run that the window allows for; a longer one mostly carries itself."""
_SHIFT = 6
"""Words put in or dropped that the comparison bears."""
_HARDLY_COUNTS = 0.3
"""Taken off each word: by the time a common word is reached, the gap before it has cost as much."""
_BATCH = 20_000
"""Runs weighed at a time, to bound the memory: some 20 MB."""


def supported(
    runs: Runs, weight: Weights, a: Prepared, b: Prepared, weights: Weights, least: Weights
) -> npt.NDArray[np.bool_]:
    """Which runs could weigh ``least`` together with what agrees around them, or stand beside a mark."""
    enough = weight >= least
    light = np.flatnonzero(~enough)
    if not len(light):
        return enough
    worth = np.maximum(weights - _HARDLY_COUNTS, 0.0)
    for start in range(0, len(light), _BATCH):
        batch = light[start : start + _BATCH]
        around = _agreeing(runs.a[batch], runs.b[batch], runs.length[batch], a.ids, b.ids, worth)
        enough[batch] = weight[batch] + around >= least[batch]
    return enough | beside_mark(runs, a, b)


def _agreeing(at_a: Ids, at_b: Ids, length: Ids, ids_a: Ids, ids_b: Ids, worth: Weights) -> Weights:
    """The worth of the words around each run, outside it, that stand around it on the other side too."""
    pad_a, pad_b = _AROUND, _AROUND + _SHIFT
    padded_a = np.pad(ids_a, (pad_a, _AROUND + _LONGEST), constant_values=-1)
    padded_b = np.pad(ids_b, (pad_b, _AROUND + _LONGEST + _SHIFT), constant_values=-2)
    padded_worth = np.pad(worth, (pad_a, _AROUND + _LONGEST))
    offset = np.arange(-_AROUND, _AROUND + _LONGEST)
    place = at_a[:, None] + (offset + pad_a)
    words = padded_a[place]
    start_b = at_b[:, None] + (offset + pad_b)
    met = np.zeros(words.shape, bool)
    for shift in range(-_SHIFT, _SHIFT + 1):
        met |= padded_b[start_b + shift] == words
    met &= (offset < 0) | (offset >= length[:, None])
    total: Weights = np.where(met, padded_worth[place], 0.0).sum(axis=1)
    return total


def near_mark(runs: Runs, a: Prepared, b: Prepared) -> npt.NDArray[np.bool_]:
    """Which runs have an ellipsis or a quotation mark within some words: less may be enough for them."""
    near = np.zeros(len(runs), bool)
    for side, first in ((a, runs.a), (b, runs.b)):
        marked = np.frombuffer(bytes(side.marks), np.uint8) | np.frombuffer(bytes(side.ellipses), np.uint8)
        before = np.concatenate(([0], np.cumsum(marked > 0)))
        start = np.maximum(first - _AROUND, 0)
        near |= before[np.minimum(first + runs.length + _AROUND, side.size)] > before[start]
    return near


def beside_mark(runs: Runs, a: Prepared, b: Prepared) -> npt.NDArray[np.bool_]:
    """Which runs have an ellipsis or a quotation mark right before or after them: the rest may follow beyond it."""
    beside = np.zeros(len(runs), bool)
    for side, first in ((a, runs.a), (b, runs.b)):
        marked = np.frombuffer(bytes(side.marks), np.uint8) | np.frombuffer(bytes(side.ellipses), np.uint8)
        beside |= (marked[first - 1] > 0) & (first > 0)
        beside |= marked[first + runs.length - 1] > 0
    return beside
