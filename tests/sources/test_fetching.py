"""Addresses are fetched within limits, from a server on this machine. Private places are refused unless asked for."""

import gzip
import threading
import time
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from reader.articles.build import Built
from reader.sources.addresses import address_of, addresses_in, is_public
from reader.sources.fetching import Fetched, Fetcher, Limits, Unchanged
from reader.sources.source import Unread
from tests.sources.written import TITLE, rss, stated_page

BOMB = gzip.compress(b"a" * 20_000_000, 1)
QUICK = Limits(size=300_000, seconds=3.0, silence=0.6, pause=0.0, patience=0.3)


class Answers(BaseHTTPRequestHandler):
    """A server with every bad habit; ``asked`` is what it was asked, in order."""

    asked: list[str] = []
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        type(self).asked.append(self.path)
        try:
            getattr(self, f"get_{self.path.strip('/').partition('/')[0].partition('?')[0]}")()
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def answer(self, body: bytes, kind: str = "text/html; charset=utf-8", status: int = 200, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def get_page(self) -> None:
        if self.headers.get("If-None-Match") == '"1"':
            self.answer(b"", status=304)
        else:
            self.answer(stated_page().encode(), ETag='"1"', Last_Modified="Fri, 08 Mar 2024 18:30:00 GMT")

    def get_feed(self) -> None:
        self.answer(rss(), "application/rss+xml")

    def get_latin(self) -> None:
        self.answer(
            "<html><body><p>Früher gab es eine Fähre.</p></body></html>".encode("latin-1"), "text/html; charset=latin-1"
        )

    def get_packed(self) -> None:
        self.answer(gzip.compress(stated_page().encode()), Content_Encoding="gzip")

    def get_bomb(self) -> None:
        self.answer(BOMB, Content_Encoding="gzip")

    def get_once(self) -> None:
        self.answer(b"", status=302, Location="/page")

    def get_circle(self) -> None:
        self.answer(b"", status=302, Location="/circle")

    def get_endless(self) -> None:
        self.answer(b"", status=302, Location=f"/endless/{len(self.asked)}")

    def get_elsewhere(self) -> None:
        self.answer(b"", status=302, Location="file:///etc/passwd")

    def get_nowhere(self) -> None:
        self.answer(b"", status=302)

    def get_huge(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        for _ in range(10_000):
            self.wfile.write(b"a" * 65_536)

    def get_long(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "99000000000")
        self.end_headers()
        self.close_connection = True

    def get_drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "100000")
        self.end_headers()
        for _ in range(100):
            self.wfile.write(b"a")
            self.wfile.flush()
            time.sleep(0.1)

    def drawn_out(self, start: bytes, piece: bytes) -> None:
        self.wfile.write(start)
        for _ in range(1000):
            self.wfile.write(piece)
            time.sleep(0.02)

    def get_header(self) -> None:
        self.drawn_out(b"HTTP/1.1 200 OK\r\nX-Words: ", b"a")

    def get_continue(self) -> None:
        self.drawn_out(b"", b"HTTP/1.1 100 Continue\r\n\r\n")

    def get_slowly(self) -> None:
        packing = zlib.compressobj(9, zlib.DEFLATED, 31)
        first = packing.compress(b"a") + packing.flush(zlib.Z_SYNC_FLUSH)
        self.drawn_out(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + first, b"\0\0\0\xff\xff")

    def get_chunk(self) -> None:
        self.drawn_out(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;", b"a")

    def get_crooked(self) -> None:
        self.answer(b"", status=302, Location="http://[::1")

    def get_years(self) -> None:
        self.answer(b"later", status=429, Retry_After="999999999999")

    def get_nothing(self) -> None:
        self.answer(b"", status=204)

    def get_silent(self) -> None:
        time.sleep(2)
        self.close_connection = True

    def get_broken(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b"<html>")
        self.close_connection = True

    def get_busy(self) -> None:
        if self.asked.count("/busy") < 3:
            self.answer(b"later", status=503, Retry_After="0")
        else:
            self.answer(stated_page().encode())

    def get_much_later(self) -> None:
        self.answer(b"later", status=429, Retry_After="3600")

    def get_wall(self) -> None:
        self.answer(b"no", status=403)

    def get_garbage(self) -> None:
        self.wfile.write(b"\0\1\2 nonsense\r\n\r\n")
        self.close_connection = True

    def get_length(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n<p>words</p>")
        self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Says nothing."""


class Server(ThreadingHTTPServer):
    """Says nothing when a connection is ended while it still answers."""

    def handle_error(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    Answers.asked = []
    with Server(("127.0.0.1", 0), Answers) as listening:
        listening.daemon_threads = True
        listening.block_on_close = False
        threading.Thread(target=listening.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{listening.server_port}"
        listening.shutdown()


def fetch(address: str, **known: str) -> Fetched | Unchanged | Unread:
    return Fetcher(QUICK, private=True).fetch(address, **known)


def test_a_page_becomes_an_article(server: str) -> None:
    fetched = fetch(f"{server}/page")
    assert isinstance(fetched, Fetched)
    assert (fetched.etag, fetched.last_modified) == ('"1"', "Fri, 08 Mar 2024 18:30:00 GMT")
    (built,) = list(fetched.read())
    assert isinstance(built, Built)
    assert built.article.path == f"{server}/page"
    assert built.article.particulars.title == TITLE


def test_a_feed_and_its_addresses(server: str) -> None:
    fetched = fetch(f"{server}/feed")
    assert isinstance(fetched, Fetched)
    outcomes = list(fetched.read())
    assert [outcome.article.path for outcome in outcomes if isinstance(outcome, Built)] == [
        f"{server}/feed#1",
        f"{server}/feed#2",
    ]
    assert addresses_in(outcomes) == ("https://news.example/skerra/ferry-stops?3",)


def test_what_has_not_changed_is_not_sent_again(server: str) -> None:
    assert fetch(f"{server}/page", etag='"1"') == Unchanged(f"{server}/page")


def test_the_servers_encoding_counts(server: str) -> None:
    fetched = fetch(f"{server}/latin")
    assert isinstance(fetched, Fetched)
    (built,) = list(fetched.read())
    assert isinstance(built, Built)
    assert built.article.text == "Früher gab es eine Fähre."


@pytest.mark.parametrize("path", ["/packed", "/once", "/busy"])
def test_what_ends_well(server: str, path: str) -> None:
    fetched = fetch(f"{server}{path}")
    assert isinstance(fetched, Fetched)
    assert TITLE.encode() in fetched.data


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/circle", "it redirects in a circle"),
        ("/endless", "it redirects more than 8 times"),
        ("/elsewhere", "it redirects to what cannot be fetched (file: addresses are not fetched, only http and https)"),
        ("/nowhere", "it redirects to what cannot be fetched (nowhere)"),
        ("/huge", "too large (the limit is 1 MB)"),
        ("/long", "too large (the limit is 1 MB)"),
        ("/bomb", "too large (the limit is 1 MB)"),
        ("/drip", "it takes longer than 3 seconds"),
        ("/silent", "the server does not answer in time"),
        ("/broken", "the connection broke off"),
        ("/garbage", "the connection broke off"),
        ("/much_later", "the server asks to come later (429)"),
        ("/wall", "the server refuses it (403)"),
        ("/nothing", "the server sent nothing (204)"),
        ("/crooked", "it redirects to what cannot be fetched (not an address)"),
    ],
)
def test_what_ends_badly_has_a_reason_and_an_end(server: str, path: str, reason: str) -> None:
    started = time.monotonic()
    unread = fetch(f"{server}{path}")
    assert isinstance(unread, Unread)
    assert unread.reason == reason
    assert unread.path == f"{server}{path}"
    assert time.monotonic() - started < 9  # what is dripped takes ten
    assert len(Answers.asked) < 12


@pytest.mark.parametrize("path", ["/header", "/continue", "/slowly", "/chunk"])
def test_an_answer_that_is_drawn_out_is_ended(server: str, path: str) -> None:
    limits = Limits(size=300_000, seconds=0.6, silence=0.5, pause=0.0)
    unread = Fetcher(limits, private=True).fetch(f"{server}{path}")
    assert isinstance(unread, Unread)
    assert unread.reason.startswith("it takes longer than")


def test_a_server_that_asks_for_years_is_asked_the_next_day(server: str) -> None:
    fetcher = Fetcher(QUICK, private=True)
    fetcher.fetch(f"{server}/years")
    assert 0 < fetcher.put_off_for(f"{server}/years") <= 86_400


def test_a_length_that_is_none_is_no_end(server: str) -> None:
    assert isinstance(fetch(f"{server}/length"), Fetched | Unread)


def test_nobody_there() -> None:
    unread = fetch("http://127.0.0.1:9/")
    assert isinstance(unread, Unread)
    assert unread.reason == "the server cannot be reached"


def test_private_places_are_refused(server: str) -> None:
    unread = Fetcher(QUICK).fetch(f"{server}/page")
    assert isinstance(unread, Unread)
    assert unread.reason == "it leads into a private network, which must be asked for with --private"
    assert Answers.asked == []


def test_a_redirect_into_a_private_network_is_refused(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    places = iter([True, False])
    monkeypatch.setattr("reader.sources.fetching.is_public", lambda place: next(places))
    unread = Fetcher(QUICK).fetch(f"{server}/once")
    assert isinstance(unread, Unread)
    assert "private network" in unread.reason
    assert Answers.asked == ["/once"]


def test_one_host_is_not_hurried(server: str) -> None:
    waits: list[float] = []
    fetcher = Fetcher(Limits(pause=5.0), private=True, sleep=waits.append)
    fetcher.fetch(f"{server}/wall")
    fetcher.fetch(f"{server}/wall")
    assert len(waits) == 1
    assert 4 < waits[0] <= 5


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("news.example/a", "https://news.example/a"),
        ("//news.example", "https://news.example/"),
        ("news.example:8080/a", "https://news.example:8080/a"),
        ("HTTP://News.Example:80/A?b=c d".replace(" ", "+"), "http://news.example/A?b=c+d"),
        ("https://bücher.example/ä?ö=1#teil", "https://xn--bcher-kva.example/%C3%A4?%C3%B6=1"),
        ("https://news.example/a%20b?storyId=1", "https://news.example/a%20b?storyId=1"),
        ("http://[2001:db8::1]:8080/", "http://[2001:db8::1]:8080/"),
    ],
)
def test_addresses(written: str, address: str) -> None:
    assert str(address_of(written)) == address


@pytest.mark.parametrize(
    "written",
    [
        "",
        "file:///etc/passwd",
        "exec:rm",
        "javascript:alert(1)",
        "http://",
        "http://a b/",
        "https://user:pass@a.example/",
        "http://a.example:99999/",
        "http://[::1",
        "https://a\nb.example",
        "x" * 5000,
        "http://a.example\r\nHost: b",
    ],
)
def test_what_is_no_address(written: str) -> None:
    assert not isinstance(address_of(written), tuple)
    unread = Fetcher(QUICK).fetch(written)
    assert isinstance(unread, Unread)
    assert unread.reason


@pytest.mark.parametrize(
    "place",
    [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.0.1",
        "172.16.0.1",
        "169.254.169.254",
        "0.0.0.0",
        "100.64.0.1",
        "::1",
        "fe80::1%eth0",
        "fc00::1",
        "::ffff:127.0.0.1",
        "2002:7f00:1::",
        "64:ff9b::7f00:1",
        "224.0.0.1",
        "nonsense",
    ],
)
def test_places_that_are_not_public(place: str) -> None:
    assert not is_public(place)


@pytest.mark.parametrize("place", ["93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822"])
def test_places_that_are_public(place: str) -> None:
    assert is_public(place)
