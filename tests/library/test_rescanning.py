"""Looking again at what is open: new files, texts written anew, files that moved or have gone."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from reader.library.desk import Desk
from reader.library.rescanning import Rescanned, file_in, rescan, take_newer
from reader.library.shelf import open_shelf
from reader.library.store import Store
from reader.text.spans import Span

FIRST = "The lock at Ebbing was shut on Monday for the first time since the herring year, and no boat came in."
SECOND = "Mending the gate takes a smith, two divers and a dry week, which nobody has been promised by anybody."
OTHER = "Runner beans want string, patience and a bucket of well rotted manure under every pole in the garden."


class Scans:
    """A desk on a folder, looked at again and again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "lock.txt").write_text(f"The lock\n\n{FIRST}\n\n{SECOND}\n")
        (folder / "bean.txt").write_text(f"Beans\n\n{OTHER}\n")
        self.desk = Desk(open_shelf([str(folder)]), opens_store=lambda: Store.open(folder / "kept.sqlite"))
        self.desk.connect()

    def again(self, held: int | None = None) -> Rescanned:
        async def once() -> Rescanned:
            try:
                return await rescan(self.desk, held)
            finally:
                await self.desk.matching.close()

        return asyncio.run(once())

    def number(self, name: str) -> int:
        return next(n for n, article in enumerate(self.desk.articles) if article.path.endswith(name))


@pytest.fixture
def scans(tmp_path: Path) -> Scans:
    folder = tmp_path / "texts"
    folder.mkdir()
    return Scans(folder)


def test_where_nothing_happened_nothing_is_said_or_read(scans: Scans) -> None:
    before = list(scans.desk.articles)
    assert scans.again() == Rescanned()
    assert scans.desk.articles == before


def test_new_changed_and_gone_at_once_with_what_was_kept(scans: Scans) -> None:
    lock, bean = scans.number("lock.txt"), scans.number("bean.txt")
    scans.desk.keeping.toggle_star(lock)
    at = scans.desk.articles[lock].text.index(SECOND)
    scans.desk.keeping.add_note(lock, "who?", Span(at, at + len(SECOND)))
    scans.desk.keeping.keep_place(lock, at)
    (scans.folder / "lock.txt").write_text(f"The lock\n\nCorrected on Friday.\n\n{FIRST}\n\n{SECOND}\n")
    (scans.folder / "bean.txt").unlink()
    (scans.folder / "moss.txt").write_text("Moss\n\nMoss grows where nobody looks.\n")
    assert scans.again() == Rescanned((2,), (lock,), 0, 1)
    new = scans.desk.articles[lock]
    assert "Corrected on Friday" in new.text
    assert new.id in scans.desk.state.starred
    assert [new.text[note.span.start : note.span.end] for note in scans.desk.keeping.notes(lock) if note.span] == [
        SECOND
    ]
    assert scans.desk.keeping.place(lock) == new.text.index(SECOND)
    assert scans.desk.gone == {scans.desk.articles[bean].id}
    (scans.folder / "bean.txt").write_text(f"Beans\n\n{OTHER}\n")
    assert scans.again() == Rescanned()


def test_the_text_that_is_being_read_waits(scans: Scans) -> None:
    lock = scans.number("lock.txt")
    old = scans.desk.articles[lock]
    (scans.folder / "lock.txt").write_text(f"The lock, anew\n\n{FIRST}\n\n{SECOND}\n")
    assert scans.again(held=lock) == Rescanned((), (), 1, 0)
    assert scans.desk.articles[lock] is old
    assert scans.again(held=lock).waiting == 0
    assert take_newer(scans.desk) == [lock]
    assert scans.desk.articles[lock].text.startswith("The lock, anew")


def test_a_file_that_moved_is_the_same_article(scans: Scans) -> None:
    lock = scans.number("lock.txt")
    (scans.folder / "lock.txt").rename(scans.folder / "later.txt")
    assert scans.again() == Rescanned((), (lock,), 0, 0)
    assert scans.desk.articles[lock].path.endswith("later.txt")
    assert len(scans.desk.articles) == 2


def test_a_file_that_cannot_be_read_any_more_says_why_and_stays_open(scans: Scans) -> None:
    (scans.folder / "lock.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 9)
    assert scans.again().gone == 1
    assert [unread.path for unread in scans.desk.shelf.unread] == [str(scans.folder / "lock.txt")]
    assert scans.again().gone == 1
    assert len(scans.desk.shelf.unread) == 1


@pytest.mark.parametrize(
    ("path", "file"),
    [("a.txt", "a.txt"), ("m.mbox#3", "m.mbox"), ("a#1", "a#1"), ("b#x", "b#x"), ("gone.mbox#12", "gone.mbox")],
)
def test_the_file_of_a_path(path: str, file: str) -> None:
    assert file_in(path, {"a.txt", "m.mbox", "a#1"}) == file
