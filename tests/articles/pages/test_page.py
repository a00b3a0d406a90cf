"""Whole pages, invented, in several languages: no word of the article is folded, the furniture is, particulars hold."""

from __future__ import annotations

import pytest

from reader.articles.article import Article
from reader.articles.build import article_from_text
from tests.articles.labelled import Page, pages, verdict

PAGES = [*pages("seen"), *pages("last")]


def built(page: Page) -> Article:
    return article_from_text(page.text, path=f"{page.name}.txt", sha256="", markdown=False)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_line_of_the_article_is_lost(page: Page) -> None:
    article = built(page)
    lost = [
        page.text[start:end]
        for start, end, label in page.labels
        if label != "furniture" and verdict(article, start, end) == "furniture"
    ]
    assert lost == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_furniture_is_found(page: Page) -> None:
    article = built(page)
    missed = [
        page.text[start:end]
        for start, end, label in page.labels
        if label == "furniture" and verdict(article, start, end) != "furniture"
    ]
    assert missed == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_titles_deks_headings_and_captions(page: Page) -> None:
    article = built(page)
    wanted = [
        (page.text[start:end], label) for start, end, label in page.labels if label in ("title", "dek", "caption")
    ]
    found = [
        (page.text[start:end], verdict(article, start, end))
        for start, end, label in page.labels
        if label in ("title", "dek", "caption")
    ]
    assert found == wanted


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_particulars(page: Page) -> None:
    about = built(page).particulars
    found = {name: getattr(about, name) for name in page.particulars}
    assert found == page.particulars


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_each_block_of_furniture_names_its_rule(page: Page) -> None:
    assert all(block.rule for block in built(page).blocks if block.kind == "furniture")
