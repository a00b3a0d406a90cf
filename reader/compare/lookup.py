"""Quotations of one article, a draft, looked up in others: do they stand there as they are quoted, and whose are they?

A quotation is held against what others print in quotation marks, and against their running text, which is what one
quotes of a statement or a transcript. Only words are compared: that nothing was found says something about the
articles that were looked into, and nothing about the quotation.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from reader.articles.article import Article, Block, Confidence
from reader.articles.speech.sentences import sentence_starts
from reader.compare.changes import printed_words
from reader.compare.comparison import Edit
from reader.compare.said import Statement
from reader.compare.sameness import LEAST_SCORE, SEED, SEED_SCORE, Group, are_same, covered, runs
from reader.compare.statements import statements
from reader.compare.variants import is_someone_else, shared_quotation
from reader.compare.wording import Wording, wording
from reader.text.find import Query, Searchable, find
from reader.text.spans import Span, overlap
from reader.text.words import word_key

Printed = Literal["exact", "typographic", "cut short", "altered"]
"""How the words stand there. *typographic*: only marks, case or spaces differ. *cut short*: nothing but a beginning, an
end, or what an ellipsis or closed marks own up to is left out. *altered*: words were changed, put in or left out."""
Verdict = Literal["exact", "typographic", "cut short", "altered", "other speaker", "not found"]

LEAST_COVERED: Final = 0.5
"""Share of a quotation's weight that sentences must have to be what it was made from; under half they are others."""
LEAST_PART: Final = 0.35
"""The same of a statement that is the same, as far as it goes: “What happened in Paris?” is no long quotation."""
LONG_ENOUGH: Final = 5
"""Words in a row that such sentences must have besides."""
_BLOCKS: Final = 3
"""Paragraphs that are looked into where words stand outside of quotation marks."""
_NEAR_MARK: Final = 8
"""Code points around a gap in which an ellipsis or a bracket owns up to it."""
_OWNED: Final = re.compile(r"…|\.\s?\.\s?\.|\[")
_SENTENCE_END: Final = re.compile(r"[.!?…][\"”’)\]]*\s*$")
_ORDER: Final[tuple[Printed, ...]] = ("exact", "typographic", "cut short", "altered")


@dataclass(frozen=True, slots=True)
class Standing:
    """One place where a quotation stands, as it is or altered."""

    article: int
    """Position among the articles that were looked into."""
    segments: tuple[Span, ...]
    """What it was held against: the whole statement there, or the sentences, where they are not in quotation marks."""
    printed: Printed
    quoted: bool
    """Whether it stands in quotation marks there."""
    speaker: str | None
    confidence: Confidence | None
    other_speaker: bool
    """Whether someone else is named there than in the draft, and both names are sure."""
    marked: bool
    """Whether brackets or an ellipsis own up to all that was changed."""
    changed: int
    """Words that were put in, and gaps where some were left out, apart from what makes it shorter."""
    edits: tuple[Edit, ...]
    """From the words there (``against``) to those of the draft, tiling the segments of both."""

    @property
    def span(self) -> Span:
        """The words there that the draft has, from the first to the last."""
        kept = [edit for edit in self.edits if edit.start < edit.end and edit.against_start < edit.against_end]
        return Span(kept[0].against_start, kept[-1].against_end) if kept else self.segments[0]

    @property
    def verdict(self) -> Verdict:
        """What there is to say of it."""
        if self.printed != "altered" and self.other_speaker:
            return "other speaker"
        return self.printed

    @property
    def holds(self) -> bool:
        """Whether it was said so, by whom the draft says: nothing was changed but what brackets own up to."""
        return not self.other_speaker and (self.printed != "altered" or self.marked)

    @property
    def rank(self) -> tuple[bool, int, bool, int]:
        """What the best place has least of."""
        return not self.holds, _ORDER.index(self.printed) + 3 * self.other_speaker, not self.quoted, self.changed


