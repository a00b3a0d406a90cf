"""Two or three columns that face each other, or stand one below the other: the compare view without its widget.

It knows which column has the keys, which passage is visited, and how the others follow when one is scrolled. Its
lines have headers, columns and the signs between them; all is made from :class:`Column`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.tui.render.column import Column
from reader.tui.render.line import Line, Piece, cells, fitted, spread, whole
from reader.tui.render.marks import Mark
from reader.tui.render.tie import Anchor, backbone, counterpart

STACKED_BELOW = 80
"""Cells under which columns stand one below the other: 39 for each, less the gutter, is a row of 33."""
HEADER = 2


@dataclass(frozen=True, slots=True)
class Header:
    """What stands over a column: who it is, and how much of it is in the others."""

    name: Line
    share: Line


class Facing:
    """Columns with their headers in a rectangle of cells."""

    def __init__(self, columns: Sequence[Column], headers: Sequence[Header]) -> None:
        """As many headers as columns."""
        self.columns = list(columns)
        self.headers = list(headers)
        self.lead = 0
        self.tied = True
        self.stacks: bool | None = None
        """Whether the columns stand one below the other; ``None``: as the width asks."""
        self.passage: int | None = None
        self.width = self.height = 0
        self._chains: dict[tuple[int, int], list[Anchor]] = {}
        self._visited: list[Mark | None] = [None] * len(self.columns)

    # Setting

    @property
    def stacked(self) -> bool:
        """Whether the columns stand one below the other."""
        return self.width < STACKED_BELOW if self.stacks is None else self.stacks

    def set(self, width: int, height: int, measure: int) -> None:
        """Sets all columns for a rectangle."""
        self.width, self.height = width, height
        for number, column in enumerate(self.columns):
            if self.stacked:
                column.set(width, max(1, self._bottoms[number] - self._tops[number] - self._head(number)), measure)
            else:
                column.set(self._widths[number], max(1, height - HEADER - 1), measure)

    @property
    def _widths(self) -> list[int]:
        count = len(self.columns)
        room = self.width - (count - 1)
        return [room // count + (1 if number < room % count else 0) for number in range(count)]

    @property
    def _tops(self) -> list[int]:
        count = len(self.columns)
        return [number * self.height // count for number in range(count)]

    @property
    def _bottoms(self) -> list[int]:
        return [*self._tops[1:], self.height]

    def _head(self, number: int) -> int:
        """Rows above the text of a column that stands below another, or above it: a rule parts the two."""
        return HEADER + (1 if number else 0)

    @property
    def joints(self) -> list[int]:
        """The cells in a row where the signs between columns stand; none where they are stacked."""
        if self.stacked:
            return []
        out, at = [], 0
        for width in self._widths[:-1]:
            at += width
            out.append(at)
            at += 1
        return out

    # Scrolling

    @property
    def page(self) -> int:
        """Rows of text that show in the column that has the keys."""
        return self.columns[self.lead].height

    def scroll(self, rows: int) -> bool:
        """Scrolls the column that has the keys, the others with it where they are tied. Whether anything moved."""
        column = self.columns[self.lead]
        moved = column.move_to(column.top + rows)
        if moved and self.tied:
            self._follow()
        return moved

    def scroll_to_edge(self, *, end: bool) -> bool:
        """To the beginning or the end; of all columns, where they are tied."""
        chosen = self.columns if self.tied else [self.columns[self.lead]]
        moved = [column.move_to(column.total if end else 0) for column in chosen]
        return any(moved)

    def _follow(self) -> None:
        """Puts the others where the column that has the keys is: level at a third of the height."""
        lead = self.columns[self.lead]
        level = lead.height // 3
        here = lead.offset_of(lead.top + level)
        for number, column in enumerate(self.columns):
            if number == self.lead:
                continue
            ends = (len(lead.sheet.display), len(column.sheet.display))
            there = counterpart(self._chain(number), here, ends)
            target = column.row_of(there) - column.height // 3
            if level and lead.top < level:
                target = target * lead.top // level
            column.move_to(column.lowest if lead.top >= lead.lowest else target)

    def _chain(self, other: int) -> list[Anchor]:
        """The passages at which another column is tied to the one that has the keys."""
        chain = self._chains.get((self.lead, other))
        if chain is None:
            anchors = self._anchors(other)
            through = next((anchor for number, anchor in anchors if number == self.passage), None)
            chain = backbone((anchor for _, anchor in anchors), through)
            self._chains[self.lead, other] = chain
        return chain

    def _anchors(self, other: int) -> list[tuple[int, Anchor]]:
        theirs = {mark.passage: mark for mark in reversed(self.columns[other].marks.marks)}
        out: list[tuple[int, Anchor]] = []
        seen: set[int] = set()
        for mark in self.columns[self.lead].marks.marks:
            if mark.passage in theirs and mark.passage not in seen:
                seen.add(mark.passage)
                here, there = mark, theirs[mark.passage]
                if mark.passage == self.passage:
                    here, there = self._visited[self.lead] or here, self._visited[other] or there
                out.append((mark.passage, Anchor(here.start, there.start, mark.end - mark.start)))
        return out

    # Passages

    @property
    def visited(self) -> Mark | None:
        """The place of the visited passage in the column that has the keys."""
        return self._visited[self.lead] if self.passage is not None else None

    def leave(self) -> None:
        """Lifts out no passage any more."""
        self.passage = None
        self._visited = [None] * len(self.columns)
        self._chains.clear()
        for column in self.columns:
            column.visit(None)

    def only_here(self, dims: bool) -> None:
        """Dims what is shared in every column, or no longer."""
        for column in self.columns:
            column.only_here = dims

    def visit(self, passage: int, occurrence: int = 0) -> None:
        """Lifts a passage out in every column and levels them there, at a third of the height.

        ``occurrence`` chooses among several in the column that has the keys.
        """
        self.passage = passage
        self._chains.clear()
        if not self.columns[self.lead].marks.of_passage(passage):
            holders = [n for n, column in enumerate(self.columns) if column.marks.of_passage(passage)]
            self.lead = holders[0] if holders else self.lead
        for number, column in enumerate(self.columns):
            column.visit(passage)
            marks = column.marks.of_passage(passage)
            chosen = occurrence if number == self.lead else 0
            self._visited[number] = marks[min(chosen, len(marks) - 1)] if marks else None
            self._show(number)

    def _show(self, number: int) -> None:
        mark, column = self._visited[number], self.columns[number]
        if mark:
            column.move_to(column.row_of(mark.start) - column.height // 3)

    def to_counterpart(self) -> Mark | None:
        """Gives the keys to the next place where the visited passage stands, over all columns, round and round."""
        if self.passage is None:
            return None
        places = [
            (number, place)
            for number, column in enumerate(self.columns)
            for place in range(len(column.marks.of_passage(self.passage)))
        ]
        marks = self.columns[self.lead].marks.of_passage(self.passage)
        now = self._visited[self.lead]
        here = (self.lead, marks.index(now) if now in marks else 0)
        if len(places) < 2:
            return None
        self.lead, place = places[(places.index(here) + 1) % len(places)]
        self._visited[self.lead] = self.columns[self.lead].marks.of_passage(self.passage)[place]
        self._show(self.lead)
        self._chains.clear()
        return self._visited[self.lead]

    def near(self) -> Mark | None:
        """The first passage that shows in the column that has the keys."""
        column = self.columns[self.lead]
        for row in range(column.top, column.top + column.height):
            if mark := column.mark_at(row):
                return mark
        return None

    # Painting

    def column_at(self, x: int, y: int) -> int:
        """The number of the column at a cell."""
        if self.stacked:
            return max(n for n, top in enumerate(self._tops) if top <= max(0, y))
        at = 0
        for number, width in enumerate(self._widths):
            at += width + 1
            if x < at:
                return number
        return len(self.columns) - 1

    def cell_in(self, number: int, x: int, y: int) -> tuple[int, int]:
        """A cell as one of a column: 0, 0 is where its first row begins."""
        if self.stacked:
            return x, y - self._tops[number] - self._head(number)
        return x - sum(self._widths[:number]) - number, y - HEADER - 1

    def mark_at_line(self, y: int) -> Mark | None:
        """The mark on a line of the column that has the keys."""
        column = self.columns[self.lead]
        inner = self.cell_in(self.lead, 0, y)[1]
        return column.mark_at(column.top + inner) if inner >= 0 else None

    def line(self, y: int) -> Line:
        """The line at ``y``: exactly ``width`` cells."""
        if self.stacked:
            number = self.column_at(0, y)
            inner = y - self._tops[number] - self._head(number)
            if inner == -HEADER:
                return self._name(number, self.width)
            return self.columns[number].line(inner) if inner >= 0 else (Piece("─" * self.width, "faint"),)
        if y == HEADER:
            rule = "┼".join("─" * width for width in self._widths)
            return (Piece(rule, "faint"),)
        out: list[Piece] = []
        for number, width in enumerate(self._widths):
            if number:
                out.append(Piece("│", "faint"))
            if y == 0:
                out += self._name(number, width)
            elif y == 1:
                out += fitted((Piece("  "), *whole(self.headers[number].share, width - 3)), width)
            else:
                out += self.columns[number].line(y - HEADER - 1)
        return tuple(out)

    def _name(self, number: int, width: int) -> Line:
        """Who it is; a sign where the keys are; whether the columns are tied."""
        sign = Piece("▸ " if number == self.lead else "  ", "accent")
        tie = Piece("⇄ tied " if self.tied else "⇵ free ", "dim") if number == 0 else Piece("")
        share = self.headers[number].share if self.stacked else ()
        right = (*share, Piece("  ") if share else Piece(""), tie)
        name = whole(self.headers[number].name, width - cells((sign, *right)) - 1)
        return spread((sign, *name), right, width, keeps=True)
