"""Words that one edit takes away and another puts in: they have moved."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.compare.changes import is_common
from reader.compare.comparison import Move
from reader.compare.thresholds import LONG_MOVE, SHORT_MOVE


class Changed(NamedTuple):
    """A word that an edit takes away or puts in."""

    start: int
    end: int
    letters: str
    edit: int


def moves_between(before: list[Changed], after: list[Changed]) -> tuple[Move, ...]:
    """Runs of words that one edit takes away and another puts in."""
    where: dict[tuple[str, str], list[int]] = {}
    for at in range(len(after) - 1):
        if after[at].edit == after[at + 1].edit:
            where.setdefault((after[at].letters, after[at + 1].letters), []).append(at)
    moves: list[Move] = []
    used_after: set[int] = set()
    at = 0
    while at < len(before) - 1:
        starts = where.get((before[at].letters, before[at + 1].letters), ())
        runs = [(_run(before, after, at, to, used_after), to) for to in starts[:8]]
        length, to = max(runs, default=(0, 0))
        if _tells(before[at : at + length]) and not _stays(before, after, at, to, length):
            moves.append(
                Move(before[at].start, before[at + length - 1].end, after[to].start, after[to + length - 1].end)
            )
            used_after.update(range(to, to + length))
            at += length
        else:
            at += 1
    return tuple(moves)


def _run(before: list[Changed], after: list[Changed], at: int, to: int, used: set[int]) -> int:
    """How many words are the same from two places on, inside one edit on each side."""
    length = 0
    while (
        at + length < len(before)
        and to + length < len(after)
        and before[at + length].letters == after[to + length].letters
        and before[at + length].edit == before[at].edit
        and after[to + length].edit == after[to].edit
        and to + length not in used
    ):
        length += 1
    return length


def _stays(before: list[Changed], after: list[Changed], at: int, to: int, length: int) -> bool:
    """Whether the words begin, or end, one edit on both sides: the rest of a hyphenated word that changed."""
    if before[at].edit != after[to].edit:
        return False
    begin = _is_edge(before, at, -1) and _is_edge(after, to, -1)
    return begin or (_is_edge(before, at + length - 1, 1) and _is_edge(after, to + length - 1, 1))


def _is_edge(words: list[Changed], at: int, step: int) -> bool:
    """Whether the next word in one direction belongs to another edit, or there is none."""
    return not 0 <= at + step < len(words) or words[at + step].edit != words[at].edit


def _tells(words: Sequence[Changed]) -> bool:
    """Whether a run is long enough, or says enough, to be seen as moved."""
    if len(words) < SHORT_MOVE:
        return False
    return len(words) >= LONG_MOVE or any(not is_common(word.letters) for word in words)
