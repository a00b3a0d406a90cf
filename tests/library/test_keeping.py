"""What is done to the articles of a session holds in it, is written down, and holds again in the next one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.articles.article import Article
from reader.articles.build import build
from reader.library.keeping import Keeping
from reader.library.store import Store

from .texts import BRIDGE, FERRY, TOKYO, article

SIGN_UP = "Tide tables\n\nThe keel was laid at noon.\n\nSign up for our newsletter.\n\nThe mast came later.\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept.sqlite"


class Session:
    """One run of the program: its articles, and what is kept about them."""

    def __init__(self, store: Store | None, *articles: Article) -> None:
        self.articles = list(articles)
        self.keeping = Keeping(self.articles)
        self.changed = self.keeping.connect(store) if store is not None else []

    def kinds(self, at: int = 0) -> list[str]:
        return [block.kind for block in self.articles[at].blocks]


def three() -> list[Article]:
    return [article(FERRY, "ferry.txt"), article(BRIDGE, "bridge.txt"), article(TOKYO, "tokyo.txt")]


class Opener:
    """Opens sessions on one file, one after the other."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._last: Session | None = None

    def __call__(self, *articles: Article) -> Session:
        self.close()
        self._last = Session(Store.open(self._path), *(articles or three()))
        return self._last

    def close(self) -> None:
        if self._last is not None:
            self._last.keeping.close()
            self._last = None


@pytest.fixture
def open_session(path: Path) -> Iterator[Opener]:
    opener = Opener(path)
    yield opener
    opener.close()


# Without a store


def test_without_a_store_read_stars_and_marks_hold_for_the_session() -> None:
    session = Session(None, *three())
    keeping = session.keeping
    keeping.set_read(0)
    keeping.toggle_star(1)
    keeping.toggle_mark(2)
    keeping.toggle_mark(0)
    ids = [each.id for each in session.articles]
    assert keeping.state.read == {ids[0]}
    assert keeping.state.starred == {ids[1]}
    assert keeping.state.marks == (ids[2], ids[0])
    assert (keeping.place(0), keeping.undo(), keeping.notices()) == (None, None, [])
    keeping.keep_place(0, 12)
    keeping.close()


def test_without_a_store_a_correction_holds_for_the_session() -> None:
    session = Session(None, *three())
    session.keeping.correct(0, "outlet", "Quay Post")
    assert session.articles[0].particulars.outlet == "Quay Post"


def test_without_a_store_a_verdict_holds_for_the_session() -> None:
    session = Session(None, *three())
    session.keeping.judge(0, 1, "furniture")
    assert session.kinds()[1] == "furniture"


# The store comes late


def test_what_was_read_before_the_store_came_is_written(path: Path) -> None:
    session = Session(None, *three())
    session.keeping.set_read(1)
    session.keeping.connect(Store.open(path))
    session.keeping.close()
    assert Store.open(path).state().read == {session.articles[1].id}


def test_what_came_about_by_reading_is_no_step_to_take_back(path: Path) -> None:
    session = Session(None, *three())
    session.keeping.set_read(1)
    session.keeping.connect(Store.memory())
    session.keeping.set_read(0)
    assert session.keeping.undo() is None
    assert len(session.keeping.state.read) == 2


def test_a_star_set_before_the_store_came_is_written(path: Path) -> None:
    session = Session(None, *three())
    session.keeping.toggle_star(1)
    session.keeping.connect(Store.open(path))
    session.keeping.close()
    assert Store.open(path).state().starred == {session.articles[1].id}


def test_marks_set_before_the_store_came_are_written(path: Path) -> None:
    session = Session(None, *three())
    session.keeping.toggle_mark(1)
    session.keeping.connect(Store.open(path))
    session.keeping.close()
    assert Store.open(path).state().marks == (session.articles[1].id,)


def test_an_article_read_before_the_store_came_is_known_by_its_path(path: Path) -> None:
    session = Session(None, *three())
    session.keeping.set_read(1)
    session.keeping.connect(Store.open(path))
    session.keeping.close()
    store = Store.open(path)
    assert store.database.rows("SELECT article FROM known") == [(session.articles[1].id,)]


def test_what_was_kept_and_what_was_done_before_hold_together() -> None:
    store = Store.memory()
    ids = [each.id for each in three()]
    store.set_read([ids[0]])
    store.set_starred([ids[0]])
    store.set_marks([ids[2], ids[1]])
    session = Session(None, *three())
    session.keeping.set_read(1)
    session.keeping.toggle_star(1)
    session.keeping.connect(store)
    assert session.keeping.state.read == {ids[0], ids[1]}
    assert session.keeping.state.starred == {ids[0], ids[1]}
    assert session.keeping.state.marks == (ids[2], ids[1])


