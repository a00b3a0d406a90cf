"""ProQuest: articles as fields "Name: value", the text among them, ruled off from each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reader.sources.press import Clipping

_RULE: Final = re.compile(r"^[_*=]{10,}[ \t]*$", re.MULTILINE)
_FIELD: Final = re.compile(
    r"^("
    r"Abstract|Author|Business indexing term|Classification|Column|Company / organization|Copyright|"
    r"Correspondence author|Country of publication|Credit|Database|Dateline|Document feature|"
    r"Document type|Document URL|DOI|Edition|First page|Full [Tt]ext|Identifier / keyword|Illustration|"
    r"ISSN|Issue|Language of publication|Last updated|Links|Location|NAICS|Number of pages|Pages|"
    r"People|Place of publication|ProQuest document ID|Publication date|Publication info|"
    r"Publication subject|Publication title|Publication year|Publisher|Section|Source type|Subject|"
    r"Title|URL|Volume"
    r"):[ \t]?(.*)$",
    re.MULTILINE,
)
_NO_TEXT: Final = re.compile(r"(?:Not available|None available|Full text unavailable)\b", re.IGNORECASE)


def clippings(text: str) -> Iterator[Clipping]:
    """The articles of an export."""
    for part in _RULE.split(text):
        fields = _fields(part)
        if not ({"ProQuest document ID", "Publication title", "Full text"} & set(fields)):
            continue
        body = fields.get("Full text", "")
        if not body.strip() or _NO_TEXT.match(body.strip()):
            body = fields.get("Abstract", "")
        yield Clipping(
            body.strip(),
            title=fields.get("Title") or _first_line(part),
            byline=(fields.get("Author") or "").rstrip(". ").replace("; ", ", ") or None,
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


def _first_line(part: str) -> str | None:
    lines = (line.strip() for line in part.split("\n"))
    return next((line for line in lines if line and not re.match(r"Document \d+ of \d+|Table of contents", line)), None)
