"""Steps that can be taken back: before a step, the rows that it touches are noted; taking it back puts them back."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from reader.library.database import Database, Statement

STEPS: Final = 20
"""How many steps can be taken back."""


class Touched(NamedTuple):
    """Rows of a table: those with these values in these columns; all of them where no column is named."""

    table: str
    key: Mapping[str, str | int] = {}

    @property
    def where(self) -> str:
        """The condition, with a question mark for each value."""
        return " WHERE " + " AND ".join(f"{column} = ?" for column in self.key) if self.key else ""


@dataclass(frozen=True, slots=True)
class Undone:
    """A step that was taken back: what it had been, as part of a sentence, and the articles that it was about."""

    what: str
    articles: tuple[str, ...] = ()


class Steps:
    """What was done last, by this process or before it opened the library: another's steps are not taken back."""

    def __init__(self, database: Database) -> None:
        self._database = database
        ((self._before,),) = database.rows("SELECT coalesce(max(id), 0) FROM steps") or [(0,)]
        self._own: set[int] = set()
        self._last = 0

    def take(self, what: str, touched: Sequence[Touched], statements: Sequence[Statement]) -> bool:
        """Writes, and notes how to take it back. Whether it is on disk."""
        images = [self._image(each) for each in touched]
        step = self._last = max(time.time_ns(), self._last + 1, self._before + 1)
        kept = self._database.write(
            [
                *statements,
                ("INSERT INTO steps (id, what, images) VALUES (?, ?, ?)", (step, what, json.dumps(images))),
                (f"DELETE FROM steps WHERE id NOT IN (SELECT id FROM steps ORDER BY id DESC LIMIT {STEPS})", ()),
            ]
        )
        self._own.add(step)
        return kept

    def last(self) -> str | None:
        """What would be taken back."""
        step = self._found()
        return step[1] if step else None

    def take_back(self) -> Undone | None:
        """Takes back the last step; ``None`` where there is none."""
        step = self._found()
        if step is None:
            return None
        number, what, images = step
        statements: list[Statement] = [("DELETE FROM steps WHERE id = ?", (number,))]
        articles: dict[str, None] = {}
        for table, key, rows in json.loads(images):
            statements.append((f"DELETE FROM {table}{Touched(table, key).where}", tuple(key.values())))
            statements += [(_insert(table, row), tuple(row.values())) for row in rows]
            for values in (key, *rows):
                articles.update(dict.fromkeys(values[name] for name in ("article", "one", "other") if name in values))
        self._database.write(statements)
        return Undone(what, tuple(articles))

    def _found(self) -> tuple[int, str, str] | None:
        for number, what, images in self._database.rows("SELECT id, what, images FROM steps ORDER BY id DESC"):
            if number in self._own or number <= self._before:
                return number, what, images
        return None

    def _image(self, touched: Touched) -> tuple[str, dict[str, str | int], list[dict[str, Any]]]:
        sql = f"SELECT * FROM {touched.table}{touched.where}"
        return touched.table, dict(touched.key), self._database.named_rows(sql, tuple(touched.key.values()))


def _insert(table: str, row: Mapping[str, object]) -> str:
    return f"INSERT OR REPLACE INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})"
