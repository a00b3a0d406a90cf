"""The wire between the program and a terminal: Textual's own, made so that nothing on it can break the program.

What differs: bytes that are no text become replacement characters instead of an error; the signals that end a program
end this one properly from the first byte on; a terminal that has gone is no error and stops nobody; being stopped and
continued from outside puts the terminal right again; what the terminal's encoding cannot show becomes a question mark.
"""

from __future__ import annotations

import asyncio
import codecs
import os
import select
import selectors
import signal
import sys
from contextlib import suppress
from io import TextIOWrapper
from threading import get_ident
from time import monotonic
from typing import Final, cast

from textual import events
from textual._ansi_sequences import SYNC_END, SYNC_START
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from reader.firstframe.terminal import ENTER, Taken
from reader.tui.keyboard import Keyboard
from reader.tui.widgets.picture import Picture

ENDING: Final = ("SIGTERM", "SIGHUP", "SIGQUIT", "SIGINT")
"""Signals that end the program with the status 128 and their number."""
HANG_UP: Final = 129
"""The status where the terminal went away without a signal."""
TICK: Final = 0.1
"""Seconds after which half a sequence is looked at again."""
MOMENT: Final = 0.002
"""Seconds that a picture may be held up by a terminal: to leave the rest to a thread takes about as long."""


class TerminalFile:
    """The terminal as a file to write to, whatever became of the standard streams. It never raises."""

    def __init__(self, descriptor: int, encoding: str) -> None:
        """``encoding`` is the terminal's: what it lacks is written as a question mark."""
        self._descriptor = descriptor
        self._encoding = encoding
        self._waiting: list[str] = []
        self._taken = 0
        self.done = 0
        """Texts that were written and flushed."""
        self.rest = b""
        """What was begun to be written elsewhere, and comes first."""
        self.has_gone = False

    def fileno(self) -> int:
        """The descriptor."""
        return self._descriptor

    def isatty(self) -> bool:
        """It is one."""
        return True

    def write(self, text: str) -> int:
        """Keeps the text until it is flushed."""
        self._waiting.append(text)
        self._taken += 1
        return len(text)

    def encoded(self, text: str) -> bytes:
        """The text as the terminal wants it."""
        return text.encode(self._encoding, "replace")

    def flush(self) -> None:
        """Writes all that waits; where the terminal has gone, into the void."""
        taken = self._taken
        data = memoryview(self.rest + self.encoded("".join(self._waiting)))
        self._waiting.clear()
        self.rest = b""
        while data and not self.has_gone:
            try:
                data = data[os.write(self._descriptor, data) :]
            except BlockingIOError:
                with selectors.DefaultSelector() as selector:
                    selector.register(self._descriptor, selectors.EVENT_WRITE)
                    selector.select(TICK)
            except OSError:
                self.has_gone = True
        self.done = taken


