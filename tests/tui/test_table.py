"""A table with a column an article: what fits, where it is cut, that every row is as wide as it should be."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from reader.tui.render.line import Piece
from reader.tui.render.table import Table, TableRow
from tests.tui.passages import plain

NAMES = ("Orrin Herald", "Coast Dispatch", "Harbour Office")
ROWS = (
    TableRow(Piece("≠", "warning"), Piece("It will cost ___ in all"), tuple(map(Piece, ("€310 million", "", "€5")))),
    TableRow(Piece(""), Piece("Only in Herald", "heading")),
    TableRow(Piece("="), Piece("字" * 60), tuple(map(Piece, ("字" * 20, "a", "b")))),
    TableRow(Piece("="), Piece(""), tuple(map(Piece, ("", "", "")))),
)
TABLE = Table(NAMES, ROWS, (12, 20))


@pytest.mark.parametrize("width", range(1, 200, 3))
@pytest.mark.parametrize("column", [None, 0, 2])
def test_every_row_is_exactly_as_wide_as_the_table(width: int, column: int | None) -> None:
    for number in range(len(ROWS)):
        for line in TABLE.entry(number, width, 0, column):
            assert cell_len(plain(line)) == width
    assert cell_len(plain(TABLE.header(width, 0, 0))) == width


def test_cells_stand_under_their_names() -> None:
    head, (first, _) = plain(TABLE.header(100, 0, 0)), TABLE.entry(0, 100, 0, None)
    assert head.index("Orrin Herald") == plain(first).index("€310 million")
    assert head.index("Harbour Office") == plain(first).index("€5")


def test_columns_that_do_not_fit_come_as_one_goes_there() -> None:
    assert TABLE.fits(60) == 2
    assert "Harbour" not in plain(TABLE.header(60, 0, 0))
    assert "Harbour" in plain(TABLE.header(60, 1, 2))
    assert "€5" in plain(TABLE.entry(0, 60, 1, 2)[0])
    assert plain(TABLE.header(60, 1, 2)).split()[:3] == ["2–3", "of", "3"]
    assert "of" not in plain(TABLE.header(100, 0, 0)).split()


def test_the_cell_under_the_cursor_is_lit_also_where_it_is_empty() -> None:
    lit = [piece for piece in TABLE.entry(0, 100, 0, 1)[0] if "hit-now" in piece.roles]
    assert [piece.text for piece in lit] == ["   "]


def test_a_label_goes_on_in_the_second_row_and_is_cut_there() -> None:
    row = TableRow(Piece("="), Piece(" ".join(["word"] * 60)), (Piece("x"),))
    first, second = Table(("A",), (row,)).entry(0, 60, 0, None)
    assert plain(first).rstrip().endswith("word x")
    assert plain(second).rstrip().endswith("…")


def test_a_heading_has_the_whole_width() -> None:
    row = TableRow(Piece(""), Piece("Only in the Orrin Herald and Coast Dispatch of Lower Averin", "heading"))
    assert "Lower Averin" in plain(Table(NAMES, (row,), (12, 20)).entry(0, 80, 0, None)[0])
