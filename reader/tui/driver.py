"""The wire between the program and a terminal: Textual's own, made so that nothing on it can break the program.

What differs: bytes that are no text become replacement characters instead of an error; the signals that end a program
end this one properly from the first byte on; a terminal that has gone is no error and stops nobody; being stopped and
continued from outside puts the terminal right again; what the terminal's encoding cannot show becomes a question mark.
"""

from __future__ import annotations

import asyncio
import codecs
import os
import selectors
import signal
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import Final, cast

from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

ENDING: Final = ("SIGTERM", "SIGHUP", "SIGQUIT", "SIGINT")
"""Signals that end the program with the status 128 and their number."""
HANG_UP: Final = 129
"""The status where the terminal went away without a signal."""
TICK: Final = 0.1
"""Seconds after which half a sequence is looked at again."""


class TerminalFile:
    """The terminal as a file to write to, whatever became of the standard streams. It never raises."""

    def __init__(self, descriptor: int, encoding: str) -> None:
        """``encoding`` is the terminal's: what it lacks is written as a question mark."""
        self._descriptor = descriptor
        self._encoding = encoding
        self._waiting: list[str] = []
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
        return len(text)

    def flush(self) -> None:
        """Writes all that waits; where the terminal has gone, into the void."""
        data = memoryview("".join(self._waiting).encode(self._encoding, "replace"))
        self._waiting.clear()
        while data and not self.has_gone:
            try:
                data = data[os.write(self._descriptor, data) :]
            except BlockingIOError:
                with selectors.DefaultSelector() as selector:
                    selector.register(self._descriptor, selectors.EVENT_WRITE)
                    selector.select(TICK)
            except OSError:
                self.has_gone = True


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

    # Signals

    def start_application_mode(self) -> None:
        """Takes the terminal; from here on a signal that ends the program gives it back first."""
        loop = asyncio.get_running_loop()
        for name in ENDING:
            number = getattr(signal, name)
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, self._end, 128 + number)
        self._is_on = True
        super().start_application_mode()  # type: ignore[no-untyped-call]

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
        self._app.screen.refresh(layout=True)

    def _end(self, status: int) -> None:
        self._app.exit(return_code=status)

    # Keys

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
        parser = XTermParser(self._debug)
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(TICK):
                    data = self._read()
                    if not data:
                        self._hang_up()
                        return
                    # Nothing to decode yet is half a character; to the parser it would be the end.
                    for message in parser.feed(text) if (text := decoder.decode(data)) else ():
                        self.process_message(message)
                for message in parser.tick():
                    self.process_message(message)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, 1 << 16)
        except OSError:
            return b""

    def _hang_up(self) -> None:
        """The terminal has gone: ends the program, from the thread that reads keys."""
        if self._loop.is_running():
            self._loop.call_soon_threadsafe(self._end, HANG_UP)

    def _get_terminal_size(self) -> tuple[int, int]:
        """Columns and rows, each at least 1 (a terminal may say 0 before it knows)."""
        width, height = super()._get_terminal_size()
        return max(1, width), max(1, height)
