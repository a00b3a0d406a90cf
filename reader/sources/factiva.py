"""Factiva: pages and rich text, with the fields' codes (HD, BY, PD …) or as they are displayed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from reader.sources.dates import day_of
from reader.sources.declared import decode_declared
from reader.sources.decoding import Undecodable
from reader.sources.entries import bounded, entry_path
from reader.sources.html_text import text_of
from reader.sources.html_tree import lightened, tree_of
from reader.sources.press import LANGUAGES, Clipping, clipped
from reader.sources.source import Outcomes, Source, Unread

_END: Final = re.compile(r"^[|\s]*(?:Document|Dokument|Documento) ([A-Za-z]{2,12}\w{12,})[|\s]*$", re.MULTILINE)
_CODES: Final = (
    "HD", "SE", "HL", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY", "LP", "TD", "CT",
    "RF", "CO", "IN", "NS", "RE", "IPC", "IPD", "PUB", "AN", "ART", "CX", "CLM", "GC",
)  # fmt: skip
_CODE: Final = re.compile(rf"^[|\s]*({'|'.join(_CODES)})(?:[|\s]+(.*?))?[|\s]*$")
_LENGTH: Final = re.compile(r"[\d.,\s]+(?:words|Wörter|mots|palabras|parole|woorden|palavras)", re.IGNORECASE)
_TIME: Final = re.compile(r"\d{1,2}:\d\d(?:\s*[AP]M)?", re.IGNORECASE)
_RIGHTS: Final = re.compile(r"\(c\)|©|copyright", re.IGNORECASE)
_BYLINE: Final = re.compile(r"(?:by|von|par|por|di)\s", re.IGNORECASE)


def read(source: Source) -> Outcomes:
    """The articles on a page that Factiva saved; a page that only looks like one is read as any other."""
    decoded = decode_declared(source.data, source.charset)
    if isinstance(decoded, Undecodable):
        yield Unread(source.path, decoded.reason)
        return
    root = tree_of(lightened(decoded.text))
    found = [] if root is None else root.xpath("//div[contains(concat(' ', @class), ' article ')]")
    places = [element for element in found if not any(other in found for other in element.iterancestors())]
    clippings = [clipping for element in places for clipping in _in_element(element)]
    if not clippings:
        from reader.sources.html import read as read_page

        yield from read_page(source)
        return
    outcomes = (clipped(entry_path(source.path, number), clipping) for number, clipping in enumerate(clippings, 1))
    yield from bounded(source.path, outcomes, called="articles")


def clippings(text: str) -> Iterator[Clipping]:
    """The articles of an export as text."""
    start = 0
    for end in _END.finditer(text):
        yield clipping_of(text[start : end.start()].split("\n"))
        start = end.end()


def _in_element(element: Any) -> Iterator[Clipping]:
    rows = [row for row in element.iter("tr") if len(row) >= 2 and (row[0].text_content() or "").strip() in _CODES]
    if rows:
        fields = {row[0].text_content().strip(): text_of(row[1]).text for row in rows}
        yield _from_codes(fields)
        return
    text = text_of(element).text
    yield from clippings(text if _END.search(text) else f"{text}\nDocument XXXX000000000000\n")


def clipping_of(lines: Sequence[str]) -> Clipping:
    """One article, with codes or as it is displayed."""
    fields: dict[str, list[str]] = {}
    current: list[str] | None = None
    for line in lines:
        code = _CODE.match(line)
        if code is not None and (code[2] is None or "|" in line or "\t" in line or "  " in line or len(line) < 400):
            current = fields.setdefault(code[1], [])
            current += [code[2]] if code[2] else []
        elif current is not None:
            current.append(line.strip(" |\t"))
    if {"HD", "PD"} <= set(fields) or {"HD", "LP"} <= set(fields):
        return _from_codes({code: "\n\n".join(words).strip() for code, words in fields.items()})
    return _displayed([line.strip(" |\t") for line in lines])


def _from_codes(fields: dict[str, str]) -> Clipping:
    body = "\n\n".join(part for part in (fields.get("LP"), fields.get("TD")) if part)
    return Clipping(
        re.sub(r"\n{3,}", "\n\n", body),
        title=fields.get("HD"),
        byline=fields.get("BY"),
        outlet=fields.get("SN"),
        date=fields.get("PD"),
        language=fields.get("LA"),
    )


def _displayed(lines: list[str]) -> Clipping:
    """Above the number of words stand the title and the byline; below it the date, the hour, the outlet, its code."""
    lines = [line for line in lines if line]
    length = next((at for at, line in enumerate(lines) if _LENGTH.fullmatch(line)), None)
    if length is None:
        return Clipping("\n\n".join(lines[1:]), title=lines[0] if lines else None)
    above = lines[:length]
    byline = next((line for line in above[1:] if _BYLINE.match(line)), None)
    titles = [line for line in above if line is not byline]
    head_ends = _end_of_head(lines, length)
    below = [line for line in lines[length + 1 : head_ends] if not _TIME.fullmatch(line)]
    dated = next((at for at, line in enumerate(below) if day_of(line)), None)
    after = below[dated + 1 :] if dated is not None else below
    return Clipping(
        "\n\n".join(lines[head_ends:]),
        title=titles[-1] if titles else None,
        byline=byline,
        outlet=next((line for line in after if line.lower() not in LANGUAGES), None),
        date=below[dated] if dated is not None else None,
        language=next((line for line in below if line.lower() in LANGUAGES), None),
    )


def _end_of_head(lines: list[str], length: int) -> int:
    """The line behind whose copyright it is, or behind the language."""
    near = range(length + 1, min(len(lines), length + 12))
    rights = next((at + 1 for at in near if _RIGHTS.search(lines[at])), None)
    language = next((at + 1 for at in near if lines[at].lower() in LANGUAGES), None)
    return rights or language or min(len(lines), length + 4)
