"""The cues in the words of a place: numbers, negations, and words that say how sure, how many or how often."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from reader.compare.changes import PrintedWord
from reader.compare.comparison import AlertKind
from reader.compare.cue_words import MILD, CueWords
from reader.compare.numerals import Numeral, numerals
from reader.text.spans import Span

_IS_NOT: Final = frozenset(("not",))
_NOT: Final = re.compile(r"(\w+)n['’]t$", re.IGNORECASE)
_FULL_FORMS: Final = {"wo": "will", "ca": "can", "sha": "shall", "cannot": "can"}
_FAILS: Final = re.compile(r"\bfail(?:s|ed|ing)? to\b", re.IGNORECASE)
_OR_MORE: Final = re.compile(r"(?<=\s)or (more|fewer|less)\b")
_NO_QUANTITY: Final = re.compile(r"\b(?:at|after|above|of|not) $", re.IGNORECASE)
"""What makes a figure of speech of "all"."""


class Cue(NamedTuple):
    """Words that can turn a sentence round. Two of one kind say the same where they have a reading in common."""

    kind: AlertKind
    readings: frozenset[str]
    start: int
    end: int
    is_weak: bool = False
    """Whether it counts only where another takes its place."""
    numeral: Numeral | None = None


def cues_in(text: str, words: Sequence[PrintedWord], words_of: CueWords) -> list[Cue]:
    """All cues among some words in a row, in order."""
    span = Span(words[0].start, words[-1].end)
    numbers = [
        Cue("number", each.readings, each.start, each.end, each.is_weak, each)
        for each in numerals(text, span, words, words_of)
    ]
    bounds = list(_bounds(text, span, words_of, {cue.start for cue in numbers}))
    single = _single_words(text, words, words_of, bounds)
    fails = (Cue("negation", _IS_NOT, *match.span()) for match in _FAILS.finditer(text, *span))
    return sorted((*numbers, *bounds, *single, *fails), key=lambda cue: cue.start)


def _bounds(text: str, span: Span, words_of: CueWords, numbers: set[int]) -> Iterator[Cue]:
    """Words that make "more" or "less" of the number beside them."""
    for match in words_of.bounds.finditer(text, *span):
        if match.start(match.re.groups) in numbers:
            name = next(group for group, words in match.groupdict().items() if words)
            yield Cue("quantity", frozenset((name,)), *match.span())
    for match in _OR_MORE.finditer(text, *span):
        yield Cue("quantity", frozenset(("b1" if match[1] == "more" else "b3",)), *match.span())


def _single_words(text: str, words: Sequence[PrintedWord], words_of: CueWords, bounds: list[Cue]) -> Iterator[Cue]:
    for word in words:
        printed = text[word.start : word.end]
        shortened = _NOT.match(printed)
        if shortened or word.letters in words_of.negations:
            yield Cue("negation", _IS_NOT, word.start, word.end)
        bare = shortened[1].lower() if shortened else word.letters
        modality = words_of.modality.get(_FULL_FORMS.get(bare, bare))
        if modality and not (bare == "may" and printed[0].isupper() and not begins(text, word.start)):
            yield Cue("modality", frozenset((modality,)), word.start, word.end, modality in MILD)
        quantity = words_of.quantities.get(word.letters)
        in_bound = any(cue.start <= word.start < cue.end for cue in bounds)
        if quantity and not in_bound and not _NO_QUANTITY.search(text[max(0, word.start - 7) : word.start]):
            is_weak = quantity in MILD or word.letters == "just"
            yield Cue("quantity", frozenset((quantity,)), word.start, word.end, is_weak)


def begins(text: str, start: int) -> bool:
    """Whether a sentence begins at a place."""
    before = text[max(0, start - 4) : start].rstrip(" \u00a0“\"'‘(")
    return not before or before[-1] in ".!?:\n•"
