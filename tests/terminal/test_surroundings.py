"""What a terminal lacks, what stands around the program: few colours, other letters, pipes, widths."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Starter
from .pseudoterminal import Terminal
from .test_hostile import shelf as shelf  # the hostile one

MANY_COLOURS = re.compile(rb"[34]8[;:][25]")


@pytest.mark.parametrize("term", ["xterm", "linux", "vt100", "no-such-terminal"])
def test_a_terminal_with_few_colours_is_sent_no_others(reader: Starter, term: str) -> None:
    terminal = reader(environment={"TERM": term, "COLORTERM": None})
    terminal.wait_for("≈")
    terminal.press("c")
    terminal.wait_for("passages · from")
    terminal.wait_until_quiet()
    assert MANY_COLOURS.search(terminal.raw) is None
    terminal.press("q")
    terminal.wait_for("≈")
    terminal.wait_until_quiet()
    terminal.press("q")
    assert terminal.wait_for_exit() == 0, terminal.display
    assert terminal.left_behind() == []


def test_with_many_colours_they_are_sent(reader: Starter) -> None:
    """So that the pattern of the test above is known to match what the program sends."""
    terminal = reader()
    terminal.wait_for("≈")
    assert MANY_COLOURS.search(terminal.raw)


@pytest.mark.parametrize(
    ("before", "behind"),
    [("", "<&-"), ("", "2>&-"), ("mkdir gone; cd gone; rmdir ../gone;", ""), ("COLUMNS=9999 LINES=5", "")],
    ids=["no input", "no errors", "no folder", "another size"],
)
def test_whatever_the_shell_has_left_out_it_opens_and_works(start: Starter, before: str, behind: str) -> None:
    command = f"{before} {sys.executable} -m reader {behind}"
    terminal = start("-c", f"import os; os.execv('/bin/sh', ['sh', '-c', {command!r}])", columns=100, rows=30)
    terminal.wait_for("≈")
    assert terminal.wait_until_quiet().splitlines()[28].count("─") == 99
    terminal.press("c")
    terminal.wait_for("passages · from")
    terminal.press("q")
    terminal.wait_for("≈")
    terminal.wait_until_quiet()
    terminal.press("q")
    assert terminal.wait_for_exit() == 0, terminal.display
    assert terminal.left_behind() == []


def test_a_reader_of_the_output_may_go_away(tmp_path: Path) -> None:
    """Printed into a pipe of which somebody reads one line: no traceback, no interface, and an end."""
    path = tmp_path / "a.txt"
    path.write_text("A headline [sic]\n\n" + "A row of words.\n\n" * 10_000, "utf-8")
    command = f"{sys.executable} -m reader '{path}' | head -n 1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, timeout=240, check=True)
    assert done.stdout == "A headline [sic]\n"
    assert done.stderr == ""


def test_a_folder_that_cannot_be_entered_is_named(reader: Starter, tmp_path: Path) -> None:
    """The one at hand is a loop of links; a person who may read everything can enter all others."""
    folder = tmp_path / "folder of files"
    folder.mkdir()
    (folder / "a.txt").write_text("A headline\n\nA row of words.\n", "utf-8")
    (folder / "loop").symlink_to("loop")
    (folder / "round").symlink_to("..", target_is_directory=True)
    terminal = reader(folder, tmp_path / "folder of files" / "loop")
    terminal.wait_for("Not opened")
    assert "loop" in terminal.wait_until_quiet().splitlines()[-1]
    assert "(1)" in terminal.display.splitlines()[0]


@pytest.mark.parametrize("columns", [100, 127])
def test_lines_between_columns_are_straight_whatever_stands_beside_them(
    reader: Starter, shelf: Path, columns: int
) -> None:
    """By the emulator's reckoning of widths, in a text with wide, joined and combining signs."""
    signs = "橋は 👩\u200d👧 ❤\ufe0f 👍\U0001f3fd e\u0301\u0302 می\u200cخواهم ab\u200dcd ก็ ｶ 한국 \u1100\u1161"
    same = f"Nobody had told them {signs} of it on the quay."
    for number, path in enumerate(sorted(shelf.glob("*.md"))):
        words = f"{signs} the keeper {number} asked for oil; "
        path.write_text(f"# [sic] {signs}\n\n{same}\n\n{words * 60}\n", "utf-8")
    terminal = reader(shelf, columns=columns, rows=30)
    terminal.wait_for("≈")
    terminal.press("enter", "space")
    terminal.wait_until_quiet()
    assert beneath(terminal, "┬", 1) == {"│"}
    terminal.press("c")
    terminal.wait_for("from 6 words")
    terminal.press("space")
    terminal.wait_until_quiet()
    assert beneath(terminal, "┼", 2) == {"│"}
    assert "橋" in terminal.display


def beneath(terminal: Terminal, sign: str, row: int) -> set[str]:
    """What stands beneath the sign of a row, down to the status."""
    cells = terminal.cells.buffer
    column = next(x for x in range(terminal.columns) if cells[row][x].data == sign)
    return {cells[y][column].data for y in range(row + 1, terminal.rows - 2)}
