"""Bytes become text untouched, or are refused with a reason."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources.declared import decode_declared
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


LANGUAGES = {
    "fr": "Le bac s’est arrêté à midi : « il a été élevé là où il était », a déclaré la maire, qui est très émue. ",
    "es": "El barco se paró al mediodía, según la alcaldesa, que está muy enfadada con la compañía por el aviso. ",
    "it": "Il traghetto si è fermato a mezzogiorno; la città è più lontana, e il sindaco non sa perché non va. ",
    "pt": "A balsa parou ao meio-dia: não há ligação, disse o capitão à população, que já está sem a ponte. ",
    "de": "Die Fähre hält nicht mehr, und das ist für die Bürgermeisterin ein Ärgernis: größer als der Fluß. ",
    "sv": "Färjan står still, och det är inte bra för den som bor på ön och har ett hus där, sade hon på fredag. ",
    "en": "The ferry stopped, and the mayor said that it was “closed with thanks” for the day – the café is open. ",
}


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "mac_roman"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_old_encodings_of_the_west(language: str, encoding: str) -> None:
    words = LANGUAGES[language].encode(encoding, "ignore").decode(encoding) * 4
    decoded = decode(words.encode(encoding))
    assert isinstance(decoded, Decoded)
    assert decoded.text == words
    assert decoded.notice is not None or words.isascii()


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("cp1251", "Паром остановился в полдень, и мэр сказала, что он вернётся только на следующей неделе. "),
        ("gb18030", "渡轮中午停运，市长表示，它要到下周才能恢复。居民们对此非常不满，因为没有桥。"),
        ("cp932", "フェリーは正午に止まり、市長は来週まで戻らないと述べた。住民はとても怒っている。"),
    ],
)
def test_a_western_text_beside_another_changes_nothing(encoding: str, words: str) -> None:
    text = words * 8 + "The ferry stopped at noon, and the mayor said that it was closed for the rest of the week. "
    decoded = decode(text.encode(encoding))
    assert isinstance(decoded, Decoded)
    assert decoded.text == text


def test_a_feed_that_names_no_encoding_is_guessed_from_its_words() -> None:
    words = LANGUAGES["fr"]
    items = "".join(f"<item><pubDate>Fri, 08 Mar 2024</pubDate><description>{words}</description></item>" * 6)
    decoded = decode_declared(f"<rss version='2.0'><channel>{items}</channel></rss>".encode("cp1252"))
    assert isinstance(decoded, Decoded)
    assert words in decoded.text
