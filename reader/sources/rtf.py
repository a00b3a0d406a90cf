"""Rich text (RTF): plain documents, and the exports of Factiva and Nexis."""

from __future__ import annotations

import re
from typing import Final

from reader.articles.article import Particulars
from reader.sources.source import Outcomes, Source, Unread, article_of

LARGEST: Final = 40_000_000
"""Bytes."""
_PICTURES: Final = re.compile(
    rb"\{\\(?:\*\\)?(?:pict|shppict|nonshppict|objdata|datastore|themedata)\b[^{}]{0,4000000}\}"
)
_CELLS: Final = re.compile(r"[ \t]*\|[ \t]*")


def read(source: Source) -> Outcomes:
    """The article in a document, or the articles of a press database's export."""
    if len(source.data) > LARGEST:
        yield Unread(source.path, f"too large for rich text (the limit is {LARGEST // 1_000_000} MB)")
        return
    from striprtf.striprtf import rtf_to_text

    from reader.sources import press

    # Under its own name striprtf writes the address of a link behind its words, and looks for its end without end.
    markup = _PICTURES.sub(b"", source.data).replace(b"\\fldinst", b"\\fldtype").decode("latin-1")
    try:
        text = str(rtf_to_text(markup, errors="replace"))  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, IndexError, TypeError, AttributeError, OverflowError, RecursionError):
        yield Unread(source.path, "the document is damaged")
        return
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if press.is_press(text):
        yield from press.read(Source(text.encode("utf-8", "replace"), source.path))
        return
    paragraphs = (" ".join(_CELLS.sub("  ", line).split()) for line in text.split("\n"))
    yield article_of(source, "\n\n".join(line for line in paragraphs if line), Particulars())
