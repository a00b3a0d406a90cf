"""Pages that stand in front of an article: consent, payment, registration, tests for robots, errors.

They are named only where next to nothing was extracted, or the page says itself that the rest is for subscribers.
"""

from __future__ import annotations

import re
from typing import Final

LEAST: Final = 60
"""Words: with more of them a page is read as an article, whatever else it says."""
SHORT: Final = 220
"""Words: up to so many may be the part of an article in front of its wall."""


def _any_of(*phrases: str) -> re.Pattern[str]:
    return re.compile("|".join(phrases), re.IGNORECASE)


_ROBOTS: Final = _any_of(
    r"verify(?:ing)? (?:that )?you are (?:a )?human",
    r"are you a robot",
    r"checking your browser",
    r"just a moment\.\.\.",
    r"unusual (?:traffic|activity)",
    r"enable javascript and cookies to continue",
    r"complete the captcha",
    r"bist du ein roboter",
    r"sind sie ein mensch",
    r"vérifi\w+ que vous êtes humain",
    r"pardon our interruption",
    r"access denied",
)
_CONSENT: Final = _any_of(
    r"we (?:and our (?:\d+ )?(?:partners|vendors) )?(?:use|value|store|process)[^.]{0,80}(?:cookies|privacy|personal)",
    r"(?:accept|agree|consent)[^.]{0,60}(?:cookies|tracking|personal data|advertis)",
    r"manage (?:my )?(?:cookies|consent|privacy)",
    r"before you continue to",
    r"your privacy (?:choices|matters|is important)",
    r"cookie (?:policy|settings|consent)",
    r"mit werbung weiterlesen",
    r"zustimmen (?:und|&) weiter",
    r"cookies? (?:zustimmen|akzeptieren|zulassen)",
    r"werbefrei lesen",
    r"pur-abo",
    r"continuer sans accepter",
    r"accepter (?:et continuer|les cookies|et fermer)",
    r"vos choix (?:en matière|relatifs)",
    r"aceptar (?:y continuar|las cookies|cookies)",
    r"accetta (?:e continua|i cookie|tutti)",
    r"cookies? accepteren",
    r"aceitar cookies",
)
_PAYMENT: Final = _any_of(
    r"subscribe (?:now )?to (?:continue|read|keep|unlock)",
    r"(?:subscribers?|members?)[- ]only",
    r"only (?:available )?(?:to|for) (?:paying )?(?:subscribers|members)",
    r"already a (?:subscriber|member)",
    r"(?:for|become a) (?:paid )?(?:subscriber|member)s? (?:to|only)",
    r"start your (?:free )?trial",
    r"unlock (?:this|the full) (?:article|story)",
    r"to continue reading",
    r"read the (?:full|rest of th\w+) (?:article|story) (?:with|by)",
    r"you(?:'|’)ve reached your (?:limit|free)",
    r"free articles? (?:left|remaining|this month)",
    r"create (?:a|your) (?:free )?account to",
    r"register (?:for free )?to (?:continue|read)",
    r"(?:log|sign) in to (?:continue|read)",
    r"weiterlesen mit",
    r"jetzt (?:abonnieren|weiterlesen|freischalten)",
    r"nur für abonnenten",
    r"artikel freischalten",
    r"(?:article )?réservé aux abonnés",
    r"il vous reste [\d.,]+ ?% de cet article",
    r"pour lire la suite",
    r"abonnez-vous",
    r"(?:contenido )?exclusivo para suscriptores",
    r"suscr[ií]bete para",
    r"solo per (?:gli )?abbonati",
    r"abbonati per",
    r"exclusivo para assinantes",
    r"alleen voor abonnees",
    r"lees verder met",
)
_SCRIPTS: Final = _any_of(
    r"(?:enable|turn on|requires?|activate) javascript",
    r"javascript (?:is|seems to be|must be) (?:disabled|required|enabled|turned off)",
    r"javascript (?:aktivieren|ist deaktiviert)",
    r"activer javascript",
    r"habilit\w+ javascript",
)
_MISSING: Final = _any_of(
    r"\b(?:404|410)\b[^.]{0,40}(?:not found|error|gone)",
    r"page (?:not found|cannot be found|doesn(?:'|’)t exist|does not exist)",
    r"(?:seite|page|página|pagina) (?:nicht gefunden|introuvable|no encontrada|non trovata|niet gevonden)",
    r"\b(?:500|502|503|504)\b[^.]{0,30}(?:error|bad gateway|unavailable|timeout)",
    r"403 forbidden",
)
_FRAMESET: Final = re.compile(r"<frameset[\s>]", re.IGNORECASE)
FRAMES: Final = "the page is a frame around other pages; the article is not in it"
_WALLS: Final = (
    (_ROBOTS, "the page is a test for robots; the article is not in it"),
    (_MISSING, "the page is an error message; there is no article in it"),
    (_PAYMENT, "the page stops at a paywall; the article is not in it"),
    (_CONSENT, "the page asks for consent to cookies; the article is not in it"),
    (_SCRIPTS, "the page needs JavaScript to show its text; the article is not in it"),
)
_LOOKED_AT: Final = 60_000
"""Code points of the page's words."""


def wall_before(words: int, page: str, *, is_free: bool) -> str | None:
    """Why a page of which so few words were extracted is no article; ``None`` where it may be one.

    ``page`` is all of its text, the title first.
    """
    if words >= LEAST:
        return None
    looked_at = page[:_LOOKED_AT]
    for wall, reason in _WALLS:
        if wall.search(looked_at):
            return reason
    if not is_free:
        return "the page says that its article is for subscribers, and does not hold it"
    return None


def is_frame(words: int, markup: str) -> bool:
    """Whether a page of which so few words were extracted only says which pages a browser is to show in it."""
    return words < LEAST and _FRAMESET.search(markup) is not None


def cut_short(words: int, page: str, *, is_free: bool) -> str | None:
    """A notice where an article seems to end at a paywall."""
    if words > SHORT or not (_PAYMENT.search(page[:_LOOKED_AT]) or not is_free):
        return None
    if is_free and words > SHORT // 2:
        return None
    return "it may end where a paywall begins"
