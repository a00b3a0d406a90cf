"""What a page states about itself: in JSON-LD, in the meta elements of its head, and where it was saved.

The order is one of trust: JSON-LD, Open Graph, the meta names of old and new systems, what stands in the body.
"""

from __future__ import annotations

import html as entities
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from reader.sources.dates import day_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LARGEST_SCRIPT: Final = 2_000_000
"""Code points of one block of JSON-LD."""
MOST_NODES: Final = 5_000
AGREED: Final = 0.8
"""The share of a headline's words that a stated title has, where it is the same title in other words."""
LONGEST: Final = 500
"""Code points: what is longer is no title and no name."""

_ARTICLES: Final = re.compile(r"(?:Article|BlogPosting|Report|LiveBlogPosting|Review|Posting)$")
_PAGES: Final = re.compile(r"(?:Page|Question|Recipe|HowTo|VideoObject|Episode|CreativeWork)$")
"""What a page may be about instead: its day is that of the page."""
_TITLES: Final = ("og:title", "twitter:title", "citation_title", "parsely-title", "dc.title", "dcterms.title")
_AUTHORS: Final = (
    "author", "article:author", "article:author_name", "citation_author", "parsely-author", "sailthru.author", "byl",
    "dc.creator", "dcterms.creator", "dc.author", "twitter:data1:author",
)  # fmt: skip
_DATES: Final = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "publishdate",
    "pubdate", "publish_date", "publish-date", "published_date", "dcterms.created", "dc.date.issued",
    "dcterms.issued", "dcterms.date", "dc.date", "parsely-pub-date", "sailthru.date", "citation_publication_date",
    "citation_date", "cxenseparse:recs:publishtime", "rnews:datepublished", "datecreated", "ptime", "displaydate",
    "date",
)  # fmt: skip
_UPDATES: Final = (
    "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "lastmod",
    "last-modified", "lastpublisheddate", "revised",
)  # fmt: skip
_SITES: Final = ("og:site_name", "application-name", "citation_journal_title", "dc.publisher", "publisher")
_PUBLISHED: Final = "//*[@itemprop='datePublished' or @pubdate or contains(@class, 'dt-published')]"
_CHANGED: Final = "//*[@itemprop='dateModified' or contains(concat(' ', @class, ' '), ' updated ')]"
_BY: Final = re.compile(
    r"(?:by|von|par|por|di|door|autor(?:in|en)?|authors?|auteurs?|written by|posted by)[\s:]+(?=\S)", re.IGNORECASE
)
_NO_NAME: Final = re.compile(
    r"https?:|www\.|^@|^(?:admin|authors?|by|user ?name|unknown|null|none|undefined|staff)$", re.IGNORECASE
)
_SAVED: Final = re.compile(
    r"<!--\s*Page saved with SingleFile.{0,40}?url:\s*(?P<single>\S{1,2000})"
    r"(?:\s+saved date:\s*(?P<date>[^\n]{1,120}))?"
    r"|<!--\s*saved from url=\(\d+\)(?P<browser>\S{1,2000})",
    re.DOTALL | re.IGNORECASE,
)
_WRAPPED: Final = re.compile(
    r"\A\s*(?://|/\*)?\s*(?:<!--|<!\[CDATA\[)\s*(?:\*/)?|(?://|/\*)?\s*(?:-->|\]\]>)\s*(?:\*/)?\s*\Z"
)
_DATED: Final = re.compile(
    r"\s+(?:january|february|march|april|may|june|july|august|september|october|november|december)(?:\s+\d.*)?$",
    re.IGNORECASE,
)
_LOCAL: Final = re.compile(r"\d\d:\d\d\S*[+-](?!00:?00)\d\d:?\d\d$")
_DAY_IN_WORDS: Final = re.compile(r"(?:\w{3} )?(\w{3} \d{1,2} \d{4})")


@dataclass(slots=True)
class Stated:
    """What a page says of itself. ``saved`` is the ISO day on which it was saved."""

    title: str | None = None
    authors: list[str] = field(default_factory=list)
    published: str | None = None
    updated: str | None = None
    """The ISO day of its last change."""
    of_others: set[str | None] = field(default_factory=set)
    """The days of the articles that the page only tells of."""
    is_local: bool = False
    """Whether the day of publication is stated in a time zone other than that of Greenwich: then it is the outlet's."""
    outlet: str | None = None
    language: str | None = None
    address: str | None = None
    saved: str | None = None
    is_free: bool = True
    """False where the page says that the article is for subscribers."""


