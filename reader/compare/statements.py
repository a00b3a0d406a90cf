"""The statements of articles, and those that several articles print: the door to :mod:`reader.compare.said`.

The segments of a statement are joined before anything is compared: quoted whole here and split there, it is the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.articles.article import Article, QuotationKind
from reader.compare.said import Relation, SharedQuotation, Statement, Variant, VariantFlag
from reader.compare.sameness import same_statements
from reader.compare.variants import shared_quotation
from reader.compare.wording import Wording, wording

__all__ = ["Relation", "SharedQuotation", "Statement", "Variant", "VariantFlag", "shared_quotations", "statements"]

_MOST_SAID: tuple[QuotationKind, ...] = ("direct", "fragment", "term")


def statements(article: Article) -> tuple[Statement, ...]:
    """The statements of an article, terms among them, in order."""
    by_number: dict[int, list[int]] = {}
    for at, quotation in enumerate(article.quotations):
        by_number.setdefault(quotation.statement, []).append(at)
    return tuple(_statement(article, number, places) for number, places in by_number.items())


def shared_quotations(articles: Sequence[Article]) -> tuple[SharedQuotation, ...]:
    """The quotations that two or more of the articles print, in order. Terms are left out: a word in quotation marks
    is nobody's statement."""
    told: list[Wording] = [
        wording(at, article.text, statement)
        for at, article in enumerate(articles)
        for statement in statements(article)
        if statement.kind != "term"
    ]
    groups = sorted(same_statements(told), key=lambda group: min(each.place for each in group.members))
    return tuple(shared_quotation(number, group) for number, group in enumerate(groups, 1))


def _statement(article: Article, number: int, places: list[int]) -> Statement:
    parts = [article.quotations[at] for at in places]
    named = next((part for part in parts if part.speaker is not None), parts[0])
    return Statement(
        number=number,
        segments=tuple(part.span for part in parts),
        kind=min((part.kind for part in parts), key=_MOST_SAID.index),
        speaker=named.speaker,
        confidence=named.confidence,
        speaker_at=named.speaker_at,
        flags=tuple(dict.fromkeys(flag for part in parts for flag in part.flags)),
    )
