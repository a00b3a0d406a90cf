"""What is selected with the mouse reaches the clipboards, and nothing else does; a key gives the terminal its mouse."""

from __future__ import annotations

import base64
import os
import re
import time
from pathlib import Path

import pytest

from .conftest import Starter
from .pseudoterminal import Terminal

COPIED = re.compile(rb"\x1b\]52;c;([^\x07\x1b]*)(?:\x07|\x1b\\)")
TITLE = "Lamps [sic] \x1b]52;c;b3duZWQ=\x07 of Orrin"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An article with an order to the terminal in its words, broken into lines."""
    path = tmp_path / "lamps.md"
    row = "The lamp burned\nall night “on the quay” \x1b[2J, they said."
    path.write_text(f"# {TITLE}\n\n{row}\n\nAnother paragraph.\n", "utf-8")
    return path


def at(terminal: Terminal, words: str) -> tuple[int, int]:
    """The cell of words, counted from 1."""
    lines = terminal.display.splitlines()
    row = next(row for row, line in enumerate(lines) if words in line[37:])
    return lines[row].index(words, 37) + 1, row + 1


def drag(terminal: Terminal, words: str, until: str) -> None:
    """Over words, from the first character to the last of others."""
    x, y = at(terminal, words)
    u, v = at(terminal, until)
    u += len(until) - 1
    terminal.send(f"\x1b[<0;{x};{y}M".encode())
    terminal.send(f"\x1b[<32;{u};{v}M".encode())
    terminal.send(f"\x1b[<0;{u};{v}m".encode())


def copied(terminal: Terminal, since: int = 0) -> list[str]:
    """What the terminal was told to keep."""
    return [base64.b64decode(found[1]).decode() for found in COPIED.finditer(terminal.raw, since)]


def desktop(folder: Path, program: str) -> dict[str, str | None]:
    """A desktop whose clipboard is filled by a program of the test's own."""
    (folder / "bin").mkdir()
    (folder / "bin" / "wl-copy").write_text(f"#!/bin/sh\n{program}\n")
    (folder / "bin" / "wl-copy").chmod(0o755)
    return {"WAYLAND_DISPLAY": "wayland-0", "PATH": f"{folder / 'bin'}:{os.environ['PATH']}"}


def test_what_is_selected_is_copied_and_nothing_else(reader: Starter, path: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    terminal = reader(path, environment=desktop(tmp_path, f"cat > {kept}.part; mv {kept}.part {kept}"))
    terminal.wait_for("Another paragraph.")
    terminal.wait_until_quiet()
    assert copied(terminal) == []
    drag(terminal, "burned", "Another")
    terminal.wait_for("10 words copied")
    words = "burned all night “on the quay” ␛[2J, they said.\n\nAnother"
    assert copied(terminal) == [words]
    end = time.monotonic() + 60
    while not kept.exists() and time.monotonic() < end:
        time.sleep(0.02)
    assert kept.read_text("utf-8") == words
    terminal.press("q")
    terminal.wait_for_exit()
    assert copied(terminal) == [words]


def test_a_clipboard_that_does_not_answer_holds_nobody_up(reader: Starter, path: Path, tmp_path: Path) -> None:
    terminal = reader(path, environment=desktop(tmp_path, "exec sleep 90"))
    terminal.wait_for("Another paragraph.")
    terminal.wait_until_quiet()
    drag(terminal, "burned", "Another")
    terminal.wait_for("words copied")
    terminal.press("?")
    terminal.wait_for("Keys in the")
    terminal.press("q")
    terminal.wait_for(lambda display: "Keys in the" not in display)
    terminal.press("q")
    assert terminal.wait_for_exit() == 0
    assert terminal.left_behind() == []


def test_a_key_leaves_the_mouse_to_the_terminal_and_takes_it_back(reader: Starter, path: Path) -> None:
    terminal = reader(path)
    terminal.wait_for("Another paragraph.")
    terminal.wait_until_quiet()
    assert has_mouse(terminal)
    terminal.press("v")
    terminal.wait_for("The mouse is the terminal's")
    assert not has_mouse(terminal)
    terminal.press("v")
    terminal.wait_for("The mouse is the reader's again")
    assert has_mouse(terminal)
    drag(terminal, "burned", "Another")
    terminal.wait_for("words copied")
    terminal.press("v")
    terminal.wait_until_quiet()
    terminal.press("q")
    assert terminal.wait_for_exit() == 0
    assert terminal.left_behind() == []


def has_mouse(terminal: Terminal) -> bool:
    """Whether the terminal was last told to say what the mouse does."""
    return terminal.raw.rfind(b"\x1b[?1003h") > terminal.raw.rfind(b"\x1b[?1003l")
