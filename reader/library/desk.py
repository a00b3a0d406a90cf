"""What one session works with: the open articles, what was done to them, and what is known of their pairs so far."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from reader.articles.article import Article, Block, Quotation
from reader.library.digests import without_digests
from reader.library.keeping import Keeping
from reader.library.pairs import Pairs
from reader.library.shelf import Shelf, Shelving
from reader.library.state import SessionState
from reader.library.stories import Stories

if TYPE_CHECKING:
    from reader.articles.build import Built
    from reader.compare.comparison import Comparison
    from reader.compare.figure_groups import ComparedFigures
    from reader.compare.ranking import ShelfPassages
    from reader.compare.shelf_search import Stage
    from reader.compare.thresholds import Thresholds
    from reader.library.glance import Glance
    from reader.library.matching import Matching, Quoted
    from reader.library.settings import SettingsFile
    from reader.library.store import Store
    from reader.sources.source import Unread
    from reader.text.find import Query, Searchable
    from reader.text.places import FoundPlaces

MATCHED_UP_TO = 16_000_000
"""Code points of the longest text that is divided and matched: beyond, memory would be the limit."""
_KEPT_COMPARISONS = 64
_KEPT_SHADOWS = 64


class Desk:
    """The facts that the screens share. Nothing here knows a screen; what changes is announced to whoever asked."""

    def __init__(
        self,
        shelf: Shelf,
        *,
        is_sample: bool = False,
        opens_store: Callable[[], Store] | None = None,
        seen: Glance | None = None,
        settings: SettingsFile | None = None,
    ) -> None:
        """``is_sample``: the articles are those that come with the program. Without ``opens_store`` nothing that is
        done to them is kept. ``seen``: what was kept about them when they were read."""
        self._opens_store = opens_store
        self._known_to_store = 0
        self.shelf = shelf
        self.is_sample = is_sample
        self.articles: list[Article] = list(shelf.articles)
        """Grows while files are read. What stands at a position stays there."""
        self.hidden: frozenset[str] = frozenset()
        """Ids of digests that have given way to documents that were read after them."""
        self.gone: frozenset[str] = frozenset()
        """Ids of articles that were not at their paths any more when these were looked at again."""
        self.settings = settings
        """What the person has chosen; ``None``: what is chosen is not kept."""
        self.newer: dict[int, Article] = {}
        """New versions of articles, by position, that wait until another one is read."""
        self.keeping = Keeping(self.articles, seen)
        """What the user did to them."""
        self.version = 0
        """Another number once an article has become another value."""
        self._positions: dict[str, int] = {}
        self._counted = 0
        """Articles of which the positions are known; they are made out anew where there are more, or others."""
        self.pairs = Pairs(self.articles)
        self.stories = Stories(self)
        self._passages: tuple[tuple[tuple[str, ...], Thresholds], ShelfPassages] | None = None
        self._comparisons: OrderedDict[tuple[object, ...], Comparison] = OrderedDict()
        self._searchable: OrderedDict[str, Searchable] = OrderedDict()

    # What loads asyncio is loaded when it is asked for: the first picture is painted from a desk, and does without.

    @cached_property
    def matching(self) -> Matching:
        """The process that reads, divides and matches."""
        from reader.library.matching import Matching

        return Matching()

    @cached_property
    def finder(self) -> Matching:
        """The one that finds."""
        from reader.library.matching import Matching

        return Matching()

    @property
    def state(self) -> SessionState:
        """What is read, starred, marked, tagged and noted."""
        return self.keeping.state

    def connect(self) -> list[int]:
        """Opens the store, after the first picture or when something is done that needs it; positions of the articles
        that were corrected in it. Where nothing is to be kept, it is one in memory."""
        from reader.library.store import Store

        if self.keeping.is_connected:
            return []
        self._known_to_store = len(self.articles)
        return self.keeping.connect(self._opens_store() if self._opens_store else Store.memory())

    def meet_rest(self) -> list[int]:
        """Tells the store of the articles that came later; positions of those that were corrected in it."""
        rest = self.articles[self._known_to_store :]
        self._known_to_store = len(self.articles)
        return self.keeping.meet(rest) if rest else []

    def change(self, articles: Sequence[int]) -> None:
        """Articles are others now: what was made from them is made anew when it is asked for."""
        self._counted = -1
        self.version += bool(articles)
        for number in articles:
            self._searchable.pop(self.articles[number].id, None)
        self._comparisons.clear()
        self._passages = None
        self.matching.forget(self.articles[number] for number in articles)
        self.finder.forget(self.articles[number] for number in articles)

    # What is read and looked at after the first picture

    async def open_pending(self, told: Callable[[], None]) -> None:
        """Reads the files that were not read yet; calls ``told`` as articles come. Raises MatchingStopped."""
        if not self.shelf.pending:
            return
        shelving = Shelving(replace(self.shelf, articles=tuple(self.articles)))
        files, number = self.shelf.pending, 0
        async for results in self.matching.open(self.shelf.pending):
            number = _file_of(results[-1], files, number) if results else number
            self.articles += [article for result in results if (article := shelving.add(result))]
            self._shelve(shelving, files[number + 1 :])
            told()
        self._shelve(shelving, ())
        self._let_digests_give_way()
        told()

    def _shelve(self, shelving: Shelving, left: tuple[str, ...]) -> None:
        unread, notices = tuple(shelving.unread), tuple(shelving.notices)
        self.shelf = replace(self.shelf, unread=unread, notices=notices, pending=left)

    def _let_digests_give_way(self) -> None:
        self.version += 1
        kept, notices = without_digests(self.articles)
        lent = {article.id: article for article in kept}
        self.hidden = frozenset(article.id for article in self.articles if article.id not in lent)
        self.articles[:] = [lent.get(article.id, article) for article in self.articles]
        self.shelf = replace(self.shelf, articles=tuple(kept), notices=(*self.shelf.notices, *notices))

    async def complete(self, told: Callable[[int], None]) -> None:
        """Looks at all of the articles of which only the beginning was looked at; ``told`` names each that is done.

        One that is longer than ``MATCHED_UP_TO`` stays as it is. Raises MatchingStopped.
        """
        from asyncio import sleep

        for number, article in enumerate(self.articles):
            if article.is_whole:
                continue
            if len(article.text) > MATCHED_UP_TO:
                why = f"{article.path} is too long to be matched ({len(article.text):,} characters)"
                self.shelf = replace(self.shelf, notices=(*self.shelf.notices, why))
                continue
            blocks: list[Block] = []
            quotations: list[Quotation] = []
            words = 0
            async for name, values in self.matching.complete(article):
                if name == "words":
                    words = values
                elif name == "blocks":
                    blocks += [Block(*value) for value in values]
                else:
                    quotations += [Quotation(*value) for value in values]
                await sleep(0)
            self.articles[number] = replace(
                article, blocks=tuple(blocks), quotations=tuple(quotations), words=words, is_whole=True
            )
            self._searchable.pop(article.id, None)
            self.finder.forget([article])
            self.version += 1
            told(number)

    async def find(self, article: int, query: Query) -> FoundPlaces:
        """Where words stand in a long article, found beside the screen. Raises MatchingStopped."""
        return await self.finder.find(self.articles[article], query)

    # The open articles and the library

    @property
    def has_library(self) -> bool:
        """Whether the user's library belongs to this session."""
        return self._opens_store is not None

    def position(self, id: str) -> int | None:
        """Where an article stands on the desk; ``None`` where it is not open."""
        if self._counted != len(self.articles):
            self._counted = len(self.articles)
            self._positions = {article.id: number for number, article in enumerate(self.articles)}
        return self._positions.get(id)

    def put(self, article: Article) -> int:
        """Opens an article that was found, if it is not open yet: its position."""
        number = self.position(article.id)
        if number is None:
            self.articles.append(article)
            self.shelf = replace(self.shelf, articles=(*self.shelf.articles, article))
            number = len(self.articles) - 1
        return number

    async def close(self) -> None:
        """Ends the processes beside the screen."""
        await self.matching.close()
        await self.finder.close()
        self.keeping.close()

    # What articles share

    async def match(self, thresholds: Thresholds, told: Callable[[], None]) -> None:
        """Finds out what every pair shares; calls ``told`` as more is known. Raises MatchingStopped."""
        from asyncio import sleep

        self.pairs.forget()
        async for steps in self.matching.shares([_matched(article) for article in self.articles], thresholds):
            self.pairs.learn(steps, self.hidden)
            told()
            await sleep(0)
        self.pairs.finish()
        told()

    async def comparison(self, articles: Sequence[int], thresholds: Thresholds) -> Comparison:
        """What some of the articles share, kept for the next time. Raises MatchingStopped."""
        key = (*articles, thresholds)
        known = self._comparisons.get(key)
        if known is None:
            chosen = [self.articles[number] for number in articles]
            if any(not article.is_whole for article in chosen):
                from reader.library.matching import MatchingStopped

                raise MatchingStopped(_not_yet(chosen))
            known = await self.matching.compare(chosen, thresholds)
            self._comparisons[key] = known
            while len(self._comparisons) > _KEPT_COMPARISONS:
                self._comparisons.popitem(last=False)
        return known

    async def passages(self, thresholds: Thresholds, told: Callable[[Stage | ShelfPassages], None]) -> ShelfPassages:
        """What the whole shelf shares, ranked; articles are positions in :attr:`articles`. Kept for the next time.

        ``told`` is given how far the search is, and now and then what was found so far. Raises MatchingStopped.
        """
        names = tuple(article.id for article in self.articles)
        if self._passages is not None and self._passages[0] == (names, thresholds):
            return self._passages[1]
        found: ShelfPassages | None = None
        async for answer in self.matching.passages([_matched(article) for article in self.articles], thresholds):
            told(answer)
            if not isinstance(answer, tuple):  # a stage is one
                found = answer
        if found is None:
            from reader.library.matching import MatchingStopped

            raise MatchingStopped("The search for passages gave no answer")
        self._passages = (names, thresholds), found
        return found

    async def quotations(self, articles: Sequence[int]) -> Quoted:
        """What some of the articles quote, and which of it is the same. Raises MatchingStopped."""
        return await self.matching.quotations([_matched(self.articles[number]) for number in articles])

    async def figures(self, articles: Sequence[int]) -> ComparedFigures:
        """The figures of some of the articles, those for one thing together. Raises MatchingStopped."""
        return await self.matching.figures([_matched(self.articles[number]) for number in articles])

    def searchable(self, article: int) -> Searchable:
        """The article made ready for finding: its body, without furniture."""
        from reader.text.find import Searchable

        one = self.articles[article]
        known = self._searchable.get(one.id)
        if known is None:
            known = self._searchable[one.id] = Searchable(one.text, one.body or None)
            while len(self._searchable) > _KEPT_SHADOWS:
                self._searchable.popitem(last=False)
        return known


def _file_of(result: Built | Unread, files: Sequence[str], after: int) -> int:
    """Which of the files a result is from, from number ``after`` on; of many articles each has its number behind it."""
    path = result.article.path if hasattr(result, "article") else result.path
    named = (at for at in range(after, len(files)) if path == files[at] or path.startswith(f"{files[at]}#"))
    return next(named, after)


def _matched(article: Article) -> Article:
    """What is matched: the article, or nothing where it is too long."""
    if article.is_whole:
        return article
    return replace(article, id=f"{article.id} unmatched", text="", blocks=(), quotations=())


def _not_yet(articles: Sequence[Article]) -> str:
    too_long = next((article for article in articles if len(article.text) > MATCHED_UP_TO), None)
    if too_long:
        return f"{too_long.path} is too long to be compared: more than {MATCHED_UP_TO:,} characters"
    return "The articles are still being read; they can be compared in a moment"
