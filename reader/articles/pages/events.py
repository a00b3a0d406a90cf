"""Lines of an event calendar: a day and a place, "24th Mar, 2023 | Webinar". They are no dates of publication."""

from __future__ import annotations

import re
from typing import Final

_DAY: Final = r"\d{1,2}(?:st|nd|rd|th|\.)?"
_MONTH: Final = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|janv|févr|mars|avr|juin|juil|août|ene|abr|ago|"
    r"dic|set|out|gen|mag|giu|lug|ott)[\w.]{0,10}"
)
_EVENT: Final = re.compile(
    rf"(?:{_DAY}(?:\s*[-–]\s*{_DAY})?\s+{_MONTH}|{_MONTH}\s+{_DAY}(?:\s*[-–]\s*{_DAY})?),?\s+(?:19|20)\d\d"
    r"\s*(?:[|•·@–-]\s*|\s[I]\s+|,\s+)[^\d\s].{0,60}$",
    re.IGNORECASE,
)


def is_event_date(line: str) -> bool:
    """Whether a line is a day with a place beside it, as calendars print."""
    return len(line) < 120 and _EVENT.match(line) is not None
