"""What comes closest where two articles share nothing: the weightiest run of words that they have in common."""

from __future__ import annotations

from reader.compare.pairs import pair_weights
from reader.compare.prepared import Prepared, Vocabulary
from reader.compare.seeds import Run, pair_runs, split_at_breaks, weighed
from reader.compare.thresholds import Thresholds


def near_miss(a: Prepared, b: Prepared, vocabulary: Vocabulary, limits: Thresholds) -> Run | None:
    """The run of two words or more with the most weight, cut at sentence ends; None where there is none."""
    runs = pair_runs(a, b, limits.seed_repeats)
    if not len(runs):
        return None
    runs = split_at_breaks(runs, a, b, shared=True)
    runs = runs.kept(runs.length >= 2)
    if not len(runs):
        return None
    weight = weighed(runs, pair_weights(a, b, vocabulary, limits))
    best = int(weight.argmax())
    return Run(int(runs.a[best]), int(runs.b[best]), int(runs.length[best]))
