"""Which words of a page are its article, however the page is made; and the day that it shows."""

from types import SimpleNamespace

import pytest
from lxml import html

from reader.articles.article import Particulars
from reader.articles.build import Built
from reader.sources.html import _published, read_page
from reader.sources.html_article import _completed, leave_out_others
from reader.sources.html_dates import (
    changed_day,
    headline_day,
    labelled_day,
    shown_day,
    unambiguous,
)
from reader.sources.html_head import Stated
from reader.sources.html_text import Worded
from reader.sources.html_tree import lightened, tree_of
from reader.sources.source import Source
from tests.sources.written import LAST, LEDE, MORE, SAID, TEXT, TITLE, page

NEWSLETTER = "Every morning the Anvil tells in ten minutes what the day is going to bring to the harbour."
TEASER = "The lighthouse at Skerra is to be painted again, and nobody knows yet in which of the four colours."


def text_in(markup: str) -> str:
    outcome = read_page(Source(markup.encode(), "page.html"))
    assert isinstance(outcome, Built), outcome
    return outcome.article.text


def completed(extracted: str, body: str) -> str:
    return _completed(Worded(extracted), html.document_fromstring(f"<html><body>{body}</body></html>")).text


def part(*paragraphs: str, name: str = "body") -> str:
    return f"<div class='{name}'>" + "".join(f"<p>{words}</p>" for words in paragraphs) + "</div>"


COMPLETED = {
    "a part like the one with the article": (part(LEDE, SAID) + part(MORE, LAST), True),
    "with an advertisement between them": (part(LEDE, SAID) + part(NEWSLETTER, name="ad") + part(MORE, LAST), True),
    "a part of another kind": (part(LEDE, SAID) + part(MORE, LAST, name="more"), False),
    "a part without a name": ("<div>" + part(LEDE, SAID).replace(" class='body'", "") + "</div><div>"
                              + part(MORE, LAST).replace(" class='body'", "") + "</div>", False),
    "a part of another article": (f"<article>{part(LEDE, SAID)}</article><article>{part(MORE, LAST)}</article>", False),
}  # fmt: skip


@pytest.mark.parametrize("name", COMPLETED)
def test_an_article_in_several_parts_is_whole(name: str) -> None:
    body, is_whole = COMPLETED[name]
    assert completed(f"{LEDE}\n\n{SAID}", body) == (TEXT if is_whole else f"{LEDE}\n\n{SAID}")


def test_what_was_passed_over_between_paragraphs() -> None:
    items = f"<ul><li>{MORE}</li><li>Short.</li></ul>"
    body = part(LEDE, SAID, LAST, NEWSLETTER).replace(f"<p>{LAST}", f"<h3>The company</h3>{items}<p>{LAST}")
    kept = f"{LEDE}\n\n{SAID}\n\n{LAST}"
    assert completed(kept, body) == f"{LEDE}\n\n{SAID}\n\nThe company\n\n{MORE}\n\n{LAST}"
    linked = body.replace(f"<li>{MORE}", f"<li><a href='/x'>{MORE}</a>")
    assert MORE not in completed(kept, linked)
    assert MORE not in completed(kept, body.replace("<ul>", "<ul class='gallery'>"))


def test_the_words_of_a_link_that_were_dropped() -> None:
    cut = MORE.replace(" lost four hundred crowns a day", "").replace(" has asked for an inquiry", "")
    assert completed(f"{LEDE}\n\n{cut}\n\n{LAST}", part(LEDE, MORE, LAST)) == f"{LEDE}\n\n{MORE}\n\n{LAST}"


def test_a_paragraph_that_begins_like_another_is_another() -> None:
    other = "The company is to sell both of its boats, and nobody on the island has said that he wants to have one."
    kept = f"{LEDE}\n\n{other}\n\n{LAST}"
    assert completed(kept, part(LEDE, MORE, other, LAST)) == f"{LEDE}\n\n{MORE}\n\n{other}\n\n{LAST}"


def test_the_title_is_stated_and_stands_not_in_the_text() -> None:
    assert text_in(page()) == TEXT
    assert text_in(page(title="Another")).startswith(LEDE)


