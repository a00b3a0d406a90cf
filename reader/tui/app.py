"""The application: it owns the desk, the theme and the life of the program; screens do the rest."""

from __future__ import annotations

import asyncio
import os
import signal
from contextlib import suppress
from typing import ClassVar, Literal

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType

from reader.library.desk import Desk
from reader.library.shelf import Shelf
from reader.tui.screens.library_screen import LibraryScreen
from reader.tui.screens.page import Page
from reader.tui.screens.reader_screen import ReaderScreen
from reader.tui.theme import PALETTES, chosen_palette


class ReaderApp(App[int]):
    """Opens a shelf. Exit status 0; 130 where it was interrupted by a signal."""

    TITLE = "reader"
    ENABLE_COMMAND_PALETTE = False
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+z", "suspend_process", show=False, priority=True)]

    def __init__(self, shelf: Shelf, *, sample: bool = False) -> None:
        """``sample``: the shelf is the one that comes with the program."""
        super().__init__()
        self.desk = Desk(shelf, is_sample=sample)
        self.animation_level: Literal["none", "basic", "full"] = "none"
        for palette in PALETTES.values():
            self.register_theme(palette.theme())
        self.theme = f"reader-{chosen_palette(os.environ).name}"

    def get_default_screen(self) -> LibraryScreen:
        """The library."""
        return LibraryScreen(self.desk)

    def on_mount(self) -> None:
        """Ends well when it is told to end."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP", "SIGQUIT", "SIGINT"):
            if number := getattr(signal, name, None):
                with suppress(NotImplementedError, RuntimeError, ValueError):
                    loop.add_signal_handler(number, self.exit, 128 + number)

    async def on_unmount(self) -> None:
        """Ends the process that matches."""
        await self.desk.matching.close()

    def on_key(self, event: events.Key) -> None:
        """A key that nobody takes says why."""
        if isinstance(self.screen, Page) and event.key not in self.screen.active_bindings:
            self.screen.refuse(event.key)

    def action_help_quit(self) -> None:
        """Ctrl-C."""
        if isinstance(self.screen, ReaderScreen):
            self.screen.say("q leaves")


def run(shelf: Shelf, *, sample: bool = False) -> int:
    """Runs the program in the terminal; gives its exit status."""
    app = ReaderApp(shelf, sample=sample)
    status = app.run()
    return status if status is not None else app.return_code or 0
