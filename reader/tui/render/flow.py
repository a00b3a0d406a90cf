"""A line that is too long for its row, as several."""

from __future__ import annotations

from collections.abc import Sequence

from reader.tui.render.line import Line, Piece, cells
from reader.tui.render.wrap import wrap

HANG = "      "
"""In front of the rows after the first."""


def flowed(line: Line, width: int) -> Sequence[Line]:
    """The line in rows of at most ``width`` cells, broken at words, the rows after the first indented."""
    if cells(line) <= width:
        return [line]
    text = "".join(piece.text for piece in line)
    rows: list[Line] = []
    lead = len(text) - len(text.lstrip())
    for start, end in wrap(text, lead, len(text), max(8, width - max(lead, len(HANG)))):
        rows.append((Piece(HANG if rows else text[:lead]), *_part(line, start, end)))
    return rows


def _part(line: Line, start: int, end: int) -> list[Piece]:
    """The pieces of ``line`` between two characters of it."""
    out: list[Piece] = []
    at = 0
    for piece in line:
        words = piece.text[max(0, start - at) : max(0, end - at)]
        if words:
            out.append(Piece(words, piece.roles))
        at += len(piece.text)
    return out
