"""Where a quotation's speaker stands: patterns around one quotation, in English, each with how sure it is.

A pattern looks at masked text (:mod:`reader.articles.speech.subjects`) and returns whom it finds, or ``None``. *Sure*
are those in which subject, verb and quotation stand side by side; all others are *likely*. What a pattern cannot read
it leaves to the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from reader.articles.article import Confidence, QuotationKind
from reader.articles.speech.names import Name, names_in
from reader.articles.speech.subjects import Subject, is_passive, leading_noun, subject_after, subject_before
from reader.articles.speech.verbs import ANY, FINITE, NAMING, PARTICIPLES, PASSIVE, SPEECH, TELLING
from reader.text.spans import Span

TAG_REACH: Final = 260
"""Code points after a quotation in which its tag stands."""
LEAD_REACH: Final = 600
"""Code points of a sentence before a quotation that are looked at."""
TIGHT: Final = 8
"""Words between verb and quotation up to which the verb surely brings it in: "told the council that it was"."""
LOOSE: Final = 30
"""Words between verb and quotation from which it is no longer taken to bring it in."""

_TO_TAG: Final = re.compile(r"[\s,—–\-]*(?:as\s+)?")
_WORD: Final = re.compile(r"[A-Za-zÀ-ÿ][\w’'\-]*")
_ACCORDING: Final = re.compile(r"\b(?:according to|in the words of)(?=\s)", re.IGNORECASE)
_CLAUSE_END: Final = re.compile(r"[;:\x01?!]|\.(?=\s|$)")
_JOINING: Final = re.compile(r"\s*,?\s*(?:and|but|while|whereas|or|as well as|then)\b")
_DETERMINER_BEFORE: Final = re.compile(
    r"(?:\b(?:the|a|an|his|her|its|their|this|that|these|those|of|in|no|any|my|our|your|public|press|new|first|latest|"
    r"joint|brief|short|written|recent|open|final)|[’']s|s[’'])\s+$",
    re.IGNORECASE,
)
_PROGRESSIVE: Final = re.compile(r"\b(?:is|was|are|were|been|be|kept|keeps)\s+(?:\w+ly\s+)?$")
_AND_BEFORE: Final = re.compile(r"(?:\b(?:and|but|or|then|who)|,)\s*(?:\w+ly\s+|also\s+|then\s+|later\s+)?$")
_BY: Final = re.compile(r"\bby(?=\s)")
_LABEL: Final = re.compile(
    r"^\W*(?P<name>[^\W\d_][^.:;,!?\x01\n]{0,60}?)(?:,[^.:;!?\x01\n]{1,60}|\s*\([^)\x01]{1,40}\))?:\W*$"
)
_FOR_THEM: Final = re.compile(r"^(?:to|for|in the (?:words|eyes|view|opinion) of)(?=\s)", re.IGNORECASE)
_ANY_VERB: Final = re.compile(
    r"\s+(?:\w+ly\s+)?(?!(?:was|has|does|its|his|this)\b)(\w{2,}(?:ed|es|s)|went|sang|began|wept|put it)\b"
)
_PREPOSITION: Final = re.compile(
    r"\b(?:in|at|on|of|for|with|to|from|by|near|during|after|against|about|before|than|into|over|under|like|as|"
    r"according to|alongside|despite|and|between)\s+(?:the\s+|[A-Z]\w+,\s+)?$",
    re.IGNORECASE,
)
_THIRD: Final = re.compile(r"(?<![\w’'])(he|she|He|She)(?![\w’'])")


class Place(NamedTuple):
    """Where a quotation stands in masked text: code points, the marks included."""

    text: str
    block: Span
    sentence: int
    """Where its sentence begins."""
    start: int
    end: int
    first: str
    """The first character of its words."""
    last: str
    """The last one, marks inside it left out."""
    kind: QuotationKind


class Found(NamedTuple):
    """Whom a pattern found, and how sure it is; ``end`` is where subject and verb end."""

    subject: Subject
    confidence: Confidence
    end: int


def _sureness(subject: Subject, sure: bool) -> Confidence:
    return "sure" if sure and subject.kind != "pronoun" else "likely"


def may_be_tagged(place: Place) -> bool:
    """Whether who said it may follow at once: after a comma, a question, a dash, or where a comma follows the mark."""
    if place.last in ",?!—–-…":
        return True
    return place.text[place.end : place.end + 1] in (",", "—", "–") or place.text[place.end : place.end + 3] == " – "


def after(place: Place) -> Found | None:
    """“…,” said X · “…,” X said · “…,” according to X."""
    text, limit = place.text, min(place.block.end, place.end + TAG_REACH)
    lead = _TO_TAG.match(text, place.end, limit)
    at = lead.end() if lead else place.end
    if at >= limit or (_JOINING.match(text, place.end, limit) and place.last != "—"):
        return None
    if according := _ACCORDING.match(text, at, limit):
        subject = subject_after(text, according.end(), limit)
        return Found(subject, _sureness(subject, True), subject.span.end) if subject else None
    inverted = _inverted(text, at, limit)
    if inverted is not None:
        return inverted
    return _subject_and_verb(place, at, limit) or _with_any_verb(place, at, limit)


def after_full_stop(place: Place) -> Found | None:
    """“….” said X, as some write it: only where a verb of speech in small letters follows at once."""
    lead = re.compile(r"\s+").match(place.text, place.end, place.block.end)
    if lead is None or not (word := _WORD.match(place.text, lead.end(), place.block.end)):
        return None
    if word.group() not in SPEECH:
        return None
    return _inverted(place.text, lead.end(), min(place.block.end, place.end + TAG_REACH))


def _inverted(text: str, at: int, limit: int) -> Found | None:
    verb = _WORD.match(text, at, limit)
    if verb and verb.group().endswith("ly"):
        verb = _WORD.match(text, verb.end() + 1, limit)
    if verb is None or verb.group() not in FINITE:
        return None
    subject = subject_after(text, verb.end(), limit)
    if subject is None:
        return None
    return Found(subject, _sureness(subject, True), max(subject.span.end, verb.end()))


def _subject_and_verb(place: Place, at: int, limit: int) -> Found | None:
    text = place.text
    for verb in _WORD.finditer(text, at, limit):
        if _ends_clause(text, at, verb.start()):
            return None
        if verb.group() not in FINITE or verb.start() == at:
            continue
        if verb.group() in PASSIVE and is_passive(text, at, verb.start()):
            return None
        subject = subject_before(text, at, verb.start())
        if subject is not None:
            near = subject.span.start - at < 40
            sure = near and (subject.beside or verb.group() in TELLING)
            return Found(subject, _sureness(subject, sure), verb.end())
    return None


def _ends_clause(text: str, start: int, end: int) -> bool:
    """Whether a clause ends in a stretch, the dots of titles and initials apart."""
    for found in _CLAUSE_END.finditer(text, start, end):
        if found.group() != "." or not re.search(
            r"\b(?:[A-Z]|[A-Z][a-z]{1,4})$", text[max(start, found.start() - 5) : found.start()]
        ):
            return True
    return False


def _with_any_verb(place: Place, at: int, limit: int) -> Found | None:
    """“…,” Lopez mused aloud: right after a comma any verb will do, with a name or *he* or *she* before it."""
    if place.last not in ",—" or place.start != place.sentence:
        return None
    name = next(names_in(place.text, at, limit), None)
    if name is not None and name.whole_start == at:
        verb = _ANY_VERB.match(place.text, name.end, limit)
        subject = Subject(Span(name.start, name.end), "name", name)
        return Found(subject, "likely", verb.end()) if verb else None
    third = re.compile(r"(?:he|she)\b").match(place.text, at, limit)
    if third and (verb := _ANY_VERB.match(place.text, third.end(), limit)):
        return Found(Subject(Span(*third.span()), "pronoun"), "likely", verb.end())
    return None


def before(place: Place) -> Found | None:
    """X said: “…” · according to X, “…” · X, adding “…” · X: “…”."""
    text = place.text
    start = max(place.sentence, place.start - LEAD_REACH)
    for cue in reversed(list(_cues(text, start, place.start))):
        gap = text[cue.end : place.start]
        words = len(gap.split())
        if words > LOOSE:
            break
        if cue.word == "according to":
            subject = subject_after(text, cue.end, place.start)
            if subject is not None:
                return Found(subject, _sureness(subject, place.kind != "term" and words < 2 * TIGHT), place.start)
            continue
        if place.kind == "term" and not _brings_term_in(place, cue.word, words):
            continue
        if cue.word in PARTICIPLES and not _PROGRESSIVE.search(text[start : cue.start]):
            return _clause_subject(text, start, cue.start)
        found = _by_verb(place, cue, start, words)
        if found is not None or (cue.word in PASSIVE and is_passive(text, start, cue.start)):
            return found
    return None if place.kind == "term" else _by_label(place, start) or _for_them(place, start)


def _brings_term_in(place: Place, verb: str, words: int) -> bool:
    """Whether a term is somebody's word: “weak” after *called it*, but no name after *said that*."""
    if verb in SPEECH:
        return place.first.islower() and words <= TIGHT // 2 + 1
    return verb in NAMING and words <= TIGHT


