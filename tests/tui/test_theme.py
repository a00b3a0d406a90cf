"""Looks: every role has one in every palette, and can be told from the others without colour."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import pytest
from rich.style import Style

import reader.tui
from reader.tui.render.marks import EDGES, GLYPHS
from reader.tui.theme import DAY, NIGHT, PALETTES, PLAIN, ROLES, TERMINAL, chosen_palette, style

SOURCES = sorted(Path(next(iter(reader.tui.__path__))).rglob("*.py"))
PIECE = re.compile(r"""(?:Piece|fitted|Stretch)\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)""", re.DOTALL)
LAST_LITERAL = re.compile(r',\s*"([a-z -]*)"(?:\s+if [^"]+ else "([a-z -]*)")?\s*\)$', re.DOTALL)


def roles_in(source: str) -> set[str]:
    """The roles that stand as the last argument of a piece in a module."""
    found: set[str] = set()
    for piece in PIECE.finditer(source):
        if literal := LAST_LITERAL.search(piece.group()):
            found |= {role for roles in literal.groups() if roles for role in roles.split()}
    return found


def test_pieces_are_found_in_the_sources() -> None:
    found = set().union(*(roles_in(path.read_text("utf-8")) for path in SOURCES))
    assert {"dim", "strong", "accent", "warning", "key", "hit", "hit-now", "changed", "faint"} <= found


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_every_role_that_a_module_names_is_in_the_table(path: Path) -> None:
    assert roles_in(path.read_text("utf-8")) <= set(ROLES)


def test_the_roles_made_from_kinds_are_in_the_table() -> None:
    assert set(GLYPHS) <= set(ROLES)
    assert {f"edge-{kind}" for kind in EDGES} <= set(ROLES)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_every_role_has_a_look_that_parses_and_no_look_is_without_a_role(palette: object) -> None:
    for role in ROLES:
        assert style(palette.name, role) is not None  # type: ignore[attr-defined]
    assert set(palette.looks) <= set(ROLES)  # type: ignore[attr-defined]
    palette.theme()  # type: ignore[attr-defined]


def test_a_mistyped_role_is_found_at_once() -> None:
    with pytest.raises(KeyError):
        style("night", "text verbatm")


def attributes(look: Style) -> tuple[bool, ...]:
    return tuple(bool(a) for a in (look.bold, look.dim, look.italic, look.underline, look.reverse, look.strike))


def colours(look: Style) -> tuple[object, object]:
    return look.color, look.bgcolor


@pytest.mark.parametrize("role", ROLES)
def test_without_colours_there_are_none(role: str) -> None:
    assert colours(style("plain", role)) == (None, None)


SIGNED = {"verbatim": GLYPHS["verbatim"], "altered": GLYPHS["altered"], "quoted": GLYPHS["quoted"], "changed": "‹"}
"""The signs that go with roles of which attributes alone do not tell."""


def looks_plain(role: str) -> tuple[object, ...]:
    return (*attributes(style("plain", role)), SIGNED.get(role, "") if PLAIN.marks_changes or role != "changed" else "")


TOLD_APART = ("text", "verbatim", "altered", "quoted", "changed", "hit", "hit-now")


@pytest.mark.parametrize(("one", "two"), list(combinations(TOLD_APART, 2)))
def test_without_colours_roles_differ_by_attribute_or_sign(one: str, two: str) -> None:
    assert looks_plain(one) != looks_plain(two)


@pytest.mark.parametrize("kind", ["verbatim", "altered", "quoted"])
def test_without_colours_a_hit_in_a_passage_that_is_visited_can_be_told(kind: str) -> None:
    now = style("plain", f"text {kind} now")
    assert attributes(style("plain", f"text {kind} now hit-now")) != attributes(now)
    assert attributes(style("plain", f"text {kind} now hit-now")) != attributes(style("plain", f"text {kind} now hit"))


@pytest.mark.parametrize("kind", ["verbatim", "altered", "quoted"])
@pytest.mark.parametrize("palette", ["night", "day", "terminal"])
def test_with_colours_a_hit_in_a_passage_can_be_told(kind: str, palette: str) -> None:
    assert style(palette, f"text {kind} hit") != style(palette, f"text {kind}")


@pytest.mark.parametrize("palette", PALETTES)
def test_the_cursor_looks_different_where_the_keys_are(palette: str) -> None:
    assert len({style(palette, role) for role in ("text", "cursor", "cursor-away")}) == 3


@pytest.mark.parametrize("palette", ["night", "day", "terminal"])
def test_kinds_and_hits_have_colours_of_their_own(palette: str) -> None:
    roles = ("verbatim", "altered", "quoted", "hit", "hit-now")
    assert len({colours(style(palette, role)) + attributes(style(palette, role)) for role in roles}) == len(roles)


def test_the_palette_of_the_terminal_has_only_its_own_sixteen_colours() -> None:
    for role in ROLES:
        for colour in colours(style("terminal", role)):
            assert colour is None or colour.is_system_defined  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("environment", "palette"),
    [
        ({}, TERMINAL),
        ({"TERM": "xterm-256color"}, NIGHT),
        ({"COLORTERM": "truecolor"}, NIGHT),
        ({"READER_THEME": "day"}, DAY),
        ({"READER_THEME": "no such", "TERM": "xterm-direct"}, NIGHT),
        ({"NO_COLOR": "1", "READER_THEME": "day", "COLORTERM": "truecolor"}, PLAIN),
        ({"NO_COLOR": "", "READER_THEME": "day"}, DAY),
    ],
)
def test_the_palette_is_chosen_by_the_terminal(environment: dict[str, str], palette: object) -> None:
    assert chosen_palette(environment) is palette
