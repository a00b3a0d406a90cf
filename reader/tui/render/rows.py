"""The row engine: a text of many units as numbered rows at one width, made only where somebody looks.

Units are gathered into chunks of about 32,000 characters. A chunk is wrapped when one of its rows is asked for; the
height of the others is an estimate. Asking for a row, for the row of a character, or for the character of a row
costs what one chunk costs, whatever the length of the text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from reader.tui.render.wrap import wrap

CHUNK = 32_768
"""Characters a chunk holds at the least, and a unit at the most: about 2 ms of wrapping."""
SPARE = 1.08
"""Rows a paragraph takes over its length by its width: words do not fill a row."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of text that is set as one, with what stands in front of its rows."""

    start: int
    end: int
    roles: str = ""
    lead: str = ""
    """In front of the first row (a bullet); the other rows are indented by as much."""
    hang: str = ""
    """In front of the other rows; blanks where it is shorter than ``lead``."""
    gap: int = 1
    """Blank rows before it."""
    label: str = ""
    """Shown instead of the text: the unit is folded, and takes one row."""


class Row(NamedTuple):
    """One row: ``text[start:end]`` of a unit. A blank row has unit -1 and points where the next text begins."""

    start: int
    end: int
    unit: int
    first: bool


class Rows:
    """The rows of one text at one width."""

    def __init__(
        self,
        display: str,
        units: Sequence[Unit],
        width: int,
        extra: Mapping[int, int] | None = None,
    ) -> None:
        """``display`` is the cleaned twin with blanks for line breaks; ``width`` the measure in cells."""
        self.display = display
        self.width = max(1, width)
        self.units = _pieces(units)
        self._extra = extra or {}
        self._extra_at = sorted(self._extra)
        self._cuts = _chunks(self.units)
        self._made: list[list[Row] | None] = [None] * (len(self._cuts) - 1)
        self._heights = [self._estimate(chunk) for chunk in range(len(self._made))]
        self._tops = [0, *accumulate(self._heights)]
        self._starts = [self.units[first].start for first in self._cuts[:-1]]

    @property
    def total(self) -> int:
        """How many rows there are: exact where all chunks were made, an estimate elsewhere."""
        return self._tops[-1]

    def row(self, number: int) -> Row | None:
        """The row of that number, from 0; ``None`` after the last and before the first."""
        while 0 <= number < self._tops[-1]:
            chunk = bisect_right(self._tops, number) - 1
            rows = self._chunk(chunk)
            place = number - self._tops[chunk]
            if place < len(rows):
                return rows[place]
        return None

    def row_of(self, offset: int) -> int:
        """The number of the row in which the character at ``offset`` stands, or the nearest before it."""
        if not self._made:
            return 0
        chunk = max(0, bisect_right(self._starts, offset) - 1)
        rows = self._chunk(chunk)
        place = bisect_right(rows, offset, key=lambda row: row.start) - 1
        while place > 0 and rows[place].unit < 0:
            place -= 1
        return self._tops[chunk] + max(0, place)

    def offset_of(self, number: int) -> int:
        """Where the row of that number begins, in code points; clamped to the text."""
        if not self._made:
            return 0
        row = self.row(max(0, number))
        if row is None:
            last = self._chunk(len(self._made) - 1)
            return last[-1].start
        return row.start

    def settle(self) -> int:
        """Makes the last chunk, so that the end of the text is where it will be. Returns the total."""
        if self._made:
            self._chunk(len(self._made) - 1)
        return self.total

    def _estimate(self, chunk: int) -> int:
        units = self.units[self._cuts[chunk] : self._cuts[chunk + 1]]
        rows = 0
        for unit in units:
            room = max(1, self.width - len(unit.lead))
            rows += unit.gap + (1 if unit.label else int((unit.end - unit.start) / room * SPARE) + 1)
        return max(1, rows)

    def _chunk(self, chunk: int) -> list[Row]:
        rows = self._made[chunk]
        if rows is None:
            rows = self._make(self._cuts[chunk], self._cuts[chunk + 1])
            self._made[chunk] = rows
            if len(rows) != self._heights[chunk]:
                self._heights[chunk] = len(rows)
                self._tops = [0, *accumulate(self._heights)]
        return rows

    def _make(self, first: int, last: int) -> list[Row]:
        rows: list[Row] = []
        for number in range(first, last):
            unit = self.units[number]
            rows.extend([Row(unit.start, unit.start, -1, False)] * unit.gap)
            if unit.label:
                rows.append(Row(unit.start, unit.end, number, True))
                continue
            cuts = wrap(self.display, unit.start, unit.end, self.width - len(unit.lead), self._added(unit))
            rows.extend(Row(start, end, number, place == 0) for place, (start, end) in enumerate(cuts))
        return rows

    def _added(self, unit: Unit) -> Mapping[int, int] | None:
        if not self._extra:
            return None
        place = bisect_right(self._extra_at, unit.start - 1)
        touched = place < len(self._extra_at) and self._extra_at[place] <= unit.end
        return self._extra if touched else None


def _pieces(units: Sequence[Unit]) -> list[Unit]:
    """The units, those that are longer than a chunk cut into several."""
    if all(unit.end - unit.start <= 2 * CHUNK or unit.label for unit in units):
        return list(units)
    out: list[Unit] = []
    for unit in units:
        if unit.label or unit.end - unit.start <= 2 * CHUNK:
            out.append(unit)
            continue
        for start in range(unit.start, unit.end, CHUNK):
            begins = start == unit.start
            out.append(
                Unit(
                    start,
                    min(start + CHUNK, unit.end),
                    unit.roles,
                    unit.lead if begins else unit.hang.ljust(len(unit.lead)),
                    unit.hang,
                    unit.gap if begins else 0,
                )
            )
    return out


def _chunks(units: Sequence[Unit]) -> list[int]:
    """The numbers of the units at which chunks begin, and the number of units at the end."""
    cuts, held = [0], 0
    for number, unit in enumerate(units):
        if held >= CHUNK:
            cuts.append(number)
            held = 0
        held += unit.end - unit.start + 40
    if units:
        cuts.append(len(units))
    return cuts
