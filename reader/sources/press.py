"""Exports of press databases as text: Nexis, Factiva, ProQuest. One file holds many articles, each with its fields."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from reader.articles.article import Particulars
from reader.sources.dates import day_of
from reader.sources.decoding import Undecodable, decode
from reader.sources.entries import bounded, entry_path
from reader.sources.source import Outcome, Outcomes, Source, Unread, article_of


@dataclass(frozen=True, slots=True)
class Clipping:
    """One article of a database's export."""

    text: str
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    date: str | None = None
    """As it is stated."""
    language: str | None = None
    address: str | None = None


Splitting = Callable[[str], Iterator[Clipping]]

_NEXIS_OLD: Final = re.compile(
    r"^[ \t]*(?:\d+ of \d+ DOCUMENTS|Dokument \d+ von \d+|\d+ de \d+ DOCUMENTS)[ \t]*$", re.M
)
_NEXIS: Final = re.compile(r"^(?:Load-Date:[ \xa0]|End of Document[ \t]*$)", re.M)
_BODY: Final = re.compile(r"^Body[ \t]*$", re.M)
_FACTIVA: Final = re.compile(r"^[|\s]*(?:Document|Dokument|Documento) [A-Za-z]{2,12}\w{12,}[|\s]*$", re.M)
_PROQUEST: Final = re.compile(r"^(?:ProQuest document ID|Publication title): ", re.M)
_PROQUEST_TEXT: Final = re.compile(r"^Full [Tt]ext:|^Document URL: |^Abstract: ", re.M)
LOOKED_AT: Final = 200_000
"""Code points in which an export shows what it is."""

LANGUAGES: Final = {
    "english": "en", "german": "de", "deutsch": "de", "allemand": "de", "french": "fr", "français": "fr",
    "spanish": "es", "español": "es", "italian": "it", "italiano": "it", "dutch": "nl", "nederlands": "nl",
    "portuguese": "pt", "português": "pt", "swedish": "sv", "danish": "da", "norwegian": "no", "polish": "pl",
    "russian": "ru", "chinese": "zh", "japanese": "ja", "korean": "ko", "arabic": "ar", "turkish": "tr",
    "englisch": "en", "anglais": "en", "inglés": "en", "französisch": "fr", "spanisch": "es", "italienisch": "it",
}  # fmt: skip


def is_press(text: str) -> bool:
    """Whether a text is the export of a press database."""
    return _splitting(text[:LOOKED_AT].replace("\r\n", "\n")) is not None


def read(source: Source) -> Outcomes:
    """The articles in an export."""
    decoded = decode(source.data)
    if isinstance(decoded, Undecodable):
        yield Unread(source.path, decoded.reason)
        return
    clippings = clippings_in(decoded.text)
    outcomes = (clipped(entry_path(source.path, number), each) for number, each in enumerate(clippings, 1))
    yield from bounded(source.path, outcomes, called="articles")


def clippings_in(text: str) -> Iterator[Clipping]:
    """The articles in the text of an export; none in another text."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    splitting = _splitting(text)
    return iter(()) if splitting is None else splitting(text)


def _splitting(text: str) -> Splitting | None:
    """How the export is taken apart; ``None`` where it is none."""
    start = text[:LOOKED_AT]
    if _NEXIS_OLD.search(start):
        from reader.sources.nexis import old_clippings

        return old_clippings
    if _NEXIS.search(start) and _BODY.search(start):
        from reader.sources.nexis import clippings

        return clippings
    if _PROQUEST.search(start) and _PROQUEST_TEXT.search(start):
        from reader.sources.proquest import clippings as from_proquest

        return from_proquest
    if _FACTIVA.search(start):
        from reader.sources.factiva import clippings as from_factiva

        return from_factiva
    return None


def clipped(path: str, clipping: Clipping) -> Outcome:
    """The article of a clipping."""
    text = clipping.text.strip("\n")
    known = Particulars(
        title=_line(clipping.title),
        byline=_byline(clipping.byline),
        outlet=_line(clipping.outlet),
        published=day_of(clipping.date),
        language=LANGUAGES.get((clipping.language or "").split(";")[0].strip().lower()),
        source=_line(clipping.address),
    )
    return article_of(Source(text.encode("utf-8", "replace"), path), text, known)


def _line(words: str | None) -> str | None:
    return " ".join((words or "").split()) or None


def _byline(words: str | None) -> str | None:
    return re.sub(r"^(?:by|von|par|por|di)\s+", "", _line(words) or "", flags=re.IGNORECASE) or None
