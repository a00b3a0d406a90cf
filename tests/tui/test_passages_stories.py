"""Stories of what a whole shelf shares: ranked, folded, compared, stopped half way."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace

from reader.articles.article import Article
from reader.compare.matcher import Matcher
from reader.compare.thresholds import Thresholds
from reader.library.matching import MatchingStopped
from reader.library.shelf import Shelf
from reader.tui.app import ReaderApp
from reader.tui.screens.compare_screen import CompareScreen
from reader.tui.screens.library_screen import LibraryScreen
from reader.tui.screens.passages_screen import PassagesScreen
from reader.tui.screens.variants_screen import VariantsScreen
from tests.tui.screen import Beside, Program, current, lit, press, reading, rows, running, screen, status, until
from tests.tui.sessions import go, lines, samples, shows_no_control
from tests.tui.shelf import GARDEN, UNDATED, article, story


def folded(pilot: Program) -> list[str]:
    return [line.strip() for line in lines(pilot) if line.strip().startswith(("▸", "▾"))]


async def test_quotations_come_first_then_passages_then_what_is_folded() -> None:
    async with running(samples(), (120, 90)) as pilot:
        await go(pilot, "P")
        assert "What all open articles share (11)" in rows(pilot)[0]
        assert "11 quotations · 9 passages" in rows(pilot)[0]
        signs = [line[1:3].strip() for line in lines(pilot) if line[1] != " "]
        order = ["“" in sign for sign in signs if sign not in ("▸", "▾")]
        assert order == [True] * 11 + [False] * 9
        assert signs[-2:] == ["▸", "▸"]
        assert "26 words in 4 articles · Port Averin City Council press office, Averin Gazette" in screen(pilot)
        assert "first in Averin Gazette, 3 Mar 2" in screen(pilot)
        assert "Averin Explained · in part Averin Gazette" in screen(pilot)
        assert status(pilot).endswith("1/22")


async def test_buckets_unfold_and_fold_with_enter_and_the_cursor_stays() -> None:
    async with running(samples(), (120, 110)) as pilot:
        await go(pilot, "P")
        await press(pilot, "G")
        assert (
            folded(pilot)[1]
            == "▸ under 14 words or much reworded, and not in quotation marks on both sides · 4 passages"
        )
        many = len(lines(pilot))
        await press(pilot, "enter")
        assert folded(pilot)[1].startswith("▾ under 14 words")
        assert len(lines(pilot)) == many + 8
        assert status(pilot).endswith("22/26")
        await press(pilot, "k", "enter")
        assert [line[0] for line in folded(pilot)] == ["▾", "▾"]
        assert status(pilot).endswith("21/27")
        await press(pilot, "enter", "G", "up")
        assert [line[0] for line in folded(pilot)] == ["▸", "▾"]
        await press(pilot, *["k"] * 3, "enter")
        assert [line[0] for line in folded(pilot)] == ["▸", "▸"]
        assert len(lines(pilot)) == many
        await press(pilot, "G", "V")
        assert isinstance(pilot.app.screen, PassagesScreen)
        assert "Wordings are of a passage; Enter unfolds this" in status(pilot)


async def test_enter_opens_the_compare_view_at_the_passage() -> None:
    async with running(samples(), (100, 36)) as pilot:
        await go(pilot, "P")
        await press(pilot, "j")
        words = next(row for row in rows(pilot)[4:] if "“" in row or "=" in row)[5:40].strip()
        await press(pilot, "enter")
        await until(pilot, lambda: getattr(pilot.app.screen, "compared", None))
        screen_now = pilot.app.screen
        assert isinstance(screen_now, CompareScreen)
        passage = screen_now.compared.facing.passage  # type: ignore[union-attr]
        assert passage is not None
        place = screen_now.compared.comparison.passages[passage].occurrences[0]  # type: ignore[union-attr]
        article_now = pilot.app.desk.articles[screen_now.compared.articles[0]]  # type: ignore[union-attr]
        assert words[:20] in " ".join(article_now.text[place.start : place.end].split())
        assert f"passage {passage + 1}/" in status(pilot)
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, PassagesScreen)
        assert status(pilot).split()[-1].startswith("2/")


async def test_v_stacks_its_wordings_and_enter_there_opens_the_article() -> None:
    async with running(story()) as pilot:
        await go(pilot, "P")
        await press(pilot, "V")
        assert isinstance(pilot.app.screen, VariantsScreen)
        assert "One passage, 3 wordings" in rows(pilot)[0]
        await press(pilot, "G", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, LibraryScreen))
        assert current(pilot) == 2
        assert lit(reading(pilot)).startswith("No ship will be left")


def strangers() -> Shelf:
    return Shelf((article(GARDEN, "garden.md"), article(UNDATED, "ropewalk.txt", markdown=False)))


async def test_where_nothing_is_shared_it_is_said() -> None:
    async with running(strangers()) as pilot:
        await go(pilot, "P")
        assert "No two open articles share a passage" in screen(pilot)
        await press(pilot, "escape")
        assert "q goes back" in status(pilot)


async def test_v_where_nothing_is_shared_says_so() -> None:
    async with running(strangers()) as pilot:
        await go(pilot, "P")
        await press(pilot, "V")
        assert "There is no passage here" in status(pilot)


async def test_enter_where_nothing_is_shared_says_so() -> None:
    async with running(strangers()) as pilot:
        await go(pilot, "P")
        await press(pilot, "enter")
        assert "There is no passage here" in status(pilot)


async def test_what_was_found_shows_again_the_second_time() -> None:
    async with running(story()) as pilot:
        await go(pilot, "P")
        first = lines(pilot)
        await press(pilot, "q", "P")
        assert lines(pilot) == first


async def test_from_the_matrix_and_the_compare_view_too() -> None:
    async with running(story()) as pilot:
        await press(pilot, "M")
        await go(pilot, "P")
        assert isinstance(pilot.app.screen, PassagesScreen)
        await press(pilot, "q", "q", "c")
        await until(pilot, lambda: getattr(pilot.app.screen, "compared", None))
        await press(pilot, "P", "q")
        assert isinstance(pilot.app.screen, CompareScreen)


# While it looks


class Held(Beside):
    """Tells a stage, what was found so far if anything, and then waits until it is stopped."""

    def __init__(self, *, tells: bool) -> None:
        super().__init__()
        self._tells = tells
        self.stops = 0
        self._stopped = asyncio.Event()

    async def passages(self, articles: Sequence[Article], thresholds: Thresholds) -> AsyncIterator[object]:
        search = Matcher().passages(articles, thresholds)
        stages = list(search.steps())
        yield stages[0]
        if self._tells:
            yield replace(search.result(), is_complete=False)
        await self._stopped.wait()
        raise MatchingStopped("The comparison was stopped")

    def stop(self) -> None:
        self.stops += 1
        self._stopped.set()


@asynccontextmanager
async def held(*, tells: bool) -> AsyncIterator[tuple[Program, Held]]:
    app = ReaderApp(story())
    engine = app.desk.matching = Held(tells=tells)  # type: ignore[assignment]
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: app.desk.pairs.is_matched)
        await press(pilot, "P")
        yield pilot, engine


async def test_how_far_it_is_shows_while_it_looks() -> None:
    async with held(tells=False) as (pilot, _):
        await until(pilot, lambda: "pairs 1 of" in rows(pilot)[0])
        assert "Looking … (Esc stops)" in screen(pilot)
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, LibraryScreen)


async def test_esc_stops_with_what_there_is() -> None:
    async with held(tells=True) as (pilot, engine):
        await until(pilot, lambda: "looking on" in rows(pilot)[0])
        found = lines(pilot)
        assert "“" in found[0]
        await press(pilot, "escape")
        await until(pilot, lambda: "stopped" in status(pilot))
        assert engine.stops == 1
        assert lines(pilot) == found
        await press(pilot, "j", "V")
        assert isinstance(pilot.app.screen, VariantsScreen)


async def test_once_stopped_it_no_longer_says_that_it_looks() -> None:
    async with held(tells=True) as (pilot, _):
        await until(pilot, lambda: "looking on" in rows(pilot)[0])
        await press(pilot, "escape")
        await until(pilot, lambda: "stopped" in status(pilot))
        assert "looking" not in rows(pilot)[0]


async def test_stopped_before_anything_was_found_it_says_so() -> None:
    async with held(tells=False) as (pilot, _):
        await press(pilot, "escape")
        await until(pilot, lambda: "stopped" in status(pilot))
        assert "Looking" not in screen(pilot)


async def test_esc_a_second_time_says_why_it_does_nothing() -> None:
    async with held(tells=True) as (pilot, engine):
        await until(pilot, lambda: "looking on" in rows(pilot)[0])
        await press(pilot, "escape")
        await until(pilot, lambda: "stopped" in status(pilot))
        await press(pilot, "escape")
        assert engine.stops == 1
        assert "q goes back" in status(pilot)


async def test_words_and_outlets_show_as_text() -> None:
    evil = "[bold]b[/bold] [@click=app.quit]q[/] \x1b]52;c;aGk=\x07\x00\u202egnp\u202c"
    shared = f"The tide came in over the bar {evil} at noon on Monday and nobody at all was there to see it."

    def page(name: str) -> Article:
        one = article(f"{name}\n\n{shared}\n\nThe {name} says more.\n", f"{name}.txt", markdown=False)
        return replace(one, particulars=replace(one.particulars, outlet=f"{name}{evil}"))

    async with running(Shelf((page("Tar"), page("Salt"))), (200, 36)) as pilot:
        await go(pilot, "P")
        shows_no_control(pilot)
        assert "Tar[bold]b[/bold] [@click=app.quit]q[/] ␛]52;c;aGk=␇␀⸮gnp⸮, Salt[bold]" in screen(pilot)
        await press(pilot, "V")
        shows_no_control(pilot)
        assert "over the bar [bold]b[/bold]" in screen(pilot)
