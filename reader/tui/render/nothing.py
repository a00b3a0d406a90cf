"""What to say where articles share no passage: how near they come, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.articles.article import Article
from reader.compare.comparison import Comparison
from reader.text.clean import one_line
from reader.tui.commands import first_key
from reader.tui.render.keys import hint
from reader.tui.render.line import Line, Piece, shortened
from reader.tui.render.particulars import counted, day_shown

if TYPE_CHECKING:
    from reader.articles.eras import Clue
    from reader.compare.comparison import NearMiss


def nothing_shared(articles: Sequence[Article], comparison: Comparison, words: int) -> Sequence[Line]:
    """The lines, without blank ones around them. ``words`` is the least length of a passage that was asked for."""
    who = "These two" if len(articles) == 2 else "These"
    lines: list[Line] = [(Piece(f"{who} share no passage of {counted(words, 'word')} or more.", "strong"),)]
    near = max(comparison.near_misses, key=lambda miss: miss.words, default=None)
    if near is None:
        lines.append((Piece("Not even two words in a row are in both."),))
    else:
        text = articles[near.first].text[near.first_span.start : near.first_span.end]
        quoted = shortened(one_line(text), 60)
        lines.append(
            (
                Piece("Closest: "),
                Piece(f"“{quoted}”", "quotation"),
                Piece(f" ({counted(near.words, 'word')}) in both", "dim"),
            )
        )
    if apart := years_apart(articles):
        lines.append(apart)
    lines.append(tuple(piece for action, what in _next(near, words) for piece in hint(first_key(action), what)))
    return lines


def _next(near: NearMiss | None, words: int) -> Iterator[tuple[str, str]]:
    """What can be done: commands, and what they do here."""
    if near is not None and near.words < words:
        yield "fewer_words", f"allow {near.words} words" if words - near.words == 1 else "allow shorter ones"
    yield from (("figures", "compare figures"), ("matrix", "see all pairs"), ("back", "back"))


def years_apart(articles: Sequence[Article]) -> Line | None:
    """A remark where two texts look years apart, with the words in each that say so: a warning, not a verdict."""
    from reader.articles.eras import looks_years_apart

    apart = looks_years_apart(articles[0], articles[1])
    if apart is None:
        return None
    clues = zip(articles, (apart.one, apart.two), strict=False)
    known = " · ".join(_clue(article, clue) for article, clue in clues)
    return (Piece(f"They look {counted(apart.years, 'year')} apart: "), Piece(known, "dim"))


def _clue(article: Article, clue: Clue) -> str:
    """The words that bound a text, and the year; a question mark where the year was worked out."""
    if clue.span is None:
        return f"published {day_shown(article.particulars)}"
    words = one_line(article.text[clue.span.start : clue.span.end])
    year = str(clue.year)
    if clue.is_assumed:
        return f"“{words}” ({year}?)"
    return f"“{words}”" if year in words else f"“{words}” ({year})"
