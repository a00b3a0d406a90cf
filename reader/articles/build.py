"""From a decoded text to an article: front matter, blocks, quotations, particulars, words."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from reader.articles.article import Article, Block
from reader.articles.front_matter import NONE, front_matter
from reader.articles.markdown import markdown_blocks
from reader.articles.particulars import stated
from reader.articles.plain import plain_blocks
from reader.articles.quotations import quotations_in
from reader.text.words import count_words

ID_DIGITS = 16
"""Hexadecimal digits of an article's id."""


@dataclass(frozen=True, slots=True)
class Built:
    """An article, and a sentence for each thing about it that the reader should know."""

    article: Article
    notices: tuple[str, ...] = ()


def article_id(text: str) -> str:
    """The id of an article with this text: the first 16 hexadecimal digits of the SHA-256 of its UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:ID_DIGITS]


def build(text: str, *, path: str, sha256: str, markdown: bool) -> Built:
    """The article that ``text`` is. ``sha256`` is of the bytes it was decoded from, in hexadecimal.

    The text is kept as it is. Unreadable front matter stays furniture, with a notice.
    """
    front = front_matter(text) if markdown else NONE
    blocks = _blocks(text, front.end, markdown=markdown)
    particulars = stated(front.values, text, blocks)
    if front.end:
        at = len(text) - len(text.lstrip("\ufeff"))
        blocks.insert(0, Block("furniture", at, front.end, "front matter"))
    article = Article(
        id=article_id(text),
        path=path,
        text=text,
        particulars=particulars,
        blocks=tuple(blocks),
        quotations=quotations_in(text, blocks),
        words=count_words(text, [block.span for block in blocks if block.kind != "furniture"]),
        sha256=sha256,
    )
    return Built(article, (f"{path}: {front.problem}",) if front.problem else ())


def article_from_text(text: str, *, path: str, sha256: str, markdown: bool) -> Article:
    """The article alone: see :func:`build`."""
    return build(text, path=path, sha256=sha256, markdown=markdown).article


def _blocks(text: str, start: int, *, markdown: bool) -> list[Block]:
    """Markdown without a single heading may be a scrape: then its first lines are judged as plain text's are."""
    if not markdown:
        return plain_blocks(text, start)
    blocks = markdown_blocks(text, start)
    if any(block.kind in ("title", "heading") for block in blocks):
        return blocks
    plain = plain_blocks(text, start)
    title = next((block for block in plain if block.kind == "title"), None)
    return [title if title is not None and block.span == title.span else block for block in blocks]
