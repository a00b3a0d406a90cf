"""What is sent to the terminal, row by row, adds up to what Textual would have painted."""

from __future__ import annotations

import asyncio
import random
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pyte
import pytest
from rich.color import ColorSystem
from rich.style import Style
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip

from reader.tui.app import ReaderApp
from reader.tui.render.line import Line, Piece, joined
from reader.tui.render.sequences import sequence
from reader.tui.screens.page import BETWEEN, Page
from reader.tui.theme import NIGHT
from reader.tui.widgets.painted import Painted
from reader.tui.widgets.picture import Picture, RowsUpdate
from reader.tui.widgets.reading_pane import ReadingPane
from tests.tui.screen import Program, press, reading, running, settled, styled, wide
from tests.tui.shelf import story

Cell = tuple[str, str, str]


class Sent:
    """A terminal that gets what the program sends."""

    def __init__(self, width: int = 120, height: int = 36) -> None:
        self.screen = pyte.Screen(width, height)
        self._stream = pyte.Stream(self.screen)
        self.texts: list[str] = []

    def display(self, app: App[Any], screen: Screen[object], update: object) -> None:
        """In place of :meth:`App._display`, which sends nothing where there is no terminal."""
        if update is not None:
            self.texts.append(update.render_segments(app.console))  # type: ignore[attr-defined]
            self._stream.feed(self.texts[-1].replace("\n", "\r\n"))

    def cells(self) -> list[list[Cell]]:
        lines = [self.screen.buffer[y] for y in range(self.screen.lines)]
        return [[(line[x].data, line[x].fg, line[x].bg) for x in range(self.screen.columns)] for line in lines]


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> Sent:
    terminal = Sent()
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr(ReaderApp, "_display", lambda app, screen, update: terminal.display(app, screen, update))
    return terminal


def painted(pilot: Program) -> list[list[Cell]]:
    """The cells of the screen, all painted anew by Textual."""
    rows: list[list[Cell]] = [[] for _ in range(pilot.app.size.height)]
    for number, text, look in styled(pilot):
        colours = [c.triplet.hex[1:] if c and c.triplet else "default" for c in (look.color, look.bgcolor)]
        if look.reverse:
            continue
        rows[number] += [(character, *colours) for character in text]  # type: ignore[misc]
    return rows


def differences(sent: Sent, pilot: Program) -> list[object]:
    pairs = zip(sent.cells(), painted(pilot), strict=True)
    return [
        (y, x, a, b)
        for y, (ours, theirs) in enumerate(pairs)
        for x, (a, b) in enumerate(zip(ours, theirs, strict=True))
        if a != b
    ]


KEYS = (
    "j",
    "k",
    "space",
    "b",
    "d",
    "u",
    "G",
    "g",
    "enter",
    "h",
    "right_square_bracket",
    "z",
    "?",
    "escape",
    "q",
    "plus",
    "minus",
    "o",
)


@pytest.mark.parametrize("seed", [1, 2])
async def test_after_any_keys_the_terminal_shows_what_a_new_picture_would(sent: Sent, seed: int) -> None:
    chance = random.Random(seed)
    async with running(story()) as pilot:
        for _ in range(24):
            if len(pilot.app.screen_stack) > 1 or chance.random() < 0.9:
                await press(pilot, chance.choice(KEYS if len(pilot.app.screen_stack) > 1 else KEYS[:-4]))
            if pilot.app._exit:
                break
            assert not differences(sent, pilot)[:3]


async def test_another_size_is_right_in_its_first_picture_and_sent_once(sent: Sent) -> None:
    async with running(story()) as pilot:
        await press(pilot, "enter")
        sent.screen.resize(30, 100)
        before = len(sent.texts)
        await wide(pilot, 100, 30)
        assert not differences(sent, pilot)[:3]
        assert sum(map(len, sent.texts[before + 1 :])) < len(sent.texts[before]) / 2


