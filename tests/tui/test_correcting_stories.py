"""Stories of the outline and the particulars: what the program held for true is corrected, kept and taken back."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from pathlib import Path

from textual.widgets import Input

from reader.articles.build import Built
from reader.library.shelf import Shelf, open_shelf
from reader.tui.render.line import Piece
from reader.tui.screens.library_screen import LibraryScreen
from reader.tui.screens.outline_screen import OutlineScreen
from reader.tui.screens.particulars_screen import ParticularsScreen
from reader.tui.widgets.find_bar import FindBar
from reader.tui.widgets.line_list import LineList
from reader.tui.widgets.reading_pane import ReadingPane
from tests.tui.screen import (
    Beside,
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
    status,
    until,
)
from tests.tui.sessions import compare, keeper, open_article, session, shows_no_control
from tests.tui.shelf import HERALD, article, long_text, story

PAGE = (
    "Ropewalk\n\nThe shed was long and dark and warm.\n\nSign up for our newsletter.\n\nThe hemp came by boat in May.\n"
)


def page() -> Shelf:
    return Shelf((article(PAGE, "page.txt", markdown=False),))


def kinds(pilot: Program, number: int = 0) -> list[str]:
    return [block.kind for block in open_article(pilot, number).blocks]


def row_of(pilot: Program, words: str) -> str:
    return next(row for row in rows(pilot) if words in row).rstrip()


def at_cursor(pilot: Program) -> str:
    """The row of the list that the cursor is on."""
    entries = pilot.app.screen.query_one(LineList)
    top = next(y for y in range(entries.size.height) if "cursor" in _roles(entries.line(y)))
    return rows(pilot)[entries.region.y + top].strip()


def _roles(line: tuple[Piece, ...]) -> str:
    return " ".join(piece.roles for piece in line)


# The outline


async def test_the_outline_opens_on_the_block_where_one_is() -> None:
    async with running(Shelf((article(long_text(30), "watch.txt", markdown=False),))) as pilot:
        await press(pilot, "enter", "p")
        assert "31 blocks · 0 furniture" in rows(pilot)[0]
        assert at_cursor(pilot).startswith("The tide book")
        await press(pilot, "q", "space", "space")
        place = reading(pilot).place
        await press(pilot, "p")
        blocks = open_article(pilot).blocks
        here = next(number for number, block in enumerate(blocks) if block.end > place)
        assert at_cursor(pilot).startswith(f"Entry {here - 1}.")


async def test_enter_goes_to_the_block_and_esc_back() -> None:
    async with running(Shelf((article(long_text(30), "watch.txt", markdown=False),))) as pilot:
        await press(pilot, "enter", "p", "G")
        assert "last entry" not in status(pilot)
        await press(pilot, "j")
        assert "This is the last entry" in status(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.focused, ReadingPane)
        assert reading(pilot).shows(open_article(pilot).text.index("Entry 29"))
        assert lit(reading(pilot)) == "E"
        await press(pilot, "escape")
        assert reading(pilot).top == 0
        assert not lit(reading(pilot), "hit")


async def test_a_block_has_its_kind_and_rule_and_hostile_ones_show_as_text() -> None:
    one = article(PAGE, "page.txt", markdown=False)
    blocks = tuple(replace(block, rule=f"{block.rule}\x1b[2J[/x]\u202e") for block in one.blocks)
    async with running(Shelf((replace(one, blocks=blocks),))) as pilot:
        await press(pilot, "p")
        assert "furniture · sign-up␛[2J[/x]⸮" in row_of(pilot, "Sign up for our")
        assert "title · " in rows(pilot)[2]
        shows_no_control(pilot)


async def test_b_turns_furniture_round_and_counts_and_text_follow(store: Path) -> None:
    async with session(page(), store) as pilot:
        assert "⋯ 1 line folded" in screen(pilot)
        before = open_article(pilot)
        await press(pilot, "enter", "p", "j", "j", "B")
        assert "This block is a paragraph now" in status(pilot)
        assert "4 blocks · 0 furniture" in rows(pilot)[0]
        assert at_cursor(pilot).startswith("Sign up for our")
        await press(pilot, "q")
        assert "Sign up for our newsletter." in screen(pilot)
        assert "folded" not in screen(pilot)
        assert open_article(pilot).words == before.words + 5
        assert f"{before.words + 5} words" in screen(pilot)
        await press(pilot, "p", "g", "j", "B")
        assert "This block is furniture now" in status(pilot)
        await press(pilot, "q")
        assert "The shed was long" not in screen(pilot)
        await press(pilot, "B")
        assert "The shed was long" in screen(pilot)


async def test_what_was_turned_round_is_so_in_the_next_session_and_is_taken_back(store: Path) -> None:
    async with session(page(), store) as pilot:
        await press(pilot, "p", "j", "j", "B", "g", "j", "B")
        turned = kinds(pilot)
        assert turned[1:3] == ["furniture", "paragraph"]
    async with session(page(), store) as pilot:
        await until(pilot, lambda: kinds(pilot) == turned)
        assert "The shed was long" not in screen(pilot)
        assert "Sign up for our" in screen(pilot)
        await press(pilot, "U")
        assert "Taken back: the verdict on a block" in status(pilot)
        assert kinds(pilot)[1:3] == ["paragraph", "paragraph"]
        assert "The shed was long" in screen(pilot)
        await press(pilot, "U")
        assert kinds(pilot)[1:3] == ["paragraph", "furniture"]
        assert "⋯ 1 line folded" in screen(pilot)
        await press(pilot, "U")
        assert "There is nothing to take back" in status(pilot)
    async with session(page(), store) as pilot:
        assert kinds(pilot)[1:3] == ["paragraph", "furniture"]


async def test_front_matter_is_never_part_of_an_article(store: Path) -> None:
    async with session(story(), store) as pilot:
        await press(pilot, "p", "g", "B")
        assert "Front matter is never part of an article" in status(pilot)
        assert kinds(pilot)[0] == "furniture"


async def test_an_article_without_blocks_has_an_empty_outline() -> None:
    async with running(Shelf((replace(article(PAGE, "a.txt"), blocks=(), text=""),))) as pilot:
        await press(pilot, "p")
        assert "Nothing is in it" in screen(pilot)
        await press(pilot, "B")
        assert "There is no block here" in status(pilot)


async def test_furniture_is_left_out_of_matching_from_then_on(store: Path) -> None:
    async with session(story(), store) as pilot:
        await until(pilot, lambda: len(library(pilot).reading.passages) == 3)
        shared = next(n for n, b in enumerate(open_article(pilot).blocks) if "two wars" in HERALD[b.start : b.end])
        await press(pilot, "p", "g", *["j"] * shared, "B", "q")
        await until(pilot, lambda: len(library(pilot).reading.passages) == 2)
        await compare(pilot)
        assert "two wars" not in "".join(row[:60] for row in rows(pilot))


async def test_the_best_match_follows_a_correction(store: Path) -> None:
    tide = "The tide came in over the bar at noon on Monday and nobody was there to see it."
    pages = (article(f"{name}\n\n{tide}\n\nThe {name} says more.\n", name, markdown=False) for name in ("Tar", "Salt"))
    async with session(Shelf(tuple(pages)), store) as pilot:
        assert "≈" in screen(pilot)
        await press(pilot, "p", "g", "j")
        assert at_cursor(pilot).startswith("The tide came in")
        await press(pilot, "B", "q")
        await until(pilot, lambda: not library(pilot).reading.passages)
        assert "1= The tide" not in screen(pilot)
        assert "≈" not in screen(pilot)


async def test_the_passages_of_the_shelf_follow_a_correction(store: Path) -> None:
    async with session(story(), store) as pilot:
        desk = library(pilot).desk

        async def passages() -> int:
            from reader.compare.thresholds import DEFAULT

            return len((await desk.passages(DEFAULT, lambda news: None)).all)

        before = await passages()
        shared = next(n for n, b in enumerate(open_article(pilot).blocks) if "two wars" in HERALD[b.start : b.end])
        await press(pilot, "p", "g", *["j"] * shared, "B", "q")
        assert await passages() < before


class Slow(Beside):
    """Opens files when it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.go_on = asyncio.Event()
        self.is_opening = False

    async def open(self, paths: Sequence[str]) -> AsyncIterator[list[Built]]:
        from reader.sources.reading import read_all

        self.is_opening = True
        await self.go_on.wait()
        for path in paths:
            yield [each for each in read_all(path, begun=True) if isinstance(each, Built)]


