"""Articles and comparisons in Markdown. What articles say is cleaned, and its signs stand for themselves."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Final

from reader.articles.article import Article, Block
from reader.articles.particulars import shown_title
from reader.compare.comparison import Comparison, Passage
from reader.reports.as_text import about_line, letter, many
from reader.reports.changed_words import Wording, wordings
from reader.text.clean import clean, clean_line

_SIGNS: Final = re.compile(r"[\\`*_\[\]<>|~]|&(?=#?\w+;)")
_AT_LINE_START: Final = re.compile(r"^(\s*)([#>+=-]|\d{1,9}[.)])(?=\s|$|[=-])")
_FRONT: Final = ("title", "byline", "outlet", "published", "kind")


def escaped(words: str) -> str:
    """Cleaned words, a line, of which nothing is taken for Markdown."""
    line = _SIGNS.sub(r"\\\g<0>", clean_line(words))
    return _AT_LINE_START.sub(lambda found: f"{found[1]}{found[2][:-1]}\\{found[2][-1:]}", line)


def articles_markdown(articles: Sequence[Article]) -> Iterator[str]:
    """The articles one after the other: one alone with its particulars as front matter, several under their titles."""
    if len(articles) == 1:
        yield from _front_matter(articles[0])
    for number, article in enumerate(articles):
        if number:
            yield from ("", "---", "")
        yield f"# {escaped(shown_title(article))}"
        if len(articles) > 1:
            yield from ("", f"*{escaped(about_line(article))}*")
        yield from _body(article)


def _front_matter(article: Article) -> Iterator[str]:
    about = article.particulars
    values = {name: getattr(about, name) for name in _FRONT if getattr(about, name)}
    if values.get("kind") == "article":
        del values["kind"]
    if about.source:
        values["source"] = about.source
    yield "---"
    for name, value in values.items():  # a string in JSON is one in YAML
        yield f"{name}: {json.dumps(clean_line(value), ensure_ascii=False)}"
    yield from ("---", "")


def _body(article: Article) -> Iterator[str]:
    """The blocks, without furniture and the title that stands above them."""
    before = ""
    for number, block in enumerate(article.blocks):
        is_title = block.kind == "title" and not any(one.kind != "furniture" for one in article.blocks[:number])
        if block.kind == "furniture" or is_title:
            continue
        lines = [escaped(line.strip()) for line in clean(article.text[block.start : block.end]).split("\n")]
        if not (before == block.kind == "list-item"):
            yield ">" if before == block.kind == "blockquote" else ""
        yield from _set(block, [line for line in lines if line])
        before = block.kind


def _set(block: Block, lines: list[str]) -> Iterator[str]:
    if block.kind in ("heading", "title"):
        yield f"{'#' * max(2, min(6, block.level or 2))} {' '.join(lines)}"
    elif block.kind == "list-item":
        indent = "  " * block.level
        yield from (f"{indent}{'- ' if number == 0 else '  '}{line}" for number, line in enumerate(lines))
    elif block.kind == "blockquote":
        yield from (f"> {line}" for line in lines)
    elif block.kind in ("caption", "dek"):
        yield f"*{' '.join(lines)}*"
    else:
        yield from lines


def comparison_markdown(articles: Sequence[Article], comparison: Comparison) -> Iterator[str]:
    """The compared articles, the shares in both directions, and every passage in each wording, changed words bold."""
    yield from ("# What these articles share", "")
    for number, article in enumerate(articles):
        yield f"- **{letter(number)}** {escaped(shown_title(article))} ({escaped(about_line(article))})"
    shares = [share for share in comparison.shares if share.words]
    if shares:
        yield from ("", "| of | in | share | words |", "|---|---|---|---|")
        for share in shares:
            of, within = letter(share.article), letter(share.within)
            yield f"| {of} | {within} | {share.percent:.0f} % | {share.words:,} |"
    if not comparison.passages:
        yield from _nothing_shared(articles, comparison)
    for passage in comparison.passages:
        yield from _passage(articles, passage)


def _passage(articles: Sequence[Article], passage: Passage) -> Iterator[str]:
    yield from ("", f"## {passage.number}. {passage.kind}, {many(passage.words, 'word')}")
    for wording in wordings(articles, passage):
        voice = f" ({wording.occurrence.voice})" if wording.occurrence.voice else ""
        yield from ("", f"**{letter(wording.occurrence.article)}**{voice}", "", f"> {_marked(wording)}")


def _marked(wording: Wording) -> str:
    out = []
    for text, is_changed in wording.words:
        words = escaped(text)
        bare = words.strip()
        # emphasis must touch its words, or it is none
        out.append(words.replace(bare, f"**{bare}**", 1) if is_changed and bare else words)
    return "".join(out).strip()


def _nothing_shared(articles: Sequence[Article], comparison: Comparison) -> Iterator[str]:
    yield from ("", "These articles share no passage.")
    for miss in comparison.near_misses:
        words = articles[miss.first].text[miss.first_span.start : miss.first_span.end]
        both = f"{letter(miss.first)} and {letter(miss.second)}"
        closest = escaped(" ".join(words.split()))
        yield from ("", f"The longest run of words in both {both} ({many(miss.words, 'word')}): {closest}")
