"""The doctor says what is wrong and what to do, and touches nothing."""

import asyncio
import sqlite3
import sys
from contextlib import closing
from importlib import metadata
from io import StringIO
from pathlib import Path

import pytest

from reader.library.collection import Collection, Imported
from reader.library.doctor import Finding, clash, examine
from reader.library.folders import folders_in
from reader.library.keeping import Keeping
from reader.library.schema import KEPT
from reader.library.store import Store

from .texts import FERRY, article


@pytest.fixture
def home(tmp_path: Path) -> Path:
    places = folders_in(tmp_path / "home")
    store, collection = Store.open(places.kept), Collection.open(places.collection)
    store.set_tags([f"{number:016x}" for number in range(500)], ["tag"])
    collection.add([Imported(article(FERRY), b"")])
    store.close()
    collection.close()
    return tmp_path / "home"


def findings(home: Path, **environment: str) -> dict[str, Finding]:
    return {finding.about: finding for finding in examine(folders_in(home), environment)}


def test_all_is_well(home: Path) -> None:
    before = {file.name: file.read_bytes() for file in home.iterdir()}
    found = findings(home, READER_HOME=str(home))
    assert {finding.verdict for finding in found.values()} == {"good"}
    assert f"version {KEPT.version}" in found["library"].found
    assert {
        file.name: file.read_bytes() for file in home.iterdir() if not file.name.endswith(("-shm", "-wal"))
    } == before


def test_nothing_is_created(tmp_path: Path) -> None:
    found = findings(tmp_path / "home")
    assert found["library"].found == "not begun yet"
    assert "nothing is kept there yet" in found["library folder"].found
    assert list(tmp_path.iterdir()) == []


def test_damage_is_found_and_what_to_do(home: Path) -> None:
    path = home / "kept.sqlite"
    data = bytearray(path.read_bytes())
    with closing(sqlite3.connect(path)) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'steps'").fetchone()
    data[(root - 1) * 4096 : root * 4096] = b"\xff" * 4096
    path.write_bytes(data)
    (home / "articles.sqlite").write_bytes(b"Dear diary,\n" * 100)
    found = findings(home)
    for about in ("library", "collection of articles"):
        assert found[about].verdict == "wrong"
        assert "move" in found[about].advice
    assert "reader import" in found["collection of articles"].advice
    Store.open(path).close()
    found = findings(home)
    assert (found["library"].verdict, found["set aside"].verdict) == ("good", "look")


def test_a_newer_version(home: Path) -> None:
    with closing(sqlite3.connect(home / "kept.sqlite")) as connection:
        connection.execute(f"PRAGMA user_version={KEPT.version + 1}")
    finding = findings(home)["library"]
    assert (finding.verdict, finding.advice) == ("wrong", "update reader")


def test_another_distribution_of_the_same_name(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = {"reader": ["reader-sidebyside", "reader"], "rich": ["rich"]}
    monkeypatch.setattr(metadata, "packages_distributions", lambda: names)
    finding = findings(home)["name"]
    assert finding.verdict == "wrong"
    assert finding.found.startswith("reader installs a package called reader too")
    assert "environment of its own" in finding.advice
    names["reader"] = ["reader_sidebyside"]
    assert findings(home)["name"].verdict == "good"


def test_a_clash_of_names_is_told_once_until_something_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = {"reader": ["reader-sidebyside", "reader"]}
    monkeypatch.setattr(metadata, "packages_distributions", lambda: names)
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path / "site-packages")])
    (tmp_path / "site-packages").mkdir()
    told = []
    for _ in range(3):
        keeping = Keeping([])
        assert asyncio.run(keeping.clash()) == ""
        keeping.connect(Store.open(tmp_path / "kept.sqlite"))
        told.append(asyncio.run(keeping.clash()))
        keeping.close()
        if len(told) == 2:
            (tmp_path / "site-packages" / "more").mkdir()
    assert [each.partition(" installs")[0] for each in told] == ["reader", "", "reader"]
    names["reader"] = ["reader-sidebyside"]
    assert clash() == ""


class Terminal(StringIO):
    encoding = "ascii"

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environment", "about", "verdict", "part"),
    [
        ({"TERM": "dumb"}, "terminal", "wrong", "dumb"),
        ({}, "terminal", "wrong", "not set"),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, "terminal", "good", "24 bit"),
        ({"TERM": "xterm", "NO_COLOR": "1"}, "terminal", "good", "NO_COLOR"),
        ({"TERM": "xterm"}, "encoding", "look", "ascii"),
    ],
)
def test_terminals(
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    about: str,
    verdict: str,
    part: str,
) -> None:
    monkeypatch.setattr(sys, "stdout", Terminal())
    monkeypatch.setenv("COLUMNS", "100")
    found = findings(home, **environment)[about]
    assert (found.verdict, part in found.found) == (verdict, True)
