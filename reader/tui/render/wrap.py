"""Where a paragraph breaks into rows.

Words stay whole where they fit; a word longer than the row is cut; between wide characters (Chinese, Japanese,
Korean) a row may end anywhere. Widths are terminal cells.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from rich.cells import get_character_cell_size

NARROW = re.compile(
    "[^\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u2199]"
)
"""Finds the first character that may not be exactly one cell wide."""

_TONES = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
"""Skin tones, which the display leaves out."""

Cut = tuple[int, int]


def wrap(text: str, start: int, end: int, width: int, extra: Mapping[int, int] | None = None) -> list[Cut]:
    """The rows of ``text[start:end]``, as spans of code points; the blank at which a row ends belongs to none.

    ``extra`` gives cells that the display adds before a code point (signs around a changed word). Line breaks must
    have been made blanks before. An empty paragraph has one empty row.
    """
    width = max(1, width)
    if not extra and NARROW.search(text, start, end) is None:
        return _wrap_narrow(text, start, end, width)
    return _wrap_measured(text, start, end, width, extra or {})


def _wrap_narrow(text: str, start: int, end: int, width: int) -> list[Cut]:
    """Every character is one cell: a search for the last blank per row."""
    rows: list[Cut] = []
    while end - start > width:
        cut = text.rfind(" ", start, start + width + 1)
        if cut <= start:
            rows.append((start, start + width))
            start += width
            continue
        stop = cut
        while stop > start and text[stop - 1] == " ":
            stop -= 1
        rows.append((start, stop))
        start = cut + 1
        while start < end and text[start] == " ":
            start += 1
    if start < end or not rows:
        rows.append((start, end))
    return rows


def _wrap_measured(text: str, start: int, end: int, width: int, extra: Mapping[int, int]) -> list[Cut]:
    """Character by character, with widths; ``last`` is the latest place where the row may end."""
    rows: list[Cut] = []
    column = 0
    row, last, at = start, -1, start
    while at < end:
        character = text[at]
        size = (0 if character in _TONES else get_character_cell_size(character)) + extra.get(at, 0)
        if character == " ":
            if at == row and rows:
                row = at = at + 1
                continue
            last = at
        elif size >= 2 and at > row and at not in extra:
            last = at
        if column + size > width and at > row:
            stop = last if last > row else at
            rows.append((row, stop))
            row = stop + 1 if text[stop] == " " else stop
            at, column, last = row, 0, -1
            continue
        column += size
        at += 1
    if row < end or not rows:
        rows.append((row, end))
    return rows
