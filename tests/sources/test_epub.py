"""Books as they really are: lists of pages beside the contents, sections within chapters, readings above words."""

import io
import zipfile

import pytest

from reader.articles.build import Built
from reader.sources.reading import read_all_bytes
from tests.sources.written import LEDE, epub, zipped

FIRST = '<li><a href="text/a%20one.xhtml">First story</a></li>'
SECTION = '<li><a href="text/a%20one.xhtml#two">A section of it</a></li>'
PAGES = (
    '<nav xmlns:e="http://www.idpf.org/2007/ops" e:type="page-list"><ol>'
    '<li><a href="title.xhtml">iv</a></li><li><a href="text/a%20one.xhtml">5</a></li></ol></nav>'
)
CONTENTS = '<nav xmlns:e="http://www.idpf.org/2007/ops" e:type="toc">'


def changed(member: str, old: str, new: str) -> bytes:
    archive = zipfile.ZipFile(io.BytesIO(epub()))
    members: dict[str, str | bytes] = {name: archive.read(name).decode() for name in archive.namelist()}
    assert old in str(members[member])
    members[member] = str(members[member]).replace(old, new)
    return zipped(members)


def titles(data: bytes) -> list[str | None]:
    outcomes = list(read_all_bytes(data, "book.epub"))
    return [outcome.article.particulars.title for outcome in outcomes if isinstance(outcome, Built)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (FIRST, FIRST + SECTION),
        (FIRST, FIRST.replace("</li>", f"<ol>{SECTION}</ol></li>")),
        ("<nav>", CONTENTS),
        ("<nav>", PAGES + CONTENTS),
        ("</nav>", "</nav>" + PAGES),
    ],
)
def test_titles_are_those_of_the_chapters(old: str, new: str) -> None:
    assert titles(changed("OEBPS/nav.xhtml", old, new)) == ["First story", "Second story"]


def test_how_a_word_is_read_is_not_in_the_text() -> None:
    lede = f"<p>{LEDE}</p>"
    read = LEDE.replace("ferry", "<ruby>ferry<rp>(</rp><rt>ferii</rt><rp>)</rp></ruby>", 1)
    (first, _) = read_all_bytes(changed("OEBPS/text/a one.xhtml", lede, f"<p>{read}</p>"), "book.epub")
    assert isinstance(first, Built)
    assert LEDE in first.article.text


def test_a_chapter_that_is_named_twice_is_there_once() -> None:
    data = changed("OEBPS/book.opf", '<itemref idref="b"/>', '<itemref idref="b"/><itemref idref="a"/>' * 3)
    assert titles(data) == ["First story", "Second story"]
