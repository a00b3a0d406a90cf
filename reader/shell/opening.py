"""Paths become a shelf."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.library.shelf import Shelf


def shelf_of(paths: Sequence[str], given: bytes | None, *, keep_copies: bool = False, begun: bool = False) -> Shelf:
    """The articles at the paths, or the sample ones; ``begun``: only so much of them as shows at once."""
    from reader.library.shelf import open_shelf, sample_shelf

    return open_shelf(paths, given, keep_copies=keep_copies, begun=begun) if paths else sample_shelf()
