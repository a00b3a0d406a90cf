"""The files of the sample shelf: what opens when nothing else is named. They ship with the program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

FOLDER = "seeds"
_NO_ARTICLE = "readme.md"


def sample_files() -> Iterator[tuple[str, bytes]]:
    """Paths, which begin with ``seeds/``, and bytes of the packaged files, story by story in order of name.

    In an installed wheel they are inside the package, in a checkout beside it. Nothing where there are none.
    """
    if folder := sample_folder():
        yield from _searched(folder, FOLDER)


def sample_folder() -> Traversable | None:
    """Where the packaged files are; ``None`` where there are none."""
    from importlib.resources import files

    beside = Path(__file__).resolve().parents[2] / FOLDER
    return next((folder for folder in (files("reader") / FOLDER, beside) if folder.is_dir()), None)


def _searched(folder: Traversable, label: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        path = f"{label}/{entry.name}"
        if entry.name.startswith(".") or entry.name.lower() == _NO_ARTICLE:
            continue
        if entry.is_dir():
            yield from _searched(entry, path)
        else:
            yield path, entry.read_bytes()
