"""Stories of screens that are left before they show, or opened when it is too late."""

from __future__ import annotations

import asyncio

from reader.tui.commands import Place
from reader.tui.screens.help_screen import HelpScreen
from tests.tui.screen import running, screen, settled
from tests.tui.shelf import story


async def test_a_screen_that_is_left_before_it_shows_leaves_nothing_behind() -> None:
    async with running(story()) as pilot:
        for _ in range(3):
            pilot.app.push_screen(HelpScreen(Place.LIST))
            pilot.app.screen.leave()  # type: ignore[attr-defined]
            await settled(pilot)
        assert pilot.app.crash is None  # type: ignore[attr-defined]
        assert "Lamp of Orrin Head" in screen(pilot)


async def test_a_screen_that_is_opened_while_the_program_is_ending_is_no_mistake() -> None:
    async with running(story()) as pilot:
        pilot.app.exit()
        pilot.app.push_screen(HelpScreen(Place.LIST))
        for _ in range(20):
            await asyncio.sleep(0)
        assert pilot.app.crash is None  # type: ignore[attr-defined]
