"""The picture of the last time, shown while the program loads: what it shows is true, and it does no harm."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pyte
import pytest

from reader.library.collection import Collection

from .conftest import Starter

if TYPE_CHECKING:
    from .pseudoterminal import Terminal

KEPT = b"\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[?2026h"
"""What a picture begins with that was not painted by Textual."""
SHOWN = b"\x1b[?2026l"
TITLE = b"Ferry to stop"
"""In every whole picture once."""
NOT_FOR_EMULATOR = re.compile(rb"\x1b\[[<=>][0-9;]*[a-z]|\x1b\[\?[0-9;]*\$?[pmu]")
COLOUR = re.compile(rb"\x1b\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[0-9;]*)?m")
OLD_ENOUGH = 0.15
"""Seconds after which a file is known not to have changed while it was read."""


def written(shelf: Path) -> Path:
    """Two articles that share nothing, one of them longer than a screen."""
    shelf.mkdir()
    words = "The ferry will stop for good on the last day of October, the harbour master said on Monday."
    other = "Nobody had asked the passengers, wrote a reader who crosses twice a week."
    many = "\n\n".join(f"Paragraph {number}. {words}" for number in range(60))
    (shelf / "a.txt").write_text(f"Ferry to stop in autumn\n\n{many}\n", "utf-8")
    (shelf / "b.txt").write_text(f"Last crossing in October\n\n{other}\n", "utf-8")
    time.sleep(OLD_ENOUGH)
    return shelf


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Articles of a test's own."""
    return written(tmp_path / "shelf")


@pytest.fixture
def frames(tmp_path: Path) -> Path:
    """Where pictures are kept."""
    return tmp_path / "home" / "reader" / "cache" / "frames"


class Visited(NamedTuple):
    """Articles whose picture was kept: for tests that only look at it."""

    shelf: Path
    options: dict[str, Any]


@pytest.fixture(scope="module")
def visited(tmp_path_factory: pytest.TempPathFactory) -> Visited:
    pytest.importorskip("termios", reason="this system has no pseudo-terminals")
    from .pseudoterminal import Terminal

    home = tmp_path_factory.mktemp("home")
    shelf = written(home / "shelf")
    own: dict[str, str | None] = {"HOME": str(home), "READER_HOME": str(home / "reader")}
    options = {"environment": own, "folder": home}

    def starter(*arguments: str | Path, **options: Any) -> Terminal:
        return Terminal([sys.executable, "-m", "reader", *map(str, arguments)], **options)

    visit(starter, shelf, home / "reader" / "cache" / "frames", **options)
    return Visited(shelf, options)


def visit(reader: Starter, shelf: Path | str, frames: Path, *keys: str, **options: Any) -> None:
    """A session that is left again, until its picture is kept."""
    before = {path: path.stat().st_ino for path in frames.glob("*")}
    terminal = reader(shelf, **options)
    terminal.wait_for("Ferry to stop")
    for key in keys:
        terminal.wait_until_quiet(0.1)
        terminal.press(key)
    terminal.press("q", "q")
    assert terminal.wait_for_exit() == 0
    limit = time.monotonic() + 60
    while {path: path.stat().st_ino for path in frames.glob("????????")} == before:
        assert time.monotonic() < limit, "no picture was kept"
        time.sleep(0.01)


def pictures(terminal: Terminal) -> list[list[list[Any]]]:
    """The cells after each picture that was shown, and at the end: one may come before it is known to the program that
    the terminal holds back what is not whole."""
    screen = pyte.Screen(terminal.columns, terminal.rows)
    stream = pyte.ByteStream(screen)
    found = []
    for part in bytes(terminal.raw).split(SHOWN):
        stream.feed(NOT_FOR_EMULATOR.sub(b"", part))
        found.append([[screen.buffer[y][x] for x in range(terminal.columns)] for y in range(terminal.rows)])
    return found


def until_kept(terminal: Terminal) -> None:
    """Waits for the first picture, which is one that was not painted by Textual."""
    terminal.wait_for(lambda _: SHOWN in terminal.raw)
    assert terminal.raw.startswith(KEPT)


def until_painted(terminal: Terminal) -> str:
    """Waits for the one that the program paints over it, and until no other follows; the screen."""
    terminal.wait_for(lambda _: terminal.raw.count(TITLE) > 1)
    return terminal.wait_until_quiet()


