"""Files that are read in a second process: all of them come, in order, and nothing is left behind."""

import os
import signal
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.library import beside
from reader.library.beside import read_beside
from reader.library.collection import Collection
from reader.library.importing import Progress, import_paths

PATHS = ("a", "bb", "ccc")
ALL = [(1, "a1"), (1, None), (2, "bb1"), (2, "bb2"), (2, None), (3, "ccc1"), (3, "ccc2"), (3, "ccc3"), (3, None)]

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no fork")


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "FEW", 2)


def each(path: str) -> Iterator[str]:
    for number in range(len(path)):
        yield f"{path}{number + 1}"


def test_what_is_read_comes_in_order() -> None:
    assert list(read_beside(PATHS, each)) == ALL
    assert list(read_beside(PATHS[:2], each)) == ALL[:5]


def test_it_is_read_in_another_process() -> None:
    assert {process for _, process in read_beside(PATHS, lambda _: [os.getpid()])} - {None} != {os.getpid()}


def test_where_the_process_ends_before_its_time_the_rest_is_read_here() -> None:
    here = os.getpid()

    def dying(path: str) -> Iterator[str]:
        if path == "bb" and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        yield from each(path)

    assert list(read_beside(PATHS, dying)) == ALL


def test_what_cannot_be_sent_is_read_here() -> None:
    results = list(read_beside(PATHS, lambda path: [lambda: path]))
    assert [(number, result and result()) for number, result in results] == [
        (1, "a"), (1, None), (2, "bb"), (2, None), (3, "ccc"), (3, None),
    ]  # fmt: skip


def test_an_end_before_the_end_leaves_no_process() -> None:
    def endless(path: str) -> Iterator[int]:
        while True:
            yield os.getpid()

    with closing(read_beside(PATHS, endless)) as results:
        _, process = next(results)
    assert process not in (None, os.getpid())
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_an_import_of_many_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READER_HOME", str(tmp_path / "home"))
    files = []
    for number in range(6):
        files.append(str(tmp_path / f"{number}.txt"))
        Path(files[-1]).write_text(f"The ferry number {number} left the pier at noon and did not come back.\n" * 5)
    Path(files[4]).write_bytes(b"\x89PNG\r\n")
    collection = Collection.open()
    told: list[Progress] = []
    try:
        first = import_paths(files, collection, told.append)
        again = import_paths(files, collection)
    finally:
        collection.close()
    assert (first.added, len(first.unread)) == (5, 1)
    assert (again.added, again.unchanged, len(again.unread)) == (0, 5, 1)
    assert (told[-1].files, told[-1].of, told[-1].added) == (6, 6, 5)
