"""Quotations: the words between quotation marks, which of them are one statement, and who said them.

Marks are read paragraph by paragraph (:mod:`reader.articles.speech.segments`), speakers found in English texts only
(:mod:`reader.articles.speech.speakers`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from reader.articles.article import Block, Quotation, QuotationKind
from reader.articles.languages import language_of
from reader.articles.speech.segments import Segment, segments_in
from reader.articles.speech.speakers import Attribution, Said, Spoken
from reader.text.words import count_words

QUOTED_KINDS: Final = frozenset(
    ("paragraph", "list-item", "blockquote", "caption", "title", "dek", "heading", "repeat")
)
"""Blocks that are looked at: all but furniture."""
TERM_WORDS: Final = 3
"""Up to so many words without the end of a clause are a term, or a name."""
DIRECT_WORDS: Final = 4
"""So many words that begin and end like a clause are direct speech."""
LONG_WORDS: Final = 24
"""So many words are direct speech, however they begin and end."""

_CLAUSE_END: Final = re.compile(r"[,.!?…—–:;]['’)\]]*$")
_LITTLE_WORDS: Final = """
a an the and or of in on at for to from with by as is de la le du der die das
"""
_LITTLE: Final = frozenset(_LITTLE_WORDS.split())
_WORDS: Final = re.compile(r"\w[\w’'\-]*")
_BEFORE_A_TITLE: Final = re.compile(
    r"(?:\b(?:the|an?|of|in|on|at|for|from|with|his|her|its|their|called|titled|named|film|song|book|show)|[’']s) $"
)
_IN_SENTENCE: Final = re.compile(r"[a-z] $")
_LOOK_BACK: Final = 12
"""Code points before a mark in which such a word stands."""


def quotations_in(text: str, blocks: Sequence[Block], language: str | None = None) -> tuple[Quotation, ...]:
    """The quotations of the blocks, in order, never overlapping. Segments of one statement share its number.

    ``language`` is the text's where it is known ("en", "en-GB"); else it is looked at here.
    """
    worded = [block for block in blocks if block.kind in QUOTED_KINDS and block.rule != "code"]
    said = _said(text, worded)
    if not said:
        return ()
    out: list[Quotation] = []
    statement = 0
    attribution = Attribution(text, worded, said, english=is_english(language or language_of(text)))
    for each, spoken in zip(said, attribution.spoken(), strict=True):
        statement += not (spoken.goes_on and out)
        out.append(_quotation(each, spoken, statement))
    return tuple(out)


def is_english(language: str | None) -> bool:
    """Whether a language tag is English's, or none: short texts often tell none."""
    return language is None or language.lower().split("-")[0] in ("en", "english")


def _said(text: str, blocks: Sequence[Block]) -> list[Said]:
    """Every segment with its block and kind."""
    out: list[Said] = []
    carried = False
    for at, block in enumerate(blocks):
        following = blocks[at + 1] if at + 1 < len(blocks) else None
        segments = segments_in(text, block, following)
        for segment in segments:
            whole = "continues" in segment.flags or (carried and segment.outer_start == block.start)
            words = text[segment.start : segment.end]
            if _is_woven_in(text[max(block.start, segment.outer_start - _LOOK_BACK) : segment.outer_start], words):
                words = words.rstrip(",.")
            out.append(Said(segment, at, kind_of(words, whole=whole)))
        carried = bool(segments) and "continues" in segments[-1].flags
    return out


def _quotation(said: Said, spoken: Spoken, statement: int) -> Quotation:
    segment: Segment = said.segment
    speaker = spoken.speaker
    return Quotation(
        statement,
        segment.start,
        segment.end,
        said.kind,
        speaker=speaker.name if speaker else None,
        confidence=speaker.confidence if speaker else None,
        speaker_at=speaker.at if speaker else None,
        flags=segment.flags,
        inner=segment.inner,
    )


def kind_of(words: str, *, whole: bool) -> QuotationKind:
    """Direct speech is a clause with its end; a term is a few words without one, or a title; all else is woven into
    a sentence. ``whole``: the words are part of a statement over paragraphs."""
    words = words.strip()
    count = count_words(words)
    ended = bool(_CLAUSE_END.search(words))
    if whole or (ended and (count >= DIRECT_WORDS or words[:1].isupper())) or count > LONG_WORDS:
        return "direct"
    if ended:
        return "fragment"
    return "term" if count <= TERM_WORDS or _is_title(words) else "fragment"


def _is_woven_in(before: str, words: str) -> bool:
    """Whether the comma or full stop in the marks is the sentence's around them, as Americans set it: the premiere of
    “Dune.”, and “The Long Road,” a song."""
    if words[-1:] not in (",", ".") or not words[:1].isupper() or count_words(words) > TERM_WORDS:
        return False
    return bool(_BEFORE_A_TITLE.search(before)) or (_is_title(words) and bool(_IN_SENTENCE.search(before)))


def _is_title(words: str) -> bool:
    """Whether every word that carries meaning has a capital: “The Long Good Night”."""
    carrying = [word for word in _WORDS.findall(words) if word.lower() not in _LITTLE]
    return len(carrying) > 1 and all(word[0].isupper() or word[0].isdigit() for word in carrying)
