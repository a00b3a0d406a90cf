"""Stories of the mouse: what is dragged over is selected and copied, and nothing else; clicks and the wheel go on."""

from __future__ import annotations

import pytest
from textual import events

from reader.tui.app import ReaderApp
from reader.tui.widgets.reading_pane import ReadingPane
from tests.tui.screen import Program, press, reading, rows, running, screen, settled, status, styled
from tests.tui.shelf import HERALD, long_text, shelf, story
from tests.tui.test_compare_stories import compare, facing

Cell = tuple[int, int]


async def mouse(pilot: Program, kind: type[events.MouseEvent], cell: Cell, button: int = 1) -> None:
    """One thing that the mouse does at a cell of the screen."""
    x, y = cell
    event = kind(None, x, y, 0, 0, button, False, False, False, screen_x=x, screen_y=y)
    event.set_sender(pilot.app)
    pilot.app.post_message(event)
    await settled(pilot)


async def drag(pilot: Program, *cells: Cell) -> None:
    """Presses the button at the first cell, moves over the others, and lets it go at the last."""
    await mouse(pilot, events.MouseDown, cells[0])
    for cell in cells[1:]:
        await mouse(pilot, events.MouseMove, cell)
    await mouse(pilot, events.MouseUp, cells[-1])


def cell_of(pilot: Program, words: str, last: bool = False) -> Cell:
    """The cell of the first or the last character of words on the screen."""
    for y, row in enumerate(rows(pilot)):
        if words in row[37:]:
            return row.index(words, 37) + (len(words) - 1 if last else 0), y
    raise AssertionError(f"{words} is not on\n{screen(pilot)}")


def lit(pilot: Program) -> str:
    """What looks selected."""
    look = styled(pilot)
    return "".join(text for _, text, style in look if style.bgcolor and style.bgcolor.name == "#3b5378")


async def test_what_is_dragged_over_is_copied_and_esc_lets_it_go() -> None:
    async with running(story()) as pilot:
        await drag(pilot, cell_of(pilot, "noon on"), cell_of(pilot, "signed."), cell_of(pilot, "Tuesday", last=True))
        assert pilot.app.clipboard == "noon on Tuesday"
        assert status(pilot).startswith("3 words copied")
        assert lit(pilot) == "noon on Tuesday"
        await press(pilot, "escape")
        assert lit(pilot) == ""
        assert pilot.app.screen.focused is pilot.app.screen.query_one(ReadingPane)


async def test_backwards_over_paragraphs() -> None:
    async with running(story()) as pilot:
        await drag(pilot, cell_of(pilot, "The lamp at", last=True), cell_of(pilot, "nobody had signed."))
        assert pilot.app.clipboard == "nobody had signed.\n\nThe lamp at"


async def test_a_second_click_is_a_word_and_a_third_a_paragraph(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ReaderApp, "CLICK_CHAIN_TIME_THRESHOLD", 3600.0)  # however slow the machine is
    async with running(story()) as pilot:
        cell = cell_of(pilot, "engineers")
        copied = []
        for _ in range(3):
            await drag(pilot, cell)
            copied.append(pilot.app.clipboard)
        paragraph = next(line for line in HERALD.splitlines() if "engineers" in line)
        assert copied == ["", "engineers", paragraph]
        assert status(pilot).startswith("19 words copied")


async def test_a_click_still_visits_a_passage_and_the_wheel_still_scrolls() -> None:
    async with running(shelf(long_text(40), long_text(40, ("moss", "fern")))) as pilot:
        await drag(pilot, cell_of(pilot, "Entry 1."), cell_of(pilot, "Entry 1.", last=True))
        await mouse(pilot, events.MouseScrollDown, (60, 10), 0)
        assert reading(pilot).top == 3
        assert lit(pilot) == "Entry 1."
    async with running(story()) as pilot:
        await drag(pilot, cell_of(pilot, "crowns over"))
        assert status(pilot).startswith("passage ")
        assert pilot.app.clipboard == ""


async def test_a_drag_is_no_click_and_moving_without_the_button_selects_nothing() -> None:
    async with running(story()) as pilot:
        await drag(pilot, cell_of(pilot, "crowns over"), cell_of(pilot, "six years", last=True))
        assert status(pilot).startswith("4 words copied")
        assert reading(pilot).passage_now is None
        await mouse(pilot, events.MouseDown, cell_of(pilot, "noon"))
        await mouse(pilot, events.MouseMove, cell_of(pilot, "signed."), 0)
        assert lit(pilot) == ""


async def test_over_the_edge_the_text_comes_along() -> None:
    async with running(shelf(long_text(40))) as pilot:
        await mouse(pilot, events.MouseDown, cell_of(pilot, "Entry 2."))
        await mouse(pilot, events.MouseMove, (70, 35))
        for _ in range(12):
            pilot.app.screen.query_one(ReadingPane)._scroll_on()
        await mouse(pilot, events.MouseUp, (70, 35))
        assert reading(pilot).top >= 12
        assert pilot.app.clipboard.startswith("Entry 2. lantern oar")
        assert "\n\nEntry 5." in pilot.app.clipboard
        assert pilot.app.mouse_captured is None


@pytest.mark.parametrize("side", [0, 1])
async def test_in_the_compare_view_only_one_columns_words_are_copied(side: int) -> None:
    async with running(story()) as pilot:
        await compare(pilot, 0, 1)
        cells = ((40, 6), (100, 18)) if side == 0 else ((100, 6), (10, 18))
        await drag(pilot, *cells)
        column = facing(pilot).columns[side]
        assert [bool(each.selection) for each in facing(pilot).columns] == [side == 0, side == 1]
        words = pilot.app.clipboard
        assert len(words) > 200
        assert " ".join(words.split()) in " ".join(column.sheet.article.text.replace("## ", "").split())
        assert not set("▌┊║│‹›") & set(words)
        await press(pilot, "escape")
        assert not any(each.selection for each in facing(pilot).columns)
        await drag(pilot, (10, 1), (40, 8))
        assert not any(each.selection for each in facing(pilot).columns), "a header is no text"


async def test_another_article_has_nothing_selected() -> None:
    async with running(story()) as pilot:
        await drag(pilot, cell_of(pilot, "noon"), cell_of(pilot, "signed."))
        await press(pilot, "J")
        assert lit(pilot) == ""
        await mouse(pilot, events.MouseMove, (60, 12))
        await mouse(pilot, events.MouseUp, (60, 12))
        assert lit(pilot) == ""


async def test_a_list_that_opens_while_the_button_is_down_takes_the_keys() -> None:
    async with running(story()) as pilot:
        await mouse(pilot, events.MouseDown, cell_of(pilot, "noon"))
        await mouse(pilot, events.MouseMove, cell_of(pilot, "Tuesday"))
        await press(pilot, "?")
        await mouse(pilot, events.MouseMove, (60, 14))
        await mouse(pilot, events.MouseUp, (60, 14))
        await press(pilot, "j", "q")
        assert "Lamp of Orrin Head" in screen(pilot)
        await press(pilot, "j")
        assert pilot.app.mouse_captured is None
