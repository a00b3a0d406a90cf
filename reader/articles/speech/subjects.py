"""Who does the saying: the words before or after a verb of speech that name its subject, in English.

The text is masked: what stands between quotation marks is :data:`BLANK`, code point for code point, so that no name in
a quotation is taken for its speaker.
"""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

from reader.articles.speech.names import Name, names_in
from reader.articles.speech.nouns import can_speak, head_noun, is_paper, is_person_noun
from reader.text.spans import Span

SubjectKind = Literal["name", "noun", "pronoun"]

BLANK: Final = "\x01"
"""What a masked quotation is made of."""
AFTER_REACH: Final = 160
"""Code points after a verb in which its subject stands."""
BEFORE_REACH: Final = 260
"""Code points before a verb in which its subject stands, with what is put in between."""

_PRONOUN: Final = re.compile(r"(?:he|she|they|it|i|we)\b", re.IGNORECASE)
_PRONOUN_END: Final = re.compile(r"(?<![\w’'])(he|she|they|it|i|we)$", re.IGNORECASE)
_ADVERBS: Final = (
    "also|then|later|once|often|repeatedly|recently|further|even|never|not|just|again|soon|still|too|now|first|nevertheless|nonetheless|"
    "however|meanwhile|instead|perhaps|though|"
    "has|had|have|is|was|are|were|would|will|did|does|can|could|must|may|might|been|be|always|sometimes|both|all|"
    r"since|already|reportedly|\w+ly|went on to|goes on to|used to|wants to|wanted to|to"
)
_TRAILING: Final = re.compile(rf"(?:(?:^|[\s,]+)(?:{_ADVERBS}),?)+\s*$")
_PASSIVE: Final = re.compile(r"\b(?:was|were|been|be|being|is|are|get|got)\s+(?:\w+ly\s+|also\s+|not\s+)?$")
_WHO: Final = re.compile(r",?\s+who$")
_PARENTHESIS: Final = re.compile(r"\s*\([^()]{1,60}\),?$")
_OCCASION: Final = re.compile(
    r"\s+in (?:an?|the|his|her|their|its) (?:[a-z\-]+ ){0,3}"
    r"(?:statement|letter|interview|memo|note|e-?mail|post|tweet|speech|filing|briefing|release|report)$"
)
"""Where it was said, between subject and verb: "The army in a statement said"."""
_PURPOSE: Final = re.compile(r"(?<!used )(?<!wants )(?<!wanted )(?<!on )\bto\s*$")
"""What makes an infinitive of the verb: "used his platform to criticise"."""
_DETERMINED: Final = re.compile(
    r"(?:the|a|an|one|another|some|many|several|two|three|his|her|its|their|our|my|other)\s", re.IGNORECASE
)
_NOUN_PHRASE_END: Final = re.compile(
    r"(?:^|(?<=[\s,;:(\x01]))((?:(?:the|a|an|one|another|some|many|several|two|three|four|his|her|its|their|our|other|"
    r"former|senior|local|government|company|council|union|police)\s+)(?:[\w’'\-]+\s+){0,6}?[\w’'\-]+)$",
    re.IGNORECASE,
)
_BARE_NOUN_END: Final = re.compile(r"(?:^|(?<=[,;:.\x01]\s))(?!(?:and|or|but|then)\s)((?:[\w\-]+\s){0,2}[\w\-]+)$")
_PREPOSITION_END: Final = re.compile(r"\b(?:of|for|at|from|with|in|by|to|on|near|about|against|under)\s+(?:the\s+)?$")
_PLACE_BEFORE: Final = re.compile(
    r"\b(?:in|at|from|on|of|near|to|for|with|by|against|about|after|before|between|and)\s+(?:the\s+)?$", re.IGNORECASE
)
_DELIMITER: Final = re.compile(r"[,;:()\x01—–\n?!]|\.(?:\s|$)|\s-\s")
_CLAUSE_WORD: Final = re.compile(
    r"\s(?:in|on|during|after|before|while|when|as|who|that|whose|which|to|about|last|this|earlier|late|and|but|"
    r"because|if|yesterday|today|at|by|over|into|amid|outside|inside|through|with|when|where|monday|tuesday|wednesday|"
    r"thursday|friday|saturday|sunday)\b",
    re.IGNORECASE,
)
_ROLE_AND_COMMA: Final = re.compile(
    r"(?:\b(?:the|a|an|its|his|her|their|whose|another|one)|[’']s?)\s+([^,.;:\x01]{2,60}),\s+$", re.IGNORECASE
)
_OWNED: Final = re.compile(r"[’'](?:s\b)?\s+(?=[a-z])")
_FINITE: Final = re.compile(
    r"\b(?:will|would|can|could|may|might|must|should|is|are|was|were|has|have|had|does|did|what|who|which|that)\b"
)
"""What no noun phrase holds."""
_RELATIVE: Final = ("that", "who", "which", "whose", "where", "when", "what")
_BY: Final = re.compile(r"\s+(?:from|by)\s+$")


