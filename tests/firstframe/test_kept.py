"""A kept picture is shown only where it is the answer, whole, and safe."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from reader.firstframe import kept
from reader.firstframe.start import Start

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pictures are kept where terminals are POSIX terminals")

SIZE = (20, 3)
ROWS = ("\x1b[1mA title\x1b[0m", "words “quoted” 日本", "\x1b[38;2;1;2;3mdim\x1b[m")
ASKED = ("0.1", "here", "TERM=xterm", "", "a.txt", "b\udcff.txt")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "shelf" / "a.txt"
    path.parent.mkdir()
    path.write_text("words")
    return path


@pytest.fixture
def where(tmp_path: Path, article: Path) -> str:
    """A folder of pictures that holds one."""
    where = str(tmp_path / "cache" / "frames")
    made_of = {str(path): kept.stamp(str(path)) for path in (article, article.parent, tmp_path / "kept.sqlite-wal")}
    assert kept.keep(ASKED, SIZE, ROWS, made_of, where)
    return where


def only(where: str) -> Path:
    (path,) = Path(where).iterdir()
    return path


def test_it_is_found_as_it_was_kept(where: str) -> None:
    assert kept.find(ASKED, SIZE, where) == ROWS


@pytest.mark.parametrize(
    ("asked", "size"),
    [
        (ASKED, (21, 3)),
        (ASKED, (20, 4)),
        (("0.2", *ASKED[1:]), SIZE),
        ((*ASKED, "c.txt"), SIZE),
        (ASKED[:-1], SIZE),
        ((), SIZE),
    ],
)
def test_another_question_has_no_answer(where: str, asked: tuple[str, ...], size: tuple[int, int]) -> None:
    assert kept.find(asked, size, where) is None
    assert kept.find(ASKED, SIZE, where) == ROWS


def test_two_questions_under_one_name_are_told_apart(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = only(where)
    monkeypatch.setattr(kept, "_path", lambda *_: str(path))
    assert kept.find((*ASKED, "c.txt"), SIZE, where) is None


def rewritten(article: Path) -> None:
    status = article.stat()
    article.write_text("drows")
    os.utime(article, ns=(status.st_atime_ns, status.st_mtime_ns))


def replaced(article: Path) -> None:
    (article.parent / "new").write_text("words")
    os.replace(article.parent / "new", article)


@pytest.mark.parametrize(
    "change",
    [
        rewritten,
        replaced,
        lambda article: article.unlink(),
        lambda article: (article.parent / "b.txt").touch(),
        lambda article: (article.parent.parent / "kept.sqlite-wal").write_bytes(b"written"),
    ],
    ids=["rewritten with its old date", "replaced", "gone", "another beside it", "something was kept"],
)
def test_it_holds_only_while_nothing_has_changed(where: str, article: Path, change: object) -> None:
    time.sleep(0.02)  # a tick of the file system's clock
    assert callable(change)
    change(article)
    assert kept.find(ASKED, SIZE, where) is None
    assert not list(Path(where).iterdir())


def test_an_empty_log_says_as_much_as_none(where: str, article: Path) -> None:
    (article.parent.parent / "kept.sqlite-wal").touch()
    assert kept.find(ASKED, SIZE, where) == ROWS


def test_whatever_is_damaged_is_ignored_and_removed(where: str) -> None:
    path = only(where)
    data = path.read_bytes()
    damaged = [data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :] for at in range(len(data))]
    damaged += [data[:at] for at in range(0, len(data), 7)] + [data + b"\0", b"\xff" * len(data)]
    for each in damaged:
        path.write_bytes(each)
        path.chmod(0o600)
        assert kept.find(ASKED, SIZE, where) is None
        assert not path.exists()


def test_it_is_private(where: str) -> None:
    path = only(where)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_what_others_could_have_written_is_not_shown(where: str, tmp_path: Path) -> None:
    path = only(where)
    path.chmod(0o620)
    assert kept.find(ASKED, SIZE, where) is None
    path.chmod(0o600)
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    assert kept.find(ASKED, SIZE, where) is None


@pytest.mark.parametrize(
    ("row", "safe"),
    [
        ("words", True),
        ("", True),
        ("\x1b[1;38;2;1;2;3mwords\x1b[m", True),
        ("a\u200db\u200c", True),
        ("\x1b[2J", False),
        ("\x1b[mwords\x07", False),
        ("\x1b[?1049l", False),
        ("\x1b]0;title\x07", False),
        ("\x1b]8;;http://a.invalid\x1b\\link", False),
        ("\x1bPq\x1b\\", False),
        ("\x1b[1;1Hm", False),
        ("\x1b[>4m", False),
        ("\x1b[1", False),
        ("\x1b", False),
        ("a\nb", False),
        ("a\x07", False),
        ("\x9b1m", False),
        ("\u202e", False),
        ("\x7f", False),
        ("\udcff", False),
    ],
)
def test_a_row_is_text_and_looks_alone(row: str, safe: bool, tmp_path: Path) -> None:
    assert kept.is_safe(row) == safe
    assert kept.keep(ASKED, (20, 1), [row], {}, str(tmp_path / "frames")) == safe


def test_what_does_not_fit_is_not_kept(tmp_path: Path) -> None:
    where = str(tmp_path / "frames")
    assert not kept.keep(ASKED, SIZE, ROWS[:2], {}, where)
    assert not kept.keep(ASKED, SIZE, ["x" * kept.LARGEST, "", ""], {}, where)
    assert not kept.keep(ASKED, SIZE, ROWS, {str(number): "" for number in range(kept.MOST_WITNESSES + 1)}, where)
    assert not Path(where).exists()


def test_a_folder_that_cannot_be_written_is_no_mistake(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert not kept.keep(ASKED, SIZE, ROWS, {}, str(tmp_path / "file" / "frames"))


def test_the_oldest_go(tmp_path: Path) -> None:
    where = str(tmp_path / "frames")
    for number in range(kept.MOST + 5):
        assert kept.keep(ASKED, (20 + number, 3), ROWS, {}, where)
        newest = max(Path(where).iterdir(), key=lambda path: path.stat().st_mtime_ns)
        os.utime(newest, (number, number))
    assert len(list(Path(where).iterdir())) == kept.MOST
    assert kept.find(ASKED, (20, 3), where) is None
    assert kept.find(ASKED, (24 + kept.MOST, 3), where) == ROWS


def test_all_can_be_taken_away(where: str, tmp_path: Path) -> None:
    kept.forget({"READER_HOME": str(tmp_path)})
    assert not list(Path(where).iterdir())
    kept.forget({"READER_HOME": str(tmp_path / "nowhere")})


@pytest.mark.parametrize(
    ("paths", "environment"),
    [
        (["-"], {}),
        (["a", "-"], {}),
        ([], {"READER_FIRST_FRAME": "0"}),
        ([], {"TERM": "dumb"}),
        ([], {"COLUMNS": "80"}),
        ([], {"LINES": "24"}),
        ([], {"TEXTUAL_DRIVER": "x:Y"}),
    ],
)
def test_where_none_is_kept(paths: list[str], environment: dict[str, str]) -> None:
    assert kept.question(paths, {"TERM": "xterm", **environment}) is None
    assert kept.question([], {}) is None


@pytest.mark.parametrize(
    "name", ["TERM", "COLORTERM", "NO_COLOR", "READER_THEME", "LANG", "LC_ALL", "TEXTUAL_COLOR_SYSTEM", "PYTHONUTF8"]
)
def test_what_decides_the_looks_is_part_of_the_question(name: str) -> None:
    plain = {"TERM": "xterm", "HOME": "/a"}
    assert kept.question([], {**plain, name: "other"}) != kept.question([], plain)
    assert kept.question([], {**plain, "EDITOR": "vi"}) == kept.question([], plain)


def test_so_are_the_paths_and_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    term = {"TERM": "xterm"}
    here = kept.question(["a", "b"], term)
    assert here not in (kept.question(["b", "a"], term), kept.question(["a b"], term), kept.question([], term))
    monkeypatch.chdir(tmp_path)
    assert kept.question(["a", "b"], term) != here


def test_it_is_kept_in_the_folder_of_the_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from reader.library.folders import folders

    monkeypatch.setenv("READER_HOME", "~/books")
    assert kept.folder(os.environ) == str(folders().cache / "frames")
    monkeypatch.delenv("READER_HOME")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert kept.folder(os.environ) == str(folders().cache / "frames")
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert kept.folder(os.environ) == str(folders().cache / "frames")


@pytest.fixture
def start(article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Start:
    """One that begins a while after the article was written."""
    monkeypatch.setenv("READER_HOME", str(tmp_path))
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.delenv("LINES", raising=False)
    monkeypatch.setattr("reader.firstframe.start._code", list)
    time.sleep(2 * kept.TICK / 1e9)
    return Start([str(article)])


def test_a_start_keeps_nothing_that_changed_while_it_ran(start: Start, article: Path, tmp_path: Path) -> None:
    assert start.taken is None
    assert start.is_to_be_kept(SIZE)
    assert not start.keep(SIZE, ROWS, [str(article), str(tmp_path / "missing")], {})
    assert start.keep(SIZE, ROWS, [str(article)], {})
    assert not start.is_to_be_kept(SIZE)
    article.write_text("other words")
    assert start.is_to_be_kept(SIZE)
    assert not start.keep(SIZE, ROWS, [str(article)], {})


def test_what_changes_while_a_picture_is_kept_is_not_taken_for_what_it_shows(
    start: Start, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = kept.changed_since

    def changed_since(path: str, moment: int) -> bool:
        answer = looked(path, moment)
        article.write_text("other words")
        return answer

    monkeypatch.setattr(kept, "changed_since", changed_since)
    start.keep(SIZE, ROWS, [str(article)], {})
    assert start.is_to_be_kept(SIZE)
