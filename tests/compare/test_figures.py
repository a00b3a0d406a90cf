"""The figures of an article: what is one and what is not, its value, its unit, what it counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles.article import Article
from reader.articles.build import article_from_text
from reader.compare.amounts import range_of, value_of
from reader.compare.figures import Figure, agreement_of, figures_in


def article(text: str, *, markdown: bool = False) -> Article:
    return article_from_text(text, path="a.md" if markdown else "a.txt", sha256="s", markdown=markdown)


def told(sentence: str) -> list[tuple[str, str, str, float, float]]:
    """The figures of a sentence, in an article around it."""
    text = f"A headline\n\n{sentence}\n\nAnd so it went on for as long as anybody cared to look at the sea.\n"
    return [(f.kind, text[f.start : f.end], f.unit, f.low, f.high) for f in figures_in(article(text))]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("46,000", 46000), ("3.5", 3.5), ("11 million", 11e6), ("1bn", 1e9), ("1.5 billion", 1.5e9),
        ("sixty-three", 63), ("a hundred", 100), ("one hundred and twenty thousand", 120_000), ("a dozen", 12),
        ("half a million", 5e5), ("two thousand and five", 2005), ("three hundred", 300), ("twenty", 20),
    ],
)  # fmt: skip
def test_a_number_has_its_value(words: str, value: float) -> None:
    assert value_of(words) == pytest.approx(value)


def test_a_magnitude_behind_a_range_is_that_of_both_ends() -> None:
    assert range_of("1", "2 billion") == (1e9, 2e9)
    assert range_of("500 million", "2 billion") == (5e8, 2e9)


@pytest.mark.parametrize(
    ("sentence", "kind", "words", "unit", "low", "high"),
    [
        ("It will cost €310 million in all.", "money", "€310 million", "euro", 310e6, 310e6),
        ("It is a EUR 340 million project.", "money", "EUR 340 million", "euro", 340e6, 340e6),
        ("The firm put in $1bn last week.", "money", "$1bn", "dollar", 1e9, 1e9),
        ("The firm put in one billion dollars.", "money", "one billion dollars", "dollar", 1e9, 1e9),
        ("The firm put in US$1.5 billion.", "money", "US$1.5 billion", "dollar", 1.5e9, 1.5e9),
        ("They set aside A$60 million for it.", "money", "A$60 million", "A$", 60e6, 60e6),
        ("It may cost €5m to €7m by then.", "money", "€5m to €7m", "euro", 5e6, 7e6),
        ("It may cost between £5m and £7m.", "money", "£5m and £7m", "pound", 5e6, 7e6),
        ("It took £5m and £7m from them.", "money", "£5m", "pound", 5e6, 5e6),
        ("They paid 30 euros a week.", "money", "30 euros", "euro", 30, 30),
        ("About 38 per cent of it is gone.", "percent", "About 38 per cent", "%", 38, 38),
        ("Some of it fell by 3.5% then.", "percent", "3.5%", "%", 3.5, 3.5),
        ("It fell by 10 to 12 percent then.", "percent", "10 to 12 percent", "%", 10, 12),
        ("It rose by two percentage points.", "percent", "two percentage points", "points", 2, 2),
        ("It has lost a fifth of its strength.", "percent", "a fifth", "%", 20, 20),
        ("They meet two thirds of the cost.", "percent", "two thirds", "%", 200 / 3, 200 / 3),
        ("The bridge carries 46,000 vehicles a day.", "count", "46,000 vehicles", "vehicl", 46000, 46000),
        ("More than 40 people were hurt.", "count", "More than 40 people", "peopl", 40, 40),
        ("There were 30 to 40 new jobs then.", "count", "30 to 40 new jobs", "jobs", 30, 40),
        ("Between 30 and 40 lorries came.", "count", "Between 30 and 40 lorries", "lorry", 30, 40),
        ("They kept two of the four lanes.", "count", "two of the four lanes", "lane", 2, 2),
        ("Jobs are sweet: 240 of them.", "count", "240 of them", "", 240, 240),
        ("It carried us for sixty-three years on a promise.", "count", "sixty-three years", "year", 63, 63),
        ("It is a 10-year deal by now.", "count", "10-year", "year", 10, 10),
        ("Send word by Friday 19 April.", "date", "19 April", "day", 419, 419),
        ("It began on July 15, 2019, they say.", "date", "July 15, 2019", "day", 20190715, 20190715),
        ("It was made on 2019-07-22 there.", "date", "2019-07-22", "day", 20190722, 20190722),
        ("Work begins in the spring of 2025.", "date", "spring of 2025", "season", 20251, 20251),
        ("It is due in June at the latest.", "date", "June", "month", 6, 6),
        ("It is due in June 2024 at the latest.", "date", "June 2024", "month", 202406, 202406),
        ("It was so in Q3 2019 as well.", "date", "Q3 2019", "quarter", 20193, 20193),
        ("It needs limits by 2031 at least.", "date", "2031", "year", 2031, 2031),
        ("The 2019 election was another.", "date", "2019", "year", 2019, 2019),
    ],
)  # fmt: skip
def test_a_figure(sentence: str, kind: str, words: str, unit: str, low: float, high: float) -> None:
    found = told(sentence)
    assert (kind, words, unit) == found[0][:3]
    assert found[0][3:] == pytest.approx((low, high))


def test_a_range_between_two_sums_is_one_figure_and_two_sums_are_two() -> None:
    assert len(told("It may cost between £5m and £7m.")) == 1
    assert [words for _, words, *_ in told("It took £5m and £7m from them.")] == ["£5m", "£7m"]


@pytest.mark.parametrize(
    "sentence",
    [
        "It was played on Dota 2 that night.", "GPT-3 and the A320 are names.", "It opens at 6.30 am and 8pm.",
        "Between six in the morning and eight at night it is quiet.", "See section 230 and page 12.",
        "He won by 23 to 14.", "He won by 23 to 14 votes.", "It ran on Dota 2 servers.",
        "She is 28 years old, a 28-year-old, aged 28.", "It is version 1.2.3 of it.",
        "One of them left.", "It was open 24/7 then.", "His fourteen voted together.", "Call 020 7946 0018 now.",
        "They met two years ago, and three days later again.", "It is the first of its kind.",
        "In the 1990s it was so.", "It may be that they march on.", "See https://example.org/2019/14 for it.",
    ],
)  # fmt: skip
def test_what_is_no_figure(sentence: str) -> None:
    assert told(sentence) == []


def test_four_digits_before_a_plural_count_it_unless_they_are_a_year() -> None:
    assert [each[0] for each in told("They cut 2000 jobs there.")] == ["count"]
    assert [each[0] for each in told("The elections in 2000 changes nothing about.")] == ["date"]


def test_furniture_has_no_figures() -> None:
    text = "A toll\n\nIt will cost €310 million and take three years to mend, they say.\n\nSign up for 3 newsletters\n"
    found = figures_in(article(text))
    assert [text[f.start : f.end] for f in found] == ["€310 million", "three years"]


def test_of_another_language_only_signs_are_read() -> None:
    text = "Die Brücke\n\nDie Sanierung der Brücke wird €310 Millionen kosten, und das sind 38% mehr als geplant."
    found = figures_in(article(text + " Der Rat hat es mit 20 Stimmen beschlossen und will nun bald beginnen."))
    assert [(f.kind, f.unit) for f in found] == [("money", "euro"), ("percent", "%")]


@given(st.text(alphabet=st.sampled_from("0123456789.,-–€$%£ abcmn\n“”’") | st.characters(), max_size=300))
def test_any_text_has_figures_in_order_and_apart(text: str) -> None:
    last = 0
    for figure in figures_in(article(text)):
        assert last <= figure.start < figure.end <= len(text)
        last = figure.end


def figure(sentence: str) -> Figure:
    return figures_in(article(f"A headline\n\n{sentence}\n"))[0]


@pytest.mark.parametrize(
    ("one", "two", "agreement"),
    [
        ("It cost $1bn in all.", "It cost one billion dollars.", "same"),
        ("It cost over $1bn in all.", "It cost $1bn in all.", "near"),
        ("It hurt more than 40 people.", "It hurt 42 people then.", "near"),
        ("It hurt more than 40 people.", "It hurt 60 people then.", "different"),
        ("It hurt nearly 50 people.", "It hurt 48 people then.", "near"),
        ("It hurt about 300 people.", "It hurt 312 people then.", "near"),
        ("It hurt 300 people there.", "It hurt 312 people then.", "different"),
        ("It cost €310 million.", "It cost €312 million.", "near"),
        ("It cost €310 million.", "It cost €340 million.", "different"),
        ("It has 30 to 40 lorries.", "It has 35 lorries now.", "near"),
        ("It ends on 19 April then.", "It ends on 19 April 2024.", "same"),
        ("It ends on 19 April 2023.", "It ends on 19 April 2024.", "different"),
        ("It ends in June 2024 then.", "It ends in June, they say.", "same"),
        ("It ends in the spring of 2025.", "It ends in the autumn of 2025.", "different"),
        ("It lost a fifth of its strength.", "It lost 20% of its strength.", "same"),
    ],
)
def test_whether_two_figures_agree(one: str, two: str, agreement: str) -> None:
    assert agreement_of(figure(one), figure(two)) == agreement
    assert agreement_of(figure(two), figure(one)) == agreement
