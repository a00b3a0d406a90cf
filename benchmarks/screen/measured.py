"""A figure with its spread, and the tables."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measured:
    """One line of the tables. ``unit`` is ms, MB, % or ×; ``floor`` and ``goal`` are what it is held against."""

    row: str
    what: str
    subject: str
    size: str
    median: float
    least: float
    greatest: float
    samples: int
    unit: str = "ms"
    floor: float | None = None
    goal: float | None = None

    @property
    def verdict(self) -> str:
        """Whether the goal or the floor is met."""
        if self.floor is None:
            return ""
        if self.goal is not None and self.median <= self.goal:
            return "goal"
        return "floor" if self.median <= self.floor else "missed"


def times(row: str, what: str, subject: str, size: str, seconds: Iterable[float | None], **held: float) -> Measured:
    """A line in ms; samples without an answer are left out. ``floor`` and ``goal`` are in ms too."""
    return amount(row, what, subject, size, [1000 * value for value in seconds if value is not None], "ms", **held)


def amount(row: str, what: str, subject: str, size: str, values: Sequence[float], unit: str, **held: float) -> Measured:
    """A line in any unit."""
    values = sorted(values) or [math.nan]
    spread = statistics.median(values), values[0], values[-1]
    number = len(values) if not math.isnan(values[0]) else 0
    return Measured(row, what, subject, size, *spread, number, unit, held.get("floor"), held.get("goal"))


def ratio(
    what: str, ours: Measured, theirs: Measured, floor: float | None = None, goal: float | None = None
) -> Measured:
    """A median over another one; beside it the least over the least and the greatest over the greatest."""
    return Measured(
        ours.row,
        what,
        f"{ours.subject} : {theirs.subject}" if ours.subject != theirs.subject else ours.subject,
        ours.size if ours.size == theirs.size else f"{ours.size} : {theirs.size}",
        ours.median / theirs.median,
        ours.least / theirs.least,
        ours.greatest / theirs.greatest,
        min(ours.samples, theirs.samples),
        "×",
        floor,
        goal,
    )


def tables(lines: Sequence[Measured]) -> str:
    """All lines, a table for each row; then those with a floor, in one."""
    out: list[str] = []
    for row in dict.fromkeys(line.row for line in lines):
        out += ["", f"### {row}", "", *_table([line for line in lines if line.row == row])]
    held = [line for line in lines if line.floor is not None]
    if held:
        out += ["", "### Floors and goals", "", *_table(held)]
    return "\n".join(out)


def _table(lines: Sequence[Measured]) -> list[str]:
    out = [
        "| what | size | program | median | least to greatest | n | floor, goal | met |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for line in lines:
        digits = 2 if line.unit == "×" or line.median < 10 else 1
        held = "" if line.floor is None else f"{line.floor:g}" + ("" if line.goal is None else f", {line.goal:g}")
        spread = f"{line.least:.{digits}f} to {line.greatest:.{digits}f}"
        figure = f"{line.median:.{digits}f} {line.unit}"
        cells = (line.what, line.size, line.subject, figure, spread, str(line.samples), held, line.verdict)
        out.append(f"| {' | '.join(cells)} |")
    return out
