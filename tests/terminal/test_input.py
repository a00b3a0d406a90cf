"""Whatever comes in on the keyboard's wire, the program goes on."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from .conftest import Starter
from .pseudoterminal import Terminal

SOAK = bool(os.environ.get("READER_SOAK"))


def opened(reader: Starter) -> Terminal:
    """The sample shelf, ready for keys."""
    terminal = reader()
    terminal.wait_for("Harbour Bridge")
    terminal.wait_until_quiet()
    return terminal


@pytest.mark.parametrize("seed", range(20 if SOAK else 2))
def test_bytes_at_random_do_no_harm(reader: Starter, seed: int) -> None:
    """All but those that mean to leave or to stop: q, ctrl-q and ctrl-z, and the P of a picture's key."""
    chance = random.Random(seed)
    terminal = opened(reader)
    allowed = [byte for byte in range(256) if byte not in b"q\x11\x1aP~"]
    for _ in range(20 if SOAK else 6):
        terminal.send(bytes(chance.choices(allowed, k=100)))
        terminal.wait_until_quiet(0.05, limit=60)
        assert terminal.running, terminal.display
    assert b"Traceback" not in terminal.raw
    terminal.send(b"\x1b[201~")  # the end of a paste that chance may have begun
    terminal.wait_until_quiet()
    for _ in range(4):
        terminal.press("escape")
        terminal.wait_until_quiet(0.2)
    assert terminal.running


def test_a_character_that_comes_in_two_parts_is_one(reader: Starter) -> None:
    terminal = opened(reader)
    terminal.press("/")
    terminal.wait_until_quiet()
    for byte in "é橋".encode():
        terminal.send(bytes([byte]))
        terminal.wait_until_quiet(0.05)
    terminal.wait_for("é橋")


@pytest.mark.parametrize("size", [1_000_000] if SOAK else [100_000])
def test_a_huge_paste_into_the_find_bar_is_cut_short(reader: Starter, size: int) -> None:
    terminal = opened(reader)
    terminal.press("/")
    terminal.wait_until_quiet()
    terminal.send(b"\x1b[200~" + b"bridge " * (size // 7) + b"\x1b[201~")
    terminal.wait_for("bridge bridge")
    terminal.wait_until_quiet()
    assert terminal.running
    terminal.press("escape")
    terminal.wait_until_quiet()
    terminal.press("?")
    terminal.wait_for("Keys in the")


def test_what_is_pasted_is_cleaned(reader: Starter) -> None:
    terminal = opened(reader)
    terminal.press("/")
    terminal.wait_until_quiet()
    terminal.send(b"\x1b[200~bri\x07dge\x9b5n\x1b[201~")
    terminal.wait_for("bri")
    terminal.wait_until_quiet()
    assert b"\x07" not in terminal.raw.replace(b"\x1b]22;", b"").replace(b"default\x07", b"").replace(b"text\x07", b"")
    assert b"\x9b" not in terminal.raw


def test_a_key_that_is_typed_before_the_first_picture_counts(reader: Starter) -> None:
    terminal = reader()
    terminal.send(b"?")
    terminal.wait_for("Keys in the")


def test_a_text_of_half_a_megabyte_is_read_on_while_it_shows(reader: Starter, tmp_path: Path) -> None:
    """Its beginning shows; then it is divided beside the screen, and nothing that shows moves."""
    path = tmp_path / "long.txt"
    words = "the keeper of the lamp said that “nobody had asked him” before the ferry was sold to the harbour board"
    path.write_text("A long story\n\n" + "\n\n".join(f"Number {n}: {words}." for n in range(5000)), "utf-8")
    terminal = reader(path, columns=100, rows=30)
    terminal.wait_for("Number 3:")
    terminal.press("enter", "end")
    terminal.wait_for("Number 4999:")
    terminal.wait_for("¶ 49")
    terminal.wait_for("Number 4999:")
    terminal.press("/", *"number 2500:")
    terminal.wait_for("1/1")
    terminal.wait_for("Number 2500:")


NONSENSE = {
    "a code that is no character": "\x1b[1114112u",
    "a code that is no number": "\x1b[97:u",
    "a code without end": f"\x1b[{'9' * 25}u",
    "modifiers that are no number": "\x1b[;::1114112u",
    "a window without pixels": "\x1b[?2048;2$y\x1b[48;36;120;0;0t\x1b[<0;60;10M\x1b[<0;60;10m",
    "a window without cells": "\x1b[48;0;0;0;0t\x1b[<0;60;10M\x1b[<0;60;10m",
    "a window without bounds": "\x1b[48;60000;60000;0;0t",
    "a window in what is pasted": "\x1b[200~\x1b[48;3;3;0;0t\x1b[201~",
    "an answer to another program": "\x1b]11;rgb:qqqq/0000/0000\x1b\\\x1bP1$rq\x1b\\\x1b[?62;22c",
    "a key that nobody has": "\x1b[9z\x1bO?",
    "keys in what is pasted": "\x1b[200~\x1b[2JPq0?qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq\x1b[201~",
    "places beside the window": "\x1b[<0;9999;9999M\x1b[<32;9999;1M\x1b[<0;0;0m\x1b[<64;-3;-3M",
}


def test_what_no_terminal_should_send_does_no_harm(reader: Starter) -> None:
    terminal = opened(reader)
    for name, sent in NONSENSE.items():
        terminal.send(sent.encode())
        display = terminal.wait_until_quiet(0.15)
        assert terminal.running, name
        assert "Port Averin" in display, name
    assert b"\x1b[?1016h" not in terminal.raw, "nobody would switch it off"
    terminal.press("?")
    terminal.wait_for("Keys in the")
