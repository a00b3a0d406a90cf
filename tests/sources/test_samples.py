"""Real files from public test suites, where their folder is there: all are settled, none raises."""

from pathlib import Path

import pytest

from reader.articles.build import Built
from reader.sources.reading import read_all
from reader.sources.source import Unread

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples"
FILES = sorted(file for file in SAMPLES.rglob("*") if file.is_file()) if SAMPLES.is_dir() else []


@pytest.mark.skipif(not FILES, reason=f"the samples are not there: {SAMPLES}")
def test_every_sample_is_settled() -> None:
    for file in FILES:
        outcomes = list(read_all(str(file)))
        assert outcomes, file
        for outcome in outcomes:
            assert isinstance(outcome, Built | Unread), file
            assert not isinstance(outcome, Unread) or outcome.reason, file


@pytest.mark.skipif(not FILES, reason=f"the samples are not there: {SAMPLES}")
@pytest.mark.parametrize(
    ("name", "articles", "addresses"),
    [
        ("exports/pocket.csv", 0, 7),
        ("exports/instapaper-export-new.csv", 0, 4),
        ("exports/ril_export.html", 0, 2),
        ("opml_urls/newsboat_example.opml", 0, 7),
        ("opml_urls/newsboat_test-urls.txt", 0, 3),
        ("opml_urls/newsboat_926-urls", 0, 0),
        ("encodings/encoding_WINDOWS-1251.xml", 50, 0),
        ("encodings/large_atom.xml", 25, 0),
        ("feeds_edge/json/example.json", 1, 1),
        ("feeds_edge/illformed/chardet/shiftjis.xml", 1, 0),
    ],
)
def test_what_some_samples_hold(name: str, articles: int, addresses: int) -> None:
    outcomes = list(read_all(str(SAMPLES / name)))
    assert sum(isinstance(outcome, Built) for outcome in outcomes) == articles
    assert sum(len(outcome.addresses) for outcome in outcomes if isinstance(outcome, Unread)) == addresses
