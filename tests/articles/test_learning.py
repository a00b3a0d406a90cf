"""What one outlet repeats is furniture; what several outlets repeat is a source that they share."""

from __future__ import annotations

from reader.articles.article import Article
from reader.articles.build import article_from_text
from reader.articles.learning import RULE, learned

TEXTS = [
    "The ferry stopped at noon, and by one o’clock the queue on the north bank reached the old brewery gate.",
    "Nobody from the council came, although three of its members live within sight of the landing stage there.",
    "The mine was opened again on Friday, and the first visitors went down in the lift of the last miners there.",
    "An otter was seen below the weir, where none had been seen since a walker found a footprint there in May.",
    "The clock above the station is eleven minutes slow, and a committee with a crane wants to put it right now.",
    "Two students have built a receiver that runs on a candle, and it can read the shipping forecast in full.",
]
SLOGAN = "Averin on the water, every morning"
OFFER = "The paper that was here before the bridge, and will be here after it, for as long as there is ink."


def article(number: int, *lines: str, outlet: str | None = None, path: str = "shelf/a.txt") -> Article:
    front = f"---\noutlet: {outlet}\n---\n\n" if outlet else ""
    text = front + "\n\n".join([f"Story number {number} of the week", *lines]) + "\n"
    return article_from_text(text, path=path, sha256="", markdown=True)


def taught(articles: list[Article]) -> list[list[str]]:
    return [
        [each.text[block.start : block.end] for block in each.blocks if block.rule == RULE]
        for each in learned(articles)
    ]


def test_a_line_at_the_edge_that_two_articles_of_an_outlet_have() -> None:
    pages = [article(at, TEXTS[at], TEXTS[at + 2], SLOGAN, outlet="Averin Gazette") for at in (0, 1)]
    assert taught(pages) == [[SLOGAN], [SLOGAN]]
    assert learned(pages)[0].words == pages[0].words - 6
    assert taught(pages[:1]) == [[]]


def test_a_line_between_paragraphs_takes_three() -> None:
    pages = [article(at, TEXTS[at], SLOGAN, TEXTS[at + 3], outlet="Averin Gazette") for at in (0, 1, 2)]
    assert taught(pages[:2]) == [[], []]
    assert taught(pages) == [[SLOGAN]] * 3


def test_a_sentence_takes_four() -> None:
    pages = [article(at, TEXTS[at], OFFER, outlet="Averin Gazette") for at in range(4)]
    assert taught(pages[:3]) == [[], [], []]
    assert taught(pages) == [[OFFER]] * 4


def test_what_several_outlets_print_is_a_source() -> None:
    pages = [article(at, TEXTS[at], SLOGAN, outlet="Averin Gazette") for at in (0, 1)]
    assert taught([*pages, article(3, TEXTS[3], SLOGAN, outlet="Averin Courier")]) == [[], [], []]


def test_quotations_are_never_learnt() -> None:
    pages = [article(at, TEXTS[at], "“Not one more year,” she said", outlet="Averin Gazette") for at in range(4)]
    assert taught(pages) == [[]] * 4


def test_versions_of_one_article_teach_nothing() -> None:
    pages = [article(1, TEXTS[0], TEXTS[1], SLOGAN, outlet="Averin Gazette") for _ in range(3)]
    assert taught(pages) == [[], [], []]


def test_a_host_stands_for_an_outlet_and_a_folder_does_not() -> None:
    def pages(folder: str, count: int) -> list[Article]:
        return [article(at, TEXTS[at], SLOGAN, path=f"{folder}/{at}.txt") for at in range(count)]

    assert taught(pages("saved/www.averin.example", 2)) == [[SLOGAN], [SLOGAN]]
    assert taught(pages("saved/bridge", 2)) == [[], []]
    assert taught(pages("saved/bridge", 3)) == [[SLOGAN]] * 3
    within = [article(at, TEXTS[at], SLOGAN, TEXTS[at + 3], path=f"saved/{at}.txt") for at in range(3)]
    assert taught(within) == [[], [], []]


def test_learning_twice_changes_nothing_and_more_articles_teach_more() -> None:
    pages = [article(at, TEXTS[at], SLOGAN, outlet="Averin Gazette") for at in (0, 1)]
    once = learned(pages)
    assert learned(once) == once
    assert taught([*once, article(4, TEXTS[4], SLOGAN, outlet="Averin Gazette")]) == [[SLOGAN]] * 3
