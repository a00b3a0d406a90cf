"""How columns scroll together: tied at the passages they share, interpolated between them.

Passages may stand in another order on the other side. The tie follows the heaviest set of them that stands in the same
order on both, through the passage that is visited, so that scrolling on never runs backwards.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Anchor(NamedTuple):
    """A passage that stands at ``here`` in one text and at ``there`` in the other (code points), and its weight."""

    here: int
    there: int
    weight: float = 0.0


def backbone(anchors: Iterable[Anchor], through: Anchor | None = None) -> list[Anchor]:
    """The heaviest set of anchors that rises in both texts, with ``through`` in it where that is given.

    Heaviest increasing subsequence, by a staircase of the best weight per end: n log n.
    """
    if through is not None:
        anchors = [a for a in anchors if a == through or (a.here < through.here) == (a.there < through.there)]
        anchors = [a for a in anchors if a == through or (a.here != through.here and a.there != through.there)]
    ordered = sorted(anchors, key=lambda a: (a.here, -a.there))
    ends: list[int] = []
    best: list[tuple[float, int]] = []
    before: list[int] = []
    for number, anchor in enumerate(ordered):
        place = bisect_left(ends, anchor.there)
        weight, previous = best[place - 1] if place else (0.0, -1)
        weight += anchor.weight
        before.append(previous)
        stop = place
        while stop < len(ends) and best[stop][0] <= weight:
            stop += 1
        if stop > place or place == len(ends) or ends[place] != anchor.there:
            ends[place:stop] = [anchor.there]
            best[place:stop] = [(weight, number)]
    chain: list[Anchor] = []
    number = best[-1][1] if best else -1
    while number >= 0:
        chain.append(ordered[number])
        number = before[number]
    return chain[::-1]


def counterpart(chain: Sequence[Anchor], here: int, ends: tuple[int, int]) -> int:
    """Where in the other text the place ``here`` belongs: on an anchor exactly, between two of them in proportion.

    ``ends`` are the lengths of both texts; beginnings and ends are tied too.
    """
    place = bisect_right(chain, here, key=lambda anchor: anchor.here)
    low = chain[place - 1] if place else Anchor(0, 0)
    high = chain[place] if place < len(chain) else Anchor(max(ends[0], low.here), max(ends[1], low.there))
    if high.here <= low.here:
        return low.there
    return low.there + (here - low.here) * (high.there - low.there) // (high.here - low.here)
