"""Reports in Markdown and HTML: what is shared and changed, and nothing of an article is taken for markup."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

from reader.articles.article import Article
from reader.articles.build import article_from_text
from reader.cli import main
from reader.compare.matcher import Matcher
from reader.reports.as_html import articles_html, comparison_html
from reader.reports.as_markdown import articles_markdown, comparison_markdown, escaped

SAME = "the board of the northern line sold its last wooden ferry boat to a museum in Lower Averin on Monday"
HOSTILE = "<script>alert(1)</script> & <b onclick='x'>“</p>” ![a](b) **c** \x1b[31m \u202e `d` </style><!-- [e]: f"


def article(text: str, path: str = "a.txt", markdown: bool = False) -> Article:
    return article_from_text(text, path=path, sha256="0" * 64, markdown=markdown)


class Page(HTMLParser):
    """The tags of a page, and what it says outside of its style."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.said: list[str] = []
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.said.append(data)


def page(articles: list[Article], *, compared: bool = True) -> Page:
    if compared:
        return Page("\n".join(comparison_html(articles, Matcher().compare(articles))))
    return Page("\n".join(articles_html(articles)))


@pytest.mark.parametrize("compared", [False, True])
def test_a_page_holds_nothing_that_an_article_could_have_put_there(compared: bool) -> None:
    front = f"---\ntitle: {HOSTILE!r}\noutlet: {HOSTILE!r}\n---\n\n"
    hostile = article(
        f"{front}# {HOSTILE}\n\nIt {SAME}. {HOSTILE}\n\n- {HOSTILE}\n\n> {HOSTILE}\n", f"{HOSTILE}.md", True
    )
    found = page([hostile, article(f"They say {SAME}, {HOSTILE}.", "b.txt")], compared=compared)
    assert not found.open
    assert {tag for tag, _ in found.tags} <= {
        *("html", "head", "meta", "title", "style", "body", "article", "section", "h1", "h2", "h3", "p", "ul", "li"),
        *("blockquote", "mark", "sup", "a", "ins", "b", "span", "table", "tr", "th", "td"),
    }
    assert all(set(attributes) <= {"lang", "charset", "name", "content", "http-equiv", "class", "id", "href"}
               for _, attributes in found.tags)  # fmt: skip
    assert all((attributes.get("href") or "#").startswith("#") for _, attributes in found.tags)
    said = "".join(found.said)
    assert "<script>alert(1)</script>" in said
    assert "\x1b" not in said
    assert "\u202e" not in said


def test_a_page_shows_what_is_shared_and_what_was_changed() -> None:
    other = article(f"# Two\n\nNow {SAME.replace('sold', 'gave')}!", "b.md", True)
    found = page([article(f"# One\n\nLast week {SAME}.", "a.md", True), other])
    said = "".join(found.said)
    assert said.count("the northern line") == 4
    assert [tag for tag, _ in found.tags].count("ins") == 4
    assert {("mark", "altered")} <= {(tag, attributes.get("class")) for tag, attributes in found.tags}
    assert "1~" in said
    assert "words changed" in said


def test_a_comparison_in_markdown() -> None:
    articles = [article(f"Last week {SAME}."), article(f"Now {SAME.replace('sold', 'gave')}!", "b.txt")]
    lines = list(comparison_markdown(articles, Matcher().compare(articles)))
    assert any(line.startswith("## 1. altered") for line in lines)
    assert any(line.startswith("> ") and "**sold**" in line for line in lines)
    assert any(line.startswith("> ") and "**gave**" in line for line in lines)
    assert any(line.startswith("| A | B |") for line in lines)
    nothing = [article("One two three four."), article("Quite another matter.", "b.txt")]
    assert "These articles share no passage." in list(comparison_markdown(nothing, Matcher().compare(nothing)))


ROUND = """---
title: "Ferry: sold"
byline: Ines Brack
outlet: Quay Post
published: 2031-04-09
---

# Ferry: sold

The ferry was sold on Monday.
Nobody wept.

## Why

- rope
- tar

> We had it long enough.

1\\. That is all.
"""


def test_an_article_in_markdown_is_the_same_article_when_it_is_read_again() -> None:
    one = article(ROUND, "ferry.md", True)
    again = article("\n".join(articles_markdown([one])) + "\n", "again.md", True)
    assert again.particulars == one.particulars
    assert [(b.kind, b.level) for b in again.blocks] == [(b.kind, b.level) for b in one.blocks]
    words = [[" ".join(each.text[b.start : b.end].split()) for b in each.blocks[1:-1]] for each in (one, again)]
    assert words[0] == words[1]


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("# no heading", "\\# no heading"),
        ("#hashtag", "#hashtag"),
        ("- no item", "\\- no item"),
        ("12. no list", "12\\. no list"),
        ("1999 was warm", "1999 was warm"),
        ("--- no rule", "\\--- no rule"),
        ("a*b_c`d[e]<f>|~\\", "a\\*b\\_c\\`d\\[e\\]\\<f\\>\\|\\~\\\\"),
        ("AT&T &amp; &#60;", "AT&T \\&amp; \\&#60;"),
        ("one\ntwo\x1b", "one two␛"),
    ],
)
def test_signs_stand_for_themselves(words: str, written: str) -> None:
    assert escaped(words) == written


@pytest.mark.parametrize(
    ("command", "option", "begins"),
    [
        ("read", "--html", "<!DOCTYPE html>"),
        ("read", "--markdown", "# Two"),
        ("compare", "--html", "<!DOCTYPE html>"),
        ("compare", "--markdown", "# What these articles share"),
    ],
)
def test_the_commands(
    command: str, option: str, begins: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = [tmp_path / "a.md", tmp_path / "b.md"]
    for path in paths:
        path.write_text(f"# Two\n\nNow {SAME}, says {path.name}.\n")
    assert main([command, *map(str, paths), option]) == 0
    assert capsys.readouterr().out.startswith(begins)
    if command == "compare":
        assert main([command, str(paths[0]), option]) == 2
        assert capsys.readouterr().out == ""
