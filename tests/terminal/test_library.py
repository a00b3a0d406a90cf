"""What was imported, in the real program: opened without its files, found everywhere, taken onto the shelf."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.library.importing import import_paths

from .conftest import Starter

SAID = "the ferry will stop for good on the last day of October"


@pytest.fixture
def imported(reader: Starter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library of two articles whose files are gone, and a file that is not in it."""
    from reader.library.collection import Collection

    monkeypatch.setenv("READER_HOME", str(tmp_path / "home" / "reader"))
    for name, words in (("gazette", f"It is said that {SAID}."), ("almanac", f"In brief: {SAID}!")):
        (tmp_path / f"{name}.txt").write_text(f"The {name} of the week\n\n{words}\n\nMore from the {name} later.\n")
    collection = Collection.open()
    import_paths([str(tmp_path / "gazette.txt"), str(tmp_path / "almanac.txt")], collection)
    collection.close()
    os.remove(tmp_path / "gazette.txt")
    os.remove(tmp_path / "almanac.txt")
    (tmp_path / "open.txt").write_text(f"An open letter\n\nWe hear that {SAID}, and ask why.\n")
    return tmp_path / "open.txt"


def test_the_library_opens_in_the_interface(imported: Path, reader: Starter) -> None:
    terminal = reader("library", "week")
    terminal.wait_for("More from the")
    terminal.wait_for("library: week (2)")
    terminal.press("j")
    terminal.wait_for("In brief")
    terminal.press("q")
    assert terminal.wait_for_exit() == 0
    assert terminal.left_behind() == []


def test_a_library_without_an_answer_opens_nothing(imported: Path, reader: Starter) -> None:
    terminal = reader("library", "zebra")
    assert terminal.wait_for_exit() == 1
    assert "no article in the library answers this" in terminal.display
    assert terminal.left_behind() == []


def test_find_everywhere_and_who_else_ask_the_library(imported: Path, reader: Starter) -> None:
    terminal = reader(imported)
    terminal.wait_for("We hear that")
    terminal.press("F", *"brief")
    terminal.wait_for("1 hit in 1 article")
    terminal.press("enter")
    terminal.wait_for("More from the almanac later.")
    terminal.press("W")
    terminal.wait_for(lambda display: "gazette" in display and "open" in display and "same words" in display)
    terminal.press("q", "q")
    assert terminal.wait_for_exit() == 0
