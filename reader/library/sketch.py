"""Whether two texts are nearly the same, told from a few numbers of each.

A sketch is the smallest hashes of a text's four-word runs (the bottom-k sketch of Broder, "On the resemblance and
containment of documents", 1997): of two sketches, the share of equal ones among the smallest of both is an estimate of
the share of runs that the texts have in common, to about 0.06 with 64 of them.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Final
from zlib import crc32

from reader.text.fold import fold
from reader.text.spans import Span

SIZE: Final = 64
"""Hashes of a sketch."""
NEAR: Final = 0.5
"""Estimated share of common runs that makes two texts near-duplicates: one word in twelve changed leaves as much."""
SAME_STORY_ANEW: Final = 0.25
"""The same for a file that was read before under the same name: it was written anew, not replaced by another."""
_LOOKED_AT: Final = 40_000
"""Code points: the beginning stands for the rest."""
_RUN: Final = 4
_WORDS: Final = re.compile(r"\w+")
_SPREAD: Final = 0x9E3779B1


def sketch(text: str, body: Sequence[Span] = ()) -> bytes:
    """The sketch of a text, of its ``body`` alone where that is given: four bytes a hash, in order of size."""
    parts: Iterable[str] = (text[span.start : span.end] for span in body) if body else (text,)
    folded = fold(_beginning(parts), case=True).text
    words = _WORDS.findall(folded)
    if not words:
        return b""
    encoded = " ".join(words).encode("utf-8", "surrogatepass")
    starts = list(accumulate((len(word) + 1 for word in encoded.split(b" ")), initial=0))
    runs = zip(starts, starts[_RUN:] or starts[-1:], strict=False)
    hashes = {crc32(encoded[start : end - 1]) * _SPREAD & 0xFFFFFFFF for start, end in runs}
    smallest = sorted(hashes)[:SIZE]
    return struct.pack(f">{len(smallest)}I", *smallest)


def hashes(of: bytes) -> tuple[int, ...]:
    """The numbers of a sketch."""
    return struct.unpack(f">{len(of) // 4}I", of)


def likeness(one: bytes, other: bytes) -> float:
    """The estimated share of runs in common, 0 to 1."""
    left, right = set(hashes(one)), set(hashes(other))
    both = sorted(left | right)[:SIZE]
    return sum(1 for each in both if each in left and each in right) / len(both) if both else 0.0


def _beginning(parts: Iterable[str]) -> str:
    taken: list[str] = []
    length = 0
    for part in parts:
        taken.append(part[: _LOOKED_AT - length])
        length += len(taken[-1])
        if length >= _LOOKED_AT:
            break
    return "\n".join(taken)
