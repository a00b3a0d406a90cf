"""The page around an article: every block gets its last kind and the rule that decided it.

In this order, as each step leans on those before: captions, what is printed twice, furniture, what stands above the
headline, the dek, and the lines that name author and day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from reader.articles.article import Block
from reader.articles.blocks.plain import BELOW_MENU
from reader.articles.bylines import is_byline
from reader.articles.dates import is_date_line
from reader.articles.headline import ends_a_sentence, is_prose, word_count
from reader.articles.names import is_name
from reader.articles.outlets import could_be_outlet
from reader.articles.pages.captions import with_captions
from reader.articles.pages.furniture import with_furniture
from reader.articles.pages.lines import plain_line
from reader.articles.pages.rows import rows_of

SECTION_WORDS: Final = 6
"""Words: the name of a section above the headline is no longer."""
SECTION_LINES: Final = 4
"""Lines of such names; more are a menu, and only above a headline that was found below one."""
MENU_WORDS: Final = 4
"""Words: an entry of a menu is no longer."""
MENU_BELOW: Final = 4
"""Entries of the menu that must come below a longer line for it to be a part of the menu, as teasers are."""
SENTENCE_LEAST: Final = 8
DEK_WORDS: Final = 45
"""Words: a longer line below the headline is the first paragraph."""
DEK_LEAST: Final = 5
LINE: Final = 400
"""Code points: a longer block is no byline, no date and no dek."""
TOP: Final = 12
"""Blocks after the headline in which bylines and dates are marked."""


def page_blocks(text: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a whole text with what belongs to the page told apart from the article."""
    rows = rows_of(text, blocks)
    known = _with_repeats(text, with_captions(text, rows))
    marked = with_furniture(text, [row._replace(block=block) for row, block in zip(rows, known, strict=True)])
    title = next((at for at, block in enumerate(marked) if block.kind == "title"), None)
    _mark_signatures(text, marked, title)
    if title is not None:
        _mark_above(text, marked, title)
        _mark_dek(text, marked, title)
    return marked


def _with_repeats(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Paragraphs that were printed before, and the headline where it is printed again above the text."""
    seen: set[str] = set()
    out: list[Block] = []
    title: str | None = None
    for block in blocks:
        key = " ".join(text[block.start : block.end].split()).casefold()
        if block.kind == "title":
            title = key
        elif block.kind in ("paragraph", "heading") and block.rule != "code":
            if key in seen or (key == title and not seen):
                block = replace(block, kind="repeat", rule="printed before", level=0)
            elif is_prose(key):
                seen.add(key)
        out.append(block)
    return out


def _mark_signatures(text: str, blocks: list[Block], title: int | None) -> None:
    """Bylines and dates at the top stay paragraphs, with their rule."""
    start = 0 if title is None or title <= SECTION_LINES else title - 1
    for at in range(start, min(len(blocks), start + TOP)):
        block = blocks[at]
        if (
            block.kind in ("paragraph", "heading")
            and block.rule in (None, "heading")
            and block.end - block.start <= LINE
        ):
            line = _words(text, block)
            if is_byline(line):
                blocks[at] = replace(block, kind="paragraph", rule="byline", level=0)
            elif is_date_line(line):
                blocks[at] = replace(block, kind="paragraph", rule="date", level=0)


def _mark_above(text: str, blocks: list[Block], title: int) -> None:
    """Names of sections, or a menu, above the headline."""
    menu = blocks[title].rule == BELOW_MENU
    headline = _words(text, blocks[title])
    if not menu and title > SECTION_LINES:
        return
    entries = 0
    told = (at for at in range(title) if menu and _tells(_words(text, blocks[at])))
    for at in range(next(told, title) - 1, -1, -1):
        block = blocks[at]
        if block.kind in ("furniture", "caption", "repeat") or block.rule in ("byline", "date", "code"):
            continue
        line = _words(text, block)
        if blocks[at + 1].rule in ("byline", "date") and is_name(line) and not could_be_outlet(line):
            continue
        if line.startswith(headline) and len(line) > len(headline):
            blocks[at] = replace(block, kind="furniture", rule="name of the page")
        elif menu and not is_prose(line):
            short = word_count(line) <= MENU_WORDS
            entries += short
            if short or entries >= MENU_BELOW:
                blocks[at] = replace(block, kind="furniture", rule="navigation")
        elif word_count(line) <= SECTION_WORDS and not ends_a_sentence(line):
            blocks[at] = replace(block, kind="furniture", rule="section label")


def _tells(line: str) -> bool:
    """Whether a line is a sentence, as no menu has any: what comes after it may be the article."""
    return word_count(line) >= SENTENCE_LEAST and ends_a_sentence(line)


def _mark_dek(text: str, blocks: list[Block], title: int) -> None:
    """The line below the headline, where it is no sentence, or where the byline or date comes right after it."""
    at = title + 1
    while at < len(blocks) and blocks[at].kind in ("furniture", "repeat"):
        at += 1
    if (
        at + 1 >= len(blocks)
        or blocks[at].kind not in ("paragraph", "heading")
        or blocks[at].rule not in (None, "heading")
    ):
        return
    block = blocks[at]
    if block.end - block.start > LINE:
        return
    line = _words(text, block)
    after = next((other for other in blocks[at + 1 :] if other.kind not in ("furniture", "caption")), None)
    signed = after is not None and after.rule in ("byline", "date")
    follows = after is not None and (signed or is_prose(text[after.start : after.end][: 2 * LINE]))
    if (
        DEK_LEAST <= word_count(line) <= DEK_WORDS
        and follows
        and (signed or not ends_a_sentence(line))
        and line[-1] not in ":,;"
    ):
        blocks[at] = replace(block, kind="dek", rule="below the headline", level=0)


def _words(text: str, block: Block) -> str:
    return plain_line(text[block.start : min(block.end, block.start + LINE)])
