"""A view may be left at any moment: what was still being looked for comes too late, and harms nothing."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from reader.library.desk import Desk
from reader.tui.screens.library_screen import LibraryScreen
from reader.tui.screens.quotes_screen import QuotesScreen
from reader.tui.widgets.line_bar import LineBar
from tests.tui.screen import press, running, settled, until
from tests.tui.shelf import story


@pytest.mark.parametrize(
    ("key", "work"),
    [("#", "figures"), ('"', "quotations"), ("C", "comparison"), ("c", "comparison"), ("P", "passages")],
)
async def test_an_answer_that_comes_while_a_view_goes(monkeypatch: pytest.MonkeyPatch, key: str, work: str) -> None:
    """Its header has gone already, and the view itself not yet."""
    going, answered = asyncio.Event(), asyncio.Event()
    look = getattr(Desk, work)

    async def late(*asked: Any) -> Any:
        try:
            await going.wait()
            return await look(*asked)
        finally:
            answered.set()

    async def on_unmount(self: LineBar) -> None:
        view = self.screen
        while self.id in ("status", "bottom") and not answered.is_set():  # the others go meanwhile
            if len(view.children) <= 1:
                going.set()
            await asyncio.sleep(0)

    async with running(story()) as pilot:
        monkeypatch.setattr(Desk, work, late)
        await press(pilot, key)
        assert not isinstance(pilot.app.screen, LibraryScreen)
        monkeypatch.setattr(LineBar, "on_unmount", on_unmount, raising=False)
        await press(pilot, "q")
        await until(pilot, answered.is_set)
        assert isinstance(pilot.app.screen, LibraryScreen)


async def test_a_view_with_another_over_it_stays_until_that_has_gone() -> None:
    """A click was on its way to it when the key came that opened the other."""
    async with running(story()) as pilot:
        await press(pilot, '"')
        below = pilot.app.screen
        assert isinstance(below, QuotesScreen)
        await press(pilot, "?")
        above = pilot.app.screen
        below.leave(None)
        await settled(pilot)
        assert pilot.app.screen is above
        await press(pilot, "q")
        assert pilot.app.screen is below
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, LibraryScreen)
