"""RSS, RDF and Atom by feedparser. An entry is an article where its text is in the feed."""

from __future__ import annotations

import io
import re
from typing import Any, Final

from reader.articles.article import Particulars
from reader.articles.build import Built
from reader.sources.dates import day_of
from reader.sources.declared import decode_declared
from reader.sources.decoding import Undecodable
from reader.sources.entries import bounded, entry_path, only_address
from reader.sources.html_head import plain
from reader.sources.html_text import fragment_text
from reader.sources.source import Outcome, Outcomes, Source, Unread, article_of, with_notices

LARGEST: Final = 30_000_000
"""Code points of a feed."""
SUMMARY: Final = 100
"""Words: a feed whose first entry has no more holds summaries."""
_DECLARATION: Final = re.compile(r"\A\s*<\?xml[^>]{0,300}\?>")
_DOCTYPE: Final = re.compile(r"<!DOCTYPE[^>\[]{0,500}(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)


def read(source: Source) -> Outcomes:
    """The articles in a feed. Entities of its own are not expanded."""
    decoded = decode_declared(source.data, source.charset)
    if isinstance(decoded, Undecodable):
        yield Unread(source.path, decoded.reason)
        return
    if len(decoded.text) > LARGEST:
        yield Unread(source.path, f"too large for a feed (the limit is {LARGEST // 1_000_000} MB)")
        return
    parsed = _parsed(decoded.text, source.address)
    if isinstance(parsed, str):
        yield Unread(source.path, parsed)
        return
    feed, entries = parsed
    notices = (decoded.notice,) if decoded.notice else ()
    yield from bounded(source.path, _outcomes(source, feed, entries, notices))


def _outcomes(source: Source, feed: Any, entries: list[Any], notices: tuple[str, ...]) -> Outcomes:
    """An outcome for each entry. What is to be said about all of them is said with the first article."""
    articles = 0
    for number, entry in enumerate(entries, 1):
        outcome = _entry(source, feed, entry, number)
        if isinstance(outcome, Built):
            articles += 1
            if articles == 1:
                short = outcome.article.words <= SUMMARY and outcome.article.particulars.source is not None
                said = ("the feed holds summaries; reader add --pages can fetch the articles",) if short else ()
                outcome = with_notices(outcome, (*notices, *said))
        yield outcome


def _parsed(text: str, address: str | None) -> tuple[Any, list[Any]] | str:
    """The feed and its entries, or why it cannot be read. Links that are not whole go on from its ``address``."""
    import feedparser

    plain_feed = _DOCTYPE.sub("", _DECLARATION.sub("", text, count=1), count=1).lstrip()
    headers = {"content-type": "application/xml; charset=utf-8"} | ({"content-location": address} if address else {})
    try:
        parsed = feedparser.parse(
            io.BytesIO(plain_feed.encode("utf-8", "replace")),
            response_headers=headers,
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except (ValueError, TypeError, AttributeError, KeyError, IndexError, RecursionError, AssertionError, LookupError):
        return "the feed is damaged"
    if not parsed.entries and parsed.bozo:
        return "the feed is damaged, or holds no entries"
    return parsed.feed, parsed.entries


def _entry(source: Source, feed: Any, entry: Any, number: int) -> Outcome:
    path = entry_path(source.path, number)
    address = _address(entry)
    markup = _markup(entry)
    worded = fragment_text(markup)
    if not worded.text.strip():
        return only_address(path, address) if address else Unread(path, "the entry has neither text nor address")
    known = Particulars(
        title=_line(entry.get("title")),
        byline=_byline(entry),
        outlet=_line(entry.get("source", {}).get("title")) or _line(feed.get("title")),
        published=_day(entry),
        language=_language(entry, feed),
        source=address,
    )
    inner = Source(markup.encode("utf-8", "replace"), path, address)
    return article_of(inner, worded.text, known, (), worded.headings)


def _markup(entry: Any) -> str:
    """The longest text of an entry."""
    texts = [str(content.get("value") or "") for content in entry.get("content", ()) if content.get("value")]
    texts.append(str(entry.get("summary") or ""))
    return max(texts, key=len)


def _address(entry: Any) -> str | None:
    link = entry.get("link")
    return link if isinstance(link, str) and link.lower().startswith(("http://", "https://")) else None


def _byline(entry: Any) -> str | None:
    names = [name for author in entry.get("authors", ()) if (name := _line(author.get("name")))]
    return ", ".join(dict.fromkeys(names)) or _line(entry.get("author"))


def _day(entry: Any) -> str | None:
    """The day as it is stated; where the words are unusual, the day in UTC that feedparser makes of them."""
    for key in ("published", "updated", "created"):
        day = day_of(entry.get(key))
        moment = entry.get(f"{key}_parsed")
        if day or moment:
            return day or f"{moment[0]:04d}-{moment[1]:02d}-{moment[2]:02d}"
    return None


def _language(entry: Any, feed: Any) -> str | None:
    tag = entry.get("title_detail", {}).get("language") or feed.get("language")
    found = re.match(r"[A-Za-z]{2,3}(?=[-_]|$)", tag or "")
    return found[0].lower() if found else None


def _line(words: object) -> str | None:
    """Words on one line, without markup."""
    if not isinstance(words, str) or not words.strip():
        return None
    return plain(fragment_text(words[:4000]).text) or None
