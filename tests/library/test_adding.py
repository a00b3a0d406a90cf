"""Pages and feeds into the library, from a server on this machine; and again, when only what is new is fetched."""

import threading
import time
from collections.abc import Callable, Iterator
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from reader.library.adding import MOST_PAGES, Adding, Came, sentence, whole_address
from reader.library.collection import Collection
from reader.library.followed import Feed
from reader.library.store import Store
from reader.sources.fetching import Fetcher, Limits

QUICK = Limits(size=300_000, seconds=2.0, silence=0.5, pause=0.0, patience=0.2)
WORDS = "The ferry left Port Anvil at noon with two goats and a piano, and nobody on the pier could say why."


class Served(BaseHTTPRequestHandler):
    """Gives what ``answers`` holds for a path: a body, or what makes the answer; and notes what it was asked."""

    answers: dict[str, bytes | Callable[["Served"], None]] = {}
    asked: list[str] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        answer = self.answers.get(self.path)
        if callable(answer):
            answer(self)
        else:
            self.give(answer or b"", status=404 if answer is None else 200)

    def give(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    Served.answers, Served.asked = {}, []
    with ThreadingHTTPServer(("127.0.0.1", 0), Served) as listening:
        listening.daemon_threads, listening.block_on_close = True, False
        threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield f"http://127.0.0.1:{listening.server_port}"
        listening.shutdown()


class Library:
    """A library in memory, and what is done to it from addresses."""

    def __init__(self) -> None:
        self.collection, self.store = Collection.memory(), Store.memory()

    def adding(self, *, private: bool = True) -> Adding:
        return Adding(self.collection, self.store, Fetcher(QUICK, private=private, sleep=lambda _: None))

    def add(self, *names: str, pages: bool = False) -> list[Came]:
        return list(self.adding().add(names, pages=pages))

    def refresh(self) -> list[Came]:
        return list(self.adding().refresh())

    @property
    def paths(self) -> list[str]:
        return [entry.path for entry in self.collection.entries()]


@pytest.fixture
def library() -> Library:
    return Library()


def page(title: str, words: str = WORDS) -> bytes:
    body = "".join(f"<p>{words} This is part {number} of {title}.</p>" for number in range(4))
    head = f"<html><head><title>{title}</title></head>"
    return f"{head}<body><article><h1>{title}</h1>{body}</article></body></html>".encode()


def entry(title: str, link: str, words: str = "") -> str:
    return f"<item><title>{title}</title><link>{link}</link><description>{words}</description></item>"


def feed(*entries: str, title: str = "The Anvil") -> bytes:
    return f'<rss version="2.0"><channel><title>{title}</title>{"".join(entries)}</channel></rss>'.encode()


LONG = " ".join(f"{WORDS} It was day {number}." for number in range(8))


def counts(came: Came) -> tuple[int, int, int]:
    held = came.summary
    return held.added, held.unchanged + len(held.same), len(held.unread)


def test_a_page_is_kept_and_not_twice(server: str, library: Library) -> None:
    Served.answers = {"/a": page("Ferry"), "/b": lambda answer: answer.give(b"", 302, Location="/a")}
    (came,) = library.add(f"{server}/a")
    assert (came.problem, counts(came)) == (None, (1, 0, 0))
    assert library.paths == [f"{server}/a"]
    (came,) = library.add(f"{server}/b")
    assert (counts(came), sentence(came)) == ((0, 1, 0), f"{server}/b: nothing new, 1 there already")
    assert dict(library.collection.copies()) == {library.collection.entries()[0].id: f"{server}/b"}
    assert library.store.followed.feeds() == []


def test_a_feed_is_followed_with_links_that_go_on_from_it(server: str, library: Library) -> None:
    Served.answers = {
        "/news/feed": feed(entry("One", "one", LONG), entry("Two", "/two", LONG + " Two."), entry("Three", "three")),
        "/news/three": page("Three"),
    }
    (came,) = library.add(f"{server}/news/feed")
    assert (came.title, came.problem, counts(came)) == ("The Anvil", None, (3, 0, 0))
    assert sorted(library.paths) == [f"{server}/news/one", f"{server}/news/three", f"{server}/two"]
    (kept,) = library.store.followed.feeds()
    assert (kept.address, kept.title, kept.private, kept.pages) == (f"{server}/news/feed", "The Anvil", True, False)


def test_an_address_is_followed_once_however_it_is_written(server: str, library: Library) -> None:
    Served.answers = {"/feed": feed(entry("One", "/one", LONG))}
    library.add(f"{server}/feed", f"{server.upper()}/feed", f"{server}/feed#top")
    assert [kept.address for kept in library.store.followed.feeds()] == [f"{server}/feed"]
    assert whole_address("News.example/a b") == "News.example/a b"


def test_only_what_is_new_is_asked_for(server: str, library: Library) -> None:
    def unless_known(answer: Served) -> None:
        if answer.headers.get("If-None-Match") == '"1"' and answer.headers.get("If-Modified-Since") == "Friday":
            answer.give(b"", 304)
        else:
            answer.give(feed(entry("One", "/one", LONG), entry("Two", "/two")), ETag='"1"', Last_Modified="Friday")

    Served.answers = {"/feed": unless_known, "/two": page("Two")}
    library.add(f"{server}/feed")
    Served.asked.clear()
    (came,) = library.refresh()
    assert (came.is_unchanged, sentence(came)) == (True, f"The Anvil ({server}/feed): nothing new")
    assert Served.asked == ["/feed"]
    Served.answers["/feed"] = feed(
        entry("Zero", "/zero", LONG + " Zero."), entry("One", "/one", LONG), entry("Two", "/two")
    )
    (came,) = library.refresh()
    assert counts(came) == (1, 1, 0)
    assert Served.asked == ["/feed", "/feed"]
    assert len(library.collection) == 3
    assert library.collection.copies() == []


def test_pages_of_summaries_where_they_are_asked_for(server: str, library: Library) -> None:
    Served.answers = {"/feed": feed(entry("One", "/one", "In short.")), "/one": page("One")}
    (came,) = library.add(f"{server}/feed", pages=True)
    assert counts(came) == (1, 0, 0)
    (entry_,) = library.collection.entries()
    kept = library.collection.article(entry_.id)
    assert kept is not None
    assert "part 3 of One" in kept.text
    (came,) = library.refresh()
    assert Served.asked == ["/feed", "/one", "/feed"]


def test_a_page_that_cannot_be_had_leaves_the_rest(server: str, library: Library) -> None:
    Served.answers = {
        "/feed": feed(entry("One", "/one", LONG), entry("Gone", "/gone"), entry("Two", "/two")),
        "/two": page("Two"),
    }
    (came,) = library.add(f"{server}/feed")
    assert counts(came) == (2, 0, 1)
    assert came.summary.unread[0].reason == "there is no such page (404)"


def test_pages_of_one_feed_are_bounded(server: str, library: Library) -> None:
    many = [entry(f"E{number}", f"/{number}") for number in range(MOST_PAGES + 5)]
    Served.answers = {"/feed": feed(*many)}
    (came,) = library.add(f"{server}/feed")
    assert len(Served.asked) == MOST_PAGES + 1
    assert came.summary.notices == [f"{server}/feed: 5 more of its pages are fetched the next time"]


def test_lists_of_addresses(server: str, library: Library, tmp_path: Path) -> None:
    Served.answers = {"/feed": feed(entry("One", "/one", LONG)), "/a": page("A")}
    (tmp_path / "urls").write_text(f'{server}/feed\n{server}/a "tag"\nexec:touch {tmp_path}/ran\n')
    opml = f'<opml version="2.0"><body><outline xmlUrl="{server}/feed"/></body></opml>'
    Served.answers["/opml"] = opml.encode()
    (tmp_path / "words.txt").write_text("No address stands here.\n")
    came = library.add(str(tmp_path / "urls"), str(tmp_path / "words.txt"), f"{server}/opml")
    assert [each.name.rpartition("/")[2] for each in came] == ["feed", "a", "words.txt", "feed"]
    assert [counts(each)[0] for each in came] == [1, 1, 0, 0]
    assert came[2].problem == "it holds no addresses; reader import adds the articles in it"
    assert not (tmp_path / "ran").exists()


def test_private_places_only_where_they_were_asked_for(server: str, library: Library) -> None:
    Served.answers = {"/feed": feed(entry("One", "/one", LONG))}
    (came,) = library.adding(private=False).add([f"{server}/feed"])
    assert came.problem == "it leads into a private network, which must be asked for with --private"
    assert Served.asked == []
    library.add(f"{server}/feed")
    (came,) = library.adding(private=False).refresh()
    assert came.problem is None
    library.store.followed.keep(Feed(f"{server}/feed", private=False))
    (came,) = library.adding(private=False).refresh()
    assert "private" in (came.problem or "")


def test_a_server_that_asks_to_come_later_is_left_alone(server: str, library: Library) -> None:
    Served.answers = {"/feed": feed(entry("One", "/one", LONG)), "/more": feed(entry("Two", "/two", LONG))}
    library.add(f"{server}/feed", f"{server}/more")
    Served.answers["/feed"] = lambda answer: answer.give(b"", 429, Retry_After="3600")
    Served.asked.clear()
    came = library.refresh()
    assert [each.problem for each in came] == ["the server asks to come later (429)", "the server asked to come later"]
    assert Served.asked == ["/feed"]
    (came_again, _) = library.refresh()
    assert (came_again.problem or "").startswith("the server asked to come later than ")
    assert Served.asked == ["/feed"]
    kept = library.store.followed.feeds()[0]
    assert kept.problem == "the server asks to come later (429)"
    library.store.followed.keep(kept._replace(later="2000-01-01T00:00:00+00:00"))
    Served.answers["/feed"] = feed(entry("Three", "/three", LONG + " Three."))
    assert counts(library.refresh()[0]) == (1, 0, 0)
    assert library.store.followed.feeds()[0].problem is None


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (None, "there is no such page (404)"),
        (b"", "there is no feed any more"),
        (page("Not a feed"), "there is no feed any more"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "there is no feed any more"),
        (b'<rss version="2.0"><channel><title>x</title>', "the feed is damaged, or holds no entries"),
        (lambda answer: answer.give(b"", 302, Location="/feed"), "it redirects in a circle"),
    ],
)
def test_a_feed_that_cannot_be_had_says_why_and_is_still_followed(
    server: str, library: Library, answer: bytes | None, problem: str
) -> None:
    library.store.followed.keep(Feed(f"{server}/feed", "The Anvil", private=True, etag='"1"'))
    if answer is not None:
        Served.answers = {"/feed": answer}
    (came,) = library.refresh()
    assert (came.problem, len(library.collection)) == (problem, 0)
    (kept,) = library.store.followed.feeds()
    assert kept.problem == problem
    assert sentence(came) == f"The Anvil ({server}/feed): {problem}"


