"""Which outlet published the article, where the page around it says so.

Outlets that the text cites are not looked for: only biographies, notices of copyright, the lines beside a byline and
datelines are. All but a line that gives outlet and date are guesses.
"""

from __future__ import annotations

import re
from typing import Final

from reader.articles.names import is_name

LONGEST: Final = 50
"""Code points: the name of an outlet is no longer."""

_ORG_WORD: Final = r"[\w&’'-]*(?:\.\w[\w&’'-]*)*"
_LINKS: Final = r"(?:of|and|the|&|for|de|la|du|des|der)"
_ORG: Final = rf"(?:[Tt]he\s+)?[A-ZÀ-Þ]{_ORG_WORD}(?:\s+(?:{_LINKS}\s+){{0,2}}[A-ZÀ-Þ0-9]{_ORG_WORD}){{0,4}}"
_NOUN: Final = (
    # What newspapers, magazines, stations and agencies call themselves.
    r"(?:Gazette|Times|News|Post|Herald|Tribune|Journal|Courier|Chronicle|Observer|Guardian|Telegraph|Independent|Mail|Express|"
    r"Mirror|Standard|Press|Magazine|Review|Today|Daily|Weekly|Register|Record|Examiner|Dispatch|Bulletin|Mercury|Argus|"
    r"Echo|Sentinel|Globe|Inquirer|Enquirer|Advertiser|Messenger|Monitor|Reuters|Radio|Broadcasting|Zeitung|Tagblatt|"
    r"Anzeiger|Nachrichten|Kurier|Rundschau|Allgemeine|Presse|Blatt|Bote|Blad|Dagblad|Avis|Tidning|Diario|Diário|Jornal|"
    r"Folha|Gaceta|Correo|Noticias|Giornale|Corriere|Gazzetta|Journal|Figaro|Monde|Dépêche)"
)
_OUTLET: Final = re.compile(rf"{_ORG}")
_NAMED: Final = re.compile(rf"(?=.*\b{_NOUN}\b|.*(?:blatt|zeitung|bladet)\b){_ORG}$")
_MASTHEAD: Final = re.compile(
    # Nouns that name a paper and hardly ever a section of one, at the end of its name or before "of".
    rf"(?=.*\b(?:Gazette|Times|Herald|Tribune|Journal|Courier|Chronicle|Observer|Guardian|Telegraph|Mail|Examiner|Argus|"
    r"Sentinel|Inquirer|Enquirer|Advertiser|Zeitung|Tagblatt|Anzeiger|Kurier|Rundschau|Blad|Dagblad|Avis|Tidning|Diario|"
    r"Diário|Jornal|Folha|Gaceta|Correo|Giornale|Corriere|Gazzetta|Figaro|Dépêche)(?:$|\s+(?:of|de|du|des|der|della|di|do|da)\s)|"
    rf".*(?:blatt|zeitung|bladet)$|(?:Le|La|Il|El|Der|Die|O)\s+{_NOUN}\b){_ORG}$"
)
_WORKS: Final = re.compile(
    # A trade that is pursued for an outlet. "Author of" is followed by a book.
    r"\b(?:editor|journalist|reporter|correspondent|columnist|critic|staff writer|writer|producer|photographer|"
    r"contributor|redakteur(?:in)?|korrespondent(?:in)?|journaliste|periodista|corresponsal|jornalista|repórter|"
    r"giornalista|covers|writes|reports|works|schreibt|berichtet|arbeitet|collabore|escribe|escreve|scrive)\b",
    re.IGNORECASE,
)
_FOR: Final = re.compile(
    r"\b(?P<link>at|for|of|with|bei der|beim|bei|für die|für den|für|à|au|chez|pour|para|en|no|na|do|da|per|di|del|"
    rf"voor|bij|på|i)\s+(?P<outlet>{_ORG})"
)
_NOT_NOW: Final = re.compile(
    r"\b(?:freelance|freelancer|former|formerly|previously|has (?:also )?written|has appeared|freie[rn]?)\b",
    re.IGNORECASE,
)
_COPYRIGHT: Final = re.compile(
    r"(?i:(?:©|\(c\)|copyright)\s*(?:©|\(c\))?)\s*(?:(?:19|20)\d\d(?:\s*[-–,]\s*(?:19|20)?\d\d)*)?\s*[,.:|-]?\s*(?:by\s+)?"
    rf"(?P<outlet>{_ORG})"
)
_COMPANY: Final = re.compile(
    r"[\s,.]*\b(?:inc|ltd|limited|llc|plc|gmbh|ag|corp|co|company|all rights.*|alle rechte.*|media group)\b\.?$",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_GENERIC: Final = frozenset(
    ("all rights reserved", "all", "all rights", "copyright", "the author", "the authors", "terms", "privacy")
)
_DATELINE: Final = re.compile(
    r"(?:[A-ZÀ-Þ][A-ZÀ-Þ .'’/-]{2,40})(?:,\s*[A-Z][\w.]+(?:\s\d{1,2})?(?:,\s*\d{4})?)?,?"
    r"\s*\((?P<outlet>[A-Z][A-Za-z .]{1,24})\)\s*[–—-]+\s"
)
_FIRST: Final = re.compile(
    rf"(?i:(?:this|the)\s+(?:article|story|post|piece|report|interview)\s+(?:was\s+)?(?:first|originally)\s+(?:published|appeared|posted)\s+"
    rf"(?:in|on|by|at))\s+(?P<outlet>{_ORG})"
)
_BESIDE: Final = re.compile(r"[,|·•@/(–—-]+|\bfor\b|\bof\b")

Found = tuple[str, int, int]
"""The name, and the code points of the line where it stands."""


def outlet_of_biography(line: str) -> Found | None:
    """The outlet that an author works for: "… is transport correspondent of the Averin Trade Courier"."""
    work = _WORKS.search(line)
    if work is None or _NOT_NOW.search(line):
        return None
    sentence = re.search(r"[.!?](?:\s|$)", line[work.end() :])
    end = work.end() + sentence.start() if sentence else len(line)
    for found in _FOR.finditer(line, work.end(), end):
        outlet = _trimmed(line, *found.span("outlet"))
        # German writes all nouns with capitals: "für" is followed by a subject as often as by an outlet.
        if outlet is not None and (not found["link"].startswith("für") or _NAMED.match(outlet[0])):
            return outlet
    return None


def outlet_of_copyright(line: str) -> Found | None:
    """The owner that a notice names, where it gives a year too or reserves all rights."""
    found = _COPYRIGHT.search(line)
    if found is None or not (_YEAR.search(line) or "reserved" in line.lower()):
        return None
    outlet = _trimmed(line, *found.span("outlet"))
    return None if outlet is None or (is_name(outlet[0]) and not _NAMED.match(outlet[0])) else outlet


def copyright_year(line: str) -> int | None:
    """The latest year in a notice of copyright: the page is no older."""
    years = [int(year) for year in _YEAR.findall(line)]
    return max(years) if years else None


def outlet_of_dateline(line: str) -> Found | None:
    """The agency in "PORT AVERIN (Agency) — …"."""
    found = _DATELINE.match(line)
    return None if found is None else (found["outlet"], *found.span("outlet"))


def outlet_of_origin(line: str) -> Found | None:
    """The outlet in "This article was first published in …"."""
    found = _FIRST.search(line) if len(line) < 300 else None
    return None if found is None else _trimmed(line, *found.span("outlet"))


def could_be_outlet(line: str) -> bool:
    """Whether a whole line has the shape of an outlet's name; so have some headlines: "Bad News"."""
    return len(line) <= LONGEST and _NAMED.match(line) is not None


def is_masthead(line: str) -> bool:
    """Whether a whole line of two words or more can hardly be anything but an outlet's name: "La Gazette du Nord"."""
    return len(line) <= LONGEST and " " in line and _MASTHEAD.match(line) is not None


def outlet_beside(line: str) -> Found | None:
    """An outlet among the parts of a short line with a byline or a date: "By Ines Ferro, Averin Gazette"."""
    at = 0
    for part in [*_BESIDE.split(line)]:
        start = line.index(part, at)
        at = start + len(part)
        words = part.strip(" )")
        if words and len(words) <= LONGEST and _NAMED.match(words):
            begin = line.index(words, start)
            return words, begin, begin + len(words)
    return None


def _trimmed(line: str, start: int, end: int) -> Found | None:
    """A name without the article before it, the company's form and the stop after it."""
    name = line[start:end]
    while (found := _COMPANY.search(name)) is not None:
        name = name[: found.start()]
    name = name.rstrip(" .,-’'")
    if name.startswith("the "):
        start, name = start + 4, name[4:]
    if not 2 <= len(name) <= LONGEST or name.lower() in _GENERIC or name.lower().startswith("copyright"):
        return None
    return name, start, start + len(name)
