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


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_characters_without_a_byte_order_mark(encoding: str) -> None:
    decoded = decode((WORDS * 9).encode(encoding))
    assert isinstance(decoded, Decoded)
    assert decoded.text == WORDS * 9
    assert decoded.notice == f"read as {encoding}, which is a guess"


@pytest.mark.parametrize(
    "data", [b"\0a" * 99 + b"\0\x01" * 9, b"a\0\0\0" * 99 + b"\0\0\0\xff", b"PNG\0\0\x07words" * 99, b"\0" * 99]
)
def test_binary_data_with_many_zeros_is_no_text(data: bytes) -> None:
    assert decode(data) == Undecodable("not text (looks like binary data)")


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("iso2022_jp", "フェリーは正午に止まりました。誰も桟橋に来ませんでした。"),
        ("iso2022_kr", "페리는 정오에 멈췄고 아무도 부두에 오지 않았다."),
        (
            "iso8859_2",
            "Łódź leży nad rzeką, która płynie przez całe miasto. Śnieg spadł w nocy, więc pociągi się spóźniły. ",
        ),
        (
            "cp1250",
            "Łódź leży nad rzeką, która płynie przez całe miasto. Śnieg spadł w nocy, więc pociągi się spóźniły. ",
        ),
    ],
)
def test_encodings_without_a_declaration(encoding: str, words: str) -> None:
    decoded = decode((words * 5).encode(encoding))
    assert isinstance(decoded, Decoded)
    assert decoded.text == words * 5


def test_an_escape_in_utf8_is_no_shift() -> None:
    words = f"{WORDS}\x1b$B"
    decoded = decode(words.encode())
    assert isinstance(decoded, Decoded)
    assert decoded.text == words
