"""Plain text becomes blocks: lines, wrapped paragraphs, list items, headings and a title, each by a rule."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles.article import Block
from reader.articles.blocks.plain import plain_blocks

PROSE = "The ferry stopped at noon, and by one o’clock the queue on the north bank reached the old brewery gate."
MORE = "Nobody from the council came, although three of its members live within sight of the landing stage there."

WRAPPED = """\
The ferry stopped at noon, and by one o’clock the queue on the north
bank reached the old brewery gate. Nobody from the council came out
to explain, although three of its members live within sight of the
landing stage.

A second crew, brought in by bus from Lower Averin, waited in the rain
until four and then went home again without having been told a single
thing by anyone.
"""


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind, text[block.start : block.end]) for block in plain_blocks(text)]


def kinds_only(text: str) -> list[str]:
    return [block.kind for block in plain_blocks(text)]


def test_every_line_is_a_block() -> None:
    text = f"{PROSE}\n{MORE}\n\n{PROSE}\n"
    assert kinds(text) == [("paragraph", PROSE), ("paragraph", MORE), ("paragraph", PROSE)]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\x85", "\u2028"])
def test_any_line_break_parts_blocks(line_break: str) -> None:
    text = line_break.join([f"  {PROSE} ", "", MORE])
    assert kinds(text) == [("paragraph", PROSE), ("paragraph", MORE)]


def test_a_wrapped_paragraph_is_one_block() -> None:
    first, second = WRAPPED.strip().split("\n\n")
    assert kinds(WRAPPED) == [("paragraph", first), ("paragraph", second)]


def test_a_wrapped_text_keeps_its_title_and_lists_apart() -> None:
    items = "- one boat, which has been in the yard since the spring of last year\n  and needs paint\n- two crews\n"
    text = f"A Long Wait At The Ferry\n\n{WRAPPED}\n{items}"
    found = kinds(text)
    assert [kind for kind, _ in found] == ["title", "paragraph", "paragraph", "list-item", "list-item"]
    assert found[3][1].endswith("last year\n  and needs paint")


def test_indented_paragraphs_of_a_wrapped_text_are_parted() -> None:
    lines = WRAPPED.strip().split("\n\n")
    text = "\n".join("   " + paragraph for paragraph in lines)
    assert kinds_only(text) == ["paragraph", "paragraph"]


POEM = """\
The Landing

The river takes what it is given,
And gives to none its reason why;
The boats lie up, the gulls are driven
Like paper through a paper sky.

