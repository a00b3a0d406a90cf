"""The quotations of a draft, and whether they stand in other articles as they are quoted: as JSON, or for a person.

Offsets are code points into an article's ``text``, end exclusive. What was not found may well have been said: it does
not stand in what was looked into.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from reader.articles.article import Article
from reader.compare.lookup import Looked, Standing
from reader.compare.said import Statement
from reader.library.shelf import Unread
from reader.reports.as_json import Json, compared_article_json, unread_json
from reader.reports.columns import many, named, wrapped
from reader.text.clean import clean_line, one_line

CHECK: Final = "reader.check/1"
_SHOWN: Final = 3
"""Places of a quotation that are named for a person; all of them are in the JSON."""
_CHANGES: Final = 4


@dataclass(frozen=True, slots=True)
class Check:
    """A draft, what its quotations were looked up in, and what was found."""

    draft: Article
    articles: Sequence[Article]
    """Those that were given; of the library, those in which something was found."""
    looked: Sequence[Looked]
    library: int | None = None
    """How many articles the library holds, where it was asked; ``None`` where articles were given."""

    @property
    def holds(self) -> bool:
        """Whether every quotation stands somewhere as it is quoted."""
        return all(each.holds for each in self.looked)

    def line(self, statement: Statement) -> int:
        """The line of the draft on which a statement begins, from 1."""
        return self.draft.text.count("\n", 0, statement.segments[0].start) + 1


def only_found(articles: Sequence[Article], looked: Sequence[Looked]) -> tuple[list[Article], list[Looked]]:
    """The articles in which something was found, and the places in these."""
    used = sorted({standing.article for each in looked for standing in each.standings})
    at = {article: place for place, article in enumerate(used)}
    placed = [
        replace(each, standings=tuple(replace(standing, article=at[standing.article]) for standing in each.standings))
        for each in looked
    ]
    return [articles[article] for article in used], placed


def check_json(check: Check, unread: Sequence[Unread] = ()) -> Json:
    """Every quotation of the draft with its verdict and places.

    ``edits`` are (op, start and end there, start and end in the draft); ``changes`` the words of those that do more
    than make it shorter, there and here.
    """
    return {
        "format": CHECK,
        "draft": compared_article_json(check.draft) | {"path": check.draft.path},
        "articles": [compared_article_json(article) | {"path": article.path} for article in check.articles],
        "library": check.library,
        "holds": check.holds,
        "quotations": [_quotation(check, each) for each in check.looked],
        "unread": unread_json(unread),
    }


def _quotation(check: Check, looked: Looked) -> Json:
    statement = looked.statement
    text = check.draft.text
    return {
        "line": check.line(statement),
        "segments": [
            {"start": span.start, "end": span.end, "text": text[span.start : span.end]} for span in statement.segments
        ],
        "speaker": statement.speaker,
        "confidence": statement.confidence,
        "verdict": looked.verdict,
        "holds": looked.holds,
        "places": [_place(check, standing) for standing in looked.standings],
    }


def _place(check: Check, standing: Standing) -> Json:
    article = check.articles[standing.article]
    return {
        "article": standing.article,
        "start": standing.span.start,
        "end": standing.span.end,
        "text": article.text[standing.span.start : standing.span.end],
        "verdict": standing.verdict,
        "holds": standing.holds,
        "words": standing.printed,
        "quoted": standing.quoted,
        "speaker": standing.speaker,
        "confidence": standing.confidence,
        "other_speaker": standing.other_speaker,
        "marked": standing.marked,
        "changes": [{"there": there, "here": here} for there, here in _changes(check, standing)],
        "edits": [list(edit) for edit in standing.edits],
    }


def check_text(check: Check) -> Iterator[str]:
    """A paragraph a quotation: the line of the draft, the verdict, the words, and where they stand."""
    for each in check.looked:
        said = " ".join(f"“{one_line(check.draft.text[span.start : span.end])}”" for span in each.statement.segments)
        sign = "  " if each.holds else "! "
        speaker = f" · {clean_line(each.statement.speaker)}" if each.statement.speaker else ""
        yield f"{sign}line {check.line(each.statement)}: {each.verdict}{speaker}"
        yield from wrapped(said, 4)
        for standing in each.standings[:_SHOWN]:
            yield from wrapped(_where(check, standing), 6, "    →")
        if len(each.standings) > _SHOWN:
            yield f"      and {many(len(each.standings) - _SHOWN, 'more place')}"
        yield ""
    yield from wrapped(_summary(check), 0)


def _where(check: Check, standing: Standing) -> str:
    article = check.articles[standing.article]
    words: list[str] = [standing.printed + (", marked" if standing.marked else "")]
    if standing.other_speaker:
        words.append(f"said by {clean_line(standing.speaker or '')}")
    if not standing.quoted:
        words.append("not in quotation marks there")
    if standing.printed == "altered":
        changes = [f"{one_line(there) or '·'} → {one_line(here) or '·'}" for there, here in _changes(check, standing)]
        more = f" and {len(changes) - _CHANGES} more" if len(changes) > _CHANGES else ""
        words.append(f"there → here: {', '.join(changes[:_CHANGES])}{more}")
    line = article.text.count("\n", 0, standing.span.start) + 1
    file = clean_line(article.path.replace("\\", "/").rsplit("/", 1)[-1])
    return f"{named(article)}, line {line} of {file}: {'; '.join(words)}"


def _changes(check: Check, standing: Standing) -> Iterator[tuple[str, str]]:
    """The words of each change, there and here, without those that only make the quotation shorter."""
    there, here = check.articles[standing.article].text, check.draft.text
    kept = [at for at, edit in enumerate(standing.edits) if edit.op == "equal"]
    first, last = (kept[0], kept[-1]) if kept else (0, len(standing.edits))
    for at, edit in enumerate(standing.edits):
        words = here[edit.start : edit.end].split()
        gone = there[edit.against_start : edit.against_end].split()
        if edit.op != "equal" and (words or first < at < last):
            if at < first:
                gone = gone[-len(words) :]
            elif at > last:
                gone = gone[: len(words)]
            yield " ".join(gone), " ".join(words)


def _summary(check: Check) -> str:
    if not check.looked:
        return "Nobody is quoted in this draft."
    counts = Counter(each.verdict for each in check.looked)
    found = ", ".join(f"{count} {verdict}" for verdict, count in counts.most_common())
    where = "the library" if check.library is not None else "the articles"
    size = many(len(check.articles) if check.library is None else check.library, "article")
    absent = (
        f" What was not found does not stand in {where}; that says nothing about whether it was said."
        if counts["not found"]
        else ""
    )
    return f"{many(len(check.looked), 'quotation')} looked up in {where} ({size}): {found}.{absent}"
