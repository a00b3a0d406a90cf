"""Which kind of file some bytes are: by what they begin with, then by the ending of the name.

The registry of all kinds that are read. A kind's module is imported when such a file is met, and not before.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, cast

from reader.sources.formats import FORMATS, suffix_of
from reader.sources.source import Outcomes, Source, Unread

DISTRIBUTION: Final = "reader-sidebyside"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file that is not simply text. Its ``module`` has a function ``read(source)``."""

    name: str
    """With its article, for a sentence: "a PDF"."""
    module: str
    suffixes: tuple[str, ...] = ()
    extra: str | None = None
    """The extra of this distribution that must be installed."""
    needs: str | None = None
    """The package that the extra brings."""
    is_streamed: bool = False
    """Whether it is read piece by piece, so that it may be large."""

    def read(self, source: Source) -> Outcomes:
        """The articles in a file of this kind, or a reason. Never raises for what the file holds."""
        if self.needs is not None and not _is_installed(self.needs):
            yield Unread(source.path, f"{self.name} needs: pip install '{DISTRIBUTION}[{self.extra}]'")
            return
        reading = cast(Callable[[Source], Outcomes], importlib.import_module(f"reader.sources.{self.module}").read)
        yield from reading(source)


PAGE: Final = Kind("a web page", "html", (".html", ".htm", ".xhtml", ".xht", ".shtml", ".mhtm"))
FEED: Final = Kind("a feed", "feeds", (".rss", ".atom", ".rdf", ".xml"))
OPML: Final = Kind("a list of feeds", "address_lists", (".opml",))
ADDRESSES: Final = Kind("a list of addresses", "address_lists", (".urls", ".url", ".webloc"))
BOOKMARKS: Final = Kind("a list of bookmarks", "bookmarks")
MESSAGE: Final = Kind("a message", "mail", (".eml",))
MAILBOX: Final = Kind("a mailbox", "mailbox", (".mbox", ".mbx"), is_streamed=True)
WEB_ARCHIVE: Final = Kind("a web page with its parts", "mhtml", (".mhtml", ".mht"))
BOOK: Final = Kind("a book", "epub", (".epub",))
PDF: Final = Kind("a PDF", "pdf", (".pdf",), extra="pdf", needs="pypdfium2")
WARC: Final = Kind("a web archive", "warc", (".warc", ".arc"), extra="warc", needs="warcio", is_streamed=True)
WACZ: Final = Kind("a web archive", "wacz", (".wacz",), extra="warc", needs="warcio")
WORD: Final = Kind("a Word document", "docx", (".docx",))
RICH_TEXT: Final = Kind("rich text", "rtf", (".rtf",), extra="office", needs="striprtf")
TABLE: Final = Kind("a table", "tables", (".csv", ".tsv"))
OBJECTS: Final = Kind("JSON", "objects", (".json",))
LINES: Final = Kind("JSON lines", "objects", (".jsonl", ".ndjson"), is_streamed=True)
PARQUET: Final = Kind(
    "a Parquet table", "parquet", (".parquet", ".pq"), extra="corpus", needs="duckdb", is_streamed=True
)
PRESS_PAGE: Final = Kind("a press database's page", "press_page")
PRESS_TEXT: Final = Kind("a press database's text", "press")
ZIP: Final = Kind("a ZIP archive", "zipped", (".zip",))
GZIP: Final = Kind("a gzip archive", "gzipped", (".gz",))

KINDS: Final = (
    PAGE, FEED, OPML, ADDRESSES, BOOKMARKS, MESSAGE, MAILBOX, WEB_ARCHIVE, BOOK, PDF, WARC, WACZ, WORD, RICH_TEXT,
    TABLE, OBJECTS, LINES, PARQUET, PRESS_PAGE, PRESS_TEXT, ZIP, GZIP,
)  # fmt: skip

_BY_SUFFIX: Final = {suffix: kind for kind in KINDS for suffix in kind.suffixes}
_NOT_IN_FOLDERS: Final = frozenset((".zip", ".gz", ".json", ".xml", ".url", ".webloc"))
"""Endings of files that in a folder are mostly something else: they are read where they are named."""
_ARCHIVES: Final = (".warc.gz", ".arc.gz")


def kind_by_name(name: str) -> Kind | None:
    """The kind that a name's ending stands for, plain text and Markdown apart."""
    if name.lower().endswith(_ARCHIVES):
        return WARC
    if name.lower().rpartition("/")[2].rpartition("\\")[2] == "urls":
        return ADDRESSES
    return _BY_SUFFIX.get(suffix_of(name))


def is_looked_for(name: str) -> bool:
    """Whether a file with this ending is read where its folder was named, and not itself."""
    suffix = suffix_of(name)
    if name.lower().endswith(_ARCHIVES):
        return True
    known = suffix in _BY_SUFFIX or any(suffix in form.suffixes for form in FORMATS)
    return known and suffix not in _NOT_IN_FOLDERS


def _is_installed(package: str) -> bool:
    from importlib.util import find_spec

    return find_spec(package) is not None
