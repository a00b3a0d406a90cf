"""Finding in the text that shows: how bar, hits, and the place one came from belong together."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from reader.library.matching import MatchingStopped
from reader.tui.render.hits import Hits
from reader.tui.widgets.find_bar import FindBar

if TYPE_CHECKING:
    from reader.text.find import Found, Query, Searchable
    from reader.text.places import FoundPlaces

AT_ONCE = 50_000
"""Code points of a text that is searched for words while the key is handled: under 10 ms, folding included."""


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

    def __init__(self, bar: FindBar, target: Target) -> None:
        """The bar is opened and closed here; whose it is does not matter."""
        self._bar = bar
        self._target = target
        self._origin = 0
        self._asked = 0
        self._landed: int | None = None
        self.hits: Hits | None = None
        self._folding: asyncio.Task[None] | None = None

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
        searchable = self._target.searchable()
        if searchable and len(searchable.text) > AT_ONCE:
            self._folding = asyncio.create_task(self._fold())

    async def _fold(self) -> None:
        """Has a long text folded while the first letter is being typed: a question for nothing does that."""
        from reader.text.find import Query

        with suppress(MatchingStopped):
            await self._target.find(Query(""))

    async def typed(self) -> None:
        """Seeks what is in the bar, from the place where the search began."""
        query = self._bar.search
        self._asked += 1
        asked = self._asked
        searchable = self._target.searchable()
        if searchable is None:
            return
        found = await self._find(searchable, query)
        if asked == self._asked:
            self._show(Hits(query, found.hits, None, found.problem).from_place(max(0, self._origin)))

    async def _find(self, searchable: Searchable, query: Query) -> Found | FoundPlaces:
        from reader.text.find import Found, find

        if not query.regex and len(searchable.text) <= AT_ONCE:
            return find(searchable, query)
        try:
            return await self._target.find(query)
        except MatchingStopped as stopped:
            return Found(problem=str(stopped))

    def _show(self, hits: Hits) -> None:
        self.hits = hits
        self._target.light(hits)
        if hits.now is None:
            self._target.restore(self._origin)
        self._landed = self._target.here()
        self._bar.tell(hits.label(), is_problem=hits.problem is not None and not hits.spans)

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
        self.hits = None
        self._landed = None
        self._target.light(None)
