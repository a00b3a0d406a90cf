"""Several articles at once, shares, near misses, and what holds of any comparison."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.articles.article import Article
from reader.compare.comparison import Comparison
from reader.compare.matcher import Matcher, PairShare, compare
from reader.compare.thresholds import DEFAULT
from reader.text.spans import overlap
from tests.compare.conftest import article

HALF = "the harbour bridge will charge heavy lorries a toll of nine crowns"
LONG = f"{HALF} and every crown of it goes into granite for the old northern quay"
FERRY = "the night ferry between Skarholm and the islands will keep its timetable until the summer"


def wording(comparison: Comparison, articles: tuple[Article, ...]) -> list[list[tuple[int, str]]]:
    return [
        [(o.article, articles[o.article].text[o.start : o.end]) for o in p.occurrences] for p in comparison.passages
    ]


def test_three_articles_with_the_same_sentence_share_one_passage() -> None:
    articles = tuple(article(f"{start} {FERRY}.", name=start) for start in ("We hear that", "It seems", "No doubt"))
    assert wording(compare(articles), articles) == [[(0, FERRY), (1, FERRY), (2, FERRY)]]


def test_a_part_that_a_third_article_has_is_a_passage_of_its_own() -> None:
    articles = (
        article(f"We hear {LONG}.", name="a"),
        article(f"And so {LONG}.", name="b"),
        article(f"It said {HALF}.", name="c"),
    )
    found = wording(compare(articles), articles)
    assert [(0, LONG), (1, LONG)] in found
    assert [(0, HALF), (1, HALF), (2, HALF)] in found
    assert len(found) == 2


def test_two_sentences_that_are_each_like_a_third_are_not_glued() -> None:
    middle = "the council will sell the ferry and rebuild the granite quay before winter comes"
    one = "the council will sell the ferry and two rusty barges at an auction in Skarholm"
    two = "someone has to pay, rebuild the granite quay before winter comes, they demanded"
    articles = (article(f"{one}.", name="a"), article(f"{middle}.", name="b"), article(f"{two}.", name="c"))
    for passage in compare(articles, DEFAULT.at_words(5)).passages:
        assert {o.article for o in passage.occurrences} != {0, 1, 2}


def test_two_rewordings_of_a_sentence_that_are_unlike_each_other_are_not_glued() -> None:
    middle = (
        "granite masons from Skarholm quietly rebuilt seven ancient harbour bridges "
        "before bitter winter storms battered everything"
    )
    one = (
        "granite masons from Skarholm hastily painted nine ancient harbour bridges "
        "under awful winter storms flooding everything"
    )
    two = (
        "granite masons near Ostwick quietly rebuilt seven modern wooden bridges "
        "before bitter summer gales battered everything"
    )
    articles = tuple(article(f"{text}.", name=text) for text in (one, middle, two))
    found = [{o.article for o in passage.occurrences} for passage in compare(articles).passages]
    assert {0, 1} in found
    assert {1, 2} in found
    assert {0, 1, 2} not in found


def test_places_are_shown_in_the_order_of_the_articles() -> None:
    articles = tuple(article(text, name=text[:3]) for text in (f"One. {FERRY}.", f"Two. {FERRY}.\nAgain {FERRY}."))
    (passage,) = compare(articles).passages
    assert [o.article for o in passage.occurrences] == [0, 1, 1]
    assert [(c.occurrence, c.against) for c in passage.changes] == [(1, 0), (2, 0)]


def test_shares_count_words_once_in_both_directions() -> None:
    a = article(f"{FERRY}.\nNobody in the port office would comment.", name="a")
    b = article(f"{FERRY}.\n{FERRY}.", name="b")
    shares = {(s.article, s.within): (s.words, s.percent) for s in compare((a, b)).shares}
    words = len(FERRY.split())
    assert shares[0, 1] == (words, 100 * words / (words + 7))  # rounded where it is shown, once
    assert shares[1, 0] == (2 * words, 100.0)


def test_pairs_that_share_nothing_have_shares_and_a_near_miss() -> None:
    a = article("An old harbour pilot sings at night. The boats are gone.", name="a")
    b = article("They met an old harbour pilot at church. The boats will be sold.", name="b")
    comparison = compare((a, b))
    assert [s.words for s in comparison.shares] == [0, 0]
    (near,) = comparison.near_misses
    assert near.words == 4
    assert a.text[near.first_span.start : near.first_span.end] == "An old harbour pilot"
    assert b.text[near.second_span.start : near.second_span.end] == "an old harbour pilot"


def test_a_near_miss_does_not_run_over_a_sentence_end() -> None:
    a, b = article("We sold boats. They sank.", name="a"), article("He liked boats. They sank.", name="b")
    (near,) = compare((a, b)).near_misses
    assert a.text[near.first_span.start : near.first_span.end] == "They sank"


def test_nothing_at_all_in_common_is_no_near_miss() -> None:
    a, b = article("Boats sink.", name="a"), article("Trains run late.", name="b")
    assert compare((a, b)).near_misses == ()


def test_evidence_for_all_pairs_agrees_with_the_comparison() -> None:
    texts = (
        f"{FERRY}. One.",
        "Nothing of it here, only weather and football.",
        f"Two: {FERRY}.\nYes, {LONG}.",
        f"Three: {LONG}.",
    )
    articles = tuple(article(text, name=str(number)) for number, text in enumerate(texts))
    matcher = Matcher()
    shared = list(matcher.shares(articles))
    assert {(s.first, s.second) for s in shared} == {(0, 2), (2, 3)}
    said = {(s.article, s.within): s.words for s in matcher.compare(articles).shares}
    assert all(s == PairShare(s.first, s.second, said[s.first, s.second], said[s.second, s.first]) for s in shared)


def test_an_article_is_prepared_once_and_again_when_its_text_has_changed() -> None:
    matcher = Matcher()
    first = article(FERRY, name="a")
    ready = matcher.prepared(first)
    assert matcher.prepared(first) is ready
    assert matcher.prepared(article(FERRY, name="a", furniture="ferry")).size == 0
    assert matcher.prepared(article(LONG, name="a")) is not ready
    matcher.forget("a")
    assert matcher.prepared(first) is not ready


def test_the_order_of_earlier_comparisons_changes_nothing() -> None:
    a, b, c = (article(f"{start} {LONG}. {FERRY}.", name=start) for start in ("We hear", "It seems", "No doubt"))
    matcher = Matcher()
    matcher.compare((c, a))
    assert matcher.compare((a, b)) == compare((a, b))


PIECES = st.sampled_from(
    [
        FERRY,
        HALF,
        "nobody in the port office would comment",
        "granite from the northern quarry is dear",
        "heavy lorries a toll",
        "she said",
        "the",
        "lighthouse keepers sing",
        "until the late summer comes",
    ]
)
MARKS = st.sampled_from([". ", ", ", "\n", "” ", " “", " … ", ": ", " – ", " "])


@st.composite
def texts(draw: st.DrawFn) -> str:
    pieces = draw(st.lists(st.tuples(PIECES, MARKS), max_size=12))
    return "".join(piece + mark for piece, mark in pieces)


@settings(max_examples=60, deadline=None)
@given(st.lists(texts(), min_size=2, max_size=3))
def test_what_holds_of_any_comparison(found: list[str]) -> None:
    articles = tuple(article(text, name=str(number)) for number, text in enumerate(found))
    comparison = compare(articles)
    assert [p.number for p in comparison.passages] == list(range(1, len(comparison.passages) + 1))
    firsts = [(p.occurrences[0].article, p.occurrences[0].start) for p in comparison.passages]
    assert firsts == sorted(firsts)
    for passage in comparison.passages:
        assert len({o.article for o in passage.occurrences}) >= 2
        assert len(passage.changes) == len(passage.occurrences) - 1
        for occurrence in passage.occurrences:
            text = articles[occurrence.article].text
            assert 0 <= occurrence.start < occurrence.end <= len(text)
            assert text[occurrence.start].isalnum()
            assert text[occurrence.end - 1].isalnum()
        first = passage.occurrences[0]
        for change in passage.changes:
            other = passage.occurrences[change.occurrence]
            assert change.edits[0][1:][0] == first.start
            assert change.edits[0].start == other.start
            assert (change.edits[-1].against_end, change.edits[-1].end) == (first.end, other.end)
        verbatim = all(edit.op == "equal" for change in passage.changes for edit in change.edits)
        assert verbatim == (passage.kind == "verbatim")
    for share in comparison.shares:
        assert 0 <= share.percent <= 100


@settings(max_examples=60, deadline=None)
@given(texts(), texts())
def test_the_order_of_two_articles_changes_no_place(one: str, two: str) -> None:
    a, b = article(one, name="a"), article(two, name="b")
    there, back = compare((a, b)), compare((b, a))
    for position, other in ((0, 1), (1, 0)):
        mine = [o.span for p in there.passages for o in p.occurrences if o.article == position]
        again = [o.span for p in back.passages for o in p.occurrences if o.article == other]
        common, size = overlap(mine, again), overlap(mine, mine)
        assert common == size == overlap(again, again)
