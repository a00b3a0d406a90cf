"""Where the text of a raw page is, and which of the lines above it speak of the same things.

A headline is made of words that its article uses; an entry of a menu, a teaser of another story or an offer is not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from reader.articles.pages.lines import plain_line

GAP: Final = 6
"""Lines between paragraphs with which they are still one text: subheadings, pictures, boxes."""
MAIN: Final = 0.25
"""The share of the longest text's words from which the first such text is that of the page."""
SEEN: Final = 1200
"""Lines that are looked at."""
PARAGRAPHS: Final = 60
"""Paragraphs whose words are compared."""
_WORD: Final = re.compile(r"[\u3040-\u9fff]{2,}|[^\W\u3040-\u9fff]{4,}")
"""Shorter words are in every text."""


class Text(NamedTuple):
    """Paragraphs that follow each other: the places of the first and of the last line, and how many words they have."""

    start: int
    last: int
    words: int


def main_text(paragraphs: Sequence[tuple[int, int]]) -> Text | None:
    """The text of a page out of its ``paragraphs``, each with the place of its line and the number of its words."""
    texts: list[Text] = []
    for at, words in paragraphs:
        if texts and at - texts[-1].last <= GAP:
            texts[-1] = Text(texts[-1].start, at, texts[-1].words + words)
        else:
            texts.append(Text(at, at, words))
    longest = max((text.words for text in texts), default=0)
    return next((text for text in texts if text.words >= MAIN * longest), None)


def subject_of(line: str) -> set[str]:
    """The words of a line by which its subject is known; of Chinese and Japanese, pairs of characters."""
    found: set[str] = set()
    for word in _WORD.findall(plain_line(line).casefold()):
        pairs = word[0] >= "\u3040" and word[0] <= "\u9fff"
        found.update(word[at : at + 2] for at in range(len(word) - 1)) if pairs else found.add(word)
    return found


def likeness(line: str, subject: set[str]) -> float:
    """How much of a line a text speaks of, 0 to 1: none where that is one word, a little less for short lines."""
    words = subject_of(line)
    told = len(words & subject)
    return told / (len(words) + 1) if told > 1 else 0.0
