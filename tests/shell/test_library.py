"""The commands for the library, as a user runs them."""

import json
from pathlib import Path

import pytest

from reader.cli import main

FERRY = "Ferry stops at noon\n\nThe ferry stopped at noon, and “nobody was told,” said Ada Quill.\n"
BRIDGE = "Bridge toll approved\n\nThe council approved a toll of €3 for the bridge.\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("READER_HOME", str(tmp_path / "home"))
    folder = tmp_path / "texts"
    folder.mkdir()
    monkeypatch.chdir(folder)
    (folder / "ferry.txt").write_text(FERRY)
    (folder / "bridge\x1b[31m.txt").write_text(BRIDGE)
    return folder


def run(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(arguments)
    out, err = capfd.readouterr()
    assert "\x1b" not in out + err
    return code, out, err


def test_import_list_forget(capfd: pytest.CaptureFixture[str], here: Path, tmp_path: Path) -> None:
    code, _, err = run(capfd, "list")
    assert code == 1
    assert "the library is empty" in err
    assert not (tmp_path / "home").exists()
    assert run(capfd, "import", ".", "no.txt") == (0, "2 added\nno.txt: no such file or directory\n", "")
    assert run(capfd, "import", ".")[:2] == (0, "0 added, 2 there already\n")
    code, out, _ = run(capfd, "list")
    assert (code, len(out.splitlines())) == (0, 2)
    assert "undated · Ferry stops at noon · " in out
    code, out, _ = run(capfd, "list", '"nobody was told"', "-toll", "--json")
    (line,) = map(json.loads, out.splitlines())
    assert (line["title"], line["starred"], line["tags"]) == ("Ferry stops at noon", False, [])
    start, end = line["hits"][0]
    assert FERRY[start:end] == "nobody was told"
    assert run(capfd, "list", "zeppelin")[:2] == (1, "")
    code, out, err = run(capfd, "list", "is:blue")
    assert (code, out) == (2, "")
    assert "Nothing is “blue”" in err
    code, out, err = run(capfd, "forget", "ferry.txt", "no.txt")
    assert (code, out, err) == (0, "1 forgotten\n", "reader: no.txt is not in the library\n")
    assert (here / "ferry.txt").read_text() == FERRY
    assert len(run(capfd, "list")[1].splitlines()) == 1
    assert run(capfd, "forget", "no.txt")[0] == 1


def test_nothing_that_can_be_imported(capfd: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capfd, "import", "no.txt", "--quiet")
    assert (code, out) == (2, "0 added\n")


def test_paths_doctor_backup_export(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, out, _ = run(capfd, "paths")
    assert code == 0
    assert str(tmp_path / "home" / "kept.sqlite") in out
    assert run(capfd, "doctor")[0] == 0
    assert not (tmp_path / "home").exists()
    run(capfd, "import", ".")
    code, out, _ = run(capfd, "export")
    assert [json.loads(line)["kind"] for line in out.splitlines()] == ["export", "article", "article"]
    assert run(capfd, "export", "--notes")[:2] == (0, "")
    assert run(capfd, "backup", "copy")[0] == 0
    assert (tmp_path / "texts" / "copy" / "articles.sqlite").exists()
    code, _, err = run(capfd, "backup", "copy")
    assert code == 2
    assert "nothing is overwritten" in err
    (tmp_path / "home" / "articles.sqlite").write_bytes(b"words" * 1000)
    code, out, _ = run(capfd, "doctor")
    assert code == 1
    assert "WRONG collection of articles" in out
    assert "→" in out


@pytest.mark.parametrize("command", ["list", "import", "forget", "paths", "doctor", "backup", "export"])
def test_help(capfd: pytest.CaptureFixture[str], command: str) -> None:
    code, out, _ = run(capfd, command, "--help")
    assert (code, out.startswith(f"usage: reader {command}")) == (0, True)
    assert command in run(capfd, "--help")[1]


def test_search_in_the_library(capfd: pytest.CaptureFixture[str], here: Path) -> None:
    code, _, err = run(capfd, "search", "ferry")
    assert code == 1
    assert "the library is empty" in err
    run(capfd, "import", ".")
    (here / "ferry.txt").unlink()
    code, out, err = run(capfd, "search", '"nobody was" title:ferry', "--json")
    assert (code, err) == (0, "")
    (hit,) = map(json.loads, out.splitlines())
    assert sorted(hit) == ["article", "end", "path", "snippet", "start", "text"]
    assert FERRY[hit["start"] : hit["end"]] == hit["text"] == "nobody was"
    assert hit["path"].endswith("ferry.txt")
    code, out, _ = run(capfd, "search", "toll")
    title, *hits = out.splitlines()
    assert title.startswith("Bridge toll approved (")
    assert title.endswith("): 2 hits")
    assert "[toll]" in hits[0]
    assert run(capfd, "search", "zeppelin")[:2] == (1, "")
    assert run(capfd, "search", "ferri")[:2] == (1, "")
    code, out, err = run(capfd, "search", "f.rry", "--regex")
    assert (code, out) == (2, "")
    assert "need a PATH" in err
