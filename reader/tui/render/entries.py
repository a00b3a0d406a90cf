"""An article as an entry of the list, in three rows; a hit as an entry of the results, in two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.articles.article import Article
from reader.text.clean import clean_line
from reader.tui.render.line import Line, Piece, shortened, spread
from reader.tui.render.particulars import file_name, length, percent, short_name, title_of, written_date

ROWS = 3
"""Rows of an entry of the list."""


@dataclass(frozen=True, slots=True)
class BestMatch:
    """The open article that holds most of another one."""

    name: str
    share: float
    """Percent of the article that stands in it."""


@dataclass(frozen=True, slots=True)
class Flags:
    """What was done to an article."""

    is_unread: bool = True
    is_starred: bool = False
    mark: str = ""
    """A, B, C …"""


def article_entry(article: Article, flags: Flags, best: BestMatch | None, width: int) -> Sequence[Line]:
    """Title; outlet or file, date; words, best match. Nothing stands where nothing is known."""
    signs = (
        Piece(" "),
        Piece("●" if flags.is_unread else " ", "accent"),
        Piece("★" if flags.is_starred else " ", "warning"),
        Piece(flags.mark or " ", "strong"),
        Piece(" "),
    )
    room = width - 6
    particulars = article.particulars
    name = clean_line(particulars.outlet) if particulars.outlet else file_name(article)
    when = written_date(particulars.published, short=True)
    second = f"{shortened(name, room - len(when) - 3)} · {when}" if when else shortened(name, room)
    if particulars.kind != "article" and len(second) + len(particulars.kind) + 3 <= room:
        second += f" · {clean_line(particulars.kind)}"
    words = length(article)
    blank = Piece("     ")
    nearest: tuple[Piece, ...] = ()
    if best and room - len(words) >= 10:
        share = f"≈{percent(best.share).replace(' ', '')} "
        nearest = (Piece(share, ""), Piece(shortened(best.name, room - len(words) - len(share) - 2) + " ", "dim"))
    return (
        (*signs, Piece(shortened(title_of(article), room), "strong" if flags.is_unread else "")),
        (blank, Piece(second, "dim")),
        spread((blank, Piece(words, "dim")), nearest, width),
    )


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A hit in one of several articles."""

    article: int
    start: int
    end: int
    snippet: str
    at: tuple[int, int]
    """Where the hit stands in the snippet."""


def found_entry(article: Article, place: FoundPlace, label: str, width: int) -> Sequence[Line]:
    """Which article (with ``label``, such as its number of hits), and the words around the hit."""
    start, end = place.at
    where = (Piece(" "), Piece(short_name(article), "accent"), Piece(f" · {title_of(article)}", ""))
    around = (
        Piece("   "),
        Piece(place.snippet[:start], "dim"),
        Piece(place.snippet[start:end], "hit"),
        Piece(place.snippet[end:], "dim"),
    )
    return (spread(where, (Piece(f" {label} ", "dim"),), width, keeps=True), around)
