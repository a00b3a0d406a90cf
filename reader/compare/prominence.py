"""How far down in an article something stands, by its paragraphs."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import Final, NamedTuple

from reader.articles.article import Article, Block

_COUNTED: Final = ("paragraph", "list-item", "blockquote")
"""Blocks that are counted: titles, headings, captions, repeats and furniture are not."""


class Paragraph(NamedTuple):
    """The position of a paragraph, from 1, and how many there are."""

    number: int
    of: int


def paragraph_at(article: Article, place: int) -> Paragraph | None:
    """The paragraph that a place (code points) stands in; ``None`` in a title, a heading, a caption, a repeat."""
    starts, ends = _edges(article.blocks)
    at = bisect_right(starts, place) - 1
    return Paragraph(at + 1, len(starts)) if at >= 0 and place < ends[at] else None


@lru_cache(maxsize=64)
def _edges(blocks: tuple[Block, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    counted = [block for block in blocks if block.kind in _COUNTED]
    return tuple(block.start for block in counted), tuple(block.end for block in counted)
