"""CSV and TSV: tables of articles, and the exports of Pocket, Instapaper and Readwise."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Final

from reader.articles.article import Particulars
from reader.sources.decoding import Undecodable, decode
from reader.sources.entries import bounded, entry_path
from reader.sources.records import Row, articles_in
from reader.sources.source import Outcomes, Source, Unread, article_of

LARGEST_CELL: Final = 20_000_000
MOST_COLUMNS: Final = 1_000
_DELIMITERS: Final = ",;\t|"


def read(source: Source) -> Outcomes:
    """The articles in a table."""
    decoded = decode(source.data)
    if isinstance(decoded, Undecodable):
        yield Unread(source.path, decoded.reason)
        return
    text = decoded.text.lstrip("\ufeff")
    problem: list[str] = []
    rows = _rows(text, problem)
    first = next(rows, None)
    if first is None:
        yield Unread(source.path, problem[0] if problem else "a table without rows")
        return
    if {"Highlight", "Book Title"} <= set(first):
        yield from _highlights(source, first, rows)
    else:
        yield from articles_in(source.path, _again(first, rows))
    if problem:
        yield Unread(source.path, problem[0])


def _again(first: Row, rows: Iterator[Row]) -> Iterator[Row]:
    yield first
    yield from rows


def _rows(text: str, problem: list[str]) -> Iterator[Row]:
    """The rows by the names in the first line. What stops the reading is added to ``problem``."""
    if csv.field_size_limit() < LARGEST_CELL:
        csv.field_size_limit(LARGEST_CELL)
    lines = csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=_delimiter(text))
    try:
        names = [name.strip() for name in next(lines, [])]
        if len(names) > MOST_COLUMNS or len(names) < 2:
            problem.append("a table needs 2 to 1,000 columns, with their names in the first line")
            return
        for cells in lines:
            if any(cell.strip() for cell in cells):
                yield dict(zip(names, cells, strict=False))
    except csv.Error as error:
        problem.append(f"a damaged table: {error}, line {lines.line_num}")


def _delimiter(text: str) -> str:
    """What divides the columns: the sign that the first line has most of."""
    line = text[:100_000].partition("\n")[0]
    return max(_DELIMITERS, key=line.count)


def _highlights(source: Source, first: Row, rows: Iterator[Row]) -> Outcomes:
    """Readwise's export: what was highlighted, gathered by the article or book it stands in."""
    gathered: dict[tuple[str, str], list[str]] = {}
    for row in _again(first, rows):
        words = str(row.get("Highlight") or "").strip()
        if words:
            gathered.setdefault((str(row.get("Book Title") or ""), str(row.get("Book Author") or "")), []).append(words)

    def outcomes() -> Outcomes:
        for number, ((title, author), words) in enumerate(gathered.items(), 1):
            text = "\n\n".join(words)
            inner = Source(text.encode("utf-8", "replace"), entry_path(source.path, number))
            known = Particulars(title=title.strip() or None, byline=author.strip() or None, kind="highlights")
            yield article_of(inner, text, known)

    yield from bounded(source.path, outcomes())
