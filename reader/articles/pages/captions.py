"""Words under pictures, and the alternative texts of images that a scrape leaves in the column.

They stay on the screen and in the body: they are the outlet's own words, and an agency's caption that two outlets
print is something they share. What they never do is date an article or name its author.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from reader.articles.article import Block
from reader.articles.names import is_name
from reader.articles.pages.credits import LONGEST, is_credit
from reader.articles.pages.rows import Row

ALT_WORDS: Final = 10
"""Words: the alternative text of an image, or who is seen on it, is no longer."""

_SEEN: Final = re.compile(r"[A-ZÀ-Þ][\w’'. -]{3,50},\s+[^.!?]{3,80}$")
_IMAGE: Final = re.compile(r"!\[[^\[\]]*\]\([^()]*\)$")
_MARKUP: Final = re.compile(r"!\[")


def with_captions(text: str, rows: Sequence[Row]) -> list[Block]:
    """The blocks of the rows, those that are captions marked as such with their rule."""
    spaced = _is_spaced(rows)
    return [_judged(text, rows, at, spaced=spaced) for at in range(len(rows))]


def _judged(text: str, rows: Sequence[Row], at: int, *, spaced: bool) -> Block:
    row = rows[at]
    block = row.block
    if block.kind not in ("paragraph", "heading", "list-item") or block.rule == "code":
        return block
    raw = text[block.start : min(block.end, block.start + LONGEST)]
    if _MARKUP.match(raw) and _IMAGE.match(raw):
        return replace(block, kind="caption", rule="image text", level=0)
    if block.end - block.start <= LONGEST and is_credit(row.text):
        return replace(block, kind="caption", rule="caption", level=0)
    if spaced and at and (_names_the_seen(rows, at) or (at + 1 < len(rows) and _names_the_seen(rows, at + 1))):
        return replace(block, kind="caption", rule="image text", level=0)
    return block


def _names_the_seen(rows: Sequence[Row], at: int) -> bool:
    """Whether a row says who is on the picture whose alternative text is the row right above it.

    The two stand together, without a blank line, in a text whose paragraphs are parted by blank lines: a few words in
    capitals, then a name and a role.
    """
    row, above = rows[at], rows[at - 1]
    alone = not above.tight and (at + 1 == len(rows) or not rows[at + 1].tight)
    if not (at > 1 and row.tight and alone and _is_alt(row) and _is_alt(above)):
        return False
    name = row.text.partition(",")[0]
    return bool(_SEEN.match(row.text)) and is_name(name)


def _is_alt(row: Row) -> bool:
    return row.label and row.words <= ALT_WORDS and row.block.kind in ("paragraph", "heading")


def _is_spaced(rows: Sequence[Row]) -> bool:
    """Whether blank lines part the paragraphs of this text."""
    return len(rows) > 4 and 2 * sum(not row.tight for row in rows[1:]) >= len(rows) - 1
