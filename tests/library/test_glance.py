"""What is kept shows in the first picture, and looking at it changes nothing."""

from __future__ import annotations

import pickle
import sqlite3
from pathlib import Path

import pytest

from reader.articles.article import Article
from reader.library.glance import Glance, glance
from reader.library.keeping import Keeping
from reader.library.store import Store
from reader.text.spans import Span

from .texts import BRIDGE, FERRY, TOKYO, article


def three() -> list[Article]:
    return [article(FERRY, "ferry.txt"), article(BRIDGE, "bridge.txt"), article(TOKYO, "tokyo.txt")]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library in which much was done."""
    path = tmp_path / "kept.sqlite"
    articles = three()
    keeping = Keeping(articles)
    keeping.connect(Store.open(path))
    keeping.set_read(0)
    keeping.toggle_star(1)
    keeping.toggle_mark(2)
    keeping.keep_place(0, 12)
    keeping.correct(1, "outlet", "Quay Post")
    keeping.add_note(0, "so they say", Span(0, 5))
    keeping.tag([2], ["later"])
    keeping.close()
    return path


def shown(keeping: Keeping, articles: list[Article]) -> tuple[object, ...]:
    """What a screen could show of it."""
    return keeping.state, list(articles), [keeping.place(number) for number in range(3)], keeping.notes(0)


def test_it_shows_what_the_store_would_show(path: Path) -> None:
    seen = pickle.loads(pickle.dumps(glance(three(), path)))
    articles, later = three(), three()
    at_once = Keeping(articles, seen)
    with_store = Keeping(later)
    with_store.connect(Store.open(path))
    assert shown(at_once, articles) == shown(with_store, later)
    assert articles[1].particulars.outlet == "Quay Post"
    with_store.close()


def test_nothing_changes_by_it(path: Path) -> None:
    before = {each.name: each.read_bytes() for each in path.parent.iterdir()}
    glance([article("Ferry, written anew\n\nWords that are other words now.\n", "ferry.txt")], path)
    after = {each.name: each.read_bytes() for each in path.parent.iterdir()}
    assert {name: data for name, data in after.items() if not name.endswith(("-wal", "-shm"))} == before
    assert not after.get("kept.sqlite-wal")


def test_it_sees_what_stands_in_the_log_of_another_process(path: Path) -> None:
    other = Store.open(path)
    other.set_read([three()[1].id])
    assert glance(three(), path).state.read == {each.id for each in three()[:2]}
    other.close()


@pytest.mark.parametrize("kind", ["none", "empty", "damaged", "of a newer version", "a folder"])
def test_what_cannot_be_read_is_left_to_the_store(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "kept.sqlite"
    if kind == "empty":
        path.touch()
    elif kind == "damaged":
        path.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    elif kind == "a folder":
        path.mkdir()
    elif kind == "of a newer version":
        Store.open(path).set_read(["x"])
        newer = sqlite3.connect(path)
        newer.execute("PRAGMA user_version = 99")
        newer.close()
    names = {each.name for each in tmp_path.iterdir()}
    assert glance(three(), path) == Glance()
    assert {each.name for each in tmp_path.iterdir()} - names <= {"kept.sqlite-wal", "kept.sqlite-shm"}


def test_what_is_done_before_the_store_comes_is_done_to_what_was_seen(path: Path) -> None:
    """A star is taken off and another set, one is unread again, a mark goes; what was not touched stays."""
    keeping = Keeping(three(), glance(three(), path))
    keeping.toggle_star(1)
    keeping.toggle_star(2)
    keeping.toggle_read(0)
    keeping.toggle_mark(2)
    keeping.connect(Store.open(path))
    ids = [each.id for each in three()]
    assert (set(keeping.state.starred), keeping.state.read, keeping.state.marks) == ({ids[2]}, frozenset(), ())
    assert keeping.state.tags == {ids[2]: ("later",)}
    keeping.close()
    assert Store.open(path).state() == keeping.state


def test_what_another_process_did_meanwhile_stays(path: Path) -> None:
    keeping = Keeping(three(), glance(three(), path))
    other = Store.open(path)
    ids = [each.id for each in three()]
    other.set_read([ids[0]], False)
    other.set_starred([ids[0]])
    other.set_marks([ids[1]])
    other.close()
    keeping.toggle_star(2)
    keeping.connect(Store.open(path))
    assert keeping.state.read == set()
    assert keeping.state.starred == set(ids)
    assert keeping.state.marks == (ids[1],)
    keeping.close()
