"""Two articles: from their runs to the matches worth reporting."""

from __future__ import annotations

import numpy as np

from reader.compare.chains import Effort, chained
from reader.compare.fitting import Fitting, Match
from reader.compare.joining import bridged, joined
from reader.compare.match_ends import with_what_belongs
from reader.compare.prepared import Ids, Prepared, Vocabulary, Weights
from reader.compare.seeds import in_company, shared_runs, split_at_breaks, weighed
from reader.compare.support import near_mark, supported
from reader.compare.tags import without_tags
from reader.compare.thresholds import Thresholds


def matches(a: Prepared, b: Prepared, vocabulary: Vocabulary, limits: Thresholds, effort: Effort) -> list[Match]:
    """What two articles share, strongest first.

    Where words repeat, an alignment has a choice; so the pair is always looked at in one order, the shorter first.
    """
    if not a.size or not b.size:
        return []
    if (a.size, a.text) > (b.size, b.text):
        return [match.turned() for match in matches(b, a, vocabulary, limits, effort)]
    limits = limits.between(a.size, b.size).among(min(a.repetition, b.repetition))
    if a.is_in_characters and b.is_in_characters:
        limits = limits.in_characters()
    by_number = vocabulary.weights(english=a.english and b.english)
    runs = shared_runs(a, b, by_number, limits.pair_weight, limits.seed_repeats)
    effort.seeds += len(runs)
    if not len(runs):
        return []
    weights = pair_weights(a, b, vocabulary, limits)
    runs = split_at_breaks(runs, a, b)
    weight = weighed(runs, weights)
    marked = near_mark(runs, a, b)
    least = np.where(marked, limits.lowest_score, limits.score_at(1.0))
    near = in_company(runs, weight)
    runs = runs.kept(((near >= least) & marked) | supported(runs, weight, a, b, weights, least))
    if not len(runs):
        return []
    listed = runs.listed()
    of_words, of_words_b = weights.tolist(), pair_weights(b, a, vocabulary, limits).tolist()
    chains = chained(listed, [sum(of_words[r.a : r.a + r.length]) for r in listed], a, b, limits, effort)
    fitting = Fitting(a, b, of_words, of_words_b, vocabulary, limits, {**a.acronyms, **b.acronyms})
    found = []
    for chain in chains:
        effort.alignments += 1
        match = fitting.match(chain)
        if match is not None:
            found.append(match)
    found = joined(found, a, b, limits)
    found = bridged([match for match in found if _counts(match, a, b, limits)], a, b, limits)
    found = [without_tags(match, a, b, vocabulary, limits) for match in found]
    return _strongest([with_what_belongs(match, a, b, of_words) for match in found], limits)


def pair_weights(a: Prepared, b: Prepared, vocabulary: Vocabulary, limits: Thresholds) -> Weights:
    """What each word of ``a`` is worth against ``b``: less where both use it all the time."""
    weights = vocabulary.weights(english=a.english and b.english)[a.ids]
    topical = np.intersect1d(_often(a, limits), _often(b, limits), assume_unique=True)
    if len(topical):
        weights[np.isin(a.ids, topical)] *= limits.topical_discount
    return weights


def _often(article: Prepared, limits: Thresholds) -> Ids:
    used, times = article.uses
    return used[times >= max(limits.topical_uses, limits.topical_uses * article.size / 1000)]


def _counts(match: Match, a: Prepared, b: Prepared, limits: Thresholds) -> bool:
    if match.density < limits.density or match.content < limits.content_at(match.score):
        return False
    if match.matched >= limits.words and match.score >= limits.score_at(match.density):
        return True
    if match.matched < limits.least_quoted_words:
        return False
    fills = (_fills_quotation(a, match.a, match.a_end, limits), _fills_quotation(b, match.b, match.b_end, limits))
    if not any(fills):
        return False
    full = match.matched >= limits.words and match.density == 1
    return match.score >= (limits.least_in_full_score(twice=all(fills)) if full else limits.least_quoted_score)


def _fills_quotation(side: Prepared, first: int, last: int, limits: Thresholds) -> bool:
    """Whether the words make up most of a quotation, or stand between marks where none was told apart."""
    around = side.quotation_around(first, last)
    if around is not None:
        start, end = around
        inside = min(end, last) - max(start, first)
        return inside >= limits.fills_quotation * (end - start) and inside >= limits.fills_quotation * (last - first)
    return first > 0 and bool(side.marks[first - 1] & 1) and bool(side.marks[last - 1] & 2)


def _strongest(found: list[Match], limits: Thresholds) -> list[Match]:
    """Without those that lie inside a stronger one on both sides."""
    kept: list[Match] = []
    squares: dict[int, list[Match]] = {}
    for match in sorted(found, key=lambda m: (-m.score, m.a, m.b)):
        around = squares.get((match.a + match.a_end) // 2 // 64, [])
        if any(_inside(match, other, limits.contained) for other in around):
            continue
        kept.append(match)
        for square in range(match.a // 64, match.a_end // 64 + 1):
            squares.setdefault(square, []).append(match)
    return kept


def _inside(match: Match, other: Match, share: float) -> bool:
    inside_a = min(match.a_end, other.a_end) - max(match.a, other.a)
    inside_b = min(match.b_end, other.b_end) - max(match.b, other.b)
    return inside_a >= share * (match.a_end - match.a) and inside_b >= share * (match.b_end - match.b)
