"""A draft and the library: the imported articles in which its quotations may stand, found by the index."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.articles.article import Article
from reader.articles.corrections import corrected
from reader.compare.lookup import quoted_in
from reader.compare.said import Statement
from reader.library.indexing import words_of
from reader.text.fold import fold

if TYPE_CHECKING:
    from reader.library.collection import Collection
    from reader.library.store import Store

_RUN: Final = 3
"""Words of a run that is looked up; a shorter quotation is looked up whole."""
_MOST_RUNS: Final = 60
"""Runs of one quotation; of more words, evenly spread ones."""
_LOOKED_INTO: Final = 20
"""Articles that are looked into for one quotation: those that have most of its runs."""


def likely_sources(draft: Article, collection: Collection, store: Store) -> list[Article]:
    """The articles that have some words in a row of a quotation, corrected as the user did."""
    numbers: set[int] = set()
    for statement in quoted_in(draft):
        asked = _expression(draft, statement)
        if asked:
            numbers.update(collection.most_fitting(asked, _LOOKED_INTO))
    corrections = store.corrections()
    found = []
    for entry in collection.entries(numbers):
        article = collection.article(entry.id)
        if article is not None:
            by_hand = corrections.get(entry.id)
            found.append(corrected(article, by_hand.verdicts, by_hand.particulars) if by_hand else article)
    return found


def _expression(draft: Article, statement: Statement) -> str:
    """The expression of FTS5 for what a quotation shares with those that print it."""
    runs: list[str] = []
    for segment in statement.segments:
        words = words_of(fold(draft.text[segment.start : segment.end], case=True).text)
        if words:
            runs += [" ".join(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1))]
    step = -(-len(runs) // _MOST_RUNS) or 1
    return " OR ".join(f'"{run}"' for run in runs[::step])
