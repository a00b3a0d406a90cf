"""Sheets, passages and columns for tests of what is drawn, without the engine that finds passages."""

from __future__ import annotations

from reader.compare.comparison import Changes, Edit, Occurrence, Passage
from reader.tui.render.column import Column
from reader.tui.render.facing import Facing, Header
from reader.tui.render.line import Line, Piece
from reader.tui.render.marks import Marks
from reader.tui.render.sheet import sheet
from tests.tui.shelf import article

Place = tuple[int, int, int]
"""Number of an article, and where in it: code points."""


def verbatim(number: int, *places: Place, voice: str | None = None) -> Passage:
    """A passage that is the same at each place."""
    return Passage(number, "verbatim", 6, 6.0, tuple(Occurrence(*place, voice) for place in places))  # type: ignore[arg-type]


def altered(number: int, here: Place, there: Place, *, voice: str | None = None) -> Passage:
    """A passage in two places, of which the first four code points were replaced."""
    first, second = here[1], there[1]
    edits = (
        Edit("replace", first, first + 4, second, second + 4),
        Edit("equal", first + 4, here[2], second + 4, there[2]),
    )
    occurrences = (Occurrence(*here, voice), Occurrence(*there, voice))  # type: ignore[arg-type]
    return Passage(number, "altered", 6, 6.0, occurrences, (Changes(1, 0, edits),))


def column(text: str, *passages: Passage, of: int = 0, **more: bool) -> Column:
    """A column of a plain text with passages on it, not set yet."""
    made = sheet(article(text, "a.txt", markdown=False))
    return Column(made, Marks(passages, of, text), **more)


def facing(texts: list[str], *passages: Passage) -> Facing:
    """Columns of texts that face each other."""
    columns = [column(text, *passages, of=number) for number, text in enumerate(texts)]
    headers = [Header((Piece(f"Outlet {number}"),), (Piece("10 %"),)) for number in range(len(texts))]
    return Facing(columns, headers)


def plain(line: Line) -> str:
    """A line as text."""
    return "".join(piece.text for piece in line)


def roles_of(line: Line, words: str) -> set[str]:
    """The roles on the piece of a line that holds the words."""
    return next(set(piece.roles.split()) for piece in line if words in piece.text)
