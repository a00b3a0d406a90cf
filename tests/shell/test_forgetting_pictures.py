"""Pictures of a start show words of articles: they go with what is forgotten."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.cli import main
from reader.firstframe import kept

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pictures are kept where terminals are POSIX terminals")


def test_they_go_whatever_is_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READER_HOME", str(tmp_path))
    where = kept.folder(os.environ)
    assert kept.keep(("asked",), (5, 1), ["words"], {}, where)
    assert main(["forget", "nothing.txt"]) == 1
    assert kept.find(("asked",), (5, 1), where) is None
    assert not list(Path(where).iterdir())
