"""Where a text speaks of time: "last year", "by 2018", "in July", "July 15, 2019".

A cue bears on when its text was written in one of three ways. What is told as done was done before (*past*); what is
yet to come comes after (*future*); "last year" is counted from the day of writing (*relative*). A year of which the
words do not tell which is just *mentioned*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from reader.articles.article import Article, Block
from reader.articles.months import MONTHS
from reader.text.spans import Span

Bearing = Literal["past", "future", "relative", "mentioned"]

MOST: Final = 2000
"""Cues that are collected from one text: a chronicle of more is not dated by them."""
AROUND: Final = 110
"""Code points before a year in which the words stand that say whether it is past or to come."""

_MONTH: Final = "|".join(
    sorted((name for name in MONTHS if len(name) > 4 or name in ("may", "june", "july")), key=len, reverse=True)
)
_CUE: Final = re.compile(
    r"(?P<relative>\b(?:(?:earlier|later)\s+(?:this|that)\s+year|(?:last|this|next|the\s+(?:previous|past|coming|following))\s+(?:year|month|"
    r"week|spring|summer|autumn|fall|winter|quarter)|(?:a|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s+(?:years?|months?)\s+ago)\b)"
    rf"|(?P<month>\b(?:{_MONTH})\b\.?(?:\s+\d{{1,2}}(?:st|nd|rd|th)?)?(?:\s*,)?\s+(?P<monthyear>(?:19|20)\d\d)\b)"
    rf"|(?P<in>\b(?:in|since|by|until|last|next|this)\s+(?P<bare>{_MONTH})\b(?!\s+(?:\d{{1,2}},?\s+)?(?:19|20)\d\d))"
    r"|(?P<year>(?<![\w$€£.,/:-])(?:19|20)\d\d(?![\w%]|[.,:/-]\d))",
    re.IGNORECASE,
)
_AWAITED: Final = (
    # Words for what is still to come. "Plan" and "target" alone are nouns of any time.
    r"(?:will|would|wants?|(?:plans?|aims?|hopes?|expects?|intends?|needs?|wishes|is|are|was|were)\s+to|planned|expected|due|"
    r"slated|scheduled|projected|forecast|promised|goal|target(?:ed|ing)?|should|could|might|must|pledge[sd]?|seeks?|commit\w*)"
)
_FUTURE: Final = re.compile(
    # A year that was still to come when the words were written: awaited in the same sentence, before it.
    rf"\b{_AWAITED}\b[^.;!?]{{0,90}}$",
    re.IGNORECASE,
)
_PAST: Final = re.compile(
    # A year in which something is told to have happened.
    r"(?:\bsince\s+(?:early\s+|late\s+|mid-?|\w+\s+)?|\bback\s+in\s+|\b(?:began|became|founded|launched|opened|started|"
    r"introduced|developed|announced|published|released|joined|died|born|elected|built|closed|moved|won|lost|bought|sold|"
    r"left|happened|previous|previously)\b[^.;!?]{0,40})$",
    re.IGNORECASE,
)


_PREPOSITION: Final = re.compile(r"\b(?:by|since|in|until|before|from|during)\s+$", re.IGNORECASE)
_NUMBERS: Final = {
    "a": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}


@dataclass(frozen=True, slots=True)
class DateCue:
    """A place where a text speaks of time: code points, what kind, and the year where the words name one."""

    start: int
    end: int
    bearing: Bearing
    year: int | None = None
    """The year that is named, not one that is worked out."""
    month: int | None = None
    offset: int | None = None
    """For a relative cue: years from the day of writing ("last year" is -1)."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


def date_cues(article: Article) -> tuple[DateCue, ...]:
    """The cues in the body of an article, captions among them, in order; never those of furniture."""
    cues: list[DateCue] = []
    for block in article.blocks:
        if block.kind == "furniture" or block.rule == "code":
            continue
        cues += _cues_of(article.text, block)
        if len(cues) >= MOST:
            break
    return tuple(cues[:MOST])


def _cues_of(text: str, block: Block) -> Iterator[DateCue]:
    for found in _CUE.finditer(text, block.start, block.end):
        start, end = found.span()
        if found["relative"]:
            yield DateCue(start, end, "relative", offset=_offset(found["relative"].lower()))
        elif found["month"]:
            month = MONTHS.get(found["month"].split()[0].lower().rstrip("."))
            bearing = "past" if block.kind == "caption" else _bearing(text, start, block)
            yield DateCue(start, end, bearing, int(found["monthyear"]), month)
        elif found["in"]:
            if found["bare"][0].isupper():
                yield DateCue(start, end, "mentioned", month=MONTHS.get(found["bare"].lower()))
        else:
            start = _with_preposition(text, start, block.start)
            yield DateCue(start, end, _bearing(text, found.start(), block), int(found["year"]))


def _bearing(text: str, at: int, block: Block) -> Bearing:
    """Whether the words before a year say that it is past or to come. Where they say both, the year is mentioned."""
    before = text[max(block.start, at - AROUND) : at]
    sentence = re.split(r"[.!?]\s", before)[-1]
    awaited, done = _FUTURE.search(sentence), _PAST.search(sentence)
    if awaited and done:
        return "mentioned"
    return "future" if awaited else "past" if done else "mentioned"


def _with_preposition(text: str, at: int, start: int) -> int:
    """Where a cue begins that shows its little word: "by 2018", "since 2016"."""
    found = _PREPOSITION.search(text, max(start, at - 12), at)
    return at if found is None else found.start()


def _offset(words: str) -> int | None:
    """Years from the day of writing; ``None`` where the words leave it open."""
    if words.endswith("ago"):
        first = words.split()[0]
        number = int(first) if first.isdigit() else _NUMBERS[first]
        return -number if "year" in words else None
    if words in ("last year", "the previous year"):
        return -1
    if words == "next year":
        return 1
    return 0 if words in ("this year", "earlier this year", "later this year") else None
