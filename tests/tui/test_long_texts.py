"""Long texts: shown before they are divided, and steady under whoever reads them while rows are made."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles.article import UNDIVIDED, Article, Block
from reader.articles.build import LONG, begin, build
from reader.text.clean import clean
from reader.text.spans import Span
from reader.tui.render.column import Column
from reader.tui.render.layers import Layer, SpanLayer, Stretch
from reader.tui.render.rows import CHUNK, Rows, Unit
from reader.tui.render.sheet import Display, sheet

WORDS = "the keeper of the lamp had not been told of it"


def long_text(paragraphs: int, end: str = "\n\n") -> str:
    """Paragraphs of very different heights, so that every estimate is wrong."""
    return "A long story\n\n" + end.join(
        f"Number {n}: " + " ".join([WORDS] * (1 + (n * n) % 9 if n % 400 > 40 else 1)) for n in range(paragraphs)
    )


def opened(text: str) -> Article:
    return begin(text, path="a.txt", sha256="0" * 64, markdown=False).article


def shown(column: Column) -> list[str]:
    return ["".join(piece.text for piece in column.line(y)) for y in range(column.height)]


@given(st.text(alphabet=st.characters(), max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_a_part_is_cleaned_as_the_whole_is(text: str, start: int, end: int) -> None:
    assert Display(text)[start:end] == clean(text).replace("\n", " ")[start:end]
    assert len(Display(text)[:]) == len(text)


def test_of_a_long_text_only_the_beginning_is_divided() -> None:
    text = long_text(4000)
    article = opened(text)
    assert not article.is_whole
    assert article.text == text
    assert article.blocks[0].kind == "title"
    assert article.blocks[-1].rule == UNDIVIDED
    assert article.blocks[-1].end == len(text)
    assert len(article.blocks) < 400
    assert article.id == build(text, path="a.txt", sha256="", markdown=False).article.id


def test_a_short_text_is_whole() -> None:
    assert opened("words " * 100).is_whole
    assert opened("words " * (LONG // 6 - 1)).is_whole


@pytest.mark.parametrize("end", ["\n\n", "\n"])
def test_an_undivided_text_looks_as_it_will_when_it_is_divided(end: str) -> None:
    text = long_text(4000, end)
    begun, whole = Column(sheet(opened(text))), Column(sheet(build(text, path="a", sha256="", markdown=False).article))
    for column in (begun, whole):
        column.set(70, 20, 60)
    for place in (0, len(text) // 2, len(text) - 1):
        looks = []
        for column in (begun, whole):
            column.show_place(place)
            looks.append([line[:-1] for line in shown(column)])
        assert looks[0] == looks[1]


def test_lines_that_are_joined_at_the_beginning_are_joined_later_too() -> None:
    wrapped = "\n\n".join(f"{n} {WORDS}\n{WORDS}\n{WORDS}" for n in range(6))
    rest = "\n\n".join(f"{n} {WORDS}\n{WORDS}" for n in range(9))
    head = build(wrapped, path="a", sha256="", markdown=True).article.blocks
    text = f"{wrapped}\n\n{rest}"
    article = Article(
        "a", "a", text, blocks=(*head, Block("paragraph", len(wrapped) + 2, len(text), UNDIVIDED)), is_whole=False
    )
    column = Column(sheet(article))
    column.set(140, 40, 120)
    assert any(f"3 {WORDS} {WORDS}" in line for line in shown(column)[20:])


def test_a_line_of_a_million_characters_opens() -> None:
    article = opened("x" * 1_000_000)
    column = Column(sheet(article))
    column.set(80, 20, 72)
    column.move_to(column.total)
    assert "x" * 20 in shown(column)[-1]


@pytest.mark.parametrize("whole", [False, True])
def test_all_the_way_up_from_the_end_page_by_page_nothing_is_passed_over(whole: bool) -> None:
    """Rows that are made on the way move the numbers of those below them, never what one reads."""
    text = long_text(2500)
    article = build(text, path="a.txt", sha256="", markdown=False).article if whole else opened(text)
    column = Column(sheet(article))
    column.set(60, 20, 50)
    column.move_to(10**9)
    pages = 0
    while column.top:
        before = [line[:-1] for line in shown(column)]
        assert column.move_to(column.top - 19)
        after = [line[:-1] for line in shown(column)]
        assert before[0] in after
        assert after[-1] == before[0] or not column.top
        pages += 1
    assert pages > 400


def test_the_end_is_the_end_even_where_its_last_chunk_is_small() -> None:
    for paragraphs in (300, 700, 1100, 1500, 1900):
        column = Column(sheet(build(long_text(paragraphs), path="a", sha256="", markdown=False).article))
        column.set(60, 20, 50)
        column.move_to(column.total)
        lines = shown(column)
        assert any(f"Number {paragraphs - 1}:" in line for line in lines), paragraphs
        assert shown(column) == lines


def test_a_unit_that_goes_on_has_no_gap() -> None:
    text = "word " * (CHUNK // 2)
    rows = Rows(Display(text), [Unit(0, CHUNK, joins=False), Unit(CHUNK, len(text), gap=0, joins=False)], 50)
    blanks = sum(1 for n in range(rows.settle()) if (row := rows.row(n)) and row.unit < 0)
    assert blanks == 1


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 6)), max_size=8), st.integers(0, 45), st.integers(1, 20))
def test_a_layer_of_spans_gives_what_a_layer_of_stretches_gives(
    given_spans: list[tuple[int, int]], start: int, size: int
) -> None:
    spans: list[Span] = []
    for at, length in sorted(given_spans):
        if not spans or at >= spans[-1].end:
            spans.append(Span(at, at + length))
    layer = Layer(Stretch(span.start, span.end, "hit") for span in spans)
    assert SpanLayer(spans, "hit").touching(start, start + size) == layer.touching(start, start + size)
