"""How long the screen takes: start, keys, resize, memory, beside other programs in the same run.

    python benchmarks/terminal.py [--rows ROW,…] [--quick] [--samples N] [--largest MB] [--json FILE]

Everything runs in a real pseudo-terminal of 100 x 40 (``wire.py``), each program in a home of its own. A time is from
the moment a key is written to the moment the last byte of its answer is read, further pictures included, until nothing
has come for 50 ms; a start is from ``fork`` to the first picture that has words of the first article in it. Programs
that are compared are open at the same time and asked in turn; before each sample the machine is given a moment to
become idle. Figures are medians with the least and the greatest behind them; the lines at the end are held against
what the program is meant to reach.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

from screen.bench import Bench, pagers, reader, smallest, stock
from screen.lists import beside, lists, loading
from screen.measured import Measured, tables
from screen.reading import compare, held, line, page, resize
from screen.search import search
from screen.starting import opening, start
from screen.texts import SIZES, Texts

__all__ = ["SIZES", "Texts", "pagers", "reader", "smallest", "stock"]

ROWS: dict[str, Callable[[Bench], Iterator[Measured]]] = {
    measure.__name__: measure
    for measure in (start, opening, page, line, held, resize, search, lists, compare, beside, loading)
}
LISTS = (100, 10_000, 100_000, 1_000_000)


def main() -> int:
    """Measures the rows and prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", default=",".join(ROWS), help="some of " + ", ".join(ROWS))
    parser.add_argument("--quick", action="store_true", help="3 samples, texts up to 1 MB, lists up to 10,000")
    parser.add_argument("--samples", type=int, default=None, help="11 unless told")
    parser.add_argument("--largest", type=float, default=None, help="the largest text, in MB")
    parser.add_argument("--sizes", nargs="*", choices=list(SIZES), help="texts of these sizes alone")
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    rows = asked.rows.split(",")
    if unknown := [row for row in rows if row not in ROWS]:
        parser.error(f"no such row: {', '.join(unknown)}; there are {', '.join(ROWS)}")
    largest = (asked.largest or (1 if asked.quick else 100)) * 1_000_000
    sizes = asked.sizes or [size for size, number in SIZES.items() if number <= largest]
    numbers = [number for number in LISTS if not asked.quick or number <= 10_000]
    samples = asked.samples or (3 if asked.quick else 11)
    load, began = os.getloadavg()[0], time.monotonic()
    lines: list[Measured] = []
    with tempfile.TemporaryDirectory(prefix="reader-bench-", ignore_cleanup_errors=True) as folder:
        bench = Bench(Texts(Path(folder)), samples, sizes, numbers)
        for row in rows:
            for measured in ROWS[row](bench):
                lines.append(measured)
                told = f"{measured.median:.2f} {measured.unit}"
                print(f"{row}: {measured.what}, {measured.size}, {measured.subject}: {told}", file=sys.stderr)
    minutes = (time.monotonic() - began) / 60
    print(
        f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, load {load:.1f} to {os.getloadavg()[0]:.1f}, "
        f"{minutes:.1f} minutes"
    )
    print(tables(lines))
    if asked.json:
        asked.json.write_text(json.dumps([asdict(line) for line in lines], indent=1), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
