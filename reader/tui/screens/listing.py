"""Which articles are listed, in what order and groups, and what their entries say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, Literal, get_args

from reader.library.desk import Desk
from reader.library.selection import Arrangement, Order, arrange
from reader.tui.render.entries import BestMatch, Flags, article_entry
from reader.tui.render.line import Line
from reader.tui.render.particulars import short_name

if TYPE_CHECKING:
    from reader.library.queries import Asked, Problem

Grouping = Literal["none", "outlet", "story", "source", "date"]
GROUPINGS: Final[tuple[Grouping, ...]] = get_args(Grouping)
ORDER_NAMES: Final[Mapping[Order, str]] = {
    "opened": "as opened",
    "date": "date",
    "title": "title",
    "outlet": "outlet",
    "words": "words",
    "unread": "unread",
    "likeness": "likeness to the article that is read",
}


class Listing:
    """The filter, the order and the groups of the list, and the articles that pass, as positions on the desk."""

    def __init__(self, desk: Desk) -> None:
        """Everything is listed, as it was opened."""
        self._desk = desk
        self.words = ""
        """The filter as it was typed."""
        self.filter: Asked | None = None
        self.order = Arrangement()
        self.grouping: Grouping = "none"
        self.listed: Sequence[int] = range(len(desk.articles))
        self.headings: Mapping[int, tuple[str, int]] = {}
        """The words over the first entry of each group, by its place in the list, and how many there are in it."""
        self.keeps_open = False
        """Whether the article that is read is listed though the filter leaves it out."""
        self._facts: tuple[object, ...] = ()
        self._passing: Sequence[int] = ()
        self._passing_headings: Mapping[int, tuple[str, int]] = {}
        self._places: dict[int, int] = {}

    def arrange(self, keep: int | None) -> None:
        """Lists anew; the article at ``keep``, which is being read, stays whatever the filter says."""
        desk = self._desk
        if self.filter is None and self.order == Arrangement() and self.grouping == "none" and not desk.hidden:
            self.listed, self.headings, self.keeps_open = range(len(desk.articles)), {}, False
            return
        known = desk.pairs.matched_tenths if self.waits_for_matching else 0
        facts = (
            *(self.filter, self.order, self.grouping, desk.state, len(desk.articles), desk.hidden),
            *(known, desk.keeping.pairings() if self.grouping == "story" else None, desk.version),
        )
        if facts != self._facts:
            self._facts = facts
            self._passing, self._passing_headings = self._arranged(None)
            self._places = {article: place for place, article in enumerate(self._passing)}
        if keep is None or keep in self._places:
            self.listed, self.headings = self._passing, self._passing_headings
        else:
            self.listed, self.headings = self._arranged(desk.articles[keep].id)
        self.keeps_open = len(self.listed) > len(self._passing)

    def _arranged(self, kept: str | None) -> tuple[Sequence[int], Mapping[int, tuple[str, int]]]:
        desk = self._desk
        likeness: Mapping[int, float] = {}
        if self.order.by == "likeness":
            to = next((n for n, article in enumerate(desk.articles) if article.id == self.order.to), None)
            likeness = _likeness(desk, to) if to is not None else {}
        listed: Sequence[int] = arrange(desk.articles, desk.state, self.filter, self.order, kept, likeness)
        if desk.hidden:
            listed = [number for number in listed if desk.articles[number].id not in desk.hidden]
        if self.grouping == "none":
            return listed, {}
        from reader.tui.screens.grouped import grouped

        return grouped(desk, self.grouping, listed)

    def narrow(self, words: str) -> Problem | None:
        """Sets the filter, or says why it can't be used."""
        from reader.library.queries import Problem, parse_typed

        asked = parse_typed(words)
        if isinstance(asked, Problem):
            return asked
        self.words, self.filter = words.strip(), None if asked.is_empty else asked
        return None

    def sort(self, by: Order, current: int | None) -> str:
        """Sorts; asked for the same order again, turns it round. Its name. ``current`` is the article that is read."""
        to = self._desk.articles[current].id if by == "likeness" and current is not None else ""
        turns = by == self.order.by != "opened" and to == self.order.to
        self.order = Arrangement(by, turns and not self.order.descending, to)
        return self.order_name

    def arrange_as(self, by: str | None, grouping: str | None, *, descending: bool) -> None:
        """Sorts and groups as it was chosen before; what is not known here is left as it is."""
        self.order = next((Arrangement(order, descending) for order in ORDER_NAMES if order == by), self.order)
        self.grouping = next((known for known in GROUPINGS if known == grouping), self.grouping)

    @property
    def waits_for_matching(self) -> bool:
        """Whether it is another list once more is known of what the articles share."""
        return self.grouping == "story" or self.order.by == "likeness"

    @property
    def order_name(self) -> str:
        """``sorted by date ↓``, with what it is grouped by."""
        by = self.order.by
        name = "as opened" if by == "opened" else f"sorted by {by} {'↓' if self.order.descending else '↑'}"
        return name if self.grouping == "none" else f"{name} · by {self.grouping}"

    def position(self, article: int | None) -> int | None:
        """Where an article stands in the list."""
        if article is None:
            return None
        if self.listed is self._passing:
            return self._places.get(article)
        return self.listed.index(article) if article in self.listed else None

    def entry(self, number: int, width: int, on: bool) -> Sequence[Line]:
        """The rows of an entry."""
        place = self.listed[number]
        article = self._desk.articles[place]
        state = self._desk.state
        best = self._desk.pairs.best_match(place)
        return article_entry(
            article,
            Flags(
                article.id not in state.read,
                article.id in state.starred,
                state.mark_of(article.id) or "",
                state.tags.get(article.id, ()),
                article.id in state.noted,
                "gone" if article.id in self._desk.gone else "changed" if place in self._desk.newer else "",
            ),
            BestMatch(short_name(self._desk.articles[best[0]]), best[1]) if best else None,
            width,
        )

    @property
    def count(self) -> str:
        """How many pass: ``4 of 21``, or ``21`` where nothing is left out."""
        shown = len(self.listed) - self.keeps_open
        all_of_them = len(self._desk.articles) - len(self._desk.hidden)
        return f"{shown} of {all_of_them}" if shown != all_of_them else str(all_of_them)


def _likeness(desk: Desk, article: int) -> dict[int, float]:
    """How much of each other article stands in this one, in percent, where it is anything."""
    others = desk.pairs.neighbours(article, len(desk.articles))
    return {other: found.percent for other in others if (found := desk.pairs.shared(other, article))}
