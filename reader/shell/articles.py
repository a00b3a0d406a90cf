"""The commands for pipes: read, compare, passages, search, quotes. Each opens the paths that it is given."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from os.path import exists
from typing import TYPE_CHECKING, Final

from reader.compare.thresholds import FEWEST_WORDS, MOST_WORDS, Thresholds
from reader.shell.command import Command, takes_json, takes_pages, takes_paths
from reader.shell.opening import opened
from reader.shell.streams import (
    DONE,
    INTERRUPTED,
    NOTHING,
    WRONG,
    say,
    write,
    write_bytes,
    wrong,
)

if TYPE_CHECKING:
    from reader.compare.ranking import ShelfPassages
    from reader.library.shelf import Shelf
    from reader.text.find import Query

PROGRESS_EVERY: Final = 2.0
"""Seconds between two lines on how far long work is."""


def _too_few(command: str, shelf: Shelf) -> int:
    return wrong(f"{command} needs two articles, and there is {len(shelf.articles) or 'none'}")


def _read(asked: Namespace) -> int:
    shelf = opened(asked.paths)
    if asked.json:
        from reader.reports.as_json import articles_json, to_line

        write_bytes([to_line(articles_json(shelf), indent=1)])
    elif asked.markdown:
        from reader.reports.as_markdown import articles_markdown

        write(articles_markdown(shelf.articles))
    elif asked.html:
        from reader.reports.as_html import articles_html

        write(articles_html(shelf.articles))
    else:
        from reader.reports.as_text import shelf_text

        write(shelf_text(shelf))
    return DONE if shelf.articles else WRONG


def _takes_words(parser: ArgumentParser) -> None:
    takes_pages(parser)
    parser.add_argument(
        "--words",
        type=int,
        default=Thresholds().words,
        metavar="N",
        help=f"matched words that make a passage, {FEWEST_WORDS} to {MOST_WORDS} (default %(default)s)",
    )


def _compare(asked: Namespace) -> int:
    if not FEWEST_WORDS <= asked.words <= MOST_WORDS:
        return wrong(f"--words takes a number from {FEWEST_WORDS} to {MOST_WORDS}")
    shelf = opened(asked.paths, keep_copies=True)
    from reader.compare.matcher import Matcher

    comparison = Matcher().compare(shelf.articles, Thresholds(words=asked.words))
    enough = len(shelf.articles) > 1
    if asked.json:
        from reader.reports.as_json import comparison_json, to_line

        write_bytes([to_line(comparison_json(shelf.articles, comparison, shelf.unread), indent=1)])
    elif enough and asked.markdown:
        from reader.reports.as_markdown import comparison_markdown

        write(comparison_markdown(shelf.articles, comparison))
    elif enough and asked.html:
        from reader.reports.as_html import comparison_html

        write(comparison_html(shelf.articles, comparison))
    elif enough:
        from reader.reports.as_text import comparison_text

        write(comparison_text(shelf.articles, comparison))
    return DONE if enough else _too_few("compare", shelf)


def _passages(asked: Namespace) -> int:
    shelf = opened(asked.paths)
    if len(shelf.articles) < 2:
        return _too_few("passages", shelf)
    found = _searched_through(shelf)
    if asked.json:
        from reader.reports.as_json import to_line
        from reader.reports.shelf_passages import passages_json

        write_bytes([to_line(passages_json(shelf.articles, found, shelf.unread), indent=1)])
    else:
        from reader.reports.shelf_passages import passages_text

        write(passages_text(shelf.articles, found))
    if not found.is_complete:
        return INTERRUPTED
    return DONE if found.all else NOTHING


def _searched_through(shelf: Shelf) -> ShelfPassages:
    """What the shelf shares, as far as it was looked through when ctrl-c was pressed; says how far it is meanwhile."""
    from time import monotonic

    from reader.compare.matcher import Matcher

    search = Matcher().passages(shelf.articles)
    said = monotonic()
    try:
        for stage in search.steps():
            if monotonic() > said + PROGRESS_EVERY:
                said = monotonic()
                say(f"{stage.done:,} of {stage.of:,} {stage.name}")
    except KeyboardInterrupt:
        say("stopped: what was found until now")
    return search.result()


def _takes_query(parser: ArgumentParser) -> None:
    parser.add_argument("query", metavar="QUERY", help="the words to look for; in the library also phrases and fields")
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files and folders; without one, the library")
    takes_json(parser)
    parser.add_argument("--regex", action="store_true", help="QUERY is a regular expression")
    parser.add_argument("--word", action="store_true", help="whole words only")
    parser.add_argument("--case", action="store_true", default=None, help="capitals always count")


def _search(asked: Namespace) -> int:
    if not asked.paths:
        from reader.shell.looking import searched

        if asked.regex or asked.case:
            return wrong("--regex and --case need a PATH: the library is searched for words and phrases")
        return searched(asked.query, as_json=asked.json)
    from reader.text.find import Query, problem_with

    query = Query(asked.query, asked.regex, asked.word, asked.case)
    problem = "There is nothing to look for." if query.empty else problem_with(query)
    if problem:
        return wrong(problem)
    shelf = opened(asked.paths)
    if not shelf.articles:
        if not any(map(exists, asked.paths)) and "-" not in asked.paths:
            say(f"several words are one QUERY: reader search '{' '.join((asked.query, *map(str.strip, asked.paths)))}'")
        return WRONG
    return DONE if _searched(query, shelf, as_json=asked.json) else NOTHING


def _searched(query: Query, shelf: Shelf, *, as_json: bool) -> bool:
    """Prints the hits; whether there was one."""
    from reader.reports.as_json import hit_json, to_line
    from reader.reports.as_text import hit_lines
    from reader.reports.search import hits

    any_hit = False
    for article, found in hits(query, shelf.articles):
        any_hit |= bool(found.hits)
        if as_json:
            write_bytes(to_line(hit_json(article, hit)) for hit in found.hits)
        else:
            write(hit_lines(article, found))
        if found.problem:
            say(f"{article.path}: {found.problem}")
    return any_hit


def _quotes(asked: Namespace) -> int:
    shelf = opened(asked.paths, keep_copies=True)
    if not shelf.articles:
        return WRONG
    from reader.reports.quotes import quotes_json, quotes_text

    if asked.json:
        from reader.reports.as_json import to_line

        write_bytes([to_line(quotes_json(shelf.articles, shelf.unread), indent=1)])
    else:
        write(quotes_text(shelf.articles))
    return DONE if any(article.quotations for article in shelf.articles) else NOTHING


COMMANDS: Final = {
    "read": Command(
        "read PATH… [--json | --markdown | --html]",
        "the articles, or all that is known about them",
        "Print articles, or as JSON all that is known about them.",
        _read,
        takes_pages,
    ),
    "compare": Command(
        "compare PATH PATH… [--words N] [--json | --markdown | --html]",
        "what articles share",
        "Show what two or more articles share.",
        _compare,
        _takes_words,
    ),
    "passages": Command(
        "passages PATH… [--json]",
        "what a whole shelf shares, the most telling first",
        "Show what the articles of a whole shelf share: quotations first, then long passages;"
        "\nstock phrases, names and what one outlet repeats are folded away."
        "\nCtrl-c stops the search and shows what was found until then.",
        _passages,
        takes_paths,
    ),
    "search": Command(
        "search QUERY [PATH…] [--regex] [--word] [--case] [--json]",
        "where words stand, in files or in the library",
        "Show where words stand: across line breaks, whatever the quotation marks, dashes and accents."
        "\nCapitals count where QUERY has one. Without a PATH the library is searched, for whole words:"
        "\n  reader search '\"toll rise\" bridg* -ferry outlet:gazette after:2019-07'",
        _search,
        _takes_query,
        terms=True,
    ),
    "quotes": Command(
        "quotes PATH… [--json]",
        "who said what, and the same words in several articles",
        "Show who said what, and every wording of what several articles quote:"
        "\nidentical, cut short, spliced or reworded; with or without a mark; given to someone else."
        "\nA speaker with a question mark is likely, one without is sure. Speakers are looked for in English.",
        _quotes,
        takes_paths,
    ),
}
