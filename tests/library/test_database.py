"""A library is never refused and never overwritten, whatever has become of its file."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from random import Random
from threading import Timer

import pytest

from reader.library.collection import Collection, Imported
from reader.library.database import Database, NotKept, migrate
from reader.library.schema import COLLECTION, KEPT, Schema
from reader.library.sketch import sketch
from reader.library.store import Store

from .texts import FERRY, article

EARLIER = [(schema, version) for schema in (KEPT, COLLECTION) for version in range(1, schema.version + 1)]
ROWS = {
    "known": ("a", "/a.txt", "T", None, "O", "2024-01-01", "", b"", "t"),
    "read": ("a", "t"),
    "starred": ("a", "t"),
    "tags": ("a", "x", "t"),
    "places": ("a", 3, "w", "t"),
    "notes": (1, "a", 0, "e", "", "", "words", "t", "t"),
    "particulars": ("a", "title", None, "t"),
    "verdicts": ("a", "b", "furniture", "t"),
    "marks": (0, "a"),
    "settings": ("theme", '"dark"'),
    "steps": (1, "w", "[]"),
    "watched": ("/a", "t"),
    "followed": ("https://a.example/feed", "A", 1, 0, '"1"', "Friday", "2024-03-04", None, None, "2024-03-04"),
    "pairings": ("a", "b", 1, "t"),
    "articles": (1, "a", "/a.txt", "", "T", None, None, None, "article", "t\n\n\n", 3, 9, None, "t"),
    "texts": (1, b"x", b"y"),
    "sketches": (1, b"1234"),
    "copies": ("/b.txt", 1),
    "facts": ("index", "1"),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept.sqlite"


def tables(connection: sqlite3.Connection) -> list[str]:
    names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    return [name for (name,) in names if not name.startswith("found")]


def begun(path: Path, schema: Schema, version: int) -> None:
    """A file as an earlier version left it, with a row in each table."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        migrate(connection, schema._replace(versions=schema.versions[:version]))
        for table in tables(connection):
            row = ROWS[table]
            connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)


@pytest.mark.parametrize(("schema", "version"), EARLIER)
def test_every_earlier_version_is_brought_up_with_all_that_is_in_it(path: Path, schema: Schema, version: int) -> None:
    begun(path, schema, version)
    database = Database(schema, path)
    assert database.notices == []
    assert database.rows("PRAGMA user_version") == [(schema.version,)]
    with closing(sqlite3.connect(":memory:")) as fresh:
        migrate(fresh, schema)
        want = fresh.execute("SELECT name, sql FROM sqlite_schema ORDER BY name").fetchall()
    assert database.rows("SELECT name, sql FROM sqlite_schema ORDER BY name") == want
    with closing(sqlite3.connect(":memory:")) as earlier:
        migrate(earlier, schema._replace(versions=schema.versions[:version]))
        for table in tables(earlier):
            assert database.rows(f"SELECT * FROM {table}") == [ROWS[table]]
    database.close()


def test_a_migration_that_fails_leaves_the_file_as_it_was(path: Path) -> None:
    begun(path, KEPT, 1)
    wrong = KEPT._replace(versions=(KEPT.versions[0], ("CREATE TABLE new (a TEXT) STRICT", "nonsense")))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        with pytest.raises(sqlite3.OperationalError):
            migrate(connection, wrong)
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
        assert "new" not in tables(connection)


def test_tables_are_strict() -> None:
    for schema in (KEPT, COLLECTION):
        for statement in (each for version in schema.versions for each in version):
            if statement.startswith("CREATE TABLE"):
                assert "STRICT" in statement.rsplit(")", 1)[-1]


