"""What is asked of the open articles and of the library together, and the articles that answer."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.library.everywhere import Question
from reader.library.folders import folders
from reader.library.lent import Lent, lent_entry

if TYPE_CHECKING:
    from reader.articles.article import Article
    from reader.library.desk import Desk
    from reader.library.everywhere import Answer, FoundIn
    from reader.library.importing import Summary
    from reader.text.find import Query


class Asking:
    """Questions to one desk and to the user's library, answered beside the screen. Both raise MatchingStopped."""

    def __init__(self, desk: Desk) -> None:
        """The library is asked where it belongs to the session."""
        self._desk = desk

    def everywhere(self, query: Query, around: int, looked_into: int = 0) -> AsyncIterator[list[Answer]]:
        """Where something stands, as it is found, with so many code points ``around`` it; where so many articles of
        the library were ``looked_into``, what comes after them."""
        desk = self._desk
        articles = desk.articles if query.regex else self._from_files()
        return desk.finder.everywhere(articles, Question(query, desk.state, desk.has_library, around, looked_into))

    def elsewhere(self, words: str, besides: int, around: int) -> AsyncIterator[list[Answer]]:
        """Who else says some words of an article, as it is found."""
        from reader.compare.thresholds import DEFAULT
        from reader.library.elsewhere import Words

        desk = self._desk
        asked = Words(words, desk.articles[besides].id, DEFAULT, desk.has_library, around)
        return desk.finder.elsewhere(self._from_files(), asked)

    async def take_in(self, articles: Sequence[int]) -> Summary:
        """Adds open articles to the library, as they were read. Those that come from it are there already."""
        desk = self._desk
        read = [desk.keeping.as_read(number) for number in articles]
        new = [article for article in read if article.is_whole and not isinstance(article, Lent)]
        desk.finder.forget(new)  # it may hold them corrected
        summary = await desk.finder.take_in(new)
        desk.finder.forget(new)
        return replace(summary, unchanged=summary.unchanged + sum(isinstance(article, Lent) for article in read))

    def _from_files(self) -> list[Article]:
        """The open articles that the library's index does not answer for."""
        desk = self._desk
        return [one for one in desk.articles if not isinstance(one, Lent) and one.id not in desk.hidden]

    def article(self, answer: FoundIn) -> Article:
        """The article of an answer: one that is open, or one that the library lends."""
        number = self._desk.position(answer.id)
        if number is not None or answer.entry is None:
            return self._desk.articles[number or 0]
        return lent_entry(folders().collection, answer.entry)

    def place(self, answer: FoundIn) -> int | Article:
        """Its position where it is open, else the article itself."""
        number = self._desk.position(answer.id)
        return self.article(answer) if number is None else number
