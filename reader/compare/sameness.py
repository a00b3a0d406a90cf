"""Which statements are the same quotation: enough of the same words in the same order, whoever is named for it.

The speaker has no say: real outlets name another one in about one of six. What two statements of one speaker have in
common are turns of phrase; they are short, made of common words, and scattered.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations
from typing import Final, NamedTuple

from reader.compare.alignment import Block, common_blocks
from reader.compare.wording import Wording

SEED: Final = 3
"""Words in a row that the same statements have in common somewhere."""
SEED_SCORE: Final = 0.9
"""Weight of a seed, so that "it is the" seeds nothing; statements that are the same have a rarer one in common."""
MOST_HOLDERS: Final = 200
"""Statements with one seed up to which all are held against each other; of more, each against the longest."""
FEWEST_WORDS: Final = 4
"""Words under which a quotation is not told from a turn of phrase: “No comment”."""
LEAST_SCORE: Final = 2.4
"""Weight of the words in common: with four words the plateau, measured on real news, on which a match inside quotation
marks was always a true one."""
COVERED: Final = 0.7
"""Share of the shorter one's weight that is in the longer, and of the longer's between the first run and the last.
Wordings of one statement in the sample story have 0.82 and more, other statements of one speaker 0.68 and less."""
LONG_RUN: Final = 12
"""Words in a row with which two statements are the same even where each goes on differently."""
LONG_SCORE: Final = 6.0
"""Weight that such a run has: “we will do everything in our power to make sure that” has 5.1."""
MEAN_RUN: Final = 2.5
"""Words in a row, on average, so that scattered little words of a long statement are not taken for a short one."""
ISLAND_GAP: Final = 12
"""Words between a short run and the next ones from which it is there by chance."""
LONGEST_EXACT: Final = 600
"""Words of both up to which runs are sought the longest first, at a cost of up to their product."""
NEARLY_ALL: Final = 0.8
"""Share of the longest wording's words from which another one may be the fullest: a word or two were put in."""
_SPACELESS: Final = 8
"""Letters of a quotation that must agree where words are not parted by blanks."""


class Group(NamedTuple):
    """Wordings of one statement; ``fullest`` is a position in ``members``."""

    fullest: int
    members: tuple[Wording, ...]


def same_statements(told: Sequence[Wording]) -> list[Group]:
    """Groups of wordings of one statement from two or more articles.

    A group forms around its longest wording, which every member is like. A wording that only partly lies in it may
    stand in another group as well: so does one that runs two statements together.
    """
    partners = _partners(told)
    fullest_first = sorted(range(len(told)), key=lambda at: (-len(told[at].words), told[at].place))
    used: set[int] = set()
    groups = []
    for at in fullest_first:
        if at in used:
            continue
        members = {at: 1.0}
        for other in partners[at]:
            if other not in used:
                members[other] = covered(told[other], runs(told[at], told[other]))
        if len({told[member].article for member in members}) < 2:
            continue
        used.update(member for member, share in members.items() if share >= COVERED)
        ordered = tuple(told[member] for member in sorted(members, key=lambda member: told[member].place))
        groups.append(Group(_best_supported(ordered), ordered))
    return groups


def _best_supported(members: Sequence[Wording]) -> int:
    """The fullest wording: of the long ones the one with most words that another article prints too, so that words
    put in by one outlet do not make all others look altered."""
    longest = max(len(each.words) for each in members)
    best, best_worth = 0, (-1, 0)
    for at, each in enumerate(members):
        if len(each.words) < NEARLY_ALL * longest:
            continue
        supported = {
            block.b + word
            for other in members
            if other.article != each.article
            for block in runs(other, each)
            for word in range(block.length)
        }
        worth = (len(supported), -len(each.words))
        if worth > best_worth:
            best, best_worth = at, worth
    return best


def _partners(told: Sequence[Wording]) -> defaultdict[int, list[int]]:
    """For every wording those of other articles that are like it."""
    partners: defaultdict[int, list[int]] = defaultdict(list)
    for one, two in _candidates(told):
        if are_same(told[one], told[two]):
            partners[one].append(two)
            partners[two].append(one)
    return partners


