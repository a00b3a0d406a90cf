"""Tags at the edge of a quotation: "…," said the mayor. Two articles that share the quotation share the tag as well,
and yet it is no part of what was said: a passage that breaks off in a tag ends at the mark before it. Where a whole
sentence is shared, its tag is too.
"""

from __future__ import annotations

from dataclasses import replace

from reader.compare.fitting import Match
from reader.compare.prepared import Prepared, Vocabulary
from reader.compare.thresholds import Thresholds
from reader.text.words import word_key

_VERBS = ("said", "says", "say", "told", "tells", "added", "adds", "wrote", "writes", "explained", "announced", "noted")
_SPEECH = frozenset(map(word_key, _VERBS))
_OPENING, _CLOSING = 1, 2
_VERB_BEHIND = 3
"""Words behind the passage in which the verb may stand: "…," Mayor X | told a crowd."""


def without_tags(match: Match, a: Prepared, b: Prepared, vocabulary: Vocabulary, limits: Thresholds) -> Match:
    """The match without a tag behind the closing mark of a quotation that it is in, on both sides."""
    if _at_an_end(a, match.a_end) and _at_an_end(b, match.b_end):
        return match
    tail_a = _tail(a, match.a, match.a_end, vocabulary, limits)
    tail_b = _tail(b, match.b, match.b_end, vocabulary, limits)
    if not tail_a or not tail_b:
        return match
    matched = match.matched - min(tail_a, tail_b)
    if matched < limits.least_quoted_words or matched < limits.tag_leaves * match.matched:
        return match
    score = match.score * matched / match.matched
    return replace(match, a_end=match.a_end - tail_a, b_end=match.b_end - tail_b, matched=matched, score=score)


def _at_an_end(side: Prepared, last: int) -> bool:
    """Whether a sentence or a quotation ends there: then the tag was taken over with the rest of it."""
    return last == side.size or bool(side.breaks[last - 1] or side.marks[last - 1])


def _tail(side: Prepared, first: int, last: int, vocabulary: Vocabulary, limits: Thresholds) -> int:
    """Words at the end of a stretch that are a tag behind a closing mark; 0 where they are not."""
    inside = False
    for at in range(max(first, last - limits.tag_words), last - 1):
        if side.marks[at] & _CLOSING and not side.marks[at] & _OPENING:
            inside = True
            mark = at
        elif side.marks[at] & _OPENING:
            inside = False
    if not inside:
        return 0
    around = side.numbers[mark + 1 : last + _VERB_BEHIND]
    return last - mark - 1 if any(vocabulary.keys[word] in _SPEECH for word in around) else 0
