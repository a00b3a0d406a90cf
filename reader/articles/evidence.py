"""What the text itself says of its title, author, outlet, day and language, each with the place where it says so.

Furniture is asked for the author and the outlet (biographies, notices of copyright), never for a day. Where two places
contradict each other nothing is known.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from reader.articles.article import Block, Evidence, Particular
from reader.articles.blocks.plain import BELOW_MENU
from reader.articles.bylines import agency_names, is_one_name, is_role, names_of
from reader.articles.dates import Day, date_in, is_date_line
from reader.articles.headline import is_prose
from reader.articles.languages import language_of
from reader.articles.names import cased, is_name
from reader.articles.outlets import (
    copyright_year,
    could_be_outlet,
    is_masthead,
    outlet_beside,
    outlet_of_biography,
    outlet_of_copyright,
    outlet_of_dateline,
    outlet_of_origin,
)
from reader.articles.pages.biographies import biography_name
from reader.articles.pages.lines import cue_of, plain_line

TOP: Final = 16
"""Blocks around the headline and up to the first paragraphs in which bylines and dates stand."""
TOP_PROSE: Final = 2
"""Paragraphs at the top: some pages print byline and date below the first, none below the third."""
ABOVE: Final = 4
"""Blocks above the headline in which some pages print outlet, byline and day."""
BOTTOM: Final = 8
"""Blocks at the end of the article in which an agency names its reporters."""
LINE: Final = 400
"""Code points: longer blocks say nothing about themselves."""


class _Line(NamedTuple):
    """One block that may say something, and where its words begin in the text."""

    block: Block
    text: str

    def evidence(
        self, particular: Particular, value: str, start: int, end: int, rule: str, *, stated: bool
    ) -> Evidence:
        """What it says, with the place: code points ``start`` to ``end`` of its words, or of the whole block."""
        at = self.block.start
        if end <= len(self.text) and end <= self.block.end - at:
            return Evidence(particular, value, at + start, at + end, rule, stated)
        return Evidence(particular, value, at, self.block.end, rule, stated)


def evidence_in(text: str, blocks: Sequence[Block]) -> tuple[Evidence, ...]:
    """The evidence for each particular that is known, at most one each, in the order of the particulars."""
    lines = [_line(text, block) for block in blocks]
    top = _top(lines)
    authors = _biography_lines(lines)
    found = (
        _title(text, blocks),
        _byline(top, lines, authors),
        _outlet(top, lines, authors),
        _published(top, lines),
        _language(text, blocks),
    )
    return tuple(each for each in found if each is not None)


def _line(text: str, block: Block) -> _Line:
    raw = text[block.start : min(block.end, block.start + LINE)]
    return _Line(block, raw.replace("\xa0", " ") if block.kind != "furniture" else plain_line(raw))


def _title(text: str, blocks: Sequence[Block]) -> Evidence | None:
    block = next((block for block in blocks if block.kind == "title"), None)
    if block is None:
        return None
    words = " ".join(text[block.start : block.end].split())
    return Evidence("title", words, block.start, block.end, block.rule or "headline", block.rule != BELOW_MENU)


def _top(lines: Sequence[_Line]) -> list[_Line]:
    """The lines at the top that are neither furniture nor captions, without the paragraphs among them."""
    title = next((at for at, line in enumerate(lines) if line.block.kind == "title"), 0)
    above = (at for at in range(max(0, title - ABOVE), title) if lines[at].block.rule in ("byline", "date"))
    found: list[_Line] = []
    prose = 0
    for line in lines[max(0, next(above, title) - 1) : title + TOP]:
        if line.block.kind in ("furniture", "caption", "title"):
            continue
        prose += is_prose(line.text)
        if prose > TOP_PROSE:
            break
        found.append(line)
    return found


def _biography_lines(lines: Sequence[_Line]) -> list[int]:
    return [at for at, line in enumerate(lines) if line.block.rule == "biography"]


def _byline(top: Sequence[_Line], lines: Sequence[_Line], authors: Sequence[int]) -> Evidence | None:
    for line in top:
        if (names := names_of(line.text)) is not None:
            start = _place(line.text, names)
            return line.evidence("byline", names, start, start + len(names), "byline", stated=True)
    return _split_byline(top) or _named_beside(top) or _agency_byline(lines) or _author(lines, authors)


def _split_byline(top: Sequence[_Line]) -> Evidence | None:
    """ "By" or "Written by" on a line of its own, the name on the next."""
    for line, after in zip(top, top[1:], strict=False):
        if line.text.strip(" :").lower() in ("by", "written by", "author", "von", "par", "por", "di") and is_name(
            after.text
        ):
            return after.evidence("byline", cased(after.text), 0, len(after.text), "byline", stated=True)
    return None


def _named_beside(top: Sequence[_Line]) -> Evidence | None:
    """A name alone on its line, with a date or a role right before or after it."""
    for at, line in enumerate(top):
        if is_date_line(line.text) and (name := _name_within(line.text)) is not None:
            start = line.text.index(name)
            return line.evidence(
                "byline", cased(name), start, start + len(name), "name beside a date or role", stated=False
            )
        if not is_name(line.text) or line.block.kind != "paragraph" or cue_of(line.text) is not None:
            continue
        if could_be_outlet(line.text):
            continue
        beside = [top[near].text for near in (at - 1, at + 1) if 0 <= near < len(top)]
        if any(is_date_line(other) or is_role(other) for other in beside):
            return line.evidence(
                "byline", cased(line.text), 0, len(line.text), "name beside a date or role", stated=False
            )
    return None


def _name_within(line: str) -> str | None:
    """A name among the parts of a line with a date: "Dana Obi - Apr 16, 2015"."""
    parts = (part.strip() for part in re.split(r"[|·•–—]|\s-\s|,\s", line))
    return next((part for part in parts if is_name(part) and not could_be_outlet(part)), None)


def _agency_byline(lines: Sequence[_Line]) -> Evidence | None:
    ends = [line for line in lines if line.block.kind not in ("furniture", "caption")][-BOTTOM:]
    for line in ends:
        if (names := agency_names(line.text)) is not None:
            start = _place(line.text, names)
            return line.evidence("byline", names, start, start + len(names), "agency's last line", stated=True)
    return None


def _author(lines: Sequence[_Line], authors: Sequence[int]) -> Evidence | None:
    """Whom the biography is about: the name above it or at its beginning. With several authors, the first."""
    for at in authors:
        line = lines[at]
        name = biography_name(line.text)
        if name is None:
            continue
        above = lines[at - 1] if at else None
        if above is not None and above.block.rule == "biography" and is_name(above.text):
            return above.evidence("byline", cased(above.text), 0, len(above.text), "biography", stated=False)
        if is_one_name(name):
            return line.evidence("byline", name, 0, len(name), "biography", stated=False)
    return None


def _outlet(top: Sequence[_Line], lines: Sequence[_Line], authors: Sequence[int]) -> Evidence | None:
    """The outlet by the first of the rules that names one."""
    for line in top:
        signs = is_date_line(line.text) or names_of(line.text) is not None
        if signs and (found := outlet_beside(line.text)) is not None:
            return line.evidence("outlet", *found, "beside the byline", stated=True)
    if (masthead := _masthead(lines)) is not None:
        return masthead
    for at in authors:
        if (found := outlet_of_biography(lines[at].text)) is not None:
            return lines[at].evidence("outlet", *found, "biography", stated=False)
    for line in _notices(lines):
        if (found := outlet_of_copyright(line.text)) is not None:
            return line.evidence("outlet", *found, "copyright", stated=False)
    for line in lines[:TOP]:
        if line.block.kind == "paragraph" and (found := outlet_of_dateline(line.text)) is not None:
            return line.evidence("outlet", *found, "dateline", stated=False)
    for line in [each for each in lines if each.block.kind == "paragraph"][-BOTTOM:]:
        if (found := outlet_of_origin(line.text)) is not None:
            return line.evidence("outlet", *found, "first published", stated=False)
    return None


def _masthead(lines: Sequence[_Line]) -> Evidence | None:
    """The name of a paper alone on a line above the headline, or above the byline or the day below it."""
    title = next((at for at, line in enumerate(lines) if line.block.kind == "title"), None)
    if title is None:
        return None
    for at in range(max(0, title - ABOVE), min(len(lines), title + ABOVE)):
        line = lines[at]
        below = lines[at + 1] if at + 1 < len(lines) else line
        signed = at < title or below.block.rule in ("byline", "date") or is_name(below.text)
        if signed and line.block.rule in (None, "section label") and is_masthead(line.text):
            return line.evidence("outlet", line.text, 0, len(line.text), "name of a paper", stated=False)
    return None


def _notices(lines: Sequence[_Line]) -> Iterator[_Line]:
    return (line for line in lines if line.block.rule == "copyright")


def _published(top: Sequence[_Line], lines: Sequence[_Line]) -> Evidence | None:
    """The day by the surest rule; unknown where two lines of that rule differ, or the page's copyright is older."""
    found: dict[str, list[tuple[_Line, Day]]] = {}
    for line in top:
        if (dated := date_in(line.text)) is not None:
            found.setdefault(dated[1], []).append((line, dated[0]))
    seen = {line.block.start for line in top}
    for line in lines:
        if line.block.kind != "paragraph" or len(line.text) >= LINE or line.block.start in seen:
            continue
        dated = date_in(line.text)
        if dated is not None and dated[1] == "labelled date":
            found.setdefault(dated[1], []).append((line, dated[0]))
    for rule in ("labelled date", "dateline", "date line"):
        if rule not in found:
            continue
        line, day = found[rule][0]
        if len({each.day for _, each in found[rule]}) > 1 or _contradicted(day.day, lines):
            return None
        stated = rule in ("labelled date", "dateline")
        return line.evidence("published", day.day.isoformat(), day.start, day.end, rule, stated=stated)
    return None


def _contradicted(day: dt.date, lines: Sequence[_Line]) -> bool:
    """Whether the page was there before that day, by its own notice of copyright."""
    years = [year for line in _notices(lines) if (year := copyright_year(line.text)) is not None]
    return bool(years) and max(years) < day.year


def _language(text: str, blocks: Sequence[Block]) -> Evidence | None:
    seen: list[str] = []
    length = 0
    first = last = None
    for block in blocks:
        if block.kind != "furniture":
            seen.append(text[block.start : min(block.end, block.start + 6000 - length)])
            length += len(seen[-1])
            first = block.start if first is None else first
            last = block.start + len(seen[-1])
            if length >= 6000:
                break
    language = language_of(" ".join(seen))
    if language is None or first is None or last is None:
        return None
    return Evidence("language", language, first, last, "frequent words", False)


def _place(line: str, value: str) -> int:
    """Where a value stands in a line, in whatever case it is printed."""
    return max(0, line.lower().find(value.lower()))
