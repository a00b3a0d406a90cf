"""Who else says this: exactly, then nearly."""

import pytest

from reader.articles.article import Article
from reader.compare.matcher import Matcher
from reader.compare.thresholds import Thresholds
from reader.library.collection import Collection, Imported
from reader.library.elsewhere import Words, in_collection
from reader.library.everywhere import FoundIn, Looked

from .texts import FERRY, article

SAID = "Replacing the bridge deck will cost the council three hundred million euros before the spring of 2031"
ARTICLES = {
    "own": article(f"{FERRY}\n{SAID}.\n", "own.txt"),
    "same": article(f"A report.\n\n“{SAID.upper()},” the mayor said.\n", "same.txt"),
    "near": article(
        f"Another.\n\n{SAID.replace('three hundred', '300').replace('council', 'city')}, it said.\n", "near.txt"
    ),
    "other": article(
        "The council met.\n\nIt spoke of the bridge and of the spring, and cost nobody a euro.\n", "other.txt"
    ),
}


def said(collection: Collection, words: str, besides: str = "") -> list[FoundIn]:
    asked = Words(words, besides, Thresholds())
    return [each for each in in_collection(collection, asked, Matcher(), {besides}) if isinstance(each, FoundIn)]


def test_exactly_then_nearly_and_not_the_rest() -> None:
    collection = Collection.memory()
    collection.add([Imported(each, b"") for each in ARTICLES.values()])
    found = said(collection, SAID, ARTICLES["own"].id)
    assert [(each.entry and each.entry.path, each.exact) for each in found] == [("same.txt", True), ("near.txt", False)]
    for each, name in zip(found, ("same", "near"), strict=True):
        span = each.spans[0]
        words = ARTICLES[name].text[span.start : span.end].lower()
        assert words.startswith("replacing the bridge deck")
        assert words.endswith("spring of 2031")
    assert said(collection, "…") == []
    assert [each.exact for each in said(collection, "ferry")] == [True]


def test_however_many_have_the_words_as_they_are_the_changed_ones_come_after_them() -> None:
    collection = Collection.memory()
    same = [article(f"Report {number}.\n\nIt is said: {SAID}.\n", f"{number}.txt") for number in range(40)]
    collection.add([Imported(each, b"") for each in (ARTICLES["near"], *same)])
    asked = Words(SAID, same[0].id, Thresholds())
    answers = list(in_collection(collection, asked, Matcher(), {same[0].id}))
    assert answers[0] == Looked(40, 40, 41)
    assert [each.exact for each in answers if isinstance(each, FoundIn)] == [*[True] * 39, False]
    assert None in answers


def test_the_engine_looks_on_as_long_as_it_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.library.elsewhere._IN_VAIN", 3)
    collection = Collection.memory()
    changed = SAID.replace("three hundred", "300")
    near = [article(f"Report {number}.\n\nIt is said: {changed}.\n", f"near {number}.txt") for number in range(10)]
    far = [
        article(f"Of cost {number}.\n\nThe council will pay three hundred million dollars.\n", f"far {number}.txt")
        for number in range(10)
    ]
    collection.add([Imported(each, b"") for each in (*far, *near)])
    looked_into: list[str] = []
    get = collection.article

    def counted(id: str) -> Article | None:
        looked_into.append(id)
        return get(id)

    monkeypatch.setattr(collection, "article", counted)
    assert {each.id for each in said(collection, SAID)} == {each.id for each in near}
    assert len(looked_into) == 13
