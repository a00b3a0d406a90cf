"""Exports of press databases in the shapes that they really have."""

import re

import pytest

from reader.articles.build import Built
from reader.sources import mail
from reader.sources.press import is_press
from reader.sources.reading import read_all_bytes
from tests.sources.written import BODY, FACTIVA_LINES, LEDE, MORE, NEXIS_LINES, TEXT, TITLE


def first(text: str) -> Built:
    outcome = next(iter(read_all_bytes(text.encode(), "export.txt")))
    assert isinstance(outcome, Built), outcome
    return outcome


def nexis(*head: str) -> str:
    return "\n".join((*head, *NEXIS_LINES[3:]))


@pytest.mark.parametrize(
    "head",
    [
        (TITLE, "The Anvil", "March 8, 2024 Friday"),
        ("Documents (1)", "1. A list of titles", "Client/Matter: -None-", TITLE, "The Anvil", "March 8, 2024 Friday"),
        (TITLE, "The Anvil", "(Ferries)", "March 8, 2024 Friday 15:25 EST"),
        (TITLE, "The Anvil", "Correction Appended"),
        (TITLE, "The Anvil", "Freitag 8. März 2024"),
    ],
)
def test_heads_of_nexis(head: tuple[str, ...]) -> None:
    about = first(nexis(*head)).article.particulars
    assert (about.title, about.outlet, about.byline, about.language) == (TITLE, "The Anvil", "Tove Lindal", "en")
    assert about.published in ("2024-03-08", "2024-03-09")


def test_line_breaks_of_windows() -> None:
    assert first(nexis(*NEXIS_LINES[:3]).replace("\n", "\r\n")).article.text == TEXT


@pytest.mark.parametrize("words", ["90 words", "1.285 Wörter", "90 mots", "90 palabras"])
def test_factiva_in_several_languages(words: str) -> None:
    lines = [words if line == "90 words" else line for line in FACTIVA_LINES]
    article = first("\n".join(lines)).article
    about = article.particulars
    assert (about.title, about.byline, about.outlet, about.published) == (
        TITLE,
        "Tove Lindal",
        "The Anvil",
        "2024-03-08",
    )
    assert article.text == "\n\n".join(BODY)


def test_nexis_with_blanks_that_do_not_break() -> None:
    article = first(re.sub(r"(?m)^([A-Z][A-Za-z-]+): ", "\\1:\xa0", nexis(*NEXIS_LINES[:3]))).article
    assert article.text == TEXT
    assert article.particulars.byline == "Tove Lindal"


def test_an_old_download_without_a_title() -> None:
    head = "1 of 2 DOCUMENTS\n\nThe Anvil\n\nMarch 8, 2024 Friday\n\nSECTION: Pg. B22\n\nLENGTH: 44 words\n\n"
    about = first(f"               {head}{TEXT}\n\nLANGUAGE: ENGLISH\n\nCopyright 2024 The Anvil\n").article.particulars
    assert (about.outlet, about.published) == ("The Anvil", "2024-03-08")
    assert "2024" not in (about.title or "")


PROQUEST = (
    f"<p><b>{TITLE}</b></p><p><strong>Author: </strong>Lindal, Tove</p><p>Full text: </p><p>Enlarge this image.</p>"
    f"{''.join(f'<p>{words}</p>' for words in BODY)}<p><strong>Publication title: </strong>The Anvil; Port Anvil</p>"
    "<p>Publication date: Mar 8, 2024</p><p>column: Dear Anvil</p><p><strong>ProQuest document ID: </strong>1</p>"
    "<p>Database: Dailies</p>"
)


def test_a_page_of_proquest_with_a_column() -> None:
    outcomes = list(read_all_bytes(f"<html><body>{PROQUEST}{PROQUEST}</body></html>".encode(), "export.html"))
    assert len(outcomes) == 2
    for one in outcomes:
        assert isinstance(one, Built)
        about = one.article.particulars
        assert (about.title, about.outlet, about.published) == (TITLE, "The Anvil", "2024-03-08")
        assert one.article.text == TEXT


def test_proquest_without_a_text_gives_its_abstract() -> None:
    fields = f"{TITLE}\n\nAbstract: {BODY[0]}\n\nFull text: Not available.\n\nPublication title: The Anvil\n\n"
    article = first(f"{'_' * 60}\n\n{fields}ProQuest document ID: 1\n").article
    assert article.text == BODY[0]
    assert article.particulars.title == TITLE


def proquest_mail(*, cites: bool) -> bytes:
    """A mail of ProQuest: nothing but their fields divides the articles."""
    cite = "<p>Lindal, Tove.  The Anvil; Port Anvil [Port Anvil]. 08 Mar 2024.</p>" if cites else ""
    articles = "".join(
        f"<p><b>{TITLE} {number}</b></p>{cite}<p>Author: Lindal, Tove</p><p>ProQuest document link</p>"
        f"<p>Abstract: None available.</p><p>Full text:</p>{''.join(f'<p>{words}</p>' for words in BODY)}"
        f"<p>Publication title: The Anvil; Port Anvil</p><p>Publication date: Mar 8, 2024</p>"
        f"<p>ProQuest document ID: {number}</p><p>Last updated: 2024-03-09</p><p>Database: Dailies</p>"
        for number in (1, 2, 3)
    )
    head = "<p>Please do not reply directly to this email.</p><p>Tove sent you the following:</p><p>Email 1</p>"
    return (
        "MIME-Version: 1.0\nFrom: ProQuest <noreply@proquest.example>\nSubject: Your research\n"
        f"Content-Type: text/html; charset=utf-8\n\n<html><body>{head}{articles}</body></html>"
    ).encode()


@pytest.mark.parametrize("cites", [False, True])
def test_a_mail_of_proquest_holds_many_articles(cites: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mail, "page_in", lambda _: pytest.fail("its fields are no article of a page"))
    outcomes = [one for one in read_all_bytes(proquest_mail(cites=cites), "mail.eml") if isinstance(one, Built)]
    assert [one.article.particulars.title for one in outcomes] == [f"{TITLE} {number}" for number in (1, 2, 3)]
    for one in outcomes:
        about = one.article.particulars
        assert (about.byline, about.outlet, about.published) == ("Lindal, Tove", "The Anvil", "2024-03-08")
        assert one.article.text == TEXT


def test_the_name_of_a_database_in_a_text_ends_no_article() -> None:
    body = f"{LEDE}\n\nDatabase: none\n\n{MORE}"
    fields = f"{TITLE}\n\nAuthor: Lindal\n\nFull text: {body}\n\nPublication title: A\n\n"
    article = first(f"{fields}ProQuest document ID: 1\n").article
    assert article.particulars.outlet == "A"


def test_ordinary_texts_are_no_exports() -> None:
    for text in (TEXT, f"{TITLE}\n\nBody\n\n{TEXT}", "Title: a story\nAuthor: me\n\n" + TEXT, "Document 1 of 2"):
        assert not is_press(text)
