"""Files of a library that are not in use, read as far as they can be."""

import sqlite3
from pathlib import Path

import pytest

from reader.library.collection import Collection, Imported
from reader.library.importing import Summary, import_paths
from reader.library.salvaging import schema_of
from reader.library.schema import COLLECTION, KEPT
from reader.library.store import Store
from reader.sources.source import Unread

from .texts import BRIDGE, FERRY, TOKYO, article

ARTICLES = [article(FERRY, "/was/ferry.txt"), article(BRIDGE, "/was/bridge.txt"), article(TOKYO, "/was/tokyo.txt")]


@pytest.fixture
def old(tmp_path: Path) -> Path:
    folder = tmp_path / "old"
    store, collection = Store.open(folder / "kept.sqlite"), Collection.open(folder / "articles.sqlite")
    collection.add([Imported(each, b"") for each in ARTICLES])
    collection.forget([ARTICLES[1].id])
    store.set_starred([ARTICLES[0].id])
    store.add_note(ARTICLES[0], "A note")
    store.close()
    collection.close()
    return folder


def taken_in(*files: Path) -> tuple[Store, Collection, Summary]:
    store, collection = Store.memory(), Collection.memory()
    return store, collection, import_paths(list(map(str, files)), collection, store=store)


def test_a_whole_library_is_taken_into_another(old: Path) -> None:
    (old / "articles.sqlite").rename(old / "articles.sqlite.damaged-2024")
    store, collection, summary = taken_in(old / "articles.sqlite.damaged-2024", old / "kept.sqlite")
    assert (summary.added, summary.restored, summary.unread) == (2, 2, [])
    for each in (ARTICLES[0], ARTICLES[2]):
        assert collection.article(each.id) == each
        assert len(collection.matching(f'"{each.text.split()[0].lower()}"')) == (1 if each is ARTICLES[0] else 0)
    assert store.state().starred == {ARTICLES[0].id}
    assert [note.words for note in store.notes.all()] == ["A note"]


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE texts SET parts = x'00' WHERE number = 1",
        "UPDATE texts SET text = x'00' WHERE number = 1",
        "UPDATE texts SET text = (SELECT text FROM texts WHERE number = 3) WHERE number = 1",
        "UPDATE articles SET id = 'another' WHERE number = 1",
        "DELETE FROM texts WHERE number = 1",
    ],
)
def test_a_damaged_article_takes_no_other_with_it(old: Path, damage: str) -> None:
    with sqlite3.connect(old / "articles.sqlite") as disk:
        disk.execute(damage)
    disk.close()
    _, collection, summary = taken_in(old / "articles.sqlite")
    assert list(collection.ids()) == [ARTICLES[2].id]
    assert summary.unread == [Unread(str(old / "articles.sqlite"), "1 article in it cannot be read: damaged")]


def test_damaged_pages(old: Path) -> None:
    path = old / "articles.sqlite"
    path.write_bytes(path.read_bytes()[:20_000])
    _, collection, summary = taken_in(path)
    assert len(collection) == 0
    assert "damaged" in summary.unread[0].reason


def test_other_files_are_none_of_a_library(old: Path, tmp_path: Path) -> None:
    assert schema_of(str(old / "articles.sqlite")) is COLLECTION
    assert schema_of(str(old / "kept.sqlite")) is KEPT
    with sqlite3.connect(tmp_path / "other.sqlite") as other:
        other.execute("CREATE TABLE articles (id)")
    other.close()
    (tmp_path / "text.txt").write_text("SQLite format 3\0")
    for name in ("other.sqlite", "text.txt", "no.txt", "."):
        assert schema_of(str(tmp_path / name)) is None
