"""Word documents (DOCX): paragraphs, headings, list items; a press database's export comes apart."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Final

from reader.articles.article import Particulars
from reader.sources.archives import element_of, opened
from reader.sources.source import Outcomes, Source, Unread, article_of

LARGEST: Final = 60_000_000
"""Bytes of the document's text, unpacked, with its markup."""
_BODY: Final = re.compile(r"word/document\d*\.xml", re.IGNORECASE)


@dataclass(slots=True)
class _Document:
    paragraphs: list[str] = field(default_factory=list)
    headings: set[str] = field(default_factory=set)
    items: set[int] = field(default_factory=set)
    """Positions of the paragraphs that are list items."""
    title: str | None = None


def read(source: Source) -> Outcomes:
    """The article in a document, or the articles of a press database's export."""
    from reader.sources import press

    members = opened(source.data)
    if isinstance(members, str):
        yield Unread(source.path, members)
        return
    body = next(filter(_BODY.fullmatch, members.names), "")
    data = members.read(body, LARGEST) if body else None
    if data is None:
        yield Unread(source.path, f"the document's text cannot be had: {members.problems.get(body, 'it is missing')}")
        return
    root = element_of(data)
    if root is None:
        yield Unread(source.path, "the document is damaged")
        return
    document = _document(root)
    lines = "\n".join(document.paragraphs)
    if press.is_press(lines):
        yield from press.read(Source(lines.encode("utf-8", "replace"), source.path))
        return
    each = enumerate(document.paragraphs)
    text = "\n\n".join(f"- {words}" if at in document.items else words for at, words in each)
    known = Particulars(title=document.title)
    yield article_of(source, text, known, (), frozenset(document.headings))


def _document(root: Any) -> _Document:
    document = _Document()
    initial = ""
    for paragraph in root.iter("{*}p"):
        if not paragraph.tag.endswith("/main}p"):
            continue
        words = initial + _words(paragraph).strip()
        initial = words if _is_drop_cap(paragraph) else ""
        if initial or not words:
            continue
        style = _style(paragraph)
        if style.startswith(("heading", "title", "überschrift", "titre", "titel")):
            words = " ".join(words.split())
            document.headings.add(words)
            if document.title is None and style in ("title", "titel", "titre", "heading1", "heading 1"):
                document.title = words
        elif next(paragraph.iter("{*}numPr"), None) is not None:
            document.items.add(len(document.paragraphs))
        document.paragraphs.append(words)
    return document


def _is_drop_cap(paragraph: Any) -> bool:
    """Whether it is the large letter with which the next paragraph begins."""
    frames = paragraph.iterfind("{*}pPr/{*}framePr")
    return any(name.endswith("}dropCap") for frame in frames for name in frame.attrib)


def _words(paragraph: Any) -> str:
    """The text of a paragraph. What was deleted is left out, and so are the paragraphs of text boxes in it."""
    words: list[str] = []
    for element in paragraph.iter("{*}t", "{*}tab", "{*}br", "{*}cr", "{*}noBreakHyphen"):
        name = element.tag.rpartition("}")[2]
        if _paragraph_of(element) is not paragraph:
            continue
        words.append({"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}.get(name) or element.text or "")
    return "".join(words)


def _paragraph_of(element: Any) -> Any:
    return next((one for one in element.iterancestors() if one.tag.endswith("}p")), None)


def _style(paragraph: Any) -> str:
    style = next(paragraph.iter("{*}pStyle"), None)
    if style is None:
        return ""
    return next((value.lower() for key, value in style.attrib.items() if key.endswith("}val")), "")
