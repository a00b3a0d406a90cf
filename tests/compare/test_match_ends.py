"""What belongs to a passage beyond the words that agree: clauses that moved, and words at its ends that turn it."""

from __future__ import annotations

import pytest

from reader.compare.matcher import compare
from tests.compare.conftest import article

LAW = "the regulator fined the bank for hiding losses in its Asian branch"
HOMES = "homes were destroyed on the slopes above the reservoir by the landslide"


def found(one: str, two: str) -> list[tuple[str, str]]:
    """The words of each passage, in both."""
    a = article(f"Something else comes first here.\n\n{one}. Nothing else is told of it.", name="a")
    b = article(f"Quite another beginning stands before it. {two}.\n\nSo it ends, with laundry.", name="b")
    return [
        (a.text[p.occurrences[0].start : p.occurrences[0].end], b.text[p.occurrences[1].start : p.occurrences[1].end])
        for p in compare((a, b)).passages
    ]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (f"In the summer of last year {LAW}", f"{LAW} in the summer of last year"),
        (f"{LAW}, although its auditors had warned it twice", f"Although its auditors had warned it twice, {LAW}"),
        (f"According to people familiar with the matter, {LAW}", f"{LAW}, people familiar with the matter said"),
        (
            "The comet will be visible to the naked eye and pass within 45 million kilometres of the earth",
            "The comet will pass within 45 million kilometres of the earth and be visible to the naked eye",
        ),
        (
            "The firm's chief executive, Maria Keller, resigned on Tuesday over the handling of the breach",
            "Maria Keller, the firm's chief executive, resigned on Tuesday over the handling of the breach",
        ),
        (
            "Police in Turin arrested eight Juventus supporters after the match on Saturday night",
            "Eight Juventus supporters were arrested by police in Turin after the match on Saturday night",
        ),
    ],
)
def test_a_moved_clause_belongs_to_the_passage(one: str, two: str) -> None:
    assert found(one, two) == [(one, two)]
    assert found(two, one) == [(two, one)]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (f"More than 200 {HOMES}", f"Almost 200 {HOMES}"),
        (f"More than 200 {HOMES}", f"200 {HOMES}"),
        (f"Up to 200 {HOMES}", f"At least 200 {HOMES}"),
        (f"All of the old {HOMES}", f"Some of the old {HOMES}"),
        (f"Only two {HOMES}", f"Two {HOMES}"),
        (f"Nearly all {HOMES}", f"All {HOMES}"),
        (f"Two thirds of the {HOMES}", f"Three quarters of the {HOMES}"),
    ],
)
def test_words_that_turn_a_sentence_belong_to_the_passage(one: str, two: str) -> None:
    assert found(one, two) == [(one, two)]


@pytest.mark.parametrize(
    ("lead", "other"),
    [("It seems", "No doubt"), ("Nobody knew", "It was")],
)
def test_other_words_that_lead_in_do_not(lead: str, other: str) -> None:
    assert found(f"{lead} {LAW}", f"{other} {LAW}") == [(LAW, LAW)]


def test_a_clause_of_another_sentence_does_not() -> None:
    one = f"{LAW}. In the summer of last year it rained"
    two = f"In the summer of last year {LAW}"
    assert found(one, two)[-1] == (LAW, LAW)