def test_marks_of_this_session_win_over_those_of_the_last() -> None:
    store = Store.memory()
    ids = [each.id for each in three()]
    store.set_marks([ids[2], ids[1]])
    session = Session(None, *three())
    session.keeping.toggle_mark(0)
    session.keeping.connect(store)
    assert session.keeping.state.marks == (ids[0],)


# The next session


def test_read_stars_marks_and_places_are_there_in_the_next_session(open_session: Opener) -> None:
    first = open_session()
    first.keeping.set_read(0)
    first.keeping.toggle_read(2)
    first.keeping.toggle_star(1)
    first.keeping.toggle_mark(2)
    first.keeping.toggle_mark(0)
    first.keeping.keep_place(1, 17)
    ids = [each.id for each in first.articles]
    second = open_session()
    assert second.keeping.state.read == {ids[0], ids[2]}
    assert second.keeping.state.starred == {ids[1]}
    assert second.keeping.state.marks == (ids[2], ids[0])
    assert [second.keeping.place(at) for at in range(3)] == [None, 17, None]
    assert second.changed == []


def test_what_was_taken_off_again_does_not_come_back(open_session: Opener) -> None:
    first = open_session()
    for _ in range(2):
        first.keeping.toggle_read(0)
        first.keeping.toggle_star(1)
        first.keeping.toggle_mark(2)
    first.keeping.toggle_mark(0)
    first.keeping.clear_marks()
    state = open_session().keeping.state
    assert (state.read, state.starred, state.marks) == (frozenset(), frozenset(), ())


def test_corrections_are_there_in_the_next_session(open_session: Opener) -> None:
    first = open_session(article(SIGN_UP))
    assert first.kinds()[2] == "furniture"
    first.keeping.correct(0, "outlet", "Quay Post")
    first.keeping.correct(0, "title", None)
    first.keeping.judge(0, 1, "furniture")
    first.keeping.judge(0, 2, first.keeping.kind_turned(0, 2))
    assert first.kinds()[1:3] == ["furniture", "paragraph"]
    second = open_session(article(BRIDGE), article(SIGN_UP))
    assert second.changed == [1]
    assert second.articles[1] == first.articles[0]
    assert second.articles[1].particulars.outlet == "Quay Post"
    assert second.articles[1].particulars.title is None
    assert second.articles[0] == article(BRIDGE)


def test_articles_that_come_later_are_as_they_were_left(open_session: Opener) -> None:
    first = open_session()
    first.keeping.set_read(1)
    first.keeping.toggle_star(1)
    first.keeping.correct(1, "byline", "Ada Quill")
    second = open_session(article(FERRY))
    later = article(BRIDGE, "bridge.txt")
    second.articles.append(later)
    assert second.keeping.meet([later]) == [1]
    assert second.keeping.state.read == second.keeping.state.starred == {later.id}
    assert second.articles[1].particulars.byline == "Ada Quill"


def test_articles_that_come_later_have_their_marks(open_session: Opener) -> None:
    first = open_session()
    first.keeping.toggle_mark(1)
    first.keeping.toggle_mark(0)
    marks = first.keeping.state.marks
    second = open_session(article(FERRY, "ferry.txt"))
    later = article(BRIDGE, "bridge.txt")
    second.articles.append(later)
    second.keeping.meet([later])
    assert second.keeping.state.marks == marks


def test_meeting_articles_without_a_store_changes_nothing() -> None:
    session = Session(None, *three())
    assert session.keeping.meet(session.articles) == []


# Articles that are not open


def test_an_article_that_is_not_open_is_left_alone(open_session: Opener) -> None:
    first = open_session()
    first.keeping.set_read(2)
    first.keeping.toggle_star(2)
    first.keeping.correct(2, "outlet", "Quay Post")
    first.keeping.keep_place(2, 3)
    absent = first.articles[2]
    second = open_session(*three()[:2])
    assert (second.keeping.state.read, second.keeping.state.starred) == (frozenset(), frozenset())
    second.keeping.toggle_star(0)
    second.keeping.toggle_read(1)
    third = open_session()
    assert third.keeping.state.read == {absent.id, third.articles[1].id}
    assert third.keeping.state.starred == {absent.id, third.articles[0].id}
    assert third.articles[2] == absent
    assert third.keeping.place(2) == 3


def test_a_mark_of_an_article_that_is_not_open_shows_nowhere_and_stays(open_session: Opener) -> None:
    first = open_session()
    first.keeping.toggle_mark(2)
    first.keeping.toggle_mark(0)
    second = open_session(*three()[:2])
    assert second.keeping.state.marks == (second.articles[0].id,)
    assert second.keeping.state.mark_of(second.articles[0].id) == "A"
    assert open_session().keeping.state.marks == first.keeping.state.marks


def test_marking_leaves_the_marks_of_articles_that_are_not_open(open_session: Opener) -> None:
    first = open_session()
    first.keeping.toggle_mark(2)
    second = open_session(*three()[:2])
    second.keeping.toggle_mark(0)
    assert first.articles[2].id in open_session().keeping.state.marks


