"""Looking at a program that runs in the pilot: what the screen says, and waiting until something holds."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import asynccontextmanager
from time import monotonic
from typing import TYPE_CHECKING, Any

from rich.style import Style
from textual.pilot import Pilot

from reader.library.shelf import Shelf
from reader.tui.app import ReaderApp

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

PATIENCE = 20.0
"""Seconds until waiting for something fails."""

Program = Pilot[int]


@asynccontextmanager
async def running(shelf: Shelf, size: tuple[int, int] = (120, 36), **more: Any) -> AsyncIterator[Program]:
    """The program on a shelf, in a terminal of that size."""
    app = ReaderApp(shelf, **more)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: bool(rows(pilot)))
        yield pilot


async def until(pilot: Program, holds: Callable[[], object], what: str = "") -> None:
    """Waits until something holds; fails with the screen where it never does."""
    end = monotonic() + PATIENCE
    while not holds():
        assert monotonic() < end, f"never came: {what or holds}\n{screen(pilot)}"
        await pilot.pause()
        await asyncio.sleep(0.005)
    await pilot.pause()


def rows(pilot: Program) -> list[str]:
    """The rows of the screen as text."""
    return ["".join(segment.text for segment in strip) for strip in pilot.app.screen._compositor.render_strips()]


def screen(pilot: Program) -> str:
    """The screen as text, blanks at the ends of rows left out."""
    return "\n".join(row.rstrip() for row in rows(pilot))


def styled(pilot: Program) -> Iterator[tuple[int, str, Style]]:
    """Every run of cells: number of the row, text, style."""
    for number, strip in enumerate(pilot.app.screen._compositor.render_strips()):
        for segment in strip:
            yield number, segment.text, segment.style or Style()


def status(pilot: Program) -> str:
    """The last row."""
    return rows(pilot)[-1].strip()


async def press(pilot: Program, *keys: str) -> None:
    """Presses keys, one after the other, each with all that comes of it."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


async def enter(pilot: Program, words: str) -> None:
    """Types words into the line that has the keys."""
    for character in words:
        await pilot.press(_NAMES.get(character, character))
    await pilot.pause()


_NAMES = {" ": "space"}
