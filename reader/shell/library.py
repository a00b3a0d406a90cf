"""The commands that keep the library: import, forget, export, backup, paths, doctor."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from reader.shell.command import Command
from reader.shell.streams import DONE, NOTHING, WRONG, say, standard_input, write, wrong

if TYPE_CHECKING:
    from reader.library.collection import Collection
    from reader.library.importing import Progress
    from reader.library.store import Store


@contextmanager
def opened_library() -> Iterator[tuple[Store, Collection]]:
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
            say(notice)


def _takes_files(parser: ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files and folders; - is standard input")
    parser.add_argument("--watch", action="store_true", help="remember the folders: `reader refresh` looks again")
    parser.add_argument("--quiet", action="store_true", help="say only how many were added, and what went wrong")


def _import(asked: Namespace) -> int:
    from reader.library.importing import import_paths, lines
    from reader.text.clean import clean_line

    shown = _Shown(sys.stderr is not None and sys.stderr.isatty() and not asked.quiet)
    with opened_library() as (store, collection):
        given = standard_input(asked.paths) or b""
        try:
            summary = import_paths(asked.paths, collection, shown, store=store, standard_input=given)
        finally:
            shown.clear()
        for path in asked.paths if asked.watch else ():
            if os.path.isdir(path):
                store.watch(path)
            else:
                say(f"{path} is no folder, and cannot be watched")
    if not asked.quiet:
        for notice in summary.notices:
            say(notice)
    said = list(lines(summary))
    if asked.quiet:
        said = [said[0], *(said[-1:] if summary.stopped else ())]
    write(map(clean_line, said))
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


def _takes_names(parser: ArgumentParser) -> None:
    parser.add_argument("names", nargs="+", metavar="PATH", help="paths, or ids as `reader list` shows them")
    parser.add_argument("--compact", action="store_true", help="also make the library's files as small as they can be")


def _forget(asked: Namespace) -> int:
    from reader.firstframe import kept as pictures
    from reader.library.database import NotKept
    from reader.library.forgetting import forget, found

    pictures.forget(os.environ)  # they show words of articles
    with opened_library() as (store, collection):
        ids, missing = found(asked.names, store, collection)
        try:
            forget(ids, store, collection, compact=asked.compact)
        except NotKept as why:
            return wrong(str(why))
    for name in missing:
        say(f"{name} is not in the library")
    write([f"{len(ids)} forgotten"])
    return DONE if ids else NOTHING


def _paths(_: Namespace) -> int:
    from reader.library.folders import folders

    places = folders()
    named = {
        "configuration": places.settings,
        "library": places.kept,
        "articles": places.collection,
        "cache": places.cache,
    }
    write(f"{name:14} {path}{'' if path.exists() else '  (not there yet)'}" for name, path in named.items())
    return DONE


def _doctor(_: Namespace) -> int:
    from reader.library.doctor import examine
    from reader.library.folders import folders
    from reader.text.clean import clean_line

    signs = {"good": "ok   ", "look": "look ", "wrong": "WRONG"}
    is_wrong = False
    for finding in examine(folders()):
        is_wrong |= finding.verdict == "wrong"
        write([f"{signs[finding.verdict]} {finding.about}: {clean_line(finding.found)}"])
        if finding.advice:
            write([f"      → {clean_line(finding.advice)}"])
    return NOTHING if is_wrong else DONE


def _takes_folder(parser: ArgumentParser) -> None:
    parser.add_argument(
        "folder", nargs="?", metavar="FOLDER", help="a folder, which is made (default: named by the day)"
    )


def _backup(asked: Namespace) -> int:
    from pathlib import Path

    from reader.library.exporting import back_up, backup_name

    to = Path(asked.folder or backup_name())
    with opened_library() as (store, collection):
        reason = back_up(store, collection, to)
    if reason:
        return wrong(reason)
    write([f"copied to {to}; READER_HOME={to} opens the copy"])
    return DONE


def _takes_notes(parser: ArgumentParser) -> None:
    parser.add_argument("--notes", action="store_true", help="notes and highlights alone, in Markdown")


def _export(asked: Namespace) -> int:
    from reader.library.exporting import everything, notes_in_markdown

    with opened_library() as (store, collection):
        write(notes_in_markdown(store, collection) if asked.notes else everything(store, collection))
    return DONE


COMMANDS: Final = {
    "import": Command(
        "import PATH… [--watch] [--quiet]",
        "add articles to it",
        "Add articles to the library. Files are read and never changed."
        "\nA folder that is watched is looked at again by `reader refresh`."
        "\nWhat `reader export` printed, and the two files of a copy or of another library, bring along stars, tags,"
        "\nnotes and the like; of a damaged file as much is taken in as can be read.",
        _import,
        _takes_files,
    ),
    "forget": Command(
        "forget PATH… [--compact]",
        "take articles out of it, and all that was done to them",
        "Forget articles: their texts, and all that was done to them. It cannot be undone; the files stay as they are.",
        _forget,
        _takes_names,
    ),
    "export": Command(
        "export [--notes]",
        "everything as lines of JSON, or notes in Markdown",
        "Print all that is kept as lines of JSON, or notes and highlights in Markdown."
        "\n`reader import` takes the lines of JSON in again, where they are in a file called *.jsonl.",
        _export,
        _takes_notes,
    ),
    "backup": Command(
        "backup [FOLDER]",
        "a whole copy",
        "Copy the library into a folder, also while it is in use.",
        _backup,
        _takes_folder,
    ),
    "paths": Command(
        "paths",
        "where things are kept",
        "Show where things are kept. READER_HOME overrides all.",
        _paths,
    ),
    "doctor": Command(
        "doctor",
        "whether everything is in order",
        "Look whether everything is in order, and say what to do.",
        _doctor,
    ),
}
