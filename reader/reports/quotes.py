"""Quotations for pipes: every statement of the articles, and those that several of them print, as JSON or plain lines.

Offsets are code points into an article's ``text``, end exclusive.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reader.articles.article import Article
from reader.articles.particulars import shown_title
from reader.compare.said import SharedQuotation, Statement, Variant
from reader.compare.statements import shared_quotations, statements
from reader.library.shelf import Unread
from reader.reports.as_json import Json, compared_article_json, unread_json
from reader.reports.as_text import about_line
from reader.text.clean import clean_line, one_line
from reader.text.spans import Span

QUOTES: Final = "reader.quotes/1"


def quotes_json(articles: Sequence[Article], unread: Sequence[Unread] = ()) -> Json:
    """The statements of each article, terms among them, and the quotations that two or more articles print.

    ``edits`` are (op, start and end in the fullest wording's article, start and end in the variant's).
    """
    return {
        "format": QUOTES,
        "articles": [compared_article_json(article) for article in articles],
        "statements": [
            _statement(at, article, statement)
            for at, article in enumerate(articles)
            for statement in statements(article)
        ],
        "shared": [_shared(shared) for shared in shared_quotations(articles)],
        "unread": unread_json(unread),
    }


def _statement(at: int, article: Article, statement: Statement) -> Json:
    place = statement.speaker_at
    return {
        "number": statement.number,
        "article": at,
        "segments": [
            {"start": span.start, "end": span.end, "text": article.text[span.start : span.end]}
            for span in statement.segments
        ],
        "kind": statement.kind,
        "speaker": statement.speaker,
        "confidence": statement.confidence,
        "speaker_at": None if place is None else [place.start, place.end],
        "flags": list(statement.flags),
    }


def _shared(shared: SharedQuotation) -> Json:
    return {
        "number": shared.number,
        "fullest": shared.fullest,
        "variants": [
            {
                "article": variant.article,
                "statement": variant.statement.number,
                "relation": variant.relation,
                "flags": list(variant.flags),
                "speaker": variant.speaker,
                "other_speaker": variant.other_speaker,
                "edits": [list(edit) for edit in variant.edits],
            }
            for variant in shared.variants
        ],
    }


def quotes_text(articles: Sequence[Article]) -> Iterator[str]:
    """The statements of each article under its title, then every wording of those that several articles print."""
    for at, article in enumerate(articles):
        said = statements(article)
        if at:
            yield ""
        yield f"{_letter(at)}  {clean_line(shown_title(article))} ({about_line(article)})"
        for statement in said:
            yield f"   {_who(statement)}: {_words(article, statement.segments)}"
        if not said:
            yield "   nothing in quotation marks"
    shared = shared_quotations(articles)
    if shared:
        yield ""
        yield "The same quotation in several articles"
    for each in shared:
        yield ""
        for variant in each.variants:
            yield f"{each.number}. " + _variant(articles, each, variant)


def _variant(articles: Sequence[Article], shared: SharedQuotation, variant: Variant) -> str:
    article = articles[variant.article]
    difference = ", ".join((variant.relation, *variant.flags)) if variant is not shared.base else "fullest"
    words = _words(article, variant.statement.segments)
    return f"{_letter(variant.article)}  {_who(variant.statement)} ({difference}): {words}"


def _who(statement: Statement) -> str:
    """The speaker as far as it is known; a likely one carries a question mark."""
    if statement.speaker is None:
        return "term" if statement.kind == "term" else "unknown"
    return clean_line(statement.speaker) + ("?" if statement.confidence == "likely" else "")


def _words(article: Article, segments: Sequence[Span]) -> str:
    """The words of a statement in quotation marks, split where it is."""
    parts = (one_line(article.text[span.start : span.end]) for span in segments)
    return " ".join(f"“{part}”" for part in parts)


def _letter(number: int) -> str:
    return chr(ord("A") + number) if number < 26 else str(number + 1)
