"""What may be selected at a place of a text, and its words as they are copied: the article's own, not the display's."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from unicodedata import combining

from reader.text.spans import Span
from reader.tui.render.rows import Unit, paragraphs
from reader.tui.render.sheet import Sheet

_LINE_END = re.compile(r"[ \t]*(?:\r\n|[\n\r\x85\u2028\u2029])[ \t]*")
_QUOTED_END = re.compile(r"[ \t]*(?:\r\n|[\n\r\x85\u2028\u2029])[ \t>]*")
"""The same in a quotation of Markdown, whose lines begin with a sign."""
_BEFORE_WORD = 200
"""Characters looked at on both sides of a place for the ends of its word."""


def word_at(sheet: Sheet, place: int) -> Span:
    """The word at a place; where there is none, the character."""
    from reader.text.words import word_spans

    start = max(0, place - _BEFORE_WORD)
    near = sheet.article.text[start : place + _BEFORE_WORD]
    for word in word_spans(near):
        end = word.end
        while combining(near[end : end + 1] or " "):
            end += 1
        if start + word.start <= place < start + end:
            return Span(start + word.start, start + end)
    return Span(place, min(place + 1, len(sheet.display)))


def paragraph_at(sheet: Sheet, place: int) -> Span:
    """The paragraph at a place, or the one before it."""
    number = max(0, bisect_right(sheet.units, place, key=lambda unit: unit.start) - 1)
    found: Span | None = None
    for unit in sheet.units[number : number + 1]:
        for start, end in _paragraphs(sheet, unit):
            if found is None or start <= place:
                found = Span(start, end)
    return found or Span(place, place)


def words_between(sheet: Sheet, span: Span) -> str:
    """The article's own words of a stretch: the lines of a paragraph joined, what is folded left out, a blank line
    between two paragraphs and none between the items of a list."""
    first = max(0, bisect_right(sheet.units, span.start, key=lambda unit: unit.start) - 1)
    out: list[str] = []
    for unit in sheet.units[first:]:
        if unit.start >= span.end:
            break
        for number, (start, end) in enumerate(_paragraphs(sheet, unit)):
            words = sheet.article.text[max(start, span.start) : min(end, span.end)]
            if words:
                gap = unit.gap if number == 0 else 1
                ends = _QUOTED_END if unit.hang.strip() else _LINE_END
                out += ["\n" * (1 + gap) if out else "", ends.sub(" ", words)]
    return "".join(out)


def _paragraphs(sheet: Sheet, unit: Unit) -> Iterator[tuple[int, int]]:
    """Those of a unit: one, none where it is folded, many where nobody has told them apart."""
    if unit.label:
        return
    if unit.joins is None:
        yield unit.start, unit.end
    else:
        yield from paragraphs(sheet.display, unit)
