"""What is read before the first picture, and what comes after it beside the screen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reader.library import shelf as room
from reader.library.desk import Desk
from reader.library.matching import MatchingStopped
from reader.library.shelf import Shelf, open_shelf
from reader.text.find import Query, Searchable, find

STORY = "The keeper of the lamp was “not told a thing” before the ferry had been sold to the board.\n\n"


@pytest.fixture
def few_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only two or three small files are read at once."""
    monkeypatch.setattr(room, "AT_ONCE", 3000)


def written(folder: Path, number: int) -> Path:
    """So many articles."""
    folder.mkdir()
    for place in range(number):
        (folder / f"{place:03}.txt").write_text(f"Story {place}\n\n{STORY}Number {place}.\n", "utf-8")
    return folder


def test_what_is_small_is_read_at_once(tmp_path: Path) -> None:
    folder = written(tmp_path / "few", 5)
    assert open_shelf([str(folder)], begun=True) == open_shelf([str(folder)])


@pytest.mark.usefixtures("few_at_once")
async def test_the_rest_of_many_files_comes_later(tmp_path: Path) -> None:
    folder = written(tmp_path / "many", 40)
    (folder / "020.txt").write_text((folder / "000.txt").read_text("utf-8"), "utf-8")
    (folder / "030.txt").write_bytes(b"\0\0\0")
    shelf = open_shelf([str(folder)], begun=True)
    assert 0 < len(shelf.articles) < 10
    assert len(shelf.articles) + len(shelf.pending) == 40
    desk = Desk(shelf)
    told: list[int] = []
    try:
        await desk.open_pending(lambda: told.append(len(desk.articles)))
    finally:
        await desk.close()
    whole = open_shelf([str(folder)])
    assert tuple(desk.articles) == whole.articles
    assert desk.shelf.pending == ()
    assert desk.shelf.unread == whole.unread
    assert desk.shelf.notices == whole.notices
    assert told == sorted(told)


async def test_a_file_of_many_articles_is_one_file_that_is_left(tmp_path: Path) -> None:
    many, last = tmp_path / "many.jsonl", tmp_path / "last.txt"
    many.write_text("".join(f'{{"title": "Story {n}", "text": "{STORY.strip()} {n}."}}\n' for n in range(250)), "utf-8")
    last.write_text(f"Story last\n\n{STORY}", "utf-8")
    desk = Desk(Shelf(pending=(str(many), str(last))))
    left: list[tuple[int, tuple[str, ...]]] = []
    try:
        await desk.open_pending(lambda: left.append((len(desk.articles), desk.shelf.pending)))
    finally:
        await desk.close()
    assert left[0][0] < 250
    assert all(pending == (str(last),) for articles, pending in left if articles < 251)
    assert left[-1] == (251, ())


@pytest.mark.usefixtures("few_at_once")
async def test_a_digest_gives_way_to_a_document_that_is_read_after_it(tmp_path: Path) -> None:
    folder = written(tmp_path / "many", 20)
    document = folder / "019.txt"
    import hashlib

    sha256 = hashlib.sha256(document.read_bytes()).hexdigest()
    (folder / "000.md").write_text(
        f"---\ntitle: D\noutlet: The Gazette\nkind: digest\nsource: x\nsha256: {sha256}\n---\n\nShort.\n", "utf-8"
    )
    desk = Desk(open_shelf([str(folder)], begun=True))
    assert any(article.particulars.kind == "digest" for article in desk.articles)
    try:
        await desk.open_pending(lambda: None)
    finally:
        await desk.close()
    shown = [article for article in desk.articles if article.id not in desk.hidden]
    assert all(article.particulars.kind != "digest" for article in shown)
    assert len(desk.articles) == len(shown) + 1, "what stands at a position stays there"
    assert next(article for article in shown if article.path == str(document)).particulars.outlet == "The Gazette"


async def test_a_long_text_is_completed_as_it_would_have_been_read(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("A long story\n\n" + STORY * 3000, "utf-8")
    shelf = open_shelf([str(path)], begun=True)
    assert not shelf.articles[0].is_whole
    desk = Desk(shelf)
    done: list[int] = []
    try:
        await desk.find(0, Query(""))
        await desk.complete(done.append)
        assert not desk.finder._held, "where it was begun only, it is sent anew"
        found = await desk.find(0, Query("FERRY had"))
    finally:
        await desk.close()
    assert done == [0]
    whole = open_shelf([str(path)]).articles[0]
    completed = desk.articles[0]
    assert completed.is_whole
    assert (completed.blocks, completed.quotations, completed.words) == (whole.blocks, whole.quotations, whole.words)
    assert completed.id == whole.id
    assert tuple(found.hits) == find(Searchable(whole.text, whole.body), Query("FERRY had", case=True)).hits


async def test_what_is_too_long_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.library.desk.MATCHED_UP_TO", 200_000)
    from reader.compare.thresholds import DEFAULT

    path, other = tmp_path / "long.txt", tmp_path / "short.txt"
    path.write_text("A long story\n\n" + STORY * 3000, "utf-8")
    other.write_text(f"A short story\n\n{STORY}", "utf-8")
    desk = Desk(open_shelf([str(path), str(other)], begun=True))
    try:
        await desk.open_pending(lambda: None)
        await desk.complete(lambda number: None)
        assert not desk.articles[0].is_whole
        assert "too long to be matched" in desk.shelf.notices[-1]
        with pytest.raises(MatchingStopped, match="too long to be compared"):
            await desk.comparison([0, 1], DEFAULT)
        await desk.match(DEFAULT, lambda: None)
    finally:
        await desk.close()
    assert desk.pairs.is_matched


async def test_a_process_that_dies_says_so_and_another_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("A long story\n\n" + STORY * 3000, "utf-8")
    desk = Desk(open_shelf([str(path)], begun=True))
    try:
        parts = desk.matching.complete(replace(desk.articles[0]))
        await anext(parts)
        desk.matching.stop()
        with pytest.raises(MatchingStopped):
            async for _ in parts:
                pass
        await desk.complete(lambda number: None)
    finally:
        await desk.close()
    assert desk.articles[0].is_whole
