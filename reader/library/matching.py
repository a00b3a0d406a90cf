"""The process that matches, beside the screen, and the pipe to it.

A thread that computes stalls whatever else runs in its interpreter; so the engine works in a process of its own and
only values go to and fro: frames of eight bytes of length and a pickle, between a program and its own child. The child
writes nothing else, reads nothing else, and ends when the pipe does. What it is slow at, it does in slices, and looks
for a newer request after each.
"""

from __future__ import annotations

import asyncio
import os
import pickle
import select
import struct
import sys
from collections import deque
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, BinaryIO

from reader.articles.article import Article

if TYPE_CHECKING:
    from reader.compare.comparison import Comparison
    from reader.compare.matcher import PairShare
    from reader.compare.thresholds import Thresholds

_LENGTH = struct.Struct(">Q")
_START = "import sys; sys.path.insert(0, sys.argv[1]); from reader.library.matching import serve; serve()"
_SLICE = 0.05
"""Seconds of work on a long request before the next look at the pipe."""


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

    async def shares(self, articles: Sequence[Article], thresholds: Thresholds) -> AsyncIterator[list[PairShare]]:
        """The pairs that share anything, some at a time, as they are found. Raises MatchingStopped."""
        async for answer in self._ask("shares", articles, thresholds):
            yield answer

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

    async def _ask(self, verb: str, articles: Sequence[Article], thresholds: Thresholds) -> AsyncIterator[Any]:
        process = await self._started()
        assert process.stdin is not None
        self._number += 1
        number = self._number
        answers = self._answers[number] = asyncio.Queue()
        try:
            for article in articles:
                if article.id not in self._held:
                    self._held.add(article.id)
                    process.stdin.write(_frame((0, "hold", article, None)))
            process.stdin.write(_frame((number, verb, [article.id for article in articles], thresholds)))
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


def _frame(value: object) -> bytes:
    body = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    return _LENGTH.pack(len(body)) + body


def serve() -> None:
    """The child's end: answers requests on standard input until it closes."""
    _Served(sys.stdin.buffer, sys.stdout.buffer).run()


class _Served:
    """Requests as they come; a long one gives way to those that came after it."""

    def __init__(self, requests: BinaryIO, answers: BinaryIO) -> None:
        from reader.compare.matcher import Matcher

        self._requests, self._answers = requests.fileno(), answers
        self._matcher = Matcher()
        self._articles: dict[str, Article] = {}
        self._long: deque[tuple[int, Iterator[PairShare]]] = deque()

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

    def _take(self, number: int, verb: str, given: Any, thresholds: Thresholds | None) -> None:
        if verb == "hold":
            self._articles[given.id] = given
            return
        assert thresholds is not None
        try:
            articles = [self._articles[name] for name in given]
            if verb == "shares":
                self._long.append((number, self._matcher.shares(articles, thresholds)))
            else:
                self._answer(number, "part", self._matcher.compare(articles, thresholds))
        except Exception as error:  # the child must outlive whatever one request did
            self._answer(number, "problem", f"The comparison failed: {type(error).__name__}: {error}")

    def _work(self, number: int, pairs: Iterator[PairShare]) -> None:
        """A slice of a long request."""
        found: list[PairShare] = []
        until = monotonic() + _SLICE
        finished = True
        try:
            for pair in pairs:
                found.append(pair)
                if monotonic() > until:
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
