"""What ``reader export`` wrote: the articles of a library with their particulars. Notes, stars and tags are left."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any, Final

from reader.articles.article import Particulars
from reader.articles.build import build
from reader.sources.dates import day_of
from reader.sources.entries import bounded, entry_path
from reader.sources.formats import MARKDOWN, format_of
from reader.sources.source import Outcome, Outcomes, Unread

FORMAT: Final = "reader library"
VERSION: Final = 1
"""The newest that is read."""


def is_export(line: dict[str, Any] | None) -> bool:
    """Whether it is the first line of an export."""
    return line is not None and line.get("kind") == "export" and line.get("format") == FORMAT


def articles_in(path: str, lines: Iterable[dict[str, Any]]) -> Outcomes:
    """The articles in the lines of an export, of which the first says what it is."""
    lines = iter(lines)
    version = next(lines, {}).get("version")
    if not isinstance(version, int) or version > VERSION:
        yield Unread(path, "it was written by a newer version of reader")
        return
    yield from bounded(path, _outcomes(path, lines), called="articles")


def _outcomes(path: str, lines: Iterable[dict[str, Any]]) -> Iterator[Outcome]:
    articles = (line for line in lines if line.get("kind") == "article")
    for number, line in enumerate(articles, 1):
        text = line.get("text")
        if isinstance(text, str) and text.strip():
            yield _article(entry_path(path, number), text, line)
        else:
            yield Unread(entry_path(path, number), "there is no text in it")


def _article(path: str, text: str, line: dict[str, Any]) -> Outcome:
    was_at = _words(line.get("path")) or ""
    known = Particulars(
        title=_words(line.get("title")),
        byline=_words(line.get("byline")),
        outlet=_words(line.get("outlet")),
        published=day_of(line.get("published")),
        source=was_at if was_at.startswith(("http://", "https://")) else None,
    )
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return build(text, path=path, sha256=sha256, markdown=format_of(was_at) is MARKDOWN, known=known)


def _words(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
