"""Stories of finding: as one types, across rows, everywhere, with patterns that are wrong or endless."""

from __future__ import annotations

import asyncio
from asyncio import Event
from collections.abc import AsyncIterator, Sequence

import pytest

from reader.articles.article import Article
from reader.library.everywhere import Answer, Question
from reader.tui.screens.find_screen import FindScreen
from reader.tui.screens.library_screen import LibraryScreen
from reader.tui.widgets.find_bar import FindBar
from reader.tui.widgets.line_list import LineList
from reader.tui.widgets.reading_pane import ReadingPane
from tests.tui.screen import (
    PATIENCE,
    Finder,
    Program,
    current,
    enter,
    library,
    lit,
    press,
    reading,
    rows,
    running,
    screen,
    settled,
    status,
    until,
    wide,
)
from tests.tui.shelf import long_text, shelf, story

WATCH = long_text(40)


def outcome(pilot: Program) -> str:
    """What the line to type in says came of it."""
    bar = pilot.app.screen.query_one("#find", FindBar)
    return rows(pilot)[bar.region.y] if bar.is_open else ""


async def find(pilot: Program, words: str) -> None:
    await press(pilot, "/")
    await enter(pilot, words)


async def test_hits_are_counted_as_one_types_and_n_goes_round() -> None:
    async with running(story()) as pilot:
        await press(pilot, "/", *"the")
        assert "1/15" in outcome(pilot)
        await press(pilot, *" ne")
        assert "1/1 " in outcome(pilot)
        await enter(pilot, "lamp")
        assert "1/3" in outcome(pilot)
        await press(pilot, "enter", "n")
        assert "2/3" in status(pilot)
        await press(pilot, "n", "n")
        assert "1/3" in status(pilot)
        await press(pilot, "N")
        assert "3/3" in status(pilot)


async def test_all_hits_are_lit_and_one_of_them_brighter() -> None:
    async with running(story()) as pilot:
        await find(pilot, "lamp")
        assert lit(reading(pilot), "hit") == "Lamp lamp lamp"
        assert lit(reading(pilot)) == "Lamp"
        await press(pilot, "down")
        assert lit(reading(pilot)) == "lamp"


@pytest.mark.parametrize("width", [120, 100, 80, 60, 40])
async def test_a_phrase_is_found_and_lit_across_rows(width: int) -> None:
    phrase = "every night since the winter of 1871, through two wars and one earthquake"
    async with running(story(), (width, 36)) as pilot:
        await find(pilot, phrase)
        assert "1/1" in outcome(pilot)
        assert lit(reading(pilot)) == phrase
        await press(pilot, "enter")
        await wide(pilot, width + 13)
        assert lit(reading(pilot)) == phrase


@pytest.mark.parametrize("words", ['"no ship will', "“No ship will", "council's own"])
async def test_quotation_marks_are_found_however_they_are_typed(words: str) -> None:
    async with running(story()) as pilot:
        await find(pilot, words)
        assert "1/1" in outcome(pilot)
        assert len(lit(reading(pilot))) == len(words)


async def test_esc_in_the_line_goes_back_to_the_place() -> None:
    async with running(shelf(WATCH)) as pilot:
        await press(pilot, "enter", "d")
        place, top = reading(pilot).place, reading(pilot).top
        await find(pilot, "Entry 30")
        assert reading(pilot).top > top
        await press(pilot, "escape")
        assert (reading(pilot).place, reading(pilot).top) == (place, top)
        assert not lit(reading(pilot), "hit")
        assert isinstance(pilot.app.focused, ReadingPane)


async def test_esc_after_enter_goes_back_too() -> None:
    async with running(shelf(WATCH)) as pilot:
        await press(pilot, "enter", "d")
        top = reading(pilot).top
        await find(pilot, "Entry 3")
        await press(pilot, "enter", "n", "n", "escape")
        assert reading(pilot).top == top
        assert not lit(reading(pilot), "hit")


async def test_esc_stays_where_one_has_read_on() -> None:
    async with running(shelf(WATCH)) as pilot:
        await press(pilot, "enter")
        await find(pilot, "Entry 30")
        await press(pilot, "enter", "j", "j")
        top = reading(pilot).top
        await press(pilot, "escape")
        assert reading(pilot).top == top
        assert not lit(reading(pilot), "hit")


async def test_a_word_that_is_not_there_moves_nothing() -> None:
    async with running(shelf(WATCH)) as pilot:
        await press(pilot, "enter", "d")
        top = reading(pilot).top
        await find(pilot, "Entry 30")
        await enter(pilot, "Entry 30 zebra")
        assert "no hit" in outcome(pilot)
        assert reading(pilot).top == top


async def test_lower_case_finds_either_and_upper_case_asks_for_it() -> None:
    async with running(story()) as pilot:
        await find(pilot, "lamp")
        assert "1/3" in outcome(pilot)
        await enter(pilot, "Lamp")
        assert "1/1" in outcome(pilot)
        await enter(pilot, "lamp")
        await press(pilot, "f2")
        assert "1/2" in outcome(pilot)


async def test_tab_asks_for_whole_words_and_then_for_patterns() -> None:
    async with running(story()) as pilot:
        await find(pilot, "light")
        assert "1/1" in outcome(pilot)
        await enter(pilot, "igh")
        await press(pilot, "tab")
        assert "no hit" in outcome(pilot)
        await press(pilot, "tab")
        await enter(pilot, r"keep\w+")
        await until(pilot, lambda: "1/" in outcome(pilot))
        assert lit(reading(pilot)) == "keepers"


