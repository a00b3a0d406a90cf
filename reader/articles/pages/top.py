"""The top of a page without markup: the headline, what stands above it, and the dek below.

An extractor leaves a label or two above the headline; a raw scrape leaves the whole menu. In the first case the first
line with the shape of a headline is the title; in the second the one right above the byline or the text is, as a
guess.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple, Protocol

from reader.articles.bylines import is_byline
from reader.articles.dates import days_in, is_date_line
from reader.articles.headline import KICKER_WORDS, could_be_title, in_title_case, is_prose, word_count
from reader.articles.names import is_name
from reader.articles.outlets import could_be_outlet, is_masthead
from reader.articles.pages.credits import is_credit
from reader.articles.pages.lines import cue_of, plain_line
from reader.articles.pages.releases import is_release_label
from reader.articles.pages.subject import PARAGRAPHS, Text, likeness, main_text, subject_of
from reader.articles.pages.subject import SEEN as SEEN_FOR_TEXT

OPENING: Final = "“‘«„'\"¿¡$€£["
"""Signs that headlines begin with, beside letters and digits."""
LABELS: Final = 2
"""Stretches below a label in which its headline stands."""
SHORT_LABEL: Final = 2
"""Words: so short a line above a longer one is a label more often than a headline with a dek."""
DATED: Final = 60
"""Code points: a line with a whole day in it that is no longer says when and where, and is no headline."""
PAGE_NAME: Final = 3
"""Lines at the very top among which a scrape prints the name of the page."""
_CUT: Final = re.compile(r"\s(?:[|–—·•»-]|::)\s")
_PATH: Final = re.compile(r"\S [>›»/] \S")

SEEN: Final = 400
"""Stretches that are looked at: the menus of the largest sites have about as many entries."""
MENU: Final = 6
"""So many entries of a menu before the first paragraph make a top crowded: extractors leave fewer."""
MENU_WORDS: Final = 3
HEADLINE_LEAST: Final = 4
"""Words: below a menu, a shorter line is one more entry."""
LIKE: Final = 0.3
"""The share of its words of which the text speaks, with which a line that stands where headlines do is the headline."""
MORE_LIKE: Final = 0.4
"""The same for another line."""
NEARLY: Final = 0.6
"""The share of the most alike line's with which one above it is the headline, and that one the line below it."""
REACH: Final = 10
"""Stretches above the byline or the text in which a headline is looked for below a menu."""


class Line(Protocol):
    """What the top is judged by: a stretch of a text that is one block."""

    @property
    def text(self) -> str:
        """Its words."""

    @property
    def spaced(self) -> bool:
        """Whether a blank line, or the start of the text, is before it."""

    @property
    def listed(self) -> bool:
        """Whether it is an item of a list."""


class Top(NamedTuple):
    """Where the headline is, if there is one; ``crowded`` where a menu stands above it and the headline is a guess."""

    title: int | None
    crowded: bool = False


def top_of(lines: Sequence[Line]) -> Top:
    """The headline among the first stretches of a text: by its place, or, on a raw page, by what the text speaks of."""
    top = _by_place(lines)
    if sum(map(_is_entry, lines[:SEEN])) < MENU:
        return top
    paragraphs = [at for at, line in enumerate(lines[:SEEN_FOR_TEXT]) if _is_text(line)]
    text = main_text([(at, word_count(lines[at].text)) for at in paragraphs])
    if text is None or sum(map(_is_entry, lines[: text.start])) < MENU:
        return top
    return _by_subject(lines, top, text, [at for at in paragraphs if text.start <= at <= text.last][:PARAGRAPHS])


def _by_subject(lines: Sequence[Line], top: Top, text: Text, paragraphs: Sequence[int]) -> Top:
    """The headline that was found, where the text speaks of it; else the first line above the text of which it does."""
    subject: set[str] = set()
    for at in paragraphs:
        subject |= subject_of(lines[at].text)
    if top.title is not None and likeness(lines[top.title].text, subject) >= LIKE:
        return top
    above = range(max(0, text.start - 3 * REACH), min(text.start + 2, len(lines)))
    alike = {at: likeness(lines[at].text, subject) for at in above if _could_be_headline(lines[at])}
    most = max(alike.values(), default=0.0)
    if most < MORE_LIKE:
        return top
    return Top(next(at for at, share in alike.items() if share >= max(MORE_LIKE, NEARLY * most)), crowded=True)


def _by_place(lines: Sequence[Line]) -> Top:
    """The headline by where it stands."""
    first = next((at for at, line in enumerate(lines[:SEEN]) if _is_text(line)), None)
    named = _named_by_page(lines[:SEEN] if first is None else lines[:first])
    if named is not None:
        return Top(named)
    if first is None:
        return Top(_plain_title(lines, loose=False))
    loose = not any(line.spaced for line in lines[1:SEEN])
    if sum(map(_is_entry, lines[:first])) < MENU:
        return Top(_plain_title(lines, loose=loose))
    return Top(_below_menu(lines, first), crowded=True)


def _is_entry(line: Line) -> bool:
    return line.listed or word_count(line.text) <= MENU_WORDS


