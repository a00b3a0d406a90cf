"""Whether two articles look years apart, with the places that suggest it. A warning, never a verdict.

Each text bounds the year in which it was written: what it tells as done cannot come later, what it still awaits cannot
come earlier. "Launched last year" in one text and "was founded in 2015" of the same subject in the other tell that the
first was written in 2016. Only bounds that exclude each other count; where nothing bounds a text nothing is said.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reader.articles.article import Article
from reader.articles.date_cues import DateCue, date_cues
from reader.text.spans import Span

APART: Final = 2
"""Years: texts that are nearer are about one course of events, and a background year more or less is no evidence."""
STATED: Final = 1.5
"""Years between two days that are known: rounded, they are two years."""
DAYS: Final = 365.25
BEFORE: Final = 140
"""Code points before a cue in which its sentence names who began."""

_BEGAN: Final = re.compile(
    # The subject of a beginning: "OpenAI was launched …", "the Harbour League began as …".
    r"(?P<name>[A-ZÀ-Þ][\w’&-]+(?:\s[A-ZÀ-Þ][\w’&-]+){0,3})\s+(?:was\s+|were\s+|is\s+|had\s+been\s+|first\s+|officially\s+){0,2}"
    r"(?:founded|launched|established|began|started|created|formed|set\s+up|opened|born|introduced)\b[^.;!?]{0,60}$"
)


@dataclass(frozen=True, slots=True)
class Clue:
    """What bounds one text: the year, and the words that say so."""

    year: int
    span: Span | None = None
    """Where the words stand; ``None`` where the year is that of a known day of publication."""
    is_assumed: bool = False
    """Whether the year was worked out from what the other text says."""
    anchor: Span | None = None
    """For an assumed year: where the other text says it."""


@dataclass(frozen=True, slots=True)
class Apart:
    """Two articles that look at least so many years apart, with a clue in each, in the order they were given."""

    years: int
    one: Clue
    two: Clue


@dataclass(frozen=True, slots=True)
class _Era:
    """When a text was written: not before one clue, not after the other."""

    earliest: Clue | None
    latest: Clue | None


def looks_years_apart(one: Article, two: Article) -> Apart | None:
    """How many years the two look apart, with the evidence; ``None`` where it is thin or they look near."""
    days = [_day(article) for article in (one, two)]
    if days[0] is not None and days[1] is not None:
        years = abs((days[0] - days[1]).days) / DAYS
        return Apart(round(years), Clue(days[0].year), Clue(days[1].year)) if years >= STATED else None
    cues = [date_cues(article) for article in (one, two)]
    eras = [
        _era(article, day, mine, other, others)
        for article, day, mine, other, others in (
            (one, days[0], cues[0], two, cues[1]),
            (two, days[1], cues[1], one, cues[0]),
        )
    ]
    return _between(eras[0], eras[1]) or _turned(_between(eras[1], eras[0]))


def _between(early: _Era, late: _Era) -> Apart | None:
    """The years between the latest that one can be and the earliest that the other can be."""
    if early.latest is None or late.earliest is None:
        return None
    years = late.earliest.year - early.latest.year
    return Apart(years, early.latest, late.earliest) if years >= APART else None


def _turned(apart: Apart | None) -> Apart | None:
    return None if apart is None else Apart(apart.years, apart.two, apart.one)


def _day(article: Article) -> dt.date | None:
    published = article.particulars.published
    try:
        return None if published is None else dt.date.fromisoformat(published)
    except ValueError:
        return None


def _era(
    article: Article, day: dt.date | None, cues: Sequence[DateCue], other: Article, others: Sequence[DateCue]
) -> _Era:
    if day is not None:
        return _Era(Clue(day.year), Clue(day.year))
    past = [cue for cue in cues if cue.bearing == "past" and cue.year is not None]
    earliest = max(past, key=lambda cue: cue.year or 0, default=None)
    low = None if earliest is None else Clue(earliest.year or 0, earliest.span)
    assumed = _anchored(article, cues, other, others)
    if assumed is not None and (low is None or low.year <= assumed.year):
        return _Era(assumed, assumed)
    future = [cue for cue in cues if cue.bearing == "future" and cue.year is not None]
    latest = min(future, key=lambda cue: cue.year or 0, default=None)
    # What was awaited for a year that the text itself knows to be past bounds nothing.
    newest = max((cue.year for cue in cues if cue.year is not None and cue.bearing != "future"), default=0)
    high = None if latest is None or (latest.year or 0) < newest else Clue(latest.year or 0, latest.span)
    return _Era(low, high)


def _anchored(article: Article, cues: Sequence[DateCue], other: Article, others: Sequence[DateCue]) -> Clue | None:
    """The year of writing, where "launched last year" here meets "was founded in 2015" there."""
    began = {
        name: cue
        for cue in reversed(others)
        if cue.year is not None and (name := _beginner(other.text, cue)) is not None
    }
    for cue in cues:
        if cue.offset is None or cue.offset >= 0:
            continue
        name = _beginner(article.text, cue)
        if name is not None and name in began:
            year = (began[name].year or 0) - cue.offset
            return Clue(year, cue.span, is_assumed=True, anchor=began[name].span)
    return None


def _beginner(text: str, cue: DateCue) -> str | None:
    """Who is told to have begun at the time of a cue."""
    found = _BEGAN.search(text, max(0, cue.start - BEFORE), cue.start)
    return None if found is None else found["name"]
