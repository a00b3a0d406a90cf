"""Whatever a text, a title or a file name holds shows as text, on every screen, and reaches no terminal."""

from __future__ import annotations

import re
from dataclasses import replace

from reader.articles.article import Article
from reader.library.shelf import Shelf, Unread
from reader.tui.screens.library_screen import LibraryScreen
from tests.tui.screen import Program, enter, press, rows, running, screen, status, styled, until
from tests.tui.shelf import article

EVIL = "[bold]b[/bold] [/x] [@click=app.quit]q[/] [sic]"
CONTROLS = "\x1b]52;c;aGk=\x07 \x00 \x9b2J \u202egnp\u202c \u200b"
BAIT = "\x1b[2J\u202e[x]\x00\n@"
SHOWN = "␛[2J⸮[x]␀ @"
"""How the bait shows."""
NEVER = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
SHARED = "The keepers [sic] of the lamp burned eleven hundred barrels of oil in that one winter alone."


def hostile(path: str, other: str) -> Article:
    text = f"{EVIL} {other}\n\n{SHARED}\n\n{CONTROLS} then {EVIL} {other}.\n\nSomething of its own: {other * 3}."
    one = article(text, path, markdown=False)
    return replace(
        one,
        particulars=replace(
            one.particulars,
            title=f"T{BAIT} {EVIL}",
            outlet=f"O{BAIT}",
            byline=f"B{BAIT}",
            published=f"D{BAIT}",
        ),
    )


def evil_shelf() -> Shelf:
    unread = (Unread(f"a{CONTROLS}{EVIL}.md", f"cannot be read {CONTROLS}{EVIL}"),)
    return Shelf((hostile(f"one{CONTROLS}.txt", "tide"), hostile("two[/].txt", "moss")), unread, (f"{CONTROLS}{EVIL}",))


def shows_safely(pilot: Program, *words: str) -> None:
    """Nothing on the screen acts; the words are there; every row is as wide as the terminal."""
    for row in rows(pilot):
        assert not NEVER.search(row), row
        assert len(row) >= 100
    for word in words:
        assert word in screen(pilot), f"{word!r} is not on\n{screen(pilot)}"
    assert all("@click" not in style.meta for _, _, style in styled(pilot))


async def test_every_particular_shows_as_text() -> None:
    async with running(evil_shelf(), (160, 36)) as pilot:
        shows_safely(pilot, *(f"{field}{SHOWN}" for field in "TOBD"))
        assert f"T{SHOWN}" in rows(pilot)[2][:50]
        assert f"O{SHOWN} · D{SHOWN}" in rows(pilot)[3][:50]
        await press(pilot, "F")
        await enter(pilot, "sic")
        await until(pilot, lambda: "hits in 2 articles" in screen(pilot))
        shows_safely(pilot, f"O{SHOWN} · T{SHOWN}")
        await press(pilot, "escape", "c")
        await until(pilot, lambda: pilot.app.screen.compared)  # type: ignore[attr-defined]
        shows_safely(pilot, f"O{SHOWN} · D{SHOWN}")
        await press(pilot, "q", "M")
        shows_safely(pilot, f"O{SHOWN}")


async def test_the_kind_of_an_article_shows_as_text() -> None:
    front = '---\noutlet: Tide\nkind: "K\\e[2J\\u202e[x]\\0\\n@"\n---\n\n# A lamp\n\n'
    one, two = (article(f"{front}{SHARED} {own}\n", "one.md") for own in ("Tide.", "Moss."))
    async with running(Shelf((one, two))) as pilot:
        shows_safely(pilot, f"K{SHOWN}")
        await press(pilot, "c")
        await until(pilot, lambda: pilot.app.screen.compared)  # type: ignore[attr-defined]
        shows_safely(pilot, f"K{SHOWN}")


async def test_the_library_shows_it_as_text() -> None:
    async with running(evil_shelf()) as pilot:
        shows_safely(
            pilot, "[bold]b[/bold]", "[@click=app.quit]q[/]", "[sic]", "␛]52;c;aGk=␇", "␀", "⸮gnp⸮", "cannot be"
        )
        await press(pilot, "enter")
        shows_safely(pilot, "[bold]b[/bold] [/x] [@click=app.quit]q[/] [sic] tide")
        await press(pilot, "z")
        shows_safely(pilot, "[/x]")


