"""Which articles of the shelf are listed, and in what order: a filter as the user types it, and sort orders.

A filter is words and fields, all of which must hold: ``bridge -toll outlet:gazette is:unread "exact words"``. Words are
looked for, folded, in title, outlet, byline and path.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal, get_args

from reader.articles.article import Article
from reader.articles.particulars import shown_title
from reader.library.digests import DIGEST
from reader.library.state import SessionState

__all__ = ["Arrangement", "Filter", "Order", "Problem", "SessionState", "arrange"]

Order = Literal["opened", "date", "title", "outlet", "words", "unread", "likeness"]
ORDERS: Final[tuple[Order, ...]] = get_args(Order)
STATES: Final = ("unread", "read", "starred", "marked", "tagged", "noted", "digest", "dated", "undated")
FIELDS: Final = ("outlet", "title", "byline", "file", "kind", "tag", "is")

_TERM: Final = re.compile(r'(?P<no>-?)(?:(?P<field>[A-Za-z]+):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>\S+))?')


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a filter cannot be used, as a sentence."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Term:
    """One condition. ``field`` is empty for words anywhere; ``words`` are folded."""

    field: str
    words: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """Conditions that must all hold. An empty filter lets everything through."""

    terms: tuple[Term, ...] = ()

    @staticmethod
    def parse(text: str) -> Filter | Problem:
        """The filter that ``text`` asks for, or what is wrong with it. An unfinished field asks for nothing."""
        terms: list[Term] = []
        for found in _TERM.finditer(text):
            term = _term(found)
            if isinstance(term, Problem):
                return term
            if term is not None:
                terms.append(term)
        return Filter(tuple(terms))

    def matches(self, article: Article, state: SessionState) -> bool:
        """Whether all conditions hold for an article."""
        return all(_holds(term, article, state) != term.negated for term in self.terms)


EVERYTHING: Final = Filter()


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
    filter: Filter = EVERYTHING,
    order: Arrangement = Arrangement(),
    keep: str | None = None,
    likeness: Mapping[int, float] = {},
) -> tuple[int, ...]:
    """Positions of the articles to list, in order. The one with the id ``keep`` is listed even if it does not match.

    ``likeness`` says how like the articles are to the one that ``order`` names, by position.
    """
    listed = [place for place, article in enumerate(articles) if article.id == keep or filter.matches(article, state)]
    if order.by == "opened":
        return tuple(reversed(listed)) if order.descending else tuple(listed)
    keys = {place: _key(place, articles[place], state, order, likeness) for place in listed}
    known = [place for place in listed if keys[place] is not None]
    known.sort(key=lambda place: keys[place] or (0, ""), reverse=order.descending)
    return (*known, *(place for place in listed if keys[place] is None))


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


def _term(found: re.Match[str]) -> Term | Problem | None:
    """One condition; ``None`` where there is nothing to look for yet."""
    field = (found.group("field") or "").lower()
    words = found.group("phrase") if found.group("phrase") is not None else found.group("word") or ""
    if field and field not in FIELDS:
        if not words:
            return None
        return Problem(f"There is no field “{field}:”; there are {', '.join(f'{name}:' for name in FIELDS)}.")
    folded = _folded(words).strip()
    if not folded:
        return None
    if field == "is":
        names = [name for name in STATES if name == folded] or [n for n in STATES if n.startswith(folded)]
        if not names:
            return Problem(f"Nothing is “{words}”; try is: with {', '.join(STATES)}.")
        folded = names[0]
    return Term(field, folded, bool(found.group("no")))


def _holds(term: Term, article: Article, state: SessionState) -> bool:
    if term.field == "is":
        return _is(term.words, article, state)
    if term.field == "kind":
        return _folded(article.particulars.kind).startswith(term.words)
    if term.field == "tag":
        return any(term.words in _folded(tag) for tag in state.tags.get(article.id, ()))
    return any(term.words in _folded(words) for words in _words_of(article, term.field))


def _words_of(article: Article, field: str) -> tuple[str, ...]:
    about = article.particulars
    words = {
        "title": shown_title(article),
        "outlet": about.outlet or "",
        "byline": about.byline or "",
        "file": article.path,
    }
    return (words[field],) if field else tuple(words.values())


def _is(name: str, article: Article, state: SessionState) -> bool:
    return {
        "read": article.id in state.read,
        "unread": article.id not in state.read,
        "starred": article.id in state.starred,
        "marked": article.id in state.marks,
        "tagged": article.id in state.tags,
        "noted": article.id in state.noted,
        "digest": article.particulars.kind == DIGEST,
        "dated": article.particulars.published is not None,
        "undated": article.particulars.published is None,
    }[name]


@lru_cache(maxsize=65_536)
def _folded(words: str) -> str:
    from reader.text.fold import fold

    return fold(words, case=True).text
