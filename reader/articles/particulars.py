"""What is known about an article besides its words: what its front matter states, then what the text gives evidence of.

Nothing is guessed from running text: a date, an outlet or a name that no line of the page gives stays unknown.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from reader.articles.article import Article, Evidence, Particular, Particulars
from reader.articles.front_matter import FrontMatter, Value

_SHA256: Final = re.compile(r"[0-9a-f]{64}", re.IGNORECASE)
_ISO: Final = re.compile(r"\d{4}-\d\d-\d\d")
_DEFAULTS: Final = (dt.datetime(2001, 1, 1), dt.datetime(2004, 2, 2))

NAMES: Final[tuple[Particular, ...]] = ("title", "byline", "outlet", "published", "language")
"""The particulars that evidence is kept for, in their order."""
FIRST_WORDS: Final = 10
"""Words of an article without a title that stand in for one."""


def stated(values: Mapping[str, Value], found: Sequence[Evidence] = (), *, is_release: bool = False) -> Particulars:
    """The particulars that front matter states; where it says nothing, what was ``found`` in the text.

    A digest is somebody else's text about a document: its own lines say nothing about who published that.
    ``is_release``: the text says that it is a press release.
    """
    kind = _words(values, "kind") or ("press release" if is_release else "article")
    known = {each.particular: each for each in found if kind != "digest" or each.particular in ("title", "language")}
    title, headline = _words(values, "title", "headline"), known.get("title")
    sha256 = _words(values, "sha256")

    def value(particular: Particular) -> str | None:
        return known[particular].value if particular in known else None

    return Particulars(
        title=title or value("title"),
        title_guessed=title is None and (headline is None or not headline.stated),
        byline=_words(values, "byline", "author", "authors") or value("byline"),
        outlet=_words(values, "outlet", "publication", "publisher") or value("outlet"),
        published=_date(values, "published", "date") or value("published"),
        language=_words(values, "language", "lang") or value("language"),
        kind=kind,
        source=_words(values, "source"),
        source_sha256=sha256.lower() if sha256 and _SHA256.fullmatch(sha256) else None,
        invented=values.get("invented") is True,
    )


def supported(particulars: Particulars, front: FrontMatter, found: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The evidence for what is held to be so: the front matter's before that of the text.

    What the source knew from elsewhere, and what was overruled, has none.
    """
    out: list[Evidence] = []
    by_front = stated(front.values)
    for name in NAMES:
        value = getattr(particulars, name)
        if value is not None and value == getattr(by_front, name):
            out.append(Evidence(name, value, 0, front.end, "front matter", True))
        else:
            out += [each for each in found if each.particular == name and each.value == value]
    return tuple(out)


def completed(known: Particulars, found: Particulars) -> Particulars:
    """What is known, and where that says nothing, what was found."""
    return replace(
        found,
        title=known.title or found.title,
        title_guessed=found.title_guessed and not known.title,
        byline=known.byline or found.byline,
        outlet=known.outlet or found.outlet,
        published=known.published or found.published,
        published_guessed=known.published_guessed if known.published else found.published_guessed,
        language=known.language or found.language,
        kind=known.kind if known.kind != "article" else found.kind,
        source=known.source or found.source,
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
