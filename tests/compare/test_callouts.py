"""What must not be missed among the changes: cases of numbers, negations, names and moved words."""

from __future__ import annotations

import pytest

from reader.compare.callouts import callouts
from reader.compare.changes import Side, edits, side_of
from reader.compare.comparison import Edit
from reader.text.spans import Span

Seen = tuple[list[tuple[str, str]], list[tuple[str, str, str]]]


def whole(text: str) -> Side:
    return side_of(text, Span(0, len(text)))


def changed(one: str, two: str) -> tuple[Edit, ...]:
    return edits(whole(one), whole(two))


def seen(one: str, two: str) -> Seen:
    """The moved words on both sides, and the alerts with their words."""
    moves, alerts = callouts(whole(one), whole(two), changed(one, two))
    return (
        [(one[m.against_start : m.against_end], two[m.start : m.end]) for m in moves],
        [(a.kind, one[a.against_start : a.against_end], two[a.start : a.end]) for a in alerts],
    )


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("it pays nine crowns in May", "it pays ten crowns in May", [("number", "nine", "ten")]),
        ("it pays nine crowns in May", "it pays 9 crowns in May", []),
        ("it rose 3.5 percent", "it rose 5.3 percent", [("number", "3.5", "5.3")]),
        ("a 50-year lease", "a 60-year lease", [("number", "50", "60")]),
        ("a $1 billion plan", "a $1 million plan", [("number", "$1 billion", "$1 million")]),
        ("in 2019 the ferry sank", "the ferry sank", [("number", "2019", "")]),
        ("one of the ships sank", "some of the ships sank", []),
        ("it will not pay", "it will pay", [("negation", "not", "")]),
        ("it will pay", "it will never pay", [("negation", "", "never")]),
        ("it isn’t over", "it is not over", []),
        ("it won't sink", "it will sink", [("negation", "won't", "")]),
        ("a $3.5 million plan", "a €3.5 million plan", [("unit", "$3.5 million", "€3.5 million")]),
        ("a $3,500,000 plan", "a $3.5 million plan", []),
        ("a $3.5 million plan", "a 3.5 million dollar plan", []),
        ("it took 25 hours", "it took twenty-five hours", []),
        ("it took 25 hours", "it took twenty-six hours", [("number", "25", "twenty-six")]),
        ("a third tram came", "a second tram came", [("number", "third", "second")]),
        ("first the tram came", "the tram came", []),
        ("at 8pm it sank", "at 9pm it sank", [("number", "8pm", "9pm")]),
        ("he could hardly see", "he could see", [("negation", "hardly", "")]),
        ("it opens in May every year", "it opens in June every year", [("name", "May", "June")]),
        ("the United States sings", "the U.S. sings", []),
        ("so the United Nations asked", "so the UN asked", []),
        ("Anna Berg sang of the sea", "Hanna Berg sang of the sea", [("name", "Anna", "Hanna")]),
        ("in town Mayor Smith sang", "in town Mayor Jones sang", [("name", "Smith", "Jones")]),
        ("Yesterday we sang of the sea", "Today we sang of the sea", []),
        ("the promise of AGI is old", "the promise of artificial general intelligence is old", []),
        ("the ferry, which carries 300 people a day, will sail", "the ferry will sail", []),
    ],
)
def test_what_is_called_out(one: str, two: str, expected: list[tuple[str, str, str]]) -> None:
    assert seen(one, two)[1] == expected


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("it raised $5m from funds", "it raised $5 million from funds"),
        ("it raised 1.2bn euros", "it raised €1.2 billion"),
        ("about 1,000 boats sank", "about 1.000 boats sank"),
        ("about 1\u202f000 boats sank", "about 1000 boats sank"),
        ("in its two hundred years", "in its 200 years"),
        ("one and a half million came", "1.5 million came"),
        ("a million tickets went", "one million tickets went"),
        ("the 21st quake", "the twenty-first quake"),
        ("after the fiftieth vote", "after the 50th vote"),
        ("two thirds of them", "two-thirds of them"),
        ("it opens on July 15 in town", "it opens on 15th July in town"),
        ("it opens on July 15 in town", "it opens on 15/07 in town"),
        ("on Jan. 22, 2021, it began", "on 22 January, 2021, it began"),
        ("it left at 3:30 a.m. sharp", "it left at 3.30am sharp"),
        ("between €110m and €120m", "110 to 120 million euros"),
        ("it orbits at 500km above", "it orbits at 500 kilometres above"),
        ("it cost £5 then", "it cost 5 pounds then"),
        ("a decade of work", "ten years of work"),
        ("more than 200 homes", "over 200 homes"),
        ("some 40 died of it", "about 40 died of it"),
        ("it will close soon", "it would close soon"),
        ("they cannot tax it", "they can't tax it"),
        ("he uncovered the plot", "he covered the plot up"),
        ("they keep the house, most of them old, in town", "they keep the house in town"),
        ("she has just left", "she has left"),
    ],
)
def test_what_says_the_same_is_not_called_out(one: str, two: str) -> None:
    assert seen(one, two)[1] == []


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("it raised $5m from funds", "it raised $5bn from funds", [("number", "$5m", "$5bn")]),
        ("it costs 1.2 billion now", "it costs 1.2 trillion now", [("number", "1.2 billion", "1.2 trillion")]),
        ("they won 3-2 in the rain", "they won 2-3 in the rain", [("number", "3-2", "2-3")]),
        ("they won 3–2 in the rain", "they won 3–1 in the rain", [("number", "2", "1")]),
        ("it opens on July 15", "it opens on June 15", [("number", "July 15", "June 15")]),
        ("at 3 a.m. on Sunday", "at 3 p.m. on Sunday", [("number", "3 a.m.", "3 p.m.")]),
        ("in the 1930s it was built", "in the 1950s it was built", [("number", "1930s", "1950s")]),
        ("hundreds of thousands came", "tens of thousands came", [("number", "hundreds", "tens")]),
        ("it pays $20 billion now", "it pays $20 billion (£13 billion) now", [("number", "", "£13 billion")]),
        ("it holds 20 people now", "it holds 20 million people now", [("number", "20", "20 million")]),
        ("it runs 120 miles north", "it runs 120 kilometres north", [("unit", "miles", "kilometres")]),
        ("it reached 300°C inside", "it reached 300°F inside", [("unit", "°C", "°F")]),
        ("jailed for six years today", "jailed for six months today", [("unit", "years", "months")]),
        ("up by 7 percent now", "up by 7 percentage points now", [("unit", "percent", "percentage points")]),
        ("a 3-second lead", "a 3-minute lead", [("unit", "second", "minute")]),
        ("it was legal there", "it was illegal there", [("negation", "legal", "illegal")]),
        ("he was able to see", "he was unable to see", [("negation", "able", "unable")]),
        ("a harmless old tree", "a harmful old tree", [("negation", "harmless", "harmful")]),
        ("a non-toxic paint", "a toxic paint", [("negation", "non", "")]),
        ("she failed to report it", "she reported it", [("negation", "failed to", "")]),
        ("no unless it rains", "no although it rains", [("negation", "unless", "")]),
        ("shares fell again", "shares rose again", [("opposite", "fell", "rose")]),
        ("until the week ends", "after the week ends", [("opposite", "until", "after")]),
        ("it will close soon", "it may close soon", [("modality", "will", "may")]),
        ("it couldn't close soon", "it wouldn't close soon", [("modality", "couldn't", "wouldn't")]),
        ("he allegedly sold them", "he sold them", [("modality", "allegedly", "")]),
        ("we saw all of them", "we saw some of them", [("quantity", "all", "some")]),
        ("it hit more than 200 homes", "it hit nearly 200 homes", [("quantity", "more than", "nearly")]),
        ("it hit more than 200 homes", "it hit 200 homes", [("quantity", "more than", "")]),
        ("with fewer than 50 staff", "with more than 50 staff", [("quantity", "fewer than", "more than")]),
        ("killed at least 40 people", "killed at most 40 people", [("quantity", "at least", "at most")]),
        ("with 50 staff or more today", "with 50 staff or fewer today", [("quantity", "or more", "or fewer")]),
        ("she always travels so", "she sometimes travels so", [("quantity", "always", "sometimes")]),
        ("only members may vote", "members may vote", [("quantity", "only", "")]),
    ],
)
def test_what_turns_a_sentence_is_called_out(one: str, two: str, expected: list[tuple[str, str, str]]) -> None:
    assert seen(one, two)[1] == expected


