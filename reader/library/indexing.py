"""The words of an article as the index holds them: folded like everything that is searched, and parted by blanks.

A word is a run of letters and digits; an apostrophe parts words. Chinese and Japanese, and the scripts of South-East
Asia that are written without blanks, have a word a character: a phrase finds them at any length, from one character on,
which SQLite's trigrams cannot. FTS5's tokenizer ``ascii`` takes such a line apart at its blanks and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from reader.articles.article import Article
from reader.text.fold import fold
from reader.text.spans import Span
from reader.text.words import ALONE

INDEX_VERSION: Final = 1
"""Grows when the words of an article come out otherwise: then the index has to be made again."""
_UNSPACED: Final = (*ALONE, (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF))
"""Code points whose letters are each a word here: those of :data:`ALONE`, and Thai, Lao, Burmese and Khmer."""
_EACH: Final = "".join(f"{chr(first)}-{chr(last)}" for first, last in _UNSPACED)
_WORD: Final = re.compile(rf"[^\W_{_EACH}]+|(?=\w)[{_EACH}]")
_UNSPACED_LETTER: Final = re.compile(f"[{_EACH}]")
_HANGUL: Final = ("\uac00", "\ud7a3")


def words_of(folded: str) -> list[str]:
    """The words of a folded text, as the index holds them."""
    return _WORD.findall(folded)


def placed_words(folded: str) -> list[Span]:
    """Where these words stand."""
    return [Span(*found.span()) for found in _WORD.finditer(folded)]


def folded_words(text: str, body: Sequence[Span]) -> str:
    """The words of a text's body, parted by blanks; of all of it where no body has been told apart."""
    parts = "\n\n".join(text[span.start : span.end] for span in body) if body else text
    return " ".join(words_of(fold(parts, case=True).text)).encode("utf-8", "ignore").decode()


def indexed(article: Article) -> str:
    """The words of an article, as the index holds them."""
    return folded_words(article.text, article.body)


def goes_on(character: str) -> bool:
    """Whether a word may go on with this character: a letter or digit of a script that is written with blanks."""
    return (character.isalnum() or character == "_") and not _UNSPACED_LETTER.match(character)


def is_open_ended(words: str) -> bool:
    """Whether they end in Korean, where a particle is written on to the word: 서울 stands in 서울은."""
    first, last = _HANGUL
    return first <= words[-1:] <= last
