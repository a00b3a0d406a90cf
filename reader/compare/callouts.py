"""What a reader must not miss among the changes of a passage: moved words, and changed numbers, negations and names.

A changed number is one word, and so is a dropped "not"; both can turn a sentence round. They are looked for in what
an edit takes away and puts in, numbers by value ("nine" is 9, and "3.5 million" 3,500,000). A long stretch that is only
dropped, or only put in, changes nothing of what is left, and is not called out. Numbers and negations are English.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import NamedTuple

from reader.compare.changes import PrintedWord, is_common, printed_words
from reader.compare.comparison import Alert, AlertKind, Edit, Move
from reader.compare.rarity import in_table
from reader.compare.thresholds import ASIDE, LONG_MOVE, SHORT_MOVE
from reader.compare.turning import AMBIGUOUS, NEGATIONS, NUMBERS, ORDINALS, SCALES
from reader.text.spans import Span
from reader.text.words import word_key

_FIGURE = re.compile(r"([$€£¥₹]?)(\d[\d,]*(?:\.\d+)?)$")
"""A number in figures, and the currency before it."""
_MONTHS = frozenset(("may", "march", "august"))
"""Common words that are the name of a month where they have a capital."""


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
        if _tells(before[at : at + length]) and not _stays(before, after, at, to, length):
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


def _stays(before: list[_Word], after: list[_Word], at: int, to: int, length: int) -> bool:
    """Whether the words begin, or end, one edit on both sides: the rest of a hyphenated word that changed."""
    if before[at].edit != after[to].edit:
        return False
    begin = _is_edge(before, at, -1) and _is_edge(after, to, -1)
    return begin or (_is_edge(before, at + length - 1, 1) and _is_edge(after, to + length - 1, 1))


def _is_edge(words: list[_Word], at: int, step: int) -> bool:
    """Whether the next word in one direction belongs to another edit, or there is none."""
    return not 0 <= at + step < len(words) or words[at + step].edit != words[at].edit


def _tells(words: Sequence[_Word]) -> bool:
    """Whether a run is long enough, or says enough, to be seen as moved."""
    if len(words) < SHORT_MOVE:
        return False
    return len(words) >= LONG_MOVE or any(not is_common(word.letters) for word in words)


def _alerts(edit: Edit, before: _Changed, after: _Changed) -> list[Alert]:
    found: list[Alert] = []
    for kind, values, is_exchange in _VALUES:
        gone, come = values(before), values(after)
        left, added = _without(gone, come), _without(come, gone)
        exchanged = bool(left and added)
        if not exchanged and (is_exchange or all(word.letters in AMBIGUOUS for word in (*left, *added))):
            continue
        if kind == "name" and (_are_initials(left, added) or _are_initials(added, left)):
            continue
        if not any(known.kind == kind for known in found):
            found.append(_alert(kind, edit, left, added))
    return found


def _are_initials(short: Sequence[_Word], long: Sequence[_Word]) -> bool:
    """Whether the first are the short form of the others: "U.N." for "United Nations"."""
    return "".join(word.letters for word in short) == "".join(word.letters[0] for word in long)


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
    """Values, each with the words that make it: "3.5 million" is one, "25" and "twenty-five" are the same."""
    found: list[tuple[Decimal, _Word]] = []
    for word in changed.words:
        value, last = _value(word.letters), found[-1] if found else None
        goes_on = last is not None and changed.text[last[1].end : word.start] in (" ", "-", "\u00a0")
        if last is not None and goes_on and word.letters in SCALES:
            found[-1] = last[0] * SCALES[word.letters], last[1]._replace(end=word.end)
        elif (
            last is not None and goes_on and value is not None and 0 < value < 10 <= last[0] < 100 and not last[0] % 10
        ):
            found[-1] = last[0] + value, last[1]._replace(end=word.end)
        elif value is not None:
            found.append((value, word))
    figures = [(f"{value.normalize():f}", word) for value, word in found]
    return sorted(figures + _other_numbers(changed.words), key=lambda each: each[1].start)


def _value(letters: str) -> Decimal | None:
    figure = _FIGURE.match(letters)
    if figure is not None:
        return Decimal(figure[2].replace(",", ""))
    return NUMBERS.get(letters, SCALES.get(letters.removesuffix("s")))


def _other_numbers(words: Sequence[_Word]) -> list[tuple[str, _Word]]:
    """Ordinals, and what has a figure in it but is no number: "8pm"."""
    ordinals = [(ORDINALS.get(word.letters, word.letters), word) for word in words]
    return [(value, word) for value, word in ordinals if _value(word.letters) is None and any(map(str.isdigit, value))]


def _currencies(changed: _Changed) -> list[tuple[str, _Word]]:
    figures = [(_FIGURE.match(word.letters), word) for word in changed.words]
    return [(figure[1], word) for figure, word in figures if figure is not None and figure[1]]


def _negations(changed: _Changed) -> list[tuple[str, _Word]]:
    return [
        ("not", word)
        for word in changed.words
        if word.letters in NEGATIONS or changed.text[word.start : word.end].casefold().endswith(("n't", "n’t"))
    ]


def _names(changed: _Changed) -> list[tuple[str, _Word]]:
    """Words with a capital; where a sentence begins, those that are no common words."""
    found = []
    for word in changed.words:
        before = changed.text[max(0, word.start - 4) : word.start].rstrip(" \u00a0“\"'‘(")
        begins = not before or before[-1] in ".!?:\n•"
        is_word = in_table(word_key(word.letters)) if begins else is_common(word.letters)
        if changed.text[word.start].isupper() and (not is_word or (word.letters in _MONTHS and not begins)):
            found.append((word.letters, word))
    return found


_VALUES: tuple[tuple[AlertKind, Callable[[_Changed], list[tuple[str, _Word]]], bool], ...] = (
    ("number", _numbers, False),
    ("number", _currencies, True),
    ("negation", _negations, False),
    ("name", _names, True),
)
"""What is looked for, and whether it counts only where something stands on both sides: a name that is only dropped, or
put in, is no other name."""
