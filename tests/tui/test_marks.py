"""Passages as marks and in words: signs of kind and voice, changed words, what a status line says of them."""

from __future__ import annotations

import pytest

from reader.compare.comparison import Alert, AlertKind, Changes, Edit, Move, Occurrence, Passage, Voice
from reader.tui.render.layers import Stretch
from reader.tui.render.marks import Marks, is_altered, kind_of, label_of, sign_of, voices_differ
from reader.tui.render.passages import passage_words, voice_words

TEXTS = ("the brass lamp burned every night", "a brass lamp burned nightly")
NAMES = ["Quay Post", "Tideland", "Harbour Office"]


def passage(*voices: Voice | None, altered: bool = False, number: int = 3) -> Passage:
    """A passage of ``brass lamp burned …``, once in each article, in these voices."""
    places = [(0, 4, 33), (1, 2, 27), (2, 40, 60)]
    found = tuple(Occurrence(*place, voice) for place, voice in zip(places, voices, strict=False))
    edits = (Edit("equal", 4, 22, 2, 20), Edit("replace", 22, 33, 20, 27)) if altered else ()
    return Passage(number, "altered" if altered else "verbatim", 6, 6.0, found, (Changes(1, 0, edits),))


@pytest.mark.parametrize(
    ("voices", "altered", "kind", "differ", "stops", "labels"),
    [
        ((None, None), False, "verbatim", False, False, ["3=", "3="]),
        ((None, None), True, "altered", False, True, ["3~", "3~"]),
        (("own", "own"), False, "verbatim", False, False, ["3=", "3="]),
        (("quoted", "quoted"), False, "quoted", False, False, ["3“", "3“"]),
        (("quoted", "quoted"), True, "quoted", False, True, ["3“~", "3“~"]),
        (("own", "attributed"), False, "verbatim", True, True, ["3=·", "3=:"]),
        (("own", "attributed"), True, "altered", True, True, ["3~·", "3~:"]),
        (("own", "quoted"), False, "verbatim", True, True, ["3=·", "3=“"]),
        (("quoted", "attributed", "own"), False, "verbatim", True, True, ["3=“", "3=:", "3=·"]),
        (("attributed", "attributed"), False, "verbatim", False, False, ["3=", "3="]),
        (("own", None), False, "verbatim", False, False, ["3=", "3="]),
        (("own", None, "quoted"), False, "verbatim", True, True, ["3=·", "3=", "3=“"]),
    ],
)
def test_kind_and_voice_have_signs(
    voices: tuple[Voice | None, ...], altered: bool, kind: str, differ: bool, stops: bool, labels: list[str]
) -> None:
    one = passage(*voices, altered=altered)
    assert kind_of(one) == kind
    assert voices_differ(one) == differ
    assert is_altered(one) == stops
    assert [label_of(one, occurrence) for occurrence in one.occurrences] == labels
    assert all(label.startswith(f"3{sign_of(one)}") for label in labels)


@pytest.mark.parametrize(
    ("voices", "words"),
    [
        (("own", "own"), ""),
        ((None, None), ""),
        (("own", None), ""),
        (("own", "attributed"), "voice: own in Quay Post, attributed in Tideland"),
        (("quoted", None, "own"), "voice: quoted in Quay Post, own in Harbour Office"),
    ],
)
def test_voices_are_said_where_they_differ(voices: tuple[Voice | None, ...], words: str) -> None:
    assert voice_words(passage(*voices), NAMES) == words


def test_a_voice_is_said_once_for_an_outlet_that_has_it_twice() -> None:
    places = (Occurrence(0, 0, 5, "own"), Occurrence(1, 0, 5, "quoted"), Occurrence(1, 9, 14, "quoted"))
    assert voice_words(Passage(1, "verbatim", 1, 1.0, places), NAMES) == "voice: own in Quay Post, quoted in Tideland"


# In words


def test_kind_changes_and_length_are_said() -> None:
    assert passage_words(passage(None, None)) == "verbatim · 6 words"
    assert passage_words(passage("quoted", "quoted")) == "quoted · 6 words"
    assert passage_words(passage(None, None, altered=True)) == "altered · 6 words"
    assert passage_words(passage(None, None, altered=True), TEXTS) == "altered: every night → nightly · 6 words"
    assert passage_words(passage("quoted", "quoted", altered=True), TEXTS) == (
        "quoted, altered: every night → nightly · 6 words"
    )


def changed(*edits: Edit, first: str, other: str) -> str:
    places = (Occurrence(0, 0, len(first)), Occurrence(1, 0, len(other)))
    return passage_words(Passage(1, "altered", 1, 1.0, places, (Changes(1, 0, edits),)), (first, other))


