"""A line that is too long for its row."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.tui.render.flow import HANG, flowed
from reader.tui.render.line import Piece, cells


def test_a_line_that_fits_stays_as_it_is() -> None:
    line = (Piece("  a.txt"), Piece("   empty", "warning"))
    assert flowed(line, 40) == [line]


def test_a_long_line_goes_on_indented_and_keeps_its_roles() -> None:
    rows = flowed((Piece("  a.txt   "), Piece("it is not text but a picture", "warning")), 24)
    assert ["".join(piece.text for piece in row) for row in rows] == [
        "  a.txt   it is not",
        f"{HANG}text but a picture",
    ]
    assert rows[1][-1].roles == "warning"


def test_a_line_goes_on_under_its_words_where_there_is_room_for_that() -> None:
    line = (Piece("  k      ", "key"), Piece("One row or entry up"))
    assert ["".join(piece.text for piece in row) for row in flowed(line, 22, 9)] == [
        "  k      One row or",
        "         entry up",
    ]
    assert flowed(line, 16, 9) == flowed(line, 16)


@given(st.lists(st.text("ab 橋", max_size=30), max_size=4), st.integers(16, 60))
def test_no_row_is_too_wide_and_no_word_is_lost(texts: list[str], width: int) -> None:
    rows = flowed(tuple(Piece(text) for text in texts), width)
    assert all(cells(row) <= width for row in rows)
    joined = "".join(piece.text for row in rows for piece in row)
    assert "".join(joined.split()) == "".join("".join(texts).split())
