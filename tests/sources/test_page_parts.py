"""Which words of a page are its article, however the page is made; and the day that it shows."""

import pytest
from lxml import html

from reader.articles.build import Built
from reader.sources.html import read_page
from reader.sources.html_article import _completed
from reader.sources.html_dates import shown_day
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
