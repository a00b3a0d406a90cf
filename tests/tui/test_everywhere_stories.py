"""Stories of finding in what is open and in the library together: F, and who else says something: W."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest

from reader.articles.article import Article
from reader.library.collection import Collection, Imported
from reader.library.elsewhere import Words
from reader.library.everywhere import Answer, FoundIn
from reader.library.lent import Lent, library_shelf
from reader.library.shelf import Shelf
from reader.library.store import Store
from reader.tui.screens.compare_screen import CompareScreen
from reader.tui.screens.elsewhere_screen import ElsewhereScreen
from reader.tui.screens.find_screen import FindScreen
from reader.tui.screens.library_screen import LibraryScreen
from reader.tui.widgets.line_list import LineList
from tests.tui.screen import Finder, Program, current, enter, library, lit, press, reading, rows, running, screen, until
from tests.tui.sessions import session
from tests.tui.shelf import DISPATCH, HERALD, article, story

LAMP = "The lamp at Orrin Head has burned every night since the winter of 1871, through two wars and one earthquake."
SAID = "The lamp at Orrin Head has burned every night since the winter"
ALMANAC = f"""---
title: Lights of the coast
outlet: Pilot's Almanac
date: 2029-01-01
---

# Lights of the coast

{LAMP}

Nobody rings the fog bell at Cape Tarn; it is rung by the sea.
"""
LETTER = """---
title: A letter
outlet: Weekly Post
---

# A letter

My uncle kept the lamp at Orrin Head, which burned every night since the winter of 1871 through two wars.
"""


def keep(*articles: Article) -> None:
    """Puts articles into the user's library."""
    collection = Collection.open()
    collection.add([Imported(each, b"") for each in articles])
    collection.close()


def kept() -> tuple[Article, ...]:
    return article(ALMANAC, "/kept/almanac.md"), article(LETTER, "/kept/letter.md"), article(HERALD, "/kept/herald.md")


async def seek(pilot: Program, words: str, expected: str) -> None:
    await press(pilot, "F")
    await enter(pilot, words)
    await until(pilot, lambda: expected in rows(pilot)[1], expected)


def found(pilot: Program) -> list[str]:
    """The entries that show: sign and outlet."""
    return [row[1:].split(" · ")[0] for row in rows(pilot)[3:-2:2] if row.strip()]


def home(tmp_path: Path) -> Path:
    return tmp_path / "home" / "kept.sqlite"


async def test_open_articles_come_first_and_one_that_is_in_both_comes_once(tmp_path: Path) -> None:
    keep(*kept())
    async with session(story(), home(tmp_path)) as pilot:
        await seek(pilot, "fog bell", "4 hits in 2 articles")
        assert found(pilot) == ["▸ Orrin Herald", "  Pilot's Almanac"]
        assert "Find in the open articles (5) and in the library (3)" in screen(pilot)
        assert "1 Jan 2029 · 2 hits" in screen(pilot)
        assert "Nobody rings the fog bell at Cape Tarn" in screen(pilot)
        await enter(pilot, "lamp outlet:post")
        await until(pilot, lambda: found(pilot) == ["  Weekly Post"])
        await enter(pilot, "lamp -almanac after:2031-04-10")
        await until(pilot, lambda: found(pilot) == ["▸ Coast Dispatch"])
        await enter(pilot, "title:lamp")
        await until(pilot, lambda: found(pilot) == ["▸ Orrin Herald"])
        await enter(pilot, "colour:red")
        await until(pilot, lambda: "There is no field “colour:”" in screen(pilot))


async def test_what_is_only_in_the_library_is_opened_at_the_hit(tmp_path: Path) -> None:
    keep(*kept())
    async with session(story(), home(tmp_path)) as pilot:
        await seek(pilot, "cape tar", "2 hits in 1 article")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert current(pilot) == 5
        assert isinstance(pilot.app.desk.articles[5], Lent)
        assert lit(reading(pilot)) == "Cape"
        assert "Lights of the coast" in "".join(rows(pilot)[:30])
        assert "(6)" in rows(pilot)[0]
        await press(pilot, "s")
        await until(pilot, lambda: pilot.app.desk.pairs.best_match(5))
    store = Store.open(home(tmp_path))
    assert store.state().starred == {kept()[0].id}
    store.close()


async def test_next_goes_on_into_articles_that_are_not_open_yet(tmp_path: Path) -> None:
    keep(*kept())
    async with session(story(), home(tmp_path)) as pilot:
        await seek(pilot, '"fog bell"', "2 hits in 2 articles")
        await press(pilot, "enter")
        assert (current(pilot), len(pilot.app.desk.articles)) == (0, 5)
        await press(pilot, "n")
        assert (current(pilot), len(pilot.app.desk.articles)) == (5, 6)
        assert lit(reading(pilot)) == "fog bell"
        await press(pilot, "n")
        assert current(pilot) == 0


