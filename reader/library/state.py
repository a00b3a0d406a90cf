"""What the user did in this session: what was read, starred and marked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class SessionState:
    """Ids of articles. Every change returns a new value."""

    read: frozenset[str] = frozenset()
    starred: frozenset[str] = frozenset()
    marks: tuple[str, ...] = ()
    """The marked articles, in the order they were marked: A, B, C …"""

    def with_read(self, article: str, read: bool = True) -> SessionState:
        """With an article read, or unread again."""
        return replace(self, read=self.read | {article} if read else self.read - {article})

    def with_all_read(self, articles: Iterable[str]) -> SessionState:
        """With all these articles read."""
        return replace(self, read=self.read.union(articles))

    def with_star_toggled(self, article: str) -> SessionState:
        """With the star of an article set, or taken away where it was set."""
        return replace(self, starred=self.starred ^ {article})

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
