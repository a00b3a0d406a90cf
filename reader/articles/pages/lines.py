"""What one line says of itself: whether it is furniture, by which rule, and how sure that is. It sees no neighbours.

A line that opens a quotation is never furniture, nor is one longer than :data:`LONGEST`: what a reporter wrote is worth
more than a page that is clean.
"""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

from reader.articles.pages.words import INSIDE, LABELS, NETWORKS, SENTENCES, WEAK, WHOLE

LONGEST: Final = 400
"""Code points: a longer line is text. The longest consent notices of ordinary pages are shorter."""
LABEL_WORDS: Final = 16
"""A label, as "Read also: …" with a headline after it, is no longer."""
SENTENCE_WORDS: Final = 45
"""A sentence that speaks to the visitor is no longer."""
INSIDE_WORDS: Final = 40
"""Words inside a line decide only where the line is no longer."""

Strength = Literal["strong", "weak"]

_BLANKS: Final = re.compile(r"\s+")
_NUMBER: Final = re.compile(r"\d[\d.,]*[km]?\b")
_LINK: Final = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_ENDS: Final = " \t*_>•·|–—-:;,.!…»«›‹→↓▼►▶✕×()[]"
_QUOTED: Final = re.compile('[“”„«»"「『]')
_STOP: Final = re.compile(r"[.!?…。！？]['\"”’»)\]*_]*$")
_COPYRIGHT: Final = re.compile(r"(?:©|\(c\)|copyright)[\s©,:-]*(?:\(c\)\s*)?(?:19|20)\d\d\b", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S+$|@\w{2,30}$", re.IGNORECASE)
_MINUTES: Final = re.compile(r"\W*\d{1,3}[ -]?min(?:ute)?s?\.?(?: read)?\W*$", re.IGNORECASE)
_PARTS: Final = re.compile(r"[\s|/,·•:;]+")
LONGEST_OPENING: Final = 5
"""Words of the longest entry among the openings."""


class Cue(NamedTuple):
    """Why a line is furniture. ``opens`` says whether what follows may belong to it."""

    rule: str
    strength: Strength = "strong"
    opens: bool = False


def plain_line(text: str) -> str:
    """The line without Markdown's marks, its blanks as one: what the rules read."""
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    return _BLANKS.sub(" ", text).strip(" *_")


def cue_of(line: str) -> Cue | None:
    """Why ``line`` (as :func:`plain_line` gives it) is furniture, if it is."""
    if len(line) > LONGEST:
        return None
    small = _NUMBER.sub("#", line.lower())
    bare = small.strip(_ENDS + "?").strip()
    if rule := WHOLE.get(bare):
        return Cue(rule, opens=True)
    if rule := WEAK.get(bare):
        return Cue(rule, "weak")
    return _shaped(line, bare) or _worded(line, small)


def _shaped(line: str, bare: str) -> Cue | None:
    """Furniture by its shape: rows of networks, copyright, addresses, minutes to read."""
    parts = [part for part in _PARTS.split(bare) if part]
    if 2 <= len(parts) <= 12 and all(part in NETWORKS or part == "#" for part in parts) and "#" not in parts[:1]:
        return Cue("share")
    if _COPYRIGHT.match(line):
        return Cue("copyright")
    if _ADDRESS.match(line):
        return Cue("navigation", "weak")
    if _MINUTES.match(line):
        return Cue("reading time")
    return None


def _worded(line: str, small: str) -> Cue | None:
    """Furniture by the words it begins with or holds."""
    words = small.count(" ") + 1
    ends = bool(_STOP.search(line))
    if words > SENTENCE_WORDS:
        return None
    for opening in _openings(small):
        if (rule := LABELS.get(opening)) and words <= LABEL_WORDS and not (ends and not line.endswith("?")):
            # "Read also: …" carries its own entry; a heading of a box does not.
            return Cue(rule, opens=not opening.endswith(":") or small.endswith(":"))
        if (rule := SENTENCES.get(opening)) and not _QUOTED.search(line):
            return Cue(rule)
    if words > INSIDE_WORDS or _QUOTED.search(line):
        return None
    return next((_inside(rule, words) for phrase, rule in INSIDE.items() if phrase in small), None)


def _inside(rule: str, words: int) -> Cue | None:
    # "a 5 min read" may end a sentence of a review; as a label it is short.
    return None if rule == "reading time" and words > LABEL_WORDS else Cue(rule)


def _openings(small: str) -> list[str]:
    """The first words of a line, longest first: "share this story:", "share this story", "share this" …"""
    words = small.lstrip(_ENDS).split(" ", LONGEST_OPENING)[:LONGEST_OPENING]
    found: list[str] = []
    for count in range(len(words), 0, -1):
        opening = " ".join(words[:count])
        found.append(opening)
        if opening[-1:] in ",.!?:":
            found.append(opening[:-1])
    return found
