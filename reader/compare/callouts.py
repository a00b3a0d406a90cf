"""What a reader must not miss among the changes of a passage: moved words, and changed numbers, negations and names.

A changed number is one word, and so is a dropped "not"; both can turn a sentence round. They are looked for in what
an edit takes away and puts in, written-out numbers included ("nine" is 9). A long stretch that is only dropped, or
only put in, changes nothing of what is left, and is not called out. Words for numbers and negations are English.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from reader.compare.changes import PrintedWord, is_common, printed_words
from reader.compare.comparison import Alert, AlertKind, Edit, Move
from reader.compare.thresholds import ASIDE, LONG_MOVE, SHORT_MOVE
from reader.text.spans import Span

_NEGATIONS = frozenset(("not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot"))
_SMALL = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBER_WORDS = {word: str(value) for value, word in enumerate(_SMALL.split())} | {
    "seventeen": "17",
    "eighteen": "18",
    "nineteen": "19",
    **{word: f"{value}0" for value, word in enumerate(_TENS.split(), 2)},
    **dict.fromkeys(("hundred", "hundreds"), "00"),
    **dict.fromkeys(("thousand", "thousands"), "000"),
    **dict.fromkeys(("million", "millions"), "000000"),
    **dict.fromkeys(("billion", "billions"), "000000000"),
    "half": "1/2",
    "twice": "2",
    "dozen": "12",
}
_AMBIGUOUS = frozenset(("one",))
"""A number only beside another one: "one of them" for "some of them" changes no figure."""
_DIGIT = re.compile(r"\d")


class _Word(NamedTuple):
    """A word that an edit takes away or puts in."""

    start: int
    end: int
    letters: str
    edit: int


class _Changed(NamedTuple):
    """The words of one side that are not equal, and the text that they are in."""

    text: str
    words: list[_Word]


def callouts(against_text: str, text: str, edits: Sequence[Edit]) -> tuple[tuple[Move, ...], tuple[Alert, ...]]:
    """The moved words among the edits, and what has to be called out of the rest."""
    if all(edit.op == "equal" for edit in edits):
        return (), ()
    before = _Changed(against_text, _words(against_text, edits, lambda edit: (edit.against_start, edit.against_end)))
    after = _Changed(text, _words(text, edits, lambda edit: (edit.start, edit.end)))
    moves, moved_before, moved_after = _moves(before.words, after.words)
    alerts: list[Alert] = []
    for at, edit in enumerate(edits):
        if edit.op == "equal":
            continue
        gone = [word for place, word in enumerate(before.words) if word.edit == at and place not in moved_before]
        come = [word for place, word in enumerate(after.words) if word.edit == at and place not in moved_after]
        if (gone and come) or len(gone) + len(come) <= ASIDE:
            alerts += _alerts(edit, _Changed(against_text, gone), _Changed(text, come))
    return moves, tuple(alerts)


def _words(text: str, edits: Sequence[Edit], place: Callable[[Edit], tuple[int, int]]) -> list[_Word]:
    out: list[_Word] = []
    for at, edit in enumerate(edits):
        if edit.op != "equal":
            words: list[PrintedWord] = printed_words(text, Span(*place(edit)))
            out += [_Word(word.start, word.end, word.letters, at) for word in words]
    return out


def _moves(before: list[_Word], after: list[_Word]) -> tuple[tuple[Move, ...], set[int], set[int]]:
    """Runs of words that one edit takes away and another puts in, and the places of their words on both sides."""
    where: dict[tuple[str, str], list[int]] = {}
    for at in range(len(after) - 1):
        if after[at].edit == after[at + 1].edit:
            where.setdefault((after[at].letters, after[at + 1].letters), []).append(at)
    moves: list[Move] = []
    used_before: set[int] = set()
    used_after: set[int] = set()
    at = 0
    while at < len(before) - 1:
        starts = where.get((before[at].letters, before[at + 1].letters), ())
        runs = [(_run(before, after, at, to, used_after), to) for to in starts[:8]]
        length, to = max(runs, default=(0, 0))
        if _tells(before[at : at + length]):
            moves.append(
                Move(before[at].start, before[at + length - 1].end, after[to].start, after[to + length - 1].end)
            )
            used_before.update(range(at, at + length))
            used_after.update(range(to, to + length))
            at += length
        else:
            at += 1
    return tuple(moves), used_before, used_after


def _run(before: list[_Word], after: list[_Word], at: int, to: int, used: set[int]) -> int:
    """How many words are the same from two places on, inside one edit on each side."""
    length = 0
    while (
        at + length < len(before)
        and to + length < len(after)
        and before[at + length].letters == after[to + length].letters
        and before[at + length].edit == before[at].edit
        and after[to + length].edit == after[to].edit
        and to + length not in used
    ):
        length += 1
    return length


def _tells(words: Sequence[_Word]) -> bool:
    """Whether a run is long enough, or says enough, to be seen as moved."""
    if len(words) < SHORT_MOVE:
        return False
    return len(words) >= LONG_MOVE or any(not is_common(word.letters) for word in words)


def _alerts(edit: Edit, before: _Changed, after: _Changed) -> list[Alert]:
    found = []
    for kind, values in _VALUES.items():
        gone, come = values(before), values(after)
        left, added = _without(gone, come), _without(come, gone)
        if left or added:
            found.append(_alert(kind, edit, left, added))
    return [alert for alert in found if alert.kind != "name" or _is_exchange(alert)]


def _is_exchange(alert: Alert) -> bool:
    """Whether something stands on both sides: a name that is only dropped, or put in, is no other name."""
    return alert.against_start < alert.against_end and alert.start < alert.end


def _without(one: list[tuple[str, _Word]], other: list[tuple[str, _Word]]) -> list[_Word]:
    """The words of one side whose values the other side has not."""
    spare = Counter(value for value, _ in other)
    out = []
    for value, word in one:
        if spare[value]:
            spare[value] -= 1
        else:
            out.append(word)
    return out


def _alert(kind: AlertKind, edit: Edit, gone: list[_Word], come: list[_Word]) -> Alert:
    """The words called out, from the first to the last; an empty place where there are none."""
    against = (gone[0].start, gone[-1].end) if gone else (edit.against_start, edit.against_start)
    place = (come[0].start, come[-1].end) if come else (edit.start, edit.start)
    return Alert(kind, *against, *place)


def _numbers(changed: _Changed) -> list[tuple[str, _Word]]:
    found = []
    for word in changed.words:
        value = word.letters if _DIGIT.search(word.letters) else _NUMBER_WORDS.get(word.letters)
        if value is not None:
            found.append((value, word))
    if all(word.letters in _AMBIGUOUS for _, word in found):
        return []
    return found


def _negations(changed: _Changed) -> list[tuple[str, _Word]]:
    return [
        ("not", word)
        for word in changed.words
        if word.letters in _NEGATIONS or changed.text[word.start : word.end].casefold().endswith(("n't", "n’t"))
    ]


def _names(changed: _Changed) -> list[tuple[str, _Word]]:
    """Words with a capital that a sentence does not begin with."""
    found = []
    for word in changed.words:
        before = changed.text[max(0, word.start - 4) : word.start].rstrip(" \u00a0“\"'‘(")
        begins = not before or before[-1] in ".!?:\n•"
        if changed.text[word.start].isupper() and not begins and not is_common(word.letters):
            found.append((word.letters, word))
    return found


_VALUES: dict[AlertKind, Callable[[_Changed], list[tuple[str, _Word]]]] = {
    "number": _numbers,
    "negation": _negations,
    "name": _names,
}
