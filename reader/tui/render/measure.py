"""How wide text is set."""

from __future__ import annotations

MEASURE = 72
"""Cells in a row of text; 45 to 75 letters are what typographers set for reading."""
MEASURES = (24, 160)
"""The narrowest and the widest."""


def within(measure: int, least_and_most: tuple[int, int]) -> int:
    """The measure, or the nearest that can be set."""
    return max(least_and_most[0], min(least_and_most[1], measure))
