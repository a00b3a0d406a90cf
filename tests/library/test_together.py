"""Several processes begin and use one library at the same moment."""

import os
import time
from pathlib import Path

import pytest

from reader.library.collection import Collection, Imported
from reader.library.database import NotKept
from reader.library.store import Store

from .texts import article

PROCESSES = 6
ROUNDS = 8


def begin_and_keep(home: Path, number: int, at: float) -> int:
    """What one process does: its exit code says what went wrong."""
    while time.time() < at:
        pass
    store, collection = Store.open(home / "kept.sqlite"), Collection.open(home / "articles.sqlite")
    kept = store.set_starred([f"{number:016x}"])
    try:
        collection.add([Imported(article(f"Words and {number}\n", f"{number}.txt"), b"")])
    except NotKept:
        return 2
    return 0 if kept and not store.notices and not collection.notices else 1


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked, so that they begin at the same moment")
def test_nobody_is_in_anybodys_way(tmp_path: Path) -> None:
    for number in range(ROUNDS):
        home = tmp_path / str(number)
        at = time.time() + 0.05
        children = []
        for child in range(PROCESSES):
            process = os.fork()
            if process == 0:
                code = 9
                try:
                    code = begin_and_keep(home, child, at)
                finally:
                    os._exit(code)
            children.append(process)
        assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0] * PROCESSES
        store, collection = Store.open(home / "kept.sqlite"), Collection.open(home / "articles.sqlite")
        assert (len(store.state().starred), len(collection)) == (PROCESSES, PROCESSES)
        assert sorted(file.name for file in home.iterdir() if "damaged" in file.name) == []
        store.close()
        collection.close()
