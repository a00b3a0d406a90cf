"""Where a passage begins and ends, and what is put together: a case each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.articles.article import Article, Quotation
from reader.compare.matcher import compare
from tests.compare.conftest import article

FERRY = "the night ferry between Skarholm and the islands keeps its granite timetable"
ALTERED = "the night ferry from Skarholm and those islands keeps its stubborn timetable"


def passages(one: str, two: str, *, quotations: bool = False) -> list[list[str]]:
    articles = article(one, name="a", quotations=quotations), article(two, name="b", quotations=quotations)
    found = compare(articles).passages
    return [[articles[o.article].text[o.start : o.end] for o in passage.occurrences] for passage in found]


def test_two_changed_words_at_the_end_of_a_sentence_belong_to_it() -> None:
    assert passages(f"Then {FERRY} until summer.", f"Now {FERRY} all winter.") == [
        [f"{FERRY} until summer", f"{FERRY} all winter"]
    ]


def test_two_other_words_that_lead_into_a_sentence_do_not() -> None:
    assert passages(f"It seems {FERRY}.", f"No doubt {FERRY}.") == [[FERRY, FERRY]]


def test_a_first_word_in_common_makes_the_changed_ones_behind_it_part_of_the_sentence() -> None:
    one, two = f"The council hopes {FERRY}.", f"The pilots think that {FERRY}."
    assert passages(one, two) == [[one[:-1], two[:-1]]]


def test_a_much_altered_sentence_is_shown_to_its_edges() -> None:
    one, two = f"Perhaps masons {FERRY} until summer comes.", f"Maybe pilots {ALTERED} before winter ends."
    (found,) = passages(one, two)
    assert found == [one[:-1], two[:-1]]


def test_a_new_sentence_that_begins_with_a_small_letter_is_a_new_sentence() -> None:
    one = f"The mayor sang. {FERRY}. the masons left."
    two = f"Nobody sang. {FERRY}. the pilots came."
    assert passages(one, two) == [[FERRY, FERRY]]


@pytest.mark.parametrize("short", ["a.m.", "vs.", "approx."])
def test_an_abbreviation_ends_no_sentence(short: str) -> None:
    words = f"the stubborn granite masons {short} lighthouse pilots quarrel"
    assert passages(f"So {words}.", f"We heard {words}, again.") == [[words, words]]


def test_two_halves_of_a_sentence_are_one_passage_over_a_reworded_middle() -> None:
    start, end = (
        "seven stubborn lighthouse keepers from the northern islands repainted the granite tower",
        "before autumn gales battered the fishing harbour and sank nine rusty barges",
    )
    middles = (
        "with a bright red paint that nobody in the whole town had asked them for",
        "in yellow which the council and its friends were later to call a scandal",
    )
    found = passages(f"{start} {middles[0]} {end}.", f"{start} {middles[1]} {end}.")
    assert found == [[f"{start} {middle} {end}" for middle in middles]]


def test_two_halves_in_two_sentences_stay_two_passages() -> None:
    start, end = (
        "seven stubborn lighthouse keepers repainted the granite tower",
        "autumn gales battered the northern harbour",
    )
    one = f"{start} in red. Nobody had asked for it in town and then {end}."
    two = f"{start} at night. The council later called that a scandal as {end}."
    assert len(passages(one, two)) == 2


def test_a_word_before_an_ellipsis_that_stands_after_the_gap_too() -> None:
    start, end = "they had seven barges to sell by the end of the", "the bridge that the race of lorries would rock"
    full = f"{start} winter because the ferry was old and nobody came to the harbour any more and {end}"
    cut = f"{start} ... {end.removeprefix('the ')}"
    assert passages(f"So {full}.", f"So {cut}.") == [[f"So {full}", f"So {cut}"]]


SAID = "nobody on the way to a hospital bed will pay at all"


def test_a_passage_that_breaks_off_in_a_tag_ends_at_the_mark() -> None:
    one = f"“{SAID},” said Mayor Ingrid Vale. Rain fell."
    two = f"Here “{SAID},” said Mayor Ingrid Vale to a gallery of ushers."
    assert passages(one, two) == [[SAID, SAID]]


def test_a_tag_before_its_verb_is_one_too() -> None:
    one = f"“{SAID},” Mayor Ingrid Vale told a gallery."
    two = f"Here “{SAID},” Mayor Ingrid Vale said, and sat down."
    assert passages(one, two) == [[SAID, SAID]]


def test_a_whole_sentence_that_is_shared_keeps_its_tag() -> None:
    whole = f"“{SAID},” said Mayor Ingrid Vale"
    assert passages(f"{whole}. Rain fell.", f"Snow fell. {whole}.") == [[whole[1:], whole[1:]]]


def test_what_goes_on_in_quotation_marks_behind_a_tag_stays() -> None:
    whole = f"{SAID},” said Mayor Ingrid Vale, “and every lorry pays"
    assert passages(f"“{whole} ten crowns.”", f"So “{whole} nine.”")[0][0].startswith(whole)


@pytest.mark.parametrize(
    "words",
    [
        "港口大桥将向重型卡车收取九克朗的通行费而居民可以免费通过",
        "港の橋は重いトラックから九クローネの通行料を取ることになりました",
    ],
)
def test_chinese_and_japanese_are_matched(words: str) -> None:
    found = passages(f"昨天有消息说，{words}。大家都很吃惊。", f"市长今天证实：{words}，不会改变。")
    assert found == [[words, words]]


def test_a_changed_character_makes_no_new_passage() -> None:
    one = "港口大桥将向重型卡车收取九克朗的通行费而居民可以免费通过"
    two = one.replace("九", "十")
    assert passages(f"有消息说，{one}。", f"市长证实：{two}，不会改变。") == [[one, two]]


@pytest.mark.parametrize("order", [1, -1])
def test_repeats_are_aligned_the_same_in_both_orders(order: int) -> None:
    again = "until the late summer comes, "
    texts = [f"{again}{again}{FERRY} until the summer. ", f"{FERRY} until the summer, the. {FERRY} until the summer. "]
    found = passages(*texts[::order])
    assert sorted(sorted(places) for places in found) == sorted(sorted(places) for places in passages(*texts))


def in_single_marks(text: str, name: str) -> Article:
    start, end = text.index("‘") + 1, text.rindex("’")
    return replace(article(text, name=name), quotations=(Quotation(1, start, end),))


def test_a_few_common_words_in_single_marks_are_found_up_to_the_marks() -> None:
    one = article("The engineers expected them all to come up with a new way in the end.", name="a")
    two = in_single_marks("Critics call it ‘all to come up with a new way’ to spend money.", "b")
    (passage,) = compare((one, two)).passages
    assert [two.text[o.start : o.end] for o in passage.occurrences if o.article] == ["all to come up with a new way"]


def test_a_passage_does_not_run_over_a_single_closing_mark() -> None:
    one = article("Nobody saw whether Granite pilots, masons and seven Skarholm keepers somewhat broken.", name="a")
    two = in_single_marks("The plan ‘granite pilots, masons and seven Skarholm keepers’, remains disputed.", "b")
    (passage,) = compare((one, two)).passages
    (found,) = [two.text[o.start : o.end] for o in passage.occurrences if o.article]
    assert found == "granite pilots, masons and seven Skarholm keepers"


def test_a_passage_does_not_run_over_a_single_opening_mark() -> None:
    one = article("Pilots masons and seven Skarholm keepers barges.", name="a")
    two = in_single_marks("Granite ‘masons and seven Skarholm keepers barges’ fondly.", "b")
    (passage,) = compare((one, two)).passages
    (found,) = [two.text[o.start : o.end] for o in passage.occurrences if o.article]
    assert found == "masons and seven Skarholm keepers barges"


def test_words_between_marks_count_as_quoted_though_only_other_quotations_are_known() -> None:
    one = article("The engineers expected them all to come up with a new way in the end.", name="a")
    text = "She said “no ferry sails”. Critics call it “all to come up with a new way” to spend money."
    known = text.index("no ferry")
    two = replace(article(text, name="b"), quotations=(Quotation(1, known, known + len("no ferry sails")),))
    assert len(compare((one, two)).passages) == 1


@pytest.mark.parametrize("end", ["\n", ",\n", "-\n", "\n   ", ")\n"])
def test_a_line_that_ends_within_a_sentence_parts_no_passage(end: str) -> None:
    start, rest = "the night ferry between Skarholm and the islands", "keeps its granite timetable until summer"
    one, two = f"Then {start} {rest}.", f"Now {start}{end}{rest}."
    assert passages(one, two) == [[f"{start} {rest}", f"{start}{end}{rest}"]]


@pytest.mark.parametrize("end", [".\n", ":\n", "\n\n", "\n- ", "\n• "])
def test_a_block_that_ends_does(end: str) -> None:
    start, rest = (
        "the night ferry between Skarholm and the northern islands",
        "keeps its granite timetable until summer",
    )
    assert passages(f"Then {start} {rest}.", f"Now {start}{end}{rest}.") == [[start, start], [rest, rest]]


def test_so_does_a_line_where_the_next_one_begins_with_a_capital() -> None:
    start, rest = (
        "the night ferry between Skarholm and the northern islands",
        "Keeps its granite timetable until summer",
    )
    assert passages(f"Then {start} {rest}.", f"Now {start}\n{rest}.") == [[start, start], [rest, rest]]


@pytest.mark.parametrize(
    ("around", "ours", "theirs"),
    [
        (
            "夜间渡船在北方群岛之间往返航行，{}，海港大桥的石头将在春天之前全部修好",
            "老船长昨天傍晚告诉大家他已经决定不再出海",
            "市议会几位委员写信建议学校立刻搬到对岸去",
        ),
        (
            "夜の渡し船は北の島々の間を行き来しており、{}、港の古い橋の石は春までに全部直ると話した",
            "昨日の夕方に老船長が皆に海へ出ないと告げて",
            "市議会の委員たちは学校を移すよう手紙を書き",
        ),
    ],
)
def test_twenty_other_characters_are_a_clause_of_ten_words(around: str, ours: str, theirs: str) -> None:
    one, two = around.format(ours), around.format(theirs)
    assert passages(f"昨日雨。{one}。", f"今朝雪。{two}。") == [[one, two]]


@pytest.mark.parametrize("end", [":\n", "\n\n", "\n- "])
def test_what_goes_on_at_length_behind_a_block_that_ends_on_one_side_only_is_one_passage(end: str) -> None:
    start = "Seven stubborn lighthouse keepers from the northern islands repainted the granite tower in bright red"
    rest = "before autumn gales battered the fishing harbour and sank nine rusty barges off the coast of Skarholm"
    assert passages(f"{start} {rest}.", f"{start}{end}{rest}.") == [[f"{start} {rest}", f"{start}{end}{rest}"]]
