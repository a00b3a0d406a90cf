"""Exports of press databases in the shapes that they really have."""

import pytest

from reader.articles.build import Built
from reader.sources.press import is_press
from reader.sources.reading import read_all_bytes
from tests.sources.written import BODY, FACTIVA_LINES, NEXIS_LINES, TEXT, TITLE


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


def test_proquest_without_a_text_gives_its_abstract() -> None:
    fields = f"{TITLE}\n\nAbstract: {BODY[0]}\n\nFull text: Not available.\n\nPublication title: The Anvil\n\n"
    article = first(f"{'_' * 60}\n\n{fields}ProQuest document ID: 1\n").article
    assert article.text == BODY[0]
    assert article.particulars.title == TITLE


def test_ordinary_texts_are_no_exports() -> None:
    for text in (TEXT, f"{TITLE}\n\nBody\n\n{TEXT}", "Title: a story\nAuthor: me\n\n" + TEXT, "Document 1 of 2"):
        assert not is_press(text)
