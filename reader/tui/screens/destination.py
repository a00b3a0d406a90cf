"""Where to go: what one screen gives back to those it was opened from."""

from __future__ import annotations

from dataclasses import dataclass

from reader.tui.render.hits import Hits


@dataclass(frozen=True, slots=True)
class Destination:
    """An article, as a position on the desk, and places in it, one of them visited."""

    article: int
    hits: Hits
    every: tuple[tuple[int, Hits], ...] = ()
    """The hits of all articles in which the same was found, so that one can go on into the next."""
