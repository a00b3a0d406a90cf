"""A tree of HTML to text: blocks with a blank line between them, list items with a dash, headings by themselves.

What a page has in its head, scripts, forms and pictures is left out. The walk is a loop, so a deep page costs no more
than a long one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BLANKS: Final = re.compile(r"[ \t\n\r\f\v]+")
_LEFT_OUT: Final = frozenset((
    "script", "style", "noscript", "template", "head", "svg", "math", "canvas", "video", "audio", "iframe",
    "object", "embed", "select", "button", "textarea", "input", "map", "nav", "dialog", "graphic",
    "rt", "rp",  # how what stands before them is read
))  # fmt: skip
_BLOCKS: Final = frozenset((
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "head", "header", "hr", "html", "li", "main", "ol", "p", "pre", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "quote", "list", "item", "row", "cell",
))  # fmt: skip
_HEADINGS: Final = frozenset((
    "h1", "h2", "h3", "h4", "h5", "h6", "head",
))  # fmt: skip
_ITEMS: Final = frozenset(("li", "item", "dd"))
_CELLS: Final = frozenset(("td", "th", "cell"))
_BREAKS: Final = frozenset(("br", "lb"))


@dataclass(slots=True)
class Worded:
    """The text of a tree, and those of its blocks that are headings."""

    text: str = ""
    headings: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Blocks:
    """Blocks as they are gathered."""

    pieces: list[str] = field(default_factory=list)
    lead: str = ""
    heading: bool = False
    done: list[str] = field(default_factory=list)
    headings: set[str] = field(default_factory=set)
    in_items: bool = False
    """Whether the last block was a list item."""

    def add(self, words: str | None, *, as_it_is: bool) -> None:
        if words:
            self.pieces.append(words.replace("\r\n", "\n") if as_it_is else _BLANKS.sub(" ", words))

    def end(self) -> None:
        """Ends the block that is open, where it has words."""
        lines = "".join(self.pieces).split("\n")
        words = "\n".join(line for line in (_BLANKS.sub(" ", line).strip() for line in lines) if line)
        self.pieces.clear()
        if not words:
            return
        if self.heading:
            words = words.replace("\n", " ")
            self.headings.add(words)
        if self.done:
            self.done.append("\n" if self.lead and self.in_items else "\n\n")
        self.done.append(self.lead + words)
        self.in_items = bool(self.lead)
        self.lead = ""


def text_of(root: Element, *, tei: bool = False) -> Worded:
    """The words of a tree. With ``tei`` the names are those of extracted trees, where ``head`` is a heading."""
    from lxml import etree

    blocks = _Blocks()
    preformatted = 0
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event in ("comment", "pi"):
            if element is not root:
                blocks.add(element.tail, as_it_is=preformatted > 0)
            continue
        name = _name(element)
        if event == "start":
            if name in _LEFT_OUT and not (tei and name == "head") and element is not root:
                walk.skip_subtree()
                continue
            preformatted += name == "pre"
            _open(blocks, name, tei=tei)
            blocks.add(element.text, as_it_is=preformatted > 0)
            continue
        preformatted -= name == "pre"
        _close(blocks, name, tei=tei)
        if element is not root:
            blocks.add(element.tail, as_it_is=preformatted > 0)
    blocks.end()
    return Worded("".join(blocks.done), frozenset(blocks.headings))


def _name(element: Any) -> str:
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _is_heading(name: str, *, tei: bool) -> bool:
    return name in _HEADINGS and (tei or name != "head")


def _open(blocks: _Blocks, name: str, *, tei: bool) -> None:
    if _is_heading(name, tei=tei):
        blocks.end()
        blocks.heading = True
    elif name in _CELLS:
        blocks.pieces.append(" ")
    elif name in _BLOCKS:
        blocks.end()
        if name in _ITEMS:
            blocks.lead = "- "
        elif name not in ("p", "div"):
            blocks.lead = ""
    elif name in _BREAKS:
        blocks.pieces.append("\n")


def _close(blocks: _Blocks, name: str, *, tei: bool) -> None:
    if _is_heading(name, tei=tei):
        blocks.end()
        blocks.heading = False
    elif name in _CELLS:
        blocks.pieces.append(" ")
    elif name in _BLOCKS:
        blocks.end()
        if name in _ITEMS:
            blocks.lead = ""


def fragment_text(markup: str) -> Worded:
    """The text of a piece of HTML, as feeds and messages hold it; of a text without any tag, itself."""
    if "<" not in markup and "&" not in markup:
        return Worded(markup.strip())
    from lxml import html
    from lxml.etree import LxmlError

    try:
        return text_of(html.fromstring(f"<div>{without_nul(markup)}</div>"))
    except (LxmlError, ValueError, AssertionError):
        return Worded(re.sub(r"<[^>]*>", " ", markup).strip())


def without_nul(markup: str) -> str:
    """Markup without what no tree can hold."""
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "", markup)
