"""What the page has and the article has not: sign-ups, related stories, share rows, biographies, notices.

Precision comes before completeness. A line is furniture by its own words (:mod:`reader.articles.pages.lines`), as an
entry of a box that such a line opens, in the company of others, or after the end of the article. What stands between
two paragraphs of the article is taken only where its own words say what it is. Each verdict names its rule; nothing is
deleted, and a wrong verdict is folded text, not lost text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from reader.articles.article import Block
from reader.articles.bylines import is_byline
from reader.articles.dates import is_date_line
from reader.articles.headline import could_be_heading
from reader.articles.names import is_name
from reader.articles.pages.biographies import biographies, tells_how_to_reach
from reader.articles.pages.endings import end_of_article
from reader.articles.pages.events import is_event_date
from reader.articles.pages.rows import Row, Weights

BOX_ENTRIES: Final = {"related": 8, "sign-up": 3, "events": 8, "community": 2}
"""How many lines a box between paragraphs may have after its heading: what ordinary pages put there."""
ENTRY_WORDS: Final = 25
"""Words: an entry of a box is a headline, no longer."""
ENTRY_LEAST: Final = 4
"""Words: a headline in a box of related stories has at least so many; shorter lines are somebody's subheads."""
BETWEEN_WORDS: Final = 12
"""Words: a line between two lines of one box is no longer; a longer one is a paragraph between two boxes."""
PARTED: Final = frozenset(("sign-up", "share", "events", "community", "comments"))
"""Boxes of several lines; advertisements and related stories stand alone between the paragraphs of a text."""
LABEL_WORDS: Final = 5
"""Words: the name of a newsletter or of an author above a box."""
BLURB_WORDS: Final = 70
"""Words: what a box says about the podcast or newsletter that it names."""
BLURB_SHARED: Final = 2
"""Words of four letters or more that a blurb must have in common with the heading of its box."""
BLURB_REACH: Final = 3
"""Rows after the heading in which its blurb stands."""

MENU_WORDS: Final = 4
"""Words: an entry of a menu is no longer."""
MENU_LINES: Final = 5
"""Lines in a row that are a menu, where so many of them are known from other menus:"""
MENU_KNOWN: Final = 2
INSTRUCTED: Final = frozenset(("sign-up", "promo"))
"""What steps of instructions ask for too: an item of a list is furniture by its place only."""
KEPT: Final = frozenset(("title", "dek", "caption", "repeat", "furniture"))
"""Kinds that other rules have decided."""

_NAMED: Final = ("podcast", "newsletter", "briefing", "webinar", "app", "magazine", "bulletin", "show")
"""What a sign-up is for: a blurb that says none of these is a paragraph of the article."""


def with_furniture(text: str, rows: Sequence[Row]) -> list[Block]:
    """The blocks of the rows, those that are furniture marked as such with their rule."""
    rules = _Judgement(text, rows).rules()
    return [
        row.block if rule is None or row.block.kind == "furniture" else replace(row.block, kind="furniture", rule=rule)
        for row, rule in zip(rows, rules, strict=True)
    ]