def test_what_was_left_out_or_put_in_has_a_dot_on_the_other_side() -> None:
    assert changed(Edit("delete", 0, 5, 0, 0), first="brass lamp", other="lamp") == "altered: brass → · · 1 word"
    assert changed(Edit("insert", 0, 0, 0, 5), first="lamp", other="brass lamp") == "altered: · → brass · 1 word"


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("number", "40 → 45 (number), a → b · 1 word"),
        ("negation", "40 → 45 (negation), a → b · 1 word"),
        ("modality", "40 → 45 (modality), a → b · 1 word"),
        ("name", "a → b, 40 → 45 · 1 word"),
    ],
)
def test_changed_numbers_and_negations_are_said_first(kind: AlertKind, words: str) -> None:
    places = (Occurrence(0, 0, 4), Occurrence(1, 0, 4))
    edits = (Edit("replace", 0, 1, 0, 1), Edit("replace", 2, 4, 2, 4))
    changes = Changes(1, 0, edits, alerts=(Alert(kind, 2, 4, 2, 4),))
    said = passage_words(Passage(1, "altered", 1, 1.0, places, (changes,)), ("a 40", "b 45"))
    assert said == f"altered: {words}"


def test_numbers_come_before_other_words_that_tell() -> None:
    places = (Occurrence(0, 0, 6), Occurrence(1, 0, 6))
    edits = (Edit("replace", 0, 3, 0, 3), Edit("replace", 4, 6, 4, 6))
    alerts = (Alert("quantity", 0, 3, 0, 3), Alert("number", 4, 6, 4, 6))
    said = passage_words(
        Passage(1, "altered", 1, 1.0, places, (Changes(1, 0, edits, alerts=alerts),)), ("all 40", "few 45")
    )
    assert said == "altered: 40 → 45 (number), all → few (quantity) · 1 word"


def test_words_that_moved_are_said_once() -> None:
    edits = (Edit("delete", 0, 6, 0, 0), Edit("equal", 6, 10, 0, 4), Edit("insert", 10, 10, 4, 10))
    places = (Occurrence(0, 0, 10), Occurrence(1, 0, 10))
    changes = Changes(1, 0, edits, moved=(Move(0, 5, 5, 10),))
    said = passage_words(Passage(1, "altered", 1, 1.0, places, (changes,)), ("today rain", "rain today"))
    assert said == "altered: moved: today · 1 word"


def test_blanks_alone_are_no_change() -> None:
    assert changed(Edit("replace", 0, 1, 0, 2), first=" lamp", other="  lamp") == "altered · 1 word"


def test_two_changes_are_said_and_the_rest_is_counted() -> None:
    edits = [Edit("replace", n, n + 1, n, n + 1) for n in range(4)]
    assert changed(*edits, first="abcd", other="efgh") == "altered: a → e, b → f and 2 more · 1 word"
    assert changed(*edits, first="aaaa", other="eeee") == "altered: a → e · 1 word"


def test_a_long_change_is_cut_and_control_characters_show_as_signs() -> None:
    assert changed(Edit("replace", 0, 60, 0, 4), first="x" * 60, other="\x1b[2J") == (
        f"altered: {'x' * 27}… → ␛[2J · 1 word"
    )


# In the text


def test_marks_are_those_of_one_article_in_order_of_their_place() -> None:
    late = Passage(2, "verbatim", 1, 1.0, (Occurrence(0, 50, 60), Occurrence(1, 0, 9)))
    marks = Marks([late, passage("own", "attributed")], 0, " " * 80)
    assert [(mark.start, mark.end, mark.passage, mark.label, mark.kind) for mark in marks.marks] == [
        (4, 33, 1, "3=·", "verbatim"), (50, 60, 0, "2=", "verbatim"),
    ]  # fmt: skip
    assert [mark.passage for mark in marks.in_row(0, 4)] == []
    assert [mark.passage for mark in marks.in_row(32, 51)] == [1, 0]
    assert [mark.passage for mark in marks.in_row(33, 50)] == []
    assert [mark.start for mark in marks.of_passage(0)] == [50]
    assert not Marks([late], 2).marks


def test_the_changed_words_of_both_sides_are_marked_without_blanks_around_them() -> None:
    first, other = "the old brass lamp", "the new brass lamp"
    places = (Occurrence(0, 0, 18), Occurrence(1, 0, 18))
    edits = (Edit("equal", 0, 3, 0, 3), Edit("replace", 3, 8, 3, 8), Edit("delete", 8, 14, 8, 8))
    one = Passage(1, "altered", 3, 3.0, places, (Changes(1, 0, edits),))
    assert Marks([one], 0, first).changed.touching(0, 20) == [Stretch(4, 7, "changed"), Stretch(8, 13, "changed")]
    assert Marks([one], 1, other).changed.touching(0, 20) == [Stretch(4, 7, "changed")]


def test_words_that_only_differ_in_marks_are_not_changed() -> None:
    one = passage(None, None)
    edits = (Edit("replace", 4, 9, 2, 7),)
    verbatim = Passage(1, "verbatim", 6, 6.0, one.occurrences, (Changes(1, 0, edits),))
    assert not Marks([verbatim], 0, TEXTS[0]).changed


def test_the_passage_that_is_visited_is_lifted_out() -> None:
    marks = Marks([passage("own", "attributed")], 0, TEXTS[0])
    assert not marks.now(None)
    assert marks.now(0).touching(0, 40) == [Stretch(4, 33, "now")]
    assert marks.now(0, with_kind=True).touching(0, 40) == [Stretch(4, 33, "verbatim now")]
