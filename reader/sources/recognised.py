"""What some bytes begin with, and which kind of file that makes them. Names are wrong more often than contents."""

from __future__ import annotations

import json
import re
from typing import Final

from reader.sources import kinds
from reader.sources.declared import decode_declared
from reader.sources.decoding import Undecodable
from reader.sources.formats import FORMATS, suffix_of
from reader.sources.kinds import Kind, kind_by_name

HEAD: Final = 65_536
"""Bytes that are looked at."""

_TAG: Final = re.compile(
    r"\s*(?:<\?[^>]{0,2000}>|<!--.*?-->|<!DOCTYPE[^>\[]{0,500}(?:\[.*?\]\s*)?>|\s+)*", re.DOTALL | re.IGNORECASE
)
_ROOT: Final = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)")
_FEEDS: Final = frozenset(("rss", "feed", "rdf", "channel"))
_PAGE_PARTS: Final = frozenset((
    "html", "head", "body", "title", "meta", "link", "article", "main", "script", "style", "div", "section",
    "header", "table",
))  # fmt: skip
_HEADER: Final = re.compile(r"([A-Za-z][A-Za-z0-9-]{1,60})[ \t]*:[ \t]?\S?")
_MAIL_ONLY: Final = frozenset(
    ("received", "return-path", "mime-version", "message-id", "delivered-to", "dkim-signature")
)
_MAIL_TOO: Final = frozenset(("from", "to", "subject", "date", "content-type"))
_PRESS_PAGE: Final = re.compile(
    rb"""class=["']article \w{2,5}Article|>\s*\d+ of \d+ DOCUMENTS\s*<|>\s*ProQuest document ID"""
)
_ADDRESS_LINE: Final = re.compile(r"\"?(?:https?://\S+|exec:|filter:|query:|file://)", re.IGNORECASE)
_MARKDOWN: Final = next(form.suffixes for form in FORMATS if form.name == "Markdown")
_JSON_FEED: Final = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org')
_OTHER_OFFICE: Final = (
    (b"xl/workbook", "a spreadsheet (.xlsx) is not read; saved as CSV it can be"),
    (b"ppt/presentation", "a presentation (.pptx) is not read; saved as PDF it can be"),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument text is not read; saved as DOCX it can be"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file of this kind is not read"),
    (b"mimetypeapplication/vnd.sun.xml.writer", "an old OpenOffice text is not read; saved as DOCX it can be"),
)
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_KINDS: Final = {
    ".doc": "an old Office document (.doc) is not read; saved as DOCX it can be",
    ".xls": "an old spreadsheet (.xls) is not read; saved as CSV it can be",
    ".ppt": "an old presentation (.ppt) is not read; saved as PDF it can be",
    ".msg": "a message of Outlook (.msg) is not read; saved as EML it can be",
}


def kind_of(head: bytes, name: str) -> Kind | str | None:
    """The kind of a file that begins with ``head``; ``None`` where it is text; the reason why it cannot be read."""
    by_bytes = _by_signature(head, name)
    if by_bytes is not None:
        return by_bytes
    by_name = kind_by_name(name)
    decoded = decode_declared(head[:HEAD])
    if isinstance(decoded, Undecodable):
        return None if by_name is None else _binary_as(by_name, decoded.reason)
    text = decoded.text.lstrip("\ufeff \t\r\n")
    kind = _by_text(text, name, by_name)
    return kinds.PRESS_PAGE if kind is kinds.PAGE and _PRESS_PAGE.search(head) else kind


def is_feed(head: bytes, name: str) -> bool:
    """Whether a file that begins with ``head`` is a feed, in XML or in JSON."""
    kind = kind_of(head, name)
    return kind is kinds.FEED or (kind is kinds.OBJECTS and _JSON_FEED.search(head[:4096]) is not None)


