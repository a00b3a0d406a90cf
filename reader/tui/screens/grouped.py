"""The listed articles in groups, and the words over each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from reader.library.grouping import Group, by_date, by_outlet, by_source
from reader.text.clean import clean_line
from reader.tui.render.particulars import written_date

if TYPE_CHECKING:
    from reader.library.desk import Desk
    from reader.tui.screens.listing import Grouping

UNKNOWN = {"outlet": "outlet unknown", "date": "undated", "source": "standard input"}
ALONE = "in no story with another"


def grouped(
    desk: Desk, grouping: Grouping, listed: Sequence[int]
) -> tuple[Sequence[int], Mapping[int, tuple[str, int]]]:
    """The listed articles, each group together, in the order that they had within it; by the place of the first of
    each group, its heading and how many of it are listed."""
    groups = _groups(desk, grouping)
    group_of = {article: number for number, (_, articles) in enumerate(groups) for article in articles}
    ordered = sorted(listed, key=lambda article: group_of[article])
    headings: dict[int, tuple[str, int]] = {}
    at = 0
    for number, found in groupby(ordered, key=lambda article: group_of[article]):
        count = sum(1 for _ in found)
        headings[at] = groups[number][0], count
        at += count
    return ordered, headings


def _groups(desk: Desk, grouping: Grouping) -> list[tuple[str, Sequence[int]]]:
    """The words over each group of the shelf, and its articles."""
    if grouping == "story":
        stories = desk.stories.all()
        alone = [group.articles[0] for group in stories if len(group.articles) == 1]
        return [*((_story(group), group.articles) for group in stories if len(group.articles) > 1), (ALONE, alone)]
    found = {"outlet": by_outlet, "date": by_date, "source": by_source}[grouping](desk.articles)
    return [(_words(group.name, grouping), group.articles) for group in found]


def _words(name: str | None, grouping: Grouping) -> str:
    if name is None:
        return UNKNOWN[grouping]
    return written_date(name) if grouping == "date" else clean_line(name)


def _story(group: Group) -> str:
    """Its first title, which names it, and whether somebody put it together."""
    by_hand = " · by hand" if any(tie.by_hand for tie in group.ties) else ""
    return f"{clean_line(group.name or '')}{by_hand}"
