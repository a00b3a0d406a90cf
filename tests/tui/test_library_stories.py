"""Stories of the library: choosing, reading, filtering, sorting, marking, and the ways out."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from reader.library.shelf import Shelf, open_shelf
from reader.tui.render.measure import MEASURE
from reader.tui.screens.compare_screen import CompareScreen
from reader.tui.screens.dialog import Dialog
from reader.tui.screens.library_screen import LibraryScreen
from reader.tui.screens.listing import ORDER_NAMES
from reader.tui.screens.matrix_screen import MatrixScreen
from reader.tui.widgets.article_list import ArticleList
from reader.tui.widgets.reading_pane import ReadingPane
from tests.tui.screen import (
    Program,
    current,
    enter,
    library,
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
from tests.tui.shelf import HERALD, article, long_text, shelf, story, with_furniture


def header(pilot: Program) -> str:
    return rows(pilot)[0]


def listed(pilot: Program) -> list[int]:
    return list(library(pilot).listing.listed)


# Opening and reading


async def test_it_opens_on_the_first_article_with_the_keys_in_the_list() -> None:
    async with running(story()) as pilot:
        assert isinstance(pilot.app.focused, ArticleList)
        assert "The keepers were told at noon" in screen(pilot)
        assert "Statement on Orrin Head" in screen(pilot)
        assert "(5)" in header(pilot)
        assert "unread 5" in header(pilot)


async def test_files_are_opened_from_the_disk_and_matched_in_a_process(tmp_path: Path) -> None:
    (tmp_path / "herald.md").write_text(HERALD, "utf-8")
    (tmp_path / "again.txt").write_text("Heard\n\n" + HERALD.split("\n\n")[3], "utf-8")
    (tmp_path / "broken.md").write_bytes(b"\x00\x01\x02" * 50)
    async with running(open_shelf([str(tmp_path)]), with_process=True) as pilot:
        assert "The keepers were told" in screen(pilot) or "Heard" in screen(pilot)
        assert len(pilot.app.desk.articles) == 2
        await press(pilot, "c")
        await until(pilot, lambda: pilot.app.screen.compared)
        assert "1 passage" in status(pilot)


async def test_the_best_match_stands_in_the_list() -> None:
    async with running(story()) as pilot:
        assert "≈39% Coast Dispatch" in screen(pilot)
        assert "≈72% Orrin Herald" in screen(pilot)


async def test_the_text_follows_the_cursor_and_is_not_read_yet() -> None:
    async with running(story()) as pilot:
        await press(pilot, "j")
        assert "Old photographs of the headland" in screen(pilot)
        await press(pilot, "down", "down")
        assert "Runner beans want string" in screen(pilot)
        assert "unread 5" in header(pilot)
        await press(pilot, "k", "up", "g")
        assert "The keepers were told" in screen(pilot)


async def test_enter_gives_the_keys_to_the_text_and_the_article_is_read() -> None:
    async with running(story()) as pilot:
        await press(pilot, "enter")
        assert isinstance(pilot.app.focused, ReadingPane)
        assert "unread 4" in header(pilot)
        await press(pilot, "h")
        assert isinstance(pilot.app.focused, ArticleList)
        await press(pilot, "tab")
        assert isinstance(pilot.app.focused, ReadingPane)
        await press(pilot, "shift+tab")
        assert isinstance(pilot.app.focused, ArticleList)


async def test_every_article_keeps_its_place() -> None:
    async with running(shelf(long_text(30), long_text(20, ("moss", "fern", "bark")))) as pilot:
        await press(pilot, "enter", "space", "d")
        place = reading(pilot).place
        assert place > 0
        await press(pilot, "J", "d", "j")
        other = reading(pilot).place
        await press(pilot, "K")
        assert (current(pilot), reading(pilot).place) == (0, place)
        await press(pilot, "J")
        assert (current(pilot), reading(pilot).place) == (1, other)
        await press(pilot, "h", "k", "j", "enter")
        assert reading(pilot).place == other


async def test_the_place_survives_another_size_and_another_measure() -> None:
    async with running(shelf(long_text(30))) as pilot:
        await press(pilot, "enter", "space", "space")
        place = reading(pilot).place
        for width, height in ((90, 24), (160, 50), (70, 20)):
            await wide(pilot, width, height)
            assert reading(pilot).row_of(place) - reading(pilot).top in (0, 1, 2)
        await wide(pilot, 120, 36)
        for key in ("minus", "minus", "plus", "plus", "plus", "equals_sign"):
            await press(pilot, key)
        assert reading(pilot).measure == MEASURE
        assert reading(pilot).row_of(place) - reading(pilot).top in range(6)


async def test_keys_scroll_by_rows_pages_and_halves() -> None:
    async with running(shelf(long_text(30))) as pilot:
        await press(pilot, "enter", "j", "j", "k")
        assert reading(pilot).top == 1
        height = reading(pilot).height
        await press(pilot, "space")
        assert reading(pilot).top == height
        await press(pilot, "b", "d")
        assert reading(pilot).top == 1 + height // 2
        await press(pilot, "G")
        assert reading(pilot).top == reading(pilot).lowest
        await press(pilot, "j")
        assert "The text ends here" in status(pilot)
        await press(pilot, "g", "k")
        assert reading(pilot).top == 0
        assert "The text begins here" in status(pilot)


async def test_the_measure_changes_and_comes_back() -> None:
    async with running(shelf(long_text(5))) as pilot:
        await press(pilot, "minus", "minus")
        assert reading(pilot).measure == MEASURE - 8
        await press(pilot, "equals_sign")
        assert reading(pilot).measure == MEASURE
        await wide(pilot, 160)
        await press(pilot, "plus")
        assert reading(pilot).measure == MEASURE + 4


# Filtering and sorting


async def test_a_filter_combines_fields_and_counts() -> None:
    async with running(story()) as pilot:
        await press(pilot, "|")
        await enter(pilot, "file:orrin")
        assert listed(pilot) == [0, 1, 2]
        assert "3 of 5" in screen(pilot)
        await enter(pilot, "file:orrin -statement")
        assert listed(pilot) == [0, 1]
        await press(pilot, "enter")
        assert isinstance(pilot.app.focused, ArticleList)
        assert "(2 of 5)" in header(pilot)


async def test_next_and_previous_obey_the_filter() -> None:
    async with running(story()) as pilot:
        await press(pilot, "enter", "|")
        await enter(pilot, "file:orrin -dispatch")
        await press(pilot, "enter", "J")
        assert current(pilot) == 2
        await press(pilot, "J")
        assert current(pilot) == 2
        assert "last article of the list" in status(pilot)
        await press(pilot, "K")
        assert current(pilot) == 0
        await press(pilot, "n")
        assert current(pilot) == 2


async def test_an_article_does_not_vanish_when_it_is_read() -> None:
    async with running(story()) as pilot:
        await press(pilot, "2", "j", "enter")
        assert current(pilot) == 1
        assert 1 in listed(pilot)
        assert "(4 of 5)" in header(pilot)
        assert "Old photographs" in screen(pilot)
        await press(pilot, "h", "j")
        assert listed(pilot) == [0, 2, 3, 4]
        assert current(pilot) == 2
        await press(pilot, "1")
        assert listed(pilot) == [0, 1, 2, 3, 4]


async def test_a_filter_that_is_wrong_says_why_and_esc_takes_it_off() -> None:
    async with running(story()) as pilot:
        await press(pilot, "|")
        await enter(pilot, "colour:red")
        assert "There is no field “colour:”" in screen(pilot)
        await enter(pilot, "file:orrin")
        await press(pilot, "escape")
        assert listed(pilot) == [0, 1, 2, 3, 4]
        assert isinstance(pilot.app.focused, ArticleList)


async def test_where_nothing_passes_the_filter_the_open_article_stays() -> None:
    async with running(story()) as pilot:
        await press(pilot, "|")
        await enter(pilot, "zebra")
        assert listed(pilot) == [0]
        assert "The keepers were told" in screen(pilot)
        assert "0 of 5 + the open one" in screen(pilot)
        await press(pilot, "enter")
        assert "(0 of 5)" in header(pilot)
        await press(pilot, "1")
        assert "(5)" in header(pilot)


async def test_the_list_is_sorted_by_what_is_chosen_and_the_other_way_round_when_chosen_again() -> None:
    async with running(story()) as pilot:
        seen = {}
        for by in ("date", "date", "title", "words", "words", "opened"):
            await press(pilot, "\\", "g", *["j"] * list(ORDER_NAMES).index(by), "enter")
            seen[library(pilot).listing.order_name] = listed(pilot)
            assert current(pilot) == 0
        assert seen["sorted by date ↑"] == [3, 2, 0, 1, 4]
        assert seen["sorted by date ↓"] == [1, 0, 2, 3, 4]
        assert seen["sorted by title ↑"] == [1, 3, 0, 4, 2]
        assert seen["sorted by words ↓"] == [0, 1, 2, 3, 4]
        assert seen["as opened"] == [0, 1, 2, 3, 4]


# Marks, stars, unread


async def test_star_and_read_are_shown_and_taken_back() -> None:
    async with running(story()) as pilot:
        await press(pilot, "s", "r")
        assert "★" in rows(pilot)[2]
        assert "unread 4" in header(pilot)
        await press(pilot, "3")
        assert listed(pilot) == [0]
        await press(pilot, "s", "r", "1")
        assert "★" not in screen(pilot)
        assert "unread 5" in header(pilot)


async def test_n_goes_to_the_next_unread_article() -> None:
    async with running(story()) as pilot:
        await press(pilot, "r", "j", "r", "g", "n")
        assert current(pilot) == 2
        await press(pilot, "n", "N")
        assert current(pilot) == 2


async def test_marked_articles_are_compared() -> None:
    async with running(story()) as pilot:
        await press(pilot, "space", "j", "j", "space")
        assert "marked A B" in header(pilot)
        assert "2 articles marked" in status(pilot)
        await press(pilot, "c")
        assert isinstance(pilot.app.screen, CompareScreen)
        await until(pilot, lambda: pilot.app.screen.compared)
        assert "Orrin Herald" in header(pilot)
        assert "Harbour Office" in header(pilot)
        await press(pilot, "q", "x")
        assert "marked" not in header(pilot)


async def test_without_marks_an_article_is_compared_with_its_best_match() -> None:
    async with running(story()) as pilot:
        await press(pilot, "j", "j", "c")
        await until(pilot, lambda: pilot.app.screen.compared)
        assert header(pilot).index("Harbour Office") < header(pilot).index("Orrin Herald")


# Passages while one reads


async def test_brackets_go_from_passage_to_passage_and_braces_to_altered_ones() -> None:
    async with running(story()) as pilot:
        await press(pilot, "enter")
        await until(pilot, lambda: "1=" in screen(pilot))
        await press(pilot, "]")
        assert "passage 1/3 · verbatim" in status(pilot)
        await press(pilot, "}")
        assert "altered" in status(pilot)
        await press(pilot, "]", "]")
        first = status(pilot)
        await press(pilot, "[", "]")
        assert status(pilot) == first


async def test_enter_on_a_passage_opens_the_other_article_beside_it() -> None:
    async with running(story()) as pilot:
        await press(pilot, "enter")
        await until(pilot, lambda: "1=" in screen(pilot))
        await press(pilot, "]", "enter")
        assert isinstance(pilot.app.screen, CompareScreen)
        await until(pilot, lambda: pilot.app.screen.compared and "passage 1/3" in status(pilot))
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, LibraryScreen)


async def test_an_article_that_shares_nothing_says_so() -> None:
    async with running(story()) as pilot:
        await press(pilot, "G", "enter", "]")
        assert "shares no passage" in status(pilot)
        await press(pilot, "%")
        assert "No shared passage shows here" in status(pilot)


async def test_only_here_dims_what_is_shared() -> None:
    async with running(story()) as pilot:
        await press(pilot, "enter", "!")
        assert reading(pilot).only_here
        assert "What is shared is dimmed" in status(pilot)
        await press(pilot, "!")
        assert not reading(pilot).only_here


# The mouse


async def test_a_click_chooses_and_a_second_one_reads() -> None:
    async with running(story()) as pilot:
        await pilot.click(offset=(10, 6))
        await settled(pilot)
        assert current(pilot) == 1
        assert "unread 5" in header(pilot)
        await pilot.click(offset=(10, 6))
        await settled(pilot)
        assert "unread 4" in header(pilot)
        assert isinstance(pilot.app.focused, ReadingPane)


async def test_the_wheel_scrolls_the_text_under_it() -> None:
    async with running(shelf(long_text(30))) as pilot:
        await pilot._post_mouse_events([events.MouseScrollDown], None, (80, 10), button=0)
        await settled(pilot)
        assert reading(pilot).top == 3


async def test_a_click_on_a_passage_visits_it() -> None:
    async with running(story()) as pilot:
        await until(pilot, lambda: "1=" in screen(pilot))
        await pilot.click(offset=(60, next(y for y, row in enumerate(rows(pilot)) if "1=" in row)))
        await settled(pilot)
        assert "passage 1/3" in status(pilot)


# The screen


async def test_zen_shows_only_the_text() -> None:
    async with running(story()) as pilot:
        await press(pilot, "z")
        assert "Statement on Orrin Head" not in screen(pilot)
        assert "unread" not in screen(pilot)
        assert "The keepers were told" in screen(pilot)
        assert isinstance(pilot.app.focused, ReadingPane)
        await press(pilot, "z")
        assert "Statement on Orrin Head" in screen(pilot)


async def test_the_list_becomes_narrower_and_wider() -> None:
    async with running(story()) as pilot:
        usual = rows(pilot)[1].index("┬")
        await press(pilot, "<")
        assert rows(pilot)[1].index("┬") == rows(pilot)[-2].index("┴") == usual - 4
        await press(pilot, ">", ">")
        assert rows(pilot)[1].index("┬") == usual + 4
        await press(pilot, *["<"] * 12)
        assert "as narrow as it gets" in status(pilot)


async def test_under_eighty_cells_one_pane_shows_at_a_time() -> None:
    async with running(story(), (79, 24)) as pilot:
        assert "│" not in screen(pilot)
        assert "Statement on Orrin Head" in screen(pilot)
        assert "The keepers were told" not in screen(pilot)
        await press(pilot, "enter")
        assert "The keepers were told" in screen(pilot)
        assert "Statement on Orrin Head" not in screen(pilot)
        await press(pilot, "q")
        assert "Statement on Orrin Head" in screen(pilot)
        assert pilot.app.return_value is None
        await wide(pilot, 80, 24)
        assert "│" in screen(pilot)


async def test_furniture_is_folded_until_it_is_to_be_shown() -> None:
    page = with_furniture("The lamp\n\nIt burned all night.\n\nSign up now.\n\nIt went out.", "Sign up")
    async with running(Shelf((page,))) as pilot:
        assert "⋯ 1 line folded · newsletter" in screen(pilot)
        assert "Sign up now" not in screen(pilot)
        await press(pilot, "B")
        assert "Sign up now" in screen(pilot)
        await press(pilot, "B")
        assert "Sign up now" not in screen(pilot)


async def test_what_was_not_opened_is_listed_with_its_reason() -> None:
    async with running(story()) as pilot:
        assert "picture.md: this is no text" in status(pilot)
        await press(pilot, "0")
        assert isinstance(pilot.app.screen, Dialog)
        assert "orrin/picture.md   this is no text: it looks like a picture" in screen(pilot)
        assert "2 files of other kinds passed over" in screen(pilot)
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, LibraryScreen)


async def test_an_empty_shelf_says_so_and_no_key_breaks_it() -> None:
    async with running(Shelf()) as pilot:
        assert "Nothing could be opened" in screen(pilot)
        keys = [*"jkgGdfubsrcnN]}[{%!+-=JKBz<>x123/F", "enter", "space", "tab", "escape", "escape", "\\", "M", "escape"]
        for key in keys:
            await press(pilot, key)
            assert pilot.app.is_running
            if len(pilot.app.screen_stack) > 1:
                await press(pilot, "escape")
        assert pilot.app.return_value is None


# Help, palette, leaving


@pytest.mark.parametrize(
    ("keys", "words"), [((), "list of articles"), (("enter",), "reading pane"), (("M",), "matrix")]
)
async def test_help_lists_what_works_here(keys: tuple[str, ...], words: str) -> None:
    async with running(story()) as pilot:
        await press(pilot, *keys, "?")
        assert f"Keys in the {words}" in screen(pilot)
        assert "Quit" not in screen(pilot)
        await press(pilot, "G")
        assert "at the top, leave" in screen(pilot)
        await press(pilot, "?")
        assert not isinstance(pilot.app.screen, Dialog)


async def test_the_palette_runs_a_command() -> None:
    async with running(story()) as pilot:
        await press(pilot, ":")
        await enter(pilot, "star the article")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert len(pilot.app.desk.state.starred) == 1


async def test_the_palette_runs_a_movement_where_the_keys_are() -> None:
    async with running(story()) as pilot:
        await press(pilot, "ctrl+p")
        await enter(pilot, "to the end")
        await press(pilot, "enter")
        assert current(pilot) == 4
        await press(pilot, ":")
        await enter(pilot, "no such words")
        assert "No command has these words" in screen(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, LibraryScreen)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("comma", "works in the compare view"),
        ("Q", "does nothing here"),
        ("f5", "does nothing here"),
        ("]", "works in"),
    ],
)
async def test_a_key_that_does_nothing_says_so(key: str, words: str) -> None:
    async with running(story()) as pilot:
        await press(pilot, key)
        assert words in status(pilot)
        await press(pilot, "j")
        assert words not in status(pilot)


async def test_q_at_the_top_leaves_with_success() -> None:
    async with running(story()) as pilot:
        await press(pilot, "q")
        assert pilot.app.return_value == 0


@pytest.mark.parametrize(
    "before", [(), ("enter",), ("z",), ("M",), ("c",), ("/",), ("F",), ("|",), (":",), ("?",), ("2",)]
)
async def test_esc_never_leaves(before: tuple[str, ...]) -> None:
    async with running(story()) as pilot:
        await press(pilot, *before, *["escape"] * 5)
        assert pilot.app.is_running
        assert pilot.app.return_value is None


async def test_ctrl_c_says_how_to_leave() -> None:
    async with running(story()) as pilot:
        await press(pilot, "ctrl+c")
        assert "q leaves" in status(pilot)
        assert pilot.app.return_value is None


async def test_a_picture_is_written_to_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with running(story()) as pilot:
        await press(pilot, "f12")
        assert "Picture written" in status(pilot)
        assert [path.suffix for path in tmp_path.iterdir()] == [".svg"]


# The matrix


async def test_the_matrix_opens_pairs_and_q_walks_back() -> None:
    async with running(story()) as pilot:
        await press(pilot, "M")
        assert isinstance(pilot.app.screen, MatrixScreen)
        assert "72 % of Coast Dispatch is in Orrin Herald (73 words)" in status(pilot)
        await press(pilot, "down", "l")
        assert "Harbour Office" in status(pilot)
        await press(pilot, "k", "k", "enter")
        assert isinstance(pilot.app.screen, CompareScreen)
        await until(pilot, lambda: pilot.app.screen.compared)
        assert "Orrin Herald" in header(pilot)
        assert "Coast Dispatch" in header(pilot)
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, MatrixScreen)
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, LibraryScreen)


async def test_the_matrix_does_not_compare_an_article_with_itself() -> None:
    async with running(story()) as pilot:
        await press(pilot, "M", "g", "h", "h", "h", "enter")
        assert isinstance(pilot.app.screen, MatrixScreen)
        assert "not compared with itself" in status(pilot)


async def test_a_single_article_has_no_matrix_and_no_comparison() -> None:
    async with running(Shelf((article(HERALD, "herald.md"),))) as pilot:
        await press(pilot, "M")
        assert "Two open articles are needed" in status(pilot)
        await press(pilot, "c")
        assert "Two open articles are needed" in status(pilot)
