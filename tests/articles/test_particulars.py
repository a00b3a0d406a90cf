"""Particulars are what is stated; what is not stated is unknown."""

import pytest

from reader.articles.article import Article, Particulars
from reader.articles.build import article_from_text
from reader.articles.particulars import completed, iso_day, shown_title

PROSE = "The ferry stopped at noon, and by one o’clock the queue on the north bank reached the old brewery gate."


def built(text: str, *, markdown: bool = True) -> Article:
    return article_from_text(text, path="a/ferry.md", sha256="0" * 64, markdown=markdown)


def test_all_that_can_be_stated() -> None:
    text = (
        "---\ntitle: Ferry stops\noutlet: Averin Gazette\npublished: 2024-03-03\nbyline: Ada Quill\nkind: digest\n"
        f"source: 001.txt\nsha256: {'AB' * 32}\nlanguage: en\ninvented: true\n---\n\n# Another title\n\n{PROSE}\n"
    )
    about = built(text).particulars
    assert (about.title, about.title_guessed) == ("Ferry stops", False)
    assert (about.outlet, about.published, about.byline) == ("Averin Gazette", "2024-03-03", "Ada Quill")
    assert (about.kind, about.source, about.source_sha256) == ("digest", "001.txt", "ab" * 32)
    assert (about.language, about.invented) == ("en", True)


def test_nothing_is_guessed_from_running_text() -> None:
    text = f"Ada Quill of the Averin Gazette wrote on 3 March 2024 that the ferry would stop at noon. {PROSE}\n"
    about = built(text, markdown=False).particulars
    assert (about.byline, about.outlet, about.published) == (None, None, None)
    assert (about.title, about.title_guessed, about.kind, about.invented) == (None, True, "article", False)


@pytest.mark.parametrize(
    ("known", "found", "expected"),
    [
        (Particulars(published="2024-03-08"), Particulars(published="2024-03-07", published_guessed=True), False),
        (Particulars(published="2024-03-08", published_guessed=True), Particulars(), True),
        (Particulars(), Particulars(published="2024-03-07"), False),
    ],
)
def test_whether_the_day_is_a_guess_goes_with_the_day(known: Particulars, found: Particulars, expected: bool) -> None:
    assert completed(known, found).published_guessed is expected


def test_front_matter_goes_before_the_text() -> None:
    page = f"# Ferry stops\n\nBy Ines Ferro, Averin Gazette\n\n3 March 2024\n\n{PROSE}\n"
    front = "---\nbyline: Ada Quill\npublished: 2024-03-05\n---\n\n"
    article = built(front + page)
    about = article.particulars
    assert (about.byline, about.published, about.outlet) == ("Ada Quill", "2024-03-05", "Averin Gazette")
    assert {each.particular: each.rule for each in article.evidence} == {
        "title": "heading",
        "byline": "front matter",
        "outlet": "beside the byline",
        "published": "front matter",
        "language": "frequent words",
    }


def test_a_digest_is_not_asked_who_published_its_document() -> None:
    about = built(f"---\nkind: digest\n---\n\n# Ferry stops\n\nBy Ada Quill\n\n3 March 2024\n\n{PROSE}\n").particulars
    assert (about.title, about.byline, about.published) == ("Ferry stops", None, None)


@pytest.mark.parametrize("front", ["sha256: abc", "sha256: 12", "invented: yes please", "outlet: true", "outlet: ''"])
def test_what_states_nothing(front: str) -> None:
    about = built(f"---\n{front}\n---\n\n{PROSE}\n").particulars
    assert (about.source_sha256, about.invented, about.outlet) == (None, False, None)


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ("2024-03-03", "2024-03-03"),
        ("2024-03-03T23:30:00Z", "2024-03-03"),
        ("3 March 2024", "2024-03-03"),
        ("March 3, 2024", "2024-03-03"),
        ("March 2024", None),
        ("2024", None),
        ("Sunday", None),
        ("2024-13-01", None),
        ("soon", None),
        ("", None),
        ("99999999999999999999", None),
    ],
)
def test_a_date_is_a_whole_day(stated: str, day: str | None) -> None:
    assert iso_day(stated) == day


@pytest.mark.parametrize("written", ["2024-03-03", "2024-03-03 10:00:00", '"3 March 2024"'])
def test_dates_of_front_matter(written: str) -> None:
    assert built(f"---\npublished: {written}\n---\n{PROSE}").particulars.published == "2024-03-03"


def test_the_title_that_is_shown() -> None:
    assert shown_title(built(f"# Ferry\u00a0stops\n\n{PROSE}")) == "Ferry stops"
    assert shown_title(built(PROSE)) == "The ferry stopped at noon, and by one o’clock the…"
    assert shown_title(built("Short one.")) == "Short one."
    assert shown_title(built("***")) == "a/ferry.md"
