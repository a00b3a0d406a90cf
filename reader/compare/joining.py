"""Matches of two articles put together: over an ellipsis, an attribution, or the reworded middle of a sentence."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from reader.compare.fitting import Match
from reader.compare.gaps import gap_is_announced
from reader.compare.prepared import Prepared
from reader.compare.thresholds import LONG_PASSAGE, Thresholds

_LOOKED_BACK = 32
"""Matches before one that are looked at, to bound the steps; more lie so close only where a text repeats itself."""


def joined(found: list[Match], a: Prepared, b: Prepared, limits: Thresholds) -> list[Match]:
    """Matches put together over an ellipsis or an attribution between them."""
    if len(found) < 2:
        return found
    found.sort(key=lambda match: (match.a, match.b, -match.score))
    starts = [match.a for match in found]
    after: dict[int, int] = {}
    taken: set[int] = set()
    for at in sorted(range(len(found)), key=lambda at: -found[at].score):
        following = _following(found[at], found, starts, taken, a, b, limits)
        if following >= 0:
            after[at] = following
            taken.add(following)
    out: list[Match] = []
    for at, match in enumerate(found):
        if at in taken:
            continue
        while at in after:
            at = after[at]
            match = _together(match, found[at], limits)
        out.append(match)
    return out


def _following(
    match: Match,
    found: list[Match],
    starts: list[int],
    taken: set[int],
    a: Prepared,
    b: Prepared,
    limits: Thresholds,
) -> int:
    best, least = -1, 2 * limits.ellipsis_gap
    for at in range(bisect_left(starts, match.a_end - limits.ellipsis_lap), len(found)):
        other = found[at]
        if other.a - match.a_end > limits.ellipsis_gap:
            break
        lap = _lap(match, other)
        a_end, b_end = match.a_end - lap, match.b_end - lap
        gap = other.a - a_end + other.b - b_end
        if (
            at not in taken
            and lap <= limits.ellipsis_lap
            and a_end > match.a
            and b_end > match.b
            and other.a > match.a
            and gap < least
            and (
                gap_is_announced(a, b, a_end, other.a, b_end, other.b, limits)
                or (lap and gap_is_announced(a, b, match.a_end, other.a + lap, match.b_end, other.b + lap, limits))
            )
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


def bridged(found: list[Match], a: Prepared, b: Prepared, limits: Thresholds) -> list[Match]:
    """Matches that each count, and follow one another in one sentence on both sides, or at length without a gap, as
    one match."""
    out: list[Match] = []
    for match in sorted(found, key=lambda match: (match.a, match.b)):
        first = max(-1, len(out) - _LOOKED_BACK)
        last = next((at for at in range(len(out) - 1, first, -1) if _bridges(out[at], match, a, b, limits)), -1)
        if last < 0:
            out.append(match)
            continue
        one = out[last]
        out[last] = replace(
            one,
            a_end=match.a_end,
            b_end=match.b_end,
            matched=one.matched + match.matched,
            score=one.score + match.score - limits.join_cost,
            content=min(one.content, match.content),
            announced=one.announced or match.announced,
        )
    return out


def _bridges(one: Match, two: Match, a: Prepared, b: Prepared, limits: Thresholds) -> bool:
    gap_a, gap_b = two.a - one.a_end, two.b - one.b_end
    if gap_a == gap_b == 0 and min(one.matched, two.matched) >= LONG_PASSAGE:
        return True  # a paragraph ends here on one side only, and the text goes on on both
    if not (0 <= gap_a <= limits.bridge and 0 <= gap_b <= limits.bridge):
        return False
    if a.breaks_between(one.a_end - 1, two.a) or b.breaks_between(one.b_end - 1, two.b):
        return False
    longer = max(two.a_end - one.a, two.b_end - one.b)
    return one.matched + two.matched >= limits.bridged_density * longer
