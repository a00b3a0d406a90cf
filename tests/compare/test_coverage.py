"""What became of a press release, and how far down things stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.articles.article import Article
from reader.articles.build import article_from_text
from reader.compare.coverage import Sentence, coverage, sentences_of
from reader.compare.matcher import compare
from reader.compare.prominence import paragraph_at
from reader.compare.thresholds import Thresholds

SEEDS = Path(__file__).parents[2] / "seeds" / "harbour-bridge"
RELEASE = (
    "A new pier for the harbour\n\nThe new pier will be built of oak from the northern forests. Work begins in the"
    " spring and takes two years. Three hundred boats can be tied to it at once, whatever the weather may be.\n\n"
    "“We have waited for this pier since the great storm took the last one away,” said Ada Quill.\n"
)


def article(text: str, name: str = "a.txt") -> Article:
    return article_from_text(text, path=name, sha256=name, markdown=name.endswith(".md"))


def covered(*others: str) -> tuple[list[Article], tuple[Sentence, ...]]:
    articles = [article(RELEASE), *(article(f"Pier\n\n{other}\n", f"{at}.txt") for at, other in enumerate(others))]
    return articles, coverage(articles, compare(articles))


def printed(other: str) -> dict[int, tuple[str, str | None]]:
    """How an article prints the sentences that it prints."""
    _, found = covered(other)
    return {each.number: (p.printing, p.voice) for each in found for p in each.prints}


def test_the_sentences_are_those_of_the_paragraphs() -> None:
    release = article(RELEASE)
    assert [release.text[slice(*span)].split()[0] for span in sentences_of(release)] == ["The", "Work", "Three", "“We"]


@pytest.mark.parametrize(
    ("other", "prints"),
    [
        ("The new pier will be built of oak from the northern forests.", {1: ("verbatim", "own")}),
        ("The new pier will be built of steel from the northern forests.", {1: ("altered", "own")}),
        ("The council says that the new pier will be built of oak from the northern forests.",
         {1: ("verbatim", "attributed")}),
        ("Three hundred boats can be tied to it at once.", {3: ("in part", "own")}),
        ("“We have waited for this pier since the great storm took the last one away,” Quill told a crowd.",
         {4: ("verbatim", "quoted")}),
        ("“We have waited for this pier since the great storm,” said Ada Quill.", {4: ("in part", "quoted")}),
        ("Nobody at the quay has seen a plan of it, and nobody asked for one.", {}),
        ("Ada Quill is director of the harbour.", {}),
    ],
)  # fmt: skip
def test_how_a_sentence_is_printed(other: str, prints: dict[int, tuple[str, str | None]]) -> None:
    assert printed(other) == prints


def test_the_place_is_where_the_words_stand() -> None:
    articles, found = covered("It is said that the new pier will be built of oak from the northern forests, and so on.")
    (each,) = found[0].prints
    assert articles[1].text[slice(*each.span)] == "the new pier will be built of oak from the northern forests"
    assert each.share == 1.0


def test_a_passage_over_two_sentences_is_told_of_each() -> None:
    both = "The new pier will be built of oak from the northern forests. Work begins in the autumn and takes two years."
    assert printed(both) == {1: ("verbatim", "own"), 2: ("altered", "own")}
    articles, found = covered(both)
    assert articles[1].text[slice(*found[1].prints[0].span)] == "Work begins in the autumn and takes two years"


def test_a_word_or_two_of_the_next_sentence_are_not_that_sentence() -> None:
    other = "The new pier will be built of oak from the northern forests. Work begins in earnest when the ferry sails."
    assert printed(other) == {1: ("verbatim", "own")}


def test_a_few_words_of_a_long_sentence_are_not_that_sentence() -> None:
    long = (
        "Whoever has stood on the quay in a northerly gale with the spray coming over the wall and a rope in each hand"
        " knows why three hundred boats must be tied to oak from the northern forests and to nothing else at all.\n"
    )
    for other, is_printed in (("Piers of oak from the northern forests are dear.", False), (long, True)):
        articles = [article(f"A pier\n\n{long}"), article(f"Prices\n\n{other}\n", "b.txt")]
        (sentence,) = coverage(articles, compare(articles, Thresholds(words=4)))
        assert bool(sentence.prints) is is_printed


def test_the_sample_release() -> None:
    articles = [article(path.read_text("utf-8"), path.name) for path in sorted(SEEDS.glob("*.md"))]
    release = next(each for each in articles if each.particulars.kind == "press release")
    order = [release, *(each for each in articles if each is not release)]
    found = coverage(order, compare(order))
    missing = [release.text[slice(*each.span)] for each in found if not each.prints]
    assert "The vote was 23 to 14." in missing
    assert any(words.startswith("A hardship fund") for words in missing)
    negated = next(each for each in found if "will not be spent" in release.text[slice(*each.span)])
    assert [(order[p.article].particulars.outlet, p.printing) for p in negated.prints] == [
        ("The Northside Slip", "altered")
    ]


PAGE = "# A pier\n\nThe first one is here.\n\n## A heading\n\nThe second one is here.\n\n- an item\n- another item\n"


@pytest.mark.parametrize(
    ("words", "paragraph"),
    [("first one", (1, 4)), ("second one", (2, 4)), ("another item", (4, 4)), ("A heading", None), ("A pier", None)],
)
def test_which_paragraph(words: str, paragraph: tuple[int, int] | None) -> None:
    page = article(PAGE, "a.md")
    assert paragraph_at(page, page.text.index(words)) == paragraph


def test_an_empty_article_has_no_paragraphs() -> None:
    assert paragraph_at(article(""), 0) is None
