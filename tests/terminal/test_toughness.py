"""What ends other programs: a terminal that goes away, stops from outside, strange files, mistakes of its own."""

from __future__ import annotations

import os
import random
import signal
import stat
import sys
import time
from pathlib import Path

import pytest

from .conftest import Starter
from .pseudoterminal import LIMIT, Terminal

SOAK = bool(os.environ.get("READER_SOAK"))
STORY = "The keeper of the lamp was not told that the ferry had been sold before the board met on Monday.\n"


def opened(reader: Starter, *arguments: str | Path, **more: object) -> Terminal:
    """The sample shelf, ready for keys."""
    terminal = reader(*arguments, **more)
    terminal.wait_for("Harbour Bridge")
    terminal.wait_until_quiet()
    return terminal


# The terminal


def test_when_the_terminal_goes_away_the_program_ends(reader: Starter) -> None:
    terminal = opened(reader)
    terminal.hang_up()
    assert terminal.wait_for_death() in (128 + signal.SIGHUP, -signal.SIGHUP)


def test_when_the_terminal_goes_away_without_a_signal_the_program_ends(start: Starter) -> None:
    """A process group that is not in the foreground gets none; here the signal is taken away."""
    program = """
import signal
from reader.tui import driver
driver.ENDING = ("SIGTERM",)
signal.signal(signal.SIGHUP, signal.SIG_IGN)
from reader.cli import main
raise SystemExit(main([]))
"""
    terminal = start("-c", program)
    terminal.wait_for("Harbour Bridge")
    terminal.wait_until_quiet()
    terminal.hang_up()
    assert terminal.wait_for_death() == 128 + signal.SIGHUP


def test_stopped_and_continued_from_outside_it_goes_on_and_leaves_well(reader: Starter) -> None:
    terminal = opened(reader)
    for number in (signal.SIGSTOP, signal.SIGCONT, signal.SIGCONT):
        terminal.signal(number)
        time.sleep(0.3)
    terminal.wait_until_quiet()
    terminal.press("?")
    terminal.wait_for("Keys in the")
    terminal.press("q")
    terminal.wait_for(lambda display: "Keys in the" not in display)
    terminal.wait_until_quiet()
    terminal.press("q")
    assert terminal.wait_for_exit() == 0
    assert terminal.left_behind() == []


def test_continued_again_and_again_in_the_middle_of_everything_it_goes_on(reader: Starter) -> None:
    """What a signal asks for waits its turn; done at once, it would wait for what it had interrupted."""
    chance = random.Random(4)
    terminal = opened(reader)
    for _ in range(60):
        terminal.press(chance.choice(["j", "k", "space", "b"]))
        time.sleep(chance.random() * 0.006)
        terminal.signal(signal.SIGCONT)
    terminal.wait_until_quiet()
    terminal.press("?")
    terminal.wait_for("Keys in the")
    terminal.signal(signal.SIGTERM)
    terminal.wait_for_exit()
    assert terminal.left_behind() == []


def goes_on(process: int) -> bool:
    """Whether a process is there and more than the remains of one that has ended and that nobody has asked after."""
    try:
        state = Path(f"/proc/{process}/stat").read_bytes().rpartition(b") ")[2][:1]
    except OSError:
        return False
    return state not in (b"Z", b"X")


def test_killed_at_once_it_leaves_no_process_behind(reader: Starter) -> None:
    terminal = opened(reader)
    below = terminal.below()
    if not below:
        pytest.skip("this system does not tell which processes a program has started")
    terminal.signal(signal.SIGKILL)
    terminal.wait_for_exit()
    end = time.monotonic() + LIMIT
    while any(map(goes_on, below)):
        assert time.monotonic() < end, "it goes on by itself"
        time.sleep(0.02)


@pytest.mark.parametrize("stream", ["2>errors", "2>/dev/null"])
def test_standard_error_in_a_file_does_not_take_the_picture_with_it(start: Starter, stream: str) -> None:
    program = f"import os; os.execv('/bin/sh', ['sh', '-c', {f'{sys.executable} -m reader {stream}'!r}])"
    terminal = start("-c", program)
    terminal.wait_for("Harbour Bridge")
    terminal.wait_until_quiet()
    terminal.press("q")
    assert terminal.wait_for_exit() == 0
    assert terminal.left_behind() == []


def test_where_the_terminal_has_only_ascii_nothing_else_is_sent(reader: Starter) -> None:
    names = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    terminal = reader(environment=names, columns=100, rows=30)
    display = terminal.wait_for("Harbour Bridge")
    terminal.wait_until_quiet()
    assert all(byte < 128 for byte in terminal.raw)
    assert "\\u2500" not in display
    assert "?????" in display.splitlines()[1], "a rule is shown by a sign that is there"


# Files


def test_strange_files_in_a_folder_harm_nothing(reader: Starter, tmp_path: Path) -> None:
    folder = tmp_path / "strange"
    (folder / "below").mkdir(parents=True)
    (folder / "a.txt").write_text(f"Harbour Bridge\n\n{STORY}", "utf-8")
    os.mkfifo(folder / "pipe.txt")
    (folder / "device.txt").symlink_to("/dev/zero")
    (folder / "loop.txt").symlink_to("loop.txt")
    (folder / "below" / "up").symlink_to("..")
    (folder / "gone.txt").symlink_to("nowhere")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    (folder / "halves.txt").write_bytes("Hälfte".encode("utf-16")[:-1])
    (folder / "line.txt").write_text("x" * 1_000_000, "utf-8")
    (folder / "marks.txt").write_text("a" + "\u0301" * 5000, "utf-8")
    (folder / "secret.txt").write_text(STORY, "utf-8")
    (folder / "secret.txt").chmod(0)
    terminal = opened(reader, folder)
    terminal.wait_for(lambda display: "still to be read" not in display)
    terminal.wait_until_quiet()
    terminal.press("0")
    terminal.wait_for("pipe.txt")
    terminal.press("q")
    terminal.wait_until_quiet()
    for _ in range(6):
        terminal.press("J", "enter", "end", "home")
        terminal.wait_until_quiet()
    assert terminal.running
    assert b"Traceback" not in terminal.raw


