"""Dates as running text writes them, each as exact as it is: a day, a month, a season, a quarter, a year.

Only what names a month, a season or a year: "on Friday" and "last week" say nothing without the day of print.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reader.text.spans import Span

_MONTH_NAMES: Final = "january february march april may june july august september october november december"
_MONTHS: Final = _MONTH_NAMES.split()
MONTH: Final = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY: Final = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR: Final = r"(?:1[89]|20)\d\d"
_ORDINALS: Final = ("first", "second", "third", "fourth")
_SEASONS: Final = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_ISO: Final = re.compile(rf"(?<![\d-])(?P<y>{_YEAR})-(?P<mn>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?![\d-])")
_WRITTEN: Final = (
    re.compile(rf"\b(?P<d>{_DAY})\s(?:of\s)?(?P<m>{MONTH})(?!\w)(?:,?\s(?P<y>{_YEAR})\b)?"),
    re.compile(rf"\b(?P<m>{MONTH})\s(?P<d>{_DAY})\b(?![-–]\d)(?:,?\s(?P<y>{_YEAR})\b)?"),
    re.compile(rf"\b(?P<m>{MONTH})(?:\sof|,)?\s(?P<y>{_YEAR})\b"),
    re.compile(rf"\b(?P<s>(?i:{'|'.join(_SEASONS)}))(?:\sof)?\s(?P<y>{_YEAR})\b"),
    re.compile(rf"\b(?P<q>Q[1-4]|(?i:{'|'.join(_ORDINALS)})\squarter)(?:\sof)?\s(?P<y>{_YEAR})\b"),
    re.compile(rf"(?:(?<=\bin\s)|(?<=\bby\s)|(?<=\buntil\s)|(?<=\bsince\s))(?P<m>{MONTH})(?!\w)"),
    re.compile(rf"(?<![\w$€£.,/:-])(?P<y>{_YEAR})(?![\w/:-]|[.,]\d)"),
)
_COUNTS: Final = re.compile(r"\s[a-z]{3,}s\b")
"""A noun behind four digits, which may count it: "2000 jobs"; a year has its own words before it."""
_OF_YEAR: Final = re.compile(
    r"\b(?:in|by|since|until|till|from|of|to|before|after|and|year|early|late|mid|during|the|through|for|summer|spring|"
    r"autumn|winter)[\s-]+$|[,(]\s*$",
    re.IGNORECASE,
)
_BACK: Final = 12
"""Code points before four digits in which such a word ends."""


def dates_in(text: str, start: int, end: int, *, english: bool) -> Iterator[tuple[Span, str, float]]:
    """The dates in a stretch: where, how exact ("day", "month", "season", "quarter", "year"), and as one number.

    That is year, month and day one after the other, without the year where none is given; of seasons and quarters, the
    year and which one. Those that say most come first; a place may come again, in a date that says less.
    """
    for pattern in (_ISO, *_WRITTEN) if english else (_ISO,):
        for found in pattern.finditer(text, start, end):
            exactness, number = _dated(found.groupdict())
            if exactness != "year" or _is_year(text, start, found):
                yield Span(*found.span()), exactness, number


def _is_year(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether four digits are a year, and count nothing."""
    before = text[max(start, found.start() - _BACK) : found.start()]
    return _OF_YEAR.search(before) is not None or _COUNTS.match(text, found.end()) is None


def _dated(groups: dict[str, str | None]) -> tuple[str, float]:
    year = float(groups.get("y") or 0)
    if season := groups.get("s"):
        return "season", year * 10 + _SEASONS[season.lower()]
    if quarter := groups.get("q"):
        number = int(quarter[1]) if quarter[1].isdigit() else _ORDINALS.index(quarter.lower().split()[0]) + 1
        return "quarter", year * 10 + number
    month = float(groups.get("mn") or 0)
    if name := groups.get("m"):
        month = 1.0 + next(at for at, each in enumerate(_MONTHS) if each.startswith(name[:3].lower()))
    if not month:
        return "year", year
    if day := groups.get("d"):
        return "day", year * 10_000 + month * 100 + float(re.sub(r"\D", "", day))
    return "month", year * 100 + month
