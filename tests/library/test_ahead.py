"""What is read in a copy of the process comes back as if it had been read here."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.articles.article import Article
from reader.library.ahead import LARGE, Ahead, is_worth_it
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
