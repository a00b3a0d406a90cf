"""What a comparison says: values only. Screens draw it, reports print it.

Articles are named by their position in the sequence that was compared. Offsets are code points into an
article's ``text``, end exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from reader.text.spans import Span

PassageKind = Literal["verbatim", "altered"]
Voice = Literal["quoted", "attributed", "own"]
EditOp = Literal["equal", "replace", "delete", "insert"]


class Edit(NamedTuple):
    """One step from the words of one occurrence (``against``) to those of another. Spans are code points."""

    op: EditOp
    against_start: int
    against_end: int
    start: int
    end: int


class Move(NamedTuple):
    """Words that stand elsewhere in the other occurrence: where they stood (``against``) and where they stand now."""

    against_start: int
    against_end: int
    start: int
    end: int


AlertKind = Literal["number", "unit", "negation", "opposite", "modality", "quantity", "name"]


class Alert(NamedTuple):
    """A change that can turn a sentence round: the words it is about, on both sides. One side may be empty."""

    kind: AlertKind
    against_start: int
    against_end: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place where a passage stands."""

    article: int
    start: int
    end: int
    voice: Voice | None = None

    @property
    def span(self) -> Span:
        """The place, as a span."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Changes:
    """How one occurrence differs from another, word by word. ``occurrence`` and ``against`` are positions in
    :attr:`Passage.occurrences`."""

    occurrence: int
    against: int
    edits: tuple[Edit, ...]
    """They tile both occurrences; words that moved are taken away at one place and put in at another."""
    moved: tuple[Move, ...] = ()
    alerts: tuple[Alert, ...] = ()
    """Numbers, units, negations, opposites, words for how sure or how many, and names that were changed, dropped or put
    in; what only moved is not among them."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that articles share: one number, two or more occurrences, in order of article and place.

    ``changes`` has one entry for every occurrence after the first, against the first one, also where all is equal.
    ``kind`` is verbatim where only marks, case, spaces, bullets or hyphens differ.
    """

    number: int
    kind: PassageKind
    words: int
    """Matched words in the first occurrence."""
    score: float
    occurrences: tuple[Occurrence, ...]
    changes: tuple[Changes, ...] = ()


@dataclass(frozen=True, slots=True)
class Share:
    """How much of one article stands in another: words of its passages, each counted once."""

    article: int
    within: int
    words: int
    percent: float


@dataclass(frozen=True, slots=True)
class NearMiss:
    """The longest run of words that two articles have in common without sharing a passage."""

    first: int
    second: int
    words: int
    first_span: Span
    second_span: Span


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the compared articles share. ``passages`` are in order of their first occurrence, numbered from 1."""

    articles: tuple[str, ...]
    """The ids of the articles, in the order they were compared."""
    passages: tuple[Passage, ...] = ()
    shares: tuple[Share, ...] = ()
    """Every ordered pair of articles, also those that share nothing (0 words)."""
    near_misses: tuple[NearMiss, ...] = ()
    """For pairs without a passage in common, where there is a run of 2 words or more."""
