"""The figures of two articles that are for one thing, by the words around them.

Figures are for one thing where their sentences say so: the words around them are the same, those near the figure above
all, other figures among them. Where that is not so, or where two would fit alike, nothing is said.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from reader.articles.article import Article
from reader.articles.quotations import is_english
from reader.compare.amounts import NUMBER
from reader.compare.changes import printed_words
from reader.compare.figures import Agreement, Figure, FigureKind, agreement_of, digits_of, figures_in
from reader.compare.rarity import weight, weight_by_length
from reader.text.spans import Span
from reader.text.words import word_key

DIFFERENT_FROM: Final = 2.2
"""Weight of the words in common from which different figures are for one thing: two rare words near both, or four."""
SURE_FROM: Final = 3.2
"""The same of figures that are not of one size, and from which it is sure and not only likely."""
SMALL_FROM: Final = 4.5
"""The same of small counts: of two men and three men, most are other men."""
DATES_FROM: Final = 8.0
"""The same of dates for which nothing says what they are of: a sentence that both have."""
ALIKE: Final = 0.62
"""The smaller over the larger of two figures of one size."""
SAME_FROM: Final = 0.8
"""Weight from which equal figures are for one thing: a rare word; a figure that nothing else has needs none."""
NEAR_FROM: Final = 1.6
"""The same of figures that are nearly equal."""
MOST_FIGURES: Final = 1000
"""Figures of one article that are looked at: more are a table of numbers."""
MARGIN: Final = 1.25
"""How much more a figure must weigh than another one that would be its partner too."""
CLOSE_FROM: Final = 0.8
"""Weight of the words in common near both that different figures must have: long sentences share words by chance."""
LIKE_SIZE: Final = 0.6
"""How much better a partner of the same size fits than one of quite another."""
SMALL_COUNT: Final = 12.0
SECOND: Final = 0.6
"""Share of the best partner's weight that a further mention of the same figure must have."""
NEAR_WORDS: Final = 5
"""Words on either side of a figure that say most about it."""
DATE_WORDS: Final = 3
"""Words before a date that say what it is of: "comments close on", "open until"."""
NEARNESS: Final = 1.5
"""What a word counts more that is near on both sides."""
TOPICAL_USES: Final = 3
"""Uses in both articles from which a word is the topic of both."""
TOPICAL: Final = 0.4
"""What such a word counts."""
LIGHT: Final = 0.45
"""Weight under which a word says nothing about a figure."""
FIGURE_WEIGHT: Final = 1.4
"""What another figure in both sentences counts: as much as the rarest word."""
ROLE_WEIGHT: Final = 1.2
"""What it counts that both sums are costs, or both days deadlines, by words near them: other words for one thing."""
LARGE: Final = 1e5
LARGEST_WEIGHT: Final = 0.6
"""What it counts that both are the largest sums of their articles, from a hundred thousand on."""
_MEASURES: Final = """
years days weeks months hours minutes seconds metres meters miles kilometres kilometers feet pages decades km acres
hectares tonnes tons litres knots inches yards
"""
MOST_APART: Final = 3.0
"""How many times as large a figure may be for one thing: beyond, it is of another."""
TELLING_DIGITS: Final = 3
"""Digits that say something from which two articles hardly have a figure in common by chance."""
MEASURES: Final = frozenset(map(word_key, _MEASURES.split()))
"""What much is measured in: that both count years does not make it one thing."""
WEAK_NOUNS: Final = MEASURES | frozenset(map(word_key, ("people", "points", "things", "times")))
_ROLES: Final[Mapping[FigureKind, Mapping[str, str]]] = {
    "money": {
        "a cost": "cost costs price priced bill project budget expense expensive spend spent worth",
        "an investment": "invest invests invested investing investment funding raised raising stake",
        "earnings": "revenue revenues sales turnover profit profits loss losses earnings",
        "a penalty": "fine fined penalty damages settlement",
    },
    "date": {
        "a deadline": "deadline due until till by close closes closed closing end ends ended expires",
        "a beginning": "begin begins began start starts started opens opened launches launched",
    },
}
_ROLE_WORDS: Final = {
    kind: {role: frozenset(map(word_key, words.split())) for role, words in roles.items()}
    for kind, roles in _ROLES.items()
}
_DATE_ROLES: Final = frozenset(_ROLES["date"]).union(*_ROLE_WORDS["date"].values())
_NUMBER: Final = re.compile(rf"{NUMBER}|[\d.,]+")


class Placed(NamedTuple):
    """A figure, and the article that it stands in, as a position in the sequence."""

    article: int
    figure: Figure


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """A figure with the words of its sentence: key to weight, and those that are near it."""

    placed: Placed
    words: Mapping[str, float]
    near: frozenset[str]