We wait, as those who wait are able,
With folded hands and folded map,
And someone sets upon the table
A compass like a bottle cap.
"""


@pytest.mark.parametrize(
    "text",
    [
        POEM,
        "Ada Quill\n14 Wharf Street\nLower Averin\n\nThe Harbour Office\n2 Custom House Lane\nAverin\n",
        "the river takes what it is given\nand gives to none\nits reason why\n\nthe boats lie up\nthe gulls drive\n",
        f"{PROSE}\n{MORE}\n{PROSE}\n{MORE}\n",
        "".join(
            f"{name} voted for the toll and against the ferry, twice.\n" for name in ("Ann", "Bo", "Cy", "Di", "Ed")
        ),
    ],
)
def test_verse_addresses_and_lines_are_not_joined(text: str) -> None:
    blocks = plain_blocks(text)
    assert len(blocks) == sum(bool(line.strip()) for line in text.split("\n"))


def test_an_address_in_a_wrapped_text_stays_in_lines() -> None:
    text = f"{WRAPPED}\nAda Quill\n14 Wharf Street\nLower Averin\n"
    assert [words for _, words in kinds(text)[2:]] == ["Ada Quill", "14 Wharf Street", "Lower Averin"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("• a boat", "a boat"),
        ("  - a boat", "a boat"),
        ("– a boat", "a boat"),
        ("*\ta boat", "a boat"),
        ("▪\xa0a boat", "a boat"),
    ],
)
def test_bullets(line: str, words: str) -> None:
    text = f"{PROSE}\n{line}\n{line}\n"
    item = plain_blocks(text)[1]
    assert item.kind == "list-item"
    assert text[item.start : item.end] == words
    assert item.lead == len(PROSE) + 1


@pytest.mark.parametrize(
    "line", ["— a boat", "-5 degrees", "*bold* words", "1. Mai ist Feiertag in Averin", "a) alone"]
)
def test_what_is_no_bullet(line: str) -> None:
    assert "list-item" not in kinds_only(f"{PROSE}\n{line}\n{MORE}\n")


@pytest.mark.parametrize("signs", [("1.", "2."), ("1)", "2)"), ("(a)", "(b)"), ("a)", "b)"), ("9.", "10.")])
def test_numbers_that_count_are_items(signs: tuple[str, str]) -> None:
    text = f"{PROSE}\n\n{signs[0]} a boat\n\n{signs[1]} a crew\n"
    assert kinds(text)[1:] == [("list-item", "a boat"), ("list-item", "a crew")]


def test_levels_follow_the_indentation() -> None:
    text = f"{PROSE}\n- a\n  - b\n    - c\n  - d\n- e\n\n{PROSE}\n   • f\n"
    assert [block.level for block in plain_blocks(text) if block.kind == "list-item"] == [0, 1, 2, 1, 0, 0]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Ferry stops running after ninety years\n\n{PROSE}\n", "Ferry stops running after ninety years"),
        (f"Who will pay for the bridge?\n\n{PROSE}\n", "Who will pay for the bridge?"),
        (f"Ferry stops running\n{PROSE}\n", "Ferry stops running"),
        (f"\n\n  Ferry stops running\n\n{PROSE}\n", "Ferry stops running"),
        (
            f"Harbour News\n\nCouncil Votes Down Toll On Averin Bridge\n\n{PROSE}\n",
            "Council Votes Down Toll On Averin Bridge",
        ),
        (f"Ferry stops running\n\nCrews and passengers wait on both banks\n\n{PROSE}\n", "Ferry stops running"),
        (f"{PROSE}\n\n{MORE}\n", None),
        ("Ferry stops running\n", None),
        (f"By Ada Quill\n\n{PROSE}\n", None),
        (f"The queue reached the gate.\n\n{PROSE}\n", None),
        (f"https://averin.example/ferry\n\n{PROSE}\n", None),
        (f"- a list\n\n{PROSE}\n", None),
        ("The river takes what it is given\nAnd gives to none\nIts reason why\n", None),
        ("", None),
    ],
)
def test_the_title(text: str, title: str | None) -> None:
    found = [text[block.start : block.end] for block in plain_blocks(text) if block.kind == "title"]
    assert found == ([] if title is None else [title])


@pytest.mark.parametrize(
    "line", ["What The Council Knew", "Why did nobody ask?", "THE FERRY YEARS", "1931: A Bridge Too Few", "Background"]
)
def test_headings(line: str) -> None:
    text = f"Ferry stops running\n\n{PROSE}\n\n{line}\n\n{MORE}\n"
    assert kinds(text)[2] == ("heading", line)


@pytest.mark.parametrize(
    "text",
    [
        f"{PROSE}\n\nWhat The Council Knew.\n\n{MORE}\n",
        f"{PROSE}\nWhat The Council Knew\n{MORE}\n",
        f"{PROSE}\n\nAda Quill, Harbour Master, Averin\n\n{MORE}\n",
        f"{PROSE}\n\nread the rest of this story here\n\n{MORE}\n",
        f"{PROSE}\n\nWhat The Council Knew\n",
        f"{PROSE}\n\nOne Line\n\nAnother Line\n\nA Third\n",
    ],
)
def test_what_is_no_heading(text: str) -> None:
    assert "heading" not in kinds_only(text)


@given(
    st.one_of(
        st.text(), st.lists(st.sampled_from([PROSE, MORE, "- a", "1. b", "", "Title Case", "  x", "\r"])).map("\n".join)
    )
)
def test_blocks_are_in_order_and_hold_all_words(text: str) -> None:
    blocks = plain_blocks(text)
    at = 0
    for block in blocks:
        assert at <= (block.start if block.lead is None else block.lead) <= block.start < block.end <= len(text)
        assert text[block.start : block.end] == text[block.start : block.end].strip()
        at = block.end
    covered = "".join(text[_first(block) : block.end] for block in blocks)
    assert "".join(covered.split()) == "".join(text.split())


def _first(block: Block) -> int:
    return block.start if block.lead is None else block.lead
