"""Quotation marks: which characters they are, and whether one opens or closes where it stands.

A mark is one character, or two: ``''`` and double backticks, as typewriters and TeX write them. What stands inside
tags or code is no mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

Direction = Literal["open", "close", "either"]

DOUBLE: Final = '"“”„‟«»＂〝〞〟'
CORNERS: Final = {"「": "」", "『": "』"}
STRAIGHT: Final = frozenset(('"', "＂", "''", "``", "’’", "‘‘"))
"""Marks that look alike whichever way they turn, or are typed as if they did."""

_MARKS: Final = re.compile(f"[{DOUBLE}「」『』]|(?<!')''(?!')|(?<!`)``(?!`)|(?<!’)’’(?!’)|(?<!‘)‘‘(?!‘)")
_CODE: Final = re.compile(
    r"</?[a-zA-Z][^<>\n]{0,2000}>"  # a tag with its attributes
    r"|(?<![`\w])`[^`\n]{1,400}`(?!`)"  # code between backticks
    r"|(?<=\w\()\"[^\"\n]{0,200}\"|(?<==)\"[^\"\n]{0,200}\"|(?<=\w\[)\"[^\"\n]{0,200}\""  # f("x"), x="y", d["z"]
    r"|\{[^{}\n]{0,500}\"\s*:[^{}\n]{0,500}\}"  # an object, as JSON writes it
)
"""Reaches are bounded so that a stray ``<`` or ``{`` costs no more than its neighbourhood."""
_CODE_SIGNS: Final = re.compile(r"[<`{=]|\w[(\[][\"]")
_BEFORE_OPENING: Final = "([{<—–-/¿¡…"
_AFTER_CLOSING: Final = ".,;:!?)]}—–-…/"
_LOW: Final = "„‟"


class Mark(NamedTuple):
    """A mark and its place, half-open code points."""

    start: int
    end: int
    glyph: str


def marks_in(text: str, start: int, end: int) -> Iterator[Mark]:
    """The double marks and corner brackets of a stretch, in order, code and tags left out."""
    code = _code(text, start, end)
    at = 0
    for found in _MARKS.finditer(text, start, end):
        while at < len(code) and code[at][1] <= found.start():
            at += 1
        if at < len(code) and code[at][0] <= found.start():
            continue
        yield Mark(found.start(), found.end(), found.group())


def _code(text: str, start: int, end: int) -> list[tuple[int, int]]:
    if not _CODE_SIGNS.search(text, start, end):
        return []
    return [found.span() for found in _CODE.finditer(text, start, end)]


def direction(text: str, mark: Mark, opened_by: str | None) -> Direction:
    """Whether a double mark opens or closes; ``opened_by`` is the glyph that is open, if one is.

    The glyph says so where it can; what stands on both sides overrules it, since “ closes in German, ” opens in
    Swedish, and »…« is as common as «…».
    """
    glyph = mark.glyph
    if glyph in ("``", "‘‘") or glyph in _LOW or glyph in CORNERS:
        return "open"
    if glyph in CORNERS.values():
        return "close"
    if opened_by is not None and opened_by in _LOW and glyph in '“”"':
        return "close"
    if opened_by is not None and {opened_by, glyph} == {"«", "»"}:
        return "close"
    if glyph == "«" and mark.start and text[mark.start - 1] in "’'" and text[mark.end : mark.end + 1].isspace():
        return "open"  # qu’« il a dit »
    around = _around(text, mark)
    if glyph in "“〝":
        return "close" if around == "close" and opened_by is not None else "open"
    if glyph in "”〞〟":
        return "open" if around == "open" and opened_by is None else "close"
    if glyph in "«»" and around == "either":
        return "open" if glyph == "«" else "close"
    return around


def _around(text: str, mark: Mark) -> Direction:
    """What the neighbours of a mark say: it opens after a blank and before a word, and closes the other way round."""
    at, end = mark.start, mark.end
    before = text[at - 1] if at else "\n"
    after = text[end] if end < len(text) else "\n"
    free_before = before.isspace() or before in _BEFORE_OPENING or (before in "“\"‘'«„" and _free(text, at - 1))
    free_after = after.isspace() or after in _AFTER_CLOSING or after in "”\"’'»"
    if free_before and not free_after:
        return "open"
    if free_after and not before.isspace():
        return "close"
    if before.isspace() and after in "…—–-.'’" and text[end : end + 2].strip():
        return "open"
    return "either"


def _free(text: str, at: int) -> bool:
    """Whether a blank or nothing stands before ``at``."""
    return at == 0 or text[at - 1].isspace()
