"""Single quotation marks, told from apostrophes. Precision first: what could be an apostrophe is one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_OPENING: Final = re.compile(r"(?:^|(?<=[\s(\[{—–/“\"«]))(?P<mark>[‘'‹])(?=[\w“\"($£€…#@\[])", re.MULTILINE)
_CLAUSE_OPENING: Final = re.compile(r"(?:^|(?<=[:,.] ))(?P<mark>‘)(?=[\w…])")
_CLOSING: Final = re.compile(r"(?<=\S)[’'›‘](?!\w)")
_ELISION: Final = re.compile(
    r"(?:tis|twas|twere|twill|em|til|till|cause|bout|round|n|cuz|cos|er|im|ere|neath|s|re|d|ll|ve)\b|\d0s\b|\d\d\b",
    re.IGNORECASE,
)
_CLOSERS: Final = {"‘": "’'‘", "'": "'’", "‹": "›"}
REACH: Final = 4000
"""Code points: a quotation between single marks holds no more."""
STRAIGHT_REACH: Final = 400
"""Code points: a pair of straight single marks that holds more is two apostrophes."""


def opens_single(text: str, start: int, end: int) -> bool:
    """Whether any single mark of a stretch may open."""
    return _OPENING.search(text, start, end) is not None


def left_open(text: str, start: int) -> int | None:
    """Where a curly single mark opens a clause (after a colon or comma, or first of all) that nothing closes."""
    found = _CLAUSE_OPENING.search(text, start)
    return found.start("mark") if found else None


def singles_between(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The words between single marks in ``text[start:end]``, a stretch of one paragraph, as half-open code points."""
    at = start
    while found := _OPENING.search(text, at, end):
        opened = found.start("mark")
        at = opened + 1
        mark = found.group("mark")
        if mark == "'" and _ELISION.match(text, at):
            continue
        closed = _closing(text, mark, at, end)
        if closed is not None:
            yield at, closed
            at = closed + 1


def _closing(text: str, mark: str, start: int, end: int) -> int | None:
    """The mark that ends a quotation: the first one that cannot be an apostrophe, else the first that might be."""
    doubtful: int | None = None
    limit = _OPENING.search(text, start, end) if mark != "'" else None
    until = min(limit.start("mark") if limit else end, start + (STRAIGHT_REACH if mark == "'" else REACH))
    for found in _CLOSING.finditer(text, start, until):
        at = found.start()
        if text[at] not in _CLOSERS[mark]:
            continue
        if not _may_be_apostrophe(text, at, end):
            return at
        doubtful = doubtful or at
    return doubtful if mark == "‘" else None


def _may_be_apostrophe(text: str, at: int, end: int) -> bool:
    """Whether the mark may be a possessive after s, or a dropped g ("goin’"), before the next word."""
    before, after = text[at - 1], text[at + 1 : at + 3]
    if at + 1 >= end or not after[:1].isspace():
        return False
    return before in "sSzx" or text[max(0, at - 2) : at].lower() == "in"
