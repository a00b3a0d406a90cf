"""Words that agree in two articles, the stuff that matches are made of."""

from __future__ import annotations

from typing import NamedTuple


class Piece(NamedTuple):
    """Words that agree: ``length_a`` of them from ``a``, ``length_b`` from ``b``, worth ``weight`` together."""

    a: int
    b: int
    length_a: int
    length_b: int
    weight: float

    @property
    def matched(self) -> int:
        """How many words agree."""
        return min(self.length_a, self.length_b)


def outer_end(piece: Piece, step: int) -> tuple[int, int]:
    """Where a piece ends in both articles, forward (``step`` 1) or backward (-1)."""
    if step > 0:
        return piece.a + piece.length_a, piece.b + piece.length_b
    return piece.a, piece.b


def gaps_before(piece: Piece, at_a: int, at_b: int, step: int) -> tuple[int, int]:
    """Words between two places and a piece farther out, in both articles."""
    if step > 0:
        return piece.a - at_a, piece.b - at_b
    return at_a - piece.a - piece.length_a, at_b - piece.b - piece.length_b
