"""The index of prints: whatever the order and the slices in which parts are put together, equal prints meet."""

from __future__ import annotations

import random

import numpy as np
import pytest

from reader.compare import prints
from reader.compare.prints import PLACE_BITS, Meetings, PrintIndex


def hashes(kinds: list[int]) -> prints.Keys:
    return np.array(kinds, np.uint64) << np.uint64(PLACE_BITS)


def met(found: Meetings) -> set[tuple[int, int]]:
    return set(zip(found.earlier.tolist(), found.later.tolist(), strict=True))


@pytest.mark.parametrize("part", [1, 7, 40, 200])
def test_prints_meet_the_same_in_parts_and_at_once(part: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prints, "_SLICE", 5)
    kinds = random.Random(part).choices(range(60), k=200)
    at_once = met(PrintIndex().add(hashes(kinds), np.arange(200), 32, 10**6))
    index = PrintIndex()
    found: set[tuple[int, int]] = set()
    for start in range(0, 200, part):
        each = kinds[start : start + part]
        found |= met(index.add(hashes(each), np.arange(start, start + len(each)), 32, 10**6))
        slices = sum(1 for _ in index.settling())
        assert slices <= len(index)
    assert found == at_once
    assert len(index) == 200


def test_parts_are_put_together_in_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prints, "_SLICE", 10)
    index = PrintIndex()
    for start in (0, 100):
        index.add(hashes(list(range(100))), np.arange(start, start + 100), 32, 10**6)
        slices = sum(1 for _ in index.settling())
    assert slices == 10
