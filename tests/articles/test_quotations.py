"""Quotations are the words between marks, exactly, and damage stays in its paragraph."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles.article import Quotation
from reader.articles.build import article_from_text


def quotations(text: str) -> tuple[Quotation, ...]:
    return article_from_text(text, path="p", sha256="s", markdown=False).quotations


def words(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We waited,” said Ada Quill.", ["We waited,"]),
        ('"We waited," said Ada Quill.', ["We waited,"]),
        ('Ada Quill: "We waited." Nobody else did.', ["We waited."]),
        ("« Nous avons attendu », dit-elle.", [" Nous avons attendu "]),
        ("»Wir haben gewartet«, sagte sie.", ["Wir haben gewartet"]),
        ("„Wir haben gewartet“, sagte sie.", ["Wir haben gewartet"]),
        ("„Czekaliśmy”, powiedziała.", ["Czekaliśmy"]),
        ("”Vi väntade”, sade hon.", ["Vi väntade"]),
        ("彼女は「待っていた『ずっと』よ」と言った。", ["待っていた『ずっと』よ"]),
        ("「船が「全部」止まった」と彼女は言った。", ["船が「全部」止まった"]),
        ("The ‘temporary’ landing is forty years old.", ["temporary"]),
        ("‘We waited,’ said Ada Quill, ‘and nobody came.’", ["We waited,", "and nobody came."]),
        ("‘The crews’ boats aren’t sound,’ she said.", ["The crews’ boats aren’t sound,"]),
        ("He called it 'a scandal' and left.", ["a scandal"]),
        ("She said: “He told me ‘go home’ and left.”", ["He told me ‘go home’ and left."]),
        ("“One,” “two” and “three” were the boats’ names.", ["One,", "two", "three"]),
        ("(“In brackets”) and—“after a dash”—too.", ["In brackets", "after a dash"]),
        ("“…and so on,” she said.", ["…and so on,"]),
        ("The crews’ boats, the harbour’s rules, rock ’n’ roll, the ’90s: it’s fine.", []),
        ("The crews' boats, '90s rules, rock 'n' roll and 'tis.", []),
        ('A 6" pipe and a 3\'4" plank.', []),
        ("No marks at all.", []),
        ("“”", []),
    ],
)
def test_words_between_marks(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_split_statement_is_one() -> None:
    found = quotations("“We waited,” said Ada Quill, “because we must.” “Go home,” Bo said. “Now.”")
    assert [q.statement for q in found] == [1, 1, 2, 2]


def test_a_list_of_words_is_no_statement() -> None:
    assert [q.statement for q in quotations("They painted “Ada,” “Bo,” and, later, “Cy” on the hull.")] == [1, 2, 3]


def test_a_statement_over_paragraphs_is_one() -> None:
    text = "“We waited all day.\n\n“Nobody came,” said Ada Quill.\n\n“Go home,” said Bo."
    found = quotations(text)
    assert [(q.statement, q.flags) for q in found] == [(1, ("continues",)), (1, ()), (2, ())]
    assert [text[q.start : q.end] for q in found] == ["We waited all day.", "Nobody came,", "Go home,"]


@pytest.mark.parametrize(
    ("text", "expected", "flags"),
    [
        ("We waited all day,” said Ada Quill.", "We waited all day,", ("inferred-open",)),
        ("“We waited all day, said Ada Quill.", "We waited all day,", ("unclosed",)),
        ("“We waited all day and nobody came", "We waited all day and nobody came", ("unclosed",)),
    ],
)
def test_damage_is_mended_and_said(text: str, expected: str, flags: tuple[str, ...]) -> None:
    (found,) = quotations(text)
    assert text[found.start : found.end] == expected
    assert found.flags == flags


@pytest.mark.parametrize(
    ("text", "expected", "inner"),
    [
        ("„Sie sind im „alten Boot“.“ Das sagte er.", ["Sie sind im „alten Boot“."], ["alten Boot"]),
        ("“We saw the “old boat” there,” she said.", ["We saw the “old boat” there,"], ["old boat"]),
        ("“We waited all day. “Nobody came,” he said.", ["We waited all day.", "Nobody came,"], []),
        ("Elle dit qu’« il est là ». Mais c’est « non ».", [" il est là ", " non "], []),
        ("Er sagte »Nein« und »Ja«.", ["Nein", "Ja"], []),
    ],
)
def test_marks_in_marks_and_behind_an_apostrophe(text: str, expected: list[str], inner: list[str]) -> None:
    found = quotations(text)
    assert [text[q.start : q.end] for q in found] == expected
    assert [text[at.start : at.end] for q in found for at in q.inner] == inner


def test_a_missing_opening_mark_takes_no_more_than_its_sentence() -> None:
    text = "“One,” said Ada. She sat down. Two and three,” said Bo."
    assert words(text)[1] != "One,” said Ada. She sat down. Two and three,"
    assert [q.flags for q in quotations(text)] == [(), ("inferred-open",)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We waited all day,” she said.", "direct"),
        ("The landing is “temporary” still.", "term"),
        ("The film “The Long Good Night at Sea” opened.", "term"),
        ("It was “the long good night at sea” to them.", "fragment"),
        ("It was “waited for all day by everyone” there.", "fragment"),
        ("They saw the premiere of “Gulls.” It rained.", "term"),
        ("They sang slowly “So Long, Boats,” and left.", "term"),
        ("It can be a “double-edged oar,” said Ada Quill.", "fragment"),
        ("She said: “Boats.”", "direct"),
        ("She said: “Go.”", "direct"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert quotations(text)[0].kind == kind


PARAGRAPHS = st.lists(
    st.sampled_from(
        ["“", "”", '"', "‘", "’", "'", "«", "»", "„", "「", "」", "a", "word", " ", ",", ".", "said", "5", "—", "…"]
    )
).map("".join)


@given(st.lists(PARAGRAPHS, max_size=4).map("\n\n".join))
def test_quotations_are_in_order_and_apart(text: str) -> None:
    found = quotations(text)
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))
    assert all(text[q.start : q.end].strip() for q in found)
    assert [q.statement for q in found] == sorted(q.statement for q in found)


@given(PARAGRAPHS)
def test_damage_stays_in_its_paragraph(damaged: str) -> None:
    sound = "The mayor said “it is not over” and sat down on the steps of the hall with her hat in both her hands."
    text = f"{sound}\n\n{damaged}\n\n{sound}"
    found = words(text)
    assert found[0] == "it is not over"
    assert found[-1] == "it is not over"


STYLES = ['""', "“”", "„“", "«»", "»«", "””", "‘’"]
SAID = st.lists(st.sampled_from(["We waited", "it was late", "go home now"]), min_size=1, max_size=4)
SOUND = [
    "The mayor said “it is not over” and sat down.",
    "“We waited,” said Ada Quill, “because we must.”",
    "“Nobody came,” Bo Marsh said. “Nobody at all.”",
    "The ‘old’ boat is 12 feet long.",
]


@given(SAID, st.sampled_from(STYLES))
def test_the_style_of_marks_does_not_matter(said: list[str], style: str) -> None:
    text = " and ".join(f"she said {style[0]}{each}{style[1]}" for each in said)
    assert words(f"Then {text}.") == said


@given(SAID, st.sampled_from(STYLES))
def test_speakers_do_not_depend_on_the_style(said: list[str], style: str) -> None:
    text = " ".join(f"{style[0]}{each.capitalize()},{style[1]} said Ada Quill." for each in said)
    found = quotations(text)
    assert [(text[q.start : q.end], q.speaker, q.confidence) for q in found] == [
        (f"{each.capitalize()},", "Ada Quill", "sure") for each in said
    ]


@given(PARAGRAPHS, st.sampled_from(SOUND), PARAGRAPHS)
def test_other_paragraphs_change_nothing(before: str, sound: str, after: str) -> None:
    apart = "Nothing was said here at all, and the harbour lay still in the evening light."
    alone = quotations(f"{apart}\n\n{sound}\n\n{apart}")
    text = f"{before}\n\n{apart}\n\n{sound}\n\n{apart}\n\n{after}"
    start = text.index(sound, len(before))
    among = [q for q in quotations(text) if start <= q.start < start + len(sound)]
    shift = start - len(apart) - 2
    assert [(q.start + shift, q.end + shift, q.kind, q.flags) for q in alone] == [
        (q.start, q.end, q.kind, q.flags) for q in among
    ]


NEWS = st.lists(
    st.sampled_from(
        [
            "“We waited,”",
            "‘So it is.’",
            "“",
            "”",
            "’",
            "said",
            "told",
            "adding",
            "according to",
            "Ada Quill",
            "Mr. Quill",
            "the mayor",
            "Mayor",
            "she",
            "it",
            "who",
            "of",
            "and",
            "Ferry Authority",
            ",",
            ".",
            ":",
            "\n\n",
            "(D-N.M.)",
            "was",
        ]
    ),
    max_size=30,
).map(" ".join)


@given(st.one_of(PARAGRAPHS, NEWS))
def test_all_places_are_inside_the_text(text: str) -> None:
    for found in quotations(text):
        assert 0 <= found.start < found.end <= len(text)
        assert all(found.start <= at.start < at.end <= found.end for at in found.inner)
        assert found.speaker_at is None or 0 <= found.speaker_at.start < found.speaker_at.end <= len(text)
        assert (found.speaker is None) == (found.confidence is None) == (found.speaker_at is None)
