"""Word-level edits: what a person would mark, and that they tile both places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.compare.alignment import common_blocks
from reader.compare.changes import edits, printed_words, read_alike, side_of
from reader.compare.comparison import Edit
from reader.text.spans import Span

FINED = "the regulator fined the bank for hiding losses in its branch"


def whole(text: str) -> Span:
    words = printed_words(text, Span(0, len(text)))
    return Span(words[0].start, words[-1].end) if words else Span(0, len(text))


def steps(one: str, two: str) -> tuple[Edit, ...]:
    return edits(side_of(one, whole(one)), side_of(two, whole(two)))


def read(one: str, two: str) -> list[tuple[str, str, str]]:
    return [(e.op, one[e.against_start : e.against_end], two[e.start : e.end]) for e in steps(one, two)]


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        (
            "it will pay nine crowns in May",
            "it will pay ten crowns in May",
            [
                ("equal", "it will pay ", "it will pay "),
                ("replace", "nine", "ten"),
                ("equal", " crowns in May", " crowns in May"),
            ],
        ),
        (
            "it will pay nine crowns",
            "it will not pay nine crowns",
            [
                ("equal", "it will ", "it will "),
                ("insert", "", "not "),
                ("equal", "pay nine crowns", "pay nine crowns"),
            ],
        ),
        (
            "it will not pay at all",
            "it will pay at all",
            [("equal", "it will ", "it will "), ("delete", "not ", ""), ("equal", "pay at all", "pay at all")],
        ),
        (
            "deliver on the promise of AGI",
            "deliver on the promise of artificial general intelligence",
            [
                ("equal", "deliver on the promise of ", "deliver on the promise of "),
                ("replace", "AGI", "artificial general intelligence"),
            ],
        ),
        (
            "a well-known pilot left",
            "a well-loved pilot left",
            [("equal", "a ", "a "), ("replace", "well-known", "well-loved"), ("equal", " pilot left", " pilot left")],
        ),
        (
            "the mayor opened a bridge to traffic",
            "the mayor closed the road to traffic",
            [
                ("equal", "the mayor ", "the mayor "),
                ("replace", "opened a bridge", "closed the road"),
                ("equal", " to traffic", " to traffic"),
            ],
        ),
        (
            "they shut schools and harbours early",
            "they shut markets and stations early",
            [
                ("equal", "they shut ", "they shut "),
                ("replace", "schools and harbours", "markets and stations"),
                ("equal", " early", " early"),
            ],
        ),
        (
            "first, we rest — then go",
            "first we rest, then leave",
            [("equal", "first, we rest — then ", "first we rest, then "), ("replace", "go", "leave")],
        ),
        (
            "they won 3–2 at home",
            "they won 3–1 at home",
            [("equal", "they won ", "they won "), ("replace", "3–2", "3–1"), ("equal", " at home", " at home")],
        ),
        (
            "it raised $5m then",
            "it raised $5bn then",
            [("equal", "it raised ", "it raised "), ("replace", "$5m", "$5bn"), ("equal", " then", " then")],
        ),
        (
            "it opens on July 15 in town",
            "it opens on 15th July in town",
            [
                ("equal", "it opens on ", "it opens on "),
                ("replace", "July 15", "15th July"),
                ("equal", " in town", " in town"),
            ],
        ),
        (
            "with frostbite, hunger and a mast",
            "with hunger, frostbite and a mast",
            [
                ("equal", "with ", "with "),
                ("replace", "frostbite, hunger", "hunger, frostbite"),
                ("equal", " and a mast", " and a mast"),
            ],
        ),
        (
            "they found a boat on the beach",
            "they found a drill, a boat on the beach",
            [
                ("equal", "they found ", "they found "),
                ("insert", "", "a drill, "),
                ("equal", "a boat on the beach", "a boat on the beach"),
            ],
        ),
        (
            "it pays $20 billion now",
            "it pays $20 billion (£13 billion) now",
            [
                ("equal", "it pays $20 billion ", "it pays $20 billion "),
                ("insert", "", "(£13 billion) "),
                ("equal", "now", "now"),
            ],
        ),
        (
            "the regulator fined it",
            "in the summer of last year the regulator fined it",
            [
                ("insert", "", "in the summer of last year "),
                ("equal", "the regulator fined it", "the regulator fined it"),
            ],
        ),
        (
            f"{FINED} in the summer of last year",
            f"in the summer of last year {FINED}",
            [
                ("insert", "", "in the summer of last year "),
                ("equal", FINED + " ", FINED),
                ("delete", "in the summer of last year", ""),
            ],
        ),
        (
            "we will rebuild it",
            "we [the state] will rebuild it",
            [("equal", "we ", "we "), ("insert", "", "[the state] "), ("equal", "will rebuild it", "will rebuild it")],
        ),
    ],
)
def test_edits_are_what_a_person_would_mark(one: str, two: str, expected: list[tuple[str, str, str]]) -> None:
    assert read(one, two) == expected


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("a large-scale plan", "a large scale plan"),
        ("they co-operate", "they cooperate"),
        ("“It’s here”", "It's here"),
        ("Café at 1,000 metres", "CAFE at 1000 metres"),
        ("one – two", "one, two"),
        ("some 1 000 boats", "some 1,000 boats"),
        ("the port of Tromsø", "the port of Tromso"),
    ],
)
def test_marks_case_hyphens_and_accents_are_no_change(one: str, two: str) -> None:
    assert [edit.op for edit in steps(one, two)] == ["equal"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("rose 3.5 percent", "rose 35 percent"),
        ("the company's ships", "the companies ships"),
        ("1,000 boats", "10,000 boats"),
        ("3 5 boats", "35 boats"),
        ("plans for it", "plan for it"),
        ("about 300°C", "about 300°F"),
        ("at 3:30 now", "at 33:0 now"),
    ],
)
def test_changed_figures_and_endings_are_changes(one: str, two: str) -> None:
    assert not read_alike(printed_words(one, Span(0, len(one))), printed_words(two, Span(0, len(two))))
    assert {edit.op for edit in steps(one, two)} != {"equal"}


WORDS = st.sampled_from(["the", "of", "harbour", "bridge", "well-known", "ferry", "3.5", "nine", "n’t"])
GAPS = st.sampled_from([" ", ", ", " — ", "\u00a0", ". "])


@st.composite
def sentences(draw: st.DrawFn) -> str:
    out = ""
    for word in draw(st.lists(WORDS, min_size=1, max_size=14)):
        out += (draw(GAPS) if out else "") + word
    return out


@given(sentences(), sentences())
def test_edits_tile_both_places(one: str, two: str) -> None:
    found = steps(one, two)
    against, span = whole(one), whole(two)
    assert (found[0].against_start, found[0].start) == (against.start, span.start)
    assert (found[-1].against_end, found[-1].end) == (against.end, span.end)
    for before, after in zip(found, found[1:], strict=False):
        assert (before.against_end, before.end) == (after.against_start, after.start)
        assert before.op == "equal" or after.op == "equal"


@given(sentences(), sentences())
def test_an_edit_is_what_its_name_says(one: str, two: str) -> None:
    for edit in steps(one, two):
        left = printed_words(one, Span(edit.against_start, edit.against_end))
        right = printed_words(two, Span(edit.start, edit.end))
        if edit.op == "equal":
            assert read_alike(left, right)
        elif edit.op == "insert":
            assert edit.against_start == edit.against_end
            assert right
        elif edit.op == "delete":
            assert edit.start == edit.end
            assert left
        else:
            assert left
            assert right


@given(st.lists(st.integers(0, 5)), st.lists(st.integers(0, 5)))
def test_common_blocks_are_equal_and_in_order(a: list[int], b: list[int]) -> None:
    end_a = end_b = 0
    for block in common_blocks(a, b):
        assert block.a >= end_a
        assert block.b >= end_b
        assert a[block.a : block.a + block.length] == b[block.b : block.b + block.length]
        end_a, end_b = block.a + block.length, block.b + block.length


def test_long_stretches_are_aligned_by_pins() -> None:
    a = list(range(5000))
    b = [*range(2000), -1, -2, *range(2100, 5000), -3]
    assert sum(block.length for block in common_blocks(a, b)) == 4900
    assert common_blocks([7] * 3000, [8] * 3000) == []


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("cost 3 000 000 crowns", ["cost", "3000000", "crowns"]),
        ("000 crowns", ["crowns"]),  # a number that is cut is none
        ("crowns", ["crowns"]),
        ("They cost 3", ["they", "cost"]),
        (" ", []),
    ],
)
def test_the_words_of_a_part_are_those_that_lie_in_it_whole(part: str, words: list[str]) -> None:
    text = "They cost 3 000 000 crowns"
    start = text.index(part) if part != "000 crowns" else text.rindex(part)
    found = side_of(text, whole(text)).within(Span(start, start + len(part)))
    assert [word.letters for word in found] == words
