"""Word against word: which words of two stretches are the same, in order.

The longest common subsequence of short stretches is exact (rapidfuzz). Long ones are first pinned down where
the same few words stand once on each side, so that time and memory stay in proportion to the length.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

_LARGEST_TABLE = 1_000_000
"""Words times words up to which the exact method is used: a few milliseconds, under a megabyte."""
_PIN = 3
"""Words that make a pin; three in a row that stand once on each side are hardly ever there by chance."""


class Block(NamedTuple):
    """``length`` equal items, from ``a`` on one side and from ``b`` on the other."""

    a: int
    b: int
    length: int


def common_blocks(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[Block]:
    """A longest (for long stretches: a long) common subsequence, as blocks in order."""
    found: list[Block] = []
    _align(a, b, 0, 0, found)
    return _joined(found)


def _align(a: Sequence[Hashable], b: Sequence[Hashable], at_a: int, at_b: int, found: list[Block]) -> None:
    head = _common_start(a, b)
    if head:
        found.append(Block(at_a, at_b, head))
    tail = _common_start(a[head:][::-1], b[head:][::-1])
    inner_a, inner_b = a[head : len(a) - tail], b[head : len(b) - tail]
    if inner_a and inner_b:
        _align_inner(inner_a, inner_b, at_a + head, at_b + head, found)
    if tail:
        found.append(Block(at_a + len(a) - tail, at_b + len(b) - tail, tail))


def _align_inner(a: Sequence[Hashable], b: Sequence[Hashable], at_a: int, at_b: int, found: list[Block]) -> None:
    if len(a) * len(b) <= _LARGEST_TABLE:
        blocks = LCSseq.editops(a, b).as_matching_blocks()
        found.extend(Block(at_a + block.a, at_b + block.b, block.size) for block in blocks if block.size)
        return
    pins = _pins(a, b)
    last_a = last_b = 0
    for pin_a, pin_b in pins:
        if pin_a < last_a or pin_b < last_b:
            continue
        _between(a[last_a:pin_a], b[last_b:pin_b], at_a + last_a, at_b + last_b, found)
        length = _common_start(a[pin_a : pin_a + _PIN], b[pin_b : pin_b + _PIN])
        found.append(Block(at_a + pin_a, at_b + pin_b, length))
        last_a, last_b = pin_a + length, pin_b + length
    if pins:
        _between(a[last_a:], b[last_b:], at_a + last_a, at_b + last_b, found)


def _between(a: Sequence[Hashable], b: Sequence[Hashable], at_a: int, at_b: int, found: list[Block]) -> None:
    """What lies between two pins; a stretch without pins of its own that is too long for the table stays unmatched."""
    if a and b and len(a) * len(b) <= _LARGEST_TABLE:
        _align(a, b, at_a, at_b, found)


def _common_start(a: Sequence[Hashable], b: Sequence[Hashable]) -> int:
    count = 0
    for left, right in zip(a, b, strict=False):
        if left != right:
            break
        count += 1
    return count


def _pins(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Where the same few items stand once on each side, the longest rising sequence of them (patience)."""
    once_a, once_b = _once(a), _once(b)
    meetings = sorted((at, once_b[gram]) for gram, at in once_a.items() if gram in once_b)
    tops: list[int] = []
    top_at: list[int] = []
    back: list[int] = []
    for at, (_, place) in enumerate(meetings):
        pile = bisect_left(tops, place)
        back.append(top_at[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(place)
            top_at.append(at)
        else:
            tops[pile], top_at[pile] = place, at
    rising = []
    at = top_at[-1] if top_at else -1
    while at >= 0:
        rising.append(meetings[at])
        at = back[at]
    return rising[::-1]


def _once(items: Sequence[Hashable]) -> dict[tuple[Hashable, ...], int]:
    seen: dict[tuple[Hashable, ...], int] = {}
    for at in range(len(items) - _PIN + 1):
        gram = tuple(items[at : at + _PIN])
        seen[gram] = -1 if gram in seen else at
    return {gram: at for gram, at in seen.items() if at >= 0}


def _joined(blocks: list[Block]) -> list[Block]:
    out: list[Block] = []
    for block in blocks:
        if out and out[-1].a + out[-1].length == block.a and out[-1].b + out[-1].length == block.b:
            out[-1] = Block(out[-1].a, out[-1].b, out[-1].length + block.length)
        else:
            out.append(block)
    return out
