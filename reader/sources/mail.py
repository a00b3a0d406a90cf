"""Messages: the text of a mail or a newsletter, with its subject, sender and day."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from email.header import Header, decode_header
from email.message import Message
from email.policy import compat32
from email.utils import parseaddr
from typing import Final

from reader.articles.article import Particulars
from reader.sources.dates import day_of
from reader.sources.declared import decode_declared
from reader.sources.decoding import Decoded
from reader.sources.html import page_in
from reader.sources.html_article import count
from reader.sources.html_text import Worded, text_of
from reader.sources.html_tree import lightened, tree_of
from reader.sources.press import is_press
from reader.sources.source import Outcome, Outcomes, Source, Unread, article_of

LARGEST: Final = 60_000_000
"""Bytes of one message, what is attached to it included."""
MOST_LINES: Final = 200_000
"""Lines of a message's text: each may become a block, and a million of them take 750 MB. Attachments do not count."""
LARGEST_HEADER: Final = 500_000
"""Bytes: what a header has beyond them is left out."""
_HEADER_LINE: Final = re.compile(rb"[!-9;-~]+[ \t]*:|[ \t]|From ")
_BLANK_IN_NAME: Final = re.compile(rb"\A([!-9;-~]+)[ \t]+:")
MOST_PARTS: Final = 300
LEAST_SHARE: Final = 0.6
"""An extraction with a smaller share of a newsletter's words has lost some of its sections."""


def read(source: Source) -> Outcomes:
    """The article in a message; where it brings the text of a press database, the articles in that."""
    outcome = read_message(source)
    if isinstance(outcome, Unread) or not is_press(outcome.article.text):
        yield outcome
        return
    from reader.sources.press import read as read_press

    yield from read_press(Source(outcome.article.text.encode("utf-8", "replace"), source.path))


def read_message(source: Source) -> Outcome:
    """The text of a message with what its header states."""
    if len(source.data) > LARGEST:
        return Unread(source.path, f"too large for a message (the limit is {LARGEST // 1_000_000} MB)")
    try:
        message = email.message_from_bytes(_mended(source.data), policy=compat32)
        parts = list(parts_of(message))
    except (RecursionError, ValueError, TypeError, AttributeError, LookupError, IndexError):
        return Unread(source.path, "the message is damaged")
    known = particulars_of(message)
    worded = _body(parts)
    if worded is None or not worded.text.strip():
        return Unread(source.path, "there is no text in the message")
    if (lines := worded.text.count("\n")) > MOST_LINES:
        return Unread(source.path, f"too long for a message ({lines:,} lines; the limit is {MOST_LINES:,})")
    attached = sum(part.get_content_disposition() == "attachment" for part in parts)
    notices = (f"what is attached to it is not read ({attached})",) if attached else ()
    return article_of(source, worded.text, known, notices, worded.headings)


def _mended(data: bytes) -> bytes:
    """A message without the lines in its header that are none, which would end it, and without blanks in names."""
    header, blank, body = re.split(rb"(\r?\n\r?\n|\Z)", data, maxsplit=1)
    lines = header[:LARGEST_HEADER].splitlines(keepends=True)
    kept = [_BLANK_IN_NAME.sub(rb"\1:", line) for line in lines if _HEADER_LINE.match(line)]
    is_right = kept == lines and len(header) <= LARGEST_HEADER
    return b"".join((*kept, blank, body)) if kept and not is_right else data


def particulars_of(message: Message) -> Particulars:
    """What the header of a message states. The sender is the byline; a list's name is the outlet."""
    charset = next((name for part in parts_of(message) if (name := part.get_content_charset())), None)
    name, address = parseaddr(words_of(message.get("From"), charset))
    listed = re.match(r"\s*\"?([^\"<]{2,120}?)\"?\s*<", words_of(message.get("List-Id"), charset))
    return Particulars(
        title=words_of(message.get("Subject"), charset) or None,
        byline=name.strip() or address or None,
        outlet=listed[1].strip() if listed else None,
        published=day_of(words_of(message.get("Date"))),
        language=_language(words_of(message.get("Content-Language"))),
        source=_archived(message),
    )


