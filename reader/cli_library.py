"""The commands for the library: list, import, forget, paths, doctor, backup, export.

They never open the interface. What the command line shares (parsers, streams) is handed in, so that imports go one way.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

if TYPE_CHECKING:
    from reader.library.collection import Collection
    from reader.library.importing import Progress
    from reader.library.searching import ArticleHits, Known
    from reader.library.store import Store

DONE: Final = 0
NOTHING: Final = 1
WRONG: Final = 2


class Parser(Protocol):
    """Makes a parser from a usage line and a description."""

    def __call__(self, usage: str, description: str, epilog: str | None = None) -> ArgumentParser:
        """The parser."""


class Line(NamedTuple):
    """What the command line lends to a command."""

    parser: Parser
    parsed: Callable[[ArgumentParser, Sequence[str]], Namespace | int]
    """The arguments, or the exit code where there is nothing to run."""
    say: Callable[[str], None]
    """Writes a line on standard error, cleaned."""
    write: Callable[[Iterable[str]], None]
    """Writes lines on standard output as they are."""
    standard_input: Callable[[Sequence[str]], bytes | None]


def run(command: str, arguments: Sequence[str], line: Line) -> int:
    """Runs one of ``COMMANDS``: its exit code."""
    return COMMANDS[command](arguments, line)


@contextmanager
def _library(line: Line) -> Iterator[tuple[Store, Collection]]:
    """The user's library; what is wrong with it is said at the end."""
    from reader.library.collection import Collection
    from reader.library.store import Store

    store, collection = Store.open(), Collection.open()
    try:
        yield store, collection
    finally:
        store.close()
        collection.close()
        for notice in (*store.notices, *collection.notices):
            line.say(notice)


def _list(arguments: Sequence[str], line: Line) -> int:
    parser = line.parser(
        "reader list [QUERY…] [--json]",
        "List the articles of the library: all, or those that answer QUERY, as in\n"
        "  reader list '\"toll rise\"' -ferry outlet:gazette tag:later after:2019-07 is:starred",
    )
    parser.add_argument("query", nargs="*", metavar="QUERY", help="words, phrases in quotation marks, fields")
    parser.add_argument("--json", action="store_true", help="print a line of JSON for each article")
    asked = line.parsed(parser, [each if not _excludes(each) else f" {each}" for each in arguments])
    if isinstance(asked, int):
        return asked
    from reader.library.queries import Asked
    from reader.library.searching import Search, known_of, search

    with _library(line) as (store, collection):
        known = known_of(store)
        found = search(collection, " ".join(asked.query), known) if asked.query else Search(collection, Asked(), known)
        if not isinstance(found, Search):
            line.say(found.sentence)
            return WRONG
        any_found = False
        for result in found.results():
            any_found = True
            line.write([_as_json(result, known)] if asked.json else _as_text(result, known))
    if not any_found and not asked.query:
        line.say("the library is empty; `reader import PATH…` adds articles to it")
    return DONE if any_found else NOTHING


def _excludes(argument: str) -> bool:
    """Whether an argument is a term that excludes, and no option: ``-ferry``."""
    return len(argument) > 2 and argument.startswith("-") and not argument.startswith("--")


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
        "tags": known.tags.get(entry.id, ()),
    }
    if result.snippet:
        values |= {"hits": [list(span) for span in result.hits], "snippet": result.snippet.line}
    return json.dumps(values)


def _as_text(result: ArticleHits, known: Known) -> Iterator[str]:
    from reader.text.clean import clean_line

    entry = result.entry
    star = "★" if entry.id in known.state.starred else " "
    facts = (entry.published or "undated", entry.outlet or "", entry.title, entry.path)
    yield f"{entry.id} {star} " + " · ".join(clean_line(fact) for fact in facts if fact)
    if result.snippet:
        many = f"{len(result.hits)} hits: " if len(result.hits) > 1 else ""
        yield f"    {many}{result.snippet.line}"


def _import(arguments: Sequence[str], line: Line) -> int:
    parser = line.parser(
        "reader import PATH… [--quiet]", "Add articles to the library. Files are read and never changed."
    )
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files and folders; - is standard input")
    parser.add_argument("--quiet", action="store_true", help="say only how many were added, and what went wrong")
    asked = line.parsed(parser, arguments)
    if isinstance(asked, int):
        return asked
    from reader.library.importing import import_paths, lines
    from reader.text.clean import clean_line

    shown = _Shown(sys.stderr is not None and sys.stderr.isatty() and not asked.quiet)
    with _library(line) as (store, collection):
        given = line.standard_input(asked.paths) or b""
        try:
            summary = import_paths(asked.paths, collection, shown, store=store, standard_input=given)
        finally:
            shown.clear()
    if not asked.quiet:
        for notice in summary.notices:
            line.say(notice)
    said = list(lines(summary))
    line.write(map(clean_line, said[:1] if asked.quiet else said))
    if summary.stopped or not summary.added + summary.unchanged + len(summary.same):
        return WRONG
    return DONE


