"""Stories of a list that is sorted and grouped, of tags, and of what is done to all marked articles at once."""

from __future__ import annotations

from pathlib import Path

from reader.articles.particulars import shown_title
from reader.tui.screens.compare_screen import CompareScreen
from reader.tui.screens.listing import GROUPINGS, ORDER_NAMES
from tests.tui.screen import Program, current, enter, library, press, rows, running, screen, status, until
from tests.tui.sessions import compare, session
from tests.tui.shelf import story

HEADING = "──"


async def arrange(pilot: Program, wanted: str) -> None:
    """Chooses an order or a grouping from the menu."""
    names = [*ORDER_NAMES, *(f"by {grouping}" for grouping in GROUPINGS)]
    await press(pilot, "\\", "g", *["j"] * names.index(wanted), "enter")


def title(pilot: Program) -> str:
    """Of the article under the cursor."""
    return shown_title(pilot.app.desk.articles[current(pilot) or 0])


def listed(pilot: Program) -> list[str]:
    """What stands in the list: headings, and the titles under them."""
    left = [row[:36].rstrip(" │") for row in rows(pilot)[2:-2]]
    heads = [row for row in left if row.startswith(HEADING)]
    titles = {library(pilot).desk.articles[n].particulars.title or "Ropewalk" for n in library(pilot).listing.listed}
    starts = {title[:12] for title in titles}
    return [row.strip("─ ") if row in heads else row[5:17] for row in left if row in heads or row[5:17] in starts]


async def test_the_list_is_grouped_and_the_cursor_goes_from_article_to_article() -> None:
    async with running(story()) as pilot:
        await arrange(pilot, "by story")
        assert listed(pilot)[:4] == ["Lamp of Orrin Head goes da… · 3", "Lamp of Orri", "A beacon for", "Statement on"]
        assert listed(pilot)[4].startswith("in no story")
        await press(pilot, "j", "j", "j")
        assert current(pilot) == 3
        await arrange(pilot, "by outlet")
        assert listed(pilot)[0] == "Allotment Quarterly · 1"
        assert listed(pilot)[-2].startswith("outlet unknown")
        assert current(pilot) == 3
        await pilot.resize_terminal(100, 12)
        for _ in range(5):
            await press(pilot, "j")
            assert any(row[5:17] == title(pilot)[:12] for row in rows(pilot)[2:-2])
        assert "last entry" in status(pilot)


async def test_an_order_is_chosen_and_turned_round_by_choosing_it_again() -> None:
    async with running(story()) as pilot:
        await arrange(pilot, "words")
        up = listed(pilot)
        await arrange(pilot, "words")
        assert listed(pilot) == up[::-1]
        await arrange(pilot, "opened")
        await press(pilot, "g", "j")
        await arrange(pilot, "likeness")
        assert listed(pilot)[:3] == ["A beacon for", "Statement on", "Lamp of Orri"]


async def test_a_wrong_story_is_undone_by_hand_and_stays_so(store: Path) -> None:
    async with session(story(), store) as pilot:
        await press(pilot, "*")
        assert "3 articles of one story marked" in status(pilot)
        await press(pilot, "j", "i")
        assert "3 articles" in rows(pilot)[0]
        assert "words shared" in screen(pilot)
        assert "1 day apart" in screen(pilot)
        await press(pilot, "D")
        assert "in no story with another open article" in screen(pilot)
        await press(pilot, "U", "enter")
        assert isinstance(pilot.app.screen, CompareScreen)
        await press(pilot, "q", "D", "q", "x", "*")
        assert "in no story with another" in status(pilot)
    async with session(story(), store) as pilot:
        await arrange(pilot, "by story")
        assert listed(pilot)[0].endswith("· 2")
        await press(pilot, "x", "space", "G", "space", "I")
        assert "2 marked articles are one story now" in status(pilot)
        assert listed(pilot)[0].endswith("· 3")
        await press(pilot, "U")
        assert listed(pilot)[0].endswith("· 2")


async def test_tags_are_put_on_all_marked_articles_and_taken_back_in_one_step(store: Path) -> None:
    async with session(story(), store) as pilot:
        await press(pilot, "space", "j", "space", "t")
        assert "2 marked articles" in rows(pilot)[0]
        await enter(pilot, "lamp")
        await press(pilot, "enter")
        assert "✓ lamp   2 articles" in screen(pilot)
        await press(pilot, "escape", "j", "t")
        await enter(pilot, "LA")
        await press(pilot, "down", "enter")
        assert "✓ lamp   3 articles" in screen(pilot)
        await press(pilot, "escape")
        assert screen(pilot).count("#lamp") == 3
        await press(pilot, "U")
        assert screen(pilot).count("#lamp") == 2
        await press(pilot, "|")
        await enter(pilot, "tag:lamp")
        await press(pilot, "enter")
        assert "(2 of 5)" in rows(pilot)[0]  # the one that is read stays besides
    async with session(story(), store) as pilot:
        await until(pilot, lambda: screen(pilot).count("#lamp") == 2)
        await press(pilot, "s")
        assert "2 marked articles: starred" in status(pilot)
        assert screen(pilot).count("★") == 2
        await press(pilot, "U", "r")
        assert screen(pilot).count("★") == 0
        assert "2 marked articles: read" in status(pilot)
        await press(pilot, "j", "j", "s")
        assert screen(pilot).count("★") == 1


async def test_in_the_compare_view_the_article_of_the_column_is_meant(store: Path) -> None:
    async with session(story(), store) as pilot:
        await compare(pilot)
        await press(pilot, "l", "s")
        assert "Coast Dispatch: starred" in status(pilot)
        await press(pilot, "r", "t")
        await enter(pilot, "lamp")
        await press(pilot, "enter", "escape", "q")
        assert "★" in rows(pilot)[5]
        assert "#lamp" in rows(pilot)[7]
        await compare(pilot)
        await press(pilot, "U", "U", "U")
        assert "Taken back: 1 article starred" in status(pilot)
        await press(pilot, "q", "space", "c", "U")
        assert "U takes it back in the library" in status(pilot)
