"""Web archives (WARC, ARC): the pages among their records, each an article, by warcio."""

from __future__ import annotations

import contextlib
import importlib
import io
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from reader.sources.entries import bounded, entry_path
from reader.sources.html import read_page
from reader.sources.source import Outcome, Outcomes, Source, Unread

LARGEST_RECORD: Final = 30_000_000
"""Bytes of one page."""
_PIECE: Final = 65_536
_BETWEEN: Final = b"\r\n\r\n"
MOST_RECORDS: Final = 1_000_000
_PAGES: Final = ("text/html", "application/xhtml+xml", "text/plain")
_KINDS: Final = frozenset(("response", "resource", "conversion"))


def read(source: Source) -> Outcomes:
    """The articles among the pages of a web archive."""
    with source.stream() as stream:
        yield from bounded(source.path, pages_in(stream, source.path), called="pages")


class Unpacked:
    """The bytes of an archive, whether its records were packed one by one, together, or not at all.

    Blank lines are put between records that were packed one by one.
    A stream that breaks off gives what came before, and ``is_broken``.
    """

    def __init__(self, stream: BinaryIO) -> None:
        """``stream`` is at its start."""
        self.is_broken = False
        self._stream = stream
        self._begins = False
        first = stream.read(2)
        stream.seek(0)
        self._unpacking = zlib.decompressobj(wbits=31) if first == b"\x1f\x8b" else None

    def read(self, size: int = -1) -> bytes:
        """At most so many bytes; none at the end."""
        if self._unpacking is None:
            return self._stream.read(size)
        size = size if size > 0 else _PIECE
        while not self.is_broken:
            packed = self._unpacking.unconsumed_tail or self._unpacking.unused_data or self._stream.read(_PIECE)
            if self._unpacking.eof:
                self._unpacking, self._begins = zlib.decompressobj(wbits=31), True
            if not packed:
                return b""
            try:
                piece = self._unpacking.decompress(packed, max(1, size - len(_BETWEEN)))
            except zlib.error:
                self.is_broken = True
                return b""
            if piece:
                # some writers leave out what has to stand between two records: here that does no harm
                begins, self._begins = self._begins and piece.startswith(b"WARC/"), False
                return _BETWEEN + piece if begins else piece
        return b""


def pages_in(stream: BinaryIO, path: str) -> Iterator[Outcome]:
    """The pages of one archive file. What is damaged ends it, with a sentence; what came before it stays."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    number = 0
    try:
        unpacked = Unpacked(stream)
        records = _quietly(ArchiveIterator(unpacked, arc2warc=True))
        for count, record in enumerate(records, 1):
            if count > MOST_RECORDS:
                yield Unread(path, f"only its first {MOST_RECORDS:,} records were read")
                return
            if _is_page(record):
                number += 1
                yield _page(record, entry_path(path, number))
        if unpacked.is_broken:
            yield Unread(path, f"the web archive is damaged behind page {number}")
    except ArchiveLoadFailed as error:
        yield Unread(path, f"the web archive is damaged behind page {number} ({_first_line(error)})")
    except (ValueError, TypeError, AttributeError, LookupError, EOFError, OSError, zlib.error, RecursionError):
        yield Unread(path, f"the web archive is damaged behind page {number}")


def _quietly(records: Any) -> Iterator[Any]:
    """The records, without what warcio has to say about them on standard error."""
    while True:
        with contextlib.redirect_stderr(io.StringIO()):
            record = next(records, None)
        if record is None:
            return
        yield record


def _is_page(record: Any) -> bool:
    if record.rec_type not in _KINDS or not str(record.rec_headers.get_header("WARC-Target-URI")).startswith("http"):
        return False
    headers = record.http_headers
    if headers is not None and str(headers.get_statuscode() or "200") not in ("200", "203"):
        return False
    return _content_type(record).partition(";")[0].strip().lower() in _PAGES


def _content_type(record: Any) -> str:
    headers = record.http_headers if record.http_headers is not None else record.rec_headers
    return str(headers.get_header("Content-Type") or "")


def _page(record: Any, path: str) -> Outcome:
    data = _content(record)
    if isinstance(data, str):
        return Unread(path, data)
    if len(data) > LARGEST_RECORD:
        return Unread(path, f"too large for a page (the limit is {LARGEST_RECORD // 1_000_000} MB)")
    kind, _, rest = _content_type(record).partition(";")
    charset = rest.partition("charset=")[2].partition(";")[0].strip(" \"'") or None
    address = record.rec_headers.get_header("WARC-Target-URI")
    source = Source(data, path, address if isinstance(address, str) else None, charset)
    if kind.strip().lower() == "text/plain":
        from reader.sources.reading import read_bytes

        return read_bytes(data, path)
    return read_page(source)


def _content(record: Any) -> bytes | str:
    """The bytes of a page, one more than the limit where they are too many; or why they cannot be had.

    warcio unpacks gzip and deflate. What Brotli packed is unpacked here: with a newer Brotli, warcio's own way fails.
    """
    headers = record.http_headers
    packing = str(headers.get_header("Content-Encoding") or "").strip().lower() if headers is not None else ""
    if packing != "br":
        known = packing in ("", "identity", "none", "gzip", "x-gzip", "deflate")
        return _start(record) if known else f"the page is packed in a way that is not read ({packing[:20]})"
    headers.replace_header("Content-Encoding", "identity")
    data = _start(record)
    try:
        brotli: Any = importlib.import_module("brotli")
        return bytes(brotli.Decompressor().process(data, output_buffer_limit=LARGEST_RECORD + 1))
    except (ImportError, TypeError):  # none, or one that knows no limit
        return "the page is packed with Brotli, which needs: pip install 'brotli>=1.2'"
    except brotli.error:
        return data  # unpacked already by what wrote it


def _start(record: Any) -> bytes:
    return bytes(record.content_stream().read(LARGEST_RECORD + 1))


def _first_line(error: Exception) -> str:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[0][:100].rstrip(".:") if lines else "no record"
