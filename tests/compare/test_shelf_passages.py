"""Passages across a shelf: all their places, in order of interest, the rest folded away with a reason."""

from __future__ import annotations

from dataclasses import replace

from reader.articles.article import Article, Particulars
from reader.compare.matcher import Matcher
from reader.compare.ranking import REASONS, ShelfPassages
from tests.compare.conftest import article
from tests.compare.test_survey import PLANTED, shelf, unlike

SAID = "we would rather explain a small toll today than a long closure in ten years"
NAME = "Ingrid Vale, mayor of Skarholm, Ostwick Harbour Authority"
STOCK = "did not immediately respond to repeated emailed requests for comment"


def told(number: int, words: str, outlet: str | None = None, published: str | None = None) -> Article:
    text = f"{unlike(70, 3000 + number)}\n{words}.\n{unlike(70, 4000 + number)}"
    made = article(text, name=f"told {number}", quotations=True)
    return replace(made, particulars=Particulars(outlet=outlet, published=published))


def search(articles: list[Article]) -> ShelfPassages:
    found = Matcher().passages(articles)
    for _ in found.steps():
        pass
    return found.result()


def words(found: ShelfPassages, articles: list[Article], group: str) -> list[str]:
    chosen = {"quotations": found.quotations, "passages": found.passages}.get(group)
    if chosen is None:
        chosen = next((bucket.passages for bucket in found.buckets if bucket.kind == group), ())
    places = [each.passage.occurrences[0] for each in chosen]
    return [articles[place.article].text[place.start : place.end] for place in places]


def everything(more: int = 0) -> list[Article]:
    """Articles with one of everything, and ``more`` that share nothing."""
    return [
        told(0, f"“{SAID},” they hold"),
        told(1, f"Here “{SAID}” stands"),
        told(2, PLANTED),
        told(3, f"As we hear {PLANTED}"),
        *(told(at, f"{who} {STOCK}") for at, who in ((4, "The island council"), (5, "Masons"), (6, "Two pilots"))),
        told(7, f"It was {NAME}, who sang about whales and old winters at length"),
        told(8, f"Nobody saw {NAME} in the dark cellar under that hall, or asked"),
        told(9, "the night ferry will keep its summer timetable for good", "Gazette"),
        told(10, "It is said the night ferry will keep its summer timetable for good", "Gazette"),
        *shelf(more),
    ]


def check(articles: list[Article]) -> None:
    found = search(articles)
    assert words(found, articles, "quotations") == [SAID]
    assert words(found, articles, "passages") == [PLANTED]
    assert words(found, articles, "stock phrases") == [STOCK]
    assert words(found, articles, "names and titles") == [NAME]
    (repeated,) = words(found, articles, "own repeats")
    assert repeated.startswith("the night ferry will keep")
    assert [each.passage.number for each in found.all] == list(range(1, len(found.all) + 1))
    assert {bucket.kind: bucket.reason for bucket in found.buckets}.items() <= REASONS.items()
    assert found.is_complete


def test_a_small_shelf_is_ranked_and_folded() -> None:
    check(everything())


def test_a_large_shelf_gives_the_same() -> None:
    check(everything(80))


def test_a_passage_has_all_its_places_and_the_earliest_is_named() -> None:
    dates = ["2024-05-03", None, "2024-05-01", "2024-05-02"]
    articles = [told(at, PLANTED, f"paper {at}", date) for at, date in enumerate(dates)]
    (each,) = search(articles).passages
    assert each.articles == (0, 1, 2, 3)
    assert each.outlets == ("paper 0", "paper 1", "paper 2", "paper 3")
    assert each.earliest == 2


def test_without_two_dates_or_with_two_first_nothing_is_earliest() -> None:
    for dates in (["2024-05-03", None], [None, None], ["2024-05-03", "2024-05-03"]):
        articles = [told(at, PLANTED, published=date) for at, date in enumerate(dates)]
        assert [each.earliest for each in search(articles).passages] == [None]


def test_what_more_articles_have_comes_first() -> None:
    other = (
        "seven stubborn lighthouse keepers quietly repainted the northern granite tower before the autumn gales came in"
    )
    articles = [told(at, PLANTED) for at in range(2)] + [told(at, other) for at in range(2, 6)]
    assert words(search(articles), articles, "passages") == [other, PLANTED]


def test_copies_are_named_and_not_compared() -> None:
    text = unlike(900, 5000)
    articles = [*everything(80), article(text, name="one"), article(f"{text} More.", name="two")]
    found = search(articles)
    assert found.copies == ((len(articles) - 1, len(articles) - 2),)
    assert not any(set(each.articles) & {len(articles) - 1} for each in found.all)


def test_a_search_can_be_stopped_with_what_there_is() -> None:
    articles = everything(80)
    search = Matcher().passages(articles)
    for stage in search.steps():
        if stage.name == "findings" and stage.done == 2:
            break
    found = search.result()
    assert not found.is_complete
    assert 1 <= len(found.all) <= 2


def test_only_so_many_of_each_group() -> None:
    articles = [told(at, f"{PLANTED} {word}") for at, word in enumerate(["sang", "sang"])]
    articles += [told(at, f"“{SAID},” they hold") for at in (2, 3)]
    whole = search(articles)
    cut = whole.first(0)
    assert (len(whole.all), cut.all, cut.left_out) == (2, (), 2)


def test_a_shelf_of_strangers_shares_nothing() -> None:
    assert search(shelf(70)).all == ()
    assert search(shelf(3)).all == ()
    assert search([]).all == ()
