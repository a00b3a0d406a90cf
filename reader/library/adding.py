"""Addresses into the collection: pages, and feeds, which are followed; and what is followed and watched, again.

Never on the way to what is read or shown: only ``reader add`` and ``reader refresh`` come here. One address after the
other, each with an outcome of its own; what one holds never takes another down.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Final

from reader.articles.build import Built
from reader.library.collection import Collection
from reader.library.database import NotKept, now
from reader.library.followed import Feed
from reader.library.importing import Importing, Summary, import_paths
from reader.library.store import Store
from reader.sources.addresses import address_of, addresses_in
from reader.sources.fetching import Fetched, Fetcher, Unchanged
from reader.sources.reading import read_all
from reader.sources.source import Outcome, Unread

MOST_PAGES: Final = 100
"""Pages of one feed that are fetched at a time: at one a second, its server is asked for two minutes at most."""
SUMMARY: Final = 100
"""Words: an entry with no more, and an address, is a summary of the page there."""


@dataclass(slots=True)
class Came:
    """What came of one address or folder."""

    name: str
    """As it was asked for, raw."""
    title: str | None = None
    """Of a feed."""
    is_feed: bool = False
    is_unchanged: bool = False
    """The server says that there is nothing new."""
    problem: str | None = None
    """Why nothing came, as a part of a sentence."""
    summary: Summary = field(default_factory=Summary)


class Adding:
    """Adds to one collection. ``private`` on the fetcher is for what is added now; a feed keeps it for later."""

    def __init__(
        self, collection: Collection, store: Store, fetcher: Fetcher, told: Callable[[str], object] = lambda _: None
    ) -> None:
        """``told`` gets each address before it is fetched. What is kept in the collection is looked through once."""
        self._told = told
        self._collection = collection
        self._store = store
        self._fetcher = fetcher
        self._importing = Importing(collection, Summary(), store)

    def add(self, names: Iterable[str], *, pages: bool = False) -> Iterator[Came]:
        """Adds what stands at addresses; of files, what stands at the addresses in them. Feeds are followed from then
        on; ``pages``: with the pages of entries that are only summaries."""
        for address in self._addresses(names, pages):
            if isinstance(address, Came):
                yield address
            else:
                yield from self._added(address, pages)

    def refresh(self) -> Iterator[Came]:
        """Looks again at the feeds that are followed and at the folders that are watched."""
        private = self._fetcher.private
        for feed in self._store.followed.feeds():
            self._fetcher.private = private or feed.private
            yield self._looked_at(feed)
        for folder in self._store.watched():
            if not os.path.isdir(folder):
                yield Came(folder, problem="there is no such folder")
                continue
            summary = import_paths([folder], self._collection, store=self._store)
            yield Came(folder, problem=summary.stopped, summary=summary)

    # Addresses

    def _addresses(self, names: Iterable[str], pages: bool) -> Iterator[str | Came]:
        for name in names:
            if not os.path.exists(name):
                yield whole_address(name)
                continue
            outcomes = list(read_all(name))
            found = [*addresses_in(outcomes), *(_pages_of_summaries(outcomes) if pages else ())]
            yield from found or [Came(name, problem="it holds no addresses; reader import adds the articles in it")]

    def _added(self, address: str, pages: bool) -> Iterator[Came]:
        """What stands at an address; of a list of feeds, what stands at each."""
        self._told(address)
        fetched = self._fetcher.fetch(address)
        if not isinstance(fetched, Fetched):
            yield Came(address, problem=fetched.reason if isinstance(fetched, Unread) else "the server sent nothing")
            return
        outcomes = list(fetched.read())
        if fetched.is_feed:
            feed = Feed(address, None, pages, self._fetcher.private)
            yield self._of_feed(feed, fetched, outcomes)
        elif found := [] if any(isinstance(each, Built) for each in outcomes) else addresses_in(outcomes):
            for inner in found:
                yield self._listed(inner, pages)
        else:
            yield self._kept(Came(address), outcomes, as_well=address)

    def _listed(self, address: str, pages: bool) -> Came:
        """An address from a list that was itself fetched: a list in it is not gone into."""
        came = next(self._added(address, pages), None)
        return came or Came(address, problem="there is no article in it")

    # Feeds

    def _looked_at(self, feed: Feed) -> Came:
        came = Came(feed.address, feed.title, is_feed=True)
        if feed.later and feed.later > now():
            came.problem = f"the server asked to come later than {_clock(feed.later)}"
            return came
        self._told(feed.address)
        fetched = self._fetcher.fetch(feed.address, etag=feed.etag, last_modified=feed.last_modified)
        if isinstance(fetched, Unchanged):
            came.is_unchanged = True
            self._store.followed.keep(feed._replace(looked=now(), problem=None, later=None))
            return came
        if isinstance(fetched, Unread) or not fetched.is_feed:
            came.problem = fetched.reason if isinstance(fetched, Unread) else "there is no feed any more"
            wait = self._fetcher.put_off_for(feed.address)
            later = (datetime.now(UTC) + timedelta(seconds=wait)).isoformat(timespec="seconds") if wait else None
            self._store.followed.keep(feed._replace(problem=came.problem, later=later))
            return came
        return self._of_feed(feed, fetched, list(fetched.read()))

    def _of_feed(self, feed: Feed, fetched: Fetched, outcomes: list[Outcome]) -> Came:
        """Keeps what a feed holds; what its server said of it is kept last, so that nothing is passed over for good."""
        built = [each for each in outcomes if isinstance(each, Built)]
        title = next((each.article.particulars.outlet for each in built), None) or feed.title
        came = Came(feed.address, title, is_feed=True)
        if not outcomes or (not built and not addresses_in(outcomes)):
            came.problem = _why(outcomes) or "the feed is empty"
        wanted = list(addresses_in(outcomes))
        if feed.pages:
            wanted += _pages_of_summaries(outcomes)
            outcomes = [each for each in outcomes if not (isinstance(each, Built) and _is_summary(each))]
        self._kept(came, [_at_its_address(each) for each in outcomes if not _is_only_addresses(each)])
        self._fetch_pages(came, wanted)
        if came.summary.stopped is None:
            known = feed._replace(title=title, etag=fetched.etag, last_modified=fetched.last_modified)
            self._store.followed.keep(known._replace(looked=now(), later=None, problem=came.problem))
        return came

    def _fetch_pages(self, came: Came, addresses: list[str]) -> None:
        new = [each for each in dict.fromkeys(addresses) if not self._importing.holds(each)]
        for address in new[:MOST_PAGES]:
            self._told(address)
            fetched = self._fetcher.fetch(address)
            if isinstance(fetched, Fetched):
                self._kept(came, list(fetched.read()), as_well=address)
            elif isinstance(fetched, Unread):
                came.summary.unread.append(fetched)
        if len(new) > MOST_PAGES:
            rest = f"{len(new) - MOST_PAGES:,} more of its pages are fetched the next time"
            came.summary.notices.append(f"{came.name}: {rest}")

    # Keeping

    def _kept(self, came: Came, outcomes: list[Outcome], *, as_well: str | None = None) -> Came:
        """Keeps articles; ``as_well``: the address that was asked for, where they were found at another one."""
        importing = self._importing
        importing.summary = came.summary
        for each in outcomes:
            if isinstance(each, Unread):
                came.summary.unread.append(each)
                continue
            came.summary.notices += each.notices
            importing.take(each.article)
        try:
            importing.keep()
            found = [each.article for each in outcomes if isinstance(each, Built)]
            if as_well is not None and len(found) == 1 and found[0].path != as_well:
                importing.also_at(as_well, found[0].id)
        except NotKept as why:
            came.summary.stopped = came.problem = str(why)
        if came.problem is None and not came.is_feed and not any(isinstance(each, Built) for each in outcomes):
            came.problem = _why(outcomes) or "there is no text in it"
        return came


def whole_address(written: str) -> str:
    """An address as it is followed and kept; what is none, as it was written."""
    named = address_of(written)
    return written if isinstance(named, str) else str(named)


def _why(outcomes: Iterable[Outcome]) -> str | None:
    """The first reason why something could not be read."""
    return next((each.reason for each in outcomes if isinstance(each, Unread)), None)


def _is_summary(built: Built) -> bool:
    return built.article.words <= SUMMARY and built.article.particulars.source is not None


def _pages_of_summaries(outcomes: Iterable[Outcome]) -> list[str]:
    built = (each for each in outcomes if isinstance(each, Built) and _is_summary(each))
    return [each.article.particulars.source or "" for each in built]


def _is_only_addresses(outcome: Outcome) -> bool:
    return isinstance(outcome, Unread) and bool(outcome.addresses)


def _at_its_address(outcome: Outcome) -> Outcome:
    """An entry by the address that it states: its number in the feed is another one the next time."""
    if isinstance(outcome, Unread) or outcome.article.particulars.source is None:
        return outcome
    return Built(replace(outcome.article, path=outcome.article.particulars.source), outcome.notices)


def _clock(instant: str) -> str:
    """An instant as a clock here shows it."""
    return datetime.fromisoformat(instant).astimezone().strftime("%H:%M")


def sentence(came: Came) -> str:
    """What came of it, on one raw line without a full stop."""
    name = f"{came.title} ({came.name})" if came.title else came.name
    if came.problem is not None:
        return f"{name}: {came.problem}"
    if came.is_unchanged:
        return f"{name}: nothing new"
    held = came.summary
    parts = [f"{held.added:,} added"] if held.added or not held.unchanged + len(held.same) else ["nothing new"]
    there = held.unchanged + len(held.same)
    parts += [f"{there:,} there already"] if there else []
    parts += [f"{len(held.unread):,} could not be read"] if held.unread else []
    return f"{name}: {', '.join(parts)}"
