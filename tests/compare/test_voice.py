"""Whose voice words stand in: between marks, in a sentence that somebody says, or the outlet's own."""

from dataclasses import replace
from pathlib import Path

import pytest

from reader.articles.article import Article
from reader.articles.build import article_from_text
from reader.compare.comparison import Voice
from reader.compare.voice import voice_of
from reader.text.spans import Span

WORDS = "the ferry will cost four million and sail in the spring"
ORIGINALS = Path(__file__).parents[3] / "shared" / "seeds"


def article(text: str, *, markdown: bool = False) -> Article:
    return article_from_text(text, path="p", sha256="s", markdown=markdown)


def voice(text: str, words: str = WORDS, *, markdown: bool = False) -> Voice | None:
    start = text.index(words)
    return voice_of(article(text, markdown=markdown), Span(start, start + len(words)))


@pytest.mark.parametrize(
    "text",
    [
        f"“All in all {WORDS},” said Ada Quill.",
        f"Ada Quill said that “{WORDS}”.",
        f"‘{WORDS},’ said Ada Quill.",
    ],
)
def test_quoted(text: str) -> None:
    assert voice(text) == "quoted"


def test_a_block_quotation_is_quoted() -> None:
    assert voice(f"# Ferry\n\nThe paper says:\n\n> In short, {WORDS}.\n", markdown=True) == "quoted"


def test_a_quotation_with_its_tag_is_quoted() -> None:
    tag = "said Ada Quill, director of the harbour board of Averin"
    text = f"“The deck is tired but the towers are sound,” {tag}. It rained."
    assert voice(text, text[1 : text.index(". It")]) == "quoted"


@pytest.mark.parametrize(
    "text",
    [
        f"The press release states that {WORDS}.",
        f"The council says {WORDS}.",
        f"Ada Quill said on Monday that {WORDS}.",
        f"She said that, all in all, {WORDS}.",
        f"According to the council, {WORDS}.",
        f"According to Ada Quill, who runs the harbour, {WORDS}.",
        f"It is certain, the council says, that {WORDS}, according to Ada Quill.",
        f"In short {WORDS}, the council says.",
        f"In short {WORDS}, said Ada Quill.",
        f"In short {WORDS}, the council said; others were not so sure.",
        f"In short {WORDS}, according to the council.",
        f"In the words of Ada Quill, {WORDS}.",
        f"The council, which meets on Fridays, said that {WORDS}.",
    ],
)
def test_attributed(text: str) -> None:
    assert voice(text) == "attributed"


@pytest.mark.parametrize(
    "text",
    [
        f"In short {WORDS}.",
        f"The council met. In short {WORDS}. Ada Quill said nothing.",
        f"The council, which says little, met in the hall, but {WORDS}.",
        f"Ada Quill said that it rained. In short {WORDS}.",
        f"Ada Quill was told nothing; in short {WORDS}.",
        f"“It rained,” said Ada Quill. In short {WORDS}.",
        f"It goes without saying that {WORDS}.",
        f"The mayor, who said that it rained, opened the doors and {WORDS}.",
        f"The council said that it rained, but {WORDS}.",
    ],
)
def test_own(text: str) -> None:
    assert voice(text) == "own"


def test_a_passage_that_begins_with_its_attribution() -> None:
    text = f"The council says {WORDS}. It rained."
    assert voice(text, text[: text.index(". It")]) == "attributed"


def test_a_passage_whose_first_sentence_is_attributed() -> None:
    text = f"The council states that {WORDS}. The crew stays on board for all of the first long year at sea."
    assert voice(text, text[text.index("the ferry") : -1]) == "attributed"


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("The fee comes with conditions, which the statement lists:", "attributed"),
        ("The council says that:", "attributed"),
        ("The plan rests on two points:", "own"),
    ],
)
def test_a_list_speaks_as_the_sentence_before_it(lead: str, expected: str) -> None:
    text = f"# Ferry\n\n{lead}\n\n- it is certain that {WORDS}\n- nobody else is hired\n"
    assert voice(text, markdown=True) == expected


def test_another_language_is_not_read() -> None:
    told = article(f"Der Rat sagt, {WORDS}.")
    german = replace(told, particulars=replace(told.particulars, language="de"))
    span = Span(told.text.index(WORDS), told.text.index(WORDS) + len(WORDS))
    assert voice_of(german, span) is None


@pytest.mark.skipif(not ORIGINALS.exists(), reason="the source documents are not in ../shared/seeds")
@pytest.mark.parametrize(("number", "expected"), [("001", "own"), ("002", "attributed")])
def test_the_longest_shared_sentence(number: str, expected: str) -> None:
    text = next(ORIGINALS.glob(f"{number}*")).read_bytes().decode()
    words = "build a computational platform in Azure which will train and run"
    at = text.find(words)
    if at < 0:
        words = "building a computational platform in Azure which will train and run"
        at = text.index(words)
    assert voice_of(article(text), Span(at, at + len(words))) == expected
