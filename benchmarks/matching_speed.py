"""How fast passages are found in two articles, beside difflib and text-matcher in the same run.

    python benchmarks/matching_speed.py [--sizes 1000 10000 100000 1000000] [--repeats 9] [--json]

Two texts of each size, with a sentence of the first planted in the second for every 5 KB. Each program gets the texts
and has to say where the planted sentences stand: *found* counts those of which it covers nine tenths. difflib compares
words in lower case; text-matcher (PyPI) is run as it comes where it is installed (``PYTHONPATH=…/site-packages``), but
for its list of stop words, which it would have to download: it gets the most frequent words of our table. Peers are
left out at sizes at which they take minutes.

*Growth* is time over size: what a character costs at a size, over what it costs at the one before.
"""

from __future__ import annotations

import argparse
import contextlib
import difflib
import importlib
import io
import json
import random
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from matching import Prose, _paragraphs, as_article

from reader.articles.article import Article
from reader.compare.matcher import Matcher
from reader.compare.rarity import document_frequencies
from reader.text.words import WORD

COVERED = 0.9
SLOWEST = {"difflib": 100_000, "text-matcher": 10_000}
"""Characters up to which a peer is run."""

Ranges = list[tuple[int, int]]
Finder = Callable[[Article, Article], Ranges]


def ours(one: Article, two: Article) -> Ranges:
    """Where passages stand in the second article, from the bare texts on."""
    comparison = Matcher().compare((one, two))
    return [(o.start, o.end) for p in comparison.passages for o in p.occurrences if o.article == 1]


def with_difflib(one: Article, two: Article) -> Ranges:
    """Blocks of six words and more."""
    words = [list(WORD.finditer(article.text)) for article in (one, two)]
    keys = [[word.group().lower() for word in side] for side in words]
    blocks = difflib.SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_matching_blocks()
    return [(words[1][b.b].start(), words[1][b.b + b.size - 1].end()) for b in blocks if b.size >= 6]


def text_matcher() -> Finder | None:
    """The peer from PyPI; None where it is not installed."""
    try:
        module = importlib.import_module("text_matcher.matcher")
        corpus = importlib.import_module("nltk.corpus")
    except ImportError:
        return None
    frequent = [word for word, count in document_frequencies().items() if count > 1_200]
    corpus.stopwords = type("Stopwords", (), {"words": staticmethod(lambda language: frequent)})  # type: ignore[attr-defined]

    def find(one: Article, two: Article) -> Ranges:
        matcher: Any = module.Matcher(module.Text(one.text, "a"), module.Text(two.text, "b"))
        with contextlib.redirect_stdout(io.StringIO()):  # it prints what it finds
            found = matcher.match()
        return [tuple(place) for place in found[2]]

    return find


@dataclass(frozen=True)
class Timing:
    """One program at one size: seconds (median, least and most), and what it found of what was planted."""

    program: str
    characters: int
    seconds: float
    least: float
    most: float
    found: int
    planted: int


def texts(characters: int) -> tuple[Article, Article, Ranges]:
    """Two texts of so many characters, and where the planted sentences stand in the second."""
    rng = random.Random(characters)
    prose = Prose(rng)
    sides: list[list[str]] = [[], []]
    for side in sides:
        length = 0
        while length < characters:
            more = prose.article(min(200, characters // 6), prose.topic())
            side += more
            length += sum(map(len, more)) + len(more)
    chosen = rng.sample([sentence for sentence in sides[0] if len(sentence) > 60], max(1, characters // 5_000))
    for sentence in chosen:
        sides[1].insert(rng.randrange(len(sides[1])), sentence)
    one, two = (as_article(f"speed{side}", _paragraphs(sides[side], rng)) for side in (0, 1))
    starts = [two.text.index(sentence) for sentence in chosen]
    return one, two, [(start, start + len(each) - 1) for start, each in zip(starts, chosen, strict=True)]


def timing(program: str, find: Finder, characters: int, repeats: int) -> Timing:
    """One program at one size, a few times."""
    one, two, planted = texts(characters)
    seconds = []
    found: Ranges = []
    for _ in range(repeats):
        start = time.perf_counter()
        found = find(one, two)
        seconds.append(time.perf_counter() - start)
    hits = sum(_share(place, found) >= COVERED for place in planted)
    return Timing(program, characters, statistics.median(seconds), min(seconds), max(seconds), hits, len(planted))


def _share(place: tuple[int, int], found: Ranges) -> float:
    start, end = place
    inside = [max(0, min(end, last) - max(start, first)) for first, last in found if first < end and start < last]
    return min(1.0, sum(inside) / (end - start))


def measured(sizes: Sequence[int], repeats: int) -> list[Timing]:
    """All programs at all sizes."""
    programs: dict[str, Finder | None] = {"reader": ours, "difflib": with_difflib, "text-matcher": text_matcher()}
    out = []
    for size in sizes:
        for program, find in programs.items():
            if find is not None and size <= SLOWEST.get(program, size):
                times = repeats if size < 50_000 and program == "reader" else 3 if program == "reader" else 1
                out.append(timing(program, find, size, times))
    return out


def main() -> None:
    """Measure, and print what was measured."""
    parser = argparse.ArgumentParser(description="How fast passages are found in two articles.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000, 1_000_000])
    parser.add_argument("--repeats", type=int, default=9)
    parser.add_argument("--json", action="store_true", help="print one JSON object a row")
    chosen = parser.parse_args()
    ours_before: Timing | None = None
    ours_here = 0.0
    for row in measured(chosen.sizes, chosen.repeats):
        if chosen.json:
            print(json.dumps(vars(row)))
            continue
        note = ""
        if row.program == "reader":
            ours_here = row.seconds
            if ours_before is not None:
                growth = row.seconds / row.characters / (ours_before.seconds / ours_before.characters)
                note = f", growth {growth:.2f}"
            ours_before = row
        else:
            note = f", {row.seconds / ours_here:.1f} times reader"
        spread = f"({row.least:.4f} to {row.most:.4f})"
        counts = f"found {row.found} of {row.planted}"
        print(f"{row.characters:>9,} {row.program:12} {row.seconds:.4f} s {spread}, {counts}{note}")


if __name__ == "__main__":
    main()
