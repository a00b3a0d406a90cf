"""Entries of what a shelf shares: those that have only a part of a passage are named."""

from __future__ import annotations

from dataclasses import replace

from reader.articles.article import Article
from reader.compare.comparison import Occurrence, Passage
from reader.compare.ranking import ShelfPassage
from reader.tui.render.shelf_passages import ShelfRow, shelf_entry
from tests.tui.shelf import article


def passage(number: int, *articles: int, parts: tuple[ShelfPassage, ...] = ()) -> ShelfPassage:
    places = tuple(Occurrence(at, 0, 18, None) for at in articles)
    return ShelfPassage(Passage(number, "verbatim", 7, 7.0, places), articles, (), None, 1.0, parts)


def outlets(count: int) -> list[Article]:
    one = article("The tide owes us all.\n", "t.txt", markdown=False)
    return [replace(one, particulars=replace(one.particulars, outlet=f"Outlet\x1b {n}")) for n in range(count)]


def second_row(one: ShelfPassage, articles: list[Article]) -> str:
    return "".join(piece.text for piece in shelf_entry(ShelfRow(one), articles, 120)[1])


def test_who_has_only_a_part_is_named_after_those_who_have_all() -> None:
    one = passage(1, 0, 2, parts=(passage(2, 0, 1, 2, 3),))
    row = second_row(one, outlets(4))
    assert row.endswith("2 articles · Outlet␛ 0, Outlet␛ 2 · in part Outlet␛ 1, Outlet␛ 3")


def test_where_all_have_all_of_it_nothing_is_said_of_parts() -> None:
    assert "part" not in second_row(passage(1, 0, 1, parts=(passage(2, 0, 1),)), outlets(2))
