"""Find in all open articles: type, see every place with the words around it, Enter opens the article there."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from textual import work
from textual.app import ComposeResult

from reader.library.desk import Desk
from reader.text.find import Query, find, problem_with, snippet
from reader.tui.commands import Place
from reader.tui.render.entries import FoundPlace, found_entry
from reader.tui.render.hits import Hits
from reader.tui.render.line import Line, Piece
from reader.tui.render.particulars import counted
from reader.tui.screens.destination import Destination
from reader.tui.screens.reader_screen import ReaderScreen
from reader.tui.widgets.find_bar import FindBar
from reader.tui.widgets.line_bar import LineBar, Rule
from reader.tui.widgets.line_list import LineList

MOST = 5_000
"""Places that are listed: nobody reads more, and the count goes on."""


@dataclass(slots=True)
class _Found:
    """What a search found so far."""

    places: list[FoundPlace] = field(default_factory=list)
    hits: dict[int, Hits] = field(default_factory=dict)
    count: int = 0

    def add(self, number: int, hits: Hits, text: str, width: int) -> None:
        """The hits in one more article, with as many words around each as a row of ``width`` cells holds."""
        self.hits[number] = hits
        self.count += len(hits.spans)
        for span in hits.spans[: max(0, MOST - len(self.places))]:
            words, start, end = snippet(text, span, around=max(30, width // 2 - 10))
            self.places.append(FoundPlace(number, span.start, span.end, words, (start, end)))


class FindScreen(ReaderScreen):
    """Gives back a :class:`Destination`, or ``None``."""

    def __init__(self, desk: Desk, words: str) -> None:
        """``words`` are there to begin with."""
        super().__init__(desk)
        self._words = words
        self._found = _Found()
        self._problem: str | None = None

    def compose(self) -> ComposeResult:
        """The line to type in, the places, status."""
        yield LineBar(id="header")
        yield FindBar("find all", id="find")
        yield Rule()
        yield LineList(rows=2, id="places")
        yield Rule()
        yield LineBar(keeps_right=True, id="status")

    def on_mount(self) -> None:
        """The keys to the line."""
        self._bar = self.query_one(FindBar)
        self._list = self.query_one(LineList)
        self.query_one("#header", LineBar).show(
            (Piece("Find in all open articles", "strong"), Piece(f" ({len(self.desk.articles)})", "dim"))
        )
        self._bar.open(self._words)
        self._bar.tell("")

    @property
    def place(self) -> Place:
        """The places that were found."""
        return Place.RESULTS

    @property
    def problem(self) -> str | None:
        """What is wrong with what is sought."""
        return self._problem

    # Finding

    def on_find_bar_typed(self, event: FindBar.Typed) -> None:
        """Seeks anew."""
        self._seek(event.bar.search)

    @work(exclusive=True)
    async def _seek(self, query: Query) -> None:
        """Article by article, off the keys; a newer question cancels this one. What was found shows until all is."""
        found = _Found()
        problem = problem_with(query)
        if not problem and query.pattern:
            for number in range(len(self.desk.articles)):
                one = await asyncio.to_thread(find, self.desk.searchable(number), query)
                problem = problem or one.problem
                if one.hits:
                    found.add(number, Hits(query, one.hits, 0), self.desk.articles[number].text, self.size.width)
        self._found = found
        self._show(problem)

    def _show(self, problem: str | None) -> None:
        typed = bool(self._bar.typed)
        empty: list[Line] = [(Piece("  No open article has this", "dim"),)] if typed else []
        self._list.show(len(self._found.places), self._entry, cursor=0, empty=empty)
        self._problem = problem
        self.show_status()
        if problem:
            self._bar.tell("!", is_problem=True)
        elif not typed:
            self._bar.tell("")
        else:
            count, articles = self._found.count, len(self._found.hits)
            self._bar.tell(f"{counted(count, 'hit')} in {counted(articles, 'article')}")

    def _entry(self, number: int, width: int, on: bool) -> tuple[Line, ...]:
        place = self._found.places[number]
        hits = self._found.hits[place.article]
        which = next(n for n, span in enumerate(hits.spans, 1) if span.start == place.start)
        label = f"{which}/{len(hits.spans)}"
        return tuple(found_entry(self.desk.articles[place.article], place, label, width))

    # Choosing

    def on_find_bar_stepped(self, event: FindBar.Stepped) -> None:
        """The cursor moves while one types."""
        self._list.go(self._list.cursor + event.step)

    def on_find_bar_accepted(self, event: FindBar.Accepted) -> None:
        """Opens the place under the cursor."""
        self._choose(self._list.cursor)

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Opens the place."""
        self._choose(event.number)

    def _choose(self, number: int) -> None:
        if not self._found.places:
            self.say("Nothing was found to open")
            return
        place = self._found.places[number]
        every = tuple(self._found.hits.items())
        self.leave(Destination(place.article, self._found.hits[place.article].from_place(place.start), every))

    def on_find_bar_dismissed(self, event: FindBar.Dismissed) -> None:
        """Back without opening any."""
        self.leave(None)

    def action_cancel(self) -> None:
        """Back without opening any."""
        self.leave(None)

    def action_find_everywhere(self) -> None:
        """The keys to the line again."""
        self._bar.open()
