"""Numbers as they are written in English: digits and words, magnitudes, ranges, what stands before them.

Regular expressions and their values only; what a number counts is for :mod:`reader.compare.figures`.
"""

from __future__ import annotations

import re
from typing import Final, Literal

Bound = Literal["", "about", "at least", "at most"]
"""What the words before a number make of it."""

_SMALL_WORDS: Final = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen
"""
_TENS_WORDS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL: Final = _SMALL_WORDS.split()
_TENS: Final = _TENS_WORDS.split()
WORDS: Final = {word: float(value) for value, word in enumerate(_SMALL)} | {
    word: 10.0 * value for value, word in enumerate(_TENS, 2)
}
"""Numbers up to ninety, in one word."""
MAGNITUDES: Final = {
    **dict.fromkeys(("k", "thousand"), 1e3),
    **dict.fromkeys(("m", "mn", "mln", "million"), 1e6),
    **dict.fromkeys(("b", "bn", "billion"), 1e9),
    **dict.fromkeys(("tn", "trn", "trillion"), 1e12),
    "lakh": 1e5,
    "crore": 1e7,
    "hundred": 1e2,
    "dozen": 12.0,
}
_BIG: Final = "thousand|million|billion|trillion|lakh|crore"
_TEEN: Final = "|".join(sorted(_SMALL[1:], key=len, reverse=True))
_UNDER_HUNDRED: Final = rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_SMALL[1:10])}))?|{_TEEN})"
_UNDER_THOUSAND: Final = (
    rf"(?:(?:(?:an?|{_UNDER_HUNDRED})\s)?hundred(?:\s(?:and\s)?{_UNDER_HUNDRED})?|{_UNDER_HUNDRED})"
)
_SPELLED: Final = (
    rf"(?:(?:half\s)?an?\s(?:{_BIG}|dozen)|{_UNDER_THOUSAND}(?:\s(?:{_BIG}|dozen))*"
    rf"(?:(?<=thousand)\s(?:and\s)?{_UNDER_THOUSAND})?)"
)
_DIGITS: Final = r"(?:\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"

NUMBER: Final = rf"(?:(?<![\w.,/:#-]){_DIGITS}(?!\w|[/:]|[.,]\d)(?:[ -](?i:{_BIG})\b)?|\b(?i:{_SPELLED})\b)"
"""A number by itself: ``46,000``, ``11 million``, ``sixty-three``, ``half a million``."""
SHORT: Final = rf"(?:{_DIGITS}(?![\d/:]|[.,]\d)(?:[ -]?(?i:{_BIG}|trn|tn|bn|mln|mn|b|m|k)\b)?|(?i:{_SPELLED})\b)"
"""A number behind the sign of a currency, where a letter may stand for millions: ``1bn``, ``4.20``."""
TO: Final = r"(?:\s?[–—-]\s?|\sto\s)"
"""What stands between the two ends of a range."""

_TOKEN: Final = re.compile(r"\d[\d,.\u00a0\u202f\u2009]*\d|\d|[a-z]+", re.IGNORECASE)
_BOUNDS: Final[dict[Bound, str]] = {
    "at least": "more than|over|at least|above|exceeding|upwards of|no fewer than|no less than|in excess of",
    "at most": "less than|under|fewer than|below|up to|at most|as many as|as much as|no more than|nearly|almost",
    "about": "about|around|roughly|some|approximately|an estimated|close to|circa|just over|just under|c\\.|~|≈",
}
_BEFORE: Final = re.compile(
    "|".join(rf"(?P<b{at}>\b(?:{words}))" for at, words in enumerate(_BOUNDS.values())), re.IGNORECASE
)
_LOOK_BACK: Final = 20
"""Code points before a number in which such words stand."""


def value_of(words: str) -> float:
    """The value of what :data:`NUMBER` or :data:`SHORT` found."""
    total = current = 0.0
    seen = False
    for token in _TOKEN.findall(words):
        word = token.lower()
        if word[0].isdigit():
            current += float(re.sub(r"[^\d.]", "", word))
        elif word in WORDS:
            current += WORDS[word]
        elif word == "half":
            current = 0.5
        elif word in MAGNITUDES:
            scale = MAGNITUDES[word]
            current = (current if seen else 1.0) * scale
            if scale >= 1e3:
                total, current = total + current, 0.0
        elif word in ("a", "an", "and"):
            continue
        seen = True
    return total + current


def range_of(low: str, high: str | None) -> tuple[float, float]:
    """Both ends; ``1 to 2 billion`` is two billions."""
    first = value_of(low)
    if high is None:
        return first, first
    last = value_of(high)
    scale = _scale(high)
    if _scale(low) == 1.0 and scale > 1.0 and first * scale <= last:
        first *= scale
    return first, last


def _scale(words: str) -> float:
    found = [MAGNITUDES[token.lower()] for token in _TOKEN.findall(words) if token.lower() in MAGNITUDES]
    return found[-1] if found else 1.0


def bound_before(text: str, start: int) -> tuple[Bound, int]:
    """What the words before a place make of the number there, and where they begin."""
    low = max(0, start - _LOOK_BACK)
    before = text[low:start]
    stripped = before.rstrip(" \n\u00a0")
    for found in _BEFORE.finditer(before):
        if found.end() == len(stripped):
            return list(_BOUNDS)[int((found.lastgroup or "b0")[1])], low + found.start()
    return "", start
