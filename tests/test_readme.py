"""README's examples say what the commands print, and its pictures are there."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from reader.cli import main

CHECKOUT = Path(__file__).parent.parent
README = (CHECKOUT / "README.md").read_text("utf-8")
EXAMPLES = re.findall(r"```console\n\$ reader ([^\n]*)\n```\n```json\n(.*?)```", README, re.DOTALL)


def is_part(shown: object, printed: object) -> bool:
    """Whether what is shown stands in what was printed; keys and entries of lists may be left out, not changed."""
    if isinstance(shown, dict) and isinstance(printed, dict):
        return all(key in printed and is_part(value, printed[key]) for key, value in shown.items())
    if isinstance(shown, list) and isinstance(printed, list) and any(isinstance(item, dict) for item in shown):
        return all(any(is_part(item, other) for other in printed) for item in shown)
    return shown == printed


@pytest.mark.parametrize(("command", "shown"), EXAMPLES, ids=[command.split()[0] for command, _ in EXAMPLES])
def test_an_example_prints_what_readme_says(
    command: str, shown: str, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(CHECKOUT)
    assert main(shlex.split(command)) == 0
    assert is_part(json.loads(shown), json.loads(capfd.readouterr().out))


def test_there_is_an_example_of_every_command() -> None:
    assert [command.split()[0] for command, _ in EXAMPLES] == ["read", "compare", "search"]


def test_an_example_that_is_wrong_is_found() -> None:
    printed = {"words": 3, "passages": [{"number": 1}, {"number": 2, "edits": [["equal", 1, 2]]}]}
    assert is_part({"passages": [{"number": 2, "edits": [["equal", 1, 2]]}]}, printed)
    assert not is_part({"passages": [{"number": 2, "edits": [["equal", 1, 3]]}]}, printed)
    assert not is_part({"passages": [{"number": 3}]}, printed)
    assert not is_part({"outlet": None}, printed)


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)#:]+)\)", README))
def test_what_readme_links_to_is_there(link: str) -> None:
    assert (CHECKOUT / link).is_file()