@pytest.mark.parametrize(
    ("columns", "rows", "environment"),
    [
        (80, 24, {"NO_COLOR": "1"}),
        (120, 36, {}),
        (200, 50, {"READER_THEME": "day"}),
        (60, 20, {"TERM": "xterm", "COLORTERM": None}),
    ],
    ids=["80x24 plain", "120x36 night", "200x50 day", "60x20 terminal"],
)
def test_it_is_the_picture_that_the_program_then_paints(
    reader: Starter, folder: Path, frames: Path, columns: int, rows: int, environment: dict[str, str | None]
) -> None:
    """Cell for cell, with what was kept in between: a star, a place, a title. Nothing of it is gone at any moment."""
    options = {"columns": columns, "rows": rows, "environment": environment}
    visit(reader, folder, frames, "s", "enter", "pagedown", **options)
    terminal = reader(folder, **options)
    until_kept(terminal)
    display = terminal.display
    until_painted(terminal)
    kept, *painted = pictures(terminal)
    assert [picture == kept for picture in painted] == [True] * len(painted)
    assert terminal.raw.count(KEPT[:8]) == 1, "to show the alternate screen again clears it"
    assert "★" in display
    assert columns < 80 or "Paragraph 0." not in display  # the place
    if environment.get("NO_COLOR"):
        assert COLOUR.search(terminal.raw) is None
    terminal.press("q")
    assert terminal.wait_for_exit() == 0
    assert terminal.left_behind() == []


@pytest.mark.parametrize(
    ("names", "words"),
    [([], "Samples: an invented story"), (["a.txt", "b.txt"], "Ferry to stop in autumn")],
    ids=["samples", "files"],
)
def test_with_nothing_kept_it_is_painted_while_the_program_is_loaded(
    reader: Starter, folder: Path, names: list[str], words: str
) -> None:
    """A key that is typed meanwhile counts, and does not show."""
    terminal = reader(*(folder / name for name in names))
    until_kept(terminal)
    assert words in terminal.display
    terminal.send(b"?")
    terminal.wait_for("The story of the article")
    assert terminal.raw.count(KEPT[:8]) == 1, "to show the alternate screen again clears it"
    terminal.press("q", "q")
    assert terminal.wait_for_exit() == 0
    assert terminal.left_behind() == []


def test_the_library_has_one_too_and_it_is_true(reader: Starter, folder: Path, frames: Path) -> None:
    """Kept on leaving; another one once the library is another, also where others have it open."""
    assert reader("import", folder / "a.txt").wait_for_exit() == 0
    time.sleep(OLD_ENOUGH)
    visit(reader, "library", frames)
    terminal = reader("library")
    until_kept(terminal)
    assert "Ferry to stop in autumn" in terminal.display
    assert "Last crossing" not in terminal.display
    terminal.press("q")
    assert terminal.wait_for_exit() == 0
    with closing(Collection.open(frames.parent.parent / "articles.sqlite")) as other:
        assert len(other) == 1
        assert reader("import", folder / "b.txt").wait_for_exit() == 0
        terminal = reader("library")
        until_kept(terminal)
        assert "Last crossing" in terminal.display


def test_what_has_changed_is_not_shown_as_it_was(reader: Starter, folder: Path, frames: Path) -> None:
    visit(reader, folder, frames)
    path = folder / "a.txt"
    as_it_was = path.stat()
    path.write_text(path.read_text("utf-8").replace("Ferry to stop in autumn", "Ferry to stay in autumn"), "utf-8")
    os.utime(path, ns=(as_it_was.st_atime_ns, as_it_was.st_mtime_ns))
    terminal = reader(folder)
    terminal.wait_for("Ferry to stay in autumn")
    assert b"Ferry to stop" not in terminal.raw


def test_a_damaged_one_is_not_shown_and_another_is_kept(reader: Starter, folder: Path, frames: Path) -> None:
    visit(reader, folder, frames)
    (path,) = frames.iterdir()
    data = path.read_bytes()
    path.write_bytes(data.replace(b"Ferry", b"F\x1b[5m"))
    terminal = reader(folder)
    terminal.wait_for("Ferry to stop in autumn")
    assert b"\x1b[5m" not in terminal.raw


def test_keys_that_are_typed_meanwhile_have_their_effect(reader: Starter, folder: Path, frames: Path) -> None:
    """In their order, on the whole picture, and none of them shows as a letter."""
    visit(reader, folder, frames)
    terminal = reader(folder)
    until_kept(terminal)
    terminal.send(b"\r\x1b[6~\x1b[6~")
    terminal.wait_for("] passage")
    early = terminal.wait_until_quiet()
    terminal.press("home", "pagedown", "pagedown")
    assert terminal.wait_until_quiet() == early
    assert "Paragraph 0." not in early


