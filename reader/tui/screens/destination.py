"""Where to go: what one screen gives back to those it was opened from."""

from __future__ import annotations

from dataclasses import dataclass

from reader.articles.article import Article
from reader.tui.render.hits import Hits


@dataclass(frozen=True, slots=True)
class Destination:
    """An article, and places in it, one of them visited. One that is not open yet is given itself, else its position on
    the desk."""

    article: int | Article
    hits: Hits
    every: tuple[tuple[int | Article, Hits], ...] = ()
    """The hits of all articles in which the same was found, so that one can go on into the next."""
    beside: int | None = None
    """The article that it is to be compared with."""
