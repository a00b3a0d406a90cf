"""Kills a process at random moments while it stars, reads, tags, notes, imports and refreshes, and looks what is left.

    python -m tests.soak.kills [--kills 500] [--seed N]

The process says on a pipe what it is about to do and what was done. After each ``kill -9`` the library is opened again:
all that was said to be done must be there, the one thing that was being done may be there or not, and both files must
be whole. One library serves all kills. It says how many were made, how much was acknowledged and what was lost, and
ends with 1 where anything was.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from reader.articles.article import Article
from reader.articles.build import article_id, build
from reader.library.adding import Adding
from reader.library.collection import Collection
from reader.library.followed import Feed
from reader.library.importing import Progress, import_paths
from reader.library.store import Store
from reader.sources.fetching import Fetcher, Limits
from reader.text.spans import Span

ARTICLES = 12
LONGEST = 0.25
"""Seconds after which a process is killed at the latest."""
LOOKED_INTO = 60
"""Articles that are opened and looked up after each kill: the last ones, and as many of all."""
Done = dict[str, Any]


def text(number: int) -> str:
    """A text that no other is like; its word ``only…`` stands nowhere else."""
    rng = random.Random(number)
    words = ["".join(rng.choices("aeioulmnrst", k=rng.randrange(3, 9))) for _ in range(120)]
    return f"Story only{number:x}x\n\n" + " ".join(words) + ".\n"


class Served(BaseHTTPRequestHandler):
    """A feed of three articles, others for each number in a file; its ETag is the number."""

    texts: Path

    def do_GET(self) -> None:
        """The feed, or that nothing is new."""
        number = (self.texts / "feed").read_text()
        known = self.headers["If-None-Match"] == f'"{number}"'
        items = (
            f"<title>{title}</title><description>{title} {words}</description>" for title, words in entries(int(number))
        )
        body = "".join(f"<item>{each}</item>" for each in items)
        whole = b"" if known else f'<rss version="2.0"><channel><title>Feed</title>{body}</channel></rss>'.encode()
        self.send_response(304 if known else 200)
        self.send_header("ETag", f'"{number}"')
        self.send_header("Content-Type", "application/rss+xml")
        self.send_header("Content-Length", str(len(whole)))
        self.end_headers()
        with suppress(OSError):  # who asked was killed
            self.wfile.write(whole)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


def entries(number: int) -> Iterator[tuple[str, str]]:
    """Title and words of the feed's articles."""
    for each in range(3):
        title, _, words = text(number * 10 + each).partition("\n\n")
        yield title, words


@contextmanager
def served(texts: Path) -> Iterator[str]:
    """The address of the feed."""
    Served.texts = texts
    (texts / "feed").write_text("1")
    with ThreadingHTTPServer(("127.0.0.1", 0), Served) as server:
        server.daemon_threads, server.block_on_close = True, False
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/feed"
        server.shutdown()


