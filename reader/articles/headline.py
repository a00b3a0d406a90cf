"""Lines that are headlines by their shape, in texts without markup. Precision first: in doubt a line is a paragraph."""

from __future__ import annotations

import re
from typing import Final

_SENTENCE_END: Final = re.compile(r"[.!?…。！？]['\"”’»」』)\]*_]*$")
_NO_HEADLINE_END: Final = re.compile(r"[.,;:…。、，；：]['\"”’»」』)\]]*$")
_BYLINE: Final = re.compile(r"(?:by|von|par|por|di)\s+[A-ZÀ-Þ]", re.IGNORECASE)
_WORD: Final = re.compile(r"\w[\w'’.-]*")
_UNPARTED: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{3,}")
_ADDRESS: Final = re.compile(r"https?://|www\.|\S@\S|^\W*$|^[A-Z][\w-]*: ")

TITLE_WORDS: Final = 30
"""A headline is no longer: the longest of ordinary outlets have about 25 words."""
HEADING_WORDS: Final = 12
PROSE_WORDS: Final = 12
"""A block of so many words that ends like a sentence is prose."""
KICKER_WORDS: Final = 4
"""The label of a section, above the headline, is no longer."""
UNPARTED_LETTERS: Final = 2
"""Letters that count for a word in scripts that part none: Chinese and Japanese words have two on average."""


def word_count(line: str) -> int:
    """How many words a line has, for judging its shape. A script without blanks is counted by its letters."""
    words = len(_WORD.findall(line))
    if not line.isascii():
        words += sum((len(run) - 1) // UNPARTED_LETTERS for run in _UNPARTED.findall(line))
    return words


def ends_a_sentence(line: str) -> bool:
    """Whether the line ends as a sentence does, closing marks apart."""
    return bool(_SENTENCE_END.search(line))


def is_prose(block: str) -> bool:
    """Whether a block is running text: long enough and ended like a sentence, or long."""
    words = word_count(block)
    return (words >= PROSE_WORDS and ends_a_sentence(block)) or words >= 2 * PROSE_WORDS


def could_be_title(line: str) -> bool:
    """Whether a line has the shape of a headline: a few words, no end of a sentence but a question or a cry."""
    words = word_count(line)
    if not 1 <= words <= TITLE_WORDS or _NO_HEADLINE_END.search(line):
        return False
    return not (_BYLINE.match(line) or _ADDRESS.search(line))


def could_be_heading(line: str) -> bool:
    """Whether a line between paragraphs has the shape of a heading: capitals or a short question, and no comma."""
    if word_count(line) > HEADING_WORDS or not could_be_title(line):
        return False
    if line.endswith("?"):
        return line[0].isupper() or line[0] in "“\"‘'«¿"
    return "," not in line and not line.endswith("!") and in_title_case(line)


def in_title_case(line: str) -> bool:
    """Whether two thirds of the words of four letters or more, the first among them, begin with a capital or digit."""
    words = _WORD.findall(line)
    weighty = [word for word in words if len(word) > 3] or words
    if not words or words[0][0].islower() or not any(word[0].isupper() for word in words):
        return False
    return 3 * sum(not word[0].islower() for word in weighty) >= 2 * len(weighty)
