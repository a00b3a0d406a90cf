"""With what an article can be opened: its file, where there is one; its address, if it is nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reader.tui.programs import Way, address_of, file_of, ways
from tests.tui.shelf import article

ONE = article("A title\n\nWords.", "nowhere.txt", markdown=False)


def at(path: str, source: str | None = None) -> object:
    return replace(ONE, path=path, particulars=replace(ONE.particulars, source=source))


@pytest.mark.parametrize(
    ("source", "path", "address"),
    [
        ("https://quay.example/a?b=c#d", "a.html", "https://quay.example/a?b=c#d"),
        (None, "http://quay.example/a", "http://quay.example/a"),
        ("press.pdf", "https://quay.example/feed#2", "https://quay.example/feed#2"),
        ("file:///etc/passwd", "a.html", None),
        ("javascript:alert(1)", "a.html", None),
        ("https://", "a.html", None),
        ("https://[", "a.html", None),
        ("https://quay.example/a b", "a.html", None),
        ("https://quay.example/\n--help", "a.html", None),
        ("HTTPS://quay.example/", "a.html", None),
        ("-https://quay.example/", "a.html", None),
    ],
)
def test_only_an_address_of_the_web_is_opened(source: str | None, path: str, address: str | None) -> None:
    assert address_of(at(path, source)) == address  # type: ignore[arg-type]


def test_a_file_is_opened_by_its_whole_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "-mail.mbox").write_text("")
    (tmp_path / "a#1").write_text("")
    assert file_of(at("-mail.mbox#3")) == str(tmp_path / "-mail.mbox")  # type: ignore[arg-type]
    assert file_of(at("a#1")) == str(tmp_path / "a#1")  # type: ignore[arg-type]
    for path in ("-", "gone.txt", ".", "a\0b"):
        assert file_of(at(path)) is None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("environment", "programs"),
    [
        ({"EDITOR": "ed -s", "PAGER": "less -R"}, [("ed", "-s"), ("less", "-R")]),
        ({"VISUAL": "code --wait", "EDITOR": "ed", "PAGER": ""}, [("code", "--wait")]),
        ({"EDITOR": "'open quote", "PAGER": "p; rm x"}, [("p;", "rm", "x")]),
    ],
)
def test_the_environment_names_the_programs(
    tmp_path: Path, environment: dict[str, str], programs: list[tuple[str, ...]]
) -> None:
    (tmp_path / "a.txt").write_text("")
    found = ways(at(str(tmp_path / "a.txt")), {**environment, "PATH": "/nowhere"})  # type: ignore[arg-type]
    assert [way.program for way in found] == programs
    assert {way.target for way in found} <= {str(tmp_path / "a.txt")}


def test_a_program_that_is_not_there_is_said() -> None:
    assert "could not be started" in (Way("editor", "a.txt", ("/nowhere/ed",)).go() or "")
