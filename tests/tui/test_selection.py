"""What the mouse selects: the character under every cell, words, paragraphs; and what is copied of it."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from reader.text.spans import Span
from reader.tui.clipboard import pasteable, system_command
from reader.tui.render.column import Column
from reader.tui.render.selection import paragraph_at, word_at, words_between
from reader.tui.render.sheet import Sheet, sheet
from tests.tui.passages import altered, column, facing, plain, roles_of
from tests.tui.shelf import article, with_furniture

TEXT = (
    "The watch\n\n"
    "Seven boats lay dry on the shingle, and the eighth had gone to fetch the doctor’s bag.\n\n"
    "• tar and hemp\n• salt in sacks of forty pounds, weighed twice before they were carried down\n\n"
    "漢字漢字 and 🙂 stand beside cafe\u0301 👍\U0001f3fd ❤\ufe0f می\u200cخواهم ab\u200dcd and a\tword \x1b]2;x\x07"
)
MARKDOWN = "# A lamp\n\nNobody *spoke*\nof it.\n\n- one\n- two\n\nThe end.\n"


def shown(width: int = 50, **more: bool) -> Column:
    made = column(TEXT, altered(1, (0, 40, 60), (1, 0, 20)), **more)
    made.set(width, 120, 40)
    return made


def whole(text: str, *, markdown: bool = False) -> Sheet:
    return sheet(article(text, "a.md", markdown=markdown))


@pytest.mark.parametrize("signs", [False, True])
@pytest.mark.parametrize("width", [16, 50])
def test_every_cell_leads_to_the_character_that_is_painted_there(width: int, signs: bool) -> None:
    of = shown(width, marks_changes=signs)
    found: set[int] = set()
    for y in range(of.height):
        line = plain(of.line(y))
        x = 0
        for character in line:
            span = of.character_at(x, y)
            here = of.sheet.display[span.start : span.end]
            if here and cell_len(character) and character not in "‹›":
                assert here.startswith(character)
                found |= set(range(*span))
            x += cell_len(character)
    assert {at for at, sign in enumerate(TEXT) if sign.isalnum()} <= found


@pytest.mark.parametrize(
    ("x", "row", "place"),
    [
        (0, -1, "The watch"),
        (0, 0, "Seven"),
        (3, 0, "Seven"),
        (99, 0, " the eighth"),
        (8, -1, "Seven"),
        (7, 4, "tar and"),
    ],
    ids=["above", "the gutter", "before the text", "behind the row", "between", "a bullet"],
)
def test_where_no_character_is_the_nearest_place_is_meant(x: int, row: int, place: str) -> None:
    of = shown()
    first = of.row_of(TEXT.index("Seven"))
    y = -1 if (x, row) == (0, -1) else first + row
    assert of.character_at(x, y).start == TEXT.index(place)


def test_below_the_text_is_its_end() -> None:
    of = shown()
    assert of.character_at(20, of.height - 1) == Span(len(TEXT), len(TEXT))


def test_a_character_comes_with_the_marks_on_it() -> None:
    of = column("cafe\u0301\u0302 noir")
    of.set(50, 10, 40)
    y = next(y for y in range(10) if "noir" in plain(of.line(y)))
    x = plain(of.line(y)).index("e")
    assert of.character_at(x, y) == Span(3, 6)
    assert of.character_at(x + 1, y) == Span(6, 7)


def test_what_is_selected_is_shown_over_everything_else() -> None:
    of = shown()
    of.find([Span(11, 16)], Span(11, 16))
    of.select(Span(11, 22))
    line = next(line for y in range(of.height) if "Seven" in plain(line := of.line(y)))
    assert [piece.text for piece in line if "selected" in piece.roles] == ["Seven", " boats"]
    assert roles_of(line, "Seven") >= {"hit-now", "selected"}
    of.only_here = True
    assert [piece.text for piece in of.line(of.row_of(11)) if "selected" in piece.roles] == ["Seven", " boats"]
    of.select(None)
    assert not any("selected" in piece.roles for y in range(of.height) for piece in of.line(y))


@pytest.mark.parametrize(
    ("place", "word"),
    [("Seven", "Seven"), ("octor’s", "doctor’s"), (" boats", " "), ("字漢字 and", "字"), ("fe\u0301", "cafe\u0301")],
)
def test_the_word_at_a_place(place: str, word: str) -> None:
    span = word_at(whole(TEXT), TEXT.index(place))
    assert TEXT[span.start : span.end] == word


def test_the_word_at_the_end_of_a_text_and_in_a_very_long_one() -> None:
    assert word_at(whole("abc"), 3) == Span(3, 3)
    span = word_at(whole("x" * 1_000_000), 500_000)
    assert span.start <= 500_000 < span.end


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("watch", "The watch"),
        ("and the eighth", "Seven boats lay dry on the shingle, and the eighth had gone to fetch the doctor’s bag."),
        ("hemp", "tar and hemp"),
        ("\n\nSeven", "The watch"),
    ],
)
def test_the_paragraph_at_a_place(place: str, words: str) -> None:
    made = whole(TEXT)
    assert words_between(made, paragraph_at(made, TEXT.index(place))) == words


def test_what_is_copied_is_the_articles_own_with_its_lines_joined() -> None:
    made = whole(TEXT)
    span = Span(TEXT.index("dry"), TEXT.index(" in sacks"))
    assert words_between(made, span) == (
        "dry on the shingle, and the eighth had gone to fetch the doctor’s bag.\n\ntar and hemp\nsalt"
    )
    tail = words_between(made, Span(TEXT.index("漢"), len(TEXT)))
    assert tail == TEXT[TEXT.index("漢") :], "no sign of the display stands in it"


def test_paragraphs_headings_and_lists_stay_apart() -> None:
    made = whole(MARKDOWN, markdown=True)
    words = words_between(made, Span(0, len(MARKDOWN)))
    assert words == "A lamp\n\nNobody *spoke* of it.\n\none\ntwo\n\nThe end."


def test_what_is_folded_is_not_copied() -> None:
    text = "One lamp burned.\n\nSign up for our letter.\n\nAnother did not."
    made = sheet(with_furniture(text, "Sign up"))
    assert words_between(made, Span(0, len(text))) == "One lamp burned.\n\nAnother did not."


def test_a_cell_of_one_column_is_none_of_another() -> None:
    made = facing(["A lamp burned all night.", "A lamp went out at noon."])
    made.set(81, 20, 72)
    for number in (0, 1):
        left = 41 * number
        assert made.cell_in(number, left, 3) == (0, 0)
        assert made.column_at(left, 3) == number
    made.set(60, 20, 72)
    assert [made.cell_in(number, 5, 13) for number in (0, 1)] == [(5, 11), (5, 0)]


# The clipboard


@pytest.mark.parametrize(
    ("text", "pasted"),
    [
        ("“Tide,” she said.\n\n\tNo.", "“Tide,” she said.\n\n\tNo."),
        ("rm \x1b[2J\r\x07 \x9b5n \ud83d", "rm ␛[2J ␇ \ufffd5n \ufffd"),
        ("می\u200cخواهم \u200f soft\u00adhyphen", "می\u200cخواهم \u200f soft\u00adhyphen"),
    ],
)
def test_what_is_pasted_into_a_shell_commands_nothing(text: str, pasted: str) -> None:
    assert pasteable(text) == pasted


@pytest.mark.parametrize(
    ("names", "there", "chosen"),
    [
        ({"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}, ("wl-copy", "xclip"), "wl-copy"),
        ({"DISPLAY": ":0"}, ("wl-copy", "xclip", "xsel"), "xclip"),
        ({"DISPLAY": ":0"}, ("xsel",), "xsel"),
        ({"DISPLAY": ":0"}, (), None),
        ({}, ("wl-copy", "xclip"), None),
    ],
)
def test_the_desktops_own_clipboard(
    tmp_path: object, names: dict[str, str], there: tuple[str, ...], chosen: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in there:
        program = tmp_path / name  # type: ignore[operator]
        program.write_text("#!/bin/sh\n")
        program.chmod(0o755)
    command = system_command({**names, "PATH": str(tmp_path)})
    assert (command[0] if command else None) == chosen
