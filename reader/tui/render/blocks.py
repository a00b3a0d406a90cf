"""Blocks as entries of the outline, particulars as entries of their list."""

from __future__ import annotations

from collections.abc import Sequence

from reader.articles.article import Article, Block
from reader.text.clean import clean_line, one_line
from reader.tui.render.line import Line, Piece, shortened, spread
from reader.tui.render.particulars import day_shown

_KINDS = {"paragraph": "", "list-item": "item", "blockquote": "quote"}
_ROLES = {
    "title": "title",
    "heading": "heading",
    "dek": "dek",
    "furniture": "dim",
    "caption": "caption",
    "repeat": "dim",
}
FIELDS = ("title", "byline", "outlet", "published", "language")


def block_entry(article: Article, block: Block, width: int) -> Line:
    """The first words of a block; its kind and the rule that decided it at the right."""
    words = one_line(article.text[block.start : min(block.end, block.start + 400)])
    kind = _KINDS.get(block.kind, block.kind)
    rule = f" · {clean_line(block.rule)}" if block.rule and kind and block.rule != kind else ""
    indent = "  " if block.kind in {"title", "heading"} else "    "
    right = (Piece(f" {kind}{rule} ", "dim"),)
    room = width - len(kind) - len(rule) - 4
    return spread(
        (Piece(indent), Piece(shortened(words, room - 4), _ROLES.get(block.kind, ""))), right, width, keeps=True
    )


def particular_entry(article: Article, field: str, is_corrected: bool, width: int) -> Sequence[Line]:
    """Two rows: name and value; then how it is known."""
    value = getattr(article.particulars, field)
    shown = day_shown(article.particulars) if field == "published" else clean_line(value) if value else ""
    first = (Piece(f"  {field:<12}", "dim"), Piece(shown or "unknown", "strong" if shown else "dim"))
    return (first, (Piece("  " + " " * 12), Piece(_evidence(article, field, is_corrected, width - 20), "dim")))


def _evidence(article: Article, field: str, is_corrected: bool, room: int) -> str:
    if is_corrected:
        return "corrected by you"
    for each in article.evidence:
        if each.particular == field:
            if each.rule == "front matter":
                return "stated in the front matter"
            words = one_line(article.text[each.start : each.end])
            sure = "stated" if each.stated else "a guess"
            return shortened(f"{sure} · {each.rule} · “{words}”", room)
    return "a guess" if field == "published" and article.particulars.published_guessed else ""
