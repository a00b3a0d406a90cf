"""What counts as a passage: a case each, two short articles a case."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.articles.article import Article, Block
from reader.compare.comparison import Comparison
from reader.compare.matcher import compare
from reader.compare.thresholds import DEFAULT
from tests.compare.conftest import article

TOLL = "the harbour bridge will charge heavy lorries a toll of nine crowns from the first of March"
FERRY = "the night ferry between Skarholm and the islands will keep its timetable until the summer"


def shown(comparison: Comparison, *articles: Article) -> list[list[str]]:
    """The words of every occurrence of every passage."""
    return [[articles[o.article].text[o.start : o.end] for o in p.occurrences] for p in comparison.passages]


def passages(one: str, two: str) -> list[list[str]]:
    a, b = article(one, name="a"), article(two, name="b")
    return shown(compare((a, b)), a, b)


def test_the_same_sentence_is_found_wherever_it_stands() -> None:
    found = passages(f"Rain fell all week. {TOLL}.\nNobody sang.", f"So it is: {TOLL}.\nAnd then they left.")
    assert found == [[TOLL, TOLL]]


def test_passages_that_cross_are_both_found_and_numbered_by_the_first_article() -> None:
    one = f"{TOLL}.\nThe council met twice in one winter.\n{FERRY}."
    two = f"{FERRY}.\nNobody in the port office would comment at all.\n{TOLL}."
    a, b = article(one, name="a"), article(two, name="b")
    comparison = compare((a, b))
    assert [p.number for p in comparison.passages] == [1, 2]
    assert shown(comparison, a, b) == [[TOLL, TOLL], [FERRY, FERRY]]


@pytest.mark.parametrize("where", ["whole", "first", "last"])
def test_the_first_and_last_words_of_a_text_count(where: str) -> None:
    other = {"whole": TOLL, "first": f"{TOLL} and more of this", "last": f"As we heard {TOLL}"}[where]
    assert passages(TOLL, other) == [[TOLL, TOLL]]


@pytest.mark.parametrize(
    "variant",
    [
        TOLL.upper(),
        TOLL.replace(" ", "\u00a0"),
        TOLL.replace("the harbour", "the “harbour”"),
        TOLL.replace("heavy lorries", "heavy – lorries"),
        TOLL.replace(" a toll", ", a toll"),
    ],
)
def test_case_marks_and_blanks_make_no_difference(variant: str) -> None:
    a, b = article(f"Now {TOLL}.", name="a"), article(f"We had not known that {variant}.", name="b")
    (passage,) = compare((a, b)).passages
    assert passage.kind == "verbatim"
    assert [edit.op for edit in passage.changes[0].edits] == ["equal"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("heavy lorries", "heavy lorry"),
        ("nine crowns", "ten crowns"),
        ("will charge", "will not charge"),
        ("harbour", "harbor"),
        ("the harbour bridge will", "the harbour bridge's operator will"),
    ],
)
def test_a_changed_word_makes_a_passage_altered(old: str, new: str) -> None:
    a, b = article(f"Now {TOLL}.", name="a"), article(f"We had not known that {TOLL.replace(old, new)}.", name="b")
    (passage,) = compare((a, b)).passages
    assert passage.kind == "altered"
    assert any(edit.op != "equal" for edit in passage.changes[0].edits)


def test_british_and_american_spelling_meet() -> None:
    one = "They wanted to commercialise the harbour programme and organise labour around the theatre"
    two = "they wanted to commercialize the harbor program and organize labor around the theater"
    assert passages(f"{one}.", f"{two}.") == [[one, two]]


def test_a_sentence_that_ends_on_one_side_only_ends_the_match() -> None:
    one = "It is a step towards careful municipal accounting. Skarholm council will publish every ledger in May."
    two = "The mayor praised careful municipal accounting, Skarholm council will not say why, and left."
    assert passages(one, two) == []


def test_a_long_match_bears_a_full_stop_for_a_comma() -> None:
    one, two = f"Now hear this. {TOLL}. {FERRY}.", f"They say {TOLL}, {FERRY}."
    assert passages(one, two) == [[f"{TOLL}. {FERRY}", f"{TOLL}, {FERRY}"]]


def test_a_first_word_of_the_next_sentence_is_no_part_of_a_passage() -> None:
    assert passages(f"{TOLL}. In spring they will count again.", f"{TOLL}. In Skarholm nobody cares.") == [[TOLL, TOLL]]


def test_a_bullet_ends_the_match_where_the_other_text_runs_on() -> None:
    one = "• Lorries pay careful municipal charges\n• Skarholm residents travel free"
    two = "Lorries were to face careful municipal charges Skarholm residents had long opposed in vain."
    assert passages(one, two) == []


def test_a_line_broken_in_the_middle_is_no_end() -> None:
    broken = TOLL.replace("lorries a", "lorries\na")
    text = f"Now {broken}."
    a = Article(id="a", path="a", text=text, blocks=(Block("paragraph", 0, len(text)),))
    b = article(f"We had not known that {TOLL}.", name="b")
    (passage,) = compare((a, b)).passages
    assert passage.kind == "verbatim"


def test_a_list_is_found_whatever_its_bullets() -> None:
    items = ["Lorries pay nine crowns from March", "Residents of Skarholm travel free of charge"]
    one = "\n".join(f"  • {item}" for item in items)
    two = "\n".join(f"- {item}" for item in items)
    found = passages(one, two)
    assert found
    for item in items:
        assert any(item in a and item in b for a, b in found)


def test_a_paragraph_printed_twice_is_one_passage_with_both_places() -> None:
    a, b = article(f"It is said that {TOLL}.", name="a"), article(f"{TOLL}.\n{TOLL}.\nAll else is new.", name="b")
    comparison = compare((a, b))
    (passage,) = comparison.passages
    assert [o.article for o in passage.occurrences] == [0, 1, 1]
    assert shown(comparison, a, b) == [[TOLL] * 3]
    ours = next(share for share in comparison.shares if share.article == 0)
    assert ours.words == len(TOLL.split())


def test_a_repeat_inside_one_article_is_not_reported() -> None:
    a, b = article(f"{TOLL}.\n{TOLL}.", name="a"), article("Nothing of this stands in the other paper.", name="b")
    assert compare((a, b)).passages == ()


def test_names_and_titles_alone_are_no_passage() -> None:
    one = "Yesterday Ingrid Vale, mayor of Skarholm, spoke of boats and of winter."
    two = "It was Ingrid Vale, mayor of Skarholm, who had lost the vote on schools."
    assert passages(one, two) == []


def test_two_sentences_of_one_speaker_stay_apart() -> None:
    one = (
        "“We will build the bridge because the islands need it,” said Vale.\n"
        "“We will open the school in May,” she said."
    )
    two = (
        "“We will close the market because nobody visits it,” said Vale.\n"
        "“We will open the ferry line at last,” she said."
    )
    assert passages(one, two) == []


@pytest.mark.parametrize("sign", ["…", "...", "[...]", " […] "])
def test_words_dropped_at_an_ellipsis_do_not_part_a_passage(sign: str) -> None:
    start = "we will rebuild the old quay with granite from the northern quarry"
    end = "nobody in Skarholm shall pay a single crown for the masonry"
    middle = "as our grandfathers did in the hard years after the great storm took their boats away, and"
    one = f"The mayor told them that {start} {middle} {end}."
    two = f"“{start} {sign} {end},” she told the meeting."
    assert passages(one, two) == [[f"{start} {middle} {end}", two[1 : two.index(",”")]]]


def test_a_word_may_stand_on_both_sides_of_the_dropped_ones() -> None:
    start, end = "the masons rebuilt the northern granite quay", "because nobody else in Skarholm owned a crane"
    full = f"{start} because winter came and all the boats lay idle on the ice for weeks on end {end}"
    assert passages(f"Then {full}.", f"Yes, “{start} … {end}.”") == [[full, f"{start} … {end}"]]


def test_an_attribution_in_the_middle_does_not_part_a_quotation() -> None:
    start, end = "we will rebuild the old quay with granite", "and nobody shall pay a crown for the masonry"
    said = "said Ingrid Vale, the mayor of Skarholm and a former harbour pilot, at a crowded meeting on Monday night"
    one = f"“{start} {end},” the mayor announced."
    two = f"“{start},” {said}, “{end}.”"
    (found,) = passages(one, two)
    assert found == [f"{start} {end}", f"{start},” {said}, “{end}"]


def test_short_forms_are_learnt_from_the_text() -> None:
    one = "Every vessel without exception shall report to the northern maritime authority"
    two = "Every vessel without exception shall report to the NMA"
    found = passages(f"{one}.", f"The northern maritime authority (NMA) is new.\n{two}.")
    assert [one, two] in found


def test_a_quotation_of_four_words_counts_where_plain_words_do_not() -> None:
    words = "reckless municipal bookkeeping scandal"
    plain = f"It was called a {words} in town."
    assert passages(plain, f"She spoke of a {words} at length.") == []
    assert passages(plain, f"She spoke of “{words}” at length.") == [[words, words]]


def test_changed_first_and_last_words_of_a_sentence_belong_to_it() -> None:
    one = "Yesterday the harbour bridge charged heavy lorries nine crowns apiece."
    two = "Today the harbour bridge charged heavy lorries nine crowns each."
    assert passages(one, two) == [[one[:-1], two[:-1]]]


def test_furniture_is_left_out() -> None:
    a = article(f"News.\nSIGNUP {TOLL}.", name="a", furniture="SIGNUP")
    b = article(f"Other.\nSIGNUP {TOLL}.", name="b", furniture="SIGNUP")
    comparison = compare((a, b))
    assert comparison.passages == ()
    assert all(share.words == 0 for share in comparison.shares)


def test_a_text_without_blocks_is_matched_whole() -> None:
    a, b = Article(id="a", path="a", text=TOLL), Article(id="b", path="b", text=f"Thus {TOLL}.")
    assert shown(compare((a, b)), a, b) == [[TOLL, TOLL]]


def test_identical_files_are_one_passage() -> None:
    text = f"{TOLL}.\n{FERRY}.\nThe council met twice in one winter."
    a, b = article(text, name="a"), article(text, name="b")
    comparison = compare((a, b))
    (passage,) = comparison.passages
    assert passage.kind == "verbatim"
    assert [share.percent for share in comparison.shares] == [100.0, 100.0]


@pytest.mark.parametrize("one", ["", "word", "\n\n", "…"])
@pytest.mark.parametrize("two", ["", "word", TOLL])
def test_empty_and_one_word_files_share_nothing(one: str, two: str) -> None:
    comparison = compare((article(one, name="a"), article(two, name="b")))
    assert comparison.passages == ()
    assert [share.percent for share in comparison.shares] == [0.0, 0.0]


def test_one_article_or_none_has_nothing_to_share() -> None:
    assert compare(()).passages == ()
    assert compare((article(TOLL),)).shares == ()


def test_a_lower_minimum_reports_more_and_a_higher_one_less() -> None:
    one = f"Beginning: {TOLL}.\nThe careful harbour pilot retired.\nA stubborn lighthouse keeper sang on the quay."
    two = f"We heard that {TOLL}.\nSo said the careful harbour pilot.\nHere a stubborn lighthouse keeper sang."
    articles = article(one, name="a"), article(two, name="b")
    counts = [len(compare(articles, DEFAULT.at_words(words)).passages) for words in (3, 6, 30)]
    assert counts[0] > counts[1] > counts[2] == 0


def test_the_minimum_of_words_stays_between_three_and_thirty() -> None:
    assert DEFAULT.at_words(1).words == 3
    assert DEFAULT.at_words(99).words == 30
    assert replace(DEFAULT, words=3).least_score == DEFAULT.least_score / 2


def test_a_language_without_a_table_works_too() -> None:
    words = "die Brücke am alten Hafen kostet schwere Lastwagen künftig neun Kronen für jede Überfahrt"
    stock = "in der Stadt und auf dem Land"
    found = passages(
        f"Wie gestern bekannt wurde: {words}. Der Rat tagte {stock} zweimal im Winter.",
        f"Es bleibt dabei, {words}. Man sprach {stock} von nichts anderem mehr.",
    )
    assert found == [[words, words]]


def test_words_in_quotation_marks_are_in_a_quoted_voice() -> None:
    a = article(f"She said: “{TOLL}.”", name="a", quotations=True)
    b = article(f"It is known that {TOLL}.", name="b", quotations=True)
    (passage,) = compare((a, b)).passages
    assert [o.voice for o in passage.occurrences] == ["quoted", "own"]
