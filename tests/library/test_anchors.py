"""Words are found again where the text around them has changed, and not guessed where they are gone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.anchors import Anchor, anchor, found_again
from reader.text.spans import Span

TEXT = "The toll rises in July. Nobody was told. The ferry stops. Nobody was told, she said.\n"


def at(text: str, words: str, which: int = 0) -> Span:
    start = -1
    for _ in range(which + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


@pytest.mark.parametrize("which", [0, 1])
@pytest.mark.parametrize(
    "changed",
    [
        TEXT,
        "A new first paragraph, as long as the rest of it together, and a half.\n\n" + TEXT,
        TEXT.replace("in July", "in August"),
        TEXT.replace("told.", "told!"),
        TEXT[20:],
        "Nobody knew. " * 30 + TEXT,
    ],
)
def test_of_two_places_the_one_with_the_same_surroundings(changed: str, which: int) -> None:
    held = anchor(TEXT, at(TEXT, "Nobody was told", which))
    assert found_again(changed, held) == at(changed, "Nobody was told", which)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        (TEXT.replace("The ferry stops", "the\nferry   stops"), "the\nferry   stops"),
        (TEXT.replace("The ferry stops", "THE FERRY\u00a0STOPS"), "THE FERRY\u00a0STOPS"),
    ],
)
def test_words_that_are_set_otherwise(changed: str, words: str) -> None:
    held = anchor(TEXT, at(TEXT, "The ferry stops"))
    assert found_again(changed, held) == at(changed, words)


LONG = "The council voted on Tuesday to raise the toll of the northern bridge to three euros from the first of July."
OTHER = "The council voted on Monday to close the landing of the southern ferry for two weeks in the middle of May."


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        (LONG.replace("three", "four"), None),
        (LONG.replace("voted on Tuesday", "on Tuesday narrowly voted"), None),
        (LONG.replace("northern ", ""), None),
        (LONG.replace("the toll", "what it calls the toll"), None),
        (LONG.replace("The council voted", "Councillors voted"), "voted on Tuesday"),
        (LONG.replace("from the first of July", "from the summer on"), "from the"),
        (LONG.upper().replace("THREE", "FOUR"), None),
    ],
)
@pytest.mark.parametrize("before", ["", f"{OTHER}\n\n" * 3])
def test_a_sentence_with_words_changed_is_found(before: str, changed: str, words: str | None) -> None:
    text = f"{before}Headline\n\n{changed} Nobody was told."
    found = found_again(text, anchor(f"{OTHER}\n\n{LONG}\n", at(f"{OTHER}\n\n{LONG}\n", LONG)))
    assert found is not None
    there = text[found.start : found.end]
    assert there in changed
    assert len(there) > 60
    assert words is None or words in there


def test_another_sentence_is_not_the_same_with_words_changed() -> None:
    held = anchor(LONG, Span(0, len(LONG)))
    assert found_again(f"{OTHER} {TEXT}", held) is None
    assert found_again(" ".join(sorted(LONG.split())), held) is None
    few = anchor(LONG, at(LONG, "raise the toll of"))
    assert found_again(LONG.replace("toll", "fee"), few) is None


def test_what_is_gone_is_not_guessed() -> None:
    held = anchor(TEXT, at(TEXT, "The ferry stops"))
    assert found_again(TEXT.replace("ferry", "boat"), held) is None
    assert found_again("", held) is None
    assert found_again(TEXT, Anchor("")) is None


@given(st.text("ab .\n", max_size=60), st.data())
def test_in_the_same_text_it_is_found_where_it_was(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = found_again(text, anchor(text, Span(start, end)))
    assert found == (Span(start, end) if end > start else None)
