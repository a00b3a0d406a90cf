"""The five source documents against what a person marked in them; skipped where they are not at hand."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest

from reader.compare.matcher import compare
from tests.compare.conftest import article

SHARED = Path(__file__).resolve().parents[3] / "shared"
GOLD = SHARED / "gold" / "passages.json"
needs_documents = pytest.mark.skipif(
    not GOLD.exists() or not (SHARED / "seeds").is_dir(), reason="the source documents are not in ../shared/seeds"
)
Reports = dict[tuple[str, str], list[tuple[tuple[int, int], tuple[int, int]]]]


@pytest.fixture(scope="module")
def reported() -> Reports:
    files = sorted((SHARED / "seeds").glob("*.txt"))
    articles = {f.name: article(f.read_bytes().decode("utf-8"), name=f.name) for f in files}
    found: Reports = {}
    for one, two in itertools.combinations(articles, 2):
        places = found[one, two] = []
        for passage in compare((articles[one], articles[two])).passages:
            ours = [(o.start, o.end) for o in passage.occurrences if o.article == 0]
            theirs = [(o.start, o.end) for o in passage.occurrences if o.article == 1]
            places.extend(itertools.product(ours, theirs))
    return found


def labels() -> list[dict]:  # type: ignore[type-arg]
    return json.loads(GOLD.read_text("utf-8"))["positives"]  # type: ignore[no-any-return]


def meets(one: tuple[int, int], two: list[int]) -> bool:
    return one[0] < two[1] and two[0] < one[1]


def covered(core: list[int], places: list[tuple[int, int]]) -> float:
    inside = {at for start, end in places for at in range(max(start, core[0]), min(end, core[1]))}
    return len(inside) / (core[1] - core[0])


@needs_documents
@pytest.mark.parametrize(("tier", "least"), [("must", 1.0), ("should", 4 / 6)])
def test_what_a_person_marked_is_found(reported: Reports, tier: str, least: float) -> None:
    groups: dict[str, bool] = {}
    for label in labels():
        if label["tier"] == tier:
            hits = [
                (a, b)
                for a, b in reported[label["a"], label["b"]]
                if meets(a, label["a_core"]) and meets(b, label["b_core"])
            ]
            share = min(covered(label["a_core"], [a for a, _ in hits]), covered(label["b_core"], [b for _, b in hits]))
            groups[label["group"]] = groups.get(label["group"], False) or share >= 0.9
    assert sum(groups.values()) >= least * len(groups), [group for group, found in groups.items() if not found]


@needs_documents
def test_nothing_is_reported_that_a_person_would_not_mark(reported: Reports) -> None:
    for (one, two), places in reported.items():
        here = [label for label in labels() if (label["a"], label["b"]) == (one, two)]
        for a, b in places:
            assert any(meets(a, label["a_max"]) and meets(b, label["b_max"]) for label in here), (one, two, a, b)
