"""Where the words of a question stand in a text: whole words in a row, found in the folded text.

Between two words may be what is no word: ``"will not he said"`` stands in ``“will not,” he said``, and ``three-year``
in ``three year``; a blank line only where one is asked for. Signs that mean something (``€3``, ``C++``, ``AT&T``) must
be there as they are asked for; of the marks that set off digits (``1,000``) each stands for all.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from reader.library.indexing import goes_on, placed_words
from reader.library.queries import Wanted
from reader.text.find import Searchable
from reader.text.fold import fold
from reader.text.spans import Span

_BETWEEN: Final = r"(?:[^\w\n]|_){1,16}"
_BETWEEN_PARAGRAPHS: Final = r"[\W_]{1,64}"
_SIGNS: Final = "%#@&/§°"
"""Marks that are not taken for signs by Unicode, and mean something all the same."""
_SET_OFF: Final = ".,' "
"""What stands between digits of one number."""


def hits_in(text: str, body: Sequence[Span], wanted: Sequence[Wanted]) -> tuple[Span, ...]:
    """Where the words stand, in order and apart; nothing where one of them does not stand there at all."""
    return hits_of(Searchable(text, body or None), wanted)


def hits_of(searchable: Searchable, wanted: Sequence[Wanted], *, case: bool = False) -> tuple[Span, ...]:
    """The same in a text that is folded once for many questions; ``case``: capitals count."""
    found: list[Span] = []
    for each in wanted:
        whole = list(_places(searchable, each, case))
        if not whole:
            return ()
        found += whole
    apart: list[Span] = []
    for span in sorted(found):
        if not apart or span.start >= apart[-1].end:
            apart.append(span)
    return tuple(apart)


def _places(searchable: Searchable, wanted: Wanted, case: bool) -> Iterator[Span]:
    shadow = searchable.shadow(case=not case)
    open_ended = wanted.open_ended
    for found in _pattern(wanted.words, case).finditer(shadow.text):
        span = shadow.original(*found.span())
        if searchable.allows(span) and _stands_alone(searchable.text, span, open_ended):
            yield span


@lru_cache(maxsize=256)
def _pattern(words: str, case: bool) -> re.Pattern[str]:
    """What finds the words in a folded text."""
    folded = fold(words, case=not case).text
    placed = placed_words(folded)
    if not placed:
        return re.compile(r"(?!)")
    before, after = folded[: placed[0].start], folded[placed[-1].end :]
    parts = [f"{re.escape(each)} ?" for each in _signs(before.rstrip()[::-1])[::-1]]
    last = None
    for word in placed:
        if last is not None:
            parts.append(_between(folded[last.end - 1 : last.end], folded[last.end : word.start], folded[word.start]))
        parts.append(re.escape(folded[word.start : word.end]))
        last = word
    return re.compile("".join((*parts, *(f" ?{re.escape(each)}" for each in _signs(after.lstrip())))))


def _between(left: str, typed: str, right: str) -> str:
    """What may stand between two words of which one ends with ``left`` and the next begins with ``right``."""
    if not typed:  # scripts without blanks: a line may end there
        return " ?"
    if left.isdigit() and right.isdigit() and typed != " ":
        return f"[{_SET_OFF}]" if typed in _SET_OFF else re.escape(typed)
    if any(_is_sign(each) for each in typed):
        return " *".join(map(re.escape, typed.split())) if typed.strip() == typed else f" *{re.escape(typed.strip())} *"
    return _BETWEEN_PARAGRAPHS if "\n" in typed else _BETWEEN


def _signs(marks: str) -> str:
    """The signs that ``marks`` begin with."""
    return marks[: next((at for at, each in enumerate(marks) if not _is_sign(each)), len(marks))]


def _is_sign(mark: str) -> bool:
    return mark in _SIGNS or unicodedata.category(mark) in ("Sc", "Sm", "So")


def _stands_alone(text: str, span: Span, open_end: bool) -> bool:
    """Whether no word goes on across the start, nor across the end unless it may."""
    parted = span.start == 0 or not (goes_on(text[span.start - 1]) and goes_on(text[span.start]))
    if not parted or open_end or span.end == len(text):
        return parted
    return not (goes_on(text[span.end - 1]) and goes_on(text[span.end]))