class _Cue(NamedTuple):
    word: str
    start: int
    end: int


def _cues(text: str, start: int, end: int) -> Iterator[_Cue]:
    """Verbs of speech and "according to" in a stretch, in order, nouns that look like verbs left out."""
    for found in _WORD.finditer(text, start, end):
        word = found.group()
        if word.lower() in ("according", "in") and (whole := _ACCORDING.match(text, found.start(), end)):
            yield _Cue("according to", found.start(), whole.end())
        if word in ANY and not _DETERMINER_BEFORE.search(text[max(start, found.start() - 14) : found.start()]):
            yield _Cue(word, *found.span())


def _by_verb(place: Place, cue: _Cue, start: int, words: int) -> Found | None:
    """The subject of a finite verb before a quotation."""
    text = place.text
    if is_passive(text, start, cue.start):
        by = _BY.search(text, cue.end, place.start)
        agent = subject_after(text, by.end(), place.start) if by and cue.word not in PASSIVE else None
        return Found(agent, "likely", place.start) if agent else None
    subject = subject_before(text, start, cue.start)
    if subject is None:
        if _AND_BEFORE.search(text[start : cue.start]):
            return _clause_subject(text, start, cue.start)
        return None
    tight = TIGHT if place.kind != "term" else TIGHT // 2
    sure = (
        words <= tight
        and (place.kind != "term" or cue.word not in SPEECH)
        and (cue.word in TELLING or words <= TIGHT // 2)
        and not _THIRD.search(text, cue.end, place.start)
    )
    return Found(subject, _sureness(subject, sure), place.start)


def _clause_subject(text: str, start: int, end: int) -> Found | None:
    """The subject that a sentence begins with: its first name that no preposition governs, or *he* or *she*."""
    third = _THIRD.search(text, start, end)
    for name in names_in(text, start, end):
        if third and third.start() < name.start:
            break
        governed = _PREPOSITION.search(text[max(start, name.whole_start - 24) : name.whole_start])
        if not governed and text[name.end : name.end + 1] not in ("’", "'"):
            return Found(Subject(Span(name.start, name.end), "name", name, beside=False), "likely", end)
    if third:
        return Found(Subject(Span(*third.span()), "pronoun", beside=False), "likely", end)
    noun = leading_noun(text, start, end)
    return Found(noun, "likely", end) if noun is not None else None


def _by_label(place: Place, start: int) -> Found | None:
    """LOPEZ: “…” · Her answer was short: “…”."""
    lead = place.text[start : place.start]
    if not lead.rstrip(" *_").endswith(":"):
        return None
    label = _LABEL.match(lead)
    if label:
        at = start + label.start("name")
        name = _labelled(place.text, at, start + label.end("name"))
        if name is not None:
            return Found(Subject(Span(name.start, name.end), "name", name), "sure", place.start)
    return _clause_subject(place.text, start, place.start) if place.kind == "direct" else None


def _labelled(text: str, start: int, end: int) -> Name | None:
    """The name that is all of a label; in capitals too, as transcripts print it."""
    name = next(names_in(text, start, end), None)
    return name if name is not None and name.end == end and name.whole_start == start else None


def _for_them(place: Place, start: int) -> Found | None:
    """To him, the deal will “…”: what comes first in the sentence says in whose eyes."""
    return None if place.kind == "term" else of_opinion(place.text, start, place.start)


def of_opinion(text: str, start: int, end: int) -> Found | None:
    """In whose eyes a sentence speaks: "To him, …", "For Lopez, …"."""
    opened = _FOR_THEM.match(text[start:end].lstrip())
    if opened is None:
        return None
    at = end - len(text[start:end].lstrip()) + opened.end()
    third = re.compile(r"\s+(?:him|her)(?=,)").match(text, at, end)
    if third:
        return Found(Subject(Span(third.start() + 1, third.end()), "pronoun"), "likely", end)
    subject = subject_after(text, at, end)
    if subject and text[subject.span.end : subject.span.end + 1] == ",":
        return Found(subject, "likely", end)
    return None


def in_tail(place: Place, sentence_end: int) -> Found | None:
    """“…” and “…”, X said (said X): the tag stands at the end of the sentence."""
    text = place.text
    limit = min(sentence_end, place.end + LEAD_REACH)
    according = _ACCORDING.search(text, place.end, limit)
    if according:
        subject = subject_after(text, according.end(), limit)
        return Found(subject, "likely", limit) if subject else None
    if place.kind == "term":
        return None
    for comma in re.finditer(r"[,\x01]\s", text[place.end : limit]):
        at = place.end + comma.end()
        inverted = _inverted(text, at, limit)
        if inverted is not None and inverted.subject.kind == "name":
            return inverted._replace(confidence="likely", end=limit)
        for verb in _WORD.finditer(text, at, min(limit, at + TAG_REACH)):
            if verb.group() in SPEECH and "," not in text[at : verb.start()]:
                subject = subject_before(text, at, verb.start())
                if subject is not None and len(text[verb.end() : limit].split()) <= TIGHT:
                    return Found(subject, "likely", limit)
    return None


def in_sentence_before(text: str, start: int, end: int, *, alone: bool) -> Found | None:
    """Lopez was scathing about it. “…”: who is the subject of a sentence of speech right before the quotation;
    ``alone`` lets a sentence without a verb of speech count too."""
    for verb in reversed(list(_WORD.finditer(text, max(start, end - LEAD_REACH), end))):
        if verb.group() in SPEECH:
            if is_passive(text, start, verb.start()):
                return None
            subject = subject_before(text, start, verb.start()) or subject_after(text, verb.end(), end)
            if subject is not None and subject.kind != "noun":
                return Found(subject, "likely", end)
    return _clause_subject(text, start, end) if alone else None
