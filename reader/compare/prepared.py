"""An article made ready for matching: its words as numbers, and what stands between them.

Words are counted from 0 over the body, furniture left out; a *break* after a word is a sentence end, a bullet
or the end of a block. One :class:`Vocabulary` numbers the word keys of all articles that are compared with each
other.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace

import numpy as np

from reader.articles.article import Article
from reader.compare.tokens import Tokens, tokens
from reader.compare.vocabulary import SHORTEST_FORM, Ids, Vocabulary, Weights
from reader.text.spans import Span

__all__ = ["SHORTEST_FORM", "Ids", "Prepared", "Vocabulary", "Weights", "body_of", "prepare"]

_BREAK = re.compile(
    r"[.!?…。！？][\"'”’»)\]]*\s+"  # a sentence end
    r"|:\s*\n|\n\s*\n|\n\s*[-–•*▪●]|[•▪●]"  # a list, a blank line, a bullet
)
_LINE_END = re.compile(r"[^\w\n.!?:…。！？]*\n[^\S\n]*")
_ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.|\[\s*\]")
_ACRONYM = re.compile(r"\(([A-Z]{2,6})s?\)")
_TITLES = ("Mr", "Mrs", "Ms", "Dr", "St", "Jr", "Sr", "Prof", "Rev", "Hon", "Gov", "Sen", "Rep")
_RANKS = ("Gen", "Col", "Maj", "Capt", "Lt", "Sgt")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec")
_ABBREVIATED = frozenset((*_TITLES, *_RANKS, *_MONTHS, "No", "vs"))
_WRITTEN_OUT = 4
"""Letters from which a word with a full stop is no abbreviation ("a.m.", "vs."), whatever case follows."""
_SHORTENED = frozenset(("approx", "incl", "dept", "govt"))
FIRST_ALONE = "\u3040"
"""The first kana: signs from here on that are a word by themselves are characters, not letters of an alphabet."""
_LOOKED_AT = 400
"""Words of a text from which it is told how it is written."""
KNOWN_LANGUAGE = 0.5
"""Share of a text's words that the table of rarities must know; English texts reach 0.8."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """The words of one article's body. Positions in the lists are word positions; offsets are code points."""

    text: str
    ids: Ids
    numbers: list[int]
    starts: list[int]
    ends: list[int]
    breaks: bytearray
    """After a word that ends a sentence 1, after one that ends a block or an item 2."""
    breaks_before: list[int]
    """How many breaks stand before a word; one entry more than there are words."""
    ellipses: bytearray
    """1 where an ellipsis stands between a word and the next."""
    marks: bytearray
    """Between a word and the next: 1 an opening quotation mark, 2 a closing one, 3 both. Single ones count where a
    quotation is known to begin or end; elsewhere they are apostrophes."""
    quotations: tuple[tuple[int, int], ...]
    """Quotations as half-open ranges of words, in order."""
    acronyms: dict[int, tuple[int, ...]]
    """Learnt from "full name (FN)": the number of the short form to those of the long one."""
    uses: tuple[Ids, Ids]
    """The numbers of the words used, in order, and how often each is."""
    english: bool
    seeds: dict[int, object] = field(default_factory=dict)
    """Kept by :mod:`reader.compare.seeds`, so that they are made once."""

    @property
    def size(self) -> int:
        """How many words the body has."""
        return len(self.numbers)

    @property
    def is_in_characters(self) -> bool:
        """Whether most of its words are single characters, as in Chinese and Japanese."""
        first = self.starts[:_LOOKED_AT]
        alone = sum(self.text[at] >= FIRST_ALONE and end - at == 1 for at, end in zip(first, self.ends, strict=False))
        return 2 * alone > len(first)

    @property
    def repetition(self) -> float:
        """How likely two words drawn from different places are equal: 0.01 in English."""
        times = self.uses[1].astype(float)
        return float((times * (times - 1)).sum()) / max(1, self.size * (self.size - 1))

    def part(self, first: int, last: int) -> Prepared:
        """The words from ``first`` up to, not including, ``last``, as if the article had no others; offsets stay."""
        inside = [
            (max(start, first) - first, min(end, last) - first) for start, end in self._quotations_in(first, last)
        ]
        before = self.breaks_before[first]
        return replace(
            self,
            ids=self.ids[first:last],
            numbers=self.numbers[first:last],
            starts=self.starts[first:last],
            ends=self.ends[first:last],
            breaks=self.breaks[first:last],
            breaks_before=[count - before for count in self.breaks_before[first : last + 1]],
            ellipses=self.ellipses[first:last],
            marks=self.marks[first:last],
            quotations=tuple(inside),
            seeds={},
        )

    def _quotations_in(self, first: int, last: int) -> tuple[tuple[int, int], ...]:
        start = bisect_right(self.quotations, first, key=lambda words: words[1])
        return self.quotations[start : bisect_left(self.quotations, last, key=lambda words: words[0])]

    def span(self, first: int, last: int) -> Span:
        """The code points of the words from ``first`` up to, not including, ``last``."""
        return Span(self.starts[first], self.ends[last - 1])

    def breaks_between(self, first: int, last: int) -> int:
        """How many breaks one crosses from word ``first`` to word ``last``."""
        return self.breaks_before[last] - self.breaks_before[first]

    def block_ends_between(self, first: int, last: int) -> bool:
        """Whether a block or an item ends after one of the words ``first`` to ``last``, the latter not included."""
        return 2 in self.breaks[first:last]

    def is_bounded(self, first: int, last: int) -> bool:
        """Whether a sentence, a block or a quotation begins with word ``first``, and ends before ``last``."""
        return all(at in (0, self.size) or self.breaks[at - 1] or self.marks[at - 1] for at in (first, last))

    def quotation_around(self, first: int, last: int) -> tuple[int, int] | None:
        """The quotation that most of the words lie in, as a range of words."""
        middle = (first + last) // 2
        at = bisect_right(self.quotations, (middle, self.size)) - 1
        if at < 0:
            return None
        start, end = self.quotations[at]
        inside = min(end, last) - max(start, first)
        return (start, end) if inside * 2 > last - first else None


def body_of(article: Article) -> tuple[Span, ...]:
    """The spans to match: the body, or the whole text where no blocks have been told apart."""
    if article.blocks:
        return article.body
    return (Span(0, len(article.text)),)


def prepare(article: Article, vocabulary: Vocabulary) -> Prepared:
    """The article's words, numbered by ``vocabulary``."""
    text, body = article.text, body_of(article)
    found = tokens(text, body)
    ids = vocabulary.numbers(text, found)
    starts, ends, numbers = found.starts.tolist(), found.ends.tolist(), ids.tolist()
    breaks = _breaks(text, starts, ends, _block_ends(found, body))
    total = np.cumsum(np.frombuffer(bytes(breaks), np.uint8) > 0, dtype=np.int64).tolist()
    quotations = _quotations(article, starts, ends)
    return Prepared(
        text=text,
        ids=ids,
        numbers=numbers,
        starts=starts,
        ends=ends,
        breaks=breaks,
        breaks_before=[0, *total],
        ellipses=_ellipses(text, starts),
        marks=_marks(text, starts, ends, quotations),
        quotations=quotations,
        acronyms=_acronyms(text, starts, numbers, vocabulary),
        uses=np.unique(ids, return_counts=True),
        english=vocabulary.known_share(ids) >= KNOWN_LANGUAGE,
    )


