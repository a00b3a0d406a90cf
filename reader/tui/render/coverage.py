"""What became of a press release, as a table: its sentences, and how each article prints them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reader.text.clean import one_line
from reader.tui.render.line import Piece
from reader.tui.render.marks import VOICES
from reader.tui.render.table import TableRow

if TYPE_CHECKING:
    from reader.articles.article import Article
    from reader.compare.coverage import Print, Sentence

SIGNS: Mapping[str, str] = {"verbatim": "=", "altered": "~", "in part": "✂"}
_ROLES: Mapping[str, str] = {"verbatim": "edge-verbatim", "altered": "edge-altered", "in part": "edge-quoted"}
NOBODY = "∅"
"""The sign of a sentence that none of the others prints."""


def coverage_rows(release: Article, others: int, found: Sequence[Sentence]) -> list[TableRow]:
    """A row a sentence; those that nobody prints have a sign of their own."""
    return [_row(release, others, sentence) for sentence in found]


def _row(release: Article, others: int, sentence: Sentence) -> TableRow:
    words = one_line(release.text[sentence.span.start : sentence.span.end])
    printed = bool(sentence.prints)
    sign = Piece("" if printed else NOBODY, "warning")
    cells = tuple(_cell(sentence.by(at)) for at in range(1, others + 1))
    return TableRow(sign, Piece(words, "" if printed else "strong"), cells)


def _cell(each: Print | None) -> Piece:
    if each is None:
        return Piece("")
    voice = VOICES[each.voice] if each.voice in ("quoted", "attributed") else ""
    return Piece(f"{SIGNS[each.printing]} {voice}".rstrip(), _ROLES[each.printing])


def print_words(each: Print) -> str:
    """``altered, attributed``."""
    return ", ".join(part for part in (each.printing, each.voice or "") if part)
