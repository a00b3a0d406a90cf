"""The words of all articles of a shelf in one column, so that they are looked at together."""

from __future__ import annotations

from typing import Any, cast

import numpy as np
import numpy.typing as npt

from reader.compare.vocabulary import Ids, Weights


class _Column:
    """An array that grows at its end, by half of what it holds at a time."""

    def __init__(self, kind: type[np.generic]) -> None:
        self._room: npt.NDArray[Any] = np.empty(1024, kind)
        self.size = 0

    def extend(self, more: npt.NDArray[Any]) -> None:
        end = self.size + len(more)
        if end > len(self._room):
            room = np.empty(max(end, len(self._room) * 3 // 2), self._room.dtype)
            room[: self.size] = self._room[: self.size]
            self._room = room
        self._room[self.size : end] = more
        self.size = end

    @property
    def all(self) -> npt.NDArray[Any]:
        return self._room[: self.size]


class ShelfWords:
    """Word numbers, what they weigh, and whose they are, by place on the shelf: twelve bytes a word."""

    def __init__(self) -> None:
        self._ids, self._owner, self._weight = _Column(np.int32), _Column(np.int32), _Column(np.float32)
        self._first: list[int] = [0]

    def add(self, ids: list[Ids], weights: list[Weights]) -> int:
        """Takes in the words of articles, and returns the place of the first."""
        start = self._first[-1]
        owner = np.arange(len(self._first) - 1, len(self._first) - 1 + len(ids), dtype=np.int32)
        self._owner.extend(np.repeat(owner, [len(each) for each in ids]))
        for each, weighs in zip(ids, weights, strict=True):
            self._ids.extend(each)
            self._weight.extend(np.cumsum(weighs))
            self._first.append(self._first[-1] + len(each))
        return start

    def __len__(self) -> int:
        """How many articles there are."""
        return len(self._first) - 1

    @property
    def words(self) -> int:
        """How many words there are."""
        return self._first[-1]

    @property
    def ids(self) -> npt.NDArray[np.int32]:
        """The word number at every place."""
        return cast(npt.NDArray[np.int32], self._ids.all)

    @property
    def owner(self) -> npt.NDArray[np.int32]:
        """The article at every place."""
        return cast(npt.NDArray[np.int32], self._owner.all)

    @property
    def firsts(self) -> Ids:
        """The place of the first word of every article."""
        return np.array(self._first[:-1], np.int64)

    def of(self, article: int) -> npt.NDArray[np.int32]:
        """The word numbers of one article."""
        return self.ids[self._first[article] : self._first[article + 1]]

    def weight(self, first: Ids, last: Ids) -> Weights:
        """What the words from place ``first`` up to, not including, ``last`` weigh; both in one article."""
        total = self._weight.all
        before = np.where(self.owner[first - 1] == self.owner[first], total[first - 1], 0.0)
        before[first == 0] = 0.0
        return cast(Weights, total[last - 1] - before)
