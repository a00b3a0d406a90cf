"""The words of one statement, its segments joined, with the way back to the article.

Segments are joined by one blank; a place in the joined words is a number of code points into :attr:`Wording.text`.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from reader.compare.changes import PrintedWord, printed_words
from reader.compare.rarity import in_table, weight, weight_by_length
from reader.compare.said import Statement
from reader.text.spans import Span
from reader.text.words import word_key

_KNOWN_LANGUAGE = 0.4
"""Share of a statement's words that the table of rarities must know to be asked; a sentence has names in it."""


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """One statement of one article, ready to be compared."""

    article: int
    statement: Statement
    text: str
    """Its segments, joined."""
    starts: tuple[int, ...]
    """Where each segment begins in ``text``."""
    words: tuple[PrintedWord, ...]
    """Offsets are into ``text``."""
    keys: tuple[str, ...]
    weights: tuple[float, ...]
    """What each word says."""

    @property
    def place(self) -> tuple[int, int]:
        """Article and offset, to sort by."""
        return self.article, self.statement.segments[0].start

    @property
    def whole(self) -> Span:
        """All of ``text``."""
        return Span(0, len(self.text))

    def segment_at(self, place: int) -> int:
        """The segment that a place in ``text`` lies in; the blank after one belongs to it."""
        return max(0, bisect_right(self.starts, place) - 1)

    def original(self, start: int, end: int) -> Span:
        """The stretch of the article for one of ``text`` that lies in one segment, as code points."""
        at = self.segment_at(start)
        segment = self.statement.segments[at]
        first = min(segment.end, segment.start + start - self.starts[at])
        return Span(first, max(first, min(segment.end, segment.start + end - self.starts[at])))


def wording(article: int, text: str, statement: Statement) -> Wording:
    """A statement's words, out of the text of the article at a position in the sequence that is compared."""
    parts = [text[segment.start : segment.end] for segment in statement.segments]
    starts = accumulate((len(part) + 1 for part in parts[:-1]), initial=0)
    joined = " ".join(parts)
    words = tuple(printed_words(joined, Span(0, len(joined))))
    keys = tuple(word_key(joined[word.start : word.end]) for word in words)
    known = sum(map(in_table, keys))
    weigh = weight if known >= _KNOWN_LANGUAGE * len(keys) else weight_by_length
    return Wording(article, statement, joined, tuple(starts), words, keys, tuple(map(weigh, keys)))
