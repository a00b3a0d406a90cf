"""Invented pages with labels: what a scrape of them is, and what each of its lines should become.

A file begins with the particulars that should be found, then has a line ``---``, then the page. Two columns before each
line label it: ``- `` furniture, ``= `` title, ``~ `` dek, ``# `` heading, ``^ `` caption, two blanks for text. Files
called ``last-…`` were written before the rules were tried on them and looked at after all others.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reader.articles.article import Article

FOLDER: Final = Path(__file__).with_name("scrapes")
KINDS: Final = {
    "- ": "furniture",
    "= ": "title",
    "~ ": "dek",
    "# ": "heading",
    "^ ": "caption",
    "  ": "text",
}


@dataclass(frozen=True)
class Page:
    """A scrape, the particulars that it gives, and the label of each line that is not blank."""

    name: str
    text: str
    particulars: dict[str, str | None]
    labels: list[tuple[int, int, str]]


def pages(half: str) -> list[Page]:
    """The pages of one half, ``seen`` or ``last``."""
    return [_page(path) for path in sorted(FOLDER.glob(f"{half}-*.page"))]


def _page(path: Path) -> Page:
    head, _, body = path.read_text(encoding="utf-8").partition("---\n")
    particulars = dict(line.split(": ", 1) for line in head.splitlines())
    lines: list[str] = []
    labels: list[tuple[int, int, str]] = []
    at = 0
    for line in body.splitlines():
        words = line[2:]
        if words:
            labels.append((at, at + len(words), KINDS[line[:2]]))
        lines.append(words)
        at += len(words) + 1
    known = {name: None if value == "null" else value for name, value in particulars.items()}
    return Page(path.stem, "\n".join(lines) + "\n", known, labels)


def verdict(article: Article, start: int, end: int) -> str:
    """The kind of the block in which the middle of a line stands; all kinds of text are ``text``."""
    middle = (start + end) // 2
    kind = next(block.kind for block in reversed(article.blocks) if block.start <= middle)
    return kind if kind in KINDS.values() else "text"
