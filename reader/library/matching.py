"""The process that matches, beside the screen, and the pipe to it.

A thread that computes stalls whatever else runs in its interpreter; so the engine works in a process of its own and
only values go to and fro: frames of eight bytes of length and a pickle, between a program and its own child. The child
writes nothing else, reads nothing but the files that it is told to, and ends when the pipe does. What it is slow at, it
does in slices, and looks for a newer request after each.
"""

from __future__ import annotations

import asyncio
import math
import os
import pickle
import select
import struct
import sys
from collections import deque
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, BinaryIO

from reader.articles.article import Article, Block, Quotation

if TYPE_CHECKING:
    from reader.articles.build import Built
    from reader.compare.comparison import Comparison
    from reader.compare.matcher import Matcher
    from reader.compare.ranking import ShelfPassages
    from reader.compare.shelf_search import Stage
    from reader.compare.shelf_shares import Progress
    from reader.compare.statements import SharedQuotation, Statement
    from reader.compare.thresholds import Thresholds
    from reader.sources.reading import Unread
    from reader.text.find import Query, Searchable
    from reader.text.places import FoundPlaces

Quoted = tuple[Sequence[Sequence["Statement"]], Sequence["SharedQuotation"]]
"""The statements of each article, and the quotations that several of them print."""
Part = tuple[str, Any]
"""Some of what an article is made of: the name of a field, and values for it, blocks and quotations as bare tuples."""
_LENGTH = struct.Struct(">Q")
_START = "import sys; sys.path.insert(0, sys.argv[1]); from reader.library.matching import serve; serve()"
_SLICE = 0.05
"""Seconds of work on a long request before the next look at the pipe."""
_MOST = {"open": 100, "complete": 1, "shares": 8, "passages": 1}
"""Answers that are sent together, where each is so large that more would hold up the screen."""
_PAIRS = 100
"""Pairs that are told together."""
_HELD_TOGETHER = 8
"""Articles that are sent before the loop gets its turn: under a millisecond of pickling."""
_LISTED_EVERY = 4.0
"""Seconds after which a search through the shelf tells what it found so far."""
_LISTED = 500
"""Passages of each group that are told: more than anybody looks through, some 20 ms for the one who receives them."""
_PART = 1000
"""Blocks or quotations that are sent together: 2 ms for the one who receives them."""


class MatchingStopped(Exception):  # noqa: N818  (an end, not an error: Esc brings it about too)
    """The process ended, or could not do what was asked. The text is a sentence."""


