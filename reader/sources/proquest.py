"""ProQuest: articles as fields "Name: value", the text among them, ruled off from each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reader.sources.press import Clipping

_RULE: Final = re.compile(r"^[_*=]{10,}[ \t]*$", re.MULTILINE)
_FIELD: Final = re.compile(
    r"^("
    r"Abstract|Author|Business indexing term|Classification|[Cc]olumn|Company / organization|Copyright|"
    r"Correspondence author|Country of publication|Credit|Database|Dateline|Document feature|"
    r"Document type|Document URL|DOI|Edition|First page|Full [Tt]ext|Identifier / keyword|Illustration|"
    r"ISSN|Issue|Language of publication|Last updated|Links|Location|NAICS|Number of pages|Pages|"
    r"People|Place of publication|ProQuest document ID|Publication date|Publication info|"
    r"Publication subject|Publication title|Publication year|Publisher|Section|Source type|Subject|"
    r"Title|URL|Volume"
    r"):[ \t]?(.*)$",
    re.MULTILINE,
)
_LAST_FIELD: Final = re.compile(r"^Database: .*\n\n", re.MULTILINE)
_DOCUMENT: Final = re.compile(r"^ProQuest document ID: ", re.MULTILINE)
_NO_TITLE: Final = re.compile(
    r"(?:Document|Email) \d+ of \d+|Table of contents|All documents are reproduced|Please do not reply|-+$"
    r"|.{0,80} sent you the following:|ProQuest document link|.*\[[^\]]+\]\.?\s*\d{1,2}\s\w{3,9}\s\d{4}"
)
"""Lines above an article that are not its title; the last is a citation."""
_BUTTON: Final = re.compile(r"^Enlarge this image\.?[ \t]*\n*", re.MULTILINE)
_NO_TEXT: Final = re.compile(r"(?:Not available|None available|Full text unavailable)\b", re.IGNORECASE)


def clippings(text: str) -> Iterator[Clipping]:
    """The articles of an export."""
    for part in _parts(text):
        fields = _fields(part)
        if not ({"ProQuest document ID", "Publication title", "Full text"} & set(fields)):
            continue
        body = fields.get("Full text", "")
        if not body.strip() or _NO_TEXT.match(body.strip()):
            body = fields.get("Abstract", "")
        yield Clipping(
            _BUTTON.sub("", body).strip(),
            title=fields.get("Title") or _title_above(part),
            byline=(fields.get("Author") or "").partition("\n\n")[0].rstrip(". ").replace("; ", ", ") or None,
            outlet=(fields.get("Publication title") or fields.get("Publication info") or "").partition("; ")[0] or None,
            date=fields.get("Publication date"),
            language=fields.get("Language of publication"),
            address=fields.get("Document URL"),
        )


def _fields(part: str) -> dict[str, str]:
    """The fields, each up to the next. The first of a name counts, but for the text the longest."""
    found = list(_FIELD.finditer(part))
    fields: dict[str, str] = {}
    for at, field in enumerate(found):
        end = found[at + 1].start() if at + 1 < len(found) else len(part)
        value = (field[2] + part[field.end() : end]).strip()
        name = "Full text" if field[1].lower() == "full text" else field[1]
        fields.setdefault(name, value)
    return fields


def _parts(text: str) -> Iterator[str]:
    """The articles with their fields. In a mail nothing stands between them, and "Database" is the last field."""
    for ruled in _RULE.split(text):
        start = 0
        for last in _LAST_FIELD.finditer(ruled):
            if _DOCUMENT.search(ruled, start, last.start()):
                yield ruled[start : last.end()]
                start = last.end()
        yield ruled[start:]


def _title_above(part: str) -> str | None:
    """The line above the fields."""
    field = _FIELD.search(part)
    lines = (line.strip() for line in reversed(part[: field.start() if field else None].split("\n")))
    return next((line for line in lines if line and not _NO_TITLE.match(line)), None)