def _named_by_page(lines: Sequence[Line]) -> int | None:
    """The headline that the name of the page repeats: "Ferry stops | Averin Gazette" above "Ferry stops"."""
    for at, line in enumerate(lines[:PAGE_NAME]):
        for cut in _CUT.finditer(line.text):
            headline = line.text[: cut.start()].strip()
            if word_count(headline) >= HEADLINE_LEAST - 1:
                below = next((k for k in range(at + 1, len(lines)) if lines[k].text == headline), None)
                if below is not None:
                    return below
    return None


def _is_text(line: Line) -> bool:
    return not line.listed and len(line.text) > 60 and is_prose(line.text) and cue_of(plain_line(line.text)) is None


def _plain_title(lines: Sequence[Line], *, loose: bool) -> int | None:
    """The first stretch that is no furniture, where it has the shape of a title and a blank line or prose follows.

    A longer one below it, where the first is a label of a few words: a section's name above the headline. ``loose``:
    no blank lines part anything in this text.
    """
    at = _first_not_passed(lines, 0)
    headline = _below_masthead(lines, at, loose=loose)
    if headline is not None:
        at = headline
    if at + 1 >= len(lines) or not _titles(lines, at, loose=loose):
        return None
    for below in range(at + 1, min(at + 1 + LABELS, len(lines) - 1)):
        parted = lines[below].spaced or loose
        if parted and _titles(lines, below, loose=loose) and _is_label(lines[at].text, lines[below].text):
            return below
    return at


def _first_not_passed(lines: Sequence[Line], at: int) -> int:
    while at < min(len(lines), MENU) and _is_passed_over(lines[at].text):
        at += 1
    return at


def _below_masthead(lines: Sequence[Line], at: int, *, loose: bool) -> int | None:
    """The headline below the name of the outlet that stands at ``at``, if it is one.

    What has the shape of such a name may be a headline with a line below it; hardly where byline or day are between.
    """
    if at >= len(lines) or not could_be_outlet(lines[at].text):
        return None
    below = at + 1
    while below + 1 < len(lines) and is_name(lines[below].text) and _is_passed_over(lines[below + 1].text):
        below += 1
    below = _first_not_passed(lines, below)
    if below + 1 >= len(lines) or not (below > at + 1 or is_masthead(lines[at].text)):
        return None
    return below if _titles(lines, below, loose=loose) else None


def _is_label(line: str, below: str) -> bool:
    """Whether a line is the name of a section above the headline: short, and the other longer.

    Of four words it is one only where the other is in capitals: a headline may be so short and have a dek below.
    """
    words = word_count(line)
    if words > KICKER_WORDS or line.endswith("?") or _says_something_else(plain_line(below)):
        return False
    longer = word_count(below) >= (HEADLINE_LEAST if words == 1 else KICKER_WORDS + 2)
    return longer and (words <= SHORT_LABEL or in_title_case(below))


def _titles(lines: Sequence[Line], at: int, *, loose: bool) -> bool:
    line, after = lines[at], lines[at + 1]
    if line.listed or not could_be_title(line.text):
        return False
    return loose or after.spaced or is_prose(after.text) or _signs(after.text)


def _signs(line: str) -> bool:
    """Whether a line says who wrote the article, when, or for whom, as stands below a headline."""
    return is_byline(line) or is_date_line(line) or is_masthead(line)


def _is_passed_over(text: str) -> bool:
    """Whether a line above the headline is known to be something else. One word alone may be a headline."""
    line = plain_line(text)
    cue = cue_of(line)
    if cue is not None and cue.strength == "weak":
        return word_count(text) <= 1
    if cue is not None or is_release_label(line) or is_byline(line) or is_date_line(line):
        return True
    if is_credit(line) or _PATH.search(line) is not None:
        return True
    return len(line) < DATED and next(days_in(line), None) is not None


def _below_menu(lines: Sequence[Line], first: int) -> int | None:
    """The headline between a menu and the first paragraph: one that is printed twice, else the last to begin a run."""
    marks = [
        at
        for at in range(max(0, first - 3 * REACH), first)
        if is_byline(lines[at].text) or is_date_line(lines[at].text)
    ]
    anchor = next((at for at in reversed(marks) if _candidates(lines, at)), first)
    found = _candidates(lines, anchor) or _candidates(lines, first)
    if not found:
        return None
    printed: dict[str, int] = {}
    for line in lines[:first]:
        printed[line.text] = printed.get(line.text, 0) + 1
    twice = [at for at in found if printed[lines[at].text] > 1]
    if twice:
        return twice[-1]
    at = found[-1]
    while at - 1 in found:
        at -= 1
    return at


def _candidates(lines: Sequence[Line], anchor: int) -> list[int]:
    """The stretches above ``anchor`` that could be a headline below a menu."""
    return [
        at
        for at in range(max(0, anchor - REACH), anchor)
        if _could_be_headline(lines[at]) and word_count(lines[at].text) >= HEADLINE_LEAST
    ]


def _could_be_headline(line: Line) -> bool:
    parted = not line.listed and word_count(line.text) >= HEADLINE_LEAST - 1
    return parted and could_be_title(line.text) and not _says_something_else(plain_line(line.text))


def _says_something_else(line: str) -> bool:
    """Whether a line is known to be no headline: furniture, a byline, a date, a credit, a path of links, a picture."""
    if not line or cue_of(line) is not None or is_byline(line) or is_date_line(line) or is_credit(line):
        return True
    letters = sum(letter.isalpha() for letter in line)
    return _PATH.search(line) is not None or 2 * letters < len(line) or not (line[0].isalnum() or line[0] in OPENING)
