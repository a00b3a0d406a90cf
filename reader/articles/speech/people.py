"""Who is named in an article: every name with its places, the fullest form of each, gender and role.

A surname stands for the one person whose full name ends in it; a role ("the mayor") for the one who is given it. Where
two fit, the one named last before the place is meant. Nothing is looked up anywhere but in the article.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from reader.articles.speech.first_names import gender_of_first_name
from reader.articles.speech.names import Gender, Name, is_organisation, names_in
from reader.articles.speech.nouns import head_noun, is_body_noun, is_person_noun, noun_gender
from reader.articles.speech.verbs import SPEECH
from reader.text.spans import Span

_SUFFIX: Final = re.compile(r",? (?:[JS]r\.?|II|III|IV)$")
_ROLE_AFTER: Final = re.compile(r",\s+(?:(?:the|a|an|its|his|her|their|our)\s+)?(?P<role>[^,.;:()\x01]{2,60})")
_ROLE_BEFORE: Final = re.compile(r"(?:^|[\s(])(?:(?:the|a|an|its|his|her|their)\s+)?(?P<role>[\w’'\- ]{2,60}?),?\s+$")
_AGE_OR_WHO: Final = re.compile(r",\s+(?:who\b|\d\d\b|aged\b|now\b)|\s+\([^)]{0,20}\d\d\)|\s+\([A-Z]-")
_NEXT_WORD: Final = re.compile(r"\s+(?:also\s+|then\s+|has\s+|had\s+)?(\w+)")
_PRONOUN_NEAR: Final = re.compile(r"\b(he|his|him|she|her|hers|himself|herself)\b", re.IGNORECASE)
_GENDERED: Final[dict[str, Gender]] = {
    **dict.fromkeys(("he", "his", "him", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
}
MOST_MENTIONS: Final = 80
"""So many names back a pronoun is followed, some twenty paragraphs."""
_SMALL: Final = re.compile(r"\b[a-z]{2,}\b")
_OWN_SENTENCE: Final = 160
"""Code points after a name in which a pronoun of its own sentence is looked for."""
_FAR_MORE: Final = 3
"""Times more often named in full than anybody else of the surname: then nobody else is meant by it."""
_ROLE_REACH: Final = 64
"""Code points before a name that may hold the role."""


@dataclass(slots=True)
class Person:
    """One who is named in full, or an organisation: its evidence is gathered while names are read."""

    name: str
    places: list[int] = field(default_factory=list)
    gender: Gender | None = None
    is_person: bool = False


@dataclass(slots=True)
class _Role:
    """Who was given a role, and where, in order."""

    places: list[int] = field(default_factory=list)
    holders: list[Person] = field(default_factory=list)
    unique: bool = True

    def add(self, place: int, person: Person) -> None:
        """Notes that ``person`` has the role at ``place``; places come in order."""
        self.unique = self.unique and (not self.holders or self.holders[-1] is person)
        self.places.append(place)
        self.holders.append(person)


class _SmallLetters:
    """Knows which words a text also writes in small letters: at the start of a sentence these are no names."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words = frozenset(_SMALL.findall(text))

    def without_first_word(self, name: Name) -> Name:
        """The name, or what is left of it where its first word only begins the sentence."""
        first, _, rest = name.text.partition(" ")
        if not rest or name.titled or first.lower() not in self._words or gender_of_first_name(first) is not None:
            return name
        before = self._text[max(0, name.start - 4) : name.start].rstrip()
        if before and before[-1] not in ".?!:\x01\n" and "\n" not in self._text[max(0, name.start - 2) : name.start]:
            return name
        start = name.end - len(rest)
        return name._replace(start=start, whole_start=start, text=rest)


