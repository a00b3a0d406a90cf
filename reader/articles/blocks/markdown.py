"""Blocks of Markdown: headings, lists, block quotes, fenced and indented code, paragraphs of several lines.

The text stays as it is: a block's span leaves out the sign in front, and markup inside a line (``**``, links) is part
of its words. Tables, footnotes and HTML are paragraphs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from reader.articles.article import Block, BlockKind
from reader.articles.blocks.bullets import Nesting
from reader.articles.blocks.lines import Line, lines_of

_ATX: Final = re.compile(r"(#{1,6})(?:[ \t]+|$)")
_CLOSING: Final = re.compile(r"(?:^|[ \t]+)#+$")
_SETEXT: Final = re.compile(r"(=+|-{2,})$")
_RULE: Final = re.compile(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE: Final = re.compile(r"(`{3,}|~{3,})")
_ITEM: Final = re.compile(r"(?:[-+*•]|\d{1,9}[.)])[ \t]+(?=\S)")
_QUOTE: Final = re.compile(r"(?:>[ \t]?)+")
CODE_INDENT: Final = 4
"""Columns that make a line code where no list or paragraph is open."""


@dataclass(slots=True)
class _Open:
    """The block that lines are being added to."""

    kind: BlockKind
    start: int
    end: int
    rule: str | None = None
    lead: int | None = None
    level: int = 0

    def closed(self) -> Block:
        return Block(self.kind, self.start, self.end, self.rule, self.lead, self.level)


@dataclass(slots=True)
class _Reading:
    """Where the reading of a text is: what is done, what is open."""

    blocks: list[Block] = field(default_factory=list)
    current: _Open | None = None
    nesting: Nesting = field(default_factory=Nesting)
    fence: str | None = None

    def close(self) -> None:
        if self.current is not None and self.current.end > self.current.start:
            self.blocks.append(self.current.closed())
        self.current = None

    def open(self, block: _Open) -> None:
        self.close()
        self.current = block

    def whole(self, block: _Open) -> None:
        """A block of one line."""
        self.open(block)
        self.close()


def markdown_blocks(text: str, start: int = 0) -> list[Block]:
    """The blocks of ``text`` from code point ``start`` on, in order.

    The first heading of level 1 is the title; without one, a heading of any level that opens the text is.
    """
    reading = _Reading()
    for line in lines_of(text, start):
        if not _in_fence(reading, line):
            _read(reading, line)
    reading.close()
    return _titled(reading.blocks)


def _titled(blocks: list[Block]) -> list[Block]:
    tops = [at for at, block in enumerate(blocks) if block.kind == "heading" and block.level == 1]
    opening = 0 if blocks and blocks[0].kind == "heading" else None
    at = tops[0] if tops else opening
    if at is not None:
        block = blocks[at]
        blocks[at] = Block("title", block.start, block.end, block.rule, block.lead, block.level)
    return blocks


def _in_fence(reading: _Reading, line: Line) -> bool:
    """Whether the line belongs to fenced code, its fences included: one paragraph from fence to fence."""
    found = _FENCE.match(line.text)
    if reading.fence is None:
        if found is None or "`" in line.text[found.end() :]:
            return False
        reading.fence = found.group()
        reading.open(_Open("paragraph", line.start, line.end, "code", line.at))
        return True
    if reading.current is not None and not line.blank:
        reading.current.end = line.end
    if found and found.group().startswith(reading.fence) and found.end() == len(line.text):
        reading.fence = None
        reading.close()
    return True


def _read(reading: _Reading, line: Line) -> None:
    current = reading.current
    if line.blank:
        reading.close()
    elif _SETEXT.match(line.text) and current is not None and current.kind == "paragraph" and current.rule is None:
        current.kind, current.rule = "heading", "heading"
        current.level = 1 if line.text[0] == "=" else 2
        reading.close()
        reading.nesting.end()
    elif _RULE.match(line.text):
        reading.whole(_Open("furniture", line.start, line.end, "rule"))
    elif found := _QUOTE.match(line.text):
        _read_quote(reading, line, found.end())
    elif found := _ITEM.match(line.text):
        level = reading.nesting.level(line.indent)
        reading.open(_Open("list-item", line.start + found.end(), line.end, "bullet", line.at, level))
    elif (found := _ATX.match(line.text)) and line.indent < CODE_INDENT:
        _read_heading(reading, line, found)
    elif current is not None:
        current.end = line.end
    else:
        _open_paragraph(reading, line)


def _read_quote(reading: _Reading, line: Line, sign: int) -> None:
    start, level = line.start + sign, line.text[:sign].count(">") - 1
    current = reading.current
    if start >= line.end:
        reading.close()
    elif current is not None and current.kind == "blockquote" and current.level == level:
        current.end = line.end
    else:
        reading.open(_Open("blockquote", start, line.end, "quote", line.at, level))


def _read_heading(reading: _Reading, line: Line, sign: re.Match[str]) -> None:
    words = line.text[sign.end() :]
    closing = _CLOSING.search(words)
    end = line.end - (len(words) - closing.start() if closing else 0)
    start = line.start + sign.end()
    reading.nesting.end()
    reading.whole(_Open("heading", start, max(start, end), "heading", line.at, len(sign.group(1))))


def _open_paragraph(reading: _Reading, line: Line) -> None:
    if line.indent == 0:
        reading.nesting.end()
    code = line.indent >= CODE_INDENT and not reading.nesting.indents
    reading.open(_Open("paragraph", line.start, line.end, "code" if code else None))
