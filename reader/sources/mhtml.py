"""Pages that were saved with their parts in one file (MHTML): a message whose root part is the page."""

from __future__ import annotations

import email
from email.message import Message
from email.policy import compat32

from reader.sources.html import read_page
from reader.sources.mail import bytes_of, parts_of, words_of
from reader.sources.source import Outcomes, Source, Unread


def read(source: Source) -> Outcomes:
    """The article in the page."""
    try:
        message = email.message_from_bytes(source.data, policy=compat32)
        parts = list(parts_of(message))
    except (RecursionError, ValueError, TypeError, AttributeError, LookupError, IndexError):
        yield Unread(source.path, "the file is damaged")
        return
    page = next((part for part in parts if part.get_content_type() in ("text/html", "application/xhtml+xml")), None)
    if page is None:
        yield Unread(source.path, "there is no page in it")
        return
    address = _address(message) or _address(page)
    yield read_page(Source(bytes_of(page), source.path, address, page.get_content_charset()))


def _address(part: Message) -> str | None:
    for name in ("Snapshot-Content-Location", "Content-Location"):
        words = words_of(part.get(name)).replace(" ", "")
        if words.startswith(("http://", "https://")):
            return words
    return None
