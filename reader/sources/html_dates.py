"""The day of publication where a page shows it and does not state it, and where it states it in another time zone.

A day that was found is believed where it stands near the title or the beginning of the article, behind a word for
publishing, in a ``time`` element, or in the page's own address. Days that stand elsewhere are of other articles.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from reader.sources.dates import day_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

NEAR: Final = 800
"""Code points behind a title, and half as many before it, in which its date stands."""
_MOST_TITLES: Final = 4
_DATE: Final = re.compile(
    r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)|(?<![\d.])\d{1,2}([./])\d{1,2}\1(?:20)?\d\d(?![\d.])"
    r"|(?<!\d)\d{1,2}(?:\.|st|nd|rd|th)?\s(?:de\s)?[^\W\d_]{3,10}\.?,?\s(?:de\s)?\d{4}(?!\d)"
    r"|(?:(?<![^\W\d_])|(?<=[a-z])(?=[A-Z]))[^\W\d_]{3,10}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}(?!\d)"
    r"|\d{4}[年년]\s?\d{1,2}[月월]\s?\d{1,2}[日일]"
)
_SHORT_YEAR: Final = re.compile(r"(?<=[./])(\d\d)\Z")
_PUBLISHED: Final = re.compile(
    r"(?:published|posted|released|issued|veröffentlicht|erschienen|erstellt|publié|mis en ligne|publicado|pubblicato"
    r"|gepubliceerd|geplaatst|publicerad)\b(?:[\s:]|on|am|at|vom|den|le|el|il|op|em){0,4}\Z",
    re.IGNORECASE,
)


def shown_day(
    stated: str | None, found: str | None, words: str, starts: tuple[str, ...], address: str | None, root: HtmlElement
) -> str | None:
    """The ISO day of publication. ``words`` are those of the whole page, ``starts`` what the article begins with."""
    near = set(_near(words, starts))
    if stated:
        if stated in near or _is_in(address, stated):
            return stated
        others = {day for day in near if abs((_date(day) - _date(stated)).days) == 1}
        return others.pop() if len(others) == 1 else stated
    if found is None:
        return None
    marked = (day_of(time.get("datetime")) for time in root.iter("time"))
    return found if found in near or _is_in(address, found) or found in marked or found in _labelled(words) else None


def _is_in(address: str | None, day: str) -> bool:
    """Whether an address has the year, the month and the day."""
    year, month, number = (int(part) for part in day.split("-"))
    written = rf"(?<!\d)(?:{year}[/-]?0?{month}[/-]?0?{number}|0?{number}[.-]0?{month}[.-]{year})(?!\d)"
    return re.search(written, address or "") is not None


def _near(words: str, starts: tuple[str, ...]) -> Iterator[str]:
    """The days that stand near one of the beginnings of an article; without any, at the top of the page."""
    places = [place.start() for start in starts for place in _first(words, start)] or [0]
    for at in places:
        yield from (day for _, day in _days(words[max(0, at - NEAR // 2) : at + NEAR]))


def _first(words: str, start: str) -> Iterator[re.Match[str]]:
    found = re.finditer(re.escape(start), words) if start else iter(())
    return (place for place, _ in zip(found, range(_MOST_TITLES), strict=False))


def _labelled(words: str) -> set[str]:
    return {day for at, day in _days(words) if _PUBLISHED.search(words, max(0, at - 40), at)}


def _days(words: str) -> Iterator[tuple[int, str]]:
    for written in _DATE.finditer(words):
        day = day_of(_SHORT_YEAR.sub(r"20\1", " ".join(written[0].split())))
        if day:
            yield written.start(), day


def _date(day: str) -> dt.date:
    return dt.date.fromisoformat(day)
