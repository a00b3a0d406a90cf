"""One question to open articles and to the library, and the articles that the library lends."""

import asyncio
import contextlib
import pickle
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from reader.articles.article import Article
from reader.articles.build import build
from reader.compare.matcher import Matcher
from reader.compare.thresholds import Thresholds
from reader.library.collection import Collection, Imported
from reader.library.desk import Desk
from reader.library.elsewhere import Words, said_elsewhere
from reader.library.everywhere import Answer, FoundIn, Looked, Question, Shadows, everywhere, lit, shown_hit
from reader.library.frames import frame, read_frame_from
from reader.library.lent import Lent, library_shelf
from reader.library.matching import Matching
from reader.library.queries import Problem, parse_typed
from reader.library.shelf import Shelf
from reader.library.state import SessionState
from reader.library.store import Store
from reader.text.find import Query
from reader.text.spans import Span

from .texts import BRIDGE, FERRY, article

SAID = "Replacing the bridge deck will cost the council three hundred million euros before the spring of 2031"
KEPT = article(f"The ferry report\n\nThe ferry is late. {SAID}.\n", "kept.txt")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("READER_HOME", str(tmp_path))
    collection = Collection.open()
    collection.add([Imported(each, b"") for each in (KEPT, article(FERRY, "old-path.txt"))])
    collection.close()
    return tmp_path


def opened() -> list[Article]:
    return [article(FERRY, "ferry.txt"), article(BRIDGE, "bridge.txt")]


def ask(text: str, *, in_library: bool = True, looked_into: int = 0, **more: bool) -> list[Answer]:
    state = SessionState(starred=frozenset({opened()[1].id}))
    question = Question(Query(text, **more), state, in_library, looked_into=looked_into)
    return [answer for answer in everywhere(opened(), question, Shadows()) if answer is not None]


def names(answers: list[Answer]) -> str:
    known = {article(FERRY).id: "ferry", article(BRIDGE).id: "bridge", KEPT.id: "kept"}
    return " ".join(known[each.id] for each in answers if isinstance(each, FoundIn))


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("ferry", "ferry kept"),
        ("fer", "ferry kept"),
        ("fer ", ""),
        ('"ferry stop', "ferry"),
        ('"ferry stop"', ""),
        ("the toll", "bridge"),
        ("the -toll", "ferry kept"),
        ("the -toll noon", "ferry"),
        ("is:starred", "bridge"),
        ("file:kept the", "kept"),
        ("file:old-path the", ""),
        ("title:ferry", "ferry kept"),
        ("outlet:", ""),
        ("", ""),
    ],
)
def test_questions(text: str, want: str) -> None:
    assert names(ask(text)) == want


def test_the_library_only_where_it_is_asked_for() -> None:
    assert names(ask("ferry", in_library=False)) == "ferry"
    (looked,) = [each for each in ask("ferry") if isinstance(each, Looked)]
    assert looked == Looked(answering=2, looked_into=2, kept=2)


def test_more_of_the_library_is_looked_into_when_somebody_comes_to_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    collection = Collection.open()
    many = [article(f"Text {number}\n\nThe ferry, number {number}.\n", f"{number}.txt") for number in range(8)]
    collection.add([Imported(each, b"") for each in many])
    collection.close()
    monkeypatch.setattr("reader.library.everywhere.MOST", 4)
    found: list[str] = []
    for looked_into, until in ((0, 4), (4, 8), (8, 10)):
        answers = ask("ferry", looked_into=looked_into)
        (looked,) = [each for each in answers if isinstance(each, Looked)]
        assert looked == Looked(answering=10, looked_into=until, kept=10)
        found += [each.id for each in answers if isinstance(each, FoundIn)]
    assert len(found) == len(set(found))  # one that is open too comes once, with the open ones
    assert set(found) == {article(FERRY).id, KEPT.id, *(each.id for each in many)}


def test_capitals_count_where_that_is_asked_for() -> None:
    assert names(ask("FERRY", case=True)) == ""
    assert names(ask("Ferry", case=True)) == "ferry"


def test_patterns_are_looked_for_in_open_articles() -> None:
    assert names(ask(r"f\w+y", regex=True)) == "ferry"
    (problem,) = ask("(", regex=True)
    assert isinstance(problem, Problem)
    (problem,) = ask("is:blue")
    assert isinstance(problem, Problem)


