"""An article as it is set: its units, the lines above them, and what is displayed instead of its text.

What is displayed is the cleaned twin of the text, of the same length, so every span holds for both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.articles.article import Article, Block
from reader.text.clean import clean, clean_line
from reader.tui.render.layers import Layer, Stretch
from reader.tui.render.line import Line, Piece
from reader.tui.render.particulars import particulars_line
from reader.tui.render.rows import Unit

_ROLES = {
    "title": "title",
    "dek": "dek",
    "heading": "heading",
    "caption": "caption",
    "repeat": "dim",
    "furniture": "dim",
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a column sets: text, units, the lines above the text, and the layers that belong to the article."""

    article: Article
    display: str
    units: tuple[Unit, ...]
    prelude: tuple[Line, ...] = ()
    quotations: Layer = field(default_factory=Layer)


def sheet(article: Article, *, shows_furniture: bool = False) -> Sheet:
    """Sets an article; its furniture is one line a run of blocks unless it is to be shown."""
    display = clean(article.text).replace("\n", " ")
    return Sheet(
        article,
        display,
        tuple(_units(article, display, shows_furniture)),
        _prelude(article),
        Layer(Stretch(quotation.start, quotation.end, "quotation") for quotation in article.quotations),
    )


def _prelude(article: Article) -> tuple[Line, ...]:
    """The particulars, the title where the text does not print it, and what the text is besides an article."""
    lines: list[Line] = [particulars_line(article)]
    particulars = article.particulars
    if particulars.kind == "digest" and particulars.source:
        lines.append((Piece(f"digest of {clean_line(particulars.source)}", "dim"),))
    if particulars.invented:
        lines.append((Piece("an invented story", "dim"),))
    has_title = any(block.kind == "title" for block in article.blocks[:12])
    if particulars.title and not has_title:
        lines += [(), (Piece(clean_line(particulars.title), "title"),)]
    return tuple(lines)


def _units(article: Article, display: str, shows_furniture: bool) -> list[Unit]:
    blocks = article.blocks or _whole(article.text)
    units: list[Unit] = []
    waiting: list[Block] = []
    previous: Block | None = None
    for block in blocks:
        if block.kind == "furniture" and not shows_furniture:
            if block.rule != "front matter":  # the lines above the text say what it says
                waiting.append(block)
            continue
        if waiting:
            units.append(_fold(article.text, waiting))
            waiting = []
            previous = None
        units.append(_unit(block, previous, display, article.text))
        previous = block
    if waiting:
        units.append(_fold(article.text, waiting))
    return units


def _whole(text: str) -> Sequence[Block]:
    return (Block("paragraph", 0, len(text)),) if text.strip() else ()


def _unit(block: Block, previous: Block | None, display: str, text: str) -> Unit:
    roles = _ROLES.get(block.kind, "text")
    lead = hang = ""
    if block.kind == "list-item":
        sign = display[block.lead if block.lead is not None else block.start : block.start].strip()
        lead = "  " * (block.level + 1) + (f"{sign} " if sign[:1].isalnum() or len(sign) > 1 else "• ")
    elif block.kind == "blockquote":
        lead = hang = "│ " * (block.level + 1)
    tight = previous is not None and block.kind == previous.kind and block.kind in {"list-item", "blockquote"}
    if tight and previous is not None and "\n\n" in text[previous.end : block.start] and block.kind == "blockquote":
        tight = False
    return Unit(block.start, block.end, roles, lead, hang, 0 if tight else 1)


def _fold(text: str, blocks: Sequence[Block]) -> Unit:
    """The one line that stands for furniture: how many lines, and what the rules called them."""
    start, end = blocks[0].start, blocks[-1].end
    count = sum(text.count("\n", block.start, block.end) + 1 for block in blocks)
    reasons = list(dict.fromkeys(block.rule for block in blocks if block.rule))
    label = f"⋯ {count} line{'s' if count != 1 else ''} folded"
    if reasons:
        label += " · " + ", ".join(clean_line(reason) for reason in reasons[:3])
    return Unit(start, end, "dim", gap=1, label=label)
