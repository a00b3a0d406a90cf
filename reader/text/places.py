"""Many hits at once: where words stand in a long text, as numbers instead of objects.

The hits of one letter in ten megabytes are half a million; here they are two arrays, found by scanning the shadow and
carried back to the original all together. It finds what :func:`reader.text.find.find` finds.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple, overload

from reader.text.find import Found, Query, Searchable, find
from reader.text.fold import FOLLOWING, fold
from reader.text.spans import Span, merged

if TYPE_CHECKING:
    from numpy.typing import NDArray

CODE: Final = "i"
"""Four bytes a number: they go through a pipe."""


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
    needle = fold(query.pattern, case=not query.sensitive).text
    if not needle:
        return _in_arrays(Found())
    arrays = _arrays(searchable, case=not query.sensitive)
    if arrays.has_marks:
        return _in_arrays(find(searchable, query))  # accents that follow a letter are looked at one by one
    return FoundPlaces(_literal(arrays, needle))


def prepare(searchable: Searchable) -> None:
    """Does beforehand what the first search would have to do."""
    _arrays(searchable, case=True)


def _in_arrays(found: Found) -> FoundPlaces:
    starts = array(CODE, [hit.start for hit in found.hits])
    return FoundPlaces(Places(starts, array(CODE, [hit.end for hit in found.hits])), found.problem)


class _Arrays(NamedTuple):
    """A text that is ready to be searched: what a search needs of it as numbers."""

    codes: NDArray[Any]
    """The shadow's characters."""
    atoms: NDArray[Any]
    within: NDArray[Any] | None
    has_marks: bool


def _arrays(searchable: Searchable, *, case: bool) -> _Arrays:
    """Made once for a text, and once more where case counts."""
    import numpy as np

    known = searchable.made.get(case)
    if isinstance(known, _Arrays):
        return known
    shadow = searchable.shadow(case=case)
    atoms = np.array(shadow.atoms, dtype=np.int64).reshape(-1, 4)
    within = None if searchable.within is None else np.array(merged(searchable.within), dtype=np.int64).reshape(-1, 2)
    has_marks = bool(shadow.starts and FOLLOWING.search(searchable.text))
    made = searchable.made[case] = _Arrays(_codes(shadow.text), atoms, within, has_marks)
    return made


def _codes(text: str) -> NDArray[Any]:
    """The code points of a text, a byte each where that is enough."""
    import numpy as np

    try:
        return np.frombuffer(text.encode("latin-1"), dtype=np.uint8)
    except UnicodeEncodeError:
        return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def _literal(arrays: _Arrays, needle: str) -> Places:
    import numpy as np

    found = _scan(arrays.codes, [ord(character) for character in needle])
    starts = _original(arrays.atoms, found, last=False)
    ends = _original(arrays.atoms, found + (len(needle) - 1), last=True)
    before = np.concatenate((np.zeros(1, dtype=np.int64), np.maximum.accumulate(ends)[:-1])) if len(ends) else ends
    kept = (ends > starts) & (starts >= before)
    if arrays.within is not None:
        kept &= _covered(arrays.within, starts) & _covered(arrays.within, ends - 1)
    return Places(_packed(starts[kept]), _packed(ends[kept]))


def _packed(numbers: NDArray[Any]) -> array[int]:
    return array(CODE, numbers.astype(CODE).tobytes())


def _scan(codes: NDArray[Any], needle: Sequence[int]) -> NDArray[Any]:
    """Where the needle stands, from left to right and without overlap."""
    import numpy as np

    size = len(needle)
    if size > len(codes) or max(needle) > np.iinfo(codes.dtype).max:
        return np.zeros(0, dtype=np.int64)
    found = np.flatnonzero(codes[: len(codes) - size + 1] == needle[0])
    for at in range(1, size):
        found = found[codes[found + at] == needle[at]]
    if not (np.diff(found) < size).any():
        return found
    kept, after = [], 0
    for place in found.tolist():
        if place >= after:
            kept.append(place)
            after = place + size
    return np.array(kept, dtype=np.int64)


def _original(atoms: NDArray[Any], places: NDArray[Any], *, last: bool) -> NDArray[Any]:
    """Where characters of the shadow begin in the original, or (``last``) where they end."""
    import numpy as np

    if not len(atoms):
        return places + int(last)
    nothing = np.zeros(1, dtype=np.int64)
    index = np.searchsorted(np.ascontiguousarray(atoms[:, 0]), places, side="right")
    found: NDArray[Any] = places + np.concatenate((nothing, atoms[:, 3] - atoms[:, 1]))[index] + int(last)
    inside = places < np.concatenate((nothing, atoms[:, 1]))[index]
    if inside.any():
        found[inside] = atoms[index[inside] - 1, 3 if last else 2]
    return found


def _covered(spans: NDArray[Any], places: NDArray[Any]) -> NDArray[Any]:
    """Which of the places lie in one of the spans."""
    import numpy as np

    if not len(spans):
        return np.zeros(len(places), dtype=bool)
    index = np.searchsorted(spans[:, 0], places, side="right") - 1
    covered: NDArray[Any] = (index >= 0) & (places < spans[np.maximum(index, 0), 1])
    return covered
