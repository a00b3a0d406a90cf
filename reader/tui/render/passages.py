"""A passage in words, for a status line: its kind, what was changed, how long it is, how often it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.text.clean import clean_line
from reader.tui.render.line import shortened
from reader.tui.render.marks import kind_of, voices_differ
from reader.tui.render.particulars import counted

if TYPE_CHECKING:
    from reader.compare.comparison import Changes, Passage

_LONGEST_CHANGE = 28


def passage_words(passage: Passage, texts: Sequence[str] = ()) -> str:
    """``quoted, altered: autumn → spring · 26 words``. ``texts`` are those of the articles compared."""
    kind = kind_of(passage)
    words = "quoted, altered" if kind == "quoted" and passage.kind == "altered" else kind
    if texts and (changed := _changes(passage, texts)):
        words += f": {changed}"
    return f"{words} · {counted(passage.words, 'word')}"


def voice_words(passage: Passage, names: Sequence[str]) -> str:
    """``voice: own in Gazette, attributed in Courier``, where the voices differ; else nothing."""
    if not voices_differ(passage):
        return ""
    said = {(o.voice, names[o.article]): None for o in passage.occurrences if o.voice}
    return "voice: " + ", ".join(f"{voice} in {name}" for voice, name in said)


def _changes(passage: Passage, texts: Sequence[str]) -> str:
    """The first changes, as ``before → after``; nothing stands for what was left out or put in."""
    found: list[str] = []
    for changes in passage.changes:
        found += _of(passage, changes, texts)
    found = [*dict.fromkeys(_alerts(passage, texts)), *dict.fromkeys(found)]
    more = f" and {len(found) - 2} more" if len(found) > 2 else ""
    return ", ".join(found[:2]) + more


ALERTS = {"number": "number", "negation": "negation"}
"""What is called out before other changes: it can turn a sentence round."""


def _alerts(passage: Passage, texts: Sequence[str]) -> list[str]:
    """``number: 4.20 → 4.80``."""
    out: list[str] = []
    for changes in passage.changes:
        first = texts[passage.occurrences[changes.against].article]
        other = texts[passage.occurrences[changes.occurrence].article]
        for alert in changes.alerts:
            if alert.kind in ALERTS:
                before = clean_line(first[alert.against_start : alert.against_end]).strip() or "·"
                after = clean_line(other[alert.start : alert.end]).strip() or "·"
                out.append(f"{ALERTS[alert.kind]}: {shortened(before, 20)} → {shortened(after, 20)}")
    return out


def _of(passage: Passage, changes: Changes, texts: Sequence[str]) -> list[str]:
    first = texts[passage.occurrences[changes.against].article]
    other = texts[passage.occurrences[changes.occurrence].article]
    out = []
    for edit in changes.edits:
        if edit.op == "equal":
            continue
        before = " ".join(clean_line(first[edit.against_start : edit.against_end]).split())
        after = " ".join(clean_line(other[edit.start : edit.end]).split())
        if before or after:
            out.append(f"{shortened(before, _LONGEST_CHANGE) or '·'} → {shortened(after, _LONGEST_CHANGE) or '·'}")
    return out
