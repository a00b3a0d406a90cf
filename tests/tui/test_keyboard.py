"""What comes in from the terminal: a sequence without sense is left out, and what is behind the next one is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual import events

from reader.tui import keyboard
from reader.tui.keyboard import MOST_PASTED, Keyboard

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


UNASKED = {
    "a colour": "\x1b]11;rgb:0000/ffff/0000\x1b\\",
    "a colour, ended by BEL": "\x1b]4;1;rgb:0000/ffff/0000\x07",
    "what is on the clipboard": "\x1b]52;c;cXF1aXQ=\x07",
    "a setting": "\x1bP1$r0q\x1b\\",
    "a name": "\x1bP>|XTerm(370)\x1b\\",
    "a picture": "\x1b_Gi=31;OK\x1b\\",
    "a kind of terminal": "\x1b[?62;22c",
    "a version": "\x1b[>0;276;0c",
    "a size": "\x1b[8;36;120t",
    "a mode": "\x1b[?2026;2$y",
    "that all is well": "\x1b[0n",
    "a keyboard": "\x1b[?1u",
    "light or dark": "\x1b[?997;1n",
    "an old mouse": "\x1b[M !!",
    "a key that nobody has": "\x1b[9z",
    "another": "\x1bO?",
    "something long": f"\x1b[{'1;' * 99}H",
}
"""What a terminal may send without having been asked by this program."""


def keys(*parts: str) -> list[str]:
    """The keys that are heard."""
    board = Keyboard(debug=False)
    return [event.key for part in parts for event in board.feed(part) if isinstance(event, events.Key)]


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """``later(0.5)``: half a second goes by."""
    now = 1000.0
    monkeypatch.setattr(keyboard, "monotonic", lambda: now)

    def pass_by(seconds: float) -> None:
        nonlocal now
        now += seconds

    return pass_by


@pytest.mark.parametrize("said", UNASKED.values(), ids=list(UNASKED))
def test_what_the_program_did_not_ask_for_is_no_key(said: str) -> None:
    assert keys(f"a{said}b") == ["a", "b"]
    for cut in range(1, len(said)):
        assert keys(f"a{said[:cut]}", f"{said[cut:]}b") == ["a", "b"], cut


@pytest.mark.parametrize(
    ("sent", "heard"),
    [
        ("\x1b[6~", "pagedown"),
        ("\x1b[1;5C", "ctrl+right"),
        ("\x1bOP", "f1"),
        ("\x1b[[A", "f1"),
        ("\x1b[3$", "shift+delete"),
        ("\x1b[97;5u", "ctrl+a"),
        ("\x1b[Z", "shift+tab"),
        ("\x1bj", "alt+j"),
    ],
)
def test_a_key_is_the_same_however_it_is_divided(sent: str, heard: str) -> None:
    for cut in range(len(sent)):
        assert keys(sent[:cut], f"{sent[cut:]}b") == [heard, "b"], cut


@pytest.mark.parametrize(
    ("sent", "heard"),
    [
        ("\x1b", ["escape"]),
        ("\x1b\x1b", ["escape", "escape"]),
        ("\x1b[", ["left_square_bracket"]),
        ("\x1bP", ["alt+shift+p"]),
        ("\x1b[1;", []),
        ("\x1b]11;rgb:qq", []),
    ],
)
def test_what_does_not_go_on_is_over(later: Callable[[float], None], sent: str, heard: list[str]) -> None:
    board = Keyboard(debug=False)
    found = [*board.feed(sent), *board.tick()]
    later(0.5)
    found += [*board.tick(), *board.feed("b")]
    assert [event.key for event in found if isinstance(event, events.Key)] == [*heard, "b"]


def test_nothing_that_is_pasted_is_a_key() -> None:
    pasted = "q\x1b[2Jq\x1b]0;x\x07\x1b[A\x1b\x1b[48;3;3;0;0t\x1b[201\nqq" * 9
    whole = f"\x1b[200~{pasted}\x1b[201~j"
    for step in (1, 7, 64, len(whole)):
        board = Keyboard(debug=False)
        heard = [one for at in range(0, len(whole), step) for one in board.feed(whole[at : at + step])]
        assert [type(one) for one in heard] == [events.Paste, events.Key], step
        assert isinstance(heard[0], events.Paste)
        assert heard[0].text == pasted, step


def test_a_paste_without_end_is_over_with_esc_and_is_not_kept_whole(later: Callable[[float], None]) -> None:
    board = Keyboard(debug=False)
    assert list(board.feed("\x1b[200~")) == []
    for _ in range(5):
        assert list(board.feed("x" * (MOST_PASTED // 2))) == []
    later(60)
    assert list(board.tick()) == []
    assert list(board.feed("\x1b")) == []
    later(60)
    (pasted,) = board.tick()
    assert isinstance(pasted, events.Paste)
    assert MOST_PASTED <= len(pasted.text) < MOST_PASTED + 10
    assert [event.key for event in board.feed("j") if isinstance(event, events.Key)] == ["j"]


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
