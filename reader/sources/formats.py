"""The formats that are text already: plain text and Markdown. All other kinds of files are in :mod:`.kinds`."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from reader.articles.build import Built, begin, build

_SUFFIX: Final = re.compile(r"\.[A-Za-z][A-Za-z0-9_-]{0,11}")


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file. ``read`` makes an article from its decoded text, its path and the SHA-256 of its bytes."""

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[str, str, str], Built]
    begin: Callable[[str, str, str, str | None], Built] | None = None
    """The same for a text of which only the beginning is looked at yet; the last argument is the article's id, where
    that is known. ``None``: such a file is always read as a whole."""


def _plain(text: str, path: str, sha256: str) -> Built:
    return build(text, path=path, sha256=sha256, markdown=False)


def _markdown(text: str, path: str, sha256: str) -> Built:
    return build(text, path=path, sha256=sha256, markdown=True)


def _plain_begun(text: str, path: str, sha256: str, identity: str | None) -> Built:
    return begin(text, path=path, sha256=sha256, markdown=False, identity=identity)


def _markdown_begun(text: str, path: str, sha256: str, identity: str | None) -> Built:
    return begin(text, path=path, sha256=sha256, markdown=True, identity=identity)


PLAIN: Final = Format("plain text", (".txt", ".text"), _plain, _plain_begun)
MARKDOWN: Final = Format("Markdown", (".md", ".markdown"), _markdown, _markdown_begun)
FORMATS: Final = (PLAIN, MARKDOWN)

_BY_SUFFIX: Final = {suffix: form for form in FORMATS for suffix in form.suffixes}


def suffix_of(name: str) -> str:
    """The ending of a file's name in small letters, with its dot; empty where it has none ("notes", "story.2")."""
    suffix = os.path.splitext(os.path.basename(name))[1]
    return suffix.lower() if _SUFFIX.fullmatch(suffix) else ""


def format_of(name: str) -> Format | None:
    """The format of a file with this name; a name without an ending is plain text; ``None`` where it cannot be read."""
    suffix = suffix_of(name)
    return _BY_SUFFIX.get(suffix) if suffix else PLAIN
