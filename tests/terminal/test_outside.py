"""What leaves the program: the terminal lent to an editor and taken back, a file that is written."""

from __future__ import annotations

from pathlib import Path

from .conftest import Starter

NAME = "-rf; touch gone $(touch gone).txt"


def test_an_editor_has_the_terminal_and_gets_one_path_and_no_shell(reader: Starter, tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("Ebb and flood\n\nThe tide goes out and the tide comes in, as ever it did.\n")
    editor = tmp_path / "editor"
    told, edits = 'printf "%s\\n" "$#" "$@" > given', 'echo "[$line]" > edited'
    lines = ("#!/bin/sh", told, 'printf "EDITING "', "read -r line", edits)
    editor.write_text("\n".join(lines) + "\n")
    editor.chmod(0o755)
    environment = {"VISUAL": f"'{editor}' --wait", "PAGER": "/nowhere", "PATH": "/nowhere"}
    terminal = reader(tmp_path / NAME, environment=environment)
    terminal.wait_for("Ebb and flood")
    terminal.wait_until_quiet()
    terminal.press("o")
    terminal.wait_for("editor")
    terminal.press("enter")
    terminal.wait_for("EDITING")
    assert (tmp_path / "folder" / "given").read_text() == f"2\n--wait\n{tmp_path / NAME}\n"
    terminal.send(b"words of a person\r")
    terminal.wait_for("Opened")
    assert (tmp_path / "folder" / "edited").read_text() == "[words of a person]\n"
    assert not list(tmp_path.rglob("gone"))
    terminal.press("E", "enter")
    terminal.wait_for("Enter writes")
    terminal.press("enter")
    terminal.wait_for("Written")
    (written,) = (tmp_path / "folder").glob("*.md")
    assert "The tide goes out" in written.read_text()
    terminal.press("q")
    assert terminal.wait_for_exit() == 0
    assert terminal.left_behind() == []
