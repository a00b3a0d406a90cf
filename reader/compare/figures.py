"""The figures of an article: money, percentages, dates, and numbers with what they count.

A number of which nothing says what it counts is no figure: section and page numbers, times of day, names with a
number in them, scores. Words are read in English; of other languages only what signs and digits say.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from reader.articles.article import Article, Block
from reader.articles.quotations import is_english
from reader.articles.speech.sentences import sentence_starts
from reader.compare.amounts import NUMBER, SHORT, TO, WORDS, Bound, bound_before, range_of, value_of
from reader.compare.money import money_in
from reader.compare.written_dates import MONTH, dates_in
from reader.text.spans import Span
from reader.text.words import word_key

FigureKind = Literal["money", "percent", "count", "date"]
Agreement = Literal["different", "near", "same"]
"""*near*: one may be the other, rounded, or is given as "about", "more than", "nearly"."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure and where it stands. Offsets are code points."""

    start: int
    end: int
    """With its unit and, of a count, with what it counts."""
    kind: FigureKind
    unit: str
    """Of money the currency, of a count the key of the noun (none: "of them"), of a date how exact it is."""
    low: float
    high: float
    """The same but for a range; of a date year, month and day as one number, without the year where none is given."""
    bound: Bound
    noun: Span | None
    """What is counted."""
    sentence: Span

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


_PERCENT: Final = re.compile(
    rf"(?P<low>{NUMBER}|(?<![\w.,]){SHORT})(?:\s?%?{TO}(?P<high>{SHORT}))?\s?"
    r"(?P<unit>%|[- ]?(?i:per\s?cent(?:age\spoints?)?|percentage\spoints?|pct)\b)"
)
_PERCENT_SIGN: Final = re.compile(r"%|cent|pct|point")
_PARTS: Final = {
    **dict.fromkeys(("half", "halves"), 2), **dict.fromkeys(("third", "thirds"), 3),
    **dict.fromkeys(("quarter", "quarters"), 4), **dict.fromkeys(("fifth", "fifths"), 5),
    **dict.fromkeys(("sixth", "sixths"), 6), **dict.fromkeys(("seventh", "sevenths"), 7),
    **dict.fromkeys(("eighth", "eighths"), 8), **dict.fromkeys(("ninth", "ninths"), 9),
    **dict.fromkeys(("tenth", "tenths"), 10),
}  # fmt: skip
_FRACTION: Final = re.compile(
    rf"\b(?:(?P<over>an?|one|two|three|four|five|seven|nine)[ -](?P<part>{'|'.join(_PARTS)})|(?P<half>half))"
    r"(?=\s(?:of|the|its|their|his|her|all)\b)",
    re.IGNORECASE,
)
_NOT_FIGURES: Final = re.compile(
    r"\b\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\b\.?|o[’']clock)|\b\d{1,2}:\d\d\b"
    r"|\b\d{1,2}\.\d\d\s(?:GMT|BST|UTC|CET|ET|local)\b|\bhttps?://\S+|(?<![\w.+-])[\w.+-]{1,64}@\S+"
    r"|(?!\b\d{4}-\d\d-\d\d\b)\b(?:\+?\d[\d()]{0,9}[ -]){2,9}\d+\b|\b[12][089]\d0s\b"
    r"|\b(?i:numbers?|nos?\.?|pages?|chapters?|sections?|articles?|tables?|routes?|lines?|flights?|rooms?|gates?|"
    r"version|phase|level|class|channel|part|episode|season|title|act|rule|clause|resolution|volume|option|tier|step|"
    r"day|under-)\s?\d+(?:\.\d+)*\b"
)
"""Times of day, addresses, telephone numbers, decades, and what is numbered."""
_NO_COUNT_BEHIND: Final = re.compile(
    r"(?:\so[’']clock)?\s(?:in\sthe\s(?:morning|afternoon|evening)|at\snight)\b|-(?:minus|year-olds?)\b|\syears?\sold\b"
    r"|\s(?:seconds|minutes|hours|days|weeks|months|years|decades)\s"
    r"(?:ago|after|afterwards|later|earlier|before|since|from\snow)\b"
)
"""What makes a number a time of day, an age, or a time that depends on the day of print."""
_AGED: Final = re.compile(r"\baged?\s$", re.IGNORECASE)
_SEED: Final = re.compile(
    rf"\d|\b(?i:{'|'.join(WORDS)}|dozen|hundred|half|{'|'.join(_PARTS)}|spring|summer|autumn|fall|winter|quarter)\b|{MONTH}"
)
"""What a paragraph without figures has not."""
_COUNT: Final = re.compile(
    rf"(?P<both>(?i:\bbetween)\s(?P<low2>{NUMBER})\sand\s(?P<high2>{NUMBER}))|(?P<low>{NUMBER})(?:{TO}(?P<high>{NUMBER}))?"
)
_NAME_BEFORE: Final = re.compile(r"(?<![.!?:…“”\"]\s)(?<![“\"‘(])\b[^\W\d_a-zà-ÿ][\w’'.-]*\s$")
_MONTH_BEFORE: Final = re.compile(
    rf"\b{MONTH}\s$|\b(?:The|In|By|At|Of|About|Some|Only|And|But|For|With|Its?|His|Her)\s$"
)
_NEXT: Final = re.compile(r"[\s-]([^\W\d_]+(?:[’'][^\W\d_]+)?)")
_OF: Final = re.compile(r"\sof\s(?:(them|those|these|us)\b|(?:all\s)?(?:the|its|his|her|their|our|my|these|those)\b)")
_STOP_WORDS: Final = """
of in on at by for to from with and or but nor the a an that which who whose this these those is are was were be been
being has have had will would could can may might should must do does did not it its he she they we you i his her their
our your as than then so if when while after before since until into over under between through against about per each
every all more less fewer later earlier ago old out up down off away back ahead only also just says said plus versus vs
times
"""
_STOP: Final = frozenset(_STOP_WORDS.split())
_PLURAL_WORDS: Final = "people men women children feet staff police fish sheep aircraft crew personnel"
_PLURALS: Final = frozenset(_PLURAL_WORDS.split())
_REACH: Final = 4
"""Words behind a number among which stands what it counts: "46,000 registered heavy goods vehicles"."""


