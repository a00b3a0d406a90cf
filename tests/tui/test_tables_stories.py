"""Stories of the figures and of what became of a press release, on the screen."""

from __future__ import annotations

import pytest

from reader.library.matching import MatchingStopped
from reader.library.shelf import Shelf
from reader.tui.screens import library_text
from reader.tui.screens.compare_screen import CompareScreen
from reader.tui.screens.coverage_screen import CoverageScreen
from reader.tui.screens.figures_screen import FiguresScreen
from reader.tui.screens.library_screen import LibraryScreen
from tests.tui.screen import current, lit, press, reading, rows, running, screen, status, until, wide
from tests.tui.sessions import compare
from tests.tui.shelf import DISPATCH, GARDEN, HERALD, article, story
from tests.tui.test_hostile_stories import evil_shelf, shows_safely

WIDE = (160, 40)


async def test_the_figures_of_the_open_article_and_its_neighbours() -> None:
    async with running(story(), WIDE) as pilot:
        await press(pilot, "#")
        assert isinstance(pilot.app.screen, FiguresScreen)
        await until(pilot, lambda: "1 of them different" in screen(pilot))
        first = rows(pilot)[4]
        assert "≠" in first
        assert "eleven million crowns" in first
        assert "fourteen million crowns" in first
        assert "Coast Dispatch, ¶ " in rows(pilot)[-2]
        await press(pilot, "h")
        assert "Orrin Herald, ¶ 4/7: The new beacon will stand on the outer mole and cost eleven million" in screen(
            pilot
        )
        assert "1/" in status(pilot)
        assert "Only in Orrin Herald, or not matched" in screen(pilot)


async def test_the_cursor_begins_on_the_figure_that_is_another_than_most() -> None:
    third = HERALD.replace("Orrin Herald", "Mole Post")
    shelf = Shelf((article(HERALD, "herald.md"), article(third, "post.md"), article(DISPATCH, "dispatch.md")))
    async with running(shelf, (80, 24)) as pilot:
        await press(pilot, "#")
        await until(pilot, lambda: "different" in rows(pilot)[0])
        assert "fourteen million crowns" in rows(pilot)[-2]


async def test_the_process_beside_the_screen_finds_them_too() -> None:
    async with running(story(), WIDE, with_process=True) as pilot:
        await press(pilot, "#")
        await until(pilot, lambda: "different" in rows(pilot)[0])
        await pilot.app.desk.close()


async def test_enter_goes_to_the_figure_of_the_column() -> None:
    async with running(story(), WIDE) as pilot:
        await press(pilot, "#")
        await until(pilot, lambda: "different" in rows(pilot)[0])
        while "fourteen" not in rows(pilot)[-2]:
            await press(pilot, "l")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert current(pilot) == 1
        assert lit(reading(pilot)) == "fourteen million crowns"


async def test_a_cell_without_a_figure_says_so_and_the_edges_too() -> None:
    async with running(story(), WIDE) as pilot:
        await press(pilot, "#")
        await until(pilot, lambda: "different" in rows(pilot)[0])
        await press(pilot, "h", "h", "h")
        assert "The table ends here" in status(pilot)
        await press(pilot, "G")
        while "no figure of this article here" not in screen(pilot):
            await press(pilot, "l")
        await press(pilot, "enter")
        assert "No figure stands here" in status(pilot)
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, LibraryScreen)


async def test_without_figures_it_is_said() -> None:
    async with running(Shelf((article(GARDEN.replace("one", "a"), "garden.md"),))) as pilot:
        await press(pilot, "#")
        await until(pilot, lambda: "There are no figures here" in screen(pilot))
        await press(pilot, "enter", "l", "j")
        assert isinstance(pilot.app.screen, FiguresScreen)


async def test_an_engine_that_ends_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    async def stopped(*asked: object) -> None:
        raise MatchingStopped("The process ended")

    async with running(story()) as pilot:
        monkeypatch.setattr(pilot.app.desk.matching, "figures", stopped)
        monkeypatch.setattr(pilot.app.desk.matching, "compare", stopped)
        for key in ("#", "C"):
            await press(pilot, key)
            await until(pilot, lambda: "The process ended" in status(pilot))
            await press(pilot, "q")


