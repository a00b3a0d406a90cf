"""Many articles in one file: each has a number behind the file's path, and what cannot be read is told in few lines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from reader.articles.build import Built
from reader.sources.source import Outcome, Outcomes, Unread

MOST: Final = 200_000
"""Entries of one file that are looked at."""
MOST_REASONS: Final = 10
"""Entries that could not be read and are named one by one."""


def entry_path(path: str, number: int | str) -> str:
    """The path of an entry: that of its file, and its number (from 1) or its name in the file."""
    return f"{path}#{number}"


def bounded(path: str, outcomes: Iterable[Outcome], *, called: str = "entries") -> Outcomes:
    """The outcomes of a file's entries, at most so many. Of those that could not be read only the first are named.

    A file without any entry says so.
    """
    unread: list[Unread] = []
    addresses: list[str] = []
    seen = 0
    for outcome in outcomes:
        seen += 1
        if seen > MOST:
            yield Unread(path, f"only the first {MOST:,} {called} were read")
            break
        if isinstance(outcome, Built):
            yield outcome
        elif outcome.addresses and not outcome.reason:
            addresses += outcome.addresses
        elif len(unread) < MOST_REASONS:
            unread.append(outcome)
            yield outcome
        else:
            unread.append(Unread("", ""))
    if len(unread) > MOST_REASONS:
        yield Unread(path, f"{len(unread) - MOST_REASONS:,} more {called} could not be read")
    if addresses:
        yield only_addresses(path, addresses)
    if not seen:
        yield Unread(path, f"there are no {called} in it")


def only_address(path: str, address: str) -> Unread:
    """An entry that holds an address and no text: told together with the others of its file."""
    return Unread(path, "", (address,))


def only_addresses(path: str, addresses: Iterable[str]) -> Unread:
    """A file, or the part of it, that holds addresses and no articles."""
    each = tuple(dict.fromkeys(addresses))
    many = "an address without its" if len(each) == 1 else f"{len(each):,} addresses without their"
    article = "article" if len(each) == 1 else "articles"
    return Unread(path, f"it holds {many} {article}, which reader add can fetch", each)
