"""What the signs of a part of the screen mean: lines for its help."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from reader.tui.commands import Place
from reader.tui.render import coverage, figures, marks, quotes, wordings
from reader.tui.render.annotations import HIGHLIGHT, NOTE
from reader.tui.render.line import Line, Piece, cells

Sign = tuple[str, str, str]
"""The sign, its roles, and what it means."""

WIDTH: Final = 18
"""Cells in front of the meanings: as many as in front of what keys do."""
_KINDS: Final = {
    "verbatim": "The same in each, but for marks, case and spaces",
    "altered": "Words were changed; they stand out where articles stand beside each other",
    "quoted": "In quotation marks in each",
}
_VOICES: Final = {"quoted": "quoted", "attributed": "given with its source", "own": "the outlet's own words"}


def _passages() -> Iterator[Sign]:
    for kind, words in _KINDS.items():
        yield f"{marks.EDGES[kind]} {marks.GLYPHS[kind]}", f"edge-{kind}", words
    voices = " ".join(marks.VOICES[voice] for voice in _VOICES)
    yield voices, "strong", f"Behind it, where voices differ: {', '.join(_VOICES.values())}"
    yield "▐", "edge-verbatim", "At the right edge: where in the article passages stand"
    yield f"{HIGHLIGHT} {NOTE}", "accent", "A highlight, a note"
    yield "⋯", "dim", "Furniture is folded here"


_COMPARE: Final[Sequence[Sign]] = (
    ("▸", "accent", "The column that has the keys"),
    ("⇄ ⇵", "dim", "The columns are tied at their passages, or each scrolls alone"),
)
_LIST: Final[Sequence[Sign]] = (
    ("●", "accent", "Not read yet"),
    ("★", "warning", "Starred"),
    ("A B C", "strong", "Marked for comparing"),
    ("≈41%", "", "How much of it stands in the article that is named there, which has most of it"),
    (NOTE, "accent", "There are notes on it"),
)
_QUOTES: Final = {
    "identical": "As in the fullest wording",
    "cut short": "Cut short",
    "spliced": "Two quotations as one",
    "reworded": "Reworded",
    "other speaker": "Given to another speaker, who is named",
}
_FIGURES: Final = {"different": "They differ", "near": "They are nearly the same", "same": "They are the same"}
_PRINTED: Final = {
    "verbatim": "Printed as it is",
    "altered": "Printed with words changed",
    "in part": "Printed in part",
}
_OF: Final[Mapping[Place, Sequence[Sign]]] = {
    Place.LIST: _LIST,
    Place.READING: tuple(_passages()),
    Place.COMPARE: (*_passages(), *_COMPARE),
    Place.MATRIX: (
        ("66 %   82w", "strong", "So much of the article of the row is in that of the column; so many words"),
        ("·", "dim", "Nothing is shared"),
        ("…", "dim", "Not matched yet"),
    ),
    Place.QUOTES: (
        *((sign, "edge-quoted", _QUOTES[relation]) for relation, sign in quotes.SIGNS.items()),
        ("?", "", "The speaker is likely, not sure"),
    ),
    Place.FIGURES: (
        *((sign, "strong", _FIGURES[agreement]) for agreement, sign in figures.SIGNS.items()),
        ("?", "", "It is likely, not sure, that they are for one thing"),
    ),
    Place.COVERAGE: (
        *((sign, "strong", _PRINTED[printing]) for printing, sign in coverage.SIGNS.items()),
        (coverage.NOBODY, "warning", "Printed by nobody"),
        *((marks.VOICES[voice], "strong", f"There {_VOICES[voice]}") for voice in ("quoted", "attributed")),
    ),
    Place.VARIANTS: ((wordings.CARET, "changed", "Words were taken away here"),),
}


def sign_lines(place: Place) -> Sequence[Line]:
    """A blank line, then a line a sign; none where a part has no signs of its own."""
    lines = [
        (Piece("  "), sign, Piece(" " * (WIDTH - 2 - cells((sign,)))), Piece(words))
        for sign, words in ((Piece(sign, roles), words) for sign, roles, words in _OF.get(place, ()))
    ]
    return [(), *lines] if lines else []
