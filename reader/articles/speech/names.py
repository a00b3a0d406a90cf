"""Names in running English text: runs of capitalised words, without the words that only begin a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

Gender = Literal["he", "she"]

_UPPER: Final = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŜŞŠŢŤŪŮŰŲŴŶŹŻŽȘȚ"
_SHORT_TITLES: Final = (
    "Mr|Mrs|Ms|Mx|Dr|Prof|Sen|Sens|Rep|Reps|Gov|Gen|Col|Lt|Capt|Cpl|Sgt|Maj|Cmdr|Adm|Rev|Hon|Fr|St|Supt|Insp"
)
_CAPPED: Final = rf"(?:O['’]|D['’]|L['’]|al-|el-)?[{_UPPER}][\w\-]*(?:['’][{_UPPER}]\w+)?"
_TOKEN: Final = rf"(?:(?:{_SHORT_TITLES})\.|[A-Z]\.(?:[ \u00a0]?[A-Z]\.)*|{_CAPPED})"
_PARTICLE: Final = r"(?:de|del|della|di|da|dos|van|von|der|den|ter|bin|ibn|al|el|la|le|du|zu|af|y)"
_NAME: Final = re.compile(
    rf"(?<![\w’'\-@#]){_TOKEN}(?:[ \u00a0]+(?:{_PARTICLE}[ \u00a0]){{0,2}}{_TOKEN}|[ \u00a0]&[ \u00a0]{_TOKEN})*"
    rf"(?:,?[ \u00a0][JS]r\b\.?)?"
)
_WORD: Final = re.compile(r"[^ \u00a0]+")
_POSSESSIVE: Final = re.compile(r"['’]s?$")
_DOTTED_END: Final = re.compile(rf"(?:\b[JS]r|(?:^|[ \u00a0.])[{_UPPER}])\.$")
_OF: Final = re.compile(rf" of (?:the )?(?={_TOKEN})")

_NOT_NAMES_WORDS: Final = """
a an the in on at for but and or nor so if when while as after before since although though however meanwhile moreover
still yet then now today yesterday tomorrow tonight this that these those there here it he she they we i you his her
their our its my your who what why how where which whose with without by from to of off out up down asked speaking
according during despite because even also later earlier last next another other others one two three four five six
seven eight nine ten some many most all both each every either neither not no yes instead rather once like just only
perhaps maybe finally first second third indeed nevertheless nonetheless sunday monday tuesday wednesday thursday
friday saturday january february march april may june july august september october november december feb apr aug sept
oct nov dec under over until unless through throughout between among against about above below following calling
citing noting adding saying asking referring responding writing telling let do did does is was are were be been has
had have will would can could should must might such much more less few several half whether nobody everybody everyone
someone anyone nothing something everything inside outside nearby elsewhere again across behind beside besides beyond
within around along past per plus minus than too very never always often sometimes soon ago beforehand afterwards told
said says hence therefore thus unlike given based founded born pressed named called dear none am pm ok enter see meet
ask take consider read watch listen imagine remember note compare welcome thank photo photograph picture image video
"""
NOT_NAMES: Final = frozenset(_NOT_NAMES_WORDS.split())
"""Lower-cased words that begin a sentence and are no name by themselves."""

_TITLES_WORDS: Final = """
mr mrs ms miss mx dr doctor prof professor sir dame lord lady sen sens senator senators rep reps representative
representatives congressman congresswoman gov governor president vice-president vice prime minister premier secretary
chancellor mayor judge justice gen general col colonel lt lieutenant capt captain cpl corporal sgt sergeant maj major
cmdr commander adm admiral rev reverend father sister brother rabbi imam bishop archbishop pope cardinal king queen
prince princess duke duchess sheriff officer detective inspector superintendent constable speaker ceo cfo cto coo
chairman chairwoman chair chief executive director coach ambassador attorney former acting deputy assistant councillor
councilman councilwoman councilmember alderman commissioner counsel hon fr supt insp co-founder cofounder founder
spokesman spokeswoman spokesperson analyst editor reporter manager leader headteacher principal dean provost nurse
engineer economist interim incoming outgoing democratic republican labour conservative state foreign finance interior
defence defense health education transport home trade first
"""
TITLES: Final = frozenset(_TITLES_WORDS.split())
"""Lower-cased words that stand before a name without being part of it."""
_ONLY_WITH_OTHERS_WORDS: Final = """
state foreign first home general former democratic republican labour conservative finance interior defence defense
health education transport trade
"""
_ONLY_WITH_OTHERS: Final = frozenset(_ONLY_WITH_OTHERS_WORDS.split())
"""Titles only where another title follows: "Foreign Minister", but not "Foreign Affairs"."""
_SURNAMES_TOO_WORDS: Final = """
king prince bishop dean duke pope judge major justice sister lord chancellor
"""
_SURNAMES_TOO: Final = frozenset(_SURNAMES_TOO_WORDS.split())

HONORIFICS: Final[dict[str, Gender]] = {
    **dict.fromkeys(("mr", "sir", "lord", "king", "prince", "father", "congressman", "councilman", "duke"), "he"),
    **dict.fromkeys(("mrs", "ms", "miss", "dame", "lady", "queen", "princess", "sister", "congresswoman"), "she"),
    **dict.fromkeys(("chairman", "spokesman", "brother", "cardinal", "pope", "imam"), "he"),
    **dict.fromkeys(("chairwoman", "spokeswoman", "councilwoman", "duchess"), "she"),
}

_BEHIND_NAMES: Final = ("MP", "MEP", "MSP", "MLA", "QC", "KC", "MBE", "OBE", "CBE", "PhD", "MD")
"""What stands behind a name without being part of it."""

_ORGANISATION_WORDS: Final = """
inc corp corporation company co ltd llc plc gmbh ag university college institute department committee commission
council court bank agency bureau office ministry party union association foundation group news times post journal
press herald tribune gazette courier guardian magazine house senate congress parliament street airlines airways labs
lab media network service services center centre school church campaign team republicans democrats states city county
act research summit standard tech technologies systems cloud platform fund board society museum hospital police army
navy force national international hotel square hall convention club league security policy project authority
federation administration tv radio trust partners holdings industries motors energy water power steel foods
pharmaceuticals bridge road avenue river lake mountain hill valley port harbour harbor airport station park island
islands bay north south east west northern southern eastern western coalition alliance chamber cooperative laboratory
observatory academy orchestra theatre theater library conference festival cup olympics kingdom republic europe america
africa asia australia britain england scotland wales ireland france germany china india japan russia ai software
electric digital data capital ventures insurance logistics shipping rail railways new united forces corps brigade
battalion regiment militia embassy consulate line district province ocean sea gulf desert forest glacier peninsula
strait
"""
ORGANISATION: Final = frozenset(_ORGANISATION_WORDS.split())
"""Lower-cased words of which one makes a run of capitalised words an organisation or a place."""
_PLACES_WORDS: Final = """
afghanistan albania algeria angola argentina armenia austria azerbaijan bahrain bangladesh belarus belgium bolivia
brazil bulgaria cambodia cameroon canada chad chile colombia congo croatia cuba cyprus czechia denmark ecuador egypt
estonia ethiopia finland georgia ghana greece guatemala haiti honduras hungary iceland indonesia iran iraq israel
italy jamaica jordan kazakhstan kenya kosovo kuwait laos latvia lebanon libya lithuania luxembourg malaysia mali malta
mexico moldova mongolia morocco mozambique myanmar namibia nepal netherlands nicaragua niger nigeria norway oman
pakistan palestine panama paraguay peru philippines poland portugal qatar romania rwanda senegal serbia singapore
slovakia slovenia somalia spain sudan sweden switzerland syria taiwan tanzania thailand tunisia turkey uganda ukraine
uruguay uzbekistan venezuela vietnam yemen zambia zimbabwe
alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas
kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio
oklahoma oregon pennsylvania tennessee texas utah vermont wisconsin wyoming
washington london paris moscow beijing brussels berlin madrid rome kyiv kiev tehran tokyo delhi islamabad ankara
kremlin pentagon hamas hezbollah taliban
"""
_PLACES: Final = frozenset(_PLACES_WORDS.split())
"""Lower-cased words that by themselves are a country, a capital or who rules there, and no person."""


class Name(NamedTuple):
    """A name in the text, half-open code points, with the titles before it left out, and what they say."""

    start: int
    end: int
    text: str
    gender: Gender | None = None
    titled: bool = False
    """Whether a title stands before it: it is a person's."""
    whole_start: int = 0
    """Where the titles begin."""


