"""How long a page takes until its blocks, furniture and particulars are known, and whether that grows with its length.

    python benchmarks/pages.py [--repeats 9] [--hostile] [--json]

*Page*: a made-up page of 5,000 code points, text to blocks, furniture and particulars, in this process. The peers do
nearest to the same work on the same page as HTML, in the same run: trafilatura (text and metadata, fast), and
readability-lxml (text and title), where they are installed. *Growth*: the same page again and again up to 1 MB; the
figure is the time a code point takes there, over that at 10 KB: 1 is linear. *Hostile*: texts of 1 MB or of 100,000
lines that are made to be slow, each against a quarter of itself: 4 is linear.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import time
from collections.abc import Callable
from typing import Any

from reader.articles.blocks.plain import plain_blocks
from reader.articles.build import build
from reader.articles.evidence import evidence_in
from reader.articles.learning import learned
from reader.articles.pages.page import page_blocks

PAGE = 5_000
GROWTH = (10_000, 100_000, 1_000_000)
_WORDS = (
    "the ferry stopped at noon and queue on north bank reached old brewery gate nobody from council came although "
    "three of its members live within sight landing stage there a second crew waited in rain until four then went home"
)
WORDS = _WORDS.split()
TOP = ["Home", "News", "Why the ferry stopped at noon and nobody came", "By Ada Quill", "3 March 2024, 9:15 am"]
BOX = ["Related stories", "The long way home by water", "Sign up for The Morning Tide", "ADVERTISEMENT"]
FOOT = ["Ada Quill covers the harbour for the Averin Gazette.", "Share this story", "© 2024 Averin Gazette"]


def page(size: int, seed: int = 20240303) -> list[str]:
    """The lines of a page of about ``size`` code points: paragraphs of 60 words with a box after every fifth."""
    rng = random.Random(seed)
    lines, held = list(TOP), 0
    while held < size - 400:
        paragraph = " ".join(rng.choices(WORDS, k=60)).capitalize() + "."
        lines.append(paragraph)
        held += len(paragraph) + 2
        if rng.random() < 0.2:
            lines += BOX
            held += sum(map(len, BOX))
    return [*lines, *FOOT]


def judged(text: str) -> None:
    """Text to blocks, furniture and particulars: what this benchmark times."""
    blocks = page_blocks(text, plain_blocks(text))
    evidence_in(text, blocks)


def milliseconds(run: Callable[[], Any], repeats: int) -> tuple[float, float]:
    """The median of some runs, and the spread between the quarters."""
    run()
    times = []
    for _ in range(repeats):
        started = time.perf_counter()
        run()
        times.append(1000 * (time.perf_counter() - started))
    low, _, high = statistics.quantiles(times, n=4)
    return statistics.median(times), high - low


def peers(lines: list[str]) -> dict[str, Callable[[], Any]]:
    """What others do with the same page as HTML, by name; what is not installed is left out."""
    source = "<html><body>" + "".join(f"<p>{line}</p>" for line in lines) + "</body></html>"
    found: dict[str, Callable[[], Any]] = {}
    try:
        import trafilatura

        found["trafilatura"] = lambda: trafilatura.bare_extraction(source, fast=True, with_metadata=True)
    except ImportError:
        pass
    try:
        from readability import Document

        def readability() -> None:
            document = Document(source)
            document.summary()
            document.title()

        found["readability-lxml"] = readability
    except ImportError:
        pass
    return found


HOSTILE = {
    "only blank lines": "\n" * 100_000,
    "only marks": '"\n' * 100_000,
    "one letter a line": "a\n" * 100_000,
    "headings of boxes": "Related posts\n\nThe long way home\n\n" * 25_000,
    "names of networks": "Facebook\n" * 100_000,
    "biographies": "Ada Quill is a reporter at the Gazette.\n\n" * 25_000,
    "dates": "3 March 2024\n" * 80_000,
    "bylines": "By Ada Quill\n" * 80_000,
    "one line": "x" * 1_000_000,
    "capitals": ("Ada Quill " * 40 + "\n") * 2_500,
    "brackets": ("(photo [a](" * 36 + "\n") * 2_500,
    "years": "It was founded in 2015 and will end by 2031. " * 22_000,
}


def measured(repeats: int, *, hostile: bool) -> dict[str, Any]:
    """All figures, in milliseconds and ratios."""
    lines = page(PAGE)
    text = "\n\n".join(lines)
    own, spread = milliseconds(lambda: judged(text), repeats)
    whole, _ = milliseconds(lambda: build(text, path="a.txt", sha256="", markdown=False), repeats)
    figures: dict[str, Any] = {
        "page": {"code points": len(text), "ms": own, "spread": spread, "with quotations": whole}
    }
    figures["peers"] = {name: milliseconds(run, repeats)[0] for name, run in peers(lines).items()}
    sizes = {size: "\n\n".join(page(size)) for size in GROWTH}
    took = {size: milliseconds(lambda size=size: judged(sizes[size]), max(3, repeats // 3))[0] for size in GROWTH}  # type: ignore[misc]
    base = took[GROWTH[0]] / len(sizes[GROWTH[0]])
    figures["growth"] = {size: {"ms": took[size], "ratio": took[size] / len(sizes[size]) / base} for size in GROWTH}
    shelf = [
        build("\n\n".join(page(PAGE, seed)), path=f"{seed}.txt", sha256="", markdown=False).article
        for seed in range(200)
    ]
    figures["learning 200 pages"] = milliseconds(lambda: learned(shelf), max(3, repeats // 3))[0]
    if hostile:
        figures["hostile"] = {name: _against_a_quarter(text) for name, text in HOSTILE.items()}
    return figures


def _against_a_quarter(text: str) -> dict[str, float]:
    took = []
    for size in (len(text) // 4, len(text)):
        started = time.perf_counter()
        judged(text[:size])
        took.append(1000 * (time.perf_counter() - started))
    return {"ms": took[1], "ratio": took[1] / took[0]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeats", type=int, default=9)
    parser.add_argument("--hostile", action="store_true")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    figures = measured(asked.repeats, hostile=asked.hostile)
    if asked.json:
        print(json.dumps(figures, indent=1))
        return
    own = figures["page"]
    print(f"page of {own['code points']:,}: {own['ms']:.1f} ms (±{own['spread']:.1f})")
    print(f"  with quotations: {own['with quotations']:.1f} ms")
    for name, took in figures["peers"].items():
        print(f"  {name}: {took:.1f} ms, {took / own['ms']:.1f} times as long")
    for size, each in figures["growth"].items():
        print(f"{size:>9,}: {each['ms']:.0f} ms, {each['ratio']:.2f} of the time a code point at {GROWTH[0]:,}")
    print(f"learning from 200 pages: {figures['learning 200 pages']:.0f} ms")
    for name, each in figures.get("hostile", {}).items():
        print(f"  {name}: {each['ms']:.0f} ms, {each['ratio']:.1f} times its quarter")


if __name__ == "__main__":
    main()
