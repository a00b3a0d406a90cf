"""Two articles: from their runs to the matches worth reporting."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

import numpy as np

from reader.compare.chains import Effort, chained
from reader.compare.fitting import Fitting, Match
from reader.compare.gaps import gap_is_announced
from reader.compare.prepared import Prepared, Vocabulary, Weights
from reader.compare.seeds import in_company, shared_runs, split_at_breaks, weighed
from reader.compare.support import near_mark, supported
from reader.compare.thresholds import Thresholds


def matches(a: Prepared, b: Prepared, vocabulary: Vocabulary, limits: Thresholds, effort: Effort) -> list[Match]:
    """What two articles share, strongest first."""
    if not a.size or not b.size:
        return []
    by_number = vocabulary.weights(english=a.english and b.english)
    runs = shared_runs(a, b, by_number, limits.pair_weight, limits.seed_repeats)
    effort.seeds += len(runs)
    if not len(runs):
        return []
    weights = pair_weights(a, b, vocabulary, limits)
    runs = split_at_breaks(runs, a, b)
    weight = weighed(runs, weights)
    least = np.where(near_mark(runs, a, b), limits.lowest_score, limits.score_at(1.0))
    near = in_company(runs, weight)
    runs = runs.kept((near >= least) | supported(runs, weight, a, b, weights, least))
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
    found = _joined(found, a, b, limits)
    return _strongest([match for match in found if _counts(match, a, b, limits)], limits)


def pair_weights(a: Prepared, b: Prepared, vocabulary: Vocabulary, limits: Thresholds) -> Weights:
    """What each word of ``a`` is worth against ``b``: less where both use it all the time."""
    weights = vocabulary.weights(english=a.english and b.english)[a.ids]
    often_a, often_b = _often(a, limits), _often(b, limits)
    topical = often_a & often_b
    if topical:
        weights[np.isin(a.ids, np.fromiter(topical, np.int64, len(topical)))] *= limits.topical_discount
    return weights


def _often(article: Prepared, limits: Thresholds) -> set[int]:
    least = max(limits.topical_uses, limits.topical_uses * article.size / 1000)
    return {number for number, count in article.uses.items() if count >= least}


def _joined(found: list[Match], a: Prepared, b: Prepared, limits: Thresholds) -> list[Match]:
    """Matches put together over an ellipsis or an attribution between them."""
    if len(found) < 2:
        return found
    found.sort(key=lambda match: (match.a, match.b, -match.score))
    starts = [match.a for match in found]
    taken = bytearray(len(found))
    out: list[Match] = []
    for at, match in enumerate(found):
        if taken[at]:
            continue
        while True:
            following = _following(match, found, starts, taken, a, b, limits)
            if following < 0:
                break
            taken[following] = 1
            match = _together(match, found[following], limits)
        out.append(match)
    return out


def _following(
    match: Match,
    found: list[Match],
    starts: list[int],
    taken: bytearray,
    a: Prepared,
    b: Prepared,
    limits: Thresholds,
) -> int:
    best, least = -1, 2 * limits.ellipsis_gap
    for at in range(bisect_left(starts, match.a_end - limits.ellipsis_slack), len(found)):
        other = found[at]
        if other.a - match.a_end > limits.ellipsis_gap:
            break
        lap = _lap(match, other)
        a_end, b_end = match.a_end - lap, match.b_end - lap
        gap = other.a - a_end + other.b - b_end
        if (
            not taken[at]
            and lap <= limits.ellipsis_slack
            and a_end > match.a
            and b_end > match.b
            and other.a > match.a
            and gap < least
            and gap_is_announced(a, b, a_end, other.a, b_end, other.b, limits)
        ):
            best, least = at, gap
    return best


def _lap(one: Match, two: Match) -> int:
    """Words at the end of a match that the next one begins with, on the side where they lap most."""
    return max(0, one.a_end - two.a, one.b_end - two.b)


def _together(one: Match, two: Match, limits: Thresholds) -> Match:
    return replace(
        one,
        a_end=two.a_end,
        b_end=two.b_end,
        matched=one.matched + two.matched - _lap(one, two),
        score=one.score + two.score - limits.join_cost,
        content=min(one.content, two.content),
        announced=True,
    )


def _counts(match: Match, a: Prepared, b: Prepared, limits: Thresholds) -> bool:
    if match.density < limits.density or match.content < limits.content:
        return False
    if match.matched >= limits.words and match.score >= limits.score_at(match.density):
        return True
    full = match.matched >= limits.words and match.density == 1
    return (
        match.matched >= limits.least_quoted_words
        and match.score >= (limits.least_quoted_in_full_score if full else limits.least_quoted_score)
        and (_fills_quotation(a, match.a, match.a_end, limits) or _fills_quotation(b, match.b, match.b_end, limits))
    )


def _fills_quotation(side: Prepared, first: int, last: int, limits: Thresholds) -> bool:
    """Whether the words make up most of a quotation, or stand between marks where quotations were not told apart."""
    around = side.quotation_around(first, last)
    if around is not None:
        start, end = around
        inside = min(end, last) - max(start, first)
        return inside >= limits.fills_quotation * (end - start) and inside >= limits.fills_quotation * (last - first)
    if side.quotations:
        return False
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
