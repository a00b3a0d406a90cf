"""How the wordings of one statement differ from its fullest: what kind of difference, and who owns up to it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from reader.compare.changes import edits as word_edits
from reader.compare.changes import side_of
from reader.compare.comparison import Edit, EditOp
from reader.compare.said import Relation, SharedQuotation, Variant, VariantFlag
from reader.compare.sameness import Group, runs
from reader.compare.wording import Wording
from reader.text.spans import Span
from reader.text.words import plain

SPLICED_WORDS: Final = 4
"""Words missing in the middle from which two pieces are run together; fewer are a word or two left out."""
ANCHOR: Final = 2
"""Words in a row that hold two wordings together while the rest is aligned word by word."""

_ELLIPSIS: Final = re.compile(r"…|\.\s?\.\s?\.|\[\s*\]")
_SENTENCE_END: Final = re.compile(r"[.!?…。！？][\"”’)\]]*\s*$")
_DESCRIBED: Final = re.compile(r"(?:the|a|an|one|another|some|many|several|two|his|her|its|their)\b", re.IGNORECASE)
_ORDER: Final[tuple[Relation, ...]] = ("reworded", "spliced", "cut short")


class _Judged(NamedTuple):
    """What one edit amounts to; ``owned`` is ``None`` where there is nothing to own up to."""

    relation: Relation
    owned: bool | None


def shared_quotation(number: int, group: Group) -> SharedQuotation:
    """The group as a value, every wording held against the fullest."""
    base = group.members[group.fullest]
    named = _named_speaker(group)
    variants = tuple(
        _variant(base, each, is_base=at == group.fullest, named=named) for at, each in enumerate(group.members)
    )
    return SharedQuotation(number, group.fullest, variants)


def _named_speaker(group: Group) -> str | None:
    """Who the others are held against: the fullest wording's speaker, else the one most often named."""
    own = group.members[group.fullest].statement.speaker
    if own is not None and not _DESCRIBED.match(own):
        return own
    names = [each.statement.speaker for each in group.members if each.statement.speaker is not None]
    proper = [name for name in names if not _DESCRIBED.match(name)]
    return Counter(proper).most_common(1)[0][0] if proper else None


def _variant(base: Wording, each: Wording, *, is_base: bool, named: str | None) -> Variant:
    steps = list(_steps(base, each))
    judged = [] if is_base else list(_judged(base, each, steps))
    relations = {one.relation for one in judged}
    main: Relation = next((one for one in _ORDER if one in relations), "identical")
    flags: list[VariantFlag] = [one for one in _ORDER if one in relations and one != main]  # type: ignore[misc]
    if any(one.owned is True for one in judged):
        flags.append("marked")
    if any(one.owned is False for one in judged):
        flags.append("silent")
    if is_someone_else(named, each.statement.speaker):
        flags.append("other speaker")
    placed = tuple(_placed(base, each, steps))
    return Variant(each.article, each.statement, main, tuple(flags), placed, len(each.words))


def is_someone_else(one: str | None, two: str | None) -> bool:
    """Whether two names are two people's: neither is unknown or a mere role, and they do not end alike."""
    if one is None or two is None or _DESCRIBED.match(one) or _DESCRIBED.match(two):
        return False
    first, second = (set(re.findall(r"\w+", plain(name))) for name in (one, two))
    if first <= second or second <= first:
        return False
    return plain(one).split()[-1] != plain(two).split()[-1]


def _steps(base: Wording, each: Wording) -> Iterator[Edit]:
    """Edits from ``base.text`` to ``each.text`` that tile both: long runs first, what lies between word by word."""
    last_a = last_b = 0
    for edit in _changes(base, each):
        if edit.against_start > last_a or edit.start > last_b:
            yield Edit("equal", last_a, edit.against_start, last_b, edit.start)
        yield edit
        last_a, last_b = edit.against_end, edit.end
    if last_a < len(base.text) or last_b < len(each.text):
        yield Edit("equal", last_a, len(base.text), last_b, len(each.text))


def _changes(base: Wording, each: Wording) -> Iterator[Edit]:
    """The edits between the runs, in order, equal ones left out."""
    at_a = at_b = 0
    anchors = [(run.a, run.b, run.length) for run in runs(base, each) if run.length >= ANCHOR]
    for a, b, length in [*anchors, (len(base.words), len(each.words), 0)]:
        yield from _between(base, each, (at_a, a), (at_b, b))
        for word in range(length):
            if base.words[a + word].letters != each.words[b + word].letters:  # another form of the same word
                yield Edit("replace", *_span(base, a + word, a + word + 1), *_span(each, b + word, b + word + 1))
        at_a, at_b = a + length, b + length


def _between(base: Wording, each: Wording, a: tuple[int, int], b: tuple[int, int]) -> Iterator[Edit]:
    if a[0] < a[1] and b[0] < b[1]:
        found = word_edits(side_of(base.text, _span(base, *a)), side_of(each.text, _span(each, *b)))
        yield from (edit for edit in found if edit.op != "equal")
    elif a[0] < a[1]:
        at = _word_start(each, b[1])
        yield Edit("delete", base.words[a[0]].start, _word_start(base, a[1]), at, at)
    elif b[0] < b[1]:
        at = _word_start(base, a[1])
        yield Edit("insert", at, at, each.words[b[0]].start, _word_start(each, b[1]))


def _span(wording: Wording, first: int, last: int) -> Span:
    return Span(wording.words[first].start, wording.words[last - 1].end)


