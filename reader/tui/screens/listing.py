"""Which articles are listed, in what order, and what their entries say."""

from __future__ import annotations

from collections.abc import Sequence

from reader.library.desk import Desk
from reader.library.selection import ORDERS, Arrangement, Filter, Problem, arrange
from reader.tui.render.entries import BestMatch, Flags, article_entry
from reader.tui.render.line import Line
from reader.tui.render.particulars import short_name


class Listing:
    """The filter and the order of the list, and the articles that pass, as positions on the desk."""

    def __init__(self, desk: Desk) -> None:
        """Everything is listed, as it was opened."""
        self._desk = desk
        self.words = ""
        """The filter as it was typed."""
        self.filter = Filter()
        self.order = Arrangement()
        self.listed: Sequence[int] = range(len(desk.articles))
        self._facts: tuple[object, ...] = ()
        self._passing: Sequence[int] = ()
        self._places: dict[int, int] = {}

    def arrange(self, keep: int | None) -> None:
        """Lists anew; the article at ``keep``, which is being read, stays whatever the filter says."""
        desk = self._desk
        if not self.filter.terms and self.order == Arrangement() and not desk.hidden:
            self.listed = range(len(desk.articles))
            return
        facts = (self.filter, self.order, desk.state, len(desk.articles), desk.hidden, desk.known_pairs)
        if facts != self._facts:
            self._facts = facts
            self._passing = self._arranged(None)
            self._places = {article: place for place, article in enumerate(self._passing)}
        if keep is None or keep in self._places:
            self.listed = self._passing
        else:
            self.listed = self._arranged(desk.articles[keep].id)

    def _arranged(self, kept: str | None) -> Sequence[int]:
        desk = self._desk
        listed = arrange(desk.articles, desk.state, self.filter, self.order, kept)
        return [number for number in listed if desk.articles[number].id not in desk.hidden] if desk.hidden else listed

    def narrow(self, words: str) -> Problem | None:
        """Sets the filter, or says why it can't be used."""
        parsed = Filter.parse(words)
        if isinstance(parsed, Problem):
            return parsed
        self.words, self.filter = words.strip(), parsed
        return None

    def sort_next(self) -> str:
        """Goes to the next order; gives its name. Twice the same key turns an order round."""
        place = ORDERS.index(self.order.by)
        if self.order.by != "opened" and not self.order.descending:
            self.order = Arrangement(self.order.by, True)
        else:
            self.order = Arrangement(ORDERS[(place + 1) % len(ORDERS)])
        return self.order_name

    @property
    def order_name(self) -> str:
        """``sorted by date ↓``."""
        if self.order.by == "opened":
            return "as opened"
        return f"sorted by {self.order.by} {'↓' if self.order.descending else '↑'}"

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
        best = self._desk.best_match(place)
        return article_entry(
            article,
            Flags(article.id not in state.read, article.id in state.starred, state.mark_of(article.id) or ""),
            BestMatch(short_name(self._desk.articles[best[0]]), best[1]) if best else None,
            width,
        )

    @property
    def count(self) -> str:
        """``4 of 21``, or ``21`` where nothing is left out."""
        shown, all_of_them = len(self.listed), len(self._desk.articles) - len(self._desk.hidden)
        return f"{shown} of {all_of_them}" if shown != all_of_them else str(all_of_them)
