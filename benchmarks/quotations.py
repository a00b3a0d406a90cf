"""How fast quotations and their speakers are found, how it grows, and how many are right, on text written for it.

    python benchmarks/quotations.py [--rounds N] [--json]

*Speed*: an article of 5,000 characters in many newsroom styles (the labelled ones of tests/articles/newsroom, one
after the other), marks, statements and speakers, in this process, its blocks and language being known; the peer is one
regular expression for what stands between double marks, over the same text in the same run: the least one could do.
*Growth*: the same text over and over up to 1 MB, in paragraphs and as one paragraph; what stays level grows in
proportion. *Peer's share*: how many of the labelled quotations the expression gets exactly.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from reader.articles.article import Block
from reader.articles.quotations import quotations_in

NEWSROOM = Path(__file__).resolve().parents[1] / "tests" / "articles" / "newsroom"
LABEL = re.compile(r"\[\[([^|\]]+)\|(.*?)\]\]", re.DOTALL)
PEER = re.compile('“([^“”]+)”|"([^"\n]+)"|‘([^‘’]+)’')
PARAGRAPH = re.compile(r"[^\n]+")
ARTICLE = 5_000
SIZES = (5_000, 50_000, 200_000, 1_000_000)


class Timing(NamedTuple):
    """Milliseconds: the median of the rounds, the fastest and the slowest."""

    median: float
    least: float
    most: float


def timed(work: Callable[[], object], rounds: int) -> Timing:
    """How long ``work`` takes, after one round that does not count."""
    work()
    taken = []
    for _ in range(rounds):
        started = time.perf_counter()
        work()
        taken.append((time.perf_counter() - started) * 1000)
    return Timing(statistics.median(taken), min(taken), max(taken))


def labelled() -> list[tuple[str, list[tuple[int, int, str | None]]]]:
    """The labelled articles: text, and start, end and speaker of every quotation."""
    out = []
    for path in sorted(NEWSROOM.glob("*/*.txt")):
        raw, text, at = path.read_text("utf-8"), "", 0
        wanted: list[tuple[int, int, str | None]] = []
        for label in LABEL.finditer(raw):
            text += raw[at : label.start()]
            speaker = None if label.group(1) == "-" else label.group(1)
            wanted.append((len(text), len(text) + len(label.group(2)), speaker))
            text += label.group(2)
            at = label.end()
        out.append((text + raw[at:], wanted))
    return out


def blocks_of(text: str) -> list[Block]:
    """One block a line."""
    return [Block("paragraph", *found.span()) for found in PARAGRAPH.finditer(text)]


class Speed(NamedTuple):
    """One article, against one regular expression."""

    own: Timing
    peer: Timing
    times_the_peer: float


class Growth(NamedTuple):
    """Milliseconds for a text of so many characters, in paragraphs and as one."""

    characters: int
    ms: float
    ms_a_thousand: float
    ms_as_one_block: float


def speed(text: str, rounds: int) -> Speed:
    """One article against the expression."""
    article = text[:ARTICLE]
    own = timed(partial(quotations_in, article, blocks_of(article), "en"), rounds)
    peer = timed(lambda: [found.span() for found in PEER.finditer(article)], rounds)
    return Speed(own, peer, own.median / peer.median)


def growth(text: str, rounds: int) -> list[Growth]:
    """The time at each size."""
    out = []
    for size in SIZES:
        long = (text * (size // len(text) + 1))[:size]
        fewer = max(1, rounds * ARTICLE // size)
        apart = timed(partial(quotations_in, long, blocks_of(long), "en"), fewer).median
        one_block = [Block("paragraph", 0, size)]
        joined = timed(partial(quotations_in, long.replace("\n", " "), one_block, "en"), fewer).median
        out.append(Growth(size, apart, apart * 1000 / size, joined))
    return out


def right(articles: Sequence[tuple[str, list[tuple[int, int, str | None]]]]) -> dict[str, int]:
    """Exact spans and right speakers, and the expression's exact spans."""
    total = exact = peer_exact = named = spoken = 0
    for text, wanted in articles:
        found = {(q.start, q.end): q.speaker for q in quotations_in(text, blocks_of(text))}
        simple = {match.span(match.lastindex or 0) for match in PEER.finditer(text)}
        for start, end, speaker in wanted:
            total += 1
            exact += (start, end) in found
            peer_exact += (start, end) in simple
            named += speaker is not None
            said = found.get((start, end))
            spoken += speaker is not None and said is not None and said.endswith(speaker.split()[-1])
    return {"quotations": total, "exact": exact, "peer exact": peer_exact, "named": named, "speakers right": spoken}


def main() -> None:
    """Measures, and prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=21, help="how often each thing is timed (default %(default)s)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    asked = parser.parse_args()
    articles = labelled()
    text = "\n\n".join(text for text, _ in articles)
    shares, one, sizes = right(articles), speed(text, asked.rounds), growth(text, asked.rounds)
    if asked.json:
        flat = {**one._asdict(), "own": one.own._asdict(), "peer": one.peer._asdict()}
        print(json.dumps({"right": shares, "speed": flat, "growth": [each._asdict() for each in sizes]}, indent=1))
        return
    print("right   ", ", ".join(f"{name} {count}" for name, count in shares.items()))
    print(
        f"speed    {one.own.median:.2f} ms ({one.own.least:.2f} to {one.own.most:.2f}) for 5,000 characters,"
        f" {one.times_the_peer:.0f} times one regular expression ({one.peer.median:.3f} ms)"
    )
    for each in sizes:
        print(
            f"growth   {each.characters:>9,} characters {each.ms:>8.1f} ms, {each.ms_a_thousand:.2f} ms a thousand;"
            f" as one paragraph {each.ms_as_one_block:.1f} ms"
        )


if __name__ == "__main__":
    main()
