"""Keys at random in every view, sizes at random: never a traceback, never a terminal that is left behind.

``READER_SOAK=1`` makes it ten thousand keys in each view (``make soak``); ``READER_SEED`` names another seed.
"""

from __future__ import annotations

import os
import random
import re
import signal
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from .conftest import Starter
from .pseudoterminal import KEYS, Terminal
from .test_hostile import ATTACKS, MARKUP, speech

SOAK = bool(os.environ.get("READER_SOAK"))
SEED = int(os.environ.get("READER_SEED", "1"))
KEYS_PRESSED = 10_000 if SOAK else 20
"""In each view."""
AT_ONCE = 40
"""Keys after which the view is opened again."""
SIZES = 500 if SOAK else 25

NOT_PRESSED = {"ctrl+z", "ctrl+q", "f12"}
"""They stop the program, end it, or write files; other tests press them."""
NAMED = sorted(set(KEYS) - NOT_PRESSED)
PRINTED = sorted(set(map(chr, range(33, 127))) - {"o"})
"""But for the key that lends the terminal to an editor: there, what is typed is echoed."""
MOUSE = [
    "\x1b[<0;{x};{y}M\x1b[<0;{x};{y}m",
    "\x1b[<0;{x};{y}M\x1b[<32;{u};{v}M\x1b[<0;{u};{v}m",
    "\x1b[<0;{x};{y}M\x1b[<0;{x};{y}m\x1b[<0;{x};{y}M\x1b[<0;{x};{y}m\x1b[<0;{x};{y}M\x1b[<0;{x};{y}m",
    "\x1b[<0;{x};{y}M",
    "\x1b[<65;{x};{y}M",
    "\x1b[<64;{x};{y}M",
]
VIEWS = {
    "the list": "h",
    "the text": "enter",
    "the comparison": "c",
    "the matrix": "M",
    "the passages of the shelf": "P",
    "the wordings": "enter ] V",
    "the outline": "p",
    "the particulars": "e",
    "the quotations": '"',
    "the figures": "#",
    "what became of a release": "C",
    "the help": "?",
    "the palette": "ctrl+p",
    "finding": "/",
    "finding everywhere": "F",
    "who else says it": "enter W",
    "filtering": "|",
    "the notices": "0",
    "the notes": "enter a",
    "the tags": "t",
    "the story": "i",
}
"""Views, and the keys that open them from the list or the text."""


def some_key(chance: random.Random) -> str:
    """Mostly the keys of the table, now and then a name, the mouse, or a letter from elsewhere."""
    kind = chance.random()
    if kind < 0.58:
        return chance.choice(PRINTED)
    if kind < 0.90:
        return chance.choice(NAMED)
    if kind < 0.98:
        x, u = chance.choices(range(1, 131), k=2)
        y, v = chance.choices(range(1, 41), k=2)
        return chance.choice(MOUSE).format(x=x, y=y, u=u, v=v)
    return chance.choice(["é", "橋", "\x1b[200~pasted\nwords\x1b[201~", "\x1b[I", "\x1b[O"])


_HEARD = re.compile(rb"\x1b\]52;c;[A-Za-z0-9+/=]*\x07")
"""What was copied by hand, in a form that cannot hold anything else."""
_LENT = re.compile(rb"\x1b\[\?2004l.*?(?:\x1b\[\?1049h|\Z)", re.DOTALL)
"""While the terminal is somebody else's, it shows the keys that are pressed."""


def said(terminal: Terminal, since: int) -> list[bytes]:
    """What has spoken to the terminal since it had been sent so many bytes."""
    return speech(_LENT.sub(b"", _HEARD.sub(b"", bytes(terminal.raw[since:]))))


def is_well(terminal: Terminal, pressed: list[str], since: int = 0) -> None:
    """The program runs, or has ended as it does by ``q``; nothing of a text has spoken to the terminal."""
    if said(terminal, since):  # half a sequence; or a bell, which is what a crash begins with
        terminal.wait_until_quiet(1)
    if not terminal.running:
        status = terminal.wait_for_exit()
        assert status == 0, f"{status} after {pressed[-60:]!r}:\n{terminal.display[-3000:]}"
        assert terminal.left_behind() == [], pressed[-60:]
    assert b"Traceback" not in terminal.raw[since:], pressed[-60:]
    assert said(terminal, since) == [], pressed[-60:]


class Session:
    """A program that is started again whenever it was left."""

    def __init__(self, reader: Starter, *arguments: str | Path) -> None:
        self._start: Callable[[], Terminal] = partial(opened, reader, *arguments)
        self.terminal = self._start()
        self.pressed: list[str] = []
        self._seen = 0

    def press(self, key: str) -> None:
        """One more key."""
        self.pressed.append(key)
        if self.terminal.running:
            self.terminal.press(key)

    def look(self) -> None:
        """Waits for what comes of the keys, and sees that all is well."""
        if self.terminal.running:
            self.terminal.wait_until_quiet(0.05)
        is_well(self.terminal, self.pressed, max(0, self.terminal.raw.rfind(b"\x1b", 0, self._seen)))
        self._seen = len(self.terminal.raw)
        if not self.terminal.running:
            self.terminal = self._start()
            self.pressed.clear()
            self._seen = 0

    def open(self, keys: str) -> None:
        """Back to the beginning, as far as Esc leads, and on to a view."""
        for key in ("escape", "escape", "escape", *keys.split()):
            self.press(key)
            self.look()


