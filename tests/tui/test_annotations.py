"""Notes on a column: what is tinted, and the signs beside rows."""

from __future__ import annotations

import pytest

from reader.library.anchors import Anchor
from reader.library.notes import Note, PlacedNote
from reader.text.spans import Span
from reader.tui.render.annotations import HIGHLIGHT, LOST, NOTE, annotated, note_entry
from reader.tui.render.line import cells
from tests.tui.shelf import article

ONE = article("A title\n\nThe tide took the quay.\n\nNobody saw it go.", "quay.txt", markdown=False)


def placed(words: str, start: int | None, end: int = 0, exact: str = "the quay") -> PlacedNote:
    anchor = Anchor(exact) if exact else None
    note = Note(1, ONE.id, words, anchor, "2031-04-09T10:00:00Z", "2031-04-09T10:00:00Z")
    return PlacedNote(note, None if start is None else Span(start, end))


@pytest.mark.parametrize(
    ("row", "sign"),
    [((0, 9), ""), ((9, 20), NOTE), ((20, 33), ""), ((35, 40), HIGHLIGHT), ((9, 40), NOTE), ((40, 50), "")],
)
def test_a_sign_stands_where_a_note_begins(row: tuple[int, int], sign: str) -> None:
    shown = annotated([placed("", 35, 44), placed("", 10, 11), placed("why?", 12, 25), placed("gone", None)])
    assert shown.sign_in(*row) == sign


def test_highlights_that_overlap_are_one_tint() -> None:
    shown = annotated([placed("", 9, 20), placed("", 15, 30)])
    found = shown.stretches.touching(0, 50)
    assert (found[0].start, found[-1].end) == (9, 30)
    assert {each.roles for each in found} == {"highlight"}


@pytest.mark.parametrize("width", [20, 40, 100])
@pytest.mark.parametrize(
    ("note", "sign", "says"),
    [
        (placed("why\x1b[31m so?", 12, 25), NOTE, "why␛[31m so?"),
        (placed("", 12, 25), HIGHLIGHT, "highlight"),
        (placed("lost", None), LOST, "lost"),
        (placed("all of it", None, exact=""), NOTE, "all of it"),
    ],
)
def test_an_entry_says_what_it_is_on_and_what_was_written(note: PlacedNote, sign: str, says: str, width: int) -> None:
    lines = note_entry(note, ONE, width)
    assert all(cells(line) <= width for line in lines)
    text = ["".join(piece.text for piece in line) for line in lines]
    assert text[0].strip().startswith(sign)
    assert says[:10] in text[1]
    assert ("not in the text" in text[2]) == (sign == LOST and width > 60)
