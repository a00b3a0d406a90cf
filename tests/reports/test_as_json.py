"""The JSON that other programs read: exactly these keys, and offsets that hold."""

import json

from reader.articles.article import Article
from reader.articles.build import article_from_text
from reader.compare.matcher import Matcher
from reader.library.shelf import Shelf, Unread
from reader.reports.as_json import articles_json, comparison_json, hit_json, to_line
from reader.reports.search import hits
from reader.text.find import Query

FIRST = (
    "---\ntitle: Ferry stops\noutlet: Averin Gazette\npublished: 2024-03-03\nlanguage: en\n---\n\n# Ferry stops\n\n"
    "“We shall not sell the last boat of the northern line,” said Ada Quill, the harbour master of Averin.\n"
)
SECOND = "Nobody spoke. “We shall not sell the last boat of the southern line,” the harbour master of Averin said.\n"


def article(text: str, name: str) -> Article:
    return article_from_text(text, path=name, sha256="0" * 64, markdown=name.endswith(".md"))


ARTICLES = (article(FIRST, "a.md"), article(SECOND, "b.txt"))


SPANS = ("evidence", "date_cues")


def test_articles() -> None:
    found = articles_json(Shelf(ARTICLES, (Unread("c.pdf", "a reason"),)))
    assert list(found) == ["format", "articles", "unread"]
    assert found["format"] == "reader.articles/1"
    assert found["unread"] == [{"path": "c.pdf", "reason": "a reason"}]
    first = found["articles"][0]
    assert {key: first[key] for key in first if key not in ("id", "text", "blocks", "quotations", "words", *SPANS)} == {
        "path": "a.md",
        "kind": "article",
        "title": "Ferry stops",
        "title_guessed": False,
        "byline": None,
        "outlet": "Averin Gazette",
        "published": "2024-03-03",
        "published_guessed": False,
        "language": "en",
    }
    assert first["text"] == FIRST
    assert [set(block) for block in first["blocks"]] == [{"kind", "start", "end", "rule"}] * 3
    assert [block["kind"] for block in first["blocks"]] == ["furniture", "title", "paragraph"]
    (quotation,) = first["quotations"]
    assert FIRST[quotation.pop("start") : quotation.pop("end")] == quotation["text"]
    assert quotation == {
        "statement": 1,
        "text": "We shall not sell the last boat of the northern line,",
        "kind": "direct",
        "speaker": "Ada Quill",
        "confidence": "sure",
        "speaker_at": [162, 171],
        "flags": [],
        "inner": [],
    }
    assert first["evidence"][0] == {
        "particular": "title",
        "value": "Ferry stops",
        "start": 0,
        "end": FIRST.index("---", 3) + 3,
        "rule": "front matter",
        "stated": True,
    }
    assert first["date_cues"] == []
    untitled = found["articles"][1]
    assert (untitled["title"], untitled["title_guessed"]) == (None, True)


def test_a_comparison() -> None:
    found = comparison_json(ARTICLES, Matcher().compare(ARTICLES), [Unread("c.pdf", "a reason")])
    assert list(found) == ["format", "articles", "passages", "shares", "unread"]
    assert found["format"] == "reader.comparison/1"
    assert list(found["articles"][0]) == ["id", "path", "title", "outlet", "published", "words"]
    passage = found["passages"][0]
    assert list(passage) == ["number", "kind", "words", "occurrences", "changes"]
    assert passage["kind"] == "altered"
    for occurrence in passage["occurrences"]:
        assert list(occurrence) == ["article", "start", "end", "text", "voice", "paragraph"]
        text = ARTICLES[occurrence["article"]].text
        assert text[occurrence["start"] : occurrence["end"]] == occurrence["text"]
    (changes,) = passage["changes"]
    assert (changes["article"], changes["against"]) == (1, 0)
    assert (changes["occurrence"], changes["against_occurrence"]) == (1, 0)
    replaced = [edit for edit in changes["edits"] if edit[0] == "replace"]
    assert [(FIRST[a:b], SECOND[c:d]) for _, a, b, c, d in replaced] == [("northern", "southern")]
    assert [set(share) for share in found["shares"]] == [{"article", "within", "words", "percent"}] * 2
    json.dumps(found)


def test_hits() -> None:
    found = [hit_json(one, hit) for one, found in hits(Query("last boat"), ARTICLES) for hit in found.hits]
    assert [set(hit) for hit in found] == [{"article", "path", "start", "end", "text", "snippet"}] * 2
    for hit, each in zip(found, ARTICLES, strict=True):
        assert (hit["article"], hit["path"]) == (each.id, each.path)
        assert each.text[hit["start"] : hit["end"]] == hit["text"] == "last boat"
        assert "last boat" in hit["snippet"]
        assert "published" not in hit["snippet"]  # what stands before the article is not shown


def test_front_matter_is_not_searched() -> None:
    assert list(hits(Query("published"), ARTICLES)) == []


def test_what_utf8_cannot_hold_is_escaped() -> None:
    line = to_line({"path": "broken\udcff.txt", "text": "é\u2028“\x1b"})
    assert line.endswith(b"\n")
    assert json.loads(line.decode("utf-8")) == {"path": "broken\udcff.txt", "text": "é\u2028“\x1b"}
    assert "é" in line.decode("utf-8")
