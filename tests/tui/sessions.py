"""Sessions of the program with a store, one after the other, and invented articles that quote the same people."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path

from reader.articles.article import Article
from reader.library.shelf import Shelf, sample_shelf
from reader.library.store import Store
from tests.tui.screen import Program, press, rows, running, screen, styled, until
from tests.tui.shelf import article

SHUT = "The lock at Ebbing was shut on Monday for the first time since the herring year, and no boat came in."
POST = f"""---
title: No boat for Ebbing
outlet: Ebbing Post
date: 2033-02-01
---

# No boat for Ebbing

{SHUT}

“The tide owes nobody anything, and the lock will open again when the gate has been mended,” said Ines Brack.

“Nobody rang the bell for us,” the ferryman Otto Lund recalled on the quay. His sister nodded.

“We have soup for a week and rope for a year,” it was heard from a window.
"""
TIMES = f"""---
title: Gate broken at the lock
outlet: Weir Times
date: 2033-02-02
---

# Gate broken at the lock

{SHUT}

“The tide owes nobody anything, and the lock will open again when the gate has been mended,” said Otto Lund.

Mending the gate takes a smith, two divers and a dry week, which nobody has been promised.
"""
SLIP = f"""---
title: The lock, again
outlet: Slipway
date: 2033-02-03
---

# The lock, again

{SHUT}

“The tide owes us nothing at all, and the lock will open again when the gate has been mended,” said Ines Brack.

According to the Post, the lock at Ebbing was shut on Monday for the first time since the herring year.
"""
NEVER = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""What must never be painted."""


def lock() -> Shelf:
    """Three articles that print one quotation: as it was said, given to another, reworded."""
    return Shelf((article(POST, "post.md"), article(TIMES, "times.md"), article(SLIP, "slip.md")))


@cache
def samples() -> Shelf:
    """The shelf that comes with the program, read once."""
    return sample_shelf()


def keeper(path: Path) -> object:
    """What opens the store of a program."""
    return lambda: Store.open(path)


@asynccontextmanager
async def session(shelf: Shelf, path: Path, size: tuple[int, int] = (120, 36)) -> AsyncIterator[Program]:
    """The program on a shelf, keeping what is done in a file."""
    async with running(shelf, size, opens_store=keeper(path)) as pilot:
        yield pilot


async def go(pilot: Program, key: str, until_gone: str = "Looking") -> None:
    """Presses a key that opens a list, and waits for what is in it."""
    await press(pilot, key)
    await until(pilot, lambda: until_gone not in screen(pilot))


async def compare(pilot: Program) -> None:
    """Compares the marked articles, or the open one with its best match."""
    await press(pilot, "c")
    await until(pilot, lambda: getattr(pilot.app.screen, "compared", None))


def lines(pilot: Program) -> list[str]:
    """The rows between the header and the status, without blanks at their ends; empty rows left out."""
    return [row.rstrip() for row in rows(pilot)[2:-2] if row.strip()]


def shows_no_control(pilot: Program) -> None:
    """Nothing that acts was painted, nor a link."""
    for number, text, style in styled(pilot):
        assert not NEVER.search(text), (number, text)
        assert "@click" not in style.meta


def open_article(pilot: Program, number: int = 0) -> Article:
    """An article as it is now."""
    return pilot.app.desk.articles[number]
