"""Bytes become text untouched, or are refused with a reason."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources.decoding import Decoded, Undecodable, decode

WORDS = "Der Bürgermeister sprach über die Brücke; später fuhr er übers Wasser zurück. Schön war es für niemanden. "


@given(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda text: text.strip() and "\0" not in text)
)
def test_utf8_is_read_as_it_is(text: str) -> None:
    decoded = decode(b"a " + text.encode())
    assert isinstance(decoded, Decoded)
    assert decoded.text == "a " + text
    assert decoded.notice is None


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_no_text(mark: bytes, encoding: str) -> None:
    assert decode(mark + WORDS.encode(encoding)) == Decoded(WORDS, encoding)


def test_line_breaks_are_not_translated() -> None:
    decoded = decode(b"a\r\nb\rc\nd\x0b\n")
    assert isinstance(decoded, Decoded)
    assert decoded.text == "a\r\nb\rc\nd\x0b\n"


def test_an_old_encoding_is_a_guess_and_says_so() -> None:
    decoded = decode((WORDS * 5).encode("cp1252"))
    assert isinstance(decoded, Decoded)
    assert decoded.text == WORDS * 5
    assert decoded.notice is not None
    assert "guess" in decoded.notice


def test_a_few_broken_bytes_do_not_spoil_utf8() -> None:
    decoded = decode((WORDS * 20).encode() + b"caf\xe9 " + WORDS.encode())
    assert isinstance(decoded, Decoded)
    assert decoded.text == WORDS * 20 + "caf\ufffd " + WORDS
    assert decoded.notice == "1 broken character shown as \ufffd"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (codecs.BOM_UTF8, "empty"),
        (codecs.BOM_UTF16_LE + " \n".encode("utf-16-le"), "empty"),
        (b"%PDF-1.7\n...", "not text (looks like a PDF)"),
        (b"PK\x03\x04word/document.xml", "not text (looks like a ZIP archive or an Office document)"),
        (b"\x89PNG\r\n", "not text (looks like a PNG picture)"),
        (b"\x7fELF\x02", "not text (looks like a program)"),
        (b"abc\0def", "not text (looks like binary data)"),
    ],
)
def test_what_is_refused(data: bytes, reason: str) -> None:
    assert decode(data) == Undecodable(reason)


@given(st.binary())
def test_any_bytes_are_settled(data: bytes) -> None:
    assert isinstance(decode(data), Decoded | Undecodable)
