"""Keys have their effect in turn, however fast they come; and every key does something or says why."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.keys import _character_to_key
from textual.widgets import Input

from reader.library.shelf import Shelf
from reader.tui import keys_in_turn
from reader.tui.commands import Place, commands_at, hints_at
from reader.tui.key_names import key_name
from reader.tui.screens.library_screen import LibraryScreen
from reader.tui.screens.reader_screen import ReaderScreen
from reader.tui.widgets.find_bar import FindBar
from reader.tui.widgets.line_list import LineList
from reader.tui.widgets.reading_pane import ReadingPane
from tests.tui.screen import Program, current, enter, lit, press, reading, rows, running, screen, settled, status, until
from tests.tui.sessions import compare, go, lock, session
from tests.tui.shelf import article, long_text, story


def send(pilot: Program, *keys: str) -> None:
    """Posts keys all at once."""
    for key in keys:
        name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
        pilot.app.post_message(events.Key(name, key if len(key) == 1 else None))


# In turn


async def test_letters_typed_in_one_go_with_the_key_before_them_are_found() -> None:
    async with running(story()) as pilot:
        send(pilot, "/", *"outer mole")
        await until(pilot, lambda: lit(reading(pilot)) == "outer mole")
        assert pilot.app.screen.query_one("#find", FindBar).typed == "outer mole"
        assert current(pilot) == 0


async def test_keys_for_a_screen_that_is_not_there_yet_wait_for_it() -> None:
    async with running(story()) as pilot:
        send(pilot, "j", "p", "j", "j", "question_mark", "escape", "q", "e", "j", "q", "j")
        await until(pilot, lambda: isinstance(pilot.app.screen, LibraryScreen) and current(pilot) == 2)


@pytest.mark.parametrize("key", ["/", "|"])
async def test_a_key_after_enter_does_not_go_to_the_line_that_was_typed_in(key: str) -> None:
    async with running(story()) as pilot:
        send(pilot, key, *"lamp", "enter", "n")
        await until(pilot, lambda: not pilot.app._waiting and not pilot.app._under_way)
        assert pilot.app.screen.query_one("#find" if key == "/" else "#filter", FindBar).typed == "lamp"


async def test_a_key_after_enter_goes_to_the_line_that_it_opens(tmp_path: Path) -> None:
    async with session(story(), tmp_path / "kept.sqlite") as pilot:
        send(pilot, "e", "j", "enter", "s")
        await until(pilot, lambda: not pilot.app._waiting and not pilot.app._under_way)
        assert pilot.app.screen.query_one(FindBar).typed == "Tamsin Vales"


async def test_keys_for_a_screen_that_is_being_left_go_to_the_one_below() -> None:
    async with running(story()) as pilot:
        send(pilot, "p", "q", "enter", "d", "h", "j", "p", "G", "enter")
        await until(pilot, lambda: current(pilot) == 1 and isinstance(pilot.app.focused, ReadingPane))
        await until(pilot, lambda: reading(pilot).hit_now is not None)


async def test_what_is_pasted_goes_in_once() -> None:
    async with running(story()) as pilot:
        await press(pilot, "/")
        pilot.app.post_message(events.Paste("brass"))
        await until(pilot, lambda: pilot.app.screen.query_one("#find", FindBar).typed)
        assert pilot.app.screen.query_one("#find", FindBar).typed == "brass"


async def test_what_is_pasted_comes_after_the_key_before_it() -> None:
    async with running(story()) as pilot:
        send(pilot, "/")
        pilot.app.post_message(events.Paste("brass"))
        send(pilot, *" key")
        await until(pilot, lambda: pilot.app.screen.query_one("#find", FindBar).typed.endswith("brass key"))


async def test_many_keys_are_all_taken() -> None:
    async with running(Shelf((article(long_text(40), "a.txt", markdown=False),))) as pilot:
        send(pilot, "enter", *["j"] * 60, *["k"] * 19)
        await until(pilot, lambda: reading(pilot).top == 41)


async def test_a_key_that_never_lands_does_not_hold_up_the_others_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys_in_turn, "PATIENCE", 0.02)
    async with running(story()) as pilot:
        pilot.app._under_way = 10_000
        send(pilot, "j", "j", "j")
        await settled(pilot)
        await until(pilot, lambda: current(pilot) == 3)
        await press(pilot, "k")
        assert current(pilot) == 2


# The application


async def test_ctrl_c_does_not_leave_and_says_what_does() -> None:
    async with running(story()) as pilot:
        await press(pilot, "ctrl+c")
        assert "q leaves" in status(pilot)
        await press(pilot, "p", "ctrl+c")
        assert "q leaves" in status(pilot)
        assert pilot.app.return_value is None


async def test_the_store_is_closed_when_the_program_ends(tmp_path: Path) -> None:
    async with session(story(), tmp_path / "kept.sqlite") as pilot:
        await press(pilot, "s")
        store = pilot.app.desk.keeping._store
        assert store is not None
        assert store.database.rows("SELECT 1") == [(1,)]
    assert not list(tmp_path.glob("*-wal"))


# Every key

NOT_THERE = ["L", "[", "%", "m", "4", "Q", "ö", "f5", "ctrl+t"]
"""Keys that work in none of these places, or nowhere."""


def keys_of(place: Place) -> list[str]:
    """The keys that work there, but for those that leave or write a file, and some that do not."""
    return [key for command in commands_at(place) for key in command.keys if key not in {"q", "f12"}] + NOT_THERE


async def to(pilot: Program, place: Place) -> None:
    """Opens the place, from the library, with the first article."""
    if place in {Place.QUOTES, Place.VARIANTS}:
        await go(pilot, "quotation_mark")
        if place == Place.VARIANTS:
            await press(pilot, "V")
    elif place == Place.PASSAGES:
        await go(pilot, "P")
    else:
        await press(pilot, {Place.OUTLINE: "p", Place.PARTICULARS: "e"}[place])


def seen(pilot: Program) -> tuple[object, ...]:
    """What a key can change: what shows, which part has the keys, where the cursor is."""
    entries = pilot.app.screen.query(LineList)
    return pilot.app.screen, rows(pilot), pilot.app.focused, [each.cursor for each in entries]


async def silent_keys(pilot: Program, place: Place, keys: list[str]) -> list[str]:
    """The keys that change nothing on the screen and say nothing."""
    await to(pilot, place)
    here = pilot.app.screen
    assert isinstance(here, ReaderScreen)
    assert here.place == place
    found = []
    for key in keys:
        here._said = ()
        here.show_status()
        await settled(pilot)
        before = seen(pilot)
        await press(pilot, key)
        if seen(pilot) == before:
            found.append(key)
        if isinstance(pilot.app.focused, Input):
            await press(pilot, "escape")
        while here in pilot.app.screen_stack and pilot.app.screen is not here:
            pilot.app.pop_screen()
            await settled(pilot)
        if pilot.app.screen is not here:
            await press(pilot, "escape", "h", "g")
            await to(pilot, place)
            here = pilot.app.screen
    return found


PLACES = pytest.mark.parametrize(
    "place", [Place.QUOTES, Place.VARIANTS, Place.OUTLINE, Place.PARTICULARS, Place.PASSAGES]
)


@PLACES
async def test_every_key_does_something_or_says_why_and_footer_and_help_name_it(place: Place, tmp_path: Path) -> None:
    async with session(lock(), tmp_path / "kept.sqlite", (200, 30)) as pilot:
        found = await silent_keys(pilot, place, keys_of(place))
        assert found == []
        pilot.app.screen._said = ()  # type: ignore[attr-defined]
        pilot.app.screen.show_status()  # type: ignore[attr-defined]
        await settled(pilot)
        named = {key_name(command.keys[0]) for command in hints_at(place)}
        shown = {part.split()[0] for part in status(pilot).split("   ") if part.strip()}
        assert shown & {"Enter", "q", "?"} == {"Enter", "q", "?"}
        assert {key for key in shown if not key[0].isdigit()} <= named
        await press(pilot, "L")
        assert "L works in the compare view: tie the columns" in status(pilot)
        await press(pilot, "f5")
        assert "This key does nothing here; ? lists those that do" in status(pilot)
        await press(pilot, "question_mark")
        assert place.value in screen(pilot).lower()


async def test_tab_where_there_is_one_part_says_why_it_does_nothing() -> None:
    async with running(lock()) as pilot:
        assert await silent_keys(pilot, Place.OUTLINE, ["tab", "shift+tab"]) == []


async def test_keys_that_do_nothing_in_the_line_for_a_value_are_not_named(tmp_path: Path) -> None:
    async with session(lock(), tmp_path / "kept.sqlite") as pilot:
        await press(pilot, "e", "enter")
        assert isinstance(pilot.app.focused, Input)
        assert "↓ ↑" not in status(pilot)


async def test_a_list_has_the_keys_again_after_a_value_was_typed(tmp_path: Path) -> None:
    async with session(lock(), tmp_path / "kept.sqlite") as pilot:
        await press(pilot, "e", "enter")
        await enter(pilot, "Shut")
        await press(pilot, "enter", "j")
        assert isinstance(pilot.app.focused, LineList)
        assert pilot.app.focused.cursor == 1
        await press(pilot, "q")
        await compare(pilot)
