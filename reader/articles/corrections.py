"""What the user says better: this block is furniture, that one is not; the byline is another.

A block is known by its own words and by those around it, so that a correction holds when the page is fetched again and
something else on it has changed. The text itself is never touched.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from reader.articles.article import Article, Block, BlockKind

RULE: Final = "corrected"
"""The rule of a block whose kind was corrected."""
DIGITS: Final = 12
"""Hexadecimal digits that stand for the words of one block: enough for a text of a million of them."""
PARTICULARS: Final = ("title", "byline", "outlet", "published", "language")
"""The particulars that can be corrected."""


@dataclass(frozen=True, slots=True)
class Correction:
    """All that was corrected in one article, to be kept: kinds by fingerprint, particulars by name.

    A particular that is ``None`` was said to be unknown; one that is not there was not corrected.
    """

    verdicts: Mapping[str, BlockKind] = field(default_factory=dict)
    particulars: Mapping[str, str | None] = field(default_factory=dict)

    def with_verdict(self, fingerprint: str, kind: BlockKind) -> Correction:
        """The same with one block's kind corrected."""
        return replace(self, verdicts={**self.verdicts, fingerprint: kind})

    def with_particular(self, name: str, value: str | None) -> Correction:
        """The same with one particular corrected. ``ValueError`` where there is no such particular."""
        if name not in PARTICULARS:
            raise ValueError(f"no particular is called {name!r}")
        return replace(self, particulars={**self.particulars, name: value})

    def without_verdict(self, fingerprint: str) -> Correction:
        """The same with the program's own verdict on a block again."""
        return replace(self, verdicts={key: kind for key, kind in self.verdicts.items() if key != fingerprint})


def fingerprint(article: Article, at: int) -> str:
    """What the block at position ``at`` is known by: its words, and those of the blocks before and after it."""
    return "-".join(_prints(article)[at])


def corrected(article: Article, verdicts: Mapping[str, BlockKind], particulars: Mapping[str, str | None]) -> Article:
    """The article as the user wants it. What no longer finds its block is passed over.

    A block is found by its own words; where several have the same, by the words beside it, and where these have changed
    too, not at all.
    """
    changed = _with_verdicts(article, verdicts) if verdicts else article
    known = {name: value for name, value in particulars.items() if name in PARTICULARS}
    title = next((changed.text[block.start : block.end] for block in changed.blocks if _is_new_title(block)), None)
    if title is not None:
        known.setdefault("title", " ".join(title.split()))
    if not known:
        return changed
    about = replace(changed.particulars, **known)  # type: ignore[arg-type]
    if "title" in known:
        about = replace(about, title_guessed=known["title"] is None)
    if "published" in known:
        about = replace(about, published_guessed=False)
    evidence = tuple(each for each in changed.evidence if each.particular not in known)
    return replace(changed, particulars=about, evidence=evidence)


def _is_new_title(block: Block) -> bool:
    return block.kind == "title" and block.rule == RULE


def _with_verdicts(article: Article, verdicts: Mapping[str, BlockKind]) -> Article:
    prints = _prints(article)
    places: dict[str, list[int]] = {}
    for place, (words, _, _) in enumerate(prints):
        places.setdefault(words, []).append(place)
    blocks = list(article.blocks)
    for wanted, kind in verdicts.items():
        at = _found(wanted, prints, places)
        if at is None or blocks[at].rule == "front matter":
            continue
        if kind == "title":
            _demote(blocks)
        blocks[at] = replace(blocks[at], kind=kind, rule=RULE)
    if tuple(blocks) == article.blocks:
        return article
    from reader.articles.build import with_blocks  # most start without a correction, and need not wait for it

    return with_blocks(article, blocks)


def _demote(blocks: list[Block]) -> None:
    """An article has one title: what was held for it becomes a heading."""
    for at, block in enumerate(blocks):
        if block.kind == "title":
            blocks[at] = replace(block, kind="heading", rule=RULE, level=max(1, block.level))


def _found(wanted: str, prints: list[tuple[str, str, str]], places: Mapping[str, list[int]]) -> int | None:
    words, _, beside = wanted.partition("-")
    before, _, after = beside.partition("-")
    candidates = places.get(words, [])
    if len(candidates) == 1:
        return candidates[0]
    like = [(int(prints[at][1] == before) + int(prints[at][2] == after), -at) for at in candidates]
    best = max(like, default=(0, 0))
    return -best[1] if best[0] else None


def _prints(article: Article) -> list[tuple[str, str, str]]:
    """For each block the prints of its own words, of those before and of those after."""
    own = [_print(article.text, block) for block in article.blocks]
    return [(mine, own[at - 1] if at else "", own[at + 1] if at + 1 < len(own) else "") for at, mine in enumerate(own)]


def _print(text: str, block: Block) -> str:
    words = " ".join(text[block.start : block.end].split())
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]
