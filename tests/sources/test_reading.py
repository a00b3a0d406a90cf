"""Paths become articles, or lines with a reason: nothing hangs, nothing stops the rest."""

import errno
import os
import socket
from pathlib import Path

import pytest

from reader.articles.build import Built
from reader.sources import reading
from reader.sources.formats import format_of, suffix_of
from reader.sources.paths import gather
from reader.sources.reading import LARGEST, Unread, read_all, read_file

WORDS = "The ferry stopped at noon.\r\nNobody came.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b.txt").write_bytes(WORDS.encode())
    (tmp_path / "a.md").write_text("# A\n")
    (tmp_path / "notes").write_text("plain")
    (tmp_path / "sub" / "deep").mkdir(parents=True)
    (tmp_path / "sub" / "deep" / "c.text").write_text("c")
    (tmp_path / "sub" / "d.markdown").write_text("d")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "data").write_bytes(b"\0\0")
    (tmp_path / ".hidden.txt").write_text("h")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "e.txt").write_text("e")
    return tmp_path


def names(folder: Path, files: list[str]) -> list[str]:
    return [os.path.relpath(file, folder) for file in files]


def test_a_folder_is_searched_in_order(folder: Path) -> None:
    gathered = gather([str(folder)])
    assert names(folder, gathered.files) == ["a.md", "b.txt", "notes", "sub/d.markdown", "sub/deep/c.text"]
    assert gathered.passed_over == 2
    assert gathered.unread == []


def test_what_is_named_stays_in_its_order_and_once(folder: Path) -> None:
    paths = [str(folder / "b.txt"), "-", str(folder), str(folder / "sub" / ".." / "a.md"), "-", str(folder / "no.txt")]
    assert names(folder, [f for f in gather(paths).files if f != "-"]) == [
        "b.txt",
        "a.md",
        "notes",
        "sub/d.markdown",
        "sub/deep/c.text",
        "no.txt",
    ]
    assert gather(paths).files.count("-") == 1


def test_links_to_folders_are_not_followed_and_links_to_files_are(folder: Path) -> None:
    (folder / "sub" / "loop").symlink_to(folder)
    (folder / "sub" / "z.txt").symlink_to(folder / "b.txt")
    (folder / "sub" / "broken.txt").symlink_to(folder / "nowhere.txt")
    found = names(folder, gather([str(folder)]).files)
    assert "sub/z.txt" in found
    assert not any("loop" in name for name in found)
    broken = read_file(str(folder / "sub" / "broken.txt"))
    assert isinstance(broken, Unread)
    assert broken.reason == "no such file or directory"


def test_a_folder_that_may_not_be_opened(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The superuser may open every one; so it is the system that refuses here, for anybody."""
    scandir = os.scandir

    def refusing(path: str) -> object:
        if os.path.basename(path) == "sub":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    gathered = gather([str(folder)])
    assert [unread.path for unread in gathered.unread] == [str(folder / "sub")]
    assert [unread.reason for unread in gathered.unread] == ["permission denied"]


def test_a_file_is_read_untouched(folder: Path) -> None:
    built = read_file(str(folder / "b.txt"))
    assert isinstance(built, Built)
    assert built.article.text == WORDS
    assert built.article.path == str(folder / "b.txt")
    assert len(built.article.sha256) == 64


def test_what_cannot_be_read_says_why(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    with (folder / "large.txt").open("wb") as large:
        large.truncate(LARGEST + 1)
    reasons = {
        name: read_file(str(folder / name) if name else name).reason  # type: ignore[union-attr]
        for name in ("no.txt", "picture.png", "pipe.txt", "large.txt", "data", "sub", "b.txt/x.txt", "a\0b.txt")
    }
    assert reasons == {
        "no.txt": "no such file or directory",
        "picture.png": "not text (looks like a PNG picture)",
        "pipe.txt": "a pipe, not a file",
        "large.txt": "too large (200 MB; the limit is 200 MB)",
        "data": "not text (looks like binary data)",
        "sub": "a folder",
        "b.txt/x.txt": "not a directory",
        "a\0b.txt": "not a path",
    }
    device = read_file("/dev/null")
    assert isinstance(device, Unread)
    assert device.reason == "a device, not a file"


def test_a_socket_is_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("s.txt")
        unread = read_file("s.txt")
    assert isinstance(unread, Unread)
    assert unread.reason == "a socket, not a file"


@pytest.mark.parametrize(
    ("name", "suffix", "form"),
    [
        ("a.txt", ".txt", "plain text"),
        ("A.TXT", ".txt", "plain text"),
        ("a.md", ".md", "Markdown"),
        ("README", "", "plain text"),
        ("story.2", "", "plain text"),
        ("v1. draft two", "", "plain text"),
        ("dir.md/notes", "", "plain text"),
        ("a.pdf", ".pdf", None),
        ("a.tar.gz", ".gz", None),
    ],
)
def test_formats(name: str, suffix: str, form: str | None) -> None:
    assert suffix_of(name) == suffix
    found = format_of(name)
    assert (found.name if found else None) == form


@pytest.mark.parametrize(
    ("mistake", "reason"),
    [
        (IndexError("x" * 5000), "reader made a mistake with it (IndexError in "),
        (RecursionError(), "reader made a mistake with it (RecursionError in "),
        (MemoryError(), "it needs more memory than there is"),
    ],
)
def test_a_mistake_of_the_program_takes_no_other_file_with_it(
    mistake: Exception, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise mistake

    path = tmp_path / "story.txt"
    path.write_text("The ferry stopped at noon.")
    monkeypatch.setattr(reading, "read_bytes", fails)
    (unread,) = read_all(str(path))
    assert isinstance(unread, Unread)
    assert unread.path == str(path)
    assert unread.reason.startswith(reason)
    assert len(unread.reason) < 200
