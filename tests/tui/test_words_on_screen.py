"""Values as words and lines: particulars, entries, hits, the matrix, passages, what is said where nothing is shared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles.article import Particulars
from reader.compare.comparison import Comparison, NearMiss
from reader.library.everywhere import FoundIn
from reader.library.shelf import Shelf, Unread
from reader.text.find import Query
from reader.text.spans import Span
from reader.tui import commands
from reader.tui.own_keys import remapped
from reader.tui.render.entries import ROWS, BestMatch, Flags, article_entry, heading_line
from reader.tui.render.found import found_entry
from reader.tui.render.hits import Hits
from reader.tui.render.line import Piece, cells, whole
from reader.tui.render.matrix import Cell, Grid
from reader.tui.render.nothing import nothing_shared
from reader.tui.render.notices import notice_lines
from reader.tui.render.particulars import (
    counted,
    day_shown,
    file_name,
    particulars_line,
    percent,
    reading_time,
    short_name,
    title_of,
    written_date,
)
from reader.tui.render.passages import passage_words
from reader.tui.render.sheet import sheet
from tests.tui.passages import altered, plain, verbatim
from tests.tui.shelf import DISPATCH, GARDEN, HERALD, OFFICE, UNDATED, article, story, with_furniture

NOWHERE = "a.txt"


# Particulars


@pytest.mark.parametrize(
    ("value", "words"),
    [(0, "0 %"), (0.2, "<1 %"), (1, "1 %"), (41.4, "41 %"), (99.4, "99 %"), (99.7, "99 %"), (100, "100 %")],
)
def test_a_share_hides_nothing_by_rounding(value: float, words: str) -> None:
    assert percent(value) == words


@pytest.mark.parametrize(
    ("iso", "words", "short"),
    [
        ("2031-04-09", "9 April 2031", "9 Apr 2031"),
        ("2031-04-09T10:00", "9 April 2031", "9 Apr 2031"),
        (None, "", ""),
        ("spring\x1b", "spring␛", "spring␛"),
    ],
)
def test_a_date_is_written_out(iso: str | None, words: str, short: str) -> None:
    assert (written_date(iso), written_date(iso, short=True)) == (words, short)


@pytest.mark.parametrize(
    ("known", "shown"),
    [
        (Particulars(published="2031-04-09"), "9 Apr 2031"),
        (Particulars(published="2031-04-09", published_guessed=True), "9 Apr 2031?"),
        (Particulars(published_guessed=True), ""),
    ],
)
def test_a_day_that_is_a_guess_has_a_question_mark(known: Particulars, shown: str) -> None:
    assert day_shown(known, short=True) == shown


def test_counts_and_times() -> None:
    assert [counted(n, "word") for n in (0, 1, 1234)] == ["0 words", "1 word", "1,234 words"]
    assert counted(2, "entry", "entries") == "2 entries"
    assert [reading_time(n) for n in (0, 230, 1000)] == ["1 min", "1 min", "4 min"]


@pytest.mark.parametrize(
    ("path", "file", "short"),
    [
        ("stories/harbour.txt", "harbour.txt", "harbour"),
        ("c:\\stories\\harbour.txt", "harbour.txt", "harbour"),
        ("-", "standard input", "standard input"),
        ("017_9f8e7d6c5b4a.txt", "017_9f8e7d6c5b4a.txt", "017"),
        ("017_a.txt", "017_a.txt", "017_a"),
        ("a\x1b]0;b\x07.txt", "a␛]0;b␇.txt", "a␛]0;b␇"),
    ],
)
def test_an_article_without_an_outlet_goes_by_its_file(path: str, file: str, short: str) -> None:
    one = article(UNDATED, path, markdown=False)
    assert (file_name(one), short_name(one)) == (file, short)


def test_what_is_known_stands_over_the_text_and_nothing_else() -> None:
    assert plain(particulars_line(article(HERALD, NOWHERE))) == (
        "Orrin Herald · Tamsin Vale · 9 April 2031 · 135 words · 1 min"
    )
    assert plain(particulars_line(article(UNDATED, NOWHERE, markdown=False))) == "a.txt · 34 words · 1 min"
    assert "press release" in plain(particulars_line(article(OFFICE, NOWHERE)))


def test_a_title_is_one_clean_line() -> None:
    hostile = article('---\ntitle: "a [bold]b[/] \\e[2J c"\n---\n\nWords.\n', NOWHERE)
    assert title_of(hostile) == "a [bold]b[/] ␛[2J c"


# The sheet


def test_the_text_that_is_set_is_the_cleaned_twin_of_the_same_length() -> None:
    text = "A \x1b[31mred\x1b[0m line\nand\x00 another\u202e one."
    made = sheet(article(text, NOWHERE, markdown=False))
    assert len(made.display) == len(text)
    assert made.display == "A ␛[31mred␛[0m line and␀ another⸮ one."


def test_furniture_is_folded_to_a_line_that_says_how_much_until_it_is_shown() -> None:
    one = with_furniture("The lamp\n\nOne.\n\nSign up\nnow.\n\nTwo.", "Sign up", "now.")
    labels = [unit.label for unit in sheet(one).units if unit.label]
    assert labels == ["⋯ 2 lines folded · newsletter"]
    assert not any(unit.label for unit in sheet(one, shows_furniture=True).units)


def test_front_matter_is_not_set() -> None:
    made = sheet(article(HERALD, NOWHERE))
    assert all("outlet:" not in made.display[unit.start : unit.end] for unit in made.units)


# Entries


NOTHING_DONE = Flags()


def entry(text: str, flags: Flags = NOTHING_DONE, best: BestMatch | None = None, width: int = 36) -> list[str]:
    return [plain(line) for line in article_entry(article(text, "some/file.txt"), flags, best, width)]


def test_an_entry_says_title_outlet_date_words_and_best_match() -> None:
    first, second, third = entry(HERALD, Flags(True, True, "B"), BestMatch("Dispatch", 39.2), 60)
    assert first.split() == ["●★B", *["Lamp", "of", "Orrin", "Head", "goes", "dark", "in", "May"]]
    assert second.strip() == "Orrin Herald · 9 Apr 2031"
    assert third.split() == ["135", "words", "≈39%", "Dispatch"]


def test_an_entry_is_blank_where_nothing_is_known() -> None:
    first, second, third = entry("Words alone.", Flags(False))
    assert first.strip() == "Words alone."
    assert second.strip() == "file.txt"
    assert third.strip() == "2 words"


@given(st.integers(20, 72), st.sampled_from([HERALD, OFFICE, UNDATED]))
def test_no_row_of_an_entry_is_wider_than_the_list(width: int, text: str) -> None:
    lines = article_entry(article(text, "f.md"), Flags(True, True, "12"), BestMatch("A very long outlet", 100), width)
    assert len(lines) == ROWS
    assert all(cells(line) <= width + 1 for line in lines)


@pytest.mark.parametrize("width", [20, 40, 60, 100])
@pytest.mark.parametrize("is_open", [True, False])
def test_what_was_found_says_where_and_lights_the_words(width: int, is_open: bool) -> None:
    found = FoundIn("", (Span(4, 8),), 0, (("the ", False), ("lamp", True), (" burned", False)))
    where, around = found_entry(article(HERALD, NOWHERE), found, "7 hits", width, is_open=is_open)
    assert plain(where).startswith(" ▸ " if is_open else "   ")
    assert cells(where) == width
    assert [piece.text for piece in around if "hit" in piece.roles] == ["lamp"]
    if width >= 60:
        assert "Orrin Herald · Lamp of" in plain(where)
        assert plain(where).rstrip().endswith("7 hits")
    assert ("9 Apr 2031" in plain(where)) == (width >= 70)


# Hits


SPANS = (Span(5, 9), Span(20, 24), Span(60, 64))


@pytest.mark.parametrize(("place", "label"), [(0, "1/3"), (5, "1/3"), (6, "2/3"), (60, "3/3"), (61, "1/3")])
def test_the_first_hit_is_the_next_from_where_one_is(place: int, label: str) -> None:
    assert Hits(Query("lamp"), SPANS).from_place(place).label() == label


def test_stepping_goes_round_both_ends() -> None:
    hits = Hits(Query("lamp"), SPANS, 2)
    assert hits.stepped(1).label() == "1/3"
    assert hits.stepped(1).stepped(-1).label() == "3/3"
    assert Hits(Query("lamp")).stepped(1).now is None


def test_the_label_says_what_went_wrong() -> None:
    assert Hits(Query("")).label() == ""
    assert Hits(Query("lamp")).from_place(3).label() == "no hit"
    assert Hits(Query("("), problem="This is no pattern").label() == "!"
    assert Hits(Query("x"), SPANS, 0, "stopped").label() == "1/3"


# The matrix


GRID = Grid(
    ("Herald", "Dispatch", "漢字新聞"),
    {(0, 1): Cell(53, 39.3), (1, 0): Cell(73, 72.2), (0, 2): Cell(0, 0), (2, 0): Cell(0, 0)},
)


def test_a_row_says_shares_dots_and_what_is_not_known() -> None:
    assert plain(GRID.row(0, 80, 0, None)).split() == ["1", "Herald", "39", "%", "53w", "·"]
    assert plain(GRID.row(1, 80, 0, None)).split() == ["2", "Dispatch", "72", "%", "73w", "…"]


def test_the_cell_of_the_cursor_is_lit() -> None:
    assert [piece.text.split() for piece in GRID.row(0, 80, 0, 1) if "hit-now" in piece.roles] == [["39", "%", "53w"]]
    assert not any("hit-now" in piece.roles for piece in GRID.row(0, 80, 0, None))


def test_a_pair_in_words() -> None:
    assert GRID.sentence(0, 1) == "39 % of Herald is in Dispatch (53 words), 72 % of Dispatch is in Herald"
    assert "share no passage" in GRID.sentence(0, 2)
    assert GRID.sentence(1, 2) == "matching …"
    assert "another column" in GRID.sentence(1, 1)


@given(st.integers(20, 200), st.integers(1, 30), st.integers(0, 29))
def test_every_line_of_a_matrix_is_exactly_as_wide_as_it(width: int, count: int, first: int) -> None:
    grid = Grid([f"outlet 漢 {n}" for n in range(count)], {(0, 1): Cell(1234, 99.9)})
    assert cells(grid.header(width, first, 1)) == width
    assert cells(grid.row(0, width, first, 1)) == width


# Passages


def test_a_passage_in_words() -> None:
    texts = ["will burn on and on", "must burn on and on"]
    assert passage_words(verbatim(1, (0, 0, 9), (1, 0, 9))) == "verbatim · 6 words"
    assert passage_words(altered(1, (0, 0, 19), (1, 0, 19)), texts) == "altered: will → must · 6 words"
    assert passage_words(altered(1, (0, 0, 19), (1, 0, 19), voice="quoted"), texts) == (
        "quoted, altered: will → must · 6 words"
    )


# Nothing shared


def lines_about(*texts: str, near: NearMiss | None = None, words: int = 6) -> str:
    articles = [article(text, NOWHERE) for text in texts]
    comparison = Comparison(tuple(a.id for a in articles), near_misses=(near,) if near else ())
    return "\n".join(plain(line) for line in nothing_shared(articles, comparison, words))


def test_where_nothing_is_shared_the_closest_words_and_what_to_do_are_said() -> None:
    at = HERALD.index("every night since")
    said = lines_about(HERALD, GARDEN, near=NearMiss(0, 1, 5, Span(at, at + 28), Span(0, 28)))
    assert "These two share no passage of 6 words or more." in said
    assert "Closest: “every night since the winter” (5 words)" in said
    assert ", allow 5 words   # compare figures   M see all pairs   q back" in said


def test_dates_far_apart_are_remarked_and_near_ones_not() -> None:
    assert "4 years apart: published 9 April 2031 · published 30 September 2027" in lines_about(HERALD, GARDEN)
    assert "apart" not in lines_about(HERALD, DISPATCH)


def test_where_not_even_two_words_agree_no_shorter_passages_are_offered() -> None:
    said = lines_about(HERALD, UNDATED)
    assert "Not even two words" in said
    assert ", allow" not in said


def test_hints_are_keys_of_the_command_table() -> None:
    from reader.tui.commands import Place, commands_at

    near = NearMiss(0, 1, 3, Span(0, 3), Span(0, 3))
    articles = [article(HERALD, NOWHERE), article(GARDEN, NOWHERE)]
    lines = nothing_shared(articles, Comparison(("a", "b"), near_misses=(near,)), 6)
    hinted = {piece.text for line in lines for piece in line if piece.roles == "key"}
    assert hinted <= {key for command in commands_at(Place.COMPARE) for key in command.keys}


def test_keys_of_a_persons_own_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    own, problems = remapped(commands.COMMANDS, {"fewer_words": ["ß"], "back": ["Q"], "help": ["f1"]})
    monkeypatch.setattr(commands, "COMMANDS", own)
    near = NearMiss(0, 1, 3, Span(0, 3), Span(0, 3))
    assert not problems
    assert "ß allow shorter ones" in lines_about(HERALD, GARDEN, near=near)
    assert "Q back" in lines_about(HERALD, GARDEN)
    assert commands.elsewhere("f7", commands.Place.LIST) == "This key does nothing here; f1 lists those that do"


# Notices


def test_what_was_not_opened_is_a_line_with_its_reason() -> None:
    lines = notice_lines(Shelf((), (Unread("a\x1b[2J.md", "is [no] text"),), ("2 passed over",)))
    assert [plain(line).split() for line in lines] == [["a␛[2J.md", "is", "[no]", "text"], [], ["2", "passed", "over"]]
    assert "nothing to tell" in plain(notice_lines(Shelf())[0])


@pytest.mark.parametrize("width", [20, 26, 36, 60, 100])
@pytest.mark.parametrize("best", [None, BestMatch("Coast Dispatch", 41.2)])
@pytest.mark.parametrize("tags", [(), ("lamp",), ("漢字漢字漢字", "to check\x1b", "much else")])
def test_tags_and_notes_leave_room_for_the_best_match(
    width: int, best: BestMatch | None, tags: tuple[str, ...]
) -> None:
    flags = Flags(tags=tags, has_notes=True, news="gone")
    lines = article_entry(story().articles[0], flags, best, width)
    assert all(cells(line) <= width for line in lines)
    facts = plain(lines[2])
    if width >= 26:
        assert "gone" in facts
        assert "✎" in facts
    assert "\x1b" not in facts
    if width >= 36:
        assert ("≈41%" in facts) == (best is not None)
    if width >= 60:
        assert all(tag[:4] in facts for tag in tags[:1])


@pytest.mark.parametrize("width", [4, 12, 36, 80])
@pytest.mark.parametrize("words", ["Orrin Herald", "漢字漢字漢字漢字漢字", ""])
def test_a_heading_fills_its_row(words: str, width: int) -> None:
    assert cells(heading_line(words, 12, width)) == width


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (30, "Gazette · 3 March · 528 words"),
        (28, "Gazette · 3 March"),
        (17, "Gazette · 3 March"),
        (16, "Gazette"),
        (3, "Gazette"),
    ],
)
def test_a_part_that_has_no_room_is_left_out_whole(width: int, expected: str) -> None:
    line = (Piece("Gazette"), Piece(" · 3 March"), Piece(" · 528 words"))
    assert plain(whole(line, width)) == expected
