"""Blocks of a text without markup. Every line is a block, but the lines of a hard-wrapped paragraph are one.

A list item needs its sign, a heading its shape and its place between paragraphs, a title the top of the text. What no
rule is sure of is a paragraph; what belongs to the page and not to the article is not looked for here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from reader.articles.article import Block
from reader.articles.blocks.bullets import Bullet, Nesting, bullet_of, without_lone_numbers
from reader.articles.blocks.lines import Line, lines_of
from reader.articles.blocks.wrapped import is_wrapped, wrap_width
from reader.articles.headline import (
    could_be_heading,
    is_prose,
)
from reader.articles.pages.top import Top, top_of

BELOW_MENU: Final = "headline below a menu"
"""The rule of a title that was picked among the lines of a raw page: a guess."""


class Stretch(NamedTuple):
    """Lines that are one block, before its kind is known."""

    at: int
    start: int
    end: int
    text: str
    indent: int
    spaced: bool
    """Whether a blank line, or the start of the text, is before it."""
    bullet: Bullet | None = None

    @property
    def listed(self) -> bool:
        """Whether it is an item of a list."""
        return self.bullet is not None


def plain_blocks(text: str, start: int = 0) -> list[Block]:
    """The blocks of ``text`` from code point ``start`` on, in order."""
    groups = _groups(lines_of(text, start))
    stretches = _stretches(text, groups)
    bullets = without_lone_numbers([bullet_of(stretch.text) for stretch in stretches])
    stretches = [stretch._replace(bullet=bullet) for stretch, bullet in zip(stretches, bullets, strict=True)]
    top = top_of(stretches)
    nesting = Nesting()
    blocks: list[Block] = []
    for at, stretch in enumerate(stretches):
        if stretch.bullet is not None:
            begin = stretch.start + stretch.bullet.length
            level = nesting.level(stretch.indent)
            blocks.append(Block("list-item", begin, stretch.end, "bullet", stretch.at, level))
            continue
        if is_prose(stretch.text):
            nesting.end()
        blocks.append(_worded(stretches, at, top))
    return blocks


def _worded(stretches: Sequence[Stretch], at: int, top: Top) -> Block:
    """The block of a stretch that has no bullet."""
    stretch = stretches[at]
    if at == top.title:
        return Block("title", stretch.start, stretch.end, BELOW_MENU if top.crowded else "headline")
    if top.title is not None and at < top.title:
        return Block("paragraph", stretch.start, stretch.end)
    if at > (top.title or 0) and _is_heading(stretches, at):
        return Block("heading", stretch.start, stretch.end, "heading", level=2)
    return Block("paragraph", stretch.start, stretch.end)


def _groups(lines: Sequence[Line]) -> list[list[Line]]:
    """Runs of lines without a blank line between them."""
    groups: list[list[Line]] = []
    open_group = False
    for line in lines:
        if line.blank:
            open_group = False
        elif open_group:
            groups[-1].append(line)
        else:
            groups.append([line])
            open_group = True
    return groups


def _stretches(text: str, groups: list[list[Line]]) -> list[Stretch]:
    width = wrap_width(groups)
    out: list[Stretch] = []
    for group in groups:
        runs = [[line] for line in group] if width is None else _paragraphs(group, width)
        out += [_stretch(text, run, spaced=index == 0) for index, run in enumerate(runs)]
    return out


def _paragraphs(group: list[Line], width: int) -> list[list[Line]]:
    """The lines of one group of a wrapped text, cut before bullets and indented first lines; verse stays in lines."""
    runs: list[list[Line]] = []
    for line in group:
        if not runs or bullet_of(line.text) or _opens_indented(runs[-1], line):
            runs.append([line])
        else:
            runs[-1].append(line)
    return [part for run in runs for part in ([run] if is_wrapped(run, width) else [[line] for line in run])]


def _opens_indented(run: list[Line], line: Line) -> bool:
    """Whether a line is set in from the one before it, as the first line of a paragraph is."""
    return len(run) > 1 and line.indent > run[-1].indent


def _stretch(text: str, run: list[Line], *, spaced: bool) -> Stretch:
    first, last = run[0], run[-1]
    return Stretch(first.at, first.start, last.end, text[first.start : last.end], first.indent, spaced)


def _is_heading(stretches: Sequence[Stretch], at: int) -> bool:
    """Whether a stretch stands as a heading does: blank lines around, words before it, prose after."""
    if at + 1 >= len(stretches) or at == 0:
        return False
    stretch, after = stretches[at], stretches[at + 1]
    if not (stretch.spaced and after.spaced and could_be_heading(stretch.text)):
        return False
    before = stretches[at - 1]
    return is_prose(after.text) and (before.bullet is not None or at == 1 or is_prose(before.text))
