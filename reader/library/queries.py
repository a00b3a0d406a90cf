"""What is asked, as it is typed: the one grammar of the list's filter, of finding everywhere, and of the commands.

    bridge "toll rise" -ferry commerc* outlet:gazette author:quill tag:"to check" after:2019-07 before:2020 is:starred

All of it must hold; ``-`` excludes. Words in quotation marks stand in a row, whatever marks are between them. A text
must have a word whole, and with ``*`` at its end whatever goes on from there; the list's filter, which looks in title,
outlet, byline and path, takes parts of words. A field takes part of a value; ``after`` and ``before`` take a year, a
month or a day, which belongs to ``after``; ``is`` takes one of :data:`STATES`, or its beginning.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from reader.library.indexing import is_open_ended, words_of
from reader.text.fold import fold

FIELDS: Final = ("outlet", "title", "author", "file", "kind", "tag", "after", "before", "is")
STATES: Final = ("unread", "read", "starred", "marked", "noted", "tagged", "digest", "dated", "undated")

_SAME: Final = {"author": "byline"}
"""Fields that go by a second name: what is typed, and what it is called everywhere else."""
_TERM: Final = re.compile(
    r'(?P<no>-?)(?:(?P<field>[A-Za-z]+):(?!//))?(?:"(?P<phrase>[^"]*)"?(?P<more>\*?)|(?P<word>\S+))?'
)
_MARKS: Final = str.maketrans(dict.fromkeys("“”„‟«»″＂「」『』", '"'))
_DAY: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_UNFINISHED_DAY: Final = re.compile(r"\d{0,3}|(?P<whole>\d{4}(?:-\d\d)?)-\d?")


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a question cannot be asked, as a sentence."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words that must stand in a row, or must not stand there. ``words`` are as typed."""

    words: str
    negated: bool = False
    goes_on: bool = False
    """Whether the last word may be the beginning of a longer one."""

    @property
    def folded(self) -> str:
        """The words as they are compared."""
        return fold(self.words, case=True).text

    @property
    def open_ended(self) -> bool:
        """Whether a text may go on with the last word: where that is asked for, and in Korean, where particles are
        written on to a word."""
        return self.goes_on or is_open_ended(self.folded)

    @property
    def match(self) -> str:
        """The expression for FTS5."""
        return f'"{" ".join(words_of(self.folded))}"{"*" if self.open_ended else ""}'


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
    """The same while it is being typed: a word at its end may be the beginning of a longer one, a date there asks for
    as much of it as is whole."""
    *_, last = ["", *text.split(" ")]
    field, colon, day = last.removeprefix("-").partition(":")
    if colon and field.lower() in ("after", "before") and (unfinished := _UNFINISHED_DAY.fullmatch(day)):
        text = text[: len(text) - len(day)] + (unfinished["whole"] or "")
    asked = parse(text)
    if isinstance(asked, Problem) or not asked.wanted or not text.endswith(asked.wanted[-1].words):
        return asked
    return replace(asked, wanted=(*asked.wanted[:-1], replace(asked.wanted[-1], goes_on=True)))


def parse(text: str) -> Asked | Problem:
    """What ``text`` asks for, or what is wrong with it. A field without a value asks for nothing yet."""
    wanted: list[Wanted] = []
    conditions: list[Condition] = []
    for found in _TERM.finditer(text.translate(_MARKS)):
        field, negated = (found["field"] or "").lower(), bool(found["no"])
        typed = found["phrase"] if found["word"] is None else found["word"]
        if field in FIELDS or field in _SAME.values():
            condition = _condition(field, typed, negated)
            if isinstance(condition, Problem):
                return condition
            conditions += [condition] if condition else []
        elif field and typed:
            return Problem(f"There is no field “{field}:”; there are {', '.join(f'{name}:' for name in FIELDS)}.")
        else:  # "Update: …" is a word like any other
            term = _wanted(found["field"] or typed or "", negated, goes_on=bool(found["more"]))
            wanted += [term] if term else []
    return Asked(tuple(wanted), tuple(conditions))


def _wanted(typed: str, negated: bool, goes_on: bool) -> Wanted | None:
    """The words of a term; ``None`` where there are none in it."""
    words = typed.strip()
    goes_on = goes_on or words.endswith("*")
    words = words.removesuffix("*").strip()
    return Wanted(words, negated, goes_on) if words_of(fold(words, case=True).text) else None


def _condition(field: str, typed: str | None, negated: bool) -> Condition | Problem | None:
    folded = fold(typed or "", case=True).text.strip()
    if not folded:
        return None
    if field in ("after", "before") and not _is_day(folded):
        return Problem(f"“{typed}” is no date; {field}: takes a year, a month or a day: 2019, 2019-07, 2019-07-22.")
    if field == "is":
        names = [name for name in STATES if name == folded] or [name for name in STATES if name.startswith(folded)]
        if not names:
            return Problem(f"Nothing is “{typed}”; try is: with {', '.join(STATES)}.")
        folded = names[0]
    return Condition(_SAME.get(field, field), folded, negated)


def _is_day(typed: str) -> bool:
    """Whether it is a year, a month or a day of the calendar."""
    found = _DAY.fullmatch(typed)
    if found is None:
        return False
    try:
        date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        return False
    return True