def figures_in(article: Article) -> tuple[Figure, ...]:
    """The figures of an article's body, in order, never overlapping."""
    english = is_english(article.particulars.language)
    found: list[Figure] = []
    for block in article.blocks:
        is_read = block.kind not in ("furniture", "repeat")
        if is_read and _SEED.search(article.text, block.start, block.end):
            found += _Stretch(article.text, block, english=english).figures()
    return tuple(found)


class _Stretch:
    """A block, in which each code point belongs to one figure at the most."""

    def __init__(self, text: str, block: Block, *, english: bool) -> None:
        self._text = text
        self._start, self._end = block.start, block.end
        self._english = english
        self._taken: list[Span] = []
        self._found: list[Figure] = []
        self._sentences = [*sentence_starts(text, block.start, block.end, ()), block.end]

    def figures(self) -> list[Figure]:
        """All of them, in order; what is sought first takes the words away from the rest."""
        for skipped in _NOT_FIGURES.finditer(self._text, self._start, self._end):
            self._take(Span(*skipped.span()))
        self._dates()
        self._money()
        self._percents()
        if self._english:
            self._counts()
        return sorted(self._found, key=lambda figure: figure.start)

    def _take(self, span: Span) -> bool:
        at = bisect_right(self._taken, span)
        if any(span.touches(other) for other in self._taken[max(0, at - 1) : at + 1]):
            return False
        self._taken.insert(at, span)
        return True

    def _add(
        self, span: Span, kind: FigureKind, unit: str, ends: tuple[float, float], noun: Span | None = None
    ) -> None:
        if not self._take(span):
            return
        bound, start = bound_before(self._text, span.start) if kind != "date" else ("", span.start)
        start = max(start, self._start)
        at = bisect_right(self._sentences, span.start)
        sentence = Span(self._sentences[at - 1], self._sentences[at])
        self._found.append(Figure(start, span.end, kind, unit, *ends, bound, noun, sentence))

    def _has(self, pattern: re.Pattern[str]) -> bool:
        """Whether a quick look finds what a slow one is for."""
        return pattern.search(self._text, self._start, self._end) is not None

    def _dates(self) -> None:
        for span, exactness, number in dates_in(self._text, self._start, self._end, english=self._english):
            self._add(span, "date", exactness, (number, number))

    def _money(self) -> None:
        for span, currency, ends in money_in(self._text, self._start, self._end, english=self._english):
            self._add(span, "money", currency, ends)

    def _percents(self) -> None:
        for found in _PERCENT.finditer(self._text, self._start, self._end) if self._has(_PERCENT_SIGN) else ():
            unit = "points" if "point" in found["unit"].lower() else "%"
            self._add(Span(*found.span()), "percent", unit, range_of(found["low"], found["high"]))
        for found in _FRACTION.finditer(self._text, self._start, self._end) if self._english else ():
            over = 1.0 if found["half"] or found["over"].lower() in ("a", "an") else value_of(found["over"])
            share = 100 * over / (2 if found["half"] else _PARTS[found["part"].lower()])
            if share <= 100:
                self._add(Span(*found.span()), "percent", "%", (share, share))

    def _counts(self) -> None:
        for found in _COUNT.finditer(self._text, self._start, self._end):
            low, high = found["low"] or found["low2"], found["high"] or found["high2"]
            ends = range_of(low, high)
            if ends[0] > ends[1] or self._is_name(found) or self._is_time_or_age(found):
                continue
            counted = _counted(self._text, found.end(), self._end)
            if counted is not None and (ends != (1.0, 1.0) or low[0].isdigit()):
                noun = counted if counted.end > counted.start else None
                unit = word_key(self._text[noun.start : noun.end]) if noun else ""
                self._add(Span(found.start(), counted.end), "count", unit, ends, noun)

    def _is_time_or_age(self, found: re.Match[str]) -> bool:
        """Whether it is a time of day, an age, or a time that is counted from the day of print."""
        if _NO_COUNT_BEHIND.match(self._text, found.end(), self._end):
            return True
        return _AGED.search(self._text, max(self._start, found.start() - 6), found.start()) is not None

    def _is_name(self, found: re.Match[str]) -> bool:
        """Whether a short number stands behind a name, as a part of it: "Dota 2"."""
        if not found.group().isdigit() or len(found.group()) > 4:
            return False
        before = self._text[max(self._start, found.start() - 24) : found.start()]
        if not _NAME_BEFORE.search(before) or _MONTH_BEFORE.search(before):
            return False
        return found.start() - self._start > len(before.split()[-1]) + 1


