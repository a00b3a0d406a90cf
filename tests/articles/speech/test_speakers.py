"""Speakers are found by general patterns in English, and named by the fullest name; where nothing is known, nobody."""

import pytest

from reader.articles.article import Quotation
from reader.articles.build import article_from_text


def quotations(text: str) -> tuple[Quotation, ...]:
    return article_from_text(text, path="p", sha256="s", markdown=False).quotations


def speakers(text: str) -> list[str | None]:
    return [quotation.speaker for quotation in quotations(text)]


PEOPLE = "Ada Quill met Bo Marsh on the quay.\n\n"

DIRECT = [
    ("“We waited,” said Ada Quill.", "Ada Quill"),
    ("“We waited,” Ada Quill said.", "Ada Quill"),
    ("“We waited,” says Ada Quill, who runs the ferry.", "Ada Quill"),
    ("“We waited,” Ada Quill, who runs the ferry, said.", "Ada Quill"),
    ("“We waited,” Ada Quill, 41, told the Gull.", "Ada Quill"),
    ("“We waited,” Quill later explained.", "Quill"),
    ("“We waited!” cried Ada Quill.", "Ada Quill"),
    ("“Did you wait?” Ada Quill asked.", "Ada Quill"),
    ("“We waited” – Ada Quill said it twice.", "Ada Quill"),
    ("“We waited for—” Ada Quill began.", "Ada Quill"),
    ("“We waited,” according to Ada Quill.", "Ada Quill"),
    ("According to Ada Quill, “we waited all day.”", "Ada Quill"),
    ("Ada Quill said: “We waited.”", "Ada Quill"),
    ("Ada Quill said, “We waited.”", "Ada Quill"),
    ("Ada Quill said on Monday that “we waited all day” for a boat.", "Ada Quill"),
    ("Ada Quill told the council: “We waited.”", "Ada Quill"),
    ("In a letter to the council, Ada Quill wrote: “We waited.”", "Ada Quill"),
    ("In a statement on Friday Ada Quill said: “We waited.”", "Ada Quill"),
    ("Speaking after the vote, Ada Quill said: “We waited.”", "Ada Quill"),
    ("When Bo Marsh asked, Ada Quill replied: “We waited.”", "Ada Quill"),
    ("ADA QUILL: “We waited.”", "ADA QUILL"),
    ("Ada Quill (ferries): “We waited.”", "Ada Quill"),
    ("Ada Quill, ferry captain: “We waited.”", "Ada Quill"),
    ("Asked about the delay, Quill shrugged and said: “We waited.”", "Quill"),
    ("Ada Quill called the delay “a farce from start to end”.", "Ada Quill"),
    ("The delay was described by Ada Quill as “a farce from start to end”.", "Ada Quill"),
    ("The delay was, in the words of Ada Quill, “a farce from start to end”.", "Ada Quill"),
    ("Ada Quill was quoted as saying “we waited all day long”.", "Ada Quill"),
    ("Ada Quill has said that she “would wait again tomorrow”.", "Ada Quill"),
    ("Ada Quill, speaking from the quay, said she “would wait again tomorrow”.", "Ada Quill"),
    ("“We waited,” as Ada Quill put it.", "Ada Quill"),
    ("“We waited,” tweeted Ada Quill.", "Ada Quill"),
    ("“We waited,” said Captain Ada Quill.", "Ada Quill"),
    ("“We waited,” said the Rev. Ada Quill.", "Ada Quill"),
    ("“We waited,” said Dr Ada Quill of the Ferry Institute.", "Ada Quill"),
    ("“We waited,” said Ada van der Quill.", "Ada van der Quill"),
    ("“We waited,” said Ada Quill Jr.", "Ada Quill Jr"),
    ("“We waited,” said J. R. Quill.", "J. R. Quill"),
    ("“We waited,” said Siobhán O’Quill.", "Siobhán O’Quill"),
    ("“We waited,” said Ms Quill.", "Quill"),
    ("“We waited,” said ferry captain Ada Quill.", "Ada Quill"),
    ("“We waited,” Ferry Authority spokeswoman Ada Quill said.", "Ada Quill"),
    ("“We waited,” said the Ferry Authority’s director, Ada Quill.", "Ada Quill"),
    ("“We waited,” said the captain, Ada Quill.", "Ada Quill"),
    ("“We waited,” said one of the passengers, Ada Quill.", "Ada Quill"),
    ("“We waited,” said the Ferry Authority.", "Ferry Authority"),
    ("“We waited,” the Ferry Authority said in a statement.", "Ferry Authority"),
    ("“We waited,” said a spokesman for the Ferry Authority.", "a spokesman for the Ferry Authority"),
    ("“We waited,” a spokeswoman said.", "a spokeswoman"),
    ("“We waited,” passengers said.", "passengers"),
    ("“We waited,” police said.", "police"),
    ("A statement from the Ferry Authority said: “We waited.”", "Ferry Authority"),
    ("The report says that the boats were “never on time”.", "The report"),
]


