"""How the program starts: what it opens, where it gets its keys from, what it does to a terminal it cannot use."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .conftest import Starter

COLOUR = re.compile(rb"\x1b\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[0-9;]*)?m")


@pytest.fixture
def articles(tmp_path: Path) -> tuple[Path, Path]:
    """Two texts that share a sentence as it is, and another with a word changed, in another order."""
    ferry = "The ferry will stop for good on the last day of October, the harbour master said on Monday."
    instead = "The council has promised a {} every twenty minutes from the old landing stage to the station."
    gazette, ledger = tmp_path / "gazette.txt", tmp_path / "ledger.txt"
    gazette.write_text(
        f"Ferry to stop in autumn\n\n{ferry}\n\nNobody on the quay believed it.\n\n{instead.format('bus')}\n",
        "utf-8",
    )
    ledger.write_text(
        f"Last crossing in October\n\n{instead.format('tram')}\n\nTwelve people work aboard.\n\n{ferry}\n",
        "utf-8",
    )
    return gazette, ledger


def test_without_arguments_it_opens_the_sample_shelf(reader: Starter) -> None:
    terminal = reader()
    display = terminal.wait_for("Harbour Bridge")
    assert "reader" in display.splitlines()[0]
    terminal.wait_until_quiet()
    terminal.press("q")
    assert terminal.wait_for_exit() == 0
    assert terminal.left_behind() == []


def test_files_and_folders_open_side_by_side(reader: Starter, articles: tuple[Path, Path]) -> None:
    terminal = reader(articles[0].parent, columns=100, rows=30)
    terminal.wait_for("Ferry to stop in autumn")
    terminal.wait_for("Last crossing in October")
    terminal.press("q")
    assert terminal.wait_for_exit() == 0


def test_what_cannot_be_read_does_not_take_the_rest_with_it(reader: Starter, articles: tuple[Path, Path]) -> None:
    terminal = reader(articles[0], articles[0].parent / "missing.txt")
    terminal.wait_for("Ferry to stop in autumn")
    terminal.press("q")
    assert terminal.wait_for_exit() == 0


def test_where_nothing_can_be_read_it_says_why_and_does_not_open(reader: Starter, tmp_path: Path) -> None:
    terminal = reader(tmp_path / "missing.txt", tmp_path / "lost.txt")
    assert terminal.wait_for_exit() == 2
    assert "missing.txt" in terminal.display
    assert "lost.txt" in terminal.display
    assert "Traceback" not in terminal.display
    assert b"\x1b[?1049h" not in terminal.raw


def test_a_text_through_a_pipe_leaves_the_keyboard_to_the_terminal(reader: Starter) -> None:
    terminal = reader("-", piped=b"A headline from the pipe\n\nAnd a paragraph of words.\n")
    terminal.wait_for("And a paragraph of words.")
    terminal.wait_until_quiet()
    terminal.press("?")
    terminal.wait_for("Keys in the")
    terminal.press("escape")
    terminal.wait_for("And a paragraph of words.")
    terminal.press("q")
    assert terminal.wait_for_exit() == 0
    assert terminal.left_behind() == []


def test_a_dumb_terminal_gets_the_text_and_nothing_else(reader: Starter, articles: tuple[Path, Path]) -> None:
    terminal = reader(articles[0], environment={"TERM": "dumb", "COLORTERM": None})
    assert terminal.wait_for_exit() == 0
    assert "Ferry to stop in autumn" in terminal.display
    assert "Nobody on the quay believed it." in terminal.display
    assert b"\x1b" not in terminal.raw


def test_without_colour_the_kinds_of_passage_can_still_be_told(reader: Starter, articles: tuple[Path, Path]) -> None:
    terminal = reader(*articles, columns=80, rows=24, environment={"NO_COLOR": "1"})
    terminal.wait_for("≈")
    terminal.press("c")
    terminal.wait_for("2 passages")
    display = terminal.wait_until_quiet()
    assert re.search(r"1=", display)
    assert re.search(r"2~", display)
    assert "‹bus›" in display
    assert "‹tram›" in display
    assert COLOUR.search(terminal.raw) is None


def test_with_colour_there_are_colours(reader: Starter, articles: tuple[Path, Path]) -> None:
    """So that the pattern of the test above is known to match what the program sends."""
    terminal = reader(*articles, columns=80, rows=24)
    terminal.wait_for("Ferry to stop in autumn")
    assert COLOUR.search(terminal.raw)


def test_without_colour_the_hit_that_is_visited_can_be_told(reader: Starter, articles: tuple[Path, Path]) -> None:
    terminal = reader(articles[0], columns=80, rows=24, environment={"NO_COLOR": "1"})
    terminal.wait_for("Ferry to stop in autumn")
    terminal.press("/")
    terminal.wait_for("find  ")
    terminal.press(*"the")
    terminal.wait_for(lambda display: re.search(r"find +the +1/\d", display) is not None)
    terminal.wait_until_quiet()
    looks = {
        (cell.reverse, cell.underscore)
        for row in range(24)
        for column in range(78)
        for cell in [terminal.cells.buffer[row][column]]
        if "".join(terminal.cells.buffer[row][column + i].data for i in range(3)).casefold() == "the"
    }
    assert (True, False) in looks or (True, True) in looks, "the hit that is visited stands out"
    assert (False, True) in looks, "the other hits are lit, and not in the same way"
