"""What belongs to a match beyond its ends, as far as the sentence or the quotation goes: a clause that stands at
another place of the same sentence in the other article, and a few words that turn what they stand beside: "More
than" for "Almost", "Only" where the other has nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from reader.compare.changes import printed_words
from reader.compare.cue_words import cue_words
from reader.compare.cues import cues_in
from reader.compare.fitting import Match
from reader.compare.prepared import Prepared

_LONGEST = 120
"""Words of a match up to which it is looked at: a longer one is more than a sentence."""
_CLAUSE = 16
"""Words that a moved clause may have."""
_TURNING = 3
"""Words that may turn what they stand beside: "at least some", "by no means"."""
_MOVED = 0.6
"""Share of its words that a moved clause must have in common with what stands at the other place."""
_LEAST_WEIGHT = 0.4
"""What these words must say together: more than "of the"."""


class _Rest(NamedTuple):
    """Words between an end of a match and the end of the sentence: a half-open range, or a reason not to look."""

    first: int
    last: int
    is_near: bool

    @property
    def size(self) -> int:
        return self.last - self.first


def with_what_belongs(match: Match, a: Prepared, b: Prepared, weights: Sequence[float]) -> Match:
    """The match with moved clauses at its ends, and with words there that turn it. ``weights`` are those of ``a``."""
    if max(match.a_end - match.a, match.b_end - match.b) > _LONGEST:
        return match
    for step in (-1, 1):
        match = _with_turning_words(_with_moved_clauses(match, a, b, weights, step), a, b, step)
    return match


def _rest(side: Prepared, at: int, step: int) -> _Rest:
    """The words from an end of a match to where the sentence, the block or the quotation ends."""
    for count in range(_CLAUSE + 1):
        place = at + step * count
        if place <= 0 or place >= side.size or side.breaks[place - 1] or side.marks[place - 1]:
            return _Rest(min(at, place), max(at, place), True)
    return _Rest(at, at, False)


def _with_moved_clauses(match: Match, a: Prepared, b: Prepared, weights: Sequence[float], step: int) -> Match:
    """The match with the words at one of its ends where they stand elsewhere on the other side: in words that agree
    with nothing, or at the other end."""
    rest_a = _rest(a, match.a_end if step > 0 else match.a, step)
    rest_b = _rest(b, match.b_end if step > 0 else match.b, step)
    far_a = _rest(a, match.a if step > 0 else match.a_end, -step)
    far_b = _rest(b, match.b if step > 0 else match.b_end, -step)
    loose_a, loose_b = _loose(match, a, b)
    weight = dict(zip(a.numbers[far_a.first : rest_a.last], weights[far_a.first : rest_a.last], strict=True))
    if step < 0:
        weight = dict(zip(a.numbers[rest_a.first : far_a.last], weights[rest_a.first : far_a.last], strict=True))
    words_a, words_b = a.numbers[rest_a.first : rest_a.last], b.numbers[rest_b.first : rest_b.last]
    beyond_b = b.numbers[far_b.first : far_b.last]
    if count := _agreeing(words_a, loose_b, weight):
        match = _grown(match, step, rest_a.size, 0, count)
    elif (count := _agreeing(words_a, beyond_b, weight)) and count >= _MOVED * far_b.size:
        match = _grown(_grown(match, step, rest_a.size, 0, count), -step, 0, far_b.size)
    if count := _agreeing(words_b, loose_a, weight):
        match = _grown(match, step, 0, rest_b.size, count)
    return match


def _loose(match: Match, a: Prepared, b: Prepared) -> tuple[list[int], list[int]]:
    """The words inside a match that agree with nothing, on both sides."""
    words_a, words_b = a.numbers[match.a : match.a_end], b.numbers[match.b : match.b_end]
    if words_a == words_b:
        return [], []
    loose_a, loose_b = set(range(len(words_a))), set(range(len(words_b)))
    for block in LCSseq.editops(words_a, words_b).as_matching_blocks():
        loose_a.difference_update(range(block.a, block.a + block.size))
        loose_b.difference_update(range(block.b, block.b + block.size))
    return [words_a[at] for at in sorted(loose_a)], [words_b[at] for at in sorted(loose_b)]


def _agreeing(words: list[int], others: list[int], weight: dict[int, float]) -> int:
    """How many of some words are among others, where all are, or most, two of them in a row; else none."""
    common = Counter(words) & Counter(others)
    count = common.total()
    if count < max(2, _MOVED * len(words)):
        return 0
    if sum(weight.get(word, 0.0) * times for word, times in common.items()) < _LEAST_WEIGHT:
        return 0
    pairs = set(zip(others, others[1:], strict=False))
    return count if count == len(words) or any(pair in pairs for pair in zip(words, words[1:], strict=False)) else 0


def _grown(match: Match, step: int, by_a: int, by_b: int, matched: int = 0) -> Match:
    match = replace(match, matched=match.matched + matched)
    if step > 0:
        return replace(match, a_end=match.a_end + by_a, b_end=match.b_end + by_b)
    return replace(match, a=match.a - by_a, b=match.b - by_b)


def _with_turning_words(match: Match, a: Prepared, b: Prepared, step: int) -> Match:
    """The match with the few words at one of its ends, where they differ in nothing but a negation, how many or how
    sure, or in a number for another."""
    rest_a = _rest(a, match.a_end if step > 0 else match.a, step)
    rest_b = _rest(b, match.b_end if step > 0 else match.b, step)
    if not (rest_a.is_near and rest_b.is_near and 0 < max(rest_a.size, rest_b.size) <= _TURNING):
        return match
    (cues_a, others_a), (cues_b, others_b) = _cues(a, rest_a, step), _cues(b, rest_b, step)
    tells = bool(cues_a and cues_b) or any(kind != "number" for kind in cues_a + cues_b)
    return _grown(match, step, rest_a.size, rest_b.size) if tells and others_a == others_b else match


def _cues(side: Prepared, rest: _Rest, step: int) -> tuple[list[str], list[str]]:
    """What words at an end tell, read with the word beside them, and the letters of those that tell nothing."""
    if not rest.size:
        return [], []
    last = min(rest.last + 1, side.size) if step < 0 else rest.last
    words = printed_words(side.text, side.span(rest.first, last))
    end = side.ends[rest.last - 1]
    found = [cue for cue in cues_in(side.text, words, cue_words("en")) if cue.start < end]
    others = [word for word in words if word.start < end and not any(t.start <= word.start < t.end for t in found)]
    return [cue.kind for cue in found if not cue.is_weak], [word.letters for word in others]
