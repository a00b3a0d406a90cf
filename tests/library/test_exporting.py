"""What is kept can be taken away: notes in Markdown, everything in lines of JSON, whole copies that open."""

import json
import os
from pathlib import Path

import pytest

from reader.library.collection import Collection, Imported
from reader.library.exporting import back_up, backup_name, everything, notes_in_markdown
from reader.library.folders import Folders, folders, folders_in
from reader.library.followed import Feed
from reader.library.importing import import_paths, lines
from reader.library.restoring import restore
from reader.library.store import Store
from reader.text.spans import Span

from .texts import BRIDGE, FERRY, article


@pytest.fixture
def library(tmp_path: Path) -> tuple[Store, Collection]:
    store, collection = Store.open(tmp_path / "kept.sqlite"), Collection.open(tmp_path / "articles.sqlite")
    ferry, bridge = article(FERRY, os.path.abspath("a.txt")), article(BRIDGE, "b.txt")
    collection.add([Imported(ferry, b"")])
    store.meet([ferry, bridge])
    at = FERRY.index("nobody was told")
    store.add_note(ferry, span=Span(at, at + 15))
    store.add_note(ferry, "Ask\x1b[31m the harbour.\nTwice.")
    store.add_note(bridge, "Why \ud800?", Span(0, 20))
    store.set_tags([ferry.id], ["later"])
    store.set_starred([bridge.id])
    store.set_read([ferry.id])
    store.set_marks([bridge.id])
    store.keep_place(ferry.id, 7)
    store.correct(bridge.id, "outlet", "Averin Gazette")
    store.judge(bridge.id, "abc", "furniture")
    store.keep_setting("theme", {"dark": True})
    store.pair([(ferry.id, bridge.id)], True)
    store.watch("/news")
    store.followed.keep(Feed("https://news.example/feed", "The Anvil"))
    return store, collection


def test_notes_in_markdown(library: tuple[Store, Collection]) -> None:
    ferry = f"""## Ferry stops at noon

{os.path.abspath("a.txt")}
Tags: later

Ask␛[31m the harbour.
Twice.

> nobody was told"""
    bridge = f"""## Bridge toll approved

Averin Gazette · {os.path.abspath("b.txt")}

> Bridge toll approved

Why \ufffd?"""
    in_order = sorted((ferry, bridge), key=lambda section: article(FERRY if "Ferry" in section else BRIDGE).id)
    assert "\n".join(notes_in_markdown(*library)) == "\n\n".join(in_order)
    assert "\n".join(notes_in_markdown(*library, article=article(FERRY).id)) == ferry
    assert list(notes_in_markdown(Store.memory(), Collection.memory())) == []


def test_everything_in_lines_that_can_be_read_alone(library: tuple[Store, Collection]) -> None:
    lines = list(everything(*library))
    assert all("\n" not in line for line in lines)
    assert all(line.encode() for line in lines)
    values = [json.loads(line) for line in lines]
    by_kind: dict[str, list[dict[str, object]]] = {}
    for value in values:
        by_kind.setdefault(value["kind"], []).append(value)
    assert values[0]["format"] == "reader library"
    (one,) = by_kind["article"]
    assert (one["text"], one["title"]) == (FERRY, "Ferry stops at noon")
    assert {name: len(of) for name, of in by_kind.items()} == {
        "export": 1,
        "article": 1,
        "note": 3,
        "read": 1,
        "starred": 1,
        "tag": 1,
        "place": 1,
        "particular": 1,
        "verdict": 1,
        "mark": 1,
        "pairing": 1,
        "watched": 1,
        "followed": 1,
        "setting": 1,
    }
    assert by_kind["starred"][0]["title"] == "Bridge toll approved"
    assert by_kind["setting"][0]["value"] == {"dark": True}
    assert any(note.get("exact") == "nobody was told" for note in by_kind["note"])


def test_nothing_that_is_kept_is_left_out(library: tuple[Store, Collection]) -> None:
    store, _ = library
    names = store.database.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")
    kinds = {"tags": "tag", "places": "place", "notes": "note", "particulars": "particular", "verdicts": "verdict"}
    kinds |= {"marks": "mark", "settings": "setting", "pairings": "pairing"}
    told = {json.loads(line)["kind"] for line in everything(*library)}
    assert {kinds.get(name, name) for (name,) in names} - {"known", "steps"} <= told


