"""The day of publication where a page shows it and does not state it, and where it states it in another time zone.

A day that was found is believed where it stands near the title or the beginning of the article, behind a word for
publishing, in a ``time`` element, or in the page's own address. Days that stand elsewhere are of other articles. Before
that the one day between headline and text is taken, and after it the one that a page labels.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from reader.articles.dates import LONGEST, date_in, days_in, is_update
from reader.articles.months import MONTH
from reader.sources.dates import day_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

NEAR: Final = 800
"""Code points behind a title, and half as many before it, in which its date stands."""
ABOVE: Final = 2
"""Lines above a headline, one of which may be that with its day."""
_MOST_TITLES: Final = 4
_DATE: Final = re.compile(
    r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)|(?<![\d.])\d{1,2}([./])\d{1,2}\1(?:20)?\d\d(?![\d.])"
    rf"|(?<!\d)\d{{1,2}}(?:\.|st|nd|rd|th)?\s(?:de\s)?{MONTH}\.?,?\s(?:de\s)?\d{{4}}(?!\d)"
    rf"|(?:(?<![^\W\d_])|(?<=[a-z])(?=[A-Z]))[^\W\d_]{{3,10}}\.?\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}(?!\d)"
    r"|\d{4}[年년]\s?\d{1,2}[月월]\s?\d{1,2}[日일]"
)
_SLASHED: Final = re.compile(r"(?<![\w/.-])(\d{1,2})/(\d{1,2})/(\d{4})(?![\w/-])")
_DAY_FIRST: Final = frozenset((
    "ar", "bg", "ca", "cs", "da", "de", "el", "es", "fi", "fr", "he", "hi", "hr", "id", "it", "nb", "nl", "no", "pl",
    "pt", "ro", "ru", "sk", "sr", "tr", "uk", "vi",
))  # fmt: skip
_SHORT_YEAR: Final = re.compile(r"(?<=[./])(\d\d)\Z")
_PUBLISHED: Final = re.compile(
    r"(?:published|posted|released|issued|veröffentlicht|erschienen|erstellt|publié|mise? en ligne|publicado|pubblicato"
    r"|gepubliceerd|geplaatst|publicerad)\b(?:[\s:]|on|am|at|vom|den|le|el|il|op|em|\w{2,10}(?:day|tag|di),){0,5}\Z",
    re.IGNORECASE,
)
_SAID_BEHIND: Final = re.compile(
    r"\d[^\n]{0,50}?\b(?:veröffentlicht|erstellt|geschrieben|gepostet|publiziert|eingestellt|geplaatst|gepubliceerd)\b"
)


def shown_day(
    stated: str | None, found: str | None, words: str, starts: tuple[str, ...], address: str | None, root: HtmlElement
) -> str | None:
    """The ISO day of publication. ``words`` are those of the whole page, ``starts`` what the article begins with."""
    places = list(_near(words, starts))
    near = {day for _, day in places}
    if stated:
        if stated in near or _is_in(address, stated):
            return stated
        others = {day for day in near if abs((_date(day) - _date(stated)).days) == 1}
        return others.pop() if len(others) == 1 else stated
    if found is None:
        return None
    marked = (day_of(time.get("datetime")) for time in root.iter("time"))
    is_shown = any(day == found and not is_update(words, at) for at, day in places)
    return found if is_shown or _is_in(address, found) or found in marked or found in _labelled(words) else None


def labelled_day(words: str) -> str | None:
    """The one day that stands on a page behind a word for publishing."""
    days = _labelled(words)
    return days.pop() if len(days) == 1 else None


def headline_day(words: str, title: str | None, begin: str) -> str | None:
    """The one day that dates a line between the headline and what the text ``begin``s with, or right above them."""
    at = words.find(begin) if begin else -1
    headline = words.rfind(title, 0, at if at >= 0 else None) if title else -1
    if at < 0 and headline < 0:
        return None
    end = at + len(begin) if at >= 0 else headline + NEAR // 2
    below = words[max(headline, end - NEAR, 0) : end].split("\n")
    above = [line for line in words[max(0, headline - NEAR // 2) : max(headline, 0)].split("\n") if line][-ABOVE:]
    return _one_day(below) or _one_day(above)


def _one_day(lines: list[str]) -> str | None:
    """The day by which some lines date an article, where it is one."""
    lines = [line for line in lines if len(line) <= LONGEST]
    dated = [dated for line in lines if (dated := date_in(line)) is not None]
    days = {day.day for day, rule in dated if rule == "labelled date"}
    if dated and not days:
        days = {day.day for line in lines for day in days_in(line) if not is_update(line, day.start)}
    return days.pop().isoformat() if len(days) == 1 else None


def changed_day(words: str) -> str | None:
    """The one day that stands on a page behind a word for a change: "Last updated", "Stand:"."""
    lines = [line for line in words.split("\n") if len(line) <= LONGEST and not line.isalpha()]
    days = {day.day for line in lines for day in days_in(line) if is_update(line, day.start)}
    return days.pop().isoformat() if len(days) == 1 else None


def unambiguous(words: str, root: HtmlElement) -> str:
    """The words with days such as 3/4/2024 in ISO form, where the language of the page has one order for them."""
    language, _, region = (root.get("lang") or root.get("xml:lang") or "").lower().replace("_", "-").partition("-")
    if not (region if language == "en" else language in _DAY_FIRST):
        return words
    year_last = r"\3-\1-\2" if region == "us" else r"\3-\2-\1"
    return _SLASHED.sub(lambda found: re.sub(r"(?<=-)(\d)(?!\d)", r"0\1", found.expand(year_last)), words)


def _is_in(address: str | None, day: str) -> bool:
    """Whether an address has the year, the month and the day."""
    year, month, number = (int(part) for part in day.split("-"))
    written = rf"(?<!\d)(?:{year}[/-]?0?{month}[/-]?0?{number}|0?{number}[.-]0?{month}[.-]{year})(?!\d)"
    return re.search(written, address or "") is not None


def _near(words: str, starts: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """The days that stand near one of the beginnings of an article; without any, at the top of the page."""
    places = [place.start() for start in starts for place in _first(words, start)] or [0]
    for at in places:
        start = max(0, at - NEAR // 2)
        yield from ((start + place, day) for place, day in _days(words[start : at + NEAR]))


def _first(words: str, start: str) -> Iterator[re.Match[str]]:
    found = re.finditer(re.escape(start), words) if start else iter(())
    return (place for place, _ in zip(found, range(_MOST_TITLES), strict=False))


def _labelled(words: str) -> set[str]:
    return {
        day
        for at, day in _days(words)
        if _PUBLISHED.search(words, max(0, at - 40), at) or _SAID_BEHIND.match(words, at, at + 80)
    }


def _days(words: str) -> Iterator[tuple[int, str]]:
    for written in _DATE.finditer(words):
        day = day_of(_SHORT_YEAR.sub(r"20\1", " ".join(written[0].split())))
        if day:
            yield written.start(), day


def _date(day: str) -> dt.date:
    return dt.date.fromisoformat(day)
