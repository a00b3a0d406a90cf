"""Prints: four words in a row, of which some are rare, with the places where they stand on a whole shelf.

A print and its place are one number, the hash in the high bits and the place in the low ones; one sort brings equal
prints together. What is sorted stays sorted: prints of articles that come later are sorted by themselves and looked up
in what is there, and parts of like size are put together, so that a shelf that grows costs what is new.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, cast

import numpy as np
import numpy.typing as npt

from reader.compare.vocabulary import Ids, Weights

Keys = npt.NDArray[np.uint64]

PRINT = 4
"""Words of a print. Three make ten times the meetings on one topic, five miss what has every fifth word changed."""
PLACE_BITS = 28
"""Bits of a place: 268 million words, a shelf of 300,000 articles. The other 36 are the hash; what meets by chance
is held against the words themselves."""
_HASH = ~np.uint64((1 << PLACE_BITS) - 1)
_PLACE = np.uint64((1 << PLACE_BITS) - 1)
_SLICE = 500_000
"""Prints of the larger part that are merged at a time, some 10 ms."""
_MIX = np.uint64(0x9E3779B97F4A7C15)
_MIX_AGAIN = np.uint64(0xBF58476D1CE4E5B9)
_SHIFT = np.uint64(29)


class Meetings(NamedTuple):
    """Places of equal prints, two by two: the later one on the shelf, and the earlier one."""

    later: Ids
    earlier: Ids


def print_hashes(ids: Ids) -> Keys:
    """The hash of every four words in a row, from their numbers; those that cross into the next article too."""
    count = max(0, len(ids) - PRINT + 1)
    words = ids.astype(np.uint64)
    words += np.uint64(1)
    key = np.zeros(count, np.uint64)
    for at in range(PRINT):
        key ^= words[at : at + count]
        key *= _MIX
        key ^= key >> _SHIFT
    key *= _MIX_AGAIN
    key ^= key >> _SHIFT
    return key


def print_weights(weights: Weights) -> Weights:
    """What every four words in a row weigh together."""
    total = np.concatenate(([0.0], np.cumsum(weights, dtype=np.float64)))
    return cast(Weights, total[PRINT:] - total[:-PRINT]) if len(weights) >= PRINT else np.empty(0)


class PrintIndex:
    """All prints so far. Memory: eight bytes a print, twice that while parts are put together (:meth:`settling`)."""

    def __init__(self) -> None:
        self._parts: list[Keys] = []

    def __len__(self) -> int:
        return sum(map(len, self._parts))

    def add(self, hashes: Keys, places: Ids, most_places: int, most_meetings: int) -> Meetings:
        """Takes in prints, and says which of them meet each other or earlier ones.

        A print that stands in more than ``most_places`` places is a stock phrase and meets nothing. Where there would
        be more than ``most_meetings``, that limit is lowered until there are not.
        """
        new = (hashes & _HASH) | places.astype(np.uint64)
        new.sort()
        if not len(new):
            return Meetings(np.empty(0, np.int64), np.empty(0, np.int64))
        meeting = self._with_known(new)
        found = _meetings(meeting, int(places.min()), most_places, most_meetings)
        self._parts.append(new)
        return found

    def settling(self) -> Iterator[None]:
        """Puts parts of like size together, in slices of some milliseconds."""
        while len(self._parts) > 1 and len(self._parts[-2]) < 2 * len(self._parts[-1]):
            large, small = self._parts[-2:]
            cuts = np.arange(_SLICE, len(large), _SLICE)
            slices = np.split(large, cuts), np.split(small, np.searchsorted(small, large[cuts]))
            merged = []
            for one, two in zip(*slices, strict=True):
                merged.append(np.concatenate((one, two)))
                merged[-1].sort(kind="stable")  # two sorted halves: a merge
                yield
            self._parts[-2:] = [np.concatenate(merged)]

    def _with_known(self, new: Keys) -> Keys:
        """The new prints, and the earlier ones that equal any of them, sorted."""
        if not self._parts:
            return new
        wanted = new & _HASH
        wanted = wanted[np.concatenate(([True], wanted[1:] != wanted[:-1]))]
        known = [new]
        for part in self._parts:
            first = np.searchsorted(part, wanted)
            there = first < len(part)
            there[there] = (part[first[there]] & _HASH) == wanted[there]
            first = first[there]
            count = np.searchsorted(part, wanted[there] | _PLACE, "right") - first
            each = np.repeat(first - np.concatenate(([0], np.cumsum(count)[:-1])), count) + np.arange(count.sum())
            known.append(part[each])
        together = np.concatenate(known)
        together.sort()
        return together


def _meetings(prints: Keys, first_new: int, most_places: int, most_meetings: int) -> Meetings:
    hashes = prints & _HASH
    first = np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1])))
    count = np.diff(np.append(first, len(prints)))
    places = (prints & _PLACE).astype(np.int64)
    numbers = np.bincount(np.minimum(count, most_places + 1), minlength=most_places + 2)[: most_places + 1]
    pairs = np.cumsum(numbers * np.arange(most_places + 1) * np.arange(-1, most_places) // 2)
    most = max(2, int(np.searchsorted(pairs, most_meetings, "right")) - 1)
    later, earlier = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    for together in range(2, min(most, most_places) + 1):
        starts = first[count == together]
        if len(starts):
            one, two = np.triu_indices(together, 1)
            earlier.append(places[(starts[:, None] + one).ravel()])
            later.append(places[(starts[:, None] + two).ravel()])
    all_later, all_earlier = np.concatenate(later), np.concatenate(earlier)
    new = all_later >= first_new
    return Meetings(all_later[new], all_earlier[new])
