"""Keys at random, sizes at random: never a traceback, never a terminal that is left behind.

``READER_SOAK=1`` makes it thousands (``make soak``).
"""

from __future__ import annotations

import os
import random
import signal

import pytest

from .conftest import Starter
from .pseudoterminal import KEYS, Terminal

SOAK = bool(os.environ.get("READER_SOAK"))
KEYS_PRESSED = 10_000 if SOAK else 300
SIZES = 500 if SOAK else 25

NOT_PRESSED = {"ctrl+z", "ctrl+q", "f12"}
"""They stop the program, end it, or write files; other tests press them."""
NAMED = sorted(set(KEYS) - NOT_PRESSED)
PRINTED = [chr(code) for code in range(33, 127)]
MOUSE = ["\x1b[<0;{x};{y}M\x1b[<0;{x};{y}m", "\x1b[<65;{x};{y}M", "\x1b[<64;{x};{y}M"]


def some_key(chance: random.Random) -> str:
    """Mostly the keys of the table, now and then a name, the mouse, or a letter from elsewhere."""
    kind = chance.random()
    if kind < 0.60:
        return chance.choice(PRINTED)
    if kind < 0.94:
        return chance.choice(NAMED)
    if kind < 0.98:
        return chance.choice(MOUSE).format(x=chance.randint(1, 130), y=chance.randint(1, 40))
    return chance.choice(["é", "橋", "\x1b[200~pasted\nwords\x1b[201~", "\x1b[I", "\x1b[O"])


def is_well(terminal: Terminal, pressed: list[str]) -> None:
    """The program runs, or has ended as it does by ``q``."""
    last = f"after {pressed[-12:]!r}:\n{terminal.display[-3000:]}"
    assert b"Traceback" not in terminal.raw, last
    if not terminal.running:
        assert terminal.wait_for_exit() == 0, last
        assert terminal.left_behind() == [], last


@pytest.mark.parametrize("seed", range(1, 4 if SOAK else 2))
def test_keys_at_random(reader: Starter, seed: int) -> None:
    chance = random.Random(seed)
    pressed: list[str] = []
    terminal = opened(reader)
    while len(pressed) < KEYS_PRESSED:
        for _ in range(10):
            pressed.append(some_key(chance))
            terminal.press(pressed[-1])
        terminal.wait_until_quiet(0.05)
        is_well(terminal, pressed)
        if not terminal.running:
            terminal = opened(reader)
    is_well(terminal, pressed)
    end(terminal)


def test_sizes_at_random(reader: Starter) -> None:
    chance = random.Random(3)
    pressed: list[str] = []
    terminal = opened(reader)
    for _ in range(SIZES):
        terminal.resize(chance.randint(1, 220), chance.randint(1, 70))
        pressed.append(chance.choice(["enter", "c", "M", "escape", "space", "]", "?", "w", "z", "tab"]))
        terminal.press(pressed[-1])
        terminal.wait_until_quiet(0.04)
        is_well(terminal, pressed)
    terminal.resize(100, 30)
    end(terminal)


def opened(reader: Starter) -> Terminal:
    """The sample shelf, ready for keys."""
    terminal = reader()
    terminal.wait_for("Harbour Bridge")
    terminal.wait_until_quiet()
    return terminal


def end(terminal: Terminal) -> None:
    """Ask the program to end from wherever it is, and see that it does so cleanly."""
    terminal.signal(signal.SIGTERM)
    terminal.wait_for_exit()
    assert b"Traceback" not in terminal.raw
    assert terminal.left_behind() == []
