"""Who said what, in which article, and in which words: values only. Screens draw them, reports print them.

A *statement* is all segments of one quotation, a *shared quotation* the statements of several articles that are the
same one, each a *variant* of its fullest wording. Articles are named by their position in the sequence that was
compared. Offsets are code points into an article's ``text``, end exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reader.articles.article import Confidence, QuotationKind
from reader.compare.comparison import Edit
from reader.text.spans import Span

Relation = Literal["identical", "cut short", "spliced", "reworded"]
"""How a variant stands to the fullest wording. *identical*: the same words, marks and case apart. *cut short*: a part
without its beginning or end. *spliced*: words are missing in the middle, and what is left is run together. *reworded*:
words were put for others, put in, or taken out one by one."""

VariantFlag = Literal["cut short", "spliced", "reworded", "marked", "silent", "other speaker"]
"""What else is true of a variant. The three relations appear as flags where another one is the main one. *marked*: an
ellipsis or brackets own up to a change; *silent*: a change inside a sentence that nothing owns up to (both can
hold); *other speaker*: another speaker is named than for the fullest wording."""


@dataclass(frozen=True, slots=True)
class Statement:
    """All segments of one quotation of an article, in order, the marks not included."""

    number: int
    """As in :attr:`Quotation.statement`, from 1."""
    segments: tuple[Span, ...]
    kind: QuotationKind
    """Of the segment that says most: direct before fragment before term."""
    speaker: str | None = None
    confidence: Confidence | None = None
    speaker_at: Span | None = None
    flags: tuple[str, ...] = ()
    """Those of its segments: inferred-open, unclosed, continues."""

    @property
    def span(self) -> Span:
        """From the first word of the first segment to the last of the last, what stands between them included."""
        return Span(self.segments[0].start, self.segments[-1].end)


@dataclass(frozen=True, slots=True)
class Variant:
    """One article's wording of a shared quotation, against the fullest wording of it."""

    article: int
    statement: Statement
    relation: Relation
    flags: tuple[VariantFlag, ...] = ()
    edits: tuple[Edit, ...] = ()
    """From the fullest wording to this one, in order. They tile the segments of both, blanks and marks between
    words included; no edit leaves its segment on either side. One that takes words away (``delete``) is empty here, at
    the place where they would stand; one that puts words in (``insert``) is empty in the fullest."""
    words: int = 0
    """Words of this wording."""

    @property
    def speaker(self) -> str | None:
        """Who is named as having said it."""
        return self.statement.speaker

    @property
    def other_speaker(self) -> bool:
        """Whether it is given to someone else than the fullest wording is."""
        return "other speaker" in self.flags


@dataclass(frozen=True, slots=True)
class SharedQuotation:
    """Statements that are the same quotation: two or more variants, in order of article and place."""

    number: int
    """From 1, in order of the first variant's article and place."""
    fullest: int
    """The position in ``variants`` of the wording that holds most of what is printed: what the others are held against.
    Its own relation is identical."""
    variants: tuple[Variant, ...]

    @property
    def base(self) -> Variant:
        """The fullest wording."""
        return self.variants[self.fullest]

    @property
    def articles(self) -> tuple[int, ...]:
        """The articles that print it, in order, each once."""
        return tuple(sorted({variant.article for variant in self.variants}))

    @property
    def altered(self) -> bool:
        """Whether a variant differs in more than where it begins and ends, or is given to someone else."""
        return any(
            variant.other_speaker or variant.relation in ("spliced", "reworded") or "silent" in variant.flags
            for variant in self.variants
        )
