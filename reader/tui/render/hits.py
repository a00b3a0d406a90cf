"""What a search found in one text, and which hit is visited."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.text.spans import Span

if TYPE_CHECKING:
    from reader.text.find import Query


@dataclass(frozen=True, slots=True)
class Hits:
    """Hits in order; ``now`` is the position of the one that is visited, ``None`` where there is none."""

    query: Query
    spans: Sequence[Span] = ()
    now: int | None = None
    problem: str | None = None
    """Why the search failed or was stopped, as a sentence."""

    @property
    def span(self) -> Span | None:
        """The hit that is visited."""
        return self.spans[self.now] if self.now is not None else None

    def from_place(self, place: int) -> Hits:
        """Visits the first hit at or after a code point; the first of all where none comes after."""
        if not self.spans:
            return replace(self, now=None)
        found = bisect_left(self.spans, Span(place, place))
        return replace(self, now=found % len(self.spans))

    def stepped(self, step: int) -> Hits:
        """Visits the hit that many further on, round the ends."""
        if self.now is None:
            return self
        return replace(self, now=(self.now + step) % len(self.spans))

    def label(self) -> str:
        """``3/17``, ``no hit``, or ``!`` where something is wrong."""
        if self.problem and not self.spans:
            return "!"
        if not self.query.pattern:
            return ""
        if self.now is None:
            return "no hit"
        return f"{self.now + 1}/{len(self.spans)}"
