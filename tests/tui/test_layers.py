"""Layers of roles on a text, and lines of an exact width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.tui.render.layers import Layer, Stretch, pieces
from reader.tui.render.line import Piece, cells, fitted, shortened, spread

STRETCHES = st.lists(
    st.builds(lambda start, length, role: Stretch(start, start + length, role), st.integers(0, 40),
              st.integers(1, 15), st.sampled_from("abc")),
    max_size=8,
)  # fmt: skip
WORDS = st.text(alphabet="ab 漢🙂e\u0301…", max_size=30)


def test_without_layers_a_row_is_one_piece() -> None:
    assert pieces("a lamp", 0, 6, "text", ()) == [Piece("a lamp", "text")]
    assert pieces("a lamp", 2, 2, "text", ()) == []


def test_a_row_is_cut_where_layers_begin_and_end() -> None:
    layers = (Layer([Stretch(2, 6, "verbatim")]), Layer([Stretch(4, 9, "hit")]))
    assert pieces("a lamp by", 0, 9, "text", layers) == [
        Piece("a ", "text"),
        Piece("la", "text verbatim"),
        Piece("mp", "text verbatim hit"),
        Piece(" by", "text hit"),
    ]


def test_a_layer_tells_what_touches_a_row() -> None:
    layer = Layer([Stretch(0, 5, "a"), Stretch(5, 8, "b"), Stretch(20, 30, "c")])
    assert [found.roles for found in layer.touching(4, 6)] == ["a", "b"]
    assert layer.touching(8, 20) == []
    assert [found.roles for found in layer.touching(29, 31)] == ["c"]


@given(STRETCHES)
def test_where_stretches_overlap_the_last_given_wins(stretches: list[Stretch]) -> None:
    found = Layer(stretches).touching(0, 100)
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))
    for place in range(60):
        expected = [stretch.roles for stretch in stretches if stretch.start <= place < stretch.end][-1:]
        assert [stretch.roles for stretch in found if stretch.start <= place < stretch.end] == expected


@given(st.lists(STRETCHES, max_size=3), st.integers(0, 30), st.integers(0, 30))
def test_pieces_are_the_row_again(groups: list[list[Stretch]], start: int, length: int) -> None:
    text = "".join(chr(0x4E00 + place) for place in range(60))
    layers = [Layer(group) for group in groups]
    found = pieces(text, start, start + length, "text", layers)
    assert "".join(piece.text for piece in found) == text[start : start + length]
    place = start
    for piece in found:
        for at in range(place, place + len(piece.text)):
            on = [s.roles for layer in layers for s in layer.touching(at, at + 1)]
            assert piece.roles.split() == ["text", *on]
        place += len(piece.text)


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [("lantern", 7, "lantern"), ("lantern", 5, "lant…"), ("a lamp", 3, "a…"), ("漢字漢字", 6, "漢字…"), ("ab", 1, "…"),
     ("ab", 0, ""), ("漢", 1, "…")],
)  # fmt: skip
def test_what_is_too_long_ends_in_an_ellipsis(text: str, width: int, shown: str) -> None:
    assert shortened(text, width).strip() == shown
    assert cell_len(shortened(text, width)) <= width


@given(st.lists(WORDS, max_size=5), st.integers(0, 60))
def test_a_fitted_line_has_exactly_its_width(texts: list[str], width: int) -> None:
    assert cells(fitted([Piece(text) for text in texts], width)) == width


@given(WORDS, WORDS, st.integers(0, 60))
def test_a_spread_line_has_exactly_its_width(left: str, right: str, width: int) -> None:
    assert cells(spread([Piece(left)], [Piece(right)], width)) == width


def test_where_both_sides_have_no_room_one_gives_way() -> None:
    left, right = [Piece("a long name")], [Piece("3/7")]
    assert [piece.text for piece in spread(left, right, 12)] == ["a long name", " "]
    assert "".join(piece.text for piece in spread(left, right, 12, keeps=True)) == "a long…  3/7"
    assert [piece.text for piece in spread(left, right, 20)] == ["a long name", " " * 6, "3/7"]
