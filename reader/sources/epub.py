"""Books and newspapers as EPUB: each chapter of the table of contents is an article."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import unquote

from reader.articles.article import Particulars
from reader.sources.archives import Members, element_of, opened
from reader.sources.dates import day_of
from reader.sources.declared import decode_declared
from reader.sources.decoding import Decoded
from reader.sources.entries import bounded, entry_path
from reader.sources.html_text import Worded, text_of
from reader.sources.html_tree import lightened, tree_of
from reader.sources.source import Outcome, Outcomes, Source, Unread, article_of

LEAST_WORDS: Final = 20
"""A chapter with fewer is a cover, a title page or a rule between parts."""
MOST_CHAPTERS: Final = 5_000
_TYPE: Final = "{http://www.idpf.org/2007/ops}type"


@dataclass(slots=True)
class _Book:
    particulars: Particulars
    spine: list[str]
    titles: dict[str, str] = field(default_factory=dict)
    """The title of a chapter by the file with which it begins."""


def read(source: Source) -> Outcomes:
    """The chapters of a book."""
    members = opened(source.data)
    if isinstance(members, str):
        yield Unread(source.path, members)
        return
    book = _book(members)
    if isinstance(book, str):
        yield Unread(source.path, book)
        return
    if _locked(members) & set(book.spine):
        yield Unread(source.path, "the book is locked (DRM)")
        return
    yield from bounded(source.path, _chapters(source.path, members, book), called="chapters")


def _book(members: Members) -> _Book | str:
    container = _xml(members, "META-INF/container.xml")
    place = next(iter(_values(container, "rootfile", "full-path")), None)
    place = place or next((name for name in members.names if name.endswith(".opf")), None)
    package = _xml(members, place) if place else None
    if package is None or place is None:
        return "the book is damaged: it has no list of its parts"
    items = {item.get("id"): item for item in _all(package, "item")}
    folder = posixpath.dirname(place)
    spine: list[str] = []
    for reference in _all(package, "itemref"):
        item = items.get(reference.get("idref"))
        if item is not None and item.get("href"):
            spine.append(_joined(folder, item.get("href")))
    book = _Book(_stated(package), list(dict.fromkeys(spine))[:MOST_CHAPTERS])
    if not spine:
        return "the book is damaged: it names no chapters"
    tables = [
        _joined(folder, item.get("href") or "")
        for item in items.values()
        if "nav" in (item.get("properties") or "").split() or "ncx" in (item.get("media-type") or "")
    ]
    for table in dict.fromkeys(tables):
        for file, title in _contents(members, table):
            if title:  # the first is that of the chapter, those behind it are of sections in it
                book.titles.setdefault(file, title)
    return book


def _locked(members: Members) -> set[str]:
    """The members that are encrypted. Of a book that is open, these are fonts at most."""
    root = _xml(members, "META-INF/encryption.xml")
    return {unquote(place) for place in _values(root, "CipherReference", "URI")}


def _stated(package: Any) -> Particulars:
    words = {name: [" ".join("".join(one.itertext()).split()) for one in _all(package, name)] for name in _DUBLIN}
    first = {name: next((value for value in values if value), None) for name, values in words.items()}
    language = (first["language"] or "").partition("-")[0].lower()
    return Particulars(
        title=first["title"],
        byline=", ".join(name for name in words["creator"][:10] if name) or None,
        outlet=first["publisher"],
        published=day_of(first["date"]),
        language=language if language.isalpha() and language != "und" else None,
    )


_DUBLIN: Final = ("title", "creator", "publisher", "date", "language")


def _contents(members: Members, place: str) -> Iterator[tuple[str, str]]:
    """The files and titles that a table of contents names."""
    root = _xml(members, place)
    folder = posixpath.dirname(place)
    for point in _all(root, "navPoint"):
        label, content = next(iter(_all(point, "text")), None), next(iter(_all(point, "content")), None)
        if label is not None and content is not None:
            yield _joined(folder, content.get("src") or ""), " ".join((label.text or "").split())
    tables = [nav for nav in _all(root, "nav") if "toc" in (nav.get(_TYPE) or "toc").split()]  # else lists of pages
    for link in (link for table in tables for link in _all(table, "a")):
        if link.get("href"):
            yield _joined(folder, link.get("href")), " ".join("".join(link.itertext()).split())


def _chapters(path: str, members: Members, book: _Book) -> Iterator[Outcome]:
    """The chapters in order. A file that the contents do not name goes on with the chapter before it."""
    chapters: list[tuple[str | None, list[str]]] = []
    for file in book.spine:
        if file in book.titles or not chapters or not book.titles:
            chapters.append((book.titles.get(file), [file]))
        else:
            chapters[-1][1].append(file)
    number = 0
    for title, files in chapters:
        outcome = _chapter(entry_path(path, number + 1), members, book, title, files)
        if outcome is not None:
            number += 1
            yield outcome
    if not number:
        yield Unread(path, "its chapters hold no text: the book is made of pictures, or empty")


def _chapter(path: str, members: Members, book: _Book, title: str | None, files: list[str]) -> Outcome | None:
    """One chapter; ``None`` where it has next to no words."""
    texts: list[Worded] = []
    for file in files:
        data = members.read(file)
        if data is None:
            return Unread(path, f"{file}: {members.problems[file]}")
        texts.append(_worded(data))
    text = "\n\n".join(one.text for one in texts if one.text)
    if len(text.split()) < LEAST_WORDS and len(text) < 10 * LEAST_WORDS:
        return None
    headings = frozenset(heading for one in texts for heading in one.headings)
    about = book.particulars
    known = Particulars(
        title=title or _heading(text, headings) or about.title,
        byline=about.byline,
        outlet=about.outlet or about.title,
        published=about.published,
        language=about.language,
    )
    return article_of(Source(text.encode("utf-8", "replace"), path), text, known, (), headings)


def _heading(text: str, headings: frozenset[str]) -> str | None:
    first = text.partition("\n")[0]
    return first if first in headings else None


def _worded(data: bytes) -> Worded:
    from lxml.etree import strip_elements

    decoded = decode_declared(data)
    root = tree_of(lightened(decoded.text)) if isinstance(decoded, Decoded) else None
    body = root.find("body") if root is not None else None
    if body is None:
        return Worded()
    strip_elements(body, "rt", "rp", with_tail=False)  # how East Asian words are read, above them
    return text_of(body)


def _xml(members: Members, name: str) -> Any:
    data = members.read(name, 20_000_000) if name in members.names else None
    return element_of(data) if data else None


def _all(root: Any, name: str) -> list[Any]:
    return [] if root is None else list(root.iter(f"{{*}}{name}"))


def _values(root: Any, name: str, attribute: str) -> list[str]:
    return [one.get(attribute) for one in _all(root, name) if one.get(attribute)]


def _joined(folder: str, reference: str) -> str:
    """The name of a member that is named from a folder of the archive."""
    return posixpath.normpath(posixpath.join(folder, unquote(reference.partition("#")[0])))