def test_what_was_exported_comes_back_by_importing_it(library: tuple[Store, Collection], tmp_path: Path) -> None:
    file = tmp_path / "export.jsonl"
    file.write_text("".join(f"{line}\n" for line in everything(*library)))
    store, collection = Store.open(tmp_path / "new" / "kept.sqlite"), Collection.open(tmp_path / "new" / "a.sqlite")
    summary = import_paths([str(file)], collection, store=store)
    assert (summary.added, summary.restored) == (1, 13)
    assert "13 stars, tags, notes and the like taken over" in lines(summary)

    def told(from_store: Store, from_collection: Collection) -> list[str]:
        values = [json.loads(line) for line in everything(from_store, from_collection)]
        kept = [{n: v for n, v in each.items() if n not in ("path", "title", "outlet")} for each in values[1:]]
        return sorted(json.dumps(each) for each in kept if each["kind"] != "setting")

    assert told(store, collection) == told(*library)
    store.set_starred([article(FERRY).id])
    store.set_read([article(FERRY).id], False)
    again = import_paths([str(file)], collection, store=store)
    assert (again.added, again.restored) == (0, 1)
    assert store.state().starred == {article(FERRY).id, article(BRIDGE).id}  # what is there already stays
    given = import_paths(["-"], Collection.memory(), store=Store.memory(), standard_input=file.read_bytes())
    assert given.restored == 13
    store.close()
    collection.close()


@pytest.mark.parametrize(
    "line",
    [
        {"kind": "starred", "article": 7, "at": "x"},
        {"kind": "starred", "article": "a"},
        {"kind": "place", "article": "a", "place": -1, "words": "", "at": "x"},
        {"kind": "place", "article": "a", "place": 10**30, "words": "", "at": "x"},
        {"kind": "place", "article": "a", "place": "7", "words": "", "at": "x"},
        {"kind": "particular", "article": "a", "field": "colour", "value": "red", "at": "x"},
        {"kind": "verdict", "article": "a", "block": "b", "verdict": "colour", "at": "x"},
        {"kind": "pairing", "one": "b", "other": "a", "together": 1, "at": "x"},
        {"kind": "note", "article": "a", "words": "x", "made": "x", "changed": "x", "exact": "y", "start": None},
        {"kind": "note", "article": "a", "words": ["x"], "made": "x", "changed": "x"},
        {"kind": "setting", "name": "searches", "value": 7},
        {"kind": "colour", "article": "a", "at": "x"},
        ["starred"],
        7,
    ],
)
def test_lines_that_do_not_fit_take_nothing_with_them(line: object) -> None:
    store = Store.memory()
    first = {"kind": "export", "format": "reader library", "version": 1}
    good = {"kind": "starred", "article": "good", "at": "2024-01-01"}
    written = [json.dumps(each).encode() for each in (first, line, good)]
    assert restore([*written[:2], b"{", b"\xff", b"[" * 100_000, written[2]], store) == 1
    assert store.state().starred == {"good"}
    assert store.notes.all() == []
    assert restore(written[1:], store) == 0  # no export


def test_leave_to_look_at_ones_own_network_is_not_taken_over() -> None:
    store = Store.memory()
    first = {"kind": "export", "format": "reader library", "version": 1}
    feed = {"kind": "followed", "address": "http://10.0.0.1/", "title": None, "pages": 0, "private": 1, "at": "x"}
    assert restore([json.dumps(first).encode(), json.dumps(feed).encode()], store) == 1
    assert [each.private for each in store.followed.feeds()] == [False]


def test_a_copy_opens_like_any_library(library: tuple[Store, Collection], tmp_path: Path) -> None:
    store, collection = library
    to = tmp_path / "copy"
    assert back_up(store, collection, to) is None
    copied = folders_in(to)
    store_copy, collection_copy = Store.open(copied.kept), Collection.open(copied.collection)
    assert store_copy.state() == store.state()
    assert collection_copy.article(article(FERRY).id) == article(FERRY, os.path.abspath("a.txt"))
    assert store_copy.notices == collection_copy.notices == []
    reason = back_up(store, collection, to)
    assert reason is not None
    assert "nothing is overwritten" in reason
    (tmp_path / "file").touch()
    assert back_up(store, collection, tmp_path / "file") is not None
    assert backup_name().startswith("reader-backup-2")


def test_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("READER_HOME", str(tmp_path / "home"))
    assert folders() == Folders(tmp_path / "home", tmp_path / "home", tmp_path / "home" / "cache")
    monkeypatch.delenv("READER_HOME")
    monkeypatch.setenv("HOME", str(tmp_path / "user"))
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(variable, raising=False)
    places = folders()
    for place in (places.settings, places.kept, places.collection, places.cache):
        assert place.is_relative_to(tmp_path / "user")
        assert "reader-sidebyside" in place.parts
    assert list(tmp_path.iterdir()) == []
