"""Paths become a shelf."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.shell.streams import say_unread, standard_input

if TYPE_CHECKING:
    from reader.library.glance import Glance
    from reader.library.shelf import Shelf


class Begun(NamedTuple):
    """What the interface opens with."""

    shelf: Shelf
    seen: Glance
    """What was kept about its articles."""


def shelf_of(paths: Sequence[str], given: bytes | None, *, keep_copies: bool = False, begun: bool = False) -> Shelf:
    """The articles at the paths, or the sample ones; ``begun``: only so much of them as shows at once."""
    from reader.library.shelf import open_shelf, sample_shelf

    return open_shelf(paths, given, keep_copies=keep_copies, begun=begun) if paths else sample_shelf()


def begun(paths: Sequence[str], given: bytes | None) -> Begun:
    """So much of the articles as shows at once, and what was kept about them."""
    from reader.library.glance import glance

    shelf = shelf_of(paths, given, begun=True)
    return Begun(shelf, glance(shelf.articles))


def opened(paths: Sequence[str], *, keep_copies: bool = False) -> Shelf:
    """The articles that a command is about; says what could not be read."""
    shelf = shelf_of(paths, standard_input(paths), keep_copies=keep_copies)
    say_unread(shelf)
    return shelf
