"""How an article is set: what stands in front of its lines is not part of its words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.spans import Span
from reader.tui.render.column import Column
from reader.tui.render.marks import Marks
from reader.tui.render.selection import words_between
from reader.tui.render.sheet import Sheet, sheet
from tests.tui.passages import plain
from tests.tui.shelf import article

TEXT = """# Salt

- tar and hemp
  and rope for a week
    and soup
- oil

> The lock is shut, and it
> will stay shut until a smith
>has come.
>
> Nobody rang.
> > Not for
> > us.

A > stays where
> it is not a quotation's.
"""


def of(text: str) -> Sheet:
    return sheet(article(text, "a.md", markdown=True))


def rows(text: str, width: int = 90) -> list[str]:
    made = Column(of(text), Marks((), 0))
    made.set(width, 40, width)
    return [row for y in range(2, made.total) if (row := plain(made.line(y)).strip())]


def test_signs_and_indents_in_front_of_lines_that_go_on_are_not_set() -> None:
    assert rows(TEXT) == [
        "Salt",
        "• tar and hemp and rope for a week and soup",
        "• oil",
        "│ The lock is shut, and it will stay shut until a smith has come.",
        "│ Nobody rang.",
        "│ │ Not for us.",
        "A > stays where",
        "│ it is not a quotation's.",
    ]


def test_a_blank_line_in_a_quotation_parts_its_paragraphs() -> None:
    made = Column(of("> One.\n>\n> Two.\n> > Three.\n"), Marks((), 0))
    made.set(60, 20, 60)
    assert [plain(made.line(y)).strip() for y in range(2, 6)] == ["│ One.", "", "│ Two.", "│ │ Three."]


def test_rows_of_every_width_show_the_same_words() -> None:
    for width in range(30, 70, 3):
        shown = " ".join(word for row in rows(TEXT, width) for word in row.split() if word not in "│•")
        assert shown == " ".join(word for row in rows(TEXT) for word in row.split() if word not in "│•")


@given(st.data())
def test_a_stretch_shows_what_the_whole_shows_there(data: st.DataObject) -> None:
    display = of(TEXT).display
    start = data.draw(st.integers(0, len(TEXT)))
    end = data.draw(st.integers(start, len(TEXT)))
    assert display[start:end] == display[:][start:end]
    assert len(display[start:end]) == end - start


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("The lock", "has come.", "The lock is shut, and it will stay shut until a smith has come."),
        ("tar", "soup", "tar and hemp and rope for a week and soup"),
        ("Not", "us.", "Not for us."),
    ],
)
def test_they_are_not_copied_either(first: str, last: str, words: str) -> None:
    start = TEXT.index(first)
    assert words_between(of(TEXT), Span(start, TEXT.index(last, start) + len(last))) == words
