"""The signs in front of list items, and how deep an item is nested."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

_SIGN: Final = re.compile(r"(?:([•▪◦‣∙●○■□·*–-])|(\(?(\d{1,3})[.)])|(\(?([a-zA-Z])\)))[ \t\xa0]+(?=\S)")
REACH: Final = 12
"""A numbered item's neighbour is looked for in so many blocks before and after."""


@dataclass(frozen=True, slots=True)
class Bullet:
    """A sign at the start of a line: ``length`` in code points with the blanks after it; ``number`` where it counts."""

    length: int
    number: int | None = None


def bullet_of(line: str) -> Bullet | None:
    """The bullet, number or letter that a line (without blanks in front) begins with."""
    found = _SIGN.match(line)
    if found is None:
        return None
    if found.group(3):
        return Bullet(found.end(), int(found.group(3)))
    if found.group(5):
        return Bullet(found.end(), ord(found.group(5).lower()) - ord("a") + 1)
    return Bullet(found.end())


def without_lone_numbers(bullets: list[Bullet | None]) -> list[Bullet | None]:
    """The same without numbers that do not count: no neighbour near is one lower or one higher.

    "1. Mai" or "5) " alone begin a sentence and no list.
    """
    kept = list(bullets)
    for at, bullet in enumerate(bullets):
        if bullet is None or bullet.number is None:
            continue
        near = bullets[max(0, at - REACH) : at + REACH + 1]
        numbers = {other.number for other in near if other is not None}
        if not numbers & {bullet.number - 1, bullet.number + 1}:
            kept[at] = None
    return kept


@dataclass(slots=True)
class Nesting:
    """Levels of a list, from the indentation of its items in columns."""

    indents: list[int] = field(default_factory=list)

    def level(self, indent: int) -> int:
        """The depth of the next item: 0 is outermost."""
        while self.indents and self.indents[-1] > indent:
            self.indents.pop()
        if not self.indents or indent > self.indents[-1] + 1:
            self.indents.append(indent)
        return len(self.indents) - 1

    def end(self) -> None:
        """The list is over."""
        self.indents.clear()
