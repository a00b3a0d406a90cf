"""Furniture that is learnt from several articles at once: lines that one outlet prints again and again.

Two axes: what repeats within an outlet is furniture, what repeats across outlets is a source that they share, and is
left alone. Two versions of one article repeat each other as a whole and teach nothing. Where an outlet is not known,
the host in the path stands for it; a plain folder may hold anything, so from there only short lines outside the text
are learnt.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from reader.articles.article import UNDIVIDED, Article, Block
from reader.articles.build import with_blocks
from reader.articles.corrections import RULE as CORRECTED
from reader.articles.headline import is_prose

RULE: Final = "repeated in this outlet"
AT_THE_EDGE: Final = 2
"""Articles of one outlet that must have a short line before the first paragraph or after the last one."""
WITHIN: Final = 3
"""Articles that must have it where it stands between paragraphs: two may share a subhead."""
AS_PROSE: Final = 4
"""Articles that must have a whole sentence: reporters repeat their background, but not so often word for word."""
IN_A_FOLDER: Final = 3
"""Articles of one folder that must have a short line at the edge, where neither outlet nor host is known."""
VERSIONS: Final = 0.5
"""The share of a text's paragraphs that another has too above which the two are versions of one article."""
LONGEST: Final = 600
"""Code points: longer blocks are not learnt."""
LEAST: Final = 3
"""Code points: shorter ones neither."""
PASSED_OVER: Final = frozenset(("code", UNDIVIDED, "byline", "date", "front matter", "rule"))
"""Rules of blocks that teach nothing. Furniture does: what one article shows to be furniture counts for the others."""

_HOST: Final = re.compile(r"(?:[\w-]+\.)+[a-z]{2,12}")
_QUOTED: Final = re.compile('[“”„«»"「『]')
_FILES: Final = frozenset(("txt", "text", "md", "markdown", "html", "htm", "xhtml", "json", "xml", "eml", "gz", "zip"))


class _Line(NamedTuple):
    """A block that may be learnt: where it is and how sure one has to be."""

    article: int
    block: int
    needed: int = AS_PROSE
    at_the_edge: bool = False


def learned(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The same articles, in their order, with what their outlets repeat marked as furniture."""
    groups = [_group(article) for article in articles]
    if len(set(groups)) == len(groups):
        return tuple(articles)
    repeated = _repeated(articles, groups)
    if not repeated:
        return tuple(articles)
    concerned = {place.article for places in repeated.values() for place in places}
    versions = _versions(articles, concerned)
    texts = {at: _between(articles[at]) for at in concerned}
    marked: dict[int, set[int]] = defaultdict(set)
    for (group, _), places in repeated.items():
        judged = [_judged(articles[place.article], place, texts[place.article]) for place in places]
        for place in _learnt(group, judged, versions):
            marked[place.article].add(place.block)
    return tuple(
        _with_furniture(article, marked[at]) if at in marked else article for at, article in enumerate(articles)
    )


def _group(article: Article) -> str:
    """The outlet, else the host in the path, else the folder."""
    if article.particulars.outlet:
        return f"outlet {article.particulars.outlet.casefold()}"
    folders = re.split(r"[/\\]", article.path)[:-1]
    for part in folders:
        if _HOST.fullmatch(part.lower()) and part.lower().rsplit(".", 1)[1] not in _FILES:
            return f"host {part.lower().removeprefix('www.')}"
    return f"folder {'/'.join(folders)}"


def _repeated(articles: Sequence[Article], groups: Sequence[str]) -> dict[tuple[str, str], list[_Line]]:
    """The lines that several articles of one group have and no other outlet has, by group and words."""
    found: dict[str, dict[str, list[_Line]]] = defaultdict(lambda: defaultdict(list))
    for number, article in enumerate(articles):
        for at, block in enumerate(article.blocks):
            if block.kind in ("title", "blockquote") or block.rule in PASSED_OVER:
                continue
            if LEAST <= block.end - block.start <= LONGEST:
                words = " ".join(article.text[block.start : block.end].split()).casefold()
                found[words][groups[number]].append(_Line(number, at))
    return {
        (group, words): places
        for words, by_group in found.items()
        if sum(not group.startswith("folder ") for group in by_group) <= 1 and not _QUOTED.search(words)
        for group, places in by_group.items()
        if len({place.article for place in places}) > 1
    }


def _judged(article: Article, place: _Line, text: tuple[int, int]) -> _Line:
    """The place with how many articles it takes there. ``text``: the article's first and last paragraph."""
    block = article.blocks[place.block]
    if is_prose(article.text[block.start : block.end]):
        return place._replace(needed=AS_PROSE)
    edge = not text[0] < place.block < text[1]
    return place._replace(needed=AT_THE_EDGE if edge else WITHIN, at_the_edge=edge)


def _between(article: Article) -> tuple[int, int]:
    """The positions of the first and the last paragraph."""
    size = len(article.blocks)
    first = next((at for at in range(size) if _is_text(article.text, article.blocks[at])), size)
    last = next((at for at in range(size - 1, -1, -1) if _is_text(article.text, article.blocks[at])), -1)
    return first, last


def _is_text(text: str, block: Block) -> bool:
    return block.kind not in ("title", "furniture", "caption") and is_prose(text[block.start : block.end])


def _learnt(group: str, places: Sequence[_Line], versions: Mapping[int, int]) -> Iterable[_Line]:
    """The places of a line in one group that are furniture there."""
    folder = group.startswith("folder ")
    if folder:
        places = [place for place in places if place.at_the_edge and place.needed < AS_PROSE]
    if not places:
        return ()
    needed = max(IN_A_FOLDER if folder else 0, max(place.needed for place in places))
    # Versions of one article count once.
    return places if len({versions[place.article] for place in places}) >= needed else ()


def _versions(articles: Sequence[Article], among: Iterable[int]) -> dict[int, int]:
    """For each article the first of those that it is a version of, itself where it is none."""
    first_with: dict[str, int] = {}
    versions: dict[int, int] = {}
    for number in sorted(among):
        article = articles[number]
        prose = {
            " ".join(article.text[block.start : block.end].split()).casefold()
            for block in article.blocks
            if _is_text(article.text, block)
        }
        shared: dict[int, int] = defaultdict(int)
        for paragraph in prose:
            if paragraph in first_with:
                shared[first_with[paragraph]] += 1
        like, most = max(shared.items(), key=lambda each: each[1], default=(number, 0))
        versions[number] = versions[like] if most > VERSIONS * len(prose) else number
        for paragraph in prose:
            first_with.setdefault(paragraph, number)
    return versions


def _with_furniture(article: Article, places: set[int]) -> Article:
    blocks = tuple(
        replace(block, kind="furniture", rule=RULE)
        if at in places and block.kind != "furniture" and block.rule != CORRECTED
        else block
        for at, block in enumerate(article.blocks)
    )
    return article if blocks == article.blocks else with_blocks(article, blocks)
