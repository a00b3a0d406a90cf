"""What a survey tells of pairs becomes a matrix: copies share what their originals share."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.articles.article import Article
from reader.compare.shelf_shares import PairShare, Progress
from reader.reports.matrix import Shares, matrix_json, matrix_text
from tests.tui.shelf import GARDEN, HERALD, article

ONE = article(HERALD, "one.md")
ARTICLES: tuple[Article, ...] = (ONE, article(GARDEN, "two.md"), replace(ONE, id="copy"), replace(ONE, id="again"))


def shares(*told: Progress) -> Shares:
    found = Shares(ARTICLES)
    for each in told:
        found.add(each)
    found.settle()
    return found


def test_copies_share_what_their_originals_share() -> None:
    found = shares(Progress(1, 1, (PairShare(0, 1, 20, 18),), ((2, 0), (3, 0))))
    assert {pair for pair, words in found.words.items() if words == 20} == {(0, 1), (2, 1), (3, 1)}
    assert {pair for pair, words in found.words.items() if words == 18} == {(1, 0), (1, 2), (1, 3)}
    assert found.percent(2, 3) == found.percent(0, 2) == 100.0
    assert matrix_json(found)["copies"] == [{"article": 2, "of": 0}, {"article": 3, "of": 0}]
    assert "C is nearly the same as A" in list(matrix_text(found))


@pytest.mark.parametrize("aligned", [True, False])
def test_what_was_only_found_in_a_row_is_said_to_be_so(aligned: bool) -> None:
    found = shares(Progress(1, 1, (PairShare(0, 1, 20, 18, aligned),)))
    assert matrix_json(found)["aligned"] is aligned
    assert any("found in a row" in line for line in matrix_text(found)) is not aligned


def test_no_share_is_rounded_to_nothing_or_to_all() -> None:
    words = ONE.words
    lines = "\n".join(matrix_text(shares(Progress(1, 1, (PairShare(0, 1, 1, 1), PairShare(0, 2, words - 1, words))))))
    assert "<1 % of A is in B (1 word)" in lines
    assert f"99 % of A is in C ({words - 1} words)" in lines
