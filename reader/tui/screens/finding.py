"""Finding in the text that shows: how bar, hits, and the place one came from belong together."""

from __future__ import annotations

import asyncio
import sys
from bisect import bisect_right
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from reader.library.matching import MatchingStopped
from reader.text.spans import Span
from reader.tui.render.hits import Hits
from reader.tui.widgets.find_bar import FindBar

if TYPE_CHECKING:
    from reader.text.find import Found, Query, Searchable
    from reader.text.places import FoundPlaces

AT_ONCE = 50_000
"""Code points of a text that is searched for words while the key is handled: under 10 ms, folding included."""
NEAR = 20_000
"""Code points of a longer text that are searched then: some screens."""
AHEAD = 12_000_000
"""Code points of the longest text that is made ready before anybody asks: beyond it that takes too much memory."""
LONGEST = sys.maxsize


class Target(Protocol):
    """The text in which is found: a screen gives it, for the pane or column that has the keys."""

    def searchable(self) -> Searchable | None:
        """The text, made ready; ``None`` where there is none."""

    async def find(self, query: Query) -> FoundPlaces:
        """Where words stand in it, found beside the screen. Raises MatchingStopped."""

    def here(self) -> int:
        """The code point at the top of what shows."""

    def restore(self, place: int) -> None:
        """Shows a place again that :meth:`here` gave."""

    def light(self, hits: Hits | None) -> None:
        """Lights the hits and shows the one that is visited; ``None`` puts the light out."""

    def take_keys(self) -> None:
        """Gives the keys to the text."""


class Finding:
    """One search at a time. The latest question wins: an answer to an earlier one is dropped."""

    def __init__(self, bar: FindBar, target: Target, told: Callable[[], None] = lambda: None) -> None:
        """The bar is opened and closed here; whose it is does not matter. ``told`` is called when an answer came that
        took its time."""
        self._told = told
        self._bar = bar
        self._target = target
        self._origin = 0
        self._asked = 0
        self._landed: int | None = None
        self.hits: Hits | None = None
        self._folding: asyncio.Task[None] | None = None
        self._prepared: Searchable | None = None
        self._wanted: Query | None = None
        self._asking: asyncio.Task[None] | None = None
        self._near: tuple[Searchable, int, Searchable] | None = None
        """The text, a place in it, and what follows there made ready."""

    @property
    def problem(self) -> str | None:
        """What is wrong with what is sought, as a sentence."""
        return self.hits.problem if self.hits else None

    def start(self) -> None:
        """Opens the bar; what was sought before is there to be changed."""
        if not self._bar.is_open:
            self._origin = self._target.here()
        self._bar.open("" if self.hits is None else None)
        self._bar.tell("")
        self._prepare(LONGEST)

    def prepare(self) -> None:
        """Somebody stays with a text: if it is long, it is made ready before anything is sought in it."""
        self._prepare(AHEAD)

    def _prepare(self, longest: int) -> None:
        searchable = self._target.searchable()
        if searchable and AT_ONCE < len(searchable.text) <= longest and self._prepared is not searchable:
            self._prepared = searchable
            self._folding = asyncio.create_task(self._fold())

    async def _fold(self) -> None:
        """Has a long text folded beside the screen: a question for nothing does that."""
        from reader.text.find import Query

        with suppress(MatchingStopped):
            await self._target.find(Query(""))

    async def typed(self) -> None:
        """Seeks what is in the bar, from the place where the search began: words in what is near it at once, and in a
        long text in all of it beside the keys."""
        query = self._bar.search
        self._asked += 1
        searchable = self._target.searchable()
        if searchable is None:
            return
        from reader.text.find import find

        if not query.regex and len(searchable.text) <= AT_ONCE:
            found = find(searchable, query)
            self._show(Hits(query, found.hits, None, found.problem).from_place(max(0, self._origin)))
            return
        self._show_near(searchable, query)
        self._wanted = query
        if self._asking is None or self._asking.done():
            self._asking = asyncio.create_task(self._ask())

    async def settle(self) -> None:
        """Waits for the answer to what was typed last."""
        if self._asking is not None:
            await self._asking

    async def _ask(self) -> None:
        """Asks beside the screen, and again where more was typed meanwhile: one question at a time, the last one."""
        from reader.text.find import Found

        found: Found | FoundPlaces
        try:
            while (query := self._wanted) is not None:
                asked, self._wanted = self._asked, None
                try:
                    found = await self._target.find(query)
                except MatchingStopped as stopped:
                    found = Found(problem=str(stopped))
                if asked == self._asked:
                    self._show(Hits(query, found.hits, None, found.problem).from_place(max(0, self._origin)))
                    self._told()
        except Exception as error:
            self._bar.app._handle_exception(error)

    def _show_near(self, searchable: Searchable, query: Query) -> None:
        """Lights what stands near the place where the search began; how many there are in all is not known yet."""
        from reader.text.find import find

        if query.regex or query.empty:
            return
        start = max(0, self._origin)
        if self._near is None or self._near[:2] != (searchable, start):
            self._near = searchable, start, _part(searchable, start)
        part = self._near[2]
        hits = [Span(hit.start + start, hit.end + start) for hit in find(part, query).hits if hit.end < len(part.text)]
        if hits:
            self._show(Hits(query, hits, 0), label="…")
        else:
            self._bar.tell("…")

    def _show(self, hits: Hits, label: str | None = None) -> None:
        self.hits = hits
        self._target.light(hits)
        if hits.now is None:
            self._target.restore(self._origin)
        self._landed = self._target.here()
        words = hits.label() if label is None else label
        self._bar.tell(words, is_problem=hits.problem is not None and not hits.spans)

    def accept(self) -> None:
        """Enter: the hits stay lit, the keys go to the text."""
        self._bar.close()
        if not self._bar.typed:
            self.clear()
        self._target.take_keys()

    def dismiss(self) -> None:
        """Esc in the bar: as if nothing had been sought."""
        self._bar.close()
        self._put_out()
        self._target.restore(self._origin)
        self._target.take_keys()

    def step(self, step: int) -> Hits | None:
        """Visits the next hit or the one before; ``None`` where nothing is lit."""
        if self.hits is None or self.hits.now is None:
            return None
        self.hits = self.hits.stepped(step)
        self._target.light(self.hits)
        self._landed = self._target.here()
        self._bar.tell(self.hits.label())
        return self.hits

    def leave(self) -> bool:
        """Esc in the text: puts the light out, and goes back to where one was, unless one has read on since.

        Whether anything was lit.
        """
        if self.hits is None:
            return False
        stayed = self._landed == self._target.here()
        self._put_out()
        if stayed:
            self._target.restore(self._origin)
        return True

    def clear(self) -> None:
        """Another text shows: nothing is lit in it."""
        self._put_out()

    def adopt(self, hits: Hits) -> None:
        """Lights hits that were found elsewhere (in the whole library)."""
        self._origin = self._target.here()
        self._show(hits)

    def _put_out(self) -> None:
        self._asked += 1
        self._wanted = None
        self.hits = None
        self._landed = None
        self._target.light(None)


def _part(searchable: Searchable, start: int) -> Searchable:
    """What follows a place, made ready by itself."""
    from reader.text.find import Searchable as Part

    text = searchable.text[start : start + NEAR]
    if searchable.within is None:
        return Part(text)
    first = max(0, bisect_right(searchable.within, start, key=lambda span: span.start) - 1)
    last = bisect_right(searchable.within, start + NEAR, key=lambda span: span.start)
    spans = searchable.within[first:last]
    return Part(text, [Span(max(0, span.start - start), span.end - start) for span in spans if span.end > start])
