"""Articles in groups, and why they are in them."""

import pytest

from reader.articles.article import Article, Particulars
from reader.library.grouping import STORY_DAYS, STORY_WORDS, Shared, by_date, by_outlet, by_source, by_story, pairs_of
from reader.library.store import Store


def article(id: str, outlet: str | None = None, published: str | None = None, path: str | None = None) -> Article:
    about = Particulars(title=id.upper(), outlet=outlet, published=published)
    return Article(id=id, path=path or f"texts/{id}.txt", text="", particulars=about)


SHELF = [
    article("a", "Gazette", "2024-03-03"),
    article("b", "courier", "2024-03-05"),
    article("c", None, "2024-01-01", "-"),
    article("d", "Gazette", None, "mail.mbox#3"),
    article("e", "gazette", "2026-01-01", "e.txt"),
]


def test_by_outlet_by_date_by_source() -> None:
    assert [(group.name, group.articles) for group in by_outlet(SHELF)] == [
        ("courier", (1,)),
        ("Gazette", (0, 3)),
        ("gazette", (4,)),
        (None, (2,)),
    ]
    assert [group.name for group in by_date(SHELF)] == ["2026-01-01", "2024-03-05", "2024-03-03", "2024-01-01", None]
    assert [(group.name, group.articles) for group in by_date(SHELF, 7)][1] == ("2024-03", (0, 1))
    assert [(group.name, group.articles) for group in by_source(SHELF)] == [
        (".", (4,)),
        ("mail.mbox", (3,)),
        ("texts", (0, 1)),
        (None, (2,)),
    ]


def stories(shared: list[Shared], decided: dict[tuple[str, str], bool] | None = None) -> list[str]:
    groups = by_story(SHELF, shared, decided or {})
    assert sorted(place for group in groups for place in group.articles) == [0, 1, 2, 3, 4]
    return ["".join(SHELF[place].id for place in group.articles) for group in groups]


@pytest.mark.parametrize(
    ("shared", "want"),
    [
        ([], "a b c d e"),
        ([Shared(0, 1, STORY_WORDS, 5)], "ab c d e"),
        ([Shared(1, 0, STORY_WORDS - 1, 5)], "a b c d e"),
        ([Shared(0, 2, 200, 30)], "a b c d e"),  # two months apart
        ([Shared(0, 2, 200, 60)], "ac b d e"),  # the same text
        ([Shared(0, 3, 20, 5), Shared(3, 1, 20, 5)], "abd c e"),  # undated
    ],
)
def test_shared_words_and_near_dates_make_a_story(shared: list[Shared], want: str) -> None:
    assert STORY_DAYS < 60
    assert stories(shared) == want.split()


def test_what_was_decided_by_hand_goes_first() -> None:
    shared = [Shared(0, 1, 100, 9), Shared(1, 3, 50, 9), Shared(3, 4, 20, 9)]
    assert stories(shared) == ["abde", "c"]
    assert stories(shared, {("a", "d"): False}) == ["ab", "de", "c"]
    assert stories(shared, {("a", "d"): False, ("a", "b"): False}) == ["bde", "a", "c"]
    assert stories([], {("b", "e"): True}) == ["be", "a", "c", "d"]
    assert stories(shared, {("x", "y"): True, ("c", "x"): False}) == ["abde", "c"]


def test_the_evidence_is_shown() -> None:
    group = by_story(SHELF, [Shared(1, 0, 40, 7.5), Shared(0, 2, 500, 20)], {("a", "d"): True})[0]
    assert group.name == "A"
    assert [(tie.first, tie.second, tie.words, tie.days, tie.by_hand) for tie in group.ties] == [
        (0, 3, 0, None, True),
        (0, 1, 40, 2, False),
    ]


def test_a_wrong_grouping_is_undone_and_that_is_kept() -> None:
    store = Store.memory()
    shared = [Shared(0, 1, 100, 9), Shared(1, 3, 50, 9)]
    (group, *_) = by_story(SHELF, shared, store.pairings())
    assert group.articles == (0, 1, 3)
    store.pair(pairs_of(SHELF, group, taken_out=1), False)
    assert stories(shared, store.pairings()) == ["a", "b", "c", "d", "e"]  # d was held by b alone
    store.undo()
    assert stories(shared, store.pairings()) == ["abd", "c", "e"]
    assert pairs_of(SHELF, group) == [("a", "b"), ("a", "d"), ("b", "d")]
