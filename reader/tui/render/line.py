"""What a row on the screen is before it has colours: pieces of text, each with the names of its roles.

Roles are names from :mod:`reader.tui.theme`, several in one string with a blank between, weakest first
(``"heading verbatim hit"``). A line knows no style and no widget.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size


class Piece(NamedTuple):
    """Text of one look. It holds no control characters (``reader.text.clean``)."""

    text: str
    roles: str = ""


Line = tuple[Piece, ...]


def cells(line: Iterable[Piece]) -> int:
    """The width of a line in terminal cells."""
    return sum(cell_len(piece.text) for piece in line)


def shortened(text: str, width: int) -> str:
    """At most ``width`` cells of a text, with ``…`` where something was cut off."""
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…" if width > 1 else "…"


def fitted(line: Iterable[Piece], width: int, roles: str = "") -> Line:
    """The line at exactly ``width`` cells: cut with ``…``, or filled with blanks of ``roles``."""
    out: list[Piece] = []
    left = width
    for piece in line:
        size = cell_len(piece.text)
        if size > left:
            short = shortened(piece.text, left)
            out.append(Piece(short, piece.roles))
            left -= cell_len(short)
            break
        out.append(piece)
        left -= size
    if left > 0:
        out.append(Piece(" " * left, roles))
    return tuple(out)


def spread(left: Iterable[Piece], right: Iterable[Piece], width: int, roles: str = "", *, keeps: bool = False) -> Line:
    """Two groups at the two ends of a line; where both have no room, the right one gives way, or, if it ``keeps`` its
    place, the left one."""
    left, right = tuple(left), tuple(right)
    room = width - cells(right)
    if cells(left) + 2 > room and not keeps:
        return fitted(left, width, roles)
    return (*fitted(left, room, roles), *right)
