"""How long the program takes to show itself: the first time, and when a picture of the last time was kept.

    python benchmarks/start.py [--samples N] [--library ARTICLES] [--sizes MB …]

Everything runs in a real pseudo-terminal (``wire.py``), the subjects in turn in each round, so that whatever else the
machine does falls on all of them. A time is from ``fork`` to the picture that has words of the first article in it; a
key is sent at that picture and timed, also from ``fork``, until its effect shows. Ratios are of medians to the smallest
Textual app in the same run, and of the least times, which other work disturbs least.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from terminal import Texts, reader, smallest
from wire import Wire, wait_for_idle

OFF = {"READER_FIRST_FRAME": "0"}
"""No picture before the screen is loaded."""
PATIENCE = 0.5
"""Seconds that a start waits for the machine to become idle."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A program that is started: what shows it, and a key with its effect."""

    name: str
    command: Sequence[str]
    home: Path
    words: str
    key: str = ""
    effect: str = ""
    environment: dict[str, str] = field(default_factory=dict)
    keeps: bool = False
    """Whether the picture of the last time is there; else each start is as the first one."""


@dataclass(slots=True)
class Times:
    """Seconds, a sample each."""

    first: list[float] = field(default_factory=list)
    effect: list[float] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)


def started(subject: Subject, times: Times, *, weigh: bool = False) -> None:
    """One start."""
    if not subject.keeps:
        shutil.rmtree(_frames(subject), ignore_errors=True)
    wait_for_idle(limit=PATIENCE)
    with Wire(subject.command, home=subject.home, environment=subject.environment) as wire:
        shown = wire.until_shown(subject.words, limit=120)
        if shown is not None:
            times.first.append(shown - wire.began)
        if subject.key:
            since = len(wire.chunks)
            wire.send(subject.key)
            done = wire.until_shown(subject.effect, since=since, limit=60)
            if done is not None:
                times.effect.append(done - wire.began)
        if weigh:
            wire.until_quiet(1.0, 30)
            times.megabytes.append(wire.megabytes())


def _frames(subject: Subject) -> Path:
    return subject.home / "reader" / "cache" / "frames"


def visit(subject: Subject) -> None:
    """A session that is left properly, until its picture is kept."""
    with Wire(subject.command, home=subject.home) as wire:
        wire.until_shown(subject.words)
        wire.until_quiet(1.0)
        wire.send("q")
        end = time.monotonic() + 20
        while not any(len(path.name) == 8 for path in _frames(subject).glob("*")):
            wire.read(0.05)
            if time.monotonic() > end:
                raise SystemExit("no picture was kept: has the program changed while it ran?")


def compared(subjects: Sequence[Subject], samples: int, *, weigh: bool = False) -> dict[str, Times]:
    """All of them in turn, as often as samples are wanted; the first round does not count."""
    times = {subject.name: Times() for subject in subjects}
    for subject in subjects:
        started(subject, Times())
    for _ in range(samples):
        for subject in subjects:
            started(subject, times[subject.name], weigh=weigh)
    return times


def printed(title: str, times: dict[str, Times], what: Callable[[Times], list[float]], *, against: str) -> None:
    """One table: ms, spread, ratios."""
    print(f"\n{title}\n\n| subject | median ms | least to greatest | n | ratio of medians | of the least |")
    print("|---|---|---|---|---|---|")
    base = what(times[against])
    for name, each in times.items():
        if values := sorted(what(each)):
            middle = statistics.median(values)
            ratios = f"{middle / statistics.median(base):.2f} | {values[0] / min(base):.2f}"
            spread = f"{1000 * values[0]:.0f} to {1000 * values[-1]:.0f}"
            print(f"| {name} | {1000 * middle:.0f} | {spread} | {len(values)} | {ratios} |")


def first_pictures(texts: Texts, samples: int) -> None:
    """The first picture of a folder and of the samples, with and without a kept one, against the smallest app."""
    shelf = texts.shelf(5, 6000)
    homes = [texts.folder / name for name in ("without", "with")]
    for home in homes:
        home.mkdir()
    time.sleep(0.2)  # files that are younger than a tick of the clock are not trusted
    base = Subject("smallest Textual app", smallest(), homes[0], "ready", "x", "changed")
    new = Subject("reader FOLDER, nothing kept", reader(shelf), homes[0], "Beginningx0x", "j", "Beginningx1x")
    late = replace(new, name="reader FOLDER, no picture before the screen is loaded", environment=OFF)
    again = replace(new, name="reader FOLDER, picture kept", home=homes[1], keeps=True)
    visit(again)
    times = compared([base, new, late, again], samples)
    name = base.name
    printed("First picture with words of the article, 5 of 6 KB", times, lambda each: each.first, against=name)
    printed("Effect of a key sent at that picture", times, lambda each: each.effect, against=name)


