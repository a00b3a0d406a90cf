"""Which language a text is in, by its most frequent little words, or by its script. In doubt, none.

The lists hold words of the twenty most frequent of each language that its neighbours do not share; with those that
they share the two would look alike.
"""

from __future__ import annotations

import re
from typing import Final

LOOKED_AT: Final = 6000
"""Code points: more would not change the verdict."""
LEAST: Final = 6
"""Little words that must be seen: a headline or a list names no language."""
LEAD: Final = 1.6
"""How many times more of them there must be than of the next language."""
SCRIPT_SHARE: Final = 0.3
"""The share of letters in a script that only one language writes."""

_LITTLE: Final = {
    "en": "the and of to that is was for with on are this by from have been which their would",
    "de": "der die und das ist nicht mit von den auf für sich ein eine dem auch wird sie zu im",
    "fr": "les des est dans une pour qui par pas sur avec ce sont plus ses cette aux du et le qu il elle au",
    "es": "el los las una con del su al más pero fue han ha y en lo por sus es está le ya",
    "pt": "os as uma não com dos das em ao foi pelo pela mais são também à um na do da tem é seu sua ele ela",
    "it": "il di è per non una sono della gli nel anche alla dei più ha che del lo si ai dal",
    "nl": "het een van de dat niet zijn op voor met aan ook bij naar door wordt heeft",
    "sv": "och att det som är på för inte med av till har den ett från",
    "da": "og at det er på ikke af til har den et fra blev også jeg",
    "no": "og det er på ikke av til har den et fra ble også å som",
    "pl": "nie się jest że na do to jak ale przez który oraz dla już",
    "fi": "ja on ei että oli hän se ovat mutta myös kun kuin",
    "tr": "ve bir bu da için ile olarak çok daha olan",
}
_LANGUAGES: Final = {
    word: tuple(language for language, words in _LITTLE.items() if word in words.split())
    for word in " ".join(_LITTLE.values()).split()
}
"""The languages of a little word."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_SCRIPTS: Final = (
    # Kana before Han: Japanese writes both.
    ("ja", re.compile(r"[\u3040-\u30ff]"), 0.1),
    ("zh", re.compile(r"[\u4e00-\u9fff]"), SCRIPT_SHARE),
    ("ko", re.compile(r"[\uac00-\ud7af]"), SCRIPT_SHARE),
    ("el", re.compile(r"[\u0370-\u03ff]"), SCRIPT_SHARE),
    ("he", re.compile(r"[\u0590-\u05ff]"), SCRIPT_SHARE),
    ("th", re.compile(r"[\u0e00-\u0e7f]"), SCRIPT_SHARE),
)
_CYRILLIC: Final = re.compile(r"[\u0400-\u04ff]")
_UKRAINIAN: Final = re.compile(r"[іїєґІЇЄҐ]")
_RUSSIAN: Final = re.compile(r"[ыэъёЫЭЪЁ]")


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language of ``text``, or ``None`` where the evidence is thin."""
    sample = text[:LOOKED_AT]
    if not sample.isascii():
        by_script = _by_script(sample)
        if by_script is not None:
            return by_script
    counts = dict.fromkeys(_LITTLE, 0)
    for word in _WORD.findall(sample.lower()):
        for language in _LANGUAGES.get(word, ()):
            counts[language] += 1
    best, second = sorted(counts, key=lambda language: -counts[language])[:2]
    return best if counts[best] >= LEAST and counts[best] >= LEAD * counts[second] else None


def _by_script(sample: str) -> str | None:
    letters = sum(letter.isalpha() for letter in sample)
    if letters < LEAST:
        return None
    for language, script, share in _SCRIPTS:
        if len(script.findall(sample)) >= share * letters:
            return language
    if len(_CYRILLIC.findall(sample)) >= SCRIPT_SHARE * letters:
        ukrainian, russian = bool(_UKRAINIAN.search(sample)), bool(_RUSSIAN.search(sample))
        if ukrainian != russian:
            return "uk" if ukrainian else "ru"
    return None
