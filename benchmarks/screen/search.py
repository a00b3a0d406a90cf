"""Search as one types: letters in the find bar, each until what it finds shows, and until all of it is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wire import Wire, wait_for_idle

from screen.bench import PATIENCE, Bench, reader
from screen.measured import Measured, times

_COUNT = re.compile(rb"(?<!\xc2\xb6 )(?<!\d)\d+/\d+|no hit")
"""The number of hits; not that of the paragraph, which has its sign before it."""
_SHOWN = re.compile("…".encode() + b"|" + _COUNT.pattern)
_HELD = {"1 MB": (50.0, 15.0), "10 MB": (400.0, 100.0)}


def search(bench: Bench) -> Iterator[Measured]:
    """Letters in a text that was looked into before; and the first letter ever, with all that it takes."""
    for size in bench.sizes_between(100_000, 10_000_000):
        shown: list[float | None] = []
        counted: list[float | None] = []
        after: list[float | None] = []
        with bench.opened(reader(bench.texts.file(size)), "Beginninga", quiet=1.0, limit=60) as wire:
            wire.answer("\r", limit=5)
            wire.until_rest(20)
            for _ in range(bench.samples):
                wire.answer("/", quiet=0.2, limit=5)
                for number, letter in enumerate("num"):
                    wait_for_idle(limit=PATIENCE)
                    first, all_ = _typed(wire, letter)
                    shown.append(first)
                    (counted if number == 0 else after).append(all_)
                wire.answer("\x1b", quiet=0.2, limit=5)
        yield times("search", "a letter, until it shows", "reader", size, shown)
        yield times("search", "first letter, until all hits are counted", "reader", size, counted)
        yield times("search", "another letter, until all hits are counted", "reader", size, after)
        if size in _HELD:
            yield _at_once(bench, size)


def _typed(wire: Wire, letter: str) -> tuple[float | None, float | None]:
    """Seconds until what is near is lit, and until all is counted."""
    before = len(wire.chunks)
    sent = wire.send(letter)
    first = wire.until(lambda text: _SHOWN.search(text) is not None, since=before, limit=20)
    counted = wire.until(lambda text: _COUNT.search(text) is not None, since=before, limit=20)
    wire.until_quiet(0.1, 5)
    return (None if first is None else first - sent), (None if counted is None else counted - sent)


def _at_once(bench: Bench, size: str) -> Measured:
    """A letter that is typed in one go with the key that opens the bar, in a program that never looked into the text:
    folding, and a process for it, included."""
    taken: list[float | None] = []
    for _ in range(min(9, bench.samples)):
        with bench.opened(reader(bench.texts.file(size)), "Beginninga", quiet=1.0, limit=60) as wire:
            wire.answer("\r", limit=5)
            wire.until_rest(20)
            before = len(wire.chunks)
            sent = wire.send("/n")
            shown = wire.until(lambda text: _COUNT.search(text) is not None, since=before, limit=20)
            taken.append(None if shown is None else shown - sent)
    floor, goal = _HELD[size]
    what = "first letter ever, folding included"
    return times("search", what, "reader", size, taken, floor=floor, goal=goal)