async def test_hits_in_entries_that_the_filter_hides_are_counted(tmp_path: Path) -> None:
    async with session(story(), home(tmp_path)) as pilot:
        await press(pilot, "|")
        await enter(pilot, "outlet:office")
        await press(pilot, "enter", "enter")
        await seek(pilot, "lamp", "5 hits in 2 articles")
        assert "1 of them hidden by the filter" in rows(pilot)[0]
        await press(pilot, "enter")
        assert current(pilot) == 0


async def test_more_of_the_library_comes_as_one_goes_down(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.library.everywhere.MOST", 5)
    monkeypatch.setattr("reader.tui.screens.find_screen.NEAR_THE_END", 2)
    keep(*(article(f"# Light {number}\n\nA lantern of {number} candles.\n", f"/{number}.md") for number in range(12)))
    async with session(story(), home(tmp_path)) as pilot:
        await seek(pilot, "lantern", "5 hits in 5 articles")
        await until(pilot, lambda: "the first 5 of 12 looked into" in rows(pilot)[0])
        await press(pilot, "pagedown")
        await until(pilot, lambda: "the first 10 of 12 looked into" in rows(pilot)[0])
        await press(pilot, "pagedown", "down", "down", "down", "down", "down")
        await until(pilot, lambda: "12 hits in 12 articles" in rows(pilot)[1] and "looked" not in rows(pilot)[0])
        await enter(pilot, "lantern c")
        await until(pilot, lambda: "10 hits in 5 articles" in rows(pilot)[1])


async def test_an_empty_library_says_how_articles_come_into_it(tmp_path: Path) -> None:
    async with session(story(), home(tmp_path)) as pilot:
        await seek(pilot, "zebra", "0 hits in 0 articles")
        assert "reader import PATH … adds articles to it" in screen(pilot)


async def test_what_was_sought_is_there_the_next_time(tmp_path: Path) -> None:
    async with session(story(), home(tmp_path)) as pilot:
        await press(pilot, "F")
        assert "“a phrase”" in screen(pilot)
        await press(pilot, "enter")
        assert "Nothing was sought before" in screen(pilot)
        await enter(pilot, "lamp")
        await until(pilot, lambda: found(pilot))
        await press(pilot, "enter")
        await seek(pilot, "beacon", "4 hits")
        await press(pilot, "enter", "escape")
    async with session(story(), home(tmp_path)) as pilot:
        await press(pilot, "F")
        assert [row.strip() for row in rows(pilot)[3:7]] == ["beacon", "sought before", "lamp", "sought before"]
        await press(pilot, "down", "enter")
        await until(pilot, lambda: "5 hits in 2 articles" in screen(pilot))
        await enter(pilot, "")
        await until(pilot, lambda: "sought before" in screen(pilot))


async def test_a_late_answer_to_an_earlier_question_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    first = asyncio.Event()
    asked = Finder.everywhere

    async def slow(finder: Finder, articles: Sequence[Article], question: object) -> AsyncIterator[list[Answer]]:
        if question.query.pattern == "lamp":  # type: ignore[attr-defined]
            await first.wait()
        async for answers in asked(finder, articles, question):  # type: ignore[arg-type]
            yield answers

    monkeypatch.setattr(Finder, "everywhere", slow)
    async with running(story()) as pilot:
        await press(pilot, "F")
        await enter(pilot, "lamp")
        await enter(pilot, "beacon")
        await until(pilot, lambda: "4 hits in 3 articles" in screen(pilot))
        first.set()
        await press(pilot, "left", "right")
        assert "4 hits in 3 articles" in screen(pilot)
        assert len(found(pilot)) == 3


# The whole library


async def test_the_library_opens_without_its_texts(tmp_path: Path) -> None:
    keep(*kept())
    shelf = library_shelf()
    assert isinstance(shelf, Shelf)
    async with session(shelf, home(tmp_path)) as pilot:
        assert "Lamp of Orrin Head goes dark" in screen(pilot)
        await press(pilot, "j")
        assert LAMP[:40] in screen(pilot)
        await press(pilot, "c")
        await until(pilot, lambda: getattr(pilot.app.screen, "compared", None))
        await press(pilot, "q")
        await seek(pilot, "uncle", "1 hit in 1 article")
        assert found(pilot) == ["▸ Weekly Post"]
        await press(pilot, "tab")
        await enter(pilot, r"\bunc\w+")
        await until(pilot, lambda: "1 hit in 1 article" in screen(pilot))


async def test_open_articles_are_added_to_the_library_as_they_were_read(tmp_path: Path) -> None:
    keep(kept()[2])
    async with session(story(), home(tmp_path)) as pilot:
        pilot.app.desk.keeping.correct(1, "outlet", "By hand")
        await press(pilot, "A")
        await until(pilot, lambda: "4 articles added to the library, 1 there already" in screen(pilot))
        await press(pilot, "space", "j", "space", "A")
        await until(pilot, lambda: "0 articles added to the library, 2 there already" in screen(pilot))
    collection = Collection.open()
    outlets = {entry.outlet for entry in collection.entries()}
    collection.close()
    assert {"Coast Dispatch", "Harbour Office", "Orrin Herald", "Allotment Quarterly"} <= outlets
    assert "By hand" not in outlets


async def test_nothing_is_added_where_no_library_belongs_to_the_session() -> None:
    async with running(story()) as pilot:
        await press(pilot, "A")
        assert "No library belongs to this session" in screen(pilot)


# Who else says this


async def who_else(pilot: Program) -> None:
    await press(pilot, "W")
    await until(pilot, lambda: isinstance(pilot.app.screen, ElsewhereScreen) and not pilot.app.screen.is_seeking)


async def test_who_else_says_a_passage_exactly_and_then_nearly(tmp_path: Path) -> None:
    keep(*kept())
    async with session(story(), home(tmp_path)) as pilot:
        await press(pilot, "/")
        await enter(pilot, SAID)
        await press(pilot, "enter", "W")
        await until(pilot, lambda: not pilot.app.screen.is_seeking)  # type: ignore[attr-defined]
        assert found(pilot) == ["▸ Coast Dispatch", "  Pilot's Almanac", "  Weekly Post"]
        assert "2 articles with the same words, 1 with some of them" in rows(pilot)[0]
        assert f"“{SAID}" in rows(pilot)[1]
        assert "the same words" in screen(pilot)
        assert "some words changed" in screen(pilot)
        await press(pilot, "j", "enter")
        assert current(pilot) == 5
        assert lit(reading(pilot)).startswith("The lamp at Orrin Head")
        await who_else(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, LibraryScreen)


async def test_a_saying_is_compared_with_where_it_was_asked_from(tmp_path: Path) -> None:
    keep(*kept())
    shelf = Shelf((article(HERALD, "herald.md"), article(LETTER, "letter.md")))
    async with session(shelf, home(tmp_path)) as pilot:
        await press(pilot, "/")
        await enter(pilot, SAID)
        await press(pilot, "enter")
        await who_else(pilot)
        assert found(pilot) == ["  Pilot's Almanac", "▸ Weekly Post"]
        await press(pilot, "c")
        await until(pilot, lambda: getattr(pilot.app.screen, "compared", None))
        assert isinstance(pilot.app.screen, CompareScreen)
        assert "Orrin Herald" in rows(pilot)[0]
        assert "Pilot's Almanac" in rows(pilot)[0]
        await press(pilot, "q")
        assert "(3)" in rows(pilot)[0]


async def test_nobody_else_says_it(tmp_path: Path) -> None:
    async with session(Shelf((article(HERALD, "a.md"), article(DISPATCH, "b.md"))), home(tmp_path)) as pilot:
        await press(pilot, "/")
        await enter(pilot, "shrugged, drank their tea")
        await press(pilot, "enter")
        await who_else(pilot)
        assert "No other article says this" in screen(pilot)
        assert "reader import PATH" in screen(pilot)
        await press(pilot, "enter", "q")
        assert isinstance(pilot.app.screen, LibraryScreen)


async def test_esc_stops_looking_and_keeps_what_was_found(monkeypatch: pytest.MonkeyPatch) -> None:
    late = asyncio.Event()

    async def endless(finder: Finder, articles: Sequence[Article], asked: Words) -> AsyncIterator[list[Answer]]:
        yield [FoundIn(articles[1].id, (), words=3)]
        await late.wait()
        yield [FoundIn(articles[2].id, (), words=3)]

    monkeypatch.setattr(Finder, "elsewhere", endless)
    async with running(story()) as pilot:
        await press(pilot, "enter", "W")
        await until(pilot, lambda: "looking …" in screen(pilot))
        await press(pilot, "escape")
        assert "Stopped: this was found until then" in screen(pilot)
        late.set()
        await press(pilot, "j")
        assert found(pilot) == ["▸ Coast Dispatch"]
        await press(pilot, "escape")
        assert library(pilot).is_current


async def test_the_filter_is_no_wall_for_hostile_words(tmp_path: Path) -> None:
    evil = "[@click=app.quit]q[/] \x1b]0;x\x07 [bold]"
    keep(article(f"---\ntitle: '{evil[:20]}'\noutlet: '[/] x'\n---\n\n{evil} lantern\n", "/kept/evil\x1b[31m.md"))
    async with session(story(), home(tmp_path)) as pilot:
        await seek(pilot, "lantern", "1 hit")
        assert isinstance(pilot.app.screen, FindScreen)
        assert "[/] x" in screen(pilot)
        assert not any(ord(char) < 32 for row in rows(pilot) for char in row)
        await press(pilot, "enter")
        assert "[bold]" in screen(pilot)
        assert pilot.app.screen.query(LineList)