def _candidates(told: Sequence[Wording]) -> Iterator[tuple[int, int]]:
    """Pairs of wordings of different articles with a seed in common, each once."""
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, wording in enumerate(told):
        for seed in _seeds(wording):
            holders[seed].append(at)
    seen: set[tuple[int, int]] = set()
    for places in holders.values():
        for pair in _pairs(told, places):
            if told[pair[0]].article != told[pair[1]].article and pair not in seen:
                seen.add(pair)
                yield pair


def _pairs(told: Sequence[Wording], places: list[int]) -> Iterator[tuple[int, int]]:
    """The pairs among the holders of a seed; of very many only those with the longest of them."""
    if len(places) <= MOST_HOLDERS:
        yield from combinations(places, 2)
        return
    longest = max(places, key=lambda at: len(told[at].words))
    yield from ((min(longest, at), max(longest, at)) for at in places if at != longest)


def _seeds(wording: Wording) -> set[tuple[str, ...]]:
    keys = wording.keys
    if len(keys) < FEWEST_WORDS:
        whole = "".join(word.letters for word in wording.words)
        return {(whole,)} if _is_spaceless(whole) else set()
    weights = wording.weights
    return {keys[at : at + SEED] for at in range(len(keys) - SEED + 1) if sum(weights[at : at + SEED]) >= SEED_SCORE}


def _is_spaceless(letters: str) -> bool:
    """Whether letters are of a script that does not part words, and enough of them to be a statement."""
    return len(letters) >= _SPACELESS and sum("\u2e80" < letter < "\uffa0" for letter in letters) * 2 > len(letters)


def are_same(one: Wording, two: Wording) -> bool:
    """Whether two wordings are of the same statement."""
    if len(one.keys) < FEWEST_WORDS and len(two.keys) < FEWEST_WORDS:
        return True  # the whole of each was its seed
    shorter, longer = sorted((one, two), key=lambda each: sum(each.weights))
    found = runs(longer, shorter)
    matched = sum(block.length for block in found)
    score = _score(shorter, found)
    if matched < FEWEST_WORDS or score < LEAST_SCORE:
        return False
    if score >= COVERED * max(sum(shorter.weights), _replaced(longer, found) + score):
        return matched >= MEAN_RUN * len(found) or matched == len(shorter.keys)
    return any(block.length >= LONG_RUN and _score(shorter, [block]) >= LONG_SCORE for block in found)


def _replaced(longer: Wording, found: Sequence[Block]) -> float:
    """Weight of the longer one's words between runs that others stand for; what is only missing does not count."""
    total = 0.0
    for before, after in zip(found, found[1:], strict=False):
        if after.b > before.b + before.length:
            total += sum(longer.weights[before.a + before.length : after.a])
    return total


def covered(wording: Wording, found: Sequence[Block]) -> float:
    """The share of a wording's weight that runs (``b`` is its side) cover, 0 to 1."""
    return _score(wording, found) / (sum(wording.weights) or 1.0)


def _score(wording: Wording, found: Sequence[Block]) -> float:
    return sum(sum(wording.weights[block.b : block.b + block.length]) for block in found)


def runs(against: Wording, other: Wording) -> list[Block]:
    """Runs of the same words in the same order: ``a`` in ``against``, ``b`` in ``other``; chance ones left out.

    The longest run comes first and the rest around it (Ratcliff and Obershelp), so that what is cut short stays in one
    piece; a longest common subsequence would scatter it.
    """
    a, b = against.keys, other.keys
    if len(a) * len(b) <= LONGEST_EXACT**2:
        matcher = SequenceMatcher(None, a, b, autojunk=False)
        found = [Block(*block) for block in matcher.get_matching_blocks() if block.size]
    else:
        found = common_blocks(a, b)
    return _without_islands(found, other)


def _without_islands(found: list[Block], other: Wording) -> list[Block]:
    """Without short runs far from all others, and without single common words."""
    out = []
    for at, block in enumerate(found):
        if block.length >= FEWEST_WORDS:
            out.append(block)
            continue
        gaps = [_gap(found[at - 1], block)] if at else []
        gaps += [_gap(block, found[at + 1])] if at + 1 < len(found) else []
        weight = sum(other.weights[block.b : block.b + block.length])
        if not gaps or (min(gaps) <= ISLAND_GAP and (block.length > 1 or weight >= 1.0 or min(gaps) <= 1)):
            out.append(block)
    return out


def _gap(before: Block, after: Block) -> int:
    """Words between two runs on the side where there are more."""
    return max(after.a - before.a - before.length, after.b - before.b - before.length)
