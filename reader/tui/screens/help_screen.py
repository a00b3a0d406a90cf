"""The keys of one part of the screen, from the table of commands, and what its signs mean."""

from __future__ import annotations

from reader.tui.commands import Place
from reader.tui.render.keys import help_lines
from reader.tui.render.signs import WIDTH, sign_lines
from reader.tui.screens.dialog import Dialog


class HelpScreen(Dialog):
    """What every key does there, and what the signs mean."""

    def __init__(self, place: Place) -> None:
        """``place`` is the part that has the keys."""
        super().__init__(f"Keys in the {place.value}", [*help_lines(place), *sign_lines(place)], lead=WIDTH)
