"""Numbers for words: one :class:`Vocabulary` numbers the word keys of all articles that are compared with each other.

A printed word is cut out of its text and stemmed once; after that its hash is looked up in a table, for all words of
a text at a time.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from reader.compare.rarity import in_table, weight, weight_by_length
from reader.compare.tokens import Hashes, Tokens
from reader.text.words import word_key

Ids = npt.NDArray[np.int64]
Weights = npt.NDArray[np.float64]

SHORTEST_FORM = 4
"""Letters from which a word key may be taken for a form of another."""
_FEWEST_SLOTS = 1 << 12
_SLOTS_A_WORD = 4
"""Places in the table for each word: words that meet in one place are looked up one by one."""


class Vocabulary:
    """Numbers for word keys, with their weights. Grows as articles are prepared."""

    def __init__(self) -> None:
        self.keys: list[str] = []
        self._initials: list[str] = []
        self._by_key: dict[str, int] = {}
        self._by_hash: dict[int, int] = {}
        self._columns = (np.empty(0), np.empty(0), np.empty(0, bool))
        self._slots = np.zeros(_FEWEST_SLOTS, np.uint64)
        self._numbers = np.zeros(_FEWEST_SLOTS, np.int64)

    def number(self, word: str) -> int:
        """The number of a printed word's key."""
        key = word_key(word)
        number = self._by_key.get(key)
        if number is None:
            number = self._by_key[key] = len(self.keys)
            self.keys.append(key)
        return number

    @property
    def initials(self) -> list[str]:
        """The first letter of each key that may have other forms; empty for short words and figures."""
        new = self.keys[len(self._initials) :]
        self._initials += [key[0] if len(key) >= SHORTEST_FORM and not key[0].isdigit() else "" for key in new]
        return self._initials

    def numbers(self, text: str, found: Tokens) -> Ids:
        """The numbers of the words found in ``text``, in order."""
        slots = found.hashes & np.uint64(len(self._slots) - 1)
        numbers: Ids = self._numbers[slots]
        missing = np.flatnonzero((self._slots[slots] != found.hashes) | (found.hashes == 0))
        if len(missing):
            numbers[missing] = self._looked_up(text, found, missing)
        return numbers

    def _looked_up(self, text: str, found: Tokens, missing: Ids) -> Ids:
        """The numbers of words that the table does not hold; long ones, which have no hash, go by their letters."""
        hashes, at, where = np.unique(found.hashes[missing], return_index=True, return_inverse=True)
        known = np.zeros(len(hashes), np.int64)
        first = missing[at]
        columns = (hashes.tolist(), found.starts[first].tolist(), found.ends[first].tolist())
        for place, (each, start, end) in enumerate(zip(*columns, strict=True)):
            number = self._by_hash.get(each)
            if number is None and each:
                number = self._by_hash[each] = self.number(text[start:end])
            known[place] = number or 0
        self._put(hashes, known)
        numbers: Ids = known[where]
        for place in np.flatnonzero(found.hashes[missing] == 0).tolist():
            word = missing[place]
            numbers[place] = self.number(text[found.starts[word] : found.ends[word]])
        return numbers

    def _put(self, hashes: Hashes, numbers: Ids) -> None:
        size = len(self._slots)
        if len(self._by_hash) * _SLOTS_A_WORD > size:
            while len(self._by_hash) * _SLOTS_A_WORD > size:
                size *= 4
            self._slots, self._numbers = np.zeros(size, np.uint64), np.zeros(size, np.int64)
            hashes = np.fromiter(self._by_hash, np.uint64, len(self._by_hash))
            numbers = np.fromiter(self._by_hash.values(), np.int64, len(self._by_hash))
        slots = hashes & np.uint64(size - 1)
        self._slots[slots], self._numbers[slots] = hashes, numbers

    def weights(self, *, english: bool) -> Weights:
        """The weight of every key, by number."""
        weights: Weights = self._column(0 if english else 1)
        return weights

    def known_share(self, ids: Ids) -> float:
        """Share of the words whose keys the table of rarities knows."""
        return float(self._column(2)[ids].mean()) if len(ids) else 1.0

    def _column(self, at: int) -> Weights:
        have = len(self._columns[0])
        if have < len(self.keys):
            new = self.keys[have:]
            more = (list(map(weight, new)), list(map(weight_by_length, new)), list(map(in_table, new)))
            self._columns = tuple(  # type: ignore[assignment]
                np.concatenate((column, np.array(values, column.dtype)))
                for column, values in zip(self._columns, more, strict=True)
            )
        return self._columns[at]
