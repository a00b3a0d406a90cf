"""What plain lines for a person are set from: letters for articles, words in columns, rows of words."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterator

from reader.articles.article import Article
from reader.articles.particulars import shown_title
from reader.text.clean import clean_line

WIDTH = 80
"""Cells of a line."""


def letter(number: int) -> str:
    """``A`` for the first article, ``27`` for the one after ``Z``."""
    return chr(ord("A") + number) if number < 26 else str(number + 1)


def named(article: Article) -> str:
    """The outlet, else the title, on one clean line."""
    return clean_line(article.particulars.outlet or shown_title(article))


def many(count: int, one: str, more: str | None = None) -> str:
    """``1 word``, ``2 words``."""
    return f"{count:,} {one if count == 1 else more or one + 's'}"


def cells(words: str) -> int:
    """Cells that a terminal takes for clean words."""
    return sum(_cells(character) for character in words)


def _cells(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def column(words: str, width: int, *, right: bool = False) -> str:
    """The words in so many cells: filled with blanks, or cut with ``…``."""
    if cells(words) > width:
        while words and cells(words) > width - 1:
            words = words[:-1]
        words = words.rstrip() + "…"
    blank = " " * (width - cells(words))
    return blank + words if right else words + blank


def wrapped(words: str, indent: int, first: str = "") -> Iterator[str]:
    """Rows of at most :data:`WIDTH` characters, set in by ``indent``; ``first`` stands before the first of them."""
    rows = textwrap.wrap(words, WIDTH - indent, break_on_hyphens=False) or [""]
    for number, row in enumerate(rows):
        yield (column(first, indent) if number == 0 else " " * indent) + row
