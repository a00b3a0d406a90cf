"""Near-identical articles: the same agency text in several papers, a second version with a line more.

Every copy would meet every other copy in every sentence. So the first of them stands for all, and only it is compared
with the rest of the shelf. Copies are found by a sample of their prints (those whose hash has certain bits zero, as in
Broder, "On the resemblance and containment of documents", 1997) and then held against all prints of the first.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from reader.compare.prints import Keys

_SAMPLED = np.uint64(0x3F)
"""One print in 64: a dozen of an article of 5 KB."""
_FEWEST = 4
"""Sampled prints from which copies are looked for so; of shorter texts, one is a copy where all its prints are."""
_LIKELY = 0.6
"""Share of the sample that must be common before all prints are looked at: a dozen of nine tenths hold that,
but for one time in a hundred."""
_HOLDERS = 8
"""Articles remembered for one sampled print."""


class Copies:
    """Articles by samples of their prints. Articles are numbers."""

    def __init__(self, near_copy: float, prints_of: Callable[[int], Keys]) -> None:
        """``near_copy``: prints in common over all prints of both from which one is a copy of the other.

        ``prints_of`` gives the hashes of an earlier article's prints."""
        self._near_copy = near_copy
        self._prints_of = prints_of
        self._holders: dict[int, list[int]] = {}
        self._short: dict[int, int] = {}

    def original(self, article: int, hashes: Keys) -> int | None:
        """The earlier article that this one is a copy of; where there is none, it is remembered itself."""
        sample = set(hashes[(hashes & _SAMPLED) == 0].tolist())
        if len(sample) < _FEWEST:
            same = self._short.setdefault(hash(np.unique(hashes).tobytes()), article) if len(hashes) else article
            return same if same != article else None
        votes: dict[int, int] = {}
        for each in sample:
            for holder in self._holders.get(each, ()):
                votes[holder] = votes.get(holder, 0) + 1
        if votes:
            likely = max(votes, key=lambda holder: (votes[holder], -holder))
            if votes[likely] >= _LIKELY * len(sample) and self._resemblance(likely, hashes) >= self._near_copy:
                return likely
        for each in sample:
            holders = self._holders.setdefault(each, [])
            if len(holders) < _HOLDERS:
                holders.append(article)
        return None

    def _resemblance(self, other: int, hashes: Keys) -> float:
        known, distinct = np.unique(self._prints_of(other)), np.unique(hashes)
        common = len(np.intersect1d(known, distinct, assume_unique=True))
        return common / (len(known) + len(distinct) - common)
