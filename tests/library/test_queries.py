"""The grammar in which everything is asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.queries import FIELDS, Asked, Condition, Problem, Wanted, parse, parse_typed


def asked(*parts: Wanted | Condition) -> Asked:
    wanted = tuple(each for each in parts if isinstance(each, Wanted))
    return Asked(wanted, tuple(each for each in parts if isinstance(each, Condition)))


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("", asked()),
        ("-", asked()),
        ("… &", asked()),
        ("toll", asked(Wanted("toll"))),
        ("toll rise", asked(Wanted("toll"), Wanted("rise"))),
        ("-toll", asked(Wanted("toll", negated=True))),
        ("toll*", asked(Wanted("toll", goes_on=True))),
        ("-toll*", asked(Wanted("toll", negated=True, goes_on=True))),
        ('"toll rise"', asked(Wanted("toll rise"))),
        ('-"toll rise"*', asked(Wanted("toll rise", negated=True, goes_on=True))),
        ('"toll rise', asked(Wanted("toll rise"))),
        ("“toll rise”", asked(Wanted("toll rise"))),
        ("„toll rise“", asked(Wanted("toll rise"))),
        ("«toll rise» no", asked(Wanted("toll rise"), Wanted("no"))),
        ("「通行料」", asked(Wanted("通行料"))),
        ("'toll rise'", asked(Wanted("'toll"), Wanted("rise'"))),
        ("outlet:Gazette", asked(Condition("outlet", "gazette"))),
        ("OUTLET:Élan", asked(Condition("outlet", "elan"))),
        ('-outlet:"the gazette"', asked(Condition("outlet", "the gazette", negated=True))),
        ("author:Quill", asked(Condition("byline", "quill"))),
        ("byline:Quill", asked(Condition("byline", "quill"))),
        ("is:star", asked(Condition("is", "starred"))),
        ("is:un -is:tag", asked(Condition("is", "unread"), Condition("is", "tagged", negated=True))),
        ("after:2019", asked(Condition("after", "2019"))),
        ("before:2019-07", asked(Condition("before", "2019-07"))),
        ("after:2020-02-29", asked(Condition("after", "2020-02-29"))),
        ("outlet: toll", asked(Wanted("toll"))),
        ("after: before:", asked()),
        ("Update: it opens", asked(Wanted("Update"), Wanted("it"), Wanted("opens"))),
        ("10:30", asked(Wanted("10:30"))),
        ("https://example.org/a", asked(Wanted("https://example.org/a"))),
        ("ferry OR toll", asked(Wanted("ferry"), Wanted("OR"), Wanted("toll"))),
    ],
)
def test_what_is_asked(text: str, want: Asked) -> None:
    assert parse(text) == want


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("colour:red", f"There is no field “colour:”; there are {', '.join(f'{name}:' for name in FIELDS)}."),
        ('toll colour:"red and blue"', "“colour:”"),
        ("is:blue", "Nothing is “blue”; try is: with unread, read,"),
        (
            "after:yesterday",
            "“yesterday” is no date; after: takes a year, a month or a day: 2019, 2019-07,",
        ),
        ("before:2019-7", "“2019-7”"),
        ("after:2019-13", "“2019-13”"),
        ("after:2019-02-29", "“2019-02-29”"),
        ("after:0000", "“0000”"),
        ("-after:20190722", "“20190722”"),
    ],
)
def test_what_is_wrong_is_said(text: str, sentence: str) -> None:
    problem = parse(text)
    assert isinstance(problem, Problem)
    assert sentence in problem.sentence
    assert parse_typed(text) == problem or "2019-7" in text  # that may be the beginning of 2019-7x


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("a bri", asked(Wanted("a"), Wanted("bri", goes_on=True))),
        ("a bri ", asked(Wanted("a"), Wanted("bri"))),
        ('"a bri', asked(Wanted("a bri", goes_on=True))),
        ('"a bri"', asked(Wanted("a bri"))),
        ("“a bri", asked(Wanted("a bri", goes_on=True))),
        ("bri is:read", asked(Wanted("bri"), Condition("is", "read"))),
        ("bri after:", asked(Wanted("bri"))),
        ("after:201", asked()),
        ("after:2019", asked(Condition("after", "2019"))),
        ("after:2019-", asked(Condition("after", "2019"))),
        ("-before:2019-1", asked(Condition("before", "2019", negated=True))),
        ("before:2019-12-", asked(Condition("before", "2019-12"))),
        ("before:2019-12-3", asked(Condition("before", "2019-12"))),
        ("before:2019-12-30", asked(Condition("before", "2019-12-30"))),
    ],
)
def test_what_is_being_typed(text: str, want: Asked) -> None:
    assert parse_typed(text) == want


@given(st.text(max_size=40))
def test_any_text_is_a_question_or_a_problem(text: str) -> None:
    for result in (parse(text), parse_typed(text)):
        assert isinstance(result, Asked) or result.sentence.endswith(".")
