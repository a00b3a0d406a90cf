"""How much a word says: rare words carry a match, common ones hardly count.

Weights run from 0.1 (in every text) to 1.4 (in fewer than one text in fifty). The table counts stems in English
web texts and ships with the package; its first lines name its source. For a text in a language that the table
does not know, the length of a word stands in for its rarity.
"""

from __future__ import annotations

import math
from functools import cache
from importlib import resources

TEXTS = 3230
"""Texts that the table was counted in."""

LEAST, SPAN = 0.1, 1.3
_RAREST = 4.0
"""Natural logarithm of texts over texts with the word, from which rarer makes no difference (one text in 55)."""
_SHORT_WORD = 3
_SHORT_WEIGHT, _LONG_WEIGHT = 0.2, 0.9
"""Without a table: "de", "und", "le" against words of four letters and more."""
_CHARACTER_WEIGHT, _FIRST_CHARACTER = 0.4, "\u3400"
"""A Chinese character is about half a word; kana, most of them endings and particles, weigh as short words."""


@cache
def document_frequencies() -> dict[str, int]:
    """In how many of :data:`TEXTS` texts a stem occurs."""
    table = resources.files("reader.compare").joinpath("word_frequencies.txt").read_text("utf-8")
    frequencies: dict[str, int] = {}
    for line in table.splitlines():
        if line and not line.startswith("#"):
            count, _, stems = line.partition("\t")
            frequencies.update(dict.fromkeys(stems.split(" "), int(count)))
    return frequencies


@cache
def _weight_of_frequency(frequency: int) -> float:
    rarity = math.log(TEXTS / frequency) if frequency else math.inf
    return LEAST + SPAN * min(rarity, _RAREST) / _RAREST


@cache
def _table() -> dict[str, float]:
    return {key: _weight_of_frequency(count) for key, count in document_frequencies().items()}


def weight(key: str) -> float:
    """The weight of a word key in English."""
    return _table().get(key, LEAST + SPAN)


def weight_by_length(key: str) -> float:
    """The weight of a word key in a language without a table."""
    if len(key) == 1 and key >= _FIRST_CHARACTER:
        return _CHARACTER_WEIGHT
    return _SHORT_WEIGHT if len(key) <= _SHORT_WORD else _LONG_WEIGHT


def in_table(key: str) -> bool:
    """Whether the table knows the word key."""
    return key in document_frequencies()
