"""What can be written of an article, of its notes, of a comparison."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from reader.tui.render.particulars import short_name
from reader.tui.screens.export_screen import Export

if TYPE_CHECKING:
    from reader.compare.comparison import Comparison
    from reader.library.desk import Desk

_UNFIT: Final = re.compile(r"[^\w.-]+")
LONGEST: Final = 60
"""Characters of a file's name, without its ending."""


def file_stem(words: str) -> str:
    """Words as the name of a file, without an ending."""
    return _UNFIT.sub("-", words).strip("-.")[:LONGEST].strip("-.") or "article"


def article_exports(desk: Desk, number: int) -> list[Export]:
    """Of an article: itself, its notes, the notes on all that are open."""
    article = desk.articles[number]
    stem = file_stem(short_name(article))

    def markdown() -> Iterator[str]:
        from reader.reports.as_markdown import articles_markdown

        return articles_markdown([article])

    def html() -> Iterator[str]:
        from reader.reports.as_html import articles_html

        return articles_html([article])

    def text() -> Iterator[str]:
        from reader.library.shelf import Shelf
        from reader.reports.as_text import shelf_text

        return shelf_text(Shelf((article,)))

    def json() -> Iterator[str]:
        from reader.library.shelf import Shelf
        from reader.reports.as_json import articles_json, to_line

        yield to_line(articles_json(Shelf((article,))), indent=1).decode().rstrip("\n")

    noted = [n for n, one in enumerate(desk.articles) if one.id in desk.state.noted]
    exports = [
        Export("the article as Markdown", f"{stem}.md", markdown),
        Export("the article as a page in HTML", f"{stem}.html", html),
        Export("the article as text", f"{stem}.txt", text),
        Export("the article as JSON", f"{stem}.json", json),
    ]
    if number in noted:
        exports.append(Export("its notes as Markdown", f"{stem}-notes.md", lambda: _notes(desk, [number])))
    if noted:
        exports.append(Export("all notes on open articles as Markdown", "notes.md", lambda: _notes(desk, noted)))
    return exports


def _notes(desk: Desk, numbers: Sequence[int]) -> Iterator[str]:
    from reader.library.exporting import notes_of

    about = {}
    for number in numbers:
        article = desk.articles[number]
        known = article.particulars
        values = {name: getattr(known, name) for name in ("title", "byline", "outlet", "published")}
        about[article.id] = {**values, "path": article.path}
    notes = (placed.note for number in numbers for placed in desk.keeping.notes(number))
    return notes_of(notes, about, desk.state.tags)


def comparison_exports(desk: Desk, numbers: Sequence[int], comparison: Comparison) -> list[Export]:
    """Of a comparison."""
    articles = [desk.articles[number] for number in numbers]
    stem = file_stem("-".join(short_name(article) for article in articles))

    def markdown() -> Iterator[str]:
        from reader.reports.as_markdown import comparison_markdown

        return comparison_markdown(articles, comparison)

    def html() -> Iterator[str]:
        from reader.reports.as_html import comparison_html

        return comparison_html(articles, comparison)

    def text() -> Iterator[str]:
        from reader.reports.as_text import comparison_text

        return comparison_text(articles, comparison)

    def json() -> Iterator[str]:
        from reader.reports.as_json import comparison_json, to_line

        yield to_line(comparison_json(articles, comparison), indent=1).decode().rstrip("\n")

    return [
        Export("the comparison as Markdown", f"{stem}.md", markdown),
        Export("the comparison as a page in HTML", f"{stem}.html", html),
        Export("the comparison as text", f"{stem}.txt", text),
        Export("the comparison as JSON", f"{stem}.json", json),
    ]
