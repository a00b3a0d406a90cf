"""The text of a page to a tree: what is large and no text is dropped first, and its size is bounded."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from reader.sources.html_text import without_nul

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_EMBEDDED: Final = re.compile(r"data:[\w/+.-]{0,80}(?:;[\w=.-]{1,60}){0,5},[^\s\"'<>)]{64,}", re.IGNORECASE)
_NOT_TEXT: Final = re.compile(
    r"<!--|<(?:(style(?=[\s/>])|svg(?=[\s>])(?![^>]{0,1000}/>))|(script)(?=[\s/>])(?![^>]{0,300}\bld\+json))",
    re.IGNORECASE,
)
_ENDS: Final = {
    name: re.compile(rf"</{name}(?=[\s/>])[^>]{{0,1000}}>", re.IGNORECASE) for name in ("style", "svg", "script")
} | {"<!--": re.compile("--!?>")}
_VAST_TAG: Final = re.compile(r"<([a-zA-Z][\w:-]{0,40})[^<>]{20000,}>")
"""A tag with so many attributes that a parser takes minutes to compare them."""
_ENDS_OF_ALL: Final = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
"""What stands behind them is shown by browsers, and dropped by parsers."""
_DECLARATION: Final = re.compile(r"\A\s*<\?xml[^>]{0,300}\?>", re.IGNORECASE)

LARGEST_TREE: Final = 12_000_000
"""Code points of markup, after the dropping: what is behind is not looked at."""


def lightened(markup: str) -> str:
    """A page without embedded files, styles, drawings, programs and comments."""
    markup = _VAST_TAG.sub(r"<\1>", _EMBEDDED.sub("data:,", markup))
    return without_nul(_ENDS_OF_ALL.sub("", _DECLARATION.sub("", _without(markup), count=1)))


def _without(markup: str) -> str:
    """The page without the elements that hold no text. One that never ends is left to the parser."""
    kept: list[str] = []
    unended: set[str] = set()
    at = 0
    while opening := _NOT_TEXT.search(markup, at):
        name = (opening[1] or opening[2] or opening[0]).lower()
        ending = None if name in unended else _ENDS[name].search(markup, opening.end())
        if ending is None:
            unended.add(name)
        kept.append(markup[at : opening.start() if ending else opening.end()])
        at = ending.end() if ending else opening.end()
    return "".join((*kept, markup[at:]))


def tree_of(markup: str) -> HtmlElement | None:
    """The tree of a lightened page; ``None`` where there is no element in it."""
    from lxml import etree, html
    from lxml.etree import LxmlError

    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(markup[:LARGEST_TREE].encode("utf-8", "replace"), parser=parser)
    except (LxmlError, ValueError, AssertionError):
        return None
    if not isinstance(root.tag, str):
        return None
    _free(root)
    etree.strip_elements(root, "rt", "rp", with_tail=False)  # how words are read, which stands above them
    return root


def _free(root: HtmlElement) -> None:
    """Makes a part of what is no navigation, or no dialog: one that is never closed holds the page behind it."""
    whole = len(root.text_content())
    for element in root.iter("nav", "dialog", "button"):
        if 2 * len(element.text_content()) > whole and element.find(".//p") is not None:
            element.tag = "div"
