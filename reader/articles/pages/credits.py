"""Lines that say whose picture they are under."""

from __future__ import annotations

import re
from typing import Final

LONGEST: Final = 500
"""Code points: captions of agencies, which describe a scene and its background, are no longer."""

_CREDIT: Final = re.compile(
    # "(Photo by …)", "[Image: …]" at the end: in brackets, a credit cannot be a sentence of the article.
    r"[(\[](?:(?:file|handout|stock)\s+)?(?:photo|image|picture|photograph\w*|credits?|source|quelle|fuente|fonte|"
    r"ap photo|ap|reuters|"
    r"getty|afp|courtesy|handout|foto|bild|photographie|crédit|crédito|fotografía|imagem|immagine|illustration|graphic)\b"
    r"[^()\[\]]{0,100}[)\]]\W*$",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(
    # "Photo: …", "Image credits:", "Photograph: Name/Agency" at the start.
    r"(?:(?:file|main|lead|featured?|header|top|stock|cover)\s+)?(?:photo|photos|photograph|photography|image|images|picture|"
    r"pic|credit|credits|foto|fotos|bild|bildquelle|bildnachweis|crédit photo|crédits photo|imagen|imagem|immagine|"
    r"illustration|caption)(?:\s+(?:credits?|source|courtesy(?:\s+of)?|via|by|caption|copyright))?\s*[:©]",
    re.IGNORECASE,
)
_AGENCY: Final = re.compile(
    # "Name/Getty Images", "AP Photo/Name": the ways in which agencies sign.
    r"(?:/\s?(?:getty|reuters|afp|ap|epa|shutterstock|alamy|bloomberg|dpa|istock|picture alliance|pa wire|zuma)\b|"
    r"\b(?:getty images|shutterstock|ap photo|afp photo|alamy stock photo|istockphoto|pa images|picture alliance)\b|"
    r"\bvia (?:ap|getty|reuters|afp)\b|^file photo\b|^photo(?:graph)?s? (?:by|courtesy)\b|"
    r"^image (?:by|courtesy|via)\b)",
    re.IGNORECASE,
)
_HOLDER: Final = re.compile(r"©\s?(?!(?:19|20)\d\d)[A-ZÀ-Þ][\w’'. -]{1,40}(?:/[A-Z][\w’'. -]{1,40})?$")


def is_credit(line: str) -> bool:
    """Whether a line is a caption by its own words: it says whose picture it is under."""
    if not line or len(line) > LONGEST:
        return False
    if _CREDIT.search(line, max(0, len(line) - 140)) or _LABEL.match(line) or _HOLDER.match(line):
        return True
    return _AGENCY.search(line) is not None and not line.endswith((".”", '."', "said.", "says."))
