"""Nothing that acts on a terminal, hides or reorders text comes through, and every offset holds."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.clean import BIDI_SIGN, INVISIBLE_SIGN, REPLACEMENT, clean, clean_line, one_line

ANY_TEXT = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=["Cs"]),
        st.sampled_from("\x00\x07\x08\t\n\r\x1b\x7f\x85\x9b\u2028\u202e\u2066\xad\u200b\u3164\ufeff"),
    )
)
BIDI = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("plain words", "plain words"),
        ("two\nlines", "two\nlines"),
        ("\x1b]52;c;aGk=\x1b\\", "␛]52;c;aGk=␛\\"),
        ("\x1b[2J", "␛[2J"),
        ("a\x00b\x07c\x7fd", "a␀b␇c␡d"),
        ("\x9b31mred\x9c", f"{REPLACEMENT}31mred{REPLACEMENT}"),
        ("dos\r\nline\tend", "dos \nline end"),
        ("next\x85line\u2028sep\u2029par", "next\nline\nsep\npar"),
        ("pay \u202e00001\u202c", f"pay {BIDI_SIGN}00001{BIDI_SIGN}"),
        ("soft\xadhyphen zero\u200bwidth \ufeffmark", "soft·hyphen zero·width ·mark"),
        ("filler \u3164 \uffa0 \u115f", "filler · · ·"),
        ("tag\U000e0041 \ufffe \ufdd0 \ufff9", f"tag{REPLACEMENT} {REPLACEMENT} {REPLACEMENT} {REPLACEMENT}"),
        ("\ud83d\udc9a", REPLACEMENT * 2),
        ("می\u200cخواهم 👩\u200d👧", "می\u200cخواهم 👩\u200d👧"),
        ("[sic] [@click=app.quit]", "[sic] [@click=app.quit]"),
        ("no-break\xa0space, café, 日本", "no-break\xa0space, café, 日本"),
    ],
)
def test_what_is_shown(raw: str, shown: str) -> None:
    assert clean(raw) == shown


def test_a_filler_that_python_calls_printable_is_seen_in_any_line() -> None:
    before = "plain line\n" * 50
    assert clean(before + "here\u3164there") == before + f"here{INVISIBLE_SIGN}there"


@given(ANY_TEXT)
def test_as_many_characters_come_out(text: str) -> None:
    assert len(clean(text)) == len(text)


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(ANY_TEXT)
def test_nothing_acts_on_the_terminal(text: str) -> None:
    for character in clean(text):
        assert character == "\n" or unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp")
        assert character not in BIDI


@given(ANY_TEXT)
def test_what_is_harmless_stays(text: str) -> None:
    for raw, shown in zip(text, clean(text), strict=True):
        if unicodedata.category(raw) in ("Lu", "Ll", "Nd", "Po", "Ps", "Pe", "Sm"):
            assert shown == raw


@given(ANY_TEXT)
def test_a_line_is_one_line(text: str) -> None:
    line = clean_line(text)
    assert len(line) == len(text)
    assert "\n" not in line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  salt\n  and\trope ", "salt and rope"),
        ("it will\n> stay shut\n > > until\n>noon", "it will stay shut until noon"),
        ("> 5 > 4\nand 3 >\n2", "> 5 > 4 and 3 > 2"),
        ("a\x1b[2J\u2028> b", "a␛[2J b"),
        ("\n>\n", ""),
    ],
)
def test_words_on_one_line(text: str, line: str) -> None:
    assert one_line(text) == line


def test_every_code_point_is_settled() -> None:
    everything = "".join(map(chr, range(0x110000)))
    left = {unicodedata.category(character) for character in clean(everything) if character != "\n"}
    assert not left & {"Cc", "Cs", "Zl", "Zp"}
    assert not BIDI & set(clean(everything))