class Subject(NamedTuple):
    """Who says: where the words stand, the name where there is one, and whether it stands right beside the verb."""

    span: Span
    kind: SubjectKind
    name: Name | None = None
    beside: bool = True
    also: Name | None = None
    """A second name that says it too: "Lopez and Park said"."""


def _named(name: Name, *, beside: bool = True) -> Subject:
    return Subject(Span(name.start, name.end), "name", name, beside)


def subject_after(text: str, at: int, limit: int) -> Subject | None:
    """The subject that follows a verb ("said …") or "according to …", which ends at ``at``."""
    limit = min(limit, at + AFTER_REACH)
    skipped = re.compile(r"\s+(?:[a-z]+ly,?\s+)?").match(text, at, limit)
    if skipped is None:
        return None
    start = skipped.end()
    if pronoun := _PRONOUN.match(text, start, limit):
        return Subject(Span(*pronoun.span()), "pronoun")
    names = list(names_in(text, start, limit))
    end = _phrase_end(text, start, limit, names)
    inside = [name for name in names if name.start < end]
    if not inside:
        return _apposed(text, end, limit) or _noun(text, start, end)
    return _name_in_phrase(text, start, end, inside, limit)


def _phrase_end(text: str, start: int, limit: int, names: list[Name]) -> int:
    """Where the noun phrase ends: at a delimiter or a word that begins something else, outside names."""
    at = start
    for _ in range(20):
        found = _DELIMITER.search(text, at, limit)
        word = _CLAUSE_WORD.search(text, at, found.start() if found else limit)
        end = word.start() if word else found.start() if found else limit
        cover = next((name for name in names if name.whole_start <= end < name.end), None)
        if cover is None:
            return end
        at = cover.end
    return at


def _name_in_phrase(text: str, start: int, end: int, names: list[Name], limit: int) -> Subject | None:
    """The subject of a phrase that holds names: "Acme spokesman Tom Reed", "a spokesman for Acme", "Acme’s chief"."""
    first = names[0]
    lead = text[start : first.whole_start]
    if lead and _PREPOSITION_END.search(lead):
        if _BY.search(lead) and is_paper(head_noun(lead)):
            return _named(first, beside=False)
        apposed = _apposed(text, first.end, limit)
        return apposed or _noun(text, start, first.end)
    if lead and not _DETERMINED.match(lead) and not can_speak(head_noun(lead)) and len(lead.split()) > 2:
        return None
    rest = text[first.end : end]
    second = names[1] if len(names) > 1 else None
    if second is not None and _is_role_between(text[first.end : second.whole_start]):
        return _named(second)
    if _OWNED.match(rest) or (_OWNED.match(text, first.end, limit) and rest):
        return _apposed(text, end, limit) or _noun(text, start, end)
    if second is not None and re.fullmatch(r"\s+and\s+", text[first.end : second.whole_start]):
        return _named(first)._replace(also=second, span=Span(first.start, second.end))
    if rest.strip() and not re.match(r"\s+(?:of|for|from)\b", rest) and can_speak(head_noun(rest)):
        return _apposed(text, end, limit) or _noun(text, start, end)
    conjoined = re.compile(r"\s+and\s+").match(text, first.end, limit)
    if conjoined:
        other = next(names_in(text, conjoined.end(), limit), None)
        if other is not None and other.whole_start == conjoined.end():
            return _named(first)._replace(also=other, span=Span(first.start, other.end))
    return _named(first)


