"""Files with many articles: the first is there before the rest is read, and what is gone on with comes once."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.articles.build import Built
from reader.library.shelf import OF_ONE_FILE, Shelving, open_shelf
from reader.sources import objects, reading
from reader.sources.reading import read_all
from reader.sources.source import Unread
from tests.sources.written import TEXT


def lines(count: int) -> bytes:
    rows = ({"title": f"Story {number}", "text": f"{TEXT}\n\nNumber {number}."} for number in range(count))
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def mailbox(count: int) -> bytes:
    return "".join(
        f"From tove@anvil.example Fri Mar  8 18:30:00 2024\nFrom: Tove <tove@anvil.example>\nSubject: Story {number}\n"
        f"\n{TEXT}\n\nNumber {number}.\n\n"
        for number in range(count)
    ).encode()


MANY: dict[str, Callable[[int], bytes]] = {"stories.jsonl": lines, "letters.mbox": mailbox}


@pytest.fixture(params=MANY)
def many(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(reading, "LARGE", 10_000)
    path = tmp_path / request.param
    path.write_bytes(MANY[request.param](200))
    return path


def titles(path: Path) -> list[str | None]:
    return [one.article.particulars.title for one in read_all(str(path)) if isinstance(one, Built)]


def test_a_large_file_is_not_held(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "read_all_bytes", lambda *_, **__: pytest.fail("it was read as a whole"))
    first = next(read_all(str(many)))
    assert isinstance(first, Built)
    assert first.article.particulars.title == "Story 0"
    assert titles(many) == [f"Story {number}" for number in range(200)]


def test_the_first_articles_are_shown_and_the_rest_comes_once(many: Path) -> None:
    begun = open_shelf([str(many), str(many.parent / "gone.txt")], begun=True)
    assert 2 <= len(begun.articles) < 100
    assert sum(len(article.text) for article in begun.articles[:-2]) <= OF_ONE_FILE
    assert begun.pending == (str(many), str(many.parent / "gone.txt"))
    rest = Shelving(begun)
    for path in begun.pending:
        rest.add_all(read_all(path))
    shelf = rest.shelf()
    assert [article.particulars.title for article in shelf.articles] == [f"Story {number}" for number in range(200)]
    assert len(shelf.unread) == 1
    assert not any("same text" in notice for notice in shelf.notices)


def test_what_is_piped_in_is_read_to_its_end() -> None:
    shelf = open_shelf(["-"], lines(100), begun=True)
    assert len(shelf.articles) == 100
    assert not shelf.pending


def test_what_could_not_be_read_is_told_once() -> None:
    shelving = Shelving()
    shelving.add_all([Unread("a", "empty"), Unread("b", "empty"), Unread("a", "empty")])
    assert [unread.path for unread in shelving.unread] == ["a", "b"]


DAMAGED = {
    "a line that is none": (lines(1) + b"not JSON\n", "(the first is line 2)"),
    "the end is missing": (lines(3)[:-40], "(the first is line 3)"),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_damaged_lines_of_a_large_file(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGE", 10)
    data, reason = DAMAGED[name]
    path = tmp_path / "stories.jsonl"
    path.write_bytes(data)
    outcomes = list(read_all(str(path)))
    assert isinstance(outcomes[0], Built)
    assert [one.reason for one in outcomes if isinstance(one, Unread)] == [f"1 line is no JSON {reason}"]


def test_a_line_without_end_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGE", 10)
    monkeypatch.setattr(objects, "LONGEST_LINE", 1_000)
    path = tmp_path / "stories.jsonl"
    path.write_bytes(lines(1) + b'{"text": "' + b"a" * 5_000 + b'"}\n' + lines(2))
    outcomes = list(read_all(str(path)))
    assert [one.article.particulars.title for one in outcomes if isinstance(one, Built)] == [
        "Story 0",
        "Story 0",
        "Story 1",
    ]
    assert [one.reason for one in outcomes if isinstance(one, Unread)] == ["1 line is no JSON (the first is line 2)"]
