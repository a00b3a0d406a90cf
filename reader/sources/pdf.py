"""PDF by PDFium: lines to paragraphs, words that were divided joined, page numbers and running heads left out."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median
from typing import Any, Final

from reader.articles.article import Particulars
from reader.sources.source import Outcome, Outcomes, Source, Unread, article_of

MOST_PAGES: Final = 3_000
LONGEST: Final = 40_000_000
"""Code points of text."""
SECONDS: Final = 60.0
"""Time after which the pages that are left are not looked at."""
PASSWORD: Final = 4
"""PDFium's error for a locked file."""
GAP: Final = 1.45
"""A distance between lines above so many times the usual one ends a paragraph."""
SHORT: Final = 0.8
"""A line under this share of the usual length that ends a sentence ends a paragraph."""

_ENDS: Final = re.compile(r"[.!?…。！？:][\"'”’»)\]]*$")
_DIVIDED: Final = re.compile(r"(\w)[-\u00ad\u2010\ufffe\x02]$")
_NUMBER: Final = re.compile(
    r"\W*(?:(?:page|seite|p\.|s\.)\s*)?\d{1,4}(?:\s*(?:/|of|von|sur|de)\s*\d{1,4})?\W*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    top: float
    """Of its first sign above the bottom of the page, in points."""


def read(source: Source) -> Outcomes:
    """The article in a PDF."""
    yield _read(source)


def _read(source: Source) -> Outcome:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(source.data)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == PASSWORD or "password" in str(error).lower()
        return Unread(source.path, "the PDF is locked with a password" if locked else "the PDF is damaged")
    try:
        pages, notices = _pages(document)
        known = _stated(document)
    finally:
        document.close()
    text = "\n\n".join(_paragraphs(_without_running_heads(pages)))
    if not text.strip():
        many = f"its {len(pages)} pages hold" if len(pages) != 1 else "its page holds"
        return Unread(
            source.path, f"{many} no text: it is made of pictures, or empty" if pages else "the PDF has no pages"
        )
    return article_of(source, text, known, tuple(notices))


def _pages(document: Any) -> tuple[list[list[_Line]], list[str]]:
    """The lines of each page, and what was left out."""
    pages: list[list[_Line]] = []
    notices: list[str] = []
    held, started, damaged = 0, time.monotonic(), 0
    for number in range(len(document)):
        if number >= MOST_PAGES or held > LONGEST or time.monotonic() - started > SECONDS:
            notices.append(f"only its first {number:,} pages were read")
            break
        try:
            pages.append(_lines(document, number))
        except (RuntimeError, ValueError, OSError):
            damaged += 1
            continue
        held += sum(len(line.text) for line in pages[-1])
    if damaged:
        notices.append("1 damaged page was left out" if damaged == 1 else f"{damaged:,} damaged pages were left out")
    return pages, notices


def _lines(document: Any, number: int) -> list[_Line]:
    page = document[number]
    try:
        textpage = page.get_textpage()
        try:
            return list(_placed(textpage))
        finally:
            textpage.close()
    finally:
        page.close()


def _placed(textpage: Any) -> Iterator[_Line]:
    """The lines of a page with their places. PDFium counts signs in UTF-16."""
    at, top = 0, 0.0
    for raw in textpage.get_text_range().split("\n"):
        text = raw.rstrip("\r")
        if text.strip():
            skipped = len(text) - len(text.lstrip())
            try:
                top = float(textpage.get_charbox(at + skipped)[1])
            except (RuntimeError, ValueError, IndexError):
                top -= 12.0
            yield _Line(" ".join(text.split()), top)
        at += len(raw.encode("utf-16-le", "surrogatepass")) // 2 + 1


def _without_running_heads(pages: list[list[_Line]]) -> list[list[_Line]]:
    """The pages without numbers, and without what stands first or last on a third of them and more."""
    ends = Counter(_shape(line.text) for page in pages for line in {*page[:2], *page[-2:]})
    often = {shape for shape, times in ends.items() if len(pages) > 3 and times > len(pages) / 3}
    kept: list[list[_Line]] = []
    for page in pages:
        last = len(page) - 1
        kept.append(
            [
                line
                for at, line in enumerate(page)
                if not (min(at, last - at) < 2 and (_NUMBER.fullmatch(line.text) or _shape(line.text) in often))
            ]
        )
    return kept


def _shape(text: str) -> str:
    return re.sub(r"\d+", "0", text)


def _paragraphs(pages: list[list[_Line]]) -> Iterator[str]:
    """Lines joined: a paragraph ends at a wide gap, or at a short line that ends a sentence; never at a page alone."""
    lengths = [len(line.text) for page in pages for line in page]
    usual = sorted(lengths)[int(0.75 * len(lengths))] if lengths else 0
    gaps = [gap for page in pages for gap in _gaps(page) if gap > 0]
    wide = GAP * median(gaps) if gaps else float("inf")
    paragraph: list[str] = []
    for page in pages:
        for at, line in enumerate(page):
            gap = page[at - 1].top - line.top if at else 0.0
            if paragraph and _begins(paragraph[-1], gap, wide, usual):
                yield _joined(paragraph)
                paragraph = []
            paragraph.append(line.text)
    if paragraph:
        yield _joined(paragraph)


def _gaps(page: list[_Line]) -> Iterator[float]:
    return (above.top - below.top for above, below in zip(page, page[1:], strict=False))


def _begins(before: str, gap: float, wide: float, usual: int) -> bool:
    """Whether a new paragraph begins behind the line ``before``."""
    if gap > wide:
        return True
    return len(before) < SHORT * usual and bool(_ENDS.search(before)) and not _DIVIDED.search(before)


def _joined(lines: Iterable[str]) -> str:
    text = ""
    for line in lines:
        if text and _DIVIDED.search(text) and line[:1].islower():
            text = text[:-1] + line
        else:
            text = f"{text} {line}" if text else line
    return text.replace("\ufffe", "-").replace("\u00ad", "")


def _stated(document: Any) -> Particulars:
    """The title that the PDF states, unless it is a file's name. Its author is mostly who made the file: left out."""
    try:
        about = document.get_metadata_dict(skip_empty=True)
    except (RuntimeError, ValueError):
        return Particulars()
    title = " ".join(str(about.get("Title") or "").split())
    if (
        re.search(r"\.\w{2,5}$|^(?:untitled|microsoft word|document\d*|slide \d+|pdf)\b", title, re.IGNORECASE)
        or len(title) < 4
    ):
        title = ""

    return Particulars(title=title or None)
