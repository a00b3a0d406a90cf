"""The shelf: the articles that are open, what could not be read, and what the user should know about it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from reader.articles.article import Article

if TYPE_CHECKING:  # what reads is loaded where something is read: the screen is given a shelf and opens without it
    from reader.articles.build import Built
    from reader.sources.source import Unread

__all__ = ["Shelf", "Shelving", "Unread", "open_shelf", "sample_shelf", "shelved"]


def __getattr__(name: str) -> object:
    """``Unread``, which is told of as often as the shelf."""
    if name == "Unread":
        from reader.sources.source import Unread

        return Unread
    raise AttributeError(name)


AT_ONCE = 60_000
"""Bytes of files that are read before the first picture, when there are more: some ten articles, the first screenful.
More would cost the picture some 2 ms a thousand."""
OF_ONE_FILE: Final = 30_000
"""Code points of the articles of one file, if it holds many, likewise."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Articles in the order they were named. Paths and notices are raw: they are cleaned where they are shown."""

    articles: tuple[Article, ...] = ()
    unread: tuple[Unread, ...] = ()
    notices: tuple[str, ...] = ()
    """One line each, without a full stop."""
    pending: tuple[str, ...] = ()
    """Files that were found and not read yet."""
    name: str = ""
    """What it is called, where its articles are not simply those at some paths; raw."""
    paths: tuple[str, ...] = ()
    """What was asked for: files, folders and ``-``; nothing for the articles that come with the program."""


def open_shelf(
    paths: Sequence[str], standard_input: bytes | None = None, *, keep_copies: bool = False, begun: bool = False
) -> Shelf:
    """Reads files, folders and ``-`` (the bytes of ``standard_input``). What cannot be read is named with its reason.

    The same text twice is one article, unless ``keep_copies``. A digest gives way to the document it digests.
    ``begun``: only so much is read as shows at once; long texts and further files are left for later.
    """
    from reader.sources.paths import STANDARD_INPUT, gather

    gathered = gather(paths)
    now = _at_once(gathered.files) if begun else len(gathered.files)
    shelving = Shelving(keep_copies=keep_copies)
    for number, path in enumerate(gathered.files[:now]):
        most = OF_ONE_FILE if begun and path != STANDARD_INPUT else None
        if not shelving.add_all(_read(path, standard_input, begun=begun), most=most):
            now = number  # the rest of what is in it is left for later, and so is what comes behind it
            break
    while begun and not shelving.articles and now < len(gathered.files):
        shelving.add_all(_read(gathered.files[now], standard_input, begun=True))
        now += 1
    shelf = shelving.shelf(final=now == len(gathered.files))
    notices = shelf.notices
    if gathered.passed_over:
        many = "1 file" if gathered.passed_over == 1 else f"{gathered.passed_over} files"
        notices += (f"{many} of other kinds passed over",)
    unread, pending = (*gathered.unread, *shelf.unread), tuple(gathered.files[now:])
    return replace(shelf, unread=unread, notices=notices, pending=pending, paths=tuple(paths))


def _at_once(files: Sequence[str]) -> int:
    """How many of the files are read at once: the first, and as many more as are small together."""
    from reader.sources.paths import STANDARD_INPUT

    held = 0
    for number, path in enumerate(files):
        if path != STANDARD_INPUT:
            try:
                held += min(os.stat(path).st_size, AT_ONCE) + 1000
            except (OSError, ValueError):
                held += 1000
        if number and held > AT_ONCE and STANDARD_INPUT not in files[number:]:
            return number
    return len(files)


def sample_shelf() -> Shelf:
    """The packaged sample articles. Without them, an empty shelf that says so."""
    from reader.library.sample import FOLDER, sample_files
    from reader.sources.formats import format_of
    from reader.sources.reading import read_bytes
    from reader.sources.source import Unread

    read = [read_bytes(data, path, form) for path, data in sample_files() if (form := format_of(path)) is not None]
    if not read:
        return Shelf(unread=(Unread(FOLDER, "the sample articles are not part of this installation"),))
    return shelved(read)


def shelved(read: Iterable[Built | Unread], *, keep_copies: bool = False) -> Shelf:
    """A shelf of what was read, without copies, and without the digests whose documents are open."""
    shelving = Shelving(keep_copies=keep_copies)
    shelving.add_all(read)
    return shelving.shelf()


class Shelving:
    """Puts on a shelf what is read, one after the other."""

    def __init__(self, start: Shelf | None = None, *, keep_copies: bool = False) -> None:
        """``start`` is a shelf that is gone on with."""
        start = start or Shelf()
        self.articles = list(start.articles)
        self.unread = list(start.unread)
        self.notices = list(start.notices)
        self._keep_copies = keep_copies
        self._told = set(start.unread)
        self._first = {article.id: article.path for article in start.articles}

    def add_all(self, results: Iterable[Built | Unread], *, most: int | None = None) -> bool:
        """Takes what was read, one after the other: a file may hold many articles. Whether that was all.

        Of many articles ``most`` code points are taken, and one more article.
        """
        held = 0
        for result in results:
            if most is not None and held > most:
                self.add(result)
                return False
            article = self.add(result)
            held += len(article.text) if article is not None else 0
        return True

    def add(self, result: Built | Unread) -> Article | None:
        """Takes what was read; gives the article that is new on the shelf, if it is one."""
        from reader.sources.source import Unread

        if isinstance(result, Unread):
            if result not in self._told:
                self._told.add(result)
                self.unread.append(result)
            return None
        article = result.article
        if "#" in article.path and self._first.get(article.id) == article.path:
            return None  # of a file that was begun, and is read once more from its start
        self.notices += result.notices
        if article.id in self._first and not self._keep_copies:
            self.notices.append(f"{article.path} has the same text as {self._first[article.id]} and is left out")
            return None
        self._first.setdefault(article.id, article.path)
        self.articles.append(article)
        return article

    def shelf(self, *, final: bool = True) -> Shelf:
        """The shelf as it is; where it is ``final``, digests have given way, and what outlets repeat is furniture."""
        from reader.articles.learning import learned
        from reader.library.digests import without_digests

        articles, notices = without_digests(self.articles) if final else (self.articles, [])
        return Shelf(learned(articles) if final else tuple(articles), tuple(self.unread), (*self.notices, *notices))


def _read(path: str, standard_input: bytes | None, *, begun: bool = False) -> Iterable[Built | Unread]:
    from reader.sources.paths import STANDARD_INPUT
    from reader.sources.reading import read_all, read_all_bytes
    from reader.sources.source import Unread

    if path != STANDARD_INPUT:
        return read_all(path, begun=begun)
    if standard_input is None:
        return [Unread(path, "nothing was given on standard input")]
    return read_all_bytes(standard_input, path, begun=begun)
