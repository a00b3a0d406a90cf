"""A shelf learns what its outlets repeat, once all of it is open."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.articles.learning import RULE
from reader.library.shelf import open_shelf

SLOGAN = "Averin on the water, every morning"
STORIES = (
    "The ferry stopped at noon, and by one o’clock the queue on the north bank reached the old brewery gate.",
    "The mine was opened again on Friday, and the first visitors went down in the lift of the last miners there.",
    "An otter was seen below the weir, where none had been seen since a walker found a footprint there in May.",
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, story: str, outlet: str) -> None:
    Path(name).write_text(f"---\noutlet: {outlet}\n---\n\n# {story[:18]}\n\n{story}\n\n{SLOGAN}\n", encoding="utf-8")


def learnt(*names: str) -> list[str]:
    return [
        article.path for article in open_shelf(names).articles if any(block.rule == RULE for block in article.blocks)
    ]


def test_what_an_outlet_repeats_is_furniture() -> None:
    write("a.md", STORIES[0], "Averin Gazette")
    write("b.md", STORIES[1], "Averin Gazette")
    assert learnt("a.md") == []
    assert learnt("a.md", "b.md") == ["a.md", "b.md"]


def test_what_two_outlets_print_is_shared() -> None:
    write("a.md", STORIES[0], "Averin Gazette")
    write("b.md", STORIES[1], "Averin Gazette")
    write("c.md", STORIES[2], "Averin Courier")
    assert learnt("a.md", "b.md", "c.md") == []
