"""The sentences of a press release and how others print them: as JSON, or as a table for a person.

Offsets are code points into an article's ``text``, end exclusive.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from reader.articles.article import Article
from reader.compare.coverage import Print, Sentence
from reader.compare.prominence import paragraph_at
from reader.library.shelf import Unread
from reader.reports.as_json import Json, compared_article_json, unread_json
from reader.reports.columns import column, letter, many, named, wrapped
from reader.text.clean import one_line

COVERAGE: Final = "reader.coverage/1"
SIGNS: Final[Mapping[str, str]] = {"verbatim": "=", "altered": "~", "in part": "✂"}
VOICES: Final[Mapping[str, str]] = {"quoted": "“", "attributed": ":", "own": " "}
_CELL: Final = 4
_WIDEST: Final = 8
"""Articles up to which a row has a sign for each; of more it says how many."""


def coverage_json(articles: Sequence[Article], found: Sequence[Sentence], unread: Sequence[Unread] = ()) -> Json:
    """The sentences of the first article; ``paragraph`` is (which, of how many), ``unprinted`` lists numbers."""
    return {
        "format": COVERAGE,
        "release": compared_article_json(articles[0]) | {"kind": articles[0].particulars.kind},
        "articles": [compared_article_json(article) for article in articles],
        "sentences": [
            {
                "number": sentence.number,
                **_place(articles[0], sentence.span.start, sentence.span.end),
                "prints": [_print(articles, each) for each in sentence.prints],
            }
            for sentence in found
        ],
        "unprinted": [sentence.number for sentence in found if not sentence.prints],
        "unread": unread_json(unread),
    }


def _place(article: Article, start: int, end: int) -> Json:
    paragraph = paragraph_at(article, start)
    return {
        "start": start,
        "end": end,
        "text": article.text[start:end],
        "paragraph": None if paragraph is None else list(paragraph),
    }


def _print(articles: Sequence[Article], each: Print) -> Json:
    return {
        "article": each.article,
        "printing": each.printing,
        "voice": each.voice,
        "share": round(each.share, 2),
        **_place(articles[each.article], each.span.start, each.span.end),
    }


def sign_of(each: Print | None) -> str:
    """How it is printed and in whose voice, two characters; ``·`` where it is not."""
    return "·" if each is None else SIGNS[each.printing] + VOICES.get(each.voice or "own", " ")


def coverage_text(articles: Sequence[Article], found: Sequence[Sentence]) -> Iterator[str]:
    """The articles, then every sentence with a sign for each of them, then those that nobody prints."""
    for number, article in enumerate(articles):
        yield f"{letter(number)}  {named(article)}{' (the sentences are from this one)' if number == 0 else ''}"
    yield ""
    yield "= verbatim  ~ altered  ✂ in part  · not printed;  “ quoted  : attributed"
    yield ""
    others = range(1, len(articles))
    if len(others) <= _WIDEST:
        yield " " * 5 + "".join(column(letter(number), _CELL) for number in others)
    for sentence in found:
        if len(others) <= _WIDEST:
            cells = "".join(column(sign_of(sentence.by(number)), _CELL) for number in others)
        else:
            cells = column(f"{len(sentence.prints)} of {len(others)}", 12)
        words = one_line(articles[0].text[sentence.span.start : sentence.span.end])
        yield from wrapped(words, 5 + len(cells) + 1, column(str(sentence.number), 3, right=True) + "  " + cells)
    missing = [str(sentence.number) for sentence in found if not sentence.prints]
    yield ""
    printed = len(found) - len(missing)
    nobody = f", and none of the others prints {', '.join(missing)}" if missing else ""
    yield from wrapped(f"{printed} of {many(len(found), 'sentence')} stand in other articles{nobody}.", 0)
