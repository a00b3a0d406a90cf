"""Lists of many entries, and the screen while many articles are read and matched beside it."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator

from wire import Wire, wait_for_idle

from screen.bench import BACK, DOWN, END, HOME, PAGE, PEERS, STOCK_UP_TO, UP, Bench, reader, stock
from screen.measured import Measured, ratio, times


def lists(bench: Bench) -> Iterator[Measured]:
    """The sidebar's list with made-up entries, beside Textual's and newsboat's."""
    moves: dict[int, Measured] = {}
    for number in bench.lists:
        size = f"{number:,} entries"
        subjects = {"reader's list": [sys.executable, str(PEERS / "entries.py"), str(number)]}
        if number <= STOCK_UP_TO["options"]:
            subjects["Textual OptionList"] = stock("options", number)
        for name, command in subjects.items():
            first: list[float | None] = []
            for _ in range(5 if name == "reader's list" else 1):
                wait_for_idle(limit=1.0)
                with Wire(command, home=bench.texts.new_home()) as wire:
                    shown = wire.until_shown("entry number 0 ")
                    first.append(None if shown is None else shown - wire.began)
            yield times("lists", "first picture", name, size, first)
            with bench.opened(command, "entry number 0 ") as wire:
                mine = times("lists", "move", name, size, bench.keys(wire, DOWN))
                yield mine
                if name == "reader's list":
                    moves[number] = mine
                    if number >= 100_000 and min(moves) < number:
                        yield ratio("move, of that among the fewest", mine, moves[min(moves)], 1.5, 1.1)
                yield times("lists", "page", name, size, bench.keys(wire, PAGE))
                yield times("lists", "end and beginning", name, size, bench.keys(wire, END, HOME))
        if number <= 10_000:
            yield from newsboat(bench, number)


def newsboat(bench: Bench, number: int, *, row: str = "lists", moves: bool = True) -> Iterator[Measured]:
    """First picture and moves of newsboat in a feed of its own cache, where it is installed."""
    if not shutil.which("newsboat"):
        return
    folder = bench.texts.folder / f"newsboat-{number}"
    files = ["-u", str(folder / "urls"), "-c", str(folder / "cache.db"), "-C", str(folder / "config")]
    if not folder.exists():
        folder.mkdir()
        items = "".join(
            f"<item><title>entry number {n} of many</title><link>http://a.invalid/{n}</link></item>"
            for n in range(number)
        )
        feed = folder / "feed.xml"
        feed.write_text(f'<rss version="2.0"><channel><title>feed</title>{items}</channel></rss>', "utf-8")
        (folder / "urls").write_text(f"file://{feed}\n", "utf-8")
        (folder / "config").write_text(f"max-items {number}\n", "utf-8")
        subprocess.run(["newsboat", *files, "-x", "reload"], capture_output=True, check=False)
    first: list[float | None] = []
    for _ in range(bench.samples):
        wait_for_idle(limit=0.5)
        with Wire(["newsboat", "-q", *files], home=bench.texts.home) as wire:
            shown = wire.until_shown("feed", limit=20)
            first.append(None if shown is None else shown - wire.began)
    yield times(row, "first picture", "newsboat", f"{number:,} entries", first)
    if moves:
        with Wire(["newsboat", "-q", *files], home=bench.texts.home) as wire:
            wire.until_shown("feed", limit=20)
            wire.until_quiet(0.4)
            wire.answer("\r", limit=5)
            wire.until_quiet(0.4)
            yield times(row, "move", "newsboat", f"{number:,} entries", bench.keys(wire, DOWN))


def beside(bench: Bench) -> Iterator[Measured]:
    """A page while the articles are being matched, and after."""
    with bench.opened(reader(bench.texts.shelf(300, 60_000)), "Beginningx0x", quiet=0.1) as wire:
        wire.answer("\r", quiet=0.03, limit=5)
        keys = [PAGE if number % 4 < 2 else BACK for number in range(60)]
        busy: list[float | None] = []
        for key in keys:
            taken = wire.answer(key, quiet=0.03, limit=5)
            if wire.is_at_work():
                busy.append(taken)
        wire.until_rest(120)
        idle = bench.keys(wire, PAGE, PAGE, BACK, BACK, quiet=0.03)
        while len(idle) < len(busy):
            idle += bench.keys(wire, PAGE, PAGE, BACK, BACK, quiet=0.03)
    done = times("beside", "page when it is done", "reader", "300 x 60 KB", idle)
    during = times("beside", "page while it matches", "reader", "300 x 60 KB", busy)
    yield during
    yield done
    if busy:
        yield ratio("page while it matches, of an idle one", during, done, 1.5, 1.1)


def loading(bench: Bench) -> Iterator[Measured]:
    """A key while ten thousand articles are being read and matched, and when all that is done."""
    number = 10_000 if max(bench.lists) >= 10_000 else 1_000
    size = f"{number:,} articles"
    shelf = bench.texts.shelf(number, 2_000)
    with bench.opened(reader(shelf), "Beginningx0x", quiet=0.0, limit=180) as wire:
        busy: list[float | None] = []
        end, rests = time.monotonic() + 60, 0
        while rests < 5 and time.monotonic() < end:
            taken = wire.answer(DOWN if len(busy) % 20 < 10 else UP, quiet=0.03, limit=5)
            rests = 0 if wire.is_at_work() else rests + 1
            if not rests:
                busy.append(taken)
        wire.until_rest(180)
        idle = bench.keys(wire, DOWN, DOWN, UP, UP)
    during = times("loading", "move while it reads and matches", "reader FOLDER", size, busy)
    done = times("loading", "move when it is done", "reader FOLDER", size, idle)
    yield during
    yield done
    if busy:
        yield ratio("move while it reads and matches, of an idle one", during, done)
