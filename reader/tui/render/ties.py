"""Why two articles are held to be of one story, as an entry of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.render.line import Line, Piece, shortened
from reader.tui.render.nothing import years_apart
from reader.tui.render.particulars import counted, day_shown, percent, short_name, title_of

if TYPE_CHECKING:
    from reader.articles.article import Article
    from reader.library.grouping import Tie

ROWS = 3
"""Rows of an entry."""


def tie_entry(tie: Tie, first: Article, second: Article, width: int) -> tuple[Line, ...]:
    """The two, what ties them, and what there is to say of their dates."""
    room = (width - 9) // 2
    names = [shortened(f"{short_name(one)}: {title_of(one)}", room) for one in (first, second)]
    shared = f"{counted(tie.words, 'word')} shared, {percent(tie.percent)} of one of them"
    said = "put together by hand" if tie.by_hand else shared
    lead = Piece("     ")
    return (
        (Piece("  ⇄  ", "accent"), Piece(names[0], "strong"), Piece("  ·  ", "dim"), Piece(names[1], "strong")),
        (lead, Piece(said, "accent" if tie.by_hand else "")),
        (lead, *_dates(tie, first, second)),
    )


def _dates(tie: Tie, first: Article, second: Article) -> Line:
    """Days between the two; where a date is not known, what the words of both say about the years."""
    if tie.days is not None:
        apart = "on the same day" if tie.days == 0 else f"{counted(tie.days, 'day')} apart"
        return (Piece(apart, "dim"),)
    known = " · ".join(day_shown(one.particulars) or "undated" for one in (first, second))
    warned = years_apart([first, second])
    return (Piece(known, "dim"), Piece(" · ", "dim"), *warned) if warned else (Piece(known, "dim"),)
