"""Who wrote the article, where a line says so: "By Ines Ferro", "Von Jan Brandt", "(Reporting by …)".

A name alone is nobody's byline unless a date or a role stands beside it at the top. Names in furniture, under related
stories or in the middle of the text are not looked at.
"""

from __future__ import annotations

import re
from typing import Final

from reader.articles.names import NAME, NO_NAME, cased, is_name

LONGEST: Final = 160
"""Code points: a byline with roles and a date is no longer."""
WORDS: Final = 18

_AND: Final = r"(?:,|;|&|\b(?i:and|und|et|y|e|en|och|og)\b)"
_NAMES: Final = rf"{NAME}(?:\s*{_AND}\s+{NAME}){{0,5}}"
_BY: Final = re.compile(
    r"\W{0,3}(?i:(?:(?:written|words|story|reported|posted|text|report|article|interview|review|analysis)\s+)?by|authors?|"
    r"words|text|texte|autor(?:in)?|auteur|von|par|por|texto de|di|door|av|af)\b\s*[:|–-]?\s+"
    rf"(?P<names>{_NAMES})(?P<rest>.*)$"
)
_REST: Final = re.compile(
    r"\s*(?:$|[,|·•@(/–—-]|\b(?:in|at|for|on|is|posted|published|updated|and)\b|\d|(?:Staff|Special|Contributing|Associated|[A-Z]))"
)
_DATED: Final = re.compile(
    # A day after the names: "By Ines Ferro Jan. 13, 2017".
    r",?\s+(?:[^\W\d_]{3,9}\.?\s+\d{1,2}|\d{1,2}\.?\s+[^\W\d_]{3,9}\.?),?\s+\d{4}"
)
_ROLE: Final = re.compile(
    r"(?:(?:senior|chief|staff|contributing|associate|deputy|political|special|news|business|sports|science|technology|transport|"
    r"health|crime|world|europe|city|national|foreign|investigations?|freelance|guest|assistant|managing|executive|[a-z]+)\s+){0,3}"
    r"(?:reporter|writer|editor|correspondent|columnist|journalist|contributor|critic|redakteur(?:in)?|korrespondent(?:in)?|"
    r"journaliste|periodista|redactor|redactora|jornalista|giornalista|author)\b.{0,40}$",
    re.IGNORECASE,
)
_AGENCY_END: Final = re.compile(
    rf"\(?(?i:(?:additional\s+)?report(?:ing|ed)\s+by)\s+(?P<names>{_NAMES})(?:\s+in\s+[A-Z]|[;,.)]|\s+and\s|$)"
)


def is_byline(line: str) -> bool:
    """Whether a short line names who wrote the article."""
    return names_of(line) is not None


def names_of(line: str) -> str | None:
    """The names in a line that says "By …", as they are printed, in ordinary case."""
    if not 6 <= len(line) <= LONGEST or len(line.split()) > WORDS:
        return None
    dated = _DATED.search(line)
    found = _BY.match(line if dated is None else line[: dated.start()])
    if found is None:
        return None
    rest = found["rest"]
    if not _REST.match(rest) or (rest.rstrip().endswith((".", "?", "!")) and len(rest.split()) > 3):
        return None
    return _people(found["names"])


def is_role(line: str) -> bool:
    """Whether a short line names the work of who wrote the article: "Transport correspondent"."""
    return 4 < len(line) < 60 and _ROLE.match(line) is not None


def agency_names(line: str) -> str | None:
    """The names in an agency's last line: "(Reporting by Ines Ferro; editing by Dev Castellane)"."""
    found = _AGENCY_END.match(line) if len(line) < 400 else None
    return None if found is None else _people(found["names"])


def _people(names: str) -> str | None:
    parts = [part.strip() for part in re.split(rf"\s*{_AND}\s*", names) if part.strip()]
    people: list[str] = []
    for part in parts:
        name = _without_role(part)
        if name is None:
            break
        people.append(name)
        if name != part:
            break
    if not people:
        return None
    end = names.index(people[-1], names.index(people[0])) + len(people[-1])
    words = re.split(r"\s+", names[:end])
    return " ".join(word.lower() if word in ("AND", "UND", "ET") else cased(word) for word in words)


def _without_role(words: str) -> str | None:
    """The name that some words begin with: "Ines Ferro Staff Writer", "INES FERRO JAN." """
    parts = words.split()
    return next((name for size in range(len(parts), 1, -1) if is_name(name := " ".join(parts[:size]))), None)


def is_one_name(line: str) -> bool:
    """Whether a line is a first name or a name, as biographies begin with."""
    return is_name(line) or (line.isalpha() and line.istitle() and line.lower() not in NO_NAME)
