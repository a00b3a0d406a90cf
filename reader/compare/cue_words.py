"""Words that say how sure, how many, how often, or the opposite, by language: each can turn a sentence round.

Letters are plain: no case, no accents, no apostrophes. Words of one class say the same. A language without a table of
its own is read as English.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from reader.compare.turning import NEGATIONS, NUMBERS, SCALES

_MODALITY: Final = {
    "en": "may/might can/could will/would/shall must should/ought perhaps/maybe/possibly probably/likely "
    "allegedly/alleged reportedly/apparently/supposedly certainly/definitely/surely suspected potential/potentially",
    "de": "kann/konnen/konnte/konnten muss/mussen/musste soll/sollen/sollte darf/durfen/durfte "
    "wird/werden/wurde/wurden vielleicht/moglicherweise wahrscheinlich/vermutlich/wohl angeblich/mutmasslich",
    "fr": "peut/peuvent pourrait/pourraient doit/doivent devrait/devraient probablement presume/presumee",
    "es": "puede/pueden podria/podrian debe/deben deberia/deberian probablemente quizas/quiza presunto/presunta",
}
_QUANTITIES: Final = {
    "en": "all/every/each/entire/whole most/majority many/numerous some/several few only/merely/solely/just "
    "nearly/almost always often/frequently sometimes/occasionally rarely/seldom usually",
    "de": "alle/aller/allen/jede/jeder/jedes/jeden meisten/mehrheit viele/vielen/vieler einige/einigen/mehrere "
    "wenige/wenigen nur/lediglich fast/beinahe/nahezu immer/stets oft/haufig manchmal selten",
    "fr": "tous/toutes/chaque plupart/majorite beaucoup/nombreux certains/certaines/quelques/plusieurs "
    "seulement/uniquement presque toujours souvent/frequemment parfois rarement",
    "es": "todos/todas/cada mayoria muchos/muchas algunos/algunas/varios/varias pocos/pocas "
    "solo/solamente/unicamente casi siempre frecuentemente raramente",
}
_BOUNDS: Final = {
    "en": (
        "more than|over|above|exceeding|upwards of|in excess of",
        "at least|no fewer than|no less than|a minimum of",
        "less than|fewer than|under|below",
        "up to|at most|as many as|as much as|no more than|a maximum of",
        "nearly|almost|just under|close to",
        "about|around|roughly|some|approximately|an estimated|circa",
        "exactly|precisely",
    ),
    "de": ("mehr als|über", "mindestens|wenigstens", "weniger als|unter", "bis zu|höchstens", "fast|knapp|beinahe",
           "etwa|rund|ungefähr|circa|ca\\.", "genau"),
    "fr": ("plus de", "au moins", "moins de", "jusqu['’]à|au plus", "près de|presque", "environ|quelque", "exactement"),
    "es": ("más de", "al menos|por lo menos", "menos de", "hasta|como máximo", "casi|cerca de",
           "unos|unas|alrededor de|aproximadamente", "exactamente"),
}  # fmt: skip
"""What stands before a number; of each language in the same order, which is their class."""
_NEGATIONS: Final = {
    "de": "nicht kein keine keinen keinem keiner keines nie niemals niemand niemanden nichts ohne weder kaum",
    "fr": "pas jamais aucun aucune sans rien ni guere",
    "es": "no nunca jamas nadie nada ningun ninguna ninguno sin tampoco ni",
}
_NUMBERS: Final = {
    "de": "zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn "
    "achtzehn neunzehn zwanzig",
    "fr": "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
    "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete "
    "dieciocho diecinueve veinte",
}
"""From two on: the words for one are articles as well."""
_TENS: Final = {
    "de": "zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig",
    "fr": "vingt trente quarante cinquante soixante",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
}
_SCALES: Final = {
    "de": "hundert tausend million/millionen milliarde/milliarden",
    "fr": "cent/cents mille million/millions milliard/milliards",
    "es": "cien/ciento/cientos mil/miles millon/millones",
}
_POWERS: Final = (2, 3, 6, 9)
_OPPOSITES: Final = {
    "en": "rose/fell rise/fall rises/falls rising/falling increase/decrease increased/decreased increases/decreases "
    "grew/shrank gain/loss gained/lost gains/losses win/lose won/lost victory/defeat higher/lower highest/lowest "
    "more/fewer more/less most/least most/few best/worst better/worse above/below over/under before/after until/after "
    "admitted/denied admits/denies accepted/rejected accepts/rejects approved/rejected approved/vetoed "
    "confirmed/denied allow/forbid allows/forbids allowed/forbidden allowed/banned allows/bans permitted/banned "
    "supported/opposed supports/opposes support/oppose backed/opposed upheld/overturned upheld/reversed "
    "affirmed/reversed except/including convicted/acquitted "
    "guilty/innocent alive/dead survived/died open/closed opened/closed opens/closes first/last early/late "
    "earlier/later longer/shorter larger/smaller largest/smallest stronger/weaker north/south northern/southern "
    "east/west eastern/western left/right with/without for/against inside/outside majority/minority public/private "
    "included/excluded includes/excludes including/excluding success/failure succeeded/failed true/false "
    "maximum/minimum everybody/nobody everyone/nobody everything/nothing always/never hired/fired "
    "imports/exports imported/exported bought/sold buys/sells resigned/dismissed praised/criticised praised/criticized",
    "de": "steigt/sinkt stieg/sank gestiegen/gesunken mehr/weniger erlaubt/verboten vor/nach gewonnen/verloren",
    "fr": "plus/moins hausse/baisse avant/apres avec/sans pour/contre autorise/interdit gagne/perdu",
    "es": "mas/menos subio/bajo aumento/descenso antes/despues con/sin gano/perdio",
}
_PREFIXES: Final = ("un", "in", "im", "il", "ir", "dis", "mis", "non")
_OTHER_WORDS: Final = (
    "charge charged close come count cover covered deed flame form formed junction land late pair play port pose press "
    "pressed print prove proved side stance sure tend tense"
)
"""What is another word, not its opposite, with such letters before it: "cover", "discover"."""
_SHORTEST_TURNED: Final = 4


_MILD: Final = (
    "will/would/shall wird/werden/wurde/wurden some/several many/numerous often/frequently einige/einigen/mehrere "
    "viele/vielen/vieler certains/certaines/quelques/plusieurs beaucoup/nombreux algunos/algunas/varios/varias"
)
MILD: Final = frozenset(_MILD.split())
"""Classes that count only where another takes their place: some come and go with the tense ("will close", "closes")."""


@dataclass(frozen=True, slots=True)
class CueWords:
    """The words of one language; those with classes by their letters."""

    negations: frozenset[str]
    numbers: dict[str, Decimal]
    scales: dict[str, Decimal]
    modality: dict[str, str]
    quantities: dict[str, str]
    opposites: frozenset[tuple[str, str]]
    bounds: re.Pattern[str]
    """Words before a number; the group that matched is their class."""
    is_german: bool
    """Every noun has a capital, so that a capital is no sign of a name."""


@cache
def cue_words(language: str | None) -> CueWords:
    """The words of a language."""
    code = (language or "").lower().split("-")[0]
    code = code if code in _NEGATIONS else "en"
    pairs = [tuple(pair.split("/")) for pair in _OPPOSITES[code].split()]
    bounds = "|".join(rf"(?P<b{at}>{words})" for at, words in enumerate(_BOUNDS[code]))
    return CueWords(
        negations=frozenset(_NEGATIONS[code].split()) if code != "en" else NEGATIONS,
        numbers=_numbers(code),
        scales=_scales(code),
        modality=_classes(_MODALITY[code]),
        quantities=_classes(_QUANTITIES[code]),
        opposites=frozenset((one, other) for pair in pairs for one, other in (pair, pair[::-1])),
        is_german=code == "de",
        bounds=re.compile(rf"\b(?:{bounds})(?=\s+(?:(?:an?|the)\s+)?([$€£¥₹]?\d|\w+))", re.IGNORECASE),
    )


def _classes(words: str) -> dict[str, str]:
    return {word: group for group in words.split() for word in group.split("/")}


def _numbers(code: str) -> dict[str, Decimal]:
    if code == "en":
        return NUMBERS
    small = {word: Decimal(value) for value, word in enumerate(_NUMBERS[code].split(), 2)}
    return small | {word: Decimal(10 * value) for value, word in enumerate(_TENS[code].split(), 2)}


def _scales(code: str) -> dict[str, Decimal]:
    if code == "en":
        return SCALES
    powers = zip(_SCALES[code].split(), _POWERS, strict=False)
    return {word: Decimal(10) ** power for words, power in powers for word in words.split("/")}


def turned_by_affix(one: str, other: str) -> bool:
    """Whether one of two words is the other turned round by its beginning, or its end: "legal", "harmless"."""
    short, long = sorted((one, other), key=len)
    turned = len(short) >= _SHORTEST_TURNED and any(long == prefix + short for prefix in _PREFIXES)
    if turned and short not in _OTHER_WORDS.split():
        return True
    without, full = (one, other) if one.endswith("less") else (other, one)
    return without.endswith("less") and full == without.removesuffix("less") + "ful"
