"""The table of commands: every command can be run where it says, and every list of keys is made from it."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from itertools import groupby
from pathlib import Path
from pkgutil import walk_packages

import pytest
from rich.cells import cell_len
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

import reader.tui
from reader.tui.commands import COMMANDS, HINTS, Command, Place, bindings_at, commands_at, elsewhere
from reader.tui.key_names import key_name
from reader.tui.render.keys import command_line, footer, help_lines, readme_table, status
from reader.tui.render.line import Piece
from reader.tui.screens.compare_screen import CompareScreen
from reader.tui.screens.find_screen import FindScreen
from reader.tui.screens.library_screen import LibraryScreen
from reader.tui.screens.matrix_screen import MatrixScreen
from reader.tui.widgets.painted import Painted
from tests.tui.passages import plain

SCREENS: dict[Place, type[DOMNode]] = {
    Place.LIST: LibraryScreen,
    Place.READING: LibraryScreen,
    Place.COMPARE: CompareScreen,
    Place.MATRIX: MatrixScreen,
    Place.RESULTS: FindScreen,
}
"""The screens of widgets that stand in a module of their own; others stand beside their screen."""


def below(kind: type[DOMNode]) -> Iterator[type[DOMNode]]:
    for child in kind.__subclasses__():
        yield child
        yield from below(child)


def widgets_of(place: Place) -> list[type[DOMNode]]:
    """The widgets that have the bindings of a place."""
    for module in walk_packages(reader.tui.__path__, "reader.tui."):
        import_module(module.name)
    return [widget for widget in below(Painted) if widget.__dict__.get("BINDINGS") == bindings_at(place)]


def screen_of(place: Place) -> type[DOMNode]:
    if place in SCREENS:
        return SCREENS[place]
    modules = {widget.__module__ for widget in widgets_of(place)}
    return next(screen for screen in below(Screen) if screen.__module__ in modules)


EVERYWHERE = [pytest.param(place, command) for place in Place for command in commands_at(place)]
NAMED = [f"{p.name.lower()}-{command.action}-{command.keys[0]}" for p in Place for command in commands_at(p)]


@pytest.mark.parametrize(("place", "command"), EVERYWHERE, ids=NAMED)
def test_every_command_has_a_method_behind_it(place: Place, command: Command) -> None:
    owner = widgets_of(place)[0] if command.moves else screen_of(place)
    assert callable(getattr(owner, "action_" + command.action.split("(")[0], None))


@pytest.mark.parametrize("place", Place)
def test_every_place_is_a_widget_with_the_bindings_of_the_table(place: Place) -> None:
    assert widgets_of(place)


@pytest.mark.parametrize("place", Place)
def test_no_key_stands_twice_in_one_place(place: Place) -> None:
    keys = [key for command in commands_at(place) for key in command.keys]
    assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize("place", Place)
def test_keys_that_terminals_send_for_others_are_left_alone(place: Place) -> None:
    keys = {key for command in commands_at(place) for key in command.keys}
    assert not keys & {"ctrl+h", "ctrl+i", "ctrl+m", "ctrl+b", "ctrl+j", "ctrl+left_square_bracket", "backspace"}


@pytest.mark.parametrize("place", Place)
def test_no_two_bound_keys_are_the_same_key_of_the_terminal(place: Place) -> None:
    bound = [key for binding in bindings_at(place) if isinstance(binding, Binding) for key in binding.key.split(",")]
    assert len(bound) == len(set(bound))
    assert all(bound)


def test_esc_leaves_nothing() -> None:
    assert {c.action for c in COMMANDS if "escape" in c.keys and Place.DIALOG not in c.places} == {"cancel"}
    assert all(not c.action.startswith(("quit", "exit")) for c in COMMANDS)
    assert all("q" in keys for keys in [[k for c in commands_at(p) for k in c.keys] for p in Place])


KEYS = {
    "help": "?", "palette": "ctrl+p :", "next_pane": "tab", "back": "q", "find": "/ ctrl+f", "find_everywhere": "F",
    "next_article": "J", "previous_article": "K", "compare": "c", "matrix": "M", "star": "s", "read": "r", "zen": "z",
    "furniture": "B", "narrower": "<", "wider": ">", "picture": "f12", "down": "j", "up": "k", "start": "g", "end": "G",
    "choose": "enter l", "mark": "space", "clear_marks": "x", "show_all": "1", "show_unread": "2", "show_starred": "3",
    "sort": "\\", "page_down": "space f", "page_up": "b", "half_down": "d", "half_up": "u", "next_passage": "]",
    "previous_passage": "[", "next_altered": "}", "previous_altered": "{", "counterpart": "enter %", "only_here": "!",
    "measure_up": "+", "measure_down": "-", "measure_reset": "=", "to_list": "h", "left_column": "h",
    "right_column": "l", "tie": "L", "swap": "x", "layout": "w", "fewer_words": ",", "more_words": ".",
    "outlet(1)": "1", "outlet(2)": "2", "outlet(3)": "3", "outlet(4)": "4", "outlet(5)": "5", "next_lit": "n",
    "previous_lit": "N", "highlight": "H", "annotate": "a", "notes": "'", "copy": "y", "cite": "Y", "open": "o",
    "export": "E", "rescan": "R", "tag": "t", "undo": "U", "edit": "e", "mark_story": "*", "story": "i", "join": "I",
    "remove": "D", "theme": "T", "next_sentence": ")", "previous_sentence": "(", "who_else": "W",
}  # fmt: skip
"""What was promised: actions and the keys that run them."""


@pytest.mark.parametrize(("action", "keys"), KEYS.items())
def test_keys_mean_what_was_promised(action: str, keys: str) -> None:
    bound = {key for command in COMMANDS if command.action == action for key in command.keys}
    assert set(keys.split()) <= bound


MEANINGS = {
    "c": {"compare", "choose"},  # in the matrix it compares the pair of the cell
    "x": {"clear_marks", "swap"},
    "1": {"show_all", "outlet(1)"}, "2": {"show_unread", "outlet(2)"}, "3": {"show_starred", "outlet(3)"},
    "h": {"to_list", "left_column", "cell_left"}, "l": {"choose", "right_column", "cell_right"},
    "left": {"to_list", "left_column", "cell_left"}, "right": {"choose", "right_column", "cell_right"},
    "enter": {"choose", "counterpart"}, "space": {"mark", "page_down"},
    "pagedown": {"page_down", "rows_down"}, "pageup": {"page_up", "rows_up"},
    "escape": {"cancel", "back"}, "?": {"help", "back"},
}  # fmt: skip
"""The keys that run different actions in different places, and which."""


def test_a_key_means_the_same_everywhere_but_where_it_was_decided() -> None:
    pairs = sorted({(key, command.action) for command in COMMANDS for key in command.keys})
    several = {key: {action for _, action in found} for key, found in groupby(pairs, key=lambda pair: pair[0])}
    assert {key: actions for key, actions in several.items() if len(actions) > 1} == MEANINGS


@pytest.mark.parametrize("place", Place)
def test_arrows_home_end_and_pages_always_suffice(place: Place) -> None:
    keys = {key for command in commands_at(place) for key in command.keys}
    assert {"up", "down", "home", "end", "pageup", "pagedown", "escape"} <= keys


# Lists made from the table


@pytest.mark.parametrize("place", Place)
def test_the_help_of_a_part_has_every_command_and_no_other(place: Place) -> None:
    lines = [plain(line) for line in help_lines(place)]
    assert len(lines) == len(list(commands_at(place)))
    for line, command in zip(lines, commands_at(place), strict=True):
        assert command.help in line
        assert all(key_name(key) in line for key in command.keys)


@pytest.mark.parametrize("width", range(0, 200, 7))
@pytest.mark.parametrize("place", [Place.LIST, Place.READING, Place.COMPARE])
def test_the_footer_fits_and_names_only_keys_that_work(place: Place, width: int) -> None:
    line = footer(place, width)
    assert cell_len(plain(line)) <= max(width, 0)
    hinted = {piece.text for piece in line if piece.roles == "key"}
    assert hinted <= {key_name(command.keys[0]) for command in commands_at(place)}
    if width >= 30:
        assert "?" in hinted


@pytest.mark.parametrize("place", Place)
def test_a_footer_hints_at_commands_that_work_there(place: Place) -> None:
    actions = HINTS[place].split()
    assert actions == list(dict.fromkeys(actions))
    assert set(actions) <= {command.action for command in commands_at(place)} - {"help", "back"}


@pytest.mark.parametrize(
    ("place", "width", "words"),
    [
        (Place.LIST, 51, "Space mark   c compare   | filter   ? help   q back"),
        (Place.LIST, 50, "Space mark   c compare   / find   ? help   q back"),
        (Place.COMPARE, 52, "] passage   } altered   L tie   ? help   q back"),
        (Place.READING, 10, "? help"),
        (Place.MATRIX, 60, "Enter open pair   P all passages   ? help   q back"),
        (Place.DIALOG, 60, "j down   k up   PgDn page   q back"),
    ],
)
def test_the_most_wanted_command_is_the_last_to_go(place: Place, width: int, words: str) -> None:
    assert plain(footer(place, width)) == words


def test_where_one_is_gives_way_to_a_sentence() -> None:
    right = (Piece("¶ 3/4"),)
    for length, kept in ((32, right), (33, ())):
        sentence = (Piece("x" * length),)
        assert status(sentence, Place.LIST, right, 40) == (sentence, kept)


def test_what_has_nothing_to_do_is_not_hinted_at() -> None:
    left, right = status(
        (), Place.COMPARE, (Piece("0 passages"),), 60, frozenset({"next_passage", "next_altered", "tie"})
    )
    assert plain(left) == "Enter counterpart   / find   ? help   q back"
    assert plain(right) == "0 passages"


def test_help_and_labels_are_written_alike() -> None:
    for command in COMMANDS:
        assert command.help[0].isupper()
        assert not command.help.endswith(".")
        assert 1 <= len(command.label) <= 12
        assert command.help in plain(command_line(command))


def test_readme_has_the_table_of_keys() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    table = readme.split("<!-- keys -->")[1].split("<!-- /keys -->")[0]
    assert table.strip() == readme_table().strip()


# A key that does nothing


@pytest.mark.parametrize(
    ("key", "here", "words"),
    [
        ("comma", Place.LIST, ", works in the compare view: allow shorter"),
        ("L", Place.MATRIX, "L works in the compare view"),
        ("vertical_line", Place.COMPARE, "| works in the list"),
        ("enter", Place.DIALOG, "Enter works in the"),
        ("f7", Place.LIST, "This key does nothing here; ? lists those that do"),
        ("Q", Place.LIST, "This key does nothing here"),
    ],
)
def test_a_key_that_does_nothing_here_says_where_it_does(key: str, here: Place, words: str) -> None:
    assert elsewhere(key, here).startswith(words)
