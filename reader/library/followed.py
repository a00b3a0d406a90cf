"""The feeds that are followed: what their servers said the last time, so that only what is new is asked for."""

from __future__ import annotations

from typing import Final, NamedTuple

from reader.library.database import Database, now, restored, storable


class Feed(NamedTuple):
    """A feed. Instants are ISO 8601 in UTC."""

    address: str
    title: str | None = None
    pages: bool = False
    """Whether the pages of entries that are only summaries are fetched."""
    private: bool = False
    """Whether it may lie in a private network: it was asked for."""
    etag: str | None = None
    last_modified: str | None = None
    looked: str | None = None
    """When its server last answered."""
    later: str | None = None
    """Until when its server asks to be left alone."""
    problem: str | None = None
    """Why it could not be had the last time, as a part of a sentence."""


class Followed:
    """The feeds in a library, in the order in which they were first followed."""

    def __init__(self, database: Database) -> None:
        """The database is the store's."""
        self._database = database

    def feeds(self) -> list[Feed]:
        """All of them."""
        found = self._database.rows(f"SELECT {_COLUMNS} FROM followed ORDER BY at, rowid")
        return [_feed(*row) for row in found]

    def keep(self, feed: Feed) -> bool:
        """Follows a feed, or keeps what is known of it now. Whether that is on disk."""
        given = (storable(each) if isinstance(each, str) else each for each in feed)
        return self._database.write([(_KEEP, (*given, now()))])

    def drop(self, address: str) -> bool:
        """No longer follows a feed; its articles stay. Whether it was followed."""
        was = any(feed.address == address for feed in self.feeds())
        if was:
            self._database.write([("DELETE FROM followed WHERE address = ?", (storable(address),))])
        return was


_COLUMNS: Final = ", ".join(Feed._fields)
_KEEP: Final = f"""INSERT INTO followed ({_COLUMNS}, at) VALUES ({", ".join("?" * len(Feed._fields))}, ?)
    ON CONFLICT (address) DO UPDATE SET {", ".join(f"{name} = excluded.{name}" for name in Feed._fields[1:])}"""


def _feed(address: str, title: str | None, pages: int, private: int, *rest: str | None) -> Feed:
    title, *known = (each if each is None else restored(each) for each in (title, *rest))
    return Feed(restored(address), title, bool(pages), bool(private), *known)
