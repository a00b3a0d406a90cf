"""In whose voice a passage stands: quoted, attributed to someone, or the outlet's own.

*Quoted* is what stands between quotation marks, or in a block quotation. *Attributed* is what a sentence says that
somebody says: “the press release states that …”, “according to the council, …”, “…, the council says”. Everything
else is the outlet's *own*. Only English is read for attributions: in another language what is not quoted is not known.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import Final

from reader.articles.article import Article, Block
from reader.articles.quotations import is_english
from reader.articles.speech.sentences import sentence_starts
from reader.articles.speech.subjects import BLANK, is_passive, subject_after, subject_before
from reader.articles.speech.verbs import REPORTING
from reader.compare.comparison import Voice
from reader.text.spans import Span, overlap

BEFORE: Final = 1_000
"""Code points before a passage in which its sentence begins."""
BEHIND: Final = 400
"""Code points after a passage in which its sentence ends."""
GOVERNED_WORDS: Final = 15
"""Words between “says that” and a passage up to which it is what is said: “says that from next spring on …”."""
TAIL_WORDS: Final = 10
"""Words after a passage in which its tag begins: “…, the council says”."""
MOST: Final = 0.5
"""Share of a passage from which it stands in one voice."""
WITH_TAG: Final = 0.33
"""The same where the passage begins as a quotation and takes its tag in: “…,” said X, director of Y."""

_ACCORDING: Final = re.compile(r"\b(?:according to|in the words of|as told by|as reported by)\s", re.IGNORECASE)
_HEARSAY: Final = re.compile(r"\b(?:reportedly|allegedly|(?:is|are|was|were) (?:said|reported|alleged|claimed) to)\b")
_WORD: Final = re.compile(r"[A-Za-z]+")
_NEW_CLAUSE: Final = re.compile(r";|:\s+\S+.*\.\s|,\s+(?:but|while|whereas|although|though)\s")
_WHO: Final = re.compile(r"\b(?:who|which|that)\s+(?:\w+ly\s+)?$")
_LISTS: Final = frozenset(("list", "lists", "listed", "names", "named", "sets", "set", "promises", "promised", "gives"))
_END_OF_CLAUSE: Final = re.compile(r"[;.?!]|\n")


def voice_of(article: Article, span: Span) -> Voice | None:
    """The voice of the words in ``span``; ``None`` where they are not quoted and the language is not English."""
    block = _block_at(article, span)
    if _quoted(article, span) or (block is not None and block.kind == "blockquote"):
        return "quoted"
    if not is_english(article.particulars.language):
        return None
    if block is None:
        return "own"
    if block.kind == "list-item" and _introduced(article, block):
        return "attributed"
    return "attributed" if _attributed(article, block, span) else "own"


def _block_at(article: Article, span: Span) -> Block | None:
    """The block that holds the middle of a span."""
    middle = (span.start + span.end) // 2
    at = bisect_right(article.blocks, middle, key=lambda block: block.start) - 1
    return article.blocks[at] if at >= 0 else None


def _quoted(article: Article, span: Span) -> bool:
    """Whether most of a span lies in quotations."""
    first = bisect_left(article.quotations, span.start, key=lambda quotation: quotation.end)
    last = bisect_left(article.quotations, span.end, key=lambda quotation: quotation.start)
    near = [quotation.span for quotation in article.quotations[first:last]]
    begins = any(quotation.start <= span.start for quotation in near)
    return overlap([span], near) > (WITH_TAG if begins else MOST) * (span.end - span.start)


def _attributed(article: Article, block: Block, span: Span) -> bool:
    """Whether the sentence in which the passage begins, or most of it stands, is what somebody says."""
    low, high = max(block.start, span.start - BEFORE), min(block.end, span.end + BEHIND)
    text = _masked(article, low, high)
    starts = sentence_starts(text, 0, high - low, ())
    ends = [*starts[1:], high - low]
    inside = Span(max(0, span.start - low), min(high, span.end) - low)
    covered = 0
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        part = Span(max(start, inside.start), min(end, inside.end))
        if part.start < part.end and _governed(text, Span(start, end), part):
            if number == bisect_right(starts, inside.start) - 1:
                return True
            covered += part.end - part.start
    return covered > MOST * (inside.end - inside.start)


def _masked(article: Article, low: int, high: int) -> str:
    """A stretch of the article with its quotations blanked out."""
    text = article.text[low:high]
    first = bisect_left(article.quotations, low, key=lambda quotation: quotation.end)
    for quotation in article.quotations[first:]:
        if quotation.start >= high:
            break
        start, end = max(low, quotation.start) - low, min(high, quotation.end) - low
        text = text[:start] + BLANK * (end - start) + text[end:]
    return text


def _governed(text: str, sentence: Span, part: Span) -> bool:
    """Whether the words of ``part`` are what the sentence says that somebody says."""
    lead_end = (part.start + part.end) // 2
    for found in _ACCORDING.finditer(text, sentence.start, sentence.end):
        if subject_after(text, found.end() - 1, sentence.end) is not None:
            return True
    if _HEARSAY.search(text, sentence.start, lead_end):
        return True
    return _says_before(text, sentence.start, part.start, lead_end) or _says_after(text, part.end, sentence.end)


def _says_before(text: str, start: int, at: int, end: int) -> bool:
    """Whether a verb of speech with its subject stands before the words at ``at``, or begins them."""
    for verb in _WORD.finditer(text, start, end):
        if verb.group() not in REPORTING or is_passive(text, start, verb.start()):
            continue
        between = text[verb.end() : max(at, verb.end())]
        if len(between.split()) > GOVERNED_WORDS or _NEW_CLAUSE.search(between):
            continue
        if _WHO.search(text, start, verb.start()):
            continue
        if subject_before(text, start, verb.start()) is not None:
            return True
    return False


def _says_after(text: str, at: int, end: int) -> bool:
    """Whether a tag follows: “…, the council says” or “…, said the council”."""
    stop = _END_OF_CLAUSE.search(text, at, end)
    limit = stop.start() if stop else end
    for number, word in enumerate(_WORD.finditer(text, at, limit)):
        if number >= TAIL_WORDS:
            return False
        if word.group() not in REPORTING or is_passive(text, at, word.start()):
            continue
        comma = text.rfind(",", at, word.start())
        if comma < 0 and "," not in text[max(0, at - 1) : at + 1]:
            return False
        begin = max(at, comma + 1)
        inverted = not text[begin : word.start()].strip() and subject_after(text, word.end(), limit) is not None
        return inverted or subject_before(text, begin, word.start()) is not None
    return False


def _introduced(article: Article, item: Block) -> bool:
    """Whether the sentence that introduces a list says that somebody says what is on it."""
    at = bisect_left(article.blocks, item.start, key=lambda block: block.start) - 1
    while at >= 0 and article.blocks[at].kind in ("list-item", "furniture"):
        at -= 1
    if at < 0 or article.blocks[at].kind != "paragraph":
        return False
    block = article.blocks[at]
    text = _masked(article, max(block.start, block.end - BEHIND), block.end)
    if not text.rstrip().endswith(":"):
        return False
    start = sentence_starts(text, 0, len(text), ())[-1]
    if _ACCORDING.search(text, start):
        return True
    return any(
        verb.group() in REPORTING | _LISTS and subject_before(text, start, verb.start()) is not None
        for verb in _WORD.finditer(text, start)
    )
