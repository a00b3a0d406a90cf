"""Digests give way: a digest is left out where the document that it digests is open, and lends it its particulars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.articles.article import Article

DIGEST = "digest"


def without_digests(articles: Sequence[Article]) -> tuple[list[Article], list[str]]:
    """The articles without the digests of others among them, and a notice for each that gave way.

    The document takes from its digest only what it does not know itself.
    """
    documents = {article.sha256: article for article in articles if article.particulars.kind != DIGEST}
    given_way: dict[str, Article] = {}
    notices: list[str] = []
    for digest in articles:
        source = digest.particulars.source_sha256
        if digest.particulars.kind != DIGEST or source is None or source not in documents:
            continue
        given_way[source] = digest
        original = documents[source].path
        notices.append(f"{digest.path} gives way to {original}, which it digests, and lends it its particulars")
    gone = {digest.id for digest in given_way.values()}
    kept = [
        _lent(article, given_way[article.sha256]) if article.sha256 in given_way else article
        for article in articles
        if article.id not in gone
    ]
    return kept, notices


def _lent(article: Article, digest: Article) -> Article:
    """The article with what its digest knows where it knows nothing itself."""
    own, known = article.particulars, digest.particulars
    title = known.title if own.title is None else own.title
    return replace(
        article,
        particulars=replace(
            own,
            title=title,
            title_guessed=title is None or (own.title_guessed and own.title is not None),
            outlet=own.outlet or known.outlet,
            published=own.published or known.published,
            byline=own.byline or known.byline,
        ),
    )