class Matching:
    """The parent's end: requests, and the answers that belong to them. One event loop uses it."""

    def __init__(self) -> None:
        """Starts nothing yet: the process comes with the first request."""
        self._process: asyncio.subprocess.Process | None = None
        self._reading: asyncio.Task[None] | None = None
        self._starting = asyncio.Lock()
        self._answers: dict[int, asyncio.Queue[tuple[str, Any]]] = {}
        self._held: set[str] = set()
        self._number = 0

    async def compare(self, articles: Sequence[Article], thresholds: Thresholds) -> Comparison:
        """What the articles share. Raises MatchingStopped."""
        async for answer in self._ask("compare", articles, thresholds):
            return answer  # type: ignore[no-any-return]
        raise MatchingStopped("The comparison gave no answer")

    async def shares(self, articles: Sequence[Article], thresholds: Thresholds) -> AsyncIterator[list[Progress]]:
        """The pairs that share anything, some at a time, as they are found. Raises MatchingStopped.

        What is known from an earlier request is told at once; only articles that are new cost anything."""
        async for answer in self._ask("shares", articles, thresholds):
            yield answer

    async def passages(
        self, articles: Sequence[Article], thresholds: Thresholds
    ) -> AsyncIterator[Stage | ShelfPassages]:
        """What the articles share across the whole shelf: how far the search is, now and then what was found so far,
        and at last all of it. Who stops listening has what was found by then. Raises MatchingStopped."""
        async for answers in self._ask("passages", articles, thresholds):
            for answer in answers:
                yield answer

    async def quotations(self, articles: Sequence[Article]) -> Quoted:
        """What the articles quote, and which of it is the same. Raises MatchingStopped."""
        async for answer in self._ask("quotations", articles, None):
            return answer  # type: ignore[no-any-return]
        raise MatchingStopped("The search for quotations gave no answer")

    async def open(self, paths: Sequence[str]) -> AsyncIterator[list[Built | Unread]]:
        """What is in the files, some at a time; long texts are begun. Raises MatchingStopped."""
        async for answer in self._ask("open", (), tuple(paths)):
            self._held.update(result.article.id for result in answer if hasattr(result, "article"))
            yield answer

    async def complete(self, article: Article) -> AsyncIterator[Part]:
        """Looks at all of an article of which only the beginning was looked at; its parts. Raises MatchingStopped."""
        async for answer in self._ask("complete", [article], None):
            for part in answer:
                yield part

    async def find(self, article: Article, query: Query) -> FoundPlaces:
        """Where words stand in an article. Raises MatchingStopped."""
        async for answer in self._ask("find", [article], query):
            return answer  # type: ignore[no-any-return]
        raise MatchingStopped("The search gave no answer")

    def forget(self, articles: Iterable[Article]) -> None:
        """The articles are sent anew before they are next asked about: they were corrected."""
        self._held.difference_update(article.id for article in articles)

    def stop(self) -> None:
        """Ends the process, and with it what it was doing; the next request starts another."""
        if self._reading:
            self._reading.cancel()
        if self._process and self._process.returncode is None:
            with suppress(ProcessLookupError):
                self._process.kill()
        self._ended("The comparison was stopped")

    async def close(self) -> None:
        """Ends the process and waits until it has gone."""
        process = self._process
        self.stop()
        if process:
            await process.wait()

    async def _ask(self, verb: str, articles: Sequence[Article], given: object) -> AsyncIterator[Any]:
        process = await self._started()
        assert process.stdin is not None
        self._number += 1
        number = self._number
        answers = self._answers[number] = asyncio.Queue()
        try:
            new = [article for article in articles if article.id not in self._held]
            for at, article in enumerate(new):
                if article.id not in self._held and process is self._process:
                    self._held.add(article.id)
                    process.stdin.write(_frame((0, "hold", article, None)))
                if at % _HELD_TOGETHER == _HELD_TOGETHER - 1:
                    with suppress(ConnectionError):
                        await process.stdin.drain()
                    await asyncio.sleep(0)
            process.stdin.write(_frame((number, verb, [article.id for article in articles], given)))
            with suppress(ConnectionError):
                await process.stdin.drain()
            while True:
                kind, answer = await answers.get()
                if kind == "part":
                    yield answer
                elif kind == "problem":
                    raise MatchingStopped(answer)
                else:
                    return
        finally:
            self._answers.pop(number, None)

    async def _started(self) -> asyncio.subprocess.Process:
        async with self._starting:
            if self._process is None or self._process.returncode is not None:
                self._held.clear()
                root = str(Path(__file__).resolve().parents[2])
                self._process = await asyncio.create_subprocess_exec(
                    sys.executable,
                    "-P",
                    "-c",
                    _START,
                    root,
                    stdin=asyncio.subprocess.PIPE,
                    stdout=asyncio.subprocess.PIPE,
                    stderr=asyncio.subprocess.DEVNULL,
                    start_new_session=True,
                )
                self._reading = asyncio.create_task(self._read(self._process))
            return self._process

    async def _read(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdout is not None
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                (length,) = _LENGTH.unpack(await process.stdout.readexactly(_LENGTH.size))
                number, kind, answer = pickle.loads(await process.stdout.readexactly(length))
                if waiting := self._answers.get(number):
                    waiting.put_nowait((kind, answer))
        await process.wait()
        if process is self._process:
            self._ended("The process that matches ended; asking again starts another")

    def _ended(self, sentence: str) -> None:
        self._process = self._reading = None
        for waiting in self._answers.values():
            waiting.put_nowait(("problem", sentence))


def _quoted(articles: Sequence[Article]) -> Quoted:
    from reader.compare.statements import shared_quotations, statements

    return [statements(article) for article in articles], shared_quotations(articles)


def _bare(value: Block | Quotation) -> tuple[Any, ...]:
    """The fields of a value, in order: a tenth of what it takes to send the value itself."""
    return tuple(getattr(value, name) for name in value.__slots__)


def _frame(value: object) -> bytes:
    body = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    return _LENGTH.pack(len(body)) + body


def serve() -> None:
    """The child's end: answers requests on standard input until it closes."""
    _Served(sys.stdin.buffer, sys.stdout.buffer).run()


class _Served:
    """Requests as they come; a long one gives way to those that came after it."""

    def __init__(self, requests: BinaryIO, answers: BinaryIO) -> None:
        self._requests, self._answers = requests.fileno(), answers
        self._matcher: Matcher | None = None
        self._articles: dict[str, Article] = {}
        self._searchable: dict[str, Searchable] = {}
        self._long: deque[tuple[int, Iterator[Any], float]] = deque()

    def run(self) -> None:
        """Until the pipe closes."""
        with suppress(EOFError, BrokenPipeError):
            while True:
                if not self._long or select.select([self._requests], [], [], 0)[0]:
                    self._take(*pickle.loads(self._read_exactly(_LENGTH.unpack(self._read_exactly(8))[0])))
                else:
                    self._work(*self._long[0])

    def _read_exactly(self, length: int) -> bytes:
        parts: list[bytes] = []
        while length:
            part = os.read(self._requests, min(length, 1 << 20))
            if not part:
                raise EOFError
            parts.append(part)
            length -= len(part)
        return b"".join(parts)

    def _take(self, number: int, verb: str, names: Any, given: Any) -> None:
        if verb == "hold":
            self._articles[names.id] = names
            return
        try:
            articles = [self._articles[name] for name in names]
            if verb == "compare":
                self._answer(number, "part", self._engine.compare(articles, given))
            elif verb == "quotations":
                self._answer(number, "part", _quoted(articles))
            elif verb == "find":
                self._answer(number, "part", self._find(articles[0], given))
            else:
                self._long.append((number, self._begun(verb, articles, given), _MOST.get(verb, math.inf)))
        except Exception as error:  # the child must outlive whatever one request did
            self._answer(number, "problem", f"The comparison failed: {type(error).__name__}: {error}")

    @property
    def _engine(self) -> Matcher:
        if self._matcher is None:
            from reader.compare.matcher import Matcher

            self._matcher = Matcher()
        return self._matcher

    def _begun(self, verb: str, articles: Sequence[Article], given: Any) -> Iterator[Any]:
        """A long request, of which nothing is done yet."""
        if verb == "open":
            return self._open(given)
        if verb == "complete":
            return self._complete(articles[0])
        if verb == "passages":
            return self._passages(articles, given)
        return self._shares(articles, given)

    def _shares(self, articles: Sequence[Article], thresholds: Thresholds) -> Iterator[Progress]:
        for step in self._engine.survey(articles, thresholds):
            for start in range(0, max(1, len(step.pairs)), _PAIRS):
                copies = step.copies if start == 0 else ()
                yield step._replace(pairs=step.pairs[start : start + _PAIRS], copies=copies)

    def _passages(self, articles: Sequence[Article], thresholds: Thresholds) -> Iterator[Stage | ShelfPassages]:
        search = self._engine.passages(articles, thresholds)
        told = listed = monotonic()
        for stage in search.steps():
            if monotonic() > told + _SLICE:
                yield stage
                told = monotonic()
            if monotonic() > listed + _LISTED_EVERY:
                yield search.result().first(_LISTED)
                listed = monotonic()
        yield search.result().first(_LISTED)

    def _find(self, article: Article, query: Query) -> FoundPlaces:
        from reader.text.find import Searchable
        from reader.text.places import find_places

        known = self._searchable.get(article.id)
        if known is None or known.text is not article.text:
            self._searchable = {article.id: Searchable(article.text, article.body or None)}
            self._searchable[article.id].shadow(case=True)
        return find_places(self._searchable[article.id], query)

    def _open(self, paths: Sequence[str]) -> Iterator[Built | Unread]:
        from reader.sources.reading import read_all

        for path in paths:
            for result in read_all(path, begun=True):
                if hasattr(result, "article"):
                    self._articles.setdefault(result.article.id, result.article)
                yield result

    def _complete(self, begun: Article) -> Iterator[Part]:
        from reader.sources.formats import PLAIN, format_of

        form = format_of(begun.path) or PLAIN
        whole = form.read(begun.text, begun.path, begun.sha256).article
        self._articles[begun.id] = replace(whole, id=begun.id, text=begun.text)
        yield "words", whole.words
        for start in range(0, len(whole.blocks), _PART):
            yield "blocks", [_bare(block) for block in whole.blocks[start : start + _PART]]
        for start in range(0, len(whole.quotations), _PART):
            yield "quotations", [_bare(quotation) for quotation in whole.quotations[start : start + _PART]]

    def _work(self, number: int, answers: Iterator[Any], most: float) -> None:
        """A slice of a long request."""
        found: list[Any] = []
        until = monotonic() + _SLICE
        finished = True
        try:
            for answer in answers:
                found.append(answer)
                if monotonic() > until or len(found) >= most:
                    finished = False
                    break
        except Exception as error:
            self._answer(number, "problem", f"The matching failed: {type(error).__name__}: {error}")
            self._long.popleft()
            return
        self._answer(number, "part", found)
        if finished:
            self._answer(number, "done", None)
            self._long.popleft()

    def _answer(self, number: int, kind: str, value: object) -> None:
        self._answers.write(_frame((number, kind, value)))
        self._answers.flush()
