"""Who said what, as JSON and as lines: the command ``reader quotes``."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from reader.articles.article import Article
from reader.articles.build import article_from_text
from reader.library.shelf import Unread
from reader.reports.quotes import quotes_json, quotes_text

ONE = "Ada Quill runs the ferry.\n\n“We waited all day for a boat,” she said, “because we must.” The ‘old’ boat came."
TWO = "“We waited all day for a boat,” said Bo Marsh."
DUMB = "Nobody said a word."


def article(text: str, path: str) -> Article:
    return article_from_text(text, path=path, sha256="s", markdown=False)


@pytest.fixture
def articles() -> list[Article]:
    return [article(ONE, "one.txt"), article(TWO, "two.txt")]


def test_the_keys_are_a_promise(articles: list[Article]) -> None:
    value = quotes_json(articles, [Unread("three.txt", "no such file")])
    assert list(value) == ["format", "articles", "statements", "shared", "unread"]
    assert value["format"] == "reader.quotes/1"
    assert [each["path"] for each in value["articles"]] == ["one.txt", "two.txt"]
    assert value["unread"] == [{"path": "three.txt", "reason": "no such file"}]
    assert set(value["statements"][0]) == {
        "number",
        "article",
        "segments",
        "kind",
        "speaker",
        "confidence",
        "speaker_at",
        "flags",
    }
    assert set(value["shared"][0]["variants"][0]) == {
        "article",
        "statement",
        "relation",
        "flags",
        "speaker",
        "other_speaker",
        "edits",
    }


def test_statements(articles: list[Article]) -> None:
    said = quotes_json(articles)["statements"]
    assert [(each["article"], each["number"], each["speaker"], each["confidence"]) for each in said] == [
        (0, 1, "Ada Quill", "likely"),
        (0, 2, None, None),
        (1, 1, "Bo Marsh", "sure"),
    ]
    for each in said:
        text = articles[each["article"]].text
        assert all(text[part["start"] : part["end"]] == part["text"] for part in each["segments"])
    assert len(said[0]["segments"]) == 2


def test_shared(articles: list[Article]) -> None:
    (shared,) = quotes_json(articles)["shared"]
    assert shared["number"] == 1
    assert shared["fullest"] == 0
    other = shared["variants"][1]
    assert (other["article"], other["statement"], other["relation"]) == (1, 1, "cut short")
    assert other["other_speaker"] is True
    assert other["edits"][-1][0] == "delete"


def test_lines(articles: list[Article]) -> None:
    lines = list(quotes_text([*articles, article(DUMB, "three.txt")]))
    assert "   Ada Quill?: “We waited all day for a boat,” “because we must.”" in lines
    assert "   term: “old”" in lines
    assert "   nothing in quotation marks" in lines
    assert "1. A  Ada Quill? (fullest): “We waited all day for a boat,” “because we must.”" in lines
    assert "1. B  Bo Marsh (cut short, silent, other speaker): “We waited all day for a boat,”" in lines


def test_lines_are_cleaned() -> None:
    told = article("“We waited \x1b[31mall day,” said Ada \x1b]0;Quill.", "one.txt")
    assert not any("\x1b" in line for line in quotes_text([told]))


def reader(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "reader", "quotes", *arguments]
    return subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)


def test_the_command(tmp_path: Path) -> None:
    for name, text in (("one.txt", ONE), ("two.txt", TWO), ("three.txt", DUMB)):
        (tmp_path / name).write_text(text, "utf-8")
    done = reader(str(tmp_path / "one.txt"), str(tmp_path / "two.txt"), "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["shared"][0]["number"] == 1
    assert reader(str(tmp_path / "one.txt")).stdout.count("Ada Quill?") == 1
    assert reader(str(tmp_path / "three.txt")).returncode == 1
    assert reader(str(tmp_path / "four.txt")).returncode == 2
    assert reader().returncode == 2