async def test_taking_back_does_not_end_the_reading_of_further_files(tmp_path: Path, store: Path) -> None:
    from reader.tui.app import ReaderApp

    (tmp_path / "later.txt").write_text("Later\n\nThe second boat came in at dusk, and nobody waved.\n", "utf-8")
    shelf = replace(open_shelf([]), articles=page().articles, pending=(str(tmp_path / "later.txt"),))
    app = ReaderApp(shelf, opens_store=keeper(store))  # type: ignore[arg-type]
    slow = app.desk.matching = Slow()  # type: ignore[assignment]
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: slow.is_opening)
        assert "1 still to be read" in screen(pilot)
        await press(pilot, "s", "U")
        assert "Taken back" in status(pilot)
        slow.go_on.set()
        await until(pilot, lambda: app.desk.pairs.is_matched)
        assert len(app.desk.articles) == 2


# The particulars


async def correct(pilot: Program, down: int, typed: str) -> None:
    """Sets a particular of the open article and goes back to the library."""
    await press(pilot, "e", *["j"] * down, "enter")
    await enter(pilot, typed)
    await press(pilot, "enter", "q")
    await until(pilot, lambda: isinstance(pilot.app.screen, LibraryScreen))


async def test_each_particular_has_its_value_and_how_it_is_known() -> None:
    async with running(story()) as pilot:
        await press(pilot, "j", "e")
        assert isinstance(pilot.app.screen, ParticularsScreen)
        shown = [row.strip() for row in rows(pilot)[2:-2] if row.strip()]
        assert shown[:5] == [
            "title       A beacon for the outer mole",
            "stated in the front matter",
            "byline      unknown",
            "outlet      Coast Dispatch",
            "stated in the front matter",
        ]
        assert "published   10 April 2031" in screen(pilot)
        assert "a guess · frequent words" in screen(pilot)


