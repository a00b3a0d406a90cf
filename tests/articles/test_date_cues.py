"""Where a text speaks of time, and whether two texts look years apart."""

from __future__ import annotations

import pytest

from reader.articles.article import Article
from reader.articles.build import article_from_text
from reader.articles.date_cues import date_cues
from reader.articles.eras import Apart, looks_years_apart


def built(*lines: str, published: str | None = None) -> Article:
    front = f"---\npublished: {published}\n---\n\n" if published else ""
    return article_from_text(front + "\n\n".join(lines) + "\n", path="a.md", sha256="", markdown=True)


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("The league was founded in 2015 by four clubs.", [("in 2015", "past", 2015)]),
        ("It has grown since 2012.", [("since 2012", "past", 2012)]),
        ("It wants to carry twice as many by 2018.", [("by 2018", "future", 2018)]),
        ("The work will begin in the spring of 2025.", [("2025", "future", 2025)]),
        ("The plan of 2022 lasted eight days.", [("2022", "mentioned", 2022)]),
        (
            "It opened last year and closes next year.",
            [("last year", "relative", None), ("next year", "relative", None)],
        ),
        ("Two years ago nobody came.", [("Two years ago", "relative", None)]),
        ("It was launched in July 2019.", [("July 2019", "past", 2019)]),
        ("The final vote is in June.", [("in June", "mentioned", None)]),
        ("They may come in march time, and we march on.", []),
        ("The bill is $2019 and the number 2019/44.", []),
        ("Room 2012 is free; call 555-2019.", [("2012", "mentioned", 2012)]),
    ],
)
def test_cues(text: str, cues: list[tuple[str, str, int | None]]) -> None:
    article = built(text)
    assert [(article.text[cue.start : cue.end], cue.bearing, cue.year) for cue in date_cues(article)] == cues


def test_relative_cues_say_how_far() -> None:
    article = built("Last year it was, or three years ago, and earlier this year, or a month ago.")
    assert [cue.offset for cue in date_cues(article)] == [-1, -3, 0, None]


def test_furniture_gives_no_cue_and_a_caption_tells_what_was() -> None:
    article = built("# The ferry", "The landing in July 2019 (Photo: Ada Quill)", "© 2023 Averin Gazette", "It sailed.")
    assert [(cue.year, cue.bearing) for cue in date_cues(article)] == [(2019, "past")]


OLD = built("The ferry league was talked about. Harbour League was launched last year by four clubs of the north bank.")
NEW = built(
    "The two met in July 2019 (Photo: Ada Quill)", "Harbour League began as a club of rowers in 2015, they say."
)


def apart(one: Article, two: Article) -> Apart:
    found = looks_years_apart(one, two)
    assert found is not None
    return found


def test_a_beginning_that_both_tell_of_dates_one_of_them() -> None:
    found = apart(OLD, NEW)
    assert (found.years, found.one.year, found.one.is_assumed, found.two.year) == (3, 2016, True, 2019)
    assert found.one.span is not None
    assert found.one.anchor is not None
    assert found.two.span is not None
    assert OLD.text[found.one.span.start : found.one.span.end] == "last year"
    assert NEW.text[found.one.anchor.start : found.one.anchor.end] == "in 2015"
    assert NEW.text[found.two.span.start : found.two.span.end] == "July 2019"


def test_the_clues_stay_with_their_articles() -> None:
    turned = apart(NEW, OLD)
    assert (turned.one.year, turned.two.year) == (2019, 2016)


def test_what_is_awaited_and_what_is_past_exclude_each_other() -> None:
    found = apart(built("The yard hopes to build ten by 2018."), built("The yard was sold in 2021."))
    assert (found.years, found.one.year, found.two.year) == (3, 2018, 2021)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The yard was founded in 1998.", "The yard was sold in 2021."),  # nothing says when the first was written
        ("The yard hopes to build ten by 2020.", "The yard was sold in 2021."),  # a year is no gap
        ("It hoped to build ten by 2018. It was sold in 2019.", "The yard was closed in 2021."),  # it looks back
        ("The yard reopened last year.", "The mill was founded in 2015."),  # another subject
        ("He was its head until 2010.", "The yard was sold in 2021."),
        ("Nothing here.", "Nothing there."),
    ],
)
def test_thin_evidence_says_nothing(one: str, two: str) -> None:
    assert looks_years_apart(built(one), built(two)) is None


def test_days_that_are_known() -> None:
    text = "The yard hopes to build ten by 2018."
    found = apart(built(text, published="2022-05-17"), built(text, published="2024-03-03"))
    assert (found.years, found.one.year, found.one.span) == (2, 2022, None)
    assert looks_years_apart(built(text, published="2023-05-17"), built(text, published="2024-03-03")) is None
    assert looks_years_apart(built("It was sold in 2021."), built(text, published="2016-03-03")) is not None
