"""The commands that go to the network, as a user runs them, against a server on this machine; and what is watched."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from reader.cli import main

WORDS = "The ferry left at noon with two goats and a piano, and nobody on the pier could say why it did. " * 8
FEED = (
    '<rss version="2.0"><channel><title>The \x1b[31mAnvil</title><item><title>Ferry</title><link>/ferry</link>'
    f"<description>{WORDS}</description></item></channel></rss>"
).encode()


class Served(BaseHTTPRequestHandler):
    """A feed, whatever the path; but nothing at ``/gone``."""

    def do_GET(self) -> None:
        self.send_response(404 if self.path == "/gone" else 200)
        self.send_header("Content-Length", str(len(FEED)))
        self.end_headers()
        self.wfile.write(FEED)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("READER_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    with ThreadingHTTPServer(("127.0.0.1", 0), Served) as listening:
        listening.daemon_threads, listening.block_on_close = True, False
        threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield f"http://127.0.0.1:{listening.server_port}"
        listening.shutdown()


def run(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(arguments)
    out, err = capfd.readouterr()
    assert "\x1b" not in out + err
    return code, out, err


def test_a_feed_is_added_and_looked_at_again_and_dropped(server: str, capfd: pytest.CaptureFixture[str]) -> None:
    feed = f"{server}/feed"
    code, out, err = run(capfd, "add", feed)
    assert (code, out) == (2, "")
    assert err == f"reader: {feed}: it leads into a private network, which must be asked for with --private\n"
    code, out, err = run(capfd, "add", feed, "--private")
    assert (code, err) == (0, "")
    assert out.endswith(f"Anvil ({feed}): 1 added\n")
    code, out, _ = run(capfd, "refresh", "--json")
    assert code == 0
    came = json.loads(out)
    assert (came["name"], came["feed"], came["added"], came["unchanged"], came["problem"]) == (feed, True, 0, 1, None)
    code, out, _ = run(capfd, "sources")
    assert code == 0
    assert out.startswith(f"feed    {feed} · The ")
    assert json.loads(run(capfd, "search", "goats", "--json")[1].splitlines()[0])["path"] == f"{server}/ferry"
    assert run(capfd, "sources", "--drop", feed)[:2] == (0, "")
    code, out, err = run(capfd, "sources", "--drop", feed)
    assert (code, err) == (1, f"reader: {feed} is neither followed nor watched\n")
    assert run(capfd, "refresh")[0] == 1
    assert len(run(capfd, "list")[1].splitlines()) == 1


def test_what_goes_wrong_is_said_and_the_rest_goes_on(server: str, capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capfd, "add", "file:///etc/passwd", f"{server}/gone", "--private")
    assert (code, out) == (2, "")
    assert "file: addresses are not fetched" in err
    assert "there is no such page (404)" in err
    assert run(capfd, "list")[0] == 1


def test_a_folder_is_watched(server: str, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, _, err = run(capfd, "refresh")
    assert code == 1
    assert "nothing is followed or watched" in err
    folder = tmp_path / "folder"
    folder.mkdir()
    (tmp_path / "a.txt").write_text("No folder\n\nBut a file.\n")
    code, _, err = run(capfd, "import", "folder", "a.txt", "--watch")
    assert (code, err) == (0, "reader: a.txt is no folder, and cannot be watched\n")
    (folder / "b.txt").write_text("New\n\nIt came later.\n")
    assert run(capfd, "refresh")[:2] == (0, f"{folder}: 1 added\n")
    assert run(capfd, "sources")[1] == f"folder  {folder}\n"
    assert run(capfd, "sources", "--drop", "folder")[0] == 0
    assert run(capfd, "sources")[:2] == (1, "")