def names_in(text: str, start: int, end: int) -> Iterator[Name]:
    """The names of a stretch, in order, never overlapping."""
    at = start
    while found := _NAME.search(text, at, end):
        at = found.end()
        name = _name(text, *found.span())
        if name is None:
            continue
        joined = _OF.match(text, name.end, end) if _is_body(name.text) else None
        if joined and (rest := _NAME.match(text, joined.end(), end)):
            at = rest.end()
            name = name._replace(end=rest.end(), text=text[name.start : rest.end()].replace("\u00a0", " "))
        yield name


def _is_body(name: str) -> bool:
    """Whether "of" and another name may belong to it: "University", "Bank", "House"."""
    return name.rsplit(" ", 1)[-1].lower() in ORGANISATION


def _name(text: str, start: int, end: int) -> Name | None:
    """The name in a run of capitalised words, or ``None`` where nothing is left of it."""
    words = [found.span() for found in _WORD.finditer(text, start, end)]
    while words and _plain(text, words[0]) in NOT_NAMES and _plain(text, words[0]) not in TITLES:
        del words[0]
    while len(words) > 2 and text[slice(*words[-1])] in _BEHIND_NAMES:
        del words[-1]
    while len(words) > 1 and _plain(text, words[-1]) in NOT_NAMES:
        del words[-1]
    if not words or _are_titles(text, words):
        return None
    titles = 1 + max((at for at in range(len(words) - 1) if _is_title(text, words, at)), default=-1)
    genders = [HONORIFICS.get(_plain(text, word)) for word in words[:titles]]
    whole, words = words[0][0], words[titles:]
    first, last = words[0][0], words[-1][1]
    if text[last - 1] == "." and not _DOTTED_END.search(text[first:last]):
        last -= 1
    clean = _POSSESSIVE.sub("", text[first:last]).replace("\u00a0", " ")
    if len(clean) < 2 or clean.lower() in NOT_NAMES:
        return None
    gender = next((each for each in reversed(genders) if each), None)
    return Name(first, first + len(clean), clean, gender, titles > 0, whole)


