"""Runs that belong together: the same sentence with words changed, dropped or put in between.

Chains are found by dynamic programming over the runs, in order of the text. A run looks for its forerunner only
among those that end close to where it begins on both sides (a grid of squares finds them), so that the cost is
linear in the runs.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from reader.compare.gaps import gap_cost, gap_is_announced
from reader.compare.prepared import Prepared
from reader.compare.seeds import Run
from reader.compare.thresholds import Thresholds

_CROWD = 12
"""Runs kept in one square of the grid; more are found only where a text repeats itself all the time."""


@dataclass(slots=True)
class Effort:
    """What a comparison has cost so far, in steps. Tests hold its growth against the size of the texts."""

    seeds: int = 0
    links: int = 0
    alignments: int = 0

    @property
    def steps(self) -> int:
        """All steps together."""
        return self.seeds + self.links + self.alignments


@dataclass(slots=True)
class _Grid:
    side: int
    squares: dict[tuple[int, int], deque[int]] = field(default_factory=dict)

    def put(self, a: int, b: int, run: int) -> None:
        key = (a // self.side, b // self.side)
        square = self.squares.get(key)
        if square is None:
            square = self.squares[key] = deque(maxlen=_CROWD)
        square.append(run)

    def near(self, a: int, b: int) -> list[int]:
        row, column = a // self.side, b // self.side
        found: list[int] = []
        for at in (row - 1, row, row + 1):
            for across in (column - 1, column, column + 1):
                square = self.squares.get((at, across))
                if square:
                    found.extend(square)
        return found


def chained(
    runs: list[Run], weights: list[float], a: Prepared, b: Prepared, limits: Thresholds, effort: Effort
) -> list[list[Run]]:
    """Chains of runs, strongest first; every run is in one chain. ``runs`` are in order of their first words."""
    scores = list(weights)
    before = [-1] * len(runs)
    grid = _Grid(limits.gap + 1)
    for at, run in enumerate(runs):
        for other in grid.near(run.a, run.b):
            effort.links += 1
            gained = _link(runs[other], run, weights[at], a, b, limits)
            if gained is None:
                continue
            score = scores[other] + gained
            if score > scores[at] and score > scores[other]:
                scores[at], before[at] = score, other
        grid.put(run.a + run.length, run.b + run.length, at)
    return _chains(runs, scores, before)


def _link(other: Run, run: Run, weight: float, a: Prepared, b: Prepared, limits: Thresholds) -> float | None:
    """What ``run`` adds to a chain that ends with ``other``; None where it cannot follow."""
    end_a, end_b = other.a + other.length, other.b + other.length
    gap_a, gap_b = run.a - end_a, run.b - end_b
    if gap_a > limits.gap or gap_b > limits.gap or other.a >= run.a or other.b >= run.b:
        return None
    lapped = max(0, -min(gap_a, gap_b))
    if lapped >= run.length or lapped >= other.length:
        return None
    breaks_a = a.breaks_between(end_a - 1, run.a + lapped)
    breaks_b = b.breaks_between(end_b - 1, run.b + lapped)
    cost = gap_cost(max(gap_a, 0), max(gap_b, 0), limits)
    if gap_a != gap_b and gap_is_announced(a, b, end_a, run.a, end_b, run.b, limits):
        return weight * (run.length - lapped) / run.length - min(cost, limits.join_cost)
    if breaks_a or breaks_b:
        hard = a.block_ends_between(end_a - 1, run.a + lapped) or b.block_ends_between(end_b - 1, run.b + lapped)
        if max(gap_a, gap_b) > (0 if hard else limits.gap_at_break) or (hard and not (breaks_a and breaks_b)):
            return None
    if breaks_a != breaks_b:
        cost += limits.break_cost * abs(breaks_a - breaks_b)
    else:
        cost += limits.shared_break_cost * breaks_a
    return weight * (run.length - lapped) / run.length - cost


def _chains(runs: list[Run], scores: list[float], before: list[int]) -> list[list[Run]]:
    used = bytearray(len(runs))
    chains: list[list[Run]] = []
    for start in sorted(range(len(runs)), key=lambda at: -scores[at]):
        if used[start]:
            continue
        members = []
        at = start
        while at >= 0 and not used[at]:
            used[at] = 1
            members.append(runs[at])
            at = before[at]
        members.reverse()
        chains.append(_without_laps(members))
    return chains


def _without_laps(members: list[Run]) -> list[Run]:
    """The runs of a chain, cut so that none begins before the one in front has ended on both sides."""
    out: list[Run] = []
    end_a = end_b = 0
    for run in members:
        lapped = max(0, end_a - run.a, end_b - run.b)
        if lapped < run.length:
            out.append(Run(run.a + lapped, run.b + lapped, run.length - lapped))
            end_a, end_b = run.a + run.length, run.b + run.length
    return out
