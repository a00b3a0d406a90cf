"""Columns that face each other: exact widths, ties, and the way to a counterpart and round again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.tui.render.facing import HEADER, Facing
from reader.tui.render.line import cells
from tests.tui.passages import altered, facing, plain, verbatim

SHARED = "the lamp burned every night through two wars and one earthquake without a single keeper falling asleep"


def paragraphs(name: str, count: int) -> str:
    return "\n\n".join(f"{name} {number} " + "tells of tides and tar and rope. " * 4 for number in range(count))


LEFT = f"{paragraphs('North', 12)}\n\n{SHARED}\n\n{paragraphs('West', 12)}"
RIGHT = f"{SHARED}\n\n{paragraphs('South', 20)}\n\n{SHARED}\n\n{paragraphs('East', 6)}"
HERE = (0, LEFT.index(SHARED), LEFT.index(SHARED) + len(SHARED))
EARLY = (1, 0, len(SHARED))
LATE = (1, RIGHT.rindex(SHARED), RIGHT.rindex(SHARED) + len(SHARED))


def two(width: int = 100, height: int = 23) -> Facing:
    made = facing([LEFT, RIGHT], verbatim(1, HERE, EARLY, LATE))
    made.set(width, height, 72)
    return made


def text(of: Facing) -> list[str]:
    return [plain(of.line(y)) for y in range(of.height)]


@given(
    st.integers(20, 200),
    st.integers(8, 50),
    st.integers(2, 3),
    st.sampled_from([None, True, False]),
    st.integers(0, 60),
)
def test_every_line_is_exactly_as_wide_as_the_view(
    width: int, height: int, count: int, stacks: bool | None, scrolled: int
) -> None:
    made = facing(
        [LEFT, RIGHT, "漢字 " * 40][:count], verbatim(1, HERE, EARLY, LATE), altered(2, (0, 0, 40), (1, 130, 170))
    )
    made.stacks = stacks
    made.set(width, height, 72)
    made.scroll(scrolled)
    assert {cells(made.line(y)) for y in range(height)} == {width}


def test_columns_stand_side_by_side_from_eighty_cells_on() -> None:
    assert not two(80).stacked
    assert two(79).stacked
    assert two(80).joints == [40]
    assert two(79).joints == []


def test_headers_say_who_it_is_where_the_keys_are_and_whether_they_are_tied() -> None:
    made = two()
    assert text(made)[0].startswith("▸ Outlet 0")
    assert "⇄ tied" in text(made)[0]
    made.lead = 1
    made.tied = False
    assert "▸ Outlet 1" in text(made)[0]
    assert "⇵ free" in text(made)[0]


def test_stacked_columns_share_the_height() -> None:
    made = two(60, 21)
    assert [y for y, line in enumerate(text(made)) if "Outlet" in line] == [0, 11]
    assert text(made)[10] == "─" * 60
    assert sum(column.height + HEADER for column in made.columns) + 1 == 21


def test_a_visited_passage_stands_level_in_both() -> None:
    made = two()
    made.visit(0, 0)
    rows = [y for y, line in enumerate(text(made)) if "▌1=" in line]
    assert len(rows) >= 1
    left = next(y for y, line in enumerate(text(made)) if "1=" in line[:50])
    assert left == HEADER + 1 + made.columns[0].height // 3


def test_scrolling_on_takes_the_other_along_and_never_back() -> None:
    made = two()
    tops = []
    while made.scroll(1):
        tops.append(made.columns[1].top)
    assert tops == sorted(tops)
    assert made.columns[0].top == made.columns[0].lowest
    assert made.columns[1].top == made.columns[1].lowest
    while made.scroll(-1):
        pass
    assert [column.top for column in made.columns] == [0, 0]


def test_scrolling_through_a_passage_levels_it() -> None:
    made = facing([LEFT, RIGHT], verbatim(1, HERE, LATE))
    made.set(100, 23, 72)
    left, right = made.columns
    level = left.height // 3
    made.scroll(left.row_of(HERE[1]) - level)
    assert right.row_of(LATE[1]) - right.top == level


def test_untied_the_other_stays() -> None:
    made = facing([LEFT, RIGHT], verbatim(1, HERE, LATE))
    made.set(100, 23, 72)
    made.scroll(15)
    assert made.columns[1].top > 0
    made.scroll(-15)
    made.tied = False
    made.scroll(15)
    assert [column.top for column in made.columns] == [15, 0]


def test_the_counterpart_goes_through_every_place_and_round() -> None:
    made = two()
    made.visit(0)
    found = [made.to_counterpart() for _ in range(4)]
    places = [(mark.start, mark.end) for mark in found if mark]
    assert places == [EARLY[1:], LATE[1:], HERE[1:], EARLY[1:]]
    assert made.lead == 1
    assert made.columns[1].shows(EARLY[1])


def test_every_place_shows_when_it_is_visited() -> None:
    made = two()
    made.visit(0)
    for _ in range(3):
        mark = made.to_counterpart()
        assert mark is not None
        assert made.columns[made.lead].shows(mark.start)


def test_without_a_visited_passage_there_is_no_counterpart() -> None:
    made = two()
    assert made.to_counterpart() is None
    made.visit(0)
    made.leave()
    assert made.to_counterpart() is None
    assert made.visited is None


def test_a_passage_that_the_column_with_the_keys_has_not_gives_them_away() -> None:
    made = facing([LEFT, RIGHT, LEFT], verbatim(1, EARLY, (2, *HERE[1:])))
    made.set(150, 20, 72)
    made.visit(0)
    assert made.lead == 1


def test_a_cell_belongs_to_a_column() -> None:
    made = two(81)
    assert [made.column_at(x, 5) for x in (0, 39, 41, 80)] == [0, 0, 1, 1]
    stacked = two(60, 20)
    assert [stacked.column_at(5, y) for y in (0, 9, 10, 19)] == [0, 0, 1, 1]


def test_the_mark_on_a_line_is_found_in_both_layouts() -> None:
    for width, height in ((100, 23), (60, 40)):
        made = two(width, height)
        made.visit(0)
        marks = [y for y in range(height) if made.mark_at_line(y)]
        shown = [y for y, line in enumerate(text(made)) if "▌" in line[:6]]
        assert marks == [y for y in shown if made.column_at(0, y) == made.lead]
