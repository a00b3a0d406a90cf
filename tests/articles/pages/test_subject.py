"""The headline of a raw page is the line above its text of which the text speaks."""

from __future__ import annotations

import pytest

from reader.articles.build import article_from_text
from reader.articles.pages.subject import Text, likeness, main_text, subject_of

MENU = ["Home", "News", "Sport", "Weather", "Culture", "Harbour", "Contact", "Log in"]
HEADLINE = "Ferry to Port Averin stops for a week after engine fire"
PROSE = [
    "The ferry between Port Averin and the north bank will not sail before Friday, its owners said on Monday morning.",
    "A fire in the engine room was put out within the hour, and nobody of the forty people on board was hurt.",
    "The council promised two buses for the week, which is half of what the ferry carries before eight o’clock.",
    "Whoever has a ticket for the month may send it in, and gets back what the days without a ferry are worth.",
    "An engine of this kind is forty years old, said the engineer, and its parts come from three different yards.",
]
TEASER = "A painter has been found at last for the lighthouse at Skerra, which nobody had looked after for years."


@pytest.mark.parametrize(
    ("paragraphs", "text"),
    [
        ([(3, 40), (5, 50), (9, 30)], Text(3, 9, 120)),
        ([(3, 20), (30, 50), (31, 60)], Text(30, 31, 110)),
        ([(3, 40), (30, 50), (31, 60)], Text(3, 3, 40)),
        ([], None),
    ],
)
def test_the_first_text_that_is_long_enough_is_the_pages(paragraphs: list[tuple[int, int]], text: Text | None) -> None:
    assert main_text(paragraphs) == text


def test_lines_are_alike_by_their_longer_words() -> None:
    subject = subject_of(" ".join(PROSE))
    assert likeness(HEADLINE, subject) > 0.5
    assert likeness("Thank you for registering with us", subject) == 0
    assert likeness("Ferry", subject) == 0
    assert likeness("港の火事で渡し船が止まる", subject_of("港の火事のあと、渡し船が止まると発表された。")) > 0.5


ABOVE = {
    "below offers": [HEADLINE, "Photo", "Thank you for registering here", "Manage your saved stories"],
    "below a teaser with a text": ["Lighthouse gets its painter", TEASER, "More from the coast today", *MENU, HEADLINE],
    "above its dek": [
        HEADLINE,
        "Live",
        "Fire: the owners of the ferry promise two buses",
        "Photo",
        "Manage your stories here",
    ],
}


@pytest.mark.parametrize("name", ABOVE)
def test_the_headline_of_a_raw_page(name: str) -> None:
    article = article_from_text("\n".join([*MENU, *ABOVE[name], *PROSE]), path="a.txt", sha256="", markdown=False)
    assert article.particulars.title == HEADLINE
    assert article.particulars.title_guessed


def test_without_a_line_that_is_alike_the_one_in_the_headlines_place_is_taken() -> None:
    lines = [*MENU, "The long way round on a cold day", *PROSE]
    article = article_from_text("\n".join(lines), path="a.txt", sha256="", markdown=False)
    assert article.particulars.title == "The long way round on a cold day"
