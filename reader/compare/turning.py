"""Words that can turn a sentence round: negations and numbers. English."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

_NO = ("not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot", "non", "unless")
NEGATIONS: Final = frozenset((*_NO, "hardly", "barely", "scarcely"))
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth"
)
_TENTHS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth"
ORDINALS: Final = {word: f"{value}th" for value, word in enumerate(_ORDINALS.split(), 1)} | {
    word: f"{10 * value}th" for value, word in enumerate(_TENTHS.split(), 2)
}
"""The number of an ordinal, as :mod:`reader.compare.numerals` writes them all."""
SCALES: Final = {
    "hundred": Decimal(100),
    "thousand": Decimal(1_000),
    "million": Decimal(1_000_000),
    "billion": Decimal(1_000_000_000),
    "trillion": Decimal(1_000_000_000_000),
}
_SMALL = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBERS: Final = {
    **{word: Decimal(value) for value, word in enumerate((*_SMALL, *_TEENS))},
    **{word: Decimal(10 * value) for value, word in enumerate(_TENS, 2)},
    "half": Decimal("0.5"),
    "twice": Decimal(2),
    "tens": Decimal(10),
    "decade": Decimal(10),
    "dozen": Decimal(12),
}
AMBIGUOUS: Final = frozenset(("one", "decade", *ORDINALS))
"""Numbers only where another one takes their place: "one of them" for "some of them" changes no figure."""


def turns(letters: str) -> bool:
    """Whether a word, in plain letters, is a negation or a number."""
    return letters in NEGATIONS or letters in NUMBERS or letters in ORDINALS or letters[:1].isdigit()
