"""Finding words in a text: literal or by pattern, across line breaks and kinds of quotation marks, never for ever.

Both kinds of query run on the folded text (see :mod:`reader.text.fold`), where a line break inside a paragraph is a
blank and only a blank line is a line feed: in a pattern ``^`` and ``$`` are the ends of a stretch between blank lines.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from reader.text.clean import clean_line
from reader.text.fold import Folded, fold
from reader.text.spans import Span, merged

if TYPE_CHECKING:  # imported when a pattern is first compiled: the screen opens without it
    import regex

Pattern: TypeAlias = "regex.Pattern[str]"

_ESCAPED = re.compile(r"\\(?:[pPNgx]\{[^}]*\}|.)", re.DOTALL)
_ASKS_FOR_CASE = re.compile(r"\\[pP]\{\^?(?:Lu|Ll|Lt|Upper|Lower)")
_UNPLAIN = re.compile(r"\\?[^\x00-\x7f]")
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for. ``case`` ``None`` is smart: case counts where the pattern has an upper-case letter."""

    pattern: str
    regex: bool = False
    whole_word: bool = False
    case: bool | None = None

    @property
    def sensitive(self) -> bool:
        """Whether case counts."""
        if self.case is not None:
            return self.case
        letters = _ESCAPED.sub("", self.pattern) if self.regex else self.pattern
        if self.regex and _ASKS_FOR_CASE.search(self.pattern):
            return True
        return any(letter.isupper() for letter in letters)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to look for: no pattern, or blanks alone."""
        return not self.pattern.strip()


@dataclass(frozen=True, slots=True)
class Found:
    """The hits, in order and apart; ``problem`` is a sentence where the search could not run or was stopped."""

    hits: tuple[Span, ...] = ()
    problem: str | None = None


@dataclass(slots=True)
class Searchable:
    """A text with its shadows, each made when it is first needed; hits lie in ``within`` where that is given.

    A hit may run from one span of ``within`` into another, but begins and ends inside one.
    """

    text: str
    within: Sequence[Span] | None = None
    _shadows: dict[bool, Folded] = field(default_factory=dict, repr=False)
    _allowed: list[Span] | None = field(default=None, repr=False)
    made: dict[object, Any] = field(default_factory=dict, repr=False)
    """What :mod:`reader.text.places` made of it, by name."""

    def shadow(self, *, case: bool) -> Folded:
        """The folded text; ``case`` folds case too."""
        if case not in self._shadows:
            self._shadows[case] = fold(self.text, case=case)
        return self._shadows[case]

    def allows(self, hit: Span) -> bool:
        """Whether a hit begins and ends where hits may."""
        if self.within is None:
            return True
        if self._allowed is None:
            self._allowed = merged(self.within)
        return all(self._covers(self._allowed, place) for place in (hit.start, hit.end - 1))

    @staticmethod
    def _covers(spans: list[Span], place: int) -> bool:
        index = bisect_right(spans, place, key=lambda span: span.start) - 1
        return index >= 0 and place < spans[index].end


def problem_with(query: Query) -> str | None:
    """Why the query cannot run, as a sentence; ``None`` where it can."""
    if not query.regex or query.empty:
        return None
    compiled = _compiled(query)
    return compiled if isinstance(compiled, str) else None


def find(searchable: Searchable, query: Query, *, seconds: float = 0.5) -> Found:
    """All hits of ``query``, in code points of the untouched text.

    A pattern that runs for longer than ``seconds`` is stopped: the hits so far, and a problem that says so. Matches
    without a character are no hits.
    """
    if query.empty:
        return Found()
    if not query.regex:
        shadow = searchable.shadow(case=not query.sensitive)
        return Found(_kept(searchable, shadow, _literal(shadow.text, query)))
    compiled = _compiled(query)
    if isinstance(compiled, str):
        return Found(problem=compiled)
    shadow = searchable.shadow(case=False)
    places: list[tuple[int, int]] = []
    problem = None
    try:
        matches = compiled.finditer(shadow.text, timeout=seconds, concurrent=True)
        places.extend(match.span() for match in matches)  # what was found before a stop stays
    except TimeoutError:
        problem = f"The pattern took longer than {seconds:g} s and was stopped; these are the hits so far."
    return Found(_kept(searchable, shadow, places), problem)


def _kept(searchable: Searchable, shadow: Folded, places: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    """Places in the shadow as spans of the text, without empty ones and those that overlap the one before."""
    hits: list[Span] = []
    after = 0
    for start, end in places:
        hit = shadow.original(start, end)
        if hit.end > hit.start >= after and searchable.allows(hit):
            hits.append(hit)
            after = hit.end
    return tuple(hits)


def _literal(text: str, query: Query) -> Iterator[tuple[int, int]]:
    needle = fold(query.pattern, case=not query.sensitive).text
    if not needle:
        return
    at = text.find(needle)
    while at >= 0:
        end = at + len(needle)
        if query.whole_word and not _stands_alone(text, at, end):
            at = text.find(needle, at + 1)
            continue
        yield at, end
        at = text.find(needle, end)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no word goes on across either end."""

    def parted(place: int) -> bool:
        if place in (0, len(text)):
            return True
        return not (_in_word(text[place - 1]) and _in_word(text[place]))

    return parted(start) and parted(end)


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _compiled(query: Query) -> Pattern | str:
    """The pattern ready to run on a folded text, or the sentence that says why there is none."""
    import regex

    flags = regex.MULTILINE if query.sensitive else regex.MULTILINE | regex.IGNORECASE
    try:
        regex.compile(query.pattern, flags)  # as typed, so that the place of a mistake is the one seen
        pattern = _UNPLAIN.sub(_folded_in_pattern, query.pattern)
        if query.whole_word:
            pattern = rf"(?<!\w)(?:{pattern})(?!\w)"
        return regex.compile(pattern, flags)
    except regex.error as error:
        return _complaint(error, query)
    except (RecursionError, OverflowError, ValueError, IndexError, KeyError, TypeError, AttributeError, MemoryError):
        return "This pattern is nested too deeply or too large to run."


def _complaint(error: Exception, query: Query) -> str:
    place = getattr(error, "pos", None)
    why = getattr(error, "msg", None) or str(error)
    where = "" if place is None else f" at character {min(place, len(query.pattern)) + 1}"
    return f"This is no pattern: {why}{where}."


def _folded_in_pattern(found: re.Match[str]) -> str:
    folded = fold(found.group()[-1], case=False).text
    return folded if folded.isalnum() else re.escape(folded)


def snippet(text: str, span: Span, around: int = 60, first: int = 0) -> tuple[str, int, int]:
    """The hit with up to ``around`` code points either side, on one clean line, and where the hit stands in it.

    Runs of blanks become one, words at the edges are not cut where a blank is near, an ellipsis stands for the rest; of
    what stands before ``first`` nothing is shown, unless the hit does.
    """
    first = min(first, span.start)
    before = _BLANKS.sub(" ", clean_line(text[max(first, span.start - around) : span.start]))
    hit = _BLANKS.sub(" ", clean_line(text[span.start : span.end]))
    after = _BLANKS.sub(" ", clean_line(text[span.end : span.end + around]))
    if span.start - first > around:
        cut = before.find(" ", 0, max(1, around // 3))
        before = "…" + before[cut + 1 :]
    else:
        before = before.lstrip()
    if span.end + around < len(text):
        cut = after.rfind(" ", len(after) - around // 3)
        after = (after[:cut] if cut >= 0 else after) + "…"
    else:
        after = after.rstrip()
    return before + hit + after, len(before), len(before) + len(hit)