@pytest.mark.parametrize(
    ("language", "one", "two", "expected"),
    [
        ("de", "sie kommen nicht heute", "sie kommen heute", [("negation", "nicht", "")]),
        ("de", "Kein Zeuge kam heute", "Ein Zeuge kam heute", [("negation", "Kein", "")]),
        ("de", "zwölf Leute kamen", "12 Leute kamen", []),
        ("de", "es kostet 3,5 Millionen", "es kostet 3,5 Milliarden", [("number", "3,5 Millionen", "3,5 Milliarden")]),
        ("de", "mehr als 200 Leute", "bis zu 200 Leute", [("quantity", "mehr als", "bis zu")]),
        ("de-AT", "die alte Brücke fiel", "die alte Mauer fiel", []),
        ("fr", "il n'a pas signé", "il a signé", [("negation", "pas", "")]),
        ("fr", "à trois ans de prison", "à 3 mois de prison", [("unit", "ans", "mois")]),
        ("es", "nunca recibió la carta", "recibió la carta", [("negation", "nunca", "")]),
        ("es", "unas veinte casas", "unas 20 casas", []),
        ("en", "the sin of pride", "the pride", []),
    ],
)
def test_other_languages_have_words_of_their_own(
    language: str, one: str, two: str, expected: list[tuple[str, str, str]]
) -> None:
    _, alerts = callouts(whole(one), whole(two), changed(one, two), language)
    assert [(a.kind, one[a.against_start : a.against_end], two[a.start : a.end]) for a in alerts] == expected


