"""What is asked of the whole library, as it is typed: words, phrases and fields, all of which must hold.

``bridge "toll rise" -ferry commerc* outlet:gazette tag:"to check" after:2019-07 before:2020 is:starred``. A word stands
for itself, not for a part of another; a ``*`` at its end takes in whatever goes on from there; ``-`` excludes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from reader.library.indexing import words_of
from reader.library.selection import Problem
from reader.text.fold import fold

FIELDS: Final = ("outlet", "title", "byline", "file", "kind", "tag", "after", "before", "is")
STATES: Final = ("unread", "read", "starred", "marked", "noted", "tagged", "digest", "dated", "undated")

_TERM: Final = re.compile(
    r'(?P<no>-?)(?:(?P<field>[A-Za-z]+):)?(?:["“„”](?P<phrase>[^"“”]*)["”“]?(?P<more>\*?)|(?P<word>\S+))?'
)
_DAY: Final = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words that must stand in a row, or must not stand there. ``words`` are as typed."""

    words: str
    negated: bool = False
    goes_on: bool = False
    """Whether the last word may be the beginning of a longer one."""

    @property
    def match(self) -> str:
        """The expression for FTS5."""
        held = " ".join(words_of(fold(self.words, case=True).text))
        return f'"{held}"{"*" if self.goes_on else ""}'


@dataclass(frozen=True, slots=True)
class Condition:
    """A field and what it must hold, folded; of ``after`` and ``before`` a day, a month or a year."""

    field: str
    value: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """All that is asked for at once."""

    wanted: tuple[Wanted, ...] = ()
    conditions: tuple[Condition, ...] = ()

    @property
    def shown(self) -> tuple[Wanted, ...]:
        """What there are hits of: the words that are not excluded."""
        return tuple(each for each in self.wanted if not each.negated)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for."""
        return not self.wanted and not self.conditions


def parse_typed(text: str) -> Asked | Problem:
    """The same while it is being typed: what is not finished at its end may be the beginning of a longer word."""
    asked = parse(text)
    if isinstance(asked, Problem) or not asked.wanted or not text.endswith(asked.wanted[-1].words):
        return asked
    return replace(asked, wanted=(*asked.wanted[:-1], replace(asked.wanted[-1], goes_on=True)))


def parse(text: str) -> Asked | Problem:
    """What ``text`` asks for, or what is wrong with it. A field that is not finished asks for nothing yet."""
    wanted: list[Wanted] = []
    conditions: list[Condition] = []
    for found in _TERM.finditer(text):
        field = (found["field"] or "").lower()
        negated = bool(found["no"])
        if field and field not in FIELDS:
            if found["phrase"] or found["word"]:
                return _no_field(field)
            continue
        if not field:
            term = _wanted(found, negated)
            wanted += [term] if term else []
            continue
        condition = _condition(field, found["phrase"] if found["word"] is None else found["word"], negated)
        if isinstance(condition, Problem):
            return condition
        conditions += [condition] if condition else []
    return Asked(tuple(wanted), tuple(conditions))


def _no_field(field: str) -> Problem:
    return Problem(f"There is no field “{field}:”; there are {', '.join(f'{name}:' for name in FIELDS)}.")


def _wanted(found: re.Match[str], negated: bool) -> Wanted | None:
    """The words of a term; ``None`` where there are none in it."""
    phrase, word = found["phrase"], found["word"]
    typed = (word or "") if phrase is None else phrase
    goes_on = bool(found["more"]) if phrase is not None else typed.endswith("*")
    typed = typed.strip().removesuffix("*").strip()
    if not words_of(fold(typed, case=True).text):
        return None
    return Wanted(typed, negated, goes_on)


def _condition(field: str, typed: str | None, negated: bool) -> Condition | Problem | None:
    folded = fold(typed or "", case=True).text.strip()
    if not folded:
        return None
    if field in ("after", "before") and not _DAY.fullmatch(folded):
        return Problem(f"“{typed}” is no date; {field}: takes a year, a month or a day: 2019, 2019-07, 2019-07-22.")
    if field == "is":
        names = [name for name in STATES if name == folded] or [name for name in STATES if name.startswith(folded)]
        if not names:
            return Problem(f"Nothing is “{typed}”; try is: with {', '.join(STATES)}.")
        folded = names[0]
    return Condition(field, folded, negated)
