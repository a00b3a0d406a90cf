"""The commands that go to the network, and no other does: add, refresh; and sources, which lists what refresh asks."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from reader.shell.command import Command, takes_json
from reader.shell.library import opened_library
from reader.shell.streams import DONE, NOTHING, WRONG, say, write

if TYPE_CHECKING:
    from reader.library.adding import Came


def _takes_private(parser: ArgumentParser) -> None:
    parser.add_argument("--private", action="store_true", help="also addresses of this machine and of its own network")
    takes_json(parser)


def _takes_addresses(parser: ArgumentParser) -> None:
    parser.add_argument(
        "addresses", nargs="+", metavar="ADDRESS", help="addresses of pages and feeds, or files with addresses in them"
    )
    parser.add_argument("--pages", action="store_true", help="of feeds with summaries, also the pages they lead to")
    _takes_private(parser)


def _add(asked: Namespace) -> int:
    from reader.library.adding import Adding
    from reader.sources.fetching import Fetcher

    with opened_library() as (store, collection):
        adding = Adding(collection, store, Fetcher(private=asked.private), _show)
        return _told(adding.add(asked.addresses, pages=asked.pages), as_json=asked.json, notices=True)


def _refresh(asked: Namespace) -> int:
    from reader.library.adding import Adding
    from reader.sources.fetching import Fetcher

    with opened_library() as (store, collection):
        if not store.followed.feeds() and not store.watched():
            say("nothing is followed or watched; `reader add FEED` and `reader import --watch FOLDER` begin to")
            return NOTHING
        adding = Adding(collection, store, Fetcher(private=asked.private), _show)
        return _told(adding.refresh(), as_json=asked.json, notices=False)


def _show(address: str) -> None:
    """What is fetched just now, on one line of the terminal; ``""`` takes it away."""
    from reader.text.clean import clean_line

    if sys.stderr is not None and sys.stderr.isatty():
        said = f"fetching {clean_line(address)[:60]} …" if address else ""
        sys.stderr.write(f"\r{' ' * 75}\r{said}")
        sys.stderr.flush()


def _told(come: Iterable[Came], *, as_json: bool, notices: bool) -> int:
    """Says what came of each as it comes, a line each; what went wrong goes to standard error."""
    from reader.library.adding import sentence
    from reader.text.clean import clean_line

    went_well = False
    for came in come:
        _show("")
        went_well |= came.problem is None
        for unread in came.summary.unread if came.problem is None else ():
            say(f"{unread.path}: {unread.reason}")
        for notice in came.summary.notices if notices else ():
            say(notice)
        if as_json:
            write([_as_json(came)])
        elif came.problem is None:
            write([clean_line(sentence(came))])
        else:
            say(sentence(came))
    return DONE if went_well else WRONG


def _as_json(came: Came) -> str:
    import json

    held = came.summary
    values = {
        "name": came.name,
        "title": came.title,
        "feed": came.is_feed,
        "added": held.added,
        "unchanged": held.unchanged + len(held.same),
        "unread": [{"path": unread.path, "reason": unread.reason} for unread in held.unread],
        "problem": came.problem,
    }
    return json.dumps(values)


def _takes_dropped(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--drop", action="append", default=[], metavar="NAME", help="no longer follow or watch this; its articles stay"
    )
    takes_json(parser)


def _sources(asked: Namespace) -> int:
    import os

    from reader.library.adding import whole_address
    from reader.text.clean import clean_line

    with opened_library() as (store, _):
        missing = []
        for name in asked.drop:
            if os.path.abspath(name) in store.watched():
                store.watch(name, watched=False)
            elif not store.followed.drop(whole_address(name)):
                missing.append(name)
        for name in missing:
            say(f"{name} is neither followed nor watched")
        feeds: list[dict[str, Any]] = [{"kind": "feed", **feed._asdict()} for feed in store.followed.feeds()]
        folders: list[dict[str, Any]] = [{"kind": "folder", "path": path} for path in store.watched()]
    if asked.json:
        import json

        write(map(json.dumps, [*feeds, *folders]))
    else:
        write(map(clean_line, [*map(_feed_line, feeds), *(f"folder  {each['path']}" for each in folders)]))
    if not feeds and not folders and not asked.drop:
        say("nothing is followed or watched; `reader add FEED` and `reader import --watch FOLDER` begin to")
    return DONE if (feeds or folders or asked.drop) and not missing else NOTHING


def _feed_line(feed: dict[str, Any]) -> str:
    looked = f"last looked at {feed['looked'][:10]}" if feed["looked"] else "not looked at yet"
    facts = (feed["address"], feed["title"], looked, feed["problem"])
    return "feed    " + " · ".join(fact for fact in facts if fact)


COMMANDS: Final = {
    "add": Command(
        "add ADDRESS… [--pages] [--private] [--json]",
        "fetch pages and feeds, and keep them",
        "Fetch pages and feeds, and add their articles to the library. A feed is followed from then on."
        "\nOf a file (OPML, newsboat's urls, bookmarks, read-later exports) the addresses in it are added."
        "\nHttps is tried first; one address after the other, with a second between two of one server.",
        _add,
        _takes_addresses,
    ),
    "refresh": Command(
        "refresh [--private] [--json]",
        "look again at what is followed and watched",
        "Look again at the feeds that are followed and at the folders that are watched, and add what is new.",
        _refresh,
        _takes_private,
    ),
    "sources": Command(
        "sources [--drop NAME]… [--json]",
        "what is followed and watched",
        "List the feeds that are followed and the folders that are watched, or drop some of them.",
        _sources,
        _takes_dropped,
    ),
}
