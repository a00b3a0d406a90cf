"""What is written to the terminal: a picture in one go, and everything in order, however slowly it is taken."""

from __future__ import annotations

import os
import pty
import sys
import tty
from collections.abc import AsyncIterator
from threading import Thread
from types import SimpleNamespace
from typing import Any

import pytest
from textual._ansi_sequences import SYNC_END, SYNC_START
from textual.drivers._writer_thread import WriterThread

from reader.tui.driver import Driver


@pytest.fixture
async def wire(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[tuple[Driver, int]]:
    """The driver, and the other end of its terminal."""
    master, slave = pty.openpty()
    tty.setraw(slave)
    os.set_blocking(master, False)
    with os.fdopen(slave, "w", encoding="utf-8") as file:
        monkeypatch.setattr(sys, "__stdout__", file)
        app: Any = SimpleNamespace()
        driver = Driver(app)
        driver._writer_thread = WriterThread(driver._file)
        driver._writer_thread.start()
        yield driver, master
        driver.close()
    os.close(master)


def taken(master: int) -> bytes:
    """What the terminal has now."""
    try:
        return os.read(master, 1 << 20)
    except BlockingIOError:
        return b""


async def test_a_picture_is_written_in_one_go_when_it_is_whole(wire: tuple[Driver, int]) -> None:
    driver, master = wire
    driver.write(SYNC_START)
    driver.write("picture")
    assert taken(master) == b""
    driver.write(SYNC_END)
    assert taken(master).decode() == f"{SYNC_START}picture{SYNC_END}"


async def test_a_picture_that_is_more_than_a_terminal_holds_is_written_as_it_is_taken(
    wire: tuple[Driver, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And not left to the thread, which has to wait for its turn."""
    driver, master = wire
    monkeypatch.setattr("reader.tui.driver.MOMENT", 20.0)
    sent, got = "x" * 50_000, bytearray()

    def takes() -> None:
        while len(got) < len(sent):
            got.extend(taken(master))

    terminal = Thread(target=takes)
    terminal.start()
    driver.write(sent)
    assert driver._handed == 0
    terminal.join()
    assert got.decode() == sent


async def test_what_the_terminal_does_not_take_at_once_keeps_its_order(wire: tuple[Driver, int]) -> None:
    driver, master = wire
    sent = "äöü €🙂 " * 30_000
    driver.write(sent)  # more than it holds: the rest is left to the thread, and so is what follows
    for number in range(5):
        driver.write(f"<{number}>")
    got = b""
    while not got.endswith(b"<4>"):
        got += taken(master)
    assert got.decode() == sent + "<0><1><2><3><4>"
    while driver._handed != driver._terminal.done:
        pass
    driver.write("at once again")
    assert taken(master) == b"at once again"
