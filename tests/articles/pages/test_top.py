"""What stands above a headline: the outlet, byline and day; and the line by which a press release says what it is."""

from __future__ import annotations

import pytest

from reader.articles.article import Article
from reader.articles.build import article_from_text
from reader.articles.outlets import could_be_outlet, is_masthead
from reader.articles.pages.releases import is_release_label

PROSE = (
    "The council said on Tuesday that the ferry would stop at noon, and by one o’clock the queue on the north bank "
    "reached the old brewery gate.\n\nThe harbour master said the boat had struck a log and that divers would look at "
    "the hull in the morning before it sails again.\n"
)
HEADLINE = "Ferry stops after collision in harbour"


def built(lines: str, *, between: str = "\n\n", text: str = PROSE) -> Article:
    """The article below these lines, which are parted by " / "."""
    return article_from_text(f"{between.join(lines.split(' / '))}\n\n{text}", path="a.txt", sha256="", markdown=False)


ABOVE: dict[str, tuple[str | None, str | None, str | None, str | None]] = {
    f"Harbour Mail / By Dana Obi / 3 March 2024 / {HEADLINE}": (HEADLINE, "Dana Obi", "Harbour Mail", "2024-03-03"),
    f"The Harbour Mail / Dana Obi / 3 March 2024 / {HEADLINE}": (
        *(HEADLINE, "Dana Obi"),
        *("The Harbour Mail", "2024-03-03"),
    ),
    f"La Gazette du Nord / {HEADLINE} / Le 13 mai 2024": (HEADLINE, None, "La Gazette du Nord", "2024-05-13"),
    f"Averin Post-Courier / {HEADLINE} / By Dana Obi": (HEADLINE, "Dana Obi", "Averin Post-Courier", None),
    f"{HEADLINE} / Harbour Mail / 3 March 2024": (HEADLINE, None, "Harbour Mail", "2024-03-03"),
    f"{HEADLINE} / By Dana Obi / 3 March 2024": (HEADLINE, "Dana Obi", None, "2024-03-03"),
    f"Harbour News / By Dana Obi / 3 March 2024 / {HEADLINE}": (HEADLINE, "Dana Obi", None, "2024-03-03"),
}


@pytest.mark.parametrize("between", ["\n\n", "\n"], ids=["blank lines", "lines"])
@pytest.mark.parametrize("lines", ABOVE)
def test_outlet_byline_and_day_around_the_headline(lines: str, between: str) -> None:
    about = built(lines, between=between).particulars
    assert (about.title, about.byline, about.outlet, about.published) == ABOVE[lines]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("Bad News / By Dana Obi / 3 March 2024", "Bad News"),
        ("Stocks Hit Record / Investors cheer as the rates fall / By Dana Obi", "Stocks Hit Record"),
        ("Good News for Averin / The ferry will sail again soon / By Dana Obi", "Good News for Averin"),
        ("Radio Silence on Mars / By Dana Obi", "Radio Silence on Mars"),
    ],
)
def test_a_headline_with_the_shape_of_an_outlets_name(lines: str, title: str) -> None:
    assert built(lines).particulars.title == title


@pytest.mark.parametrize(
    ("line", "shaped", "sure"),
    [
        ("Harbour Mail", True, True),
        ("La Gazette du Nord", True, True),
        ("Times of Averin", True, True),
        ("Averin Tagblatt", True, True),
        ("La Nación", False, False),
        ("Local News", True, False),
        ("Film Review", True, False),
        ("Journal", True, False),
        ("Ferry stops", False, False),
    ],
)
def test_names_of_outlets(line: str, shaped: bool, sure: bool) -> None:
    assert (could_be_outlet(line), is_masthead(line)) == (shaped, sure)


@pytest.mark.parametrize(
    ("lines", "kind", "title"),
    [
        (f"FOR IMMEDIATE RELEASE / {HEADLINE} / 3 March 2024", "press release", HEADLINE),
        (f"For immediate release / March 3, 2024 / {HEADLINE}", "press release", HEADLINE),
        (f"Pressemitteilung Nr. 12/2024 / {HEADLINE}", "press release", HEADLINE),
        (f"Communiqué de presse / {HEADLINE} / Le 13 mai 2024", "press release", HEADLINE),
        (f"Press release: {HEADLINE}", "press release", f"Press release: {HEADLINE}"),
        (f"{HEADLINE} / Press release", "press release", HEADLINE),
        (f"Press releases / {HEADLINE}", "article", HEADLINE),
        ("Press release of the council baffles all", "article", "Press release of the council baffles all"),
        (HEADLINE, "article", HEADLINE),
    ],
)
def test_a_press_release_says_so(lines: str, kind: str, title: str) -> None:
    about = built(lines).particulars
    assert (about.kind, about.title) == (kind, title)


def test_only_above_the_first_paragraph_and_not_against_the_front_matter() -> None:
    assert built(HEADLINE, text=f"{PROSE}\n\nPress release\n\n{PROSE}").particulars.kind == "article"
    text = f"---\nkind: transcript\n---\n\nPress release\n\n{PROSE}"
    assert article_from_text(text, path="a.md", sha256="", markdown=True).particulars.kind == "transcript"


@pytest.mark.parametrize(
    ("line", "is_label"),
    [
        ("*** PRESS RELEASE ***", True),
        ("Press release – Averin Harbour Council", True),
        ("COMUNICATO STAMPA / 3 marzo 2024", True),
        ("보도자료", True),
        ("Press release: the ferry stops at noon, and for good", False),
        ("Press releases", False),
        ("A press release", False),
    ],
)
def test_labels_of_press_releases(line: str, is_label: bool) -> None:
    assert is_release_label(line) is is_label
