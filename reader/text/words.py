"""Words: where they stand in a text, and when two of them count as the same one.

A word is a run of letters, digits and underscores, with apostrophes inside it ("don't", "OpenAI’s"); a hyphen
parts words. Chinese and Japanese are written without blanks: there each character is a word. The *key* of a word
forgets case, accents, the possessive and light English inflection, so that "commercialising" and "commercializes"
have one key. The stemming is deliberately light: it never looks words up, and it would rather keep two words apart
than join strangers.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reader.text.spans import Span

ALONE = ((0x3041, 0x30FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0xFF66, 0xFF9F), (0x20000, 0x3FFFD))
"""Code points, first to last, whose letters are each a word: kana and Chinese characters."""
APOSTROPHES = "'’ʼ"

_ALONE = "".join(f"{chr(first)}-{chr(last)}" for first, last in ALONE)
_HAS_ALONE = re.compile(f"[{_ALONE}]")
_SPACED = re.compile(rf"\w+(?:[{APOSTROPHES}]\w+)*")
WORD = re.compile(rf"[^\W{_ALONE}]+(?:[{APOSTROPHES}][^\W{_ALONE}]+)*|(?=\w)[{_ALONE}]")
"""A word, in any text."""

_STRAIGHT = str.maketrans(dict.fromkeys(APOSTROPHES[1:], "'"))
_BRITISH_ISE = re.compile(r"is(e|es|ed|er|ers|ing|ation|ations|ational)$")
_BRITISH_OUR = re.compile(r"our(s|ed|ing|able|ite|ites)?$")
_BRITISH_RE = re.compile(r"([bcdfghkmnpt])re(s|d)?$")
_VERB_ENDINGS = ("ing", "ed")
_SHORTEST_STEMMED = 5
_SHORTEST_STEM = 4


def word_matches(text: str, within: Sequence[Span] | None = None) -> Iterator[re.Match[str]]:
    """The words of ``text`` (or of the spans ``within`` it, in their order) as matches of :data:`WORD`."""
    pattern = _pattern_for(text)
    if within is None:
        yield from pattern.finditer(text)
        return
    for span in within:
        yield from pattern.finditer(text, span.start, span.end)


def _pattern_for(text: str) -> re.Pattern[str]:
    return WORD if not text.isascii() and _HAS_ALONE.search(text) else _SPACED


def word_spans(text: str, within: Sequence[Span] | None = None) -> list[Span]:
    """Where the words stand, in code points; only those inside ``within`` where it is given."""
    return [Span(*match.span()) for match in word_matches(text, within)]


def count_words(text: str, within: Sequence[Span] | None = None) -> int:
    """How many words there are in ``text``, or in the spans ``within`` it."""
    pattern = _pattern_for(text)
    if within is None:
        return len(pattern.findall(text))
    return sum(len(pattern.findall(text, span.start, span.end)) for span in within)


def plain(word: str) -> str:
    """The word without case, accents and curly apostrophes: NFKD, combining marks dropped, casefolded."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word)
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return bare.translate(_STRAIGHT).casefold()


@lru_cache(maxsize=65_536)
def word_key(word: str) -> str:
    """What a word is matched by: plain letters, no possessive, light stem.

    The stem takes off plural, -ing, -ed and a silent e, and writes -ise, -our and -re the American way. Words under
    five letters, and those that begin with a digit, stay whole.
    """
    key = plain(word)
    if key.endswith("'s"):
        key = key[:-2]
    key = key.replace("'", "").strip("_")
    if len(key) < _SHORTEST_STEMMED or not key[0].isalpha():
        return key
    return _stem(_american(key))


def _american(key: str) -> str:
    if "is" in key:
        key = _BRITISH_ISE.sub(r"iz\1", key)
    if "our" in key:
        key = _BRITISH_OUR.sub(r"or\1", key)
    if "re" in key[-3:]:
        key = _BRITISH_RE.sub(r"\1er\2", key)
    return key


def _stem(key: str) -> str:
    if key.endswith("ies") and len(key) > _SHORTEST_STEMMED:
        key = key[:-3] + "y"
    elif key.endswith("s") and not key.endswith(("ss", "us", "is")):
        key = key[:-1]
    for ending in _VERB_ENDINGS:
        if key.endswith(ending) and len(key) - len(ending) >= _SHORTEST_STEM:
            key = key[: -len(ending)]
            if key[-1] == key[-2] and key[-1] not in "sz":
                key = key[:-1]
            break
    if key.endswith("e") and len(key) > _SHORTEST_STEM:
        key = key[:-1]
    return key
