"""The numbers of a few words, by value: "nine" is 9, "$3.5m" 3,500,000, "July 15" what "15 July" is.

What can be read in two ways ("1.500", "5m") has both readings; two numbers are the same where one reading is. The unit
behind a number, or the currency before it, is kept beside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import Final

from reader.compare.changes import PrintedWord
from reader.compare.cue_words import CueWords
from reader.compare.turning import AMBIGUOUS, NUMBERS, ORDINALS
from reader.compare.written_dates import MONTH
from reader.text.spans import Span
from reader.text.words import plain

_FIGURE: Final = re.compile(r"([$€£¥₹]?)(\d[\d.,]*?)([a-z]*)$")
"""A number in figures, the currency before it, the letters behind it."""
_THOUSANDS: Final = re.compile(r"\d{1,3}([.,])\d{3}(?:\1\d{3})*$")
_LETTERS: Final = {
    "k": Decimal(1_000), "m": Decimal(1_000_000), "b": Decimal(1_000_000_000), "t": Decimal(1_000_000_000_000),
    "mn": Decimal(1_000_000), "mln": Decimal(1_000_000), "bn": Decimal(1_000_000_000),
    "tn": Decimal(1_000_000_000_000), "trn": Decimal(1_000_000_000_000),
}  # fmt: skip
_RANGE: Final = re.compile(r"\s?(?:to|and|[-–]|bis|und|[aàyo]|et)\s?")
"""What stands in a range, where the first number may go without the scale of the second: "110 to 120 million"."""
_ORDINAL: Final = re.compile(r"(\d+)(?:st|nd|rd|th)$")
_TWENTY: Final = 20
_PARTS: Final = "halves thirds quarters fifths sixths sevenths eighths ninths tenths"
_DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_DATES: Final = (
    re.compile(rf"\b{_DAY}\s(?:of\s)?(?P<month>{MONTH})(?!\w)"),
    re.compile(rf"\b(?P<month>{MONTH})\s{_DAY}\b(?![-–]\d)"),
    re.compile(r"(?<![\d/])(?P<day>\d{1,2})/(?P<number>\d{1,2})(?=(?:/\d{2,4})?(?![\d/]))"),
)
_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec"
_TIME: Final = re.compile(r"(?<![\w.,:])(\d{1,2})(?:[:.](\d\d))?\s?([ap])\.?\s?m\b\.?", re.IGNORECASE)
_CURRENCIES: Final = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₹": "rupee"}
_UNITS: Final = (
    "km/kilometre/kilometer mi/mile m/metre/meter ft/foot/feet yard inch/inche cm/centimetre/centimeter acre "
    "hectare/ha kg/kilo/kilogram/kilogramme ounce gram/gramme ton/tonne litre/liter gallon barrel mph kph/kmh knot "
    "second minute hour/stunde/heure/hora day/tag/jour/dia week/woche/semaine/semana month/monat/mois/mes "
    "year/jahr/ans/ano decade °c/celsius °f/fahrenheit percent/% point dollar/usd euro/eur pound/lb cent yen rupee "
    "franc watt kilowatt/kw megawatt/mw gigawatt/gw volt"
)
_UNIT_OF: Final = {word: unit.split("/")[0] for unit in _UNITS.split() for word in unit.split("/")} | {"km/h": "kph"}
_UNIT: Final = re.compile(
    r"[\s-]?(?:degrees?\s)?(per\s?cent(?:age)?(?:[\s-]points?)?|%|°\s?[CF]|km/h|[^\W\d_]+)"
    r"(?:\s(?:an|per)\s(hour))?(?![\w])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number and where it stands; offsets are code points."""

    start: int
    end: int
    readings: frozenset[str]
    unit: Span | None = None
    """Where its unit, or its currency with the number, stands."""
    unit_name: str = ""
    is_weak: bool = False
    """Whether it is a number only where another one takes its place."""


@dataclass(frozen=True, slots=True)
class _Count:
    """A number that may still grow: 3.5, then "million"."""

    start: int
    end: int
    values: tuple[Decimal, ...]
    letters: str
    spelled: bool


def numerals(text: str, span: Span, words: Sequence[PrintedWord], words_of: CueWords) -> list[Numeral]:
    """The numbers of a span, whose words are given, in order."""
    found = _dated(text, span)
    taken = [(numeral.start, numeral.end) for numeral in found]
    free = [word for word in words if not any(start <= word.start < end for start, end in taken)]
    ordinals = _ordinals(free, words_of)
    free = [word for word in free if not any(ordinal.start <= word.start < ordinal.end for ordinal in ordinals)]
    counts = [_with_unit(text, span, count) for count in _counted(text, free, words_of)]
    return sorted((*found, *ordinals, *counts), key=lambda numeral: numeral.start)


def _dated(text: str, span: Span) -> list[Numeral]:
    """Days of a month, and times of day."""
    found: list[Numeral] = []
    for pattern in _DATES:
        for match in pattern.finditer(text, span.start, span.end):
            groups = match.groupdict()
            month = _MONTHS.split().index(groups["month"][:3].lower()) + 1 if groups.get("month") else 0
            days = (int(match["day"]), month or int(groups["number"]))
            readings = {f"{days[1]}/{days[0]}"} if month else {f"{days[1]}/{days[0]}", f"{days[0]}/{days[1]}"}
            if not any(known.start < match.end() and match.start() < known.end for known in found):
                found.append(Numeral(*match.span(), frozenset(readings)))
    for match in _TIME.finditer(text, span.start, span.end):
        reading = f"{int(match[1])}:{match[2] or '00'}{match[3].lower()}m"
        found.append(Numeral(*match.span(), frozenset((reading,))))
    return found