async def test_enter_edits_and_list_and_header_show_the_new_value(store: Path) -> None:
    async with session(story(), store) as pilot:
        await press(pilot, "e", "j", "j", "enter")
        assert isinstance(pilot.app.focused, Input)
        assert pilot.app.focused.value == "Orrin Herald"
        assert "empty: unknown" in screen(pilot)
        await enter(pilot, "Headland News")
        await press(pilot, "enter")
        assert isinstance(pilot.app.focused, LineList)
        assert not pilot.app.screen.query_one(FindBar).is_open
        assert "outlet      Headland News" in screen(pilot)
        assert "corrected by you" in screen(pilot)
        assert at_cursor(pilot).startswith("outlet")
        await press(pilot, "q")
        assert "Headland News · 9 Apr 2031" in screen(pilot)
        assert "Headland News · Tamsin Vale" in screen(pilot)
        assert "Orrin Herald" not in "".join(rows(pilot)[2:4])
        await correct(pilot, 0, "Dark in May")
        assert "Dark in May" in rows(pilot)[2]
        await press(pilot, "p")
        assert rows(pilot)[0].strip().startswith("Dark in May")
        await press(pilot, "q")
        await compare(pilot)
        assert "Headland News" in rows(pilot)[0]


async def test_an_empty_line_means_unknown_and_what_is_typed_shows_as_text(store: Path) -> None:
    async with session(story(), store) as pilot:
        await press(pilot, "e", "j", "enter")
        await enter(pilot, "   ")
        await press(pilot, "enter")
        assert "byline      unknown" in screen(pilot)
        assert "corrected by you" in screen(pilot)
        await press(pilot, "q")
        assert "Tamsin Vale" not in screen(pilot)
        assert open_article(pilot).particulars.byline is None
        await correct(pilot, 2, "O\x1b[2J\u202e[x]\x07 [@click=app.quit]q[/]")
        assert open_article(pilot).particulars.outlet == "O␛[2J⸮[x]␇ [@click=app.quit]q[/]"
        shows_no_control(pilot)
        await press(pilot, "e")
        assert "outlet      O␛[2J⸮[x]␇ [@click=app.quit]q[/]" in screen(pilot)
        shows_no_control(pilot)


