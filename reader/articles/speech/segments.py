"""Segments: the words between two quotation marks of one block, and the quotations inside them.

One state, *open* or not, walks over the marks of a block and never leaves it, so that a damaged mark spoils no more
than its own paragraph. What had to be repaired is flagged: ``inferred-open`` (a closing mark without an opening one),
``unclosed``, and ``continues`` (left open because the next paragraph opens again, as a long statement does).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from reader.articles.article import Block
from reader.articles.speech.marks import CORNERS, STRAIGHT, Mark, direction, marks_in
from reader.articles.speech.single_marks import left_open, opens_single, singles_between
from reader.articles.speech.verbs import SPEECH
from reader.text.spans import Span

INFERRED_REACH: Final = 1000
"""Code points in which the sentence begins whose closing mark has no opening one."""

_INFERRED_END: Final = ",.!?…"
_SENTENCE_BREAK: Final = re.compile(r"[.!?…][\"”’)]*\s+(?=[\"“A-ZÀ-Þ0-9])")
_TAG: Final = re.compile(r"[,.?!](?= ((?:[\w.’'-]+ ){0,4})(\w+)\b)")
"""The end of a clause and the five words after it."""
_PLACEHOLDER: Final = "Q"
"""Stands for the letters of a quotation between double marks while single ones are looked for."""


class Segment(NamedTuple):
    """Words between marks: without the marks, and with those that are there. Code points, end exclusive."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    flags: tuple[str, ...] = ()
    inner: tuple[Span, ...] = ()
    """The quotations inside it, without their marks."""


def segments_in(text: str, block: Block, following: Block | None) -> list[Segment]:
    """The segments of one block, in order, never overlapping; ``following`` is the block after it."""
    doubles = _carried_on(text, list(_doubles(text, block.start, block.end)), following)
    singles = _singles(text, block, doubles, following)
    outermost = _outermost(sorted((*doubles, *singles)))
    return [_with_inner(text, found) for found in outermost if text[found.start : found.end].strip()]


def _carried_on(text: str, found: list[Segment], following: Block | None) -> list[Segment]:
    if found and "unclosed" in found[-1].flags and _opens_again(text, found[-1], following):
        end = found[-1].outer_start + len(text[found[-1].outer_start : found[-1].outer_end].rstrip())
        found[-1] = found[-1]._replace(end=end, flags=("continues",))
    return found


def _opens_again(text: str, open_segment: Segment, following: Block | None) -> bool:
    if following is None or following.kind not in ("paragraph", "blockquote", "repeat"):
        return False
    first = next(marks_in(text, following.start, min(following.end, following.start + 2)), None)
    if first is None or first.start != following.start:
        return False
    return first.glyph[0] == text[open_segment.outer_start] and direction(text, first, None) == "open"


def _outermost(segments: Sequence[Segment]) -> list[Segment]:
    """Without those that begin inside another; what they hold becomes the other's."""
    out: list[Segment] = []
    for segment in segments:
        if out and segment.outer_start < out[-1].outer_end:
            if segment.outer_end <= out[-1].outer_end and _lies_inside(segment, out[-1]):
                inner = (*out[-1].inner, Span(segment.start, segment.end))
                out[-1] = out[-1]._replace(inner=inner)
        else:
            out.append(segment)
    return out


def _lies_inside(segment: Segment, other: Segment) -> bool:
    """Whether the words of a segment are among those of another."""
    return other.start <= segment.start and segment.end <= other.end


def _with_inner(text: str, segment: Segment) -> Segment:
    """The segment with the quotations inside it: between single marks, or straight ones inside curly ones."""
    if segment.inner or text[segment.outer_start] in CORNERS:
        return segment
    start = segment.start
    inside = [Span(*found) for found in singles_between(text, start, segment.end)]
    if not inside and text[segment.outer_start] not in "\"＂'":
        inside = [
            Span(found.start, found.end)
            for found in _doubles(text, start, segment.end)
            if not found.flags and text[found.start : found.end].strip()
        ]
    return segment._replace(inner=tuple(inside)) if inside else segment


def _singles(text: str, block: Block, doubles: Sequence[Segment], following: Block | None) -> list[Segment]:
    """The segments between single marks outside the double ones; one may hold double ones."""
    if not opens_single(text, block.start, block.end):
        return []
    shadow = _shadow(text, block, doubles)
    out = []
    for start, end in singles_between(shadow, 0, len(shadow)):
        found = Segment(block.start + start, block.start + end, block.start + start - 1, block.start + end + 1)
        after = bisect_left(doubles, found.outer_start, key=lambda double: double.outer_start)
        holds = after < len(doubles) and doubles[after].outer_start < found.outer_end
        if not holds or text[found.outer_start] == "‘" or text[found.end - 1] in ",.?!":
            out.append(found)
    start_again = out[-1].outer_end - block.start if out else 0
    unclosed = left_open(shadow, start_again)
    if unclosed is not None:
        out += _open_single(text, block, block.start + unclosed, following)
    return out


