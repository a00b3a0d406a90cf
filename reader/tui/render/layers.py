"""Roles on stretches of a text: passages, quotations, search hits, each a layer of sorted spans.

A row asks every layer for what touches it and cuts its text where any of them begins or ends. Finding the spans of a
row is a bisection: it does not grow with the number of spans.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.text.spans import Span
from reader.tui.render.line import Piece
from reader.tui.render.rows import Shown


class Stretch(NamedTuple):
    """``text[start:end]`` and the roles it has there."""

    start: int
    end: int
    roles: str


class Layer:
    """Stretches in order that do not overlap."""

    def __init__(self, stretches: Iterable[Stretch] = ()) -> None:
        """Overlapping stretches are cut apart; where several lie on a place, the last given wins it."""
        self._stretches = _flat(list(stretches))
        self._starts = [stretch.start for stretch in self._stretches]

    def __bool__(self) -> bool:
        """Whether there is anything in it."""
        return bool(self._stretches)

    def touching(self, start: int, end: int) -> list[Stretch]:
        """The stretches that have a character in ``[start, end)``, in order."""
        place = max(0, bisect_right(self._starts, start) - 1)
        near = self._stretches[place : bisect_right(self._starts, end)]
        return [stretch for stretch in near if stretch.end > start and stretch.start < end]


def _flat(stretches: list[Stretch]) -> list[Stretch]:
    """The same in order and without overlap."""
    if all(a.end <= b.start for a, b in zip(stretches, stretches[1:], strict=False)):
        return stretches
    edges = sorted({edge for stretch in stretches for edge in (stretch.start, stretch.end)})
    out: list[Stretch] = []
    by_start = sorted(enumerate(stretches), key=lambda entry: entry[1].start)
    waiting, open_ones = 0, list[tuple[int, Stretch]]()
    for start, end in zip(edges, edges[1:], strict=False):
        while waiting < len(by_start) and by_start[waiting][1].start <= start:
            open_ones.append(by_start[waiting])
            waiting += 1
        open_ones = [entry for entry in open_ones if entry[1].end > start]
        if open_ones:
            roles = max(open_ones, key=lambda entry: entry[0])[1].roles
            if out and out[-1].end == start and out[-1].roles == roles:
                out[-1] = Stretch(out[-1].start, end, roles)
            else:
                out.append(Stretch(start, end, roles))
    return out


class SpanLayer(Layer):
    """Spans in order and apart that all have the same role: as many as there are, none is copied."""

    def __init__(self, spans: Sequence[Span], roles: str) -> None:
        """``spans`` may be any sequence; those that are looked at are found by bisection."""
        super().__init__()
        self._spans, self._roles = spans, roles

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._spans)

    def touching(self, start: int, end: int) -> list[Stretch]:
        """The stretches that have a character in ``[start, end)``, in order."""
        place = max(0, bisect_right(self._spans, start, key=lambda span: span.start) - 1)
        out: list[Stretch] = []
        while place < len(self._spans) and self._spans[place].start < end:
            span = self._spans[place]
            if span.end > start:
                out.append(Stretch(span.start, span.end, self._roles))
            place += 1
        return out


def pieces(display: Shown, start: int, end: int, roles: str, layers: Sequence[Layer]) -> list[Piece]:
    """``display[start:end]`` cut where a layer begins or ends, each piece with the roles of all layers on it."""
    found = [layer.touching(start, end) for layer in layers if layer]
    found = [stretches for stretches in found if stretches]
    if not found:
        return [Piece(display[start:end], roles)] if end > start else []
    edges = {start, end}
    for stretches in found:
        for stretch in stretches:
            edges.add(max(start, stretch.start))
            edges.add(min(end, stretch.end))
    out: list[Piece] = []
    cuts = sorted(edges)
    for a, b in zip(cuts, cuts[1:], strict=False):
        names = [roles] if roles else []
        names += [
            stretch.roles for stretches in found for stretch in stretches if stretch.start <= a and b <= stretch.end
        ]
        out.append(Piece(display[a:b], " ".join(names)))
    return out
