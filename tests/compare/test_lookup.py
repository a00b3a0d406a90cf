"""A draft's quotations, looked up in others: as they are, altered, given to somebody else, or not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.articles.article import Article
from reader.articles.build import article_from_text
from reader.compare.lookup import Looked, look_up

SEEDS = Path(__file__).parents[2] / "seeds" / "harbour-bridge"
SOURCE = (
    "A boat\n\n“The ferry is old and the crew is tired,” said Ada Quill. “We asked for a boat in March, and we were"
    " given a calendar.”\n\n“Nobody has ever missed a tide because of paint,” said Bo Marsh.\n\n"
    "The new pier will be built of oak, and the council pays for all of it until the spring.\n"
)


def article(text: str, name: str = "a.txt") -> Article:
    return article_from_text(text, path=name, sha256=name, markdown=name.endswith(".md"))


def looked_up(*told: str, source: str = SOURCE) -> list[Looked]:
    draft = article("A draft\n\n" + "\n\n".join(told) + "\n", "draft.txt")
    return look_up(draft, [article(source)])


def changes(looked: Looked, told: str, source: str = SOURCE) -> list[tuple[str, str]]:
    here = f"A draft\n\n{told}\n"
    return [
        (source[edit.against_start : edit.against_end].strip(), here[edit.start : edit.end].strip())
        for edit in looked.standings[0].edits
        if edit.op != "equal"
    ]


@pytest.mark.parametrize(
    ("told", "verdict", "holds"),
    [
        ("“The ferry is old and the crew is tired,” said Ada Quill.", "cut short", True),
        (
            "“The ferry is old and the crew is tired. We asked for a boat in March, and we were given a calendar,”"
            " said Ada Quill.",
            "exact",
            True,
        ),
        ("“Nobody has ever missed a tide because of paint,” said Bo Marsh.", "exact", True),
        ("“Nobody has ever missed a tide, because of paint,” said Bo Marsh.", "typographic", True),
        ("“nobody has ever missed a tide because of paint,” said Bo Marsh.", "typographic", True),
        ("“Nobody has missed a tide because of paint,” said Bo Marsh.", "altered", False),
        ("“Nobody has ever missed a train because of paint,” said Bo Marsh.", "altered", False),
        ("“Nobody has ever missed a tide because of paint or rust,” said Bo Marsh.", "altered", False),
        ("“Nobody [here] has ever missed a tide because of paint,” said Bo Marsh.", "altered", True),
        ("“Nobody … missed a tide because of paint,” said Bo Marsh.", "cut short", True),
        ("“Nobody has ever missed a tide because of paint,” said Ada Quill.", "other speaker", False),
        ("“Nobody has ever missed a tide because of paint.” It was heard in the street.", "exact", True),
        ("Bo Marsh said that nobody “missed a tide because of paint” there.", "cut short", True),
        ("The council wrote that it “pays for all of it until the spring” and no longer.", "cut short", True),
        ("The council wrote that it “pays for half of it until the spring” and no longer.", "altered", False),
        ("“The moon is made of something that nobody has tasted,” said Bo Marsh.", "not found", False),
        ("“The crew is old and the ferry is a tired old thing of the sea,” said Bo Marsh.", "not found", False),
    ],
)
def test_the_verdict(told: str, verdict: str, holds: bool) -> None:
    (looked,) = looked_up(told)
    assert (looked.verdict, looked.holds) == (verdict, holds)


def test_two_statements_that_the_draft_runs_together() -> None:
    source = (
        "A boat\n\n“The ferry is old and the crew is tired,” said Ada Quill.\n\n"
        "The pier was quiet. “We asked for a boat in March, and we were given a calendar,” Quill added later.\n"
    )
    told = (
        "“The ferry is old and the crew is tired. We asked for a boat in March, and we were given a calendar,”"
        " said Ada Quill."
    )
    (looked,) = looked_up(told, source=source)
    assert looked.verdict == "exact"


def test_a_sentence_left_out_in_the_middle_is_an_alteration_unless_the_marks_own_up_to_it() -> None:
    source = (
        "A boat\n\n“The ferry is old and the crew is tired. The tide will not wait for any of us. We asked for a boat"
        " in March,” said Ada Quill.\n"
    )
    silent = "“The ferry is old and the crew is tired. We asked for a boat in March,” said Ada Quill."
    marked = "“The ferry is old and the crew is tired … We asked for a boat in March,” said Ada Quill."
    parted = "“The ferry is old and the crew is tired,” said Ada Quill. “We asked for a boat in March.”"
    found = [looked_up(told, source=source)[0] for told in (silent, marked, parted)]
    assert [(each.verdict, each.holds) for each in found] == [
        ("altered", False),
        ("cut short", True),
        ("cut short", True),
    ]


def test_the_changed_words_are_told() -> None:
    told = "“Nobody has ever missed a train because of rust,” said Bo Marsh."
    (looked,) = looked_up(told)
    assert changes(looked, told) == [("tide", "train"), ("paint.", "rust,")] or changes(looked, told) == [
        ("tide", "train"),
        ("paint", "rust"),
    ]


def test_where_it_stands_outside_of_marks_nobody_is_named() -> None:
    (looked,) = looked_up("The council wrote that it “pays for all of it until the spring” and no longer.")
    standing = looked.standings[0]
    assert (standing.quoted, standing.speaker, standing.other_speaker) == (False, None, False)
    assert SOURCE[slice(*standing.span)].strip(" ,.") == "pays for all of it until the spring"


def test_the_best_place_comes_first_and_others_follow() -> None:
    exact = article(SOURCE, "exact.txt")
    altered = article(SOURCE.replace("missed a tide", "missed a train"), "altered.txt")
    draft = article("A draft\n\n“Nobody has ever missed a tide because of paint,” said Bo Marsh.\n", "draft.txt")
    (looked,) = look_up(draft, [altered, exact])
    assert [(each.article, each.printed) for each in looked.standings] == [(1, "exact"), (0, "altered")]
    assert looked.holds


def test_words_in_marks_that_nobody_says_are_not_looked_up() -> None:
    assert looked_up("The “old” boat is called the “Long Good Night”.") == []


def test_every_quotation_of_the_sample_story_stands_in_its_own_article() -> None:
    articles = [article(path.read_text("utf-8"), path.name) for path in sorted(SEEDS.glob("*.md"))]
    for each in articles:
        for looked in look_up(each, [each]):
            assert looked.verdict == "exact", each.text[slice(*looked.statement.span)]


def test_a_few_words_of_a_long_quotation_are_not_that_quotation() -> None:
    source = "A boat\n\n“What happened at the quay?” asked Ada Quill.\n\nHe was told of what was going on at night.\n"
    long = (
        "“People write to me about what happened at the quay, and I tell each of them that the ferry was old, that the"
        " crew was tired and that nobody had looked at the gate since March,” said Ada Quill."
    )
    for told in (long, "She said that they were “aware of what was going on” there."):
        assert [each.verdict for each in looked_up(told, source=source)] == ["not found"]


def test_another_speaker_is_only_told_of_where_both_are_sure() -> None:
    source = "A boat\n\nBo Marsh disagreed: “Nobody has ever missed a tide because of paint.”\n"
    (looked,) = looked_up("“Nobody has ever missed a tide because of paint,” said Ada Quill.", source=source)
    assert [each.confidence for each in (looked.standings[0], looked.statement)] == ["likely", "sure"]
    assert (looked.verdict, looked.holds) == ("exact", True)


def test_nothing_to_look_into() -> None:
    draft = article("A draft\n\n“Nobody has ever missed a tide because of paint,” said Bo Marsh.\n")
    (looked,) = look_up(draft, [])
    assert (looked.verdict, looked.holds, looked.standings) == ("not found", False, ())
    assert look_up(article(""), [draft]) == []
