"""The commands that look into the library: library and list; and the search in it, which is ``reader search``'s."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from reader.shell.command import Command, takes_json
from reader.shell.library import opened_library
from reader.shell.streams import DONE, NOTHING, say, write, write_bytes, wrong

if TYPE_CHECKING:
    from reader.articles.article import Article
    from reader.library.collection import Collection
    from reader.library.searching import ArticleHits, Known
    from reader.library.shelf import Shelf
    from reader.shell.opening import Begun

_EMPTY: Final = "the library is empty; `reader import PATH…` adds articles to it"


def _takes_query(parser: ArgumentParser) -> None:
    parser.add_argument("query", nargs="*", metavar="QUERY", help="words, phrases in quotation marks, fields")
    takes_json(parser)


def _list(asked: Namespace) -> int:
    from reader.library.queries import Asked
    from reader.library.searching import Search, known_of, search

    with opened_library() as (store, collection):
        known = known_of(store)
        found = search(collection, " ".join(asked.query), known) if asked.query else Search(collection, Asked(), known)
        if not isinstance(found, Search):
            return wrong(found.sentence)
        any_found = False
        for result in found.results():
            any_found = True
            write([_as_json(result, known)] if asked.json else _as_text(result, known, collection))
        if not any_found and not asked.query and not collection.notices:
            say(_EMPTY)
    return DONE if any_found else NOTHING


def searched(question: str, *, as_json: bool) -> int:
    """``reader search QUERY``: prints every hit in the library, in the form that hits in files have."""
    from reader.library.searching import Search, known_of, search

    with opened_library() as (store, collection):
        found = search(collection, question, known_of(store))
        if not isinstance(found, Search):
            return wrong(found.sentence)
        if not found.asked.shown:
            return wrong("there is no word in it to be found; `reader list` takes fields alone")
        any_hit = False
        for result in found.results():
            any_hit = True
            _write_hits(collection.article(result.entry.id), result, as_json=as_json)
        if not any_hit and not len(collection) and not collection.notices:
            say(_EMPTY)
    return DONE if any_hit else NOTHING


def _write_hits(article: Article | None, result: ArticleHits, *, as_json: bool) -> None:
    from reader.reports.as_json import hit_json, to_line
    from reader.reports.as_text import hit_lines
    from reader.text.find import Found

    if article is None:  # damaged meanwhile
        return
    if as_json:
        write_bytes(to_line(hit_json(article, hit)) for hit in result.hits)
    else:
        write(hit_lines(article, Found(result.hits)))


def _takes_question(parser: ArgumentParser) -> None:
    parser.add_argument("query", nargs="*", metavar="QUERY", help="words, phrases in quotation marks, fields")


def opened_shelf(asked: Namespace, *, begun: bool = False) -> Shelf | int:
    """The articles of the library that ``reader library`` is to show, or the exit code where there are none."""
    from reader.library.lent import library_shelf
    from reader.library.shelf import Shelf

    shelf = library_shelf(" ".join(asked.query), begun=begun)
    if not isinstance(shelf, Shelf):
        return wrong(shelf.sentence)
    if not shelf.articles:
        for notice in shelf.notices or ["no article in the library answers this" if asked.query else _EMPTY]:
            say(notice)
        return NOTHING
    return shelf


def begun(asked: Namespace) -> Begun | int:
    """So many of them as show at once, and what was kept about these, for the interface."""
    from reader.library.glance import glance
    from reader.shell.opening import Begun

    shelf = opened_shelf(asked, begun=True)
    return shelf if isinstance(shelf, int) else Begun(shelf, glance(shelf.articles))


def _print_library(asked: Namespace) -> int:
    """Where there is no terminal to show it in."""
    from reader.reports.as_text import shelf_text

    shelf = opened_shelf(asked)
    if isinstance(shelf, int):
        return shelf
    write(shelf_text(shelf))
    return DONE


def _as_json(result: ArticleHits, known: Known) -> str:
    import json

    entry = result.entry
    values = {
        **{
            name: getattr(entry, name)
            for name in ("id", "path", "title", "byline", "outlet", "published", "kind", "words")
        },
        "near": entry.near,
        "read": entry.id in known.state.read,
        "starred": entry.id in known.state.starred,
        "tags": known.state.tags.get(entry.id, ()),
    }
    if result.snippet:
        values |= {"hits": [list(span) for span in result.hits], "snippet": result.snippet.line}
    return json.dumps(values)


def _as_text(result: ArticleHits, known: Known, collection: Collection) -> Iterator[str]:
    from reader.articles.particulars import shown_title
    from reader.text.clean import clean_line

    entry = result.entry
    article = None if entry.title else collection.article(entry.id)
    title = shown_title(article) if article is not None else entry.title
    star = "★" if entry.id in known.state.starred else " "
    facts = (entry.published or "undated", entry.outlet or "", title, entry.path)
    yield f"{entry.id} {star} " + " · ".join(clean_line(fact) for fact in facts if fact)
    if result.snippet:
        many = f"{len(result.hits)} hits: " if len(result.hits) > 1 else ""
        yield f"    {many}{result.snippet.line}"


COMMANDS: Final = {
    "library": Command(
        "library [QUERY…]",
        "read it: all of it, or what answers a question",
        "Open the articles of the library in the interface, the newest first: all, or those that answer QUERY, as in\n"
        "  reader library '\"toll rise\"' -ferry outlet:gazette tag:later after:2019-07 is:starred",
        _print_library,
        _takes_question,
        terms=True,
    ),
    "list": Command(
        "list [QUERY…] [--json]",
        "what is in it, and what answers a question",
        "List the articles of the library: all, or those that answer QUERY, as in\n"
        "  reader list '\"toll rise\"' -ferry outlet:gazette tag:later after:2019-07 is:starred",
        _list,
        _takes_query,
        terms=True,
    ),
}
