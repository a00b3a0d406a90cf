"""Dates as sources state them, to ISO days. What leaves out the day, the month or the year is no date, nor is what
could be two ("05/07/2019").

The day is the one that was stated, in its own time zone. Words of time zones are not looked at.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from reader.articles.months import MONTH, MONTHS_IN_DATES

_ISO: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?!\d)")
_COMPACT: Final = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}Z?)?")
_EAST_ASIAN: Final = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]")
_DOTTED: Final = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})\b.*")
_AMBIGUOUS: Final = re.compile(r"(0?[1-9]|1[0-2])[/-](0?[1-9]|1[0-2])[/-]\d{2,4}\b.*")
_SECONDS: Final = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")
_DAY_FIRST: Final = re.compile(
    rf"(?:\w+,?\s+)?(\d{{1,2}})\.?(?:er)?\s+(?:de\s+)?({MONTH})\.?,?\s+(?:de\s+)?(\d{{4}})\b(?:\W.*)?"
)
_MONTH_FIRST: Final = re.compile(rf"(?:\w+,?\s+)?({MONTH})\.?\s+(\d{{1,2}}),?\s+(\d{{4}})\b(?:\W.*)?")
_DEFAULTS: Final = (dt.datetime(2001, 1, 1), dt.datetime(2004, 2, 2))
LONGEST: Final = 80
"""Code points: what is longer is no date."""


def day_of(stated: object) -> str | None:
    """The day that a source states, as an ISO date; ``None`` where it states none.

    ISO 8601 (also compact), the dates of mail, seconds and milliseconds since 1970 (UTC), and dates in the
    words of many languages.
    """
    if isinstance(stated, dt.date):
        return stated.isoformat()[:10]
    if isinstance(stated, bool) or not isinstance(stated, str | int | float):
        return None
    text = str(stated).strip()
    if not text or len(text) > LONGEST:
        return None
    if numbers := _ISO.match(text) or _COMPACT.fullmatch(text):
        day = _checked(*(int(part) for part in numbers.groups()[:3]))
        if day or not _SECONDS.fullmatch(text):
            return day
    if _SECONDS.fullmatch(text):
        return _since_1970(float(text))
    if dotted := _DOTTED.fullmatch(text):
        return _checked(int(dotted[3]), int(dotted[2]), int(dotted[1]))
    numbers = _AMBIGUOUS.fullmatch(text)
    return _worded(text) if numbers is None or int(numbers[1]) == int(numbers[2]) else None


def _checked(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year, month, day).isoformat() if 1400 < year < 2200 else None
    except ValueError:
        return None


def _since_1970(number: float) -> str | None:
    seconds = number / 1000 if number > 20_000_000_000 else number
    try:
        return dt.datetime.fromtimestamp(seconds, dt.UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return None


def _worded(text: str) -> str | None:
    """A date in words. It is parsed twice, each time with other defaults: what it leaves out shows as a difference."""
    if signs := _EAST_ASIAN.match(text):
        return _checked(int(signs[1]), int(signs[2]), int(signs[3]))
    found = _DAY_FIRST.fullmatch(text)
    month_first = _MONTH_FIRST.fullmatch(text)
    for day, month, year in [found.groups()] if found else [_swapped(month_first)] if month_first else []:
        if month.lower() in MONTHS_IN_DATES:
            return _checked(int(year), MONTHS_IN_DATES[month.lower()], int(day))
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    from dateutil import parser

    try:
        days = {parser.parse(text, default=default, ignoretz=True).date() for default in _DEFAULTS}
    except (ValueError, OverflowError, TypeError, AttributeError):
        return None
    return days.pop().isoformat() if len(days) == 1 else None


def _swapped(found: re.Match[str]) -> tuple[str, str, str]:
    return found[2], found[1], found[3]
