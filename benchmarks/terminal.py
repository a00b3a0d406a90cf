"""How long the screen takes: start, keys, resize, memory, beside other programs in the same run.

    python benchmarks/terminal.py [--quick] [--only PART …] [--samples N] [--largest MB] [--json FILE]

Everything runs in a real pseudo-terminal (``wire.py``). A time is from the moment a key is written to the moment the
last byte of its answer is read, further pictures included, until nothing has come for 50 ms; a start is from ``fork``
to the first picture that has words of the first article in it. Before each sample the machine is given a moment to
become idle. Figures are medians of ``--samples`` with the least and the greatest behind them.

The texts are made here: paragraphs of 60 to 100 words without sense, a tenth of them with quotations.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from wire import Wire, wait_for_idle

PEERS = Path(__file__).parent / "peers"
PATIENCE = 0.3
"""Seconds that a key waits for the machine to become idle."""
PAGE, BACK, DOWN, UP = "\x1b[6~", "\x1b[5~", "\x1b[B", "\x1b[A"
HOME, END = "\x1b[H", "\x1b[F"
SIZES = {"10 KB": 10_000, "100 KB": 100_000, "1 MB": 1_000_000, "10 MB": 10_000_000, "100 MB": 100_000_000}
LISTS = (100, 10_000, 100_000, 1_000_000)
STOCK_UP_TO = {"static": 100_000, "textarea": 1_000_000, "options": 10_000}
"""Larger ones take minutes to open."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One row of the tables. ``unit`` is ms, MB or %."""

    part: str
    what: str
    subject: str
    size: str
    median: float
    least: float
    greatest: float
    samples: int
    unit: str = "ms"


def measured(part: str, what: str, subject: str, size: str, seconds: Sequence[float | None]) -> Measured:
    """A row of the times, in ms. Samples without an answer are left out; without any there is no figure."""
    times = sorted(1000 * value for value in seconds if value is not None)
    if not times:
        return Measured(part, what, subject, size, float("nan"), float("nan"), float("nan"), 0)
    return Measured(part, what, subject, size, statistics.median(times), times[0], times[-1], len(times))


# Texts ----------------------------------------------------------------------------------------------------------


class Texts:
    """Files of made-up prose, and where programs may keep things."""

    def __init__(self, folder: Path) -> None:
        """Everything is written under ``folder``."""
        self.folder = folder
        self.home = folder / "home"
        self.home.mkdir()
        chance = random.Random(7)
        letters = "aeiounrtlsdmcpbgvfh"
        self._words = ["".join(chance.choices(letters, k=chance.randint(2, 9))) for _ in range(4000)]
        self._chance = chance
        self._some = [self._paragraph(number) for number in range(2000)]

    def _paragraph(self, number: int) -> str:
        words = self._chance.choices(self._words, k=self._chance.randint(60, 100))
        if number % 10 == 0:
            words[10], words[20] = f"“{words[10]}", f"{words[20]},” said"
        return " ".join(words).capitalize() + "."

    def text(self, bytes_: int, name: str = "a") -> str:
        """About so many bytes of text, with the word ``Beginning`` and ``name`` in its first paragraph."""
        parts = [f"Beginning{name} of the text.", f"The title of {name}"][::-1]
        size, number = 0, 0
        while size < bytes_:
            part = f"Number {number} {self._some[(number * 7 + len(name)) % len(self._some)]}"
            parts.append(part)
            size += len(part) + 2
            number += 1
        return "\n\n".join(parts)[:bytes_].rstrip() + "\n"

    def file(self, size: str, name: str = "a") -> Path:
        """A file of that size, written once."""
        folder = self.folder / f"{size.replace(' ', '')}-{name}"
        path = folder / f"{name}.txt"
        if not path.exists():
            folder.mkdir()
            path.write_text(self.text(SIZES[size], name), "utf-8")
        return path

    def shelf(self, articles: int, bytes_: int) -> Path:
        """A folder of small articles."""
        folder = self.folder / f"shelf-{articles}-{bytes_}"
        if not folder.exists():
            folder.mkdir()
            for number in range(articles):
                (folder / f"{number:06}.txt").write_text(self.text(bytes_, f"x{number}x"), "utf-8")
        return folder

    def line(self, characters: int) -> Path:
        """One line of so many characters."""
        folder = self.folder / f"line-{characters}"
        if not folder.exists():
            folder.mkdir()
            (folder / "a.txt").write_text(("Beginninga " + " ".join(self._some * 2))[:characters], "utf-8")
        return folder / "a.txt"


