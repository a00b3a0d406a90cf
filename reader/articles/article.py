"""The article: a text that is never changed, and what is known about it.

Everything here is a value. Offsets are code points into :attr:`Article.text`, end exclusive. What is not known is
``None``; what was inferred rather than stated says so.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from reader.text.spans import Span

BlockKind = Literal["title", "dek", "heading", "paragraph", "list-item", "blockquote", "caption", "repeat", "furniture"]
QuotationKind = Literal["direct", "fragment", "term"]
Confidence = Literal["sure", "likely"]


UNDIVIDED = "undivided"
"""The rule of a block that holds all that was not looked at yet, at the end of a long text."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that is set as one: a paragraph, a heading, a list item.

    ``start`` and ``end`` enclose its words, without blanks around them and without the sign in front (bullet, ``#``,
    ``>``); that sign and the blanks before it begin at ``lead``. ``rule`` names the rule that decided the kind.
    """

    kind: BlockKind
    start: int
    end: int
    rule: str | None = None
    lead: int | None = None
    level: int = 0
    """Depth: of a heading (1 to 6), or of a list item or block quote (0 is outermost)."""

    @property
    def span(self) -> Span:
        """The words, as a span."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks, the marks not included. Segments of one statement share its number (from 1)."""

    statement: int
    start: int
    end: int
    kind: QuotationKind = "direct"
    speaker: str | None = None
    confidence: Confidence | None = None
    speaker_at: Span | None = None
    flags: tuple[str, ...] = ()
    inner: tuple[Span, ...] = ()
    """Quotations inside this one, without their marks."""

    @property
    def span(self) -> Span:
        """The words, as a span."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Particulars:
    """What is known about an article besides its words. ``published`` is an ISO date; ``None`` is unknown."""

    title: str | None = None
    title_guessed: bool = True
    byline: str | None = None
    outlet: str | None = None
    published: str | None = None
    published_guessed: bool = False
    """Whether the source only makes the day likely, and does not state it."""
    language: str | None = None
    kind: str = "article"
    """article, digest, press release, transcript …"""
    source: str | None = None
    """For a digest: the name of the file that it digests."""
    source_sha256: str | None = None
    """For a digest: the SHA-256 of that file's bytes, in hexadecimal."""
    invented: bool = False
    """Whether the text says of itself that its story is made up."""


Particular = Literal["title", "byline", "outlet", "published", "language"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a particular is known: the code points it comes from and the rule. What is not ``stated`` is a guess."""

    particular: Particular
    value: str
    start: int
    end: int
    rule: str
    stated: bool

    @property
    def span(self) -> Span:
        """Where it comes from."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Article:
    """A text with particulars. ``id`` is made from the content, so a file that moves keeps it."""

    id: str
    path: str
    """Where it came from, as the user named it (``-`` for standard input)."""
    text: str
    """The decoded file, untouched."""
    particulars: Particulars = field(default_factory=Particulars)
    blocks: tuple[Block, ...] = ()
    """In order, never overlapping. What no block covers is white space or front matter."""
    quotations: tuple[Quotation, ...] = ()
    words: int = 0
    """Words outside furniture."""
    sha256: str = ""
    """Of the bytes it was read from, in hexadecimal."""
    is_whole: bool = True
    """Whether all of it was looked at; else the last block is undivided, and words and quotations are not known."""
    evidence: tuple[Evidence, ...] = ()
    """For each particular that the text itself states or suggests; what came from elsewhere has none."""

    @property
    def body(self) -> tuple[Span, ...]:
        """The spans that are the article and not the page around it: what is matched, searched and counted.

        Captions and repeats are among them: an agency's caption in two outlets is shared, and a passage may stand
        twice in one article.
        """
        return tuple(block.span for block in self.blocks if block.kind != "furniture")
