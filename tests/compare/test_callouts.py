"""What must not be missed among the changes: cases of numbers, negations, names and moved words."""

from __future__ import annotations

import pytest

from reader.compare.callouts import callouts
from reader.compare.changes import edits
from reader.compare.comparison import Edit
from reader.text.spans import Span

Seen = tuple[list[tuple[str, str]], list[tuple[str, str, str]]]


def changed(one: str, two: str) -> tuple[Edit, ...]:
    return edits(one, Span(0, len(one)), two, Span(0, len(two)))


def seen(one: str, two: str) -> Seen:
    """The moved words on both sides, and the alerts with their words."""
    moves, alerts = callouts(one, two, changed(one, two))
    return (
        [(one[m.against_start : m.against_end], two[m.start : m.end]) for m in moves],
        [(a.kind, one[a.against_start : a.against_end], two[a.start : a.end]) for a in alerts],
    )


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("it pays nine crowns in May", "it pays ten crowns in May", [("number", "nine", "ten")]),
        ("it pays nine crowns in May", "it pays 9 crowns in May", []),
        ("it rose 3.5 percent", "it rose 5.3 percent", [("number", "3.5", "5.3")]),
        ("a 50-year lease", "a 60-year lease", [("number", "50", "60")]),
        ("a $1 billion plan", "a $1 million plan", [("number", "billion", "million")]),
        ("in 2019 the ferry sank", "the ferry sank", [("number", "2019", "")]),
        ("one of the ships sank", "some of the ships sank", []),
        ("it will not pay", "it will pay", [("negation", "not", "")]),
        ("it will pay", "it will never pay", [("negation", "", "never")]),
        ("it isn’t over", "it is not over", []),
        ("it won't sink", "it will sink", [("negation", "won't", "")]),
        ("a $3.5 million plan", "a €3.5 million plan", [("number", "$3.5", "€3.5")]),
        ("a $3,500,000 plan", "a $3.5 million plan", []),
        ("a $3.5 million plan", "a 3.5 million dollar plan", []),
        ("it took 25 hours", "it took twenty-five hours", []),
        ("it took 25 hours", "it took twenty-six hours", [("number", "25", "twenty-six")]),
        ("a third tram came", "a second tram came", [("number", "third", "second")]),
        ("first the tram came", "the tram came", []),
        ("at 8pm it sank", "at 9pm it sank", [("number", "8pm", "9pm")]),
        ("he could hardly see", "he could see", [("negation", "hardly", "")]),
        ("it opens in May every year", "it opens in June every year", [("name", "May", "June")]),
        ("the United States sings", "the U.S. sings", []),
        ("so the United Nations asked", "so the UN asked", []),
        ("Anna Berg sang of the sea", "Hanna Berg sang of the sea", [("name", "Anna", "Hanna")]),
        ("in town Mayor Smith sang", "in town Mayor Jones sang", [("name", "Smith", "Jones")]),
        ("Yesterday we sang of the sea", "Today we sang of the sea", []),
        ("the promise of AGI is old", "the promise of artificial general intelligence is old", []),
        ("the ferry, which carries 300 people a day, will sail", "the ferry will sail", []),
    ],
)
def test_what_is_called_out(one: str, two: str, expected: list[tuple[str, str, str]]) -> None:
    assert seen(one, two)[1] == expected


def test_a_clause_at_another_place_is_moved_and_nothing_in_it_is_called_out() -> None:
    moved, alerts = seen("In May 2019 the mayor opened the bridge", "the mayor opened the bridge in May 2019")
    assert moved == [("In May 2019", "in May 2019")]
    assert alerts == []


def test_of_two_clauses_that_change_places_one_has_moved() -> None:
    moved, _ = seen(
        "we will rebuild the granite quay and then sell the rusty ferry",
        "we will sell the rusty ferry and then rebuild the granite quay",
    )
    assert moved == [("sell the rusty ferry",) * 2]


def test_a_single_little_word_at_another_place_has_not_moved() -> None:
    assert seen("also the ferry sank", "the ferry sank also")[0] == []


def test_what_is_equal_calls_nothing_out() -> None:
    assert seen("Nine men, no boat", "nine men – no boat") == ([], [])


def test_the_rest_of_a_hyphenated_word_that_changed_has_not_moved() -> None:
    moved, alerts = seen("a 200-year-old cannon", "a 300-year-old cannon")
    assert moved == []
    assert alerts == [("number", "200", "300")]


def test_percent_signs_and_currencies_are_read() -> None:
    assert seen("rose by 4 per cent last year", "rose by 4% last year") == ([], [])
    assert [edit.op for edit in changed("it costs $4 now", "it costs €4 now")] == ["equal", "replace", "equal"]
    assert [edit.op for edit in changed("rose by 4% last year", "rose by 4 last year")] == ["equal", "delete", "equal"]
