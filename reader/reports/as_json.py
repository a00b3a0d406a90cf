"""Articles, comparisons and hits as values for JSON. The keys are a promise to other programs: they keep their meaning.

Offsets are code points into an article's ``text``, end exclusive. Text is given as it is, not cleaned.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any, Final

from reader.articles.article import Article, Block, Evidence, Quotation
from reader.articles.date_cues import DateCue, date_cues
from reader.compare.comparison import Changes, Comparison, Occurrence, Passage
from reader.compare.prominence import paragraph_at
from reader.library.shelf import Shelf, Unread
from reader.reports.search import beginning
from reader.text.find import snippet
from reader.text.spans import Span

ARTICLES: Final = "reader.articles/1"
COMPARISON: Final = "reader.comparison/1"

Json = dict[str, Any]

_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def to_line(value: Json, *, indent: int | None = None) -> bytes:
    """A value as JSON in UTF-8, with a line feed. Surrogates, which UTF-8 cannot hold, are written as escapes."""
    written = json.dumps(value, ensure_ascii=False, indent=indent)
    escaped = _SURROGATE.sub(lambda found: f"\\u{ord(found.group()):04x}", written)
    return (escaped + "\n").encode("utf-8")


def articles_json(shelf: Shelf) -> Json:
    """All that is known about the articles of a shelf, and what could not be read."""
    return {
        "format": ARTICLES,
        "articles": [_article(article) for article in shelf.articles],
        "unread": unread_json(shelf.unread),
    }


def comparison_json(articles: Sequence[Article], comparison: Comparison, unread: Sequence[Unread] = ()) -> Json:
    """What the articles share; they are in the order they were compared."""
    return {
        "format": COMPARISON,
        "articles": [compared_article_json(article) for article in articles],
        "passages": [passage_json(articles, passage) for passage in comparison.passages],
        "shares": [
            {"article": share.article, "within": share.within, "words": share.words, "percent": round(share.percent, 1)}
            for share in comparison.shares
        ],
        "unread": unread_json(unread),
    }


def hit_json(article: Article, hit: Span) -> Json:
    """One hit: the article's id and path, the place, the words there and a line around them."""
    return {
        "article": article.id,
        "path": article.path,
        "start": hit.start,
        "end": hit.end,
        "text": article.text[hit.start : hit.end],
        "snippet": snippet(article.text, hit, first=beginning(article))[0],
    }


def unread_json(unread: Sequence[Unread]) -> list[Json]:
    """What could not be read, and why."""
    return [{"path": each.path, "reason": each.reason} for each in unread]


def _article(article: Article) -> Json:
    about = article.particulars
    return {
        "id": article.id,
        "path": article.path,
        "kind": about.kind,
        "title": about.title,
        "title_guessed": about.title_guessed,
        "byline": about.byline,
        "outlet": about.outlet,
        "published": about.published,
        "published_guessed": about.published_guessed,
        "language": about.language,
        "words": article.words,
        "text": article.text,
        "blocks": [_block(block) for block in article.blocks],
        "quotations": [_quotation(article, quotation) for quotation in article.quotations],
        "evidence": [_evidence(each) for each in article.evidence],
        "date_cues": [_date_cue(article, cue) for cue in date_cues(article)],
    }


def _block(block: Block) -> Json:
    return {"kind": block.kind, "start": block.start, "end": block.end, "rule": block.rule}


def _evidence(evidence: Evidence) -> Json:
    """Where a particular comes from: stated there, or else guessed."""
    return {
        "particular": evidence.particular,
        "value": evidence.value,
        "start": evidence.start,
        "end": evidence.end,
        "rule": evidence.rule,
        "stated": evidence.stated,
    }


def _date_cue(article: Article, cue: DateCue) -> Json:
    """Where the text speaks of time; ``year`` is the one that is named there."""
    return {
        "start": cue.start,
        "end": cue.end,
        "text": article.text[cue.start : cue.end],
        "bearing": cue.bearing,
        "year": cue.year,
        "month": cue.month,
    }


def _quotation(article: Article, quotation: Quotation) -> Json:
    at = quotation.speaker_at
    return {
        "statement": quotation.statement,
        "start": quotation.start,
        "end": quotation.end,
        "text": article.text[quotation.start : quotation.end],
        "kind": quotation.kind,
        "speaker": quotation.speaker,
        "confidence": quotation.confidence,
        "speaker_at": None if at is None else [at.start, at.end],
        "flags": list(quotation.flags),
        "inner": [
            {"start": at.start, "end": at.end, "text": article.text[at.start : at.end]} for at in quotation.inner
        ],
    }


def compared_article_json(article: Article) -> Json:
    """What is said about an article beside what it has in common with others."""
    about = article.particulars
    return {
        "id": article.id,
        "path": article.path,
        "title": about.title,
        "outlet": about.outlet,
        "published": about.published,
        "words": article.words,
    }


def passage_json(articles: Sequence[Article], passage: Passage) -> Json:
    """A passage with its occurrences, and how each differs from the first."""
    return {
        "number": passage.number,
        "kind": passage.kind,
        "words": passage.words,
        "occurrences": [_occurrence(articles, occurrence) for occurrence in passage.occurrences],
        "changes": [_changes(passage, changes) for changes in passage.changes],
    }


def _occurrence(articles: Sequence[Article], occurrence: Occurrence) -> Json:
    """``paragraph`` is which paragraph it stands in, of how many; null in a title, a heading, a caption."""
    paragraph = paragraph_at(articles[occurrence.article], occurrence.start)
    return {
        "article": occurrence.article,
        "start": occurrence.start,
        "end": occurrence.end,
        "text": articles[occurrence.article].text[occurrence.start : occurrence.end],
        "voice": occurrence.voice,
        "paragraph": None if paragraph is None else list(paragraph),
    }


def _changes(passage: Passage, changes: Changes) -> Json:
    """``occurrence`` and ``against_occurrence`` are positions in the passage's occurrences."""
    return {
        "article": passage.occurrences[changes.occurrence].article,
        "against": passage.occurrences[changes.against].article,
        "occurrence": changes.occurrence,
        "against_occurrence": changes.against,
        "edits": [list(edit) for edit in changes.edits],
        "moved": [list(move) for move in changes.moved],
        "alerts": [list(alert) for alert in changes.alerts],
    }
