"""Many hits at once: where words stand in a long text, as numbers instead of objects.

The hits of one letter in ten megabytes are half a million; here they are two arrays, found by scanning the shadow and
carried back to the original all together. It finds what :func:`reader.text.find.find` finds.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, overload

from reader.text.find import Found, Query, Searchable, find
from reader.text.fold import FOLLOWING, Folded, fold
from reader.text.spans import Span, merged

if TYPE_CHECKING:
    from numpy.typing import NDArray

CODE: Final = "q"
"""Eight bytes a number."""


@dataclass(frozen=True, slots=True)
class Places(Sequence[Span]):
    """Spans in order and apart, as two arrays of code points."""

    starts: array[int]
    ends: array[int]

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, at: int) -> Span: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Span]: ...

    def __getitem__(self, at: int | slice) -> Span | Sequence[Span]:
        if isinstance(at, slice):
            return Places(self.starts[at], self.ends[at])
        return Span(self.starts[at], self.ends[at])

    def at(self, start: int) -> int:
        """The position of the first span that begins at ``start`` or after."""
        return bisect_left(self.starts, start)


@dataclass(frozen=True, slots=True)
class FoundPlaces:
    """What :class:`reader.text.find.Found` is, with the hits as arrays."""

    hits: Places
    problem: str | None = None


def find_places(searchable: Searchable, query: Query) -> FoundPlaces:
    """All hits of ``query``: see :func:`reader.text.find.find`."""
    if query.regex or query.whole_word or query.empty:
        return _in_arrays(find(searchable, query))
    shadow = searchable.shadow(case=not query.sensitive)
    needle = fold(query.pattern, case=not query.sensitive).text
    if not needle:
        return _in_arrays(Found())
    if shadow.starts and FOLLOWING.search(searchable.text):
        return _in_arrays(find(searchable, query))  # accents that follow a letter are looked at one by one
    return FoundPlaces(_literal(searchable, shadow, needle))


def _in_arrays(found: Found) -> FoundPlaces:
    starts = array(CODE, [hit.start for hit in found.hits])
    return FoundPlaces(Places(starts, array(CODE, [hit.end for hit in found.hits])), found.problem)


def _literal(searchable: Searchable, shadow: Folded, needle: str) -> Places:
    import numpy as np

    found = np.fromiter((hit.start() for hit in re.finditer(re.escape(needle), shadow.text)), dtype=np.int64)
    starts = _original(shadow, found, last=False)
    ends = _original(shadow, found + (len(needle) - 1), last=True)
    before = np.concatenate((np.zeros(1, dtype=np.int64), np.maximum.accumulate(ends)[:-1])) if len(ends) else ends
    kept = (ends > starts) & (starts >= before)
    if searchable.within is not None:
        spans = np.array(merged(searchable.within), dtype=np.int64).reshape(-1, 2)
        kept &= _covered(spans, starts) & _covered(spans, ends - 1)
    return Places(array(CODE, starts[kept].tobytes()), array(CODE, ends[kept].tobytes()))


def _original(shadow: Folded, places: NDArray[Any], *, last: bool) -> NDArray[Any]:
    """Where characters of the shadow begin in the original, or (``last``) where they end."""
    import numpy as np

    if not shadow.atoms:
        return places + int(last)
    atoms = np.array(shadow.atoms, dtype=np.int64)
    index = np.searchsorted(atoms[:, 0], places, side="right") - 1
    atom = atoms[np.maximum(index, 0)]
    inside = atom[:, 3] if last else atom[:, 2]
    after = places - atom[:, 1] + atom[:, 3] + int(last)
    return np.where(index < 0, places + int(last), np.where(places < atom[:, 1], inside, after))


def _covered(spans: NDArray[Any], places: NDArray[Any]) -> NDArray[Any]:
    """Which of the places lie in one of the spans."""
    import numpy as np

    if not len(spans):
        return np.zeros(len(places), dtype=bool)
    index = np.searchsorted(spans[:, 0], places, side="right") - 1
    covered: NDArray[Any] = (index >= 0) & (places < spans[np.maximum(index, 0), 1])
    return covered