def test_what_was_done_to_an_article_goes_over_when_it_is_corrected(server: str, library: Library) -> None:
    Served.answers = {"/feed": feed(entry("One", "/one", LONG))}
    library.add(f"{server}/feed")
    (one,) = library.collection.entries()
    library.store.meet(filter(None, [library.collection.article(one.id)]))
    library.store.set_starred([one.id])
    Served.answers["/feed"] = feed(entry("One", "/one", LONG.replace("two goats", "three goats")))
    library.refresh()
    assert len(library.store.state().starred) == 2


def test_folders_are_looked_at_again(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "watched"
    folder.mkdir()
    (folder / "one.txt").write_text("One\n\nThe first words.\n")
    library.store.watch(str(folder))
    assert [counts(each) for each in library.refresh()] == [(1, 0, 0)]
    (folder / "two.txt").write_text("Two\n\nOther words.\n")
    (came,) = library.refresh()
    assert sentence(came) == f"{folder}: 1 added, 1 there already"
    library.store.watch(str(tmp_path / "gone"))
    problems = {Path(each.name).name: each.problem for each in library.refresh()}
    assert problems == {"gone": "there is no such folder", "watched": None}


def test_what_cannot_be_kept_is_asked_for_again(server: str, tmp_path: Path) -> None:
    Served.answers = {"/feed": lambda answer: answer.give(feed(entry("One", "/one", LONG)), ETag='"1"')}
    library = Library()
    library.store.followed.keep(Feed(f"{server}/feed", private=True))
    (tmp_path / "file").write_text("")
    library.collection = Collection.open(tmp_path / "file" / "articles.sqlite")
    (came,) = library.refresh()
    assert "cannot be written" in (came.problem or "")
    assert library.store.followed.feeds()[0].etag is None


@pytest.mark.parametrize("named", ["seconds", "moment", "unreadable"])
def test_how_long_a_server_asks_to_be_left_alone(server: str, named: str) -> None:
    in_an_hour = formatdate(time.time() + 3600, usegmt=True)
    later = {"seconds": "3600", "moment": in_an_hour, "unreadable": "some day"}[named]
    Served.answers = {"/feed": lambda answer: answer.give(b"", 503, Retry_After=later)}
    fetcher = Fetcher(QUICK, private=True, sleep=lambda _: None)
    fetcher.fetch(f"{server}/feed")
    left = fetcher.put_off_for(f"{server}/other")
    assert 0 < left < 5 if named == "unreadable" else 3500 < left <= 3600
    assert fetcher.put_off_for("https://news.example/") == 0