def test_what_is_being_typed() -> None:
    for text, goes_on in [
        ("a bri", True),
        ("a bri ", False),
        ('"a bri', True),
        ('"a bri"', False),
        ("bri is:x", False),
    ]:
        asked = parse_typed(text.replace("is:x", "is:read"))
        assert not isinstance(asked, Problem)
        assert asked.wanted[-1].goes_on == goes_on, text


def test_the_words_around_a_hit() -> None:
    text = "front: matter\n\nOne two\nthree four five six seven eight nine ten"
    spans = [Span(text.index(word), text.index(word) + len(word)) for word in ("two", "four")]
    line = lit(text, spans, 30, text.index("One"))
    assert "".join(words for words, _ in line) == "One two three four five six seven eight nine ten"
    assert [words for words, is_hit in line if is_hit] == ["two", "four"]
    assert lit(text, (), 30) == ()


def test_what_stands_before_the_article_is_not_shown() -> None:
    one = build(f"---\noutlet: Gazette\nkind: article\n---\n\n{FERRY}", path="a.md", sha256="", markdown=True).article
    answers = everywhere([one], Question(Query("ferry stops"), in_library=False), Shadows())
    (found,) = [each for each in answers if isinstance(each, FoundIn)]
    assert found.line[0] == ("", False)
    assert "".join(words for words, _ in found.line).startswith("Ferry stops at noon The ferry")


def test_the_hit_that_shows_is_the_one_with_most_different_ones_near() -> None:
    text = f"toll {'x ' * 200} toll {'x ' * 200} toll bridge"
    spans = [Span(text.index(word, at), text.index(word, at) + len(word)) for word, at in (("toll", 0), ("toll", 10))]
    spans += [Span(text.rindex(word), text.rindex(word) + len(word)) for word in ("toll", "bridge")]
    assert shown_hit(text, spans, 60) == 2
    assert shown_hit(text, spans[:2], 60) == 0


def test_folded_texts_are_kept_up_to_a_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.library.everywhere._FOLDED", len(FERRY) + 10)
    shadows, one = Shadows(), article(FERRY)
    first = shadows.of(one)
    assert shadows.of(one) is first
    shadows.of(article(BRIDGE))
    assert shadows.of(one) is not first
    changed = replace(one, text=one.text + "More.")
    assert shadows.of(changed).text.endswith("More.")


# Who else says it


def test_open_articles_and_library_say_it() -> None:
    near = article(
        f"Another.\n\n{SAID.replace('three hundred', '300').replace('council', 'city')}, it said.\n", "near.txt"
    )
    asked = Words(SAID, "none", Thresholds())
    answers = said_elsewhere([*opened(), near], asked, Matcher(), Shadows())
    found = [each for each in answers if isinstance(each, FoundIn)]
    assert [(each.id, each.exact) for each in found] == [(near.id, False), (KEPT.id, True)]
    assert found[0].words == 17
    assert found[1].entry is not None
    besides = Words(SAID, KEPT.id, Thresholds())
    assert [each for each in said_elsewhere(opened(), besides, Matcher(), Shadows()) if isinstance(each, FoundIn)] == []


# What the library lends


def test_lent_articles_are_fetched_when_something_asks(home: Path) -> None:
    shelf = library_shelf()
    assert isinstance(shelf, Shelf)
    lent = {each.path: each for each in shelf.articles}["kept.txt"]
    assert (lent.id, lent.words, lent.particulars.title) == (KEPT.id, KEPT.words, KEPT.particulars.title)
    sent = pickle.dumps(lent)
    assert len(sent) < 500
    again = pickle.loads(sent)
    assert isinstance(again, Lent)
    assert (again.text, again.blocks, again.sha256) == (KEPT.text, KEPT.blocks, KEPT.sha256)
    changed = replace(lent, path="elsewhere.txt")
    assert pickle.loads(pickle.dumps(changed)) == replace(KEPT, path="elsewhere.txt")
    with pytest.raises(AttributeError):
        lent.colour  # type: ignore[attr-defined]  # noqa: B018


def test_what_was_forgotten_meanwhile_is_empty(home: Path) -> None:
    shelf = library_shelf("title:report")
    assert isinstance(shelf, Shelf)
    (lent,) = shelf.articles
    collection = Collection.open()
    collection.forget([KEPT.id])
    collection.close()
    assert (lent.text, lent.body, lent.particulars.title) == ("", (), KEPT.particulars.title)


