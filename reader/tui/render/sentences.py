"""Sentences of a text as it is set, one after the other: for selecting without a mouse."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise

from reader.text.spans import Span
from reader.tui.render.selection import paragraph_at
from reader.tui.render.sheet import Sheet

QUOTED = "\x01"
"""Stands for a character that is quoted."""


def sentence_from(sheet: Sheet, place: int, step: int) -> Span | None:
    """The first sentence that begins at ``place`` or later; where ``step`` is negative, the last before it."""
    for paragraph in _paragraphs(sheet, place, step):
        sentences = list(_sentences(sheet, paragraph))
        starts = [sentence.start for sentence in sentences]
        number = bisect_left(starts, place) - (1 if step < 0 else 0)
        if 0 <= number < len(sentences):
            return sentences[number]
    return None


def _paragraphs(sheet: Sheet, place: int, step: int) -> Iterator[Span]:
    """The paragraphs from a place on, forwards or backwards; what is folded is left out."""
    number = max(0, bisect_right(sheet.units, place, key=lambda unit: unit.start) - 1)
    while 0 <= number < len(sheet.units):
        unit = sheet.units[number]
        at = max(unit.start, min(place, unit.end - 1)) if step > 0 else min(place, unit.end)
        while unit.start <= at <= unit.end:
            paragraph = paragraph_at(sheet, at)
            if not paragraph:
                break
            yield paragraph
            at = paragraph.end + 1 if step > 0 else paragraph.start - 1
        number += step


def _sentences(sheet: Sheet, paragraph: Span) -> Iterator[Span]:
    from reader.articles.speech.sentences import sentence_starts

    text = sheet.article.text
    inside = [q for q in sheet.article.quotations if paragraph.start <= q.start and q.end < paragraph.end]
    blanked = list(text[paragraph.start : paragraph.end])
    for quotation in inside:  # what is quoted ends no sentence of the text around it
        first, last = quotation.start - paragraph.start, quotation.end - paragraph.start
        blanked[first:last] = QUOTED * (last - first)
    ends = [quotation.end + 1 - paragraph.start for quotation in inside]
    found = sentence_starts("".join(blanked), 0, len(blanked), ends)
    for start, end in pairwise([*(paragraph.start + start for start in found), paragraph.end]):
        words = text[start:end]
        lead = len(words) - len(words.lstrip())
        if words.strip():
            yield Span(start + lead, start + len(words.rstrip()))
