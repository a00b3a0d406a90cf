"""The shelf: the articles that are open, what could not be read, and what the user should know about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reader.articles.article import Article
from reader.articles.build import Built
from reader.library.digests import without_digests
from reader.library.sample import FOLDER, sample_files
from reader.sources.formats import format_of
from reader.sources.paths import STANDARD_INPUT, gather
from reader.sources.reading import Unread, read_bytes, read_file

__all__ = ["Shelf", "Unread", "open_shelf", "sample_shelf", "shelved"]


@dataclass(frozen=True, slots=True)
class Shelf:
    """Articles in the order they were named. Paths and notices are raw: they are cleaned where they are shown."""

    articles: tuple[Article, ...] = ()
    unread: tuple[Unread, ...] = ()
    notices: tuple[str, ...] = ()
    """One line each, without a full stop."""


def open_shelf(paths: Sequence[str], standard_input: bytes | None = None, *, keep_copies: bool = False) -> Shelf:
    """Reads files, folders and ``-`` (the bytes of ``standard_input``). What cannot be read is named with its reason.

    The same text twice is one article, unless ``keep_copies``. A digest gives way to the document it digests.
    """
    gathered = gather(paths)
    shelf = shelved((_read(path, standard_input) for path in gathered.files), keep_copies=keep_copies)
    notices = shelf.notices
    if gathered.passed_over:
        many = "1 file" if gathered.passed_over == 1 else f"{gathered.passed_over} files"
        notices += (f"{many} of other kinds passed over",)
    return replace(shelf, unread=(*gathered.unread, *shelf.unread), notices=notices)


def sample_shelf() -> Shelf:
    """The packaged sample articles. Without them, an empty shelf that says so."""
    read = [read_bytes(data, path, form) for path, data in sample_files() if (form := format_of(path)) is not None]
    if not read:
        return Shelf(unread=(Unread(FOLDER, "the sample articles are not part of this installation"),))
    return shelved(read)


def shelved(read: Iterable[Built | Unread], *, keep_copies: bool = False) -> Shelf:
    """A shelf of what was read, without copies, and without the digests whose documents are open."""
    articles: list[Article] = []
    unread: list[Unread] = []
    notices: list[str] = []
    first: dict[str, str] = {}
    for result in read:
        if isinstance(result, Unread):
            unread.append(result)
            continue
        notices += result.notices
        article = result.article
        if article.id in first and not keep_copies:
            notices.append(f"{article.path} has the same text as {first[article.id]} and is left out")
            continue
        first.setdefault(article.id, article.path)
        articles.append(article)
    articles, about_digests = without_digests(articles)
    return Shelf(tuple(articles), tuple(unread), (*notices, *about_digests))


def _read(path: str, standard_input: bytes | None) -> Built | Unread:
    if path != STANDARD_INPUT:
        return read_file(path)
    if standard_input is None:
        return Unread(path, "nothing was given on standard input")
    return read_bytes(standard_input, path)
