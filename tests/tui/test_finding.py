"""Finding in a long text: what is near shows at once, the rest comes beside the keys, and no late answer counts."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from reader.text.find import Query, Searchable
from reader.text.places import FoundPlaces, find_places
from reader.text.spans import Span
from reader.tui.render.hits import Hits
from reader.tui.screens import finding
from reader.tui.screens.finding import Finding

TEXT = "one sea, " * 100 + "\n\nlast shore"


class Bar:
    """A line to type in."""

    is_open = False
    typed = ""
    told = ""

    @property
    def search(self) -> Query:
        return Query(self.typed)

    def open(self, words: str | None) -> None:
        self.is_open = True

    def close(self) -> None:
        self.is_open = False

    def tell(self, outcome: str, *, is_problem: bool = False) -> None:
        self.told = outcome


class Target:
    """A text; answers come when they are let go."""

    def __init__(self, within: list[Span] | None = None, place: int = 0) -> None:
        self.text = Searchable(TEXT, within)
        self.asked: list[str] = []
        self.free = asyncio.Event()
        self.lit: Hits | None = None
        self.folded = 0
        self.place = place

    def searchable(self) -> Searchable:
        return self.text

    async def find(self, query: Query) -> FoundPlaces:
        if not query.pattern:
            self.folded += 1
            return FoundPlaces(find_places(self.text, query).hits)
        self.asked.append(query.pattern)
        await self.free.wait()
        return find_places(self.text, query)

    def here(self) -> int:
        return self.place

    def restore(self, place: int) -> None:
        pass

    def light(self, hits: Hits | None) -> None:
        self.lit = hits

    def take_keys(self) -> None:
        pass


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "AT_ONCE", 50)
    monkeypatch.setattr(finding, "NEAR", 40)


async def typed(one: Finding, bar: Any, words: str) -> None:
    bar.typed = words
    await one.typed()
    await asyncio.sleep(0)


def begun(target: Target) -> tuple[Finding, Any, list[str]]:
    bar: Any = Bar()
    told: list[str] = []
    one = Finding(bar, target, lambda: told.append(bar.told))
    one.start()
    return one, bar, told


async def test_what_is_near_shows_at_once_and_the_count_when_it_is_known() -> None:
    target = Target()
    one, bar, told = begun(target)
    await typed(one, bar, "sea")
    assert target.lit is not None
    assert target.lit.span == Span(4, 7)
    assert bar.told == "…"
    assert not told
    target.free.set()
    await one.settle()
    assert (bar.told, told) == ("1/100", ["1/100"])
    assert target.lit.span == Span(4, 7)


async def test_what_is_near_begins_and_ends_where_hits_may() -> None:
    target = Target([Span(0, 2), Span(15, 17), Span(22, 25), Span(600, 700)], place=10)
    one, bar, _ = begun(target)
    await typed(one, bar, "sea")
    near = target.lit
    target.free.set()
    await one.settle()
    assert near is not None
    assert list(near.spans) == [Span(22, 25)] == [hit for hit in target.lit.spans if hit.start < 50]  # type: ignore[union-attr]


async def test_one_question_at_a_time_and_the_last_one_wins() -> None:
    target = Target()
    one, bar, _ = begun(target)
    for words in ("s", "sh", "sho", "shor"):
        await typed(one, bar, words)
    assert bar.told == "…"
    target.free.set()
    await one.settle()
    assert target.asked == ["s", "shor"]
    assert bar.told == "1/1"
    assert target.lit is not None
    assert target.lit.query.pattern == "shor"


async def test_an_answer_that_comes_after_esc_lights_nothing() -> None:
    target = Target()
    one, bar, told = begun(target)
    await typed(one, bar, "sea")
    one.dismiss()
    target.free.set()
    await one.settle()
    assert target.lit is None
    assert not told


async def test_a_search_that_is_taken_up_again_is_asked_again() -> None:
    target = Target()
    target.free.set()
    one, bar, _ = begun(target)
    for words, count in (("last", "1/1"), ("sea", "1/100"), ("quay", "no hit")):
        await typed(one, bar, words)
        await one.settle()
        assert bar.told == count


async def test_a_text_that_somebody_stays_with_is_made_ready_once() -> None:
    target = Target()
    one = Finding(Bar(), target)  # type: ignore[arg-type]
    for _ in range(2):
        one.prepare()
        await asyncio.sleep(0)
    assert target.folded == 1
    one.start()
    await asyncio.sleep(0)
    assert target.folded == 1


async def test_a_very_long_text_is_made_ready_when_it_is_asked_about(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "AHEAD", 60)
    target = Target()
    one = Finding(Bar(), target)  # type: ignore[arg-type]
    one.prepare()
    await asyncio.sleep(0)
    assert target.folded == 0
    one.start()
    await asyncio.sleep(0)
    assert target.folded == 1
