"""Where rows end: tables of small cases, and what holds for every text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.tui.render.line import steady
from reader.tui.render.wrap import wrap

TEXTS = st.text(alphabet="ab c-\u00a0é漢字e\u0301🙂 ", max_size=60)
NARROW_TEXTS = st.text(alphabet="abc   ", max_size=60)
FAR_AWAY = {10_000: 1}
"""Cells added beyond the text: makes a text of narrow characters go the measured way."""


def wrapped(text: str, width: int, extra: dict[int, int] | None = None) -> list[str]:
    return [text[start:end].rstrip(" ") for start, end in wrap(text, 0, len(text), width, extra)]


@pytest.mark.parametrize("extra", [None, FAR_AWAY], ids=["narrow", "measured"])
@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("", 10, [""]),
        ("one", 10, ["one"]),
        ("one two", 7, ["one two"]),
        ("one two", 6, ["one", "two"]),
        ("one two three", 8, ["one two", "three"]),
        ("one    two", 5, ["one", "two"]),
        ("one two   three", 7, ["one two", "three"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("ab abcdefgh", 4, ["ab", "abcd", "efgh"]),
        ("abc", 1, ["a", "b", "c"]),
        ("a b", 1, ["a", "b"]),
        ("km\u00a0per hour", 6, ["km\u00a0per", "hour"]),
        ("ten km\u00a0per hour", 9, ["ten", "km\u00a0per", "hour"]),
        ("abc", 0, ["a", "b", "c"]),
        ("one two ", 7, ["one two"]),
    ],
)
def test_rows_end_at_blanks(text: str, width: int, rows: list[str], extra: dict[int, int] | None) -> None:
    assert wrapped(text, width, extra) == rows


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("漢字漢字", 4, ["漢字", "漢字"]),
        ("漢字漢字", 5, ["漢字", "漢字"]),
        ("ab漢字", 4, ["ab漢", "字"]),
        ("漢字", 1, ["漢", "字"]),
        ("cafe\u0301 noir", 5, ["cafe\u0301", "noir"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
        ("one 🙂🙂 two", 8, ["one 🙂🙂", "two"]),
    ],
)
def test_widths_are_cells(text: str, width: int, rows: list[str]) -> None:
    assert wrapped(text, width) == rows


def test_cells_that_the_display_adds_count() -> None:
    assert wrapped("one two", 7) == ["one two"]
    assert wrapped("one two", 7, {4: 1}) == ["one", "two"]
    assert wrapped("one two six", 9, {4: 1, 6: 1}) == ["one two", "six"]


def test_only_the_part_that_is_asked_for_is_wrapped() -> None:
    assert wrap("xxxx one two yyyy", 5, 12, 4) == [(5, 8), (9, 12)]


@given(TEXTS, st.integers(2, 30))
def test_every_character_but_blanks_stands_in_exactly_one_row(text: str, width: int) -> None:
    rows = wrap(text, 0, len(text), width)
    assert all(a_end <= b_start for (_, a_end), (b_start, _) in zip(rows, rows[1:], strict=False))
    shown = {place for start, end in rows for place in range(start, end)}
    assert {place for place, character in enumerate(text) if character != " "} <= shown


@given(TEXTS, st.integers(2, 30))
def test_no_row_is_wider_than_the_width(text: str, width: int) -> None:
    assert all(cell_len(text[start:end]) <= width for start, end in wrap(text, 0, len(text), width))


@given(TEXTS, st.integers(4, 20), st.sets(st.integers(0, 60)))
def test_no_row_is_wider_with_the_cells_that_are_added(text: str, width: int, signs: set[int]) -> None:
    extra = dict.fromkeys(signs, 1)
    for start, end in wrap(text, 0, len(text), width, extra):
        assert cell_len(text[start:end]) + sum(start <= sign < end for sign in signs) <= width


@given(NARROW_TEXTS, st.integers(1, 20))
def test_both_ways_of_wrapping_agree(text: str, width: int) -> None:
    assert [row.strip() for row in wrapped(text, width)] == [row.strip() for row in wrapped(text, width, FAR_AWAY)]


@pytest.mark.parametrize("sign", ["❤\ufe0f", "☎\ufe0f", "1\ufe0f\u20e3"], ids=["heart", "telephone", "keycap"])
def test_signs_made_emoji_fit_once_what_terminals_disagree_on_is_left_out(sign: str) -> None:
    text = f"call {sign} or {sign} or {sign} or {sign} before noon"
    assert all(cell_len(steady(text[start:end])) <= 12 for start, end in wrap(text, 0, len(text), 12))
