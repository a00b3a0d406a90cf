"""Nouns for people and for bodies that speak, in English: "the mayor", "a spokesman", "the ministry"."""

from __future__ import annotations

import re
from typing import Final

from reader.articles.speech.names import Gender

_PEOPLE: Final = """
mayor spokesman spokeswoman spokesperson official aide adviser advisor source boss head chief president chairman
chairwoman chair chairperson founder co-founder cofounder owner co-owner partner executive ceo cfo cto coo director
manager minister secretary senator representative congressman congresswoman governor councillor councilman
councilwoman candidate nominee lawyer attorney solicitor barrister prosecutor judge justice magistrate sheriff officer
detective inspector constable superintendent sergeant captain colonel general major lieutenant admiral commander
soldier doctor nurse surgeon physician paramedic midwife pharmacist professor lecturer teacher headteacher principal
dean student pupil researcher scientist physicist chemist biologist geologist ecologist historian economist analyst
strategist expert author writer novelist poet journalist reporter correspondent columnist editor publisher host anchor
presenter moderator producer actor actress singer musician composer conductor artist painter sculptor architect
designer engineer developer programmer mechanic electrician plumber builder driver pilot sailor skipper fisherman
farmer grower baker cook chef waiter waitress barista butcher shopkeeper grocer trader merchant dealer broker banker
investor accountant auditor clerk receptionist librarian archivist curator priest vicar pastor bishop archbishop pope
cardinal rabbi imam king queen prince princess duke duchess lord lady man woman boy girl child teenager mother father
parent son daughter brother sister husband wife widow widower uncle aunt nephew niece cousin grandmother grandfather
neighbour neighbor friend colleague resident villager local passenger commuter motorist cyclist pedestrian tourist
visitor guest customer client patient shopper tenant landlord homeowner voter taxpayer witness survivor victim
protester campaigner activist organiser organizer volunteer supporter critic opponent rival leader deputy member
lawmaker legislator politician democrat republican conservative liberal diplomat ambassador envoy negotiator mediator
coach player captain striker goalkeeper defender midfielder swimmer runner athlete champion fan referee umpire worker
employee staffer employer unionist foreman operator guard firefighter ranger warden keeper caretaker cleaner
technician specialist consultant contractor planner surveyor inspector regulator ombudsman commissioner delegate
treasurer trustee chancellor premier speaker monarch veteran entrepreneur businessman businesswoman billionaire
haulier ferryman harbourmaster harbormaster brewer winemaker beekeeper gardener forester counsel counsellor therapist
psychologist psychiatrist epidemiologist virologist statistician mathematician astronomer philosopher sociologist vet
veterinarian backbencher frontbencher insider outsider whistleblower lead planner people person someone user gamer
blogger influencer youngster pensioner retiree newcomer passer-by bystander onlooker
"""
_BODIES: Final = """
company firm business group organisation organization charity foundation council committee commission board panel
authority agency bureau department ministry government administration cabinet court tribunal parliament party union
association federation society institute university college school hospital trust bank fund retailer manufacturer
supplier carrier airline operator utility regulator watchdog police army navy military embassy palace campaign team
club league newspaper paper magazine broadcaster network website site station publisher platform startup start-up
museum gallery theatre theater church diocese consortium coalition alliance cooperative lab laboratory brand maker
report study survey poll statement letter memo email e-mail document filing release review article editorial column
story book post tweet message note notice sign banner poster leaflet pamphlet petition complaint lawsuit ruling
verdict announcement advertisement ad slogan headline speech manifesto text
"""
_IRREGULAR_PLURALS: Final = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "wives": "wife",
    "people": "people",
    "police": "police",
    "staff": "staff",
    "staffers": "staffer",
    "others": "person",
    "many": "person",
    "some": "person",
    "one": "person",
    "another": "person",
    "staffmen": "staff",
}
_PERSONS: Final = frozenset(_PEOPLE.split()) | {"staff"}
_ORGANISATIONS: Final = frozenset(_BODIES.split())
_PAPERS_WORDS: Final = """
report study survey statement letter memo email e-mail document filing release review article editorial column post
tweet message note announcement speech text
"""
_PAPERS: Final = frozenset(_PAPERS_WORDS.split())
_SHE: Final = re.compile(r"(?:woman|actress|waitress|mother|sister|daughter|wife|widow|aunt|niece|queen|princess)$")
_HE: Final = re.compile(r"(?:(?<!wo)man|actor|waiter|father|brother|son|husband|widower|uncle|nephew|king|prince)$")
_WORDS: Final = re.compile(r"[\w’'\-]+")
_STOP_WORDS: Final = """
of for at in on from with to by who and since near as
"""
_STOP: Final = frozenset(_STOP_WORDS.split())


def head_noun(phrase: str) -> str:
    """The noun that a phrase turns on, in the singular: "director of the HCA" is a director."""
    head = ""
    for found in _WORDS.finditer(phrase):
        word = found.group().lower()
        if word in _STOP:
            if head:
                break
            continue
        head = word
    return _singular(head)


def _singular(noun: str) -> str:
    if noun in _IRREGULAR_PLURALS:
        return _IRREGULAR_PLURALS[noun]
    if noun.endswith("men"):
        return noun[:-2] + "an"
    for plural, singular in (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("s", "")):
        if noun.endswith(plural) and not noun.endswith(("ss", "us")):
            return noun[: -len(plural)] + singular
    return noun


def is_person_noun(noun: str) -> bool:
    """Whether a noun in the singular is a person's: "mayor", "spokeswoman", "vice-chair"."""
    return noun in _PERSONS or noun.rsplit("-", 1)[-1] in _PERSONS or noun.endswith(("woman", "sman", "person"))


def can_speak(noun: str) -> bool:
    """Whether what the noun means can be quoted: people, bodies of people, and papers."""
    return is_person_noun(noun) or noun in _ORGANISATIONS or noun.rsplit("-", 1)[-1] in _ORGANISATIONS


def is_body_noun(noun: str) -> bool:
    """Whether a noun in the singular is a body's: "company", "watchdog"; papers are none."""
    return noun in _ORGANISATIONS and noun not in _PAPERS


def is_paper(noun: str) -> bool:
    """Whether the noun means something written or spoken *by* someone: "a letter from …"."""
    return noun in _PAPERS


def noun_gender(noun: str) -> Gender | None:
    """The gender that the noun itself tells."""
    if _SHE.search(noun):
        return "she"
    return "he" if _HE.search(noun) else None