def _by_signature(head: bytes, name: str) -> Kind | str | None:
    if b"%PDF-" in head[:1024] and head.lstrip()[:1] != b"<":
        return kinds.PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        office = _other_office(head[:HEAD]) if suffix_of(name) != ".zip" else None
        return office or _zip_kind(head, name)
    if head.startswith(b"PAR1"):
        return kinds.PARQUET
    if head.startswith(b"\x1f\x8b"):
        return _gzip_kind(head)
    if head.startswith((b"WARC/", b"filedesc://")):
        return kinds.WARC
    if head.startswith(b"{\\rtf"):
        return kinds.RICH_TEXT
    if head.startswith(_OLD_OFFICE):
        return _OLD_KINDS.get(suffix_of(name), _OLD_KINDS[".doc"])
    return None


def _other_office(head: bytes) -> str | None:
    """What a document of an office program that is not read is; a Word document can have such a one within it."""
    places = [(at, words) for sign, words in _OTHER_OFFICE if (at := head.find(sign)) >= 0]
    at, words = min(places, key=lambda place: place[0], default=(0, None))
    return None if -1 < head.find(b"word/") < at else words


def _zip_kind(head: bytes, name: str) -> Kind:
    """What a ZIP archive holds, by the names of its first members, or else by its own name."""
    if b"application/epub+zip" in head[:200] or b"META-INF/container.xml" in head:
        return kinds.BOOK
    if b"word/" in head[:HEAD] and (b"[Content_Types].xml" in head or suffix_of(name) == ".docx"):
        return kinds.WORD
    if b"archive/" in head and (b".warc" in head or b"datapackage.json" in head):
        return kinds.WACZ
    named = kind_by_name(name)
    return named if named in (kinds.BOOK, kinds.WORD, kinds.WACZ) and named is not None else kinds.ZIP


def _gzip_kind(head: bytes) -> Kind:
    import zlib

    try:
        inner = zlib.decompressobj(wbits=31).decompress(head, 64)
    except zlib.error:
        return kinds.GZIP
    return kinds.WARC if inner.startswith((b"WARC/", b"filedesc://")) else kinds.GZIP


def _binary_as(kind: Kind, reason: str) -> Kind | str:
    """A file that is no text, but has the ending of one kind or another."""
    if reason == "empty":
        return reason
    if kind in (kinds.MAILBOX, kinds.MESSAGE, kinds.WEB_ARCHIVE):
        return kind
    return reason if reason.startswith("not text") else f"not {kind.name} ({reason})"


def _by_text(text: str, name: str, by_name: Kind | None) -> Kind | str | None:
    markup = _by_markup(text, by_name, suffix_of(name))
    if markup is not None:
        return markup
    if text[:1] in "{[":
        objects = _by_json(text, by_name)
        if objects is not None:
            return objects
    return _by_lines(text, name, by_name)


def _by_markup(text: str, by_name: Kind | None, suffix: str) -> Kind | str | None:
    if text[:1] != "<":
        return None
    opened = _TAG.match(text)
    root = _ROOT.match(text, opened.end() if opened else 0)
    name = root[1].lower() if root else ""
    if name in _FEEDS:
        return kinds.FEED
    if name == "opml" or (by_name is kinds.OPML and name in ("body", "head", "outline")):
        return kinds.OPML
    start = text[:3000].lower()
    if "<!doctype netscape-bookmark" in start or "<title>pocket export" in start:
        return kinds.BOOKMARKS
    if name == "plist" and by_name is kinds.ADDRESSES:
        return by_name
    if name in _PAGE_PARTS or "<html" in start or by_name is kinds.PAGE:
        if suffix in _MARKDOWN and not ("<html" in start or "<!doctype html" in start):
            return None
        return kinds.PAGE
    if by_name is not None or text.startswith("<?xml"):
        if by_name is kinds.FEED and not name:
            return kinds.FEED
        return f"XML of a kind that is not read (its root is <{name[:40]}>)" if name else "XML without an element"
    return None


