"""What shows while the screen is loaded is what the screen then shows, cell for cell."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

import pyte
import pytest
from rich.color import ColorSystem
from rich.console import Console
from textual.pilot import Pilot
from textual.strip import Strip

from reader.firstframe.kept import is_safe
from reader.library.folders import folders
from reader.library.glance import Glance, glance
from reader.library.settings import SettingsFile
from reader.library.shelf import Shelf
from reader.library.store import Store
from reader.sources.source import Unread
from reader.tui.app import ReaderApp
from reader.tui.meanwhile import picture
from reader.tui.render.line import Piece
from reader.tui.render.sequences import PLAIN, colours, sequence
from reader.tui.screens.library_screen import LibraryScreen
from reader.tui.theme import PALETTES, ROLES, style
from tests.tui.shelf import story
from tests.tui.test_picture import Sent


class Case(NamedTuple):
    size: tuple[int, int] = (100, 30)
    settings: str = ""
    environment: dict[str, str] = {}
    shelf: Shelf = Shelf()
    sample: bool = False


MANY = Shelf(story().articles, pending=("later.txt",), name="a \x1b[2J name")
UNREAD = replace(story(), unread=(Unread("/a/b/c.pdf", "no text\x07 in it"), Unread("d.bin", "binary")))
CASES = {
    "80x24": Case((80, 24)),
    "narrow": Case((79, 24)),
    "wide": Case((200, 50)),
    "low": Case((120, 8)),
    "day": Case(settings='theme = "day"\nmeasure = 40\nlist_width = 60\n'),
    "sorted": Case((100, 12), settings='sort = "title"\ndescending = true\n'),
    "grouped": Case((100, 13), settings='group = "outlet"\n'),
    "grouped and high": Case(settings='group = "date"\nsort = "date"\ndescending = true\n'),
    "grouped by story": Case(settings='group = "story"\n'),
    "plain": Case(environment={"NO_COLOR": "1"}),
    "sixteen colours": Case(environment={"TERM": "xterm"}),
    "true colours": Case(environment={"COLORTERM": "truecolor"}),
    "samples": Case(sample=True),
    "pending": Case(shelf=MANY),
    "unread": Case(shelf=UNREAD),
    "notices": Case(shelf=replace(story(), notices=("one \x9bthing",))),
    "wrong settings": Case(settings='theme = "mauve"\n'),
}


def cells(screen: pyte.Screen) -> list[Any]:
    return [screen.buffer[y][x] for y in range(screen.lines) for x in range(screen.columns)]


def kept(shelf: Shelf) -> Glance:
    """The articles were opened before: one is starred, one is read, the first was left at a place."""
    store = Store.open(folders().kept)
    store.meet(shelf.articles)
    store.set_starred([shelf.articles[1].id])
    store.set_read([shelf.articles[0].id])
    store.keep_place(shelf.articles[0].id, len(shelf.articles[0].text) // 2, "words")
    store.close()
    return glance(shelf.articles)


class StillScreen(LibraryScreen):
    """The library as it begins: nothing is read or matched behind it."""

    def match(self) -> None:  # type: ignore[override]
        """Nothing."""


class StillApp(ReaderApp):
    def get_default_screen(self) -> LibraryScreen:
        return StillScreen(self.desk)


async def leaves(pilot: Pilot[Any]) -> None:
    await pilot.pause()
    pilot.app.exit(0)


@pytest.mark.parametrize("name", CASES)
def test_it_is_the_picture_that_the_screen_begins_with(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    case = CASES[name]
    for variable, value in case.environment.items():
        monkeypatch.setenv(variable, value)
    folders().settings.parent.mkdir(parents=True, exist_ok=True)
    folders().settings.write_text(case.settings, "utf-8")
    shelf = case.shelf if case.shelf.articles else story()
    seen = kept(shelf) if name in ("80x24", "sorted") else Glance()
    early = picture(shelf, seen, SettingsFile(), case.size, is_sample=case.sample)
    sent = Sent(*case.size)
    monkeypatch.setattr(StillApp, "_display", lambda app, screen, update: sent.display(app, screen, update))
    app = StillApp(shelf, sample=case.sample, seen=seen, settings=SettingsFile())
    app.run(headless=True, size=case.size, auto_pilot=leaves)
    assert len(early) == case.size[1]
    assert all(map(is_safe, early))
    shown = pyte.Screen(*case.size)
    stream = pyte.Stream(shown)
    for number, row in enumerate(early, 1):
        stream.feed(f"\x1b[{number};1H{PLAIN}{row}")
    assert shown.display == sent.screen.display
    assert cells(shown) == cells(sent.screen)


@pytest.mark.parametrize(
    ("size", "environment"),
    [
        ((19, 24), {}),
        ((80, 7), {}),
        ((80, 24), {"TEXTUAL_COLOR_SYSTEM": "standard"}),
    ],
    ids=["too narrow", "too low", "other colours"],
)
def test_what_only_the_screen_can_lay_out_is_left_to_it(
    size: tuple[int, int], environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable, value in environment.items():
        monkeypatch.setenv(variable, value)
    shown = picture(story(), Glance(), SettingsFile(), size)
    assert list(shown) == []


def test_nothing_shows_of_a_shelf_that_is_empty() -> None:
    assert list(picture(Shelf(), Glance(), SettingsFile(), (80, 24))) == []


@pytest.mark.parametrize("depth", ["", "truecolor", "24bit", " TrueColor "])
@pytest.mark.parametrize("term", ["xterm", "xterm-256color", "xterm-kitty", "screen.linux-16color", "tmux-direct", ""])
def test_a_terminal_has_the_colours_that_rich_finds(term: str, depth: str) -> None:
    environment = {"TERM": term, "COLORTERM": depth}
    console = Console(force_terminal=True, legacy_windows=False, _environ=environment)
    assert colours(environment) is console._color_system


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("system", [ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT, ColorSystem.STANDARD])
def test_looks_are_sent_as_textual_sends_them(palette: str, system: ColorSystem) -> None:
    for below in ("text", "cursor", "quotation"):
        for role in ROLES:
            codes = Strip.render_ansi(style(palette, f"{below} {role}").copy(), system)  # it is remembered there
            row = sequence((Piece("x", f"{below} {role}"),), 1, palette, system)
            assert row.begins == (f"\x1b[0;{codes}m" if codes else PLAIN)
