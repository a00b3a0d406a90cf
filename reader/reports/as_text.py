"""Articles, comparisons and hits as plain lines for a person, cleaned of all that acts on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.articles.article import Article
from reader.articles.particulars import shown_title
from reader.compare.comparison import Comparison, Occurrence, Passage
from reader.library.shelf import Shelf
from reader.reports.search import beginning
from reader.text.clean import clean, clean_line
from reader.text.find import Found, snippet

RULE = "─" * 72


def shelf_text(shelf: Shelf) -> Iterator[str]:
    """The articles one after the other, each under its title and particulars, without their front matter."""
    for number, article in enumerate(shelf.articles):
        if number:
            yield ""
            yield RULE
            yield ""
        yield clean_line(shown_title(article))
        yield about_line(article)
        yield ""
        yield from body_lines(article)


def about_line(article: Article) -> str:
    """Outlet, byline, date, length and path, as far as they are known."""
    about = article.particulars
    kind = None if about.kind == "article" else about.kind
    parts = (about.outlet, about.byline, about.published, kind, f"{article.words:,} words", article.path)
    return clean_line(" · ".join(part for part in parts if part))


def body_lines(article: Article) -> Iterator[str]:
    """The article's own text, cleaned, without what is furniture and without the title that is shown above it.

    Lines follow each other as they do in the text; several blank lines become one.
    """
    after: int | None = None
    for block in article.blocks:
        if block.kind == "furniture" or (block.kind == "title" and after is None):
            continue
        start = block.start if block.lead is None else block.lead
        if after is not None and len(clean(article.text[after:start]).split("\n")) > 2:
            yield ""
        yield from clean(article.text[start : block.end]).rstrip().split("\n")
        after = block.end


def comparison_text(articles: Sequence[Article], comparison: Comparison) -> Iterator[str]:
    """The compared articles, the passages with their places, and the shares in both directions."""
    for number, article in enumerate(articles):
        yield f"{letter(number)}  {clean_line(shown_title(article))} ({about_line(article)})"
    yield ""
    for passage in comparison.passages:
        yield from _passage(articles, passage)
    if not comparison.passages:
        yield from _nothing_shared(articles, comparison)
    for share in comparison.shares:
        if share.words:
            yield (
                f"{share.percent:.0f} % of {letter(share.article)} is in {letter(share.within)}"
                f" ({many(share.words, 'word')})"
            )


def hit_lines(article: Article, found: Found) -> Iterator[str]:
    """The hits of one article under its title, a line each."""
    if found.hits:
        yield f"{clean_line(shown_title(article))} ({clean_line(article.path)}): {many(len(found.hits), 'hit')}"
    for hit in found.hits:
        line, start, end = snippet(article.text, hit, first=beginning(article))
        yield f"  {line[:start]}[{line[start:end]}]{line[end:]}"


def _passage(articles: Sequence[Article], passage: Passage) -> Iterator[str]:
    yield f"{passage.number}. {passage.kind}, {many(passage.words, 'word')}"
    for occurrence in passage.occurrences:
        yield f"   {letter(occurrence.article)}  {_words(articles, occurrence)}"
    yield ""


def _nothing_shared(articles: Sequence[Article], comparison: Comparison) -> Iterator[str]:
    yield "These articles share no passage."
    for miss in comparison.near_misses:
        words = clean_line(articles[miss.first].text[miss.first_span.start : miss.first_span.end])
        yield (
            f"The longest run of words in both {letter(miss.first)} and {letter(miss.second)}"
            f" ({many(miss.words, 'word')}): {' '.join(words.split())}"
        )


def _words(articles: Sequence[Article], occurrence: Occurrence) -> str:
    return " ".join(clean_line(articles[occurrence.article].text[occurrence.start : occurrence.end]).split())


def letter(number: int) -> str:
    """What an article is called in a report: A, B, C …"""
    return chr(ord("A") + number) if number < 26 else str(number + 1)


def many(count: int, noun: str) -> str:
    """``1 word``, ``1,234 words``."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