def _counted(text: str, words: Sequence[PrintedWord], words_of: CueWords) -> list[_Count]:
    out: list[_Count] = []
    for word in words:
        values, last = _values(word.letters, words_of), out[-1] if out else None
        grown = last and _grown(last, text[last.end : word.start], word, values, words_of)
        if grown:
            out[-1] = grown
        elif values:
            out.append(_Count(word.start, word.end, values, word.letters, not word.letters[-1:].isdigit()))
    for low, high in pairwise(out):
        scale = max((each for each in words_of.scales.values() if each <= high.values[0]), default=Decimal(1))
        if _RANGE.fullmatch(text, low.end, high.start) and low.values[0] < high.values[0] / scale:
            out[out.index(low)] = replace(low, values=(*low.values, *(value * scale for value in low.values)))
    return out


def _values(letters: str, words_of: CueWords) -> tuple[Decimal, ...]:
    figure = _FIGURE.match(letters)
    if figure is None:
        scale = words_of.scales.get(letters, words_of.scales.get(letters.removesuffix("s")))
        value = words_of.numbers.get(letters, scale)
        return () if value is None else (value,)
    values, scale = _figures(figure[2]), _LETTERS.get(figure[3])
    if figure[3] and scale is None and not _unit_of(figure[3]):
        return ()
    scaled = tuple(value * (scale or 1) for value in values)
    return scaled + values if len(figure[3]) == 1 and not figure[1] else scaled


def _figures(digits: str) -> tuple[Decimal, ...]:
    """What digits with points or commas among them may be: "1.500" is 1,500 or one and a half."""
    digits = digits.rstrip(".,")
    whole = Decimal(re.sub(r"[.,]", "", digits))
    if "." not in digits and "," not in digits:
        return (whole,)
    mark = max(digits.rfind("."), digits.rfind(","))
    fraction = Decimal(re.sub(r"[.,]", "", digits[:mark]) + "." + digits[mark + 1 :])
    if not _THOUSANDS.match(digits) or digits[0] == "0":
        return (fraction,)
    return (whole, fraction) if digits[mark] == "." and digits.count(".") == 1 else (whole,)


def _grown(
    last: _Count, between: str, word: PrintedWord, values: tuple[Decimal, ...], words_of: CueWords
) -> _Count | None:
    """The number before a word with the word taken in: a scale, a unit behind tens, a half, a number under 100."""
    value, scale = values[0] if values else None, words_of.scales.get(word.letters)
    number = last.values[0]
    together = between in (" ", "-", "\u00a0")
    if scale is not None and together:
        return replace(last, end=word.end, values=tuple(each * scale for each in last.values), spelled=True)
    if word.letters in _PARTS.split() and together and last.spelled:
        part = _PARTS.split().index(word.letters) + 2
        return replace(last, end=word.end, values=(number / part,), spelled=False)
    if value is None or not last.spelled or word.letters[:1].isdigit():
        return None
    if word.letters == "half" and (between == " and a " or (together and number == 1)):
        return replace(last, end=word.end, values=(number + value if "and" in between else value,))
    is_tens = together and 0 < value < 10 <= number < 100 and not number % 10
    is_rest = (together or between == " and ") and 0 < value < 100 <= number and not number % 100
    return replace(last, end=word.end, values=(number + value,)) if is_tens or is_rest else None


def _ordinals(words: Sequence[PrintedWord], words_of: CueWords) -> list[Numeral]:
    """Ordinals, "twenty-first" among them, and what has a figure in it but is no number: "1930s"."""
    found = []
    for before, word in zip((None, *words), words, strict=False):
        letters, start = ORDINALS.get(word.letters, word.letters), word.start
        tens = NUMBERS.get(before.letters) if before and before.compound == word.compound else None
        if letters != word.letters and tens and tens >= _TWENTY and before:
            letters, start = f"{int(tens) + int(letters[:-2])}th", before.start
        if any(map(str.isdigit, letters)) and not _values(letters, words_of):
            reading = frozenset((_ORDINAL.sub(r"\1th", letters),))
            found.append(Numeral(start, word.end, reading, is_weak=start == word.start and word.letters in AMBIGUOUS))
    return found


def _with_unit(text: str, span: Span, count: _Count) -> Numeral:
    readings = frozenset(f"{value.normalize():f}" for value in count.values)
    numeral = Numeral(count.start, count.end, readings, is_weak=count.letters in AMBIGUOUS)
    behind = _FIGURE.match(count.letters)
    inside = _CURRENCIES.get(text[count.start]) or (_unit_of(behind[3]) if behind else "")
    if inside:
        return replace(numeral, unit=Span(count.start, count.end), unit_name=inside)
    match = _UNIT.match(text, count.end, span.end)
    name = _unit_name(match) if match else ""
    return replace(numeral, unit=Span(*match.span(1)), unit_name=name) if match and name else numeral


def _unit_of(letters: str) -> str:
    """The unit that a word is, in the singular or the plural."""
    stems = (letters.removesuffix(ending) for ending in ("", "s", "e", "n", "en", "es"))
    return next((_UNIT_OF[stem] for stem in stems if stem in _UNIT_OF), "")


def _unit_name(match: re.Match[str]) -> str:
    word = match[1].lower().replace(" ", "")
    if word.startswith("per"):
        return "point" if "point" in word else "percent"
    name = _unit_of(plain(word))
    if match[2] and name in ("mi", "km"):
        return "mph" if name == "mi" else "kph"
    return name
