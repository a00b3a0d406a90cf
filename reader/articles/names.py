"""People's names by their shape: in bylines, biographies and under headlines. A shape is a guess, and it is said so."""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = (
    r"(?!(?:AND|UND|ET|BY)\b)"
    r"(?:(?:[A-ZÀ-ÞĀ-Ždl]['’])?[A-ZÀ-ÞĀ-Ž][\w’'-]*[\w]|[A-ZÀ-Þ]\.(?:[A-ZÀ-Þ]\.)*|[A-ZÀ-Þ])"
)
_PARTICLE: Final = r"(?:de|van|von|der|den|ter|bin|ibn|al|el|da|dos|do|di|du|del|della|la|le|zu|af|av|ten|y|e)"
NAME: Final = rf"{_WORD}(?:\s+(?:{_PARTICLE}\s+){{0,2}}{_WORD}){{1,3}}"
"""A pattern: two to four capitalised words, with particles between them."""
_WHOLE: Final = re.compile(NAME)
CAPITALS: Final = 3
"""Letters: a shorter word in capitals may be initials."""
LONGEST: Final = 60
"""Code points: a longer line is no name."""

_NO_NAME: Final = (
    # Words that stand in headings, labels and places but in no one's name.
    "der die das und ein eine el los las le les des il un une url "
    "the and of for in on at to a an with from by about how why what when who where is are was our your my this "
    "that more new news daily weekly breaking latest top update updates staff reporter editor writer correspondent "
    "agency desk team bureau press newsletter podcast video photo image images photos credit source read share "
    "follow sign subscribe related comments advertisement copyright rights january february march july "
    "september october november december monday tuesday wednesday thursday friday saturday sunday street "
    "road avenue university college institute school hospital group inc ltd llc corp company times post gazette "
    "herald magazine tribune journal telegraph guardian chronicle observer courier review home contact world "
    "business politics sports sport technology opinion culture science health travel weather north south east west "
    "united states tech industry feb jul aug sep sept oct nov dec getty reuters associated "
    "international national media network"
)
NO_NAME: Final = frozenset(_NO_NAME.split())
"""A line with one of these among its words is no name."""


def is_name(line: str) -> bool:
    """Whether a whole line has the shape of a person's name: "Ines Ferro", "MARISOL TVEIT", "Jan van der Berg"."""
    if not 4 <= len(line) <= LONGEST or _WHOLE.fullmatch(line) is None:
        return False
    words = [word.strip(".'’").lower() for word in line.split() if word[0].isupper()]
    return not any(word in NO_NAME for word in words)


def cased(name: str) -> str:
    """The name in ordinary case where it is printed in capitals: "INES FERRO" is "Ines Ferro"."""
    if not name.isupper() or len(name) < CAPITALS:
        return name
    return re.sub(r"[^\W\d_]+", lambda word: word.group().capitalize() if len(word.group()) > 1 else word.group(), name)
