"""Settings: what a person wrote holds, what cannot be used is said, and nothing of theirs is lost when one is kept."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from reader.library import selection
from reader.library.settings import GROUPINGS, ORDERS, THEMES, Settings, SettingsFile
from reader.tui.screens import listing
from reader.tui.theme import PALETTES


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "conf" / "config.toml"


def written(path: Path, text: str | bytes) -> SettingsFile:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return SettingsFile(path)


def test_the_names_are_those_of_the_screen() -> None:
    assert set(THEMES) == set(PALETTES)
    assert set(ORDERS) == set(get_args(selection.Order)) - {"likeness"} == set(listing.ORDER_NAMES) - {"likeness"}
    assert GROUPINGS == listing.GROUPINGS


def test_without_a_file_nothing_is_chosen_and_nothing_is_made(path: Path) -> None:
    file = SettingsFile(path)
    assert file.settings == Settings()
    assert file.problems == []
    assert file.write() is None
    assert not path.parent.exists()


def test_what_was_written_holds(path: Path) -> None:
    file = written(path, 'theme = "day"\nmeasure = 60\nlist_width = 40\nsort = "date"\ndescending = true\n'
                         'group = "story"\n[keys]\nstar = "S"\nundo = ["z", "ctrl+u"]\n')  # fmt: skip
    keys = {"star": ("S",), "undo": ("z", "ctrl+u")}
    assert file.settings == Settings("day", 60, 40, "date", True, "story", keys)
    assert file.problems == []


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('theme = "purple"', "theme takes one of night"),
        ('measure = "wide"', "measure takes a number of cells"),
        ("measure = true", "measure takes a number of cells"),
        ("measure = -3", "measure takes a number of cells"),
        ("sort = 3", "sort takes one of opened"),
        ('sort = "likeness"', "sort takes one of opened"),
        ("theme = []", "theme takes one of night"),
        ("thme = 'day'", "there is no setting “thme”"),
        ("keys = 3", "[keys] takes lines"),
        ("[keys]\nstar = 3", "the keys of “star”"),
        ("[keys]\nstar = []", "the keys of “star”"),
        ('[keys]\nstar = ["s", 3]', "the keys of “star”"),
    ],
)
def test_what_cannot_be_used_is_said_and_the_rest_holds(path: Path, line: str, says: str) -> None:
    file = written(path, f"descending = true\n{line}\n")
    assert [says in problem for problem in file.problems] == [True]
    assert file.settings == Settings(descending=True)


@pytest.mark.parametrize("text", ["theme = ", b"\xff\xfe", "a" * 200_000, "theme = 'day'\ntheme = 'night'\n"])
def test_a_file_that_is_no_toml_is_said_and_never_written_to(path: Path, text: str | bytes) -> None:
    file = written(path, text)
    assert "cannot be read" in file.problems[0]
    before = path.read_bytes()
    file.change(theme="day")
    assert file.settings.theme == "day"
    assert file.write() is None
    assert path.read_bytes() == before


def test_one_that_is_kept_leaves_all_others_as_they_were(path: Path) -> None:
    file = written(path, "# mine\nmeasure = 60  # narrow\nmy_own = 1\n\n[keys]\n# and this\nstar = 'S'\n")
    path.chmod(0o600)
    file.change(theme="plain")
    file.change(measure=64)
    assert file.is_changed
    assert file.write() is None
    assert not file.is_changed
    text = path.read_text()
    assert text.startswith("# mine\nmeasure = 64  # narrow\nmy_own = 1\n")
    assert text.endswith("[keys]\n# and this\nstar = 'S'\n")
    assert path.stat().st_mode & 0o777 == 0o600
    again = SettingsFile(path).settings
    assert (again.theme, again.measure, again.keys) == ("plain", 64, {"star": ("S",)})


def test_the_first_one_makes_the_file_and_says_what_it_is(path: Path) -> None:
    file = SettingsFile(path)
    file.change(theme="day")
    assert file.write() is None
    assert path.read_text().startswith("# How reader looks")
    assert SettingsFile(path).settings.theme == "day"
    assert [each.name for each in path.parent.iterdir()] == ["config.toml"]


def test_a_link_stays_a_link(path: Path, tmp_path: Path) -> None:
    path.parent.mkdir()
    (tmp_path / "elsewhere.toml").write_text("measure = 60\n")
    path.symlink_to(tmp_path / "elsewhere.toml")
    file = SettingsFile(path)
    file.change(theme="day")
    assert file.write() is None
    assert path.is_symlink()
    assert "theme" in (tmp_path / "elsewhere.toml").read_text()


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    file = SettingsFile(tmp_path / "file" / "config.toml")
    file.change(theme="day")
    assert "were not kept" in (file.write() or "")
