"""What the first picture was made of."""

from __future__ import annotations

from pathlib import Path

from reader.library.witnesses import witnesses


def test_files_that_were_read_and_folders_that_were_searched(tmp_path: Path) -> None:
    for name in ("a.txt", "deep/b.txt", "deep/deeper/c.txt", "deep/noending", "deep/picture.png"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "single.md").touch()
    pending = {str(tmp_path / "deep/deeper/c.txt"), str(tmp_path / "deep/noending")}
    found = set(witnesses([str(tmp_path / "deep"), str(tmp_path / "single.md"), str(tmp_path / "none")], pending))
    expected = ("deep", "deep/b.txt", "deep/deeper", "deep/noending", "deep/picture.png", "single.md", "none")
    assert found == {str(tmp_path / name) for name in expected}
