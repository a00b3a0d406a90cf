"""How much of each article stands in each other one, for pipes: as JSON, or as a table for a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from reader.articles.article import Article
from reader.compare.shelf_shares import Progress
from reader.library.shelf import Unread
from reader.reports.as_json import Json, compared_article_json, unread_json
from reader.reports.as_text import about_line
from reader.reports.columns import WIDTH, column, letter, many, named
from reader.text.clean import clean_line

MATRIX: Final = "reader.matrix/1"
_CELL: Final = 6
_NAME: Final = 20
_WIDEST_NAME: Final = 44
_WIDEST: Final = (WIDTH - _NAME) // _CELL
"""Articles up to which a table has room for all."""
_PAIRS: Final = 50
"""Pairs that are written out for a person; all of them are in the JSON."""


@dataclass(slots=True)
class Shares:
    """Words of each article (first) that stand in each other one (second), as far as a survey has told them.

    A pair that is not there shares nothing. A copy shares what its original shares.
    """

    articles: Sequence[Article]
    words: dict[tuple[int, int], int] = field(default_factory=dict)
    is_aligned: bool = True
    """Whether the words were aligned pair by pair; else they are those that were found in a row."""
    is_complete: bool = True
    """Whether every pair was looked at."""
    copies: dict[int, int] = field(default_factory=dict)

    def add(self, told: Progress) -> None:
        """Takes in what became known."""
        for pair in told.pairs:
            self.words[pair.first, pair.second] = pair.first_words
            self.words[pair.second, pair.first] = pair.second_words
            self.is_aligned &= pair.is_aligned
        self.copies.update(told.copies)

    def settle(self) -> None:
        """Gives copies the shares of their originals; to be called once, at the end."""
        stand_in: dict[int, list[int]] = {}
        for copy, original in self.copies.items():
            stand_in.setdefault(original, [original]).append(copy)
        for (one, two), words in list(self.words.items()):
            for first in stand_in.get(one, (one,)):
                for second in stand_in.get(two, (two,)):
                    self.words.setdefault((first, second), min(words, self.articles[first].words))
        for same in stand_in.values():
            self.words |= {(one, two): self.articles[one].words for one in same for two in same if one != two}

    def percent(self, article: int, within: int) -> float:
        """How much of one article stands in another."""
        size = self.articles[article].words
        return min(100.0, 100 * self.words.get((article, within), 0) / size) if size else 0.0


def matrix_json(shares: Shares, unread: Sequence[Unread] = ()) -> Json:
    """The pairs that share anything, both ways; a pair that is not there shares nothing."""
    return {
        "format": MATRIX,
        "articles": [compared_article_json(article) for article in shares.articles],
        "complete": shares.is_complete,
        "aligned": shares.is_aligned,
        "shares": [
            {"article": one, "within": two, "words": words, "percent": round(shares.percent(one, two), 1)}
            for (one, two), words in sorted(shares.words.items())
            if words
        ],
        "copies": [{"article": copy, "of": original} for copy, original in sorted(shares.copies.items())],
        "unread": unread_json(unread),
    }


def matrix_text(shares: Shares) -> Iterator[str]:
    """The table where it has room, then the pairs that share anything, those that share most first."""
    articles = shares.articles
    if len(articles) <= _WIDEST:
        yield from _table(shares)
    else:
        for number, article in enumerate(articles):
            yield f"{letter(number)}  {named(article)} ({about_line(article)})"
    yield ""
    pairs = sorted(
        ((one, two) for one, two in shares.words if one < two and shares.words[one, two]),
        key=lambda pair: (-max(shares.percent(*pair), shares.percent(*pair[::-1])), pair),
    )
    for one, two in pairs[:_PAIRS]:
        yield clean_line(f"{_share(shares, one, two)}, {_share(shares, two, one)}")
    if len(pairs) > _PAIRS:
        yield f"and {many(len(pairs) - _PAIRS, 'more pair')}"
    if not pairs:
        yield "No two of these articles share a passage."
    elif not shares.is_aligned:
        yield "Of so many articles the words are those found in a row; compare aligns two of them."
    for copy, original in sorted(shares.copies.items()):
        yield f"{letter(copy)} is nearly the same as {letter(original)}"


def _table(shares: Shares) -> Iterator[str]:
    """A row an article: how many percent of it stand in each of the others."""
    count = len(shares.articles)
    across = min(_WIDEST_NAME, WIDTH - count * _CELL)
    yield "Percent of each article (down) that is in each other one (across)"
    yield ""
    yield " " * across + "".join(column(letter(number), _CELL, right=True) for number in range(count))
    for one, article in enumerate(shares.articles):
        when = f" · {clean_line(article.particulars.published)}" if article.particulars.published else ""
        row = column(f"{letter(one)}  {named(article)}{when}", across)
        row += "".join(column(_cell(shares, one, two), _CELL, right=True) for two in range(count))
        yield row.rstrip()


def _cell(shares: Shares, one: int, two: int) -> str:
    if one == two:
        return ""
    return _percent(shares.percent(one, two)) if shares.words.get((one, two)) else "·"


def _percent(value: float) -> str:
    """Whole percent, nothing hidden by rounding."""
    if value < 1:
        return "<1"
    return "99" if 99 < value < 100 else f"{value:.0f}"


def _share(shares: Shares, one: int, two: int) -> str:
    words = many(shares.words.get((one, two), 0), "word")
    return f"{_percent(shares.percent(one, two))} % of {letter(one)} is in {letter(two)} ({words})"
