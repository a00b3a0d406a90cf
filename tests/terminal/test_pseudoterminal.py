"""The harness is told apart from what it tests: small programs that behave, and some that do not."""

from __future__ import annotations

import signal
import sys
import textwrap

import pytest

from .conftest import Starter

APP = textwrap.dedent(
    """
    from textual.app import App
    from textual.widgets import Static

    class Small(App):
        animation_level = "none"
        CSS = "Screen { background: black; }"

        def compose(self):
            yield Static("hello", id="line", markup=False)

        def on_key(self, event):
            self.query_one(Static).update(f"key {event.key}")
            if event.key == "q":
                self.exit(return_code=3)

        def on_resize(self, event):
            self.query_one(Static).update(f"size {event.size.width} by {event.size.height}")

    app = Small()
    app.run()
    raise SystemExit(app.return_code)
    """
)


def test_a_textual_app_is_shown_typed_at_resized_and_left(start: Starter) -> None:
    terminal = start("-c", APP, columns=80, rows=24)
    terminal.wait_for("size 80 by 24")
    terminal.press("a")
    terminal.wait_for("key a")
    terminal.press("pagedown")
    terminal.wait_for("key pagedown")
    terminal.press("escape")
    terminal.wait_for("key escape")
    terminal.resize(60, 20)
    terminal.wait_for("size 60 by 20")
    terminal.press("q")
    assert terminal.wait_for_exit() == 3
    assert terminal.left_behind() == []


def test_a_key_that_changes_one_line_takes_one_frame(start: Starter) -> None:
    terminal = start("-c", APP)
    terminal.wait_for("size 120 by 36")
    terminal.wait_until_quiet()
    before = len(terminal.raw)
    terminal.press("a")
    terminal.wait_for("key a")
    terminal.wait_until_quiet()
    assert 1 <= terminal.frames(before) <= 2


def test_an_app_that_is_killed_leaves_the_terminal_behind(start: Starter) -> None:
    terminal = start("-c", APP)
    terminal.wait_for("size 120 by 36")
    terminal.signal(signal.SIGKILL)
    assert terminal.wait_for_exit() == -signal.SIGKILL
    left = terminal.left_behind()
    assert "the alternate screen is on (1049)" in left
    assert "mouse tracking is on (1003)" in left
    assert "bracketed paste is on (2004)" in left
    assert "the cursor is hidden" in left
    assert any(line.startswith("the local attributes") for line in left)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("\x1b[c", b"\x1b[?62;22c"),
        ("\x1b[?2026$p", b"\x1b[?2026;2$y"),
        ("ab\r\n\x1b[6n", b"\x1b[2;1R"),
        ("\x1b]11;?\x07", b"\x1b]11;rgb:0000/0000/0000\x1b\\"),
    ],
)
def test_questions_are_answered_even_in_two_parts(start: Starter, question: str, answer: bytes) -> None:
    asks = textwrap.dedent(
        f"""
        import os, time, tty
        tty.setraw(0)
        os.write(1, {question[:-1].encode()!r})
        time.sleep(0.1)
        os.write(1, {question[-1:].encode()!r})
        print(ascii(os.read(0, 100)), end="\\r\\n", flush=True)
        """
    )
    terminal = start("-c", asks)
    terminal.wait_for(ascii(answer))


def test_standard_input_is_a_pipe_where_asked_for(start: Starter) -> None:
    reads = "import os, sys; print(sys.stdin.read(), os.isatty(0), open('/dev/tty').isatty())"
    terminal = start("-c", reads, piped=b"from the pipe")
    terminal.wait_for("from the pipe False True")
    assert terminal.wait_for_exit() == 0


def test_wide_and_split_characters_land_in_their_cells(start: Starter) -> None:
    writes = """
import sys, time
for byte in "橋は高い é|".encode() + b"\\x1b[?1003h\\x1b[>1u.":
    sys.stdout.buffer.write(bytes([byte])); sys.stdout.flush(); time.sleep(0.002)
"""
    terminal = start("-c", writes.replace("\\\\", "\\"))
    assert terminal.wait_for_exit() == 0
    assert terminal.display.splitlines()[0].replace("\0", "").endswith("é|.")
    assert terminal.cells.buffer[0][10].data == "|"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what a process is at")
@pytest.mark.parametrize("works", ["work()", "import os; os.fork() or work(); os.wait()"], ids=["itself", "below"])
def test_who_is_at_work_is_not_quiet(start: Starter, works: str) -> None:
    """However slow a machine is: what is still to come of a key is waited for."""
    program = """
import time
def work():
    print("begins", flush=True)
    end = time.process_time() + 0.5
    while time.process_time() < end:
        pass
    print("has ended", flush=True)
    raise SystemExit(0)
"""
    terminal = start("-c", program + works)
    terminal.wait_for("begins")
    assert "has ended" in terminal.wait_until_quiet(0.05)


def test_waiting_for_what_never_comes_fails_with_the_screen(start: Starter) -> None:
    from .pseudoterminal import NotShownError

    terminal = start("-c", "print('this instead')")
    with pytest.raises(NotShownError, match="this instead"):
        terminal.wait_for("that", limit=5)
    terminal = start("-c", "input('still here')")
    with pytest.raises(NotShownError, match="not in"):
        terminal.wait_for("that", limit=0.3)


def test_the_environment_of_the_tests_does_not_leak(start: Starter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "33")
    shows = "import os; print([os.environ.get(name) for name in ('NO_COLOR', 'COLUMNS', 'TERM', 'ADDED')])"
    terminal = start("-c", shows, environment={"ADDED": "yes"})
    terminal.wait_for("[None, None, 'xterm-256color', 'yes']")