async def test_esc_while_typing_changes_nothing(store: Path) -> None:
    async with session(story(), store) as pilot:
        await press(pilot, "e", "enter")
        await enter(pilot, "Something else")
        await press(pilot, "escape")
        assert "Something else" not in screen(pilot)
        assert isinstance(pilot.app.focused, LineList)
        await press(pilot, "enter")
        assert pilot.app.focused.value == "Lamp of Orrin Head goes dark in May"  # type: ignore[union-attr]
        await press(pilot, "enter", "q")
        assert not store.exists()
        await press(pilot, "U")
        assert "There is nothing to take back" in status(pilot)


async def test_a_date_that_is_none_is_refused_with_a_sentence(store: Path) -> None:
    async with session(story(), store) as pilot:
        await press(pilot, "e", *"jjj", "enter")
        for typed in ("someday", "2031-13-01", "2031-04", "31 February 2031", "7/8"):
            await enter(pilot, typed)
            await press(pilot, "enter")
            assert "This is no whole date; write it like 2024-03-02 or 2 March 2024" in status(pilot)
            assert pilot.app.focused.value == typed  # type: ignore[union-attr]
            assert open_article(pilot).particulars.published == "2031-04-09"
        await enter(pilot, "2 March 2031")
        await press(pilot, "enter")
        assert "published   2 March 2031" in screen(pilot)
        assert open_article(pilot).particulars.published == "2031-03-02"


async def test_corrections_are_kept_taken_back_and_the_file_is_never_touched(tmp_path: Path, store: Path) -> None:
    file = tmp_path / "herald.md"
    file.write_bytes(HERALD.replace("\n", "\r\n").encode() + b"\xff\xfe\r\n")
    before = file.read_bytes(), file.stat().st_mtime_ns
    async with session(open_shelf([str(file)]), store) as pilot:
        await correct(pilot, 2, "Headland News")
        await correct(pilot, 1, "")
        await press(pilot, "p", "g", "j", "j", "B", "q")
        corrected = open_article(pilot)
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before
    async with session(open_shelf([str(file)]), store) as pilot:
        await until(pilot, lambda: open_article(pilot) == corrected)
        assert "Headland News · 9 Apr 2031" in screen(pilot)
        assert "Tamsin Vale" not in screen(pilot)
        await press(pilot, "U", "U")
        assert "Taken back: the byline" in status(pilot)
        assert "Tamsin Vale" in screen(pilot)
        await press(pilot, "U")
        assert "Taken back: the outlet" in status(pilot)
        assert "Orrin Herald · 9 Apr 2031" in screen(pilot)
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["herald.md"]


async def test_a_click_while_typing_does_not_send_the_value_to_another_particular(store: Path) -> None:
    async with session(story(), store) as pilot:
        await press(pilot, "e", "enter")
        await enter(pilot, "Dark in May")
        y = next(y for y, row in enumerate(rows(pilot)) if "byline" in row)
        await pilot.click(offset=(20, y))
        bar = pilot.app.screen.query_one(FindBar)
        if bar.is_open:
            await pilot.click(bar.query_one(Input))
            await press(pilot, "enter")
        assert open_article(pilot).particulars.byline == "Tamsin Vale"


async def test_an_outline_is_of_the_open_article_and_goes_back_to_it() -> None:
    async with running(story()) as pilot:
        await press(pilot, "j", "j", "p")
        assert isinstance(pilot.app.screen, OutlineScreen)
        assert "Statement on Orrin Head" in rows(pilot)[0]
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert current(pilot) == 2
