"""Messages as they really are: with headers that are not right, and with what other programs put before them."""

import pytest

from reader.articles.build import Built
from reader.sources import mail
from reader.sources.mail import LARGEST_HEADER, _mended
from reader.sources.reading import read_all_bytes
from reader.sources.source import Unread
from tests.sources.written import LEDE, TEXT

HEADER = "From: Tove Lindal <tove@anvil.example>\nSubject: The ferry\nDate: Fri, 08 Mar 2024 18:30:00 +0100\n"

MESSAGES = {
    "the sender's line without a day": f"From tove@anvil.example\n{HEADER}",
    "a line that is none": HEADER.replace("Subject", "quite Received: from here\nSubject"),
    "a line that is none, first": f"quite Received: from here\n{HEADER}",
    "a line broken within": HEADER.replace("Subject", "References: <a@b>\nsomething@c>\nSubject"),
    "blanks before the colons": HEADER.replace(": ", " : "),
    "lines that go on": HEADER.replace("Subject: ", "Subject:\n "),
}


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("name", MESSAGES)
def test_headers_that_are_not_right(name: str, ends: str) -> None:
    data = f"{MESSAGES[name]}\n{TEXT}\n".replace("\n", ends).encode()
    (outcome,) = read_all_bytes(data, "letter.eml")
    assert isinstance(outcome, Built)
    about = outcome.article.particulars
    assert (about.title, about.byline, about.published) == ("The ferry", "Tove Lindal", "2024-03-08")
    assert outcome.article.text.startswith(LEDE)


@pytest.mark.parametrize(
    ("encoding", "title"), [("utf-8", "Die Fähre fährt — nie"), ("latin-1", "Die Fähre fährt nie")]
)
def test_headers_that_are_not_ascii(encoding: str, title: str) -> None:
    head = HEADER.replace("The ferry", title).replace("Tove", "Töve")
    (outcome,) = read_all_bytes(f"Mime-Version: 1.0\n{head}\n{TEXT}\n".encode(encoding, "replace"), "letter.eml")
    assert isinstance(outcome, Built)
    assert (outcome.article.particulars.title, outcome.article.particulars.byline) == (title, "Töve Lindal")


def test_a_header_with_raw_and_encoded_words() -> None:
    head = HEADER.replace("The ferry", "Fähre =?utf-8?q?f=C3=A4hrt?=")
    (outcome,) = read_all_bytes(f"Mime-Version: 1.0\n{head}\n{TEXT}\n".encode(), "letter.eml")
    assert isinstance(outcome, Built)
    assert outcome.article.particulars.title == "Fähre fährt"


def test_a_text_with_a_colon_is_no_message() -> None:
    (outcome,) = read_all_bytes(f"Note: this\nis a text\n\n{TEXT}".encode(), "story.txt")
    assert isinstance(outcome, Built)
    assert outcome.article.text.startswith("Note: this")


@pytest.mark.parametrize(
    ("charset", "title"),
    [("koi8-r", "Паром не ходит"), ("gb2312", "渡轮停运"), ("shift_jis", "フェリー"), ("cp1252", "The “ferry”")],
)
def test_a_header_in_the_encoding_of_the_text(charset: str, title: str) -> None:
    head = f"{HEADER.replace('The ferry', title)}MIME-Version: 1.0\nContent-Type: text/plain; charset={charset}\n"
    (outcome,) = read_all_bytes(f"{head}\n{TEXT}\n".encode(charset, "replace"), "letter.eml")
    assert isinstance(outcome, Built)
    assert outcome.article.particulars.title == title


def test_plain_text_in_several_parts() -> None:
    parts = "".join(f"--b\nContent-Type: text/plain\n\n{words}\n\n" for words in (TEXT, "Words below a picture."))
    data = f'{HEADER}MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n{parts}--b--\n'
    (outcome,) = read_all_bytes(data.encode(), "letter.eml")
    assert isinstance(outcome, Built)
    assert outcome.article.text.startswith(LEDE)
    assert outcome.article.text.rstrip().endswith("Words below a picture.")


LETTER = f"{HEADER}\n{TEXT}\n\n"


@pytest.mark.parametrize(
    ("mailbox", "count"),
    [
        (f"From tove@anvil.example Fri Mar  8 18:30:00 2024\n{LETTER}" * 3, 3),
        (f"From -\n{LETTER}" * 3, 3),
        (f"From \n{LETTER}" * 3, 3),
        (f"\ufeffFrom -\n{LETTER}From 1844347792267117879@xxx\n{LETTER}", 2),
        (f"From -\n{LETTER}From 1990 to 2004 there was a bridge.\nIt fell.\n\nFrom Ysel to Tarn by 8\n\n", 1),
    ],
)
def test_where_the_messages_of_a_mailbox_begin(mailbox: str, count: int) -> None:
    outcomes = list(read_all_bytes(mailbox.encode(), "letters.mbox"))
    assert [isinstance(outcome, Built) for outcome in outcomes] == [True] * count
    for outcome in outcomes:
        assert isinstance(outcome, Built)
        assert outcome.article.text.startswith(LEDE)
        assert outcome.article.particulars.title == "The ferry"


def test_a_header_that_has_no_end_is_cut() -> None:
    head = HEADER + "References: <a@b>\n" + " <another@b>\n" * 200_000
    (outcome,) = read_all_bytes(f"{head}\n{TEXT}\n".encode(), "letter.eml")
    assert isinstance(outcome, Built)
    assert outcome.article.text.startswith(LEDE)
    assert len(_mended(f"{head}\n{TEXT}\n".encode())) < LARGEST_HEADER + 2 * len(TEXT.encode())


def test_a_message_of_more_lines_than_a_text_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mail, "MOST_LINES", 500)
    outcomes = list(read_all_bytes(f"From a Fri\n{HEADER}\nThe ferry.\n\n".encode() * 2, "letters.mbox"))
    assert [isinstance(outcome, Built) for outcome in outcomes] == [True, True]
    (outcome,) = read_all_bytes(f"{HEADER}\n{LEDE}\n".encode() + b"The ferry.\n" * 600, "letter.eml")
    assert outcome == Unread("letter.eml", "too long for a message (601 lines; the limit is 500)")


def test_the_lines_of_what_is_attached_do_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mail, "MOST_LINES", 500)
    part = "Content-Type: image/png\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n"
    attached = f"--x\n\n{TEXT}\n\n--x\n{part}\n" + "QUFB\n" * 600 + "--x--\n"
    data = f'{HEADER}Content-Type: multipart/mixed; boundary="x"\n\n{attached}'.encode()
    (outcome,) = read_all_bytes(data, "letter.eml")
    assert isinstance(outcome, Built)
    assert outcome.article.text.startswith(LEDE)
