"""What the user did: what was read, starred, marked and tagged, and what has notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class SessionState:
    """Ids of articles. Every change returns a new value."""

    read: frozenset[str] = frozenset()
    starred: frozenset[str] = frozenset()
    marks: tuple[str, ...] = ()
    """The marked articles, in the order they were marked: A, B, C …"""
    tags: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The tags of each article that has any."""
    noted: frozenset[str] = frozenset()
    """Articles with notes or highlights."""

    def with_read(self, articles: Iterable[str], read: bool = True) -> SessionState:
        """With articles read, or unread again."""
        return replace(self, read=self.read.union(articles) if read else self.read.difference(articles))

    def with_starred(self, articles: Iterable[str], starred: bool = True) -> SessionState:
        """With stars on articles, or without."""
        return replace(self, starred=self.starred.union(articles) if starred else self.starred.difference(articles))

    def with_mark_toggled(self, article: str) -> SessionState:
        """With an article marked last, or its mark taken away; the marks after it move up."""
        if article in self.marks:
            return replace(self, marks=tuple(mark for mark in self.marks if mark != article))
        return replace(self, marks=(*self.marks, article))

    def with_marks(self, articles: Iterable[str]) -> SessionState:
        """With exactly these articles marked, in their order."""
        return replace(self, marks=tuple(dict.fromkeys(articles)))

    def mark_of(self, article: str) -> str | None:
        """The letter of an article's mark, A to Z, then numbers; ``None`` where it has none."""
        if article not in self.marks:
            return None
        place = self.marks.index(article)
        return chr(ord("A") + place) if place < 26 else str(place + 1)
