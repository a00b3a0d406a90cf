"""Words found for a whole text at once are the words that the regular expression finds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.compare.tokens import LONGEST_HASHED, tokens
from reader.compare.vocabulary import Vocabulary
from reader.text.spans import Span
from reader.text.words import WORD, word_key, word_matches

LETTERS = st.text(alphabet="abÉ'’ʼ-_ .5é中のー々𠀁𝐀😀\n\u0301한ﬁ", max_size=30)


@given(LETTERS, st.lists(st.integers(0, 30), max_size=6))
def test_the_same_words_as_the_expression(text: str, cuts: list[int]) -> None:
    at = sorted(min(cut, len(text)) for cut in cuts)
    spans = [Span(one, two) for one, two in zip(at[::2], at[1::2], strict=False) if one < two] or [Span(0, len(text))]
    found = tokens(text, spans)
    expected = [match.span() for span in spans for match in WORD.finditer(text, *span)]
    assert list(zip(found.starts.tolist(), found.ends.tolist(), strict=True)) == expected
    assert [match.span() for match in word_matches(text, spans)] == expected


@given(st.text(max_size=60))
def test_any_text_at_all(text: str) -> None:
    found = tokens(text, [Span(0, len(text))])
    expected = [match.span() for match in WORD.finditer(text)]
    assert list(zip(found.starts.tolist(), found.ends.tolist(), strict=True)) == expected


def test_a_word_that_blocks_part_is_two() -> None:
    found = tokens("onetwo", [Span(0, 3), Span(3, 6)])
    assert found.starts.tolist() == [0, 3]
    assert found.ends.tolist() == [3, 6]


def test_equal_words_have_equal_hashes_wherever_they_stand() -> None:
    text = "ferry " * 20_000 + "quay ferry"
    hashes = tokens(text, [Span(0, len(text))]).hashes.tolist()
    assert len(set(hashes)) == 2
    assert hashes[-1] == hashes[0]


@pytest.mark.parametrize("length", [LONGEST_HASHED, LONGEST_HASHED + 1, 200_000])
def test_very_long_words_are_told_apart(length: int) -> None:
    one, two = "x" * length, "x" * (length - 1) + "y"
    text = f"{one} ferry {two} {one}"
    vocabulary = Vocabulary()
    assert (tokens(text, [Span(0, len(text))]).hashes == 0).tolist() == [length > LONGEST_HASHED, False] + [
        length > LONGEST_HASHED
    ] * 2
    first, ferry, second, again = vocabulary.numbers(text, tokens(text, [Span(0, len(text))])).tolist()
    assert first == again
    assert len({first, ferry, second}) == 3


def test_words_are_numbered_by_their_keys() -> None:
    text = "Ferries, ferry; the FERRY’S quay"
    vocabulary = Vocabulary()
    numbers = vocabulary.numbers(text, tokens(text, [Span(0, len(text))])).tolist()
    assert numbers[0] == numbers[1] == numbers[3]
    assert vocabulary.keys[numbers[4]] == word_key("quay")


def test_a_vocabulary_that_outgrows_its_table_keeps_its_numbers() -> None:
    text = " ".join(f"word{at}x word{at}xs" for at in range(15_000))
    vocabulary = Vocabulary()
    found = tokens(text, [Span(0, len(text))])
    first = vocabulary.numbers(text, found).tolist()
    assert first[::2] == first[1::2]
    assert len(set(first)) == 15_000
    assert vocabulary.numbers(text, found).tolist() == first