def _is_role_between(words: str) -> bool:
    """Whether only a role stands between two names: "Acme *spokesman* Tom Reed", "Acme’s *director*, Tom Reed"."""
    bare = re.sub(r"^[’']s?\s", " ", words)
    if not re.fullmatch(r"\s+(?:[a-z][\w\-]*,?\s+){1,5}", bare):
        return False
    return not _PREPOSITION_END.search(bare) and can_speak(head_noun(bare.rstrip(" ,")))


def _apposed(text: str, at: int, limit: int) -> Subject | None:
    """The name that follows a noun after a comma: "the mayor, *Adaeze Brandt*,"."""
    if text[at : at + 2] != ", ":
        return None
    name = next(names_in(text, at + 2, limit), None)
    if name is None or name.whole_start != at + 2:
        return None
    following = text[name.end : name.end + 1]
    return _named(name) if following in ("", ",", ".", ";", ":", BLANK) else None


def _noun(text: str, start: int, end: int) -> Subject | None:
    """A noun phrase that can speak: "a spokesman for Acme", "police"."""
    words = text[start:end].rstrip()
    if not words or not can_speak(head_noun(re.sub(r"^.*[’']s\s+", "", words))):
        return None
    return Subject(Span(start, start + len(words)), "noun")


def subject_before(text: str, start: int, verb_at: int) -> Subject | None:
    """The subject of the verb at ``verb_at``, in a clause that begins at ``start`` or later."""
    start = max(start, verb_at - BEFORE_REACH)
    end = start + len(text[start:verb_at].rstrip())
    trailing = _TRAILING.search(text[start:end])
    if trailing and trailing.start() > 0:
        end = start + trailing.start()
    lead = text[start:end].rstrip(" \u00a0")
    if who := _WHO.search(lead):
        lead = lead[: who.start()]
    if parenthesis := _PARENTHESIS.search(lead):
        lead = lead[: parenthesis.start()]
    if occasion := _OCCASION.search(lead):
        lead = lead[: occasion.start()]
    end = start + len(lead)
    if pronoun := _PRONOUN_END.search(lead):
        return Subject(Span(start + pronoun.start(), end), "pronoun")
    names = list(names_in(text, start, end))
    if lead.endswith(","):
        return _before_apposition(text, start, end - 1, names)
    found = (_name_before(text, start, end, names) if names else None) or _noun_before(text, start, end)
    purpose = trailing is not None and _PURPOSE.search(trailing.group())
    return None if found is not None and found.kind == "noun" and purpose else found


def leading_noun(text: str, start: int, end: int) -> Subject | None:
    """The noun phrase that a sentence begins with: "A senior backbencher was gloomier"."""
    opened = _DETERMINED.match(text, start, end)
    if opened is None:
        return None
    at = opened.end()
    for word in re.compile(r"[\w’'\-]+").finditer(text, at, min(end, at + 60)):
        if is_person_noun(head_noun(word.group())):
            return Subject(Span(start, word.end()), "noun", beside=False)
        if not word.group()[0].islower() or text[word.end() : word.end() + 1] != " " or word.group() in _RELATIVE:
            return None
    return None


def is_passive(text: str, start: int, verb_at: int) -> bool:
    """Whether a form of *be* stands before the verb: "was told", "is called"."""
    return _PASSIVE.search(text[max(start, verb_at - 30) : verb_at]) is not None


