"""Whose words each quotation is, in English: patterns first, then the fullest name that the article has for them.

Where nothing is known nothing is said. A pronoun goes to the last person it fits, a role to the person who has it; what
stays a role ("a spokesman for Acme") is given as it is printed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from reader.articles.article import Block, QuotationKind
from reader.articles.speech.cues import (
    Found,
    Place,
    after,
    after_full_stop,
    before,
    in_sentence_before,
    in_tail,
    may_be_tagged,
    of_opinion,
)
from reader.articles.speech.people import People
from reader.articles.speech.resolution import Resolver, Speaker
from reader.articles.speech.segments import Segment
from reader.articles.speech.sentences import sentence_starts
from reader.articles.speech.subjects import BLANK

NAMED_KINDS: Final = frozenset(("paragraph", "list-item", "blockquote", "caption", "dek", "repeat"))
"""Blocks whose names are read: a heading's capitals make names of everything."""
_GAP_WORDS: Final = 20
"""The most words between two segments of one sentence: its tag, with an apposition."""
_GAP_END: Final = re.compile(r"[,—–\-]\s*$")
_NOTHING: Final = re.compile(rf"[\s{BLANK}.,;:!?—–*_>\-\"“”'‘’]*")


class Said(NamedTuple):
    """A quotation before it is known who said it."""

    segment: Segment
    block: int
    """Position among the blocks."""
    kind: QuotationKind


class Spoken(NamedTuple):
    """A quotation's speaker, and whether it goes on with the statement before it."""

    speaker: Speaker | None
    goes_on: bool


@dataclass(slots=True)
class _Paragraph:
    """A block with quotations: the sentences in it, and what stands right after each quotation."""

    block: Block
    tags: list[Found | None] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)


def masked(text: str, segments: Sequence[Segment]) -> str:
    """The text with every quotation blanked out, marks included, code point for code point."""
    parts = []
    at = 0
    for segment in segments:
        parts += [text[at : segment.outer_start], BLANK * (segment.outer_end - segment.outer_start)]
        at = segment.outer_end
    return "".join((*parts, text[at:]))


