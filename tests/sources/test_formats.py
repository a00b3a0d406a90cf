"""Every format gives its articles with what it states, whatever the file is called."""

from pathlib import Path

import pytest

from reader.articles.build import Built
from reader.sources.reading import read_all, read_all_bytes, read_file
from reader.sources.source import Unread
from tests.sources.written import ADDRESS, LAST, LEDE, MORE, SAID, TITLE, WRITERS, skip_without_extra, table

ARTICLES = {
    # name: how many articles, then of the first: title, byline, outlet, day
    "page.html": (1, TITLE, "Tove Lindal, Ada Quill", "The Anvil", "2024-03-08"),
    "feed.rss": (2, f"{TITLE} 1", "Tove Lindal", "The Anvil", "2024-03-08"),
    "feed.atom": (1, TITLE, "Tove Lindal", "The Anvil", "2024-03-08"),
    "feed.json": (1, TITLE, "Tove Lindal", "The Anvil", "2024-03-08"),
    "letter.eml": (1, TITLE, "Tove Lindal", "The Anvil Weekly", "2024-03-08"),
    "letters.mbox": (3, f"{TITLE} 1", "Tove Lindal", "The Anvil Weekly", "2024-03-08"),
    "page.mhtml": (1, TITLE, None, "news.example", None),
    "book.epub": (2, "First story", "Tove Lindal", "The Anvil, 8 March", "2024-03-08"),
    "paper.pdf": (1, TITLE, None, None, None),
    "crawl.warc.gz": (2, TITLE, "Tove Lindal, Ada Quill", "The Anvil", "2024-03-08"),
    "crawl.warc": (2, TITLE, "Tove Lindal, Ada Quill", "The Anvil", "2024-03-08"),
    "crawl.wacz": (2, TITLE, "Tove Lindal, Ada Quill", "The Anvil", "2024-03-08"),
    "text.docx": (1, TITLE, None, None, None),
    "text.rtf": (1, TITLE, None, None, None),
    "table.csv": (2, TITLE, "Tove Lindal", "The Anvil", "2024-03-08"),
    "table.tsv": (2, TITLE, "Tove Lindal", "The Anvil", "2024-03-08"),
    "lines.jsonl": (2, TITLE, "Tove Lindal", "The Anvil", "2024-03-08"),
    "wallabag.json": (1, TITLE, "Tove Lindal", "news.example", "2024-03-08"),
    "omnivore.zip": (1, TITLE, "Tove Lindal", "news.example", "2024-03-08"),
    "readwise.csv": (2, TITLE, "Tove Lindal", None, None),
    "table.parquet": (2, TITLE, "Tove Lindal", "The Anvil", "2024-03-08"),
    "nexis.txt": (2, TITLE, "TOVE LINDAL", "The Anvil", "2024-03-08"),
    "nexis.docx": (2, TITLE, "Tove Lindal", "The Anvil", "2024-03-08"),
    "nexis.html": (2, TITLE, "Tove Lindal", "The Anvil", "2024-03-08"),
    "factiva.rtf": (2, TITLE, "Tove Lindal", "The Anvil", "2024-03-08"),
    "coded.rtf": (1, TITLE, "Tove Lindal", "The Anvil", "2024-03-08"),
    "factiva.html": (2, TITLE, "Tove Lindal", "The Anvil", "2024-03-08"),
    "proquest.txt": (2, TITLE, "Lindal, Tove", "The Anvil", "2024-03-08"),
    "pages.zip": (2, TITLE, "Tove Lindal, Ada Quill", "The Anvil", "2024-03-08"),
    "page.html.gz": (1, TITLE, "Tove Lindal, Ada Quill", "The Anvil", "2024-03-08"),
    "clipped.md": (1, TITLE, "Tove Lindal", "news.example", None),
}
ADDRESSES = {
    "list.opml": ("https://news.example/feed",),
    "urls": ("https://news.example/feed",),
    "pocket.csv": (ADDRESS,),
    "pocket.html": (ADDRESS,),
    "instapaper.csv": (ADDRESS,),
    "bookmarks.html": (ADDRESS,),
    "browser.json": (ADDRESS,),
    "feed.rss": (f"{ADDRESS}?3",),
    "feed.json": (ADDRESS,),
    "wallabag.json": (f"{ADDRESS}2",),
    "omnivore.zip": (f"{ADDRESS}2",),
}


def outcomes(name: str, called: str | None = None) -> list[Built | Unread]:
    skip_without_extra(name)
    return list(read_all_bytes(WRITERS[name](), called or name))


def built(name: str, called: str | None = None) -> list[Built]:
    return [outcome for outcome in outcomes(name, called) if isinstance(outcome, Built)]