def is_painted_well(terminal: Terminal) -> None:
    """What was painted bit by bit is what is painted at once on a screen that was wiped."""
    for attempt in range(6):  # keys that are still under way may change what is there
        before = terminal.wait_until_quiet(0.1 * (1 + attempt))
        if not terminal.running:
            return
        terminal.cells.erase_in_display(2)
        terminal.signal(signal.SIGCONT)
        terminal.wait_for(lambda display: bool(display.strip()) or not terminal.running)
        after = terminal.wait_until_quiet(0.1 * (1 + attempt))
        if after == before or not terminal.running:
            return
    raise AssertionError(f"bit by bit:\n{before}\nat once:\n{after}")


def mash(session: Session, view: str, chance: random.Random) -> None:
    """Presses keys at random in a view."""
    for number in range(KEYS_PRESSED):
        if number % AT_ONCE == 0:
            session.open(VIEWS[view])
            if SOAK or chance.random() < 0.3:
                is_painted_well(session.terminal)
        session.press(some_key(chance))
        if number % 10 == 9:
            session.look()


@pytest.mark.skipif(SOAK, reason="the longer form takes its place")
def test_keys_at_random(reader: Starter, hostile: Path) -> None:
    chance = random.Random(SEED)
    session = Session(reader, hostile)
    for view in VIEWS:
        mash(session, view, chance)
    end(session.terminal)


@pytest.mark.skipif(not SOAK, reason="takes minutes a view: make soak")
@pytest.mark.parametrize("view", VIEWS)
def test_ten_thousand_keys_at_random(reader: Starter, hostile: Path, view: str) -> None:
    session = Session(reader, hostile)
    mash(session, view, random.Random(f"{SEED} {view}"))
    end(session.terminal)


def test_sizes_at_random(reader: Starter) -> None:
    chance = random.Random(3)
    pressed: list[str] = []
    terminal = opened(reader)
    for _ in range(SIZES):
        terminal.resize(chance.randint(1, 220), chance.randint(1, 70))
        pressed.append(chance.choice(["enter", "c", "M", "escape", "space", "]", "?", "w", "z", "tab", "P", '"', "V"]))
        terminal.press(pressed[-1])
        terminal.wait_until_quiet(0.04)
        is_well(terminal, pressed)
    terminal.resize(100, 30)
    end(terminal)


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """Three articles that share sentences, with wide, combining and hostile signs in them."""
    folder = tmp_path / "[sic] \x1b]0;owned\x07"
    folder.mkdir()
    shared = "“Nobody on the quay [sic] had been told of it before Monday,” said Ines Brack \x1b]52;c;b3duZWQ=\x07."
    wide = "橋は一九三一年に 作られた。 👩\u200d👧 ❤\ufe0f e\u0301\u0302\u0303 می\u200cخواهم \u202eowned\u202c \ufffd"
    for number in range(3):
        own = (
            f"Number {number} of them {'said' if number else 'had said'} that {ATTACKS[number]} {MARKUP[number]} {wide}"
        )
        rows = [f"Row {row} of {number}: the keeper of lamp {row * 7 % 11} asked for oil. {wide}" for row in range(40)]
        (folder / f"{number} [bold] \x1b]2;owned\x07.md").write_text(
            f'---\ntitle: "Harbour Bridge {number} [/x] \\e]2;owned\\a"\noutlet: "Out [sic] {number}"\n---\n\n'
            f"{shared}\n\n{own}\n\n## {wide}\n\n- {shared} {number}\n\n" + "\n\n".join(rows) + "\n",
            "utf-8",
        )
    (folder / "unreadable \x1b]2;owned\x07.txt").write_bytes(b"\x00\x01\x02\xff\xfe" * 400)
    return folder


def opened(reader: Starter, *arguments: str | Path) -> Terminal:
    """The sample shelf, or another, ready for keys."""
    terminal = reader(*arguments, environment=dict.fromkeys(("VISUAL", "EDITOR", "PAGER", "BROWSER"), "true"))
    terminal.wait_for("Harbour Bridge")
    terminal.wait_until_quiet()
    return terminal


def end(terminal: Terminal) -> None:
    """Ask the program to end from wherever it is, and see that it does so cleanly."""
    terminal.signal(signal.SIGTERM)
    terminal.wait_for_exit()
    assert b"Traceback" not in terminal.raw
    assert terminal.left_behind() == []
