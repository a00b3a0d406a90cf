"""An invented story in a few articles, small enough to know by heart, for the tests of the screens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.articles.article import Article
from reader.articles.build import build
from reader.library.shelf import Shelf, Unread

HERALD = """---
title: Lamp of Orrin Head goes dark in May
outlet: Orrin Herald
byline: Tamsin Vale
date: 2031-04-09
---

# Lamp of Orrin Head goes dark in May

The keepers were told at noon on Tuesday, in a letter of nine lines that nobody had signed.

The lamp at Orrin Head has burned every night since the winter of 1871, through two wars and one earthquake.

“No ship will be left without a light on this coast while I hold the office,” the harbour master said.

## What comes instead

The new beacon will stand on the outer mole and cost eleven million crowns over six years.

The council’s own engineers had asked for the old lamp to be kept as a spare in thick weather.

Fishermen at the lower quay shrugged, drank their tea and asked who would now ring the fog bell.

The last keeper will hand over the brass key in late August.
"""

DISPATCH = """---
title: A beacon for the outer mole
outlet: Coast Dispatch
date: 2031-04-10
---

# A beacon for the outer mole

The new beacon would stand on the outer mole and cost fourteen million crowns over six years.

The lamp at Orrin Head has burned every night since the winter of 1871, through two wars and one earthquake.

Old photographs of the headland hang in the ferry office, and nobody there can say who took them.

“No ship will be left without a light on this coast while I hold the office,” he told this newspaper.

The lamp at Orrin Head has burned every night since the winter of 1871, through two wars and one earthquake.
"""

OFFICE = """---
title: Statement on Orrin Head
outlet: Harbour Office
date: 2031-04-08
kind: press release
---

# Statement on Orrin Head

The office thanks the keepers for their service and wishes them well ashore.

“No ship will be left without a light on this coast while I hold the office,” said the harbour master.

The new beacon will stand on the outer mole and cost eleven million crowns over six years.
"""

GARDEN = """---
title: Beans before the frost
outlet: Allotment Quarterly
date: 2027-09-30
---

# Beans before the frost

Runner beans want string, patience and a bucket of well rotted manure under every pole.

Pick them young, on a dry morning, and freeze whatever the neighbours refuse, every night since the winter if need be.
"""

UNDATED = """Ropewalk, a memory

My grandmother walked backwards for a living, forty years along one shed, spinning tarred hemp.

She never told us what the work paid, only that the floor was warm in February.
"""


def article(text: str, path: str, *, markdown: bool = True) -> Article:
    """An article of this text, as if it had been read from a file."""
    return build(text, path=path, sha256=f"{len(text):064x}", markdown=markdown).article


def story() -> Shelf:
    """Five articles: three of one story, two of others; the first two share four passages, one of them twice."""
    return Shelf(
        (
            article(HERALD, "orrin/herald.md"),
            article(DISPATCH, "orrin/dispatch.md"),
            article(OFFICE, "orrin/office.md"),
            article(GARDEN, "garden.md"),
            article(UNDATED, "ropewalk.txt", markdown=False),
        ),
        (Unread("orrin/picture.md", "this is no text: it looks like a picture"),),
        ("2 files of other kinds passed over",),
    )


def shelf(*texts: str) -> Shelf:
    """Plain texts, one article each."""
    return Shelf(tuple(article(text, f"text-{number}.txt", markdown=False) for number, text in enumerate(texts)))


def long_text(paragraphs: int, words: Sequence[str] = ("tide", "gravel", "lantern", "oar", "salt")) -> str:
    """A title, and that many paragraphs of sixty words and more, each beginning with its number."""
    entries = (" ".join(words[(number + place) % len(words)] for place in range(60)) for number in range(paragraphs))
    return "\n\n".join([f"The {words[0]} book", *(f"Entry {number}. {entry}." for number, entry in enumerate(entries))])


def with_furniture(text: str, *beginnings: str) -> Article:
    """A plain text in which the blocks that begin so are furniture."""
    one = article(text, "page.txt", markdown=False)
    blocks = tuple(
        replace(block, kind="furniture", rule="newsletter") if text.startswith(beginnings, block.start) else block
        for block in one.blocks
    )
    return replace(one, blocks=blocks)