async def test_notices_show_it_as_text() -> None:
    async with running(evil_shelf()) as pilot:
        assert "[bold]b[/bold] [/x]" in status(pilot)
        pilot.app.screen.say(f"{EVIL}{CONTROLS}")  # type: ignore[attr-defined]
        shows_safely(pilot)


async def test_what_a_person_does_to_it_shows_it_as_text() -> None:
    async with running(evil_shelf()) as pilot:
        await press(pilot, "t")
        shows_safely(pilot, f"T{SHOWN}")
        await enter(pilot, f"{EVIL}{CONTROLS}")
        await press(pilot, "enter")
        shows_safely(pilot, "[bold]b[/bold]")
        pilot.app.desk.keeping.tag([0, 1], [BAIT])
        await press(pilot, "escape", "l", "H", "a")
        await enter(pilot, f"note {EVIL}{CONTROLS}")
        await press(pilot, "enter", "'")
        shows_safely(pilot, "note [bold]b", f"T{SHOWN}")
        await press(pilot, "q", "h", "i")
        shows_safely(pilot, f"O{SHOWN}")
        await press(pilot, "q", "E")
        shows_safely(pilot, "as Markdown")
        await press(pilot, "q")
        for grouping in range(1, 5):
            await press(pilot, "\\", "G", *["k"] * (4 - grouping), "enter")
            shows_safely(pilot, "#")


async def test_the_filter_shows_it_as_text() -> None:
    async with running(evil_shelf()) as pilot:
        await press(pilot, "|")
        await enter(pilot, f"{EVIL}:{CONTROLS}")
        shows_safely(pilot)
        await press(pilot, "enter")
        shows_safely(pilot)


async def test_finding_shows_it_as_text() -> None:
    async with running(evil_shelf()) as pilot:
        await press(pilot, "/")
        await enter(pilot, "[@click=app.quit]")
        shows_safely(pilot, "1/2")
        await press(pilot, "enter", "F")
        await until(pilot, lambda: "4 hits in 2 articles" in screen(pilot))
        shows_safely(pilot, "[@click=app.quit]", "[/x]")


async def test_comparing_shows_it_as_text() -> None:
    async with running(evil_shelf()) as pilot:
        await press(pilot, "c")
        await until(pilot, lambda: pilot.app.screen.compared)  # type: ignore[attr-defined]
        shows_safely(pilot, "[bold]b[/bold]")
        await press(pilot, "]", "enter", "enter")
        shows_safely(pilot)
        await press(pilot, "w")
        shows_safely(pilot, "[bold]b[/bold]")


async def test_the_matrix_shows_it_as_text() -> None:
    async with running(evil_shelf()) as pilot:
        await press(pilot, "M")
        shows_safely(pilot, "O␛[2J")


async def test_a_click_on_it_runs_nothing() -> None:
    async with running(evil_shelf()) as pilot:
        lines = rows(pilot)
        where = [(line.index("@click"), y) for y, line in enumerate(lines) if "@click" in line]
        assert len(where) > 2
        for place in where:
            await pilot.click(offset=place)
        assert pilot.app.return_value is None
        assert isinstance(pilot.app.screen, LibraryScreen)


async def test_what_is_pasted_is_one_clean_line() -> None:
    from textual import events

    from reader.tui.widgets.find_bar import LONGEST, TypedLine

    async with running(evil_shelf()) as pilot:
        await press(pilot, "/")
        pilot.app.post_message(events.Paste(f"  two\nlines{CONTROLS}" + "x" * 5000))
        line = pilot.app.screen.query_one("#find TypedLine", TypedLine)
        await until(pilot, lambda: line.value)
        assert line.value.startswith("two lines")
        assert len(line.value) <= LONGEST < 5000
        assert not NEVER.search(line.value)
        shows_safely(pilot)