def _counted(text: str, end: int, limit: int) -> Span | None:
    """What a number before ``end`` counts: a noun; an empty span behind "of them"; ``None`` where nothing says."""
    of = _OF.match(text, end, limit)
    if of and of[1]:
        return Span(of.end(), of.end())
    at = of.end() if of else end
    hyphen = text[end : end + 1] == "-"
    for number, (start, stop) in enumerate(_words_from(text, at, limit)):
        word = text[start:stop].lower()
        if hyphen and number == 0:
            return Span(start, stop) if len(word) > 2 else None
        if is_plural(word):
            return Span(start, stop)
    return None


def _words_from(text: str, at: int, limit: int) -> Iterator[tuple[int, int]]:
    for _ in range(_REACH):
        found = _NEXT.match(text, at, limit)
        if found is None or found[1].lower() in _STOP:
            return
        yield found.span(1)
        at = found.end()


def is_plural(word: str) -> bool:
    """Whether a word is one for several things, by its form."""
    if word in _PLURALS:
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is"))
        and "'" not in word.replace("’", "'")
    )


def agreement_of(one: Figure, two: Figure) -> Agreement:
    """Whether two figures for one thing agree."""
    if one.kind == "date":
        a, b = sorted((one.low, two.low))
        return "same" if a == b or (one.unit in ("day", "month") and _without_year(a, b, one.unit)) else "different"
    if (one.low, one.high, one.bound) == (two.low, two.high, two.bound):
        return "same"
    if one.low <= two.high and two.low <= one.high:
        return "near"
    low, high = (one, two) if one.high < two.low else (two, one)
    return "near" if _reaches(low, high) or _is_rounded(low.high, high.low) else "different"


def _without_year(a: float, b: float, unit: str) -> bool:
    """Whether a date without a year is the other one."""
    return a < 10_000 and b % (10_000 if unit == "day" else 100) == a


def _reaches(low: Figure, high: Figure) -> bool:
    """Whether "more than 40" may be 42, "nearly 50" 48, "about 300" 312."""
    apart = high.low / low.high if low.high else 99.0
    if low.bound == "at least" or high.bound == "at most":
        return apart <= 1.25
    return "about" in (low.bound, high.bound) and apart <= 1.1


def _is_rounded(a: float, b: float) -> bool:
    """Whether one of two is the other, rounded to the digits that it has: 46,000 of 46,213; never to a single one."""
    coarse, fine = sorted((a, b), key=digits_of)
    digits = digits_of(coarse)
    return 2 <= digits < digits_of(fine) and float(f"{fine:.{digits}g}") == coarse


def digits_of(value: float) -> int:
    """Digits that say something: two of 46,000."""
    return len(f"{value:.10g}".replace(".", "").strip("0").split("e")[0])
