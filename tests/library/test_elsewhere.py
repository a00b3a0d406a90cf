"""Who else says this: exactly, then nearly."""

from reader.compare.matcher import Matcher
from reader.compare.thresholds import Thresholds
from reader.library.collection import Collection, Imported
from reader.library.elsewhere import elsewhere

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


def test_exactly_then_nearly_and_not_the_rest() -> None:
    collection = Collection.memory()
    collection.add([Imported(each, b"") for each in ARTICLES.values()])
    found = list(elsewhere(collection, SAID, Matcher(), Thresholds(), besides=ARTICLES["own"].id))
    assert [(saying.entry.path, saying.exact) for saying in found] == [("same.txt", True), ("near.txt", False)]
    for saying, name in zip(found, ("same", "near"), strict=True):
        span = saying.spans[0]
        said = ARTICLES[name].text[span.start : span.end].lower()
        assert said.startswith("replacing the bridge deck")
        assert said.endswith("spring of 2031")
    assert list(elsewhere(collection, "…", Matcher(), Thresholds())) == []
    assert [saying.exact for saying in elsewhere(collection, "ferry", Matcher(), Thresholds())] == [True]
