"""Stories of the compare view: passages, counterparts, ties, layouts, thresholds, and where nothing is shared."""

from __future__ import annotations

import pytest

from reader.tui.render.facing import Facing
from reader.tui.screens.compare_screen import CompareScreen
from reader.tui.screens.library_screen import LibraryScreen
from tests.tui.screen import Program, press, rows, running, screen, status, until, wide
from tests.tui.shelf import long_text, shelf, story

TWICE = "All winter long a lamp burned through two wars and one earthquake without any keeper asleep."
LONG = (
    f"{long_text(14)}\n\n{TWICE}\n\n{long_text(14, ('moss', 'fern', 'bark'))}",
    f"Birds\n\n{TWICE}\n\n{long_text(20, ('gull', 'tern', 'auk'))}\n\n{TWICE}\n\n{long_text(6, ('ice', 'hail'))}",
)


LEFT_AND_RIGHT = slice(0, 50), slice(51, None)


def facing(pilot: Program) -> Facing:
    return pilot.app.screen.compared.facing  # type: ignore[attr-defined]


def tops(pilot: Program) -> list[int]:
    return [column.top for column in facing(pilot).columns]


async def compare(pilot: Program, *articles: int) -> None:
    """Marks articles and compares them."""
    for number in articles:
        await press(pilot, "g", *["j"] * number, "space")
    await again(pilot, "c")


async def again(pilot: Program, key: str) -> None:
    """Presses a key that brings another comparison."""
    before = getattr(pilot.app.screen, "compared", None)
    await press(pilot, key)
    await until(pilot, lambda: getattr(pilot.app.screen, "compared", None) not in (None, before))


async def test_shared_passages_have_one_number_in_both_columns() -> None:
    async with running(story()) as pilot:
        await compare(pilot, 0, 1)
        left, right = ("\n".join(row[part] for row in rows(pilot)) for part in (slice(0, 60), slice(61, None)))
        for number in ("▌1=", "║2“", "┊3~"):
            assert number in left
            assert number in right
        assert right.count("▌1=") == 2
        assert "39 % of this is in the other · 53 words" in left
        assert "72 % of this is in the other · 73 words" in right


async def test_brackets_visit_passages_in_the_order_of_the_column() -> None:
    async with running(story()) as pilot:
        await compare(pilot, 0, 1)
        seen = []
        for _ in range(4):
            await press(pilot, "]")
            seen.append(status(pilot)[:11])
        assert seen == [
            "passage 1/3", "passage 2/3", "passage 3/3", "passage 1/3",
        ]  # fmt: skip
        await press(pilot, "[")
        assert "passage 3/3" in status(pilot)
        await press(pilot, "escape", "g", "}")
        assert "altered: eleven million → fourteen million (number), will → would · " in status(pilot)
        await press(pilot, "{")
        assert "passage 3/3" in status(pilot)


async def test_the_number_of_the_passage_stays_where_there_is_little_room() -> None:
    async with running(story(), (80, 24)) as pilot:
        await compare(pilot, 0, 1)
        await press(pilot, "}")
        assert "altered" in status(pilot)
        assert "passage 3/3" in status(pilot)


async def test_n_goes_to_the_next_passage_where_nothing_is_lit() -> None:
    async with running(story()) as pilot:
        await compare(pilot, 0, 1)
        await press(pilot, "n", "n", "N")
        assert "passage 1/3" in status(pilot)


@pytest.mark.parametrize("key", ["enter", "%"])
async def test_the_counterpart_goes_through_every_place_and_round(key: str) -> None:
    async with running(shelf(*LONG), (100, 24)) as pilot:
        await compare(pilot, 0, 1)
        await press(pilot, "]")
        assert "2 times in" in status(pilot)
        places = []
        for _ in range(3):
            await press(pilot, key)
            visited = facing(pilot).visited
            assert visited is not None
            assert facing(pilot).columns[facing(pilot).lead].shows(visited.start)
            places.append((facing(pilot).lead, visited.start))
        assert [lead for lead, _ in places] == [1, 1, 0]
        assert places[0][1] < places[1][1]
        assert TWICE[:20] in screen(pilot)


