"""Looking again at the paths that are open: what is new there, what was changed, what has gone.

A file that was written anew is a new version of its article and takes its place; what was kept for the earlier text is
carried over by the store. The article that is being read is let alone: its new version waits until another one is read.
What has gone stays open, and is said to have gone.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from reader.library.shelf import Shelving

if TYPE_CHECKING:
    from reader.articles.article import Article
    from reader.library.desk import Desk
    from reader.sources.source import Unread

STANDARD_INPUT = "-"
_AT_A_TIME = 1 << 20


class Known(NamedTuple):
    """An open article: where it is from, and the digest of what it was read from."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Look:
    """What is at the paths now."""

    files: frozenset[str]
    """All files."""
    to_read: tuple[str, ...]
    """Those whose bytes are others than before, or that were not there."""
    unread: tuple[Unread, ...] = ()
    """Folders that cannot be looked into."""


@dataclass(frozen=True, slots=True)
class Rescanned:
    """What came of it: positions of new articles and of those that are others now, and counts."""

    new: tuple[int, ...] = ()
    changed: tuple[int, ...] = ()
    waiting: int = 0
    """New versions that wait until another article is read: 1 or 0."""
    gone: int = 0


def look(paths: Sequence[str], known: Sequence[Known]) -> Look:
    """What is at the paths, held against what is open."""
    from reader.sources.paths import gather

    gathered = gather([path for path in paths if path != STANDARD_INPUT])
    files = frozenset(gathered.files)
    digests: dict[str, set[str]] = {}
    for path, sha256 in known:
        digests.setdefault(file_in(path, files), set()).add(sha256)
    to_read = [file for file in gathered.files if _digest(file) not in digests.get(file, ())]
    return Look(files, tuple(to_read), tuple(gathered.unread))


def file_in(path: str, files: Collection[str]) -> str:
    """The file of an article's path: itself, or what stands before the number of an article in it."""
    if path in files:
        return path
    file, sign, number = path.rpartition("#")
    return file if sign and number.isdigit() else path


def _digest(file: str) -> str:
    """Of the bytes; empty where they cannot be read, or where there may be no end to them."""
    try:
        if not os.path.isfile(file):
            return ""
        digest = hashlib.sha256()
        with open(file, "rb") as opened:
            while part := opened.read(_AT_A_TIME):
                digest.update(part)
    except (OSError, ValueError):
        return ""
    return digest.hexdigest()


async def rescan(desk: Desk, held: int | None) -> Rescanned:
    """Looks again at the paths of a desk; ``held`` is the article that is being read. Raises MatchingStopped."""
    known = [Known(article.path, article.sha256) for article in desk.articles]
    found = await asyncio.to_thread(look, desk.shelf.paths, known)
    read = [result async for results in desk.matching.open(found.to_read) for result in results]
    articles = [result.article for result in read if hasattr(result, "article")]
    shelving = Shelving(replace(desk.shelf, articles=tuple(desk.articles), unread=_still_unread(desk, found)))
    changed: list[int] = []
    waiting = len(desk.newer)
    for article, number in _versions(desk, articles, found):
        if number == held and article.id != desk.articles[number].id:
            desk.newer[number] = article
        else:
            desk.articles[number] = article
            changed.append(number)
    placed = {article.id for article in (*desk.articles, *desk.newer.values())}
    first = len(desk.articles)
    for result in read:
        is_placed = hasattr(result, "article") and result.article.id in placed
        if not is_placed and (new := shelving.add(result)):
            desk.articles.append(new)
    _tell_gone(desk, found, {article.id for article in articles})
    desk.shelf = replace(desk.shelf, unread=tuple(shelving.unread), notices=tuple(shelving.notices))
    desk.keeping.meet([desk.articles[number] for number in changed])
    added = tuple(range(first, len(desk.articles)))
    return Rescanned(added, tuple(changed), len(desk.newer) - waiting, len(desk.gone))


def take_newer(desk: Desk) -> list[int]:
    """The new versions that waited take their places; their positions."""
    changed = sorted(desk.newer)
    for number in changed:
        desk.articles[number] = desk.newer.pop(number)
    desk.keeping.meet([desk.articles[number] for number in changed])
    desk.change(changed)
    return changed


def _still_unread(desk: Desk, found: Look) -> tuple[Unread, ...]:
    """What could not be read before, and was not read again now."""
    kept = (each for each in desk.shelf.unread if each.path in found.files and each.path not in found.to_read)
    return (*found.unread, *kept)


def _versions(desk: Desk, articles: Iterable[Article], found: Look) -> list[tuple[Article, int]]:
    """The articles that take the place of one that is open: moved files, and texts that were written anew."""
    articles = list(articles)
    by_id = {article.id: number for number, article in enumerate(desk.articles)}
    by_path = {article.path: number for number, article in enumerate(desk.articles)}
    there = {article.id for article in articles}
    out = []
    for article in articles:
        same, at = by_id.get(article.id), by_path.get(article.path)
        if same is not None:
            old = desk.articles[same]
            if old.path != article.path and file_in(old.path, found.files) not in found.files:
                out.append((replace(old, path=article.path), same))
        elif at is not None and desk.articles[at].id not in there:
            is_alone = file_in(article.path, found.files) == article.path
            if is_alone or _is_like(desk.articles[at], article):
                out.append((article, at))
    return out


def _is_like(one: Article, other: Article) -> bool:
    """Whether two texts are one article, written anew."""
    from reader.library.sketch import SAME_STORY_ANEW, likeness, sketch

    return likeness(sketch(one.text, one.body), sketch(other.text, other.body)) >= SAME_STORY_ANEW


def _is_under(file: str, paths: Sequence[str]) -> bool:
    """Whether a file is one of the paths, or in a folder that is."""
    return file != STANDARD_INPUT and any(file == path or file.startswith(os.path.join(path, "")) for path in paths)


def _tell_gone(desk: Desk, found: Look, there: Collection[str]) -> None:
    """What is open, and is not at its path any more."""
    gone = set()
    for number, article in enumerate(desk.articles):
        file = file_in(article.path, found.files)
        if not _is_under(file, desk.shelf.paths) or number in desk.newer:
            continue
        if file not in found.files or (file in found.to_read and article.id not in there):
            gone.add(article.id)
    desk.gone = frozenset(gone)
