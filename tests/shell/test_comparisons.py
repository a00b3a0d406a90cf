"""``reader matrix``, ``figures``, ``coverage`` and ``check``: their output and their exit codes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reader import cli
from reader.compare.matcher import Matcher

Capture = pytest.CaptureFixture[str]

SAID = "“Nobody has ever missed a tide because of paint,” said Bo Marsh."
BUILT = "The new pier will be built of oak from the northern forests for €310 million."


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("READER_HOME", str(tmp_path / "home"))
    Path("release.txt").write_text(f"A pier for all\n\n{BUILT} Nobody else has been asked about it yet.\n", "utf-8")
    Path("one.txt").write_text(f"Oak from the north\n\nIt is so. {BUILT}\n\n{SAID}\n", "utf-8")
    Path("two.txt").write_text(
        f"Price of a pier\n\n{BUILT.replace('310', '340')}\n\n{SAID.replace('tide', 'train')}\n", "utf-8"
    )
    Path("other.txt").write_text("Beans\n\nRunner beans want string, patience and a bucket of manure.\n", "utf-8")
    Path("draft.txt").write_text(f"My draft\n\n{SAID}\n", "utf-8")


def as_json(capfd: Capture, *arguments: str) -> tuple[int, dict[str, Any]]:
    code = cli.main([*arguments, "--json"])
    return code, json.loads(capfd.readouterr().out)


def as_text(capfd: Capture, *arguments: str) -> str:
    cli.main(list(arguments))
    out = capfd.readouterr().out
    assert all(len(line) <= 80 for line in out.splitlines())
    return out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ("matrix one.txt two.txt", 0),
        ("matrix one.txt other.txt", 0),
        ("matrix one.txt", 2),
        ("matrix", 2),
        ("figures one.txt", 0),
        ("figures other.txt", 1),
        ("figures no.txt", 2),
        ("coverage release.txt one.txt two.txt", 0),
        ("coverage release.txt other.txt", 1),
        ("coverage release.txt", 2),
        ("coverage no.txt one.txt", 2),
        ("check draft.txt one.txt", 0),
        ("check draft.txt two.txt", 1),
        ("check draft.txt two.txt one.txt", 0),
        ("check draft.txt other.txt", 1),
        ("check other.txt one.txt", 0),
        ("check draft.txt draft.txt", 2),
        ("check draft.txt no.txt", 2),
        ("check no.txt one.txt", 2),
        ("check draft.txt", 2),
        ("check", 2),
    ],
)
def test_exit_codes(arguments: str, code: int, capfd: Capture) -> None:
    assert cli.main(arguments.split()) == code
    assert code != 2 or capfd.readouterr().err


# The matrix


def test_the_matrix_has_the_pairs_that_share_anything(capfd: Capture) -> None:
    code, found = as_json(capfd, "matrix", "one.txt", "two.txt", "other.txt")
    assert (code, found["format"], found["complete"], found["aligned"]) == (0, "reader.matrix/1", True, True)
    assert {(each["article"], each["within"]) for each in found["shares"]} == {(0, 1), (1, 0)}
    assert all(0 < each["percent"] <= 100 and each["words"] > 10 for each in found["shares"])


def test_the_matrix_as_a_table(capfd: Capture) -> None:
    out = as_text(capfd, "matrix", "one.txt", "two.txt", "other.txt")
    assert "A  Oak from the north" in out
    assert " % of A is in B (" in out
    assert "No two of these" in as_text(capfd, "matrix", "one.txt", "other.txt")


def test_of_many_articles_the_pairs_are_listed_without_a_table(capfd: Capture) -> None:
    for at in range(12):
        Path(f"many{at}.txt").write_text(f"Title {at}\n\nA{at} b{at} c{at} d{at} e{at}. {BUILT if at < 3 else ''}\n")
    out = as_text(capfd, "matrix", *(f"many{at}.txt" for at in range(12)))
    assert "across" not in out
    assert out.count(" % of ") == 6


def test_a_stopped_matrix_says_so(capfd: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(self: Matcher, articles: object) -> Any:
        yield next(whole(self, articles))
        raise KeyboardInterrupt

    whole: Any = Matcher.survey
    monkeypatch.setattr(Matcher, "survey", stopped)
    code, found = as_json(capfd, "matrix", "one.txt", "two.txt", "other.txt")
    assert (code, found["complete"]) == (130, False)
    assert found["shares"]


# Figures


def test_figures(capfd: Capture) -> None:
    code, found = as_json(capfd, "figures", "release.txt", "one.txt", "two.txt")
    (group,) = found["groups"]
    assert (code, found["format"], group["agreement"], group["sure"]) == (0, "reader.figures/1", "different", True)
    assert [(each["article"], each["text"], each["low"]) for each in group["figures"]] == [
        (0, "€310 million", 310e6),
        (1, "€310 million", 310e6),
        (2, "€340 million", 340e6),
    ]
    text = Path("two.txt").read_text("utf-8")
    assert text[group["figures"][2]["start"] : group["figures"][2]["end"]] == "€340 million"
    out = as_text(capfd, "figures", "release.txt", "one.txt", "two.txt")
    assert "€310 million  A B\n" in out
    assert "€340 million  C\n" in out


def test_figures_that_stand_alone(capfd: Capture) -> None:
    Path("dates.txt").write_text("Days\n\nIt ends on 19 April and began in the autumn of 2019, in Q3 2018, in 1961.\n")
    _, found = as_json(capfd, "figures", "dates.txt")
    assert [each["date"] for each in found["alone"]] == ["--04-19", "2019-autumn", "2018-Q3", "1961"]
    assert "19 April, autumn of 2019, Q3 2018, 1961" in as_text(capfd, "figures", "dates.txt")


# Coverage


def test_coverage(capfd: Capture) -> None:
    code, found = as_json(capfd, "coverage", "release.txt", "one.txt", "two.txt", "other.txt")
    assert (code, found["format"], found["unprinted"]) == (0, "reader.coverage/1", [2])
    first = found["sentences"][0]
    assert [(each["article"], each["printing"], each["paragraph"]) for each in first["prints"]] == [
        (1, "verbatim", [1, 2]),
        (2, "altered", [1, 2]),
    ]
    text = Path("two.txt").read_text("utf-8")
    assert text[first["prints"][1]["start"] : first["prints"][1]["end"]] == first["prints"][1]["text"]
    out = as_text(capfd, "coverage", "release.txt", "one.txt", "two.txt", "other.txt")
    assert "  1  =   ~   ·    The new pier" in out
    assert "none of the others prints 2." in out


# The draft


def test_check(capfd: Capture) -> None:
    code, found = as_json(capfd, "check", "draft.txt", "two.txt")
    (quotation,) = found["quotations"]
    assert (code, found["format"], found["holds"], found["library"]) == (1, "reader.check/1", False, None)
    assert (quotation["line"], quotation["verdict"], quotation["speaker"]) == (3, "altered", "Bo Marsh")
    (place,) = quotation["places"]
    assert place["changes"] == [{"there": "train", "here": "tide"}]
    assert (place["quoted"], place["other_speaker"]) == (True, False)
    text = Path("two.txt").read_text("utf-8")
    assert text[place["start"] : place["end"]].startswith("Nobody has ever missed a train")


def test_check_for_a_person(capfd: Capture) -> None:
    out = as_text(capfd, "check", "draft.txt", "one.txt", "two.txt")
    assert out.startswith("  line 3: exact · Bo Marsh\n")
    assert "Price of a pier, line 5 of two.txt: altered; there → here: train → tide" in out
    out = as_text(capfd, "check", "draft.txt", "other.txt")
    assert out.startswith("! line 3: not found")
    assert "that says nothing about whether it was said" in " ".join(out.split())


def test_another_speaker_is_named(capfd: Capture) -> None:
    Path("theirs.txt").write_text(f"Theirs\n\n{SAID.replace('Bo Marsh', 'Ada Quill')}\n", "utf-8")
    code, found = as_json(capfd, "check", "draft.txt", "theirs.txt")
    assert (code, found["quotations"][0]["verdict"]) == (1, "other speaker")
    assert "said by Ada Quill" in as_text(capfd, "check", "draft.txt", "theirs.txt")


def test_a_draft_without_quotations_holds(capfd: Capture) -> None:
    assert "Nobody is quoted in this draft." in as_text(capfd, "check", "other.txt", "one.txt")


def test_check_looks_into_the_library(capfd: Capture) -> None:
    Path("paint.txt").write_text("Wet\n\nThe bench is shut because of paint, and nobody has sat on it.\n", "utf-8")
    assert cli.main(["import", "one.txt", "paint.txt", "two.txt", "other.txt", "draft.txt", "--quiet"]) == 0
    capfd.readouterr()
    code, found = as_json(capfd, "check", "draft.txt")
    assert (code, found["library"], found["holds"]) == (0, 5, True)
    assert [Path(each["path"]).name for each in found["articles"]] == ["one.txt", "two.txt"]
    assert [(each["article"], each["words"]) for each in found["quotations"][0]["places"]] == [
        (0, "exact"),
        (1, "altered"),
    ]


def test_a_hostile_draft_and_source_print_no_control(capfd: Capture) -> None:
    bad = "Nobody \x1b]0;x\x07 has ever missed a \u202etide because of paint"
    Path("bad.txt").write_text(
        f"A \x1b[2J title\n\n“{bad},” said Bo Marsh \x9b5n. It cost €310 million\x07.\n", "utf-8"
    )
    for arguments in ("check bad.txt one.txt", "matrix bad.txt one.txt", "figures bad.txt one.txt",
                      "coverage bad.txt one.txt", "check draft.txt bad.txt"):  # fmt: skip
        out = as_text(capfd, *arguments.split())
        assert not set(out) & set("\x1b\x07\x9b\u202e")