def parts_of(message: Message) -> Iterator[Message]:
    """The parts of a message that hold no others, in order."""
    waiting, seen = [message], 0
    while waiting and seen < MOST_PARTS:
        part = waiting.pop(0)
        seen += 1
        inner = part.get_payload()
        if part.is_multipart() and isinstance(inner, list):
            waiting[:0] = [one for one in inner if isinstance(one, Message)]
        else:
            yield part


def bytes_of(part: Message) -> bytes:
    """The content of a part, whatever it was wrapped in; nothing where that is damaged beyond reading."""
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, TypeError, LookupError, AssertionError):
        return b""
    return payload if isinstance(payload, bytes) else b""


def words_of(value: object, charset: str | None = None) -> str:
    """The words of a header on one line, with encoded words decoded. ``charset`` is that of bytes that are not."""
    if value is None:
        return ""
    try:
        pieces = decode_header(value if isinstance(value, Header) else str(value)[:10_000])
    except (ValueError, LookupError, TypeError):
        return " ".join(str(value).split())
    words = " ".join("".join(_piece(piece, declared, charset) for piece, declared in pieces).split())
    return words_of(words) if isinstance(value, Header) and "=?" in words else words


def _piece(words: bytes | str, declared: str | None, charset: str | None) -> str:
    if isinstance(words, str):
        try:
            return words.encode("ascii", "surrogateescape").decode("utf-8", "replace")
        except UnicodeEncodeError:  # decoded already
            return words
    name = charset if declared in (None, "unknown-8bit") else declared
    decoded = decode_declared(words, name or "cp1252")
    return decoded.text if isinstance(decoded, Decoded) else words.decode("latin-1")


def _body(parts: list[Message]) -> Worded | None:
    """The text of the first page, or of all parts of plain text, that are no attachments; a page goes before them."""
    texts = [part for part in parts if part.get_content_disposition() != "attachment"]
    pages = [part for part in texts if part.get_content_type() == "text/html"]
    plains = [part for part in texts if part.get_content_type() == "text/plain"]
    plain = "\n\n".join(map(_plain, plains[:1] if pages else plains))
    worded = _newsletter(_text(pages[0])) if pages else None
    if worded is None or not worded.text.strip():
        return Worded(plain) if plain.strip() else worded
    return worded if 3 * count(worded.text) >= count(plain) else Worded(plain)


def _text(part: Message) -> str:
    decoded = decode_declared(bytes_of(part), part.get_content_charset())
    return decoded.text if isinstance(decoded, Decoded) else ""


def _plain(part: Message) -> str:
    """Plain text; lines that were broken on the way ("format=flowed") are joined again."""
    text = _text(part).replace("\r\n", "\n")
    if str(part.get_param("format") or "").lower() != "flowed":
        return text
    text = re.sub(r"(?m)^-- \n", "--\n", text)
    joined = "" if str(part.get_param("delsp") or "").lower() == "yes" else " "
    return re.sub(r" \n(?![>\n])", joined, text)


def _newsletter(markup: str) -> Worded:
    """The text of a newsletter: the extracted one, unless that leaves out much of what is there."""
    root = tree_of(lightened(_without_hidden(markup)))
    if root is None:
        return Worded()
    everything = text_of(root)
    if is_press(everything.text):
        return everything
    page = page_in(markup)
    if page is not None and count(page.worded.text) >= LEAST_SHARE * count(everything.text):
        return page.worded
    return everything


_HIDDEN: Final = re.compile(
    r"<(div|span|p)\b[^>]{0,500}?(?:display:\s*none|mso-hide:\s*all)[^>]{0,500}>[^<]{0,5000}</\1>", re.IGNORECASE
)


def _without_hidden(markup: str) -> str:
    """A newsletter without the line for previews, which nobody sees."""
    return _HIDDEN.sub("", markup[:3_000_000]) + markup[3_000_000:]


def _archived(message: Message) -> str | None:
    """Where the message can be read on the web, if its header says so."""
    found = re.search(r"https?://[^\s<>]{1,1000}", words_of(message.get("Archived-At") or message.get("List-Post-URL")))
    return found[0] if found else None


def _language(tag: str) -> str | None:
    found = re.match(r"[A-Za-z]{2,3}(?=[-_,]|$)", tag)
    return found[0].lower() if found else None
