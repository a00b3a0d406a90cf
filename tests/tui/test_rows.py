"""The row engine: numbers of rows and places in the text agree, and only what is looked at is made."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.tui.render import rows as room
from reader.tui.render.rows import CHUNK, Row, Rows, Unit

PARAGRAPHS = st.lists(st.text(alphabet="abc de漢", min_size=1, max_size=80).filter(str.strip), min_size=1, max_size=12)


def set_paragraphs(paragraphs: list[str], *, gap: int = 1, lead: str = "") -> tuple[str, list[Unit]]:
    """The text of paragraphs with a blank between, and a unit for each."""
    units: list[Unit] = []
    text = ""
    for paragraph in paragraphs:
        text += " " if text else ""
        units.append(Unit(len(text), len(text) + len(paragraph), lead=lead, gap=gap))
        text += paragraph
    return text, units


def every(rows: Rows) -> Iterator[tuple[int, Row]]:
    number = 0
    while (row := rows.row(number)) is not None:
        yield number, row
        number += 1


@pytest.fixture
def wrapped(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The lengths of what was wrapped so far."""
    lengths: list[int] = []
    wrap = room.wrap

    def spy(text: str, start: int, end: int, *more: object) -> object:
        lengths.append(end - start)
        return wrap(text, start, end, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(room, "wrap", spy)
    return lengths


def test_units_are_apart_by_their_gaps() -> None:
    text, units = set_paragraphs(["one two", "three"])
    rows = Rows(text, units, 4)
    assert [(row.unit, text[row.start : row.end] if row.unit >= 0 else "") for _, row in every(rows)] == [
        (-1, ""), (0, "one"), (0, "two"), (-1, ""), (1, "thre"), (1, "e"),
    ]  # fmt: skip


def test_a_lead_takes_room_from_every_row() -> None:
    text, units = set_paragraphs(["aaaa bbbb"], gap=0, lead="  • ")
    assert [text[row.start : row.end] for _, row in every(Rows(text, units, 9))] == ["aaaa", "bbbb"]
    assert [row.first for _, row in every(Rows(text, units, 9))] == [True, False]


def test_a_folded_unit_is_one_row() -> None:
    text = "word " * 50
    rows = Rows(text, [Unit(0, 240, label="⋯ folded", gap=0), Unit(240, 249, gap=0)], 10)
    assert rows.row(0) == Row(0, 240, 0, True)
    assert rows.row_of(100) == 0
    assert rows.row_of(245) == 1


def test_an_empty_text_has_no_rows() -> None:
    rows = Rows("", (), 40)
    assert (rows.total, rows.row(0), rows.row_of(5), rows.offset_of(3), rows.settle()) == (0, None, 0, 0, 0)


def test_before_the_first_row_and_after_the_last_there_is_none() -> None:
    text, units = set_paragraphs(["one"])
    rows = Rows(text, units, 10)
    assert rows.row(-1) is None
    assert rows.row(rows.settle()) is None
    assert rows.offset_of(-3) == 0
    assert rows.offset_of(99) == 0


@given(PARAGRAPHS, st.integers(2, 40), st.integers(0, 2))
def test_every_character_stands_in_one_row_and_rows_are_in_order(paragraphs: list[str], width: int, gap: int) -> None:
    text, units = set_paragraphs(paragraphs, gap=gap)
    rows = Rows(text, units, width)
    set_rows = [row for _, row in every(rows) if row.unit >= 0]
    assert all(a.end <= b.start for a, b in zip(set_rows, set_rows[1:], strict=False))
    shown = [place for row in set_rows for place in range(row.start, row.end)]
    assert {place for place, character in enumerate(text) if character != " "} <= set(shown)
    assert all(cell_len(text[row.start : row.end]) <= width for row in set_rows)


@given(PARAGRAPHS, st.integers(2, 40))
def test_the_row_of_a_place_holds_it(paragraphs: list[str], width: int) -> None:
    text, units = set_paragraphs(paragraphs)
    rows = Rows(text, units, width)
    for place, character in enumerate(text):
        if character != " ":
            row = rows.row(rows.row_of(place))
            assert row is not None
            assert row.unit >= 0
            assert row.start <= place < row.end


@given(PARAGRAPHS, st.integers(2, 40))
def test_the_place_of_a_row_leads_back_to_it(paragraphs: list[str], width: int) -> None:
    text, units = set_paragraphs([paragraph.strip() for paragraph in paragraphs])
    rows = Rows(text, units, width)
    for number, row in every(rows):
        if row.unit >= 0 and row.end > row.start:
            assert rows.row_of(rows.offset_of(number)) == number


@pytest.mark.parametrize("text", ["word " * 200_000, "x" * 1_000_000, "字" * 1_000_000], ids=["words", "one", "wide"])
def test_a_unit_of_a_million_characters_is_cut(text: str, wrapped: list[int]) -> None:
    rows = Rows(text, [Unit(0, len(text))], 72)
    row = rows.row(rows.row_of(600_000))
    assert row is not None
    assert row.start <= 600_000 <= row.end
    assert sum(wrapped) <= 4 * CHUNK
    assert all(length <= CHUNK for length in wrapped)


def test_a_long_unit_goes_on_without_gaps_or_losses() -> None:
    text = "".join(chr(0x61 + number % 26) for number in range(3 * CHUNK))
    rows = Rows(text, [Unit(0, len(text), lead="• ", gap=2)], 64)
    found = [row for _, row in every(rows)]
    assert [row.unit for row in found[:3]] == [-1, -1, 0]
    assert all(row.unit >= 0 for row in found[2:])
    assert "".join(text[row.start : row.end] for row in found) == text
    leads = [rows.units[row.unit].lead for row in found[2:] if row.first]
    assert leads[0] == "• "
    assert set(leads[1:]) == {"  "}


def test_one_row_of_a_hundred_thousand_units_makes_few_of_them(wrapped: list[int]) -> None:
    units = [Unit(number * 100, number * 100 + 99) for number in range(100_000)]
    text = "a lamp by the sea ".ljust(100, ".") * 100_000
    rows = Rows(text, units, 60)
    assert not wrapped
    middle = rows.row(rows.row_of(5_000_050))
    assert middle is not None
    assert middle.start <= 5_000_050 < middle.end
    assert sum(wrapped) <= 4 * CHUNK


def test_a_long_text_has_the_same_rows_whatever_is_asked_first() -> None:
    paragraphs = [f"entry {number} " + "salt and tar " * (number % 17) for number in range(1500)]
    text, units = set_paragraphs([paragraph.strip() for paragraph in paragraphs])
    straight, jumping = Rows(text, units, 33), Rows(text, units, 33)
    jumping.settle()
    jumping.row_of(len(text) // 2)
    expected = list(every(straight))
    assert list(every(jumping)) == expected
    assert straight.total == jumping.total == len(expected)
