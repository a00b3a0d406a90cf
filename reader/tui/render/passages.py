"""A passage in words, for a status line: its kind, what was changed, how long it is, how often it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.text.clean import clean_line
from reader.tui.render.line import shortened
from reader.tui.render.marks import kind_of, voices_differ
from reader.tui.render.particulars import counted

if TYPE_CHECKING:
    from reader.compare.comparison import Alert, Edit, Move, Passage

_LONGEST_CHANGE = 28
CALLED_OUT = ("number", "negation", "unit", "opposite", "modality", "quantity")
"""Changes that come before others, in this order: they can turn a sentence round."""


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
    """The first changes, as ``before → after``, those that are called out before others; ``·`` stands for nothing."""
    called_out, others = dict[str, int](), dict[str, None]()
    for changes in passage.changes:
        first = texts[passage.occurrences[changes.against].article]
        other = texts[passage.occurrences[changes.occurrence].article]
        alerts = [alert for alert in changes.alerts if alert.kind in CALLED_OUT]
        for alert in alerts:
            words = _change(first[alert.against_start : alert.against_end], other[alert.start : alert.end])
            called_out[f"{words} ({alert.kind})"] = CALLED_OUT.index(alert.kind)
        told: list[Alert | Move] = [*alerts, *changes.moved]
        for move in changes.moved:
            others[f"moved: {_shown(other[move.start : move.end])}"] = None
        for edit in changes.edits:
            words = _change(first[edit.against_start : edit.against_end], other[edit.start : edit.end])
            if edit.op != "equal" and words != "· → ·" and not any(_tells_of(known, edit) for known in told):
                others[words] = None
    found = [*sorted(called_out, key=called_out.__getitem__), *others]
    more = f" and {len(found) - 2} more" if len(found) > 2 else ""
    return ", ".join(found[:2]) + more


def _tells_of(known: Alert | Move, edit: Edit) -> bool:
    """Whether something that is said already is about what an edit changes."""
    before = max(known.against_start, edit.against_start) < min(known.against_end, edit.against_end)
    return before or max(known.start, edit.start) < min(known.end, edit.end)


def _change(before: str, after: str) -> str:
    one, two = _shown(before), _shown(after)
    return f"{one or '·'} → {two or '·'}"


def _shown(words: str) -> str:
    return shortened(" ".join(clean_line(words).split()), _LONGEST_CHANGE)
