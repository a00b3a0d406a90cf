"""What is asked of the whole library, what answers it, and where it stands."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.articles.article import Article
from reader.library.collection import Collection, Imported
from reader.library.phrases import hits_in
from reader.library.queries import Problem, Wanted
from reader.library.searching import Known, Order, Search, known_of, search
from reader.library.store import Store

from .texts import BRIDGE, FERRY, TOKYO, article


def dated(text: str, path: str, published: str | None, outlet: str | None = None) -> Article:
    head = "".join(f"{name}: {value}\n" for name, value in (("published", published), ("outlet", outlet)) if value)
    from reader.articles.build import build

    return build(f"---\nkind: article\n{head}---\n\n{text}", path=path, sha256="", markdown=True).article


ARTICLES = {
    "ferry": dated(FERRY, "news/ferry.md", "2024-03-04", "Averin Gazette"),
    "bridge": dated(BRIDGE, "news/bridge.md", "2023-12-31", "Trade Courier"),
    "tokyo": article(TOKYO, "tokyo.txt"),
    "commerce": article("Commerce\n\nA commercial use of the commercials, said that. He said, that is all.\n", "c.txt"),
    "moscow": article("МОСТ\n\nСовет одобрил плату за Мост.\n", "moscow.txt"),
    "thai": article("ข่าว\n\nสภาอนุมัติค่าผ่านทางสะพาน\n", "thai.txt"),
}


@pytest.fixture(scope="module")
def collection() -> Collection:
    collection = Collection.memory()
    collection.add([Imported(each, b"") for each in ARTICLES.values()])
    return collection


@pytest.fixture(scope="module")
def known() -> Known:
    store = Store.memory()
    ids = {name: each.id for name, each in ARTICLES.items()}
    store.set_starred([ids["ferry"]])
    store.set_read([ids["ferry"], ids["bridge"]])
    store.set_marks([ids["tokyo"]])
    store.set_tags([ids["bridge"]], ["to check", "Später"])
    store.add_note(ARTICLES["commerce"], "hm")
    store.correct(ids["commerce"], "outlet", "The Élan")
    store.correct(ids["commerce"], "published", "2025-01-01")
    return known_of(store)


def names(collection: Collection, known: Known, text: str, order: Order = "imported") -> str:
    found = search(collection, text, known, order)
    assert isinstance(found, Search)
    by_id = {each.id: name for name, each in ARTICLES.items()}
    return " ".join(by_id[result.entry.id] for result in found.results())


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("toll", "bridge"),
        ("TOLL", "bridge"),
        ("the", "ferry bridge commerce"),
        ("the toll", "bridge"),
        ("the -toll", "ferry commerce"),
        ("-the", "tokyo moscow thai"),
        ('"nobody was told"', "ferry"),
        ('"was nobody told"', ""),
        ("“nobody was told”", "ferry"),
        ('"stopped at noon on monday"', "ferry"),
        ("told nobody", "ferry"),
        ('"the toll\'s approval"', "bridge"),
        ("naive", "bridge"),
        ("€3", "bridge"),
        ("commercial", "commerce"),
        ("commerci", ""),
        ("commerci*", "commerce"),
        ('"commercial use of the comm"*', "commerce"),
        ("ommercial", ""),
        ('"said that"', "commerce"),
        ('"that he"', "commerce"),
        ('"he said, that"', "commerce"),
        ("橋", "tokyo"),
        ("通行料", "tokyo"),
        ("承認した", "tokyo"),
        ("都東", ""),
        ("สะพาน", "thai"),
        ("ค่าผ่านทาง", "thai"),
        ('"that he" commerce', "commerce"),
        ("мост", "moscow"),
        ("ОДОБРИЛ", "moscow"),
        ("outlet:averin", "ferry"),
        ("outlet:elan", "commerce"),
        ("-outlet:averin the", "bridge commerce"),
        ('outlet:"trade cour"', "bridge"),
        ("title:ferry", "ferry"),
        ("file:news", "ferry bridge"),
        ("kind:art toll", "bridge"),
        ("after:2024", "ferry commerce"),
        ("after:2023-12", "ferry bridge commerce"),
        ("after:2024-03-04", "ferry commerce"),
        ("after:2024-03-05", "commerce"),
        ("before:2024", "bridge"),
        ("before:2024-03-04", "bridge"),
        ("after:2023 before:2024-12", "ferry bridge"),
        ("tag:check", "bridge"),
        ('tag:"to check"', "bridge"),
        ("tag:spater", "bridge"),
        ("is:starred", "ferry"),
        ("is:unread the", "commerce"),
        ("is:read -is:starred", "bridge"),
        ("is:marked", "tokyo"),
        ("is:noted", "commerce"),
        ("is:tag", "bridge"),
        ("is:dated", "ferry bridge commerce"),
        ("is:undated", "tokyo moscow thai"),
        ("outlet: the toll", "bridge"),
    ],
)
def test_questions(collection: Collection, known: Known, text: str, want: str) -> None:
    assert names(collection, known, text) == want


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("colour:red", "“colour:”"),
        ('colour:"red and blue"', "“colour:”"),
        ("is:blue", "“blue”"),
        ("after:yesterday", "“yesterday”"),
        ("after:2019-13", "2019-07"),
        ("", "nothing"),
        ("…", "nothing"),
        ("outlet:", "nothing"),
        ('"', "nothing"),
    ],
)
def test_what_is_wrong_is_said(collection: Collection, text: str, part: str) -> None:
    found = search(collection, text)
    assert isinstance(found, Problem)
    assert part in found.sentence
    assert found.sentence.endswith(".")


def test_hits_are_spans_of_the_untouched_text(collection: Collection, known: Known) -> None:
    found = search(collection, 'commercial* "said that"', known)
    assert isinstance(found, Search)
    (result,) = found.page()
    text = ARTICLES["commerce"].text
    assert [text[span.start : span.end] for span in result.hits] == [
        "commercial",
        "commercial",
        "said that",
        "said, that",
    ]
    assert result.snippet is not None
    assert result.snippet.line[result.snippet.start : result.snippet.end] == "commercial"
    assert result.snippet.span == result.hits[0]


def test_what_has_no_words_has_no_hits(collection: Collection, known: Known) -> None:
    found = search(collection, "is:starred", known)
    assert isinstance(found, Search)
    (result,) = found.page()
    assert (result.hits, result.snippet, found.candidates) == ((), None, 1)


def test_furniture_is_not_searched() -> None:
    collection = Collection.memory()
    one = dated(FERRY, "a.md", None, "Gazette")
    collection.add([Imported(one, b"")])
    assert collection.matching('"outlet"') == []  # front matter
    assert collection.matching('"ferry"') == [1]


@pytest.mark.parametrize(
    ("order", "want"),
    [("newest", "commerce ferry bridge"), ("oldest", "bridge ferry commerce"), ("imported", "ferry bridge commerce")],
)
def test_orders(collection: Collection, known: Known, order: Order, want: str) -> None:
    assert names(collection, known, "the", order) == want


def test_the_most_fitting_come_first() -> None:
    collection = Collection.memory()
    often = article("Ferry, ferry, ferry.\n", "often.txt")
    once = article("A ferry among many other words that say nothing of it, and go on.\n", "once.txt")
    collection.add([Imported(each, b"") for each in (once, often)])
    found = search(collection, "ferry")
    assert isinstance(found, Search)
    assert [result.entry.path for result in found.page()] == ["often.txt", "once.txt"]
    assert [result.entry.path for result in found.page(1)] == ["often.txt"]


@given(st.text(max_size=30))
def test_any_question_is_answered_or_refused(text: str) -> None:
    collection = Collection.memory()
    collection.add([Imported(article(FERRY), b"")])
    found = search(collection, text)
    if isinstance(found, Search):
        list(found.results())


WORDS = st.sampled_from(["the", "Ferry", "ferry’s", "toll—", "“told", "naïve", "a-b", "東京", "x_y", "½", "\n\n", "ﬁt"])


@settings(max_examples=60)
@given(st.lists(WORDS, min_size=1, max_size=25), st.data())
def test_every_phrase_of_a_text_is_found_in_it(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    one = article(text)
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, min(len(words), start + 4)))
    phrase = " ".join(words[start:end]).replace("“", "").strip()
    asked = Wanted(phrase)
    if "\n" in phrase or not hits_in(text, one.body, [asked]):
        return  # across paragraphs, or in what is no article
    collection = Collection.memory()
    collection.add([Imported(one, b"")])
    if asked.match != '""':
        assert collection.matching(asked.match) == [1]