@dataclass(frozen=True, slots=True)
class Looked:
    """A statement of the draft, and every place where it was found, the best one first."""

    statement: Statement
    standings: tuple[Standing, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """That of the best place."""
        return self.standings[0].verdict if self.standings else "not found"

    @property
    def holds(self) -> bool:
        """Whether it stands somewhere as it is quoted."""
        return bool(self.standings) and self.standings[0].holds


def quoted_in(draft: Article) -> tuple[Statement, ...]:
    """The statements of a draft that can be looked up: all but the words in quotation marks that nobody says."""
    return tuple(each for each in statements(draft) if each.kind != "term" or each.speaker is not None)


def look_up(draft: Article, articles: Sequence[Article]) -> list[Looked]:
    """The quotations of a draft, with the places where they stand in the articles."""
    asked = [wording(-1, draft.text, statement) for statement in quoted_in(draft)]
    found: list[list[Standing]] = [[] for _ in asked]
    for at, article in enumerate(articles):
        source = _Source(at, article)
        for place, each in enumerate(asked):
            found[place] += source.standings(each)
    return [
        Looked(each.statement, tuple(sorted(standings, key=lambda one: (one.rank, one.article))))
        for each, standings in zip(asked, found, strict=True)
    ]


class _Source:
    """One article that quotations are looked up in."""

    def __init__(self, at: int, article: Article) -> None:
        self._at = at
        self._article = article
        self._told = [wording(at, article.text, statement) for statement in statements(article)]
        self._searchable = Searchable(article.text, article.body or None)
        self._runs: defaultdict[tuple[str, ...], list[Span]] = defaultdict(list)
        for span in article.body:
            words = printed_words(article.text, span)
            keys = [word_key(article.text[word.start : word.end]) for word in words]
            for first in range(len(words) - SEED + 1):
                place = Span(words[first].start, words[first + SEED - 1].end)
                self._runs[tuple(keys[first : first + SEED])].append(place)

    def standings(self, asked: Wording) -> Iterator[Standing]:
        """The places of one quotation: the best one, and others where it holds."""
        pointed = [*self._literal(asked), *self._pointed(asked)]
        bases = [told for told in self._told if _touches(told, pointed)]
        if len(bases) > 1 and len({base.statement.speaker for base in bases} - {None}) < 2:
            bases.append(self._joined(bases))
        judged = [_judged(base, asked, quoted=True) for base in bases if _is_it(base, asked)]
        if not any(each.holds for each in judged):
            outside = [span for span in pointed if not any(_touches(told, [span]) for told in self._told)]
            judged += [_judged(base, asked, quoted=False) for base in self._sentences(outside) if _is_it(base, asked)]
        if judged:
            best = min(each.rank for each in judged)
            yield from (each for each in judged if each.rank == best or each.holds)

    def _literal(self, asked: Wording) -> Iterator[Span]:
        """Where a segment stands word for word."""
        for segment, start in zip(asked.statement.segments, asked.starts, strict=True):
            words = asked.text[start : start + segment.end - segment.start].strip(" \t\n.,;:!?…—–-")
            if words:
                yield from find(self._searchable, Query(words, whole_word=True, case=False)).hits

    def _pointed(self, asked: Wording) -> Iterator[Span]:
        """Where some words in a row stand that say something."""
        for first in range(len(asked.keys) - SEED + 1):
            if sum(asked.weights[first : first + SEED]) >= SEED_SCORE:
                yield from self._runs.get(asked.keys[first : first + SEED], ())

    def _joined(self, bases: Sequence[Wording]) -> Wording:
        """Statements one after the other as one: what an outlet parts with a tag, a draft may run together."""
        named = next((base.statement for base in bases if base.statement.speaker), bases[0].statement)
        segments = tuple(segment for base in bases for segment in base.statement.segments)
        return wording(self._at, self._article.text, replace(named, segments=segments))

    def _sentences(self, spans: Sequence[Span]) -> Iterator[Wording]:
        """The sentences of the running text that hold the spans, in the blocks that hold most of them."""
        by_block: defaultdict[Block, list[Span]] = defaultdict(list)
        for span in spans:
            at = bisect_right(self._article.blocks, span.start, key=lambda block: block.start) - 1
            by_block[self._article.blocks[at]].append(span)
        fullest = sorted(by_block.items(), key=lambda held: -overlap(held[1], [held[0].span]))
        for block, inside in fullest[:_BLOCKS]:
            first, last = min(span.start for span in inside), max(span.end for span in inside)
            starts = sentence_starts(self._article.text, block.start, block.end, ())
            start = max(place for place in starts if place <= first)
            end = next((place for place in starts if place >= last), max(block.end, last))
            whole = Span(start, start + len(self._article.text[start:end].rstrip()))
            yield wording(self._at, self._article.text, Statement(0, (whole,), "direct"))


def _touches(told: Wording, spans: Sequence[Span]) -> bool:
    """Whether one of the spans lies in a statement."""
    return any(segment.touches(span) for segment in told.statement.segments for span in spans)


def _is_it(base: Wording, asked: Wording) -> bool:
    """Whether the words there are the quotation, altered or not."""
    found = runs(base, asked)
    if len(found) == 1 and found[0].length == len(asked.keys):
        return True
    share = covered(asked, found)
    if are_same(base, asked):
        return share >= LEAST_PART
    is_heavy = share * sum(asked.weights) >= LEAST_SCORE
    return is_heavy and share >= LEAST_COVERED and any(run.length >= LONG_ENOUGH for run in found)


def _judged(base: Wording, asked: Wording, *, quoted: bool) -> Standing:
    """How the quotation differs from the words there."""
    variant = shared_quotation(1, Group(0, (base, asked))).variants[1]
    printed, marked, changed = _printed(base, asked, variant.edits)
    there = base.statement
    are_sure = there.confidence == asked.statement.confidence == "sure"
    return Standing(
        article=base.article,
        segments=there.segments,
        printed=printed,
        quoted=quoted,
        speaker=there.speaker,
        confidence=there.confidence,
        other_speaker=are_sure and is_someone_else(there.speaker, asked.statement.speaker),
        marked=marked,
        changed=changed,
        edits=variant.edits,
    )


def _printed(base: Wording, asked: Wording, edits: Sequence[Edit]) -> tuple[Printed, bool, int]:
    """How the words stand there, whether marks own up to all that was changed, and how much that is."""
    there, here = _Text(base), _Text(asked)
    kept = [at for at, edit in enumerate(edits) if edit.op == "equal" and here.words(edit.start, edit.end)]
    first, last = (kept[0], kept[-1]) if kept else (len(edits), -1)
    is_short, owned, changed = False, True, 0
    for at, edit in enumerate(edits):
        missing = there.words(edit.against_start, edit.against_end)
        put_in = here.words(edit.start, edit.end)
        if edit.op == "equal" or not missing + put_in:
            continue
        if not put_in and (not first < at < last or _is_owned(there, here, edit)):
            is_short = True
        else:
            changed += put_in or 1
            owned &= here.in_brackets(edit.start, edit.end)
    if changed:
        return "altered", owned, changed
    if is_short:
        return "cut short", False, 0
    alike = all(_alike(there, here, edit) for edit in edits if edit.op == "equal")
    return ("exact" if alike else "typographic"), False, 0


class _Text:
    """The text of an article, by the joined words of one statement in it."""

    def __init__(self, told: Wording) -> None:
        self._told = told
        self._segments = told.statement.segments

    def words(self, start: int, end: int) -> int:
        """How many words stand in a stretch of the article."""
        return len(printed_words(self.between(start, end), Span(0, end - start))) if start < end else 0

    def between(self, start: int, end: int) -> str:
        """A stretch of the article, which lies in one segment."""
        at, low = self._segment(start)
        return self._told.text[at + start - low : at + end - low]

    def _segment(self, place: int) -> tuple[int, int]:
        """Where in the joined words the segment at a place of the article begins, and where in the article."""
        for start, segment in zip(self._told.starts, self._segments, strict=True):
            if segment.start <= place <= segment.end:
                return start, segment.start
        return self._told.starts[-1], self._segments[-1].start

    def around(self, place: int) -> str:
        """What stands on both sides of a place of the article, in its segment."""
        at, low = self._segment(place)
        middle = at + place - low
        return self._told.text[max(0, middle - _NEAR_MARK) : middle + _NEAR_MARK]

    def in_brackets(self, start: int, end: int) -> bool:
        """Whether a stretch of the article stands in square brackets."""
        at, low = self._segment(start)
        before = self._told.text[: at + start - low]
        inside, after = self.between(start, end), self._told.text[at + end - low :]
        opened = before.rstrip().endswith("[") or inside.lstrip().startswith("[")
        return opened and (after.lstrip().startswith("]") or inside.rstrip(" .,;:").endswith("]"))

    def begins_segment(self, place: int) -> bool:
        """Whether the marks were closed before a place, and opened again."""
        return any(segment.start == place for segment in self._segments[1:]) or any(
            segment.end == place for segment in self._segments[:-1]
        )

    def ends_sentence(self, place: int) -> bool:
        """Whether a sentence ends before a place of the article."""
        at, low = self._segment(place)
        return _SENTENCE_END.search(self._told.text[max(0, at + place - low - 4) : at + place - low]) is not None


def _is_owned(there: _Text, here: _Text, edit: Edit) -> bool:
    """Whether the draft owns up to words that are missing in the middle."""
    if here.begins_segment(edit.start) and there.ends_sentence(edit.against_start):
        return True
    return _OWNED.search(here.around(edit.start)) is not None


def _alike(there: _Text, here: _Text, edit: Edit) -> bool:
    """Whether words that are equal are also set alike; a comma or full stop at an end is the sentence's around it."""
    one = " ".join(there.between(edit.against_start, edit.against_end).split()).strip(" .,")
    other = " ".join(here.between(edit.start, edit.end).split()).strip(" .,")
    return one == other
