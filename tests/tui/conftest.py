"""What every test of the screens starts with: one palette, whatever the terminal is that the tests run in."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _same_palette_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "READER_THEME", "COLORTERM", "TEXTUAL_ANIMATIONS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
