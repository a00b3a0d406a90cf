"""Statements of several articles are one quotation where their words are, whoever is named; look-alikes are not."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles.article import Article
from reader.articles.build import article_from_text
from reader.compare.statements import SharedQuotation, Variant, shared_quotations, statements
from reader.compare.variants import is_someone_else

SEEDS = Path(__file__).parents[2] / "seeds" / "harbour-bridge"
FULL = "“The ferry is old and the crew is tired. We asked for a boat in March, and we were given a calendar.”"


def article(text: str, name: str = "p") -> Article:
    return article_from_text(text, path=name, sha256="s", markdown=name.endswith(".md"))


def shared(*texts: str) -> tuple[SharedQuotation, ...]:
    return shared_quotations([article(text) for text in texts])


def variant(told: str) -> Variant:
    """How a wording stands to the full one."""
    (found,) = shared(f"Ada Quill said: {FULL}", told)
    assert found.fullest == 0
    assert found.base.relation == "identical"
    return found.variants[1]


def test_segments_are_one_statement() -> None:
    told = article("“We waited,” said Ada Quill, “because we must.” “Go home,” said Bo Marsh. The ‘old’ boat.")
    found = statements(told)
    assert [[told.text[span.start : span.end] for span in each.segments] for each in found] == [
        ["We waited,", "because we must."],
        ["Go home,"],
        ["old"],
    ]
    assert [(each.speaker, each.kind) for each in found] == [
        ("Ada Quill", "direct"),
        ("Bo Marsh", "direct"),
        (None, "term"),
    ]
    assert told.text[slice(*found[0].span)] == "We waited,” said Ada Quill, “because we must."


SILENT, MARKED, OTHER = "silent", "marked", "other speaker"


@pytest.mark.parametrize(
    ("told", "relation", "flags"),
    [
        (f"Ada Quill said: {FULL}", "identical", ()),
        (f"Ada Quill said: {FULL.upper().replace('”', '”')}", "identical", ()),
        (
            '"The ferry is old and the crew is tired," said Ada Quill. "We asked for a boat in March, and we were given'
            ' a calendar."',
            "identical",
            (),
        ),
        (f"Bo Marsh said: {FULL}", "identical", (OTHER,)),
        ("“The ferry is old and the crew is tired,” said Ada Quill.", "cut short", ()),
        ("“We asked for a boat in March, and we were given a calendar,” said Ada Quill.", "cut short", ()),
        ("“We asked for a boat in March,” said Ada Quill.", "cut short", (SILENT,)),
        ("“We asked for a boat in March …,” said Ada Quill.", "cut short", (MARKED,)),
        ("“… and we were given a calendar,” said Ada Quill.", "cut short", (MARKED,)),
        ("Ada Quill said that they “were given a calendar” in the end.", "cut short", ()),
        ("“The ferry is old, and we were given a calendar,” said Ada Quill.", "spliced", (SILENT,)),
        ("“The ferry is old … and we were given a calendar,” said Ada Quill.", "spliced", (MARKED,)),
        ("“The ferry is old [...] and we were given a calendar,” said Ada Quill.", "spliced", (MARKED,)),
        (
            "“The boat is old and the crew is tired. We asked for a boat in March, and we were given a calendar,”"
            " said Ada Quill.",
            "reworded",
            (SILENT,),
        ),
        (
            "“[Our] ferry is old and the crew is tired. We asked for a boat in March, and we were given a calendar,”"
            " said Ada Quill.",
            "reworded",
            (MARKED,),
        ),
        (
            "“The ferry is old and the crew is very tired. We asked for a boat in March, and we were given a calendar,”"
            " said Ada Quill.",
            "reworded",
            (SILENT,),
        ),
        (
            "“We asked for a ship in March, and we were given a calendar,” said Bo Marsh.",
            "reworded",
            ("cut short", SILENT, OTHER),
        ),
    ],
)
def test_relations(told: str, relation: str, flags: tuple[str, ...]) -> None:
    found = variant(told)
    assert (found.relation, found.flags) == (relation, flags)


LOOK_ALIKES = [
    # two statements of one speaker, made of the same turns of phrase
    (
        "“We are excited to work with the harbour board on the next phase of our partnership,” said Ada Quill.",
        "“We are proud to work with the city on a new ferry, and excited about the next winter,” said Ada Quill.",
    ),
    (
        "“The past three years have been good for the harbour and for the people of the north side,” said Ada Quill.",
        "“The next three years will be hard for the ferry and for the crews on the south side,” said Ada Quill.",
    ),
    ("“No comment,” said Ada Quill.", "“No comment,” said Bo Marsh."),
    ("“I have nothing to say about it,” said Ada Quill.", "“There is nothing to say about the boat,” said Bo Marsh."),
    (
        "“We will do everything in our power to make sure that the ferries run on time,” said Ada Quill.",
        "“We will do everything in our power to make sure that nobody loses a job,” said Ada Quill.",
    ),
    (
        "“At the end of the day it is up to the council to decide what it wants,” said Ada Quill.",
        "“At the end of the day it is a boat, and boats sink,” said Ada Quill.",
    ),
    (
        "“We will not raise fares this year, and we will publish the accounts every month,” said Ada Quill.",
        "“We will not raise fares next spring, but we will publish the plan for the boats in May,” said Ada Quill.",
    ),
    (
        "“At the end of the day it is what it is and we will see what it is to be, captains calculate,” said X.",
        "“At the end of the day it is what it is and we will see what it is to be, lawyers interfere,” said X.",
    ),
    ("The so-called “flexible timetable” began.", "A “flexible timetable” is no timetable."),
]


@pytest.mark.parametrize(("one", "two"), LOOK_ALIKES)
def test_look_alikes_are_apart(one: str, two: str) -> None:
    assert shared(one, two) == ()


def test_a_sentence_left_out_where_the_marks_were_closed_is_no_splice() -> None:
    sentences = ["The ferry is old and slow.", "Nobody came to the quay in March.", "We were given a calendar."]
    whole = f"“{' '.join(sentences)}” said Ada Quill."
    (split,) = shared(whole, f"“{sentences[0][:-1]},” said Ada Quill. “{sentences[2]}”")
    assert (split.variants[1].relation, split.variants[1].flags) == ("cut short", ())
    (run_together,) = shared(whole, f"“{sentences[0]} {sentences[2]}” said Ada Quill.")
    assert (run_together.variants[1].relation, run_together.variants[1].flags) == ("spliced", ("silent",))


def test_two_quotations_of_one_article_are_not_shared() -> None:
    assert shared(f"Ada Quill said: {FULL} Later she said it again: {FULL}", "Nothing was said.") == ()


def test_words_that_one_outlet_put_in_do_not_make_it_the_fullest() -> None:
    full = FULL[1:-1]
    longer = full.replace("tired", "very, very tired")
    (found,) = shared(f"“{longer}” said Bo Marsh.", f"“{full}” said Ada Quill.", f"“{full}” said Ada Quill.")
    assert found.fullest == 1
    assert [each.relation for each in found.variants] == ["reworded", "identical", "identical"]
    assert found.altered


def test_a_splice_of_two_statements_stands_with_both() -> None:
    first = "The ferry is older than the captain and twice as slow in a headwind"
    second = "Nobody on the board has ever bought a ticket with money of his own"
    groups = shared(
        f"“{first},” said Ada Quill. She sat down. Later she wrote: “{second}.”",
        f"“{first},” said Ada Quill. She paused. Bo Marsh asked. In the end she wrote: “{second}.”",
        f"“{first}. {second},” said Ada Quill.",
    )
    assert {article for group in groups for article in group.articles} == {0, 1, 2}
    assert all(group.base.article == 2 for group in groups) or len(groups) == 2


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("Ada Quill", "Bo Marsh", True),
        ("Ada Quill", "Quill", False),
        ("Ada Quill", "Ms Quill", False),
        ("Ada Quill", "Ada", False),
        ("Ada Quill", None, False),
        ("Ada Quill", "the mayor", False),
        ("Ada Quill", "a spokesman for the Ferry Authority", False),
        ("Ferry Authority", "Ada Quill", True),
    ],
)
def test_someone_else(one: str, two: str | None, expected: bool) -> None:
    assert is_someone_else(one, two) is expected
    assert is_someone_else(two, one) is expected


def test_the_sample_story_shows_every_kind() -> None:
    articles = [article(path.read_text("utf-8"), path.name) for path in sorted(SEEDS.glob("*.md"))]
    found = shared_quotations(articles)
    assert len(found) == 5
    assert [each.number for each in found] == [1, 2, 3, 4, 5]
    bridge = next(each for each in found if "sixty-three" in _words(articles, each.base))
    assert [(each.relation, each.flags) for each in bridge.variants] == [
        ("identical", ()),
        ("cut short", ()),
        ("spliced", ("silent",)),
        ("spliced", ("marked",)),
        ("cut short", ("other speaker",)),
    ]
    assert [each.speaker for each in bridge.variants][-1] == "Rashid Calloway"


def _words(articles: list[Article], told: Variant) -> str:
    text = articles[told.article].text
    return " ".join(text[span.start : span.end] for span in told.statement.segments)


SENTENCES = ["The ferry is old and slow.", "We asked for a boat in March.", "Nobody came to the quay.", "It rained."]


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4), st.lists(st.sampled_from(SENTENCES), min_size=1))
def test_edits_tile_the_segments_of_both(one: list[str], two: list[str]) -> None:
    texts = [f"“{each[0]}” said Ada Quill. “{' '.join(each[1:]) or 'So it was.'}”" for each in (one, two)]
    articles = [article(text) for text in texts]
    for found in shared_quotations(articles):
        for each in found.variants:
            for side, (told, of) in enumerate(
                ((found.base, articles[found.base.article]), (each, articles[each.article]))
            ):
                places = [
                    (edit.start, edit.end) if side else (edit.against_start, edit.against_end) for edit in each.edits
                ]
                covered = "".join(of.text[start:end] for start, end in places)
                whole = "".join(of.text[span.start : span.end] for span in told.statement.segments)
                assert covered == whole
            for edit in each.edits:
                assert any(span.start <= edit.start <= edit.end <= span.end for span in each.statement.segments)
                if edit.op == "insert":
                    assert edit.against_start == edit.against_end
                if edit.op == "delete":
                    assert edit.start == edit.end


@given(st.permutations(range(3)))
def test_the_order_of_articles_changes_no_group(order: list[int]) -> None:
    texts = [
        f"Ada Quill said: {FULL}",
        "“The ferry is old … and we were given a calendar,” said Ada Quill.",
        "“We asked for a boat in March,” said Bo Marsh.",
    ]
    (found,) = shared(*(texts[at] for at in order))
    assert {order[each.article]: each.relation for each in found.variants} == {
        0: "identical",
        1: "spliced",
        2: "cut short",
    }


def test_a_quotation_that_very_many_print_is_still_one() -> None:
    texts = [f"“The ferry is older than the captain and twice as slow in paper {at},” said X." for at in range(230)]
    (found,) = shared(*texts)
    assert len(found.articles) == len(texts)