def test_what_is_typed_meanwhile_goes_where_it_was_meant_to_and_does_not_show(
    reader: Starter, folder: Path, frames: Path
) -> None:
    visit(reader, folder, frames)
    terminal = reader(folder)
    until_kept(terminal)
    terminal.send(b"/zebra")
    terminal.wait_for(" zebra ")
    meanwhile = bytes(terminal.raw).partition(SHOWN)[2].partition(TITLE)[0]
    assert b"zebra" not in meanwhile


@pytest.mark.parametrize(
    "number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT], ids=lambda number: number.name
)
def test_a_signal_while_it_shows_gives_the_terminal_back(
    start: Starter, visited: Visited, number: signal.Signals
) -> None:
    waits = "import signal, sys, reader.cli\nreader.cli._loaded = lambda *_: signal.pause()\n"
    terminal = start("-c", f"{waits}reader.cli.main(sys.argv[1:])", visited.shelf, **visited.options)
    until_kept(terminal)
    terminal.signal(number)
    assert terminal.wait_for_exit() in (128 + number, -number)
    assert terminal.raw.count(SHOWN) == 1, "the program had begun"
    assert terminal.left_behind() == []


def test_a_stop_while_it_shows_waits_until_the_terminal_can_be_put_right(
    reader: Starter, folder: Path, frames: Path
) -> None:
    visit(reader, folder, frames)
    terminal = reader(folder)
    until_kept(terminal)
    terminal.signal(signal.SIGTSTP)
    terminal.wait_for(lambda _: b"\x1b[?1049l" in terminal.raw)
    terminal.wait_until_quiet()
    assert terminal.left_behind() == []
    terminal.signal(signal.SIGCONT)
    terminal.wait_for(lambda _: terminal.raw.count(KEPT[:8]) == 2)
    terminal.wait_until_quiet()
    terminal.press("q")
    assert terminal.wait_for_exit() == 0
    assert terminal.left_behind() == []


def test_a_start_that_fails_gives_the_terminal_back(reader: Starter, start: Starter, visited: Visited) -> None:
    fails = "import sys, reader.cli\ndef fail(*_): raise ValueError('no start')\nreader.cli._loaded = fail\n"
    terminal = start("-c", f"{fails}sys.exit(reader.cli.main(sys.argv[1:]))", visited.shelf, **visited.options)
    assert terminal.wait_for_exit() == 1
    assert terminal.raw.startswith(KEPT)
    assert "no start" in terminal.display
    assert terminal.left_behind() == []


def test_another_size_meanwhile(reader: Starter, folder: Path, frames: Path) -> None:
    visit(reader, folder, frames)
    terminal = reader(folder)
    until_kept(terminal)
    terminal.resize(90, 20)
    display = until_painted(terminal).splitlines()
    assert display[1].count("─") == 89
    assert "Ferry to stop in autumn" in "\n".join(display)


def test_a_terminal_that_cannot_show_it_and_a_pipe_get_none(reader: Starter, folder: Path, frames: Path) -> None:
    visit(reader, folder, frames)
    terminal = reader(folder, environment={"TERM": "dumb"})
    assert terminal.wait_for_exit() == 0
    assert b"\x1b" not in terminal.raw
    terminal = reader(folder, environment={"READER_FIRST_FRAME": "0"})
    terminal.wait_for("Ferry to stop")
    assert not terminal.raw.startswith(KEPT)
    terminal = reader(folder, piped=b"")
    terminal.wait_for("Ferry to stop")
    assert not terminal.raw.startswith(KEPT)


def test_what_a_text_holds_does_not_act_on_the_terminal(reader: Starter, tmp_path: Path, frames: Path) -> None:
    shelf = tmp_path / "hostile"
    shelf.mkdir()
    bad = "\x1b]0;title\x07 \x1b[2J \x9b31m [bold]b[/] \u202e \u200d \x1b[?1049l"
    (shelf / "a.txt").write_text(f"Ferry to stop {bad}\n\nWords {bad} and more of them.\n", "utf-8")
    time.sleep(OLD_ENOUGH)
    visit(reader, shelf, frames)
    terminal = reader(shelf)
    until_kept(terminal)
    shown = bytes(terminal.raw[len(KEPT) : terminal.raw.index(SHOWN)])
    text = re.sub(rb"\x1b\[[0-9;]*[mH]", b"", shown).decode()
    assert "Ferry to stop" in text
    assert all(letter.isprintable() or letter in "\u200c\u200d" for letter in text)
