"""Stories of sessions one after the other: stars, marks, what was read, and the place in every article."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.library.shelf import Shelf
from reader.library.store import Store
from reader.tui.screens import library_view
from tests.tui.screen import Program, current, library, press, reading, rows, running, screen, status, until
from tests.tui.sessions import compare, session
from tests.tui.shelf import article, long_text, story

MOSS = ("moss", "fern", "bark")


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Places are written down on leaving an article alone."""
    monkeypatch.setattr(library_view, "KEPT_AFTER", 3600.0)


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Places are written down almost at once."""
    monkeypatch.setattr(library_view, "KEPT_AFTER", 0.02)


def two() -> Shelf:
    return Shelf(
        (
            article(long_text(30), "tide.txt", markdown=False),
            article(long_text(30, MOSS), "moss.txt", markdown=False),
        )
    )


def kept(path: Path, shelf: Shelf, number: int = 0) -> int | None:
    """The place that another process finds in the file."""
    other = Store.open(path)
    try:
        return other.place(shelf.articles[number].id)
    finally:
        other.close()


def signs(pilot: Program) -> list[str]:
    """What stands before the title of each article of the list."""
    return [row[:4].replace(" ", "") for row in rows(pilot)[2:-2:3] if row[5:36].strip(" │")]


# Stars, marks, read


async def test_stars_marks_and_read_are_there_in_the_next_session(store: Path) -> None:
    async with session(story(), store) as pilot:
        await press(pilot, "j", "space", "j", "s", "k", "k", "space", "G", "r", "g")
        assert "marked A B" in rows(pilot)[0]
        assert "unread 4" in rows(pilot)[0]
        before = screen(pilot).splitlines()[:-1]
    async with session(story(), store) as pilot:
        assert screen(pilot).splitlines()[:-1] == before
        assert signs(pilot) == ["●B", "●A", "●★", "●", ""]
        await compare(pilot)
        assert rows(pilot)[0].index("Coast Dispatch") < rows(pilot)[0].index("Orrin Herald")


async def test_what_was_done_in_the_session_before_is_taken_back(store: Path) -> None:
    async with session(story(), store) as pilot:
        await press(pilot, "s", "space", "j", "space")
    async with session(story(), store) as pilot:
        await press(pilot, "U")
        assert "Taken back: the marks" in status(pilot)
        assert "marked A" in rows(pilot)[0]
        assert "marked A B" not in rows(pilot)[0]
        await press(pilot, "U", "U")
        assert "Taken back: 1 article starred" in status(pilot)
        assert "★" not in screen(pilot)
        await press(pilot, "U")
        assert "There is nothing to take back" in status(pilot)


async def test_taking_back_a_star_moves_nothing(store: Path) -> None:
    async with session(two(), store) as pilot:
        await press(pilot, "enter", "s", "space", "space", "j")
        place, top = reading(pilot).place, reading(pilot).top
        await press(pilot, "U")
        assert "Taken back: 1 article starred" in status(pilot)
        assert (reading(pilot).place, reading(pilot).top) == (place, top)


async def test_other_articles_know_nothing_of_it(store: Path) -> None:
    async with session(story(), store) as pilot:
        await press(pilot, "space", "s", "r")
    async with session(two(), store) as pilot:
        assert "marked" not in rows(pilot)[0]
        assert "unread 2" in rows(pilot)[0]
        assert "★" not in screen(pilot)
    async with session(story(), store) as pilot:
        assert "marked A" in rows(pilot)[0]
        assert "★" in screen(pilot)


async def test_a_store_that_cannot_be_written_is_told_of_and_the_session_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    async with session(story(), tmp_path / "file" / "kept.sqlite") as pilot:
        await press(pilot, "s", "space")
        assert "★" in screen(pilot)
        assert "marked A" in rows(pilot)[0]


async def test_without_a_store_what_is_done_is_taken_back_in_the_session_and_not_kept() -> None:
    async with running(story()) as pilot:
        await press(pilot, "s", "space", "enter", "d")
        assert "★" in screen(pilot)
        await press(pilot, "U", "U")
        assert "★" not in screen(pilot)
        await press(pilot, "U", "s")
        assert "★" in screen(pilot)
    async with running(story()) as pilot:
        assert "★" not in screen(pilot)


# Places


@pytest.mark.usefixtures("hasty")
async def test_a_place_is_written_down_after_a_moment(store: Path) -> None:
    async with session(two(), store) as pilot:
        await press(pilot, "enter", "space", "d")
        place = reading(pilot).place
        await until(pilot, lambda: kept(store, two()) == place)
        await press(pilot, "j")
        assert reading(pilot).place > place
        await until(pilot, lambda: kept(store, two()) == reading(pilot).place)


@pytest.mark.usefixtures("patient")
async def test_the_place_is_there_in_the_next_session_at_another_width(store: Path) -> None:
    async with session(two(), store) as pilot:
        await press(pilot, "enter", "space", "space", "d")
        place = reading(pilot).place
        await press(pilot, "J", "K")
    async with session(two(), store, (90, 24)) as pilot:
        assert current(pilot) == 0
        assert reading(pilot).place == place
        assert reading(pilot).shows(place)
        assert reading(pilot).top > 0


@pytest.mark.usefixtures("patient")
async def test_a_place_is_written_down_on_leaving_the_article(store: Path) -> None:
    async with session(two(), store) as pilot:
        await press(pilot, "enter", "space", "d")
        place = reading(pilot).place
        assert kept(store, two()) is None
        await press(pilot, "J")
        assert kept(store, two()) == place
        await press(pilot, "space")
        other = reading(pilot).place
        await press(pilot, "K")
        assert kept(store, two(), 1) == other
        assert reading(pilot).place == place
    async with session(two(), store) as pilot:
        assert reading(pilot).place == place
        await press(pilot, "j")
        assert reading(pilot).place == other


@pytest.mark.usefixtures("patient")
async def test_an_article_that_was_only_looked_at_is_not_written_down(store: Path) -> None:
    async with session(two(), store) as pilot:
        await press(pilot, "j", "k", "j")
        assert not store.exists()


@pytest.mark.usefixtures("patient")
async def test_who_has_moved_already_is_not_taken_elsewhere(store: Path) -> None:
    kept_there = Store.open(store)
    kept_there.keep_place(two().articles[0].id, 4000)
    kept_there.close()
    async with session(two(), store) as pilot:
        assert reading(pilot).place == 4000
        await press(pilot, "enter", "u")
        top = reading(pilot).top
        library(pilot).reading.restore_kept()
        assert reading(pilot).top == top


@pytest.mark.usefixtures("patient")
async def test_a_place_is_written_down_on_leaving_the_program(store: Path) -> None:
    async with session(two(), store) as pilot:
        await press(pilot, "enter", "space", "d")
        place = reading(pilot).place
        await press(pilot, "q")
        assert pilot.app.return_value == 0
    assert kept(store, two()) == place


@pytest.mark.usefixtures("patient")
async def test_going_back_to_the_beginning_is_kept_as_well(store: Path) -> None:
    kept_there = Store.open(store)
    kept_there.keep_place(two().articles[0].id, 4000)
    kept_there.close()
    async with session(two(), store) as pilot:
        assert reading(pilot).place == 4000
        await press(pilot, "enter", "g")
        assert reading(pilot).top == 0
        await press(pilot, "J")
    async with session(two(), store) as pilot:
        assert reading(pilot).top == 0
