"""Articles and comparisons as one HTML page that needs nothing else: no script, no picture, no address to load.

Everything that articles say is escaped. The page is light or dark as the browser is, and what colours show is shown by
signs and lines too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise
from typing import Final

from reader.articles.article import Article, Block
from reader.articles.particulars import shown_title
from reader.compare.comparison import Comparison, Passage
from reader.reports.as_text import about_line, letter, many
from reader.reports.changed_words import wordings
from reader.text.clean import clean, clean_line
from reader.text.spans import Span

_STYLE: Final = """
:root { color-scheme: light dark; --line: light-dark(#c9c6bd, #3d434e); --dim: light-dark(#5d626b, #9aa1ae); }
body { font: 1.05rem/1.55 Georgia, serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
body.wide { max-width: 88rem; }
h1, h2, h3, table, .about, .signs { font-family: system-ui, sans-serif; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; } h3 { font-size: 1rem; }
.about, .signs, figcaption, .number { color: var(--dim); font-size: .85rem; }
table { border-collapse: collapse; } td, th { border-bottom: 1px solid var(--line); padding: .2rem .8rem .2rem 0; }
th { text-align: left; } blockquote { margin: .3rem 0; padding-left: .8rem; border-left: 3px solid var(--line); }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 2rem; }
section { border-top: 1px solid var(--line); margin-top: 1.2rem; }
mark { color: inherit; background: light-dark(#dcebf8, #15304a); text-decoration: none; }
mark.altered { background: light-dark(#f8e9cb, #3a2b12); text-decoration: underline dotted; }
mark sup { font: 700 .7rem system-ui, sans-serif; } mark sup a { color: inherit; }
ins { text-decoration: underline; font-weight: bold; }
@media print { .columns { display: block; } }
"""
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
_TAGS: Final = {"heading": "h3", "title": "h2", "blockquote": "blockquote", "caption": "figcaption", "dek": "p"}
_SIGNS: Final = {"verbatim": "=", "altered": "~"}


def articles_html(articles: Sequence[Article]) -> Iterator[str]:
    """A page with the articles one after the other."""
    title = shown_title(articles[0]) if len(articles) == 1 else many(len(articles), "article")
    yield from _head(title)
    for article in articles:
        yield "<article>"
        yield f"<h1>{_line(shown_title(article))}</h1>"
        yield f'<p class="about">{_line(about_line(article))}</p>'
        yield from _blocks(article, [])
        yield "</article>"
    yield from _FOOT


def comparison_html(articles: Sequence[Article], comparison: Comparison) -> Iterator[str]:
    """A page with the shares, every passage in each wording, and the articles beside each other."""
    yield from _head("What these articles share", wide=True)
    yield "<h1>What these articles share</h1>"
    yield "<ul>"
    for number, article in enumerate(articles):
        about = f'<span class="about">{_line(about_line(article))}</span>'
        yield f"<li><b>{letter(number)}</b> {_line(shown_title(article))} {about}</li>"
    yield "</ul>"
    yield from _shares(comparison)
    yield '<p class="signs">= the same words · ~ words changed, the changed ones underlined and bold</p>'
    if not comparison.passages:
        yield "<p>These articles share no passage.</p>"
    for passage in comparison.passages:
        yield from _passage(articles, passage)
    yield '<section class="columns">'
    for number, article in enumerate(articles):
        yield f"<article><h2>{letter(number)} {_line(shown_title(article))}</h2>"
        yield from _blocks(article, _places(comparison, number))
        yield "</article>"
    yield "</section>"
    yield from _FOOT


_FOOT: Final = ("</body>", "</html>")


def _head(title: str, *, wide: bool = False) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield '<html lang="en">'
    yield '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}"><meta name="referrer" content="no-referrer">'
    yield f"<title>{_line(title)}</title><style>{_STYLE}</style></head>"
    yield '<body class="wide">' if wide else "<body>"


def _line(words: str) -> str:
    """Cleaned words on one line, as text and nothing else."""
    return escape(clean_line(words).encode("utf-8", "replace").decode())


def _shares(comparison: Comparison) -> Iterator[str]:
    shares = [share for share in comparison.shares if share.words]
    if not shares:
        return
    yield "<table><tr><th>of</th><th>in</th><th>share</th><th>words</th></tr>"
    for share in shares:
        cells = (letter(share.article), letter(share.within), f"{share.percent:.0f} %", f"{share.words:,}")
        yield f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
    yield "</table>"


def _passage(articles: Sequence[Article], passage: Passage) -> Iterator[str]:
    sign = _SIGNS[passage.kind]
    yield f'<section id="p{passage.number}">'
    yield f"<h2>{passage.number} {sign} {passage.kind}, {many(passage.words, 'word')}</h2>"
    for occurrence, words in wordings(articles, passage):
        voice = f" ({occurrence.voice})" if occurrence.voice else ""
        marked = "".join(f"<ins>{_line(each.text)}</ins>" if each.is_changed else _line(each.text) for each in words)
        yield f"<p><b>{letter(occurrence.article)}</b>{voice}</p><blockquote>{marked}</blockquote>"
    yield "</section>"


def _places(comparison: Comparison, article: int) -> list[tuple[Span, Passage]]:
    """Where passages stand in an article."""
    found = [
        (occurrence.span, passage)
        for passage in comparison.passages
        for occurrence in passage.occurrences
        if occurrence.article == article
    ]
    return sorted(found, key=lambda place: place[0])


def _blocks(article: Article, places: Sequence[tuple[Span, Passage]]) -> Iterator[str]:
    """The article without furniture and without the title that stands above it."""
    is_listing = False
    begun = False
    for block in article.blocks:
        if block.kind == "furniture" or (block.kind == "title" and not begun):
            begun = begun or block.kind == "title"
            continue
        begun = True
        if is_listing != (block.kind == "list-item"):
            yield "</ul>" if is_listing else "<ul>"
            is_listing = not is_listing
        tag = "li" if is_listing else _TAGS.get(block.kind, "p")
        yield f"<{tag}>{_marked(article.text, block, places)}</{tag}>"
    if is_listing:
        yield "</ul>"


def _marked(text: str, block: Block, places: Sequence[tuple[Span, Passage]]) -> str:
    """The words of a block, its passages marked; where several lie on a place, the first of them."""
    inside = [(span, passage) for span, passage in places if span.start < block.end and span.end > block.start]
    cuts = {block.start, block.end}
    for span, _ in inside:
        cuts |= {max(block.start, span.start), min(block.end, span.end)}
    out = []
    for start, end in pairwise(sorted(cuts)):
        words = escape(clean(text[start:end]).encode("utf-8", "replace").decode())
        at = next(((span, passage) for span, passage in inside if span.start <= start and end <= span.end), None)
        if at is None:
            out.append(words)
            continue
        span, passage = at
        label = f"{passage.number}{_SIGNS[passage.kind]}"
        link = f'<sup><a href="#p{passage.number}">{label}</a></sup> ' if span.start == start else ""
        out.append(f'<mark class="{passage.kind}">{link}{words}</mark>')
    return "".join(out)
