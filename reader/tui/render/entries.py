"""An article as an entry of the list, in three rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.articles.article import Article
from reader.text.clean import clean_line
from reader.tui.render.annotations import NOTE
from reader.tui.render.line import Line, Piece, cells, fitted, shortened, spread
from reader.tui.render.particulars import day_shown, file_name, length, percent, title_of

ROWS = 3
"""Rows of an entry of the list."""
NEAREST = 8
"""Cells that the best match takes at the least."""


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
    tags: tuple[str, ...] = ()
    has_notes: bool = False
    news: str = ""
    """What was found when its file was looked at again."""


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
    when = day_shown(particulars, short=True)
    second = f"{shortened(name, room - len(when) - 3)} · {when}" if when else shortened(name, room)
    if particulars.kind != "article" and len(second) + len(particulars.kind) + 3 <= room:
        second += f" · {clean_line(particulars.kind)}"
    blank = Piece("     ")
    return (
        (*signs, Piece(shortened(title_of(article), room), "strong" if flags.is_unread else "")),
        (blank, Piece(second, "dim")),
        spread((blank, *_facts(article, flags, room, best)), _nearest(article, flags, best, room), width),
    )


def _facts(article: Article, flags: Flags, room: int, best: BestMatch | None) -> Line:
    """Words, whether there are notes, tags: these leave room for the best match."""
    noted = Piece(f" {NOTE}" if flags.has_notes else "", "accent")
    facts = (Piece(length(article), "dim"), Piece(f" {flags.news}" if flags.news else "", "warning"), noted)
    left = room - cells(facts) - (NEAREST if best else 0)
    if not flags.tags or left < NEAREST:
        return facts
    tags = " ".join(f"#{clean_line(tag)}" for tag in flags.tags)
    return (*facts, Piece(f" {shortened(tags, left - 1)}"))


def _nearest(article: Article, flags: Flags, best: BestMatch | None, room: int) -> Line:
    """How much of the article the nearest one has; its name where there is room for some of it."""
    left = room - cells(_facts(article, flags, room, best))
    if best is None or left < NEAREST:
        return ()
    share = f"≈{percent(best.share).replace(' ', '')} "
    left -= len(share) + 2
    return (Piece(share, ""), Piece(shortened(best.name, left) + " " if left > 3 else "", "dim"))


def heading_line(words: str, count: int, width: int) -> Line:
    """The heading of a group of entries."""
    many = f" · {count:,} "
    lead = (Piece("── ", "faint"), Piece(shortened(words, width - len(many) - 4), "heading"), Piece(many, "dim"))
    return fitted((*lead, Piece("─" * max(0, width - cells(lead)), "faint")), width)
