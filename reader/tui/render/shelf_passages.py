"""What a whole shelf shares, as entries: the words, how often and where they stand, who was first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.text.clean import one_line
from reader.tui.render.line import Line, Piece, shortened
from reader.tui.render.marks import kind_of, sign_of
from reader.tui.render.particulars import counted, day_shown, short_name

if TYPE_CHECKING:
    from reader.articles.article import Article
    from reader.compare.ranking import Bucket, ShelfPassage, ShelfPassages

ROWS = 2
"""Rows of an entry."""
SHOWN = 6
"""Outlets that are named."""


@dataclass(frozen=True, slots=True)
class ShelfRow:
    """A passage, or a bucket of them that can be unfolded."""

    passage: ShelfPassage | None
    bucket: Bucket | None = None
    is_open: bool = False


def shelf_rows(found: ShelfPassages, opened: frozenset[str]) -> list[ShelfRow]:
    """Quotations, then passages, then the buckets; those that are opened with what is in them."""
    rows = [ShelfRow(one) for one in (*found.quotations, *found.passages)]
    for bucket in found.buckets:
        is_open = bucket.kind in opened
        rows.append(ShelfRow(None, bucket, is_open))
        if is_open:
            rows += [ShelfRow(one) for one in bucket.passages]
    return rows


def shelf_entry(row: ShelfRow, articles: Sequence[Article], width: int) -> Sequence[Line]:
    """Two rows."""
    if row.passage is None:
        assert row.bucket is not None
        sign = "▾" if row.is_open else "▸"
        count = counted(len(row.bucket.passages), "passage")
        return ((Piece(f" {sign} ", "accent"), Piece(f"{row.bucket.reason} · {count}", "dim")), ())
    passage = row.passage.passage
    first = passage.occurrences[0]
    words = one_line(articles[first.article].text[first.start : first.end])
    kind = kind_of(passage)
    sign = sign_of(passage)
    return (
        (
            Piece(f" {sign:<3}", f"edge-{kind}"),
            Piece(shortened(words, width - 6), "quotation" if kind == "quoted" else ""),
        ),
        (Piece("     "), *_where(row.passage, articles)),
    )


def _where(one: ShelfPassage, articles: Sequence[Article]) -> list[Piece]:
    passage = one.passage
    line = [
        Piece(f"{counted(passage.words, 'word')} in {counted(len(one.articles), 'article')} · ", "dim"),
        Piece(_names(one.articles, articles), "accent"),
    ]
    if one.in_part:
        line += [Piece(" · in part ", "dim"), Piece(_names(one.in_part, articles), "accent")]
    if one.earliest is not None:
        article = articles[passage.occurrences[one.earliest].article]
        when = day_shown(article.particulars, short=True)
        line.append(Piece(f" · first in {short_name(article)}, {when}", "dim"))
    return line


def _names(where: Sequence[int], articles: Sequence[Article]) -> str:
    names = list(dict.fromkeys(short_name(articles[number]) for number in where))
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    return ", ".join(names[:SHOWN]) + more
