"""A line that is too long for its row, as several."""

from __future__ import annotations

from collections.abc import Sequence

from reader.tui.render.line import Line, Piece, cells
from reader.tui.render.wrap import wrap

HANG = "      "
"""In front of the rows after the first."""


def flowed(line: Line, width: int, lead: int = 0) -> Sequence[Line]:
    """The line in rows of at most ``width`` cells, broken at words, the rows after the first indented: as deep as
    ``lead`` narrow characters in front, where that leaves half of the width."""
    if cells(line) <= width:
        return [line]
    text = "".join(piece.text for piece in line)
    is_deep = 0 < lead <= width // 2
    start, hang = (lead, " " * lead) if is_deep else (len(text) - len(text.lstrip()), HANG)
    rows: list[Line] = []
    for first, last in wrap(text, start, len(text), max(8, width - max(start, len(hang)))):
        rows.append((*([Piece(hang)] if rows else _part(line, 0, start)), *_part(line, first, last)))
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
