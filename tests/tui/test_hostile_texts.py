"""Texts made to do harm, by the dozen (``READER_SOAK=1``: by the hundred thousand), in every line that shows them.

A line holds nothing that acts on a terminal, and takes as many cells as it is wide: by another reckoning than Rich's,
that of the emulator of the tests.
"""

from __future__ import annotations

import os
import re
from dataclasses import replace

from hypothesis import given, seed, settings
from hypothesis import strategies as st
from wcwidth import wcwidth

from reader.articles.article import Article
from reader.compare.comparison import Occurrence, Passage
from reader.library.shelf import Shelf, Unread
from reader.text.clean import clean, clean_line
from reader.text.spans import Span
from reader.tui.render.column import Column
from reader.tui.render.entries import BestMatch, Flags, article_entry
from reader.tui.render.line import Line, fitted
from reader.tui.render.marks import Marks
from reader.tui.render.notices import notice_lines
from reader.tui.render.selection import words_between
from reader.tui.render.sheet import sheet
from tests.terminal.test_hostile import ATTACKS, MARKUP
from tests.tui.shelf import article

SOAK = bool(os.environ.get("READER_SOAK"))
SEED = int(os.environ.get("READER_SEED", "1"))
EXAMPLES = 100_000 if SOAK else 60

NASTY = (
    *ATTACKS,
    *MARKUP,
    *("\x1b", "\x9b", "\x00", "\x07", "\r", "\r\n", "\n\n", "\t", "\x85", "\u2028", "\x7f", "\\", "[", "]", "[/", "@"),
    *("\u202e", "\u2066", "\u200f", "\u200b", "\ufeff", "\u00ad", "\u3164", "\ud800", "\udfff", "\ufffe", "\U000e0041"),
    *("\u200d", "\u200c", "\ufe0f", "\ufe0e", "❤\ufe0f", "👩\u200d👧", "👍\U0001f3fd", "ab\u200dcd", "1\u20e3"),
    *("橋", "ｶ", "한국", "\u1100\u1161", "e\u0301", "a" + "\u0302" * 70, "می\u200cخواهم", "क्\u200dष", "ก็", "🌉"),
    *("x" * 90, "“said", "said”", "# ", "- ", "> ", "---\n", "title: x\n", "\n\n", " ", ". "),
)
KNOWN = st.text(st.characters(exclude_categories=("Cn",)), max_size=6)
"""What this version of Unicode has: of later signs, nobody agrees on the width."""
TEXTS = st.lists(st.one_of(st.sampled_from(NASTY), KNOWN), max_size=24).map("".join)
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]")
"""Letters of flags: every terminal makes them of another width."""


def looked_at(line: Line, width: int) -> None:
    """Sees that a line is harmless and has its width."""
    text = "".join(piece.text for piece in fitted(line, width))
    assert clean(text) == text, ascii(text)
    assert "\n" not in text
    if not _FLAG.search(text):
        assert sum(map(wcwidth, text)) == width, ascii(text)


def made(text: str, words: str) -> Article:
    """An article whose text and particulars are hostile."""
    one = article(text, f"{words}.md")
    particulars = replace(one.particulars, title=words, outlet=words, byline=words, published=words)
    return replace(one, particulars=particulars, path=words)


@seed(SEED)
@settings(max_examples=EXAMPLES, deadline=None, derandomize=not SOAK, database=None)
@given(TEXTS, TEXTS, st.sampled_from([14, 39, 84]), st.booleans())
def test_every_line_is_harmless_and_has_its_width(text: str, words: str, width: int, signs: bool) -> None:
    one = made(text, words)
    size = len(one.text)
    passages = [Passage(1, "altered", 6, 6.0, (Occurrence(0, size // 4, size // 2, None),))] if size > 8 else []
    column = Column(sheet(one, shows_furniture=signs), Marks(passages, 0, one.text), marks_changes=signs)
    column.set(width, 30, 72)
    column.find([Span(size // 3, size // 3 + 2)], None)
    column.select(Span(size // 5, size // 2))
    for y in range(30):
        looked_at(column.line(y), width)
        column.character_at(width // 2, y)
    for line in article_entry(one, Flags(tags=(words,)), BestMatch(clean_line(words), 1.0), width):
        looked_at(line, width)
    for line in notice_lines(Shelf((), (Unread(words, words),), (words,))):
        looked_at(line, width)
    words_between(column.sheet, Span(0, size)).encode("utf-8", "surrogatepass")
