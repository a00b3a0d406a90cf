"""Words with where they are from, as they are pasted into a text of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.articles.particulars import shown_title
from reader.tui.render.particulars import day_shown

if TYPE_CHECKING:
    from reader.articles.article import Article


def cited(article: Article, words: str) -> str:
    """``words``, then a line with byline, title, outlet, date and place, as far as they are known; without words that
    line alone."""
    about = article.particulars
    when = day_shown(about) or "undated"
    title = " ".join(shown_title(article).split())
    kind = about.kind if about.kind != "article" else None
    place = None if article.path == "-" else article.path
    parts = [part for part in (about.byline, f"“{title}”", about.outlet, kind, when, place) if part]
    line = "— " + ", ".join(parts)
    return f"{words}\n\n{line}\n" if words else line.removeprefix("— ") + "\n"
