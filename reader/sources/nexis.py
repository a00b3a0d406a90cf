"""Nexis: the text of its old downloads ("1 of 20 DOCUMENTS"), and that of Nexis Uni's documents ("End of Document")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from reader.sources.dates import day_of
from reader.sources.press import Clipping

COUNTER: Final = re.compile(
    r"^[ \t]*(?:\d+ of \d+ DOCUMENTS|Dokument \d+ von \d+|\d+ de \d+ DOCUMENTS)[ \t]*$", re.MULTILINE
)
"""What stands above each article of an old download."""
_FIELD: Final = re.compile(r"^([A-ZÄÖÜÉÈ][A-ZÄÖÜÉÈ /-]{3,30}):[ \t]*(.*)$")
_LEADING: Final = frozenset((
    "BYLINE", "SECTION", "LENGTH", "DATELINE", "HIGHLIGHT", "HEADLINE", "SERIES", "EDITION", "AUTOR", "RUBRIK",
    "LÄNGE", "LONGUEUR", "AUTEUR", "RUBRIQUE",
))  # fmt: skip
_END: Final = re.compile(r"^End of Document[ \t]*$", re.MULTILINE)
_BODY: Final = re.compile(r"^Body[ \t]*$", re.MULTILINE)
_NAMED: Final = re.compile(
    r"^(Section|Length|Byline|Dateline|Highlight|Language|Load-Date|URL|Series|Edition):[^\S\n]*(.*)$"
)
_TRAILING: Final = re.compile(
    r"^(?:Graphic|Classification|Correction|Notes|"
    r"(?:Load-Date|Language|Publication-Type|Correction-Date):[^\S\n].*)[ \t]*$",
    re.MULTILINE,
)
_ASIDE: Final = re.compile(r"\(.*\)|Correction Appended|Clarification Appended", re.IGNORECASE)
"""Lines between the outlet and the date: a blog's name, a correction."""
_RIGHTS: Final = re.compile(r"copyright|©|all rights reserved|alle rechte", re.IGNORECASE)


def old_clippings(text: str) -> Iterator[Clipping]:
    """The articles of an old download in plain text."""
    starts = [found.end() for found in COUNTER.finditer(text)]
    ends = [*(found.start() for found in COUNTER.finditer(text)), len(text)][1:]
    for start, end in zip(starts, ends, strict=True):
        yield _old(text[start:end].split("\n"))


def _old(lines: list[str]) -> Clipping:
    """One article: a head, fields in capitals, the text, fields again, and whose copyright it is."""
    first = next((at for at, line in enumerate(lines) if _field(line) in _LEADING), None)
    head = lines[: first or 0]
    fields: dict[str, str] = {}
    body_from = first or 0
    at = body_from
    while at < len(lines) and (_field(lines[at]) in _LEADING or not lines[at].strip()):
        if name := _field(lines[at]):
            at = _take(lines, at, name, fields)
            body_from = at
        else:
            at += 1
    body_to = next(
        (
            at
            for at in range(body_from, len(lines))
            if (_field(lines[at]) or "") not in (*_LEADING, "") and lines[at].isprintable()
        ),
        len(lines),
    )
    for at in range(body_to, len(lines)):
        if name := _field(lines[at]):
            _take(lines, at, name, fields)
    return _from_head(head, fields, "\n".join(lines[body_from:body_to]))


def _take(lines: Sequence[str], at: int, name: str, fields: dict[str, str]) -> int:
    """Keeps a field, which goes on to the next blank line; gives the line behind it."""
    words: list[str] = []
    while at < len(lines) and lines[at].strip():
        words.append(lines[at].strip())
        at += 1
    fields.setdefault(name, " ".join(words).partition(":")[2].strip())
    return at


def _field(line: str) -> str | None:
    found = _FIELD.match(line)
    return found[1] if found else None


def _from_head(head: Sequence[str], fields: dict[str, str], body: str) -> Clipping:
    """The outlet stands above the date, the title below it."""
    blocks = [" ".join(block.split()) for block in re.split(r"\n\s*\n", "\n".join(head)) if block.strip()]
    lines = [line.strip() for line in head if line.strip()]
    dated = next((at for at, line in enumerate(lines) if day_of(line)), None)
    outlet = next((line for line in lines[:dated] if not _RIGHTS.search(line)), None) if dated else None
    has_title = len(blocks) > 1 and dated != len(lines) - 1
    title = fields.get("HEADLINE") or (blocks[-1] if has_title else None)
    return Clipping(
        body,
        title=title,
        byline=fields.get("BYLINE") or fields.get("AUTOR") or fields.get("AUTEUR"),
        outlet=outlet,
        date=lines[dated] if dated is not None else fields.get("LOAD-DATE"),
        language=fields.get("LANGUAGE") or fields.get("SPRACHE") or fields.get("LANGUE"),
        address=fields.get("URL"),
    )


def clippings(text: str) -> Iterator[Clipping]:
    """The articles of a document of Nexis Uni, one paragraph a line."""
    for part in _END.split(text):
        body = _BODY.search(part)
        if body is not None:
            yield _uni(part[: body.start()], part[body.end() :])


def _before_rights(lines: list[str]) -> list[str]:
    """The lines above the one that says whose copyright it is: where there is no date, title and outlet end there."""
    return lines[: next((at for at, line in enumerate(lines) if _RIGHTS.search(line)), 0)]


def _uni(above: str, below: str) -> Clipping:
    lines = [line.strip() for line in above.split("\n") if line.strip()]
    end = _TRAILING.search(below)
    fields: dict[str, str] = {}
    for line in (*lines, *(below[end.start() :].split("\n") if end else ())):
        if named := _NAMED.match(line.strip()):
            fields.setdefault(named[1], named[2])
    dated = next(
        (at for at in range(len(lines) - 1, -1, -1) if not _NAMED.match(lines[at]) and day_of(lines[at])), None
    )
    above_date = lines[:dated] if dated is not None else _before_rights(lines)
    head = [line for line in above_date if not _ASIDE.fullmatch(line)]
    paragraphs = (line.strip() for line in (below[: end.start()] if end else below).split("\n"))
    return Clipping(
        "\n\n".join(line for line in paragraphs if line),
        title=head[-2] if len(head) > 1 else (lines[0] if lines else None),
        byline=fields.get("Byline"),
        outlet=head[-1] if len(head) > 1 else None,
        date=lines[dated] if dated is not None else fields.get("Load-Date"),
        language=fields.get("Language"),
        address=fields.get("URL"),
    )
