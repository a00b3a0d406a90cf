"""The commands on what several texts hold against each other: matrix, figures, coverage, check."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Final

from reader.shell.command import Command, takes_json, takes_paths
from reader.shell.opening import opened
from reader.shell.streams import DONE, INTERRUPTED, NOTHING, WRONG, say, write, write_bytes, wrong

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.articles.article import Article
    from reader.library.shelf import Shelf
    from reader.reports.as_json import Json
    from reader.reports.matrix import Shares

PROGRESS_EVERY: Final = 2.0
"""Seconds between two lines on how far long work is."""


def _print(asked: Namespace, value: Json, lines: Iterable[str]) -> None:
    """JSON where it was asked for, else lines for a person."""
    if asked.json:
        from reader.reports.as_json import to_line

        write_bytes([to_line(value, indent=1)])
    else:
        write(lines)


def _too_few(command: str, shelf: Shelf) -> int:
    return wrong(f"{command} needs two articles, and there is {len(shelf.articles) or 'none'}")


def _matrix(asked: Namespace) -> int:
    from reader.reports.matrix import matrix_json, matrix_text

    shelf = opened(asked.paths)
    if len(shelf.articles) < 2:
        return _too_few("matrix", shelf)
    shares = _surveyed(shelf)
    _print(asked, matrix_json(shares, shelf.unread), matrix_text(shares))
    return DONE if shares.is_complete else INTERRUPTED


def _surveyed(shelf: Shelf) -> Shares:
    """What all pairs share, as far as they were looked at when ctrl-c was pressed; says how far it is meanwhile."""
    from time import monotonic

    from reader.compare.matcher import Matcher
    from reader.reports.matrix import Shares

    shares = Shares(shelf.articles)
    said = monotonic()
    try:
        for told in Matcher().survey(shelf.articles):
            shares.add(told)
            if monotonic() > said + PROGRESS_EVERY:
                said = monotonic()
                say(f"{told.done:,} of {told.of:,}")
    except KeyboardInterrupt:
        shares.is_complete = False
        say("stopped: what was found until now")
    shares.settle()
    return shares


def _figures(asked: Namespace) -> int:
    from reader.compare.figure_groups import compared_figures
    from reader.reports.figures import figures_json, figures_text

    shelf = opened(asked.paths)
    if not shelf.articles:
        return WRONG
    found = compared_figures(shelf.articles)
    _print(asked, figures_json(shelf.articles, found, shelf.unread), figures_text(shelf.articles, found))
    return DONE if found.groups or found.alone else NOTHING


def _takes_release(parser: ArgumentParser) -> None:
    parser.add_argument("release", metavar="RELEASE", help="a press release, or another text that others print from")
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files and folders; - is standard input")
    takes_json(parser)


def _coverage(asked: Namespace) -> int:
    from reader.compare.coverage import coverage
    from reader.compare.matcher import Matcher
    from reader.reports.coverage import coverage_json, coverage_text

    shelf = opened([asked.release, *asked.paths])
    articles = shelf.articles
    if len(articles) < 2:
        return _too_few("coverage", shelf)
    found = coverage(articles, Matcher().compare(articles))
    _print(asked, coverage_json(articles, found, shelf.unread), coverage_text(articles, found))
    return DONE if any(sentence.prints for sentence in found) else NOTHING


def _takes_draft(parser: ArgumentParser) -> None:
    parser.add_argument("draft", metavar="DRAFT", help="a file with quotations; - is standard input")
    parser.add_argument("paths", nargs="*", metavar="PATH", help="what they are looked up in (default: the library)")
    takes_json(parser)


def _check(asked: Namespace) -> int:
    from reader.compare.lookup import look_up
    from reader.reports.check import Check, check_json, check_text, only_found

    drafts = opened([asked.draft])
    if len(drafts.articles) != 1:
        return wrong(f"check takes one draft, and there are {len(drafts.articles) or 'none'} in {asked.draft}")
    (draft,) = drafts.articles
    shelf, library = (opened(asked.paths), None) if asked.paths else _imported(draft)
    articles = [article for article in shelf.articles if article.id != draft.id]
    if library == 0:
        return wrong("the library is empty; `reader import PATH…` adds articles to it")
    if library is None and not articles:
        return wrong("check needs an article to look into besides the draft")
    looked = look_up(draft, articles)
    if library is not None:
        articles, looked = only_found(articles, looked)
    check = Check(draft, articles, looked, library)
    _print(asked, check_json(check, shelf.unread), check_text(check))
    return DONE if check.holds else NOTHING


def _imported(draft: Article) -> tuple[Shelf, int]:
    """The articles of the library in which the quotations may stand, and how many it holds."""
    from reader.library.collection import Collection
    from reader.library.drafts import likely_sources
    from reader.library.shelf import Shelf
    from reader.library.store import Store

    store, collection = Store.open(), Collection.open()
    try:
        held = len(collection)
        found = likely_sources(draft, collection, store)
    finally:
        store.close()
        collection.close()
        for notice in (*store.notices, *collection.notices):
            say(notice)
    return Shelf(tuple(found)), held


COMMANDS: Final = {
    "matrix": Command(
        "matrix PATH… [--json]",
        "how much of each article is in each other one",
        "Show how much of each article stands in each other one, every word counted once."
        "\nCtrl-c stops and shows what was found until then.",
        _matrix,
        takes_paths,
    ),
    "figures": Command(
        "figures PATH… [--json]",
        "money, percentages, dates and counts, and where they differ",
        "Show the figures of articles: money, percentages, dates, numbers with what they count. Those for one thing"
        "\nstand together, different ones first; those that could not be matched stand alone. Read in English.",
        _figures,
        takes_paths,
    ),
    "coverage": Command(
        "coverage RELEASE PATH… [--json]",
        "who prints which sentence of a press release",
        "Show each sentence of a press release with how other articles print it: verbatim, altered, in part, or not;"
        "\nquoted, attributed or as their own. Then the sentences that none of them prints.",
        _coverage,
        _takes_release,
    ),
    "check": Command(
        "check DRAFT [PATH…] [--json]",
        "whether the quotations of a draft stand as they are quoted",
        "Look up every quotation of DRAFT in articles, or in the library: exact, typographic (other marks or capitals),"
        "\ncut short, altered, given to another speaker, or not found; with the places. Not found means that it does"
        "\nnot stand in what was looked into."
        "\nExit status: 0 all stand somewhere as they are quoted, 1 one does not.",
        _check,
        _takes_draft,
    ),
}
