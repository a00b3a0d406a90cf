"""The terminal shows a picture only while it is the program's to show it on."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

import pytest

termios = pytest.importorskip("termios", reason="this system has no POSIX terminals")

from reader.firstframe import terminal as room  # noqa: E402
from reader.firstframe.start import Start  # noqa: E402
from reader.firstframe.terminal import Taken  # noqa: E402

ROWS = ("one", "\x1b[1mtwo\x1b[m")


@pytest.fixture
def outside(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """The other end of a terminal that stands in for the program's own."""
    outside, inside = os.openpty()
    os.set_blocking(outside, False)
    monkeypatch.setattr(room, "_KEYS", inside)
    monkeypatch.setattr(room, "_SCREEN", inside)
    yield outside
    os.close(inside)
    os.close(outside)


def came(outside: int) -> bytes:
    try:
        return os.read(outside, 1 << 16)
    except BlockingIOError:
        return b""


def test_a_picture_shows_and_is_taken_away_again(outside: int) -> None:
    taken = Taken()
    before = taken.attributes
    assert not taken.is_painted
    taken.paint(ROWS, "utf-8")
    assert b"two" in came(outside)
    assert taken.is_painted
    taken.give_back()
    assert came(outside).endswith(b"\x1b[?25h")
    assert termios.tcgetattr(room._KEYS) == before


def test_where_none_shows_nothing_is_taken_away(outside: int) -> None:
    Taken().give_back()
    assert came(outside) == b""


@pytest.mark.parametrize("ended", [Taken.give_back, Taken.hand_on])
def test_one_that_comes_too_late_is_not_shown(outside: int, ended: object) -> None:
    taken = Taken()
    try:
        ended(taken)  # type: ignore[operator]
        taken.paint(ROWS, "utf-8")
        assert came(outside) == b""
        assert not taken.is_painted
    finally:
        taken.give_back()


@pytest.mark.parametrize(("rows", "shown"), [(ROWS, True), ((*ROWS, "\x1b]0;title\x07"), False)])
def test_only_text_and_looks_are_shown(outside: int, rows: Sequence[str], shown: bool) -> None:
    start = Start(["-"])
    start.taken = Taken()
    start.show(rows)
    start.give_back()
    assert (b"two" in came(outside)) is shown


def test_a_start_that_shows_no_pictures_takes_nothing(outside: int) -> None:
    assert not Start(["-"]).awaits_picture()
