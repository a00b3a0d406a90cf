"""``reader passages``: its output, exit codes, and what ctrl-c leaves."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader import cli
from reader.compare.shelf_search import ShelfSearch, Stage
from reader.shell import articles
from tests.compare.test_shelf_passages import PLANTED
from tests.compare.test_survey import unlike

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for at in range(20):
        words = f"{PLANTED}. " if at in (3, 8) else ""
        Path(f"{at:02}.txt").write_text(f"{unlike(60, at)}\n\nIt is said that {words}{unlike(60, 100 + at)}\n")


def test_json_has_groups(capfd: Capture) -> None:
    assert cli.main(["passages", ".", "--json"]) == 0
    out, err = capfd.readouterr()
    found = json.loads(out)
    (passage,) = found["groups"][1]["passages"]
    assert {each["text"] for each in passage["occurrences"]} >= {PLANTED} or PLANTED in passage["occurrences"][0][
        "text"
    ]
    assert (found["complete"], err) == (True, "")


def test_lines_for_a_person(capfd: Capture) -> None:
    assert cli.main(["passages", "."]) == 0
    assert PLANTED in capfd.readouterr().out


@pytest.mark.parametrize(("paths", "code"), [(["00.txt", "01.txt"], 1), (["03.txt"], 2), (["no.txt"], 2), ([], 2)])
def test_exit_codes(paths: list[str], code: int) -> None:
    assert cli.main(["passages", *paths]) == code


def stopped_after(steps: int) -> Callable[[ShelfSearch], Iterator[Stage]]:
    whole = ShelfSearch.steps

    def some(search: ShelfSearch) -> Iterator[Stage]:
        for at, stage in enumerate(whole(search)):
            yield stage
            if at == steps:
                raise KeyboardInterrupt

    return some


def test_ctrl_c_stops_with_what_there_is(monkeypatch: pytest.MonkeyPatch, capfd: Capture) -> None:
    monkeypatch.setattr(ShelfSearch, "steps", stopped_after(1))
    assert cli.main(["passages", ".", "--json"]) == 130
    out, err = capfd.readouterr()
    assert json.loads(out)["complete"] is False
    assert err == "reader: stopped: what was found until now\n"


def test_long_work_says_how_far_it_is(monkeypatch: pytest.MonkeyPatch, capfd: Capture) -> None:
    monkeypatch.setattr(articles, "PROGRESS_EVERY", -1.0)
    cli.main(["passages", "."])
    assert "reader: 20 of 20 articles" in capfd.readouterr().err
