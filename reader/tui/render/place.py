"""Where one is in an article, for the status line."""

from __future__ import annotations

from bisect import bisect_right

from reader.articles.article import Article
from reader.tui.render.column import Column
from reader.tui.render.line import Line, Piece
from reader.tui.render.particulars import reading_time


def place_line(article: Article, column: Column) -> Line:
    """Paragraph, progress, minutes left; nothing while the column is not set."""
    if not column.height:
        return ()
    seen = min(1.0, (column.top + column.height) / max(1, column.total))
    share = f"{seen:.0%}".replace("%", " %")
    if not article.is_whole:
        return (Piece(share, "dim"),)
    units = column.sheet.units
    at = column.offset_of(column.top)
    number = min(len(units), max(1, bisect_right(units, at, key=lambda unit: unit.start)))
    left = "" if seen >= 1 else f" · {reading_time(round(article.words * (1 - seen)))} left"
    return (Piece(f"¶ {number}/{len(units)} · {share}{left}", "dim"),)
