"""Where the words of a text stand, found for all characters at once: the words of :data:`reader.text.words.WORD`.

A text becomes an array of code points, a table says what each is, and words begin and end where that changes. Each word
has a hash of its letters: the polynomial of its code points modulo 2^64, from running sums over the text (Karp and
Rabin, "Efficient randomized pattern-matching algorithms", 1987), so that a word known before is known without being cut
out.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from reader.text.spans import Span
from reader.text.words import ALONE, APOSTROPHES

Flags = npt.NDArray[np.uint8]
Places = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]

LONGEST_HASHED = 64
"""Letters up to which a hash may stand for a word; polynomials modulo 2^64 are only known to meet in longer ones."""
_PIECE = 1 << 16
"""Code points hashed at a time; the sums then stay in the processor's cache (0.5 MB each)."""
_LETTER, _ALONE, _APOSTROPHE = 1, 2, 4
_TABLE = 0x10000
_FACTOR = 0x9E3779B97F4A7C15
_INVERSE = pow(_FACTOR, -1, 1 << 64)
_SALT = np.uint64(0x51A7)
_MIX = np.uint64(0xD6E8FEB86659FD93)
_HALF = np.uint64(32)


class Tokens(NamedTuple):
    """The words of a text as columns: first and last code point (end exclusive), and a hash of the letters."""

    starts: Places
    ends: Places
    hashes: Hashes


@cache
def _kinds() -> Flags:
    """What the code points under 65,536 are."""
    kinds = np.fromiter((_LETTER * (chr(code).isalnum() or code == 0x5F) for code in range(_TABLE)), np.uint8, _TABLE)
    for first, last in ALONE:
        kinds[first : last + 1] |= _ALONE * (kinds[first : last + 1] & _LETTER)
    for sign in APOSTROPHES:
        kinds[ord(sign)] |= _APOSTROPHE
    return kinds


@cache
def _kind_beyond(code: int) -> int:
    """What a code point over 65,535 is."""
    letter = chr(code).isalnum()
    return (_LETTER | _ALONE * any(first <= code <= last for first, last in ALONE)) if letter else 0


@cache
def _powers() -> tuple[Hashes, Hashes]:
    factors = np.ones((2, _PIECE), np.uint64)
    factors[0, 1:], factors[1, 1:] = _FACTOR, _INVERSE
    powers = np.multiply.accumulate(factors, axis=1)
    return powers[0], powers[1]


def tokens(text: str, within: Sequence[Span]) -> Tokens:
    """The words inside the spans ``within`` the text, which are in order and do not overlap."""
    codes = _codes(text)
    starts, ends = _edges(_kinds_of(codes), within)
    return Tokens(starts, ends, _hashed(codes, starts, ends))


def _codes(text: str) -> npt.NDArray[np.uint8] | npt.NDArray[np.uint32]:
    if text.isascii():
        return np.frombuffer(text.encode("ascii"), np.uint8)
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def _kinds_of(codes: npt.NDArray[np.uint8] | npt.NDArray[np.uint32]) -> Flags:
    kinds = _kinds()
    if codes.dtype == np.uint8 or not len(codes) or int(codes.max()) < _TABLE:
        return kinds.take(codes)
    out = kinds.take(np.minimum(codes, _TABLE - 1))
    beyond = np.flatnonzero(codes >= _TABLE)
    known, where = np.unique(codes[beyond], return_inverse=True)
    out[beyond] = np.array([_kind_beyond(code) for code in known.tolist()], np.uint8)[where]
    return out


def _edges(kinds: Flags, within: Sequence[Span]) -> tuple[Places, Places]:
    """The first code points of the words, and those after their last."""
    size = len(kinds)
    inside = np.zeros(size + 1, np.int8)
    first, last = (np.array(ends, np.int64) for ends in zip(*within, strict=True)) if within else (_NONE, _NONE)
    np.add.at(inside, first, 1)
    np.subtract.at(inside, last, 1)
    kinds = np.where(np.cumsum(inside[:size], dtype=np.int8) > 0, kinds, np.uint8(0))
    parted = np.zeros(size + 1, bool)
    parted[first] = True
    word = (kinds & _LETTER).astype(bool)
    alone = (kinds & _ALONE).astype(bool)
    signs = np.flatnonzero(kinds & _APOSTROPHE)
    signs = signs[(signs > 0) & (signs < size - 1)]
    joins = word[signs - 1] & word[signs + 1] & ~alone[signs - 1] & ~alone[signs + 1]
    word[signs[joins & ~parted[signs] & ~parted[signs + 1]]] = True
    parted[:size] |= alone
    parted[1:] |= alone
    edge = np.zeros(size + 2, bool)
    edge[1:-1] = word
    begins = edge[1:] & (~edge[:-1] | parted)
    finishes = edge[:-1] & (~edge[1:] | parted)
    return np.flatnonzero(begins), np.flatnonzero(finishes)


_NONE: Places = np.empty(0, np.int64)


def _hashed(codes: npt.NDArray[np.uint8] | npt.NDArray[np.uint32], starts: Places, ends: Places) -> Hashes:
    """A hash for each word; 0 for one of more than :data:`LONGEST_HASHED` letters."""
    out = np.zeros(len(starts), np.uint64)
    powers, inverses = _powers()
    at = 0
    while at < len(starts):
        base = int(starts[at])
        upto = max(int(np.searchsorted(ends, base + _PIECE - 1, "right")), at + 1)
        first, last = starts[at:upto] - base, ends[at:upto] - base
        if upto > at + 1 or int(last[0]) < _PIECE:
            piece = codes[base : base + int(last[-1])].astype(np.uint64)
            piece += _SALT
            piece *= powers[: len(piece)]
            sums = np.empty(len(piece) + 1, np.uint64)
            sums[0] = 0
            np.cumsum(piece, out=sums[1:])
            out[at:upto] = (sums[last] - sums[first]) * inverses[first]
        at = upto
    out ^= out >> _HALF
    out *= _MIX
    out ^= out >> _HALF
    out[ends - starts > LONGEST_HASHED] = 0
    return out
