"""However the program ends, the terminal is as it was."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from .conftest import Starter

ENDINGS = [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT]


@pytest.mark.parametrize("number", ENDINGS, ids=lambda number: number.name)
def test_a_signal_that_ends_it_leaves_the_terminal_as_it_was(reader: Starter, number: signal.Signals) -> None:
    terminal = reader()
    terminal.wait_for("Harbour Bridge")
    terminal.wait_until_quiet()
    terminal.signal(number)
    assert terminal.wait_for_exit() in (128 + number, -number)
    assert terminal.left_behind() == []
    assert b"Traceback" not in terminal.raw


def test_a_signal_before_the_first_frame_leaves_the_terminal_as_it_was(reader: Starter) -> None:
    terminal = reader()
    terminal.wait_for(lambda display: b"\x1b[?1049h" in terminal.raw)
    terminal.signal(signal.SIGTERM)
    assert terminal.wait_for_exit() in (128 + signal.SIGTERM, -signal.SIGTERM)
    assert terminal.left_behind() == []


def test_escape_never_leaves(reader: Starter) -> None:
    terminal = reader()
    terminal.wait_for("Harbour Bridge")
    terminal.press("escape", "escape", "escape")
    terminal.wait_until_quiet()
    assert terminal.running
    terminal.press("q")
    assert terminal.wait_for_exit() == 0


def test_bytes_that_are_no_utf_8_on_the_keyboard_do_no_harm(reader: Starter) -> None:
    terminal = reader()
    terminal.wait_for("Harbour Bridge")
    terminal.send(b"\xff\xfe\xc3")
    terminal.send(b"\xe2\x80")
    terminal.wait_until_quiet()
    assert terminal.running
    terminal.press("?")
    terminal.wait_for("Keys in the")
    terminal.press("escape")
    terminal.wait_until_quiet()
    terminal.press("q")
    assert terminal.wait_for_exit() == 0
    assert terminal.left_behind() == []


def test_leaving_from_within_a_comparison_goes_back_first(reader: Starter) -> None:
    terminal = reader()
    terminal.wait_for("≈")
    terminal.press("c")
    terminal.wait_for("passages · from")
    terminal.press("q")
    terminal.wait_for(lambda display: "passages · from" not in display)
    assert terminal.running
    terminal.wait_until_quiet()
    terminal.press("q")
    assert terminal.wait_for_exit() == 0
    assert terminal.left_behind() == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=lambda number: number.name)
def test_a_place_that_was_just_reached_is_there_after_a_signal(
    reader: Starter, tmp_path: Path, number: signal.Signals
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("A headline\n\n" + "".join(f"Row {row} of them all.\n\n" for row in range(200)), "utf-8")
    terminal = reader(path)
    terminal.wait_for("Row 3 of them")
    terminal.wait_until_quiet()
    terminal.press("enter", "space", "space")
    terminal.wait_for("Row 30 of them")
    terminal.signal(number)
    terminal.wait_for_exit()
    again = reader(path)
    again.wait_for("Row 30 of them")
