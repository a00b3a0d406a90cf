"""Quotations as entries of a list: the words, who said them, and how the other outlets print them.

A speaker that is sure is written plainly, one that is likely has a question mark, and where none is known none is
written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.text.clean import clean_line, one_line
from reader.tui.render.line import Line, Piece, cells, shortened

if TYPE_CHECKING:
    from reader.articles.article import Article
    from reader.compare.statements import SharedQuotation, Statement, Variant

NAMES = (16, 12)
"""Cells of an outlet's name behind a sign: as many as let all of them stand in the row."""
ROWS = 2
"""Rows of an entry."""
SIGNS: Mapping[str, str] = {
    "identical": "=",
    "cut short": "✂",
    "spliced": "…",
    "reworded": "~",
    "other speaker": "⇢",
}
"""Of a relation, or of what else is true of a wording. *Marked* and *silent* have none: they are written out."""


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """A statement as one article prints it, and the quotation that it shares with others, if any."""

    article: int
    """Position among the articles that are listed."""
    statement: Statement
    shared: SharedQuotation | None = None


def quote_rows(
    said: Sequence[Sequence[Statement]], shared: Sequence[SharedQuotation], articles: Sequence[int]
) -> list[QuoteRow]:
    """The statements of ``articles`` (positions), article by article; a shared one once, with its first article.

    Terms and names in quotation marks are left out, unless several articles share them.
    """
    of: dict[tuple[int, int], SharedQuotation] = {
        (variant.article, variant.statement.number): quotation for quotation in shared for variant in quotation.variants
    }
    rows: list[QuoteRow] = []
    seen: set[int] = set()
    for article in articles:
        for statement in said[article]:
            quotation = of.get((article, statement.number))
            if quotation is None and statement.kind == "term":
                continue
            if quotation is not None:
                if quotation.number in seen:
                    continue
                seen.add(quotation.number)
            rows.append(QuoteRow(article, statement, quotation))
    return rows


def statement_words(article: Article, statement: Statement) -> str:
    """The words of a statement, its segments joined with a blank, on one line."""
    return " ".join(one_line(article.text[segment.start : segment.end]) for segment in statement.segments)


def speaker_piece(statement: Statement) -> Piece:
    """Who said it: plain where that is sure, with ``?`` where it is likely, empty where it is unknown."""
    if not statement.speaker:
        return Piece("")
    name = clean_line(statement.speaker)
    return Piece(name, "strong") if statement.confidence == "sure" else Piece(f"{name}?", "")


def quote_entry(
    row: QuoteRow, articles: Sequence[Article], names: Sequence[str], width: int, *, is_only: bool = False
) -> Sequence[Line]:
    """Two rows: the words; then the outlet, the speaker, and the other outlets with their signs.

    Signs tell a wording from the fullest; where that is not the one that is shown, this one has a sign too. Where only
    one article is listed (``is_only``), its outlet is named where there is no speaker.
    """
    words = shortened(f"“{statement_words(articles[row.article], row.statement)}”", width - 4)
    own = next((v for v in row.shared.variants if v.article == row.article), None) if row.shared else None
    is_fullest = own is None or row.shared is None or own is row.shared.base
    sign = "" if own is None or is_fullest else signs_of(own)
    second: list[Piece] = [Piece(f"  {sign}".ljust(5), "edge-quoted" if sign else "")]
    speaker = speaker_piece(row.statement)
    name = "" if is_only and speaker.text else names[row.article]
    second.append(Piece(shortened(name, (1 if row.shared else 2) * NAMES[0]), "accent"))
    if speaker.text:
        second += [Piece(" · " if name else "", "dim"), speaker]
    for flag in row.statement.flags:
        if flag in {"inferred-open", "unclosed"}:
            second.append(Piece(f" · {'mark missing'}", "warning"))
    if row.shared:
        fullest = None if is_fullest else row.shared.base
        others = sorted((v for v in row.shared.variants if v is not own), key=_telling)
        room = width - cells(second)
        for size in NAMES:
            parts = [_other(variant, names[variant.article], size, holds_all=variant is fullest) for variant in others]
            if sum(map(cells, parts)) <= room:
                break
        second += _as_fit(parts, room)
    return ((Piece("  "), Piece(words, "quotation")), tuple(second))


def _other(variant: Variant, name: str, size: int, *, holds_all: bool) -> Line:
    """Another outlet behind its sign; who said it there, where that is somebody else. Names have ``size`` cells."""
    sign = Piece("" if holds_all else f"{signs_of(variant)} ", "edge-quoted")
    outlet = Piece(f"{shortened(name, size)}{' (fullest wording)' if holds_all else ''}", "dim")
    speaker = clean_line(variant.speaker) if variant.other_speaker and variant.speaker else ""
    who = f" ({shortened(speaker, 2 * size)})" if speaker else ""
    return (Piece("   "), sign, outlet, Piece(who, "warning"))


def _as_fit(parts: Sequence[Line], room: int) -> Iterator[Piece]:
    """Those for which there is room, whole; of the others how many they are."""
    for number, part in enumerate(parts):
        left = len(parts) - number
        more = Piece(f"   and {left} more", "dim")
        if cells(part) + (cells((more,)) if left > 1 else 0) > room:
            yield more
            return
        yield from part
        room -= cells(part)


def _telling(variant: Variant) -> tuple[bool, bool]:
    """What says most comes first: another speaker, then other words."""
    return not variant.other_speaker, variant.relation == "identical"


def signs_of(variant: Variant) -> str:
    """The sign of its relation, then those of what else is true of it."""
    extra = [SIGNS[flag] for flag in variant.flags if flag in SIGNS and flag != variant.relation]
    return SIGNS[variant.relation] + "".join(extra)


def relation_words(variant: Variant) -> str:
    """``reworded, cut short, silent``."""
    return ", ".join(dict.fromkeys((variant.relation, *variant.flags)))
