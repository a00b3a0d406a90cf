"""Stories of what a person has chosen: it holds at once, is written down, and holds in the next session."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from reader.library.settings import Settings, SettingsFile
from tests.tui.screen import Program, library, press, reading, rows, running, status
from tests.tui.shelf import story


@asynccontextmanager
async def session(path: Path) -> AsyncIterator[Program]:
    async with running(story(), settings=SettingsFile(path)) as pilot:
        yield pilot


async def test_what_was_chosen_holds_in_the_next_session(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    async with session(path) as pilot:
        width = library(pilot).panes.wished
        await press(pilot, "T", ">", "l", "-", "h", "\\", "g", "j", "j", "j", "enter", "\\", "G", "enter")
        assert pilot.app.theme == "reader-day"
        assert "by date" in status(pilot)
    assert SettingsFile(path).settings == Settings("day", 68, width + 4, "outlet", False, "date", {})
    async with session(path) as pilot:
        assert pilot.app.theme == "reader-day"
        assert reading(pilot).measure == 68
        assert library(pilot).panes.wished == width + 4
        assert "sorted by outlet ↑ · by date" in rows(pilot)[0]


async def test_what_is_wrong_with_the_file_is_said(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("measure = 'wide\x07'\nsort = 'colour'")
    async with session(path) as pilot:
        assert "cannot be read" in status(pilot)
        await press(pilot, "0")
        assert "config.toml cannot be read" in "".join(rows(pilot))


async def test_without_colours_there_is_no_theme_to_choose(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with session(tmp_path / "config.toml") as pilot:
        await press(pilot, "T")
        assert pilot.app.theme == "reader-plain"
        assert "NO_COLOR is set" in status(pilot)