WRONG_MARKUP = {
    "navigation that is never closed": ("<p>The last", "<nav><a href='/'>Home</a><p>The last"),
    "a page that is closed too early": ("<header>", "<p>.</p></body></html><header>"),
    "a program in a comment": ("<p>The last", "<!-- <script> --><p>The last"),
    "the end of a program without its bracket": ("<p>The last", "<script src='a.js'></script\n<!-- x --><p>The last"),
    "a drawing that is closed in itself": ("<p>The last", "<svg class='x'/><p>The last"),
    "an element whose name begins like a drawing's": ("<p>The last", "<svg-icon></svg-icon><p>The last"),
}


@pytest.mark.parametrize("name", WRONG_MARKUP)
def test_markup_that_is_not_right_takes_no_words(name: str) -> None:
    right, wrong = WRONG_MARKUP[name]
    after = "<svg></svg><script>var a</script>"
    assert text_in(page(after=after).replace(right, wrong, 1)) == TEXT


def test_comments_and_programs_are_dropped_together() -> None:
    markup = "<p>a<!-- <style> --></p><script>x('<!--')</script><p>b</p><style>i{}</style><p>c<!-- open"
    assert lightened(markup) == "<p>a</p><p>b</p><p>c<!-- open"
    root = tree_of("<body><nav><a>Home</a><a>Sport</a><a>Weather</a></nav><p>Few words.</p></body>")
    assert root is not None
    assert root.find(".//nav") is not None


@pytest.mark.parametrize("opened", ["<b>" * 1500, "<div>" * 1500, f"<p {' '.join(f'a{at}' for at in range(200_000))}>"])
def test_markup_that_goes_deep_or_wide_takes_no_words(opened: str) -> None:
    assert LEDE in text_in(page(body=f"{opened}<p>{LEDE}</p><p>{SAID}</p>"))


DAYS = {
    "near the title": (None, "2024-03-08", "March 8, 2024", None),
    "twice without a blank": (None, "2024-03-08", "Posted on March 8, 2024March 9, 2024", None),
    "after a word without a blank": (None, "2024-03-08", "HealthMARCH 8, 2024Updated", None),
    "with an ordinal": (None, "2024-03-08", "March 8th, 2024", None),
    "with a short year": (None, "2024-03-08", "08.03.24", None),
    "in the address": (None, "2024-03-08", "", "https://anvil.example/2024/03/08/ferry"),
    "in the address, the day first": (None, "2024-03-08", "", "https://anvil.example/news/8-3-2024"),
    "in UTC, and on the page": ("2024-03-09", "2024-03-08", "March 8, 2024", None),
}
OTHER_DAYS = {
    "not on the page": (None, "2024-03-08", "", None, None),
    "of another address": (None, "2024-03-08", "", "https://anvil.example/2024/03/18/ferry", None),
    "stated, and on the page with another": ("2024-03-09", None, "March 8, 2024. March 9, 2024", None, "2024-03-09"),
    "stated and in the address": (
        "2024-03-09", None, "March 8, 2024", "https://anvil.example/2024/03/09/a", "2024-03-09",
    ),
    "stated, and another day on the page": ("2024-03-09", None, "March 1, 2024", None, "2024-03-09"),
}  # fmt: skip


@pytest.mark.parametrize("name", DAYS)
def test_the_day_that_a_page_shows(name: str) -> None:
    stated, day, shown, address = DAYS[name]
    words = f"Home\n\n{TITLE}\n\n{shown}\n\n{TEXT}"
    found = None if stated else day
    assert shown_day(stated, found, words, (TITLE,), address, html.fromstring("<p>x</p>")) == day


@pytest.mark.parametrize("name", OTHER_DAYS)
def test_days_that_are_not_shown(name: str) -> None:
    stated, found, shown, address, day = OTHER_DAYS[name]
    words = f"Home\n\n{TITLE}\n\n{shown}\n\n{TEXT}"
    assert shown_day(stated, found, words, (TITLE,), address, html.fromstring("<p>x</p>")) == day


