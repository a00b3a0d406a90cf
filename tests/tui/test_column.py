"""One article in one column: passages as marks, the gutter, the strip, the exact width of every line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.spans import Span
from reader.tui.render.column import Column
from reader.tui.render.line import cells
from reader.tui.render.marks import EDGES, GLYPHS, Marks
from tests.tui.passages import altered, column, plain, roles_of, verbatim

TEXT = (
    "The watch\n\n"
    "Seven boats lay dry on the shingle that morning, and the eighth had gone to fetch the doctor.\n\n"
    "Nobody in the village spoke of the lamp, or of the man who had let it go out twice in one week.\n\n"
    "• tar and hemp\n• salt in sacks of forty pounds, weighed twice before they were carried to the cellar\n\n"
    "漢字漢字 and 🙂 stand beside cafe\u0301 and a word"
)
BOATS = TEXT.index("Seven"), TEXT.index(", and the eighth")
LAMP = TEXT.index("spoke of"), TEXT.index(" in one week")
SALT = TEXT.index("salt in"), TEXT.index(", weighed")


def lines(of: Column) -> list[str]:
    return [plain(of.line(y)) for y in range(of.height)]


def shown(*passages: object, width: int = 50, height: int = 30, measure: int = 40, **more: bool) -> Column:
    made = column(TEXT, *passages, **more)  # type: ignore[arg-type]
    made.set(width, height, measure)
    return made


# Marks


def test_a_passage_has_its_number_and_sign_in_every_article() -> None:
    passage = altered(3, (0, 10, 40), (1, 200, 230))
    assert [Marks([passage], number).marks[0].label for number in (0, 1)] == ["3~", "3~"]


@pytest.mark.parametrize(
    ("voices", "kind", "label"),
    [(("quoted", "quoted"), "quoted", "1“"), (("quoted", "own"), "verbatim", "1="), ((None, None), "verbatim", "1=")],
)
def test_a_passage_is_quoted_where_it_is_quoted_everywhere(voices: tuple[str, ...], kind: str, label: str) -> None:
    from reader.compare.comparison import Occurrence, Passage

    places = tuple(Occurrence(n, 0, 20, voice) for n, voice in enumerate(voices))  # type: ignore[arg-type]
    mark = Marks([Passage(1, "verbatim", 6, 6.0, places)], 0).marks[0]
    assert (mark.kind, mark.label[:2]) == (kind, label)


def test_an_altered_quotation_has_both_signs() -> None:
    mark = Marks([altered(2, (0, 0, 20), (1, 0, 20), voice="quoted")], 0).marks[0]
    assert (mark.kind, mark.label) == ("quoted", "2“~")


def test_every_place_in_an_article_is_a_mark() -> None:
    marks = Marks([verbatim(1, (0, 50, 60), (0, 5, 20), (1, 0, 10))], 0)
    assert [(mark.start, mark.end) for mark in marks.marks] == [(5, 20), (50, 60)]
    assert [(mark.start, mark.end) for mark in marks.of_passage(0)] == [(5, 20), (50, 60)]


def test_marks_of_a_row_are_those_that_have_a_character_in_it() -> None:
    marks = Marks([verbatim(1, (0, 0, 100)), verbatim(2, (0, 10, 12)), verbatim(3, (0, 100, 110))], 0)
    assert [mark.label for mark in marks.in_row(5, 10)] == ["1="]
    assert [mark.label for mark in marks.in_row(11, 100)] == ["1=", "2="]
    assert [mark.label for mark in marks.in_row(100, 101)] == ["3="]


def test_changed_words_are_lit_on_both_sides() -> None:
    passage = altered(1, (0, 10, 40), (1, 20, 50))
    assert [(s.start, s.end) for s in Marks([passage], 0).changed.touching(0, 99)] == [(10, 14)]
    assert [(s.start, s.end) for s in Marks([passage], 1).changed.touching(0, 99)] == [(20, 24)]


def test_kinds_differ_by_glyph_and_by_edge() -> None:
    assert len(set(GLYPHS.values())) == len(set(EDGES.values())) == len(GLYPHS) == len(EDGES) == 3


# The gutter


def test_the_number_stands_where_a_passage_begins_and_the_edge_goes_on() -> None:
    made = shown(verbatim(1, (0, *BOATS)), altered(2, (0, *LAMP), (1, 0, 9)))
    gutters = [line[:5].rstrip() for line in lines(made)]
    first = made.row_of(BOATS[0])
    assert gutters[first] == " ▌1="
    assert gutters[first + 1] == " ▌"
    assert gutters[first + 2] == ""
    second = made.row_of(LAMP[0])
    assert gutters[second] == " ┊2~"
    assert gutters[second + 1] == " ┊"


def test_a_passage_that_begins_shows_before_one_that_goes_on() -> None:
    inner = BOATS[0] + 42
    made = shown(verbatim(1, (0, *BOATS)), verbatim(2, (0, inner, BOATS[1])))
    assert "2=" in lines(made)[made.row_of(inner)]


def test_the_visited_passage_shows_before_others() -> None:
    made = shown(verbatim(1, (0, *BOATS)), verbatim(2, (0, BOATS[0], BOATS[0] + 20)))
    row = made.row_of(BOATS[0])
    made.visit(0)
    assert "1=" in lines(made)[row]
    made.visit(1)
    assert "2=" in lines(made)[row]


def test_a_passage_that_begins_beside_the_visited_one_keeps_its_number() -> None:
    inner = BOATS[0] + 42
    made = shown(verbatim(1, (0, *BOATS)), altered(2, (0, inner, BOATS[1]), (1, 0, 9)))
    made.visit(0)
    line = made.line(made.row_of(inner))
    assert plain(line).startswith(" ▌2~ ")
    assert roles_of(line, "▌") == {"edge-verbatim"}
    assert roles_of(line, "2~") == {"edge-altered"}


# The text


def test_bullets_hang() -> None:
    made = shown()
    row = made.row_of(SALT[0])
    first, second = lines(made)[row : row + 2]
    assert first.strip().startswith("• salt")
    assert len(second) - len(second.lstrip()) == first.index("salt")


def test_passages_are_tinted_by_kind_and_changed_words_stand_out() -> None:
    made = shown(altered(1, (0, *BOATS), (1, 0, 9)))
    line = made.line(made.row_of(BOATS[0]))
    assert roles_of(line, "Seve") == {"text", "altered", "changed"}
    assert roles_of(line, "boats") == {"text", "altered"}


def test_changed_words_are_put_in_signs_where_nothing_else_shows_them() -> None:
    made = shown(altered(1, (0, *BOATS), (1, 0, 9)), marks_changes=True)
    assert "‹Seve›n boats" in lines(made)[made.row_of(BOATS[0])]
    assert not any("‹" in line for line in lines(shown(altered(1, (0, *BOATS), (1, 0, 9)))))


def test_in_the_reading_pane_passages_show_in_the_gutter_alone() -> None:
    made = shown(verbatim(1, (0, *BOATS)), is_tinted=False)
    row = made.row_of(BOATS[0])
    assert roles_of(made.line(row), "Seven") == {"text"}
    assert "1=" in lines(made)[row]


def test_only_here_dims_what_is_shared() -> None:
    made = shown(verbatim(1, (0, *BOATS)))
    made.only_here = True
    line = made.line(made.row_of(BOATS[0]))
    assert "dim" in roles_of(line, "Seven")
    assert "verbatim" not in roles_of(line, "Seven")
    assert "dim" not in roles_of(made.line(made.row_of(LAMP[0])), "Nobody")


def test_one_hit_is_brighter_than_the_others() -> None:
    made = shown()
    made.find([Span(*BOATS), Span(*LAMP)], Span(*LAMP))
    assert "hit" in roles_of(made.line(made.row_of(BOATS[0])), "Seven")
    assert "hit-now" not in roles_of(made.line(made.row_of(BOATS[0])), "Seven")
    assert "hit-now" in roles_of(made.line(made.row_of(LAMP[0])), "spoke")


# Places


def test_the_place_on_top_is_kept_through_other_widths() -> None:
    made = shown(height=4)
    made.show_place(SALT[0])
    top = made.place
    for width in (40, 90, 22, 50):
        made.set(width, 4, 40)
        assert made.shows(top)
    assert made.place <= SALT[0]


def test_the_place_does_not_creep_while_the_window_is_dragged() -> None:
    made = shown(height=4, measure=160, width=60)
    made.move_to(6)
    top = made.top
    for width in [*range(59, 30, -1), *range(31, 61)] * 3:
        made.set(width, 4, 160)
    assert made.top == top


def test_the_end_is_the_lowest_place() -> None:
    made = shown(height=6)
    made.move_to(10_000)
    assert "word" in lines(made)[-1]
    assert not made.move_to(10_000)
    assert made.top == made.lowest


def test_a_span_that_shows_is_not_scrolled_to() -> None:
    made = shown(height=8)
    assert made.top == 0
    made.bring(Span(0, 5))
    assert made.top == 0
    made.bring(Span(*SALT))
    assert made.shows(SALT[0])
    assert made.shows(SALT[1] - 1)


def test_the_mark_of_a_row_is_found() -> None:
    made = shown(verbatim(7, (0, *BOATS)))
    mark = made.mark_at(made.row_of(BOATS[0]))
    assert mark is not None
    assert mark.label == "7="
    assert made.mark_at(0) is None


@given(st.integers(20, 200), st.integers(1, 40), st.integers(24, 160), st.integers(0, 30), st.booleans(), st.booleans())
def test_every_line_is_exactly_as_wide_as_the_column(
    width: int, height: int, measure: int, top: int, centred: bool, signs: bool
) -> None:
    made = column(TEXT, verbatim(1, (0, *BOATS)), altered(12, (0, *SALT), (1, 0, 9)), marks_changes=signs)
    made.set(width, height, measure, centred=centred)
    made.move_to(top)
    made.find([Span(*LAMP)], None)
    assert {cells(made.line(y)) for y in range(height)} == {width}


@given(st.integers(24, 200), st.booleans())
def test_no_word_is_lost_at_any_width(width: int, signs: bool) -> None:
    made = column(TEXT, altered(1, (0, *BOATS), (1, 0, 9)), altered(12, (0, *SALT), (1, 0, 9)), marks_changes=signs)
    made.set(width, 200, 72)
    body = "".join(plain(made.line(y))[6:-1] for y in range(1, 200))
    kept = [character for character in body if character.isalnum()]
    assert kept == [character for character in TEXT if character.isalnum()]


def test_passages_that_come_later_do_not_move_the_text() -> None:
    made = shown(height=5)
    for top in range(9):
        made.move_to(top)
        before = made.top
        made.remark(Marks([verbatim(1, (0, *BOATS)), verbatim(2, (0, *LAMP))], 0))
        assert made.top == before


# Rows are made once


def test_rows_that_are_kept_are_those_that_would_be_made_anew() -> None:
    of = shown(verbatim(1, (0, *BOATS), (1, 0, 40)), altered(2, (0, *LAMP), (1, 50, 90)), height=12)
    changes = (
        lambda: of.find([Span(*BOATS)], Span(*BOATS)),
        lambda: of.visit(1),
        lambda: of.select(Span(*LAMP)),
        lambda: setattr(of, "only_here", True),
        lambda: of.visit(None),
        lambda: of.move_to(3),
        lambda: of.find([], None),
        lambda: of.select(None),
        lambda: setattr(of, "only_here", False),
        lambda: of.set(44, 12, 30),
        lambda: of.remark(Marks([verbatim(5, (0, *SALT), (1, 0, 40))], 0)),
    )
    for change in changes:
        change()
        kept = [of.line(y) for y in range(of.height)]
        of._bodies, of._kinds, of._kinds_of = {}, {}, ()
        assert kept == [of.line(y) for y in range(of.height)]
