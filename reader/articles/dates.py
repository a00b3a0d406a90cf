"""Days in a line of text, and whether such a line dates the article.

Only a day that is written whole counts, day, month and year: nothing is filled in. "3/4/2024" is two days in one and
therefore none. A day dates an article where it is labelled, alone on a short line near the top, or in a dateline; never
in a caption, a calendar, furniture or running text.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from reader.articles.bylines import names_of
from reader.articles.months import MONTH, MONTHS_IN_DATES
from reader.articles.names import is_name
from reader.articles.outlets import is_masthead
from reader.articles.pages.events import is_event_date

EARLIEST: Final = 1600
"""Years before the first newspapers are something else."""
LATEST: Final = 2100
LONGEST: Final = 160
"""Code points: a longer line is text, and dates in it are the text's."""
LABELLED_WORDS: Final = 14
"""Words: a labelled date with its time and a name beside it takes no more."""
LABEL: Final = 60
"""Code points before a day in which it is labelled."""
DATELINE: Final = 90
"""Code points in which a dateline ends."""

DateRule = Literal["labelled date", "date line", "dateline"]

_TH: Final = r"(?:st|nd|rd|th|er|º|ª|\.)?"
_DATE: Final = re.compile(
    rf"(?<![\w/.-])(?:(?P<d1>\d{{1,2}}){_TH}\s+(?:de\s+|of\s+)?(?P<m1>{MONTH})\.?,?\s+(?:de\s+|del\s+)?(?P<y1>\d{{4}})"
    rf"|(?P<m2>{MONTH})\.?\s+(?P<d2>\d{{1,2}}){_TH},?\s+(?P<y2>\d{{4}})"
    rf"|(?P<y8>\d{{4}})\.\s(?P<m8>{MONTH})\s(?P<d8>\d{{1,2}})\."
    r"|(?P<y3>\d{4})-(?P<m3>\d\d)-(?P<d3>\d\d)"
    r"|(?P<d4>\d{1,2})\.\s?(?P<m4>\d{1,2})\.\s?(?P<y4>\d{4})"
    r"|(?P<y5>\d{4})[/.](?P<m5>\d{1,2})[/.](?P<d5>\d{1,2})"
    r"|(?P<a6>\d{1,2})[/-](?P<b6>\d{1,2})[/-](?P<y6>\d{4})"
    r"|(?P<y7>\d{4})[年년]\s?(?P<m7>\d{1,2})[月월]\s?(?P<d7>\d{1,2})[日일])(?!\.?\d)",
)
_PUBLISHED: Final = re.compile(
    r"(?:first |originally |date )?(?:published|posted|issued|released|publication date|date published|date|created|"
    r"publié|mis en ligne|veröffentlicht|erschienen|publicado|publicada|fecha|pubblicato|data|gepubliceerd|publicerad|"
    r"publisert|udgivet|stand|datum|erstellt|eingestellt|geplaatst|opublikowano|data publikacji|publikováno|vydáno|"
    r"дата публикации|опубликовано|опубліковано|публикувано|yayınlanma|yayın tarihi|giriş|julkaistu|megjelent|"
    r"publicat|δημοσίευση|تاريخ النشر|نشر في|פורסם|प्रकाशित|发布时间|發布時間|发表时间|등록|입력|公開日時?|配信日?)\b"
    r"(?:\s+(?:on|at|am|le|el|em|il|op|den|in|date))?[\s:：–|-]*"
    r"(?:[^\W\d_]{2,12}[,.]?\s+)?$",  # the day of the week
    re.IGNORECASE,
)
_UPDATED: Final = re.compile(
    r"(?:last |first )?(?:updated|modified|revised|edited|update|mis à jour|actualizado|actualizada|atualizado|"
    r"aktualisiert|geändert|zuletzt|letzte änderung|aggiornato|bijgewerkt|uppdaterad|oppdatert|opdateret|"
    r"обновлено|оновлено|aktualizacja|güncelleme|güncellendi|更新日時?|最終更新日?|更新时间|更新時間|수정)\b"
    r"(?:\s+(?:on|at|am|le|el|em|il|op|den))?[\s:：–|-]*(?:[^\W\d_]{2,12}[,.]?\s+)?$",
    re.IGNORECASE,
)
_BESIDE: Final = re.compile(
    # What may stand beside a day on a line of its own: the day of the week, the time, its zone, minutes to read.
    r"\b(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b|\b(?:mon|diens|donners|frei|sams|sonn)tag\b|"
    r"\bmittwoch\b|\b(?:lun|mar|mercre|jeu|vendre|same)di\b|\bdimanche\b|\b(?:segunda|terça|quarta|quinta|sexta)"
    r"(?:-feira)?\b|\b(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b|\b(?:lune|marte|mercole|giove|vener)dì\b|"
    r"\b(?:sabato|domenica)\b|\b(?:понедельник|вторник|сред[аы]|четверг|пятниц[аы]|суббот[аы]|воскресенье)\b|"
    r"\b(?:понеділок|вівторок|середа|четвер|п[’']ятниця|субота|неділя)\b|"
    r"\b(?:poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela)\b|"
    r"\b(?:pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar)\b|"
    r"(?:星期|周)[一二三四五六日天]|[（(][月火水木金土日월화수목금토일][)）]|\d{1,2}[時时]\d{1,2}分|오전|오후|午前|午後|上午|下午|"
    r"\b(?:года?|г|року|р|roku|r|в|о|у|klo|godz)\b\.?|"
    r"\bT?\d{1,2}[:.h]\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?\b|\b\d{1,2}\s?(?:am|pm|uhr|h)\b|\b[ap]\.?m\b\.?|"
    r"\b(?:utc|gmt|[ecmp][sd]t|e\.?t|bst|cest|cet|ist|uhr|hrs|am|pm)\b|"
    r"\b(?:at|on|um|à|a las|às|ore|om|kl|le|el|il|op|den)\b|"
    r"\b\d{1,2}[ -]?min(?:ute)?s?(?: read)?\b|\b(?:first |last )?(?:published|posted|updated|updated on)\b|"
    r"\d+ comments?\b|[\s|,·•:;()–—/+-]+|\.$",
    re.IGNORECASE,
)
_PLACE: Final = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ .,'’/-]{2,40}(?:,\s*[A-Z][a-z.]{1,12}(?:\s[A-Z][a-z]+)?)?[,.]?\s*[(–—-]*\s*$"
)
_DASH: Final = re.compile(r"\s*[)/]?\s*(?:\([^()]{2,40}\)|/[A-Z][\w .-]{2,30}/)?\s*[–—:-]+\s")


