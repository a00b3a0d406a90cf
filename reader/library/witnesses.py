"""The files and folders that the first picture was made of: where one of them changes, it may be another picture."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence


def witnesses(paths: Sequence[str], pending: Collection[str]) -> Iterator[str]:
    """Of the paths that are opened: the files that were read, and all folders that were searched.

    Of ``pending`` files, which were found and not read, only the names counted, and folders tell of those; but where a
    name has no ending it was the beginning of the file that made it one to read.
    """
    left = frozenset(pending)
    for path in paths:
        yield path
        for folder, folders, names in os.walk(path):
            yield from (os.path.join(folder, name) for name in folders)
            found = (os.path.join(folder, name) for name in names)
            yield from (file for file in found if file not in left or not os.path.splitext(file)[1])