def saved_by(markup: str) -> Stated:
    """The address and the day in the comment of SingleFile or of a browser, at the beginning of a page."""
    found = _SAVED.search(markup[:6000])
    if found is None:
        return Stated()
    words = _DAY_IN_WORDS.match(found["date"] or "")
    return Stated(address=found["single"] or found["browser"], saved=day_of(words[1]) if words else None)


def stated_in(root: HtmlElement, markup: str) -> Stated:
    """What the page in ``root`` says of itself; ``markup`` is its text, as it was saved."""
    page = saved_by(markup)
    linked = list(_linked(root))
    nodes = [node for node in linked if _is_a(node, _ARTICLES)]
    for node in nodes:
        if _text(node.get("headline")) == _text(nodes[0].get("headline")):  # others are told of, not told
            _take(page, node)
        else:
            page.of_others.add(day_of(node.get("datePublished")))
    metas = _metas(root)
    page.outlet = page.outlet or _first(metas, _SITES)
    called = [name for name in map(named, _all(metas, _AUTHORS)) if name]
    people = people_in(page.authors, page.outlet) or people_in(called, page.outlet)[:1]
    page.authors = people or page.authors or called[:1]
    _date(page, (*_all(metas, _DATES), *_marked_dates(root, _PUBLISHED)))
    for node in (node for node in linked if not page.published and _is_a(node, _PAGES)):
        _take_dates(page, node)
    changed = (*_all(metas, _UPDATES), *_marked_dates(root, _CHANGED))
    page.updated = page.updated or next((day for day in map(day_of, changed) if day), None)
    stated = page.title or _first(metas, _TITLES)
    page.title = _headline(root, (stated, _first(metas, _TITLES), root.findtext(".//title")), page.outlet) or stated
    page.language = (
        _language(root.get("lang") or root.get("xml:lang") or _first(metas, ("og:locale",))) or page.language
    )
    page.address = page.address or _canonical(root, metas)
    if (_first(metas, ("article:content_tier",)) or "").lower() in ("locked", "metered"):
        page.is_free = False
    return page


def named(author: str) -> str | None:
    """The name in a byline, without "By"; ``None`` where it is an address or a placeholder."""
    name = _DATED.sub("", _BY.sub("", plain(author), count=1)).strip(" ,;|")
    is_name = any(char.isalpha() for char in name) and len(name) <= LONGEST and not _NO_NAME.search(name)
    return name if is_name else None


def people_in(authors: Sequence[str], outlet: str | None) -> list[str]:
    """The authors but the outlet itself, which some pages name where a person wrote."""
    own = set(_words(outlet or ""))
    return [name for name in authors if not own.issuperset(_words(name))]


def plain(words: str) -> str:
    """Words on one line, with characters for entities."""
    return " ".join(entities.unescape(words).split())


def _metas(root: HtmlElement) -> dict[str, list[str]]:
    """The contents by name; what is given as a property goes before what is only called so."""
    metas: dict[str, list[str]] = {}
    for attribute in ("property", "name", "itemprop"):
        for meta in root.iter("meta"):
            name, content = meta.get(attribute), meta.get("content")
            if name and content and content.strip():
                for part in name.lower().split():
                    metas.setdefault(part, []).append(plain(content[: 4 * LONGEST]))
    return metas


def _headline(root: HtmlElement, stated: Sequence[str | None], site: str | None) -> str | None:
    """The headline as it stands on the page, where a stated title begins with it; or, where the titles that are
    ``stated`` (the last one is that of the window) differ, where one of them has most of its words.

    The name of the ``site``, which stands above the headline or ends a title, is none.
    """
    titles = [_words(title) for title in stated if title]
    is_settled = bool(stated[0] and len(titles) > 1 and _agreed(titles[0], titles[-1]))
    for heading in root.iter("h1"):
        headline = plain(heading.text_content()[: 2 * LONGEST])
        words = _words(headline)
        if not words or len(headline) > LONGEST or words == _words(site or ""):
            continue
        if any(len(title) > len(words) and title[-len(words) :] == words for title in titles):
            continue
        if any(title[: len(words)] == words and _is_most(words, title) for title in titles):
            return headline
        if not is_settled and len(words) > 2 and any(_agreed(words, title) for title in titles):
            return headline
    return None


