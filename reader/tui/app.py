"""The application: it owns the desk, the theme and the life of the program; screens do the rest."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import events
from textual.binding import Binding, BindingType
from textual.driver import Driver

from reader.library.desk import Desk
from reader.tui.keys_in_turn import KeysInTurn
from reader.tui.screens.library_screen import LibraryScreen
from reader.tui.screens.page import Page
from reader.tui.screens.reader_screen import ReaderScreen
from reader.tui.theme import PALETTES, chosen_palette

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.library.shelf import Shelf
    from reader.library.store import Store

CRASHED = 70
"""The exit status after a mistake of the program's own (EX_SOFTWARE of sysexits.h)."""
YOUNG = 20_000
"""New objects after which Python looks for cycles: rarely enough not to be felt while one scrolls."""


class ReaderApp(KeysInTurn):
    """Opens a shelf. Exit status 0; 130 where it was interrupted by a signal."""

    TITLE = "reader"
    ENABLE_COMMAND_PALETTE = False
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+z", "suspend_process", show=False, priority=True)]

    def __init__(self, shelf: Shelf, *, sample: bool = False, opens_store: Callable[[], Store] | None = None) -> None:
        """``sample``: the shelf is the one that comes with the program. ``opens_store``: where to keep what is done."""
        super().__init__(driver_class=_driver())
        self.crash: BaseException | None = None
        """The mistake that ended the program."""
        self.desk = Desk(shelf, is_sample=sample, opens_store=opens_store)
        self.animation_level: Literal["none", "basic", "full"] = "none"
        for palette in PALETTES.values():
            self.register_theme(palette.theme())
        self.theme = f"reader-{chosen_palette(os.environ).name}"

    def get_default_screen(self) -> LibraryScreen:
        """The library."""
        return LibraryScreen(self.desk)

    def on_mount(self) -> None:
        """Once it shows, what was loaded is no longer looked through for garbage."""
        self.call_after_refresh(_settle)

    async def on_unmount(self) -> None:
        """Ends the processes beside the screen."""
        await self.desk.close()

    def on_key(self, event: events.Key) -> None:
        """A key that nobody takes says why."""
        if isinstance(self.screen, Page) and event.key not in self.screen.active_bindings:
            self.screen.refuse(event.key)

    def action_help_quit(self) -> None:
        """Ctrl-C."""
        if isinstance(self.screen, ReaderScreen):
            self.screen.say("q leaves")

    # Mistakes of the program's own

    def _handle_exception(self, error: Exception) -> None:
        """Remembers the first one: it is reported when the terminal is the shell's again, and never painted."""
        self.crash = self.crash or error
        super()._handle_exception(error)

    def _print_error_renderables(self) -> None:
        """Nothing: see :func:`run`."""
        self._exit_renderables.clear()


def run(shelf: Shelf, *, sample: bool = False) -> int:
    """Runs the program in the terminal; gives its exit status."""
    app = ReaderApp(shelf, sample=sample, opens_store=_store)
    try:
        status = app.run()
    except Exception as error:
        app.crash = app.crash or error
        status = None
    if app.crash is not None:
        _report(app.crash, app.size)
        return CRASHED
    return status if status is not None else app.return_code or 0


def _store() -> Store:
    from reader.library.store import Store

    return Store.open()


def _driver() -> type[Driver] | None:
    """Our driver where there is one for the system; elsewhere Textual's."""
    if sys.platform == "win32" or "TEXTUAL_DRIVER" in os.environ:
        return None
    from reader.tui.driver import Driver as Ours

    return Ours


def _settle() -> None:
    gc.freeze()
    gc.set_threshold(YOUNG, 20, 100)
    gc.enable()


def _report(error: BaseException, size: tuple[int, int]) -> None:
    """Says what happened and where the report is; the traceback stands in the report alone."""
    from reader.text.clean import clean_line
    from reader.tui.crash import keep, report

    path = keep(report(error, os.environ, size), os.environ)
    words = clean_line(f"{type(error).__name__}: {error}")[:300]
    where = f"What is needed to report it is in {path}" if path else "No report could be written"
    lines = f"reader: ended by a mistake of its own ({words})\nreader: {clean_line(where)}\n"
    sys.stderr.write(lines.encode(sys.stderr.encoding or "utf-8", "replace").decode(sys.stderr.encoding or "utf-8"))
