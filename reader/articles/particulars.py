"""What is known about an article besides its words: what its front matter states, and its headline.

Nothing is guessed from running text: a date, an outlet or a name that is not stated stays unknown.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import Final

from reader.articles.article import Article, Block, Particulars
from reader.articles.front_matter import Value

_BLANKS: Final = re.compile(r"\s+")
_SHA256: Final = re.compile(r"[0-9a-f]{64}", re.IGNORECASE)
_ISO: Final = re.compile(r"\d{4}-\d\d-\d\d")
_DEFAULTS: Final = (dt.datetime(2001, 1, 1), dt.datetime(2004, 2, 2))

FIRST_WORDS: Final = 10
"""Words of an article without a title that stand in for one."""


def stated(values: Mapping[str, Value], text: str, blocks: Sequence[Block]) -> Particulars:
    """The particulars that front matter states, and the title that a block is; all else is unknown."""
    headline = next((block for block in blocks if block.kind == "title"), None)
    words = None if headline is None else _BLANKS.sub(" ", text[headline.start : headline.end]).strip()
    title = _words(values, "title", "headline") or words or None
    sha256 = _words(values, "sha256")
    return Particulars(
        title=title,
        title_guessed=title is None,
        byline=_words(values, "byline", "author", "authors"),
        outlet=_words(values, "outlet", "publication", "publisher"),
        published=_date(values, "published", "date"),
        language=_words(values, "language", "lang"),
        kind=_words(values, "kind") or "article",
        source=_words(values, "source"),
        source_sha256=sha256.lower() if sha256 and _SHA256.fullmatch(sha256) else None,
        invented=values.get("invented") is True,
    )


def shown_title(article: Article) -> str:
    """The title, or the first words where there is none, or the path: raw, to be cleaned before it is shown."""
    if article.particulars.title:
        return article.particulars.title
    for block in article.blocks:
        if block.kind != "furniture":
            words = article.text[block.start : min(block.end, block.start + 400)].split()
            return " ".join(words[:FIRST_WORDS]) + ("…" if len(words) > FIRST_WORDS else "")
    return article.path


def _words(values: Mapping[str, Value], *keys: str) -> str | None:
    """The first of the keys that states something, in words."""
    for key in keys:
        value = values.get(key)
        if value is not None and not isinstance(value, bool) and str(value).strip():
            return str(value).strip()
    return None


def _date(values: Mapping[str, Value], *keys: str) -> str | None:
    """The first of the keys that states a whole day, as an ISO date."""
    for key in keys:
        value = values.get(key)
        if isinstance(value, dt.date):
            return value.isoformat()[:10]
        if isinstance(value, str) and (day := iso_day(value)):
            return day
    return None


def iso_day(stated_date: str) -> str | None:
    """A date in words ("22 July 2019", "2019-07-22T10:00Z") as an ISO day; ``None`` where a part of it is missing.

    It is parsed twice, each time with other defaults: what a date leaves out shows as a difference.
    """
    if _ISO.match(stated_date):
        try:
            return dt.date.fromisoformat(stated_date[:10]).isoformat()
        except ValueError:
            return None
    from dateutil import parser

    try:
        days = {parser.parse(stated_date, default=default).date() for default in _DEFAULTS}
    except (ValueError, OverflowError, TypeError):
        return None
    return days.pop().isoformat() if len(days) == 1 else None
