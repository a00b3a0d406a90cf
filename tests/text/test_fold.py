"""The shadow that is searched, and the way back to the text."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.text.fold import fold
from tests.steps import steps

PIECES = st.sampled_from(
    (
        *("word", "Café", "cafe\u0301", "“", "”", "’", "—", "…", "-", '"', "😀", "Ж", "ё", "½", "İ", "ß", "ﬁ", "ＡＢ"),
        *("\n", "\n\n", "\r\n", " ", "  ", "\xa0", "\t", "\xad", "\u200b", "\u2029"),
        *("が", "か\u3099", "ｶﾞ", "한국", "\u1112\u1161\u11ab"),
    )
)
TEXTS = st.one_of(st.text(), st.lists(PIECES).map("".join))


@pytest.mark.parametrize(
    ("text", "shadow"),
    [
        ("Plain Words", "plain words"),
        ("“It’s” «so» „low“ ‹x›", '"it\'s" "so" "low" \'x\''),
        ("a—b–c‑d−e", "a-b-c-d-e"),
        ("two\nlines", "two lines"),
        ("two \r\n  lines", "two lines"),
        ("a\xa0b\u2009c\t\td", "a b c d"),
        ("first.\n\nSecond.", "first.\nsecond."),
        ("first.\r\n \t\r\nSecond.", "first.\nsecond."),
        ("first.\u2029Second.", "first.\nsecond."),
        ("co\xadop\u200berate\ufeff", "cooperate"),
        ("a \u200b b", "a b"),
        ("Café naïve cafe\u0301 Ørsted Łódź", "cafe naive cafe orsted lodz"),
        ("Straße ﬁnal œuvre", "strasse final oeuvre"),
        ("ＦＵＬＬ １２", "full 12"),
        ("wait…", "wait..."),
        ("İstanbul", "istanbul"),
        ("ΣΊΣΥΦΟΣ σίσυφος", "σισυφοσ σισυφοσ"),
        ("が か\u3099", "が が"),
        ("한 \u1112\u1161\u11ab", "한 한"),
        ("कि की", "कि की"),
        ("", ""),
    ],
)
def test_what_is_folded(text: str, shadow: str) -> None:
    assert fold(text, case=True).text == shadow


def test_case_can_stay() -> None:
    assert fold("The “ÉTÉ” in\nSaint-Ouen", case=False).text == 'The "ETE" in Saint-Ouen'


@pytest.mark.parametrize(
    ("text", "words", "back"),
    [
        ("say “for commercializing\n   new” things", "for commercializing new", "for commercializing\n   new"),
        ("the Straße here", "strasse", "Straße"),
        ("the Straße here", "stras", "Straß"),
        ("the Straße here", "sse", "ße"),
        ("un cafe\u0301 noir", "cafe", "cafe\u0301"),
        ("co\xadop\xaderate now", "cooperate", "co\xadop\xaderate"),
        ("x\u200b\u200by", "y", "y"),
        ("wait… now", "..", "…"),
        ("日本\n語テキスト", "テキ", "テキ"),
    ],
)
def test_the_way_back(text: str, words: str, back: str) -> None:
    folded = fold(text, case=True)
    at = folded.text.index(words)
    span = folded.original(at, at + len(words))
    assert text[span.start : span.end] == back


@given(TEXTS, st.booleans(), st.data())
def test_spans_lie_in_the_text(text: str, case: bool, data: st.DataObject) -> None:
    folded = fold(text, case=case)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    span = folded.original(start, end)
    assert 0 <= span.start <= span.end <= len(text)
    assert (span.end > span.start) == (end > start)


@given(TEXTS, st.booleans())
def test_places_never_go_back(text: str, case: bool) -> None:
    folded = fold(text, case=case)
    spans = [folded.original(at, at + 1) for at in range(len(folded.text))]
    assert all(a.start <= b.start and a.end <= b.end for a, b in zip(spans, spans[1:], strict=False))


@given(
    st.lists(st.sampled_from(["word", "Café", "“", "—", "x", "\n", "  ", "\xa0", "ﬁ", "ß", "…", "\xad", "Жё"])).map(
        "".join
    )
)
def test_the_way_back_folds_to_the_same_words(text: str) -> None:
    folded = fold(text, case=True)
    for at in range(len(folded.text)):
        span = folded.original(at, at + 1)
        assert folded.text[at] in fold(text[span.start : span.end], case=True).text


@given(TEXTS, st.booleans())
@example("\x85¯", True)  # a lone accent is no blank
def test_folding_twice_changes_nothing_but_blanks_at_most(text: str, case: bool) -> None:
    once = fold(text, case=case).text.replace("\n", "\n\n")
    assert fold(once, case=case).text.replace("\n", "\n\n") == once


@given(st.text(), st.text())
def test_a_word_means_the_same_wherever_it_stands(before: str, after: str) -> None:
    assert "cafe's" in fold(f"{before} Café’s {after}", case=True).text


def test_folding_makes_no_step_for_a_character_of_its_own() -> None:
    paragraph = "The board’s “final” offer — about €3 m — was made\nin Orléans, and nobody took it up for a week.\n\n"
    text = paragraph * 1000
    assert steps(lambda: fold(text, case=True)) < len(text) / 2
