"""Names in running text: "Chancellor of the Exchequer Nigel Lawson", "the General Agreement on Tariffs and Trade".

Two articles on one topic call people and bodies what everybody calls them; neither has that from the other. A heading
made of names is another matter, and so are names in quotation marks: there the wording is somebody's.
"""

from __future__ import annotations

from collections.abc import Iterable

from reader.compare.fitting import Match
from reader.compare.prepared import Prepared, Vocabulary
from reader.compare.thresholds import LONG_PASSAGE, MOSTLY_NAMES, MOSTLY_NAMES_EVERYWHERE, Thresholds

_LOOKED_AT = 600
"""Words of an article from which it is told how many begin with a capital anyway."""


def is_name(match: Match, a: Prepared, b: Prepared, vocabulary: Vocabulary, limits: Thresholds) -> bool:
    """Whether a short match is nothing but a name, or a list of names, in the middle of something on either side."""
    if match.matched >= LONG_PASSAGE:
        return False
    sides = ((a, match.a, match.a_end), (b, match.b, match.b_end))
    if any(side.quotation_around(first, last) for side, first, last in sides):
        return False
    if all(side.is_bounded(first, last) for side, first, last in sides):
        return False
    for side, first, last in sides:
        around = (*range(min(first, _LOOKED_AT)), *range(last, min(side.size, _LOOKED_AT)))
        usual = _capitals(side, around, vocabulary, limits)
        if usual >= MOSTLY_NAMES_EVERYWHERE or _capitals(side, range(first, last), vocabulary, limits) < MOSTLY_NAMES:
            return False
    return True


def _capitals(side: Prepared, places: Iterable[int], vocabulary: Vocabulary, limits: Thresholds) -> float:
    """Share of the words that say anything, figures left aside, that begin with a capital."""
    weights = vocabulary.weights(english=side.english)
    words = (side.text[side.starts[at]] for at in places if weights[side.numbers[at]] >= limits.telling)
    telling = [letter for letter in words if letter.isalpha()]
    return sum(map(str.isupper, telling)) / len(telling) if telling else 0.0