# Corrections


def test_a_particular_is_set_set_to_unknown_and_known_to_be_corrected() -> None:
    session = Session(Store.memory(), *three())
    session.keeping.correct(0, "published", "2031-04-09")
    session.keeping.correct(0, "title", None)
    assert session.articles[0].particulars.published == "2031-04-09"
    assert session.articles[0].particulars.title is None
    assert set(session.keeping.correction(0).particulars) == {"published", "title"}
    assert session.keeping.correction(1).particulars == {}
    session.keeping.correct(0, "title", "Ferry stops")
    assert session.articles[0].particulars.title == "Ferry stops"
    assert not session.articles[0].particulars.title_guessed


def test_a_correction_never_changes_text_or_identity() -> None:
    session = Session(Store.memory(), article(SIGN_UP))
    before = session.articles[0]
    session.keeping.correct(0, "outlet", "Quay Post")
    session.keeping.judge(0, 1, "furniture")
    after = session.articles[0]
    assert (after.text, after.id, after.path, after.sha256) == (before.text, before.id, before.path, before.sha256)
    assert after.words < before.words


def test_a_verdict_turned_twice_is_what_the_program_held_it_for() -> None:
    session = Session(Store.memory(), article(SIGN_UP))
    before = session.articles[0]
    for at in (1, 2):
        for _ in range(2):
            session.keeping.judge(0, at, session.keeping.kind_turned(0, at))
    assert session.articles[0] == before
    assert session.keeping.correction(0).verdicts == {}


def test_what_was_furniture_is_a_paragraph_where_no_other_kind_is_known() -> None:
    session = Session(Store.memory(), article(SIGN_UP))
    assert session.keeping.kind_turned(0, 2) == "paragraph"
    assert session.keeping.kind_turned(0, 1) == "furniture"


def test_what_was_a_heading_is_one_again_in_the_next_session(open_session: Opener) -> None:
    text = "# Tide tables\n\nThe keel was laid at noon.\n\n## The mast\n\nIt came later."
    page = build(text, path="a.md", sha256="", markdown=True).article
    first = open_session(page)
    assert first.kinds()[2] == "heading"
    first.keeping.judge(0, 2, "furniture")
    second = open_session(page)
    assert second.kinds()[2] == "furniture"
    assert second.keeping.kind_turned(0, 2) == "heading"
    second.keeping.judge(0, 2, "heading")
    assert second.articles[0] == page


# Taking back


def test_steps_are_taken_back_in_turn_and_named() -> None:
    session = Session(Store.memory(), *three())
    keeping = session.keeping
    before = list(session.articles)
    keeping.toggle_star(0)
    keeping.toggle_read(1)
    keeping.toggle_mark(2)
    keeping.correct(0, "outlet", "Quay Post")
    keeping.judge(1, 1, "furniture")
    assert keeping.undo() == ("the verdict on a block", [1])
    assert session.articles[1] == before[1]
    assert session.articles[0] != before[0]
    assert keeping.undo() == ("the outlet", [0])
    assert session.articles == before
    assert keeping.undo() == ("the marks", [])
    assert keeping.state.marks == ()
    assert keeping.undo() == ("1 article read", [])
    assert keeping.state.read == frozenset()
    assert keeping.undo() == ("1 article starred", [])
    assert keeping.state.starred == frozenset()
    assert keeping.undo() is None


def test_a_step_of_the_session_before_is_taken_back(open_session: Opener) -> None:
    open_session().keeping.correct(0, "outlet", "Quay Post")
    second = open_session()
    assert second.keeping.undo() == ("the outlet", [0])
    assert second.articles[0] == three()[0]
    assert open_session().changed == []


def test_taking_back_what_was_done_to_an_article_that_is_not_open_moves_nothing_here(open_session: Opener) -> None:
    open_session().keeping.correct(2, "outlet", "Quay Post")
    second = open_session(*three()[:2])
    assert second.keeping.undo() == ("the outlet", [])
    assert second.articles == three()[:2]


def test_notices_of_the_store_are_told_once(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    session = Session(Store.open(tmp_path / "file" / "kept.sqlite"), *three())
    session.keeping.toggle_star(0)
    told = session.keeping.notices()
    assert told
    assert session.keeping.notices() == []
    assert session.keeping.state.starred == {session.articles[0].id}


def test_the_article_that_was_left_open_is_asked_for_once(open_session: Opener) -> None:
    assert open_session().keeping.left_open() is None
    open_session().keeping.leave_open(1)
    assert open_session().keeping.left_open() == 1
    assert open_session().keeping.left_open() is None


def test_an_article_that_was_left_open_and_is_not_there_now_is_forgotten(open_session: Opener) -> None:
    open_session().keeping.leave_open(1)
    assert open_session(article(FERRY, "ferry.txt")).keeping.left_open() is None
    assert open_session().keeping.left_open() is None