class Driver(LinuxDriver):
    """Textual's driver for POSIX terminals, hardened."""

    def __init__(
        self, app: App[object], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        """As Textual's."""
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        output = sys.__stdout__ if sys.__stdout__ is not None and sys.__stdout__.isatty() else sys.__stderr__
        assert output is not None
        self._terminal = TerminalFile(output.fileno(), output.encoding or "utf-8")
        self._file = cast(TextIOWrapper, self._terminal)
        self._is_on = False
        self._taken: Taken | None = getattr(app, "taken", None)
        """The terminal, where a picture shows on it already."""
        self._handed = 0
        self._held: list[str] | None = None
        self._thread = get_ident()
        self._at_once = _opened_anew(output.fileno())

    # Writing

    def write(self, data: str) -> None:
        """Writes at once what the terminal takes at once, a whole picture together; the rest, and whatever comes while
        there is a rest, is left to Textual's thread."""
        if self._taken is not None and self._taken.is_painted and data == ENTER:
            return  # it was done, and done again would clear the picture
        if data == SYNC_START:
            self._held = []
        if self._held is not None:
            self._held.append(data)
            if data != SYNC_END:
                return
            data, self._held = "".join(self._held), None
        if self._at_once is not None and self._handed == self._terminal.done and get_ident() == self._thread:
            rest = _written(self._at_once, self._terminal.encoded(data))
            if not rest:
                return
            self._terminal.rest, data = rest, ""
        self._handed += 1
        super().write(data)

    def close(self) -> None:
        """Writes what is left, and lets go of the terminal."""
        super().close()
        if self._at_once is not None:
            os.close(self._at_once)
            self._at_once = None

    # Signals

    def start_application_mode(self) -> None:
        """Takes the terminal; from here on a signal that ends the program gives it back first."""
        loop = asyncio.get_running_loop()
        for name in ENDING:
            number = getattr(signal, name)
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, self._end, 128 + number)
        # Textual's own handlers run in the middle of whatever is being done, and wait there for what that holds.
        loop.add_signal_handler(signal.SIGTSTP, self._sigtstp_application)
        loop.add_signal_handler(signal.SIGCONT, self._sigcont_application)
        self._is_on = True
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if self._taken is not None:
            self.attrs_before = self._taken.hand_on()
            self._taken = None

    def stop_application_mode(self) -> None:
        """Gives the terminal back."""
        self._is_on = False
        super().stop_application_mode()

    def resume_application_mode(self) -> None:
        """Takes the terminal again after a stop, also after one that the program was not asked about."""
        if self._is_on:
            self.suspend_application_mode()
        super().resume_application_mode()
        self._app.call_later(self._paint_everything)

    def _paint_everything(self) -> None:
        """What was on the screen has gone with the one that the program had before."""
        screen = self._app.screen
        if isinstance(screen._compositor, Picture):
            screen._compositor.forget()
        screen.refresh(layout=True)

    def _end(self, status: int) -> None:
        self._app.exit(return_code=status)

    # The mouse

    @property
    def has_mouse(self) -> bool:
        """Whether the program is told what the mouse does."""
        return self._mouse

    def use_mouse(self, wanted: bool) -> None:
        """Asks the terminal to tell, or to keep the mouse for its own selection."""
        if not wanted:
            self._disable_mouse_support()
        self._mouse = wanted
        self._enable_mouse_support()

    # Keys

    def send_message(self, message: Message) -> None:
        """Gives the program what was read, from the thread that reads."""
        self._loop.call_soon_threadsafe(self._app.post_message, message)

    def run_input_thread(self) -> None:
        """Reads keys until the program ends or the terminal has gone; a mistake here ends the program as any other."""
        try:
            self._read_keys()
        except Exception as error:
            self._loop.call_soon_threadsafe(self._fail, error)

    def _fail(self, error: Exception) -> None:
        try:
            raise error
        except Exception as again:
            self._app._handle_exception(again)

    def _read_keys(self) -> None:
        source = sys.__stdin__
        decoder = codecs.getincrementaldecoder((source and source.encoding) or "utf-8")(errors="replace")
        keyboard = Keyboard(self._debug)
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(TICK):
                    data = self._read()
                    if not data:
                        self._hang_up()
                        return
                    for message in keyboard.feed(decoder.decode(data)):
                        self.process_message(message)
                for message in keyboard.tick():
                    self.process_message(message)

    def process_message(self, message: Message) -> None:
        """Passes a message on, unless the mouse is beside the window: Textual would take the keys from everybody."""
        if isinstance(message, events.MouseEvent) and not self._app.size.contains(int(message.x), int(message.y)):
            return
        super().process_message(message)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, 1 << 16)
        except OSError:
            return b""

    def _hang_up(self) -> None:
        """The terminal has gone: ends the program, from the thread that reads keys."""
        if self._loop.is_running():
            self._loop.call_soon_threadsafe(self._end, HANG_UP)

    def _query_in_band_window_resize(self) -> None:
        """Sizes are the system's to tell; see :mod:`reader.tui.keyboard`."""


def _written(descriptor: int, data: bytes) -> bytes:
    """Writes what a terminal takes now, or within :data:`MOMENT`: many hold 4 KB, and show that before they take more.
    What is left."""
    until = monotonic() + MOMENT
    try:
        while data := data[os.write(descriptor, data) :]:
            if not select.select((), (descriptor,), (), max(0.0, until - monotonic()))[1]:
                break
    except OSError:  # it takes nothing now; or it has gone, which the thread finds out
        return data
    return data


def _opened_anew(descriptor: int) -> int | None:
    """A way of its own to the same terminal, on which a write never waits: for others who have it open nothing changes.
    ``None`` where there is none."""
    try:
        return os.open(os.ttyname(descriptor), os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)
    except OSError:
        return None
