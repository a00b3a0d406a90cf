"""Quotation marks: which characters they are, and whether one opens or closes where it stands."""

from __future__ import annotations

import re
from typing import Final, Literal

Direction = Literal["open", "close", "either"]

DOUBLE: Final = '"“”„‟«»＂〝〞〟'
CORNERS: Final = {"「": "」", "『": "』"}
MARKS: Final = re.compile(f"[{DOUBLE}「」『』]")

_BEFORE_OPENING: Final = "([{<—–-/¿¡…"
_AFTER_CLOSING: Final = ".,;:!?)]}—–-…/"
_LOW: Final = "„‟"


def direction(text: str, at: int, opened_by: str | None) -> Direction:
    """Whether the double mark at ``at`` opens or closes; ``opened_by`` is the mark that is open, if one is.

    The glyph says so where it can; what stands on both sides overrules it, since “ closes in German, ” opens in
    Swedish, and »…« is as common as «…».
    """
    mark = text[at]
    if mark in _LOW or mark in CORNERS:
        return "open"
    if mark in CORNERS.values():
        return "close"
    if opened_by is not None and opened_by in _LOW and mark in '“”"':
        return "close"
    around = _around(text, at)
    if mark in "“〝":
        return "close" if around == "close" and opened_by is not None else "open"
    if mark in "”〞〟":
        return "open" if around == "open" and opened_by is None else "close"
    if mark in "«»" and around == "either":
        return "open" if mark == "«" else "close"
    return around


def _around(text: str, at: int) -> Direction:
    """What the neighbours of a mark say: it opens after a blank and before a word, and closes the other way round."""
    before = text[at - 1] if at else "\n"
    after = text[at + 1] if at + 1 < len(text) else "\n"
    free_before = before.isspace() or before in _BEFORE_OPENING or (before in "“\"‘'«„" and _free(text, at - 1))
    free_after = after.isspace() or after in _AFTER_CLOSING or after in "”\"’'»"
    if free_before and not free_after:
        return "open"
    if free_after and not before.isspace():
        return "close"
    if before.isspace() and after in "…—–-.'’" and text[at + 1 : at + 3].strip():
        return "open"
    return "either"


def _free(text: str, at: int) -> bool:
    """Whether a blank or nothing stands before ``at``."""
    return at == 0 or text[at - 1].isspace()
