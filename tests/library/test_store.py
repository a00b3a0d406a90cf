"""What the user did is kept, found again, and can be taken back."""

import os
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from reader.articles.corrections import Correction, fingerprint
from reader.library.store import Store
from reader.library.undo import STEPS
from reader.text.spans import Span

from .texts import FERRY, article


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "kept.sqlite"


def again(store: Store) -> Store:
    """The library as the next session finds it."""
    assert store.database.path is not None
    store.close()
    return Store.open(store.database.path)


def test_nothing_is_created_before_something_is_kept(path: Path) -> None:
    store = Store.open(path)
    assert (store.state().read, store.tags(), store.place("a"), store.setting("theme", "dark")) == (
        frozenset(),
        {},
        None,
        "dark",
    )
    assert store.undo() is None
    store.close()
    assert not path.parent.exists()
    store = Store.open(path)
    assert store.set_starred(["a"])
    assert path.exists()
    assert store.notices == []


def test_all_of_it_is_there_in_the_next_session(path: Path) -> None:
    store = Store.open(path)
    ferry = article(FERRY)
    store.meet([ferry])
    store.set_read([ferry.id, "b"])
    store.set_starred(["b"])
    store.set_marks(["c", ferry.id, "c"])
    store.set_tags([ferry.id, "b"], ["to  check ", "later", " "])
    store.set_tags(["b"], remove=["later"])
    store.keep_place(ferry.id, 17, "ferry")
    store.keep_setting("paths", ["x", "y"])
    store.keep_setting("measure", 72)
    store.watch("/somewhere")
    store.pair([("b", "a")], False)
    store = again(store)
    state = store.state()
    assert (set(state.read), set(state.starred), state.marks) == ({ferry.id, "b"}, {"b"}, ("c", ferry.id))
    assert store.tags() == {ferry.id: ("later", "to check"), "b": ("to check",)}
    assert store.place(ferry.id) == 17
    assert store.place("b") is None
    assert (store.setting("paths"), store.setting("measure"), store.setting("other")) == (["x", "y"], 72, None)
    assert store.watched() == [os.path.abspath("/somewhere")]
    assert store.pairings() == {("a", "b"): False}
    store.pair([("a", "b")], None)
    store.watch("/somewhere", False)
    assert (store.pairings(), store.watched()) == ({}, [])


def test_corrections(path: Path) -> None:
    store = Store.open(path)
    ferry = article(FERRY)
    last = fingerprint(ferry, len(ferry.blocks) - 1)
    store.correct(ferry.id, "outlet", "Averin Gazette")
    store.correct(ferry.id, "title", None)
    store.judge(ferry.id, last, "furniture")
    store = again(store)
    assert store.correction(ferry.id) == Correction({last: "furniture"}, {"outlet": "Averin Gazette", "title": None})
    assert store.corrections() == {ferry.id: store.correction(ferry.id)}
    store.judge(ferry.id, last, None)
    assert store.correction(ferry.id) == Correction({}, {"outlet": "Averin Gazette", "title": None})
    with pytest.raises(ValueError, match="colour"):
        store.correct(ferry.id, "colour", "red")


def test_notes(path: Path) -> None:
    store = Store.open(path)
    ferry = article(FERRY)
    at = FERRY.index("nobody was told")
    on_all = store.add_note(ferry, "Ask the harbour.")
    highlight = store.add_note(ferry, span=Span(at, at + 15))
    store = again(store)
    placed = store.notes.placed(ferry)
    assert [(each.note.words, each.span, each.is_lost) for each in placed] == [
        ("Ask the harbour.", None, False),
        ("", Span(at, at + 15), False),
    ]
    assert [note.is_highlight for note in store.notes.of(ferry.id)] == [False, True]
    store.notes.change(highlight.id, "Who was?")
    store.notes.remove(on_all.id)
    assert [note.words for note in store.notes.all()] == ["Who was?"]
    assert store.notes.counts() == {ferry.id: 1}
    assert [store.undo().what for _ in range(2)] == ["the removal of a note", "the change of a note"]  # type: ignore[union-attr]
    assert [note.words for note in store.notes.of(ferry.id)] == ["Ask the harbour.", ""]
    undone = store.undo()
    assert undone is not None
    assert (undone.what, undone.articles) == ("the highlight", (ferry.id,))


def test_twenty_steps_can_be_taken_back_also_in_the_next_session(path: Path) -> None:
    store = Store.open(path)
    for number in range(STEPS + 3):
        store.set_starred([f"{number:02}"])
    store = again(store)
    taken: list[str] = []
    while undone := store.undo():
        taken += undone.articles
    assert taken == [f"{number:02}" for number in reversed(range(3, STEPS + 3))]
    assert store.state().starred == {"00", "01", "02"}


