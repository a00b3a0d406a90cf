"""Effort grows with the texts, not with their product: counted in steps, so that no clock is needed."""

from __future__ import annotations

import random
import re

import pytest

from reader.articles.article import Article
from reader.compare.chains import Effort
from reader.compare.matcher import Matcher, compare
from reader.compare.rarity import document_frequencies
from tests.compare.conftest import article


def prose(words: int, seed: int) -> str:
    """Words by rank, in sentences of a dozen, paragraphs of four sentences, with one stock phrase in each."""
    rng = random.Random(seed)
    known = list(document_frequencies())
    ranks = [1 / (rank + 3) for rank in range(len(known))]
    drawn = rng.choices(known, ranks, k=words)
    out = []
    for start in range(0, words, 12):
        end = ".\n" if start % 48 == 36 else ". "
        out.append(" ".join(drawn[start : start + 12]).capitalize() + ", did not respond to a request" + end)
    return "".join(out)


def effort(words: int) -> Effort:
    matcher = Matcher()
    matcher.compare((article(prose(words, 1), name="a"), article(prose(words, 2), name="b")))
    return matcher.effort


def test_eight_times_the_text_costs_no_more_than_sixteen_times_the_steps() -> None:
    assert effort(16_000).steps <= 16 * effort(2_000).steps


def exchanged(words: int) -> Effort:
    """Two texts of sentences of which every other one stands in both, at another place."""
    ours, theirs = (re.findall(r"[^.]+\.", prose(words, seed)) for seed in (1, 2))
    theirs = [*ours[::2], *theirs[1::2]]
    random.Random(3).shuffle(theirs)
    matcher = Matcher()
    matcher.compare((article("".join(ours), name="a"), article("".join(theirs), name="b")))
    return matcher.effort


def test_so_do_texts_that_share_half_of_their_sentences() -> None:
    few, many = exchanged(1_000), exchanged(4_000)
    assert many.steps <= 8 * few.steps


def test_most_seeds_are_not_worth_an_alignment() -> None:
    spent = effort(16_000)
    assert spent.alignments <= spent.seeds / 2


def repetitive(kind: str, words: int) -> str:
    return {
        "one word": "the " * words,
        "one rare word": "zyzzyva " * words,
        "two words": "the zyzzyva " * (words // 2),
        "a line": "the harbour bridge will charge heavy lorries nine crowns.\n" * (words // 9),
        "a chorus": ("row the boat row the boat home again " * 5 + "\n") * (words // 40),
    }[kind]


@pytest.mark.parametrize("kind", ["one word", "one rare word", "two words", "a line", "a chorus"])
def test_a_text_that_repeats_itself_all_the_time_costs_little(kind: str) -> None:
    text = repetitive(kind, 20_000)
    matcher = Matcher()
    matcher.compare((article(text, name="a"), article(text + "and more", name="b")))
    assert matcher.effort.steps <= 20 * 20_000


def test_an_identical_long_text_is_one_passage_in_few_steps() -> None:
    text = prose(20_000, 3)
    matcher = Matcher()
    one, two = (Article(id=name, path=name, text=text, blocks=article(text).blocks) for name in "ab")
    (passage, *rest) = matcher.compare((one, two)).passages
    assert passage.words > 20_000
    assert passage.kind == "verbatim"
    assert not rest
    assert matcher.effort.steps <= 20 * 20_000


def letters(words: int, seed: int) -> str:
    return " ".join(random.Random(seed).choices("acgt", k=words))


def test_four_words_in_any_order_are_nothing_that_two_texts_share() -> None:
    one, two = article(letters(800, 1), name="a"), article(letters(800, 2), name="b")
    assert sum(passage.words for passage in compare((one, two)).passages) <= 20


def test_four_words_in_the_same_order_are() -> None:
    text = letters(800, 1)
    (passage,) = compare((article(text, name="a"), article(text + " aa", name="b"))).passages
    assert passage.words == 800
