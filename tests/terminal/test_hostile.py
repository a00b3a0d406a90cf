"""A text is what somebody else wrote: nothing of it may speak to the terminal, and none of its words may vanish.

The same hostile words stand in texts, in titles and in the names of files, and are taken through every view.
"""

from __future__ import annotations

import json
import os
import random
import re
from functools import partial
from pathlib import Path

import pytest

from .conftest import Starter
from .pseudoterminal import KEYS, Terminal

SOAK = bool(os.environ.get("READER_SOAK"))

ATTACKS = (
    "\x1b]52;c;b3duZWQ=\x1b\\",
    "\x1b]52;c;b3duZWQ=\x07",
    "\x9d52;c;b3duZWQ=\x9c",
    "\x1b]0;owned\x1b\\",
    "\x1b]2;owned\x07",
    "\x1b]8;;http://owned.invalid\x1b\\link\x1b]8;;\x1b\\",
    "\x1bPq owned\x1b\\",
    "\x90q owned\x9c",
    "\x1b[2J\x1b[?1003l\x1b[5n",
    "\x9b5n",
    "\x1b_owned\x1b\\",
    "\x1b^owned\x1b\\",
    "\x1bc\x1b[!p",
    "\x08\x08\x0e\x7f",
    "\u202eowned\u2066",
)
MARKUP = ("[sic]", "[@click=app.quit]x[/]", "[/x]", "[bold]", "[Reuters]")
HOSTILE = " ".join(f"{attack}{MARKUP[i % 5]}" for i, attack in enumerate(ATTACKS))
SHARED = f"Nobody on the quay [sic] had been told [@click=app.quit]x[/] of it [/x] {ATTACKS[0]} before Monday"

_HARMLESS = re.compile(rb"\x1b\[[?<>=]?[0-9;:]*\$?[mHhlpu]|\x1b\]22;[a-z-]*\x07|[\r\n]")
"""What the driver sends while a program runs: looks, places, modes, the shape of the pointer, and line ends."""
_CONTROL = re.compile(rb"[\x00-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xaa-\xae]|\xe2\x81[\xa6-\xa9]")
"""C0, DEL, C1 and the signs that turn the direction of writing."""


def _has_another_header(before: str, display: str) -> bool:
    return display.splitlines()[0] != before.splitlines()[0]


def spoken(raw: bytes) -> list[bytes]:
    """What has reached the terminal, while the program ran, that is neither text nor the driver's own."""
    return speech(raw) + ([b"mouse tracking was switched off"] if b"\x1b[?1003l" in raw else [])


def speech(raw: bytes) -> list[bytes]:
    """What acts on a terminal, and is none of what the driver sends."""
    left = _HARMLESS.sub(b"", raw)
    return [left[max(0, found.start() - 10) : found.end() + 20] for found in _CONTROL.finditer(left)]


@pytest.mark.parametrize("attack", ATTACKS, ids=ascii)
def test_the_check_sees_every_attack(attack: str) -> None:
    assert spoken(f"\x1b[?2026h\x1b[1;1H\x1b[1mtext {attack} text\x1b[0m\x1b[?2026l".encode())


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """Two articles that share a sentence, with hostile titles and file names, and a file that cannot be read."""
    folder = tmp_path / "[sic] \x1b]0;owned\x07 [bold]"
    folder.mkdir()
    for number, mark in enumerate(("first", "second")):
        title = json.dumps(f"[sic] [/x] {mark} {ATTACKS[3]}{ATTACKS[2]}{ATTACKS[9]} [@click=app.quit]x[/]")
        (folder / f"{number} [bold] {ATTACKS[4]} {mark}.md").write_text(
            f"---\ntitle: {title}\noutlet: {title}\nbyline: {title}\n---\n\n"
            f"The {mark} paragraph. {SHARED}, the {mark} of them said.\n\n{HOSTILE}\n\n## {HOSTILE}\n\n- {HOSTILE}\n",
            "utf-8",
        )
    (folder / f"unreadable {ATTACKS[4]} [bold].txt").write_bytes(b"\x00\x01\x02\xff\xfe" * 400)
    return folder


VIEWS = {
    "the article": ((), "[@click=app.quit]x[/]"),
    "the reading pane": (("enter",), "[@click=app.quit]x[/]"),
    "what is found": (("/", "owned"), " 1/"),
    "a phrase that is not there": (("/", "[/x] [sic] no"), "[/x] [sic] no"),
    "what is found everywhere": (("F", "quay [sic]", "enter"), "quay [sic]"),
    "a filter": (("|", "[/x]"), "[/x]"),
    "the comparison": (("c",), "passage · from"),
    "the matrix": (("M",), "[sic]"),
    "the notices": (("0",), "unreadable"),
    "the help": (("?",), "Keys in the"),
    "the palette": (("ctrl+p",), "Mark the article"),
    "the passages of the shelf": (("P",), "quay [sic]"),
    "the wordings": (("c", "]", "V"), "quay [sic]"),
    "the quotations": (('"',), "owned"),
    "the figures": (("#",), "no figures here"),
    "what became of a release": (("C",), "quay [sic]"),
    "the outline": (("p",), "quay [sic]"),
    "the particulars": (("e",), "[sic] [/x] first"),
    "what is written as a particular": (("e", "enter", "[/x] no"), "[/x] no"),
    "a tag": (("t", "[/x]", "enter"), "[/x]"),
    "a note": (("enter", "a", "[/x] no", "enter", "'"), "[/x] no"),
    "the story": (("i",), "[sic]"),
}
"""Views, the keys that open them or words that are typed there, a step at a time, and what is seen then."""


