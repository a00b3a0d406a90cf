"""Reading: what a page, a line, a jump, another size and a key that is held take."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator

from wire import Wire, wait_for_idle

from screen.bench import BACK, DOWN, END, HOME, PAGE, PATIENCE, PEERS, STOCK_UP_TO, Bench, pagers, reader, stock
from screen.measured import Measured, amount, ratio, times
from screen.texts import SIZES

_EDGES = {"vim": ("gg", "G"), "less": ("g", "G")}
_WITHOUT_EDGES = "Textual TextArea"
"""Has keys for the edges of a line alone."""


def page(bench: Bench) -> Iterator[Measured]:
    """Page, line, end and beginning in texts of many sizes, beside pagers and Textual's own widgets."""
    pages: dict[str, Measured] = {}
    for size in bench.sizes:
        path = bench.texts.file(size)
        commands = {"reader": reader(path), **pagers(path)}
        for name, kind in (("Textual Static", "static"), ("Textual TextArea", "textarea")):
            if SIZES[size] <= STOCK_UP_TO[kind]:
                commands[name] = stock(kind, path)
        with bench.several(commands, "Beginninga") as wires:
            to_and_fro = [PAGE, PAGE, BACK, BACK] if SIZES[size] < 50_000 else [PAGE]
            found = {}
            for name, taken in bench.in_turn(wires, dict.fromkeys(wires, to_and_fro)).items():
                found[name] = times("page", "page", name, size, taken)
                yield found[name]
            pages[size] = found["reader"]
            if "vim" in found:
                yield ratio("page, of vim's", found["reader"], found["vim"], 4, 2)
            down = {name: ["j" if name == "less" else DOWN] for name in wires}
            for name, taken in bench.in_turn(wires, down).items():
                yield times("page", "line", name, size, taken)
            yield from _edges(bench, wires, size)
    if {"10 KB", "100 MB"} <= set(pages):
        yield ratio("page, of that in 10 KB", pages["100 MB"], pages["10 KB"], 1.5, 1.2)


def _edges(bench: Bench, wires: dict[str, Wire], size: str) -> Iterator[Measured]:
    for name, wire in wires.items():
        if name == _WITHOUT_EDGES:
            continue
        top, bottom = _EDGES.get(name, (HOME, END))
        first: list[float | None] = []
        last: list[float | None] = []
        for _ in range(bench.samples if SIZES[size] < 50_000_000 else 3):
            wait_for_idle(limit=PATIENCE)
            last.append(wire.answer(bottom, limit=20))
            first.append(wire.answer(top, limit=20))
        yield times("page", "end", name, size, last)
        yield times("page", "beginning", name, size, first)


def line(bench: Bench) -> Iterator[Measured]:
    """A page in one line of a million characters."""
    path = bench.texts.line(1_000_000)
    with bench.several({"reader": reader(path), **pagers(path)}, "Beginninga") as wires:
        keys = {name: ["\x06" if name == "vim" else PAGE] for name in wires}
        for name, taken in bench.in_turn(wires, keys).items():
            held = {"floor": 8.0, "goal": 4.0} if name == "reader" else {}
            yield times("line", "page", name, "one line of 10^6", taken, **held)


def compare(bench: Bench) -> Iterator[Measured]:
    """Two texts side by side with 1,000 passages."""
    for size in bench.sizes_between(100_000, 10_000_000):
        number = "1000" if SIZES[size] > 100_000 else "100"
        files = [str(bench.texts.file(size, name)) for name in "ab"]
        command = [sys.executable, str(PEERS / "facing.py"), *files, number]
        with bench.opened(command, "Beginninga") as wire:
            for what, key in (("line", DOWN), ("page", PAGE), ("passage jump", "n")):
                held = {"floor": 10.0, "goal": 5.0} if size == "10 MB" else {}
                yield times("compare", what, "reader's compare view", f"2 x {size}", bench.keys(wire, key), **held)


def resize(bench: Bench) -> Iterator[Measured]:
    """Another size: the first picture, which is right already, and the last byte of all that comes of it."""
    for size in bench.sizes:
        with bench.opened(reader(bench.texts.file(size)), "Beginninga", quiet=2.0, limit=180) as wire:
            wire.answer("\r", limit=5)
            for _ in range(3):
                wire.answer(PAGE, limit=5)
            first: list[float | None] = []
            last: list[float | None] = []
            for number in range(bench.samples):
                wait_for_idle(limit=PATIENCE)
                before = len(wire.chunks)
                sent = wire.resize(*((120, 40) if number % 2 == 0 else (100, 40)))
                wire.read(5.0)
                end = wire.until_quiet(0.1, 10)
                shown = wire.picture_ended(before)
                first.append(None if shown is None else shown - sent)
                last.append(None if end is None or len(wire.chunks) == before else end - sent)
            yield times("resize", "first picture", "reader", size, first, floor=40.0, goal=20.0)
            yield times("resize", "last byte", "reader", size, last)


def held(bench: Bench) -> Iterator[Measured]:
    """A key at 30 Hz for four seconds: processor, and how late the last answer is."""
    for size in bench.sizes_between(1_000_000, 1_000_000):
        with bench.opened(reader(bench.texts.file(size)), "Beginninga", quiet=2.0) as wire:
            wire.answer("\r", limit=5)
            lags: list[float | None] = []
            shares: list[float] = []
            for _ in range(9):
                wait_for_idle(limit=PATIENCE)
                lag, share = _hold(wire)
                lags.append(lag)
                shares.append(share)
        yield amount("held", "share of a core at 30 Hz", "reader", size, shares, "%", floor=20.0, goal=10.0)
        yield times("held", "lag of the last key at 30 Hz", "reader", size, lags, floor=10.0, goal=5.0)


def _hold(wire: Wire, seconds: float = 2.0) -> tuple[float, float]:
    used, began = wire.seconds_of_processor(), time.monotonic()
    number = 0
    while number < seconds * 30:
        while time.monotonic() < began + number / 30:
            wire.read(began + number / 30 - time.monotonic())
        before, sent = len(wire.chunks), wire.send(DOWN)
        number += 1
    last = wire.until_quiet()
    lag = last - sent if last and len(wire.chunks) > before else 0.0
    return lag, 100 * (wire.seconds_of_processor() - used) / (time.monotonic() - began)