def test_a_question_chooses_and_a_wrong_one_says_why() -> None:
    shelf = library_shelf('"ferry is late" -zebra')
    assert isinstance(shelf, Shelf)
    assert [each.id for each in shelf.articles] == [KEPT.id]
    assert isinstance(library_shelf("is:blue"), Problem)


# Beside the screen


async def test_the_process_answers_and_drops_what_nobody_waits_for() -> None:
    matching = Matching()
    Store.open().close()
    many = [
        article(f"Text {number}\n\nThe ferry and the bridge, number {number}.\n", f"{number}.txt")
        for number in range(300)
    ]
    try:
        asked = matching.everywhere(many, Question(Query("ferry")))
        first = await anext(asked)
        await asked.aclose()
        found = [each async for some in matching.everywhere(many[:2], Question(Query("bridge"))) for each in some]
        assert [each.id for each in found if isinstance(each, FoundIn)][:2] == [many[0].id, many[1].id]
        assert first is not None
        said = [each async for some in matching.elsewhere(opened(), Words(SAID, "", Thresholds())) for each in some]
        assert [each.id for each in said if isinstance(each, FoundIn)] == [KEPT.id]
    finally:
        await asyncio.wait_for(matching.close(), 10)


def test_a_request_that_was_dropped_is_not_worked_on() -> None:
    many = [article(f"Text {number}\n\nThe ferry, number {number}.\n", f"{number}.txt") for number in range(20)]
    question = Question(Query("ferry"), in_library=False)
    sent: list[tuple[int, str, object, Question | None]] = [(0, "hold", each, None) for each in many]
    ids = [each.id for each in many]
    sent += [(1, "everywhere", ids, question), (1, "drop", (), None), (2, "everywhere", ids[:1], question)]
    start = "from reader.library.matching_process import serve; serve()"
    command = [sys.executable, "-c", start]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(b"".join(map(frame, sent)))
        child.stdin.flush()
        come = [read_frame_from(child.stdout.fileno())[:2] for _ in range(2)]
        child.stdin.close()
    assert come == [(2, "part"), (2, "done")]


async def test_an_article_that_is_another_now_has_its_position() -> None:
    desk = Desk(Shelf((KEPT, article(FERRY))))
    assert (desk.position(KEPT.id), desk.put(KEPT), desk.position("none")) == (0, 0, None)
    assert desk.put(article(BRIDGE)) == 2
    assert desk.position(article(BRIDGE).id) == 2
    desk.articles[0] = article("Written anew.\n")
    desk.change([0])
    assert (desk.position(KEPT.id), desk.position(desk.articles[0].id)) == (None, 0)
    await desk.close()


def test_the_library_opens_newest_first_by_what_was_set_by_hand_too() -> None:
    front = "---\npublished: {0}\nkind: article\n---\n\nText of {0}.\n"
    dated = {
        day: build(front.format(day), path=f"{day}.md", sha256="", markdown=True).article
        for day in ("2020-01-01", "2024-05-06")
    }
    collection, store = Collection.open(), Store.open()
    collection.add([Imported(each, b"") for each in dated.values()])
    store.correct(article(FERRY).id, "published", "2022-01-01")
    store.close()
    collection.close()
    shelf = library_shelf()
    assert isinstance(shelf, Shelf)
    assert [each.id for each in shelf.articles] == [
        dated["2024-05-06"].id, article(FERRY).id, dated["2020-01-01"].id, KEPT.id,
    ]  # fmt: skip


async def test_a_large_library_opens_with_what_shows_and_the_rest_comes_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.library.lent.AT_ONCE", 1)
    shelf = library_shelf(begun=True)
    assert isinstance(shelf, Shelf)
    assert (len(shelf.articles), len(shelf.pending)) == (1, 1)
    desk = Desk(shelf)
    try:
        await desk.open_pending(lambda: None)
        assert [each.id for each in desk.articles] == [KEPT.id, article(FERRY).id]
        assert not any("text" in lent_fields(each) for each in desk.articles)
        assert desk.articles[1].text == FERRY
    finally:
        await asyncio.wait_for(desk.close(), 10)


def lent_fields(one: Article) -> set[str]:
    """The fields that are filled already."""
    assert isinstance(one, Lent)
    filled = set()
    for name in Article.__slots__:
        with contextlib.suppress(AttributeError):
            getattr(Article, name).__get__(one)
            filled.add(name)
    return filled
