"""The matrix of all pairs: how much of each article, down, stands in each other one, across."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from reader.tui.render.line import Line, Piece, fitted, shortened
from reader.tui.render.particulars import counted, percent

_NAME_IN_SENTENCE = 22
NAMES = 26
"""Cells for the names at the left, at the most."""


@dataclass(frozen=True, slots=True)
class Cell:
    """``words`` of an article stand in another one: ``share`` percent of it."""

    words: int
    share: float


@dataclass(frozen=True, slots=True)
class Grid:
    """Names, and a cell for every ordered pair that was matched; ``None`` of a pair: not matched yet."""

    names: Sequence[str]
    cells: Mapping[tuple[int, int], Cell]

    def label_width(self, width: int) -> int:
        """Cells for the names at the left."""
        longest = max((cell_len(name) for name in self.names), default=0) + 6
        return min(NAMES, longest, max(8, width // 3))

    def cell_width(self, width: int) -> int:
        """Cells for a column: with words behind the percent where there is room."""
        room = (width - self.label_width(width)) // max(1, len(self.names))
        return max(8, min(16, room))

    def fits(self, width: int) -> int:
        """How many columns show."""
        return max(1, (width - self.label_width(width)) // self.cell_width(width))

    def header(self, width: int, first: int, column: int) -> Line:
        """The names across, from column ``first``."""
        size = self.cell_width(width)
        line = [Piece(" " * self.label_width(width))]
        for number in range(first, min(len(self.names), first + self.fits(width))):
            name = shortened(f"{number + 1} {self.names[number]}", size - 1)
            line.append(Piece(" " * (size - cell_len(name)) + name, "accent" if number == column else "dim"))
        return fitted(line, width)

    def row(self, number: int, width: int, first: int, column: int | None) -> Line:
        """The row of an article; ``column`` is where the cursor stands, ``None`` where it is on another row."""
        names, size = self.label_width(width), self.cell_width(width)
        name = shortened(f" {number + 1} {self.names[number]}", names - 1)
        line = [Piece(name + " " * (names - cell_len(name)), "strong" if column is not None else "")]
        for other in range(first, min(len(self.names), first + self.fits(width))):
            text, roles = self._cell(number, other, size)
            blank = size - cell_len(text)
            line.append(Piece(" " * blank))
            line.append(Piece(text, f"{roles} hit-now".strip() if other == column else roles))
        return fitted(line, width)

    def _cell(self, number: int, other: int, size: int) -> tuple[str, str]:
        if number == other:
            return "  ", "dim"
        cell = self.cells.get((number, other))
        if cell is None:
            return "…", "dim"
        if not cell.words:
            return "·", "dim"
        text = percent(cell.share)
        if size >= 13:
            text += f" {cell.words:>4}w"
        return text, "strong" if cell.share >= 10 else ""

    def sentence(self, number: int, other: int) -> str:
        """Both directions of a pair in words, for the status line."""
        if number == other:
            return f"{self.names[number]}: choose another column"
        here, there = self.cells.get((number, other)), self.cells.get((other, number))
        if here is None or there is None:
            return "matching …"
        one, two = (shortened(self.names[place], _NAME_IN_SENTENCE) for place in (number, other))
        if not here.words:
            return f"{one} and {two} share no passage; Enter shows how near they come"
        return (
            f"{percent(here.share)} of {one} is in {two} ({counted(here.words, 'word')}), "
            f"{percent(there.share)} of {two} is in {one}"
        )