def with_library(texts: Texts, samples: int, articles: int) -> None:
    """A start with many imported articles against one with none; each has been started and left before."""
    shelf, many = texts.shelf(5, 6000), texts.shelf(articles, 600)
    homes = [texts.folder / name for name in ("empty", "full")]
    for home in homes:
        home.mkdir()
    environment = {**os.environ, "HOME": str(homes[1]), "READER_HOME": str(homes[1] / "reader")}
    subprocess.run(reader("import", many), env=environment, stdout=subprocess.DEVNULL, check=True)
    _do_much(homes[1] / "reader")
    subjects = [
        Subject(name, reader(shelf), home, "Beginningx0x", "j", "Beginningx1x")
        for name, home in zip(("an empty library", f"{articles:,} articles"), homes, strict=True)
    ]
    subjects.append(Subject("reader library", reader("library"), homes[1], "Beginningx"))
    times = compared(subjects, samples)
    name = subjects[0].name
    printed("Start with a library, nothing kept of the picture", times, lambda each: each.first, against=name)
    printed("Effect of a key, with a library", times, lambda each: each.effect, against=name)


def _do_much(home: Path) -> None:
    """All imported articles are read, one in two has a place, one in ten a star and a tag."""
    from reader.library.collection import Collection
    from reader.library.store import Store

    collection = Collection.open(home / "articles.sqlite")
    ids = list(collection.ids())
    collection.close()
    store = Store.open(home / "kept.sqlite")
    store.set_read(ids, undoable=False)
    store.set_starred(ids[::10])
    store.set_tags(ids[::10], ["later"])
    for number in ids[::2]:
        store.keep_place(number, 5, "words")
    store.close()


def sizes(texts: Texts, samples: int, megabytes: Sequence[float]) -> None:
    """The first picture of a large file against that of 10 KB; and the memory over the size of the file."""
    home = texts.folder / "sizes"
    home.mkdir()
    subjects = []
    for size in (0.01, *megabytes):
        path = texts.folder / f"size-{size}.txt"
        path.write_text(texts.text(int(size * 1_000_000)), "utf-8")
        name = f"{size:g} MB" if size >= 1 else f"{size * 1000:g} KB"
        subjects.append(Subject(name, reader(path), home, "Beginninga"))
    times = compared(subjects, samples, weigh=True)
    printed("First picture of a file, nothing kept", times, lambda each: each.first, against=subjects[0].name)
    for size, subject in zip((0.01, *megabytes), subjects, strict=True):
        weight = statistics.median(times[subject.name].megabytes)
        print(f"memory 1 s after it, {subject.name}: {weight:.0f} MB ({weight / size:.2f} x the file)")


def version(samples: int) -> None:
    """``reader --version`` less ``python -c pass``."""
    commands = {"python -c pass": [sys.executable, "-c", "pass"], "reader --version": reader("--version")}
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(samples):
        for name, command in commands.items():
            wait_for_idle(limit=PATIENCE)
            began = time.monotonic()
            subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
            times[name].append(1000 * (time.monotonic() - began))
    plain, asked = times.values()
    between = statistics.median(asked) - statistics.median(plain)
    print(f"\nreader --version over python -c pass: {between:.1f} ms, of the least {min(asked) - min(plain):.1f} ms")


def main() -> int:
    """Runs the parts and prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--samples", type=int, default=11)
    parser.add_argument("--library", type=int, default=10_000, help="articles of the library; 0 leaves it out")
    parser.add_argument("--sizes", type=float, nargs="*", default=[10, 100], help="of files, in MB")
    asked = parser.parse_args()
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="reader-start-") as folder:
        texts = Texts(Path(folder))
        first_pictures(texts, asked.samples)
        version(asked.samples)
        if asked.sizes:
            sizes(texts, asked.samples, asked.sizes)
        if asked.library:
            with_library(texts, asked.samples, asked.library)
    print(f"\nPython {sys.version.split()[0]}, {os.cpu_count()} cores, load {load:.1f} to {os.getloadavg()[0]:.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
