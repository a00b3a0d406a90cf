"""What the main screens look like, as text, in the smallest usual terminal and in a large one."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.tui.screen import Program, press, running, screen, until
from tests.tui.shelf import story

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=["80x24", "120x36"])


async def compared(pilot: Program, *articles: int) -> None:
    for number in articles:
        await press(pilot, "g", *["j"] * number, "space")
    await press(pilot, "c")
    await until(pilot, lambda: pilot.app.screen.compared)  # type: ignore[attr-defined]


@SIZES
async def test_the_library(size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with running(story(), size) as pilot:
        await press(pilot, "space", "j", "s", "k", "enter")
        await until(pilot, lambda: "1=" in screen(pilot))
        assert screen(pilot) == snapshot


@SIZES
async def test_two_articles_side_by_side(size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with running(story(), size) as pilot:
        await compared(pilot, 0, 1)
        await press(pilot, "}")
        assert screen(pilot) == snapshot


@SIZES
async def test_the_matrix(size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with running(story(), size) as pilot:
        await press(pilot, "M")
        assert screen(pilot) == snapshot


@SIZES
async def test_nothing_shared(size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with running(story(), size) as pilot:
        await compared(pilot, 0, 3)
        assert screen(pilot) == snapshot


async def test_without_colours_changed_words_stand_in_signs(
    snapshot: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with running(story(), (80, 24)) as pilot:
        await compared(pilot, 0, 1)
        await press(pilot, "}")
        assert "‹will›" in screen(pilot)
        assert screen(pilot) == snapshot
