"""The blocks of a page as rows with what the furniture rules ask of each: its words, its weight, its cue."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from reader.articles.article import Block
from reader.articles.headline import ends_a_sentence, is_prose, word_count
from reader.articles.pages.lines import LONGEST, Cue, cue_of, plain_line
from reader.articles.pages.words import CONTRIBUTED, NOTES

_BREAKS: Final = "\n\r\x85\u2028\u2029"
FAR: Final = 2
"""Line breaks that part a row from the one before it: more are counted as so many."""


class Row(NamedTuple):
    """One block, as the rules see it."""

    block: Block
    text: str
    """Its words without marks, blanks as one; of a long block only the beginning."""
    words: int
    prose: bool
    """Running text: never furniture by a rule that looks at lines."""
    cue: Cue | None
    tight: bool
    """Whether no blank line parts it from the row before."""
    note: bool
    """A correction or a note of the editors, or a paragraph set in italics as a whole."""

    @property
    def label(self) -> bool:
        """Whether it is short, says nothing by itself and does not end as a sentence does."""
        return not self.prose and self.cue is None and not ends_a_sentence(self.text)


def rows_of(text: str, blocks: Sequence[Block]) -> list[Row]:
    """A row for each block, in order."""
    rows: list[Row] = []
    after = 0
    for block in blocks:
        rows.append(_row(text, block, after))
        after = block.end
    return rows


def _row(text: str, block: Block, after: int) -> Row:
    raw = text[block.start : block.end]
    plain = plain_line(raw[: 2 * LONGEST])
    lead = block.start if block.lead is None else block.lead
    tight = not _parted(text, after, lead)
    if block.kind == "furniture":
        return Row(block, plain, 0, False, None, tight, False)
    cue = cue_of(plain) if len(raw) <= 2 * LONGEST and block.rule != "code" else None
    if cue is not None:
        return Row(block, plain, word_count(plain), False, cue, tight, False)
    words = word_count(raw)
    prose = block.rule == "code" or (words >= 2 and is_prose(plain if len(raw) <= 2 * LONGEST else raw))
    note = (raw[0] in "*_" and raw[-1] in "*_" and words > 4) or plain.lower().startswith(NOTES)
    note = note or plain.endswith(CONTRIBUTED)
    return Row(block, plain, words, prose, None, tight, note)


def _parted(text: str, start: int, end: int) -> bool:
    """Whether a blank line lies between two blocks."""
    between = text[start:end]
    breaks = between.count("\n") or sum(between.count(sign) for sign in _BREAKS)
    return breaks >= FAR


class Weights:
    """How many words of prose stand before and after each row."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._sums = [0, *accumulate(row.words if row.prose else 0 for row in rows)]
        self.total = self._sums[-1]

    def before(self, at: int) -> int:
        """Words of prose in the rows before this one."""
        return self._sums[at]

    def after(self, at: int) -> int:
        """Words of prose in the rows after this one."""
        return self.total - self._sums[at + 1]

    def between(self, start: int, end: int) -> int:
        """Words of prose in the rows from ``start`` up to ``end``."""
        return self._sums[end] - self._sums[start]
