"""Half-open ranges of code points, the currency of the whole program.

A span points into a text that is never changed: start is included, end is not.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points, ``text[start:end]``."""

    start: int
    end: int

    def touches(self, other: Span) -> bool:
        """Whether the two have at least one code point in common."""
        return self.start < other.end and other.start < self.end

    def within(self, other: Span) -> bool:
        """Whether this one lies inside the other, edges allowed."""
        return other.start <= self.start and self.end <= other.end


def merged(spans: Iterable[Span]) -> list[Span]:
    """The same code points as sorted spans that neither touch nor overlap."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            if span.end > out[-1].end:
                out[-1] = Span(out[-1].start, span.end)
        elif span.end > span.start:
            out.append(span)
    return out


def overlap(a: Iterable[Span], b: Iterable[Span]) -> int:
    """How many code points lie in both sets of spans, each counted once."""
    left, right = merged(a), merged(b)
    total = i = j = 0
    while i < len(left) and j < len(right):
        total += max(0, min(left[i].end, right[j].end) - max(left[i].start, right[j].start))
        if left[i].end < right[j].end:
            i += 1
        else:
            j += 1
    return total
