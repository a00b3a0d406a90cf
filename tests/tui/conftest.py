"""What every test of the screens starts with: one palette, whatever the terminal is that the tests run in."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def _library_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READER_HOME", str(tmp_path / "home"))


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """The file in which a program keeps what is done; it is there once something is."""
    return tmp_path / "home" / "kept.sqlite"


@pytest.fixture(autouse=True)
def _same_palette_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "READER_THEME", "COLORTERM", "TEXTUAL_ANIMATIONS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