@pytest.mark.parametrize(("text", "speaker"), DIRECT)
def test_one_quotation(text: str, speaker: str | None) -> None:
    assert speakers(text) == [speaker]


RESOLVED = [
    (PEOPLE + "“We waited,” Quill said.", ["Ada Quill"]),
    (PEOPLE + "“We waited,” said Mr Marsh.", ["Bo Marsh"]),
    (PEOPLE + "“We waited,” Bo said.", ["Bo Marsh"]),
    ("Ada Quill runs the ferry.\n\n“We waited,” she said.", ["Ada Quill"]),
    ("Ada Quill met Peter Marsh.\n\n“We waited,” she said.", ["Ada Quill"]),
    ("Ada Quill met Peter Marsh.\n\n“We waited,” he said.", ["Peter Marsh"]),
    ("Mayor Ada Quill spoke first.\n\n“We waited,” the mayor said.", ["Ada Quill"]),
    ("Ada Quill, the harbour master’s deputy, spoke.\n\n“We waited,” the deputy said.", ["Ada Quill"]),
    ("“Go,” said Ada Quill.\n\n“Stay,” said Bo Marsh.\n\n“No,” Quill said.", ["Ada Quill", "Bo Marsh", "Ada Quill"]),
    (
        "“Go,” said Anna Quill. Then: “Stay,” said John Quill.\n\n“No,” Mr Quill said.",
        ["Anna Quill", "John Quill", "John Quill"],
    ),
    ("“One thing,” Ada Quill said, “is sure.”", ["Ada Quill", "Ada Quill"]),
    ("“One thing,” Ada Quill said. “It is sure.”", ["Ada Quill", "Ada Quill"]),
    ("Ada Quill called it “slow”, adding “it was always slow.”", ["Ada Quill", "Ada Quill"]),
    ("Ada Quill called it “slow” and “late”.", ["Ada Quill", "Ada Quill"]),
    ("A neighbour said, “You counted twice,” and I said, “Then come up here.”", ["A neighbour", None]),
    ("Ada Quill spoke. A vet looked at the dog. “He is well,” she said.", ["A vet"]),
    ("The harbour board has met Ada Quill’s firm. It said the firm was “late again, as ever”.", ["The harbour board"]),
    ("Skipper Ada Quill runs it. No skipper is older.\n\n“We waited,” Quill said.", ["Ada Quill"]),
    ("Enter Ada Quill. People enter, she waves.\n\n“We waited,” Quill said.", ["Ada Quill"]),
    ("Ada Quill waited for Eva Stone.\n\n“We waited,” she said.", ["Ada Quill"]),
    ("Eva Stone’s publisher, Corbel & Son, objected. “We regret it,” it said.", ["Corbel & Son"]),
    ("Lee Jae-min spoke.\n\n“We waited,” Lee said.", ["Lee Jae-min"]),
    ("“We waited,” said Ada Quill.\n\n“All day long we waited for it.”", ["Ada Quill", "Ada Quill"]),
    ("Ada Quill had this to say:\n\n“We waited all day for it.”", ["Ada Quill"]),
    ("Ada Quill was furious. “We waited all day for it.”", ["Ada Quill"]),
    ("“We waited,” said Ada Quill. Bo Marsh did not. “I swam,” he said.", ["Ada Quill", "Bo Marsh"]),
    ("Ada Quill, the mayor, and Bo Marsh, her deputy, spoke.\n\n“We waited,” the mayor said.", ["Ada Quill"]),
    ("Ada Quill said the boat had been late all week.\n\n“We waited all day for it.”", ["Ada Quill"]),
    ("Ada Quill waved from the quay.\n\n“We waited all day for it.”", [None]),
    (
        "Ada Quill spoke.\n\n“We waited all day.\n\n“Nobody told us why,” said Bo Marsh.",
        ["Bo Marsh", "Bo Marsh"],
    ),
    (
        "Peter Marsh said that Bruno Stone “never waits”.\n\n“He swims,” he said.",
        ["Peter Marsh", "Peter Marsh"],
    ),
    ("“We waited,” Ada Quill, head of GULF, a maker of boats in Ostwick told the Gull.", ["Ada Quill"]),
    ("The harbour board in a statement said it was “late again, as ever”.", ["The harbour board"]),
    (
        "Norland acted. Police in Norland, the Ministry of Ports said.\n\n“We wait,” the ministry said.",
        ["the ministry"],
    ),
    ("Peter Marsh spoke of boats.\n\nPakistan said that it would wait.\n\n“It is late,” he said.", ["Peter Marsh"]),
    ("Acme said boats are late. Acme Cloud sails on. “They are late,” Acme said.", ["Acme"]),
    ("Acme sells boats. Its fair is Camp Acme. “We sell,” Acme said.", ["Acme"]),
    ("GULF Long Hat is new. “We sell,” GULF said.", ["GULF"]),
    ("Craig Le Bon rows. “We row,” Le Bon said.", ["Craig Le Bon"]),
    ("“We waited,” said Ada Quill MP.", ["Ada Quill"]),
    (
        "That Bo Marsh announced it signals a “very high level of traffic” there, says Ada Quill, a clerk.",
        ["Ada Quill"],
    ),
    ("Peter Marsh builds boats. To him, they are late. So a bridge would “help all of us”.", ["Peter Marsh"]),
    ("The army said Norland had fired. It was “responding in kind to it”, it said.", ["The army"]),
    ("Lee Quill saw it. The Beaufort Gyre is cold. “It is cold,” she said.", ["Lee Quill"]),
    ("Ada Quill likes Canadian boats. Canadian boats sail. It is “the best of all boats”, it said.", [None]),
]


