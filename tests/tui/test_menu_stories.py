"""Stories of the menus: a few ways to go on, each with what there is to say of it."""

from __future__ import annotations

from reader.tui.screens.menu_screen import Choice, MenuScreen
from tests.tui.screen import press, rows, running
from tests.tui.shelf import story


async def test_what_there_is_to_say_of_the_ways_stands_in_one_column() -> None:
    chosen: list[int | None] = []
    choices = [Choice("editor: vi", "a.txt"), Choice("字字 viewer", "b\x1b[2J.txt", "✓"), Choice("nowhere")]
    async with running(story(), (60, 20)) as pilot:
        pilot.app.push_screen(MenuScreen(pilot.app.desk, "Open with", choices), chosen.append)
        await press(pilot, "up")
        assert [row.rstrip() for row in rows(pilot)[2:5]] == [
            "    editor: vi    a.txt",
            "  ✓ 字字 viewer   b␛[2J.txt",
            "    nowhere",
        ]
        await press(pilot, "enter")
    assert chosen == [0]


async def test_names_of_files_stand_in_one_column() -> None:
    async with running(story(), (80, 24)) as pilot:
        await press(pilot, "E")
        names = [row.index("Orrin-Herald.") for row in rows(pilot) if "Orrin-Herald." in row]
        assert len(names) >= 4
        assert len(set(names)) == 1