def test_what_cannot_be_taken_back_leaves_the_steps_alone(path: Path) -> None:
    store = Store.open(path)
    store.set_starred(["a"])
    store.set_read(["a"], undoable=False)
    store.keep_place("a", 3)
    store.keep_setting("theme", "light")
    assert store.undoable() == "1 article starred"
    store.undo()
    assert (set(store.state().read), store.place("a"), store.undoable()) == ({"a"}, 3, None)


def test_another_process_is_seen_and_its_steps_are_not_taken_back(path: Path) -> None:
    store = Store.open(path)
    store.set_starred(["a"])
    other = Store.open(path)
    before = store.changed()
    other.set_starred(["b"])
    assert store.changed() != before
    assert store.state().starred == {"a", "b"}
    assert store.undo().articles == ("a",)  # type: ignore[union-attr]
    assert store.undo() is None
    assert store.state().starred == {"b"}
    assert other.undo().articles == ("b",)  # type: ignore[union-attr]


def test_any_text_can_be_kept(path: Path) -> None:
    store = Store.open(path)
    odd = article("Words \ud800 and \x00 more \U0010ffff words\n", path="caf\udce9.txt")
    store.meet([odd])
    store.set_tags([odd.id], ["\udfff tag\x00"])
    note = store.add_note(odd, "a \ud83d b", Span(0, 12))
    store.correct(odd.id, "title", "\udc00")
    store = again(store)
    assert store.tags() == {odd.id: ("\udfff tag\x00",)}
    assert store.notes.of(odd.id) == [note]
    assert store.notes.placed(odd)[0].span == Span(0, 12)
    assert store.correction(odd.id).particulars == {"title": "\udc00"}
    assert [store.undo().what for _ in range(2)] == ["the title", "the new note"]  # type: ignore[union-attr]


class Session(RuleBasedStateMachine):
    """A library in use against plain sets: stars, tags, marks, undo, and new sessions in between."""

    ids = Bundle("ids")

    def __init__(self) -> None:
        super().__init__()
        import tempfile

        self.folder = tempfile.TemporaryDirectory()
        self.store = Store.open(Path(self.folder.name) / "kept.sqlite")
        self.now: tuple[frozenset[str], frozenset[tuple[str, str]], tuple[str, ...]] = (frozenset(), frozenset(), ())
        self.before: list[tuple[frozenset[str], frozenset[tuple[str, str]], tuple[str, ...]]] = []

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()

    @rule(target=ids, id=st.sampled_from("abcdef"))
    def an_article(self, id: str) -> str:
        return id

    @rule(id=ids, starred=st.booleans())
    def star(self, id: str, starred: bool) -> None:
        self.before.append(self.now)
        self.store.set_starred([id], starred)
        stars = self.now[0] | {id} if starred else self.now[0] - {id}
        self.now = (stars, *self.now[1:])

    @rule(id=ids, add=st.sampled_from("xyz"), remove=st.sampled_from("xyz"))
    def tag(self, id: str, add: str, remove: str) -> None:
        self.before.append(self.now)
        self.store.set_tags([id], [add], [remove])
        self.now = (self.now[0], self.now[1] - {(id, remove)} | {(id, add)}, self.now[2])

    @rule(marks=st.lists(ids, unique=True))
    def mark(self, marks: list[str]) -> None:
        self.before.append(self.now)
        self.store.set_marks(marks)
        self.now = (*self.now[:2], tuple(marks))

    @rule()
    def undo(self) -> None:
        undone = self.store.undo()
        assert (undone is None) == (not self.before)
        if self.before:
            self.now = self.before.pop()

    @rule()
    def another_session(self) -> None:
        self.store = again(self.store)

    @invariant()
    def it_is_as_it_should_be(self) -> None:
        self.before = self.before[-STEPS:]
        state = self.store.state()
        tags = frozenset((id, tag) for id, held in self.store.tags().items() for tag in held)
        assert (state.starred, tags, state.marks) == self.now


TestSession = Session.TestCase
TestSession.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)


def test_what_is_read_is_looked_up_for_a_few_articles_alone() -> None:
    store = Store.memory()
    store.set_read(["a", "b", "c"])
    store.set_starred(["b"])
    assert store.state(["a", "b", "x"]).read == {"a", "b"}
    assert store.state(["a"]).starred == set()
    assert store.state().read == {"a", "b", "c"}
    assert store.state([*map(str, range(1000)), "c"]).read >= {"c"}
