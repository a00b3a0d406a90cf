"""Which articles of the shelf are listed, and in what order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from reader.articles.article import Article
from reader.articles.particulars import shown_title
from reader.library.state import SessionState

if TYPE_CHECKING:
    from reader.library.queries import Asked

Order = Literal["opened", "date", "title", "outlet", "words", "unread", "likeness"]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A sort order; what an article does not have (a date, an outlet) puts it last either way."""

    by: Order = "opened"
    descending: bool = False
    to: str = ""
    """For ``likeness``: the id of the article that the others are like."""


def arrange(
    articles: Sequence[Article],
    state: SessionState,
    filter: Asked | None = None,
    order: Arrangement = Arrangement(),
    keep: str | None = None,
    likeness: Mapping[int, float] = {},
) -> tuple[int, ...]:
    """Positions of the articles to list, in order. The one with the id ``keep`` is listed even if it does not match.

    ``likeness`` says how like the articles are to the one that ``order`` names, by position.
    """
    listed = list(range(len(articles))) if filter is None else _passing(articles, state, filter, keep)
    if order.by == "opened":
        return tuple(reversed(listed)) if order.descending else tuple(listed)
    keys = {place: _key(place, articles[place], state, order, likeness) for place in listed}
    known = [place for place in listed if keys[place] is not None]
    known.sort(key=lambda place: keys[place] or (0, ""), reverse=order.descending)
    return (*known, *(place for place in listed if keys[place] is None))


def _passing(articles: Sequence[Article], state: SessionState, filter: Asked, keep: str | None) -> list[int]:
    from reader.library.facts import filtering  # loads folding: the first list is shown without

    is_listed = filtering(filter, state)
    return [at for at, article in enumerate(articles) if article.id == keep or is_listed(article)]


def _key(
    place: int, article: Article, state: SessionState, order: Arrangement, likeness: Mapping[int, float]
) -> tuple[float, str] | None:
    """What an article is sorted by: a number, then folded words; ``None`` where it is not known."""
    if order.by == "words":
        return article.words, ""
    if order.by == "unread":
        return article.id in state.read, ""
    if order.by == "likeness":
        return (-1e9, "") if article.id == order.to else (-likeness[place], "") if place in likeness else None
    about = article.particulars
    words = {"date": about.published, "outlet": about.outlet, "title": shown_title(article)}.get(order.by)
    return None if words is None else (0, _folded(words))


@lru_cache(maxsize=65_536)
def _folded(words: str) -> str:
    from reader.text.fold import fold

    return fold(words, case=True).text
