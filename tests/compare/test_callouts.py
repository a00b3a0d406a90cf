"""What must not be missed among the changes: cases of numbers, negations, names and moved words."""

from __future__ import annotations

import pytest

from reader.compare.callouts import callouts
from reader.compare.changes import edits
from reader.text.spans import Span

Seen = tuple[list[tuple[str, str]], list[tuple[str, str, str]]]


def seen(one: str, two: str) -> Seen:
    """The moved words on both sides, and the alerts with their words."""
    moves, alerts = callouts(one, two, edits(one, Span(0, len(one)), two, Span(0, len(two))))
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
        ("in town Mayor Smith sang", "in town Mayor Jones sang", [("name", "Smith", "Jones")]),
        ("Smith sang of the sea", "Jones sang of the sea", []),
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
