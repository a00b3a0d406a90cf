"""One quotation or passage as every outlet words it, stacked: the changed words marked, what stands around it dim.

Words inside quotation marks and words outside of them look different, because a change inside is another matter.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.text.clean import clean
from reader.text.spans import Span
from reader.tui.render.layers import Layer, Stretch, pieces
from reader.tui.render.line import Line, Piece
from reader.tui.render.quotes import relation_words, speaker_piece
from reader.tui.render.wrap import wrap

if TYPE_CHECKING:
    from reader.articles.article import Article
    from reader.compare.comparison import Edit, Passage
    from reader.compare.statements import SharedQuotation, Variant

AROUND = 90
"""Code points of what stands before and after that are shown."""
CARET = "∧"
"""Stands where words were taken away."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One outlet's words: where they stand, which of them were changed, where some were taken away."""

    article: int
    """Position among the articles."""
    parts: tuple[Span, ...]
    about: Line
    """What there is to say of it, after the outlet's name."""
    changed: tuple[Span, ...] = ()
    missing: tuple[int, ...] = ()


def wordings_of_quotation(quotation: SharedQuotation) -> list[Wording]:
    """The fullest wording first, then the others in their order."""
    base = quotation.base
    return [_of_variant(v, is_base=v is base) for v in (base, *(v for v in quotation.variants if v is not base))]


def _of_variant(variant: Variant, *, is_base: bool) -> Wording:
    speaker = speaker_piece(variant.statement)
    about = [Piece("fullest wording" if is_base else relation_words(variant), "dim" if is_base else "edge-quoted")]
    if speaker.text:
        about += [Piece(" · ", "dim"), speaker]
    changed = [Span(e.start, e.end) for e in variant.edits if e.op != "equal" and e.end > e.start]
    missing = [e.start for e in variant.edits if e.op != "equal" and e.end == e.start]
    return Wording(variant.article, variant.statement.segments, tuple(about), tuple(changed), tuple(missing))


def wordings_of_passage(passage: Passage) -> list[Wording]:
    """Every occurrence in order; the first is what the others are held against."""
    out: list[Wording] = []
    for place, occurrence in enumerate(passage.occurrences):
        edits: tuple[Edit, ...] = next((c.edits for c in passage.changes if c.occurrence == place), ())
        changed = [Span(e.start, e.end) for e in edits if e.op != "equal" and e.end > e.start]
        missing = [e.start for e in edits if e.op != "equal" and e.end == e.start]
        about = Piece(_passage_words(place, edits) + (f" · {occurrence.voice}" if occurrence.voice else ""), "dim")
        out.append(Wording(occurrence.article, (occurrence.span,), (about,), tuple(changed), tuple(missing)))
    return out


def _passage_words(place: int, edits: Sequence[Edit]) -> str:
    if place == 0:
        return "what the others are held against"
    return "altered" if any(edit.op != "equal" for edit in edits) else "the same words"


def wording_lines(wording: Wording, article: Article, name: str, width: int) -> list[Line]:
    """A line that says whose words, then the words at ``width`` cells, then a blank line."""
    lines: list[Line] = [(Piece("  "), Piece(name, "accent"), Piece("  "), *wording.about)]
    first, last = wording.parts[0].start, wording.parts[-1].end
    start, end = _around(article.text, first, last)
    display = clean(article.text[start:end]).replace("\n", " ")
    layers = (
        Layer(Stretch(s - start, e - start, "dim") for s, e in _outside(wording.parts, start, end)),
        Layer(_quoted(article, wording.parts, start)),
        Layer(Stretch(s - start, e - start, "changed") for s, e in _trimmed(wording.changed, article.text)),
    )
    carets = sorted(place - start for place in wording.missing)
    goes_on = _goes_on(article.text, end)
    rows = wrap(display, 0, len(display), width - 8, dict.fromkeys(carets, 1))
    for number, (begin, stop) in enumerate(rows):
        after = rows[number + 1][0] if number + 1 < len(rows) else len(display) + 1
        line = pieces(display, begin, stop, "", layers)
        here = [place for place in carets if begin <= place < after]
        lead = Piece("  … " if not begin and _came_before(article.text, start) else "    ", "dim")
        tail = Piece(" …" if stop == len(display) and goes_on else "", "dim")
        lines.append((lead, *_with_carets(line, begin, here), tail))
    return [*lines, ()]


def _came_before(text: str, start: int) -> bool:
    """Whether a stretch begins inside a paragraph."""
    return start > 0 and text[start - 1] != "\n"


def _goes_on(text: str, end: int) -> bool:
    """Whether a stretch ends inside a paragraph."""
    return end < len(text) and text[end] != "\n"


def _around(text: str, first: int, last: int) -> tuple[int, int]:
    """Up to :data:`AROUND` code points either side, to a word's edge, not past a blank line."""
    start = max(0, first - AROUND)
    gap = text.rfind("\n\n", start, first)
    start = gap + 2 if gap >= 0 else (text.find(" ", start, first) + 1 or start if start else 0)
    end = min(len(text), last + AROUND)
    gap = text.find("\n\n", last, end)
    if gap >= 0:
        end = gap
    elif end < len(text):
        end = max(last, text.rfind(" ", last, end))
    return start, end


def _outside(parts: Sequence[Span], start: int, end: int) -> list[tuple[int, int]]:
    """What lies between ``start`` and ``end`` outside the parts."""
    edges = [start, *(edge for part in parts for edge in part), end]
    return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b > a]


def _quoted(article: Article, parts: Sequence[Span], start: int) -> list[Stretch]:
    """The words in quotation marks within the parts."""
    out: list[Stretch] = []
    for quotation in article.quotations:
        for part in parts:
            first, last = max(quotation.start, part.start), min(quotation.end, part.end)
            if last > first:
                out.append(Stretch(first - start, last - start, "quotation"))
    return out


def _trimmed(spans: Sequence[Span], text: str) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for start, end in spans:
        words = text[start:end]
        lead = len(words) - len(words.lstrip())
        tail = len(words) - len(words.rstrip())
        if lead + tail < len(words):
            out.append((start + lead, end - tail))
    return out


def _with_carets(line: Sequence[Piece], begin: int, carets: Sequence[int]) -> list[Piece]:
    """The pieces of a row that begins at ``begin``, with a caret at each place where words are missing; those behind
    its last character stand at its end."""
    out: list[Piece] = []
    at = begin
    for piece in line:
        cut = 0
        for place in carets[bisect_left(carets, at) :]:
            if place >= at + len(piece.text):
                break
            out += [Piece(piece.text[cut : place - at], piece.roles), Piece(CARET, "changed")]
            cut = place - at
        out.append(Piece(piece.text[cut:], piece.roles))
        at += len(piece.text)
    out += [Piece(CARET, "changed") for place in carets if place >= at]
    return [piece for piece in out if piece.text]
