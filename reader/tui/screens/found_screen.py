"""A list of articles, open or in the library, in which something was found; it grows while the search goes on."""

from __future__ import annotations

from collections.abc import AsyncIterator, Container, Sequence
from contextlib import aclosing

from textual import work

from reader.library.asking import Asking
from reader.library.desk import Desk
from reader.library.everywhere import Answer, FoundIn, Looked
from reader.library.matching import MatchingStopped
from reader.library.queries import Problem
from reader.text.find import Query
from reader.tui.render.found import found_entry
from reader.tui.render.hits import Hits
from reader.tui.render.line import Line
from reader.tui.screens.destination import Destination
from reader.tui.screens.reader_screen import ReaderScreen
from reader.tui.widgets.line_list import LineList

SHOWN_AFTER = 0.3
"""Seconds after which it shows that a search goes on."""


class FoundScreen(ReaderScreen):
    """Owns what was found. A subclass asks, says how an entry is labelled, and what the header says.

    Gives back a :class:`Destination`, or ``None``.
    """

    def __init__(self, desk: Desk, left_out: Container[int] = ()) -> None:
        """``left_out`` are the open articles that the filter of the list leaves out."""
        super().__init__(desk)
        self.asking = Asking(desk)
        self.found: list[FoundIn] = []
        self.looked: Looked | None = None
        self.is_seeking = False
        self._left_out = left_out
        self._problem: str | None = None

    # What a subclass tells

    def label(self, found: FoundIn) -> str:
        """What stands at the right of an entry."""
        raise NotImplementedError

    def found_more(self) -> None:
        """More was found, or all was looked through."""
        raise NotImplementedError

    @property
    def lit_query(self) -> Query:
        """What the hits are of, once they are lit in an article."""
        raise NotImplementedError

    def empty(self) -> list[Line]:
        """What the list says where it is empty."""
        raise NotImplementedError

    @property
    def found_list(self) -> LineList:
        """The list."""
        return self.query_one("#places", LineList)

    @property
    def around(self) -> int:
        """Code points either side of a hit that a row may hold."""
        return max(30, self.size.width // 2)

    # Seeking

    def seek(self, answers: AsyncIterator[list[Answer]], before: Sequence[FoundIn] = ()) -> None:
        """Takes answers as they come; a newer question cancels this one, and its late answers are dropped.

        What was found before shows until the first answer comes, and stays where it is given as ``before``.
        """
        self.is_seeking = True
        if self.looked is not None and not before:
            self.looked = self.looked._replace(answering=0, looked_into=0)
        self.set_timer(SHOWN_AFTER, self._show_seeking)
        self._seek(answers, list(before))

    @work(exclusive=True)
    async def _seek(self, answers: AsyncIterator[list[Answer]], fresh: list[FoundIn]) -> None:
        problem = None
        try:
            async with aclosing(answers) as coming:  # type: ignore[type-var]
                async for some in coming:
                    problem = self._taken(some, fresh) or problem
                    if fresh:
                        self._show_found(fresh, problem)
        except MatchingStopped as stopped:
            problem = str(stopped)
        self.is_seeking = False
        self._show_found(fresh, problem)

    def _taken(self, answers: list[Answer], fresh: list[FoundIn]) -> str | None:
        """Adds what was found; what is wrong, if anything is."""
        problem = None
        for answer in answers:
            if isinstance(answer, FoundIn):
                fresh.append(answer)
            elif isinstance(answer, Problem):
                problem = answer.sentence
            else:
                self.looked = answer
        return problem

    def arranged(self, found: list[FoundIn]) -> list[FoundIn]:
        """In the order in which they are listed."""
        return found

    def _show_found(self, found: list[FoundIn], problem: str | None) -> None:
        cursor = self.found_list.cursor if found is self.found or self.found[:1] == found[:1] else 0
        self.found = self.arranged(found)
        self._problem = problem
        self.found_list.show(len(self.found), self._entry, cursor=cursor, empty=self.empty())
        self.found_more()
        self.show_status()

    def _show_seeking(self) -> None:
        if self.is_seeking:
            self.found_more()

    @property
    def problem(self) -> str | None:
        """What is wrong with what is sought."""
        return self._problem

    @property
    def hidden(self) -> int:
        """How many of the articles the filter leaves out."""
        return sum(self.desk.position(each.id) in self._left_out for each in self.found)

    def _entry(self, number: int, width: int, on: bool) -> tuple[Line, ...]:
        found = self.found[number]
        is_open = self.desk.position(found.id) is not None
        return tuple(found_entry(self.asking.article(found), found, self.label(found), width, is_open=is_open))

    # Choosing

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Opens the article at its first hit."""
        self.choose(event.number)

    def choose(self, number: int, beside: int | None = None) -> None:
        """Gives back an article; ``beside`` another one, where they are to be compared."""
        if not self.found:
            self.say("Nothing was found to open")
            return
        every = tuple((self.asking.place(each), self._hits(each)) for each in self.found)
        self.leave(Destination(*every[number], every, beside))

    def _hits(self, found: FoundIn) -> Hits:
        return Hits(self.lit_query, found.spans, found.shown if found.spans else None)