async def test_a_pattern_that_is_wrong_says_why() -> None:
    async with running(story()) as pilot:
        await find(pilot, "(lamp")
        await press(pilot, "tab", "tab")
        await until(pilot, lambda: "This is no pattern: missing )" in screen(pilot))
        await press(pilot, "escape", "j")
        assert reading(pilot).top >= 0


@pytest.mark.parametrize("width", [60, 80])
async def test_a_pattern_that_is_wrong_says_why_where_there_is_little_room(width: int) -> None:
    async with running(story(), (width, 24)) as pilot:
        await find(pilot, "(lamp")
        await press(pilot, "tab", "tab")
        await until(pilot, lambda: "This is no" in screen(pilot))
        assert "missing )" in screen(pilot)


async def test_a_pattern_that_never_ends_is_stopped_and_keys_work_on() -> None:
    async with running(shelf("The saw\n\n" + "a" * 4000 + "!\n\nThe end of it.")) as pilot:
        await find(pilot, "")
        await press(pilot, "tab", "tab")
        await enter(pilot, "(a+)+$")
        await press(pilot, "left", "right")
        assert pilot.app.is_running
        await until(pilot, lambda: "The pattern took longer" in screen(pilot))
        await enter(pilot, "end")
        await until(pilot, lambda: "1/1" in outcome(pilot))
        await press(pilot, "escape", "q")
        assert pilot.app.return_value == 0


async def test_the_next_search_is_of_the_other_article() -> None:
    async with running(story()) as pilot:
        await find(pilot, "lamp")
        await press(pilot, "enter", "J")
        assert not lit(reading(pilot), "hit")
        await press(pilot, "/")
        await enter(pilot, "photographs")
        assert "1/1" in outcome(pilot)


# Everywhere


async def everywhere(pilot: Program, words: str, expected: str) -> None:
    await press(pilot, "F")
    await enter(pilot, words)
    await until(pilot, lambda: expected in outcome(pilot), expected)


async def test_places_in_all_articles_are_listed_with_their_words() -> None:
    async with running(story()) as pilot:
        await everywhere(pilot, '"fog bell', "1 hit in 1 article")
        assert "Orrin Herald · Lamp of Orrin Head" in screen(pilot)
        assert "who would now ring the fog bell" in screen(pilot)
        await press(pilot, "escape")
        await everywhere(pilot, "lamp", "5 hits in 2 articles")
        assert "3 hits" in screen(pilot)
        assert "2 hits" in screen(pilot)
        await press(pilot, "escape")
        await everywhere(pilot, "zebra", "0 hits")
        assert "No open article has this" in screen(pilot)


async def test_the_list_may_be_painted_while_another_search_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    held = Event()
    asked = Finder.everywhere

    async def slow(finder: Finder, articles: Sequence[Article], question: Question) -> AsyncIterator[list[Answer]]:
        if question.query.pattern == "beacon":
            await asyncio.wait_for(held.wait(), PATIENCE)
        async for answers in asked(finder, articles, question):
            yield answers

    monkeypatch.setattr(Finder, "everywhere", slow)
    async with running(story()) as pilot:
        await everywhere(pilot, "lamp", "5 hits in 2 articles")
        await enter(pilot, "beacon")
        pilot.app.screen.query_one("#places", LineList).refresh()
        await settled(pilot)
        assert "3 hits" in screen(pilot)
        await until(pilot, lambda: "looking …" in screen(pilot))
        held.set()
        await until(pilot, lambda: "4 hits in 3 articles" in outcome(pilot))
        assert "looking …" not in screen(pilot)


async def test_enter_opens_the_article_at_the_hit() -> None:
    async with running(shelf("One\n\nNothing here.", WATCH)) as pilot:
        await everywhere(pilot, '"entry 3', "11 hits in 1 article")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert current(pilot) == 1
        assert lit(reading(pilot)) == "Entry 3"
        assert reading(pilot).shows(WATCH.index("Entry 3"))
        assert isinstance(pilot.app.focused, ReadingPane)
        await press(pilot, "n")
        assert "2/11" in status(pilot)
        assert library(pilot).desk.state.read


async def test_esc_leaves_everything_as_it_was() -> None:
    async with running(story()) as pilot:
        await press(pilot, "j")
        await everywhere(pilot, "lamp", "5 hits")
        await press(pilot, "down", "escape")
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert current(pilot) == 1
        assert not lit(reading(pilot), "hit")


async def test_what_is_sought_in_the_article_is_sought_everywhere() -> None:
    async with running(story()) as pilot:
        await find(pilot, "beacon")
        await press(pilot, "enter", "F")
        await until(pilot, lambda: "4 hits in 3 articles" in outcome(pilot))
        assert isinstance(pilot.app.screen, FindScreen)


async def test_a_bad_pattern_everywhere_says_why() -> None:
    async with running(story()) as pilot:
        await press(pilot, "F", "tab")
        await enter(pilot, "*")
        await until(pilot, lambda: "This is no pattern" in screen(pilot))
        assert pilot.app.screen.query_one("#places", LineList).count == 0


# Between two


async def test_find_in_the_column_that_has_the_keys() -> None:
    async with running(story()) as pilot:
        await press(pilot, "c")
        await until(pilot, lambda: pilot.app.screen.compared)
        left, right = pilot.app.screen.compared.facing.columns
        await find(pilot, "two wars")
        assert "1/1" in outcome(pilot)
        assert (lit(left), lit(right)) == ("two wars", "")
        await press(pilot, "enter", "escape", "l")
        await find(pilot, "two wars")
        assert "1/2" in outcome(pilot)
        await press(pilot, "enter", "n")
        assert "2/2" in status(pilot)
        assert lit(right) == "two wars"
