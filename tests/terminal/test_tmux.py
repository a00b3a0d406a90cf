"""In tmux, which many people read in, and which takes orders that a text could give it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

Tmux = Callable[..., str]


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Tmux]:
    """``tmux("send-keys", "q")``: a server of its own, with one window of 80x24 that runs a shell."""
    program = shutil.which("tmux")
    if program is None:
        pytest.skip("tmux is not installed")
    folder = tempfile.mkdtemp(prefix="reader-tmux-")  # short: a socket's path must be

    def say(*words: str, check: bool = True) -> str:
        command = [program, "-S", f"{folder}/socket", "-f", "/dev/null", *words]
        names = {"HOME": str(tmp_path), "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TERM": "xterm-256color"}
        return subprocess.run(command, env=names, capture_output=True, text=True, check=check).stdout

    say("new-session", "-d", "-x", "80", "-y", "24", "sh")
    say("set-option", "-g", "set-clipboard", "on")
    try:
        yield say
    finally:
        say("kill-server", check=False)
        shutil.rmtree(folder)


def wait_for(tmux: Tmux, wanted: str) -> str:
    """The pane, as soon as it holds the text."""
    end = time.monotonic() + 60
    while wanted not in (shown := tmux("capture-pane", "-p")):
        assert time.monotonic() < end, f"{wanted!r} is not in\n{shown}"
        time.sleep(0.05)
    return shown


def test_a_text_can_neither_fill_the_clipboard_nor_name_the_window(tmux: Tmux, tmp_path: Path) -> None:
    before = tmux("display-message", "-p", "#{pane_title}")
    (tmp_path / "a.txt").write_text(
        "A headline [sic] \x1b]2;owned\x1b\\\n\nWords \x1b]52;c;b3duZWQ=\x1b\\ [@click=app.quit]x[/] [/x]\n", "utf-8"
    )
    tmux("send-keys", f"{sys.executable} -m reader {tmp_path / 'a.txt'}; echo left with $?", "Enter")
    shown = wait_for(tmux, "[@click=app.quit]x[/] [/x]")
    assert "[sic]" in shown
    assert tmux("list-buffers") == ""
    assert tmux("display-message", "-p", "#{pane_title}") == before
    tmux("send-keys", "q")
    wait_for(tmux, "left with 0")
    state = tmux("display-message", "-p", "#{alternate_on} #{cursor_flag} #{mouse_any_flag} #{pane_current_command}")
    assert state.split()[:3] == ["0", "1", "0"]
    assert tmux("list-buffers") == ""


def test_it_stops_for_the_shell_and_comes_back(tmux: Tmux, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A headline\n\nA paragraph of words.\n", "utf-8")
    tmux("send-keys", f"{sys.executable} -m reader {tmp_path / 'a.txt'}; echo ended with $?", "Enter")
    wait_for(tmux, "A paragraph of words.")
    tmux("send-keys", "C-z")
    wait_for(tmux, "ended with")
    assert tmux("display-message", "-p", "#{alternate_on} #{mouse_any_flag}").split() == ["0", "0"]
    tmux("send-keys", "fg", "Enter")
    wait_for(tmux, "A paragraph of words.")
    tmux("send-keys", "?")
    wait_for(tmux, "Keys in the")
