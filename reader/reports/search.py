"""A query over several articles: only their bodies are searched, as in the interface."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.articles.article import Article
from reader.text.find import Found, Query, Searchable, find

SECONDS = 2.0
"""How long a pattern may run in one article."""


def beginning(article: Article) -> int:
    """Where the article's own text begins: what stands before it is front matter or furniture."""
    return article.body[0].start if article.body else 0


def hits(query: Query, articles: Sequence[Article]) -> Iterator[tuple[Article, Found]]:
    """What each article holds of the query; those without a hit and without a problem are left out."""
    for article in articles:
        found = find(Searchable(article.text, article.body), query, seconds=SECONDS)
        if found.hits or found.problem:
            yield article, found
