"""What a command on words is about."""

from __future__ import annotations

import pytest

from reader.text.spans import Span
from reader.tui.render.column import Column
from reader.tui.render.marks import Marks
from reader.tui.render.sheet import sheet
from reader.tui.screens.chosen import TextAt
from tests.tui.passages import verbatim
from tests.tui.shelf import article, long_text, with_furniture

ONE = article(long_text(12), "tide.txt", markdown=False)
THIRD = ONE.text.index("Entry 2")
WORDS = Span(THIRD, THIRD + 20)
FAR = Span(ONE.text.index("Entry 10"), ONE.text.index("Entry 11"))


def column(top: int = 0, height: int = 9) -> Column:
    made = Column(sheet(ONE), Marks([verbatim(1, (0, WORDS.start, WORDS.end))], 0))
    made.set(60, height, 50)
    made.move_to(top)
    return made


def chosen(of: Column, hit: Span | None = None) -> tuple[str, str]:
    found = TextAt(3, of, hit).chosen()
    assert found is not None
    assert found.article == 3
    return found.what, found.words[:8]


def test_without_more_it_is_the_first_paragraph_that_begins_on_the_screen_and_no_heading() -> None:
    made = column()
    assert chosen(made) == ("paragraph", "Entry 0.")
    made.show_place(ONE.text.index("Entry 0") + 90)
    assert chosen(made) == ("paragraph", "Entry 1.")


def test_where_none_begins_it_is_the_one_that_shows() -> None:
    made = column(height=2)
    made.show_place(ONE.text.index("Entry 4") + 200)
    assert chosen(made) == ("paragraph", "Entry 4.")


def test_a_visited_passage_comes_before_and_a_hit_before_that_and_a_selection_first() -> None:
    made = column()
    made.show_place(THIRD)
    made.visit(0)
    assert chosen(made) == ("passage", "Entry 2.")
    hit = Span(THIRD + 9, THIRD + 13)
    assert chosen(made, hit) == ("hit", ONE.text[hit.start : hit.end])
    made.select(Span(THIRD, THIRD + 5))
    assert chosen(made, hit) == ("selection", "Entry")


def test_what_one_has_scrolled_away_from_is_not_meant() -> None:
    made = column()
    made.visit(0)
    assert chosen(made, FAR)[0] == "paragraph"
    made.show_place(THIRD)
    assert chosen(made)[0] == "passage"


@pytest.mark.parametrize("top", [0, 3])
def test_a_text_without_words_has_none(top: int) -> None:
    made = Column(sheet(with_furniture("Sign up\n\nSign up again", "Sign")))
    made.set(60, 9, 50)
    made.move_to(top)
    assert TextAt(0, made).chosen() is None
