"""Where the article ends and the rest of the page begins.

A heading of a box, a biography or a row of tags ends an article only where no prose comes after it, or so little that
it is what pages tease other articles with. Notes to the reader are never behind the end.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reader.articles.pages.rows import Row, Weights

ENDING: Final = frozenset(("related", "comments", "biography", "events", "tags", "community"))
"""Furniture after which articles do not go on. Shares, sign-ups and advertisements stand in the middle as well."""
PASSED: Final = 0.5
"""The share of the prose that must stand before the end."""
TEASERS: Final = 0.25
"""The share of the prose that may come after a biography, in so many blocks at most:"""
TEASER_BLOCKS: Final = 3
SHORT_REST: Final = 12
"""Rows: a longer rest of the page must name a second kind of furniture to be taken as a whole."""
REPLIES: Final = 2
"""Lines such as "Reply" that show that what comes after "Comments" are comments, however many."""


def end_of_article(rows: Sequence[Row], weights: Weights, verdicts: Sequence[str | None]) -> int | None:
    """The row at which the rest of the page begins, if it shows."""
    if not weights.total:
        return None
    unmarked = _unmarked_after(rows, verdicts)
    replies = _replies_after(rows)
    kinds = _kinds_after(verdicts)
    for at, verdict in enumerate(verdicts):
        answered = verdict == "comments" and replies[at + 1] >= REPLIES and weights.before(at) > 0
        if verdict not in ENDING or (weights.before(at) < PASSED * weights.total and not answered):
            continue
        if not _opens(rows[at], verdict):
            continue
        words, blocks = unmarked[at + 1]
        if words == 0:
            if len(rows) - at <= SHORT_REST or len(kinds[at]) > 1 or verdict in ("comments", "biography"):
                return at
        elif answered or (verdict == "biography" and words <= TEASERS * weights.total and blocks <= TEASER_BLOCKS):
            return at
    return None


def _opens(row: Row, verdict: str) -> bool:
    return verdict in ("biography", "tags") or (row.cue is not None and row.cue.opens)


def _unmarked_after(rows: Sequence[Row], verdicts: Sequence[str | None]) -> list[tuple[int, int]]:
    """From each row on: words and blocks of prose that no rule has taken yet, notes left out."""
    out = [(0, 0)] * (len(rows) + 1)
    for at in range(len(rows) - 1, -1, -1):
        words, blocks = out[at + 1]
        row = rows[at]
        counts = row.prose and verdicts[at] is None and not row.note
        out[at] = (words + row.words, blocks + 1) if counts else (words, blocks)
    return out


def _replies_after(rows: Sequence[Row]) -> list[int]:
    out = [0] * (len(rows) + 1)
    for at in range(len(rows) - 1, -1, -1):
        cue = rows[at].cue
        out[at] = out[at + 1] + (cue is not None and cue.rule == "comments" and cue.strength == "weak")
    return out


def _kinds_after(verdicts: Sequence[str | None]) -> list[frozenset[str]]:
    """The kinds of furniture from each row on."""
    out: list[frozenset[str]] = [frozenset()] * len(verdicts)
    seen: frozenset[str] = frozenset()
    for at in range(len(verdicts) - 1, -1, -1):
        verdict = verdicts[at]
        if verdict is not None and verdict not in seen:
            seen = seen | {verdict}
        out[at] = seen
    return out
