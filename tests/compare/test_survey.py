"""A whole shelf: who shares words with whom, copies, growth, and that nothing is started over."""

from __future__ import annotations

import random
from collections.abc import Generator

import numpy as np
import pytest

from reader.articles.article import Article
from reader.compare.evidence import Findings
from reader.compare.matcher import Matcher
from reader.compare.prints import PrintIndex, print_hashes
from reader.compare.promise import promise
from reader.compare.shelf_shares import Progress, ShelfShares
from reader.compare.survey import Survey
from reader.compare.vocabulary import Vocabulary
from tests.compare.conftest import article

PLANTED = "the granite masons of Skarholm quietly rebuilt seven ancient harbour bridges before bitter winter storms"


def shelf(count: int, words: int = 150) -> list[Article]:
    """Articles that share nothing but what a test plants in them."""
    return [article(unlike(words, seed), name=str(seed)) for seed in range(count)]


def unlike(words: int, seed: int) -> str:
    """A text of invented words, so that no two texts meet by chance."""
    rng = random.Random(seed)
    return " ".join(
        f"w{rng.randrange(10**6)}x." if at % 12 == 11 else f"w{rng.randrange(10**6)}x" for at in range(words)
    )


def planted(number: int, words: str = PLANTED) -> Article:
    return article(f"{unlike(80, 1000 + number)} {words}. {unlike(80, 2000 + number)}", name=f"planted {number}")


def told(steps: list[Progress]) -> set[tuple[int, int]]:
    return {(pair.first, pair.second) for step in steps for pair in step.pairs}


def test_pairs_of_a_large_shelf_are_found_without_alignment() -> None:
    articles = shelf(80)
    articles[7], articles[70] = planted(1), planted(2)
    matcher = Matcher()
    steps = list(matcher.survey(articles))
    assert told(steps) == {(7, 70)}
    (pair,) = (pair for step in steps for pair in step.pairs)
    assert not pair.is_aligned
    assert abs(pair.first_words - len(PLANTED.split())) <= 1
    assert matcher.effort.alignments == 0
    assert (steps[-1].done, steps[-1].of) == (80, 80)


def test_a_shelf_that_grows_is_not_started_over() -> None:
    articles = shelf(70)
    articles[3] = planted(1)
    matcher = Matcher()
    assert told(list(matcher.survey(articles))) == set()
    later = list(matcher.survey([*articles, planted(2)]))
    assert told(later) == {(3, 70)}
    assert later[-1].of == 1
    again = list(matcher.survey([*articles, planted(2)]))
    assert told(again) == {(3, 70)}
    assert again[-1].of == 0


def test_the_same_is_found_whether_articles_come_at_once_or_one_by_one() -> None:
    articles = shelf(20)
    for at in (2, 5, 11):
        articles[at] = planted(at)
    at_once, one_by_one = Survey(Vocabulary()), Survey(Vocabulary())
    together = [step.findings for step in at_once.add(articles)]
    single = [step.findings for each in articles for step in one_by_one.add([each])]
    assert places(together) == places(single)
    assert {pair[:2] for pair in places(single)} == {(2, 5), (2, 11), (5, 11)}


def places(found: list[Findings]) -> set[tuple[int, ...]]:
    names = ("first", "second", "a", "a_end", "b", "b_end")
    return {row for part in found for row in zip(*(getattr(part, name).tolist() for name in names), strict=True)}


def test_a_search_that_is_stopped_half_way_goes_on_later() -> None:
    articles = shelf(700, 20)
    articles[3], articles[690] = planted(1), planted(2)
    matcher = Matcher()
    for step in matcher.survey(articles):
        if step.done >= 500:
            break
    later = list(matcher.survey(articles))
    assert later[-1].of == 200
    assert told(later) == {(3, 690)}


def test_copies_stand_behind_the_first_of_them() -> None:
    text = unlike(900, 5000)
    articles = shelf(70)
    articles[1] = article(text, name="first")
    articles[2] = article(text + " And a last line that only this paper prints.", name="second")
    articles[3] = article(text.replace(text.split()[40], "changed"), name="third")
    steps = list(Matcher().survey(articles))
    assert sorted(pair for step in steps for pair in step.copies) == [(2, 1), (3, 1)]
    assert told(steps) == set()


def test_an_article_that_shares_one_sentence_is_no_copy() -> None:
    articles = shelf(70)
    articles[1], articles[2] = planted(1), planted(2)
    assert not [pair for step in Matcher().survey(articles) for pair in step.copies]


