"""Selecting without a mouse: sentence by sentence, through paragraphs, quotations and folded lines."""

from __future__ import annotations

import pytest

from reader.tui.render.sentences import sentence_from
from reader.tui.render.sheet import sheet
from tests.tui.screen import press, reading, running, status
from tests.tui.shelf import article, story, with_furniture

TEXT = (
    "The quay\n\nMr. Lund rang. “Nobody came. Nobody!” he said. It was late.\n\n"
    "Sign up now. Free.\n\n• tar\n• salt. Wet.\n"
)
ONE = with_furniture(TEXT, "Sign up")
WANTED = ["The quay", "Mr. Lund rang.", "“Nobody came. Nobody!” he said.", "It was late.", "tar", "salt.", "Wet."]


@pytest.mark.parametrize("step", [1, -1])
def test_every_sentence_once_in_order(step: int) -> None:
    found, place = [], 0 if step > 0 else len(TEXT)
    while (sentence := sentence_from(sheet(ONE), place, step)) and len(found) < 20:
        found.append(TEXT[sentence.start : sentence.end])
        place = sentence.end if step > 0 else sentence.start
    assert found == WANTED[::step]


@pytest.mark.parametrize("text", ["", "\n\n", "One"])
def test_short_texts(text: str) -> None:
    one = sheet(article(text, "a.txt", markdown=False))
    found = sentence_from(one, 0, 1)
    assert (found is not None) == bool(text.strip())
    assert sentence_from(one, len(text), 1) is None
    assert sentence_from(one, 0, -1) is None


async def test_a_sentence_is_selected_and_esc_lets_it_go() -> None:
    async with running(story()) as pilot:
        await press(pilot, "l", "d", ")")
        column = reading(pilot)
        first = column.selection
        assert first
        await press(pilot, ")", "(")
        assert column.selection == first
        await press(pilot, *["("] * 12)
        assert "This is the first sentence" in status(pilot)
        await press(pilot, "escape")
        assert column.selection is None
