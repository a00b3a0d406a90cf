"""Keys and looks of a person's own, from the file to the screen."""

from __future__ import annotations

from pathlib import Path

from .conftest import Starter


def test_keys_and_looks_from_the_file_hold_and_what_is_wrong_is_said(reader: Starter, tmp_path: Path) -> None:
    home = tmp_path / "home" / "reader"
    home.mkdir()
    (home / "config.toml").write_text('sort = "title"\nlist_width = 50\n\n[keys]\nstar = ["ß", "@"]\nread = "j"\n')
    terminal = reader()
    terminal.wait_for("sorted by title")
    terminal.wait_for("[keys]: j is “down”")
    terminal.press("s")
    terminal.wait_for("This key does nothing here")
    terminal.send("ß".encode())
    terminal.wait_for("★")
    terminal.press("T", "@")
    terminal.wait_for(lambda display: "★" not in display)
    terminal.press("?")
    terminal.wait_for("ß  @")
    terminal.press("q", "q")
    assert terminal.wait_for_exit() == 0
    assert 'theme = "' in (home / "config.toml").read_text()
    assert '[keys]\nstar = ["ß", "@"]' in (home / "config.toml").read_text()
    assert terminal.left_behind() == []
