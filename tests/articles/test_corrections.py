"""What the user corrects holds, also when the page is fetched again; the text is never touched."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.articles.article import Article
from reader.articles.build import article_from_text
from reader.articles.corrections import Correction, corrected, fingerprint

PROSE = "The ferry stopped at noon, and by one o’clock the queue on the north bank reached the old brewery gate."
MORE = "“Nobody came,” said Ada Quill, although three of them live within sight of the landing stage there."


def built(*lines: str) -> Article:
    return article_from_text("\n\n".join(lines) + "\n", path="a", sha256="", markdown=False)


PAGE = ["Ferry stops at noon", PROSE, "Related stories", "Why the ferry is late again", MORE]


def position(article: Article, words: str) -> int:
    return next(at for at, block in enumerate(article.blocks) if article.text[block.start : block.end] == words)


def test_furniture_becomes_text_and_back() -> None:
    article = built(*PAGE)
    at = position(article, PAGE[3])
    assert article.blocks[at].kind == "furniture"
    changed = corrected(article, {fingerprint(article, at): "paragraph"}, {})
    assert (changed.blocks[at].kind, changed.blocks[at].rule) == ("paragraph", "corrected")
    assert changed.words == article.words + 6
    assert changed.text == article.text
    assert corrected(changed, {fingerprint(changed, at): "furniture"}, {}).words == article.words


def test_quotations_of_what_is_no_text_are_gone() -> None:
    article = built(*PAGE)
    assert article.quotations
    assert not corrected(article, {fingerprint(article, position(article, MORE)): "furniture"}, {}).quotations


def test_a_page_that_is_fetched_again() -> None:
    article = built(*PAGE)
    wanted = fingerprint(article, position(article, PAGE[3]))
    again = built(
        "Log in", PAGE[0], "3 March 2024", PROSE, "You may also like", PAGE[3], "Another story about boats", MORE
    )
    changed = corrected(again, {wanted: "paragraph"}, {})
    assert changed.blocks[position(again, PAGE[3])].kind == "paragraph"


def test_of_several_alike_the_one_in_its_place() -> None:
    article = built("Ferry stops at noon", PROSE, "The queue", MORE, "The queue", PROSE + " Yes.")
    second = position(article, MORE) + 1
    changed = corrected(article, {fingerprint(article, second): "furniture"}, {})
    assert [at for at, block in enumerate(changed.blocks) if block.kind == "furniture"] == [second]
    elsewhere = built("The queue", PROSE.upper(), "The queue", MORE.upper())
    assert corrected(elsewhere, {fingerprint(article, second): "furniture"}, {}) == elsewhere


def test_a_title_is_the_only_one() -> None:
    article = built(*PAGE)
    changed = corrected(article, {fingerprint(article, 1): "title"}, {})
    assert [block.kind for block in changed.blocks].count("title") == 1
    assert (changed.particulars.title, changed.particulars.title_guessed) == (PROSE, False)


def test_particulars() -> None:
    article = built("Ferry stops at noon", "By Dana Obi", PROSE, MORE)
    about = corrected(article, {}, {"byline": "Ada Quill", "outlet": None, "title": None, "height": "2"})
    assert (about.particulars.byline, about.particulars.outlet, about.particulars.title) == ("Ada Quill", None, None)
    assert about.particulars.title_guessed
    assert {each.particular for each in about.evidence} == {each.particular for each in article.evidence} - {
        "byline",
        "title",
    }


def test_a_day_set_by_hand_is_no_guess() -> None:
    article = built("Ferry stops at noon", PROSE, MORE)
    guessed = replace(article, particulars=replace(article.particulars, published="2024-03-08", published_guessed=True))
    about = corrected(guessed, {}, {"published": "2024-03-07"}).particulars
    assert (about.published, about.published_guessed) == ("2024-03-07", False)


def test_a_correction_grows() -> None:
    kept = (
        Correction().with_verdict("a-b-c", "furniture").with_verdict("d-e-f", "heading").with_particular("byline", None)
    )
    assert kept.without_verdict("a-b-c") == Correction({"d-e-f": "heading"}, {"byline": None})
    with pytest.raises(ValueError, match="height"):
        kept.with_particular("height", "2")


def test_nothing_to_correct_is_the_same_article() -> None:
    article = built(*PAGE)
    assert corrected(article, {}, {}) is article
    assert corrected(article, {"no-such-block": "furniture"}, {}) is article
