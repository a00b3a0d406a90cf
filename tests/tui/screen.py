"""Looking at a program that runs in the pilot: what the screen says, and waiting until something holds."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager
from time import monotonic
from typing import Any

from rich.style import Style
from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from reader.articles.article import Article
from reader.compare.comparison import Comparison
from reader.compare.figure_groups import ComparedFigures, compared_figures
from reader.compare.matcher import Matcher
from reader.compare.shelf_shares import Progress
from reader.compare.statements import shared_quotations, statements
from reader.compare.thresholds import Thresholds
from reader.library.collection import Collection
from reader.library.elsewhere import Words, said_elsewhere
from reader.library.everywhere import Answer, Question, Shadows, everywhere
from reader.library.importing import Summary, import_articles
from reader.library.matching import Matching, Quoted
from reader.library.shelf import Shelf
from reader.tui.app import ReaderApp
from reader.tui.render.column import Column
from reader.tui.screens.library_screen import LibraryScreen
from reader.tui.widgets.find_bar import TypedLine
from reader.tui.widgets.reading_pane import ReadingPane

PATIENCE = 60.0
"""Seconds until waiting for something fails."""

Program = Pilot[int]


@asynccontextmanager
async def running(
    shelf: Shelf, size: tuple[int, int] = (120, 36), *, with_process: bool = False, **more: Any
) -> AsyncIterator[Program]:
    """The program on a shelf, in a terminal of that size, once all pairs are matched."""
    app = ReaderApp(shelf, **more)
    if not with_process:
        app.desk.matching = Beside()  # type: ignore[assignment]
        app.desk.finder = Finder()
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: bool(rows(pilot)) and (app.desk.pairs.is_matched or not shelf.articles))
        yield pilot


async def until(pilot: Program, holds: Callable[[], object], what: str = "") -> None:
    """Waits until something holds; fails with the screen where it never does."""
    end = monotonic() + PATIENCE
    while not holds():
        assert pilot.app._exception is None
        assert monotonic() < end, f"never came: {what or holds}\n{screen(pilot)}"
        await settled(pilot)
        await asyncio.sleep(0.005)
    await settled(pilot)


async def settled(pilot: Program) -> None:
    """Waits until every message was handled, with those that came of it, and the screen is laid out and painted.

    The pilot's own pause waits by the clock instead, some 60 ms a key.
    """
    for _ in range(2):
        quiet = 0
        end = monotonic() + PATIENCE
        while quiet < 3 and pilot.app._exception is None and monotonic() < end:
            waiting = [pilot.app, *pilot.app.screen.walk_children(with_self=True)]
            landed = not getattr(pilot.app, "is_under_way", False)
            quiet = quiet + 1 if landed and all(widget._message_queue.empty() for widget in waiting) else 0
            await pilot._wait_for_screen()
        pilot.app.screen._on_timer_update()


def rows(pilot: Program) -> list[str]:
    """The rows of the screen as text."""
    return ["".join(segment.text for segment in strip) for strip in pilot.app.screen._compositor.render_strips()]


def screen(pilot: Program) -> str:
    """The screen as text, blanks at the ends of rows left out."""
    return "\n".join(row.rstrip() for row in rows(pilot))


def styled(pilot: Program) -> Iterator[tuple[int, str, Style]]:
    """Every run of cells: number of the row, text, style."""
    for number, strip in enumerate(pilot.app.screen._compositor.render_strips()):
        for segment in strip:
            yield number, segment.text, segment.style or Style()


def status(pilot: Program) -> str:
    """The last row."""
    return rows(pilot)[-1].strip()


async def press(pilot: Program, *keys: str) -> None:
    """Presses keys, one after the other, each with all that comes of it."""
    for key in keys:
        name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
        event = events.Key(name, key if len(key) == 1 else None)
        event.set_sender(pilot.app)
        pilot.app.post_message(event)
        await settled(pilot)


async def enter(pilot: Program, words: str) -> None:
    """Puts words into the line that has the keys."""
    line = pilot.app.focused
    assert isinstance(line, TypedLine), f"no line has the keys\n{screen(pilot)}"
    line.value = words
    await settled(pilot)


async def wide(pilot: Program, width: int, height: int = 36) -> None:
    """Makes the terminal another size."""
    await pilot.resize_terminal(width, height)
    await settled(pilot)


def reading(pilot: Program) -> Column:
    """The column of the reading pane."""
    found = pilot.app.screen.query_one(ReadingPane).column
    assert found is not None
    return found


def current(pilot: Program) -> int | None:
    """The article that is read, as a position on the shelf."""
    return library(pilot).reading.current


def library(pilot: Program) -> LibraryScreen:
    """The first screen, whatever lies over it."""
    return next(screen for screen in pilot.app.screen_stack if isinstance(screen, LibraryScreen))


def lit(column: Column, role: str = "hit-now") -> str:
    """The words of a column that have a role, as far as they show; one blank where a row ends."""
    found = [
        "".join(piece.text for piece in column.line(y) if role in piece.roles.split()) for y in range(column.height)
    ]
    return " ".join(words.strip() for words in found if words.strip())


class Beside:
    """The engine without its process, for stories in which the process plays no part."""

    def __init__(self) -> None:
        self.asked = 0

    async def compare(self, articles: Sequence[Article], thresholds: Thresholds) -> Comparison:
        self.asked += 1
        return _MATCHER.compare(articles, thresholds)

    async def shares(self, articles: Sequence[Article], thresholds: Thresholds) -> AsyncIterator[list[Progress]]:
        yield list(_MATCHER.survey(articles, thresholds))

    async def quotations(self, articles: Sequence[Article]) -> Quoted:
        return [statements(article) for article in articles], shared_quotations(articles)

    async def figures(self, articles: Sequence[Article]) -> ComparedFigures:
        return compared_figures(articles)

    async def passages(self, articles: Sequence[Article], thresholds: Thresholds) -> AsyncIterator[object]:
        search = _MATCHER.passages(articles, thresholds)
        for stage in search.steps():
            yield stage
        yield search.result()

    def forget(self, articles: Iterable[Article]) -> None:
        """It is given the articles anew each time."""

    def stop(self) -> None:
        """There is nothing to stop."""

    async def close(self) -> None:
        """There is nothing to end."""


class Finder(Matching):
    """The search through open articles and library without its process; the one in a long text keeps its own."""

    async def everywhere(self, articles: Sequence[Article], question: Question) -> AsyncIterator[list[Answer]]:
        for answer in everywhere(articles, question, Shadows()):
            yield [] if answer is None else [answer]

    async def elsewhere(self, articles: Sequence[Article], asked: Words) -> AsyncIterator[list[Answer]]:
        for answer in said_elsewhere(articles, asked, _MATCHER, Shadows()):
            yield [] if answer is None else [answer]

    async def take_in(self, articles: Sequence[Article]) -> Summary:
        collection = Collection.open()
        *_, summary = import_articles(articles, collection)
        collection.close()
        assert summary is not None
        return summary


_MATCHER = Matcher()
