"""What a terminal is sent for a line: its text, and a sequence only where the look changes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from rich.cells import cell_len
from rich.color import ColorSystem

from reader.tui.render.line import Line, fitted
from reader.tui.theme import style

PLAIN = "\x1b[m"
"""Ends whatever look was last."""
_ATTRIBUTES = {"bold": "1", "dim": "2", "italic": "3", "underline": "4", "reverse": "7"}
"""Those that a palette may name, as a terminal is told of them."""


def colours(environment: Mapping[str, str]) -> ColorSystem:
    """The colours that a terminal has, as Rich finds it out for Textual."""
    if environment.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return ColorSystem.TRUECOLOR
    _, _, last = environment.get("TERM", "").strip().lower().rpartition("-")
    return ColorSystem.EIGHT_BIT if last in ("256color", "kitty") else ColorSystem.STANDARD


def moved(x: int, y: int) -> str:
    """Puts the cursor on a cell, counted from 0."""
    return f"\x1b[{y + 1};{x + 1}H"


class Sequence(NamedTuple):
    """What is sent for a line, with the looks at its two ends."""

    begins: str
    """The look that the text begins with: not sent where it is set already."""
    text: str
    ends: str


@lru_cache(maxsize=4096)
def sequence(line: Line, width: int, palette: str, system: ColorSystem) -> Sequence:
    """The line at ``width`` cells."""
    parts: list[str] = []
    looks: list[str] = []
    cells = 0
    for text, roles in line:
        if not text:
            continue
        look = _look(palette, roles, system)
        if not looks or look != looks[-1]:
            if looks:
                parts.append(look)
            looks.append(look)
        parts.append(text)
        cells += len(text) if text.isascii() else cell_len(text)
    if cells != width:
        return sequence(fitted(line, width), width, palette, system)
    return Sequence(looks[0], "".join(parts), looks[-1]) if looks else Sequence("", "", "")


@lru_cache(maxsize=1024)
def _look(palette: str, roles: str, system: ColorSystem) -> str:
    """The sequence that sets the look of roles, whatever was set before."""
    look = style(palette, roles)
    codes = [code for name, code in _ATTRIBUTES.items() if getattr(look, name)]
    if look.color is not None:
        codes += look.color.downgrade(system).get_ansi_codes()
    if look.bgcolor is not None:
        codes += look.bgcolor.downgrade(system).get_ansi_codes(foreground=False)
    return f"\x1b[0;{';'.join(codes)}m" if codes else PLAIN
