"""Keys of a person's own: what they change in the table, and what they cannot."""

from __future__ import annotations

import pytest

from reader.tui import commands
from reader.tui.commands import COMMANDS, Place, commands_at
from reader.tui.own_keys import remapped


def keys_of(table: tuple[commands.Command, ...], action: str) -> set[tuple[str, ...]]:
    return {command.keys for command in table if command.action == action}


def test_a_command_gets_other_keys_wherever_it_works() -> None:
    table, problems = remapped(COMMANDS, {"star": ["ß"], "undo": ["ctrl+u", "f3"], "next_pane": ["w"]})
    assert problems == ["[keys]: w is “layout” in the compare view already, and cannot be “next_pane” too"]
    assert keys_of(table, "star") == {("ß",)}
    assert keys_of(table, "undo") == {("ctrl+u", "f3")}
    assert keys_of(table, "next_pane") == {("tab",)}
    assert [command.action for command in table] == [command.action for command in COMMANDS]


def test_two_commands_change_places_where_one_makes_room_first() -> None:
    table, problems = remapped(COMMANDS, {"star": ["ß"], "read": ["s"]})
    assert problems == []
    assert keys_of(table, "read") == {("s",)}


def test_esc_always_closes_and_tab_always_goes_on() -> None:
    table, problems = remapped(COMMANDS, {"back": ["Q"], "cancel": ["@"]})
    assert problems == []
    for place in Place:
        if place is not Place.DIALOG:
            assert any("escape" in c.keys and c.action == "cancel" for c in table if place in c.places)
    assert any("escape" in c.keys for c in table if Place.DIALOG in c.places and c.action == "back")


@pytest.mark.parametrize(
    ("name", "keys", "says"),
    [
        ("foo", ["x"], "there is no command “foo”"),
        ("star", ["escape"], "Esc always means the same"),
        ("star", ["ctrl+c"], "ctrl+c always means the same"),
        ("star", ["ctrl+i"], "ctrl+i always means the same"),
        ("star", ["st"], "“st” is no key"),
        ("star", [" "], "“ ” is no key"),
        ("star", ["f13"], "“f13” is no key"),
        ("star", ["\x1b"], "is no key"),
        ("star", ["j"], "j is “down” in the list of articles already"),
        ("down", ["s"], "s is “star” in"),
    ],
)
def test_what_cannot_be_is_said_and_left(name: str, keys: list[str], says: str) -> None:
    table, problems = remapped(COMMANDS, {name: keys})
    assert table == COMMANDS
    assert [says in problem for problem in problems] == [True]


def test_keys_come_before_the_screen() -> None:
    with pytest.raises(RuntimeError):
        commands.take(COMMANDS)  # widgets were made from the table already
    assert list(commands_at(Place.LIST))
