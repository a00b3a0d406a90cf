"""How well the article of a saved page is found, beside trafilatura alone and readability-lxml in the same run.

    python benchmarks/html_text.py FOLDER… [--each] [--json]

A folder holds pages with what is expected of them, in one of four layouts: ``NAME/source.html`` with ``expected.html``
and ``expected-metadata.json``; ``NAME.html`` with ``NAME.md``, whose first block is JSON with the particulars; one
``ground-truth.json`` with texts by the names of ``html/NAME.html.gz``; or ``ground-truth/NAME.json``, of which the
articles are taken, with ``html/NAME.html.gz``.

*Text*: F1 over words as a bag (lower case, ``\\w+``; characters where a script has no blanks), the mean of all pages.
*Title*: the same letters and digits, the name of a site behind it apart. *Author*: the same first and last name of the
first one. *Date*: the same day. Only pages that state what is expected count, and how many that are is printed.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from reader.articles.build import Built
from reader.sources.dates import day_of
from reader.sources.html import read_page
from reader.sources.html_text import fragment_text
from reader.sources.source import Source

_WORD = re.compile(r"[\u3040-\u9fff\uac00-\ud7af]|[^\W\u3040-\u9fff\uac00-\ud7af]+")


@dataclass(frozen=True, slots=True)
class Found:
    """What a program takes a page to say."""

    text: str = ""
    title: str | None = None
    author: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Gold:
    """A page, and what is expected of it."""

    name: str
    page: bytes
    expected: Found


@dataclass(frozen=True, slots=True)
class Score:
    """One program over all pages. Shares are of the pages that state what is expected."""

    program: str
    f1: float
    worst: float
    titles: str
    authors: str
    dates: str
    milliseconds: float


def gold_in(folder: Path) -> Iterator[Gold]:
    """The pages below a folder."""
    if (folder / "ground-truth.json").exists():
        texts = json.loads((folder / "ground-truth.json").read_text())
        for name, expected in sorted(texts.items()):
            yield Gold(name[:12], _packed(folder, name), Found(expected["articleBody"]))
    for about in sorted((folder / "ground-truth").glob("*.json")):
        yield from _of_kind(about)
    for page in sorted(folder.rglob("*.html")):
        if page.name == "source.html" and (page.parent / "expected.html").exists():
            yield _saved(page)
        elif page.with_suffix(".md").exists():
            yield _with_markdown(page)


def _of_kind(about: Path) -> Iterator[Gold]:
    """A page with its particulars, if it is an article with a text."""
    loaded = json.loads(about.read_text())
    truth = loaded["ground_truth"]
    if loaded["_internal"]["page_type"]["primary"] == "article" and truth.get("main_content"):
        day = day_of(truth.get("publish_date"))
        expected = Found(truth["main_content"], truth.get("title"), truth.get("author"), day)
        yield Gold(about.stem, _packed(about.parent.parent, about.stem), expected)


def _packed(folder: Path, name: str) -> bytes:
    return gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())


def _saved(page: Path) -> Gold:
    about = json.loads((page.parent / "expected-metadata.json").read_text())
    text = fragment_text((page.parent / "expected.html").read_text()).text
    expected = Found(text, about.get("title"), about.get("byline"), day_of(about.get("publishedTime")))
    return Gold(page.parent.name, page.read_bytes(), expected)


def _with_markdown(page: Path) -> Gold:
    header, _, text = page.with_suffix(".md").read_text().removeprefix("```json").partition("```")
    about = json.loads(header)
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)|\]\([^)]*\)|[*_`>#\[]|^\s*\d+\.\s", " ", text, flags=re.MULTILINE)
    expected = Found(text, about["title"] or None, about["author"] or None, day_of(about["published"]))
    return Gold(page.stem, page.read_bytes(), expected)


def by_reader(page: bytes) -> Found:
    """What the program reads."""
    outcome = read_page(Source(page, "page.html"))
    if not isinstance(outcome, Built):
        return Found()
    about = outcome.article.particulars
    return Found(outcome.article.text, about.title, about.byline, about.published)


def by_trafilatura(page: bytes, *, precise: bool = False) -> Found:
    """What trafilatura extracts by itself."""
    from trafilatura import bare_extraction

    found = bare_extraction(page, with_metadata=True, include_comments=False, favor_precision=precise)
    if found is None or isinstance(found, dict):
        return Found()
    author = (found.author or "").partition(";")[0] or None
    return Found(found.text or "", found.title, author, found.date)


def by_readability(page: bytes) -> Found:
    """What readability-lxml extracts, if it is installed. It knows no authors and no dates."""
    from readability import Document

    document = Document(page.decode("utf-8", "replace"))
    return Found(fragment_text(document.summary(html_partial=True)).text, document.short_title())


def f1(found: str, expected: str) -> float:
    """The F1 of two bags of words."""
    ours, theirs = Counter(_WORD.findall(found.lower())), Counter(_WORD.findall(expected.lower()))
    both = sum((ours & theirs).values())
    return 2 * both / (ours.total() + theirs.total()) if both else float(not ours and not theirs)


def same_title(found: str | None, expected: str) -> bool:
    """Whether two titles have the same letters and digits, a site's name behind either apart."""
    return bool(_forms(found or "") & _forms(expected))


