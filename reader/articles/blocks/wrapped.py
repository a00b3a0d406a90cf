"""Hard-wrapped text: whether line breaks stand where a line was full, or where something ends.

Wrapped prose fills its lines: the next line's first word would not have fitted. It breaks inside sentences, so that
most lines begin with a small letter. Verse, lists and addresses fail one of the two, and so does a script without small
letters: their lines are left apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reader.articles.blocks.lines import Line

WIDEST: Final = 110
"""Longer lines are paragraphs, in code points."""
NARROWEST: Final = 40
"""Shorter columns are verse, lists and tables, in code points."""
EVIDENCE: Final = 3
"""Full lines that must be seen before a text counts as wrapped."""
SLACK: Final = 14
"""Code points by which lines that were wrapped by hand may fall short of the width."""
MOSTLY: Final = 0.8


def wrap_width(groups: Sequence[Sequence[Line]]) -> int | None:
    """The width that a text was wrapped to, in code points; ``None`` where its lines are paragraphs of their own.

    ``groups`` are its runs of lines without a blank line between them.
    """
    pairs = [pair for group in groups for pair in zip(group, group[1:], strict=False)]
    widths = [line.end - line.at for line, _ in pairs if " " in line.text]
    if len(widths) < EVIDENCE or not NARROWEST <= max(widths) <= WIDEST:
        return None
    width = max(widths)
    pairs = [
        pair for pair in pairs if 2 * (pair[0].end - pair[0].at) >= width
    ]  # short lines are addresses, lists, verse
    if _small_starts(pairs) < 0.4 or _full(pairs, width) < MOSTLY:
        return None
    return width


def is_wrapped(group: Sequence[Line], width: int) -> bool:
    """Whether the lines of one group are one paragraph of a text wrapped to ``width`` code points."""
    pairs = list(zip(group, group[1:], strict=False))
    return not pairs or _full(pairs, width) >= MOSTLY


def _full(pairs: Sequence[tuple[Line, Line]], width: int) -> float:
    """The share of lines into which the next line's first word would not have fitted."""
    full = sum(
        (line.end - line.at) + 1 + len(after.text.split(None, 1)[0]) > width - SLACK or " " not in line.text
        for line, after in pairs
    )
    return full / len(pairs)


def _small_starts(pairs: Sequence[tuple[Line, Line]]) -> float:
    """The share of following lines that begin with a small letter."""
    return sum(after.text[0].islower() for _, after in pairs) / len(pairs)
