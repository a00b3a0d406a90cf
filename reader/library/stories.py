"""The stories of a desk: found out anew when more is known of what the articles share, or was decided by hand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.library import pairs
from reader.library.grouping import Group, Shared, by_story

if TYPE_CHECKING:
    from reader.library.desk import Desk

NOTHING = pairs.Shared(0, 0.0)


class Stories:
    """Groups of articles, as positions on the desk."""

    def __init__(self, desk: Desk) -> None:
        """Nothing is grouped before it is asked for."""
        self._desk = desk
        self._key: tuple[object, ...] = ()
        self._groups: list[Group] = []

    def all(self) -> list[Group]:
        """Every article is in one of them; what stands alone is a group of its own, after the others."""
        desk = self._desk
        decided = desk.keeping.pairings()
        key = (desk.pairs.matched_tenths, desk.version, len(desk.articles), decided)
        if key != self._key:
            self._key, self._groups = key, by_story(desk.articles, self._shared(), decided)
        return self._groups

    def of(self, article: int) -> Group:
        """The story that an article belongs to; alone in it where it shares none."""
        return next(group for group in self.all() if article in group.articles)

    def _shared(self) -> Iterator[Shared]:
        """What every two articles share that share anything: the larger numbers of the two sides."""
        shared = self._desk.pairs.shared
        for one, other in self._desk.pairs.sharing():
            there, back = shared(one, other) or NOTHING, shared(other, one) or NOTHING
            yield Shared(one, other, max(there.words, back.words), max(there.percent, back.percent))