async def test_what_became_of_the_release() -> None:
    async with running(story(), WIDE) as pilot:
        await press(pilot, "C")
        assert isinstance(pilot.app.screen, CoverageScreen)
        await until(pilot, lambda: "printed by nobody" in screen(pilot))
        assert rows(pilot)[0].startswith(" Harbour Office · 3 sentences, 1 printed by nobody")
        assert "∅" in rows(pilot)[4]
        await press(pilot, "j")
        assert "Orrin Herald, ¶ 3/7 (2/3 here) · verbatim, quoted: No ship will be left" in screen(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, CompareScreen)
        await until(pilot, lambda: "passage 1/" in status(pilot))
        assert "No ship" in screen(pilot)


async def test_the_release_of_a_few_articles_need_not_wait_until_they_are_matched(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with running(story(), WIDE) as pilot:
        pilot.app.desk.pairs.forget()
        await press(pilot, "C")
        await until(pilot, lambda: "3 sentences, 1 printed by nobody" in screen(pilot))
        await press(pilot, "q")
        monkeypatch.setattr(library_text, "NEIGHBOURS", 1)
        await press(pilot, "C")
        assert "The articles are still being matched" in status(pilot)
        pilot.app.desk.pairs.finish()
        await press(pilot, "C")
        assert "No other open article shares anything with this one" in status(pilot)


async def test_a_sentence_that_nobody_prints_opens_the_release() -> None:
    async with running(story(), WIDE) as pilot:
        await press(pilot, "C")
        await until(pilot, lambda: "printed by nobody" in screen(pilot))
        assert "prints none of it" in screen(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert current(pilot) == 2
        assert lit(reading(pilot)).startswith("The office thanks the keepers")


async def test_another_article_is_taken_for_the_release() -> None:
    async with running(story(), WIDE) as pilot:
        await press(pilot, "C")
        await until(pilot, lambda: "printed by nobody" in screen(pilot))
        await press(pilot, "x")
        await until(pilot, lambda: "taken for the release · 7 sentences" in rows(pilot)[0])
        assert "Harbour Offi…" in rows(pilot)[2]


async def test_an_article_that_shares_nothing_has_no_coverage() -> None:
    async with running(Shelf((article(GARDEN, "garden.md"),))) as pilot:
        await press(pilot, "C")
        assert "No other open article shares anything with this one" in status(pilot)


async def test_both_open_from_the_compare_view() -> None:
    async with running(story(), WIDE) as pilot:
        await compare(pilot)
        await press(pilot, "#")
        assert isinstance(pilot.app.screen, FiguresScreen)
        await press(pilot, "q", "C")
        assert isinstance(pilot.app.screen, CoverageScreen)
        await until(pilot, lambda: "sentences" in rows(pilot)[0])


async def test_how_far_down_a_passage_stands_is_told_where_it_is_visited() -> None:
    async with running(story(), WIDE) as pilot:
        await compare(pilot)
        await press(pilot, "]")
        assert "¶ 2/7 here, 2/4 there" in status(pilot)


async def test_at_its_edge_the_matrix_says_that_it_ends() -> None:
    async with running(story(), WIDE) as pilot:
        await press(pilot, "M", "G", "j")
        assert "The matrix ends here" in status(pilot)


@pytest.mark.parametrize("key", ["#", "C"])
async def test_at_every_size_the_rows_are_as_wide_as_the_terminal(key: str) -> None:
    async with running(story(), (120, 36)) as pilot:
        await press(pilot, key)
        await until(pilot, lambda: "/" in status(pilot))
        for size in ((20, 5), (40, 10), (300, 12)):
            await wide(pilot, *size)
            await press(pilot, "G", "l")
            assert {len(row) for row in rows(pilot)} == {size[0]}


@pytest.mark.parametrize("key", ["#", "C"])
async def test_what_articles_hold_shows_as_text(key: str) -> None:
    async with running(evil_shelf(), (160, 36)) as pilot:
        await press(pilot, key)
        await until(pilot, lambda: "O␛[2J" in screen(pilot))
        await press(pilot, "j", "l", "j")
        shows_safely(pilot, "eleven hundred barrels" if key == "#" else "[sic]")
