"""Wordings stacked: what is changed, what is taken away, what stands around, and never a row too wide."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.articles.article import Article
from reader.compare.comparison import Changes, Edit, Occurrence, Passage
from reader.compare.matcher import Matcher
from reader.compare.statements import shared_quotations
from reader.text.spans import Span
from reader.tui.render.line import Line, Piece, cells
from reader.tui.render.wordings import (
    AROUND,
    CARET,
    Wording,
    wording_lines,
    wordings_of_passage,
    wordings_of_quotation,
)
from tests.tui.passages import plain
from tests.tui.shelf import article

TEXT = "One\n\nOn Monday Ines Brack said: “The tide owes nobody anything at all.” Then she shut the lock.\n"


def page(text: str) -> Article:
    return article(text, "a.txt", markdown=False)


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def shown(wording: Wording, text: str, width: int = 200) -> list[str]:
    """The rows of the words, without the row over them and the one below."""
    lines = wording_lines(wording, page(text), "Quay Post", width)
    assert lines[-1] == ()
    return [plain(line).rstrip() for line in lines[1:-1]]


def having(lines: list[Line], *roles: str, without: str = "") -> str:
    """The words that have all these roles; one blank where a row ends."""
    rows = [
        "".join(
            piece.text
            for piece in line
            if set(roles) <= set(piece.roles.split()) and not (without and without in piece.roles.split())
        )
        for line in lines[1:]
    ]
    return " ".join(" ".join(rows).split())


def of(text: str, *words: str, changed: tuple[str, ...] = (), missing: tuple[str, ...] = ()) -> Wording:
    """A wording whose parts, changed words, and words before which some are missing are found in the text."""
    return Wording(
        0,
        tuple(at(text, each) for each in words),
        (Piece("about"),),
        tuple(at(text, each) for each in changed),
        tuple(at(text, each).start for each in missing),
    )


# One wording


def test_a_line_says_whose_then_come_the_words_with_what_stands_around() -> None:
    lines = wording_lines(of(TEXT, "The tide owes nobody anything at all."), page(TEXT), "Quay Post", 200)
    assert [plain(line).rstrip() for line in lines] == [
        "  Quay Post  about",
        "    On Monday Ines Brack said: “The tide owes nobody anything at all.” Then she shut the lock.",
        "",
    ]
    assert having(lines, "dim") == "On Monday Ines Brack said: “” Then she shut the lock."
    assert having(lines, "quotation") == "The tide owes nobody anything at all."


def test_changed_words_are_marked_inside_quotation_marks_and_outside() -> None:
    lines = wording_lines(
        of(TEXT, "Ines Brack said: “The tide owes nobody", changed=("Ines ", " nobody")), page(TEXT), "Q", 200
    )
    assert having(lines, "changed", "quotation") == "nobody"
    assert having(lines, "changed", without="quotation") == "Ines"
    assert having(lines, "quotation") == "The tide owes nobody"
    assert having(lines, "dim") == "On Monday anything at all.” Then she shut the lock."


def test_changed_blanks_are_no_change() -> None:
    lines = wording_lines(of(TEXT, "The tide owes", changed=(" ",)), page(TEXT), "Q", 200)
    assert having(lines, "changed") == ""


def test_a_caret_stands_where_words_are_missing() -> None:
    (row,) = shown(of(TEXT, "The tide owes nobody anything", missing=("owes", "nobody")), TEXT)
    assert row.strip() == (
        f"On Monday Ines Brack said: “The tide {CARET}owes {CARET}nobody anything at all.” Then she shut the lock."
    )


def test_two_that_are_missing_at_one_place_are_two_carets() -> None:
    (row,) = shown(of(TEXT, "The tide owes", missing=("owes", "owes")), TEXT)
    assert f"tide {CARET}{CARET}owes" in row


def test_a_caret_at_the_ends_of_the_words() -> None:
    (row,) = shown(of(TEXT, "The tide owes", missing=("The tide", " nobody")), TEXT)
    assert f"“{CARET}The tide owes{CARET} nobody" in row


def test_a_caret_stands_at_the_beginning_of_a_row() -> None:
    rows = shown(of(TEXT, "The tide owes", missing=("owes",)), TEXT, 45)
    assert any(row.startswith(f"    {CARET}owes") or f" {CARET}owes" in row for row in rows)
    assert sum(row.count(CARET) for row in rows) == 1


def test_a_caret_at_the_end_of_the_text_is_not_lost() -> None:
    text = "The tide owes nobody anything"
    wording = Wording(0, (Span(0, len(text)),), (), (), (len(text),))
    assert shown(wording, text) == [f"    {text}{CARET}"]


def test_no_caret_is_lost_at_the_end_of_a_row() -> None:
    text = "The tide owes nobody anything at all and the lock keeper owes it less than that"
    places = tuple(n for n, character in enumerate(text) if character == " ")
    for width in range(16, 60):
        rows = shown(Wording(0, (Span(0, len(text)),), (), (), places), text, width)
        assert sum(row.count(CARET) for row in rows) == len(places)


def test_a_caret_before_any_word_is_in_one_row_at_every_width() -> None:
    text = "The tide owes nobody anything at all and the lock keeper owes it less than that"
    places = tuple(n for n in range(len(text)) if n == 0 or text[n - 1] == " ")
    for width in range(20, 60):
        rows = shown(Wording(0, (Span(0, len(text)),), (), (), places), text, width)
        assert " ".join(row.strip() for row in rows) == " ".join(CARET + word for word in text.split())
        assert all(len(row) <= width - 2 for row in rows)


def test_segments_are_bright_and_what_stands_between_them_is_dim() -> None:
    text = "“We wait,” said Ines Brack, “and then we wait again,” and shut the lock."
    lines = wording_lines(of(text, "We wait,", "and then we wait again,"), page(text), "Q", 200)
    assert having(lines, "dim") == "“” said Ines Brack, “” and shut the lock."
    assert having(lines, "quotation") == "We wait,and then we wait again,"


def test_what_lies_between_paragraphs_is_blank() -> None:
    text = "“The bar is shut.\n\n“It was shut on Monday,” said Ines Brack."
    lines = wording_lines(of(text, "The bar is shut.", "It was shut on Monday,"), page(text), "Q", 200)
    assert having(lines, "quotation") == "The bar is shut.It was shut on Monday,"
    assert having(lines, "dim") == "“ “” said Ines Brack."


def test_words_over_several_paragraphs_run_on() -> None:
    text = "“The bar is shut.\n\n“It was shut on Monday too,” said Ines Brack.\n\nAnother matter."
    (row,) = shown(of(text, "The bar is shut.", "It was shut on Monday too,"), text)
    assert row == "    “The bar is shut.  “It was shut on Monday too,” said Ines Brack."


@pytest.mark.parametrize(
    ("before", "after", "lead", "tail"),
    [
        ("", "", "    ", ""),
        ("Short words before. ", " Short words after.", "    ", ""),
        ("word " * 60, "", "  … ", ""),
        ("", " word" * 60, "    ", " …"),
        ("Heading\n\n", "\n\nMore", "    ", ""),
        ("x" * 300, "", "  … ", ""),
        ("Heading\n\n" + "word " * 60, " word" * 60 + "\n\nMore", "  … ", " …"),
    ],
)
def test_what_is_cut_off_is_shown_by_dots(before: str, after: str, lead: str, tail: str) -> None:
    text = f"{before}The tide owes nobody{after}"
    start = len(before)
    (row,) = shown(Wording(0, (Span(start, start + 20),), ()), text, 1000)
    assert row.startswith(lead)
    assert row.startswith("  …") == (lead == "  … ")
    assert row.endswith(" …") == bool(tail)
    assert "Heading" not in row
    assert "More" not in row
    assert len(row) <= 20 + 2 * AROUND + 6


@pytest.mark.parametrize("width", [20, 30, 45, 60, 100])
def test_the_rows_hold_all_the_words_and_are_never_too_wide(width: int) -> None:
    rows = shown(of(TEXT, "The tide owes nobody", missing=("tide", "nobody")), TEXT, width)
    assert all(len(row) <= width for row in rows)
    words = " ".join(row.strip() for row in rows).replace(CARET, "")
    assert words == "On Monday Ines Brack said: “The tide owes nobody anything at all.” Then she shut the lock."


_LETTERS = st.text(st.sampled_from("ab é東🌉ｶ\u0301\u200d\n‘”\x1b\u202e\t"), min_size=1, max_size=120)


@given(_LETTERS, st.integers(10, 60), st.data())
@example("東京" * 30, 12, None)
def test_rows_are_never_wider_than_the_width(text: str, width: int, data: st.DataObject | None) -> None:
    place = st.integers(0, len(text))
    start, end = sorted((data.draw(place), data.draw(place))) if data else (2, len(text))
    missing = tuple(sorted(data.draw(st.lists(place, max_size=5, unique=True)))) if data else (4, 10)
    inside = tuple(each for each in missing if start <= each < end)
    one = page(text)
    if end > len(one.text):
        return
    lines = wording_lines(Wording(0, (Span(start, end),), (), (), inside), one, "Q", width)
    for line in lines[1:]:
        assert cells(line) <= width, (plain(line), width)
        assert not any(character in plain(line) for character in "\x1b\u202e\t\n")


# Of a quotation


def said(*texts: str) -> tuple[list[Article], list[Wording]]:
    articles = [page(text) for text in texts]
    (quotation,) = shared_quotations(articles)
    return articles, wordings_of_quotation(quotation)


FULL = "“The tide owes nobody anything and the lock will open on Monday at noon,” said Ines Brack.\n"
CUT = "Earlier, “the lock will open on Monday at noon,” said Ines Brack to all who asked.\n"
OTHER = "“The tide owes nobody anything and the lock will open on Friday at noon,” said Otto Lund.\n"


def test_the_fullest_wording_is_the_first() -> None:
    articles, wordings = said(CUT, FULL, OTHER)
    assert [wording.article for wording in wordings] == [1, 0, 2]
    assert plain(wordings[0].about) == "fullest wording · Ines Brack"
    assert plain(wordings[1].about).startswith("cut short")
    assert "reworded" in plain(wordings[2].about)
    assert "other speaker" in plain(wordings[2].about)
    assert plain(wordings[2].about).endswith("· Otto Lund")
    assert not wordings[0].changed
    assert not wordings[0].missing
    lines = wording_lines(wordings[2], articles[2], "Q", 100)
    assert having(lines, "changed", "quotation") == "Friday"


def test_a_caret_stands_where_a_quotation_was_cut() -> None:
    articles, wordings = said(CUT, FULL)
    rows = [plain(line) for line in wording_lines(wordings[1], articles[0], "Q", 120)]
    assert any(f"“{CARET}the lock will open on Monday at noon,”" in row for row in rows)


def test_a_caret_stands_where_a_quotation_without_its_closing_mark_was_cut() -> None:
    articles, wordings = said(
        FULL, "Ines Brack said: “The tide owes nobody anything and the lock will open\n\nThe end.\n"
    )
    assert wordings[1].missing
    assert any(CARET in plain(line) for line in wording_lines(wordings[1], articles[1], "Q", 120))


# Of a passage

ONE = "The lamp\n\nThe brass lamp burned every night since the long winter without a keeper asleep.\n"
TWO = "A light\n\nThe brass lamp burned each night since the winter without any keeper asleep.\n"


def passage(*voices: str | None) -> Passage:
    words = [at(text, text.split("\n\n")[1].rstrip()) for text in (ONE, ONE, TWO)]
    places = tuple(Occurrence(n, *span, voice) for n, (span, voice) in enumerate(zip(words, voices, strict=True)))  # type: ignore[arg-type]
    same = Edit("equal", *words[0], *words[1])
    night, gone = at(TWO, "each"), at(TWO, "winter").start
    edits = (
        Edit("equal", words[0].start, words[0].start, words[2].start, night.start),
        Edit("replace", *at(ONE, "every"), *night),
        Edit("delete", *at(ONE, "long "), gone, gone),
    )
    return Passage(1, "altered", 12, 12.0, places, (Changes(1, 0, (same,)), Changes(2, 0, edits)))


def test_every_place_of_a_passage_is_held_against_the_first() -> None:
    wordings = wordings_of_passage(passage(None, None, None))
    assert [plain(wording.about) for wording in wordings] == [
        "what the others are held against", "the same words", "altered",
    ]  # fmt: skip
    assert [wording.changed for wording in wordings] == [(), (), (at(TWO, "each"),)]
    (row,) = shown(wordings[2], TWO)
    assert f"since the {CARET}winter" in row


def test_the_voice_is_written_where_it_is_known() -> None:
    about = [plain(wording.about) for wording in wordings_of_passage(passage("own", None, "attributed"))]
    assert about == ["what the others are held against · own", "the same words", "altered · attributed"]


def test_wordings_of_what_the_engine_finds_mark_what_differs() -> None:
    articles = [page(ONE), page(TWO)]
    (found,) = Matcher().compare(articles).passages
    second = wordings_of_passage(found)[1]
    lines = wording_lines(second, articles[1], "Q", 120)
    assert having(lines, "changed") == f"each {CARET}any".replace(" ", "")
    assert having(lines, "changed", without="quotation") == having(lines, "changed")
