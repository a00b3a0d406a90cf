"""What reader export wrote is read back: the same articles with the same particulars."""

import json
from pathlib import Path

import pytest

from reader.articles.build import Built
from reader.library import exporting
from reader.library.collection import Collection
from reader.library.importing import import_paths
from reader.library.store import Store
from reader.sources import exported
from reader.sources.reading import read_all_bytes
from reader.sources.source import Unread
from tests.sources.written import TEXT, TITLE, stated_page

FIRST = {"kind": "export", "format": "reader library", "version": 1}


def written(*lines: dict[str, object]) -> bytes:
    return b"".join(json.dumps(line).encode() + b"\n" for line in lines)


def test_the_format_is_the_one_that_is_written() -> None:
    assert (exported.FORMAT, exported.VERSION) == (exporting.FORMAT, exporting.VERSION)


def test_there_and_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READER_HOME", str(tmp_path / "home"))
    (tmp_path / "page.html").write_text(stated_page())
    (tmp_path / "story.md").write_text(f"---\ntitle: {TITLE}\noutlet: The Hammer\n---\n\n## Ferry\n\n{TEXT}\n")
    store, collection = Store.open(), Collection.open()
    try:
        import_paths([str(tmp_path / "page.html"), str(tmp_path / "story.md")], collection)
        data = "\n".join(exporting.everything(store, collection)).encode()
        before = [article for id in collection.ids() if (article := collection.article(id)) is not None]
    finally:
        collection.close()
        store.close()
    after = [one.article for one in read_all_bytes(data, "export.jsonl") if isinstance(one, Built)]
    assert [article.id for article in after] == [article.id for article in before]
    assert [article.text for article in after] == [article.text for article in before]
    for was, is_now in zip(before, after, strict=True):
        for name in ("title", "byline", "outlet", "published"):
            assert getattr(is_now.particulars, name) == getattr(was.particulars, name)
        assert [block.kind for block in is_now.blocks] == [block.kind for block in was.blocks]


LINES: dict[str, tuple[tuple[dict[str, object], ...], int, list[str]]] = {
    "notes and what else was kept": (({"kind": "note", "text": "mine"}, {"kind": "article", "text": TEXT}), 1, []),
    "no articles": ((), 0, ["there are no articles in it"]),
    "an article without a text": (({"kind": "article"},), 0, ["there is no text in it"]),
    "particulars that are none": (({"kind": "article", "text": TEXT, "title": 3, "published": []},), 1, []),
}


@pytest.mark.parametrize("name", LINES)
def test_lines(name: str) -> None:
    lines, articles, reasons = LINES[name]
    outcomes = list(read_all_bytes(written(FIRST, *lines), "export.jsonl"))
    assert sum(isinstance(one, Built) for one in outcomes) == articles
    assert [one.reason for one in outcomes if isinstance(one, Unread)] == reasons


def test_what_a_newer_version_wrote() -> None:
    (outcome,) = read_all_bytes(written({**FIRST, "version": 2}, {"kind": "article", "text": TEXT}), "export.jsonl")
    assert isinstance(outcome, Unread)
    assert outcome.reason == "it was written by a newer version of reader"
