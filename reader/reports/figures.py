"""The figures of articles, those for one thing together: as JSON, or as plain lines for a person.

Offsets are code points into an article's ``text``, end exclusive.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reader.articles.article import Article
from reader.compare.figure_groups import ComparedFigures, FigureGroup, Placed
from reader.compare.figures import Figure, agreement_of
from reader.library.shelf import Unread
from reader.reports.as_json import Json, compared_article_json, unread_json
from reader.reports.columns import WIDTH, cells, column, letter, named, wrapped
from reader.text.clean import one_line

FIGURES: Final = "reader.figures/1"
AGREEMENTS: Final = {"different": "Different figures", "near": "Nearly the same", "same": "The same"}
GAP: Final = "___"
"""Stands where a figure stands, in the words that say what it is for."""
_AROUND: Final = 30
"""Characters before a figure that say what it is for; as many after it."""
_SEASONS: Final = ("spring", "summer", "autumn", "winter")


def figures_json(articles: Sequence[Article], found: ComparedFigures, unread: Sequence[Unread] = ()) -> Json:
    """The groups of figures for one thing, those that disagree first, and the figures that stand alone.

    ``low`` and ``high`` are the ends of a range, of a date one ``date`` as far as it is known.
    """
    return {
        "format": FIGURES,
        "articles": [compared_article_json(article) for article in articles],
        "groups": [
            {
                "number": number,
                "agreement": group.agreement,
                "sure": group.is_sure,
                "figures": [_figure(articles, placed) for placed in group.figures],
            }
            for number, group in enumerate(found.groups, 1)
        ],
        "alone": [_figure(articles, placed) for placed in found.alone],
        "unread": unread_json(unread),
    }


def _figure(articles: Sequence[Article], placed: Placed) -> Json:
    at, figure = placed
    text = articles[at].text
    value: Json = {"low": figure.low, "high": figure.high, "bound": figure.bound or None}
    return {
        "article": at,
        "start": figure.start,
        "end": figure.end,
        "text": text[figure.start : figure.end],
        "kind": figure.kind,
        "unit": figure.unit,
        **({"date": date_of(figure)} if figure.kind == "date" else value),
        "counted": text[figure.noun.start : figure.noun.end] if figure.noun else None,
        "sentence": list(figure.sentence),
    }


def date_of(figure: Figure) -> str:
    """A date as ISO writes it, as far as it goes: ``2019-07-22``, ``--04-19``, ``2025-spring``, ``2031``."""
    number = int(figure.low)
    if figure.unit == "season":
        return f"{number // 10}-{_SEASONS[number % 10 - 1]}"
    if figure.unit == "quarter":
        return f"{number // 10}-Q{number % 10}"
    if figure.unit == "year":
        return str(number)
    if figure.unit == "month":
        return f"{number // 100 or '-'}-{number % 100:02}"
    year = str(number // 10_000) if number >= 10_000 else "-"
    return f"{year}-{number // 100 % 100:02}-{number % 100:02}"


def figures_text(articles: Sequence[Article], found: ComparedFigures) -> Iterator[str]:
    """What the figures are for, each value with the outlets that have it; then what stands alone, an outlet a line."""
    for number, article in enumerate(articles):
        yield f"{letter(number)}  {named(article)}"
    for agreement, title in AGREEMENTS.items():
        groups = [group for group in found.groups if group.agreement == agreement]
        if groups:
            yield ""
            yield title
        for group in groups:
            yield from _group_lines(articles, group)
    if found.alone:
        yield ""
        yield "Alone, each in one article"
        for number, article in enumerate(articles):
            words = [figure_words(article, figure) for at, figure in found.alone if at == number]
            if words:
                yield from wrapped(", ".join(words), 4, f" {letter(number)}")
    if not found.groups and not found.alone:
        yield ""
        yield "No figures were found in these articles."


def _group_lines(articles: Sequence[Article], group: FigureGroup) -> Iterator[str]:
    first, figure = group.figures[0]
    before, after = around(articles[first], figure)
    likely = "" if group.is_sure else "  (likely one thing)"
    yield f"  {before}{GAP}{after}{likely}"
    values = by_value(group)
    words = [figure_words(articles[placed[0].article], placed[0].figure) for placed in values]
    width = min(WIDTH // 2, max(map(cells, words)))
    for value, placed in zip(words, values, strict=True):
        letters = dict.fromkeys(letter(each.article) for each in placed)
        yield f"      {column(value, width)}  {' '.join(letters)}"


def by_value(group: FigureGroup) -> list[list[Placed]]:
    """The figures of a group, equal ones together, in order of the first of each."""
    values: list[list[Placed]] = []
    for placed in group.figures:
        same = next((each for each in values if agreement_of(each[0].figure, placed.figure) == "same"), None)
        if same is None:
            values.append([placed])
        else:
            same.append(placed)
    return values


def figure_words(article: Article, figure: Figure) -> str:
    """A figure as it is printed."""
    return one_line(article.text[figure.start : figure.end])


def around(article: Article, figure: Figure, characters: int = _AROUND) -> tuple[str, str]:
    """The words of its sentence before and after a figure, which say what it is for, what is counted among them."""
    text = article.text
    end = figure.noun.start if figure.noun and figure.noun.end == figure.end else figure.end
    before = one_line(text[figure.sentence.start : figure.start])
    after = one_line(text[end : figure.sentence.end])
    if len(before) > characters:
        before = "… " + before[-characters:].partition(" ")[2]
    if len(after) > characters:
        after = after[:characters].rpartition(" ")[0] + " …"
    joined = "" if after[:1] in ",.;:!?)”’\"'" else " "
    return before + " " * bool(before), joined * bool(after) + after
