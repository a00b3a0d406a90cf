"""What a reader must not miss among the changes of a passage: moved words, and changed numbers, units, negations,
opposites, names, and words that say how sure or how many.

A changed number is one word, and so is a dropped "not"; both can turn a sentence round. What tells is looked for in the
whole of both places and set against each other edit by edit, numbers by value ("nine" is 9, and "$3.5m" 3,500,000). A
long stretch that is only dropped, or only put in, changes nothing of what is left, and is not called out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reader.compare.changes import PrintedWord, Side, is_common
from reader.compare.comparison import Alert, AlertKind, Edit, Move
from reader.compare.cue_words import CueWords, cue_words, turned_by_affix
from reader.compare.cues import Cue, begins, cues_in
from reader.compare.moves import Changed, moves_between
from reader.compare.rarity import in_table
from reader.compare.thresholds import ASIDE
from reader.text.spans import Span
from reader.text.words import word_key

_MONTHS: Final = frozenset(("may", "march", "august"))
"""Common words that are the name of a month where they have a capital."""
_KINDS: Final[tuple[AlertKind, ...]] = ("number", "negation", "modality", "quantity")
_SHADES: Final = ("modality", "quantity")
_AROUND: Final = 80
"""Code points around an edit that are read with it: "20" before "million"."""
_BESIDE: Final = 24
"""Code points from an edit up to which what it leaves equal may say something else because of it."""
_FEW: Final = 12
"""Words of one edit that are looked at for opposites."""


@dataclass(frozen=True, slots=True)
class _Place:
    """One of the two places: its words, where each edit stands in it, the words of those that change, and what of it
    has moved."""

    side: Side
    edits: list[Span]
    changed: list[Changed]
    moved: list[Span]

    def without_moved(self) -> list[list[Changed]]:
        """For each edit the words that it changes and that have not moved."""
        out: list[list[Changed]] = [[] for _ in self.edits]
        for word in self.changed:
            if not self.has_moved(word.start, word.end):
                out[word.edit].append(word)
        return out

    def has_moved(self, start: int, end: int) -> bool:
        """Whether words have moved."""
        at = bisect_right(self.moved, start, key=lambda span: span.start) - 1
        return at >= 0 and end <= self.moved[at].end


def callouts(
    one: Side, two: Side, edits: Sequence[Edit], language: str | None = None
) -> tuple[tuple[Move, ...], tuple[Alert, ...]]:
    """The moved words among the edits, and what has to be called out of the rest, in order."""
    if all(edit.op == "equal" for edit in edits):
        return (), ()
    words_of = cue_words(language)
    before = _place(one, edits, [Span(edit.against_start, edit.against_end) for edit in edits])
    after = _place(two, edits, [Span(edit.start, edit.end) for edit in edits])
    moves = moves_between(before.changed, after.changed)
    before.moved.extend(sorted(Span(move.against_start, move.against_end) for move in moves))
    after.moved.extend(sorted(Span(move.start, move.end) for move in moves))
    gone, come = _by_edit(before, edits, words_of), _by_edit(after, edits, words_of)
    alerts: list[Alert] = []
    for at in [at for at, edit in enumerate(edits) if edit.op == "equal"]:
        left, added, units = _set_against(gone[at], come[at])
        alerts += units
        _hand_on(left, before.edits, at, gone)
        _hand_on(added, after.edits, at, come)
    for at, (words, others) in enumerate(zip(before.without_moved(), after.without_moved(), strict=True)):
        if edits[at].op != "equal" and ((words and others) or len(words) + len(others) <= ASIDE):
            rest, other_rest = _without_cues(words, gone[at]), _without_cues(others, come[at])
            found = [
                alert
                for alert in _alerts(edits[at], gone[at], come[at])
                if alert.kind not in _SHADES or not _is_clause(alert, rest, other_rest)
            ]
            found += _turned(rest, other_rest, words_of)
            if not words_of.is_german:
                found += _names(one.text, rest, two.text, other_rest)
            alerts += [alert for nth, alert in enumerate(found) if alert.kind not in {a.kind for a in found[:nth]}]
    return moves, tuple(sorted(alerts, key=lambda alert: (alert.start, alert.against_start)))


def _place(side: Side, edits: Sequence[Edit], spans: list[Span]) -> _Place:
    changed = [
        Changed(word.start, word.end, word.letters, at)
        for at, (edit, span) in enumerate(zip(edits, spans, strict=True))
        if edit.op != "equal"
        for word in side.within(span)
    ]
    return _Place(side, spans, changed, [])


def _by_edit(place: _Place, edits: Sequence[Edit], words_of: CueWords) -> list[list[Cue]]:
    """For each edit what it holds that tells something, as far as it is near a change; what an edit changes at least in
    part belongs to that one."""
    out: list[list[Cue]] = [[] for _ in edits]
    ends = [span.end for span in place.edits]
    for words in filter(None, _near_changes(place, edits)):
        for cue in cues_in(place.side.text, words, words_of):
            if place.has_moved(cue.start, cue.end):
                continue
            first = bisect_right(ends, cue.start)
            touched = [at for at in range(first, len(edits)) if place.edits[at].start < cue.end]
            out[min(touched, key=lambda at: (edits[at].op == "equal", at))].append(cue)
    return out


def _near_changes(place: _Place, edits: Sequence[Edit]) -> Iterator[list[PrintedWord]]:
    """The words of changes and those around them, in stretches that do not overlap."""
    text = place.side.text
    low, high = place.edits[0].start, place.edits[-1].end
    first = last = low
    for edit, span in zip(edits, place.edits, strict=True):
        if edit.op == "equal":
            continue
        start = text.find(" ", max(low, span.start - _AROUND), span.start) if span.start - _AROUND > low else low
        if start > last:
            if last > first:
                yield place.side.within(Span(first, last))
            first = start
        end = text.rfind(" ", span.end, span.end + _AROUND)
        last = high if span.end + _AROUND >= high else max(end, span.end)
    if last > first:
        yield place.side.within(Span(first, last))


def _hand_on(cues: list[Cue], spans: list[Span], at: int, to: list[list[Cue]]) -> None:
    """What is not the same inside an equal edit is so because of the words beside it: puts it to that edit."""
    for each in cues:
        behind = spans[at].end - each.end if at + 1 < len(to) else _BESIDE
        before = each.start - spans[at].start if at else _BESIDE
        if min(behind, before) < _BESIDE:
            to[at + 1 if behind <= before else at - 1].append(each)


def _set_against(gone: list[Cue], come: list[Cue]) -> tuple[list[Cue], list[Cue], list[Alert]]:
    """What of two sides the other has not, and the units that differ where the numbers are the same."""
    left, added, units = [], list(come), []
    for one in gone:
        other = next((each for each in added if each.kind == one.kind and each.readings & one.readings), None)
        if other is None:
            left.append(one)
            continue
        added.remove(other)
        a, b = one.numeral, other.numeral
        if a and b and a.unit and b.unit and a.unit_name != b.unit_name:
            units.append(Alert("unit", *a.unit, *b.unit))
    return left, added, units


def _alerts(edit: Edit, gone: list[Cue], come: list[Cue]) -> Iterator[Alert]:
    """What one edit makes of numbers, negations, and words that say how sure or how many."""
    for kind in _KINDS:
        before = [cue for cue in gone if cue.kind == kind]
        after = [cue for cue in come if cue.kind == kind]
        left, added, units = _set_against(before, after)
        yield from units
        if not left and not added and kind == "number" and not _in_one_order(before, after):
            left, added = before, after
        if (left and added) or not all(cue.is_weak for cue in (*left, *added)):
            yield _alert(kind, edit, left, added)


def _in_one_order(before: list[Cue], after: list[Cue]) -> bool:
    return all(one.readings & other.readings for one, other in zip(before, after, strict=True))


def _alert(kind: AlertKind, edit: Edit, gone: Sequence[Cue], come: Sequence[Cue]) -> Alert:
    """The words called out, from the first to the last; an empty place where there are none."""
    return Alert(kind, *_around(gone, edit.against_start), *_around(come, edit.start))


def _around(cues: Sequence[Cue], place: int) -> Span:
    return Span(min((each.start for each in cues), default=place), max((each.end for each in cues), default=place))


def _without_cues(words: list[Changed], cues: list[Cue]) -> list[Changed]:
    """The words that tell nothing by themselves."""
    return [word for word in words if not any(each.start <= word.start < each.end for each in cues)]


def _is_clause(alert: Alert, rest: list[Changed], other_rest: list[Changed]) -> bool:
    """Whether what is called out is only dropped, or only put in, with more that says something: that is missing, or
    added, and makes nothing of the words that are left."""
    if alert.against_start < alert.against_end and alert.start < alert.end:
        return False
    return any(not is_common(word.letters) for word in (rest if alert.start == alert.end else other_rest))


def _turned(words: list[Changed], others: list[Changed], words_of: CueWords) -> Iterator[Alert]:
    """Words exchanged for their opposite."""
    for one in words[:_FEW]:
        for other in others[:_FEW]:
            kind: AlertKind = "negation" if turned_by_affix(one.letters, other.letters) else "opposite"
            if kind == "negation" or (one.letters, other.letters) in words_of.opposites:
                yield Alert(kind, one.start, one.end, other.start, other.end)


def _names(text: str, words: list[Changed], other_text: str, others: list[Changed]) -> Iterator[Alert]:
    """A name in the place of another. One that is only dropped, or put in, is no other name, nor are its initials."""
    gone, come = _capitals(text, words), _capitals(other_text, others)
    left = [word for word in gone if word.letters not in {other.letters for other in come}]
    added = [word for word in come if word.letters not in {other.letters for other in gone}]
    if left and added and not _are_initials(left, added) and not _are_initials(added, left):
        yield Alert("name", left[0].start, left[-1].end, added[0].start, added[-1].end)


def _capitals(text: str, words: Sequence[Changed]) -> list[Changed]:
    """Words with a capital; where a sentence begins, those that are no common words."""
    found = []
    for word in words:
        at_start = begins(text, word.start)
        is_word = in_table(word_key(word.letters)) if at_start else is_common(word.letters)
        if text[word.start].isupper() and (not is_word or (word.letters in _MONTHS and not at_start)):
            found.append(word)
    return found


def _are_initials(short: Sequence[Changed], long: Sequence[Changed]) -> bool:
    """Whether the first are the short form of the others: "U.N." for "United Nations"."""
    return "".join(word.letters for word in short) == "".join(word.letters[0] for word in long)
