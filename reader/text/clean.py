"""Text made safe to show: every character that acts on a terminal, hides or reorders text becomes a visible sign.

One character in, one out, so every offset into the original holds for the cleaned twin. It refuses to judge what text
means: joiners (U+200C, U+200D), which Persian, Indic scripts and emoji need, stay as they are.
"""

from __future__ import annotations

import re
from typing import Final

BIDI_SIGN: Final = "⸮"
"""Shown for a control that reorders text."""
INVISIBLE_SIGN: Final = "·"
"""Shown for a character that has no shape and takes no room."""
REPLACEMENT: Final = "\ufffd"
"""Shown for what is no character, or a control with no picture of its own."""

_BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_INVISIBLE = (
    *(0x00AD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x200B),
    *(*range(0x2060, 0x2066), 0x3164, 0xFEFF, 0xFFA0),
)
_REPLACED = (
    *range(0x80, 0xA0),
    *range(0x206A, 0x2070),  # deprecated format controls
    *range(0xD800, 0xE000),  # surrogates
    *range(0xFDD0, 0xFDF0),  # noncharacters
    *(plane + last for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)),
    *range(0xFFF9, 0xFFFC),  # interlinear annotation
    *range(0x13430, 0x13440),  # Egyptian joiners
    *range(0x1BCA0, 0x1BCA4),  # shorthand controls
    *range(0x1D173, 0x1D17B),  # musical controls
    *range(0xE0000, 0xE0100),  # tags
    *range(0xE01F0, 0xE1000),
)
_QUOTING: Final = re.compile(r"\n[ \t]*>[ \t>]*")
_LINE_ENDS = (0x85, 0x2028, 0x2029)


def _table() -> dict[int, str]:
    table = {code: chr(0x2400 + code) for code in range(0x20)}
    table |= dict.fromkeys(_REPLACED, REPLACEMENT)
    table |= dict.fromkeys(_BIDI, BIDI_SIGN)
    table |= dict.fromkeys(_INVISIBLE, INVISIBLE_SIGN)
    table |= dict.fromkeys(_LINE_ENDS, "\n")
    table |= {0x7F: "\u2421", 0x09: " ", 0x0D: " "}
    del table[0x0A]
    return table


_TABLE: Final = _table()
_PRINTABLE_BUT_UNSEEN: Final = tuple(chr(code) for code in _INVISIBLE if chr(code).isprintable())
"""Fillers that Python calls printable, so that ``isprintable`` alone would let them through."""


def clean(text: str) -> str:
    """The twin of ``text`` that is safe to show: as many code points, line feeds kept, idempotent.

    Carriage returns and tabs become blanks, U+0085, U+2028 and U+2029 line feeds.
    """
    if text.isprintable() and text.isascii():
        return text
    if not text.isascii() and any(sign in text for sign in _PRINTABLE_BUT_UNSEEN):
        return text.translate(_TABLE)
    lines = text.split("\n")
    return "\n".join([line if line.isprintable() else line.translate(_TABLE) for line in lines])


def clean_line(text: str) -> str:
    """Like :func:`clean`, with line feeds shown as blanks: for titles, file names and notices."""
    return clean(text).replace("\n", " ")


def one_line(text: str) -> str:
    """Words of an article on one line: cleaned, with single blanks, without the signs of quoting that stand in front of
    lines after the first."""
    return " ".join(_QUOTING.sub(" ", clean(text)).split())
