"""Where sentences begin in a paragraph whose quotations are blanked out."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Iterable
from typing import Final

_END: Final = re.compile(r"[.?!…][)\]’”\"]*(\s+)(?=[^\Wa-z_]|[\x01“‘\"'(\[€$£])")
_NO_END: Final = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Sens|Rep|Reps|Gov|Gen|Col|Lt|Capt|Cpl|Sgt|Maj|Cmdr|Adm|Rev|Hon|St|Jr|Sr|vs|No|Inc|Corp|"
    r"Co|Ltd|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|a\.m|p\.m|U\.S|U\.K|e\.g|i\.e|approx|est|dept|Calif|Fla|"
    r"Mass|Conn|Wash|Ariz|Ill|Mich|Minn|Wis|Tenn|Tex)|(?:^|[\s.(])[A-Z])\.$"
)
_BEFORE: Final = 12
"""Code points before a full stop that an abbreviation takes."""
_AFTER_QUOTATION: Final = re.compile(r"[)\]]?\s+(?=[^\Wa-z_]|[\x01(\[])")


def sentence_starts(text: str, start: int, end: int, quotation_ends: Iterable[int]) -> list[int]:
    """Where sentences begin in ``text[start:end]``, ``start`` first, as code points.

    ``quotation_ends`` are the ends of quotations, marks included, that may end a sentence themselves.
    """
    starts = [start]
    for found in _END.finditer(text, start, end):
        stop = found.start() + 1
        if text[found.start()] == "." and _NO_END.search(text[max(start, stop - _BEFORE) : stop]):
            continue
        starts.append(found.end())
    for place in quotation_ends:
        follows = _AFTER_QUOTATION.match(text, place, end)
        if follows and follows.end() < end and starts[bisect_right(starts, follows.end()) - 1] != follows.end():
            insort(starts, follows.end())
    return starts
