"""The process that matches, beside the screen, and the pipe to it.

A thread that computes stalls whatever else runs in its interpreter; so the engine works in a process of its own and
only values go to and fro: :mod:`reader.library.frames`. This is the parent's end; the child's is
:mod:`reader.library.matching_process`.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncGenerator, AsyncIterator, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.articles.article import Article
from reader.library.frames import frame, read_frame
from reader.library.matching_works import Part, Quoted

if TYPE_CHECKING:
    from reader.articles.build import Built
    from reader.compare.comparison import Comparison
    from reader.compare.figure_groups import ComparedFigures
    from reader.compare.ranking import ShelfPassages
    from reader.compare.shelf_search import Stage
    from reader.compare.shelf_shares import Progress
    from reader.compare.thresholds import Thresholds
    from reader.library.elsewhere import Words
    from reader.library.everywhere import Answer, Question
    from reader.library.importing import Summary
    from reader.sources.reading import Unread
    from reader.text.find import Query
    from reader.text.places import FoundPlaces

_START = "import sys; sys.path.insert(0, sys.argv[1]); from reader.library.matching_process import serve; serve()"
_HELD_TOGETHER = 8
"""Articles that are sent before the loop gets its turn: under a millisecond of pickling."""


__all__ = ["Matching", "MatchingStopped", "Part", "Quoted"]


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

    async def figures(self, articles: Sequence[Article]) -> ComparedFigures:
        """The figures of the articles, those for one thing together. Raises MatchingStopped."""
        async for answer in self._ask("figures", articles, None):
            return answer  # type: ignore[no-any-return]
        raise MatchingStopped("The search for figures gave no answer")

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

    async def everywhere(self, articles: Sequence[Article], question: Question) -> AsyncGenerator[list[Answer], None]:
        """Where something stands in the articles and in the library, as it is found. Raises MatchingStopped."""
        async for answers in self._ask("everywhere", articles, question):
            yield answers

    async def elsewhere(self, articles: Sequence[Article], asked: Words) -> AsyncIterator[list[Answer]]:
        """Which of the articles and of the library say the same, as it is found. Raises MatchingStopped."""
        async for answers in self._ask("elsewhere", articles, asked):
            yield answers

    async def take_in(self, articles: Sequence[Article]) -> Summary:
        """Adds articles to the library: what came of it. Raises MatchingStopped."""
        async for summaries in self._ask("take_in", articles, None):
            for summary in summaries:
                return summary  # type: ignore[no-any-return]
        raise MatchingStopped("The library gave no answer")

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
                    process.stdin.write(frame((0, "hold", article, None)))
                if at % _HELD_TOGETHER == _HELD_TOGETHER - 1:
                    with suppress(ConnectionError):
                        await process.stdin.drain()
                    await asyncio.sleep(0)
            process.stdin.write(frame((number, verb, [article.id for article in articles], given)))
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
            if self._answers.pop(number, None) is not None and process is self._process:
                process.stdin.write(frame((number, "drop", (), None)))  # who stops listening wants no more of it

    async def _started(self) -> asyncio.subprocess.Process:
        async with self._starting:
            if self._process is None or self._process.returncode is not None:
                self._held.clear()
                root = str(Path(__file__).resolve().parents[2])
                command = (sys.executable, "-P", "-c", _START, root)
                pipe, nowhere = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL
                try:
                    self._process = await asyncio.create_subprocess_exec(
                        *command, stdin=pipe, stdout=pipe, stderr=nowhere, start_new_session=True
                    )
                except OSError as error:
                    raise MatchingStopped(f"The process that matches could not be started: {error.strerror}") from None
                self._reading = asyncio.create_task(self._read(self._process))
            return self._process

    async def _read(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdout is not None
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                number, kind, answer = await read_frame(process.stdout)
                if waiting := self._answers.get(number):
                    waiting.put_nowait((kind, answer))
        await process.wait()
        if process is self._process:
            self._ended("The process that matches ended; asking again starts another")

    def _ended(self, sentence: str) -> None:
        self._process = self._reading = None
        for waiting in self._answers.values():
            waiting.put_nowait(("problem", sentence))
