"""What stands in marks, in many scripts and styles, and what only looks as if it did."""

import pytest

from reader.articles.article import Quotation
from reader.articles.build import article_from_text


def quotations(text: str) -> tuple[Quotation, ...]:
    return article_from_text(text, path="p", sha256="s", markdown=False).quotations


def words(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quotations(text)]


STYLES = [
    ("“We waited,” she said.", "We waited,"),
    ('"We waited," she said.', "We waited,"),
    ("'We waited,' she said.", "We waited,"),
    ("‘We waited,’ she said.", "We waited,"),
    ("‘We waited’, she said.", "We waited"),
    ("``We waited,'' she said.", "We waited,"),
    ("''We waited,'' she said.", "We waited,"),
    ("＂We waited,＂ she said.", "We waited,"),
    ("«We waited», she said.", "We waited"),
    ("« Wir warten », she said.", " Wir warten "),
    ("«\u00a0Nous attendons\u00a0», dit-elle.", "\u00a0Nous attendons\u00a0"),
    ("«\u00a0Nous attendons\u00a0». Puis il a plu.", "\u00a0Nous attendons\u00a0"),
    ("»We waited«, she said.", "We waited"),
    ("»We waited», she said.", "We waited"),
    ("„We waited“, she said.", "We waited"),
    ("„We waited”, she said.", "We waited"),
    ('„We waited", she said.', "We waited"),
    ("”We waited”, she said.", "We waited"),
    ("‹We waited›, she said.", "We waited"),
    ("「待っていた」と言った。", "待っていた"),
    ("『待っていた』と言った。", "待っていた"),
    ("她说：“我们等了。”", "我们等了。"),
    ("“We waited…” she said.", "We waited…"),
    ("“… and waited,” she said.", "… and waited,"),
    ("“'Tis late,” she said.", "'Tis late,"),
    ("“$5 is too much,” she said.", "$5 is too much,"),
    ("—“We waited,” she said.", "We waited,"),
    ("(“We waited,” she said.)", "We waited,"),
    ("*“We waited,”* she said.", "We waited,"),
    ("She said:“We waited.”", "We waited."),
    ("“We waited,\u201d\u00a0she said.", "We waited,"),
]


@pytest.mark.parametrize(("text", "expected"), STYLES)
def test_a_style_of_marks(text: str, expected: str) -> None:
    assert words(text) == [expected]


NO_QUOTATION = [
    'The plank was 6\'2" long and 3" wide.',
    'A 12" record and a 7" one.',
    "He is 6’4”.",
    "'Twas the night; 'tis the day; 'twere better.",
    "The summer of '69 and the winter of '71.",
    "In the ’80s and ’90s it was different.",
    "Rock 'n' roll, fish 'n' chips.",
    "Give 'em time, 'cause they need it.",
    "The players' bus and the coaches' cars.",
    "The players’ bus and the coaches’ cars.",
    "James’ boat, Ross’ oars and the Joneses’ dog.",
    "O’er the hills, th’ expense was great, ’neath the moon.",
    "She was goin’ home and he was singin’ along.",
    'Type print("hello") and wait.',
    'Set name="Ada" in the file.',
    'Write <a href="https://example.org">this</a> there.',
    'The file holds {"name": "Ada", "age": 4} and no more.',
    'Use `x = "y"` for that.',
    'Look up d["key"] first.',
    "WALLACE: We will begin. QUILL: Thank you.",
    "Q: Did you wait? A: We did.",
    "Q. Did you wait?\n\nA. We did, all day.",
    "The coordinates are 51° 30' 26\" N.",
    "It cost 5' of rope and 3'' of wire.",
    "The Hawai‘i ferry and the Qur’an.",
    "Add 2'6\" to the 4'.",
    "“”",
    '" "',
]


@pytest.mark.parametrize("text", NO_QUOTATION)
def test_no_quotation(text: str) -> None:
    assert words(text) == []