def test_a_day_far_from_the_title_is_another_articles_unless_it_is_labelled() -> None:
    far = f"{TITLE}\n\n" + TEXT * 5
    root = html.fromstring("<div><time datetime='2024-03-07T10:00'>yesterday</time></div>")
    assert shown_day(None, "2024-03-08", f"{far}\n\nMarch 8, 2024", (TITLE,), None, root) is None
    assert shown_day(None, "2024-03-08", f"{far}\n\nPublished on: March 8, 2024", (TITLE,), None, root) == "2024-03-08"
    assert shown_day(None, "2024-03-07", far, (TITLE,), None, root) == "2024-03-07"


def test_the_articles_that_are_loaded_behind_one_are_others() -> None:
    paragraphs = "".join(f"<p>{words}</p>" for words in (LEDE, SAID, MORE, LAST))
    other = "".join(f"<p>The lighthouse at Skerra is to be painted, says number {at}. {TEASER}</p>" for at in range(9))
    following = f"<article><h1>Four colours for one lighthouse</h1>{other}</article>"
    for body, title, is_left in ((paragraphs * 3, TITLE, False), (paragraphs * 3, "Another headline", True)):
        root = tree_of(page(body=body, after=f"<main>{following}</main>"))
        assert root is not None
        leave_out_others(root, title)
        assert LAST in root.text_content()
        assert ("lighthouse" in root.text_content()) is is_left


BESIDE = {
    "below the headline": (f"Home\n\n{TITLE}\n\n8 March 2024\n\n{TEXT}", "2024-03-08"),
    "with the author": (f"{TITLE}\n\nBy Ada Quill\n\n8 March 2024 | 5 min read\n\n{TEXT}", "2024-03-08"),
    "right above it": (f"Home\n\n8 марта 2024, 13:43\n\n{TITLE}\n\n{TEXT}", "2024-03-08"),
    "the labelled one of two": (f"{TITLE}\n\n1 March 2024\n\nPublished: 8 March 2024\n\n{TEXT}", "2024-03-08"),
    "beside a later change": (f"{TITLE}\n\n8 March 2024\n\nUpdated: 9 March 2024\n\n{TEXT}", "2024-03-08"),
    "without the text": (f"Home\n\n{TITLE}\n\n8 March 2024\n\nOther words.", "2024-03-08"),
    "two days": (f"{TITLE}\n\n8 March 2024\n\n10 March 2024\n\n{TEXT}", None),
    "two days, one of a teaser": (f"{TITLE}\n\n8 March 2024\n\nHarbour fair on 10 March 2024\n\n{TEXT}", None),
    "far above": (f"8 March 2024\n\nHome\n\nNews\n\nSport\n\n{TITLE}\n\n{TEXT}", None),
    "behind the beginning": (f"{TITLE}\n\n{TEXT}\n\n8 March 2024", None),
    "neither": ("Home\n\n8 March 2024", None),
}


@pytest.mark.parametrize("name", BESIDE)
def test_the_one_day_beside_a_headline(name: str) -> None:
    words, day = BESIDE[name]
    assert headline_day(words, TITLE, TEXT[:80]) == day


@pytest.mark.parametrize(
    ("language", "shown"),
    [("en-GB", "2024-03-08"), ("en-US", "2024-08-03"), ("fr", "2024-03-08"), ("en", "8/3/2024"), ("", "8/3/2024")],
)
def test_days_that_could_be_two_go_by_the_language_of_the_page(language: str, shown: str) -> None:
    assert unambiguous("On 8/3/2024.", html.fromstring(f"<html lang='{language}'><p>x</p></html>")) == f"On {shown}."


def test_days_that_pages_label() -> None:
    assert labelled_day("A\n\nDieser Eintrag wurde am Freitag, 8. März 2024 um 9 Uhr veröffentlicht.") == "2024-03-08"
    assert labelled_day("This entry was posted on Friday, March 8, 2024 at noon.") == "2024-03-08"
    assert labelled_day("Posted on March 8, 2024.\n\nPosted on March 9, 2024.") is None
    assert changed_day("A\n\nDiese Seite wurde zuletzt am 8. März 2024 um 13:22 Uhr geändert.") == "2024-03-08"
    assert changed_day("Updated: 8 March 2024\n\nUpdated: 9 March 2024") is None
    assert changed_day("8 March 2024") is None