def _word_start(wording: Wording, number: int) -> int:
    return wording.words[number].start if number < len(wording.words) else len(wording.text)


def _judged(base: Wording, each: Wording, steps: list[Edit]) -> Iterator[_Judged]:
    kept = [at for at, edit in enumerate(steps) if edit.op == "equal" and _count(each, edit.start, edit.end)]
    first, last = (kept[0], kept[-1]) if kept else (0, len(steps))
    for at, edit in enumerate(steps):
        if edit.op == "equal":
            continue
        missing = _count(base, edit.against_start, edit.against_end)
        put_in = _count(each, edit.start, edit.end)
        if not missing and not put_in:
            continue
        if at < first and missing > put_in:
            yield _Judged("cut short", _head_owned(base, each, edit))
        elif at > last and missing > put_in:
            yield _Judged("cut short", _tail_owned(base, each, edit))
        elif put_in:
            yield _Judged("reworded", _in_brackets(each, edit))
        else:
            yield _left_out(base, each, edit, missing)


def _count(wording: Wording, start: int, end: int) -> int:
    """Words that begin in a stretch of the joined words."""
    starts = [word.start for word in wording.words]
    return bisect_left(starts, end) - bisect_left(starts, start)


def _head_owned(base: Wording, each: Wording, edit: Edit) -> bool | None:
    """A beginning is cut off: nothing to own up to at the start of a sentence, or where a small letter shows it."""
    if _ELLIPSIS.match(each.text[: edit.end + 4].lstrip(" [(")):
        return True
    if _ends_sentence(base, edit.against_end):
        return None
    return None if each.text[edit.end : edit.end + 1].islower() else False


def _tail_owned(base: Wording, each: Wording, edit: Edit) -> bool | None:
    """An end is cut off: nothing to own up to after a full sentence, or where the words are woven into another."""
    said = each.text[: edit.start] if edit.start > 0 else each.text
    if _ELLIPSIS.search(each.text[max(0, len(said.rstrip(" .,]…[")) - 1) :]):
        return True
    if _ends_sentence(base, edit.against_start):
        return None
    return False if each.text.rstrip()[-1:] in ".,!?" else None


def _ends_sentence(wording: Wording, place: int) -> bool:
    """Whether a sentence ends before a place: also where a tag stood between two and left a comma."""
    if _SENTENCE_END.search(wording.text[max(0, place - 6) : place]):
        return True
    return place in wording.starts[1:] and wording.text[place : place + 1].isupper()


def _in_brackets(each: Wording, edit: Edit) -> bool:
    """Whether words that were put in stand in square brackets."""
    before, inside, after = each.text[: edit.start], each.text[edit.start : edit.end], each.text[edit.end :]
    opened = before.rstrip().endswith("[") or inside.lstrip().startswith("[")
    closed = after.lstrip().startswith("]") or inside.rstrip(" .,").endswith("]")
    return opened and closed


def _left_out(base: Wording, each: Wording, edit: Edit, missing: int) -> _Judged:
    """Words are missing in the middle: a splice, unless the marks were closed there or it is but a word or two."""
    before = each.text[: edit.start].rstrip()
    between = each.text[len(before.rstrip(" .,;:…[]—–-")) : edit.end + 1]
    marked = _ELLIPSIS.search(between) is not None
    segment = each.segment_at(edit.start)
    at_seam = segment > 0 and edit.start == each.starts[segment]
    gone = base.text[edit.against_start : edit.against_end]
    if at_seam and _ends_sentence(base, edit.against_start):
        return _Judged("cut short", None)
    if missing >= SPLICED_WORDS or marked or _SENTENCE_END.search(gone):
        return _Judged("spliced", marked)
    return _Judged("reworded", marked)


def _placed(base: Wording, each: Wording, steps: Iterable[Edit]) -> Iterator[Edit]:
    """The edits as places in the articles, cut where a segment ends on either side."""
    pending = list(steps)[::-1]
    while pending:
        edit = pending.pop()
        cut = _first_cut(base, each, edit)
        if cut is not None:
            pending += [Edit("equal" if edit.op == "equal" else _op(half), *half) for half in reversed(cut)]
            continue
        against = base.original(edit.against_start, edit.against_end)
        yield Edit(edit.op, *against, *each.original(edit.start, edit.end))


_Range = tuple[int, int, int, int]


def _op(places: _Range) -> EditOp:
    if places[0] == places[1]:
        return "insert"
    return "delete" if places[2] == places[3] else "replace"


def _first_cut(base: Wording, each: Wording, edit: Edit) -> tuple[_Range, _Range] | None:
    """The two halves of an edit that runs over the end of a segment, or ``None``."""
    op, a, a_end, b, b_end = edit
    for at in base.starts[1:]:
        if a < at < a_end:
            partner = _partner(base, each, Span(a, a_end), Span(b, b_end), at) if op == "equal" else b_end
            return (a, at, b, partner), (at, a_end, partner, b_end)
    for at in each.starts[1:]:
        if b < at < b_end:
            partner = _partner(each, base, Span(b, b_end), Span(a, a_end), at) if op == "equal" else a_end
            return (a, partner, b, at), (partner, a_end, at, b_end)
    return None


def _partner(cut: Wording, other: Wording, span: Span, other_span: Span, at: int) -> int:
    """Where the other side of an equal stretch is cut: before the word with the same number."""
    number = _count(cut, span.start, at)
    starts = [word.start for word in other.words]
    first = bisect_left(starts, other_span.start)
    return min(other_span.end, _word_start(other, first + number))
