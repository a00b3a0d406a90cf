"""Starting and opening: the first picture with words of the article in it, a key sent at it, and memory."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from wire import Wire, wait_for_idle

from screen.bench import Bench, pagers, reader, smallest
from screen.lists import newsboat
from screen.measured import Measured, amount, ratio, times
from screen.texts import SIZES


@dataclass(frozen=True, slots=True)
class _Subject:
    name: str
    command: list[str]
    words: str
    key: str
    effect: str
    home: Path | None = None


def start(bench: Bench) -> Iterator[Measured]:
    """``reader FOLDER``, the first time and with the picture of the last one, against the smallest Textual app."""
    shelf = bench.texts.shelf(5, 6000)
    kept = bench.texts.new_home()
    time.sleep(0.2)  # files that are younger than a tick of the clock are not trusted
    subjects = [
        _Subject("smallest Textual app", smallest(), "ready", "x", "changed"),
        _Subject("reader FOLDER", reader(shelf), "Beginningx0x", "j", "Beginningx1x"),
        _Subject("reader FOLDER, again", reader(shelf), "Beginningx0x", "j", "Beginningx1x", kept),
    ]
    with Wire(subjects[2].command, home=kept) as wire:  # is used once, and left
        wire.until_shown("Beginningx0x")
        wire.until_quiet(1.0)
        wire.send("q")
        while not wire.has_ended and wire.read(2.0):
            pass
    for name, command in pagers(shelf / "000000.txt").items():
        subjects.append(_Subject(name, command, "Beginningx0x", "", ""))
    first: dict[str, list[float | None]] = {subject.name: [] for subject in subjects}
    effect: dict[str, list[float | None]] = {subject.name: [] for subject in subjects}
    for _ in range(bench.samples):
        for subject in subjects:
            shown, done = _started(bench, subject)
            first[subject.name].append(shown)
            effect[subject.name].append(done)
    base = times("start", "first picture", subjects[0].name, "5 x 6 KB", first[subjects[0].name])
    key = times("start", "effect of a key sent at it", subjects[0].name, "5 x 6 KB", effect[subjects[0].name])
    yield base
    yield key
    for subject in subjects[1:]:
        mine = times("start", base.what, subject.name, base.size, first[subject.name])
        yield mine
        if subject.key:
            yield ratio("first picture, of the smallest app's", mine, base, 1.3, 0.1)
            then = times("start", key.what, subject.name, key.size, effect[subject.name])
            yield then
            yield ratio("effect of a key, of the smallest app's", then, key, 1.5, 1.1)
    yield from newsboat(bench, 100, row="start", moves=False)
    yield _version(bench)


def _started(bench: Bench, subject: _Subject) -> tuple[float | None, float | None]:
    """Seconds from ``fork`` to the first picture, and to the effect of the key."""
    wait_for_idle(limit=1.0)
    with Wire(subject.command, home=subject.home or bench.texts.new_home()) as wire:
        shown = wire.until_shown(subject.words)
        if not subject.key:
            return (None if shown is None else shown - wire.began), None
        since = len(wire.chunks)
        wire.send(subject.key)
        done = wire.until_shown(subject.effect, since=since)
        return (
            None if shown is None else shown - wire.began,
            None if done is None else done - wire.began,
        )


def _version(bench: Bench) -> Measured:
    """``reader --version`` less ``python -c pass``."""
    taken: list[float | None] = []
    for _ in range(bench.samples):
        wait_for_idle(limit=0.5)
        each = []
        for command in ([sys.executable, "-c", "pass"], reader("--version")):
            began = time.monotonic()
            subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
            each.append(time.monotonic() - began)
        taken.append(each[1] - each[0])
    return times("start", "--version, over python -c pass", "reader", "", taken, floor=60.0, goal=30.0)


def opening(bench: Bench) -> Iterator[Measured]:
    """The first picture of a large file, never opened before, and the memory that it takes."""
    smallest_size: Measured | None = None
    for size in bench.sizes:
        path = bench.texts.file(size)
        subjects = {"reader": reader(path), **pagers(path)}
        runs = bench.samples if SIZES[size] < 100_000_000 else max(3, bench.samples // 3)
        first: dict[str, list[float | None]] = {name: [] for name in subjects}
        memory: dict[str, float] = {}
        for run in range(runs):
            for name, command in subjects.items():
                wait_for_idle(limit=1.0)
                with Wire(command, home=bench.texts.new_home()) as wire:
                    shown = wire.until_shown("Beginninga", limit=180)
                    first[name].append(None if shown is None else shown - wire.began)
                    if run == 0:
                        wire.until_quiet(1.0, 60)
                        memory[name] = wire.megabytes()
        for name in subjects:
            mine = times("opening", "first picture", name, size, first[name])
            yield mine
            if name == "reader":
                smallest_size = smallest_size or mine
                if size in ("10 MB", "100 MB"):
                    floor, goal = (1.3, 1.0) if size == "10 MB" else (2.5, 1.2)
                    yield ratio("first picture, of that of the smallest", mine, smallest_size, floor, goal)
            yield amount("opening", "memory 1 s after it", name, size, [memory[name]], "MB")
            if name == "reader" and size == "100 MB":
                yield amount(
                    "opening", "memory over the file", name, size, [memory[name] / 100], "×", floor=3.0, goal=2.3
                )
