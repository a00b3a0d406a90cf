"""Evidence that two articles of a shelf share words: equal prints that follow one another, without any alignment.

Equal prints on one diagonal (the same distance between their places) that follow word by word are a run; runs of one
pair that stand close together are a finding. What a finding weighs says whether the words around it are worth an
alignment.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reader.compare.prints import PLACE_BITS, PRINT, Meetings
from reader.compare.shelf_words import ShelfWords
from reader.compare.thresholds import Thresholds
from reader.compare.vocabulary import Ids, Weights

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Findings:
    """Columns: two articles (the earlier on the shelf first), the words of each that were found, half-open ranges
    counted from the first word of the article, and what the words weigh. In order of the pairs, then of the text."""

    first: Ids
    second: Ids
    a: Ids
    a_end: Ids
    b: Ids
    b_end: Ids
    weight: Weights

    def __len__(self) -> int:
        return len(self.first)

    def kept(self, which: Flags | Ids) -> Findings:
        """Those that ``which`` picks."""
        return Findings(*(getattr(self, name)[which] for name in self.__slots__))


_NONE: Ids = np.empty(0, np.int64)
NOTHING = Findings(_NONE, _NONE, _NONE, _NONE, _NONE, _NONE, np.empty(0))


def findings(met: Meetings, words: ShelfWords, limits: Thresholds) -> Findings:
    """What the meetings add up to, where it weighs enough."""
    met = _of_two_articles(met, words)
    if not len(met.later):
        return NOTHING
    late, early, length = _runs(met)
    order = _in_order(early, late, words)
    early, late, length = early[order], late[order], length[order]
    weight = words.weight(early, early + length)
    pair = words.owner[early].astype(np.int64) * len(words) + words.owner[late]
    apart = early[1:] - early[:-1] - length[:-1] > limits.evidence_gap
    shifted = np.abs((late - early)[1:] - (late - early)[:-1]) > limits.evidence_shift
    edge = np.flatnonzero(np.concatenate(([True], (pair[1:] != pair[:-1]) | apart | shifted)))
    first, second = words.owner[early[edge]].astype(np.int64), words.owner[late[edge]].astype(np.int64)
    base_a, base_b = words.firsts[first], words.firsts[second]
    found = Findings(
        first,
        second,
        early[edge] - base_a,
        np.maximum.reduceat(early + length, edge) - base_a,
        np.minimum.reduceat(late, edge) - base_b,
        np.maximum.reduceat(late + length, edge) - base_b,
        np.add.reduceat(weight, edge),
    )
    return found.kept(found.weight >= limits.evidence * limits.least_score)


def _of_two_articles(met: Meetings, words: ShelfWords) -> Meetings:
    """Without those inside one article, and those of other words with the same hash."""
    ids, owner = words.ids, words.owner
    later, earlier = met
    kept = owner[later] != owner[earlier]
    for at in range(PRINT):
        kept &= ids[later + at] == ids[earlier + at]
    return Meetings(later[kept], earlier[kept])


def _runs(met: Meetings) -> tuple[Ids, Ids, Ids]:
    """Later place, earlier place and length of the same words in a row."""
    low = np.uint64((1 << PLACE_BITS) - 1)
    cells = ((met.later - met.earlier).astype(np.uint64) << np.uint64(PLACE_BITS)) | met.later.astype(np.uint64)
    cells.sort()
    edge = np.flatnonzero(np.concatenate(([True], np.diff(cells) != 1)))
    late = (cells[edge] & low).astype(np.int64)
    early = late - (cells[edge] >> np.uint64(PLACE_BITS)).astype(np.int64)
    return late, early, np.diff(np.append(edge, len(cells))) + PRINT - 1


def _in_order(early: Ids, late: Ids, words: ShelfWords) -> Ids:
    """By earlier article, then by later article, then by place in the earlier one."""
    first, second = words.owner[early].astype(np.int64), words.owner[late].astype(np.int64)
    by_place = np.argsort(early, kind="stable")
    return by_place[np.argsort((first * len(words) + second)[by_place], kind="stable")]


def covered(found: Findings, articles: int) -> tuple[Ids, Ids, Ids, Ids]:
    """For each pair that has any: the two articles, and how many words of each were found, each counted once."""
    pair = found.first * articles + found.second
    edge = np.flatnonzero(np.concatenate(([True], np.diff(pair) != 0))) if len(pair) else np.empty(0, np.int64)
    in_first = _union(pair, found.a, found.a_end)
    order = np.lexsort((found.b, pair))
    in_second = _union(pair, found.b[order], found.b_end[order])
    if not len(edge):
        return edge, edge, edge, edge
    return found.first[edge], found.second[edge], np.add.reduceat(in_first, edge), np.add.reduceat(in_second, edge)


def _union(pair: Ids, start: Ids, end: Ids) -> Ids:
    """What each range adds to those before it of the same pair."""
    if not len(pair):
        return pair
    far = int(end.max()) + 1
    rank = np.cumsum(np.concatenate(([False], np.diff(pair) != 0))) * far
    reached = np.concatenate(([0], np.maximum.accumulate(rank + end)[:-1]))
    result: Ids = np.maximum(0, rank + end - np.maximum(rank + start, reached))
    return result
