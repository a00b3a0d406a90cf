"""Which column of a table holds what: by its name, and for the text by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

_NAMES: Final[dict[str, tuple[str, ...]]] = {
    "text": (
        "text", "body", "content", "content_html", "content_text", "fulltext", "full_text", "article_text",
        "articletext", "article_body", "articlebody", "maintext", "main_text", "bodytext", "body_text", "story",
        "article", "contents", "html", "plaintext", "plain_text", "document", "texte", "contenu", "inhalt",
        "volltext", "texto", "testo", "tekst", "textcontent", "content.text",
    ),
    "summary": (
        "selection", "summary", "excerpt", "description", "abstract", "snippet", "lead", "dek", "standfirst",
    ),
    "title": (
        "title", "headline", "head", "heading", "article_title", "news_title", "titre", "titel", "titolo", "titulo",
        "booktitle", "given_title", "resolved_title", "webtitle", "headline.main", "subject", "name",
    ),
    "address": (
        "url", "link", "address", "source_url", "original_url", "originalurl", "article_url", "resolved_url",
        "given_url", "permalink", "web_url", "weburl", "href", "uri", "external_url", "canonical_url",
        "originalarticleurl", "canonical.href", "alternate.href", "content.url",
    ),
    "byline": (
        "author", "authors", "byline", "writer", "creator", "bookauthor", "published_by", "auteur", "autor",
        "autore", "authors.name", "author.name", "by", "journalist", "byline.original", "fields.byline",
    ),
    "outlet": (
        "outlet", "publication", "publisher", "newspaper", "site_name", "sitename", "site", "source_name", "medium",
        "media", "source", "source.name", "domain_name", "domain", "hostname", "feed_title", "journal",
        "publicationtitle", "website", "origin.title",
    ),
    "published": (
        "published", "date", "published_at", "publishedat", "date_published", "datepublished", "published_date",
        "pub_date", "pubdate", "publication_date", "publicationdate", "publish_date", "publishdate",
        "publicationdate", "date_publish", "datum", "fecha", "data", "posted_at",
        "published_time", "webpublicationdate", "day",
    ),
    "language": (
        "language", "lang", "langue", "sprache", "idioma",
    ),
}  # fmt: skip
SAMPLE: Final = 50
"""Rows from which columns are guessed."""
LEAST_LETTERS: Final = 120
"""Mean code points of a column without a known name that holds the text."""
_EXPORTS: Final = (
    {"url", "title", "selection", "folder"},
    {"title", "url", "time_added"},
    {"highlight", "book title", "book author"},
    {"title", "url", "document tags", "saved date"},
)


ADDRESS: Final = re.compile(r"https?://\S+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Columns:
    """The column of each particular; ``None`` where there is none."""

    text: str | None = None
    summary: str | None = None
    title: str | None = None
    address: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None

    def sentence(self) -> str:
        """Which column was taken for what, as a part of a sentence."""
        shown = ("text", "title", "byline", "outlet", "published", "address", "language")
        parts = [f"{name} from {getattr(self, name)!r}" for name in shown if getattr(self, name) is not None]
        return f"columns were guessed: {', '.join(parts)}"


def columns_of(names: Sequence[str], sample: Sequence[Mapping[str, object]]) -> Columns:
    """The columns by their names; the text's, where no name tells, by the length of what stands in it."""
    by_folded = {_folded(name): name for name in reversed(names)}
    found: dict[str, str] = {}
    for particular, known in _NAMES.items():
        taken = set(found.values())
        column = next(
            (by_folded[name] for name in map(_folded, known) if by_folded.get(name, "") not in {"", *taken}), None
        )
        if column is not None and (particular != "text" or _is_worded(column, sample)):
            found[particular] = column
    if "text" in found:
        return Columns(**found)
    longest = _longest(names, sample, set(found.values()) - {found.get("summary", "")})
    if longest is None or longest == found.get("summary"):
        return Columns(**found)
    return Columns(**found, text=longest)


def is_export_header(line: str) -> bool:
    """Whether a line names the columns of an export that is known, or of a table with titles and texts."""
    names = {_folded(name.strip().strip('"')) for name in re.split(r"[,;\t]", line)}
    if any(set(map(_folded, export)) <= names for export in _EXPORTS):
        return True
    texts = set(map(_folded, _NAMES["text"][:10]))
    return len(names) > 2 and bool(names & texts) and bool(names & {"title", "headline", "url"})


def _folded(name: str) -> str:
    """A column's name without capitals, blanks, hyphens and underscores."""
    return re.sub(r"[\s_-]+", "", name.casefold())


def _is_worded(column: str, sample: Sequence[Mapping[str, object]]) -> bool:
    """Whether a column has words in it, and not numbers, dates or addresses."""
    values = [value for row in sample if (value := str(row.get(column) or "").strip())]
    words = (value for value in values if " " in value or len(value) > LEAST_LETTERS)
    return not values or any(not ADDRESS.fullmatch(value) for value in words)


def _longest(names: Sequence[str], sample: Sequence[Mapping[str, object]], taken: set[str]) -> str | None:
    means = {
        name: sum(len(str(row.get(name) or "")) for row in sample) / max(1, len(sample))
        for name in names
        if name not in taken and _is_worded(name, sample)
    }
    best = max(means, key=lambda name: means[name], default=None)
    return best if best is not None and means[best] >= LEAST_LETTERS else None