async def test_a_visited_passage_stands_level_in_both_columns() -> None:
    async with running(shelf(*LONG), (100, 24)) as pilot:
        await compare(pilot, 0, 1)
        await press(pilot, "]")
        await press(pilot, "enter", "enter")
        left, right = ({y for y, row in enumerate(rows(pilot)) if "▌1=" in row[part]} for part in LEFT_AND_RIGHT)
        assert left == right != set()


async def test_tied_columns_scroll_together_and_l_unties_them() -> None:
    async with running(shelf(*LONG), (100, 24)) as pilot:
        await compare(pilot, 0, 1)
        await press(pilot, "G")
        lowest = tops(pilot)
        assert lowest == [column.lowest for column in facing(pilot).columns]
        await press(pilot, "u")
        assert all(now < low for now, low in zip(tops(pilot), lowest, strict=True))
        await press(pilot, "g")
        assert tops(pilot) == [0, 0]
        await press(pilot, "L")
        assert "⇵ free" in rows(pilot)[0]
        await press(pilot, "space", "j")
        assert tops(pilot)[0] > 0
        assert tops(pilot)[1] == 0
        await press(pilot, "l", "j")
        assert tops(pilot)[1] == 1
        await press(pilot, "L")
        assert "⇄ tied" in rows(pilot)[0]


async def test_the_keys_go_from_column_to_column() -> None:
    async with running(story()) as pilot:
        await compare(pilot, 0, 1)
        await press(pilot, "l")
        assert facing(pilot).lead == 1
        await press(pilot, "l")
        assert "last column" in status(pilot)
        await press(pilot, "tab")
        assert facing(pilot).lead == 0
        await press(pilot, "h")
        assert "first column" in status(pilot)


async def test_x_swaps_the_columns() -> None:
    async with running(story()) as pilot:
        await compare(pilot, 0, 1)
        assert rows(pilot)[0].index("Orrin Herald") < rows(pilot)[0].index("Coast Dispatch")
        await again(pilot, "x")
        assert rows(pilot)[0].index("Coast Dispatch") < rows(pilot)[0].index("Orrin Herald")


async def test_the_limit_changes_what_counts_as_a_passage() -> None:
    async with running(story()) as pilot:
        await compare(pilot, 0, 1)
        assert "3 passages · from 6 words" in status(pilot)
        for _ in range(13):
            await again(pilot, ".")
        assert "2 passages · from 19 words" in status(pilot)
        assert "altered" not in {passage.kind for passage in pilot.app.screen.compared.comparison.passages}
        await again(pilot, ",")
        assert "Passages from 18 words" in status(pilot)


async def test_the_limit_ends_at_three_words() -> None:
    async with running(story()) as pilot:
        await compare(pilot, 0, 1)
        for _ in range(3):
            await again(pilot, ",")
        await press(pilot, ",")
        assert "as short as can be asked for" in status(pilot)


async def test_the_place_is_kept_when_the_limit_changes() -> None:
    async with running(shelf(*LONG), (100, 24)) as pilot:
        await compare(pilot, 0, 1)
        await press(pilot, "space", "space", "l")
        places = [column.place for column in facing(pilot).columns]
        await again(pilot, ".")
        assert [column.place for column in facing(pilot).columns] == places
        assert facing(pilot).lead == 1


async def test_only_here_dims_in_both_columns() -> None:
    async with running(story()) as pilot:
        await compare(pilot, 0, 1)
        await press(pilot, "!")
        assert all(column.only_here for column in facing(pilot).columns)
        await again(pilot, ".")
        assert all(column.only_here for column in facing(pilot).columns)
        await press(pilot, "!")
        assert not any(column.only_here for column in facing(pilot).columns)


