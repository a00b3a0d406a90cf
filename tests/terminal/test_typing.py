"""Somebody who types fast, or pastes, finds every key where it was meant to go."""

from __future__ import annotations

import pytest

from .conftest import Starter
from .pseudoterminal import KEYS


@pytest.mark.parametrize("opener", ["/", "|", "F"])
@pytest.mark.parametrize("words", ["hullabaloo", "[sic] ?", "jjqq"])
def test_words_typed_right_behind_the_key_that_asks_for_them(reader: Starter, opener: str, words: str) -> None:
    terminal = reader()
    terminal.wait_for("≈")
    for _ in range(5):
        terminal.wait_until_quiet()
        terminal.send(f"{opener}{words}".encode())
        terminal.wait_for(f" {words} ")
        terminal.press("escape")
        terminal.wait_for(lambda display: f" {words} " not in display)
    assert terminal.running


def test_keys_of_two_views_in_one_go(reader: Starter) -> None:
    terminal = reader()
    terminal.wait_for("≈")
    terminal.press("j")
    before = terminal.wait_until_quiet()
    terminal.send(b"MqMq?q")
    assert terminal.wait_until_quiet(0.5) == before
    assert terminal.running


@pytest.mark.parametrize("key", ["enter", "escape", "q"])
@pytest.mark.parametrize("opener", ["ctrl+p", "?", "M", "F"])
def test_a_key_that_closes_struck_twice(reader: Starter, opener: str, key: str) -> None:
    terminal = reader()
    terminal.wait_for("≈")
    terminal.press(opener)
    terminal.wait_until_quiet()
    closing = "\x1b[27u" if key == "escape" else KEYS.get(key, key)
    terminal.send(closing.encode() * 2)
    terminal.wait_until_quiet()
    assert b"Traceback" not in terminal.raw
    if not terminal.running:
        assert terminal.wait_for_exit() == 0


def test_what_is_found_may_change_while_it_is_looked_at(reader: Starter) -> None:
    """The list is painted anew, by a window that changes its size, while another search replaces what it shows."""
    terminal = reader()
    terminal.wait_for("≈")
    terminal.press("F")
    terminal.wait_for("Find in the open articles")
    terminal.wait_until_quiet()
    terminal.press(*"the")
    terminal.wait_for("hits in")
    for turn in range(40):
        terminal.press("down", "x" if turn % 2 else "backspace", "down")
        terminal.resize(100 + turn % 9, 30)
        terminal.wait_until_quiet(0.02)
    assert terminal.running
    terminal.press("escape")
    terminal.wait_until_quiet()
    assert terminal.running
