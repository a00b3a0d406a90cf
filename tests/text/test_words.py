from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.spans import Span
from reader.text.words import count_words, word_key, word_spans


def words(text: str) -> list[str]:
    return [text[span.start : span.end] for span in word_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("– … !", []),
        ("The ferry’s late.", ["The", "ferry’s", "late"]),
        ("don't 'quote' rock'n'roll", ["don't", "quote", "rock'n'roll"]),
        ("large-scale", ["large", "scale"]),
        ("a\u00a0b", ["a", "b"]),
        ("£3.5bn", ["3", "5bn"]),
    ],
)
def test_words_end_at_blanks_marks_and_hyphens(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_words_are_looked_for_inside_the_given_spans_only() -> None:
    text = "one two three four"
    assert word_spans(text, [Span(4, 13)]) == [Span(4, 7), Span(8, 13)]
    assert count_words(text, [Span(0, 3), Span(14, 18)]) == 2
    assert count_words(text) == 4


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ferry", "ferries"),
        ("company's", "companies"),
        ("company’s", "company"),
        ("boss’s", "boss"),
        ("commercialising", "commercializes"),
        ("organisation", "organizations"),
        ("colours", "color"),
        ("centre", "center"),
        ("planned", "plan's"),
        ("building", "builds"),
        ("café", "CAFE"),
        ("don’t", "don't"),
        ("ﬁnding", "findings"),
    ],
)
def test_forms_of_one_word_have_one_key(one: str, other: str) -> None:
    assert word_key(one) == word_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("was", "has"), ("bus", "bush"), ("2019", "2018"), ("thing", "the"), ("sing", "s")],
)
def test_different_words_keep_different_keys(one: str, other: str) -> None:
    assert word_key(one) != word_key(other)


@given(st.text())
def test_spans_are_in_order_inside_the_text_and_counted(text: str) -> None:
    spans = word_spans(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= two.start for one, two in zip(spans, spans[1:], strict=False))
    assert count_words(text) == len(spans)


@given(st.text(max_size=30))
def test_a_key_is_made_of_any_word(text: str) -> None:
    for word in words(text):
        assert word_key(word) == word_key(word)
        assert " " not in word_key(word)
