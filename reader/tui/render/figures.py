"""The figures of some articles as a table: what a figure is for, and what each article says it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len

from reader.reports.figures import GAP, around, figure_words
from reader.text.clean import clean, one_line
from reader.text.spans import Span
from reader.tui.render.line import Line, Piece, shortened
from reader.tui.render.table import TableRow

if TYPE_CHECKING:
    from reader.articles.article import Article
    from reader.compare.figure_groups import ComparedFigures, FigureGroup, Placed
    from reader.compare.figures import Agreement, Figure

SIGNS: dict[Agreement, str] = {"different": "≠", "near": "≈", "same": "="}
_ROLES: dict[Agreement, str] = {"different": "warning", "near": "accent", "same": "dim"}
_AROUND = 60
"""Characters before a figure, and after it, that say what it is for."""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A row of the table, and the figures behind each of its cells."""

    shown: TableRow
    figures: tuple[tuple[Figure, ...], ...] = ()


def figure_rows(articles: Sequence[Article], names: Sequence[str], found: ComparedFigures) -> list[FigureRow]:
    """The groups in their order, then what stands alone, article by article under its name."""
    rows = [_group(articles, group) for group in found.groups]
    for at, name in enumerate(names):
        alone = [placed for placed in found.alone if placed.article == at]
        if alone:
            rows.append(FigureRow(TableRow(Piece(""), Piece(f"Only in {name}, or not matched", "heading"))))
        rows += [_row(articles, Piece("·", "dim"), [placed]) for placed in alone]
    return rows


def _group(articles: Sequence[Article], group: FigureGroup) -> FigureRow:
    sign = SIGNS[group.agreement] + ("" if group.is_sure else "?")
    return _row(articles, Piece(sign, _ROLES[group.agreement]), group.figures, differs=group.agreement == "different")


def _row(articles: Sequence[Article], sign: Piece, figures: Sequence[Placed], *, differs: bool = False) -> FigureRow:
    first = figures[0]
    before, after = around(articles[first.article], first.figure, _AROUND)
    by_article = tuple(
        tuple(placed.figure for placed in figures if placed.article == at) for at in range(len(articles))
    )
    values = Counter(_value(each[0]) for each in by_article if each)
    usual = values.most_common(1)[0]
    cells = []
    for article, held in zip(articles, by_article, strict=True):
        is_other = differs and bool(held) and (_value(held[0]) != usual[0] or usual[1] == 1)
        cells.append(Piece(_cell(article, held[0]) if held else "", "changed" if is_other else ""))
    return FigureRow(TableRow(sign, Piece(f"{before}{GAP}{after}"), tuple(cells)), by_article)


def _cell(article: Article, figure: Figure) -> str:
    """The figure as it is printed, without what it counts, which stands at the left."""
    if figure.noun is None or figure.noun.end != figure.end:
        return figure_words(article, figure)
    return " ".join(clean(article.text[figure.start : figure.noun.start]).removesuffix("-").split())


def _value(figure: Figure) -> tuple[float, float]:
    return figure.low, figure.high


def evidence_line(article: Article, name: str, span: Span, sentence: Span, where: str, width: int) -> Line:
    """The words around a place, lifted out, with the outlet and the paragraph in front."""
    text = one_line(article.text[sentence.start : span.start])
    words = one_line(article.text[span.start : span.end])
    after = one_line(article.text[span.end : sentence.end])
    head = f"{shortened(name, max(12, width // 4))}{where}: "
    room = max(4, (width - cell_len(head) - cell_len(words) - 4) // 2)
    before = text if len(text) <= room else "… " + text[-room:].partition(" ")[2]
    joined = "" if after[:1] in ",.;:!?)”’\"'" else " "
    return (
        Piece(head, "dim"),
        Piece(before + " " * bool(before)),
        Piece(words, "hit-now"),
        Piece(joined * bool(after) + shortened(after, room)),
    )


def paragraph_words(paragraph: tuple[int, int] | None) -> str:
    """``, ¶ 3/30``: paragraph 3 of 30; nothing outside of paragraphs."""
    return f", ¶ {paragraph[0]}/{paragraph[1]}" if paragraph else ""
