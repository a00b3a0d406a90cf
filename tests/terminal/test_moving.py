"""What moving costs the terminal: a page is one picture, and a window may change its size at any time."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Starter


@pytest.fixture
def long_article(tmp_path: Path) -> Path:
    """A text of many pages, every paragraph with a number of its own."""
    path = tmp_path / "long.txt"
    paragraphs = (
        f"Paragraph {number} says what the one before it said, at some length, so that it takes more than a "
        "single row of any terminal that a person would want to read it in."
        for number in range(1, 401)
    )
    path.write_text("A long article\n\n" + "\n\n".join(paragraphs) + "\n", "utf-8")
    return path


@pytest.mark.parametrize("key", ["space", "pagedown", "d", "j", "G"])
def test_a_key_that_moves_is_no_animation(reader: Starter, long_article: Path, key: str) -> None:
    terminal = reader(long_article, columns=100, rows=40)
    terminal.wait_for("Paragraph 2 ")
    terminal.press("enter")
    before = terminal.wait_until_quiet()
    written = len(terminal.raw)
    terminal.press(key)
    terminal.wait_for(lambda display: display != before)
    terminal.wait_until_quiet()
    assert 1 <= terminal.frames(written) <= 3, "the text, the line below it, and at most one more"
    assert len(terminal.raw) - written < 30_000


def test_ten_pages_in_a_hurry_land_where_ten_pages_one_by_one_do(reader: Starter, long_article: Path) -> None:
    screens = []
    for hurried in (True, False):
        home = {"READER_HOME": str(long_article.parent / f"hurried {hurried}")}  # the place is kept there
        terminal = reader(long_article, columns=100, rows=30, environment=home)
        terminal.wait_for("Paragraph 2 ")
        terminal.press("enter")
        terminal.wait_until_quiet()
        if hurried:
            terminal.send(b" " * 10)
        for _ in range(0 if hurried else 10):
            terminal.press("space")
            terminal.wait_until_quiet(0.1)
        screens.append(terminal.wait_until_quiet())
    assert screens[0] == screens[1]


def test_nothing_is_sent_while_nothing_happens(reader: Starter, long_article: Path) -> None:
    terminal = reader(long_article)
    terminal.wait_for("Paragraph 2 ")
    terminal.wait_until_quiet(1.0)
    written = len(terminal.raw)
    terminal.wait_until_quiet(1.5)
    assert len(terminal.raw) == written


def test_a_narrow_window_and_back_again_keeps_the_place(reader: Starter, long_article: Path) -> None:
    terminal = reader(long_article, columns=120, rows=36)
    terminal.wait_for("Paragraph 2 ")
    terminal.press("enter")
    terminal.wait_until_quiet()
    terminal.press("space", "space", "space")
    before = terminal.wait_until_quiet()
    terminal.resize(60, 20)
    narrow = terminal.wait_until_quiet()
    assert "Paragraph " in narrow
    assert all(len(line) <= 60 for line in narrow.splitlines())
    terminal.resize(120, 36)
    assert terminal.wait_until_quiet() == before


def test_every_size_shows_something_and_breaks_nothing(reader: Starter, long_article: Path) -> None:
    terminal = reader(long_article, columns=120, rows=36)
    terminal.wait_for("Paragraph 2 ")
    for columns, rows in [(20, 5), (400, 120), (80, 24), (33, 9), (79, 24), (10, 3), (1, 1), (0, 0), (100, 30)]:
        terminal.resize(columns, rows)
        terminal.wait_until_quiet(0.15)
        assert terminal.running
    terminal.wait_for("Paragraph")
    terminal.press("q")
    assert terminal.wait_for_exit() == 0
    assert terminal.left_behind() == []