class _Judgement:
    """The verdicts of one page while they are reached, each step on what the steps before it found."""

    def __init__(self, text: str, rows: Sequence[Row]) -> None:
        self.text = text
        self.rows = rows
        self.weights = Weights(rows)
        self.verdicts: list[str | None] = [None] * len(rows)
        self.first = next((at for at, row in enumerate(rows) if row.prose), len(rows))

    def rules(self) -> list[str | None]:
        """The rule by which each row is furniture, or none."""
        self._by_their_words()
        self._biographies()
        self._boxes()
        self._blurbs()
        self._between_cues()
        self._labels()
        self._after_the_end()
        self._in_company()
        self._menus()
        return self.verdicts

    def _free(self, at: int) -> bool:
        row = self.rows[at]
        return self.verdicts[at] is None and row.block.kind not in KEPT and not row.note

    def _by_their_words(self) -> None:
        for at, row in enumerate(self.rows):
            if row.cue is None or row.cue.strength == "weak" or row.block.kind in KEPT:
                continue
            if row.cue.rule == "biography" and 2 * self.weights.before(at) < self.weights.total:
                continue  # "Written by", above a name at the top, belongs to the byline
            if row.block.kind == "list-item" and row.cue.rule in INSTRUCTED:
                continue
            self.verdicts[at] = row.cue.rule

    def _biographies(self) -> None:
        for at in biographies(self.text, self.rows, self.weights):
            self.verdicts[at] = "biography"
            above = at - 1
            if at and self._free(above) and is_name(self.rows[above].text):
                self.verdicts[above] = "biography"
        for at in range(len(self.rows) - 1, self.first, -1):
            if 2 * self.weights.before(at) < self.weights.total:
                break
            if self._free(at) and tells_how_to_reach(self.rows[at].text):
                self.verdicts[at] = "biography"

    def _boxes(self) -> None:
        for at, row in enumerate(self.rows):
            if row.cue is not None and row.cue.opens and self.verdicts[at] == row.cue.rule:
                for entry in self._entries(at, row.cue.rule):
                    self.verdicts[entry] = row.cue.rule

    def _entries(self, heading: int, rule: str) -> list[int]:
        """The rows of the box that a row opens."""
        most = BOX_ENTRIES.get(rule, 0)
        found: list[int] = []
        for at in range(heading + 1, min(len(self.rows), heading + 1 + most)):
            if not self._free(at) or not self._fits(at, rule, heading):
                break
            found.append(at)
        after = heading + 1 + len(found)
        if len(found) > 1 and after < len(self.rows) and self.rows[after].prose:
            last = self.rows[found[-1]]
            if could_be_heading(last.text) and not last.tight:
                found.pop()  # a subhead of the article, as likely as an entry
        return found

    def _fits(self, at: int, rule: str, heading: int) -> bool:
        """Whether a row can be an entry of a box with this rule."""
        row = self.rows[at]
        if (
            row.prose
            or row.cue is not None
            or row.words > ENTRY_WORDS
            or (row.block.kind == "heading" and row.block.rule != "heading")
        ):
            return False
        if row.block.kind == "list-item" and at > heading + 1 and self.rows[at - 1].block.kind != "list-item":
            return False
        if rule == "related":
            return row.label and (row.words >= ENTRY_LEAST or (at > heading + 1 and is_name(row.text)))
        if rule == "events":
            return is_event_date(row.text) or (row.label and is_event_date(self.rows[at - 1].text))
        if rule == "sign-up":
            return row.tight and row.label
        return row.tight and row.words <= ENTRY_WORDS and at == heading + 1

    def _blurbs(self) -> None:
        """What a box says about the podcast or newsletter that its heading names."""
        for at, row in enumerate(self.rows):
            if self.verdicts[at] not in ("sign-up", "promo") or row.cue is None or not row.cue.opens:
                continue
            for blurb in range(at + 1, min(len(self.rows), at + 1 + BLURB_REACH)):
                if self._is_blurb(blurb, row.text):
                    for between in range(at + 1, blurb + 1):
                        if self._free(between):
                            self.verdicts[between] = self.verdicts[at]
                    break
                if self.rows[blurb].prose:
                    break

    def _is_blurb(self, at: int, heading: str) -> bool:
        row = self.rows[at]
        if not self._free(at) or not row.prose or row.words > BLURB_WORDS:
            return False
        small = row.text.lower()
        named = {word for word in heading.lower().split() if len(word) > 3} - {"sign", "subscribe", "join", "your"}
        return any(word in small for word in _NAMED) and sum(word in small for word in named) >= BLURB_SHARED

    def _between_cues(self) -> None:
        """A short line between two lines of furniture, not at the top, where a headline may stand so."""
        for at in range(max(1, self.first), len(self.rows) - 1):
            row = self.rows[at]
            if self._free(at) and not row.prose and row.words <= BETWEEN_WORDS and row.block.kind != "heading":
                above, below = self.verdicts[at - 1], self.verdicts[at + 1]
                if above == below and above in PARTED and row.block.kind != "list-item":
                    self.verdicts[at] = above

    def _labels(self) -> None:
        """The name of a newsletter, or of an author, directly above a box."""
        for at in range(self.first + 1, len(self.rows) - 1):
            row = self.rows[at]
            if not self._free(at) or not row.label or row.words > LABEL_WORDS or row.block.kind == "list-item":
                continue
            if self.verdicts[at + 1] not in ("sign-up", "community", "biography"):
                continue
            after = next((k for k in range(at + 1, len(self.rows)) if self.verdicts[k] is None), len(self.rows))
            if after == len(self.rows) or not (self.rows[after].prose and could_be_heading(row.text)):
                self.verdicts[at] = self.verdicts[at + 1]

    def _after_the_end(self) -> None:
        end = end_of_article(self.rows, self.weights, self.verdicts)
        if end is None:
            return
        rule = self.verdicts[end] or "after the end"
        for at in range(end, len(self.rows)):
            verdict = self.verdicts[at]
            if verdict is not None:
                rule = verdict
            elif self._free(at):
                cue = self.rows[at].cue
                self.verdicts[at] = rule if cue is None else cue.rule

    def _in_company(self) -> None:
        """Lines that could be headings, next to others that are furniture."""
        for run in _weak_runs(self.rows, self.verdicts):
            first, last = run[0], run[-1]
            beside = [self.verdicts[at] for at in (first - 1, last + 1) if 0 <= at < len(self.rows)]
            listed = any(self.rows[at].block.kind == "list-item" for at in run)
            if any(beside) or (len(run) > 1 and not listed) or len(run) > BOX_ENTRIES["related"]:
                for at in run:
                    cue = self.rows[at].cue
                    self.verdicts[at] = cue.rule if cue is not None else "navigation"

    def _menus(self) -> None:
        """Runs of short lines before the first paragraph or after the last one, some of them known from menus."""
        last = max((at for at, row in enumerate(self.rows) if row.prose and self.verdicts[at] is None), default=-1)
        run: list[int] = []
        for at in [*range(min(self.first, len(self.rows))), -1, *range(max(last, self.first) + 1, len(self.rows)), -1]:
            if at >= 0 and self._is_entry(at):
                run.append(at)
                continue
            known = sum(self.verdicts[entry] is not None or self.rows[entry].cue is not None for entry in run)
            if len(run) >= MENU_LINES and known >= MENU_KNOWN:
                for entry in run:
                    self.verdicts[entry] = self.verdicts[entry] or "navigation"
            run = []

    def _is_entry(self, at: int) -> bool:
        row = self.rows[at]
        short = row.words <= MENU_WORDS and not row.prose and (row.cue is not None or row.label)
        if not short or row.block.kind in KEPT or row.note:
            return False
        return not (is_name(row.text) or is_byline(row.text) or is_date_line(row.text))


def _weak_runs(rows: Sequence[Row], verdicts: Sequence[str | None]) -> list[list[int]]:
    """Rows that follow one another, each furniture in company only."""
    runs: list[list[int]] = []
    for at, row in enumerate(rows):
        if row.cue is None or row.cue.strength != "weak" or verdicts[at] is not None or row.block.kind in KEPT:
            continue
        if runs and runs[-1][-1] == at - 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs
