"""Articles in groups: by outlet, by story, by source, by date.

A story is a group of articles that share passages, and whose dates, where they are known, lie close together. The
evidence for each tie is kept with the group, so that it can be shown; what was decided by hand goes before all
evidence. Evidence comes from the caller: nothing is compared here.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import combinations
from typing import Final, NamedTuple

from reader.articles.article import Article
from reader.articles.particulars import shown_title

STORY_WORDS: Final = 12
"""Words that two articles must share to be taken for one story: a long sentence. Stock phrases are shorter."""
STORY_DAYS: Final = 31
"""Days between two articles from which shared words are an archive's, not a story's."""
NEARLY_ALL: Final = 50.0
"""Percent of one article in another from which dates are not asked: it is the same text."""

Pairings = Mapping[tuple[str, str], bool]
"""What was decided by hand: two ids, in order, and whether they belong together."""


class Shared(NamedTuple):
    """What two articles share: their positions, words, and the larger of the two shares in percent."""

    first: int
    second: int
    words: int
    percent: float


class Tie(NamedTuple):
    """Why two articles of a group are in it together: words, days between them, or because someone said so."""

    first: int
    second: int
    words: int = 0
    percent: float = 0.0
    days: int | None = None
    """``None`` where one of the dates is not known."""
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Positions of articles, in the order of the sequence. ``name`` is raw; ``None`` where what groups is not known."""

    name: str | None
    articles: tuple[int, ...]
    ties: tuple[Tie, ...] = ()
    """For a story: the evidence, strongest first."""


def by_outlet(articles: Sequence[Article]) -> list[Group]:
    """A group for each outlet, by name; articles without one last."""
    return _by(articles, lambda article: article.particulars.outlet)


def by_date(articles: Sequence[Article], digits: int = 10) -> list[Group]:
    """A group for each day, the newest first; ``digits`` 7 is for months, 4 for years. Undated ones last."""
    groups = _by(articles, lambda article: (article.particulars.published or "")[:digits] or None)
    dated = [group for group in groups if group.name is not None]
    return [*reversed(dated), *(group for group in groups if group.name is None)]


def by_source(articles: Sequence[Article]) -> list[Group]:
    """A group for each folder, and for each file that holds several articles."""
    return _by(articles, lambda article: source_of(article.path))


def source_of(path: str) -> str | None:
    """The folder of a file, or the file that an article is one of; ``None`` for standard input."""
    if path == "-":
        return None
    file, mark, number = path.rpartition("#")
    return file if mark and number.isdigit() else os.path.dirname(path) or "."


def _by(articles: Sequence[Article], name: Callable[[Article], str | None]) -> list[Group]:
    found: dict[str | None, list[int]] = {}
    for position, article in enumerate(articles):
        found.setdefault(name(article), []).append(position)
    named = sorted((key for key in found if key is not None), key=lambda key: (key.casefold(), key))
    order: list[str | None] = [*named, *([None] if None in found else [])]
    return [Group(key, tuple(found[key])) for key in order]


def by_story(articles: Sequence[Article], shared: Iterable[Shared], decided: Pairings) -> list[Group]:
    """Stories, those with most articles first, then what stands alone, each article a group of its own.

    Ties are made strongest first, those by hand before all others; two groups of which any two articles were put apart
    by hand are never joined.
    """
    ties = [*_decided_ties(articles, decided), *_found_ties(articles, shared)]
    groups = {position: [position] for position in range(len(articles))}
    apart = _apart(articles, decided)
    for tie in ties:
        one, other = groups[tie.first], groups[tie.second]
        if one is other or (apart and any(frozenset((a, b)) in apart for a in one for b in other)):
            continue
        one += other
        for position in other:
            groups[position] = one
    together = {id(group): tuple(sorted(group)) for group in groups.values()}
    own: dict[int, list[Tie]] = {name: [] for name in together}
    for tie in ties:
        if groups[tie.first] is groups[tie.second]:
            own[id(groups[tie.first])].append(tie)
    found = [Group(shown_title(articles[group[0]]), group, tuple(own[name])) for name, group in together.items()]
    return sorted(found, key=lambda group: (-len(group.articles), group.articles[0]))


def _apart(articles: Sequence[Article], decided: Pairings) -> set[frozenset[int]]:
    return {frozenset(pair) for pair in _positions(articles, decided, together=False)}


def _positions(articles: Sequence[Article], decided: Pairings, *, together: bool) -> list[tuple[int, int]]:
    place = {article.id: position for position, article in enumerate(articles)}
    pairs = [pair for pair, decision in decided.items() if decision is together]
    return [(place[one], place[other]) for one, other in pairs if one in place and other in place]


def _decided_ties(articles: Sequence[Article], decided: Pairings) -> list[Tie]:
    return [Tie(min(pair), max(pair), by_hand=True) for pair in _positions(articles, decided, together=True)]


def _found_ties(articles: Sequence[Article], shared: Iterable[Shared]) -> list[Tie]:
    ties = []
    for first, second, words, percent in shared:
        if words < STORY_WORDS:
            continue
        days = days_between(articles[first], articles[second])
        if days is None or days <= STORY_DAYS or percent >= NEARLY_ALL:
            ties.append(Tie(min(first, second), max(first, second), words, percent, days))
    return sorted(ties, key=lambda tie: (-tie.words, tie.first, tie.second))


def days_between(one: Article, other: Article) -> int | None:
    """Days between two articles; ``None`` where one of them has no date."""
    first, second = _day(one.particulars.published), _day(other.particulars.published)
    return None if first is None or second is None else abs(first - second)


@lru_cache(maxsize=10_000)
def _day(published: str | None) -> int | None:
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None


def pairs_of(articles: Sequence[Article], group: Group, taken_out: int | None = None) -> list[tuple[str, str]]:
    """The pairs of ids to put together or apart by hand (see :meth:`reader.library.store.Store.pair`).

    All of a group, or those of the one article that is ``taken_out`` with each of the others.
    """
    pairs = combinations(group.articles, 2)
    return [(articles[a].id, articles[b].id) for a, b in pairs if taken_out is None or taken_out in (a, b)]
