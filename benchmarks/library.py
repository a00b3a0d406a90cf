"""How fast articles are imported and searched, and how much room they take, on text that this file makes itself.

    python benchmarks/library.py [--articles N] [--characters N] [--json]

*Import*: files of plain text are written to a temporary folder and imported. Beside it stands, in the same run, what
it costs to read and build some of the same files and keep nothing: the rest is what keeping them costs. *Pages*: some
of them as HTML, beside trafilatura alone. Both in seconds of processor time, which other work on the machine does not
lengthen; the import by the clock too, since a second process reads for it. *Search*: the first page of 20 articles with
snippets, for phrases that stand in few and in many articles and for words; medians of 9 runs, with the shortest and the
longest. *Asking*: what the interface asks of it, in processor time, the least of 9. *Starring*: how long a star takes
while another process imports. *Room*: the bytes of the file over the bytes of the texts in UTF-8. *Opening*: what the
program does at its start with this library, against an empty one.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path

from matching import Prose

from reader.compare.matcher import Matcher
from reader.compare.thresholds import DEFAULT
from reader.library.collection import Collection
from reader.library.elsewhere import Words, said_elsewhere
from reader.library.everywhere import FoundIn, Question, Shadows, everywhere
from reader.library.importing import import_paths
from reader.library.lent import library_shelf
from reader.library.searching import Search, known_of, search
from reader.library.store import Store
from reader.sources.reading import read_file
from reader.text.find import Query

REPEATS = 9
PLANTED = {
    "in 1 article of 200": ("the ledger of the northern ferry was never closed", 200),
    "in 1 article of 10": ("a spokesman for the harbour declined to say more", 10),
}
PAGES = 300
"""Files that are also imported as HTML."""
STARRED_DURING = 600
"""Files that are imported while stars are set."""
SAMPLE = 300
"""Files that are read and built without being kept."""


def write_files(folder: Path, articles: int, characters: int) -> int:
    """Writes the files, with planted sentences in some; bytes of text in all."""
    rng = random.Random(20190722)
    prose = Prose(rng)
    stock = [" ".join(prose.article(60)) for _ in range(2000)]
    size = 0
    for number in range(articles):
        topic = prose.topic()
        paragraphs = [" ".join(prose.article(40, topic)) for _ in range(2)]
        while sum(map(len, paragraphs)) < characters:
            paragraphs.append(
                rng.choice(stock) if rng.random() < 0.5 else " ".join(rng.sample(rng.choice(stock).split(), 55))
            )
        for sentence, every in PLANTED.values():
            if number % every == 0:
                paragraphs.insert(rng.randrange(1, len(paragraphs)), sentence.capitalize() + ".")
        text = f"{prose.sentence(topic)[:60]} {number}\n\n" + "\n\n".join(paragraphs) + "\n"
        (folder / f"{number:06}.txt").write_text(text)
        size += len(text.encode())
    return size


def seconds(run: Callable[[], object], repeats: int = REPEATS) -> tuple[float, float, float]:
    """Median, shortest and longest of several runs."""
    taken = []
    for _ in range(repeats):
        start = time.perf_counter()
        run()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken), min(taken), max(taken)


def cost(run: Callable[[], object]) -> float:
    """Seconds of processor time, of this process and of those that it began and that have ended."""
    start = os.times()
    run()
    end = os.times()
    return sum(end[:4]) - sum(start[:4])


def importing(folder: Path, home: Path, articles: int) -> dict[str, float]:
    """Imports all, and reads some of the same without keeping them, before and after."""
    files = sorted(map(str, folder.iterdir()))
    sample = files[:: max(1, len(files) // SAMPLE)]
    before = cost(lambda: [read_file(path) for path in sample])
    collection = Collection.open(home / "articles.sqlite")
    start, begun = os.times(), time.perf_counter()
    summary = import_paths([str(folder)], collection)
    waited, end = time.perf_counter() - begun, os.times()
    taken = sum(end[:4]) - sum(start[:4])
    after = cost(lambda: [read_file(path) for path in sample])
    start = os.times()
    again = import_paths([str(folder)], collection)
    taken_again = sum(os.times()[:4]) - sum(start[:4])
    collection.close()
    assert summary.added == articles, (summary.added, summary.unread[:3], summary.same[:3], summary.stopped)
    assert again.unchanged == articles
    build = (before + after) / 2 / len(sample)
    return {
        "articles_a_second": articles / taken,
        "articles_a_second_by_the_clock": articles / waited,
        "built_alone_a_second": 1 / build,
        "import_over_build": taken / articles / build,
        "milliseconds_to_keep_one": 1000 * (taken / articles - build),
        "imported_again_a_second": articles / taken_again,
        "flagged_as_near": len(summary.near),
    }


def pages(texts: Path, place: Path) -> dict[str, float]:
    """The same texts as HTML pages: trafilatura alone, which keeps nothing, and the import."""
    import trafilatura

    folder, home = place / "pages", place / "pages-home"
    folder.mkdir()
    chosen = sorted(texts.iterdir())[:PAGES]
    for path in chosen:
        title, *paragraphs = path.read_text().split("\n\n")
        body = "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs)
        links = "".join(f'<li><a href="/{number}">Section {number}</a></li>' for number in range(30))
        head = f"<head><title>{title}</title></head>"
        (folder / f"{path.stem}.html").write_text(
            f"<!DOCTYPE html><html>{head}<body><nav><ul>{links}</ul></nav>"
            f"<article><h1>{title}</h1>{body}</article></body></html>"
        )
    held = [file.read_text() for file in sorted(folder.iterdir())]
    alone = cost(lambda: [trafilatura.extract(page, with_metadata=True) for page in held])
    collection = Collection.open(home / "articles.sqlite")
    imported = cost(lambda: import_paths([str(folder)], collection))
    assert len(collection) == len(chosen)
    collection.close()
    return {"import_a_second": len(held) / imported, "trafilatura_alone_a_second": len(held) / alone}


def searching(home: Path) -> dict[str, dict[str, float]]:
    """The first page for each question."""
    collection, store = Collection.open(home / "articles.sqlite"), Store.open(home / "kept.sqlite")
    questions = {f"phrase {where}": f'"{sentence}"' for where, (sentence, _) in PLANTED.items()}
    questions |= {
        "two words in all of them": "the after",
        "phrase and field": f'"{PLANTED["in 1 article of 10"][0]}" file:00',
    }
    out = {}
    for name, question in questions.items():
        found: list[tuple[int, int]] = []

        def run(question: str = question, found: list[tuple[int, int]] = found) -> None:
            asked = search(collection, question, known_of(store))
            assert isinstance(asked, Search)
            found.append((asked.candidates, len(asked.page())))

        middle, shortest, longest = seconds(run)
        out[name] = {
            "milliseconds": 1000 * middle,
            "shortest": 1000 * shortest,
            "longest": 1000 * longest,
            "articles": found[0][0],
            "shown": found[0][1],
        }
    collection.close()
    return out


def asking(home: Path) -> dict[str, float]:
    """Milliseconds, the least of several: the library as a shelf; a letter more in ``F``, until 20 articles are found;
    who else says a sentence, until the first that says it, and until all that say it nearly."""
    os.environ["READER_HOME"] = str(home)
    matcher, shadows = Matcher(), Shadows()
    rare, often = (sentence for sentence, _ in PLANTED.values())

    def found(words: str, most: int) -> None:
        answers = everywhere((), Question(Query(words)), shadows)
        assert len(list(islice((each for each in answers if isinstance(each, FoundIn)), most))) == most

    def said(words: str, most: int | None) -> None:
        answers = said_elsewhere((), Words(words, "", DEFAULT), matcher, shadows)
        assert list(islice((each for each in answers if isinstance(each, FoundIn)), most))

    runs: dict[str, Callable[[], object]] = {
        "as_a_shelf": library_shelf,
        "a_word_as_it_is_typed": lambda: found(often.split()[1], 20),
        "a_phrase_as_it_is_typed": lambda: found(f'"{often}', 20),
        "who_else_first": lambda: said(often, 1),
        "who_else_nearly": lambda: said(f"{rare} by anybody at all", None),
    }
    return {name: 1000 * min(cost(run) for _ in range(REPEATS)) for name, run in runs.items()}


def starring(folder: Path, home: Path) -> dict[str, float]:
    """Milliseconds that a star takes while another process imports into the same library."""
    command = [
        sys.executable,
        "-m",
        "reader",
        "import",
        "--quiet",
        *sorted(map(str, folder.iterdir()))[:STARRED_DURING],
    ]
    importer = subprocess.Popen(command, env={**os.environ, "READER_HOME": str(home)}, stdout=subprocess.DEVNULL)
    store = Store.open(home / "kept.sqlite")
    taken: list[float] = []
    while importer.poll() is None:
        start = time.perf_counter()
        assert store.set_starred([f"{len(taken):016x}"])
        taken.append(1000 * (time.perf_counter() - start))
        time.sleep(0.01)
    assert importer.returncode == 0
    assert not store.notices
    store.close()
    taken.sort()
    return {
        "stars": len(taken),
        "median": taken[len(taken) // 2],
        "longest_of_100": taken[-len(taken) // 100],
        "longest": taken[-1],
    }


def opening(home: Path, ids: Sequence[str]) -> dict[str, float]:
    """Milliseconds to open what is kept and read the states, with everything read and places kept, and with nothing."""

    def run(path: Path) -> None:
        store = Store.open(path)
        store.state()
        store.tags()
        store.close()

    empty, full = home / "empty.sqlite", home / "full.sqlite"
    for path, known in ((empty, ids[:1]), (full, ids)):
        store = Store.open(path)
        store.set_read(known)
        store.set_tags(known[: len(known) // 10], ["later"])
        for place, id in enumerate(known[: len(known) // 2]):
            store.keep_place(id, place)
        store.close()
    return {
        "empty": 1000 * seconds(lambda: run(empty))[0],
        "full": 1000 * seconds(lambda: run(full))[0],
        "kept_bytes": float(full.stat().st_size),
    }


def main() -> None:
    """Measure, and print what was measured."""
    parser = argparse.ArgumentParser(description="How fast articles are imported and searched.")
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--characters", type=int, default=5_000)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder, home = Path(place) / "texts", Path(place) / "home"
        folder.mkdir()
        home.mkdir()
        size = write_files(folder, chosen.articles, chosen.characters)
        figures: dict[str, object] = {"articles": chosen.articles, "bytes": size}
        figures["import"] = importing(folder, home, chosen.articles)
        figures["pages"] = pages(folder, Path(place))
        figures["search"] = searching(home)
        figures["asking"] = asking(home)
        figures["starring"] = starring(folder, Path(place) / "other")
        collection = Collection.open(home / "articles.sqlite")
        figures["opening"] = opening(home, list(collection.ids()))
        collection.close()
        figures["store_over_text"] = (home / "articles.sqlite").stat().st_size / size
    if chosen.json:
        print(json.dumps(figures))
        return
    for name, value in figures.items():
        rows = value.items() if isinstance(value, dict) else [("", value)]
        for row, figure in rows:
            shown = figure if isinstance(figure, dict) else {"": figure}
            print(f"{name:16} {row:28}", *(f"{key} {number:,.4g}" for key, number in shown.items()))


if __name__ == "__main__":
    main()
