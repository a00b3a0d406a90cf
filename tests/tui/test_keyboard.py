"""What comes in from the terminal: a sequence without sense is left out, and what is behind the next one is not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual import events

from reader.tui.keyboard import Keyboard

_CODES = (
    "\x1b",
    "[",
    "<",
    "?",
    ";",
    ":",
    "0",
    "9" * 11,
    "48",
    "200~",
    "201~",
    "u",
    "M",
    "m",
    "t",
    "R",
    "$y",
    "\x9b",
    "é",
)


def keys(*parts: str) -> list[str]:
    """The keys that are heard."""
    board = Keyboard(debug=False)
    return [event.key for part in parts for event in board.feed(part) if isinstance(event, events.Key)]


@pytest.mark.parametrize(
    ("parts", "heard"),
    [
        (("ab", "c"), ["a", "b", "c"]),
        (("a\x1b[", "Ab"), ["a", "up", "b"]),
        (("", "a", ""), ["a"]),
        (("a\x1b[1114112u\x1b[Ab",), ["a", "up", "b"]),
        (("a\x1b[97:u", "b"), ["a", "b"]),
        ((f"a\x1b[{'9' * 25}u", "b"), ["a", "b"]),
    ],
)
def test_keys_behind_nonsense_are_heard(parts: tuple[str, ...], heard: list[str]) -> None:
    assert keys(*parts) == heard


@pytest.mark.parametrize("claim", ["\x1b[48;36;120;0;0t", "\x1b[48;0;0;0;0t", "\x1b[48;36;120;720;1200t", ""])
def test_places_are_in_cells_whatever_the_terminal_claims(claim: str) -> None:
    heard = list(Keyboard(debug=False).feed(f"{claim}\x1b[<0;60;10M"))
    assert [(type(event), event.x, event.y) for event in heard if isinstance(event, events.MouseEvent)] == [
        (events.MouseDown, 59, 9)
    ]
    assert len(heard) == 1, "the claim is not passed on"


def test_what_is_pasted_is_one_text() -> None:
    heard = list(Keyboard(debug=False).feed("\x1b[200~two\nlines\x1b[48;3;3;0;0t [x]\x1b[201~"))
    assert len(heard) == 1
    assert isinstance(heard[0], events.Paste)
    assert heard[0].text.startswith("two\nlines")


@settings(deadline=None, derandomize=True, max_examples=300)
@given(st.lists(st.one_of(st.sampled_from(_CODES), st.text(max_size=3)), max_size=12))
def test_whatever_comes_in_reading_goes_on(parts: list[str]) -> None:
    board = Keyboard(debug=False)
    for part in parts:
        list(board.feed(part))
        list(board.tick())
    list(board.feed("\x1b[201~\x1b\x1b"))
    assert [event.key for event in board.feed("\x1b[5~") if isinstance(event, events.Key)][-1:] == ["pageup"]
