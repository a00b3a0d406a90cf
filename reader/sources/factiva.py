"""Factiva: pages and rich text, with the fields' codes (HD, BY, PD …) or as they are displayed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from reader.sources.dates import day_of
from reader.sources.html_text import text_of
from reader.sources.press import LANGUAGES, Clipping

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


def clippings_in(root: Any) -> list[Clipping]:
    """The articles on a page that Factiva saved; none on another page."""
    found = root.xpath("//div[starts-with(@class, 'article ') and contains(@class, 'Article')]")
    return [_in_element(element) for element in found]


def clippings(text: str) -> Iterator[Clipping]:
    """The articles of an export as text."""
    start = 0
    for end in _END.finditer(text):
        yield clipping_of(text[start : end.start()].split("\n"))
        start = end.end()


def _in_element(element: Any) -> Clipping:
    """One article: rows of a table with codes, or a headline, lines about the article, and paragraphs."""
    rows = [row for row in element.iter("tr") if len(row) >= 2 and (row[0].text_content() or "").strip() in _CODES]
    if rows:
        return _from_codes({row[0].text_content().strip(): text_of(row[1]).text for row in rows})
    headline = _first_text(element, ".//span[contains(@class, 'Headline')]") or _first_text(element, ".//div[@id='hd']")
    paragraphs = [_words(one) for one in element.xpath(".//p[contains(@class, 'articleParagraph')]")]
    lines = [_words(one) for one in element.xpath("./div[not(@id='hd') and not(@class='author')]")]
    dated = next((at for at, line in enumerate(lines) if not _LENGTH.fullmatch(line) and day_of(line)), None)
    below = [line for line in lines[dated + 1 :] if not _TIME.fullmatch(line)] if dated is not None else []
    return Clipping(
        "\n\n".join(one for one in paragraphs if one and not _END.fullmatch(one)),
        title=headline,
        byline=_first_text(element, ".//div[@class='author']"),
        outlet=below[0] if below else None,
        date=lines[dated] if dated is not None else None,
        language=next((line for line in below if line.lower() in LANGUAGES), None),
    )


def _first_text(element: Any, path: str) -> str | None:
    return next((words for one in element.xpath(path) if (words := _words(one))), None)


def _words(element: Any) -> str:
    return " ".join(element.text_content().split())


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