BESIDE_SIGNS = [
    ('She said "the 6" pipe broke" and left.', ['the 6" pipe broke']),
    ("The ’90s were “a good time” for it.", ["a good time"]),
    ("‘The crews’ boats in the ’90s were sound,’ she said.", ["The crews’ boats in the ’90s were sound,"]),
    ("‘It’s the captain’s,’ she said. ‘Isn’t it?’", ["It’s the captain’s,", "Isn’t it?"]),
    ("'It's the captain's,' she said. 'Isn't it?'", ["It's the captain's,", "Isn't it?"]),
    ("‘He told me “go home” and left,’ she said.", ["He told me “go home” and left,"]),
    ("'He told me \"go home\" and left,' she said.", ['He told me "go home" and left,']),
    ("“He told me ‘go home’ and left,” she said.", ["He told me ‘go home’ and left,"]),
    ("„Er sagte ‚geh‘ und ging“, sagte sie.", ["Er sagte ‚geh‘ und ging"]),
    ("« Il a dit “va” et il est parti », dit-elle.", [" Il a dit “va” et il est parti "]),
    ("The ‘old’ and the “new” and the 'next' boat.", ["old", "new", "next"]),
    ("WALLACE: You said, “We will win.”", ["We will win."]),
    ("Q: Why? A: “Because we waited.”", ["Because we waited."]),
    ('She typed "go", then "stop".', ["go", "stop"]),
    ("“One” and ”two” and “three”.", ["One", "two", "three"]),
    ("Council votes ‘to wait’ as ferry ‘sinks’", ["to wait", "sinks"]),
]


@pytest.mark.parametrize(("text", "expected"), BESIDE_SIGNS)
def test_marks_beside_other_signs(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“He told me ‘go home’ and left,” she said.", ["go home"]),
        ("‘He told me “go home” and left,’ she said.", ["go home"]),
        ("\"He told me 'go home' and left,\" she said.", ["go home"]),
        ("'He told me \"go home\" and left,' she said.", ["go home"]),
        ("“We waited,” she said.", []),
    ],
)
def test_quotations_inside_quotations(text: str, inner: list[str]) -> None:
    (found,) = quotations(text)
    assert [text[at.start : at.end] for at in found.inner] == inner


@pytest.mark.parametrize(
    ("text", "expected", "flags"),
    [
        ("‘We waited all day, said Ada Quill.", "We waited all day,", ("unclosed",)),
        ("She said: “We waited all day\n\nThe boat was late.", "We waited all day", ("unclosed",)),
        ("‘We waited all day.\n\n‘Nobody came,’ she said.", "We waited all day.", ("continues",)),
        ('"We waited all day.\n\n"Nobody came," she said.', "We waited all day.", ("continues",)),
        ("«We waited all day.\n\n«Nobody came», she said.", "We waited all day.", ("continues",)),
    ],
)
def test_damage_and_long_statements(text: str, expected: str, flags: tuple[str, ...]) -> None:
    first = quotations(text)[0]
    assert text[first.start : first.end] == expected
    assert first.flags == flags


def test_furniture_is_not_looked_at() -> None:
    from reader.articles.article import Block
    from reader.articles.quotations import quotations_in

    text = "“We waited,” said Ada Quill."
    assert quotations_in(text, [Block("paragraph", 0, len(text))])
    assert not quotations_in(text, [Block("furniture", 0, len(text))])
    assert not quotations_in(text, [Block("paragraph", 0, len(text), rule="code")])


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("“We waited,” said Ada Quill, “because we must.”", [1, 1]),
        ("“We waited,” said Ada Quill, the captain of the Gull, “because we must.”", [1, 1]),
        ("“We waited,” said Ada Quill. “We must.”", [1, 1]),
        ("“We waited,” said Ada Quill. She sat down. “We must.”", [1, 2]),
        ("“We waited,” said Ada Quill. “Go,” said Bo Marsh.", [1, 2]),
        ("“We waited,” said Ada Quill.\n\n“We must wait for it again.”", [1, 1]),
        ("“We waited,” said Ada Quill.\n\n“Go home,” said Bo Marsh.", [1, 2]),
        ("„Wir warten“, sagte sie, „weil wir müssen.“", [1, 1]),
        ("« Nous attendons », dit-elle, « parce qu’il le faut. »", [1, 1]),
        ("She called it “slow” and “late”.", [1, 2]),
    ],
)
def test_which_segments_are_one_statement(text: str, statements: list[int]) -> None:
    assert [quotation.statement for quotation in quotations(text)] == statements