def _before_apposition(text: str, start: int, end: int, names: list[Name]) -> Subject | None:
    """ "Lopez, the mayor of Porto, said": the first name with a comma after it that is no place."""
    lead = text[start:end]
    if names and names[-1].end == end:
        role = _ROLE_AND_COMMA.search(text[start : names[-1].whole_start])
        if role and is_person_noun(head_noun(role.group(1))):
            return _named(names[-1])
    opened = lead.rfind(BLANK) + 1
    for name in names:
        if name.start < start + opened or text[name.end : name.end + 1] not in (",", " ") or name.end > end:
            continue
        party = _PARENTHESIS.match(text, name.end, end + 1)
        comma = party.end() - 1 if party else name.end
        if text[comma : comma + 1] != ",":
            continue
        before = text[start : name.whole_start]
        if not _PLACE_BEFORE.search(before):
            return _named(name, beside=comma == end)
        owner = _NOUN_PHRASE_END.search(before + text[name.whole_start : name.end])
        if owner and can_speak(head_noun(owner.group(1))):
            return Subject(Span(start + owner.start(1), name.end), "noun", beside=False)
    found = re.search(r"((?:the|a|an|one|another|his|her|their|its)\s+[^,\x01]{2,60}),[^,\x01]*$", lead, re.IGNORECASE)
    if found is None:
        return None
    span = Span(start + found.start(1), start + found.end(1))
    if can_speak(head_noun(found.group(1))) or leading_noun(text, *span) is not None:
        return Subject(span, "noun", beside=False)
    return None


def _name_before(text: str, start: int, end: int, names: list[Name]) -> Subject | None:
    """The subject where a name, or a name with a noun, ends right before the verb."""
    last = names[-1]
    tail = text[last.end : end]
    before = text[start : last.whole_start]
    if not tail.strip():
        if joined := re.search(r"\s+and\s+$", before):
            other = names[-2] if len(names) > 1 else None
            if other is not None and other.end == start + joined.start():
                return _named(other)._replace(also=last, span=Span(other.start, last.end))
        if _PREPOSITION_END.search(before):
            return _noun_with_name(text, start, names)
        return _named(last)
    if _OWNED.match(tail) or re.match(r"\s+[a-z][\w\- ]{2,40}$", tail):
        whole = before + text[last.whole_start : end]
        if _FINITE.search(tail):
            return None
        if can_speak(head_noun(re.sub(r"^[’']s?\s", "", tail))) and len(tail.split()) <= 6:
            phrase = re.search(r"(?:the|a|an|one|another)\s+(?:\w+\s+)?$", before, re.IGNORECASE)
            first = start + phrase.start() if phrase else last.whole_start
            return Subject(Span(first, start + len(whole)), "noun")
    return None


def _noun_with_name(text: str, start: int, names: list[Name]) -> Subject | None:
    """ "Sam Reed, head of Acme said", "a spokesman for Acme said", "a letter from Acme said", "Lopez of Acme said"."""
    last = names[-1]
    before = text[start : last.whole_start]
    for name in reversed(names[:-1]):
        between = text[name.end : last.whole_start]
        if _PREPOSITION_END.search(text[start : name.whole_start]):
            continue
        if re.fullmatch(r",[^.;\x01]*", between) or re.fullmatch(r"\s+(?:of|from|at|for)\s+(?:the\s+)?", between):
            return _named(name, beside=False)
    phrase = re.search(
        r"(?:^|[\s,\x01])((?:the|a|an|one|another|his|her|its|their)\s+(?:[\w\-]+\s+){0,4}"
        r"(?:of|for|at|from|with|in|by)\s+(?:the\s+)?)$",
        before,
        re.IGNORECASE,
    )
    if phrase is None or not can_speak(head_noun(phrase.group(1))):
        bare = re.search(r"(?:^|[,\x01]\s+)((?:[A-Za-z][\w\-]*\s+){1,3}(?:of|for|at|from|with)\s+(?:the\s+)?)$", before)
        if bare is None or not can_speak(head_noun(bare.group(1))):
            return None
        phrase = bare
    if is_paper(head_noun(phrase.group(1))) and re.search(r"\b(?:from|by)\s+(?:the\s+)?$", before):
        return _named(last, beside=False)
    return Subject(Span(start + phrase.start(1), last.end), "noun")


def _noun_before(text: str, start: int, end: int) -> Subject | None:
    lead = text[start:end]
    for pattern in (_NOUN_PHRASE_END, _BARE_NOUN_END):
        found = pattern.search(lead)
        if found and can_speak(head_noun(found.group(1))):
            return Subject(Span(start + found.start(1), end), "noun")
    return None
