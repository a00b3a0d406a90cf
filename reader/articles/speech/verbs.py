"""Verbs that bring in what someone said, in English, with their forms.

The regular forms are made by rule; only irregular ones are listed. A *telling* verb means speech wherever it stands
("said", "told", "wrote"); a *judging* one means speech only beside quotation marks ("called it “weak”").
"""

from __future__ import annotations

from typing import Final

_TELLING: Final = """
say tell write add ask state explain note reply respond answer argue insist warn admit recall conclude declare joke
tweet post continue remark comment observe announce assert claim contend concede acknowledge stress emphasise
emphasize reiterate repeat maintain allege confirm caution predict suggest testify quip muse counter retort exclaim
shout yell whisper mutter murmur cry interject interrupt urge plead promise pledge vow complain lament boast propose
advise report believe think hope mention clarify elaborate protest object agree assure reveal recount estimate
speculate chant deny accept swear demand order instruct inform remind volunteer venture opine proclaim pronounce text
email blog type sigh laugh shrug reckon begin end finish open close sum put go reflect reason marvel wonder fume gush
snap bark scoff tease chide bellow roar thunder scream sob joke grumble mumble stammer relate narrate confess confide
disclose signal guess rule hold find determine enthuse rejoin sniff beam read begs beg
"""
_JUDGING: Final = """
call describe dub label term brand deem characterise characterize praise criticise criticize condemn denounce dismiss
deride mock blast slam attack hail tout accuse blame credit cite quote refer question charge deplore decry ridicule
portray paint cast liken compare deny reject defend welcome applaud champion champion lambast lambaste assail rebuke
rail thank congratulate greet apologise apologize offer express voice speak talk point highlight underline underscore
like want fear see view feel consider regard name style nickname bill invoke echo use demand seek support oppose
"""
_IRREGULAR: Final = {
    "say": ("said", "saying"),
    "tell": ("told", "telling"),
    "write": ("wrote", "writing"),
    "begin": ("began", "beginning"),
    "swear": ("swore", "swearing"),
    "think": ("thought", "thinking"),
    "put": ("put", "putting"),
    "go": ("went", "going"),
    "read": ("read", "reading"),
    "hold": ("held", "holding"),
    "find": ("found", "finding"),
    "cast": ("cast", "casting"),
    "see": ("saw", "seeing"),
    "feel": ("felt", "feeling"),
    "speak": ("spoke", "speaking"),
    "sum": ("summed", "summing"),
    "admit": ("admitted", "admitting"),
    "refer": ("referred", "referring"),
    "quip": ("quipped", "quipping"),
    "snap": ("snapped", "snapping"),
    "slam": ("slammed", "slamming"),
    "dub": ("dubbed", "dubbing"),
    "beg": ("begged", "begging"),
    "blog": ("blogged", "blogging"),
    "sob": ("sobbed", "sobbing"),
    "plead": ("pleaded", "pleading"),
    "label": ("labelled", "labelling"),
    "signal": ("signalled", "signalling"),
}
_SPELLED_OTHERWISE: Final = frozenset(("labeled", "labeling", "signaled", "signaling", "pled"))
_SIBILANTS: Final = ("s", "x", "z", "ch", "sh", "o")


def forms(verb: str) -> tuple[str, str, str, str]:
    """Base, third person, past, and -ing of a verb."""
    if verb.endswith("y") and verb[-2] not in "aeiou":
        third, past = verb[:-1] + "ies", verb[:-1] + "ied"
    else:
        third = verb + ("es" if verb.endswith(_SIBILANTS) else "s")
        past = verb + ("d" if verb.endswith("e") else "ed")
    going = verb[:-1] + "ing" if verb.endswith("e") and not verb.endswith("ee") else verb + "ing"
    past, going = _IRREGULAR.get(verb, (past, going))
    return verb, third, past, going


_TOLD: Final = [forms(verb) for verb in _TELLING.split()]
_JUDGED: Final = [forms(verb) for verb in _JUDGING.split()]

PARTICIPLES: Final = frozenset(each[3] for each in (*_TOLD, *_JUDGED))
"""Forms in -ing."""
TELLING: Final = frozenset(form for each in _TOLD for form in each[:3])
"""Finite forms of verbs that mean speech wherever they stand beside a quotation."""
JUDGING: Final = frozenset(form for each in _JUDGED for form in each[:3]) - TELLING | _SPELLED_OTHERWISE
"""Finite forms of verbs that pass a word on in quotation marks."""
FINITE: Final = TELLING | JUDGING
ANY: Final = FINITE | PARTICIPLES

_PLAIN: Final = """
say tell write add ask state explain note reply respond answer argue insist warn admit recall conclude declare joke
tweet post continue remark comment observe announce assert claim contend concede acknowledge stress reiterate maintain
allege confirm caution testify quip counter retort exclaim shout
"""
SPEECH: Final = frozenset(form for verb in _PLAIN.split() for form in forms(verb))
"""Forms that hardly ever mean anything but speech: these also count where no quotation mark stands near."""
REPORTING: Final = SPEECH - {"post", "posts", "posting", "answer", "comment", "counter", "joke", "note", "notes"} | {
    "believes",
    "believed",
    "estimates",
    "estimated",
    "suggests",
    "suggested",
    "predicts",
    "predicted",
    "reckons",
    "reckoned",
    "reported",
    "reports",
}
"""Forms that make a sentence somebody else's: “the council says that …”."""

PASSIVE: Final = frozenset(
    ("told", "asked", "quoted", "reminded", "informed", "advised", "ordered", "urged", "assured")
)
"""After *was* or *were* these name who heard it, not who said it."""

_NAMING: Final = """
call describe dub label term brand deem characterise characterize dismiss deride denounce condemn hail blast slam mock
praise criticise criticize portray tout decry ridicule nickname find
"""
NAMING: Final = frozenset(form for verb in _NAMING.split() for form in forms(verb)) | SPEECH
"""Forms after which a mere term in quotation marks is somebody's word."""
