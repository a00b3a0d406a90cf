"""Rows of a table to articles, or to addresses where a row has no text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Final

from reader.articles.article import Particulars
from reader.sources.columns import ADDRESS, SAMPLE, Columns, columns_of
from reader.sources.dates import day_of
from reader.sources.entries import bounded, entry_path, only_address
from reader.sources.html import host_of
from reader.sources.html_head import plain
from reader.sources.html_text import Worded, fragment_text
from reader.sources.source import Outcome, Outcomes, Source, Unread, article_of

Row = dict[str, object]

_MARKUP: Final = re.compile(
    r"</?(?:p|div|br|h[1-6]|li|ul|a|em|strong|b|i|span|html|body|article|blockquote)\b[^>]*>", re.I
)


def articles_in(path: str, rows: Iterable[Row], outlet: str | None = None) -> Outcomes:
    """The articles in the rows of a table. ``outlet`` is that of all of them, where a row states none.

    Which column holds what is guessed from the first rows, and told with the first article.
    """
    waiting = iter(rows)
    sample = list(islice(waiting, SAMPLE))
    names = list(dict.fromkeys(name for row in sample for name in row))
    columns = columns_of(names, sample)
    if columns.text is None and columns.address is None:
        yield Unread(path, _no_columns(names) if sample else "there are no rows in it")
        return
    yield from bounded(path, _outcomes(path, chain(sample, waiting), columns, outlet), called="rows")


def _no_columns(names: list[str]) -> str:
    named = ", ".join(repr(name) for name in names[:8])
    return f"no column holds texts or addresses (there are {named}{' and more' if len(names) > 8 else ''})"


def _outcomes(path: str, rows: Iterable[Row], columns: Columns, outlet: str | None) -> Iterator[Outcome]:
    is_told = False
    for number, row in enumerate(rows, 1):
        notices = () if is_told else (columns.sentence(),)
        outcome = _row(entry_path(path, number), row, columns, outlet, notices)
        is_told = is_told or not isinstance(outcome, Unread)
        yield outcome


def _row(path: str, row: Row, columns: Columns, outlet: str | None, notices: tuple[str, ...]) -> Outcome:
    address = _cell(row, columns.address)
    if address is None or not ADDRESS.fullmatch(address):
        address = None
    markup = _cell(row, columns.text) or (_cell(row, columns.summary) if address is None else None) or ""
    worded = _worded(markup)
    if not worded.text.strip():
        return only_address(path, address) if address else Unread(path, "the row has neither text nor address")
    known = Particulars(
        title=_line(row, columns.title),
        byline=_line(row, columns.byline),
        outlet=_outlet(row, columns) or outlet or host_of(address),
        published=day_of(row.get(columns.published)) if columns.published else None,
        language=_language(_cell(row, columns.language)),
        source=address,
    )
    return article_of(
        Source(markup.encode("utf-8", "replace"), path, address), worded.text, known, notices, worded.headings
    )


def _worded(markup: str) -> Worded:
    """The text of a cell, which may be HTML."""
    if _MARKUP.search(markup[:20_000]):
        return fragment_text(markup)
    return Worded(markup.replace("\\n", "\n") if "\n" not in markup and markup.count("\\n") > 2 else markup)


def _outlet(row: Row, columns: Columns) -> str | None:
    outlet = _line(row, columns.outlet)
    if outlet and ADDRESS.match(outlet):
        return host_of(outlet)
    return outlet.removeprefix("www.") if outlet else None


def _cell(row: Row, column: str | None) -> str | None:
    value = row.get(column) if column is not None else None
    words = "" if value is None else str(value)
    return words if words.strip() else None


def _line(row: Row, column: str | None) -> str | None:
    words = _cell(row, column)
    return (plain(words)[:500] or None) if words else None


def _language(tag: str | None) -> str | None:
    found = re.match(r"[A-Za-z]{2,3}(?=[-_]|$)", tag or "")
    return found[0].lower() if found else None
