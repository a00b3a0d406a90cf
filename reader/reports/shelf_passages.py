"""What a whole shelf shares, in order of interest, for pipes: as JSON, or as plain lines for a person.

Offsets are code points into an article's ``text``, end exclusive.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reader.articles.article import Article
from reader.articles.particulars import shown_title
from reader.compare.ranking import ShelfPassage, ShelfPassages
from reader.library.shelf import Unread
from reader.reports.as_json import Json, compared_article_json, passage_json, unread_json
from reader.text.clean import clean_line, one_line

PASSAGES: Final = "reader.passages/1"
SHOWN_IN_BUCKET: Final = 5
"""Passages of a bucket that are printed for a person; all of them are in the JSON."""
_NAMED: Final = 4
"""Outlets that are named for a person."""
_LONGEST: Final = 400
"""Characters of a passage that are printed for a person."""


def passages_json(articles: Sequence[Article], found: ShelfPassages, unread: Sequence[Unread] = ()) -> Json:
    """The passages in groups, in order; a group that is folded has its reason.

    A passage is as in a comparison, and has besides: ``outlets`` that are known, ``first``, the position among its
    occurrences of the one that was published first, or null, and ``parts``, shorter passages that lie inside it and
    stand in other articles too, each like a passage. ``complete`` is false where the search was stopped.
    """
    groups = [
        _group("quotations", None, found.quotations, articles),
        _group("long passages", None, found.passages, articles),
        *(_group(bucket.kind, bucket.reason, bucket.passages, articles) for bucket in found.buckets),
    ]
    return {
        "format": PASSAGES,
        "articles": [compared_article_json(article) for article in articles],
        "complete": found.is_complete,
        "groups": groups,
        "copies": [{"article": copy, "of": original} for copy, original in found.copies],
        "unread": unread_json(unread),
    }


def _group(name: str, reason: str | None, group: Sequence[ShelfPassage], articles: Sequence[Article]) -> Json:
    return {
        "name": name,
        "folded": reason is not None,
        "reason": reason,
        "passages": [
            {**_passage_json(each, articles), "parts": [_passage_json(part, articles) for part in each.parts]}
            for each in group
        ],
    }


def _passage_json(each: ShelfPassage, articles: Sequence[Article]) -> Json:
    return {**passage_json(articles, each.passage), "outlets": list(each.outlets), "first": each.earliest}


def passages_text(articles: Sequence[Article], found: ShelfPassages) -> Iterator[str]:
    """The passages, each with where it stands; of each bucket its reason and the first few."""
    for name, group in (("Quotations", found.quotations), ("Long passages", found.passages)):
        if group:
            yield f"{name}: {len(group):,}"
            yield ""
            for each in group:
                yield from _passage(articles, each)
    for bucket in found.buckets:
        yield f"Folded away, {bucket.kind}: {len(bucket.passages):,} ({bucket.reason})"
        for each in bucket.passages[:SHOWN_IN_BUCKET]:
            yield f"  {each.passage.number}. {_words(articles, each)} · {_where(articles, each)}"
        if len(bucket.passages) > SHOWN_IN_BUCKET:
            yield f"  and {len(bucket.passages) - SHOWN_IN_BUCKET:,} more"
        yield ""
    for copy, original in found.copies:
        yield clean_line(f"{_name(articles[copy])} is nearly the same as {_name(articles[original])}")
    if not found.all:
        yield "These articles share no passage."


def _passage(articles: Sequence[Article], each: ShelfPassage) -> Iterator[str]:
    yield f"{each.passage.number}. {_words(articles, each)}"
    yield f"   {each.passage.kind}, {each.passage.words:,} words · {_where(articles, each)}"
    yield ""


def _words(articles: Sequence[Article], each: ShelfPassage) -> str:
    place = each.passage.occurrences[each.earliest or 0]
    words = one_line(articles[place.article].text[place.start : place.end])
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"


def _where(articles: Sequence[Article], each: ShelfPassage) -> str:
    where = _names(articles, each.articles)
    if each.in_part:
        where += f" · in part {_names(articles, each.in_part)}"
    if each.earliest is None:
        return clean_line(where)
    first = articles[each.passage.occurrences[each.earliest].article]
    return clean_line(f"{where} · first {_name(first)}, {first.particulars.published}")


def _names(articles: Sequence[Article], where: Sequence[int]) -> str:
    names = list(dict.fromkeys(_name(articles[article]) for article in where))
    return ", ".join(names[:_NAMED]) + (f" and {len(names) - _NAMED} more" if len(names) > _NAMED else "")


def _name(article: Article) -> str:
    return article.particulars.outlet or shown_title(article)
