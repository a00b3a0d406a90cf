"""From text to article: the text stays as it is, the id follows the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles.build import article_from_text, article_id, build

PROSE = "The ferry stopped at noon, and by one o’clock the queue on the north bank reached the old brewery gate."


@pytest.mark.parametrize("markdown", [True, False])
@given(text=st.one_of(st.text(), st.text(st.characters(categories=["Cs", "Cc", "Cf", "Zs", "Po", "Lu"]))))
def test_any_text_becomes_an_article(markdown: bool, text: str) -> None:
    article = article_from_text(text, path="p", sha256="s", markdown=markdown)
    assert article.text == text
    assert all(0 <= block.start < block.end <= len(text) for block in article.blocks)
    assert all(0 <= quotation.start < quotation.end <= len(text) for quotation in article.quotations)


def test_the_id_is_of_the_text_alone() -> None:
    one = article_from_text(PROSE, path="a.txt", sha256="1", markdown=False)
    other = article_from_text(PROSE, path="b.md", sha256="2", markdown=True)
    assert one.id == other.id == article_id(PROSE)
    assert len(one.id) == 16
    assert article_id(PROSE + " ") != one.id


def test_front_matter_is_furniture_and_not_counted() -> None:
    text = f"---\ntitle: Five words that are furniture\n---\n\n{PROSE}\n"
    article = article_from_text(text, path="p", sha256="s", markdown=True)
    first = article.blocks[0]
    assert (first.kind, first.rule) == ("furniture", "front matter")
    assert text[first.start : first.end].endswith("---")
    assert article.words == article_from_text(PROSE, path="p", sha256="s", markdown=False).words == 20
    assert [text[a:b] for a, b in article.body] == [PROSE]


def test_broken_front_matter_stays_with_a_notice() -> None:
    made = build(f"---\ntitle: [a\n---\n\n{PROSE}\n", path="p.md", sha256="s", markdown=True)
    assert made.article.blocks[0].kind == "furniture"
    assert made.article.particulars.title is None
    assert len(made.notices) == 1
    assert made.notices[0].startswith("p.md: The front matter could not be read: ")


def test_front_matter_in_plain_text_is_text() -> None:
    article = article_from_text("---\ntitle: a\n---\n", path="p", sha256="s", markdown=False)
    assert [block.kind for block in article.blocks] == ["paragraph"] * 3


def test_a_scrape_saved_as_markdown_has_its_title() -> None:
    article = article_from_text(f"Ferry stops running\n\n{PROSE}\n", path="p", sha256="s", markdown=True)
    assert (article.particulars.title, article.particulars.title_guessed) == ("Ferry stops running", False)


@pytest.mark.parametrize("markdown", [True, False])
@pytest.mark.parametrize("above", ["Pictures\n\n![](b.png)", "![](a%20b.png)\n\n![](b.png)"])
def test_a_picture_below_the_first_line(above: str, markdown: bool) -> None:
    article = article_from_text(f"{above}\n\n{PROSE}\n", path="p.md", sha256="s", markdown=markdown)
    assert article.particulars.title != ""
    assert PROSE in [article.text[block.start : block.end] for block in article.blocks]
