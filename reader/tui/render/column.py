"""One article in one column: gutter, text, strip. The reading pane is one column, the compare view two or three.

A column knows its rows and what lies on them; it is told its width and which row is on top, and gives lines.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.text.spans import Span
from reader.tui.render.annotations import Annotations
from reader.tui.render.layers import Layer, SpanLayer, Stretch, pieces
from reader.tui.render.line import Line, Piece, cells, fitted, joined, whole
from reader.tui.render.marks import EDGES, Mark, Marks
from reader.tui.render.rows import Row, Rows
from reader.tui.render.sheet import Sheet

STRIP = 1
"""Cells at the right for the strip: where passages stand, and which part of the text shows."""

KEPT = 4000
"""Rows that are kept as they were painted: some screens."""


class Column:
    """An article set at a width. Rows are counted from the first line above the text, from 0."""

    def __init__(
        self, sheet: Sheet, marks: Marks | None = None, *, is_tinted: bool = True, marks_changes: bool = False
    ) -> None:
        """``is_tinted``: passages are shown in the text, not in the gutter alone. ``marks_changes`` puts changed words
        in ‹ › (for palettes that show them in no other way)."""
        self.sheet = sheet
        self.marks = marks or Marks((), 0)
        self._gutter = _gutter(self.marks)
        self.hits: Layer = Layer()
        self.hit_now = Layer()
        self.selection: Span | None = None
        """What was selected with the mouse."""
        self._selected = Layer()
        self.annotations = Annotations()
        """The notes and highlights of a person."""
        self.passage_now: int | None = None
        self.only_here = False
        self.width = self.height = self.top = 0
        self._wanted = 1
        self._is_centred = False
        self._is_tinted = is_tinted
        self._marks_changes = marks_changes and is_tinted
        self._rows = Rows("", (), 1)
        self._indent = 0
        self._now = Layer()
        self._kept = (-1, 0)
        """The place that was asked for last, and the row that it put on top."""
        self._bodies: dict[Row, Line] = {}
        self._bodies_of: tuple[object, ...] = ()
        """What the rows were made for: they hold as long as all of it is the same."""
        self._kinds: dict[int, str] = {}
        self._kinds_of: tuple[object, ...] = ()

    # Setting

    def set(self, width: int, height: int, measure: int, *, centred: bool = False) -> None:
        """Sets the text for a column of ``width`` x ``height`` cells; what was on top stays on top."""
        self.height = height
        self._wanted, self._is_centred = measure, centred
        room = max(4, width - self._gutter - STRIP - 1)
        chosen = min(measure, room)
        self._indent = max(0, (width - self._gutter - chosen) // 2 - 2) if centred else 0
        self.width = width
        if chosen == self._rows.width and self._rows.units:
            self.move_to(self.top)
            return
        place, row = self.place, self._row(self.top)
        above = 1 if row and row.unit < 0 else 0
        self._rows = Rows(self.sheet.display, self.sheet.chunks, chosen, self._extra())
        self.show_place(place, above=above)

    def remark(self, marks: Marks) -> None:
        """Puts other passages on the same text, which stays where it is."""
        place, row = self.place, self._row(self.top)
        above = 1 if row and row.unit < 0 else 0
        self.marks = marks
        self._gutter = _gutter(marks)
        self.passage_now = None
        self._now = Layer()
        if self.width:
            self._rows = Rows("", (), 1)
            self.set(self.width, self.height, self._wanted, centred=self._is_centred)
            self.show_place(place, above=above)

    @property
    def _prelude(self) -> int:
        return len(self.sheet.prelude)

    def _extra(self) -> dict[int, int]:
        """The cells that ‹ and › add: code point to cells."""
        extra: dict[int, int] = {}
        if self._marks_changes:
            for stretch in self.marks.changed.touching(0, len(self.sheet.display) + 1):
                extra[stretch.start] = extra.get(stretch.start, 0) + 1
                extra[stretch.end - 1] = extra.get(stretch.end - 1, 0) + 1
        return extra

    @property
    def measure(self) -> int:
        """Cells of a row of text."""
        return self._rows.width

    # Places

    @property
    def total(self) -> int:
        """Rows in all, an estimate where nobody looked yet."""
        return self._prelude + self._rows.total

    @property
    def lowest(self) -> int:
        """The greatest row that may be on top."""
        return max(0, self.total - self.height)

    @property
    def place(self) -> int:
        """The code point at the top of the column, to the character where it was asked for; -1 while the lines above
        the text show."""
        place, top = self._kept
        if top == self.top and place >= 0:
            return place
        return self._rows.offset_of(self.top - self._prelude) if self.top >= self._prelude else -1

    def move_to(self, top: int) -> bool:
        """Puts a row on top, as far as the text goes. Whether anything moved."""
        if top >= self.lowest and self._rows.units:
            self._rows.settle()
        before = self.place, self.top
        top = max(0, min(top, self.lowest))
        self.top = self._prelude + self._rows.steady(top - self._prelude, self.height) if top >= self._prelude else top
        return (self.place, self.top) != before

    def show_place(self, place: int, *, above: int = 0) -> None:
        """Puts the row of a code point on top, or one that is ``above`` it; -1 is the very beginning."""
        self.move_to(0 if place < 0 else self.row_of(place) - above)
        self._rows.row(self.top - self._prelude + self.height)  # whether all of it shows is known before it is painted
        self._kept = (place, self.top)

    def row_of(self, offset: int) -> int:
        """The row of a code point."""
        return self._prelude + self._rows.row_of(offset)

    def offset_of(self, row: int) -> int:
        """The code point at which a row begins."""
        return self._rows.offset_of(row - self._prelude)

    def bring(self, span: Span, *, at: float = 1 / 3) -> None:
        """Scrolls as little as need be to show a span; where it must scroll, to ``at`` of the height."""
        first, last = self.row_of(span.start), self.row_of(max(span.start, span.end - 1))
        if first < self.top or last >= self.top + self.height:
            self.move_to(first - int(self.height * at))

    def shows(self, offset: int) -> bool:
        """Whether the row of a code point is on the screen."""
        return self.top <= self.row_of(offset) < self.top + self.height

    def visit(self, passage: int | None) -> None:
        """Lifts out one passage."""
        self.passage_now = passage
        self._now = self.marks.now(passage, with_kind=not self._is_tinted)

    def find(self, hits: Sequence[Span], now: Span | None) -> None:
        """Lights hits, and one of them brighter."""
        self.hits = SpanLayer(hits, "hit")
        self.hit_now = Layer([Stretch(now.start, now.end, "hit-now")] if now else [])

    def select(self, span: Span | None) -> None:
        """Shows a stretch as selected, and nothing else."""
        self.selection = span
        self._selected = Layer([Stretch(span.start, span.end, "selected")] if span else [])

    def character_at(self, x: int, y: int) -> Span:
        """The character at a cell, with the marks on it. Where there is none, an empty span: the end of its row right
        of it, else the place where the next text begins."""
        row = self._row(max(self.top + y, self._prelude))
        if row is None:
            return Span(len(self.sheet.display), len(self.sheet.display))
        unit = self._rows.units[row.unit]
        left = x - self._indent - self._gutter - cells((Piece(unit.lead),))
        if row.unit < 0 or unit.label or left < 0:
            return Span(row.start, row.start)
        return self._character(row, left)

    def _character(self, row: Row, left: int) -> Span:
        """The character of a row that is ``left`` cells from its beginning."""
        found = row.end
        for at, character in enumerate(self.sheet.display[row.start : row.end], row.start):
            size = cells((Piece(character),)) + (0 if self.only_here else self._rows.added_at(at))
            if found < row.end and size:
                return Span(found, at)
            if found == row.end and left < size:
                found = at
            left -= size
        return Span(found, row.end)

    def mark_at(self, row: int) -> Mark | None:
        """The first mark on a row, the visited passage before others."""
        found = self._row(row)
        return self._leading(found) if found and found.unit >= 0 else None

    def _row(self, row: int) -> Row | None:
        return self._rows.row(row - self._prelude) if row >= self._prelude else None

    def _in(self, row: Row) -> list[Mark]:
        return self.marks.in_row(row.start, max(row.end, row.start + 1))

    def _leading(self, row: Row) -> Mark | None:
        """The mark whose edge shows: of the visited passage, else one that begins here, else one that goes on."""
        marks = self._in(row)
        visited = [mark for mark in marks if mark.passage == self.passage_now]
        beginning = [mark for mark in marks if mark.start >= row.start]
        return next(iter((*visited, *beginning, *marks)), None)

    # Painting

    def line(self, y: int) -> Line:
        """The line at ``y`` of the column, 0 at its top: exactly ``width`` cells."""
        number = self.top + y
        if number < self._prelude:
            lead = " " * (self._gutter + self._indent)
            room = self.width - STRIP
            body = fitted((Piece(lead), *whole(self.sheet.prelude[number], room - len(lead))), room)
        else:
            body = self._body(self._rows.row(number - self._prelude))
        return (*body, self._strip(y))

    def prepare(self, most: int) -> list[Line]:
        """Makes up to so many of the rows of the next page, and gives them, without their strip; none where all are
        made."""
        first = self.top + self.height - self._prelude
        made: list[Line] = []
        for number in range(max(0, first), first + self.height):
            row = self._rows.row(number)
            if row and row not in self._bodies:
                made.append(self._body(row))
                if len(made) >= most:
                    break
        return made

    def _body(self, row: Row | None) -> Line:
        """A row without its strip. It is made once for what lies on it now."""
        if row is None:
            return (Piece(" " * (self.width - STRIP)),)
        set_as = (self._rows, self.width, self._indent, self.only_here, self.passage_now, self.annotations)
        given = (*set_as, self.marks, self._now, self.hits, self.hit_now, self._selected)
        if given != self._bodies_of or len(self._bodies) > KEPT:
            self._bodies, self._bodies_of = {}, given
        body = self._bodies.get(row)
        if body is None:
            body = self._bodies[row] = joined(fitted(self._pieces(row), self.width - STRIP))
        return body

    def _pieces(self, row: Row) -> Line:
        if row.unit < 0:
            return ()
        unit = self._rows.units[row.unit]
        if unit.label:
            return (Piece(" " * (self._gutter + self._indent)), Piece(unit.label, "dim"))
        lead = unit.lead if row.first else unit.hang.ljust(len(unit.lead))
        return (
            Piece(" " * self._indent),
            *self._gutter_pieces(row),
            Piece(lead, "dim" if lead.strip() else ""),
            *self._text(row, unit.roles),
        )

    def _text(self, row: Row, roles: str) -> list[Piece]:
        noted = self.annotations.stretches
        if self.only_here:
            dimmed = _dimmed(self.marks.kinds, row)
            layers: tuple[Layer, ...] = (dimmed, noted, self.hits, self.hit_now, self._selected)
        else:
            tints = (self.marks.kinds, self._now, self.marks.changed) if self._is_tinted else (self._now,)
            layers = (self.sheet.quotations, *tints, noted, self.hits, self.hit_now, self._selected)
        out = pieces(self.sheet.display, row.start, row.end, roles, layers)
        return _signed(out) if self._marks_changes else out

    def _gutter_pieces(self, row: Row) -> tuple[Piece, ...]:
        mark = self._leading(row)
        width = self._gutter
        sign = self.annotations.sign_in(row.start, max(row.end, row.start + 1))
        noted = Piece(sign, "accent") if sign else Piece(" ")
        if mark is None:
            return (noted, Piece(" " * (width - 1)))
        named = next((each for each in (mark, *self._in(row)) if each.start >= row.start), None)
        label = Piece(named.label if named else "", f"edge-{named.kind}" if named else "")
        blank = Piece(" " * (width - 2 - cells((label,))))
        return (noted, Piece(EDGES[mark.kind], f"edge-{mark.kind}"), label, blank)

    def _strip(self, y: int) -> Piece:
        """The cell at the right: a sign where passages stand, on the part that shows or on the track."""
        if not self.height:
            return Piece(" ")
        total = max(self.total, 1)
        if total <= self.height:
            mark = self.mark_at(self.top + y)
            return Piece("▐", f"edge-{mark.kind}") if mark else Piece(" ")
        first = self.top * self.height // total
        last = max(first + 1, (self.top + self.height) * self.height // total)
        ground = "thumb" if first <= y < last else "track"
        kind = self._kind_beside(y)
        return Piece("▐", f"{ground} edge-{kind}") if kind else Piece(" ", ground)

    def _kind_beside(self, y: int) -> str:
        """The kind of the first passage in the part of the text for which a cell of the strip stands."""
        if not self.marks.marks:
            return ""
        if self._kinds_of != (self.marks, self.height):
            self._kinds, self._kinds_of = {}, (self.marks, self.height)
        kind = self._kinds.get(y)
        if kind is None:
            size = max(1, len(self.sheet.display))
            start, end = y * size // self.height, (y + 1) * size // self.height
            found = self.marks.in_row(start, max(end, start + 1))
            kind = self._kinds[y] = found[0].kind if found else ""
        return kind


def _gutter(marks: Marks) -> int:
    """Cells beside the text: for the widest label, an edge and blanks."""
    return max(5, max((len(mark.label) for mark in marks.marks), default=1) + 3)


def _dimmed(kinds: Layer, row: Row) -> Layer:
    return Layer(Stretch(s.start, s.end, "dim") for s in kinds.touching(row.start, max(row.end, row.start + 1)))


def _signed(line: Sequence[Piece]) -> list[Piece]:
    """Changed words in ‹ ›."""
    out: list[Piece] = []
    for place, piece in enumerate(line):
        if "changed" not in piece.roles.split():
            out.append(piece)
            continue
        before = place > 0 and "changed" in line[place - 1].roles.split()
        after = place + 1 < len(line) and "changed" in line[place + 1].roles.split()
        out.append(Piece(("" if before else "‹") + piece.text + ("" if after else "›"), piece.roles))
    return out
