"""The help says what the signs mean that a part of the screen paints."""

from __future__ import annotations

import pytest

from reader.tui.commands import Place
from reader.tui.render import coverage, figures, marks, quotes, wordings
from reader.tui.render.annotations import NOTE
from reader.tui.render.signs import WIDTH, sign_lines
from tests.tui.passages import plain

PASSAGES = {*marks.EDGES.values(), *marks.GLYPHS.values(), *marks.VOICES.values(), NOTE}


@pytest.mark.parametrize(
    ("place", "signs"),
    [
        (Place.LIST, {"●", "★", NOTE}),
        (Place.READING, PASSAGES),
        (Place.COMPARE, PASSAGES | {"⇄", "⇵"}),
        (Place.QUOTES, set(quotes.SIGNS.values())),
        (Place.FIGURES, set(figures.SIGNS.values())),
        (Place.COVERAGE, {*coverage.SIGNS.values(), coverage.NOBODY}),
        (Place.VARIANTS, {wordings.CARET}),
        (Place.PARTICULARS, set()),
    ],
    ids=lambda value: value.name.lower() if isinstance(value, Place) else "",
)
def test_every_sign_of_a_part_is_explained(place: Place, signs: set[str]) -> None:
    explained = {sign for line in sign_lines(place) for sign in plain(line)[:WIDTH].split()}
    assert signs <= explained


@pytest.mark.parametrize("place", Place)
def test_meanings_stand_where_those_of_keys_do(place: Place) -> None:
    for line in sign_lines(place)[1:]:
        assert plain(line)[WIDTH - 1] == " "
        assert plain(line)[WIDTH:].strip()[0].isupper()
