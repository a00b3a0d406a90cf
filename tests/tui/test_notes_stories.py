"""Stories of highlights and notes: made in the text, listed, gone to, changed, taken away, found again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reader.library.shelf import Shelf
from reader.tui import clipboard
from reader.tui.render.annotations import HIGHLIGHT, LOST, NOTE
from tests.tui.passages import plain
from tests.tui.screen import (
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
)
from tests.tui.sessions import compare, session
from tests.tui.shelf import HERALD, article, story

FIRST = "The keepers were told at noon on Tuesday, in a letter of nine lines that nobody had signed."


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was put on the clipboard."""
    found: list[str] = []
    monkeypatch.setattr(
        "reader.tui.screens.text_screen.copy", lambda app, words: found.append(clipboard.pasteable(words))
    )
    return found


def gutter(pilot: Program) -> list[str]:
    """The signs of notes beside the text."""
    column = reading(pilot)
    return [sign for y in range(column.height) if (sign := plain(column.line(y))[:1]) in (NOTE, HIGHLIGHT)]


async def write(pilot: Program, words: str) -> None:
    await enter(pilot, words)
    await press(pilot, "enter")


async def test_a_highlight_and_a_note_are_kept_and_taken_back(store: Path) -> None:
    async with session(story(), store) as pilot:
        await press(pilot, "l", "H")
        assert lit(reading(pilot), "highlight") == FIRST
        assert gutter(pilot) == [HIGHLIGHT]
        await press(pilot, "a")
        await write(pilot, "Who signed?")
        assert gutter(pilot) == [NOTE]
        await press(pilot, "H")
        assert "There is a note on these words" in status(pilot)
        await press(pilot, "]", "H")
        assert gutter(pilot) == [NOTE, HIGHLIGHT]
        await press(pilot, "H")
        assert gutter(pilot) == [NOTE]
        await press(pilot, "U")
        assert gutter(pilot) == [NOTE, HIGHLIGHT]
    changed = replace(story().articles[0], path="elsewhere/herald.md")
    async with session(Shelf((changed,)), store) as pilot:
        await until(pilot, lambda: gutter(pilot))
        await press(pilot, "'")
        assert "Who signed?" in screen(pilot)


async def test_notes_are_listed_gone_to_changed_and_removed(store: Path) -> None:
    async with session(story(), store) as pilot:
        await press(pilot, "l", "H", "J", "]", "a")
        await write(pilot, "wars, again")
        await press(pilot, "'")
        assert "1 note" in rows(pilot)[0]
        await press(pilot, "'", "e")
        assert "2 notes" in rows(pilot)[0]
        await write(pilot, "read this twice")
        assert "read this twice" in screen(pilot)
        await press(pilot, "U")
        assert "read this twice" not in screen(pilot)
        await press(pilot, "j", "D")
        assert "1 note" in rows(pilot)[0]
        await press(pilot, "U", "enter")
        assert current(pilot) == 0
        await press(pilot, "h", "|")
        await enter(pilot, "is:noted")
        assert "2 of 5" in rows(pilot)[0]


async def test_a_note_whose_words_are_gone_is_listed_as_such(store: Path) -> None:
    async with session(story(), store) as pilot:
        await press(pilot, "l", "H")
    without = article(HERALD.replace(FIRST, "The keepers know."), str(Path("orrin/herald.md")))
    async with session(Shelf((without,)), store) as pilot:
        await until(pilot, lambda: without.id in library(pilot).desk.state.noted)
        await press(pilot, "'")
        assert f"{LOST}  {FIRST[:40]}" in screen(pilot)
        assert "not in the text any more" in screen(pilot)
        await press(pilot, "enter")
        assert "not in the text any more" in status(pilot)


async def test_words_are_copied_with_and_without_their_source(store: Path, copied: list[str]) -> None:
    async with session(story(), store) as pilot:
        await press(pilot, "l", "y")
        assert copied.pop() == FIRST
        assert "Paragraph copied: 18 words" in status(pilot)
        await press(pilot, "Y")
        cited = "— Tamsin Vale, “Lamp of Orrin Head goes dark in May”, Orrin Herald, 9 April 2031, orrin/herald.md"
        assert copied.pop() == f"{FIRST}\n\n{cited}\n"
        await press(pilot, "/")
        await write(pilot, "brass key")
        await press(pilot, "y")
        assert copied.pop() == "brass key"


async def test_in_the_compare_view_the_column_that_has_the_keys_is_meant(store: Path, copied: list[str]) -> None:
    async with session(story(), store) as pilot:
        await compare(pilot)
        await press(pilot, "l", "H", "y", "a")
        assert copied.pop().startswith("The new beacon would stand")
        await write(pilot, "fourteen?")
        await press(pilot, "q", "'")
        await settled(pilot)
        assert "No notes yet" in screen(pilot)
        await press(pilot, "'")
        assert "fourteen?" in screen(pilot)


async def test_what_lies_on_the_text_stays_when_it_is_set_anew() -> None:
    async with running(story()) as pilot:
        await press(pilot, "l", "]", "!", "H", "B")
        column = reading(pilot)
        assert column.only_here
        assert column.passage_now == 0
        assert column.annotations.begin
        await press(pilot, "escape", "!", "B")
        assert not reading(pilot).only_here
        assert reading(pilot).passage_now is None


async def test_an_export_is_written_once_and_overwrites_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "Orrin-Herald.html").write_text("mine")
    async with running(story()) as pilot:
        await press(pilot, "l", "H", "E", "j", "enter", "enter")
        assert "is there already, and nothing is overwritten" in status(pilot)
        assert (tmp_path / "Orrin-Herald.html").read_text() == "mine"
        await write(pilot, "no/such/folder.html")
        assert "was not written: No such file or directory" in status(pilot)
        await write(pilot, "")
        assert "A file needs a name" in status(pilot)
        await write(pilot, "page.html")
        assert "Written: page.html" in status(pilot)
        assert "<h1>Lamp of Orrin Head goes dark in May</h1>" in (tmp_path / "page.html").read_text()
        await press(pilot, "E", "G", "enter", "enter")
        assert f"> {FIRST}" in (tmp_path / "notes.md").read_text()
        await compare(pilot)
        await press(pilot, "E", "enter", "enter")
        assert "# What these articles share" in next(tmp_path.glob("Orrin-Herald-*.md")).read_text()
