"""The library: what goes on beside the screen, and what comes of it there."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from textual import work

from reader.articles.article import Article
from reader.library.matching import MatchingStopped
from reader.tui.render.notices import rescanned_words
from reader.tui.screens.library_view import LibraryView
from reader.tui.screens.reading import NEIGHBOURS

RESCANNING = "Looking again at what is open …"
LISTED_EVERY = 0.3
"""Seconds between two looks at articles that are still being read."""


class LibraryMatching(LibraryView):
    """Opens the store and the files that are left, has all pairs matched, and the article that is read."""

    @work(exclusive=True, group="match")
    async def match(self) -> None:
        """What every pair shares, and then the passages of the article that is read."""
        from reader.compare.thresholds import DEFAULT

        self.connect()
        try:
            await self.desk.open_pending(self._opened)
            await self.desk.complete(self._completed)
            self._met()
            self.all_read = True
            await self.desk.match(DEFAULT, self._matched)
        except MatchingStopped as stopped:
            self.say(str(stopped), is_problem=True)
        self.show_passages()
        if self.desk.settings is not None and (clash := await self.desk.keeping.clash()):
            self.say(clash, is_problem=True)

    def connect(self) -> None:
        """What was kept from before holds again, from the first time on."""
        if self.desk.keeping.is_connected:
            return
        changed = self.desk.connect()
        self._show_changed(changed)
        self.reading.restore_kept()
        self._go_back()
        self.reading.annotate()
        self._tell_notices()

    def _go_back(self) -> None:
        """To where one was when a mistake of the program's own ended the session before, unless one has moved."""
        left = self.desk.keeping.left_open()
        if left is not None and self.reading.current == 0:
            self.open_article(left)
            self.say("Here the program was ended by a mistake of its own; everything was kept")

    @work(exclusive=True, group="match")
    async def rescan(self) -> None:
        """Looks again at the paths; the text that is being read stays as it is."""
        from reader.library.rescanning import rescan

        self.say(RESCANNING)
        try:
            found = await rescan(self.desk, self.reading.current)
        except MatchingStopped as stopped:
            self.say(str(stopped), is_problem=True)
            return
        finally:
            self.unsay(RESCANNING)
        self._show_changed(found.changed)
        self._met()
        self.say(rescanned_words(found))
        if found.new or found.changed or not self.desk.pairs.is_matched:
            await self.desk.complete(self._completed)
            self.match_again()

    def open_article(self, article: int, *, with_keys: bool = False) -> None:
        """Shows an article; what was written anew while another one was being read is taken up first."""
        if article != self.reading.current and self.desk.newer:
            from reader.library.rescanning import take_newer

            self.reading.keep_place()
            changed = take_newer(self.desk)
            self.reading.current = None
            self.corrected(changed)
        super().open_article(article, with_keys=with_keys)

    def _met(self) -> None:
        """What was kept about the articles that came later."""
        self._show_changed(self.desk.meet_rest())
        self._tell_notices()

    def _show_changed(self, articles: Sequence[int]) -> None:
        self.desk.change(articles)
        for article in articles:
            self.reading.changed(article)
        self.show_list()

    def _tell_notices(self) -> None:
        for notice in self.desk.keeping.notices():
            self.say(notice, is_problem=True)

    def _opened(self) -> None:
        """More articles are open: they are listed, now and then while they come, and when all are there."""
        if monotonic() > self._listed_at + LISTED_EVERY or not self.desk.shelf.pending:
            self._listed_at = monotonic()
            self.show_list()

    def _completed(self, article: int) -> None:
        self.reading.changed(article)
        self._articles.refresh()

    def _matched(self) -> None:
        is_due = self.desk.pairs.is_matched or monotonic() > self._listed_at + LISTED_EVERY
        if self.listing.waits_for_matching and is_due:
            self._listed_at = monotonic()
            self.show_list()
        self._articles.refresh()

    @work(exclusive=True, group="passages")
    async def show_passages(self) -> None:
        """The passages that the article shares with those nearest to it. A late answer is dropped."""
        from reader.compare.comparison import Comparison
        from reader.compare.thresholds import DEFAULT

        article = self.reading.current
        if article is None or not self.desk.pairs.is_matched:
            return
        others = [article, *self.desk.pairs.neighbours(article, NEIGHBOURS)]
        if len(others) < 2:
            self.reading.put_passages(Comparison(()), others)
            return
        try:
            comparison = await self.desk.comparison(others, DEFAULT)
        except MatchingStopped:
            return
        if article == self.reading.current:
            self.reading.put_passages(comparison, others)

    def taken_up(self, article: int | Article) -> int:
        """The position of an article; one that was not open is open from now on, and matched with the others."""
        if isinstance(article, int):
            return article
        was_open = self.desk.position(article.id) is not None
        number = self.desk.put(article)
        if not was_open:
            self._met()
            if self.all_read:
                self.match_again()
        return number

    def corrected(self, articles: Sequence[int]) -> None:
        """Articles were corrected: they show so, and are matched anew."""
        self._show_changed(articles)
        if articles and self.all_read:
            self.match_again()

    @work(exclusive=True, group="match")
    async def match_again(self) -> None:
        from reader.compare.thresholds import DEFAULT

        try:
            await self.desk.match(DEFAULT, self._matched)
        except MatchingStopped as stopped:
            self.say(str(stopped), is_problem=True)
        self.show_passages()
