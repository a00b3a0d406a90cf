"""What the process that matches does for each request. A long one is an iterator: what it yields is an answer, or
``None`` where it only leaves off for a moment, so that a newer request can go first. Modules are imported when they are
first needed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reader.articles.article import Article, Block, Quotation
    from reader.articles.build import Built
    from reader.compare.comparison import Comparison
    from reader.compare.figure_groups import ComparedFigures
    from reader.compare.matcher import Matcher
    from reader.compare.ranking import ShelfPassages
    from reader.compare.shelf_search import Stage
    from reader.compare.shelf_shares import Progress
    from reader.compare.statements import SharedQuotation, Statement
    from reader.compare.thresholds import Thresholds
    from reader.library.elsewhere import Words
    from reader.library.everywhere import Answer, Question, Shadows
    from reader.library.importing import Summary
    from reader.sources.reading import Unread
    from reader.text.find import Query, Searchable
    from reader.text.places import FoundPlaces

Quoted = tuple[Sequence[Sequence["Statement"]], Sequence["SharedQuotation"]]
"""The statements of each article, and the quotations that several of them print."""
Part = tuple[str, Any]
"""Some of what an article is made of: the name of a field, and values for it, blocks and quotations as bare tuples."""
SLICE = 0.05
"""Seconds of work on a long request before the next look at the pipe."""
_PAIRS = 100
"""Pairs that are told together."""
_LISTED_EVERY = 4.0
"""Seconds after which a search through the shelf tells what it found so far."""
_LISTED = 500
"""Passages of each group that are told: more than anybody looks through, some 20 ms for the one who receives them."""
_PART = 1000
"""Blocks or quotations that are sent together: 2 ms for the one who receives them."""


class Works:
    """The articles that were sent, and what is kept ready for the next request."""

    def __init__(self) -> None:
        """Has nothing yet."""
        self.articles: dict[str, Article] = {}
        self._matcher: Matcher | None = None
        self._searchable: dict[str, Searchable] = {}
        self._shadows: Shadows | None = None

    # At once

    def compare(self, articles: Sequence[Article], thresholds: Thresholds) -> Comparison:
        """What the articles share."""
        return self._engine.compare(articles, thresholds)

    def quotations(self, articles: Sequence[Article], given: None) -> Quoted:
        """What the articles quote, and which of it is the same."""
        from reader.compare.statements import shared_quotations, statements

        return [statements(article) for article in articles], shared_quotations(articles)

    def figures(self, articles: Sequence[Article], given: None) -> ComparedFigures:
        """The figures of the articles, those for one thing together."""
        from reader.compare.figure_groups import compared_figures

        return compared_figures(articles)

    def find(self, articles: Sequence[Article], query: Query) -> FoundPlaces:
        """Where words stand in the first of the articles."""
        from reader.text.find import Searchable
        from reader.text.places import find_places, prepare

        article = articles[0]
        known = self._searchable.get(article.id)
        if known is None or known.text is not article.text:
            self._searchable = {article.id: Searchable(article.text, article.body or None)}
            prepare(self._searchable[article.id])
        return find_places(self._searchable[article.id], query)

    # A part at a time

    def shares(self, articles: Sequence[Article], thresholds: Thresholds) -> Iterator[Progress]:
        """The pairs that share anything, and how far the survey is."""
        for step in self._engine.survey(articles, thresholds):
            for start in range(0, max(1, len(step.pairs)), _PAIRS):
                copies = step.copies if start == 0 else ()
                yield step._replace(pairs=step.pairs[start : start + _PAIRS], copies=copies)

    def passages(self, articles: Sequence[Article], thresholds: Thresholds) -> Iterator[Stage | ShelfPassages | None]:
        """How far the search through the shelf is, now and then what was found so far, and at last all of it."""
        search = self._engine.passages(articles, thresholds)
        told = listed = monotonic()
        for stage in search.steps():
            is_due = monotonic() > told + SLICE
            yield stage if is_due else None
            told = monotonic() if is_due else told
            if monotonic() > listed + _LISTED_EVERY:
                yield from (None for _ in search.describing())
                yield search.result().first(_LISTED)
                listed = monotonic()
        yield from (None for _ in search.describing())
        yield search.result().first(_LISTED)

    def everywhere(self, articles: Sequence[Article], question: Question) -> Iterator[Answer | None]:
        """Where something stands in the articles and in the library."""
        from reader.library.everywhere import everywhere

        return everywhere(articles, question, self._folded)

    def elsewhere(self, articles: Sequence[Article], asked: Words) -> Iterator[Answer | None]:
        """Which of the articles and of the library say the same."""
        from reader.library.elsewhere import said_elsewhere

        return said_elsewhere(articles, asked, self._engine, self._folded)

    def take_in(self, articles: Sequence[Article], given: None) -> Iterator[Summary | None]:
        """Adds the articles to the library; what came of it."""
        from reader.library.collection import Collection
        from reader.library.importing import import_articles

        collection = Collection.open()
        try:
            yield from import_articles(articles, collection)
        finally:
            collection.close()

    def open(self, articles: Sequence[Article], paths: Sequence[str]) -> Iterator[Built | Unread]:
        """What is in the files; long texts are begun."""
        from reader.sources.reading import read_all

        if paths and paths[0].startswith("\0"):
            yield from self._lent(paths)
            return
        for path in paths:
            for result in read_all(path, begun=True):
                if hasattr(result, "article"):
                    self.articles.setdefault(result.article.id, result.article)
                yield result

    def _lent(self, pending: Sequence[str]) -> Iterator[Built]:
        """The articles of a library's shelf that were not there at once."""
        from reader.articles.build import Built
        from reader.library.lent import lent_pending

        for article in lent_pending(pending):
            self.articles.setdefault(article.id, article)
            yield Built(article, ())

    def complete(self, articles: Sequence[Article], given: None) -> Iterator[Part]:
        """The parts of the first of the articles, of which only the beginning was looked at."""
        from reader.sources.formats import PLAIN, format_of

        begun = articles[0]
        form = format_of(begun.path) or PLAIN
        whole = form.read(begun.text, begun.path, begun.sha256).article
        self.articles[begun.id] = replace(whole, id=begun.id, text=begun.text)
        yield "words", whole.words
        for start in range(0, len(whole.blocks), _PART):
            yield "blocks", [_bare(block) for block in whole.blocks[start : start + _PART]]
        for start in range(0, len(whole.quotations), _PART):
            yield "quotations", [_bare(quotation) for quotation in whole.quotations[start : start + _PART]]

    @property
    def _engine(self) -> Matcher:
        if self._matcher is None:
            from reader.compare.matcher import Matcher

            self._matcher = Matcher()
        return self._matcher

    @property
    def _folded(self) -> Shadows:
        if self._shadows is None:
            from reader.library.everywhere import Shadows

            self._shadows = Shadows()
        return self._shadows


def _bare(value: Block | Quotation) -> tuple[Any, ...]:
    """The fields of a value, in order: a tenth of what it takes to send the value itself."""
    return tuple(getattr(value, name) for name in value.__slots__)