class People:
    """The names of an article. ``text`` is masked: quotations are blanked out, code point for code point."""

    def __init__(self, text: str, stretches: Iterable[Span], asides: Iterable[Span] = ()) -> None:
        self._text = text
        self._asides = tuple(asides)
        """Captions and the like, in order: who is named there is not spoken of in the text that goes on."""
        self._by_name: dict[str, Person] = {}
        self._by_last: dict[str, list[Person]] = {}
        self._by_first: dict[str, list[Person]] = {}
        self._roles: dict[str, _Role] = {}
        small = _SmallLetters(text)
        self.mentions: list[Name] = [
            small.without_first_word(name) for span in stretches for name in names_in(text, span.start, span.end)
        ]
        self._starts = [name.start for name in self.mentions]
        self._first_alone: dict[str, int] = {}
        for name in self.mentions:
            self._first_alone.setdefault(name.text, name.start)
        for name in self.mentions:
            if " " in name.text:
                self._add(name)
        for name in self.mentions:
            if " " not in name.text and not self._surnamed(name) and self._first_name_of(name) is None:
                self._add(name)
        for name in self.mentions:
            self._gather(name)

    def _add(self, name: Name) -> None:
        person = self._by_name.get(name.text)
        if person is None:
            person = self._by_name[name.text] = Person(name.text, is_person=name.titled)
            self._by_last.setdefault(_last_word(name.text), []).append(person)
            self._by_first.setdefault(name.text.split(" ")[0], []).append(person)
            self._guess(person)
        person.places.append(name.start)

    def _guess(self, person: Person) -> None:
        """What the name itself says."""
        if is_organisation(person.name):
            return
        person.gender = gender_of_first_name(person.name.split(" ")[0])
        person.is_person = person.is_person or person.gender is not None

    def _gather(self, name: Name) -> None:
        """What stands around one mention says whether it is a person, of what gender, and in what role."""
        person = self.who(name)
        if person is None:
            return
        after = self._text[name.end : name.end + _OWN_SENTENCE]
        if (found := _ROLE_AFTER.match(after)) and _is_body(found.group("role")):
            self._roles.setdefault(head_noun(found.group("role")), _Role()).add(name.start, person)
        if is_organisation(person.name):
            return
        following = _NEXT_WORD.match(after)
        surname_alone = name.text != person.name
        speaks = following is not None and following.group(1) in SPEECH
        if name.titled or surname_alone or speaks or _AGE_OR_WHO.match(after):
            person.is_person = True
        person.gender = name.gender or person.gender
        for role in self._roles_of(name, after):
            person.is_person = True
            person.gender = person.gender or noun_gender(head_noun(role))
            self._roles.setdefault(head_noun(role), _Role()).add(name.start, person)
        if person.gender is None and (found := _PRONOUN_NEAR.search(_sentence(after))):
            person.gender = _GENDERED[found.group(1).lower()]

    def _roles_of(self, name: Name, after: str) -> Iterator[str]:
        if name.titled:
            yield self._text[name.whole_start : name.start].strip(" .\u00a0").lower()
        if (found := _ROLE_AFTER.match(after)) and is_person_noun(head_noun(found.group("role"))):
            yield found.group("role").lower()
        before = self._text[max(0, name.whole_start - _ROLE_REACH) : name.whole_start]
        if (found := _ROLE_BEFORE.search(before)) and is_person_noun(head_noun(found.group("role"))):
            yield found.group("role").lower()

    def who(self, name: Name) -> Person | None:
        """The one that a mention means."""
        known = self._by_name.get(name.text)
        if known is not None and " " in name.text:
            return self._longer(known)
        candidates = self._surnamed(name)
        fitting = [each for each in candidates if name.gender is None or each.gender in (None, name.gender)]
        return _nearest(fitting or candidates, name.start) or known or self._first_name_of(name)

    def _surnamed(self, name: Name) -> list[Person]:
        """Those whose surname a single name may be. What stands alone before it does so in full, in a name that nothing
        shows to be a person's, is something else ("Acme", then "Camp Acme")."""
        alone = self._first_alone.get(name.text, name.start)
        return [
            person
            for person in self._by_last.get(_last_word(name.text), ())
            if person.is_person or person.places[0] <= alone or name.titled
        ]

    def _first_name_of(self, name: Name) -> Person | None:
        """The one person who is meant by a first name, or by a family name that stands first ("Lee Jae-myung"). People
        are introduced in full; what stands alone before is something else ("Acme", then "Acme Cloud")."""
        if name.text.isupper():
            return None
        people = [each for each in self._by_first.get(name.text, ()) if " " in each.name]
        people = [each for each in people if not is_organisation(each.name)]
        if len(people) != 1:
            return None
        is_introduced = people[0].places[0] < self._first_alone.get(name.text, name.start)
        return people[0] if is_introduced or people[0].gender else None

    def _longer(self, person: Person) -> Person:
        """The fuller form of a full name: "Maria Lopez" may be "Maria del Carmen Lopez" elsewhere, "De Vries" "Anna De
        Vries"."""
        first = person.name.split(" ")[0]
        for other in self._by_last.get(_last_word(person.name), ()):
            if (
                len(other.name) > len(person.name)
                and (other.name.split(" ")[0] == first or other.name.endswith(f" {person.name}"))
                and not is_organisation(other.name)
            ):
                return other
        return person

    def named_before(self, place: int) -> Iterator[tuple[Name, Person]]:
        """The mentions before a place, the last one first, with whom they mean."""
        last = bisect_left(self._starts, place) - 1
        for at in range(last, max(-1, last - MOST_MENTIONS), -1):
            person = None if self._is_aside(self.mentions[at].start) else self.who(self.mentions[at])
            if person is not None:
                yield self.mentions[at], person

    def _is_aside(self, place: int) -> bool:
        at = bisect_right(self._asides, place, key=lambda span: span.start) - 1
        return at >= 0 and place < self._asides[at].end

    def in_role(self, role: str, place: int) -> tuple[Person, bool] | None:
        """Who has a role ("mayor"), the one named last before ``place`` first; and whether nobody else has it."""
        held = self._roles.get(head_noun(role))
        if held is None:
            return None
        at = max(0, bisect_left(held.places, place) - 1)
        return held.holders[at], held.unique


def _nearest(people: list[Person], place: int) -> Person | None:
    """Of several, the one who is named far more often, or whose full name was last printed before a place; else the
    first of all."""
    if len(people) < 2:
        return people[0] if people else None
    ranked = sorted((len(person.places) for person in people), reverse=True)
    if ranked[0] >= _FAR_MORE * ranked[1]:
        return max(people, key=lambda person: len(person.places))
    return max(people, key=lambda person: _last_place(person, place))


def _last_place(person: Person, place: int) -> int:
    """Where the person was last named in full up to a place; who is named only later comes after all others."""
    at = bisect_right(person.places, place)
    return person.places[at - 1] if at else -person.places[0] - 1


def _is_body(role: str) -> bool:
    """Whether a role is a body's, in small letters: in "…, the Ministry of Culture said" the ministry is no role."""
    noun = head_noun(role)
    return is_body_noun(noun) and noun in role


def _last_word(name: str) -> str:
    return _SUFFIX.sub("", name).rsplit(" ", 1)[-1]


def _sentence(text: str) -> str:
    end = re.search(r"[.!?\x01\n]", text)
    return text[: end.start()] if end else text
