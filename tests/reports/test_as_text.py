"""Plain lines for a person hold nothing that acts on a terminal."""

from reader.articles.article import Article
from reader.articles.build import article_from_text
from reader.compare.matcher import Matcher
from reader.library.shelf import Shelf
from reader.reports.as_text import comparison_text, hit_lines, shelf_text
from reader.reports.search import hits
from reader.text.find import Query


def article(text: str, path: str = "a.txt", markdown: bool = False) -> Article:
    return article_from_text(text, path=path, sha256="0" * 64, markdown=markdown)


SAME = "the board of the northern line sold its last wooden ferry boat to a museum in Lower Averin on Monday"


def test_a_shelf() -> None:
    text = "---\ntitle: Ferry\noutlet: Gazette\n---\n\n# Ferry\n\nWords here.\nMore words.\n\n- a\n- b\n"
    lines = list(shelf_text(Shelf((article(text, "f.md", True), article("Second one.\n")))))
    assert lines == [
        "Ferry",
        "Gazette · 7 words · f.md",
        "",
        "Words here.",
        "More words.",
        "",
        "- a",
        "- b",
        "",
        "─" * 72,
        "",
        "Second one.",
        "2 words · a.txt",
        "",
        "Second one.",
    ]


def test_a_comparison() -> None:
    articles = (article(f"Last week {SAME}."), article(f"It is said that\n{SAME}!", "b.txt"))
    lines = "\n".join(comparison_text(articles, Matcher().compare(articles)))
    assert lines.count(SAME) == 2
    assert "1. verbatim" in lines
    assert "of A is in B" in lines
    assert "of B is in A" in lines


def test_nothing_shared() -> None:
    articles = (article("One two three four."), article("Quite another matter.", "b.txt"))
    assert "These articles share no passage." in list(comparison_text(articles, Matcher().compare(articles)))


def test_hits_are_shown_in_brackets() -> None:
    ((found_in, found),) = hits(Query("wooden ferry"), [article(f"Last week {SAME}."), article("Nothing.")])
    lines = list(hit_lines(found_in, found))
    assert lines[0].endswith("(a.txt): 1 hit")
    assert "[wooden ferry]" in lines[1]


def test_nothing_raw_comes_through() -> None:
    evil = article(f"Evil \x1b]52;c;aGk=\x07 title\n\n{SAME} \x9b2J\x1b[2J.\r\n", "a\x1b[31m.txt")
    other = article(f"{SAME}.", "b\x07.txt")
    lines = [
        *shelf_text(Shelf((evil, other))),
        *comparison_text((evil, other), Matcher().compare((evil, other))),
        *(line for a, f in hits(Query("Monday"), (evil, other)) for line in hit_lines(a, f)),
    ]
    assert any("␛" in line for line in lines)
    assert not any(ord(character) < 32 or 127 <= ord(character) < 160 for line in lines for character in line)
