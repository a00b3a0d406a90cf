"""An import adds what is new, names what is there already, says why it could not read the rest, and changes no file."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.library.collection import Collection
from reader.library.forgetting import found
from reader.library.importing import Likeness, Progress, import_paths, lines
from reader.library.store import Store

from .texts import BRIDGE, FERRY, TOKYO

LONG = " ".join(f"word{number * 7919 % 1000}" for number in range(600)) + "\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    monkeypatch.chdir(folder)
    Path("a.txt").write_text(FERRY)
    Path("b.md").write_text(BRIDGE)
    Path("c.txt").write_text(TOKYO)
    return folder


@pytest.fixture
def collection(tmp_path: Path) -> Collection:
    return Collection.open(tmp_path / "home" / "articles.sqlite")


def test_what_is_new_is_added(collection: Collection) -> None:
    told: list[Progress] = []
    summary = import_paths(["."], collection, told.append)
    assert (summary.added, summary.unchanged, summary.unread, summary.stopped) == (3, 0, [], None)
    assert told[-1] == Progress(3, 3, 3, "./c.txt")
    assert [entry.path for entry in collection.entries()] == [
        os.path.abspath(name) for name in ("a.txt", "b.md", "c.txt")
    ]


def test_a_second_import_adds_nothing(collection: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    import_paths(["."], collection)
    monkeypatch.setattr("reader.library.importing.read_all", lambda _: pytest.fail("read again"))
    summary = import_paths([".", os.path.abspath("a.txt")], collection)
    assert (summary.added, summary.unchanged, summary.same, summary.near) == (0, 3, [], [])
    assert len(collection) == 3


def test_the_same_text_is_left_out_and_named(collection: Collection) -> None:
    Path("d.txt").write_text(FERRY)
    Path("e.txt").write_bytes(b"\xef\xbb\xbf" + FERRY.encode())  # the same words in other bytes: another text
    Path("f.txt").write_bytes(FERRY.encode("utf-16"))  # the same text in other bytes
    for _ in range(2):
        summary = import_paths(["."], collection)
    assert summary.same[0] == Likeness("./d.txt", os.path.abspath("a.txt"))
    assert f"./d.txt has the same text as {os.path.abspath('a.txt')} and is left out" in lines(summary)
    assert {each.path for each in summary.same} >= {"./d.txt"}


def test_an_article_can_be_forgotten_by_the_path_of_its_copy(collection: Collection) -> None:
    Path("copy.txt").write_text(FERRY)
    Path("other.txt").write_bytes(FERRY.encode("utf-16"))
    import_paths(["a.txt", "other.txt"], collection)
    import_paths(["copy.txt"], collection)
    (entry,) = collection.entries()
    store = Store.memory()
    assert found(["copy.txt", "other.txt", "no.txt"], store, collection) == ([entry.id], ["no.txt"])


def test_nearly_the_same_text_is_added_and_flagged(collection: Collection) -> None:
    Path("long.txt").write_text(LONG)
    Path("near.txt").write_text(LONG.replace(" word81 ", " another ") + "And a sentence of its own at the end.\n")
    summary = import_paths(["."], collection)
    (near,) = summary.near
    assert (near.path, near.of, summary.added) == ("./near.txt", os.path.abspath("long.txt"), 5)
    assert 0.8 < near.share <= 1
    entries = {os.path.relpath(entry.path): entry for entry in collection.entries()}
    assert entries["near.txt"].near == entries["long.txt"].id
    assert entries["long.txt"].near is None
    Path("nearer.txt").write_text(LONG + "One more.\n")
    assert [each.path for each in import_paths(["."], collection).near] == ["./nearer.txt"]


def test_what_cannot_be_read_is_named_and_the_rest_added(
    collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("empty.txt").touch()
    summary = import_paths([".", "no.txt"], collection)
    assert summary.added == 3
    assert {unread.path for unread in summary.unread} == {"./empty.txt", "no.txt"}
    Path("bad.txt").write_text("words")

    def fails(path: str) -> object:
        raise RuntimeError("within")

    monkeypatch.setattr("reader.library.importing.read_all", fails)
    summary = import_paths(["bad.txt"], collection)
    assert summary.unread[0].reason == "reading it failed (RuntimeError: within)"


def test_standard_input(collection: Collection) -> None:
    assert import_paths(["-"], collection, standard_input=b"Words from a pipe.\n").added == 1
    assert collection.entries()[0].path == "-"


def test_a_file_that_was_written_anew_keeps_what_was_done_to_it(collection: Collection, tmp_path: Path) -> None:
    store = Store.open(tmp_path / "home" / "kept.sqlite")
    Path("long.txt").write_text(LONG)
    import_paths(["."], collection, store=store)
    (before,) = [entry for entry in collection.entries() if entry.path.endswith("long.txt")]
    store.set_starred([before.id])
    Path("long.txt").write_text("Updated.\n\n" + LONG)
    summary = import_paths(["."], collection, store=store)
    (after,) = [entry for entry in collection.entries() if entry.path.endswith("long.txt") and entry.id != before.id]
    assert store.state().starred == {before.id, after.id}
    assert any("carried over" in notice for notice in summary.notices)


def test_no_file_is_changed(collection: Collection, here: Path) -> None:
    def state() -> dict[str, tuple[str, int, int]]:
        return {
            file.name: (hashlib.sha256(file.read_bytes()).hexdigest(), file.stat().st_mtime_ns, file.stat().st_mode)
            for file in here.iterdir()
        }

    before = state()
    import_paths(["."], collection)
    assert state() == before


def test_a_disk_that_is_full_stops_with_a_sentence(collection: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    from reader.library.database import NotKept

    def full(_: object) -> None:
        raise NotKept("The disk is full")

    monkeypatch.setattr(collection, "add", full)
    summary = import_paths(["."], collection)
    assert (summary.added, summary.stopped) == (0, "The disk is full")
    assert list(lines(summary))[-1] == "stopped: The disk is full"


IMPORTER = """
import sys
from pathlib import Path
from reader.library.collection import Collection
from reader.library.importing import import_paths
from reader.library.store import Store
home = Path(sys.argv[1])
collection, store = Collection.open(home / "articles.sqlite"), Store.open(home / "kept.sqlite")
print("begun", flush=True)
summary = import_paths(sys.argv[2:], collection, store=store)
assert not collection.notices + store.notices + summary.unread, (collection.notices, store.notices, summary.unread)
print(summary.added, summary.stopped, flush=True)
"""


def test_processes_that_import_and_star_at_once(tmp_path: Path, here: Path) -> None:
    home = tmp_path / "home"
    for half in "xy":
        (here / half).mkdir()
        for number in range(200):
            (here / half / f"{number}.txt").write_text(f"Story {half}{number}\n\nThe council met in {half}{number}.\n")
    command = [sys.executable, "-c", IMPORTER, str(home)]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    importers = [
        subprocess.Popen([*command, str(here / half)], stdout=subprocess.PIPE, text=True, env=environment)
        for half in "xy"
    ]
    store = Store.open(home / "kept.sqlite")
    for importer in importers:
        assert importer.stdout is not None
        assert importer.stdout.readline() == "begun\n"
    starred = 0
    while any(importer.poll() is None for importer in importers):
        assert store.set_starred([f"{starred:016x}"])
        collection = Collection.open(home / "articles.sqlite")
        entries = collection.entries()
        assert collection.notices == store.notices == []
        assert all(collection.article(entry.id) is not None for entry in entries[-3:])
        collection.close()
        starred += 1
    assert [importer.communicate()[0] for importer in importers] == ["200 None\n", "200 None\n"]
    assert starred > 1
    assert len(store.state().starred) == starred
    collection = Collection.open(home / "articles.sqlite")
    assert len(collection) == 400
    assert len(collection.matching('"council"')) == 400
