"""Markdown becomes blocks whose spans leave out the signs, and the text stays as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles.blocks.markdown import markdown_blocks

DOCUMENT = """\
# The ferry stops #

Crews *waited* on both
banks all day.

## Why now?

Setext heading
--------------

> We were told nothing,
> said the crew.
>
> > Nor were we.

- a boat
  in the yard
    * paint
    * rope
- a crew

1. first
2. second

***

```python
# no heading
- no item
```

    indented code
    of two lines

Last words.
"""


def blocks(text: str) -> list[tuple[str, str, int]]:
    return [(block.kind, text[block.start : block.end], block.level) for block in markdown_blocks(text)]


def test_a_whole_document() -> None:
    assert blocks(DOCUMENT) == [
        ("title", "The ferry stops", 1),
        ("paragraph", "Crews *waited* on both\nbanks all day.", 0),
        ("heading", "Why now?", 2),
        ("heading", "Setext heading", 2),
        ("blockquote", "We were told nothing,\n> said the crew.", 0),
        ("blockquote", "Nor were we.", 1),
        ("list-item", "a boat\n  in the yard", 0),
        ("list-item", "paint", 1),
        ("list-item", "rope", 1),
        ("list-item", "a crew", 0),
        ("list-item", "first", 0),
        ("list-item", "second", 0),
        ("furniture", "***", 0),
        ("paragraph", "```python\n# no heading\n- no item\n```", 0),
        ("paragraph", "indented code\n    of two lines", 0),
        ("paragraph", "Last words.", 0),
    ]


def test_signs_are_leads() -> None:
    text = "## Two\n\n  - item\n"
    heading, item = markdown_blocks(text)
    assert (heading.lead, heading.start) == (0, 3)
    assert (item.lead, item.start) == (8, 12)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("# One\n\ntext\n\n# Two\n", ["One"]),
        ("## Opening\n\ntext\n", ["Opening"]),
        ("text\n\n## Later\n", []),
        ("intro\n\n# One\n", ["One"]),
        ("The title\n=========\n\ntext\n", ["The title"]),
        ("#hashtag\n\ntext\n", []),
        ("#\n\ntext\n", []),
        ("text only\n", []),
        ("", []),
    ],
)
def test_titles(text: str, titles: list[str]) -> None:
    assert [words for kind, words, _ in blocks(text) if kind == "title"] == titles


def test_the_rule_under_a_list_is_a_rule() -> None:
    assert [kind for kind, _, _ in blocks("- a\n\n---\n\ntext\n")] == ["list-item", "furniture", "paragraph"]


def test_line_breaks_of_windows() -> None:
    assert blocks("# One\r\n\r\nfirst\r\nsecond\r\n") == [("title", "One", 1), ("paragraph", "first\r\nsecond", 0)]


def test_an_open_fence_runs_to_the_end() -> None:
    assert blocks("```\n# a\n\n- b\n") == [("paragraph", "```\n# a\n\n- b", 0)]


SIGNS = st.sampled_from(
    ["# a", "##", "- b", "  - c", "> d", ">", "1. e", "```", "~~~~", "***", "---", "===", "", "f g", "    h", "\t"]
)


@given(st.one_of(st.text(), st.lists(SIGNS).map("\n".join)))
def test_blocks_are_in_order_and_hold_words(text: str) -> None:
    at = 0
    for block in markdown_blocks(text):
        lead = block.start if block.lead is None else block.lead
        assert at <= lead <= block.start < block.end <= len(text)
        assert text[block.start : block.end].strip() == text[block.start : block.end]
        at = block.end


@given(st.text(alphabet=st.characters(categories=["L", "N"]), min_size=1))
def test_words_are_never_lost(text: str) -> None:
    assert "".join(words for _, words, _ in blocks(text)) == text
