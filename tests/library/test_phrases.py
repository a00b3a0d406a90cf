"""Where the words of a question stand in a text."""

import pytest

from reader.library.collection import Collection, Imported
from reader.library.phrases import hits_in, hits_of
from reader.library.queries import Wanted, parse
from reader.library.searching import Search, search
from reader.text.find import Searchable
from reader.text.spans import Span

from .texts import article

TEXTS = {
    "quoted": "“We will not,” he\nsaid. He'd a “naïve” plan…\n\nMr. Smith’s three-year plan — re-read — cost £1,000.",
    "numbers": "It cost 1 000 euros, or 3.5% of €28.571,40; AT&T paid 24/7, in C++ and C#, by 2019-07.",
    "plain": "At, T: he or she, 5 or 50 percent.",
    "german": "Die STRASSE heißt Große Straße; Türkiye grüßt İstanbul und Diyarbakır.",
    "hebrew": "שָׁלוֹם עולם, אמר ראש הממשלה. «مَرحَباً» قال الوزير.",
    "chinese": "东京都批准了桥梁通行\n料。反对者说：“这是错误。”\n\n王先生说",
    "japanese": "ﾄｳｷｮｳタワーで「通行料」を払う。",
    "korean": "서울은 오늘, 시장이 다리의 통행료를 올렸다.",
}


@pytest.mark.parametrize(
    ("text", "words", "want"),
    [
        ("quoted", '"will not he said"', ["will not,” he\nsaid"]),
        ("quoted", '"will not, he said"', ["will not,” he\nsaid"]),
        ("quoted", '"said He\'d a naive"', ["said. He'd a “naïve"]),
        ("quoted", '"plan mr smith"', []),  # a blank line parts them
        ("quoted", '"mr smith"', ["Mr. Smith"]),
        ("quoted", '"Mr. Smith"', ["Mr. Smith"]),
        ("quoted", "smith's", ["Smith’s"]),
        ("quoted", "smith", ["Smith"]),
        ("quoted", '"three year plan"', ["three-year plan"]),
        ("quoted", "three-year", ["three-year"]),
        ("quoted", "re-read,", ["re-read"]),
        ("quoted", "(plan)", ["plan", "plan"]),
        ("quoted", "read", ["read"]),
        ("quoted", "rea", []),
        ("quoted", "rea*", ["rea"]),
        ("quoted", "£1,000", ["£1,000"]),
        ("quoted", "€1,000", []),
        ("quoted", "£1.000", ["£1,000"]),
        ("quoted", '"£ 1 000"', ["£1,000"]),
        ("numbers", "1,000", ["1 000"]),
        ("numbers", "1.000", ["1 000"]),
        ("numbers", "3,5%", ["3.5%"]),
        ("numbers", '"3.5 %"', ["3.5%"]),
        ("numbers", "€28,571.40", ["€28.571,40"]),
        ("numbers", "3-5", []),
        ("numbers", "24/7", ["24/7"]),
        ("numbers", "24.7", []),
        ("numbers", "2019-07", ["2019-07"]),
        ("numbers", "AT&T", ["AT&T"]),
        ("numbers", '"at & t"', ["AT&T"]),
        ("numbers", "C++", ["C++"]),
        ("numbers", "c#", ["C#"]),
        ("plain", "AT&T", []),
        ("plain", '"at t"', ["At, T"]),
        ("plain", "he/or", []),
        ("plain", "50%", []),
        ("german", "strasse", ["STRASSE", "Straße"]),
        ("german", "straße", ["STRASSE", "Straße"]),
        ("german", "grosse", ["Große"]),
        ("german", "turkiye", ["Türkiye"]),
        ("german", "istanbul", ["İstanbul"]),
        ("german", "ISTANBUL", ["İstanbul"]),
        ("german", "diyarbakir", ["Diyarbakır"]),
        ("hebrew", "שלום", ["שָׁלוֹם"]),
        ("hebrew", '"עולם אמר"', ["עולם, אמר"]),
        ("hebrew", "مرحبا", ["مَرحَباً"]),
        ("chinese", "桥", ["桥"]),
        ("chinese", "桥梁", ["桥梁"]),
        ("chinese", "通行料", ["通行\n料"]),
        ("chinese", '"反对者说 这是错误"', ["反对者说：“这是错误"]),
        ("chinese", "误王", []),
        ("japanese", "トウキョウ", ["ﾄｳｷｮｳ"]),
        ("japanese", "料を", []),
        ("japanese", "「通行料」", ["通行料"]),
        ("korean", "서울", ["서울"]),
        ("korean", "통행료", ["통행료"]),
        ("korean", "행료", []),
        ("korean", '"다리의 통행료"', ["다리의 통행료"]),
    ],
)
def test_hits(text: str, words: str, want: list[str]) -> None:
    """In the text, and by the index: the one never finds what the other does not."""
    asked = parse(words)
    one = article(TEXTS[text])
    found = hits_in(TEXTS[text], (), asked.wanted)  # type: ignore[union-attr]
    assert [TEXTS[text][span.start : span.end] for span in found] == want
    collection = Collection.memory()
    collection.add([Imported(one, b"")])
    searched = search(collection, words)
    assert isinstance(searched, Search)
    assert [len(result.hits) for result in searched.results()] == ([len(want)] if want else [])


@pytest.mark.parametrize(
    "words",
    ['"a" AND', "NEAR(a b)", "a OR b", "NOT", '"', "a^2", "{a b}:c", "a:b", "(a", "a)", "*", "a*b", "-*", "a+b"],
)
def test_no_syntax_of_the_index_gets_through(words: str) -> None:
    collection = Collection.memory()
    collection.add([Imported(article("A near b, and not or: a\n\nNEAR a b and words.\n"), b"")])
    found = search(collection, words)
    if isinstance(found, Search):
        list(found.results())
    assert collection.notices == []


def test_a_word_inside_another_is_no_hit() -> None:
    text = "Start art, party art\u0301, arty, re-art."
    found = hits_in(text, (), [Wanted("art")])
    assert [text[: span.start].count("art") for span in found] == [1, 3, 5]
    assert [text[span.start : span.end] for span in found] == ["art", "art\u0301", "art"]
    assert len(hits_in(text, (), [Wanted("art", goes_on=True)])) == 4


def test_capitals_count_where_that_is_asked_for() -> None:
    text = "The May report. They may report."
    found = hits_of(Searchable(text), [Wanted("May report")], case=True)
    assert found == (Span(4, 14),)


def test_words_of_several_paragraphs_stand_where_they_are_asked_for_as_such() -> None:
    text = "It opens.\n\n* At noon it closes.\n"
    assert hits_in(text, (), [Wanted("opens.\n\nAt noon")]) == (Span(3, 20),)
    assert hits_in(text, (), [Wanted("opens at noon")]) == ()


def test_a_very_long_question_is_answered() -> None:
    words = " ".join(f"word{number}" for number in range(3000))
    collection = Collection.memory()
    collection.add([Imported(article(f"Words\n\n{words}.\n"), b"")])
    for question in (words, f'"{words}"', " ".join(f"-no{number}" for number in range(300)) + " word7"):
        found = search(collection, question)
        assert isinstance(found, Search)
        assert len(list(found.results())) == 1
