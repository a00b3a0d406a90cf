"""The child's end of the pipe: requests as they come, answered at once where that is quick.

It writes nothing but answers, reads nothing but the files that it is told to, and ends when the pipe does. What it is
slow at, it does in slices, and looks for a newer request after each: one that somebody waits for goes before the work
on the whole shelf, which goes on behind it.
"""

from __future__ import annotations

import math
import os
import select
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Any, BinaryIO

from reader.library.frames import frame, read_frame_from
from reader.library.matching_works import SLICE, Works

if TYPE_CHECKING:
    from reader.articles.article import Article

_MANNERS = 10
"""How much further back the process stands than the screen where both want the processor."""
_MOST = {"open": 100, "complete": 1, "shares": 8, "passages": 1}
"""Answers that are sent together, where each is so large that more would hold up the screen."""
_QUICK = frozenset(("compare", "quotations", "figures", "find"))
_ON_THE_SHELF = frozenset(("shares", "passages"))
"""Long work that nobody waits for with their hands still; only one of these is under way at a time."""


def serve() -> None:
    """Answers requests on standard input until it closes."""
    _Served(sys.stdin.buffer, sys.stdout.buffer).run()


@dataclass(frozen=True, slots=True)
class _Long:
    """A request that is answered a part at a time."""

    number: int
    answers: Iterator[Any]
    most: float
    """Answers that are sent together."""
    is_on_the_shelf: bool


class _Served:
    """Requests as they come."""

    def __init__(self, requests: BinaryIO, answers: BinaryIO) -> None:
        self._requests, self._answers = requests.fileno(), answers
        self._works = Works()
        self._is_back = False
        self._long: deque[_Long] = deque()

    def run(self) -> None:
        """Until the pipe closes."""
        with suppress(EOFError, BrokenPipeError):
            while True:
                if not self._long or select.select([self._requests], [], [], 0)[0]:
                    self._take(*read_frame_from(self._requests))
                else:
                    self._work(self._long[0])

    def _take(self, number: int, verb: str, names: Any, given: Any) -> None:
        if verb == "hold":
            self._works.articles[names.id] = names
            return
        if verb == "drop":
            self._long = deque(each for each in self._long if each.number != number)
            return
        try:
            articles = [self._works.articles[name] for name in names]
            work: Callable[[Sequence[Article], Any], Any] = getattr(self._works, verb)
            if verb in _QUICK:
                self._answer(number, "part", work(articles, given))
            else:
                self._put(_Long(number, work(articles, given), _MOST.get(verb, math.inf), verb in _ON_THE_SHELF))
        except Exception as error:  # the child must outlive whatever one request did
            self._answer(number, "problem", f"The comparison failed: {type(error).__name__}: {error}")

    def _put(self, work: _Long) -> None:
        """In the order in which they came, those on the whole shelf last."""
        if work.is_on_the_shelf:
            self._step_back()
            self._long.append(work)
        else:
            self._long.insert(sum(not other.is_on_the_shelf for other in self._long), work)

    def _step_back(self) -> None:
        """Long work lets the screen go first."""
        if not self._is_back and hasattr(os, "nice"):
            os.nice(_MANNERS)
        self._is_back = True

    def _work(self, work: _Long) -> None:
        """A slice of a long request."""
        found: list[Any] = []
        until = monotonic() + SLICE
        finished = True
        try:
            for answer in work.answers:
                if answer is not None:
                    found.append(answer)
                if monotonic() > until or len(found) >= work.most:
                    finished = False
                    break
        except Exception as error:
            self._answer(work.number, "problem", f"The matching failed: {type(error).__name__}: {error}")
            self._long.popleft()
            return
        if found:
            self._answer(work.number, "part", found)
        if finished:
            self._answer(work.number, "done", None)
            self._long.popleft()

    def _answer(self, number: int, kind: str, value: object) -> None:
        self._answers.write(frame((number, kind, value)))
        self._answers.flush()
