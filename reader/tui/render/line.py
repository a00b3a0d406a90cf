"""What a row on the screen is before it has colours: pieces of text, each with the names of its roles.

Roles are names from :mod:`reader.tui.theme`, several in one string with a blank between, weakest first
(``"heading verbatim hit"``). A line knows no style and no widget.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size


class Piece(NamedTuple):
    """Text of one look. It holds no control characters (``reader.text.clean``)."""

    text: str
    roles: str = ""


Line = tuple[Piece, ...]

DIVIDING: Line = (Piece("│", "faint"),)
"""What stands between two panes in each row."""

_UNSTEADY = re.compile("[\u200d\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]")
"""Signs that choose a look for the picture before them, skin tones, and what joins two signs into one: terminals
disagree on how wide they make it, and Rich counts the one behind a joiner as nothing, also where it is a letter."""


def steady(text: str) -> str:
    """The text without what terminals set in different widths; what is dropped takes no cell in our reckoning."""
    return text if text.isascii() else _UNSTEADY.sub("", text)


def cells(line: Iterable[Piece]) -> int:
    """The width of a line in terminal cells."""
    return sum(cell_len(steady(piece.text)) for piece in line)


def shortened(text: str, width: int) -> str:
    """At most ``width`` cells of a text, with ``…`` where something was cut off."""
    if width <= 0:
        return ""
    text = steady(text)
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…" if width > 1 else "…"


def fitted(line: Iterable[Piece], width: int, roles: str = "") -> Line:
    """The line at exactly ``width`` cells: cut with ``…``, or filled with blanks of ``roles``."""
    out: list[Piece] = []
    left = width
    for piece in line:
        text = steady(piece.text)
        size = cell_len(text)
        if size > left:
            short = shortened(text, left)
            out.append(Piece(short, piece.roles))
            left -= cell_len(short)
            break
        out.append(piece if text is piece.text else Piece(text, piece.roles))
        left -= size
    if left > 0:
        out.append(Piece(" " * left, roles))
    return tuple(out)


def whole(line: Iterable[Piece], width: int) -> Line:
    """The line without those of its last pieces, each behind a ``·``, that have no room: said whole or not at all."""
    kept = list(line)
    while len(kept) > 1 and kept[-1].text.startswith(" · ") and cells(kept) > width:
        kept.pop()
    return tuple(kept)


def joined(line: Iterable[Piece]) -> Line:
    """The same line with as few pieces as there are looks."""
    out: list[Piece] = []
    for piece in line:
        if out and out[-1].roles == piece.roles:
            out[-1] = Piece(out[-1].text + piece.text, piece.roles)
        elif piece.text:
            out.append(piece)
    return tuple(out)


def spread(left: Iterable[Piece], right: Iterable[Piece], width: int, roles: str = "", *, keeps: bool = False) -> Line:
    """Two groups at the two ends of a line; where both have no room, the right one gives way, or, if it ``keeps`` its
    place, the left one."""
    left, right = tuple(left), tuple(Piece(steady(piece.text), piece.roles) for piece in right)
    room = width - cells(right)
    if cells(left) + 2 > room and not keeps:
        return fitted(left, width, roles)
    if room < 0:
        return fitted(right, width, roles)
    if right and cells(left) >= room > 1:
        return (*fitted(left, room - 1, roles), Piece(" ", roles), *right)
    return (*fitted(left, room, roles), *right)


def bar(left: Line, right: Line, width: int, *, keeps: bool = False) -> Line:
    """The line of a bar: something at its left and something at its right, a blank outside of each. Where both have no
    room, the right one gives way, unless it ``keeps`` its place."""
    left, right = (Piece(" "), *left), (*right, Piece(" ")) if right else ()
    return spread(left, right, width, keeps=keeps) if right else fitted(left, width)


def rule(width: int, joints: Mapping[int, str]) -> Line:
    """A horizontal line, with other signs at some columns."""
    signs = ["─"] * width
    for column, sign in joints.items():
        if 0 <= column < width:
            signs[column] = sign
    return (Piece("".join(signs), "faint"),)


def under(look: str, line: Line) -> Line:
    """The line with a look under each of its pieces."""
    return tuple(Piece(piece.text, f"{look} {piece.roles}") for piece in line)
