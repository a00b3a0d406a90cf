"""From a chain of runs to a match: what else agrees in its gaps and beyond its ends, and what it is worth.

Between the runs and past them single words agree too, forms of one word, and a name with its short form. A
match grows outward as long as each word it gains is worth more than the changed words in between, and never
over a sentence end.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from rapidfuzz.distance import LCSseq, Levenshtein

from reader.compare.gaps import gap_cost, gap_is_announced
from reader.compare.pieces import Piece, gaps_before, outer_end
from reader.compare.prepared import Prepared, Vocabulary
from reader.compare.seeds import Run
from reader.compare.thresholds import Thresholds
from reader.compare.turning import turns

_ALIAS_WEIGHT = 1.5


@dataclass(frozen=True, slots=True)
class Match:
    """Words that two articles share: half-open ranges of words, how many agree, and what they are worth."""

    a: int
    a_end: int
    b: int
    b_end: int
    matched: int
    score: float
    content: float = 1.0
    """Weight of the agreeing words over that of all words on the weightier side, like :attr:`density`."""
    announced: bool = False
    """Whether an ellipsis or an attribution says that words were left out or put in."""

    @property
    def density(self) -> float:
        """Agreeing words over those of the longer side (the shorter one where the difference is announced)."""
        lengths = (self.a_end - self.a, self.b_end - self.b)
        return self.matched / (min(lengths) if self.announced else max(lengths))

    def moved(self, a: int, b: int) -> Match:
        """The same, where the words before it are counted too: so many in each article."""
        return replace(self, a=self.a + a, a_end=self.a_end + a, b=self.b + b, b_end=self.b_end + b)

    def turned(self) -> Match:
        """The same, seen from the other article."""
        return replace(self, a=self.b, a_end=self.b_end, b=self.a, b_end=self.a_end)


@dataclass(slots=True)
class Fitting:
    """Two articles, what their words are worth to each other, and the thresholds."""

    a: Prepared
    b: Prepared
    weights: list[float]
    """Of every word of ``a``, by position."""
    weights_b: list[float]
    vocabulary: Vocabulary
    limits: Thresholds
    aliases: dict[int, tuple[int, ...]] = field(default_factory=dict)
    _alike: dict[tuple[int, int], bool] = field(default_factory=dict)
    _initials: list[str] = field(init=False)

    def __post_init__(self) -> None:
        """Takes the initials of all words known by now."""
        self._initials = self.vocabulary.initials

    def match(self, chain: list[Run]) -> Match | None:
        """The match that a chain grows into; None where nothing of it holds together."""
        pieces = self._filled(chain)
        first, last = pieces[0], pieces[-1]
        ahead = self._grown(last.a + last.length_a, last.b + last.length_b, 1)
        behind = self._grown(first.a, first.b, -1)
        pieces = self._trimmed([*reversed(behind), *pieces, *ahead])
        if not pieces:
            return None
        score = self._score(pieces)
        start_a, start_b = outer_end(pieces[0], -1)
        end_a, end_b = outer_end(pieces[-1], 1)
        if score >= self.limits.lowest_score:
            matched = sum(piece.matched for piece in pieces)
            differing = 1 - matched / max(end_a - start_a, end_b - start_b)
            start_a, start_b, behind = self._edge(start_a, start_b, -1, differing)
            end_a, end_b, ahead = self._edge(end_a, end_b, 1, differing)
            pieces = [*reversed(behind), *pieces, *ahead]
            score = max(score, self._score(pieces))
        announced = any(self._announced(one, two) for one, two in zip(pieces, pieces[1:], strict=False))
        content = self._content(pieces, (start_a, end_a), (start_b, end_b), announced)
        matched = sum(piece.matched for piece in pieces)
        return Match(start_a, end_a, start_b, end_b, matched, score, content, announced)

    def _content(
        self, pieces: list[Piece], words_a: tuple[int, int], words_b: tuple[int, int], announced: bool
    ) -> float:
        agreeing = sum(piece.weight for piece in pieces)
        weights = sum(self.weights[slice(*words_a)]), sum(self.weights_b[slice(*words_b)])
        return agreeing / max(min(weights) if announced else max(weights), agreeing)

    def _announced(self, one: Piece, two: Piece) -> bool:
        return gap_is_announced(self.a, self.b, one.a + one.length_a, two.a, one.b + one.length_b, two.b, self.limits)

    def _score(self, pieces: list[Piece]) -> float:
        limits = self.limits
        score = sum(piece.weight for piece in pieces)
        for one, two in zip(pieces, pieces[1:], strict=False):
            end_a, end_b = one.a + one.length_a, one.b + one.length_b
            cost = gap_cost(two.a - end_a, two.b - end_b, limits)
            if cost and self._announced(one, two):
                score -= min(cost, limits.join_cost)
                continue
            breaks_a = self.a.breaks_between(end_a - 1, two.a)
            breaks_b = self.b.breaks_between(end_b - 1, two.b)
            if breaks_a != breaks_b:
                cost += limits.break_cost * abs(breaks_a - breaks_b)
            elif end_a < two.a or end_b < two.b:
                cost += limits.shared_break_cost * breaks_a
            score -= cost
        return score

    def _filled(self, chain: list[Run]) -> list[Piece]:
        pieces: list[Piece] = []
        for run in chain:
            if pieces:
                one = pieces[-1]
                end_a, end_b = one.a + one.length_a, one.b + one.length_b
                pieces.extend(self.between(end_a, run.a, end_b, run.b))
            weight = sum(self.weights[run.a : run.a + run.length])
            pieces.append(Piece(run.a, run.b, run.length, run.length, weight))
        return pieces

    def between(self, a: int, a_end: int, b: int, b_end: int) -> list[Piece]:
        """What agrees between two stretches of words: equal ones first, then forms and short forms in the gaps."""
        if a >= a_end or b >= b_end:
            return []
        words_a, words_b = self.a.numbers[a:a_end], self.b.numbers[b:b_end]
        pieces: list[Piece] = []
        at_a, at_b = a, b
        if not set(words_a).isdisjoint(words_b):
            for block in LCSseq.editops(words_a, words_b).as_matching_blocks():
                if block.size:
                    start_a, start_b = a + block.a, b + block.b
                    pieces.extend(self._forms(at_a, start_a, at_b, start_b))
                    at_a, at_b = start_a + block.size, start_b + block.size
                    weight = sum(self.weights[start_a:at_a])
                    pieces.append(Piece(start_a, start_b, block.size, block.size, weight))
        pieces.extend(self._forms(at_a, a_end, at_b, b_end))
        return pieces

    def _forms(self, a: int, a_end: int, b: int, b_end: int) -> Iterable[Piece]:
        if a >= a_end or b >= b_end:
            return
        if self.aliases:
            for short, long in self.aliases.items():
                found = self._alias(short, long, a, a_end, b, b_end)
                if found is not None:
                    yield from self._forms(a, found.a, b, found.b)
                    yield found
                    yield from self._forms(found.a + found.length_a, a_end, found.b + found.length_b, b_end)
                    return
        initials, words_b = self._initials, self.b.numbers
        for at_a in range(a, a_end):
            word = self.a.numbers[at_a]
            initial = initials[word]
            if not initial:
                continue
            for at_b in range(b, b_end):
                if initials[words_b[at_b]] == initial and self._similar(word, words_b[at_b]):
                    yield Piece(at_a, at_b, 1, 1, self.weights[at_a] * self.limits.similar_discount)
                    b = at_b + 1
                    break

    def _alias(self, short: int, long: tuple[int, ...], a: int, a_end: int, b: int, b_end: int) -> Piece | None:
        words_a, words_b = self.a.numbers, self.b.numbers
        length = len(long)
        for at_a in range(a, a_end):
            for at_b in range(b, b_end):
                if words_a[at_a] == short and tuple(words_b[at_b : min(at_b + length, b_end)]) == long:
                    return Piece(at_a, at_b, 1, length, _ALIAS_WEIGHT)
                if words_b[at_b] == short and tuple(words_a[at_a : min(at_a + length, a_end)]) == long:
                    return Piece(at_a, at_b, length, 1, _ALIAS_WEIGHT)
        return None

    def _similar(self, one: int, two: int) -> bool:
        """Whether two word keys with one initial look like forms of one word."""
        known = self._alike.get((one, two))
        if known is None:
            keys, least = self.vocabulary.keys, self.limits.similar_spelling
            known = Levenshtein.normalized_similarity(keys[one], keys[two], score_cutoff=least) >= least
            self._alike[one, two] = known
        return known

    def _grown(self, at_a: int, at_b: int, step: int) -> list[Piece]:
        """The pieces gained outward from a place, nearest first; ``step`` is 1 forward and -1 backward."""
        gained: list[Piece] = []
        while True:
            far_a, far_b = self._stop(self.a, at_a, step), self._stop(self.b, at_b, step)
            best = self._worthwhile(self._outward(at_a, far_a, at_b, far_b, step), at_a, at_b, step)
            if not best:
                return gained
            gained.extend(best)
            at_a, at_b = outer_end(best[-1], step)

    def _outward(self, at_a: int, far_a: int, at_b: int, far_b: int, step: int) -> list[Piece]:
        """What agrees between two places and those farther out, nearest first."""
        if step > 0:
            return self.between(at_a, far_a, at_b, far_b)
        return self.between(far_a, at_a, far_b, at_b)[::-1]

    def _stop(self, side: Prepared, at: int, step: int) -> int:
        """How far one may look from ``at``: some words, not over a sentence end or an ellipsis."""
        reach, breaks, ellipses = self.limits.reach, side.breaks, side.ellipses
        far = max(0, min(at + step * reach, side.size))
        while at != far and not (at > 0 and (breaks[at - 1] or ellipses[at - 1])):
            at += step
        return at

    def _worthwhile(self, pieces: list[Piece], at_a: int, at_b: int, step: int) -> list[Piece]:
        """The nearest pieces that are together worth more than the changed words between them."""
        best, gain, best_gain = 0, 0.0, 0.0
        for count, piece in enumerate(pieces, 1):
            gap_a, gap_b = gaps_before(piece, at_a, at_b, step)
            at_a, at_b = outer_end(piece, step)
            gain += piece.weight - gap_cost(gap_a, gap_b, self.limits)
            if gain >= best_gain + (self.limits.edge_gain if gap_a or gap_b else 0.0):
                best, best_gain = count, gain
        return pieces[:best]

    def _edge(self, at_a: int, at_b: int, step: int, differing: float) -> tuple[int, int, list[Piece]]:
        """The end moved to where a sentence or quotation ends on both sides, if what lies before that is worth it."""
        rest_a, rest_b = self._rest(self.a, at_a, step), self._rest(self.b, at_b, step)
        if not rest_a or not rest_b:
            return at_a, at_b, []
        far_a, far_b = at_a + step * rest_a, at_b + step * rest_b
        pieces = self._outward(at_a, far_a, at_b, far_b, step)
        turning = min(rest_a, rest_b) == 1 and self._turning((at_a, far_a), (at_b, far_b))
        if not pieces and not turning and not self._telling((at_a, far_a), (at_b, far_b)):
            return at_a, at_b, []
        worth = self.limits.edge_worth(step, differing) + turning * self.limits.turning_edge
        near_a, near_b = at_a, at_b
        for piece in pieces:
            worth += piece.weight - gap_cost(*gaps_before(piece, near_a, near_b, step), self.limits)
            near_a, near_b = outer_end(piece, step)
        worth -= gap_cost(abs(far_a - near_a), abs(far_b - near_b), self.limits)
        if pieces and (near_a, near_b) == (far_a, far_b):
            worth += self.limits.agreeing_edge
        return (far_a, far_b, pieces) if worth > 0 else (at_a, at_b, [])

    def _telling(self, words_a: tuple[int, int], words_b: tuple[int, int]) -> bool:
        """Whether any of the words is more than a common little one."""
        weights = self.weights[min(words_a) : max(words_a)] + self.weights_b[min(words_b) : max(words_b)]
        return max(weights) >= self.limits.telling

    def _turning(self, words_a: tuple[int, int], words_b: tuple[int, int]) -> bool:
        """Whether any of the words is a number or a negation."""
        words = self.a.numbers[min(words_a) : max(words_a)] + self.b.numbers[min(words_b) : max(words_b)]
        return any(turns(self.vocabulary.keys[word]) for word in words)

    def _rest(self, side: Prepared, at: int, step: int) -> int:
        """Words up to the next sentence end or quotation mark; 0 where that is right here, or out of reach."""
        for count in range(self.limits.reach + 1):
            place = at + step * count
            if place <= 0 or place >= side.size or side.breaks[place - 1] or side.marks[place - 1]:
                return count
        return 0

    def _trimmed(self, pieces: list[Piece]) -> list[Piece]:
        """Without a light beginning or end that a sentence end parts from the rest."""
        for step in (1, -1):
            while len(pieces) > 0:
                cut = self._light_end(pieces, step)
                if cut is None:
                    break
                pieces = cut
        return pieces

    def _light_end(self, pieces: list[Piece], step: int) -> list[Piece] | None:
        """The pieces up to the outermost sentence end, where less than a clause lies beyond; else None."""
        cut = self._outermost_break(pieces, step)
        if cut is None:
            return None
        at, offset = cut
        before, after = list(pieces[:at]), list(pieces[at:])
        if offset:
            head, tail = self._parted(pieces[at], offset)
            before.append(head)
            after[0] = tail
        kept, beyond = (before, after) if step > 0 else (after, before)
        if sum(piece.weight for piece in beyond) < self.limits.beyond_break:
            return kept
        few = sum(piece.matched for piece in beyond) < self.limits.beyond_break_words
        return kept if few and not self._ends_here(*outer_end(beyond[-1 if step > 0 else 0], step)) else None

    def _ends_here(self, at_a: int, at_b: int) -> bool:
        """Whether a sentence or a quotation begins or ends at a place, on both sides."""
        return self._rest(self.a, at_a, 1) == 0 == self._rest(self.b, at_b, 1)

    def _outermost_break(self, pieces: list[Piece], step: int) -> tuple[int, int] | None:
        """The sentence end, on either side, that lies farthest out: a piece, and how many of its words lie before."""
        a, b = self.a, self.b
        places = range(len(pieces) - 1, -1, -1) if step > 0 else range(len(pieces))
        for at in places:
            piece = pieces[at]
            offsets = range(piece.matched - 1, -1, -1) if step > 0 else range(piece.matched)
            for offset in offsets:
                if offset and piece.length_a == piece.length_b:
                    if a.breaks[piece.a + offset - 1] or b.breaks[piece.b + offset - 1]:
                        return at, offset
                elif not offset and at and self._break_before(pieces[at - 1], piece):
                    return at, 0
        return None

    def _break_before(self, one: Piece, two: Piece) -> bool:
        """Whether a sentence ends between two pieces; words left out with a capital after them are no sentence end."""
        if self._announced(one, two):
            return False
        end_a, end_b = one.a + one.length_a, one.b + one.length_b
        return bool(self.a.breaks_between(end_a - 1, two.a) or self.b.breaks_between(end_b - 1, two.b))

    def _parted(self, piece: Piece, offset: int) -> tuple[Piece, Piece]:
        """A piece of equal words, in two after so many of them."""
        a, b, length = piece.a, piece.b, piece.length_a
        weight = sum(self.weights[a : a + offset])
        head = Piece(a, b, offset, offset, weight)
        return head, Piece(a + offset, b + offset, length - offset, length - offset, piece.weight - weight)