class Model:
    """What must be in the library, and what may or may not be."""

    def __init__(self) -> None:
        self.starred: set[str] = set()
        self.read: set[str] = set()
        self.tags: set[tuple[str, str]] = set()
        self.places: dict[str, int] = {}
        self.notes: set[str] = set()
        self.imported: dict[str, str] = {}
        self.fed: set[int] = set()
        self.done = 0

    def apply(self, act: Done) -> None:
        """Takes in what was done."""
        self.done += 1
        name, article, value = act["do"], act.get("article", ""), act.get("value")
        if name in ("starred", "read"):
            kept = self.starred if name == "starred" else self.read
            (kept.add if value else kept.discard)(article)
        elif name == "tag":
            self.tags.add((article, str(value)))
        elif name == "untag":
            self.tags.discard((article, str(value)))
        elif name == "place":
            self.places[article] = int(value or 0)
        elif name == "note":
            self.notes.add(str(value))
        elif name == "import":
            self.imported[article] = str(value)
        elif name == "refresh":
            self.fed.add(int(value or 0))

    def losses(self, home: Path, doing: list[Done]) -> Iterator[str]:
        """What the library has otherwise than it must, but for what was being done."""
        store, collection = Store.open(home / "kept.sqlite"), Collection.open(home / "articles.sqlite")
        yield from store.notices
        yield from collection.notices
        for database in (store.database, collection.database):
            (verdict,) = database.connection.execute("PRAGMA integrity_check(3)").fetchone()
            if verdict != "ok":
                yield f"{database.path}: {verdict}"
        collection.database.connection.execute("INSERT INTO found (found) VALUES ('integrity-check')")
        open_to = {(act["do"], act.get("article")) for act in doing}
        state = store.state()
        for name, must, has in (("starred", self.starred, state.starred), ("read", self.read, state.read)):
            yield from (f"{name} {each}" for each in must ^ has if (name, each) not in open_to)
        has_tags = {(article, tag) for article, tags in store.tags().items() for tag in tags}
        for article, tag in self.tags ^ has_tags:
            if not {("tag", article), ("untag", article)} & open_to:
                yield f"tag {article} {tag}"
        for article, place in self.places.items():
            if store.place(article) != place and ("place", article) not in open_to:
                yield f"place {article}"
        yield from (f"note {words}" for words in self.notes - {note.words for note in store.notes.all()})
        yield from self._imports_lost(collection)
        for feed in store.followed.feeds():  # what its server is told to be known must be there
            self.fed |= {int(feed.etag.strip('"'))} if feed.etag else set()
        for number in self.fed:
            for title, _ in entries(number):
                if len(collection.matching(f'"{title.split()[1]}"')) != 1:
                    yield f"{title} of feed {number}"
        store.close()
        collection.close()

    def _imports_lost(self, collection: Collection) -> Iterator[str]:
        there = collection.ids()
        yield from (f"article {id} ({path})" for id, path in self.imported.items() if id not in there)
        chosen = list(there)[-LOOKED_INTO:] + random.sample(list(there), min(LOOKED_INTO, len(there)))
        for id in chosen:  # those that nobody was told of too: whole or not there
            article = collection.article(id)
            if article is None or article_id(article.text) != id:
                yield f"text of {id}"
                continue
            only = article.text.split()[1]
            if len(collection.matching(f'"{only}"')) != 1:
                yield f"index of {id}"


def work(home: Path, texts: Path, address: str, articles: list[Article], seed: int, pipe: int) -> None:
    """Does one thing after the other until it is killed."""
    rng = random.Random(seed)

    def say(word: str, **act: object) -> None:
        os.write(pipe, (json.dumps({"word": word, **act}) + "\n").encode())

    store, collection = Store.open(home / "kept.sqlite"), Collection.open(home / "articles.sqlite")
    store.meet(articles)
    if not store.followed.feeds():
        store.followed.keep(Feed(address, None, False, True))
    for number in range(10_000):
        one = rng.choice(articles)
        name = rng.choice(("starred", "read", "tag", "untag", "place", "note", "import", "refresh"))
        if name == "import":
            import_some(collection, store, texts, seed * 1000 + number, say)
            continue
        if name == "refresh":
            refresh(collection, store, texts, seed * 1000 + number, say)
            continue
        value: Any = rng.random() < 0.5
        if name in ("tag", "untag"):
            value = f"tag {rng.randrange(5)}"
        elif name == "place":
            value = rng.randrange(1000)
        elif name == "note":
            value = f"note {seed} {number}"
        act = {"do": name, "article": one.id, "value": value}
        say("doing", **act)
        do(store, name, one, value)
        if store.notices:
            say("failed", reason=store.notices)
            os._exit(3)
        say("done", **act)


