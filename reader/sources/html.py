"""Saved pages: the article's text, and its particulars from what the page states.

Titles, authors and dates come from the page's own statements first; what trafilatura finds comes after them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from reader.articles.article import Particulars
from reader.sources.dates import day_of
from reader.sources.declared import decode_declared
from reader.sources.decoding import Undecodable
from reader.sources.html_article import article_in, count, found_about, leave_out_others, letters_of
from reader.sources.html_dates import changed_day, headline_day, labelled_day, shown_day, unambiguous
from reader.sources.html_head import Stated, named, people_in, plain, stated_in
from reader.sources.html_text import Worded, text_of
from reader.sources.html_tree import lightened, tree_of
from reader.sources.source import Outcome, Outcomes, Source, Unread, article_of
from reader.sources.walls import FRAMES, cut_short, is_frame, wall_before

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_ELEMENTS: Final = 60_000
"""A page with more of them is read block by block, without telling its article from what stands around it."""
DEEPEST: Final = 200
"""Levels of elements: a deeper page is read likewise."""
VAST: Final = "the page is too large to tell the article from what stands around it"
UPDATED: Final = "the page states only when it was last changed, which is taken for its date"
GUESSED: Final = "the page does not state its date, which is a guess"
START: Final = 80
"""Code points of the first paragraph by which the beginning of the article is found on the page."""
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
    words = 0 if page is None else count(page.worded.text)
    if is_frame(words, decoded.text):
        return Unread(source.path, FRAMES)
    if page is None:
        return Unread(source.path, "there is no text in it")
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
    root = tree_of(lightened(markup))
    if root is None:
        return None
    stated = stated_in(root, markup)
    address = address or stated.address
    leave_out_others(root, stated.title)
    body = root.find("body")
    everything = text_of(body if body is not None else root)
    is_vast = _is_vast(root)
    worded = everything if is_vast else article_in(root, everything)
    people = people_in(stated.authors, stated.outlet)
    is_settled = is_vast or bool(stated.title and people and stated.published)
    found = None if is_settled else found_about(root)
    known = _particulars(stated, found, root, address)
    worded = _without_headline(worded, known.title)
    published, doubt = _day(stated, found, worded.text[:START].partition("\n")[0], known, (everything.text, root))
    notices = [notice for notice in (VAST if is_vast else None, doubt) if notice]
    known = replace(known, published=published, published_guessed=doubt is not None)
    return Page(worded, known, everything.text, stated.is_free, tuple(notices))


def _day(
    stated: Stated, found: Any, begin: str, known: Particulars, whole: tuple[str, HtmlElement]
) -> tuple[str | None, str | None]:
    """The day of publication, and what is to be said of it where it is a guess. ``begin`` is what the article begins
    with."""
    published, doubt = _published(stated, found, begin, known, whole), None
    if published is None and (changed := stated.updated or changed_day(whole[0])):
        published, doubt = changed, UPDATED
    elif published is None and found is not None and (guess := day_of(found.date)) not in stated.of_others:
        published, doubt = guess, GUESSED if guess else None
    is_after = stated.saved is not None and published is not None and published > stated.saved
    return (None, None) if is_after else (published, doubt)


def _published(
    stated: Stated, found: Any, begin: str, known: Particulars, whole: tuple[str, HtmlElement]
) -> str | None:
    """The day that a page states or shows."""
    if stated.published and stated.is_local:
        return stated.published
    text, root = whole
    words = unambiguous(text, root)
    starts = tuple(start for start in (known.title, begin) if start)
    seen = None if found is None else day_of(found.date)
    beside = headline_day(words, known.title, begin)
    if beside and not stated.published:
        return beside
    shown = shown_day(stated.published, seen, words, starts, known.source, root)
    return shown or labelled_day(words)


def _without_headline(worded: Worded, title: str | None) -> Worded:
    """The text without its title: most extracted texts begin behind it, and it is stated already."""
    first, _, rest = worded.text.partition("\n\n")
    return Worded(rest, worded.headings) if title and rest and letters_of(first) == letters_of(title) else worded


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


def _particulars(stated: Stated, found: Any, root: HtmlElement, address: str | None) -> Particulars:
    """What the page states but its date, and where it states nothing, what trafilatura found."""
    outlet = stated.outlet
    title = stated.title or (plain(found.title) if found is not None and found.title else None) or _title_of(root)
    people = people_in(stated.authors, outlet)
    byline = ", ".join(people) or _found_names(found) or ", ".join(stated.authors) or None
    return Particulars(
        title=without_site(title, outlet),
        title_guessed=title is None,
        byline=byline,
        outlet=outlet or host_of(address),
        language=stated.language,
        source=address,
    )


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
