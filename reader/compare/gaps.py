"""What stands between two matches: what it costs, and whether marks in the text account for it."""

from __future__ import annotations

from reader.compare.prepared import Prepared
from reader.compare.thresholds import Thresholds


def gap_cost(gap_a: int, gap_b: int, limits: Thresholds) -> float:
    """What unmatched words between two matches cost; rewording on both sides costs more than words put in."""
    return limits.gap_cost * (max(gap_a, gap_b) + max(0, min(gap_a, gap_b) - limits.light_rewording))


def gap_is_announced(
    a: Prepared, b: Prepared, a_end: int, a_next: int, b_end: int, b_next: int, limits: Thresholds
) -> bool:
    """Whether marks say why words stand between two matches on one side only: an ellipsis, or an attribution."""
    gap_a, gap_b = a_next - a_end, b_next - b_end
    if gap_a == gap_b:
        return False
    short, short_end, short_next = (a, a_end, a_next) if gap_a < gap_b else (b, b_end, b_next)
    long, long_end, long_next = (b, b_end, b_next) if gap_a < gap_b else (a, a_end, a_next)
    dropped = max(gap_a, gap_b)
    if short_next - short_end > limits.ellipsis_slack or min(gap_a, gap_b) < 0:
        return False
    if dropped <= limits.ellipsis_gap and any(short.ellipses[max(short_end - 1, 0) : short_next]):
        return True
    return (
        dropped <= limits.attribution_gap and bool(long.marks[long_end - 1] & 2) and bool(long.marks[long_next - 1] & 1)
    )
