"""An article as it is set: its units, the lines above them, and what is displayed instead of its text.

What is displayed is the cleaned twin of the text, of the same length, so every span holds for both.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from reader.articles.article import UNDIVIDED, Article, Block
from reader.text.clean import clean, clean_line
from reader.tui.render.layers import Layer, Stretch
from reader.tui.render.line import Line, Piece
from reader.tui.render.particulars import particulars_line
from reader.tui.render.rows import CHUNK, Chunks, Unit

_ROLES = {
    "title": "title",
    "dek": "dek",
    "heading": "heading",
    "caption": "caption",
    "repeat": "dim",
    "furniture": "dim",
}


_LINE: Final = re.compile(r"[^\n\r\x85\u2028\u2029]*")
_MARGINS: Final = {"list-item": re.compile(r"\n([ \t]+)"), "blockquote": re.compile(r"\n([ \t>]+)")}
"""What stands before the words of a line after the first: it is for the eye that reads the file, and is not set."""
_IN_MARGINS: Final = " \t>"
NOTHING: Final = "\u200d"
"""Shown for a character that takes no cell: the sign that the display leaves out anyway."""


class Display:
    """The cleaned twin of a text, of the same length, with blanks for line breaks; made for the part that shows."""

    __slots__ = ("_indented", "_text")

    def __init__(self, text: str, blocks: Sequence[Block] = ()) -> None:
        """``text`` is the article's, untouched."""
        self._text = text
        self._indented = [b for b in blocks if b.kind in _MARGINS and text.find("\n", b.start, b.end) >= 0]

    def __getitem__(self, part: slice) -> str:
        """A stretch of it. Cleaning looks at one character at a time, so a stretch is cleaned like the whole."""
        shown = clean(self._text[part]).replace("\n", " ")
        return self._without_margins(shown, part) if self._indented else shown

    def _without_margins(self, shown: str, part: slice) -> str:
        """A stretch in which the margins of lines take no cells."""
        start, stop, _ = part.indices(len(self._text))
        if self._text.find("\n", start, stop) < 0 and self._text[start : start + 1] not in _IN_MARGINS:
            return shown
        first = bisect_right(self._indented, start, key=lambda block: block.start) - 1
        out, at = [], 0
        for block in self._indented[max(0, first) :]:
            if block.start >= stop:
                break
            line = max(block.start, self._text.rfind("\n", block.start, start + 1))
            for margin in _MARGINS[block.kind].finditer(self._text, line, min(block.end, stop)):
                begin, end = max(margin.start(1), start) - start, margin.end() - start
                if end > begin:
                    out += [shown[at:begin], NOTHING * (end - begin)]
                    at = end
        return "".join((*out, shown[at:]))

    def __len__(self) -> int:
        """Code points."""
        return len(self._text)

    def __eq__(self, other: object) -> bool:
        """Whether the other one, or a string, shows the same."""
        return self[:] == (other[:] if isinstance(other, Display) else other)

    __hash__ = None  # type: ignore[assignment]

    def lines(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The lines of a stretch, without blanks around them; an empty span is a blank line."""
        at = start
        while at < end:
            found = _LINE.match(self._text, at, end)
            stop = found.end() if found else end
            words = self._text[at:stop].strip()
            lead = self._text.find(words, at, stop) if words else at
            yield lead, lead + len(words)
            at = stop + (2 if self._text[stop : stop + 2] == "\r\n" else 1)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a column sets: text, units, the lines above the text, and the layers that belong to the article."""

    article: Article
    display: Display
    units: tuple[Unit, ...]
    chunks: Chunks
    """The units, gathered."""
    prelude: tuple[Line, ...] = ()
    quotations: Layer = field(default_factory=Layer)

    def is_heading_at(self, place: int) -> bool:
        """Whether a title or a subhead stands at a place."""
        number = bisect_right(self.units, place, key=lambda unit: unit.start) - 1
        return number >= 0 and self.units[number].roles in ("title", "heading")


def sheet(article: Article, *, shows_furniture: bool = False) -> Sheet:
    """Sets an article; its furniture is one line a run of blocks unless it is to be shown."""
    display = Display(article.text, article.blocks)
    units = tuple(_units(article, display, shows_furniture))
    return Sheet(
        article,
        display,
        units,
        Chunks(units),
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


def _units(article: Article, display: Display, shows_furniture: bool) -> list[Unit]:
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
        if block.rule == UNDIVIDED:
            units += _undivided(article, block)
        else:
            units.append(_unit(block, previous, display, article.text))
        previous = block
    if waiting:
        units.append(_fold(article.text, waiting))
    return units


def _whole(text: str) -> Sequence[Block]:
    return (Block("paragraph", 0, len(text)),) if text.strip() else ()


def _unit(block: Block, previous: Block | None, display: Display, text: str) -> Unit:
    roles = _ROLES.get(block.kind, "text")
    lead = hang = ""
    if block.kind == "list-item":
        sign = display[block.lead if block.lead is not None else block.start : block.start].strip()
        lead = "  " * (block.level + 1) + (f"{sign} " if sign[:1].isalnum() or len(sign) > 1 else "• ")
    elif block.kind == "blockquote":
        lead = hang = "│ " * (block.level + 1)
    tight = previous is not None and block.kind == previous.kind and block.kind in {"list-item", "blockquote"}
    if tight and previous is not None and block.kind == "blockquote":
        tight = text.count("\n", previous.end, block.start) < 2
    return Unit(block.start, block.end, roles, lead, hang, 0 if tight else 1)


def _undivided(article: Article, block: Block) -> Iterator[Unit]:
    """What nobody has divided yet, in stretches that end with a line where there are lines."""
    joins = any("\n" in article.text[one.start : one.end] for one in article.blocks[:-1])
    start = block.start
    while start < block.end:
        stop = min(start + CHUNK, block.end)
        if stop < block.end:
            stop = article.text.rfind("\n", start, stop) + 1 or stop
        goes_on = start > block.start and article.text[start - 1] != "\n"
        yield Unit(start, stop, "text", gap=0 if goes_on else 1, joins=joins)
        start = stop


def _fold(text: str, blocks: Sequence[Block]) -> Unit:
    """The one line that stands for furniture: how many lines, and what the rules called them."""
    start, end = blocks[0].start, blocks[-1].end
    count = sum(text.count("\n", block.start, block.end) + 1 for block in blocks)
    reasons = list(dict.fromkeys(block.rule for block in blocks if block.rule))
    label = f"⋯ {count} line{'s' if count != 1 else ''} folded"
    if reasons:
        label += " · " + ", ".join(clean_line(reason) for reason in reasons[:3])
    return Unit(start, end, "dim", gap=1, label=label)
