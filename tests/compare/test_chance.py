"""What falls together by chance: more in long texts, and idioms that one side has in quotation marks."""

from __future__ import annotations

import pytest

from reader.compare.matcher import Matcher
from reader.compare.thresholds import DEFAULT
from tests.compare.conftest import article
from tests.compare.test_survey import unlike

PHRASE = "in joint sessions about the Congress"
IDIOM = "it is not what it is"


def shared(one: str, two: str) -> list[str]:
    first = article(one, name="a", quotations=True)
    comparison = Matcher().compare((first, article(two, name="b", quotations=True)))
    places = [passage.occurrences[0] for passage in comparison.passages]
    return [first.text[place.start : place.end] for place in places]


def test_two_articles_of_usual_length_need_what_the_table_says() -> None:
    assert DEFAULT.between(900, 900) == DEFAULT
    assert DEFAULT.between(0, 500) == DEFAULT


@pytest.mark.parametrize(("words", "least"), [(6_000, 4.9), (20_000, 6.4), (120_000, 6.5)])
def test_long_ones_need_more(words: int, least: float) -> None:
    asked = DEFAULT.between(words, words)
    assert least < asked.score < least + 0.3
    assert DEFAULT.quoted_score < asked.quoted_score < asked.score


def test_a_phrase_that_counts_between_articles_is_chance_between_books() -> None:
    def with_phrase(words: int, seed: int) -> str:
        return f"{unlike(words, seed)} {PHRASE} {unlike(words, seed + 1)}"

    assert any(PHRASE in found for found in shared(with_phrase(40, 11), with_phrase(40, 13)))
    assert not any(PHRASE in found for found in shared(with_phrase(4_000, 11), with_phrase(4_000, 13)))


def test_an_idiom_counts_where_both_sides_mark_it() -> None:
    one, two = "The clerk sang {} to them at once.", "Here no singer wrote {} for anybody else."
    assert shared(one.format(IDIOM), two.format(f"“{IDIOM}”")) == []
    assert shared(one.format(f"“{IDIOM}”"), two.format(f"“{IDIOM}”")) == [IDIOM]
