"""A table with a column an article: what a row is about at the left, in two rows of words, then a cell an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from reader.tui.render.line import Line, Piece, fitted, shortened
from reader.tui.render.wrap import wrap

ROWS = 2
"""Rows of an entry."""
SIGN = 4
"""Cells for the sign in front."""
_LABEL = 34
"""Cells for what a row is about, at the least where there is room."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """``cells`` are short clean words, empty where an article has nothing. A row without cells is a heading."""

    sign: Piece
    label: Piece
    cells: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """The names across, and the rows; ``cell``: the cells of a column, at the least and at the most."""

    names: Sequence[str] = ()
    rows: Sequence[TableRow] = ()
    cell: tuple[int, int] = (8, 16)

    def cell_width(self, width: int) -> int:
        """Cells of a column."""
        least, most = self.cell
        return max(least, min(most, (width - _LABEL) // max(1, len(self.names))))

    def fits(self, width: int) -> int:
        """How many columns show."""
        room = width - min(_LABEL, width // 2)
        return max(1, min(len(self.names), room // self.cell_width(width)))

    def label_width(self, width: int) -> int:
        """Cells for sign and label."""
        return max(0, width - self.fits(width) * self.cell_width(width))

    def header(self, width: int, first: int, column: int) -> Line:
        """The names across, from column ``first``; in front of them which they are, where there are more."""
        size, label = self.cell_width(width), self.label_width(width)
        last = min(len(self.names), first + self.fits(width))
        which = f"{' ' * SIGN}{first + 1}–{last} of {len(self.names)}" if last - first < len(self.names) else ""
        line = [Piece(which[:label].ljust(label), "dim")]
        for number in range(first, last):
            name = shortened(self.names[number], size - 1)
            line.append(Piece(name + " " * (size - cell_len(name)), "accent" if number == column else "dim"))
        return fitted(line, width)

    def entry(self, number: int, width: int, first: int, column: int | None) -> tuple[Line, Line]:
        """The rows of an entry; ``column`` is where the cursor stands, ``None`` where it is on another entry."""
        row = self.rows[number]
        room = (self.label_width(width) if row.cells else width) - SIGN - 1
        labels = _two(row.label, room)
        sign = Piece(" " + row.sign.text + " " * (SIGN - 1 - cell_len(row.sign.text)), row.sign.roles)
        line = [*fitted((sign, labels[0]), SIGN + room + 1)]
        size = self.cell_width(width)
        for at in range(first, min(len(row.cells), first + self.fits(width))):
            text = shortened(row.cells[at].text, size - 1) or (" " * min(3, size - 1) if at == column else "")
            roles = f"{row.cells[at].roles} hit-now".strip() if at == column else row.cells[at].roles
            line += [Piece(text, roles), Piece(" " * (size - cell_len(text)))]
        return fitted(line, width), fitted((Piece(" " * SIGN), labels[1]), width)


def _two(label: Piece, room: int) -> tuple[Piece, Piece]:
    """The words on two rows, cut with ``…`` where they need more."""
    text = label.text
    cuts = wrap(text, 0, len(text), max(1, room))
    first = text[slice(*cuts[0])]
    rest = text[cuts[1][0] :] if len(cuts) > 1 else ""
    return Piece(first, label.roles), Piece(shortened(rest, room), label.roles)
