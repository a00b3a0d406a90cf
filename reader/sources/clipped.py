"""Markdown that a web clipper wrote (Obsidian's, MarkDownload, Omnivore …): its front matter has keys of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from reader.articles.article import Particulars
from reader.articles.build import Built
from reader.articles.front_matter import Value, front_matter
from reader.articles.particulars import completed
from reader.sources.dates import day_of

_ADDRESSES: Final = ("source", "url", "link", "original_url", "source_url", "canonical")
_AUTHORS: Final = ("author", "authors", "byline", "creator")
_SITES: Final = ("outlet", "site", "site_name", "sitename", "publication", "publisher", "publish", "domain")
_DATES: Final = (
    "published",
    "date_published",
    "date-published",
    "publish_date",
    "published_at",
    "published-date",
    "date",
)
_LINK: Final = re.compile(r"\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]")
_ADDRESS: Final = re.compile(r"https?://\S+", re.IGNORECASE)


def with_clippers_keys(built: Built) -> Built:
    """The article with what a clipper's front matter states of it; another article as it is."""
    article = built.article
    if not article.text.lstrip("\ufeff").startswith("---"):
        return built
    values = front_matter(article.text).values
    address = _first(values, _ADDRESSES)
    if address is None or not _ADDRESS.fullmatch(address) or "kind" in values:
        return built
    outlet = _first(values, _SITES)
    known = Particulars(
        byline=_first(values, _AUTHORS),
        outlet=_host(outlet) if outlet and _ADDRESS.match(outlet) else outlet or _host(address),
        published=next((day for name in _DATES if (day := day_of(values.get(name)))), None),
        source=address,
    )
    found = article.particulars
    particulars = replace(completed(known, found), title=found.title, title_guessed=found.title_guessed)
    return Built(replace(article, particulars=particulars), built.notices)


def _first(values: Mapping[str, Value], names: tuple[str, ...]) -> str | None:
    """The words of the first key that has some; of a link between notes, the words that show."""
    for name in names:
        value = values.get(name)
        if isinstance(value, str) and value.strip():
            return _LINK.sub(r"\1", value).strip() or None
    return None


def _host(address: str) -> str | None:
    from reader.sources.html import host_of

    return host_of(address)