def test_nothing_of_a_text_speaks_to_the_terminal(reader: Starter, shelf: Path) -> None:
    terminal = reader(shelf, columns=120, rows=40)
    display = terminal.wait_for("≈")
    assert "[sic] [/x] first" in display
    for view, (steps, seen) in VIEWS.items():
        for step in steps:
            terminal.press(*([step] if step in KEYS else step))
            terminal.wait_until_quiet(0.06)
        terminal.wait_for(seen)
        terminal.wait_until_quiet(0.06)
        assert terminal.running, view
        assert spoken(bytes(terminal.raw)) == [], view
        assert "Traceback" not in terminal.display, view
        to_the_list(terminal)


def to_the_list(terminal: Terminal) -> None:
    """Back from wherever one is."""
    for _ in range(3):
        terminal.press("escape")
        terminal.wait_until_quiet(0.06)
    while not (before := terminal.wait_until_quiet(0.06)).startswith(" reader"):
        terminal.press("q")
        terminal.wait_for(partial(_has_another_header, before))
    terminal.press("h")
    terminal.wait_until_quiet(0.06)


@pytest.mark.parametrize("seed", range(20 if SOAK else 1))
def test_page_after_page_of_hostile_texts(reader: Starter, tmp_path: Path, seed: int) -> None:
    """One text a paragraph: attacks, markup, and signs at random from all of Unicode (NUL makes a file binary)."""
    chance = random.Random(seed)
    count = 5000 if SOAK else 150
    path = tmp_path / "texts.txt"
    texts = ("".join(some_text(chance) for _ in range(chance.randint(1, 12))) for _ in range(count))
    path.write_text("\n\n".join(texts) + "\n\nThe end of it all.\n", "utf-8", "replace")
    terminal = reader(path, columns=120, rows=50)
    terminal.wait_for("(1)")
    terminal.wait_until_quiet()
    terminal.press("enter")
    terminal.wait_until_quiet()
    for _ in range(count):
        terminal.press("space")
        if "The text ends here" in terminal.wait_until_quiet(0.03):
            break
    assert "The end of it all." in terminal.wait_until_quiet()
    assert spoken(bytes(terminal.raw)) == []


def some_text(chance: random.Random) -> str:
    """An attack, markup, or a few characters of any kind."""
    if chance.random() < 0.5:
        return chance.choice((*ATTACKS, *MARKUP, "words "))
    return "".join(chr(chance.choice((chance.randrange(1, 0x250), chance.randrange(1, 0x110000)))) for _ in range(5))


def test_words_in_brackets_stay_where_they_are(reader: Starter, shelf: Path) -> None:
    terminal = reader(shelf, columns=160, rows=50)
    terminal.wait_for("[sic] [/x]")
    terminal.press("enter")
    display = terminal.wait_until_quiet()
    text = " ".join(display.split())
    for word in MARKUP:
        assert word in text
    assert "had been told" in text


@pytest.mark.parametrize("kind", ["missing", "in a pipe"])
def test_what_is_said_outside_the_screen_is_clean_too(reader: Starter, tmp_path: Path, kind: str) -> None:
    if kind == "missing":
        terminal = reader(tmp_path / f"lost {ATTACKS[4]}{ATTACKS[2]}.txt")
        assert terminal.wait_for_exit() == 2
        assert "lost" in terminal.display
    else:
        terminal = reader("-", piped=f"A title {HOSTILE}\n\n{HOSTILE}".encode(), environment={"TERM": "dumb"})
        assert terminal.wait_for_exit() == 0
        assert "[Reuters]" in terminal.display
    assert spoken(bytes(terminal.raw)) == []


def test_a_click_on_a_bracketed_action_does_nothing(reader: Starter, shelf: Path) -> None:
    terminal = reader(shelf, columns=120, rows=40)
    terminal.wait_for("[@click=app.quit]x[/]")
    lines = terminal.wait_until_quiet().splitlines()
    row = next(row for row, line in enumerate(lines) if "[@click=app.quit]x" in line)
    column = lines[row].index("[@click=app.quit]x") + len("[@click=app.quit]")
    terminal.send(f"\x1b[<0;{column + 1};{row + 1}M\x1b[<0;{column + 1};{row + 1}m".encode())
    terminal.wait_until_quiet()
    assert terminal.running
