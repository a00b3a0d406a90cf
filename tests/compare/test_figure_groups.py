"""Figures of several articles for one thing: those that differ are found, and none is matched that is for another."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.articles.article import Article
from reader.articles.build import article_from_text
from reader.compare.figure_groups import ComparedFigures, compared_figures

SEEDS = Path(__file__).parents[2] / "seeds" / "harbour-bridge"
ORIGINALS = Path(__file__).parents[3] / "shared" / "seeds"
FILLER = "Nobody in the harbour office wanted to add anything to that before the end of the week."


def article(text: str, name: str = "a.txt") -> Article:
    return article_from_text(text, path=name, sha256="s", markdown=name.endswith(".md"))


def compared(*sentences: str) -> tuple[list[tuple[str, list[str]]], list[str]]:
    """Of sentences, each in an article of its own: the groups with their figures, and the figures alone."""
    articles = [article(f"Headline\n\n{FILLER}\n\n{sentence}\n") for sentence in sentences]
    found = compared_figures(articles)

    def words(at: int, start: int, end: int) -> str:
        return articles[at].text[start:end]

    groups = [
        (group.agreement, [words(at, figure.start, figure.end) for at, figure in group.figures])
        for group in found.groups
    ]
    return groups, [words(at, figure.start, figure.end) for at, figure in found.alone]


@pytest.mark.parametrize(
    ("one", "two", "agreement"),
    [
        (
            "A single crossing by car will cost €4.20 between dawn and dusk.",
            "A single crossing by car will cost €4.80 between dawn and dusk.",
            "different",
        ),
        ("It will bring 420 jobs to the yards.", "Jobs are the sweetener: 240 of them, at the yards.", "different"),
        ("Work on the deck will begin in the spring of 2025.", "Work on the deck would begin in the autumn of 2025.",
         "different"),
        ("Send comments by Friday 19 April.", "Comments are open until 26 April.", "different"),
        ("At least 128 people were killed in the attacks on the city.", "The attacks on the city killed 132 people.",
         "near"),
        ("The attacks on the city killed 99 people.", "The attacks on the city killed 132 people.", "different"),
        ("The firm invested $1bn in the laboratory.", "A one billion dollars investment in the laboratory.", "same"),
        ("The ferry carried 46,213 passengers last year.", "The ferry carried 46,000 passengers in a year.", "near"),
        ("They found €4,217 there.", "A bag held €4,217 in coins.", "same"),
        ("The ferry carried 46,213 passengers last year.", "In all there were 46,213 passengers.", "same"),
        ("The council found that 38 per cent of drivers live elsewhere.",
         "Of the drivers, the council found, 36 percent live elsewhere.", "different"),
    ],
)  # fmt: skip
def test_figures_for_one_thing(one: str, two: str, agreement: str) -> None:
    groups, alone = compared(one, two)
    assert [each for each, _ in groups] == [agreement]
    assert alone == []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("It will cost €310 million to mend the deck.", "The yacht was sold for €4,000 to a dentist."),
        ("Police arrested three men in the flat.", "Two men watched the bridge from the quay."),
        ("She has lived on the hill for twenty-two years.", "The work will take three years."),
        ("The company made a profit of $300 million.", "The company was fined $250 million over its brakes."),
        ("The flood of 1953 is remembered here.", "The bridge was built in 1961 by the navy."),
        ("He has 31 lorries and a calculator.", "There are 420 jobs in the yards."),
        ("The search covered 700 miles of coast.", "A town 500 miles away was dark."),
        ("She waited for 40 days.", "The paint lasted 40 days in the rain."),
        ("Ada Quill met the engineers on 3 March.", "The engineers gave Ada Quill a lamp on 9 April."),
        ("The talks began on 3 March.", "The strike began on 9 April."),
        ("The yard cut 100 jobs.", "The mill cut 250 jobs."),
        ("It will cost €300 million to mend the deck.", "It will cost €4,000 to mend the deck."),
        ("The dentist bought 20 boats in spring.", "A museum was given 25 boats by the navy."),
        (
            "A flat fare of thirty euros, which the oldest residents of the north side of the river paid, is gone.",
            "The oldest residents on the north side of the river were told that the yearly levy of forty euros ends.",
        ),
        ("Of them 38 per cent want the ferry.", "Prices rose by 36 percent in the spring."),
    ],
)
def test_figures_that_are_not_for_one_thing(one: str, two: str) -> None:
    groups, alone = compared(one, two)
    assert groups == []
    assert len(alone) >= 2


def test_where_two_would_fit_alike_nothing_is_said() -> None:
    groups, alone = compared(
        "The yard on the quay cut 420 jobs and then 410 jobs in spring.", "The yard on the quay cut 350 jobs in spring."
    )
    assert groups == []
    assert len(alone) == 3


def test_two_different_figures_of_one_article_are_never_one_thing() -> None:
    first = "The toll on a car will be €4.20 in the daytime.\n\nLater: the toll on a car will be €4.80 in the daytime."
    groups, _ = compared(first, "The toll on a car will be €4.20 in the daytime.")
    assert groups == [("same", ["€4.20", "€4.20"])]


def test_a_further_mention_of_a_figure_is_for_the_same_thing_only_where_the_words_are() -> None:
    invested = "The firm invested $1bn in the laboratory on Monday."
    groups, alone = compared(f"{invested}\n\nThe laboratory was begun with $1bn of somebody else.", invested)
    assert groups == [("same", ["$1bn", "$1bn"])]
    assert alone == ["$1bn"]


def test_two_agreements_stay_two_where_one_article_has_both_figures() -> None:
    toll = "The toll on a car will be {} in the daytime."
    groups, _ = compared(
        f"{toll.format('€4.20')}\n\nLater: {toll.format('€4.80')}", toll.format("€4.20"), toll.format("€4.80")
    )
    assert sorted(groups) == [("same", ["€4.20", "€4.20"]), ("same", ["€4.80", "€4.80"])]


def test_what_is_like_one_of_many_is_not_taken_for_the_same_thing() -> None:
    groups, alone = compared(
        "The fire in the wool market of Lower Averin killed 129 people.",
        "The fire killed 129 people.",
        "In the fire 129 people were killed.",
        "A flood in the wool market of Lower Averin hurt 191 people.",
    )
    assert [len(figures) for _, figures in groups] == [3]
    assert alone == ["191 people"]


def on_sample_shelf() -> tuple[list[Article], ComparedFigures]:
    articles = [article(path.read_text("utf-8"), path.name) for path in sorted(SEEDS.glob("*.md"))]
    return articles, compared_figures(articles)


def test_the_sample_story_has_six_things_with_different_figures() -> None:
    articles, found = on_sample_shelf()
    different = {
        frozenset(articles[at].text[figure.start : figure.end].replace("\u00a0", " ") for at, figure in group.figures)
        for group in found.groups
        if group.agreement != "same"
    }
    assert different == {
        frozenset(("€4.20", "EUR 4.20", "€4.80")),
        frozenset(("420 jobs", "240 of them")),
        frozenset(("38 per cent", "36 percent")),
        frozenset(("spring of 2025", "autumn of 2025")),
        frozenset(("19 April", "26 April")),
        frozenset(("€310 million", "€312 million", "EUR 340 million")),
    }
    assert [group.is_sure for group in found.groups if group.agreement == "different"] == [True] * 5 + [False]


@pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the five documents are not here")
def test_the_five_documents_differ_in_no_figure() -> None:
    articles = [article(path.read_text("utf-8"), path.name) for path in sorted(ORIGINALS.glob("*.txt"))]
    found = compared_figures(articles)
    assert {group.agreement for group in found.groups} == {"same"}
    billions = {articles[at].text[f.start : f.end] for group in found.groups for at, f in group.figures}
    assert {"$1bn", "$1Billion", "$1 billion"} <= billions


def test_nothing_to_compare() -> None:
    assert compared_figures([]) == ComparedFigures((), ())
    assert compared_figures([article("")]) == ComparedFigures((), ())
