"""Passages across a shelf: all their places, in order of interest, the rest folded away with a reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

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


LONGER = f"{PLANTED} came and the whole town of eleven thousand people walked across them with lanterns"


def test_a_part_of_a_longer_passage_is_shown_with_it() -> None:
    articles = [told(0, LONGER), told(1, LONGER), told(2, PLANTED)]
    (each,) = search(articles).passages
    assert (each.articles, each.in_part) == ((0, 1), (2,))
    (part,) = each.parts
    assert part.articles == (0, 1, 2)
    assert (each.passage.number, part.passage.number) == (1, 2)
    assert each.rank == max(each.rank, part.rank)


def test_what_most_have_without_the_longer_one_stands_by_itself() -> None:
    articles = [told(0, LONGER), told(1, LONGER), *(told(at, PLANTED) for at in range(2, 6))]
    found = search(articles).passages
    assert sorted(each.articles for each in found) == [(0, 1), (0, 1, 2, 3, 4, 5)]
    assert all(each.parts == () for each in found)


def test_a_quotation_is_no_part_of_what_is_shown_after_it() -> None:
    articles = [told(0, f"{LONGER} and “{SAID}”"), told(1, f"{LONGER} and {SAID}"), told(2, f"Here “{SAID}” stands")]
    found = search(articles)
    assert words(found, articles, "quotations") == [SAID]


def test_a_title_in_quotation_marks_is_a_name() -> None:
    articles = [told(at, f"{who} on “Meet The Press Tonight”") for at, who in enumerate(("he sang", "she wept"))]
    found = search(articles)
    assert found.quotations == ()
    assert words(found, articles, "names and titles")[0].endswith("“Meet The Press Tonight")


def test_a_phrase_of_one_story_is_no_stock_phrase_though_one_shares_only_a_part() -> None:
    articles = [
        told(0, f"{LONGER}.\nThe council {STOCK}"),
        told(1, f"{LONGER}.\nMasons {STOCK}"),
        told(2, f"{PLANTED}.\nTwo pilots {STOCK}"),
    ]
    found = search(articles)
    assert words(found, articles, "stock phrases") == []
    assert words(found, articles, "short passages")[0].endswith(STOCK)


def test_words_around_an_attribution_do_not_fold_a_long_passage_away() -> None:
    first, second = PLANTED.split(" seven ")
    said = f"“{first},” wrote Ingrid Vale, who had long been the mayor there, “seven {second}”"
    articles = [told(0, PLANTED), told(1, said)]
    assert [each.articles for each in search(articles).passages] == [(0, 1)]


def test_on_a_very_large_shelf_what_promises_little_is_not_looked_into(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.compare.shelf_search._MANY", 50)
    articles = everything(80)
    found = search(articles)
    assert words(found, articles, "passages") == [PLANTED]
    assert words(found, articles, "quotations") == [SAID]
    light = [told(at, f"{who} orange kites sank beside granite walls") for at, who in enumerate(("w1x", "w2x"))]
    assert search([*light, *shelf(80)]).all == ()
    assert len(search([*light, *shelf(20)]).all) == 1


def test_making_the_list_ready_leaves_little_to_do() -> None:
    searching = Matcher().passages(everything())
    for _ in searching.steps():
        pass
    stages = list(searching.describing())
    found = searching.result()
    assert len(stages) == len(found.all) + sum(len(each.parts) for each in found.all)
    assert searching.result() == found
