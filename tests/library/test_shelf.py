"""The shelf opens what it can, says what it cannot, and never shows a text twice."""

import hashlib
from pathlib import Path

import pytest

from reader.library.shelf import open_shelf, sample_shelf

WORDS = "The ferry stopped at noon.\n\nNobody came to the landing, and the crews went home at four.\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(WORDS)
    Path("b.txt").write_text("Another story altogether.\n")


def digest(of: bytes, *, front: str = "", body: str = "In short: the ferry stopped.") -> str:
    return f"---\nkind: digest\nsource: a.txt\nsha256: {hashlib.sha256(of).hexdigest()}\n{front}---\n\n{body}\n"


def test_order_is_as_named_and_what_fails_is_named() -> None:
    shelf = open_shelf(["b.txt", "no.txt", "-", "a.txt"], b"From a pipe.\n")
    assert [article.path for article in shelf.articles] == ["b.txt", "-", "a.txt"]
    assert [(unread.path, unread.reason) for unread in shelf.unread] == [("no.txt", "no such file or directory")]
    assert shelf.notices == ()


def test_standard_input_that_was_not_given() -> None:
    assert open_shelf(["-"]).unread[0].reason == "nothing was given on standard input"
    assert open_shelf(["-"], b"").unread[0].reason == "empty"


def test_the_same_text_twice_is_one_article() -> None:
    Path("copy.md").write_text(WORDS)
    shelf = open_shelf(["a.txt", "copy.md"])
    assert [article.path for article in shelf.articles] == ["a.txt"]
    assert shelf.notices == ("copy.md has the same text as a.txt and is left out",)
    assert len(open_shelf(["a.txt", "copy.md"], keep_copies=True).articles) == 2


def test_files_of_other_kinds_are_counted() -> None:
    Path("x.png").write_bytes(b"")
    assert open_shelf(["."]).notices == ("1 file of other kinds passed over",)
    Path("y.png").write_bytes(b"")
    assert open_shelf(["."]).notices == ("2 files of other kinds passed over",)


def test_a_digest_gives_way_and_lends_what_it_knows() -> None:
    front = "title: Ferry stops\noutlet: Gazette\npublished: 2024-03-03\n"
    Path("d.md").write_text(digest(Path("a.txt").read_bytes(), front=front))
    for paths in (["d.md", "a.txt"], ["a.txt", "d.md"]):
        shelf = open_shelf(paths)
        (article,) = shelf.articles
        about = article.particulars
        assert (article.path, about.kind) == ("a.txt", "article")
        assert (about.title, about.title_guessed) == ("Ferry stops", False)
        assert (about.outlet, about.published, about.byline) == ("Gazette", "2024-03-03", None)
        assert shelf.notices == ("d.md gives way to a.txt, which it digests, and lends it its particulars",)


def test_a_document_keeps_what_it_knows_itself() -> None:
    own = "---\ntitle: Own title\noutlet: Own outlet\n---\n\nWords.\n"
    Path("own.md").write_text(own)
    Path("d.md").write_text(digest(own.encode(), front="title: Lent\noutlet: Lent\nbyline: Ada Quill\n"))
    (article,) = open_shelf(["own.md", "d.md"]).articles
    about = article.particulars
    assert (about.title, about.outlet, about.byline) == ("Own title", "Own outlet", "Ada Quill")


def test_a_digest_of_something_else_stays() -> None:
    Path("d.md").write_text(digest(b"something else"))
    shelf = open_shelf(["a.txt", "d.md"])
    assert [article.path for article in shelf.articles] == ["a.txt", "d.md"]
    assert shelf.notices == ()


def test_the_sample_shelf() -> None:
    shelf = sample_shelf()
    assert shelf.unread == ()
    assert shelf.notices == ()
    folders = {Path(article.path).parent.as_posix() for article in shelf.articles}
    assert folders == {"seeds/harbour-bridge", "seeds/microsoft-openai"}
    for article in shelf.articles:
        assert article.words > 100
        assert (article.particulars.kind == "digest") == ("microsoft-openai" in article.path)
        assert article.particulars.invented == ("harbour-bridge" in article.path)


def test_sample_digests_give_way_to_the_documents() -> None:
    root = Path(__file__).resolve().parents[2]
    documents = root.parent / "shared" / "seeds"
    if not documents.is_dir():
        pytest.skip(f"the documents are not there: {documents}")
    shelf = open_shelf([str(documents), str(root / "seeds" / "microsoft-openai")])
    assert len(shelf.articles) == 5
    assert {article.particulars.kind for article in shelf.articles} == {"article"}
    assert sum("gives way" in notice for notice in shelf.notices) == 5
