"""From the paths that a user names to the files to read: folders are searched, each file is named once."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reader.sources.formats import suffix_of
from reader.sources.kinds import is_looked_for
from reader.sources.reading import Unread, reason_of

STANDARD_INPUT = "-"


@dataclass(slots=True)
class Gathered:
    """Files in order, each once, with what could not be looked into. ``passed_over`` counts files of other kinds in
    folders, which is no mistake."""

    files: list[str] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    passed_over: int = 0


def gather(paths: Sequence[str]) -> Gathered:
    """The files that ``paths`` name. Folders are searched to the bottom, in order of name, files before folders; hidden
    names and links to folders are left out. A path that is named stays in, whatever it is."""
    gathered = Gathered()
    seen: set[str] = set()
    for path in paths:
        named = _searched(path, gathered) if path != STANDARD_INPUT and os.path.isdir(path) else iter((path,))
        for file in named:
            place = file if file == STANDARD_INPUT else os.path.abspath(file)
            if place not in seen:
                seen.add(place)
                gathered.files.append(file)
    return gathered


def _searched(folder: str, gathered: Gathered) -> Iterator[str]:
    """The readable files in a folder."""

    def refused(error: OSError) -> None:
        gathered.unread.append(Unread(os.fspath(error.filename or folder), reason_of(error)))

    for parent, folders, names in os.walk(folder, onerror=refused):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not _is_of_page(name, names))
        for name in sorted(names):
            if name.startswith("."):
                continue
            path = os.path.join(parent, name)
            if _wanted(path):
                yield path
            else:
                gathered.passed_over += 1


def _is_of_page(folder: str, names: list[str]) -> bool:
    """Whether a folder holds the pictures and frames of a page that a browser saved beside it."""
    for ending in ("_files", "-Dateien", "_fichiers", "_archivos"):
        if folder.endswith(ending):
            page = folder.removesuffix(ending)
            return f"{page}.html" in names or f"{page}.htm" in names
    return False


def _wanted(path: str) -> bool:
    """Whether a file in a folder is one to read: a known ending, or none and the look of text."""
    if suffix_of(path):
        return is_looked_for(path)
    try:
        if not os.path.isfile(path):
            return False
        with open(path, "rb") as file:
            return b"\0" not in file.read(1024)
    except OSError:
        return True  # read later, with its reason
