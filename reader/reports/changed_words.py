"""The words of a passage in each article, cut where words were changed: what the reports mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.articles.article import Article
from reader.compare.comparison import Occurrence, Passage
from reader.text.clean import clean_line
from reader.text.spans import Span


class Words(NamedTuple):
    """A stretch of one wording, cleaned, on one line."""

    text: str
    is_changed: bool = False


class Wording(NamedTuple):
    """What one occurrence says."""

    occurrence: Occurrence
    words: tuple[Words, ...]


def wordings(articles: Sequence[Article], passage: Passage) -> list[Wording]:
    """Every occurrence in order; what differs from the first is changed, and in the first what any other has not."""
    out = []
    for number, occurrence in enumerate(passage.occurrences):
        changed: set[Span] = set()
        for changes in passage.changes:
            for edit in changes.edits:
                if edit.op == "equal":
                    continue
                if changes.occurrence == number:
                    changed.add(Span(edit.start, edit.end))
                if changes.against == number:
                    changed.add(Span(edit.against_start, edit.against_end))
        text = articles[occurrence.article].text
        out.append(Wording(occurrence, tuple(_cut(text, occurrence.span, changed))))
    return out


def _cut(text: str, whole: Span, changed: set[Span]) -> Iterator[Words]:
    at = whole.start
    for span in sorted(span for span in changed if span.end > span.start):
        start = max(at, span.start)
        if start > at:
            yield Words(_line(text[at:start]))
        if span.end > start:
            yield Words(_line(text[start : span.end]), True)
            at = span.end
    if at < whole.end:
        yield Words(_line(text[at : whole.end]))


def _line(text: str) -> str:
    """Cleaned; runs of white space, line ends among them, are one blank."""
    words = clean_line(text)
    lead, end = words[:1].isspace(), words[-1:].isspace()
    joined = " ".join(words.split())
    return f"{' ' * lead}{joined}{' ' * end}" if joined else " " * bool(words)