class _Shown:
    """Progress on one line of the terminal, ten times a second at most."""

    def __init__(self, is_shown: bool) -> None:
        self._is_shown = is_shown
        self._last = 0.0

    def __call__(self, come: Progress) -> None:
        """Shows how far it has come."""
        from time import monotonic

        if self._is_shown and monotonic() - self._last > 0.1:
            self._last = monotonic()
            sys.stderr.write(f"\r{come.files:,} of {come.of:,} files, {come.added:,} added ")
            sys.stderr.flush()

    def clear(self) -> None:
        """Takes the line away."""
        if self._is_shown and self._last:
            sys.stderr.write("\r" + " " * 60 + "\r")


def _forget(arguments: Sequence[str], line: Line) -> int:
    parser = line.parser(
        "reader forget PATH… [--compact]",
        "Forget articles: their texts, and all that was done to them. It cannot be undone; the files stay as they are.",
    )
    parser.add_argument("names", nargs="+", metavar="PATH", help="paths, or ids as `reader list` shows them")
    parser.add_argument("--compact", action="store_true", help="also make the library's files as small as they can be")
    asked = line.parsed(parser, arguments)
    if isinstance(asked, int):
        return asked
    from reader.library.database import NotKept
    from reader.library.forgetting import forget, found

    with _library(line) as (store, collection):
        ids, missing = found(asked.names, store, collection)
        try:
            forget(ids, store, collection, compact=asked.compact)
        except NotKept as why:
            line.say(str(why))
            return WRONG
    for name in missing:
        line.say(f"{name} is not in the library")
    line.write([f"{len(ids)} forgotten"])
    return DONE if ids else NOTHING


def _paths(arguments: Sequence[str], line: Line) -> int:
    asked = line.parsed(
        line.parser("reader paths", "Show where things are kept. READER_HOME overrides all."), arguments
    )
    if isinstance(asked, int):
        return asked
    from reader.library.folders import folders

    places = folders()
    named = {
        "configuration": places.settings,
        "library": places.kept,
        "articles": places.collection,
        "cache": places.cache,
    }
    line.write(f"{name:14} {path}{'' if path.exists() else '  (not there yet)'}" for name, path in named.items())
    return DONE


def _doctor(arguments: Sequence[str], line: Line) -> int:
    asked = line.parsed(
        line.parser("reader doctor", "Look whether everything is in order, and say what to do."), arguments
    )
    if isinstance(asked, int):
        return asked
    from reader.library.doctor import examine
    from reader.library.folders import folders
    from reader.text.clean import clean_line

    signs = {"good": "ok   ", "look": "look ", "wrong": "WRONG"}
    is_wrong = False
    for finding in examine(folders()):
        is_wrong |= finding.verdict == "wrong"
        line.write([f"{signs[finding.verdict]} {finding.about}: {clean_line(finding.found)}"])
        if finding.advice:
            line.write([f"      → {clean_line(finding.advice)}"])
    return NOTHING if is_wrong else DONE


def _backup(arguments: Sequence[str], line: Line) -> int:
    parser = line.parser("reader backup [FOLDER]", "Copy the library into a folder, also while it is in use.")
    parser.add_argument(
        "folder", nargs="?", metavar="FOLDER", help="a folder, which is made (default: named by the day)"
    )
    asked = line.parsed(parser, arguments)
    if isinstance(asked, int):
        return asked
    from pathlib import Path

    from reader.library.exporting import back_up, backup_name

    to = Path(asked.folder or backup_name())
    with _library(line) as (store, collection):
        reason = back_up(store, collection, to)
    if reason:
        line.say(reason)
        return WRONG
    line.write([f"copied to {to}; READER_HOME={to} opens the copy"])
    return DONE


def _export(arguments: Sequence[str], line: Line) -> int:
    parser = line.parser(
        "reader export [--notes]", "Print all that is kept as lines of JSON, or notes and highlights in Markdown."
    )
    parser.add_argument("--notes", action="store_true", help="notes and highlights alone, in Markdown")
    asked = line.parsed(parser, arguments)
    if isinstance(asked, int):
        return asked
    from reader.library.exporting import everything, notes_in_markdown

    with _library(line) as (store, collection):
        line.write(notes_in_markdown(store, collection) if asked.notes else everything(store, collection))
    return DONE


COMMANDS: Final[dict[str, Callable[[Sequence[str], Line], int]]] = {
    "list": _list,
    "import": _import,
    "forget": _forget,
    "paths": _paths,
    "doctor": _doctor,
    "backup": _backup,
    "export": _export,
}
