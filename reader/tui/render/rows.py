"""The row engine: a text of many units as numbered rows at one width, made only where somebody looks.

Units are gathered into chunks of about 32,000 characters. A chunk is wrapped when one of its rows is asked for; the
height of the others is an estimate. Asking for a row, for the row of a character, or for the character of a row
costs what one chunk costs, whatever the length of the text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple, Protocol

from reader.tui.render.wrap import wrap

CHUNK = 32_768
"""Characters a chunk holds at the least, and a unit at the most: about 2 ms of wrapping."""
SPARE = 1.08
"""Rows a paragraph takes over its length by its width: words do not fill a row."""


class Shown(Protocol):
    """What is displayed: a string, or something that makes the part that is asked for."""

    def __getitem__(self, part: slice, /) -> str:
        """A stretch, in code points."""
        ...

    def __len__(self) -> int:
        """Code points in all."""
        ...


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
    joins: bool | None = None
    """Not ``None``: many paragraphs that nobody has told apart yet. They end at blank lines where lines are joined, at
    every line where they are not."""


class Row(NamedTuple):
    """One row: ``text[start:end]`` of a unit. A blank row has unit -1 and points where the next text begins."""

    start: int
    end: int
    unit: int
    first: bool


class Chunks:
    """Units gathered into chunks: what rows at every width have in common. Made once for a text."""

    def __init__(self, units: Sequence[Unit]) -> None:
        """Units that are longer than a chunk are cut into several."""
        self.units = _pieces(units)
        self.cuts = _cuts(self.units)
        """The numbers of the units at which chunks begin, and the number of units at the end."""
        self.starts = [self.units[first].start for first in self.cuts[:-1]]
        self._sizes = [self._size(first, last) for first, last in zip(self.cuts, self.cuts[1:], strict=False)]

    def _size(self, first: int, last: int) -> tuple[int, int]:
        """Rows that a chunk has at any width, and characters that fill rows."""
        units = self.units[first:last]
        filling = sum(unit.end - unit.start for unit in units if not unit.label)
        return sum(unit.gap + 1 for unit in units), filling

    def heights(self, width: int) -> list[int]:
        """An estimate of the rows of each chunk."""
        return [max(1, fixed + int(filling / width * SPARE)) for fixed, filling in self._sizes]


class Rows:
    """The rows of one text at one width."""

    def __init__(
        self,
        display: Shown,
        units: Sequence[Unit] | Chunks,
        width: int,
        extra: Mapping[int, int] | None = None,
    ) -> None:
        """``display`` is the cleaned twin with blanks for line breaks; ``width`` the measure in cells."""
        self.display = display
        self.width = max(1, width)
        self._chunks = units if isinstance(units, Chunks) else Chunks(units)
        self.units = self._chunks.units
        self._extra = extra or {}
        self._extra_at = sorted(self._extra)
        self._cuts = self._chunks.cuts
        self._starts = self._chunks.starts
        self._made: list[list[Row] | None] = [None] * (len(self._cuts) - 1)
        self._heights = self._chunks.heights(self.width)
        self._tops = [0, *accumulate(self._heights)]

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

    def steady(self, top: int, height: int) -> int:
        """The number of the row that is meant by ``top``, when ``height`` rows from there on are made.

        What is made for the first time has other rows than was thought, and moves all below it. Where the rows that
        begin at ``top`` lead into some that are made already, those stay where they are.
        """
        if not self._made or not 0 <= top < self._tops[-1]:
            return top
        chunk = bisect_right(self._tops, top) - 1
        last = bisect_right(self._tops, top + height - 1) - 1
        anchor = next((at for at in range(chunk, min(last, len(self._made) - 1) + 1) if self._made[at]), None)
        if anchor is None:
            self._chunk(chunk)
            return top
        rows = self._tops[anchor] - top
        while rows > 0 and anchor > 0:
            anchor -= 1
            rows -= len(self._chunk(anchor))
        return max(0, self._tops[anchor] - rows)

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
        base = self.units[first].start
        part = self.display[base : self.units[last - 1].end]
        for number in range(first, last):
            unit = self.units[number]
            rows.extend([Row(unit.start, unit.start, -1, False)] * unit.gap)
            if unit.label:
                rows.append(Row(unit.start, unit.end, number, True))
                continue
            if unit.joins is not None:
                rows.extend(self._undivided(number, part, base))
                continue
            room = self.width - len(unit.lead)
            cuts = wrap(part, unit.start - base, unit.end - base, room, self._added(unit, base))
            rows.extend(Row(base + start, base + end, number, place == 0) for place, (start, end) in enumerate(cuts))
        return rows

    def _undivided(self, number: int, part: str, base: int) -> Iterator[Row]:
        """The rows of a unit that holds many paragraphs, a blank row between two of them."""
        unit = self.units[number]
        first = True
        for start, end in paragraphs(self.display, unit):
            if not first:
                yield Row(start, start, -1, False)
            cuts = wrap(part, start - base, end - base, self.width)
            for place, (a, b) in enumerate(cuts):
                yield Row(base + a, base + b, number, place == 0)
            first = False
        if first:
            yield Row(unit.start, unit.start, number, True)

    def added_at(self, offset: int) -> int:
        """The cells that the display adds at a code point."""
        return self._extra.get(offset, 0)

    def _added(self, unit: Unit, base: int) -> Mapping[int, int] | None:
        """The cells that the display adds inside a unit, counted from ``base``; ``None`` where it adds none."""
        place = bisect_right(self._extra_at, unit.start - 1)
        if place == len(self._extra_at) or self._extra_at[place] > unit.end:
            return None
        return {at - base: self._extra[at] for at in self._extra_at[place : bisect_right(self._extra_at, unit.end)]}


def paragraphs(display: Shown, unit: Unit) -> list[tuple[int, int]]:
    """The paragraphs of an undivided unit, without blanks around them."""
    lines = getattr(display, "lines", None)
    if lines is None:
        return [(unit.start, unit.end)]
    out: list[tuple[int, int]] = []
    follows = False
    for start, end in lines(unit.start, unit.end):
        if start == end:
            follows = False
        elif follows and unit.joins:
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
            follows = True
    return out


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
                    joins=unit.joins,
                )
            )
    return out


def _cuts(units: Sequence[Unit]) -> list[int]:
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
