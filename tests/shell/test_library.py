"""The commands for the library, as a user runs them."""

import json
import sqlite3
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
    code, out, err = run(capfd, "search", "toll", "bridge", "-ferry")
    assert (code, out) == (2, "")
    assert "several words are one QUERY: reader search 'toll bridge -ferry'" in err


def test_what_is_before_the_article_is_not_shown_with_a_hit(capfd: pytest.CaptureFixture[str], here: Path) -> None:
    (here / "quay.md").write_text("---\ntitle: The quay\noutlet: Gazette\nkind: article\n---\n\nA zebra crossed it.\n")
    run(capfd, "import", "quay.md")
    for arguments in (
        ("search", "zebra"),
        ("search", "zebra", "quay.md"),
        ("search", "zebra", "--json"),
        ("list", "zebra"),
    ):
        code, out, _ = run(capfd, *arguments)
        assert code == 0
        assert "outlet:" not in out
        assert "A [zebra] crossed it" in out or "A zebra crossed it" in out


def test_an_article_without_a_title_is_listed_by_its_first_words(capfd: pytest.CaptureFixture[str], here: Path) -> None:
    (here / "note.txt").write_text("the first words of a note that has no title and goes on in one line to its end.\n")
    run(capfd, "import", "note.txt")
    _, out, _ = run(capfd, "list")
    assert " · the first words of a note that has no title…" in out or " · the first words of a note" in out


def test_a_library_that_cannot_be_read_is_not_called_empty(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    run(capfd, "import", ".")
    with sqlite3.connect(tmp_path / "home" / "articles.sqlite") as disk:
        disk.execute("PRAGMA user_version=99")
    disk.close()
    for arguments in (("list",), ("search", "ferry"), ("library",)):
        code, out, err = run(capfd, *arguments)
        assert (code, out) == (1, "")
        assert "written by a newer version of reader" in err
        assert "empty" not in err
    code, out, _ = run(capfd, "import", "--quiet", ".")
    assert code == 2
    assert out.splitlines()[0] == "0 added"
    assert out.splitlines()[1].startswith("stopped: The collection of articles was written by a newer version")
    assert len(out.splitlines()) == 2


def test_a_file_in_place_of_the_library_is_said(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("READER_HOME", str(tmp_path / "file"))
    code, out, _ = run(capfd, "doctor")
    assert code == 1
    assert f"{tmp_path / 'file'} is a file, and no folder" in out


def test_a_copy_is_taken_into_another_library(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(capfd, "import", ".")
    run(capfd, "backup", "copy")
    monkeypatch.setenv("READER_HOME", str(tmp_path / "other"))
    files = [str(tmp_path / "texts" / "copy" / name) for name in ("articles.sqlite", "kept.sqlite")]
    assert run(capfd, "import", *files)[:2] == (0, "2 added\n")
    assert len(run(capfd, "list")[1].splitlines()) == 2
