"""What shows while the screen is loaded: the first picture, painted beside it without Textual."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.library.desk import Desk
from reader.tui.render.sequences import colours, sequence
from reader.tui.screens.library_rows import first_rows
from reader.tui.theme import chosen_palette

if TYPE_CHECKING:
    from reader.library.glance import Glance
    from reader.library.settings import SettingsFile
    from reader.library.shelf import Shelf


def picture(
    shelf: Shelf, seen: Glance, settings: SettingsFile, size: tuple[int, int], *, is_sample: bool = False
) -> Sequence[str]:
    """The rows of the picture that the screen will begin with, as its terminal takes them; none where only the screen
    can make it."""
    if not shelf.articles or "TEXTUAL_COLOR_SYSTEM" in os.environ:
        return ()
    desk = Desk(shelf, is_sample=is_sample, seen=seen, settings=settings)
    palette = chosen_palette(os.environ, settings.settings.theme).name
    rows = (sequence(line, size[0], palette, colours(os.environ)) for line in first_rows(desk, *size))
    return [row.begins + row.text for row in rows]
