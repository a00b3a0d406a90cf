"""Articles for the tests: text in, one block a paragraph or line out, furniture marked by the caller."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from reader.articles.article import Article, Block, Quotation

Make = Callable[..., Article]
_QUOTED = re.compile(r"“([^”]+)”")


def article(text: str, *, name: str = "", furniture: str | None = None, quotations: bool = False) -> Article:
    """An article with a block for every line; lines that contain ``furniture`` are furniture."""
    blocks = []
    at = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            start = at + line.index(words)
            kind = "furniture" if furniture and furniture in words else "paragraph"
            blocks.append(Block(kind, start, start + len(words)))  # type: ignore[arg-type]
        at += len(line) + 1
    found = tuple(
        Quotation(number, match.start(1), match.end(1)) for number, match in enumerate(_QUOTED.finditer(text), 1)
    )
    return Article(
        id=name or text,
        path=name,
        text=text,
        blocks=tuple(blocks),
        quotations=found if quotations else (),
    )


@pytest.fixture
def make() -> Make:
    """The maker of articles."""
    return article
