"""Exports and answers of other programs, with their own keys: texts wherever they lie, else the addresses."""

import json

import pytest

from reader.articles.build import Built
from reader.sources import objects
from reader.sources.reading import read_all_bytes
from reader.sources.source import Unread
from tests.sources.written import TEXT

PLACE = "https://anvil.example/ferry"
LONG = "https://pictures.example/render/" + "a-very-long-name-of-a-picture-" * 6
MARKUP = f"<p>{TEXT}</p>"

WITH_TEXTS: dict[str, object] = {
    "wallabag": [{"title": "The ferry", "url": PLACE, "content": MARKUP, "published_by": ["Tove Lindal", ""]}],
    "wallabag's answer": {"page": 1, "_embedded": {"items": [{"title": "The ferry", "url": PLACE, "content": MARKUP}]}},
    "linkwarden": {
        "name": "tove",
        "collections": [
            {"name": "Empty", "links": []},
            {"name": "Ferries", "links": [{"name": "The ferry", "url": PLACE, "textContent": TEXT, "tags": []}]},
        ],
    },
    "karakeep": {"bookmarks": [{"title": "The ferry", "content": {"type": "text", "text": TEXT, "url": PLACE}}]},
    "a reader of feeds": {
        "title": "Starred",
        "items": [{"title": "The ferry", "alternate": [{"href": PLACE}], "content": {"content": MARKUP}}],
    },
    "by number": {"list": {"17": {"title": "The ferry", "url": PLACE, "text": TEXT}}},
    "an answer": {
        "response": {"results": [{"webTitle": "The ferry", "webUrl": PLACE, "fields": {"bodyText": TEXT}}]},
    },
    "another answer": {"response": {"docs": [{"headline": {"main": "The ferry"}, "web_url": PLACE, "body": TEXT}]}},
}


@pytest.mark.parametrize("program", WITH_TEXTS)
def test_texts_wherever_they_lie(program: str) -> None:
    (outcome,) = read_all_bytes(json.dumps(WITH_TEXTS[program]).encode(), "export.json")
    assert isinstance(outcome, Built), outcome
    about = outcome.article.particulars
    assert (about.title, about.source) == ("The ferry", PLACE)
    assert about.byline in (None, "Tove Lindal")
    assert outcome.article.text.split()[:5] == TEXT.split()[:5]


WITHOUT: dict[str, object] = {
    "notes to addresses": [{"href": PLACE, "description": "The ferry", "extended": "A long note on it. " * 20}],
    "a list by number": {"list": {"17": {"item_id": "17", "resolved_url": PLACE, "given_title": "The ferry"}}},
    "no title to a text": {"url": PLACE, "paragraphs": [{"text": TEXT}, {"text": TEXT}]},
}


@pytest.mark.parametrize("kind", WITHOUT)
def test_addresses_where_there_are_no_texts(kind: str) -> None:
    (outcome,) = read_all_bytes(json.dumps(WITHOUT[kind]).encode(), "export.json")
    assert isinstance(outcome, Unread)
    assert outcome.addresses == (PLACE,)


def test_the_address_of_a_picture_is_no_text() -> None:
    rows = "".join(f"{number},Title {number},A word,{PLACE}/{number},{LONG}{number}\n" for number in range(3))
    (outcome,) = read_all_bytes(f"id,title,excerpt,url,cover\n{rows}".encode(), "export.csv")
    assert isinstance(outcome, Unread)
    assert len(outcome.addresses) == 3


def test_objects_that_lie_too_deep_are_not_looked_for() -> None:
    value: object = {"title": "The ferry", "url": PLACE, "text": TEXT}
    for _ in range(30):
        value = {"in": [value]}
    (outcome,) = read_all_bytes(json.dumps(value).encode(), "export.json")
    assert isinstance(outcome, Unread)


def test_of_many_names_only_some_are_looked_under(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[object] = []
    monkeypatch.setattr(objects, "_are_articles", lambda each: bool(looked.append(each)))
    value = {"a": {f"name {number}": {"inner": {"x": number}} for number in range(5_000)}}
    list(read_all_bytes(json.dumps(value).encode(), "export.json"))
    assert len(looked) <= objects.DEEPEST * objects.MOST_PLACES
