"""A file that was written anew keeps what was done to it; one that was replaced by another article does not."""

from pathlib import Path

from reader.library.sketch import NEAR, likeness, sketch
from reader.library.store import Store
from reader.text.spans import Span

from .texts import BRIDGE, FERRY, article

LONGER = FERRY + "\nOn Tuesday the ferry ran again, but nobody came to the landing before nine.\n"


def test_what_was_done_goes_over_to_the_new_text(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "kept.sqlite")
    before = article(FERRY)
    store.meet([before])
    place = FERRY.index("The crews")
    store.set_starred([before.id])
    store.set_tags([before.id], ["later"])
    store.set_marks(["x", before.id])
    store.keep_place(before.id, place, FERRY[place : place + 40])
    store.correct(before.id, "outlet", "Averin Gazette")
    at = FERRY.index("nobody was told")
    store.add_note(before, "Really?", Span(at, at + 15))
    after = article("Updated at five.\n\n" + LONGER)
    store.close()
    store = Store.open(tmp_path / "kept.sqlite")
    assert store.meet([after]) == [after.id]
    assert "carried over" in store.notices[0]
    state = store.state()
    assert after.id in state.starred
    assert state.marks == ("x", after.id)
    assert store.tags()[after.id] == ("later",)
    kept = store.place(after.id)
    assert kept is not None
    assert after.text[kept:].startswith("The crews")
    (placed,) = store.notes.placed(after)
    assert placed.span is not None
    assert after.text[placed.span.start : placed.span.end] == "nobody was told"
    assert store.correction(after.id).particulars == {"outlet": "Averin Gazette"}
    assert store.meet([after]) == []
    assert len(store.notes.of(after.id)) == 1


def test_another_article_under_the_same_name_begins_with_nothing(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "kept.sqlite")
    before, other, elsewhere = article(FERRY), article(BRIDGE), article(LONGER, "b.txt")
    store.meet([before])
    store.set_starred([before.id])
    assert store.meet([other, elsewhere]) == []
    assert store.notices == []
    assert store.state().starred == {before.id}


def test_a_moved_file_keeps_everything(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "kept.sqlite")
    before, moved = article(FERRY, "a.txt"), article(FERRY, "elsewhere/b.txt")
    store.meet([before])
    store.set_starred([before.id])
    assert store.meet([moved]) == []
    assert moved.id in store.state().starred


def test_standard_input_has_no_name_to_be_known_by(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "kept.sqlite")
    before, after = article(FERRY, "-"), article(LONGER, "-")
    store.meet([before])
    store.set_starred([before.id])
    assert store.meet([after]) == []


def test_sketches_tell_how_much_is_the_same() -> None:
    words = [f"word{number * 7919 % 1000}" for number in range(600)]
    text = " ".join(words)
    one = sketch(text)
    assert likeness(one, sketch(text.upper().replace(" ", "\n"))) == 1.0
    assert likeness(one, sketch(" ".join(words[::-1]))) < 0.1
    cut = likeness(one, sketch(" ".join(words[:300])))
    assert 0.3 < cut < 0.7  # half of what both have together
    every_twentieth = " ".join(f"other{at}" if at % 20 == 0 else word for at, word in enumerate(words))
    assert likeness(one, sketch(every_twentieth)) > NEAR
    assert likeness(sketch(""), one) == likeness(b"", b"") == 0.0