def test_an_article_that_took_over_most_of_another_is_no_copy() -> None:
    articles = shelf(70)
    articles[1] = article(unlike(1200, 5000), name="first")
    articles[2] = article(f"{unlike(1200, 5000)[:7000]} {unlike(250, 5001)}", name="second")
    steps = list(Matcher().survey(articles))
    assert not [pair for step in steps for pair in step.copies]
    assert told(steps) == {(1, 2)}


def test_what_stands_everywhere_says_nothing_of_two() -> None:
    articles = [planted(at) for at in range(70)]
    assert told(list(Matcher().survey(articles))) == set()


def test_the_same_article_twice_is_told_as_a_copy() -> None:
    articles = shelf(70)
    articles[9] = articles[4]
    steps = list(Matcher().survey(articles))
    assert [pair for step in steps for pair in step.copies] == [(9, 4)]


def test_words_that_meet_by_their_hash_alone_are_no_evidence(monkeypatch: pytest.MonkeyPatch) -> None:
    def all_the_same(ids: np.ndarray) -> np.ndarray:  # type: ignore[type-arg]
        return np.zeros(max(0, len(ids) - 3), np.uint64)

    monkeypatch.setattr("reader.compare.survey.print_hashes", all_the_same)
    survey = Survey(Vocabulary())
    assert all(not len(step.findings) for step in survey.add(shelf(3, 8)))


def test_prints_meet_whatever_part_of_the_index_they_are_in() -> None:
    index = PrintIndex()
    met = [index.add(np.array([key << 40], np.uint64), np.array([at]), 32, 1000) for at, key in enumerate([5, 9, 7, 5])]
    assert [len(each.later) for each in met] == [0, 0, 0, 1]
    assert (met[3].later[0], met[3].earlier[0]) == (3, 0)
    again = index.add(np.array([5 << 40], np.uint64), np.array([4]), 32, 1000)
    assert sorted(zip(again.later.tolist(), again.earlier.tolist(), strict=True)) == [(4, 0), (4, 3)]
    assert len(index) == 5


def test_meetings_are_bounded() -> None:
    count = 30
    keys, at = np.full(count, 1 << 40, np.uint64), np.arange(count)
    assert len(PrintIndex().add(keys, at, 32, 10**6).later) == count * (count - 1) // 2
    assert len(PrintIndex().add(keys, at, 32, 100).later) == 0
    assert len(PrintIndex().add(keys, at, 29, 10**6).later) == 0


def test_a_print_is_four_words() -> None:
    assert len(print_hashes(np.array([1, 2, 3]))) == 0
    one, two = print_hashes(np.array([1, 2, 3, 4])), print_hashes(np.array([9, 1, 2, 3, 4]))
    assert one[0] == two[1]
    assert one[0] != two[0]


def test_what_is_stopped_within_a_part_loses_no_evidence() -> None:
    articles = shelf(80)
    articles[7], articles[70] = planted(1), planted(2)
    shares = ShelfShares(Vocabulary())
    steps = shares.shares(articles)
    assert isinstance(steps, Generator)
    half_way = [next(step for step in steps if step.done == 40) for _ in range(2)]
    assert not told(half_way)  # the words are taken in, the evidence is still to come
    steps.close()
    assert told(list(shares.shares(articles))) == {(7, 70)}


def test_what_stands_around_a_finding_adds_to_its_promise() -> None:
    around = "yellow {} beside granite masons carrying seven {} lanterns"
    texts = [f"{unlike(40, 1)} {around.format('boats', 'paper')}", f"{unlike(40, 2)} {around.format('gulls', 'glass')}"]
    survey = Survey(Vocabulary())
    (found,) = [step.findings for step in survey.add([article(text) for text in texts]) if len(step.findings)]
    assert promise(found, survey.words)[0] > found.weight[0]
    alone = ["one beside granite masons carrying seven", "two beside granite masons carrying seven"]
    survey = Survey(Vocabulary())
    (found,) = [step.findings for step in survey.add([article(text) for text in alone]) if len(step.findings)]
    assert promise(found, survey.words)[0] == found.weight[0]


def test_a_short_article_with_the_same_words_is_a_copy_and_one_with_others_is_not() -> None:
    articles = shelf(70)
    flash = "The night ferry between Skarholm and the islands has been cancelled, the harbour says."
    articles[2] = article(flash, name="first")
    articles[5] = article(flash.upper(), name="second")
    articles[7] = article(flash.replace("night", "early"), name="third")
    articles[8], articles[9] = article("Too short.", name="fourth"), article("Not more.", name="fifth")
    assert [pair for step in Matcher().survey(articles) for pair in step.copies] == [(5, 2)]
