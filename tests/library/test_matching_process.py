"""The process that matches: what somebody waits for goes before the work on the whole shelf, and nothing is lost."""

from __future__ import annotations

import asyncio
import io
import os
from collections.abc import Iterator
from typing import Any

import pytest

from reader.compare.thresholds import DEFAULT
from reader.library.frames import frame, read_frame_from
from reader.library.matching import Matching, MatchingStopped
from reader.library.matching_process import _Served
from tests.compare.test_survey import planted, shelf


class Answered(_Served):
    """Takes requests from a list, one before each slice of work, and keeps what it answers."""

    def __init__(self) -> None:
        super().__init__(io.FileIO(os.open(os.devnull, os.O_RDONLY)), io.BytesIO())
        self.said: list[tuple[int, str]] = []

    def _answer(self, number: int, kind: str, value: object) -> None:
        self.said.append((number, kind))

    def _step_back(self) -> None:
        """Not the process of the tests."""

    def ask(self, *request: Any) -> None:
        self._take(*request)

    def work(self) -> None:
        while self._long:
            self._work(self._long[0])

    def works(self, verb: str, answers: list[object]) -> None:
        def given(articles: object, value: object) -> Iterator[object]:
            return iter(answers)

        setattr(self._works, verb, given)


def test_what_somebody_waits_for_goes_before_work_on_the_shelf() -> None:
    served = Answered()
    for verb in ("shares", "passages", "everywhere", "open"):
        served.works(verb, ["a", "b"])
    for number, verb in enumerate(("shares", "everywhere", "passages", "open"), 1):
        served.ask(number, verb, [], None)
    served.work()
    assert [number for number, kind in served.said if kind == "done"] == [2, 4, 1, 3]


def test_what_is_dropped_is_not_worked_on() -> None:
    served = Answered()
    served.works("shares", ["a"])
    served.ask(1, "shares", [], None)
    served.ask(1, "drop", (), None)
    served.work()
    assert served.said == []


def test_a_pause_is_no_answer() -> None:
    served = Answered()
    served.works("passages", [None, None, "a", None])
    served.ask(1, "passages", [], None)
    served.work()
    assert served.said == [(1, "part"), (1, "done")]


def test_a_comparison_is_answered_while_a_survey_goes_on() -> None:
    articles = shelf(1100, words=60)
    articles[3], articles[1000] = planted(1), planted(2)

    async def story() -> list[str]:
        matching, order = Matching(), list[str]()
        asked = asyncio.Event()

        async def survey() -> None:
            async for _ in matching.shares(articles, DEFAULT):
                asked.set()
            order.append("survey")

        async def compare() -> None:
            await asked.wait()
            comparison = await matching.compare((articles[3], articles[1000]), DEFAULT)
            order.append(f"{len(comparison.passages)} passage")

        await asyncio.gather(survey(), compare())
        await matching.close()
        return order

    assert asyncio.run(story()) == ["1 passage", "survey"]


def test_frames_come_as_they_were_sent() -> None:
    reading, writing = os.pipe()
    os.write(writing, frame({"a": 1}) + frame("b" * 10_000))
    assert (read_frame_from(reading), read_frame_from(reading)) == ({"a": 1}, "b" * 10_000)
    os.close(writing)
    os.close(reading)


async def test_where_no_process_can_be_started_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    async def fails(*_: object, **__: object) -> None:
        raise OSError(24, "Too many open files")

    matching = Matching()
    monkeypatch.setattr(asyncio, "create_subprocess_exec", fails)
    with pytest.raises(MatchingStopped, match="could not be started: Too many open files"):
        await matching.compare(shelf(2), DEFAULT)
    monkeypatch.undo()
    assert await matching.compare(shelf(2), DEFAULT)
    await matching.close()