def _open_single(text: str, block: Block, opened: int, following: Block | None) -> list[Segment]:
    """The segment of a single mark that nothing closes: only where it goes on in the next paragraph, or who said it
    shows where it ends."""
    if following is not None and following.kind == "paragraph" and text[following.start] == text[opened]:
        return [Segment(opened + 1, block.end, opened, block.end, ("continues",))]
    end = tag_end(text, opened + 1, block.end)
    return [] if end is None else [Segment(opened + 1, end, opened, end, ("unclosed",))]


def _shadow(text: str, block: Block, doubles: Sequence[Segment]) -> str:
    """The block with every double segment as one word of the same length."""
    parts = []
    at = block.start
    for segment in doubles:
        start = max(at, segment.outer_start)
        parts += [text[at:start], _PLACEHOLDER * (segment.outer_end - start)]
        at = max(at, segment.outer_end)
    return "".join((*parts, text[at : block.end]))


def _doubles(text: str, start: int, end: int) -> Iterator[Segment]:
    """The segments between double marks or corner brackets in one stretch of a block."""
    opened: Mark | None = None
    depth = nested = 0
    done = start
    marks = list(marks_in(text, start, end))
    for place, mark in enumerate(marks):
        opener = None if opened is None else opened.glyph
        if opener in CORNERS:
            depth += (mark.glyph == opener) - (mark.glyph == CORNERS[opener])
            if depth:
                continue
        heading = direction(text, mark, opener)
        if heading == "either":
            heading = "open" if opened is None else "close"
        if heading == "open":
            if opened is None:
                opened, depth = mark, 1
            elif mark.glyph == opener and opener not in STRAIGHT:
                if _nests(text, marks, place, opener):
                    nested += 1
                    continue
                yield _unclosed(text, opened, mark.start)
                opened = mark
        elif opened is None:
            segment = _inferred(text, start, done, mark)
            if segment is not None:
                done = segment.outer_end
                yield segment
        elif nested:
            nested -= 1
        elif _closes(opened.glyph, mark.glyph) and not _is_inches(text, marks, place):
            yield Segment(opened.end, mark.start, opened.start, mark.end)
            opened, done = None, mark.end
    if opened is not None:
        yield _unclosed(text, opened, end)


def _nests(text: str, marks: Sequence[Mark], place: int, opener: str) -> bool:
    """Whether a mark that opens again begins a quotation in the quotation: the next two marks close."""
    following = marks[place + 1 : place + 3]
    return len(following) == 2 and all(
        direction(text, mark, opener) == "close" and _closes(opener, mark.glyph) for mark in following
    )


def _is_inches(text: str, marks: Sequence[Mark], place: int) -> bool:
    """Whether a straight mark after a figure measures something: the next mark closes what is still open."""
    mark = marks[place]
    if mark.glyph != '"' or not text[mark.start - 1].isdigit() or place + 1 == len(marks):
        return False
    return direction(text, marks[place + 1], '"') == "close"


def _closes(opener: str, glyph: str) -> bool:
    """Whether a closing mark ends what ``opener`` began: of its family, or its damaged twin."""
    if opener in "«»":
        return glyph in "«»"
    if opener in CORNERS:
        return glyph == CORNERS[opener]
    return glyph not in "«»「」『』"


def _unclosed(text: str, opened: Mark, limit: int) -> Segment:
    tag = tag_end(text, opened.end, limit)
    end = tag if tag is not None else opened.end + len(text[opened.end : limit].rstrip())
    return Segment(opened.end, end, opened.start, max(end, opened.end), ("unclosed",))


def tag_end(text: str, start: int, limit: int) -> int | None:
    """The end of the first clause that a tag follows ("…, the mayor said"): where a quotation ends that was never
    closed. ``None`` where there is no tag."""
    for found in _TAG.finditer(text, start, limit):
        words = re.findall(r"\w+", text[found.end() : min(limit, found.end(2))])
        if any(word in SPEECH for word in words):
            return found.end()
    return None


def _inferred(text: str, block_start: int, done: int, mark: Mark) -> Segment | None:
    """The segment that a closing mark ends when none was opened: from the start of the block or of a sentence."""
    at = mark.start
    if at == block_start or text[at - 1] not in _INFERRED_END:
        return None
    start = done
    if done > block_start:
        found = _SENTENCE_BREAK.search(text, max(done, at - INFERRED_REACH), at)
        if found is None:
            return None
        start = found.end()
    if start >= at:
        return None
    return Segment(start, at, start, mark.end, ("inferred-open",))