def dated(head: str, body: str = "") -> tuple[str | None, bool]:
    """The day of a page, and whether it is said to be that of a change."""
    whole = page(head=head, body=f"{body}<p>{LEDE}</p><p>{SAID}</p><p>{MORE}</p><p>{LAST}</p>")
    outcome = read_page(Source(whole.encode(), "page.html"))
    assert isinstance(outcome, Built)
    return outcome.article.particulars.published, any("last changed" in notice for notice in outcome.notices)


def linked(words: str) -> str:
    return f'<script type="application/ld+json">{words}</script>'


WHOLE = {
    "of the page, where no article is described": (
        linked('{"@graph": [{"@type": "WebPage", "datePublished": "2024-03-08"}, {"@type": "Organization"}]}'),
        "", ("2024-03-08", False),
    ),
    "of the article before that of the page": (
        linked(
            '[{"@type": "WebPage", "datePublished": "2020-01-01"}, {"@type": "Article", "datePublished": "2024-03-08"}]'
        ),
        "", ("2024-03-08", False),
    ),
    "in the outlet's own time zone": (
        linked('{"@type": "Article", "datePublished": "2024-03-08T06:14:00-05:00"}'),
        "<p>7 March 2024</p>", ("2024-03-08", False),
    ),
    "in that of Greenwich": (
        linked('{"@type": "Article", "datePublished": "2024-03-08T02:14:00Z"}'),
        "<p>7 March 2024</p>", ("2024-03-07", False),
    ),
    "only of a change": (
        '<meta property="article:modified_time" content="2024-03-08T10:00:00Z">', "", ("2024-03-08", True),
    ),
    "only of a change, shown": ("", "<p>Last updated: 8 March 2024</p>", ("2024-03-08", True)),
    "marked as changed": ("", '<span class="entry updated" title="2024-03-08"></span>', ("2024-03-08", True)),
}  # fmt: skip


@pytest.mark.parametrize("name", WHOLE)
def test_the_day_of_a_page(name: str) -> None:
    head, body, expected = WHOLE[name]
    assert dated(head, body) == expected


GUESSES = {
    "of a picture": (linked('{"@type": "ImageObject", "datePublished": "2024-03-08"}'), "", "2024-03-08", "a guess"),
    "in a picture's path": ("", '<p><img src="/uploads/2024/03/08/ferry.jpg"></p>', "2024-03-08", "a guess"),
    "of a change": ("", "<p>Last updated: 8 March 2024</p>", "2024-03-08", "last changed"),
    "later than the page was saved": (
        "<!--\n Page saved with SingleFile \n url: https://gazette.example/ferry \n"
        " saved date: Thu Mar 07 2024 10:00:00 GMT+0000\n-->",
        '<p><img src="/uploads/2024/03/08/ferry.jpg"></p>', None, "",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", GUESSES)
def test_a_day_that_is_not_stated_is_a_guess_and_says_so(name: str) -> None:
    head, body, day, words = GUESSES[name]
    whole = page(head=head, body=f"{body}<p>{LEDE}</p><p>{SAID}</p><p>{MORE}</p><p>{LAST}</p>")
    outcome = read_page(Source(whole.encode(), "page.html"))
    assert isinstance(outcome, Built)
    about = outcome.article.particulars
    assert (about.published, about.published_guessed) == (day, day is not None)
    assert [notice for notice in outcome.notices if words in notice] == list(outcome.notices)
    assert len(outcome.notices) == (day is not None)


def test_the_day_beside_a_headline_goes_before_a_teasers_and_a_labelled_one_is_the_last_resort() -> None:
    root = html.fromstring("<div><time datetime='2024-03-20T10:00'>yesterday</time></div>")
    known = Particulars(title=TITLE)
    teasers = SimpleNamespace(date="2024-03-20")
    beside = f"{TITLE}\n\n8 March 2024\n\n{TEXT}"
    labelled = f"{TITLE}\n\n{TEXT}\n\nAm Freitag, 8. März 2024 um 9 Uhr veröffentlicht"
    assert _published(Stated(), teasers, TEXT[:80], known, (beside, root)) == "2024-03-08"
    assert _published(Stated(), teasers, TEXT[:80], known, (TEXT, root)) == "2024-03-20"
    assert _published(Stated(), None, TEXT[:80], known, (labelled, root)) == "2024-03-08"
