"""Folding: a shadow of a text for searching and matching, with a way back to the original offsets.

Quotation marks and dashes become straight ones, every run of blanks (a single line break among them) one blank, a blank
line a line feed; soft hyphens, zero-width characters and accents go; ligatures and full-width forms are spelled
out (Unicode's NFKD); on request, case goes too. Only what is written alike is folded: nothing is stemmed or guessed.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

from reader.text.spans import Span

_SINGLE_MARKS = "‘’‚‛‹›′ʼ´＇"
_DOUBLE_MARKS = "“”„‟«»″〝〞〟＂"
_DASHES = "‐‑‒–—―−⁃﹘﹣－"
_SPELLED = {
    **dict.fromkeys(_SINGLE_MARKS, "'"),
    **dict.fromkeys(_DOUBLE_MARKS, '"'),
    **dict.fromkeys(_DASHES, "-"),
    **dict(zip("øØđĐłŁħĦıðÐ", "oOdDlLhHidD", strict=True)),
    **dict(zip("ßẞæÆœŒþÞ", ("ss", "SS", "ae", "AE", "oe", "OE", "th", "TH"), strict=True)),
}
"""Marks, and letters that have no decomposition."""

_BLANKS = " \t\n\v\f\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
# Accents of Latin, Greek, Cyrillic, Hebrew and Arabic. The marks of Indic and Thai scripts are vowels: they stay.
_MARKS = (
    "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
_UNSEEN = "\xad\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
_DROPPED = _MARKS + _UNSEEN

_UNPLAIN: Final = re.compile("([^!-~]{2,}|[^ -~])")
"""All that is not printable ASCII with single blanks between: what folding has to look at."""
_ATOMS: Final = re.compile(
    f"[{_BLANKS}{_DROPPED}]{{2,}}|[{_DROPPED}]"
    "|[\u3041-\u30ff\uff66-\uff9d][\u3099\u309a\uff9e\uff9f]|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?"
)
_ALL_DROPPED: Final = re.compile(f"[{_DROPPED}]+")
_LINE_BREAK: Final = re.compile("\r\n|[\n\r\x85\u2028]")
_STRIPPED: Final = re.compile(f"[{_DROPPED}]")
_FOLLOWING_MARKS: Final = re.compile(f"[{_MARKS}\ufe00-\ufe0f]*")
FOLLOWING: Final = re.compile(f"[{_MARKS}\ufe00-\ufe0f]")
"""Finds a mark that belongs to the character before it, whichever folding drops."""
_REMEMBERED = 16
"""Runs up to this many code points are folded once and remembered."""


class _Atom(NamedTuple):
    """A stretch whose folded form has another length: half-open in the shadow and in the original."""

    shadow: int
    shadow_end: int
    original: int
    original_end: int


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the way back. Offsets are code points."""

    text: str
    """The shadow."""
    source: str
    """The text that was folded."""
    atoms: tuple[_Atom, ...] = ()
    starts: tuple[int, ...] = ()

    def original(self, start: int, end: int) -> Span:
        """The stretch of the original that the shadow's ``[start, end)`` stands for, accents that follow included.

        A stretch that begins or ends inside a spelled-out character takes that character in. An empty stretch is
        an empty span.
        """
        first = self._at(start, last=False)
        if end <= start:
            return Span(first, first)
        after = self._at(end - 1, last=True)
        following = _FOLLOWING_MARKS.match(self.source, after)
        return Span(first, following.end() if following else after)

    def _at(self, place: int, *, last: bool) -> int:
        """Where the shadow's character at ``place`` begins in the original, or (``last``) where it ends."""
        index = bisect_right(self.starts, place) - 1
        if index < 0:
            return place + last
        atom = self.atoms[index]
        if place < atom.shadow_end:
            return atom.original_end if last else atom.original
        return place - atom.shadow_end + atom.original_end + last