def do(store: Store, name: str, article: Article, value: Any) -> None:
    """One of the things that a user does."""
    if name == "starred":
        store.set_starred([article.id], value)
    elif name == "read":
        store.set_read([article.id], value)
    elif name == "tag":
        store.set_tags([article.id], [value])
    elif name == "untag":
        store.set_tags([article.id], remove=[value])
    elif name == "place":
        store.keep_place(article.id, value)
    else:
        store.add_note(article, value, Span(3, 9))


def import_some(collection: Collection, store: Store, texts: Path, seed: int, say: Any) -> None:
    """Imports three new files, and says which are there as soon as the progress does."""
    files = []
    for number in range(3):
        path = texts / f"{seed}-{number}.txt"
        path.write_text(text(seed * 10 + number))
        files.append(path)
    told = 0

    def progress(come: Progress) -> None:
        nonlocal told
        for path in files[told : come.added]:
            say("done", do="import", article=article_id(path.read_text()), value=path.name)
        told = come.added

    import_paths(list(map(str, files)), collection, progress, store=store)


def refresh(collection: Collection, store: Store, texts: Path, seed: int, say: Any) -> None:
    """Looks at the feed when it has other articles, and says so once that is done."""
    (texts / "feed").write_text(str(seed))
    fetcher = Fetcher(Limits(size=100_000, seconds=5.0, silence=2.0, pause=0.0, patience=0.0), private=True)
    for came in Adding(collection, store, fetcher).refresh():
        if came.problem is not None:
            say("failed", reason=came.problem)
            os._exit(3)
        say("done", do="refresh", value=seed)


def killed(home: Path, texts: Path, address: str, articles: list[Article], seed: int) -> list[Done]:
    """What a process said before it was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            work(home, texts, address, articles, seed, writing)
        finally:
            os._exit(4)
    os.close(writing)
    time.sleep(random.Random(seed).uniform(0, LONGEST))
    os.kill(child, signal.SIGKILL)
    said = b""
    while part := os.read(reading, 1 << 16):
        said += part
    os.close(reading)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        raise SystemExit(f"the process ended by itself: {os.waitstatus_to_exitcode(status)}, {said[-500:]!r}")
    return [json.loads(line) for line in said.splitlines()]


def run(kills: int, seed: int) -> tuple[int, list[str]]:
    """How much was acknowledged, and what was lost."""
    model = Model()
    lost: list[str] = []
    with tempfile.TemporaryDirectory() as place, served(Path(place)) as address:
        home, texts = Path(place) / "home", Path(place)
        articles = [build(text(-at - 1), path=f"{at}.txt", sha256="", markdown=False).article for at in range(ARTICLES)]
        for kill in range(kills):
            said = killed(home, texts, address, articles, seed + kill)
            doing: list[Done] = []
            for act in said:
                if act["word"] == "doing":
                    doing = [act]
                elif act["word"] == "done":
                    model.apply(act)
                    doing = []
            if not (home / "kept.sqlite").exists() and not model.done:
                continue
            lost += [f"after kill {kill}: {loss}" for loss in model.losses(home, doing)]
            for act in doing:  # it may have been done: from here on the library says
                settle(model, home, act)
    return model.done, lost


def settle(model: Model, home: Path, act: Done) -> None:
    """Learns from the library whether what was being done was done."""
    store = Store.open(home / "kept.sqlite")
    state, article = store.state(), act["article"]
    model.starred, model.read = set(state.starred), set(state.read)
    model.tags = {(one, tag) for one, tags in store.tags().items() for tag in tags}
    place = store.place(article)
    if place is not None:
        model.places[article] = place
    store.close()


def main() -> int:
    """Kills, looks, says."""
    parser = argparse.ArgumentParser(description="Kills at random moments, and looks what is lost.")
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--seed", type=int, default=20190722)
    asked = parser.parse_args()
    start = time.monotonic()
    done, lost = run(asked.kills, asked.seed)
    print(f"{asked.kills} kills, {done} things acknowledged, {len(lost)} lost, {time.monotonic() - start:.0f} s")
    for each in lost:
        print(each)
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