async def test_a_key_sends_the_rows_that_differ_and_no_others(sent: Sent) -> None:
    async with running(story()) as pilot:
        before = len(sent.texts)
        await press(pilot, "j")
        moved = "".join(sent.texts[before:])
        pane = pilot.app.screen.query_one(ReadingPane).region
        assert "\x1b[1;1H" not in moved  # the header has not changed
        before = len(sent.texts)
        pilot.app.screen.query_one(ReadingPane).refresh()
        await settled(pilot)
        assert sent.texts[before:] in ([], [""])
        assert pane.height > 20


async def test_the_strip_is_sent_behind_the_rows_with_one_look_for_cells_that_look_the_same(sent: Sent) -> None:
    """Between the rows, each of its cells would need a look of its own, and the row behind it one more."""
    async with running(story(), size=(100, 12)) as pilot:
        sent.screen.resize(12, 100)
        await press(pilot, "enter")
        before = len(sent.texts)
        await press(pilot, "pagedown")
        places = re.findall(r"\x1b\[\d+;(\d+)H((?:\x1b\[[0-9;]*m)?)", "".join(sent.texts[before:]))
        strip = [look for x, look in places if x == "100"]
        assert [x for x, _ in places][-len(strip) :] == ["100"] * len(strip)
        assert len(strip) > 3
        assert len(list(filter(None, strip))) == 2


async def test_what_is_typed_in_is_left_to_textual(sent: Sent) -> None:
    async with running(story()) as pilot:
        await press(pilot, "slash")
        await press(pilot, *"the")
        assert not differences(sent, pilot)[:3]


async def test_what_was_sent_for_another_layout_is_sent_again(sent: Sent) -> None:
    async with running(story()) as pilot:
        await press(pilot, "enter")
        listed = pilot.app.screen.query_one("#list")
        for shows in (False, True, False, True):
            listed.display = shows
            await settled(pilot)
            assert not differences(sent, pilot)[:3]


class Rows(Painted):
    """Shows the lines that it is given."""

    TAIL = 1

    def __init__(self, *lines: Line) -> None:
        super().__init__()
        self.lines = lines

    def line(self, y: int) -> Line:
        return self.lines[y]


class Small(App[None]):
    """Rows, and a sign that may lie over them."""

    def __init__(self) -> None:
        super().__init__()
        self.animation_level = "none"
        self.register_theme(NIGHT.theme())
        self.theme = "reader-night"

    def get_default_screen(self) -> Page:
        return Page()

    def compose(self) -> ComposeResult:
        above = Rows((Piece("one", "hit"), Piece("|")), (Piece("two "),))
        above.styles.height = 2
        yield above
        yield Rows((Piece("last"),))
        sign = Rows((Piece("#", "hit"),))
        sign.styles.layer = "over"
        sign.styles.width = sign.styles.height = 1
        sign.styles.offset = (1, 0)
        sign.display = False
        yield sign

    def on_mount(self) -> None:
        self.screen.styles.layers = ("default", "over")


