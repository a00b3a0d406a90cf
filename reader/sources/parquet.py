"""Parquet tables of articles, by DuckDB, a batch of rows at a time."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from reader.sources.objects import flat
from reader.sources.records import Row, articles_in
from reader.sources.source import Outcomes, Source, Unread

BATCH: Final = 200
"""Rows."""
MEMORY: Final = "1GB"


def read(source: Source) -> Outcomes:
    """The articles in a Parquet table."""
    import duckdb

    with tempfile.TemporaryDirectory(prefix="reader-") as folder:
        place = _placed(source, Path(folder))
        connection = duckdb.connect(config={"memory_limit": MEMORY, "threads": "2", "temp_directory": folder})
        try:
            connection.execute("SELECT * FROM read_parquet(?)", [place])
            names = [str(column[0]) for column in connection.description or ()]
            yield from articles_in(source.path, _rows(connection, names))
        except duckdb.Error as error:
            yield Unread(source.path, f"a damaged Parquet table ({_first_line(error)})")
        finally:
            connection.close()


def _placed(source: Source, folder: Path) -> str:
    """The table under a name without signs that stand for other names."""
    place = folder / "table.parquet"
    if source.file is not None:
        os.symlink(os.path.abspath(source.file), place)
    else:
        place.write_bytes(source.data)
    return str(place)


def _rows(connection: Any, names: list[str]) -> Iterator[Row]:
    while batch := connection.fetchmany(BATCH):
        for values in batch:
            row = {name: value for name, value in zip(names, values, strict=True) if value is not None}
            yield flat({name: str(value) if hasattr(value, "isoformat") else value for name, value in row.items()})


def _first_line(error: Exception) -> str:
    words = str(error).split("\n")[0]
    return words.split("/")[0].strip(" '\":")[:100]
