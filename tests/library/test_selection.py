"""Which articles are listed, and in what order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles.article import Article, Particulars
from reader.library.queries import Asked, parse_typed
from reader.library.selection import Arrangement, Order, arrange
from reader.library.state import SessionState


def article(id: str, title: str | None, outlet: str | None, published: str | None, words: int) -> Article:
    kind = "digest" if id == "d" else "article"
    about = Particulars(
        title=title, outlet=outlet, published=published, kind=kind, byline="José Núñez" if id == "a" else None
    )
    return Article(id=id, path=f"texts/{id}.txt", text="", particulars=about, words=words)


SHELF = [
    article("a", "The “Ferry” Stops", "Averin Gazette", "2024-03-03", 300),
    article("b", "Bridge toll approved", "Trade Courier", None, 900),
    article("c", "Élan on the north bank", None, "2024-01-01", 100),
    article("d", "bridge toll rejected", "averin explained", "2025-01-01", 500),
]
STATE = SessionState(frozenset("ab"), frozenset("b"), ("d", "a"), {"a": ("Airport",)}, frozenset("c"))


def listed(text: str) -> str:
    parsed = parse_typed(text)
    assert isinstance(parsed, Asked)
    return "".join(SHELF[place].id for place in arrange(SHELF, STATE, parsed))


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("", "abcd"),
        ("   ", "abcd"),
        ("bridge", "bd"),
        ("BRIDGE toll", "bd"),
        ("bridge -rejected", "b"),
        ('"toll approved"', "b"),
        ('"toll app', "b"),
        ('"ferry"', "a"),
        ("elan", "c"),
        ("nunez", "a"),
        ("texts/c", "c"),
        ("outlet:averin", "ad"),
        ("-outlet:averin", "bc"),
        ('outlet:"averin gaz"', "a"),
        ("title:averin", ""),
        ("file:d.txt", "d"),
        ("byline:jose", "a"),
        ("is:read", "ab"),
        ("is:unread", "cd"),
        ("is:u", "cd"),
        ("-is:read", "cd"),
        ("is:starred", "b"),
        ("is:marked", "ad"),
        ("is:digest", "d"),
        ("is:undated", "b"),
        ("kind:dig", "d"),
        ("is:marked outlet:averin -kind:digest ferry", "a"),
        ("is:", "abcd"),
        ("outlet:", "abcd"),
        ("-", "abcd"),
        ("toll:", "bd"),
        ("author:jose", "a"),
        ("tag:port", "a"),
        ("-tag:port", "bcd"),
        ("after:2024", "acd"),
        ("after:2024 before:2025", "ac"),
        ("before:2024-03-03", "c"),
        ("after:20", "abcd"),
        ("after:2024-03-0", "ad"),
        ("“toll app”", "b"),
        ("«toll app»", "b"),
        ("https://elsewhere", ""),
        ("ridge*", "bd"),
        ("is:tagged", "a"),
        ("is:noted", "c"),
        ("nothing like it", ""),
    ],
)
def test_filters(text: str, ids: str) -> None:
    assert listed(text) == ids


@pytest.mark.parametrize(
    ("by", "descending", "ids"),
    [
        ("opened", False, "abcd"),
        ("opened", True, "dcba"),
        ("date", False, "cadb"),
        ("date", True, "dacb"),
        ("title", False, "bdca"),
        ("outlet", False, "dabc"),
        ("outlet", True, "badc"),
        ("words", False, "cadb"),
        ("words", True, "bdac"),
    ],
)
def test_orders(by: Order, descending: bool, ids: str) -> None:
    places = arrange(SHELF, STATE, order=Arrangement(by, descending))
    assert "".join(SHELF[place].id for place in places) == ids


def test_the_article_being_read_stays() -> None:
    parsed = parse_typed("is:unread")
    assert isinstance(parsed, Asked)
    assert arrange(SHELF, STATE, parsed, keep="a") == (0, 2, 3)
    assert arrange(SHELF, STATE, parsed, keep="gone") == (2, 3)


@given(st.text())
def test_any_text_is_a_filter_or_a_problem(text: str) -> None:
    parsed = parse_typed(text)
    if isinstance(parsed, Asked):
        arrange(SHELF, STATE, parsed)
    else:
        assert parsed.sentence.endswith(".")


def test_state_changes_are_new_values() -> None:
    start = SessionState()
    done = start.with_read("a").with_starred("a").with_mark_toggled("b").with_mark_toggled("a")
    assert start == SessionState()
    assert (done.read, done.starred, done.marks) == (frozenset("a"), frozenset("a"), ("b", "a"))
    assert (done.mark_of("b"), done.mark_of("a"), done.mark_of("c")) == ("A", "B", None)
    assert done.with_mark_toggled("b").mark_of("a") == "A"
    assert done.with_read("a", False).read == frozenset()
    assert done.with_starred("a", False).starred == frozenset()
    assert done.with_read("xy").read == frozenset("axy")
    assert done.with_marks("xyx").marks == ("x", "y")
