"""An article in which something was found, as an entry of two rows: what it is, and the words around the first hit."""

from __future__ import annotations

from collections.abc import Sequence

from reader.articles.article import Article
from reader.library.everywhere import FoundIn
from reader.tui.render.line import Line, Piece, cells, spread
from reader.tui.render.particulars import day_shown, short_name, title_of

ROWS = 2
OPEN = "▸"
"""The sign of an article that is open."""


def found_entry(article: Article, found: FoundIn, label: str, width: int, *, is_open: bool) -> Sequence[Line]:
    """Whether it is open, outlet, title and date, with a ``label``; then the hits and the words around them."""
    date = day_shown(article.particulars, short=True)
    where = (
        Piece(f" {OPEN if is_open else ' '} "),
        Piece(short_name(article), "accent"),
        Piece(f" · {title_of(article)}"),
    )
    facts = (Piece(" "), Piece(f"{date} · " if date and width >= 70 else "", "dim"), Piece(f"{label} ", "dim"))
    around = [Piece("   "), *(Piece(words, "hit" if is_hit else "dim") for words, is_hit in found.line)]
    return spread(where, facts, width, keeps=cells(facts) < width // 2), tuple(around)
