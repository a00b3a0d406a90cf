"""Lines by which a press release says what it is: "For immediate release", "Communiqué de presse"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from reader.articles.article import Block
from reader.articles.headline import is_prose, word_count
from reader.articles.pages.lines import plain_line

LONGEST: Final = 100
"""Code points: such a line, its number, its day and who sends it included, is no longer."""
LABEL_WORDS: Final = 4
"""Words behind it; with more of them the line is the release's headline."""
TOP: Final = 8
"""Blocks at the top of a text among which the line stands."""

_LABEL: Final = re.compile(
    r"\W*(?:for immediate (?:press |media )?release|(?:press|news|media) release|press statement|"
    r"communiqué de presse|pressemitteilung|presse-?information|pressemeldung|medienmitteilung|presseaussendung|"
    r"comunicado de prensa|nota de prensa|nota de premsa|comunicado (?:de|à) imprensa|nota à imprensa|"
    r"comunicato stampa|persbericht|pressmeddelande|pressemeddelelse|pressemelding|lehdistötiedote|"
    r"komunikat prasowy|tisková zpráva|"
    r"пресс-релиз|пресреліз|basın bülteni|comunicat de presă|sajtóközlemény|δελτίο τύπου|新闻稿|新聞稿|"
    r"プレスリリース|보도자료)(?P<rest>.*)$",
    re.IGNORECASE,
)
_REST: Final = re.compile(
    r"\W*$|\s*(?:[-–—|·•:(/,#]|nr\b|no\b|n°|\d|for immediate|embargo|pour diffusion|zur sofort)", re.IGNORECASE
)


def is_release_label(line: str) -> bool:
    """Whether a line says that what follows is a press release, and hardly more: its number, its day, who sends it."""
    rest = _rest(line)
    return rest is not None and word_count(rest) <= LABEL_WORDS


def is_release(text: str, blocks: Sequence[Block]) -> bool:
    """Whether a text says above its first paragraph that it is a press release; its headline may say it."""
    for block in blocks[:TOP]:
        line = plain_line(text[block.start : min(block.end, block.start + 2 * LONGEST)])
        if block.rule != "navigation" and _rest(line) is not None:
            return True
        if is_prose(line):
            return False
    return False


def _rest(line: str) -> str | None:
    """What comes behind "press release"; ``None`` where a line does not begin with it, or goes on as a sentence."""
    found = _LABEL.match(line) if len(line) <= LONGEST else None
    return None if found is None or _REST.match(found["rest"]) is None else str(found["rest"])
