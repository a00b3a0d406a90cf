"""The lines of a text, as spans: what both plain text and Markdown are read by."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_LINE: Final = re.compile(r"([^\n\r\x85\u2028\u2029]*)(\r\n|[\n\r\x85\u2028\u2029]|\Z)")
TAB = 4
"""Columns that a tab counts for in an indentation."""


class Line(NamedTuple):
    """One line without its break: ``start`` to ``end`` are its words without blanks around them. Code points."""

    at: int
    """Where the line begins, blanks and all."""
    start: int
    end: int
    text: str
    """The words, ``text[start:end]``; empty in a blank line."""
    indent: int
    """Columns of blanks in front, a tab counted as four."""

    @property
    def blank(self) -> bool:
        """Whether nothing stands in the line."""
        return not self.text


def lines_of(text: str, start: int = 0) -> list[Line]:
    """The lines from code point ``start`` on. Breaks are LF, CRLF, CR, U+0085, U+2028 and U+2029."""
    lines: list[Line] = []
    for found in _LINE.finditer(text, start):
        raw, at = found.group(1), found.start()
        if not raw and not found.group(2):
            break
        words = raw.strip()
        lead = len(raw) - len(raw.lstrip()) if words else len(raw)
        lines.append(Line(at, at + lead, at + lead + len(words), words, len(raw[:lead].expandtabs(TAB))))
    return lines
