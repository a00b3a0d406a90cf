"""From a decoded text to an article: front matter, blocks, quotations, particulars, words."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

from reader.articles.article import UNDIVIDED, Article, Block, Particulars
from reader.articles.blocks.markdown import markdown_blocks
from reader.articles.blocks.plain import plain_blocks
from reader.articles.evidence import evidence_in
from reader.articles.front_matter import NONE, front_matter
from reader.articles.pages.page import page_blocks
from reader.articles.pages.releases import is_release
from reader.articles.particulars import completed, stated, supported
from reader.articles.quotations import quotations_in
from reader.text.words import count_words

ID_DIGITS = 16
"""Hexadecimal digits of an article's id."""
HEAD = 32_768
"""Code points at the beginning of a long text that are looked at before it shows: ten pages."""
LONG = 4 * HEAD
"""Code points from which a text is long: a shorter one is looked at in some 20 ms."""


@dataclass(frozen=True, slots=True)
class Built:
    """An article, and a sentence for each thing about it that the reader should know."""

    article: Article
    notices: tuple[str, ...] = ()


def article_id(text: str) -> str:
    """The id of an article with this text: the first 16 hexadecimal digits of the SHA-256 of its UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:ID_DIGITS]


def build(text: str, *, path: str, sha256: str, markdown: bool, known: Particulars | None = None) -> Built:
    """The article that ``text`` is. ``sha256`` is of the bytes it was decoded from, in hexadecimal.

    The text is kept as it is. Unreadable front matter stays furniture, with a notice. ``known`` is what the source
    states besides the text (a page's head, a message's header): it goes before what the text itself says.
    """
    front = front_matter(text) if markdown else NONE
    blocks = page_blocks(text, _blocks(text, front.end, markdown=markdown))
    evidence = evidence_in(text, blocks)
    particulars = stated(front.values, evidence, is_release=is_release(text, blocks))
    if known is not None:
        particulars = completed(known, particulars)
    if front.end:
        at = len(text) - len(text.lstrip("\ufeff"))
        blocks.insert(0, Block("furniture", at, front.end, "front matter"))
    article = Article(
        id=article_id(text),
        path=path,
        text=text,
        particulars=particulars,
        blocks=tuple(blocks),
        quotations=quotations_in(text, blocks, particulars.language),
        words=_words(text, blocks),
        sha256=sha256,
        evidence=supported(particulars, front, evidence),
    )
    return Built(article, (f"{path}: {front.problem}",) if front.problem else ())


def with_blocks(article: Article, blocks: Iterable[Block]) -> Article:
    """The article with other verdicts on its blocks, and what follows from them: its quotations and its words."""
    kept = tuple(blocks)
    looked_at = [block for block in kept if block.rule != UNDIVIDED]
    return replace(
        article,
        blocks=kept,
        quotations=quotations_in(article.text, looked_at, article.particulars.language),
        words=_words(article.text, looked_at) if article.is_whole else 0,
    )


def _words(text: str, blocks: Iterable[Block]) -> int:
    """Words outside furniture."""
    return count_words(text, [block.span for block in blocks if block.kind != "furniture"])


def begin(text: str, *, path: str, sha256: str, markdown: bool, identity: str | None = None) -> Built:
    """The article that ``text`` is; of a long one only its beginning is looked at, and the rest is one undivided block.

    ``identity`` is the article's id where it is known (see :func:`article_id`).
    """
    if len(text) < LONG:
        return build(text, path=path, sha256=sha256, markdown=markdown)
    cut = _boundary(text)
    head = build(text[:cut], path=path, sha256=sha256, markdown=markdown)
    rest = cut + len(text[cut : cut + HEAD]) - len(text[cut : cut + HEAD].lstrip())
    article = replace(
        head.article,
        id=identity or article_id(text),
        text=text,
        blocks=(*head.article.blocks, Block("paragraph", rest, len(text), UNDIVIDED)),
        words=0,
        is_whole=False,
    )
    return Built(article, head.notices)


def _boundary(text: str) -> int:
    """Where the beginning of a long text ends: after a blank line, or else a line; at the start where there is none."""
    for end in ("\n\n", "\n"):
        cut = text.rfind(end, HEAD // 2, HEAD)
        if cut >= 0:
            return cut + len(end)
    return 0


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
