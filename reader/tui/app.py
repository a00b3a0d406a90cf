"""The application: it owns the desk, the theme and the life of the program; screens do the rest."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import events
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.worker import WorkerFailed

from reader.library.desk import Desk
from reader.tui.keys_in_turn import KeysInTurn
from reader.tui.screens.library_screen import LibraryScreen
from reader.tui.screens.page import Page
from reader.tui.screens.reader_screen import ReaderScreen
from reader.tui.theme import PALETTES, chosen_palette

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import RenderableType

    from reader.firstframe.start import Start
    from reader.firstframe.terminal import Taken
    from reader.library.glance import Glance
    from reader.library.settings import SettingsFile
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

    def __init__(
        self,
        shelf: Shelf,
        *,
        sample: bool = False,
        opens_store: Callable[[], Store] | None = None,
        seen: Glance | None = None,
        settings: SettingsFile | None = None,
    ) -> None:
        """``sample``: the shelf is the one that comes with the program. ``opens_store``: where to keep what is done;
        ``seen``: what was kept there when the shelf was read. ``settings``: what the person has chosen."""
        super().__init__(driver_class=_driver())
        self.crash: BaseException | None = None
        """The mistake that ended the program."""
        self.taken: Taken | None = None
        """The terminal, where a picture shows on it already: for the driver."""
        self.takes_keys = False
        self.desk = Desk(shelf, is_sample=sample, opens_store=opens_store, seen=seen, settings=settings)
        self.animation_level: Literal["none", "basic", "full"] = "none"
        for palette in PALETTES.values():
            self.register_theme(palette.theme())
        wanted = settings.settings.theme if settings is not None else None
        self.theme = f"reader-{chosen_palette(os.environ, wanted).name}"

    def get_default_screen(self) -> LibraryScreen:
        """The library."""
        return LibraryScreen(self.desk)

    async def on_library_view_shown(self) -> None:
        """Once it shows, keys have their effect, and what was loaded is no longer looked through for garbage."""
        _settle()
        await self.take_keys()

    async def on_unmount(self) -> None:
        """Ends the processes beside the screen, and writes what was chosen."""
        if self.desk.settings is not None:
            self.desk.settings.write()
        await self.desk.close()

    async def _on_resize(self, event: events.Resize) -> None:
        """Another size is taken at once, when Textual has noted it: it would wait a moment for one more."""
        self.call_next(self._check_resize)

    def on_key(self, event: events.Key) -> None:
        """A key that nobody takes says why."""
        if isinstance(self.screen, Page) and event.key not in self.screen.active_bindings:
            self.screen.refuse(event.key)

    def exit(self, result: int | None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """However the program is ended, it is known where one was."""
        self._keep_session(crashed=False)
        super().exit(result, return_code, message)

    def action_help_quit(self) -> None:
        """Ctrl-C."""
        if isinstance(self.screen, ReaderScreen):
            self.screen.say("q leaves")

    # Mistakes of the program's own

    def _handle_exception(self, error: Exception) -> None:
        """Remembers the first one: it is reported when the terminal is the shell's again, and never painted."""
        if self.crash is None:
            self.crash = error.error if isinstance(error, WorkerFailed) else error
            self._keep_session(crashed=True)
        super()._handle_exception(error)

    def _keep_session(self, *, crashed: bool) -> None:
        """Where one is in which article is kept for the next session, as far as that can still be done."""
        with suppress(Exception):
            for screen in self.screen_stack:
                if isinstance(screen, LibraryScreen):
                    screen.keep_session(crashed=crashed)

    def _print_error_renderables(self) -> None:
        """Nothing: see :func:`run`."""
        self._exit_renderables.clear()


def run(
    shelf: Shelf,
    *,
    sample: bool = False,
    seen: Glance | None = None,
    start: Start | None = None,
    settings: SettingsFile | None = None,
) -> int:
    """Runs the program in the terminal; gives its exit status. ``start``: what was shown before, and what is for the
    next one."""
    for name in ("COLUMNS", "LINES"):  # they were true once; the terminal says how large it is
        os.environ.pop(name, None)
    app = ReaderApp(shelf, sample=sample, opens_store=_store, seen=seen, settings=settings)
    app.taken = start.taken if start is not None else None
    try:
        status = app.run()
    except Exception as error:
        app.crash = app.crash or error
        status = None
    if start is not None:
        start.give_back()
        if app.crash is None and start.is_to_be_kept(app.size):
            from reader.tui.first_picture import keep

            keep(shelf, start, app.size, is_sample=sample, settings=settings)
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