# Programs -------------------------------------------------------------------------------------------------------


def reader(*arguments: Path | str) -> list[str]:
    """The command as it is installed beside this Python."""
    script = Path(sys.executable).parent / "reader"
    return [*([str(script)] if script.exists() else [sys.executable, "-m", "reader"]), *map(str, arguments)]


def smallest() -> list[str]:
    """The smallest Textual app."""
    return [sys.executable, str(PEERS / "smallest.py")]


def stock(kind: str, given: Path | int) -> list[str]:
    """A widget of Textual's."""
    return [sys.executable, str(PEERS / "stock.py"), kind, str(given)]


def pagers(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Pagers that are installed, on a file."""
    if shutil.which("less"):
        yield "less", ["less", str(path)]
    if shutil.which("vim"):
        yield "vim", ["vim", "-u", "NONE", "-N", "-n", "-R", str(path)]


class Bench:
    """The parts, each a function of its own that gives rows."""

    def __init__(self, texts: Texts, samples: int, sizes: Sequence[str], lists: Sequence[int]) -> None:
        self.texts, self.samples, self.sizes, self.lists = texts, samples, sizes, lists

    def _wire(self, command: Sequence[str]) -> Wire:
        return Wire(command, home=self.texts.home)

    @contextmanager
    def _opened(self, command: Sequence[str], words: str, limit: float = 120.0) -> Iterator[tuple[Wire, float | None]]:
        """The program with the words on its screen; and the seconds until they were."""
        wait_for_idle()
        with self._wire(command) as wire:
            shown = wire.until_shown(words, limit=limit)
            wire.until_quiet(0.4)
            yield wire, None if shown is None else shown - wire.began

    def _keys(self, wire: Wire, keys: str, *, quiet: float = 0.05) -> list[float | None]:
        """The time of each of these keys, in turn, as often as samples are wanted."""
        times: list[float | None] = []
        for _ in range(self.samples):
            wait_for_idle(limit=PATIENCE)
            times.append(wire.answer(keys, quiet=quiet))
        return times

    # Start

    def start(self) -> Iterator[Measured]:
        """First picture with words of the article, and the effect of a key that is sent at it."""
        shelf = self.texts.shelf(5, 6000)
        subjects: list[tuple[str, list[str], str, str, str]] = [
            ("smallest Textual app", smallest(), "ready", "x", "changed"),
            ("reader FOLDER", reader(shelf), "Beginningx0x", "j", "Beginningx1x"),
        ]
        first: dict[str, list[float | None]] = {name: [] for name, *_ in subjects}
        key: dict[str, list[float | None]] = {name: [] for name, *_ in subjects}
        used: dict[str, list[float | None]] = {name: [] for name, *_ in subjects}
        for _ in range(self.samples + 1):
            for name, command, words, keys, effect in subjects:
                wait_for_idle()
                with self._wire(command) as wire:
                    shown = wire.until_shown(words)
                    used[name].append(wire.seconds_of_processor())
                    since = len(wire.chunks)
                    sent = wire.send(keys)
                    done = wire.until_shown(effect, since=since)
                    first[name].append(None if shown is None else shown - wire.began)
                    key[name].append(None if done is None else done - wire.began)
                    assert sent
        for name, *_ in subjects:
            yield measured("start", "first picture", name, "5 x 6 KB", first[name][1:])
            yield measured("start", "effect of a key sent at it", name, "5 x 6 KB", key[name][1:])
            yield measured("start", "processor until the first picture, this process", name, "5 x 6 KB", used[name][1:])
        for name, command in pagers(shelf / "000000.txt"):
            times: list[float | None] = []
            for _ in range(self.samples):
                wait_for_idle()
                with self._wire(command) as wire:
                    shown = wire.until_shown("Beginningx0x")
                    times.append(None if shown is None else shown - wire.began)
            yield measured("start", "first picture", name, "5 x 6 KB", times)
        if shutil.which("newsboat"):
            yield measured("start", "first picture", "newsboat", "100", self._newsboat(100)[0])
        yield self._version()

    def _version(self) -> Measured:
        """``reader --version`` less ``python -c pass``."""
        import subprocess

        times: list[float | None] = []
        for _ in range(self.samples):
            wait_for_idle()
            taken = []
            for command in ([sys.executable, "-c", "pass"], reader("--version")):
                began = time.monotonic()
                subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
                taken.append(time.monotonic() - began)
            times.append(taken[1] - taken[0])
        return measured("start", "--version, over python -c pass", "reader", "", times)

    # Opening

    def opening(self) -> Iterator[Measured]:
        """First picture of a large file, and the memory that it takes."""
        for size in self.sizes:
            path = self.texts.file(size)
            runs = self.samples if SIZES[size] <= 1_000_000 else max(3, self.samples // 3)
            subjects = [("reader", reader(path)), *pagers(path)]
            for name, command in subjects:
                times: list[float | None] = []
                memory = 0.0
                for run in range(runs):
                    wait_for_idle()
                    with self._wire(command) as wire:
                        shown = wire.until_shown("Beginninga", limit=180)
                        times.append(None if shown is None else shown - wire.began)
                        if run == 0:
                            wire.until_quiet(1.0, 30)
                            memory = wire.megabytes()
                yield measured("opening", "first picture", name, size, times)
                yield Measured("opening", "memory 1 s after it", name, size, memory, memory, memory, 1, "MB")

    # Reading

    def reading(self) -> Iterator[Measured]:
        """Line, page, end and home in texts of many sizes."""
        for size in self.sizes:
            path = self.texts.file(size)
            subjects: list[tuple[str, list[str]]] = [("reader", reader(path)), *pagers(path)]
            fit = [kind for kind in ("static", "textarea") if SIZES[size] <= STOCK_UP_TO[kind]]
            subjects += [(f"Textual {kind}", stock(kind, path)) for kind in fit]
            for name, command in subjects:
                yield from self._read(name, command, size)
        path = self.texts.line(1_000_000)
        for name, command in [("reader", reader(path)), *pagers(path)]:
            with self._opened(command, "Beginninga") as (wire, _):
                if name == "reader":
                    wire.answer("\r")
                    wire.until_quiet(0.4)
                key = PAGE if name != "vim" else "\x06"
                yield measured("reading", "page", name, "one line of 10^6", self._keys(wire, key))

    def _read(self, name: str, command: Sequence[str], size: str) -> Iterator[Measured]:
        with self._opened(command, "Beginninga", limit=180) as (wire, _):
            if name == "reader":
                wire.answer("\r")
                wire.until_quiet(0.6)
            line = DOWN if name != "less" else "j"
            top, bottom = {"vim": ("gg", "G"), "less": ("g", "G"), "Textual textarea": ("\x1b[1;5H", "\x1b[1;5F")}.get(
                name, (HOME, END)
            )
            for what, key in (("page", PAGE), ("page back", BACK), ("line", line)):
                if what == "page" and SIZES[size] < 50_000:
                    times: list[float | None] = []
                    for number in range(self.samples):
                        wait_for_idle(limit=PATIENCE)
                        times.append(wire.answer(PAGE if number % 4 < 2 else BACK))
                else:
                    if what == "page back" and SIZES[size] < 50_000:
                        continue
                    times = self._keys(wire, key)
                yield measured("reading", what, name, size, times)
            first, last = [], []
            for _ in range(self.samples if SIZES[size] < 50_000_000 else 3):
                wait_for_idle(limit=PATIENCE)
                last.append(wire.answer(bottom, limit=20))
                first.append(wire.answer(top, limit=20))
            yield measured("reading", "end", name, size, last)
            yield measured("reading", "home", name, size, first)
            if name == "reader":
                yield from self._held(wire, size)

    def _held(self, wire: Wire, size: str) -> Iterator[Measured]:
        """A key at 30 Hz for four seconds: processor, and how late the last answer is."""
        wait_for_idle()
        lags: list[float | None] = []
        shares: list[float] = []
        for _ in range(3):
            used, began = wire.seconds_of_processor(), time.monotonic()
            for number in range(120):
                while time.monotonic() < began + number / 30:
                    wire.read(began + number / 30 - time.monotonic())
                wire.send(DOWN)
            before = len(wire.chunks)
            sent = time.monotonic()
            last = wire.until_quiet()
            lags.append(last - sent if last and len(wire.chunks) > before else 0.0)
            shares.append(100 * (wire.seconds_of_processor() - used) / (time.monotonic() - began))
        yield measured("reading", "lag of the last key at 30 Hz", "reader", size, lags)
        shares.sort()
        yield Measured("reading", "processor at 30 Hz", "reader", size, shares[1], shares[0], shares[2], 3, "%")

    # Search

    def search(self) -> Iterator[Measured]:
        """Letters typed into the find bar, each until the hits show."""
        for size in self.sizes:
            if SIZES[size] > 10_000_000:
                continue
            with self._opened(reader(self.texts.file(size)), "Beginninga", limit=180) as (wire, _):
                wire.until_quiet(3.0 if SIZES[size] > 1_000_000 else 0.5)
                wire.answer("\r")
                quiet = 0.3 if SIZES[size] < 5_000_000 else 1.5
                firsts: list[float | None] = []
                others: list[float | None] = []
                for round_ in range(max(3, self.samples // 3)):
                    wire.answer("/")
                    wire.until_quiet(quiet)
                    for number, letter in enumerate("number"):
                        wait_for_idle(limit=PATIENCE)
                        taken = wire.answer(letter, quiet=quiet)
                        (firsts if round_ == number == 0 else others).append(taken)
                    wire.answer("\x1b", quiet=0.3)
                yield measured("search", "first letter, folding included", "reader", size, firsts)
                yield measured("search", "a letter", "reader", size, others)

    # Lists

    def listing(self) -> Iterator[Measured]:
        """A list of many entries."""
        for number in self.lists:
            size = f"{number:,} entries"
            subjects: list[tuple[str, list[str]]] = [
                ("reader's list", [sys.executable, str(PEERS / "entries.py"), str(number)])
            ]
            if number <= STOCK_UP_TO["options"]:
                subjects.append(("Textual OptionList", stock("options", number)))
            for name, command in subjects:
                with self._opened(command, "entry number 0 ") as (wire, first):
                    yield measured("lists", "first picture", name, size, [first])
                    yield measured("lists", "move", name, size, self._keys(wire, DOWN))
                    yield measured("lists", "page", name, size, self._keys(wire, PAGE))
                    ends = [wire.answer(key) for _ in range(3) for key in (END, HOME)]
                    yield measured("lists", "end and home", name, size, ends)
            if shutil.which("newsboat") and number <= 10_000:
                first_times, moves = self._newsboat(number)
                yield measured("lists", "first picture", "newsboat", size, first_times)
                yield measured("lists", "move", "newsboat", size, moves)
        for number in (100, 1000, 10_000):
            if number > max(self.lists):
                continue
            with self._opened(reader(self.texts.shelf(number, 600)), "Beginningx0x") as (wire, first):
                wire.until_quiet(2.0, 60)
                size = f"{number:,} articles"
                yield measured("lists", "first picture", "reader FOLDER", size, [first])
                yield measured("lists", "move", "reader FOLDER", size, self._keys(wire, DOWN))

    def _newsboat(self, number: int) -> tuple[list[float | None], list[float | None]]:
        """First picture and moves of newsboat in a feed of its own cache."""
        folder = self.texts.folder / f"newsboat-{number}"
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
        files = ["-u", str(folder / "urls"), "-c", str(folder / "cache.db"), "-C", str(folder / "config")]
        if not (folder / "cache.db").exists():
            os.system(f"newsboat {' '.join(files)} -x reload >/dev/null 2>&1")
        firsts: list[float | None] = []
        moves: list[float | None] = []
        for run in range(self.samples):
            wait_for_idle()
            with self._wire(["newsboat", "-q", *files]) as wire:
                shown = wire.until_shown("feed", limit=20)
                firsts.append(None if shown is None else shown - wire.began)
                if run == 0:
                    wire.until_quiet(0.4)
                    wire.answer("\r")
                    wire.until_quiet(0.4)
                    moves = self._keys(wire, DOWN)
        return firsts, moves

    # Compare

    def compare(self) -> Iterator[Measured]:
        """Two texts side by side with 1,000 passages."""
        for size in self.sizes:
            if not 100_000 <= SIZES[size] <= 10_000_000:
                continue
            files = [self.texts.file(size, name) for name in "ab"]
            command = [
                sys.executable,
                str(PEERS / "facing.py"),
                *map(str, files),
                "1000" if size != "100 KB" else "100",
            ]
            with self._opened(command, "Beginninga") as (wire, _):
                for what, key in (("line", DOWN), ("page", PAGE), ("passage jump", "n")):
                    yield measured("compare", what, "reader's compare view", size, self._keys(wire, key))

    # Resize

    def resize(self) -> Iterator[Measured]:
        """Another size, until the last byte of the right picture."""
        for size in self.sizes:
            with self._opened(reader(self.texts.file(size)), "Beginninga", limit=180) as (wire, _):
                wire.until_quiet(2.0)
                wire.answer("\r")
                for _ in range(3):
                    wire.answer(PAGE)
                times = []
                for number in range(self.samples):
                    wait_for_idle(limit=PATIENCE)
                    times.append(wire.resized(*((120, 40) if number % 2 == 0 else (100, 40))))
                yield measured("resize", "last byte", "reader", size, times)

    # Matching beside the screen

    def beside(self) -> Iterator[Measured]:
        """A page while the articles are being matched, and after."""
        shelf = self.texts.shelf(200, 50_000)
        with self._opened(reader(shelf), "Beginningx0x") as (wire, _):
            wire.answer("\r")
            keys = [PAGE if number % 4 < 2 else BACK for number in range(self.samples)]
            times = [wire.answer(key, quiet=0.03) for key in keys]
            yield measured("beside", "page while it matches", "reader", "200 x 50 KB", times)
            wire.until_quiet(3.0, 120)
            times = []
            for key in keys:
                wait_for_idle(limit=PATIENCE)
                times.append(wire.answer(key, quiet=0.03))
            yield measured("beside", "page when it is done", "reader", "200 x 50 KB", times)


PARTS = ("start", "opening", "reading", "search", "listing", "compare", "resize", "beside")


def printed(rows: Sequence[Measured], out: Callable[[str], None] = print) -> None:
    """The tables, one a part, with the ratio to vim, or to the smallest app, where the run has it."""
    for part in dict.fromkeys(row.part for row in rows):
        out(f"\n### {part}\n\n| what | size | program | median | least to greatest | n | ratio |")
        out("|---|---|---|---|---|---|---|")
        these = [row for row in rows if row.part == part]
        for row in these:
            against = next(
                (
                    other
                    for name in ("vim", "smallest Textual app")
                    for other in these
                    if other.subject == name and (other.what, other.size) == (row.what, row.size)
                ),
                None,
            )
            ratio = f"{row.median / against.median:.2f} x {against.subject}" if against and against is not row else ""
            spread = f"{row.least:.1f} to {row.greatest:.1f}"
            out(
                f"| {row.what} | {row.size} | {row.subject} | {row.median:.1f} {row.unit} | {spread} "
                f"| {row.samples} | {ratio} |"
            )


def main() -> int:
    """Runs the parts and prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="3 samples, texts up to 1 MB, lists up to 10,000")
    parser.add_argument("--only", nargs="*", choices=PARTS, default=PARTS)
    parser.add_argument("--samples", type=int, default=None)
    parser.add_argument("--largest", type=float, default=None, help="the largest text, in MB")
    parser.add_argument("--sizes", nargs="*", choices=list(SIZES), help="texts of these sizes alone")
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    largest = (asked.largest or (1 if asked.quick else 100)) * 1_000_000
    sizes = asked.sizes or [size for size, number in SIZES.items() if number <= largest]
    lists = [number for number in LISTS if not asked.quick or number <= 10_000]
    samples = asked.samples or (3 if asked.quick else 11)
    with tempfile.TemporaryDirectory(prefix="reader-bench-") as folder:
        bench = Bench(Texts(Path(folder)), samples, sizes, lists)
        rows: list[Measured] = []
        for part in asked.only:
            for row in getattr(bench, part)():
                rows.append(row)
                print(
                    f"{row.part}: {row.what}, {row.size}, {row.subject}: {row.median:.1f} {row.unit}", file=sys.stderr
                )
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    printed(rows)
    if asked.json:
        asked.json.write_text(json.dumps([asdict(row) for row in rows], indent=1), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
