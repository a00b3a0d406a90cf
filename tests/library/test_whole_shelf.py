"""A whole shelf on the desk: what is known of its pairs while it is found out, copies, and its passages."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from reader.articles.article import Article
from reader.compare.ranking import ShelfPassages
from reader.compare.shelf_search import Stage
from reader.compare.thresholds import DEFAULT
from reader.library.desk import Desk
from reader.library.matching import MatchingStopped
from reader.library.pairs import Shared
from reader.library.shelf import Shelf
from tests.compare.conftest import article
from tests.compare.test_survey import planted, shelf, unlike

COPIED = unlike(900, 5000)


def counted(one: Article) -> Article:
    return Article(id=one.id, path=one.path, text=one.text, blocks=one.blocks, words=len(one.text.split()))


@asynccontextmanager
async def desk_with(articles: list[Article]) -> AsyncIterator[Desk]:
    desk = Desk(Shelf(tuple(map(counted, articles))))
    try:
        yield desk
    finally:
        await desk.close()


def many() -> list[Article]:
    articles = shelf(90)
    articles[3], articles[80] = planted(1), planted(2)
    articles[10], articles[20] = article(COPIED, name="first"), article(f"{COPIED} More.", name="copy")
    articles[40] = article(f"{unlike(60, 7000)} {COPIED[:600]}", name="borrower")
    return articles


async def test_a_large_shelf_is_known_pair_by_pair() -> None:
    async with desk_with(many()) as desk:
        known: list[float] = []
        await desk.match(DEFAULT, lambda: known.append(desk.pairs.matched_share))
        assert known == sorted(known)
        assert (known[-1], desk.pairs.is_matched) == (1.0, True)
        best = desk.pairs.best_match(3)
        assert best is not None
        assert best[0] == 80
        assert desk.pairs.neighbours(80, 5) == [3]
        assert desk.pairs.shared(3, 4) == Shared(0, 0.0)


async def test_a_copy_shares_what_its_original_shares() -> None:
    async with desk_with(many()) as desk:
        await desk.match(DEFAULT, lambda: None)
        best = desk.pairs.best_match(20)
        assert best is not None
        assert best[0] == 10
        borrowed, of_copy = desk.pairs.shared(40, 10), desk.pairs.shared(40, 20)
        assert borrowed is not None
        assert borrowed.words > 50
        assert of_copy == borrowed
        assert 40 in desk.pairs.neighbours(20, 5)


async def test_the_passages_of_the_shelf_come_with_word_of_how_far_it_is() -> None:
    async with desk_with(many()) as desk:
        said: list[Stage | ShelfPassages] = []
        found = await desk.passages(DEFAULT, said.append)
        assert said[-1] is found
        assert found.is_complete
        assert found.copies == ((20, 10),)
        assert {each.articles for each in found.all} == {(3, 80), (10, 40)}
        assert await desk.passages(DEFAULT, said.append) is found


async def test_a_stop_is_told_and_the_next_request_works() -> None:
    async with desk_with(many()) as desk:
        matching = asyncio.create_task(desk.match(DEFAULT, lambda: None))
        await asyncio.sleep(0)
        while not desk.matching._process:
            await asyncio.sleep(0.01)
        desk.matching.stop()
        with pytest.raises(MatchingStopped):
            await matching
        await desk.match(DEFAULT, lambda: None)
        assert desk.pairs.is_matched


async def test_the_loop_has_its_turn_while_a_shelf_is_sent() -> None:
    async with desk_with(shelf(600)) as desk:
        turns = 0

        async def turn() -> None:
            nonlocal turns
            while not desk.pairs.is_matched:
                turns += 1
                await asyncio.sleep(0)

        counting = asyncio.create_task(turn())
        await asyncio.wait_for(desk.match(DEFAULT, lambda: None), 60)
        await counting
        assert turns > 600 / 8