@asynccontextmanager
async def small(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[tuple[Small, Sent]]:
    terminal = Sent(4, 3)
    monkeypatch.setattr(Small, "_display", lambda app, screen, update: terminal.display(app, screen, update))
    app = Small()
    async with app.run_test(size=(4, 3)) as pilot:
        await settled(pilot)  # type: ignore[arg-type]
        yield app, terminal


async def test_a_row_without_a_cell_apart_covers_one_that_had_it(monkeypatch: pytest.MonkeyPatch) -> None:
    async with small(monkeypatch) as (app, terminal):
        rows = app.query(Rows).first()
        for first in (
            (Piece("wide"),),
            (Piece("one", "hit"), Piece("|")),
            (Piece("more"),),
            (Piece("abc"), Piece("|")),
        ):
            rows.lines = (first, (Piece("two "),))
            rows.refresh()
            app.screen._on_timer_update()
            assert terminal.screen.display == ["".join(piece.text for piece in first), "two ", "last"]


async def test_what_lies_over_a_widget_of_ours_is_not_painted_over(monkeypatch: pytest.MonkeyPatch) -> None:
    async with small(monkeypatch) as (app, terminal):
        rows, _, sign = app.query(Rows)
        sign.display = True
        app.screen.refresh(layout=True)
        app.screen._on_timer_update()
        assert terminal.screen.display == ["o#e|", "two ", "last"]
        rows.lines = ((Piece("six "),), (Piece("ten "),))
        rows.refresh()
        app.screen._on_timer_update()
        assert terminal.screen.display == ["s#x ", "ten ", "last"]


async def test_the_place_of_a_page_is_made_ahead_while_no_key_comes() -> None:
    async with running(story()) as pilot:
        await press(pilot, "enter")
        column = reading(pilot)
        while made := column.prepare(3):
            assert len(made) <= 3
        known = dict(column._bodies)
        column.move_to(column.top + column.height - 1)
        lines = [column.line(y) for y in range(column.height)]
        assert len(lines) == column.height
        assert column._bodies == known


def test_what_was_sent_is_forgotten_when_it_need_not_be_there_any_more() -> None:
    picture = Picture()
    picture._sent[0, 0] = sequence((Piece("x"),), 1, "night", ColorSystem.TRUECOLOR)
    picture.forget()
    assert not picture._sent


@pytest.mark.parametrize(
    ("line", "width", "text"),
    [
        ((Piece("ab"),), 2, "ab"),
        ((Piece("ab"), Piece("cd")), 4, "abcd"),
        ((Piece("ab"), Piece("", "hit"), Piece("cd")), 4, "abcd"),
        ((Piece("漢字"),), 4, "漢字"),
        ((Piece("abcdef"),), 3, "ab…"),
        ((Piece("a"),), 3, "a  "),
        ((), 2, "  "),
    ],
)
def test_a_line_is_sent_at_its_width_with_one_look_where_there_is_one(line: Line, width: int, text: str) -> None:
    made = sequence(line, width, "night", ColorSystem.TRUECOLOR)
    assert made.text == text
    assert made.begins == made.ends
    assert made.begins.startswith("\x1b[0;")


def test_a_look_is_set_where_it_changes_and_nowhere_else() -> None:
    made = sequence((Piece("ab"), Piece("cd", "hit"), Piece("ef", "hit"), Piece("g")), 7, "plain", ColorSystem.STANDARD)
    assert (made.begins, made.text, made.ends) == ("\x1b[m", "ab\x1b[0;4mcdef\x1b[mg", "\x1b[m")


def test_pieces_of_one_look_are_joined() -> None:
    assert joined((Piece("a"), Piece(""), Piece("b"), Piece("c", "dim"), Piece("", "dim"))) == (
        Piece("ab"),
        Piece("c", "dim"),
    )


# What is relied on in Textual beyond its documentation


def test_textual_still_has_what_the_picture_stands_on() -> None:
    for name in ("render_partial_update", "render_full_update", "visible_widgets", "_dirty_regions", "render_strips"):
        assert hasattr(Picture(), name), name
    for name in ("_on_timer_update", "_on_idle", "check_idle"):
        assert hasattr(Screen, name), name
    assert isinstance(Screen()._dirty_widgets, set)
    assert Strip.render_ansi(Style(bold=True), ColorSystem.STANDARD) == "1"
    assert RowsUpdate("x", None).render_segments(None) == "x"  # type: ignore[arg-type]
    assert Region(0, 0, 1, 1).overlaps(Region(0, 0, 2, 2))


async def test_after_a_rest_three_pictures_follow_each_other_at_once(
    sent: Sent, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a letter finds comes in three parts; after them one each sixtieth of a second."""
    clock = [1e9]

    async def shows(sentence: str) -> bool:
        before = len(sent.texts)
        pilot.app.screen.say(sentence)  # type: ignore[attr-defined]
        for _ in range(300):
            await asyncio.sleep(0)
        return len(sent.texts) > before

    async with running(story()) as pilot:
        monkeypatch.setattr("reader.tui.screens.page.monotonic", lambda: clock[0])
        assert [await shows(sentence) for sentence in ("one", "two", "three", "four")] == [True, True, True, False]
        clock[0] += 1.01 * BETWEEN
        assert [await shows(sentence) for sentence in ("five", "six")] == [True, False]
        clock[0] += 1
        before = len(sent.texts)
        while len(sent.texts) == before:
            await asyncio.sleep(0.005)