class Link(NamedTuple):
    """Two figures, as positions among all, that are for one thing."""

    is_equal: bool
    score: float
    one: int
    two: int


def uses_of(article: Article) -> Counter[str]:
    """How often each word is used in an article."""
    text = article.text
    return Counter(word_key(text[w.start : w.end]) for span in article.body for w in printed_words(text, span))


def said_in(at: int, article: Article) -> list[Said]:
    """The figures of an article, which stands at a position, with the words around them."""
    figures = figures_in(article)[:MOST_FIGURES]
    largest: dict[str, float] = {}
    for figure in figures:
        if figure.kind == "money":
            largest[figure.unit] = max(largest.get(figure.unit, LARGE), figure.high)
    return [_said(at, article, figure, figures, figure.high == largest.get(figure.unit)) for figure in figures]


def _said(at: int, article: Article, figure: Figure, others: Sequence[Figure], is_largest: bool) -> Said:
    text = article.text
    weigh = weight if is_english(article.particulars.language) else weight_by_length
    beside = [other for other in others if other is not figure and other.sentence == figure.sentence]
    taken = [figure.span, *(Span(other.start, other.noun.start if other.noun else other.end) for other in beside)]
    before: list[str] = []
    after: list[str] = []
    for word in printed_words(text, figure.sentence):
        is_apart = not any(Span(word.start, word.end).touches(span) for span in taken)
        if is_apart and not _NUMBER.fullmatch(word.letters):
            (before if word.start < figure.start else after).append(word_key(text[word.start : word.end]))
    close = [*before[-NEAR_WORDS:], *after[:NEAR_WORDS]]
    words = {key: weigh(key) for key in (*before, *after) if weigh(key) >= LIGHT}
    near = set(close)
    telling = set(before[-DATE_WORDS:]) if figure.kind == "date" else near
    roles = {role for role, told in _ROLE_WORDS.get(figure.kind, {}).items() if telling & told}
    words |= dict.fromkeys(roles, ROLE_WEIGHT)
    near |= roles
    if is_largest:
        words["the largest sum"] = LARGEST_WEIGHT
    for other in beside:
        if other.kind != "date" and digits_of(other.low) > 1:
            name = f"{other.kind} {other.unit} {other.low:g}"
            words[name] = FIGURE_WEIGHT
            near.add(name)
    return Said(Placed(at, figure), words, frozenset(near))