def test_a_newer_version_is_left_alone(path: Path) -> None:
    begun(path, KEPT, KEPT.version)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version={KEPT.version + 1}")
    before = path.read_bytes()
    store = Store.open(path)
    assert "newer version" in store.notices[0]
    store.set_starred(["b"])
    assert store.state().starred == {"b"}
    store.close()
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "random bytes": lambda data: Random(1).randbytes(len(data)),
    "random bytes after the header": lambda data: data[:100] + Random(1).randbytes(len(data) - 100),
    "a page of random bytes": lambda data: data[:8192] + Random(1).randbytes(4096) + data[12288:],
    "cut short": lambda data: data[: len(data) // 2],
    "cut in the header": lambda data: data[:50],
    "text": lambda data: b"Dear diary,\n" * 100,
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_file_is_set_aside_and_another_begun(path: Path, damage: str) -> None:
    store = Store.open(path)
    store.set_tags([f"{number:016x}" for number in range(500)], ["tag"])
    store.close()
    damaged = DAMAGE[damage](path.read_bytes())
    path.write_bytes(damaged)
    store = Store.open(path)
    (notice,) = store.notices
    (aside,) = path.parent.glob("kept.sqlite.damaged-*")
    assert str(aside) in notice
    assert aside.read_bytes() == damaged
    assert store.set_starred(["b"])
    store.close()
    store = Store.open(path)
    assert (store.notices, set(store.state().starred)) == ([], {"b"})


def test_what_can_be_read_of_a_damaged_file_is_taken_over(path: Path) -> None:
    store = Store.open(path)
    store.set_starred(["starred"])
    store.set_tags([f"{number:016x}" for number in range(3000)], ["tag"])
    store.keep_setting("theme", "light")
    store.close()
    data = bytearray(path.read_bytes())
    with closing(sqlite3.connect(path)) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'steps'").fetchone()
    data[(root - 1) * 4096 : root * 4096] = b"\xff" * 4096
    path.write_bytes(data)
    for _ in range(2):
        store = Store.open(path)
        assert (len(store.tags()), set(store.state().starred), store.setting("theme")) == (3000, {"starred"}, "light")
        assert store.undo() is None
        store.keep_place("a", 3)
        store.close()
    assert store.notices == []


@pytest.mark.parametrize("table", ["notes", "tags"])
def test_what_lies_on_both_sides_of_the_damage_is_taken_over(path: Path, table: str) -> None:
    store, many = Store.open(path), 400
    ids = [f"{number:016x}" for number in range(many)]
    row = "INSERT INTO notes VALUES (?, ?, NULL, '', '', '', ?, '', '')"
    store.database.write([(row, (number, id, f"{id} {'x' * 900}")) for number, id in enumerate(ids)])
    store.set_tags(ids, ["t" * 900])
    store.close()
    data = bytearray(path.read_bytes())
    pages = [data[at : at + 4096] for at in range(0, len(data), 4096)]
    middle = f"{many // 2:016x} xxx" if table == "notes" else f"{many // 2:016x}{'t' * 9}"
    (damaged,) = [number for number, page in enumerate(pages) if middle.encode() in page]
    data[damaged * 4096 : damaged * 4096 + 8] = b"\xff" * 8
    path.write_bytes(data)
    store = Store.open(path)
    kept = {note.article for note in store.notes.all()} if table == "notes" else store.tags().keys()
    assert {ids[0], ids[many // 4], ids[-many // 4], ids[-1]} <= kept < set(ids)
    store.close()


def test_two_damaged_files_are_both_set_aside(path: Path) -> None:
    for _ in range(2):
        path.write_bytes(b"Dear diary,\n" * 100)
        Store.open(path).close()
    assert len(list(path.parent.glob("*.damaged-*"))) == 2


def test_another_programs_database_is_set_aside(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE diary (words TEXT)")
    assert "made by another program" in Store.open(path).notices[0]
    assert len(list(path.parent.glob("*.damaged-*"))) == 1


def test_an_empty_file_is_a_library_that_was_not_begun(path: Path) -> None:
    path.touch()
    store = Store.open(path)
    assert store.notices == []
    assert store.set_starred(["a"])


def test_damage_met_later_is_said_and_the_session_goes_on(path: Path) -> None:
    store = Store.open(path)
    store.set_tags([f"{number:016x}" for number in range(40_000)], ["a long tag that fills pages"])
    store.close()
    data = bytearray(path.read_bytes())
    assert len(data) > 4_000_000  # such a file is not looked through when it is opened
    for at in range(65_536, len(data) - 4096, 4096):
        data[at : at + 4096] = b"\xff" * 4096
    path.write_bytes(data)
    store = Store.open(path)
    assert store.tags() == {}
    assert "damaged" in store.notices[0]
    assert store.set_starred(["a"])
    assert "set aside" in store.notices[1]
    store.close()
    store = Store.open(path)
    assert (store.notices, set(store.state().starred)) == ([], {"a"})


# Folders and disks that cannot be written


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A folder on a disk of 400 KB."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = shutil.which("mount")
    if sys.platform != "linux" or os.getuid() or not mount:
        pytest.skip("a small disk can be mounted by root on Linux only")
    done = subprocess.run([mount, "-t", "tmpfs", "-o", "size=400k", "tmpfs", folder], capture_output=True, check=False)
    if done.returncode:
        pytest.skip(f"no disk can be mounted here: {done.stderr.decode().strip()}")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def fill(ballast: Path) -> None:
    """Takes what room is left on a disk."""
    with ballast.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(b"x" * 1024):
            pass


def test_a_full_disk_is_said_once_and_what_was_done_comes_to_disk_later(small: Path) -> None:
    store = Store.open(small / "kept.sqlite")
    assert store.set_starred(["before"])
    ballast = small / "ballast"
    fill(ballast)
    on_disk = [store.set_tags([f"{number:03}"], ["a tag of some length " * 20]) for number in range(100)]
    assert on_disk[-1] is False
    (notice,) = store.notices
    assert "disk is full" in notice
    assert len(store.tags()) == 100
    assert store.state().starred == {"before"}
    store.undo()
    assert len(store.tags()) == 99
    ballast.unlink()
    store.close()  # tries once more
    store = Store.open(small / "kept.sqlite")
    assert (store.notices, len(store.tags()), set(store.state().starred)) == ([], 99, {"before"})
    store.close()


def test_a_full_disk_ends_an_import_with_a_sentence(small: Path) -> None:
    collection = Collection.open(small / "articles.sqlite")
    rng = Random(2)
    kept = 0
    reason = ""
    while not reason and kept < 400:
        text = " ".join(f"{rng.getrandbits(40):x}" for _ in range(400))
        try:
            collection.add([Imported(article(text, f"{kept}.txt"), sketch(text))])
            kept += 1
        except NotKept as why:
            reason = str(why)
    assert "the disk is full" in reason
    assert kept == len(collection)
    collection.close()
    collection = Collection.open(small / "articles.sqlite")
    assert (collection.notices, len(collection)) == ([], kept)
    collection.close()


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[Path]:
    """A folder with a library that cannot be written to, not even by root."""
    folder = tmp_path / "kept"
    store, collection = Store.open(folder / "kept.sqlite"), Collection.open(folder / "articles.sqlite")
    store.set_starred(["before"])
    collection.add([Imported(article(FERRY), b"")])
    store.close()
    collection.close()
    if os.name != "posix":
        pytest.skip("folders are made read-only with POSIX's permissions")
    if os.getuid():
        folder.chmod(0o500)
        for file in folder.iterdir():
            file.chmod(0o400)
        yield folder
        folder.chmod(0o700)
        return
    done = subprocess.run(
        "mount --bind . . && mount -o remount,bind,ro .", cwd=folder, shell=True, capture_output=True, check=False
    )
    if done.returncode:
        pytest.skip(f"root writes everywhere, and nothing can be mounted here: {done.stderr.decode().strip()}")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def test_a_read_only_library_is_read_and_the_session_goes_on(read_only: Path) -> None:
    store = Store.open(read_only / "kept.sqlite")
    assert store.state().starred == {"before"}
    assert not store.set_starred(["now"])
    assert store.state().starred == {"before", "now"}
    assert len(store.notices) == 1
    assert store.notices[0].startswith("The library cannot be ")
    store.close()
    collection = Collection.open(read_only / "articles.sqlite")
    assert collection.article(article(FERRY).id) == article(FERRY)
    with pytest.raises(NotKept):
        collection.add([Imported(article("Other words."), b"")])


def test_a_folder_that_cannot_be_made(read_only: Path) -> None:
    store = Store.open(read_only / "new" / "kept.sqlite")
    assert not store.set_starred(["now"])
    assert store.state().starred == {"now"}
    assert "read-only" in store.notices[0] or "denied" in store.notices[0]


def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("words")
    store = Store.open(tmp_path / "home" / "kept.sqlite")
    assert not store.set_starred(["now"])
    assert (len(store.notices), set(store.state().starred)) == (1, {"now"})
    assert (tmp_path / "home").read_text() == "words"


def test_a_folder_in_place_of_the_file(path: Path) -> None:
    path.mkdir(parents=True)
    store, collection = Store.open(path), Collection.open(path)
    assert store.set_starred(["a"]) is False
    assert (set(store.state().starred), len(collection)) == ({"a"}, 0)
    assert "goes on in memory" in store.notices[0]
    assert collection.notices == [
        f"The collection of articles cannot be written: it cannot be opened for writing ({path})"
    ]


def test_the_log_is_turned_on_as_soon_as_another_process_is_done(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        migrate(other, KEPT)
        other.execute("BEGIN IMMEDIATE")
        done = Timer(0.3, other.execute, ["COMMIT"])
        done.start()
        store = Store.open(path)
        done.join()
        assert store.notices == []
        assert store.set_starred(["a"])
        assert store.database.rows("PRAGMA journal_mode") == [("wal",)]
        store.close()


def test_what_another_program_holds_is_written_later(path: Path) -> None:
    database = Database(KEPT, path, busy=0.01)
    store = Store(database)
    store.set_starred(["a"])
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert not store.set_starred(["b"])
        assert store.state().starred == {"a", "b"}
        other.execute("COMMIT")
    assert "another program" in store.notices[0]
    store.close()
    assert Store.open(path).state().starred == {"a", "b"}