class Day(NamedTuple):
    """A day in a line: code points ``start`` to ``end`` of that line."""

    day: dt.date
    start: int
    end: int


def days_in(line: str) -> Iterator[Day]:
    """The days that are written whole in a line."""
    for found in _DATE.finditer(line):
        day = _day_of(found)
        if day is not None and EARLIEST <= day.year < LATEST:
            yield Day(day, found.start(), found.end())


def date_in(line: str) -> tuple[Day, DateRule] | None:
    """The day by which a line dates its article, and how; ``None`` where it does not."""
    head = line[:LONGEST]
    if is_event_date(head):
        return None
    days = list(days_in(head))
    if not days:
        return None
    if len(line) > LONGEST or len(line.split()) > LABELLED_WORDS:
        return _dateline(line, days[0])
    for day in days:
        if _PUBLISHED.search(line, 0, day.start):
            return day, "labelled date"
    days = [day for day in days if not is_update(line, day.start)]
    if not days:
        return None  # an update tells when it was changed, not when it was published
    signed = names_of(line) is not None  # beside a byline a day is that of the article, whatever else stands there
    if len({day.day for day in days}) == 1 and (signed or not _rest(line, list(days_in(head)))):
        return days[0], "date line"
    return _dateline(line, days[0])


def is_update(words: str, at: int) -> bool:
    """Whether the words right before code point ``at``, where a day stands, tell of a change."""
    return _UPDATED.search(words, max(0, at - LABEL), at) is not None


def is_date_line(line: str) -> bool:
    """Whether a short line dates an article."""
    return len(line) <= LONGEST and date_in(line) is not None


def _rest(line: str, days: list[Day]) -> str:
    """What a line says besides its days: nothing, where it only dates. A byline beside a date is the byline's."""
    out = line
    for day in sorted(days, key=lambda each: -each.start):
        out = out[: day.start] + "|" + out[day.end :]
    left = [part.strip() for part in re.split(r"[|·•]", out)]
    return "".join(_BESIDE.sub("", part) for part in left if not _names_somebody(part.strip(" ,–—-")))


def _names_somebody(part: str) -> bool:
    return names_of(part) is not None or is_name(part) or is_masthead(part)


def _dateline(line: str, day: Day) -> tuple[Day, DateRule] | None:
    """ "PORT AVERIN, March 3, 2024 (Agency) — The council …" """
    if day.end > DATELINE or not _PLACE.match(line[: day.start]) or not _DASH.match(line, day.end):
        return None
    return day, "dateline"


def _day_of(found: re.Match[str]) -> dt.date | None:
    parts = {name: value for name, value in found.groupdict().items() if value is not None}
    by_role = {name[0]: value for name, value in parts.items()}
    year = int(by_role["y"])
    if "a" in by_role:
        return _slashed(int(by_role["a"]), int(by_role["b"]), year)
    month = by_role["m"]
    number = int(month) if month.isdigit() else MONTHS_IN_DATES.get(month.lower())
    return None if number is None else _date(year, number, int(by_role["d"]))


def _slashed(one: int, two: int, year: int) -> dt.date | None:
    """ "22/7/2019" and "7/22/2019" are one day; "3/4/2024" could be two."""
    if one == two or two > 12:
        return _date(year, one, two)
    return _date(year, two, one) if one > 12 else None


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
