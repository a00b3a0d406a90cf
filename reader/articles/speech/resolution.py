"""From the words that name a speaker to the person: the fullest name in the article, or nothing.

A name goes to whoever bears it, a role ("the mayor") to whoever was given it, a pronoun to the last one it fits who was
a subject or spoke. *They* and *I* are resolved to nobody: too often they are no single person named.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from reader.articles.article import Confidence
from reader.articles.speech.cues import Found
from reader.articles.speech.names import Gender, Name, is_organisation
from reader.articles.speech.nouns import head_noun, is_body_noun, noun_gender
from reader.articles.speech.people import People, Person
from reader.articles.speech.subjects import Subject, leading_noun
from reader.articles.speech.verbs import TELLING
from reader.text.spans import Span

_GOVERNED: Final = re.compile(
    r"\b(?:of|in|at|for|with|to|by|from|on|about|against|over|than|like|near|told|asked|beside|behind|and|or)\s+"
    r"(?:the\s+|his\s+|her\s+)?(?:\w+\s+)?$"
)
_GENDERS: Final[dict[str, Gender]] = {"he": "he", "him": "he", "she": "she", "her": "she"}
_DEFINITE: Final = re.compile(r"(?:the|its|his|her|their|our)\s|.*[’']s?\s", re.IGNORECASE)
_PLURAL_OR_ONE_OF: Final = re.compile(r"(?:one|another|some|many|a|an|several|two|three)\s", re.IGNORECASE)
_SENTENCE: Final = re.compile(r"(?:^|(?<=[.?!\n\x01]))\s*(?=[A-Z])|(?<=, )(?=the )|(?<=[a-z] )(?=the )", re.MULTILINE)
"""Where a subject may begin: a sentence, or *the* after a word."""
_BODY: Final = re.compile(
    r"[Tt]he (?:[\w’'\-]+ ){0,3}?(?:[a-z]+)(?= (?:has|had|have|said|says|is|was|would|will|[a-z]+ed)\b)"
)
_SOMEBODYS: Final = re.compile(r"(?:his|her|their|its|my|our)\s", re.IGNORECASE)
_ASKS: Final = re.compile(r"\s+(?:asks?|asked|wanted to know|wondered)\b")
_OF_A_NATION: Final = re.compile(r"[A-Z][a-z]+(?:ian|ean|ese|ish)")
"""An adjective of a people, not a body: "Canadian"."""
_SAME_SENTENCE: Final = 400
"""Code points that a sentence hardly exceeds."""
_CLOSE_BY: Final = 200
"""Code points: two sentences."""
_FOCUS_KEPT: Final = 6
"""Speakers that a pronoun may mean: a conversation has hardly more."""


class Speaker(NamedTuple):
    """Who said a quotation, where the article says so, and how sure that is."""

    name: str
    at: Span
    confidence: Confidence


class Resolver:
    """Knows who has spoken so far. ``text`` is masked."""

    def __init__(self, text: str, people: People) -> None:
        self._text = text
        self._people = people
        self._spoke: list[tuple[int, Person]] = []

    def resolved(self, found: Found | None) -> Speaker | None:
        """The speaker that a pattern found, if it can be told who is meant."""
        if found is None:
            return None
        subject = found.subject
        if subject.kind == "pronoun":
            return self._pronoun(subject)
        if subject.name is None:
            return self._noun(subject, found.confidence)
        return self._name(subject, subject.name, found.confidence)

    def _name(self, subject: Subject, name: Name, confidence: Confidence) -> Speaker:
        person = self._people.who(name)
        if person is None:
            return Speaker(name.text, subject.span, confidence)
        if not is_organisation(person.name):
            person.is_person = person.is_person or confidence == "sure"
        self._remember(subject.span.start, person)
        if subject.also is not None:
            other = self._people.who(subject.also)
            return Speaker(f"{person.name} and {other.name if other else subject.also.text}", subject.span, "likely")
        by_first_name = " " not in name.text and person.name.split(" ")[0] == name.text != person.name
        return Speaker(person.name, subject.span, "likely" if by_first_name else confidence)

    def _noun(self, subject: Subject, confidence: Confidence) -> Speaker:
        printed = self._text[subject.span.start : subject.span.end]
        noun = head_noun(printed)
        if _DEFINITE.match(printed) and re.search(rf"\b{re.escape(noun)}\b", printed, re.IGNORECASE):
            held = self._people.in_role(printed, subject.span.start)
            if held is not None:
                person, unique = held
                self._remember(subject.span.start, person)
                return Speaker(person.name, subject.span, confidence if unique else "likely")
        return Speaker(" ".join(printed.split()), subject.span, confidence)

    def _pronoun(self, subject: Subject) -> Speaker | None:
        word = self._text[subject.span.start : subject.span.end].lower()
        gender = _GENDERS.get(word)
        if gender is None and word != "it":
            return None
        at, person = self._last_person(gender, subject.span.start) if gender else self._last_body(subject.span.start)
        noun = self._noun_since(at, subject.span.start, gender)
        if noun is not None:
            speaker = self._noun(noun, "likely")
            return speaker._replace(at=subject.span)
        if person is None:
            return None
        self._remember(subject.span.start, person)
        return Speaker(person.name, subject.span, "likely")

    def _noun_since(self, place: int, pronoun: int, gender: Gender | None) -> Subject | None:
        """The last sentence between ``place`` and a pronoun whose subject is no name: "A vet looked at it."."""
        low = max(place, pronoun - _CLOSE_BY)
        text = self._text
        found = None
        for start in _SENTENCE.finditer(text, low, pronoun):
            if gender is None:
                noun = _BODY.match(text, start.end(), pronoun)
                if noun and is_body_noun(head_noun(noun.group())):
                    found = Subject(Span(*noun.span()), "noun", beside=False)
                continue
            lead = leading_noun(text, start.end(), pronoun)
            if lead is None or _ASKS.match(text, lead.span.end):
                continue
            if self._may_be(text[lead.span.start : lead.span.end], lead.span.start, gender):
                found = lead
        return found

    def _may_be(self, printed: str, place: int, gender: Gender) -> bool:
        """Whether a pronoun of a gender may stand for a noun phrase; "her father" is most often somebody named."""
        if _SOMEBODYS.match(printed) or noun_gender(head_noun(printed)) not in (None, gender):
            return False
        held = self._people.in_role(printed, place)
        return held is None or held[0].gender in (None, gender)

    def _remember(self, place: int, person: Person) -> None:
        self._spoke = [*self._spoke[1 - _FOCUS_KEPT :], (place, person)]

    def _last_person(self, gender: Gender, place: int) -> tuple[int, Person | None]:
        """The last one who fits and was a subject or spoke, and where; else the last one named who fits.

        A name that nothing else shows to be a person's counts where it was a subject close by, or where there is no
        other.
        """
        at, speaker = next(
            (each for each in reversed(self._spoke) if each[0] < place and _fits(each[1], gender)), (-1, None)
        )
        unproven: tuple[int, Person] | None = None
        anyone: Person | None = None
        for name, person in self._people.named_before(place):
            if name.start <= at or self._is_reported(at, name.start, speaker):
                break
            if person.gender not in (None, gender) or is_organisation(person.name):
                continue
            if not self._is_subject(name):
                anyone = anyone or (person if person.is_person else None)
            elif person.is_person:
                return name.start, person
            elif unproven is None and " " in person.name and not self._has_article(name):
                unproven = (name.start, person)
        if unproven is not None and (speaker is None or place - unproven[0] <= _CLOSE_BY):
            return unproven
        return at, speaker or anyone

    def _has_article(self, name: Name) -> bool:
        """Whether *the* stands before a name, as before no person's."""
        return self._text[max(0, name.whole_start - 4) : name.whole_start].lower() == "the "

    def _is_reported(self, at: int, place: int, speaker: Person | None) -> bool:
        """Whether a name stands in what the last speaker is reported to have said: "Lopez said that Park was late"."""
        if speaker is None or place - at > _SAME_SENTENCE:
            return False
        return not re.search(r"[.?!\n]", self._text[at:place])

    def _last_body(self, place: int) -> tuple[int, Person | None]:
        """The last organisation that was a subject or spoke, and where. A single word that stands once, at the start
        of a sentence, is no name."""
        for name, person in self._people.named_before(place):
            if person.is_person or not self._is_subject(name) or self._is_said_about(name):
                continue
            if _OF_A_NATION.fullmatch(name.text) and not is_organisation(person.name):
                continue
            if is_organisation(person.name) or len(person.places) > 1 or not self._begins_sentence(name):
                return name.start, person
        return -1, None

    def _is_said_about(self, name: Name) -> bool:
        """Whether a verb of speech stands before a name in its sentence: "The army said Norland had begun"."""
        before = self._text[max(0, name.whole_start - _CLOSE_BY) : name.whole_start]
        return any(word in TELLING for word in re.split(r"[.?!\n]", before)[-1].split())

    def _begins_sentence(self, name: Name) -> bool:
        return self._text[max(0, name.whole_start - 3) : name.whole_start].rstrip(" \u00a0")[-1:] in (
            "",
            ".",
            "\n",
            "?",
            "!",
        )

    def _is_subject(self, name: Name) -> bool:
        """Whether a mention may be a subject: nothing governs it, and it owns nothing."""
        if self._text[name.end : name.end + 1] in ("’", "'"):
            return False
        return _GOVERNED.search(self._text[max(0, name.whole_start - 24) : name.whole_start]) is None


def _fits(person: Person, gender: Gender) -> bool:
    return person.is_person and person.gender in (None, gender)
