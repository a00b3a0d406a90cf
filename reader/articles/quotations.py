"""Quotations: the words between quotation marks, paragraph by paragraph.

One state, *open* or not, walks over the marks of a block and never leaves it, so that a damaged mark spoils no more
than its own paragraph. What had to be repaired is flagged: ``inferred-open`` (a closing mark without an opening one),
``unclosed``, and ``continues`` (left open because the next paragraph opens again, as a long statement does). Speakers
are not looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from reader.articles.article import Block, Quotation, QuotationKind
from reader.articles.marks import CORNERS, MARKS, direction
from reader.articles.single_marks import singles_between
from reader.text.words import count_words

QUOTED_KINDS: Final = frozenset(
    ("paragraph", "list-item", "blockquote", "caption", "title", "dek", "heading", "repeat")
)
TERM_WORDS: Final = 3
"""Up to so many words without the end of a clause are a term, or a name."""
DIRECT_WORDS: Final = 4
"""So many words that begin and end like a clause are direct speech."""
GAP_WORDS: Final = 12
"""The most words between two segments of one statement."""

INFERRED_REACH: Final = 2000
"""Code points in which the sentence begins whose closing mark has no opening one."""

_INFERRED_END: Final = ",.!?…"
_SENTENCE_BREAK: Final = re.compile(r"[.!?…][\"”’)]*\s+(?=[\"“A-ZÀ-Þ0-9])")
_CLAUSE_END: Final = re.compile(r"[,.!?…—–:;]['’)\]]*$")
_SPEECH: Final = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|add(?:s|ed|ing)|t(?:old|ells?)|wr(?:ote|ites?)|ask(?:s|ed)|continue[sd]|"
    r"explain(?:s|ed)|not(?:es|ed)|repl(?:ies|ied)|answer(?:s|ed)|argue[sd]|state[sd]|insist(?:s|ed)|"
    r"warn(?:s|ed)|admit(?:s|ted)|recall(?:s|ed)|conclude[sd]|declare[sd]|joke[sd]|tweet(?:s|ed)|went on|posted)\b"
)
_SPEECH_TAG: Final = re.compile(rf"[,.?!](?= (?:[\w.’'-]+ ){{0,4}}{_SPEECH.pattern})")
"""The end of a clause before who said it: where a quotation stops that was never closed."""


class _Segment(NamedTuple):
    """Words between marks: code points without the marks, and where the marks end."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    flags: tuple[str, ...] = ()


def quotations_in(text: str, blocks: Sequence[Block]) -> tuple[Quotation, ...]:
    """The quotations of the blocks, in order, never overlapping. Segments of one statement share its number."""
    out: list[Quotation] = []
    statement = 0
    carried = False
    worded = [block for block in blocks if block.kind in QUOTED_KINDS and block.rule != "code"]
    for at, block in enumerate(worded):
        following = worded[at + 1] if at + 1 < len(worded) else None
        last: _Segment | None = None
        for segment in _segments(text, block, following):
            starts_block = segment.outer_start == block.start
            joined = (carried and starts_block) if last is None else _joined(text, last, segment)
            statement += not joined
            kind = _kind(text[segment.start : segment.end], whole=carried and starts_block)
            out.append(Quotation(statement, segment.start, segment.end, kind, flags=segment.flags))
            last = segment
            carried = "continues" in segment.flags
        carried = carried and last is not None
    return tuple(out)


def _segments(text: str, block: Block, following: Block | None) -> list[_Segment]:
    """The segments of one block, in order."""
    found = list(_doubles(text, block))
    if found and "unclosed" in found[-1].flags and _opens_again(text, found[-1], following):
        found[-1] = found[-1]._replace(flags=("continues",))
    outside = _outside(block, found)
    singles = [
        _Segment(start, end, start - 1, end + 1) for span in outside for start, end in singles_between(text, *span)
    ]
    return sorted(segment for segment in (*found, *singles) if text[segment.start : segment.end].strip())


def _opens_again(text: str, left_open: _Segment, following: Block | None) -> bool:
    if following is None or following.kind not in ("paragraph", "blockquote"):
        return False
    mark = text[following.start]
    return mark == text[left_open.outer_start] and direction(text, following.start, None) == "open"


def _outside(block: Block, segments: Iterable[_Segment]) -> Iterator[tuple[int, int]]:
    """The stretches of a block that are in no segment."""
    at = block.start
    for segment in segments:
        if segment.outer_start > at:
            yield at, segment.outer_start
        at = segment.outer_end
    if at < block.end:
        yield at, block.end


def _doubles(text: str, block: Block) -> Iterator[_Segment]:
    """The segments between double marks or corner brackets."""
    opened: int | None = None
    depth = 0
    done = block.start
    for found in MARKS.finditer(text, block.start, block.end):
        at, mark = found.start(), found.group()
        opener = None if opened is None else text[opened]
        if opener in CORNERS:
            depth += (mark == opener) - (mark == CORNERS[opener])
            if depth:
                continue
        heading = direction(text, at, opener)
        if heading == "either":
            heading = "open" if opened is None else "close"
        if heading == "open":
            if opened is None:
                opened, depth = at, 1
            elif mark == opener and mark not in '"＂':
                yield _unclosed(text, opened, at)
                opened = at
        elif opened is None:
            segment = _inferred(text, block, done, at)
            if segment is not None:
                done = segment.outer_end
                yield segment
        elif _closes(text[opened], mark):
            yield _Segment(opened + 1, at, opened, at + 1)
            opened, done = None, at + 1
    if opened is not None:
        yield _unclosed(text, opened, block.end)


def _closes(opener: str, mark: str) -> bool:
    """Whether a closing mark ends what ``opener`` began: of its family, or its damaged twin."""
    if opener in "«»":
        return mark in "«»"
    if opener in CORNERS:
        return mark == CORNERS[opener]
    return mark not in "«»「」『』"


def _unclosed(text: str, opened: int, limit: int) -> _Segment:
    tag = _SPEECH_TAG.search(text, opened + 1, limit)
    end = tag.end() if tag else opened + 1 + len(text[opened + 1 : limit].rstrip())
    return _Segment(opened + 1, end, opened, max(end, opened + 1), ("unclosed",))


def _inferred(text: str, block: Block, done: int, at: int) -> _Segment | None:
    """The segment that a closing mark ends when none was opened: from the start of the block or of a sentence."""
    if at == block.start or text[at - 1] not in _INFERRED_END:
        return None
    start = done
    if done > block.start:
        found = _SENTENCE_BREAK.search(text, max(done, at - INFERRED_REACH), at)
        if found is None:
            return None
        start = found.end()
    if start >= at:
        return None
    return _Segment(start, at, start, at + 1, ("inferred-open",))


def _joined(text: str, before: _Segment, after: _Segment) -> bool:
    """Whether two segments of a block are one statement: “…,” said X, “…”."""
    gap = text[before.outer_end : after.outer_start]
    if text[before.end - 1] not in ",—–-" or not gap.rstrip().endswith((",", "—", "–", "-")):
        return False
    return 0 < count_words(gap) <= GAP_WORDS and not re.search(r"[.!?;]\s", gap) and bool(_SPEECH.search(gap))


def _kind(words: str, *, whole: bool) -> QuotationKind:
    """Direct speech is a clause with its end; a term is a few words without one; all else is woven into a sentence."""
    words = words.strip()
    count = count_words(words)
    ended = bool(_CLAUSE_END.search(words))
    if whole or (ended and (count >= DIRECT_WORDS or words[0].isupper())) or count > 2 * GAP_WORDS:
        return "direct"
    return "term" if count <= TERM_WORDS and not ended else "fragment"