def _by_json(text: str, by_name: Kind | None) -> Kind | None:
    """JSON, whole or cut at the end of what was looked at; lines of Markdown may begin with a bracket too."""
    line = text.partition("\n")[0].strip()
    try:
        first = json.loads(line)
    except (ValueError, RecursionError):
        first = None
    if isinstance(first, dict):
        return kinds.LINES if text[len(line) :].strip() else kinds.OBJECTS
    if by_name is kinds.LINES and first is None and text[:1] == "{" and "\n" not in text:
        return kinds.LINES  # its first line is longer than what is looked at
    if isinstance(first, list) or by_name in (kinds.OBJECTS, kinds.LINES):
        return kinds.OBJECTS
    return kinds.OBJECTS if re.match(r"[\[{]\s*(?:\{\s*)?\"[^\"\n]{1,80}\"\s*:", text) else None


def _by_lines(text: str, name: str, by_name: Kind | None) -> Kind | str | None:
    lines = text[:HEAD].splitlines()
    is_letter = bool(_headers(lines[1:60]) & (_MAIL_ONLY | {"from", "subject", "date"}))
    if is_letter and re.match(r"From (?!\s*:)", lines[0]):
        return kinds.MAILBOX
    headers = _headers(lines[:200])
    if headers & _MAIL_ONLY and len(headers & (_MAIL_ONLY | _MAIL_TOO)) >= 2:
        return _message_kind(text, by_name)
    if by_name in (kinds.MESSAGE, kinds.WEB_ARCHIVE) and (headers or len(_headers(lines[:60], strictly=False)) > 2):
        return by_name
    if by_name is kinds.TABLE:
        return by_name
    if _is_press(text):
        return kinds.PRESS_TEXT
    if _are_addresses(lines, len(text) >= HEAD):
        return kinds.ADDRESSES
    table = _table_without_name(lines, name)
    if by_name is None or table is not None:
        return table
    if by_name in (kinds.ADDRESSES, kinds.MAILBOX, kinds.PAGE):
        return kinds.ADDRESSES if by_name is kinds.ADDRESSES else None
    return _not_that(by_name)


def _not_that(kind: Kind) -> str | None:
    """Text under a name that promises something else is text; but not that of tables and documents."""
    return f"not {kind.name}, whatever its name says" if kind.extra or kind.module in ("epub", "docx") else None


def _headers(lines: list[str], *, strictly: bool = True) -> set[str]:
    """The names of header lines up to the first blank one; ``strictly``: none where a line is no header."""
    names: set[str] = set()
    for line in lines:
        if not line.strip():
            break
        if line[0] in " \t":
            continue
        header = _HEADER.match(line)
        if header is not None:
            names.add(header[1].lower())
        elif strictly:
            return set()
    return names


def _message_kind(text: str, by_name: Kind | None) -> Kind:
    header = re.split(r"\r?\n\r?\n", text, maxsplit=1)[0].lower()
    saved = "snapshot-content-location" in header or "<saved by" in header or "microsoft mhtml" in header
    if "multipart/related" in header and (saved or by_name is kinds.WEB_ARCHIVE):
        return kinds.WEB_ARCHIVE
    return kinds.MESSAGE


def _is_press(text: str) -> bool:
    from reader.sources.press import is_press

    return is_press(text)


def _are_addresses(lines: list[str], is_cut: bool) -> bool:
    """Whether every line but comments is an address, or one of newsboat's other sources."""
    meant = [line for line in lines[: -1 if is_cut else None] if line.strip() and not line.lstrip().startswith("#")]
    return bool(meant) and all(_ADDRESS_LINE.match(line.lstrip()) for line in meant)


def _table_without_name(lines: list[str], name: str) -> Kind | None:
    """A text whose first line names the columns that exports have is a table."""
    if suffix_of(name) in _MARKDOWN or len(lines) < 2:
        return None
    from reader.sources.columns import is_export_header

    return kinds.TABLE if is_export_header(lines[0]) else None