class Attribution:
    """Attributes the quotations of one article, in order. In a text that is not ``english`` it only tells which of
    them go on with the one before."""

    def __init__(self, text: str, blocks: Sequence[Block], said: Sequence[Said], *, english: bool = True) -> None:
        self._original = text
        self._text = masked(text, [each.segment for each in said])
        self._blocks = blocks
        self._english = english
        named = [block.span for block in blocks if english and block.kind in NAMED_KINDS]
        asides = [block.span for block in blocks if block.kind == "caption"]
        self._resolver = Resolver(self._text, People(self._text, named, asides))
        self._said = said

    def spoken(self) -> list[Spoken]:
        """For every quotation its speaker and whether it goes on with the one before."""
        out: list[Spoken] = []
        at = 0
        while at < len(self._said):
            last = at
            while last < len(self._said) and self._said[last].block == self._said[at].block:
                last += 1
            paragraph = self._paragraph(at, last)
            for place in range(at, last):
                out.append(self._one(paragraph, at, place, out))
            at = last
        for place in range(len(out) - 1, 0, -1):
            if "continues" in self._said[place - 1].segment.flags and _says_more(out[place], out[place - 1]):
                out[place - 1] = out[place - 1]._replace(speaker=out[place].speaker)
        return out

    def _paragraph(self, first: int, last: int) -> _Paragraph:
        """The tags after the quotations of a block, then its sentences: a tag goes on with its quotation's."""
        block = self._blocks[self._said[first].block]
        paragraph = _Paragraph(block)
        ends = []
        for each in self._said[first:last]:
            place = self._place(each, block, each.segment.outer_start)
            tag = self._tag(place)
            paragraph.tags.append(tag)
            if tag is None and place.last in ".?!…":
                ends.append(each.segment.outer_end)
        paragraph.starts = sentence_starts(self._text, block.start, block.end, ends)
        return paragraph

    def _tag(self, place: Place) -> Found | None:
        """What stands right after a quotation; a term is tagged only where it begins like a sentence."""
        if not self._english or (place.kind == "term" and not place.first.isupper()):
            return None
        return after(place) if may_be_tagged(place) else after_full_stop(place)

    def _place(self, said: Said, block: Block, sentence: int) -> Place:
        segment = said.segment
        words = self._original[segment.start : segment.end].strip(" \u00a0\n\t\"”’'") or "?"
        return Place(
            self._text,
            block.span,
            sentence,
            segment.outer_start,
            segment.outer_end,
            words[0],
            words[-1],
            said.kind,
        )

    def _one(self, paragraph: _Paragraph, first: int, at: int, out: list[Spoken]) -> Spoken:
        said = self._said[at]
        so_far = out[-1].speaker if out else None
        if at == first and self._is_carried_on(at, paragraph.block):
            tagged = Spoken(self._resolver.resolved(paragraph.tags[0]), True)
            return tagged if _says_more(tagged, Spoken(so_far, True)) else Spoken(so_far, True)
        sentence = _sentence(paragraph, said)
        goes_on = at > first and self._goes_on(paragraph, first, at)
        if goes_on:
            return Spoken(so_far, True)
        if not self._english:
            return Spoken(None, goes_on)
        found = self._found(paragraph, at - first, said, sentence)
        speaker = self._resolver.resolved(found)
        if speaker is None and found is not None:
            return Spoken(None, goes_on)  # somebody said it, and it cannot be told who
        if speaker is None and at > first and out[-1].speaker is not None:
            speaker = self._inherited(paragraph, at, sentence, out[-1].speaker)
        if speaker is None and at == first and so_far is not None and self._floats(paragraph, at):
            return Spoken(so_far._replace(confidence="likely"), True)
        if speaker is None and said.kind == "direct" and sentence == said.segment.outer_start:
            speaker = self._resolver.resolved(self._introduced(paragraph, said))
        if speaker is None and said.kind != "term" and sentence < said.segment.outer_start:
            speaker = self._resolver.resolved(self._thought(paragraph, sentence))
        return Spoken(speaker, goes_on)

    def _is_carried_on(self, at: int, block: Block) -> bool:
        """Whether the first quotation of a block goes on with one that the block before left open."""
        said, earlier = self._said[at], self._said[at - 1] if at else None
        if earlier is None or "continues" not in earlier.segment.flags:
            return False
        return said.block == earlier.block + 1 and said.segment.outer_start == block.start

    def _found(self, paragraph: _Paragraph, number: int, said: Said, sentence: int) -> Found | None:
        """What the quotation's own sentence says, its tag first where it begins the sentence."""
        place = self._place(said, paragraph.block, sentence)
        tag = paragraph.tags[number]
        if tag is not None and place.start == sentence:
            return tag
        lead = before(place)
        if tag is not None and (lead is None or lead.confidence != "sure"):
            return tag
        if lead is not None and lead.confidence == "sure":
            return lead
        following = bisect_right(paragraph.starts, place.start)
        end = paragraph.starts[following] if following < len(paragraph.starts) else paragraph.block.end
        return in_tail(place, end) or lead

    def _inherited(self, paragraph: _Paragraph, at: int, sentence: int, speaker: Speaker) -> Speaker | None:
        """The speaker of the quotation before, in the same sentence or where nobody else comes in between."""
        said, earlier = self._said[at], self._said[at - 1]
        if said.kind == "term":
            return None
        if earlier.segment.outer_start >= sentence or said.kind == "fragment":
            return speaker._replace(confidence="likely")
        between = bisect_right(paragraph.starts, said.segment.outer_start) - bisect_right(
            paragraph.starts, earlier.segment.outer_end
        )
        if between > 1 and said.segment.outer_start == sentence:
            named = self._resolver.resolved(self._introduced(paragraph, said))
            if named is not None:
                return named
        return speaker._replace(confidence="likely")

    def _goes_on(self, paragraph: _Paragraph, first: int, at: int) -> bool:
        """Whether a quotation goes on with the one before it in the paragraph: “…,” X said, “…” · “…,” X said. “…”"""
        earlier, said = self._said[at - 1], self._said[at]
        start, end = earlier.segment.outer_end, said.segment.outer_start
        gap = self._text[start:end]
        tag, own_tag = paragraph.tags[at - 1 - first], paragraph.tags[at - first]
        if not 0 < len(gap.split()) <= _GAP_WORDS or own_tag is not None:
            return False
        sentences = bisect_right(paragraph.starts, end) - bisect_right(paragraph.starts, start)
        if not _GAP_END.search(gap):
            begins_sentence = _sentence(paragraph, said) == end
            return tag is not None and sentences == 1 and said.kind == "direct" and begins_sentence
        if sentences:
            return False
        small = self._original[said.segment.start : said.segment.end].lstrip()[:1].islower()
        if tag is not None:
            return tag.end <= end and (said.kind == "direct" or small)
        place = self._place(earlier, paragraph.block, earlier.segment.outer_start)
        short = len(gap.split()) <= _GAP_WORDS // 2
        return small and short and place.first.isupper() and may_be_tagged(place)

    def _floats(self, paragraph: _Paragraph, at: int) -> bool:
        """Whether a paragraph is nothing but a quotation, right after one that ends with a quotation and its tag."""
        said, earlier = self._said[at], self._said[at - 1]
        block = paragraph.block
        if said.kind != "direct" or said.block != earlier.block + 1 or block.kind in ("list-item", "caption"):
            return False
        if not _NOTHING.fullmatch(self._text, block.start, block.end):
            return False
        rest = self._text[earlier.segment.outer_end : self._blocks[earlier.block].end]
        return len(rest.split()) <= _GAP_WORDS and not re.search(r"[.!?]\s", rest)

    def _thought(self, paragraph: _Paragraph, sentence: int) -> Found | None:
        """Whose thought the sentence before gives, where this one only carries it on: "To her, it is a start. So it
        will “help us all”."."""
        at = bisect_right(paragraph.starts, sentence) - 2
        return of_opinion(self._text, paragraph.starts[at], sentence) if at >= 0 else None

    def _introduced(self, paragraph: _Paragraph, said: Said) -> Found | None:
        """What the sentence before says, or the paragraph before where it ends in a colon, or where nothing but the
        quotation follows."""
        text, at = self._text, said.segment.outer_start
        before_it = bisect_right(paragraph.starts, at - 1) - 1
        if before_it >= 0 and paragraph.starts[before_it] < at:
            alone = said.segment.outer_end >= paragraph.block.end - 1
            return in_sentence_before(text, paragraph.starts[before_it], at, alone=alone)
        if at != paragraph.block.start or not said.block:
            return None
        above = self._blocks[said.block - 1]
        if above.kind not in NAMED_KINDS:
            return None
        colon = text[above.start : above.end].endswith(":")
        if not colon and not _NOTHING.fullmatch(text, paragraph.block.start, paragraph.block.end):
            return None
        last = sentence_starts(text, above.start, above.end, ())[-1]
        return in_sentence_before(text, last, above.end, alone=colon)


def _says_more(one: Spoken, other: Spoken) -> bool:
    """Whether a part of a statement says better who speaks than the one it goes on with."""
    if not one.goes_on or one.speaker is None:
        return False
    return other.speaker is None or (one.speaker.confidence, other.speaker.confidence) == ("sure", "likely")


def _sentence(paragraph: _Paragraph, said: Said) -> int:
    """Where the sentence begins that a quotation stands in."""
    return paragraph.starts[bisect_right(paragraph.starts, said.segment.outer_start) - 1]