class Pair:
    """The figures of two articles, held against each other."""

    def __init__(
        self, said: Sequence[Said], ones: Sequence[int], twos: Sequence[int], is_topical: Callable[[str], bool]
    ) -> None:
        """``ones`` and ``twos`` are positions in ``said``; ``is_topical``: whether a word is what both are about."""
        self._said = said
        self._is_topical = is_topical
        units: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for two in twos:
            units[_bucket(said[two])].append(two)
        self._scores: dict[tuple[int, int], float] = {
            (one, two): self._score(said[one], said[two])
            for one in ones
            for unit in _buckets(said[one], units)
            for two in units.get(unit, ())
            if _comparable(said[one], said[two])
        }
        self._pairs: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for pair in self._scores:
            for at in pair:
                self._pairs[at].append(pair)

    def links(self) -> Iterator[Link]:
        """The figures that are for one thing: equal ones, nearly equal ones, then different ones of what is left."""
        linked: set[int] = set()
        for link in self._equal():
            linked |= {link.one, link.two}
            yield link
        for agreement in ("near", "different"):
            for pair, score in self._scores.items():
                if score < NEAR_FROM or linked & set(pair) or self._agreement(pair) != agreement:
                    continue
                if score >= self._least(pair) and self._is_close(pair) and self._stands_out(pair):
                    linked |= set(pair)
                    yield Link(False, score, *pair)

    def _equal(self) -> Iterator[Link]:
        """Equal figures, each with its best partner and others that fit about as well."""
        found = {pair: score for pair, score in self._scores.items() if self._agreement(pair) == "same"}
        best: defaultdict[int, float] = defaultdict(float)
        partners = Counter(at for pair in found for at in pair)
        for pair, score in found.items():
            for at in pair:
                best[at] = max(best[at], score)
        for pair, score in found.items():
            is_best = score >= SECOND * max(best[at] for at in pair)
            is_enough = score >= SAME_FROM + self._by_chance(pair)
            is_alone = all(partners[at] == 1 for at in pair)
            if (is_enough and is_best) or (is_alone and self._is_telling(pair)):
                yield Link(True, score, *pair)

    def _least(self, pair: tuple[int, int]) -> float:
        """The weight from which unequal figures are for one thing."""
        one, two = (self._said[at] for at in pair)
        a, b = one.placed.figure, two.placed.figure
        if self._agreement(pair) == "near":
            return NEAR_FROM
        if one.near & two.near & _ROLES.get(a.kind, {}).keys():
            return DIFFERENT_FROM
        if a.kind == "date":
            return DATES_FROM
        if a.kind == "count" and max(a.high, b.high) <= SMALL_COUNT:
            return SMALL_FROM
        is_measured = a.kind == "count" and a.unit in MEASURES
        return DIFFERENT_FROM if not is_measured and self._alike(pair) >= ALIKE else SURE_FROM

    def _alike(self, pair: tuple[int, int]) -> float:
        """How nearly equal two figures are, 0 to 1."""
        small, large = sorted(self._said[at].placed.figure.high for at in pair)
        return small / large if large else 1.0

    def _by_chance(self, pair: tuple[int, int]) -> float:
        """What a small count must have more than the noun: there are two of many things, and two years of any."""
        one, two = (self._said[at] for at in pair)
        figure = one.placed.figure
        if figure.kind != "count" or figure.high > SMALL_COUNT:
            return 0.0
        return max(_noun_worth(one, two), SAME_FROM)

    def _agreement(self, pair: tuple[int, int]) -> Agreement:
        one, two = (self._said[at].placed.figure for at in pair)
        return agreement_of(one, two)

    def _is_telling(self, pair: tuple[int, int]) -> bool:
        """Whether a figure is such that no other thing is likely to have it: many digits, or many millions."""
        figure = self._said[pair[0]].placed.figure
        if figure.kind == "date" or (figure.kind == "count" and not figure.unit):
            return False
        return digits_of(figure.low) >= TELLING_DIGITS or (figure.low >= 1e6 and digits_of(figure.low) >= 2)

    def _is_close(self, pair: tuple[int, int]) -> bool:
        """Whether some of what they have in common is near both; of dates more than that something begins or ends."""
        one, two = (self._said[at] for at in pair)
        near = one.near & two.near & one.words.keys()
        if one.placed.figure.kind == "date":
            near -= _DATE_ROLES
        worth = sum(one.words[key] for key in near if not self._is_topical(key))
        return worth + _noun_worth(one, two) >= CLOSE_FROM

    def _stands_out(self, pair: tuple[int, int]) -> bool:
        """Whether neither has another partner, with another value, that fits about as well."""
        worth = self._fit(pair)
        for mine, here in (pair, pair[::-1]):
            for rival in self._pairs[here]:
                theirs = rival[0] if rival[1] == here else rival[1]
                if theirs != mine and self._fit(rival) * MARGIN >= worth and self._agreement((mine, theirs)) != "same":
                    return False
        return True

    def _fit(self, pair: tuple[int, int]) -> float:
        """The weight of what they have in common; more where they are of one size, as figures for one thing are."""
        is_date = self._said[pair[0]].placed.figure.kind == "date"
        alike = 1.0 if is_date else self._alike(pair)
        return self._scores[pair] * (1 + LIKE_SIZE * alike * alike)

    def _score(self, one: Said, two: Said) -> float:
        total = 0.0
        for key in one.words.keys() & two.words.keys():
            worth = min(one.words[key], two.words[key]) * (TOPICAL if self._is_topical(key) else 1.0)
            total += worth * (NEARNESS if key in one.near and key in two.near else 1.0)
        return total + _noun_worth(one, two)


def _noun_worth(one: Said, two: Said) -> float:
    """What it says that both count the same."""
    units = {one.placed.figure.unit, two.placed.figure.unit} - {""}
    if one.placed.figure.kind != "count" or len(units) != 1:
        return 0.0
    (unit,) = units
    return 0.0 if unit in WEAK_NOUNS else weight(unit) * NEARNESS


def _bucket(said: Said) -> tuple[str, str]:
    return said.placed.figure.kind, said.placed.figure.unit


def _buckets(said: Said, units: Mapping[tuple[str, str], object]) -> Iterator[tuple[str, str]]:
    """Where the figures are that can be for the same thing: "of them" stands for every noun of its sentence."""
    kind, unit = _bucket(said)
    if kind != "count" or unit:
        yield kind, unit
        if kind == "count":
            yield kind, ""
        return
    yield from (each for each in units if each[0] == "count")


def _comparable(one: Said, two: Said) -> bool:
    """Whether two figures can be for one thing: of one kind and unit, and of about one size."""
    a, b = one.placed.figure, two.placed.figure
    if a.kind != b.kind:
        return False
    if a.unit != b.unit and not (a.kind == "count" and (_stands_for(a, two) or _stands_for(b, one))):
        return False
    if a.kind in ("date", "percent"):
        return True
    small, large = sorted((a.high, b.high))
    return large <= MOST_APART * small


def _stands_for(counted: Figure, them: Said) -> bool:
    """Whether "of them" is what the other figure counts: its sentence names it."""
    return not them.placed.figure.unit and counted.unit in them.words
