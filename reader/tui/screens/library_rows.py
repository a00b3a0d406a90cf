"""The library as it begins, as rows: what its screen shows first, made of values alone.

The screen says the same in the same places; but it needs Textual, and this does not. So this shows while that is still
being loaded.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, repeat
from typing import TYPE_CHECKING

from reader.library.settings import Settings
from reader.text.clean import clean_line
from reader.tui.commands import Place, first_key
from reader.tui.render.annotations import annotated
from reader.tui.render.column import Column
from reader.tui.render.entries import ROWS, heading_line
from reader.tui.render.keys import status
from reader.tui.render.line import DIVIDING, Line, Piece, bar, fitted, rule, shortened, under
from reader.tui.render.marks import Marks
from reader.tui.render.measure import MEASURE, MEASURES, within
from reader.tui.render.particulars import counted
from reader.tui.render.place import place_line
from reader.tui.render.sheet import sheet
from reader.tui.screens.listing import Listing
from reader.tui.screens.panes import is_narrow, list_width

if TYPE_CHECKING:
    from reader.library.desk import Desk

SMALLEST = (20, 8)
"""Columns and rows under which the screen is left to lay itself out."""
AROUND = 4
"""Rows above and below list and text."""


def header(desk: Desk, listing: Listing, room: int) -> tuple[Line, Line]:
    """What stands at the two ends of the header, on a screen of ``room`` cells."""
    state = desk.state
    unread = len(desk.articles) - len(desk.hidden) - len(state.read)
    marks = " ".join(mark for a in state.marks if (mark := state.mark_of(a)))
    name = "samples" if desk.is_sample else shortened(clean_line(desk.shelf.name), room // 3)
    left = (
        Piece("reader", "strong"),
        Piece(f" · {name}" if name else "", "dim"),
        Piece(f" ({listing.count})", "dim"),
        Piece(f" · filter: {listing.words}" if listing.words else "", "accent"),
    )
    waiting = f"{len(desk.shelf.pending):,} still to be read" if desk.shelf.pending else ""
    parts = [waiting, listing.order_name, f"unread {unread}", f"marked {marks}" if marks else ""]
    return left, (Piece(" · ".join(part for part in parts if part), "dim"),)


def greeting(desk: Desk) -> tuple[str, bool]:
    """What is to be said first, and whether it is a problem; empty where there is nothing to say."""
    shelf = desk.shelf
    problems = desk.settings.problems if desk.settings is not None else []
    if problems:
        more = f" and {len(problems) - 1} more ({first_key('notices')} lists them)" if len(problems) > 1 else ""
        return problems[0] + more, True
    if desk.is_sample:
        return "Samples: an invented story and five digests. Open yours: reader FILE FOLDER …", False
    if shelf.unread:
        first = shelf.unread[0]
        more = f" and {len(shelf.unread) - 1} more" if len(shelf.unread) > 1 else ""
        name = first.path.rstrip("/").rpartition("/")[2]  # the whole path may leave no room for the reason
        return f"Not opened: {name}: {first.reason}{more} ({first_key('notices')} lists them)", True
    if shelf.notices:
        count = counted(len(shelf.notices), "notice")
        return f"{count} ({first_key('notices')} lists them): {shelf.notices[0]}", False
    return "", False


def said(sentence: str, *, is_problem: bool) -> Line:
    """A sentence in the status line."""
    return (Piece(clean_line(sentence), "warning" if is_problem else ""),)


def first_rows(desk: Desk, width: int, height: int) -> list[Line]:
    """The rows of the first picture; none where it is one that only the screen itself can lay out."""
    chosen = desk.settings.settings if desk.settings is not None else Settings()
    listing = Listing(desk)
    listing.arrange_as(chosen.sort, chosen.group, descending=chosen.descending)
    if width < SMALLEST[0] or height < SMALLEST[1]:
        return []
    listing.arrange(0)
    place: Line = ()
    beside = width if is_narrow(width) else list_width(width, chosen.list_width)
    body = list(islice(_entries(listing, beside, height - AROUND), height - AROUND))
    if beside < width:
        column = _column(desk, chosen.measure, width - beside - 1, height - AROUND)
        body = [(*entry, *DIVIDING, *column.line(y)) for y, entry in enumerate(body)]
        place = place_line(desk.articles[0], column)  # to the row, now that its rows are made
    sentence, is_problem = greeting(desk)
    spoken = said(sentence, is_problem=is_problem) if sentence else ()
    return [
        bar(*header(desk, listing, width), width),
        rule(width, {beside: "┬"}),
        *body,
        rule(width, {beside: "┴"}),
        bar(*status(spoken, Place.LIST, place, width), width, keeps=True),
    ]


def _entries(listing: Listing, width: int, height: int) -> Iterator[Line]:
    """The rows of the list, which has the keys: from the article that shows, or from where the rest of them fits."""
    top = count = len(listing.listed)
    cursor, left = listing.position(0) or 0, height
    while top > 0 and (left := left - ROWS - (top - 1 in listing.headings)) >= 0:
        top -= 1
    for number in range(min(top, cursor), count):
        if number in listing.headings:
            yield heading_line(*listing.headings[number], width)
        for line in listing.entry(number, width, number == cursor):
            yield under("cursor", fitted(line, width)) if number == cursor else fitted(line, width)
    yield from repeat(fitted((), width))


def _column(desk: Desk, measure: int | None, width: int, height: int) -> Column:
    """The first article, where it was left."""
    article = desk.articles[0]
    column = Column(sheet(article), Marks((), 0), is_tinted=False)
    column.annotations = annotated(desk.keeping.notes(0))
    column.set(width, height, MEASURE if measure is None else within(measure, MEASURES))
    column.show_place(desk.keeping.place(0) or -1)
    return column