class _Table(dict[int, str]):
    """What one character becomes, worked out when it is first met; ``changing`` are those of another length."""

    def __init__(self, case: bool) -> None:
        super().__init__()
        self.case = case
        self.changing: set[str] = set()

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = _folded_character(character)
        if self.case and folded != "\n":
            folded = "".join(map(_folded_character, folded.casefold()))
        if len(folded) != 1:
            self.changing.add(character)
        self[code] = folded
        return folded


def _folded_character(character: str) -> str:
    """One character without accent or compatibility form; case is kept."""
    if character in _SPELLED:
        return _SPELLED[character]
    if character.isspace():
        return "\n" if character == "\u2029" else " "
    if not character.isprintable():
        return _STRIPPED.sub("", character)
    whole = unicodedata.normalize("NFKD", character)
    if whole[0] == " ":  # a lone accent, which Unicode spells as a blank with an accent
        return character
    return unicodedata.normalize("NFC", "".join(_SPELLED.get(part, part) for part in _STRIPPED.sub("", whole)))


@cache
def _table(case: bool) -> _Table:
    return _Table(case)


def _folded_atom(found: str) -> str:
    """What a stretch that :data:`_ATOMS` found becomes: a blank, a line feed, nothing, or a composed letter."""
    if _ALL_DROPPED.fullmatch(found):
        return ""
    if not any(character.isspace() for character in found):
        return unicodedata.normalize("NFKC", found)
    return "\n" if "\u2029" in found or len(_LINE_BREAK.findall(found)) > 1 else " "


def _folded_run(run: str, case: bool) -> tuple[str, tuple[_Atom, ...]]:
    """A stretch that is not plain ASCII, folded, with its atoms counted from its own start."""
    table = _table(case)
    out: list[str] = []
    atoms: list[_Atom] = []
    shadow = 0
    for start, piece, is_atom in _pieces(run, table):
        folded = _folded_atom(piece) if is_atom else piece.translate(table)
        if len(folded) != len(piece):
            atoms.append(_Atom(shadow, shadow + len(folded), start, start + len(piece)))
        out.append(folded)
        shadow += len(folded)
    return "".join(out), tuple(atoms)


def _pieces(run: str, table: _Table) -> Iterator[tuple[int, str, bool]]:
    """The run cut so that each piece folds to as many characters, or is one atom: (start, piece, is an atom)."""
    at = 0
    for found in _ATOMS.finditer(run):
        yield from _characters(run, at, found.start(), table)
        yield found.start(), found.group(), True
        at = found.end()
    yield from _characters(run, at, len(run), table)


def _characters(run: str, start: int, end: int, table: _Table) -> Iterator[tuple[int, str, bool]]:
    piece = run[start:end]
    if not piece:
        return
    piece.translate(table)  # so that the table has met every character
    if table.changing.isdisjoint(piece):
        yield start, piece, False
        return
    for place, character in enumerate(piece, start):
        yield place, character, False


_remembered_run = lru_cache(maxsize=4096)(_folded_run)


def fold(text: str, *, case: bool) -> Folded:
    """The shadow of ``text``; ``case`` folds case as well.

    Linear; 1 MB of mostly ASCII prose takes about 20 ms.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return Folded(text.lower() if case else text, text)
    parts = _UNPLAIN.split(text)
    places = list(accumulate(map(len, parts), initial=0))
    atoms: list[_Atom] = []
    shift = 0
    for index in range(1, len(parts), 2):
        run = parts[index]
        folded, inside = _remembered_run(run, case) if len(run) <= _REMEMBERED else _folded_run(run, case)
        parts[index] = folded
        if inside:
            at = places[index]
            atoms += [_Atom(a + at + shift, b + at + shift, c + at, d + at) for a, b, c, d in inside]
            shift += len(folded) - len(run)
    if case:
        parts[::2] = [part.lower() for part in parts[::2]]
    return Folded("".join(parts), text, tuple(atoms), tuple(atom.shadow for atom in atoms))