def _block_ends(found: Tokens, body: tuple[Span, ...]) -> list[int]:
    """After how many words each block ends."""
    ends: list[int] = np.searchsorted(found.starts, [block.end for block in body]).tolist()
    return ends


def _breaks(text: str, starts: list[int], ends: list[int], block_ends: list[int]) -> bytearray:
    count = len(starts)
    breaks = bytearray(count)
    for match in _BREAK.finditer(text):
        word = bisect_left(starts, match.end()) - 1
        if 0 <= word < count - 1 and not _goes_on(text, starts[word], ends[word], starts[word + 1]):
            breaks[word] = 1 if match.group()[0] in ".!?…。！？" and match.group().count("\n") < 2 else 2
    for end in block_ends:
        if end and not (end < count and _runs_on(text, ends[end - 1], starts[end])):
            breaks[end - 1] = 2
    return breaks


def _runs_on(text: str, end: int, start: int) -> bool:
    """Whether a block that ends at ``end`` is only a line of a sentence, broken off by hand or by a program of mail."""
    return text[start].islower() and bool(_LINE_END.fullmatch(text, end, start))


def _goes_on(text: str, first: int, end: int, start: int) -> bool:
    """Whether the sentence goes on over a mark that could end it: "Mr. Smith", "J. Smith", "what?" she said."""
    between = text[end:start]
    if "\n" in between and (between.count("\n") > 1 or any(sign in between for sign in "•▪●*-–:")):
        return False
    if between.lstrip("\"'”’»)] ")[:1] not in tuple(".!?…。！？"):
        return False
    word = text[first:end]
    if text[start].islower():
        written_out = len(word) >= _WRITTEN_OUT and word.isalpha() and word.islower()
        return not (between[0] == "." and between[1:].isspace() and written_out and word not in _SHORTENED)
    return between in (". ", ".\u00a0") and (word in _ABBREVIATED or (len(word) == 1 and word.isupper()))


def _ellipses(text: str, starts: list[int]) -> bytearray:
    count = len(starts)
    flags = bytearray(count)
    for match in _ELLIPSIS.finditer(text):
        word = bisect_left(starts, match.end()) - 1
        if 0 <= word < count:
            flags[word] = 1
    return flags


_MARK = re.compile(r"[“”«»„\"]")


def _marks(text: str, starts: list[int], ends: list[int], quotations: tuple[tuple[int, int], ...]) -> bytearray:
    """Quotation marks between words. Which way a straight one turns is told by the blank beside it."""
    flags = bytearray(len(starts))
    for first, last in quotations:
        if first:
            flags[first - 1] |= 1
        flags[last - 1] |= 2
    for match in _MARK.finditer(text):
        word = bisect_left(starts, match.end()) - 1
        if 0 <= word < len(starts) and match.start() >= ends[word]:
            flags[word] |= 1 if _opens(text, match.start()) else 2
    return flags


def _opens(text: str, at: int) -> bool:
    mark = text[at]
    if mark != '"':
        return mark in "“«„"
    after = text[at + 1 : at + 2]
    return bool(after) and not after.isspace() and (at == 0 or not text[at - 1].isalnum())


def _quotations(article: Article, starts: list[int], ends: list[int]) -> tuple[tuple[int, int], ...]:
    ranges = []
    for quotation in article.quotations:
        first = bisect_left(starts, quotation.start)
        last = bisect_right(ends, quotation.end)
        if first < last:
            ranges.append((first, last))
    return tuple(sorted(ranges))


def _acronyms(text: str, starts: list[int], numbers: list[int], vocabulary: Vocabulary) -> dict[int, tuple[int, ...]]:
    found: dict[int, tuple[int, ...]] = {}
    for match in _ACRONYM.finditer(text):
        letters = match.group(1)
        word, length = bisect_left(starts, match.start()), len(letters)
        initials = "".join(text[starts[at]] for at in range(word - length, word)) if word >= length else ""
        if initials.upper() == letters:
            found[vocabulary.number(letters)] = tuple(numbers[word - length : word])
    return found