async def test_three_columns_show_from_a_hundred_and_twenty_cells() -> None:
    async with running(story(), (120, 36)) as pilot:
        await compare(pilot, 0, 1, 2)
        assert rows(pilot)[2].count("┼") == 2
        assert "in Coast Dispatch" in rows(pilot)[1]
        assert all(name in rows(pilot)[0] for name in ("Orrin Herald", "Coast Dispatch", "Harbour Office"))


async def test_below_that_two_show_and_a_digit_brings_another() -> None:
    async with running(story(), (119, 36)) as pilot:
        await compare(pilot, 0, 1, 2)
        assert rows(pilot)[2].count("┼") == 1
        assert "Harbour Office" not in rows(pilot)[0]
        await again(pilot, "3")
        assert "Harbour Office" in rows(pilot)[0]
        assert "Coast Dispatch" not in rows(pilot)[0]
        await press(pilot, "1")
        assert "shows already" in status(pilot)
        await press(pilot, "5")
        assert "3 articles are compared here" in status(pilot)


async def test_w_stacks_and_so_does_a_narrow_terminal() -> None:
    async with running(story()) as pilot:
        await compare(pilot, 0, 1)
        await press(pilot, "w")
        assert facing(pilot).stacked
        assert "│" not in screen(pilot)
        assert screen(pilot).index("Orrin Herald") < screen(pilot).index("Coast Dispatch")
        await press(pilot, "w")
        assert not facing(pilot).stacked
        assert "│" in screen(pilot)
    async with running(story(), (79, 24)) as pilot:
        await compare(pilot, 0, 1)
        assert facing(pilot).stacked
        await wide(pilot, 80, 24)
        assert "│" in screen(pilot)


async def test_the_measure_of_columns_changes() -> None:
    async with running(story(), (160, 36)) as pilot:
        await compare(pilot, 0, 1)
        await press(pilot, "minus", "minus")
        assert "Rows of at most 64 cells" in status(pilot)
        assert facing(pilot).columns[0].measure == 64
        await press(pilot, "equals_sign")
        assert facing(pilot).columns[0].measure == 72


# Nothing shared


async def test_where_nothing_is_shared_the_closest_words_and_the_next_step_are_said() -> None:
    async with running(story()) as pilot:
        await compare(pilot, 0, 3)
        assert "These two share no passage of 6 words or more." in screen(pilot)
        assert "] passage" not in status(pilot)
        assert "Closest: “every night since the winter” (5 words) in both" in screen(pilot)
        assert "4 years apart" in screen(pilot)
        assert "nothing of this is in the other" in rows(pilot)[1]
        await press(pilot, "]")
        assert ", allows shorter ones" in status(pilot)
        await press(pilot, "enter")
        assert "No shared passage shows here" in status(pilot)


async def test_the_next_step_that_is_offered_leads_to_the_closest_words() -> None:
    async with running(story()) as pilot:
        await compare(pilot, 0, 3)
        assert ", allow 5 words" in screen(pilot)
        await again(pilot, ",")
        assert "1 passage" in status(pilot) or "1=" in screen(pilot)
        assert "share no passage" not in screen(pilot)


async def test_the_matrix_is_open_from_there_and_q_leads_back() -> None:
    async with running(story()) as pilot:
        await compare(pilot, 0, 3)
        await press(pilot, "M")
        assert "How much of each" in screen(pilot)
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, CompareScreen)
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert pilot.app.return_value is None


async def test_finding_everywhere_from_the_compare_view_opens_the_article_in_the_library() -> None:
    from tests.tui.screen import current, enter

    async with running(story()) as pilot:
        await compare(pilot, 0, 1)
        await press(pilot, "F")
        await enter(pilot, "runner beans")
        await until(pilot, lambda: "hits in 1 article" in screen(pilot))
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, LibraryScreen))
        assert current(pilot) == 3
