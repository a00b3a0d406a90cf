"""What a person did, read back from the lines of ``reader export``: stars, tags, notes, corrections and the like.

What is kept already stays as it is. Left out are settings, which belong to a machine, and the leave to follow a feed in
one's own network, which is asked for anew.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, get_args

from reader.articles.article import BlockKind
from reader.articles.corrections import PARTICULARS
from reader.library.database import Statement, storable
from reader.library.store import Store
from reader.sources.exported import is_export

_STATES: Final[Mapping[str, tuple[str, str]]] = {
    "read": ("read", "article at"),
    "starred": ("starred", "article at"),
    "tag": ("tags", "article tag at"),
    "place": ("places", "article place words at"),
    "particular": ("particulars", "article field value at"),
    "verdict": ("verdicts", "article block kind at"),
    "mark": ("marks", "position article"),
    "pairing": ("pairings", "one other together at"),
    "watched": ("watched", "path at"),
    "followed": ("followed", "address title pages private at"),
}
"""The table of each kind of line, and its columns."""
_NUMBERS: Final = ("place", "position", "together", "pages", "private")
_UNKNOWN: Final = ("value", "title")
"""Columns that may be empty."""
_NOTE: Final = """INSERT INTO notes (id, article, start, exact, before, after, words, made, changed)
    SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9
    WHERE NOT EXISTS (SELECT 1 FROM notes WHERE article = ?2 AND exact = ?4 AND words = ?7 AND made = ?8)"""


def restore(lines: Iterable[bytes], store: Store) -> int:
    """Keeps what the lines of an export say was done: how many things of it were new. None where it is no export."""
    values = _values(lines)
    if not is_export(next(values, None)):
        return 0
    statements: list[Statement] = []
    articles: dict[str, None] = {}
    for line in values:
        statement = _note(line) if line.get("kind") == "note" else _state(line)
        if statement is not None:
            statements.append(statement)
            articles |= {line[name]: None for name in ("article", "one", "other") if name in line}
    return store.take_over(list(articles), statements)


def _values(lines: Iterable[bytes]) -> Iterator[dict[str, Any]]:
    for line in lines:
        try:
            value = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(value, dict):
            yield value


def _state(line: dict[str, Any]) -> Statement | None:
    """What keeps a line; ``None`` where it is none of these, or holds what the table does not."""
    table, columns = _STATES.get(str(line.get("kind")), ("", ""))
    line = {**line, "kind": line.get("verdict"), "private": 0}
    names = columns.split()
    given = [_value(name, line.get(name)) for name in names]
    if not table or any(value is None and name not in _UNKNOWN for name, value in zip(names, given, strict=True)):
        return None
    return f"INSERT OR IGNORE INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})", given


def _value(name: str, value: Any) -> str | int | None:
    """What a column takes; ``None`` for what it does not."""
    if name in _NUMBERS:
        return value if isinstance(value, int) and 0 <= value < 1 << 62 else None
    if not isinstance(value, str):
        return None
    is_known = {"field": PARTICULARS, "kind": get_args(BlockKind)}.get(name, (value,))
    return storable(value) if value in is_known else None


def _note(line: dict[str, Any]) -> Statement | None:
    words = [line.get(name) for name in ("article", "words", "made", "changed")]
    anchored = [line.get(name) for name in ("exact", "before", "after")] if "exact" in line else ["", "", ""]
    start = _value("place", line.get("start"))
    if not all(isinstance(each, str) for each in (*words, *anchored)) or (start is None and "exact" in line):
        return None
    article, said, made, changed = (storable(str(each)) for each in words)
    return _NOTE, (
        secrets.randbits(62),
        article,
        start,
        *(storable(str(each)) for each in anchored),
        said,
        made,
        changed,
    )
