"""Titles, dates, counts and shares as words for a person. Whatever comes from a file is cleaned here."""

from __future__ import annotations

from datetime import date

from reader.articles.article import Article, Particulars
from reader.articles.particulars import shown_title
from reader.text.clean import clean_line
from reader.tui.render.line import Line, Piece

WORDS_A_MINUTE = 230
"""Silent reading of English non-fiction: 238 words a minute on average (Brysbaert 2019), less a little for pauses."""

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def file_name(article: Article) -> str:
    """The last part of the article's path or address; ``standard input`` for ``-``."""
    if article.path == "-":
        return "standard input"
    return clean_line(article.path.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1])


def short_name(article: Article) -> str:
    """The shortest name that tells an article from its neighbours: its outlet, else its file without the ending.

    A scrape that is named with a number and a hash goes by the number.
    """
    if article.particulars.outlet:
        return clean_line(article.particulars.outlet)
    stem = file_name(article).rsplit(".", 1)[0]
    head, _, tail = stem.partition("_")
    return head if head.isdigit() and len(tail) >= 8 else stem


def title_of(article: Article) -> str:
    """The title; the first words where there is none; the path where there are no words."""
    return clean_line(shown_title(article))


def written_date(iso: str | None, *, short: bool = False) -> str:
    """``3 March 2024`` (short: ``3 Mar 2024``) of an ISO date; the words themselves where it is none; ``""``."""
    if not iso:
        return ""
    try:
        day = date.fromisoformat(iso[:10])
    except ValueError:
        return clean_line(iso)
    name = MONTHS[day.month - 1]
    return f"{day.day} {name[:3] if short else name} {day.year}"


def day_shown(particulars: Particulars, *, short: bool = False) -> str:
    """The day of publication as :func:`written_date` writes it, with a question mark where it is a guess."""
    day = written_date(particulars.published, short=short)
    return f"{day}?" if day and particulars.published_guessed else day


def reading_time(words: int) -> str:
    """How long the words take to read, in minutes, never less than one."""
    return f"{max(1, round(words / WORDS_A_MINUTE))} min"


def counted(number: int, one: str, many: str | None = None) -> str:
    """``1 word``, ``2 words``, ``1,234 words``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def length(article: Article) -> str:
    """``1,234 words``; ``9,876,543 characters`` while the words are not counted yet."""
    return counted(article.words, "word") if article.is_whole else counted(len(article.text), "character")


def percent(value: float) -> str:
    """A share in percent: whole numbers, ``<1 %`` for the smallest, nothing hidden by rounding to 100."""
    if 0 < value < 1:
        return "<1 %"
    if 99.5 <= value < 100:
        return "99 %"
    return f"{value:.0f} %"


def particulars_line(article: Article) -> Line:
    """Outlet or file, byline, date, words and minutes, with dots between."""
    particulars = article.particulars
    name = clean_line(particulars.outlet) if particulars.outlet else file_name(article)
    parts = [
        clean_line(particulars.byline) if particulars.byline else "",
        day_shown(particulars),
        clean_line(particulars.kind) if particulars.kind not in {"article", "digest"} else "",
        length(article),
        reading_time(article.words) if article.is_whole else "",
    ]
    return (Piece(name, "accent"), *(Piece(f" · {part}", "dim") for part in parts if part))
