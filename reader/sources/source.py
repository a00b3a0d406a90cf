"""What a reader is given, and what it gives: the bytes of one file, and articles or the reason why there is none."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO, Final

from reader.articles.article import Block, Particulars
from reader.articles.build import Built, build

_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1f]")

LARGEST: Final = 200_000_000
"""Bytes: a larger file is not opened, unless its format is read piece by piece."""
LARGEST_STREAMED: Final = 20_000_000_000
"""Bytes of a file that is read piece by piece."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A path that could not be read, and why. All is raw: it is cleaned where it is shown."""

    path: str
    reason: str
    addresses: tuple[str, ...] = ()
    """Addresses that stand there in place of articles: they can be fetched."""


Outcome = Built | Unread
Outcomes = Iterator[Outcome]


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one file, message or page."""

    data: bytes
    """All of them; of a ``file`` that is read piece by piece, only the first."""
    path: str
    """As the user named it; of an entry in a file, with its number: ``letters.mbox#3``."""
    address: str | None = None
    """Where it came from, if that is known."""
    charset: str | None = None
    """The encoding that was declared outside of the bytes (by a server, or the header of a message)."""
    file: str | None = None
    """The file itself, where ``data`` is only its beginning."""

    @property
    def sha256(self) -> str:
        """Of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()

    def stream(self) -> BinaryIO:
        """The bytes from the start, to be read piece by piece and closed. Raises OSError."""
        return io.BytesIO(self.data) if self.file is None else open(self.file, "rb")


def article_of(
    source: Source,
    text: str,
    known: Particulars,
    notices: tuple[str, ...] = (),
    headings: frozenset[str] = frozenset(),
) -> Outcome:
    """The article with an extracted text and the particulars that its source states.

    ``notices`` are parts of sentences about it; ``headings`` are the blocks that the source marks as such. An empty
    text is none.
    """
    if not text.strip():
        return Unread(source.path, "there is no text in it")
    text = _CONTROLS.sub(" ", text)
    built = build(text, path=source.path, sha256=source.sha256, markdown=False, known=known)
    article = built.article
    blocks = tuple(_marked(block, text[block.start : block.end], known.title, headings) for block in article.blocks)
    return with_notices(Built(replace(article, blocks=blocks), built.notices), notices)


def _marked(block: Block, words: str, title: str | None, headings: frozenset[str]) -> Block:
    """A block with the kind that its source gives it: a heading; and no title but the one that is stated."""
    if block.kind == "title" and title is not None and _letters(words) != _letters(title):
        block = replace(block, kind="paragraph", rule=None)
    if block.kind == "paragraph" and words in headings:
        is_title = title is not None and _letters(words) == _letters(title)
        return replace(block, kind="title" if is_title else "heading", rule="marked", level=0 if is_title else 2)
    return block


def _letters(words: str) -> str:
    return "".join(char for char in words.casefold() if char.isalnum())


def with_notices(built: Built, notices: tuple[str, ...]) -> Built:
    """The same article with further notices, each a part of a sentence."""
    if not notices:
        return built
    path = built.article.path
    return Built(built.article, (*(f"{path}: {notice}" for notice in notices), *built.notices))
