"""What is read in a copy of the process comes back as if it had been read here."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from reader.articles.article import Article
from reader.library.ahead import LARGE, Ahead, Early, is_worth_it
from reader.library.shelf import Shelf

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot copy a process")
SHELF = Shelf((Article("a", "a.txt", "words " * 100_000 + "\udc80"),), notices=("one",))


def test_the_value_comes_back() -> None:
    assert Ahead(lambda: SHELF).result() == SHELF


def test_it_is_read_in_a_process_of_its_own() -> None:
    assert Ahead(lambda: Shelf(notices=(str(os.getpid()),))).result().notices != (str(os.getpid()),)


def test_a_mistake_is_made_again_here() -> None:
    def fails() -> Shelf:
        raise ValueError("not to be read")

    with pytest.raises(ValueError, match="not to be read"):
        Ahead(fails).result()


def test_where_the_copy_dies_it_is_read_here() -> None:
    here = os.getpid()

    def dies() -> Shelf:
        if os.getpid() != here:
            os.kill(os.getpid(), 9)
        return SHELF

    assert Ahead(dies).result() == SHELF


def test_without_copies_it_is_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    assert Ahead(lambda: Shelf(notices=(str(os.getpid()),))).result().notices == (str(os.getpid()),)


def test_a_large_file_is_read_here(tmp_path: Path) -> None:
    small, large = tmp_path / "small.txt", tmp_path / "large.txt"
    small.write_bytes(b"words")
    large.write_bytes(b"words " * (LARGE // 6 + 1))
    assert is_worth_it([str(small), "-"])
    assert not is_worth_it([str(small), str(large)])
    assert is_worth_it([str(tmp_path / "missing.txt"), "\0"])
    assert Ahead(lambda: Shelf(notices=(str(os.getpid()),)), here=True).result().notices == (str(os.getpid()),)


def test_something_comes_before_the_value() -> None:
    met: list[Sequence[str]] = []
    ahead = Ahead(lambda: SHELF, early=Early(lambda shelf: [*shelf.notices, "\udc80"], met.append))
    assert ahead.result() == SHELF
    assert met == [["one", "\udc80"]]


def test_it_comes_while_the_value_does_not() -> None:
    """What is large or slow to send does not hold it up."""
    came = threading.Event()
    reading, writing = os.pipe()

    class Slow:
        def __reduce__(self) -> tuple[type[int], tuple[int]]:
            os.read(reading, 1)
            return int, (7,)

    ahead: Ahead[Any] = Ahead(Slow, early=Early(lambda _: ["early"], lambda _: came.set()))
    came_first = came.wait(20)
    os.write(writing, b".")
    assert ahead.result() == 7
    assert came_first


@pytest.mark.parametrize("made", [lambda _: (), lambda _: 1 // 0], ids=["nothing", "a mistake"])
def test_where_there_is_nothing_early_the_value_is_all(made: Callable[[Shelf], Sequence[str]]) -> None:
    met: list[Sequence[str]] = []
    assert Ahead(lambda: SHELF, early=Early(made, met.append)).result() == SHELF
    assert met == []


def test_what_is_read_here_has_its_early_part_from_the_copy() -> None:
    met: list[Sequence[str]] = []
    came = threading.Event()

    def meet(part: Sequence[str]) -> None:
        met.append(part)
        came.set()

    def read() -> str:
        if os.getpid() == here:
            came.wait(20)
        return str(os.getpid())

    here = os.getpid()
    ahead = Ahead(read, here=True, early=Early(lambda value: [value], meet))
    assert ahead.result() == str(here)
    assert len(met) == 1
    assert met != [[str(here)]]


def test_what_is_read_here_does_not_wait_for_a_slow_copy() -> None:
    here = os.getpid()

    def read() -> int:
        if os.getpid() != here:
            signal.pause()
        return 7

    ahead = Ahead(read, here=True, early=Early(lambda _: ["early"], lambda _: None))
    assert ahead.result() == 7
    with pytest.raises(ChildProcessError):
        os.waitpid(ahead._process, 0)
