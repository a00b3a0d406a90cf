"""Every threshold of the engine in one table, each with its reason.

Scores are sums of word weights (0.1 for "the", 1.4 for a word that few texts hold; see
:mod:`reader.compare.rarity`) less the cost of what stands between the matched words. Lengths are in words.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

FEWEST_WORDS = 3
MOST_WORDS = 30
LONG_PASSAGE = 14
"""Matched words from which a passage that nobody quotes is shown across a shelf: of real news, half of the shorter ones
are phrases that anybody writes."""
LONG_PASSAGE_DENSITY = 0.75
"""Matched words over all words, for the same: two of three such passages were judged a reuse."""
MOSTLY_NAMES = 0.75
"""Capitalised words and figures among the words that say anything, from which a short passage is a name or a title."""
MOSTLY_NAMES_EVERYWHERE = 0.4
"""The same share in an article as a whole, from which capitals say nothing: German, a page of headlines."""
NAMES_IN_MARKS = 0.85
"""The same in quotation marks, where it is the title of a book or a programme."""
SHORT_NAMES_IN_MARKS = 0.65
"""The same for five words or fewer."""
SHORT_MOVE = 2
"""Words that count as moved where one of them says something; a single word comes and goes by chance."""
LONG_MOVE = 4
"""Little words that count as moved nonetheless."""
ASIDE = 4
"""Words only dropped, or only put in, up to which a number or a negation among them is called out: "not", "nine
crowns"; a longer stretch is a clause that is missing, and changes nothing of the rest."""
PROMISED = 6.0
"""What a finding has to weigh, with what agrees around it, to be looked into on a shelf of a thousand articles: some
eight words. What is shorter would be folded away there, quoted words of a few letters excepted."""
PART_INSIDE = 0.8
"""Share of the words of a place that lie inside a longer passage, from which it is a part of that one."""
PART_OF_ARTICLES = 0.5
"""Share of its articles in which a passage is such a part, from which it is shown with the longer one."""
STOCK_ARTICLES = 3
"""Articles from which a short passage may be a stock phrase; two may have it by chance or one from the other."""
STOCK_STRANGERS = 0.5
"""Share of its pairs of articles that are not on one story, from which it is one."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What counts as a passage, and how far the engine looks for it."""

    words: int = 6
    """Matched words that make a passage. 5 to 7 is a plateau: fewer shows names and titles, more loses clauses."""
    score: float = 4.0
    """Least score at six words or more: some four rare words, so that stock phrases of common ones stay out."""
    scatter: float = 0.35
    """How much less (more) a match needs whose words stand together (scattered): the score is multiplied by 1.2 less
    this times the density, so by 0.85 where every word agrees and by 1.03 at half of them."""
    quoted_words: int = 4
    """Matched words that are enough where they fill a quotation: the marks say that the wording is meant."""
    quoted_score: float = 2.4
    """Least score where the words fill a quotation: two rare words and two others."""
    quoted_in_full_score: float = 1.7
    """Least score of common words that fill a quotation word for word, at the full minimum of words."""
    quoted_twice_score: float = 1.2
    """The same where they fill one on both sides."""
    fills_quotation: float = 0.75
    """Share of a quotation's words that a match covers to fill it."""
    density: float = 0.5
    """Matched words over words on the longer side. Under half, the eye sees two sentences, not one altered."""
    content: float = 0.52
    """The same by weight: two sentences of one speaker agree in their little words and differ in what they say."""

    beyond_chance: float = 0.15
    """How much denser than by chance a match must be. Nothing in prose; much where a text has four words in all."""

    relaxed: float = 0.1
    """Taken off that for a match of twice the score it needs, in proportion below: chance does not go that far."""

    chance_words: float = 20_000.0
    """Combinations of words, one of each text, that make a match of score 0 by chance once in a thousand pairs."""
    chance_fall: float = 4.5
    """How many times fewer matches are there by chance for one more point of score."""
    chance_most: float = 6.6
    """Up to where that goes, which two texts of 20,000 words reach: beyond, whole short sentences would be lost."""

    gap: int = 12
    """Changed or dropped words that a match may bridge: a clause. Longer gaps join unrelated sentences on one topic."""
    gap_cost: float = 0.25
    """Cost of a word that stands unmatched between matches: a rare word pays for four or five."""
    light_rewording: int = 2
    """Words reworded on both sides from which each costs as if it stood alone: two sentences on one topic agree in
    names and differ in between."""
    break_cost: float = 3.0
    """Cost of a sentence end in a gap on one side only: the wording goes on here and stops there."""
    shared_break_cost: float = 0.5
    """Cost of a sentence end in a gap on both sides."""
    gap_at_break: int = 2
    """Unmatched words that a match may bridge where a sentence ends among them; beyond, the next sentence has to
    stand for itself."""
    ellipsis_gap: int = 80
    """Words that an ellipsis may stand for: a long sentence or two."""
    attribution_gap: int = 30
    """Words of an attribution in the middle of a quotation, between its closing and its next opening mark."""
    ellipsis_slack: int = 2
    """Words that may stand on the shorter side of an ellipsis or attribution nonetheless."""
    ellipsis_lap: int = 5
    """Words behind an ellipsis that stand before the dropped ones too ("… there was no"), and go with what follows."""
    bridge: int = 16
    """Words between two matches that count by themselves, in one sentence, over which they are shown as one."""
    bridged_density: float = 0.55
    """Matched words over all that such a match must keep, so that it still reads as one sentence, altered."""
    join_cost: float = 0.5
    """Cost of bridging an ellipsis or an attribution, whatever its length: the marks announce it."""

    reach: int = 10
    """Words that are looked at beyond the end of a match at a time, in search of more of it."""
    same_edge: float = 0.35
    """What it is worth that a sentence or quotation begins at the same distance on both sides: one changed word there
    belongs to the passage, two ("it seems" for "no doubt") are another way to begin."""
    same_end: float = 0.8
    """The same for its end: who repeats a sentence leads into it in words of his own, but seldom out of it."""
    agreeing_edge: float = 0.5
    """Added to that where the very first, or last, word agrees: then what lies between was changed."""
    turning_edge: float = 0.3
    """Added to that where a number or a negation is among what was changed ("Half" for "A third"): not to hide it."""
    altered_edge: float = 4.0
    """Added to that times the share of words that differ: where every third word is changed, so may be the last two."""
    most_altered: float = 0.3
    """Share of differing words from which more of them make no edge likelier."""
    telling: float = 0.6
    """Weight of a changed word at the edge that is worth showing; "but" for "and" is not."""
    beyond_break: float = 1.5
    """Least weight of what a match holds beyond a sentence end: a word or two there came along by chance."""
    beyond_break_words: int = 4
    """Least matched words there that are no whole sentence: "the inspector general" begins many a sentence."""
    edge_gain: float = 0.15
    """What a word must add, beyond its costs, to move the end of a passage outward."""
    similar_spelling: float = 0.7
    """Share of letters in common (normalised Levenshtein) from which two words count as forms of one word."""
    similar_discount: float = 0.7
    """What such a word counts against an equal one."""
    topical_discount: float = 0.6
    """What a word counts that both articles use all the time: on one topic the same names recur by themselves."""
    topical_uses: int = 4
    """Uses in both articles from which a word is topical (in long texts also four in a thousand words)."""

    pair_weight: float = 1.6
    """Least weight of two neighbouring words to seed a match where no three stand together."""
    seed_repeats: int = 64
    """Combinations of equal seeds that are all tried; of more frequent ones the n-th here meets the n-th there."""

    print_weight: float = 1.8
    """Least weight of four words in a row to look for across a shelf: a rare word and a few others."""
    stock_places: int = 32
    """Places on a shelf from which the same four words say nothing about any two articles."""
    evidence: float = 0.75
    """Share of the least score that equal prints must weigh: what stands around them makes up the rest."""
    evidence_gap: int = 25
    """Words between runs of one finding: what an alignment could bridge twice."""
    evidence_shift: int = 15
    """Words put in or dropped between runs of one finding."""
    near_copy: float = 0.9
    """Four-word prints in common over all of both from which an article is a copy: one changed word in forty."""

    tag_words: int = 12
    """Words at the end of a passage among which a tag ("said Mayor X, who …") is looked for."""
    tag_leaves: float = 0.5
    """Share of the matched words that must be left without the tag."""

    same_place: float = 0.75
    """Overlap over union from which two places in one article are one occurrence; half a sentence is another one."""
    contained: float = 0.9
    """Share of a match's words, on both sides, inside a stronger one from which it is left out."""

    def at_words(self, words: int) -> Thresholds:
        """The same with another minimum of words, held between 3 and 30."""
        return replace(self, words=max(FEWEST_WORDS, min(MOST_WORDS, words)))

    @property
    def least_score(self) -> float:
        """The score a passage needs: below six words it falls with them, so that a lower minimum shows more."""
        return self.score * min(1.0, self.words / 6)

    def between(self, size_a: int, size_b: int) -> Thresholds:
        """The same for two texts of so many words: in long ones more falls together by chance.

        Chance matches of unrelated texts (1,000 pairs of 2,000 to 120,000 words) are in proportion to the product of
        the sizes, and :attr:`chance_fall` times fewer for each point of score, as the theory of random alignments
        has it (Karlin and Altschul 1990). Few of them fill a quotation.
        """
        combinations = max(1, size_a) * max(1, size_b) / self.chance_words
        more = max(0.0, min(math.log(combinations, self.chance_fall), self.chance_most) - self.score)
        return replace(self, score=self.score + more, quoted_score=self.quoted_score + more / 2)

    def among(self, repetition: float) -> Thresholds:
        """The same for two texts in each of which two words drawn anywhere are equal with that probability.

        Of two long random texts with k words, 2 / (1 + √k) of the words agree in order (conjectured by Arratia and
        Steele; Kiwi, Loebl and Matoušek 2005): two thirds for letters of DNA, a fifth for English.
        """
        root = math.sqrt(repetition)
        return replace(self, density=max(self.density, min(1.0, 2 * root / (1 + root) + self.beyond_chance)))

    def in_characters(self) -> Thresholds:
        """The same for texts whose words are single characters: two of them make a word."""
        doubled = ("gap", "light_rewording", "gap_at_break", "ellipsis_gap", "attribution_gap", "ellipsis_slack")
        lengths = {name: 2 * getattr(self, name) for name in (*doubled, "bridge", "reach")}
        return replace(self, gap_cost=self.gap_cost / 2, **lengths)

    def score_at(self, density: float) -> float:
        """The score needed by a match of that density."""
        return self.least_score * (1.2 - self.scatter * density)

    @property
    def least_quoted_words(self) -> int:
        """Matched words needed inside a quotation, in step with :attr:`words`."""
        return max(2, round(self.quoted_words * self.words / 6))

    @property
    def least_quoted_score(self) -> float:
        """The score needed inside a quotation."""
        return self.quoted_score * min(1.0, self.words / 6)

    def least_in_full_score(self, *, twice: bool) -> float:
        """The score needed where a quotation is matched word for word, or (``twice``) two are."""
        return (self.quoted_twice_score if twice else self.quoted_in_full_score) * min(1.0, self.words / 6)

    def edge_worth(self, step: int, differing: float) -> float:
        """What a common end (``step`` 1) or beginning (-1) is worth where a share of the words differs."""
        same = self.same_end if step > 0 else self.same_edge
        return same + self.altered_edge * min(differing, self.most_altered)

    def content_at(self, score: float) -> float:
        """The share by weight that a match of that score must agree in."""
        return self.content - self.relaxed * min(1.0, max(0.0, score / self.least_score - 1))

    @property
    def lowest_score(self) -> float:
        """The score below which nothing is reported, wherever it stands."""
        return min(self.least_score, self.least_quoted_score)


DEFAULT = Thresholds()
