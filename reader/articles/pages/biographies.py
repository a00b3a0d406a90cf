"""What a page says about who wrote the article: "Ines Ferro covers City Hall for the Averin Gazette."

The shape alone would take sentences about editors out of articles. So the name must not have been spoken of in the
text, the place must be the end, and something beside the sentence must confirm it: a name, a byline, a heading or
the furniture that comes after authors.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from reader.articles.names import is_name
from reader.articles.pages.rows import Row, Weights

LATE: Final = 0.6
"""The share of the prose that stands before a biography: it comes at the end, or at the top, where it is left alone."""
LONGEST: Final = 110
"""Words: biographies of ordinary houses are shorter."""
CANDIDATES: Final = 12
"""Sentences of this shape that are looked at in one text: a page has few authors."""
NEAR: Final = 3
"""Rows after a biography in which the furniture that confirms it begins."""

ROLES: Final = (
    # Who writes for a living: a person of another trade at the end of an article is somebody it is about.
    r"(?i:editor|journalist|reporter|writer|author|columnist|contributor|correspondent|blogger|critic|producer|"
    r"photographer|freelancer|freelance|editor-in-chief|redakteur(?:in)?|journalist(?:in)?|korrespondent(?:in)?|autor(?:in)?|"
    r"reporter(?:in)?|volontär(?:in)?|journaliste|rédacteur|rédactrice|correspondant(?:e)?|chroniqueu(?:r|se)|periodista|"
    r"redactora?|corresponsal|colaboradora?|jornalista|repórter|editora?|colunista|giornalista|redattore|"
    r"redattrice|collaboratore|redacteur|verslaggever|skribent|reporterin)"
)
_NAME: Final = r"[A-ZÀ-Þ][\w’'.-]*(?:\s+(?:(?:de|van|von|der|da|di|del|la|le|bin|al)\s+){0,2}[A-ZÀ-Þ][\w’'.-]*){0,3}"
_BIOGRAPHY: Final = re.compile(
    rf"(?P<name>{_NAME})(?:,[^,.]{{2,60}},)?(?:\s+(?:currently|also|now|previously|has))?\s+"
    r"(?:(?:is|was|works|worked|been|serves|ist|arbeitet|schreibt|est|travaille|es|trabaja|é|trabalha|è|lavora|is|är|er)\b"
    rf"(?:\s+(?:as|als|comme|como|come|för|for))?[^.!?]{{0,80}}?\b{ROLES}s?\b"
    r"|(?:covers|writes\s+(?:about|for|on)|reports\s+(?:on|for|from)|edits|schreibt\s+(?:über|für)|berichtet\s+(?:über|aus|für)|"
    r"couvre|escribe\s+(?:sobre|para)|cubre|escreve\s+(?:sobre|para)|cobre|scrive\s+(?:di|per))\b)",
)
_NOBODY: Final = "he she they it we i this that the his her their our my there who"
_PRONOUNS: Final = frozenset(_NOBODY.split())
_REACH: Final = re.compile(
    r"(?:you\s+can\s+)?(?:follow|reach|contact|e-?mail)\s+(?:him|her|them|the\s+(?:author|reporter|writer)|"
    r"[A-ZÀ-Þ][\w’'-]+(?:\s+[A-ZÀ-Þ][\w’'-]+){0,2})\s+(?:on|at|via|by|@)\b",
    re.IGNORECASE,
)


def biography_name(line: str) -> str | None:
    """The name that a line of this shape begins with, by which the whole line is a biography."""
    found = _BIOGRAPHY.match(line)
    if found is None or found["name"].split()[0].lower() in _PRONOUNS:
        return None
    return found["name"]


def tells_how_to_reach(line: str) -> bool:
    """Whether a line says where its author is to be found: "Follow her on …", "Contact the author at …"."""
    return len(line) < 200 and _REACH.match(line) is not None


def biographies(text: str, rows: Sequence[Row], weights: Weights) -> list[int]:
    """The rows that are biographies, in order."""
    found: list[int] = []
    looked = 0
    for at in range(len(rows) - 1, -1, -1):
        if weights.before(at) < LATE * weights.total or looked >= CANDIDATES:
            break
        row = rows[at]
        if row.words > LONGEST or row.cue is not None or row.block.kind == "title":
            continue
        name = biography_name(row.text)
        if name is None:
            continue
        looked += 1
        if _confirmed(rows, at, name) and not _spoken_of(text, rows[:at], name):
            found.append(at)
    return found[::-1]


def _confirmed(rows: Sequence[Row], at: int, name: str) -> bool:
    """Whether something beside it says that this is the author."""
    first = name.split()[0]
    above = rows[at - 1] if at else None
    if above is not None and ((above.text.startswith(first) and is_name(above.text)) or _opens_biography(above)):
        return True
    for row in rows[at + 1 : at + 1 + NEAR]:
        if row.cue is not None and row.cue.strength == "strong" and row.cue.rule not in ("advertisement", "sign-up"):
            return True
        if row.prose and biography_name(row.text) is None:
            break
    if all(not row.prose for row in rows[at + 1 :]) and len(name.split()) > 1:
        return any(name.lower() in row.text.lower() for row in rows[: min(at, 40)] if not row.prose)
    return False


def _opens_biography(row: Row) -> bool:
    return row.cue is not None and row.cue.rule == "biography"


def _spoken_of(text: str, before: Sequence[Row], name: str) -> bool:
    """Whether the prose before speaks of this person, who then is somebody the article is about."""
    last = name.split()[-1].removesuffix("’s").removesuffix("'s")
    pattern = re.compile(rf"\b{re.escape(last)}\b")
    return any(row.prose and pattern.search(text, row.block.start, row.block.end) for row in before)