@pytest.mark.parametrize(("text", "expected"), RESOLVED)
def test_the_fullest_name(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


NOBODY = [
    "The so-called “slow” boat was late.",
    "They painted “Ada” on the hull.",
    "A sign on the quay read “Mind the gap”.",
    "“We waited for it all day.”",
    "“We waited,” they said.",
    "“We waited,” I said.",
    "Ada Quill directed “The Slow Boat”.",
    "“Wait here for it,” Ada Quill was told.",
    "Ada Quill said that the boat was the “Gull”.",
    "Passengers were told “to wait for it” on Monday.",
    "New rules will end what officials called the “slow old boats”.",
    "They used the Ostwick Gull platform to criticise “slow old boats”.",
    "Sept. 8, 1963: “We waited for it all day.”",
    "Ada Quill was told that she had to “wait for it”.",
    "“Wo warten wir?”, fragte Ada Quill.",
    "« Nous attendons », a dit Ada Quill. Les bateaux ne sont pas à quai et la mer est dans une colère que les gens ne"
    " comprennent pas, pour une fois, avec les vents des jours qui sont plus forts.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_where_nobody_is_named(text: str) -> None:
    assert set(speakers(text)) == {None}


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        ("“We waited,” said Ada Quill.", "sure"),
        ("Ada Quill said: “We waited.”", "sure"),
        ("“We waited,” according to Ada Quill.", "sure"),
        ("Ada Quill runs the ferry.\n\n“We waited,” she said.", "likely"),
        ("Ada Quill was furious. “We waited all day for it.”", "likely"),
        (PEOPLE + "“We waited,” Bo said.", "likely"),
        ("Ada Quill shrugged and said: “We waited.”", "likely"),
    ],
)
def test_how_sure(text: str, confidence: str) -> None:
    assert quotations(text)[0].confidence == confidence


def test_the_place_of_the_name() -> None:
    text = PEOPLE + "“We waited,” said Captain Marsh."
    at = quotations(text)[0].speaker_at
    assert at is not None
    assert text[at.start : at.end] == "Marsh"


def test_a_name_in_a_caption_is_not_the_last_person_spoken_of() -> None:
    from reader.articles.article import Block
    from reader.articles.quotations import quotations_in

    parts = ["Ada Quill runs the ferry.", "Eva Stone on the quay", "“We waited,” she said."]
    text = "\n\n".join(parts)
    places = [text.index(part) for part in parts]
    kinds = ("paragraph", "caption", "paragraph")
    blocks = [Block(kind, at, at + len(part)) for kind, at, part in zip(kinds, places, parts, strict=True)]  # type: ignore[arg-type]
    assert [quotation.speaker for quotation in quotations_in(text, blocks)] == ["Ada Quill"]


def test_a_name_in_a_quotation_is_not_the_speaker() -> None:
    assert speakers("“I saw Bo Marsh and Bo said it was late,” said Ada Quill.") == ["Ada Quill"]
