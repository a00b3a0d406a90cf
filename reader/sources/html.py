"""Saved pages: the article's text by trafilatura, its particulars from what the page states.

Of two extractions the precise one is taken, unless it has under half of the other's words. Titles, authors and dates
come from the page's own statements first; trafilatura's come after them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from reader.articles.article import Particulars
from reader.sources.dates import day_of
from reader.sources.declared import decode_declared
from reader.sources.decoding import Undecodable
from reader.sources.html_head import Stated, named, plain, stated_in
from reader.sources.html_text import Worded, text_of
from reader.sources.html_tree import lightened, tree_of
from reader.sources.source import Outcome, Outcomes, Source, Unread, article_of
from reader.sources.walls import cut_short, wall_before

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_ELEMENTS: Final = 60_000
"""A page with more of them is read block by block, without telling its article from what stands around it."""
DEEPEST: Final = 200
"""Levels of elements: a deeper page is read likewise."""
_SPEAKING: Final = ("trafilatura", "htmldate", "justext", "courlan", "charset_normalizer", "readability.readability")
_WORD: Final = re.compile(r"\w+")
NEAR: Final = 800
"""Code points behind a title, and half as many before it, in which its date stands."""
_DATE: Final = re.compile(
    r"\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{4}\b"
    r"|\b\d{1,2}\.? \w{3,10}\.?,? \d{4}\b|\b\w{3,10}\.? \d{1,2}, \d{4}\b"
)
_SITE_IN_TITLE: Final = re.compile(r"\s+[|·•–—»:-]+\s+")


@dataclass(frozen=True, slots=True)
class Page:
    """An article out of a page. ``all_words`` is the text of the whole page."""

    worded: Worded
    particulars: Particulars
    all_words: str
    is_free: bool
    notices: tuple[str, ...] = ()


def read(source: Source) -> Outcomes:
    """The article in a saved page."""
    yield read_page(source)


def read_page(source: Source) -> Outcome:
    """The article in a page, or what stands in front of it."""
    decoded = decode_declared(source.data, source.charset)
    if isinstance(decoded, Undecodable):
        return Unread(source.path, decoded.reason)
    page = page_in(decoded.text, source.address)
    if page is None:
        return Unread(source.path, "there is no text in it")
    words = count(page.worded.text)
    title = page.particulars.title or ""
    wall = wall_before(words, f"{title}\n{page.all_words}", is_free=page.is_free)
    if wall is not None:
        return Unread(source.path, wall)
    if not words:
        return Unread(source.path, "no article was found in the page")
    notices = [notice for notice in (decoded.notice, *page.notices) if notice]
    notices += [cut] if (cut := cut_short(words, page.all_words, is_free=page.is_free)) else []
    return article_of(source, page.worded.text, page.particulars, tuple(notices), page.worded.headings)


def page_in(markup: str, address: str | None = None) -> Page | None:
    """The article in the markup of a page; ``None`` where there is no text. ``address`` is the page's, if known."""
    light = lightened(markup)
    root = tree_of(light)
    if root is None:
        return None
    stated = stated_in(root, markup)
    address = address or stated.address
    notices: tuple[str, ...] = ()
    body = root.find("body")
    everything = text_of(body if body is not None else root)
    if _is_vast(root):
        worded, found = everything, None
        notices = ("the page is too large to tell the article from what stands around it",)
    else:
        worded, found = _extracted(light, everything)
    known = _particulars(stated, found, root, address, everything.text)
    return Page(worded, known, everything.text, stated.is_free, notices)


def count(text: str) -> int:
    """Words; of a script without blanks between words, characters over two."""
    dense = sum("\u3040" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7af" for char in text)
    return len(_WORD.findall(text)) + dense // 2


def _is_vast(root: HtmlElement) -> bool:
    elements, depth, deepest = 0, 0, 0
    from lxml import etree

    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        deepest = max(deepest, depth)
        if elements > MOST_ELEMENTS or deepest > DEEPEST:
            return True
    return False


def _extracted(light: str, everything: Worded) -> tuple[Worded, Any]:
    """The text by trafilatura, and what else it found."""
    precise = _by_trafilatura(light, precise=True)
    worded = _worded(precise)
    if 2 * count(worded.text) >= count(everything.text):
        return worded, precise  # the other one cannot have twice as much
    usual = _by_trafilatura(light, precise=False)
    other = _worded(usual)
    if 2 * count(worded.text) < count(other.text):
        worded = other
    found = precise if precise is not None else usual
    if not worded.text and count(everything.text) < 400:
        return everything, found
    return worded, found


def _by_trafilatura(light: str, *, precise: bool) -> Any:
    import logging

    from trafilatura import bare_extraction

    for name in _SPEAKING:  # nothing but the interface writes to a terminal
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    root = tree_of(light)  # it is changed by the extraction, so each has its own
    if root is None:
        return None
    try:
        return bare_extraction(
            root,
            favor_precision=precise,
            with_metadata=True,
            include_comments=False,
        )
    except (ValueError, TypeError, AttributeError, IndexError, KeyError, RecursionError, AssertionError):
        return None


def _worded(found: Any) -> Worded:
    """The text of what was extracted, in blocks."""
    body = None if found is None else found.body
    return Worded() if body is None else text_of(body, tei=True)


def _particulars(stated: Stated, found: Any, root: HtmlElement, address: str | None, everything: str) -> Particulars:
    """What the page states, and where it states nothing, what trafilatura found."""
    outlet = stated.outlet
    title = stated.title or (plain(found.title) if found is not None and found.title else None) or _title_of(root)
    byline = ", ".join(stated.authors) or _found_names(found)
    published = stated.published or _seen_date(found, title, everything)
    if stated.saved and published and published > stated.saved:
        published = None
    return Particulars(
        title=without_site(title, outlet),
        title_guessed=title is None,
        byline=byline,
        outlet=outlet or host_of(address),
        published=published,
        language=stated.language,
        source=address,
    )


def _seen_date(found: Any, title: str | None, everything: str) -> str | None:
    """The date that trafilatura found, if it can be read near the title: it also finds such as an address holds."""
    day = day_of(found.date) if found is not None else None
    at = everything.find(title) if title else -1
    near = everything[max(0, at - NEAR // 2) : at + NEAR] if at >= 0 else everything[:NEAR]
    return day if day and any(day_of(words[0]) == day for words in _DATE.finditer(near)) else None


def _found_names(found: Any) -> str | None:
    author = found.author if found is not None else None
    names = [named(name) for name in author.split(";")] if author else []
    return ", ".join(name for name in names if name) or None


def _title_of(root: HtmlElement) -> str | None:
    title = root.findtext(".//title")
    return plain(title) if title and title.strip() else None


def without_site(title: str | None, outlet: str | None) -> str | None:
    """A title without the name of the site that ends it."""
    parts = _SITE_IN_TITLE.split(title) if title and outlet else []
    if len(parts) < 2 or title is None or outlet is None:
        return title
    last, name = parts[-1].casefold().strip(), outlet.casefold()
    if last not in (name, f"the {name}", name.removeprefix("the "), name.replace(" ", "")):
        return title
    return title[: title.rfind(parts[-1])].rstrip(" \t|·•–—»:-") or title


def host_of(address: str | None) -> str | None:
    """The host of an address, without ``www.``: who published it, where nothing else says so."""
    try:
        host = urlsplit(address).hostname if address else None
    except ValueError:
        return None
    return host.removeprefix("www.") if isinstance(host, str) and host else None