def test_a_clause_at_another_place_is_moved_and_nothing_in_it_is_called_out() -> None:
    moved, alerts = seen("In May 2019 the mayor opened the bridge", "the mayor opened the bridge in May 2019")
    assert moved == [("In May 2019", "in May 2019")]
    assert alerts == []


def test_of_two_clauses_that_change_places_one_has_moved() -> None:
    moved, _ = seen(
        "we will rebuild the granite quay and then sell the rusty ferry",
        "we will sell the rusty ferry and then rebuild the granite quay",
    )
    assert moved == [("sell the rusty ferry",) * 2]


def test_a_single_little_word_at_another_place_has_not_moved() -> None:
    assert seen("also the ferry sank", "the ferry sank also")[0] == []


def test_what_is_equal_calls_nothing_out() -> None:
    assert seen("Nine men, no boat", "nine men – no boat") == ([], [])


def test_the_rest_of_a_hyphenated_word_that_changed_has_not_moved() -> None:
    moved, alerts = seen("a 200-year-old cannon", "a 300-year-old cannon")
    assert moved == []
    assert alerts == [("number", "200", "300")]


def test_percent_signs_and_currencies_are_read() -> None:
    assert seen("rose by 4 per cent last year", "rose by 4% last year") == ([], [])
    assert [edit.op for edit in changed("it costs $4 now", "it costs €4 now")] == ["equal", "replace", "equal"]
    assert [edit.op for edit in changed("rose by 4% last year", "rose by 4 last year")] == ["equal", "delete", "equal"]


def test_a_number_is_set_against_the_one_in_its_own_edit() -> None:
    _, alerts = seen("the vote was 51 for and 49 against it", "the vote was 49 for and 51 against it")
    assert alerts == [("number", "51", "49"), ("number", "49", "51")]


def test_alerts_of_a_long_text_cost_what_its_changes_cost() -> None:
    text = " ".join(f"on 3 May all {number} of us may go." for number in range(3000))
    other = text.replace("1500 of us may", "1501 of us will")
    assert seen(text, other)[1] == [("number", "1500", "1501"), ("modality", "may", "will")]
