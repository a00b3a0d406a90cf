"""Figures of several articles, those for one thing together, and whether they agree.

What is for one thing is decided two articles at a time (:mod:`reader.compare.figure_pairs`); what could not be matched
stands alone, with its article.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from typing import Final

from reader.articles.article import Article
from reader.compare.figure_pairs import SURE_FROM, TOPICAL_USES, Link, Pair, Placed, Said, said_in, uses_of
from reader.compare.figures import Agreement, agreement_of

__all__ = ["ComparedFigures", "FigureGroup", "Placed", "compared_figures"]

MANY: Final = 8
"""Articles of which a word that half of them use is the topic of all."""
_ORDER: Final[tuple[Agreement, ...]] = ("different", "near", "same")


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """Figures of two or more articles for one thing, in order of article and place."""

    agreement: Agreement
    is_sure: bool
    """Whether the words around them leave no doubt that it is one thing; else it is likely."""
    figures: tuple[Placed, ...]

    @property
    def articles(self) -> tuple[int, ...]:
        """The articles that have a figure for it, in order."""
        return tuple(sorted({placed.article for placed in self.figures}))


@dataclass(frozen=True, slots=True)
class ComparedFigures:
    """The groups, those that disagree first, and the figures that stand alone, by article."""

    groups: tuple[FigureGroup, ...]
    alone: tuple[Placed, ...]


def compared_figures(articles: Sequence[Article]) -> ComparedFigures:
    """The figures of the articles, those for one thing together."""
    uses = [uses_of(article) for article in articles]
    held_by = Counter(key for each in uses for key in each)
    everywhere = {key for key, held in held_by.items() if held > len(articles) / 2 and len(articles) >= MANY}
    said: list[Said] = []
    by_article: list[range] = []
    for at, article in enumerate(articles):
        first = len(said)
        said += said_in(at, article)
        by_article.append(range(first, len(said)))
    links: list[Link] = []
    for one, two in combinations(range(len(articles)), 2):
        is_topical = partial(_is_topical, everywhere, uses[one], uses[two])
        links += Pair(said, by_article[one], by_article[two], is_topical).links()
    united = list(_united(said, links))
    groups = [_group(said, members, least) for members, least in united]
    groups.sort(key=lambda group: (_ORDER.index(group.agreement), not group.is_sure))
    grouped = {at for members, _ in united for at in members}
    alone = tuple(each.placed for at, each in enumerate(said) if at not in grouped)
    return ComparedFigures(tuple(groups), alone)


def _is_topical(everywhere: Set[str], one: Mapping[str, int], two: Mapping[str, int], key: str) -> bool:
    """Whether a word is what both articles, or most of all, are about."""
    return key in everywhere or (one.get(key, 0) >= TOPICAL_USES and two.get(key, 0) >= TOPICAL_USES)


def _united(said: Sequence[Said], links: Sequence[Link]) -> Iterator[tuple[list[int], float]]:
    """Groups of figures with the weight of their weakest tie, the strongest links first.

    A link that would put two different figures of one article for one thing is left out.
    """
    home = list(range(len(said)))
    members: defaultdict[int, list[int]] = defaultdict(list, {at: [at] for at in home})
    least: dict[int, float] = {}
    linked: defaultdict[int, set[int]] = defaultdict(set)
    for link in links:
        linked[link.one].add(link.two)
        linked[link.two].add(link.one)
    for link in sorted(links, key=lambda link: (not link.is_equal, -link.score, link.one, link.two)):
        one, two = home[link.one], home[link.two]
        tie = SURE_FROM if link.is_equal else link.score
        if one == two or _in_conflict(said, members[one], members[two]):
            continue
        if link.is_equal or _are_tied(said, linked, members[one], members[two]):
            least[one] = min(tie, least.get(one, SURE_FROM), least.get(two, SURE_FROM))
            for at in members.pop(two):
                home[at] = one
                members[one].append(at)
    for at, together in members.items():
        if len({said[each].placed.article for each in together}) > 1:
            yield sorted(together), least[at]


def _are_tied(said: Sequence[Said], linked: Mapping[int, set[int]], ones: Sequence[int], twos: Sequence[int]) -> bool:
    """Whether enough of two groups are linked: with one article of two, two of more, three of many."""
    for here, there in ((ones, twos), (twos, ones)):
        articles = {said[at].placed.article for at in there}
        reached = {said[at].placed.article for at in there if any(at in linked[each] for each in here)}
        if len(reached) < 1 + (len(articles) > 2) + (len(articles) > 5):
            return False
    return True


def _in_conflict(said: Sequence[Said], ones: Sequence[int], twos: Sequence[int]) -> bool:
    return any(
        said[one].placed.article == said[two].placed.article
        and agreement_of(said[one].placed.figure, said[two].placed.figure) == "different"
        for one in ones
        for two in twos
    )


def _group(said: Sequence[Said], members: Sequence[int], least: float) -> FigureGroup:
    figures = [said[at].placed.figure for at in members]
    found = {agreement_of(one, two) for one, two in combinations(figures, 2)}
    agreement = next(each for each in _ORDER if each in found)
    return FigureGroup(agreement, least >= SURE_FROM, tuple(said[at].placed for at in members))