def test_files_that_go_while_they_are_read_are_named(reader: Starter, tmp_path: Path) -> None:
    """More files than are read before the first picture; then they are deleted, changed and replaced."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(10_000 if SOAK else 800):
        (folder / f"{number:05}.txt").write_text(f"Harbour Bridge {number}\n\nNumber {number}. {STORY}", "utf-8")
    terminal = reader(folder)
    terminal.wait_for("Harbour Bridge 0")
    for number in range(400, 800, 2):
        (folder / f"{number:05}.txt").unlink(missing_ok=True)
    (folder / "00799.txt").write_bytes(b"\0" * 10)
    terminal.wait_for(lambda display: "still to be read" not in display, limit=240)
    terminal.wait_until_quiet()
    assert terminal.running
    terminal.press("end")
    terminal.wait_for("Harbour Bridge")
    terminal.press("q")
    assert terminal.wait_for_exit() == 0


def test_an_open_file_that_changes_is_read_on_as_it_was(reader: Starter, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"Harbour Bridge\n\n{STORY}" + "A row to read.\n\n" * 300, "utf-8")
    terminal = opened(reader, path)
    path.write_bytes(b"")
    terminal.press("enter", "end", "home")
    terminal.wait_for("The keeper of the lamp")
    path.unlink()
    terminal.press("/", *"lamp")
    terminal.wait_for("1/1")


def test_back_at_the_top_of_an_article_one_goes_on_to_the_next(reader: Starter) -> None:
    terminal = opened(reader)
    terminal.press("enter")
    for key in ("end", "J", "K", "home", "J", "K"):
        terminal.press(key)
        terminal.wait_until_quiet()
    assert terminal.running, terminal.display
    terminal.press("q")
    assert terminal.wait_for_exit() == 0


# Mistakes of its own

CRASHES = {
    "a key": ("from reader.tui.screens.library_screen import LibraryScreen as C", "action_zen", "z"),
    "a row": ("from reader.tui.render.column import Column as C", "line", ""),
    "the start": ("from reader.tui.screens.library_view import LibraryView as C", "show_list", ""),
    "the keyboard": ("from reader.tui.driver import Driver as C", "_read", ""),
    "beside the screen": ("from reader.library.desk import Desk as C", "figures", "#"),
}


@pytest.mark.parametrize("where", CRASHES)
def test_a_mistake_is_reported_in_a_file_and_not_on_the_screen(start: Starter, tmp_path: Path, where: str) -> None:
    loads, method, key = CRASHES[where]
    program = f"""
import sys
from reader.cli import main
{loads}
def fails(self, *more):
    raise ValueError("oops \\x1b]0;owned\\x07 [/x]")
C.{method} = fails
raise SystemExit(main([]))
"""
    terminal = start("-c", program, columns=160)
    if key:
        terminal.wait_for("Harbour Bridge")
        terminal.wait_until_quiet()
        terminal.press(key)
    assert terminal.wait_for_exit() == 70
    assert terminal.left_behind() == []
    assert "Traceback" not in terminal.display
    assert "ended by a mistake of its own (ValueError: oops" in terminal.display
    assert b"owned\x07" not in terminal.raw
    reports = list((tmp_path / "home" / "reader").glob("crash-*.txt"))
    assert len(reports) == 1
    assert str(reports[0])[-12:] in terminal.display.replace("\n", "")
    words = reports[0].read_text("utf-8")
    assert "Traceback" in words
    assert "in fails" in words
    assert "Textual" in words
    assert stat.S_IMODE(reports[0].stat().st_mode) == 0o600


def test_after_a_mistake_the_next_start_goes_on_where_one_was(start: Starter, tmp_path: Path) -> None:
    for number in range(3):
        rows = "\n\n".join(f"Row {row} of {number}. {STORY}" for row in range(60))
        (tmp_path / f"{number}.txt").write_text(f"Harbour Bridge {number}\n\n{rows}\n", "utf-8")
    program = f"""
from reader.cli import main
from reader.tui.screens.library_screen import LibraryScreen
def fails(self):
    raise ValueError("oops")
LibraryScreen.action_zen = fails
raise SystemExit(main([{str(tmp_path / "0.txt")!r}, {str(tmp_path / "1.txt")!r}, {str(tmp_path / "2.txt")!r}]))
"""
    terminal = start("-c", program)
    terminal.wait_for("Harbour Bridge 2")
    terminal.wait_until_quiet()
    terminal.press("s", "j", "space", "enter")
    terminal.wait_until_quiet()
    terminal.press("space", "space")
    before = terminal.wait_until_quiet(0.1)
    terminal.press("z")
    assert terminal.wait_for_exit() == 70
    again = start("-c", program)
    again.wait_for("Here the program was ended by a mistake of its own")
    after = again.wait_until_quiet()
    text = [[line[42:118].rstrip() for line in display.splitlines()[2:34]] for display in (before, after)]
    assert any("Row 25 of 1." in line for line in text[0])
    assert text[0] == text[1], "the same article, at the same place"
    entries = [line[:36] for line in after.splitlines()[2:11]]
    assert "★" in entries[0]
    assert " A " in entries[3]
