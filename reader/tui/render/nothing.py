"""What to say where articles share no passage: how near they come, and what to do next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from reader.articles.article import Article
from reader.compare.comparison import Comparison
from reader.text.clean import clean_line
from reader.tui.render.line import Line, Piece, shortened
from reader.tui.render.particulars import counted, written_date

_YEARS_APART = 1.0
"""Years from which two dates are worth a remark: a story is rarely told for longer."""


def nothing_shared(articles: Sequence[Article], comparison: Comparison, words: int) -> Sequence[Line]:
    """The lines, without blank ones around them. ``words`` is the least length of a passage that was asked for."""
    who = "These two" if len(articles) == 2 else "These"
    lines: list[Line] = [(Piece(f"{who} share no passage of {counted(words, 'word')} or more.", "strong"),)]
    near = max(comparison.near_misses, key=lambda miss: miss.words, default=None)
    if near is None:
        lines.append((Piece("Not even two words in a row are in both."),))
    else:
        text = articles[near.first].text[near.first_span.start : near.first_span.end]
        quoted = shortened(" ".join(clean_line(text).split()), 60)
        lines.append(
            (
                Piece("Closest: "),
                Piece(f"“{quoted}”", "quotation"),
                Piece(f" ({counted(near.words, 'word')}) in both", "dim"),
            )
        )
    if apart := _years_apart(articles):
        lines.append(apart)
    hints: list[Piece] = []
    if near is not None and near.words < words:
        shorter = f" allow {near.words} words    " if words - near.words == 1 else " allow shorter ones    "
        hints += [Piece(",", "key"), Piece(shorter, "dim")]
    hints += [Piece("M", "key"), Piece(" see all pairs    ", "dim"), Piece("q", "key"), Piece(" back", "dim")]
    lines.append(tuple(hints))
    return lines


def _years_apart(articles: Sequence[Article]) -> Line | None:
    """A remark where the stated dates lie years apart."""
    days: list[date] = []
    for article in articles:
        if published := article.particulars.published:
            try:
                days.append(date.fromisoformat(published[:10]))
            except ValueError:
                continue
    if len(days) < 2:
        return None
    first, last = min(days), max(days)
    years = (last - first).days / 365.25
    if years < _YEARS_APART:
        return None
    span = f"{written_date(first.isoformat())} and {written_date(last.isoformat())}"
    return (Piece(f"They were published {years:.0f} year{'s' if years >= 1.5 else ''} apart: {span}."),)