def _is_most(words: list[str], title: list[str]) -> bool:
    """Whether what a title begins with is a headline, and not the name of a site before one."""
    return len(words) > 3 or len(title) - len(words) <= 3


def _agreed(words: list[str], title: list[str]) -> bool:
    return sum(word in title for word in words) >= AGREED * len(words)


def _words(title: str) -> list[str]:
    return re.findall(r"\w+", title.casefold())


def _all(metas: dict[str, list[str]], names: Iterable[str]) -> list[str]:
    return [value for name in names for value in metas.get(name, ())]


def _first(metas: dict[str, list[str]], names: Iterable[str]) -> str | None:
    return next((value for value in _all(metas, names) if value and len(value) <= LONGEST), None)


def _marked_dates(root: HtmlElement, path: str) -> Iterator[str]:
    """The dates of ``time`` elements (or others) that are marked as the day of publication, or of a change."""
    for element in root.xpath(path)[:5]:
        yield element.get("datetime") or element.get("content") or element.get("title") or element.text_content()


def _date(page: Stated, stated: Iterable[object]) -> None:
    """The first of the stated values that is a day, where none is known."""
    found = next(((day, value) for value in stated if (day := day_of(value))), None)
    if page.published is None and found is not None:
        page.published, page.is_local = found[0], bool(_LOCAL.search(str(found[1])))


def _canonical(root: HtmlElement, metas: dict[str, list[str]]) -> str | None:
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and (link.get("href") or "").startswith("http"):
            return str(link.get("href"))
    address = _first(metas, ("og:url",))
    return address if address and address.startswith("http") else None


def _language(tag: str | None) -> str | None:
    found = re.match(r"[A-Za-z]{2,3}(?=[-_]|$)", tag or "")
    return found[0].lower() if found else None


def _linked(root: HtmlElement) -> Iterator[dict[str, Any]]:
    """The objects in JSON-LD that describe the page or an article."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text or len(script.text) > LARGEST_SCRIPT:
            continue
        try:
            loaded = json.loads(_WRAPPED.sub("", script.text), strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _objects_among(loaded)


def _objects_among(loaded: object) -> Iterator[dict[str, Any]]:
    waiting, seen = [loaded], 0
    while waiting and seen < MOST_NODES:
        node = waiting.pop(0)
        seen += 1
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            yield node
            if not _is_a(node, _ARTICLES):
                waiting.extend(node[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in node)


def _is_a(node: dict[str, Any], kinds: re.Pattern[str]) -> bool:
    return any(isinstance(kind, str) and kinds.search(kind) for kind in _listed(node.get("@type")))


def _take_dates(page: Stated, node: dict[str, Any]) -> None:
    """The days of one object, where none are known."""
    _date(page, (node.get("datePublished"), node.get("dateCreated")))
    page.updated = page.updated or day_of(node.get("dateModified"))


def _take(page: Stated, node: dict[str, Any]) -> None:
    """What one object adds to what is known."""
    page.title = page.title or _text(node.get("headline")) or _text(node.get("name"))
    page.authors = page.authors or _names(node.get("author")) or _names(node.get("creator"))
    _take_dates(page, node)
    page.outlet = page.outlet or next(iter(_names(node.get("publisher"))), None)
    language = node.get("inLanguage")
    page.language = page.language or _language(language if isinstance(language, str) else None)
    if str(node.get("isAccessibleForFree")).lower() == "false":
        page.is_free = False


def _text(value: object) -> str | None:
    words = plain(value) if isinstance(value, str) and len(value) < 4 * LONGEST else ""
    return words if 0 < len(words) <= LONGEST else None


def _names(value: object) -> list[str]:
    """The names of persons or organisations, each once."""
    names: list[str] = []
    for one in _listed(value)[:20]:
        name = _text(one.get("name") if isinstance(one, dict) else one)
        for part in _listed(one.get("name")) if isinstance(one, dict) and name is None else [name]:
            cleaned = named(part) if isinstance(part, str) else None
            if cleaned and cleaned not in names:
                names.append(cleaned)
    return names


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