def test_every_writer_is_tested() -> None:
    assert set(WRITERS) == set(ARTICLES) | set(ADDRESSES)


@pytest.mark.parametrize("name", ARTICLES)
def test_articles_and_what_is_stated(name: str) -> None:
    many, title, byline, outlet, published = ARTICLES[name]
    found = built(name)
    assert len(found) == many
    about = found[0].article.particulars
    assert (about.title, about.byline, about.outlet, about.published) == (title, byline, outlet, published)
    assert about.title_guessed is False or name == "text.rtf"
    text = " ".join(found[0].article.text.split())
    for paragraph in (LEDE, MORE) if name in ("paper.pdf", "text.docx", "readwise.csv") else (LEDE, SAID, MORE, LAST):
        assert paragraph in text
    for furniture in (
        "Terms | Privacy",
        "Unsubscribe",
        "THE ANVIL",
        "Classification",
        "ProQuest document ID",
        "Copyright",
    ):
        assert furniture not in text


@pytest.mark.parametrize("name", ARTICLES)
def test_paths_and_ids_are_each_articles_own(name: str) -> None:
    found = built(name)
    paths = [one.article.path for one in found]
    assert len(set(paths)) == len({one.article.id for one in found}) == len(found)
    if len(found) > 1 and name not in ("pages.zip", "crawl.wacz"):
        assert paths[:2] == [f"{name}#1", f"{name}#2"]
    for one in found:
        assert one.article.blocks
        assert one.article.words > 5
        assert len(one.article.sha256) == 64


@pytest.mark.parametrize("name", ADDRESSES)
def test_addresses_stand_for_articles_that_are_not_there(name: str) -> None:
    (unread,) = [outcome for outcome in outcomes(name) if isinstance(outcome, Unread)]
    assert unread.addresses == ADDRESSES[name]
    assert "reader add can fetch" in unread.reason


def test_commands_in_a_list_are_counted_and_never_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (unread,) = outcomes("urls")
    assert isinstance(unread, Unread)
    assert "2 commands in it were not run" in unread.reason
    assert list(tmp_path.iterdir()) == []


SHOWS_ITSELF = [name for name in WRITERS if name not in ("text.docx", "nexis.docx", "table.tsv", "clipped.md")]


@pytest.mark.parametrize("name", SHOWS_ITSELF)
def test_a_wrong_ending_changes_nothing(name: str) -> None:
    right = [one.article.text for one in built(name)]
    for called in ("thing.txt", "thing", "thing.html", "thing.xyz"):
        assert [one.article.text for one in built(name, called)] == right, called


def test_columns_are_told_once() -> None:
    first, second = list(read_all_bytes(table(), "t.csv"))
    assert isinstance(first, Built)
    assert isinstance(second, Built)
    assert "columns were guessed: text from 'body', title from 'headline'" in first.notices[0]
    assert second.notices == ()


def test_files_are_read_like_bytes(tmp_path: Path) -> None:
    place = tmp_path / "letters.mbox"
    place.write_bytes(WRITERS["letters.mbox"]())
    read = list(read_all(str(place)))
    assert [one.article.path for one in read if isinstance(one, Built)] == [f"{place}#{number}" for number in (1, 2, 3)]
    first = read_file(str(place))
    assert isinstance(first, Built)
    assert first.article.path == f"{place}#1"


@pytest.mark.parametrize(
    ("package", "name", "extra"),
    [
        ("pypdfium2", "paper.pdf", "pdf"),
        ("warcio", "crawl.warc", "warc"),
        ("striprtf", "text.rtf", "office"),
        ("duckdb", "table.parquet", "corpus"),
        ("warcio", "crawl.wacz", "warc"),
    ],
)
def test_a_missing_extra_is_named(package: str, name: str, extra: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = WRITERS[name]()
    monkeypatch.setattr("reader.sources.kinds._is_installed", lambda asked: asked != package)
    (unread,) = list(read_all_bytes(data, name))
    assert isinstance(unread, Unread)
    assert unread.reason.endswith(f" needs: pip install 'reader-sidebyside[{extra}]'")


@pytest.mark.parametrize("target", ["https://anvil.example/a?b=c", "mailto:tove@anvil.example", "anvil.example/a"])
def test_rich_text_without_the_addresses_of_its_links(target: str) -> None:
    link = f'{{\\field{{\\*\\fldinst{{HYPERLINK "{target}"}}}}{{\\fldrslt the ferry}}}}'
    skip_without_extra("a.rtf")
    (outcome,) = read_all_bytes(f'{{\\rtf1\\ansi It is {link} ("old") that stopped.\\par }}'.encode(), "a.rtf")
    assert isinstance(outcome, Built)
    assert outcome.article.text == 'It is the ferry ("old") that stopped.'