def _forms(title: str) -> set[str]:
    """A title, and what is left of it in front of its last rule."""
    return {_letters(form) for form in (title, re.split(r"\s[|·•–—-]+\s(?!.*\s[|·•–—-]+\s)", title)[0])} - {""}


def same_author(found: str | None, expected: str) -> bool:
    """Whether the first of the found names stands in the expected byline, by its first and last word."""
    names = re.findall(r"\w+", (found or "").partition(",")[0].casefold())
    return bool(names) and {names[0], names[-1]} <= set(re.findall(r"\w+", expected.casefold()))


def _letters(words: str) -> str:
    return "".join(char for char in words.casefold() if char.isalnum())


def scored(program: str, find: Callable[[bytes], Found], pages: Sequence[Gold], *, each: bool) -> Score:
    """One program over all pages."""
    values: list[float] = []
    seconds: list[float] = []
    right: dict[str, list[bool]] = {"title": [], "author": [], "date": []}
    for gold in pages:
        start = time.process_time()
        found = find(gold.page)
        seconds.append(time.process_time() - start)
        values.append(f1(found.text, gold.expected.text))
        _judge(found, gold.expected, right)
        if each:
            print(f"{program:24} {gold.name[:48]:48} {values[-1]:.3f}  {found.title!r} {found.author!r} {found.date}")
    shares = {what: f"{sum(judged)}/{len(judged)}" for what, judged in right.items()}
    return Score(
        program,
        statistics.mean(values),
        min(values),
        shares["title"],
        shares["author"],
        shares["date"],
        1000 * statistics.median(seconds),
    )


def _judge(found: Found, expected: Found, right: dict[str, list[bool]]) -> None:
    if expected.title:
        right["title"].append(same_title(found.title, expected.title))
    if expected.author:
        right["author"].append(same_author(found.author, expected.author))
    if expected.date:
        right["date"].append(found.date == expected.date)


def main() -> None:
    """Prints a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--each", action="store_true", help="a line for each page")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    programs: dict[str, Callable[[bytes], Found]] = {
        "reader": by_reader,
        "trafilatura": by_trafilatura,
        "trafilatura, precise": lambda page: by_trafilatura(page, precise=True),
        "readability-lxml": by_readability,
    }
    for folder in asked.folders:
        pages = list(gold_in(folder))
        print(f"{folder.name}: {len(pages)} pages")
        for name, find in programs.items():
            try:
                score = scored(name, find, pages, each=asked.each)
            except ImportError:
                continue
            if asked.json:
                print(json.dumps({"folder": folder.name, **asdict(score)}))
            else:
                print(
                    f"  {name:22} F1 {score.f1:.3f} (worst {score.worst:.3f})  titles {score.titles}  "
                    f"authors {score.authors}  dates {score.dates}  {score.milliseconds:.0f} ms a page"
                )


if __name__ == "__main__":
    main()