def _are_titles(text: str, words: list[tuple[int, int]]) -> bool:
    """Whether a run holds nothing but titles: "the Prime Minister", "CEO"; "King" alone may be a surname."""
    if any(_plain(text, word) not in TITLES for word in words):
        return False
    article = text[max(0, words[0][0] - 4) : words[0][0]].lower() == "the "
    return article or _plain(text, words[-1]) not in _SURNAMES_TOO


def _is_title(text: str, words: list[tuple[int, int]], at: int) -> bool:
    """Whether a word of a run is a title, so that the name begins after it; in "National Bank" none is."""
    word = _plain(text, words[at])
    following = _plain(text, words[at + 1])
    if word not in TITLES or (word in _ONLY_WITH_OTHERS and following not in TITLES):
        return word in ("gen", "former") and following not in ORGANISATION
    return following not in ORGANISATION or following in TITLES


def _plain(text: str, word: tuple[int, int]) -> str:
    return text[word[0] : word[1]].rstrip(".,").lower()


def is_organisation(name: str) -> bool:
    """Whether a word of the name says that it is no person's; an acronym and "… & Son" are not either."""
    words = name.split()
    if "&" in words or (len(words) == 1 and ((name.isupper() and len(name) > 1) or name.lower() in _PLACES)):
        return True
    return any(word.lower().strip(".,") in ORGANISATION for word in words)
