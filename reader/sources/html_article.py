"""Which words of a page are its article: what trafilatura extracts, and what stands beside that in the same kind of
place.

Of two extractions the precise one is taken, unless it has under half of the other's words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import accumulate, islice
from typing import TYPE_CHECKING, Any, Final

from reader.sources.html_text import Worded, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_SPEAKING: Final = ("trafilatura", "htmldate", "justext", "courlan", "charset_normalizer", "readability.readability")
_MISTAKES: Final = (
    ValueError, TypeError, AttributeError, IndexError, KeyError, RecursionError, AssertionError,
)  # fmt: skip
_WORD: Final = re.compile(r"\w+")
_DENSE: Final = re.compile("[\u3040-\u9fff\uac00-\ud7af]")
_NO_LETTER: Final = re.compile(r"\W+")
_HEADINGS: Final = ("h2", "h3", "h4")
_NOT_A_PLACE: Final = frozenset(("p", "ul", "ol", "li", "blockquote", "span", "font", "b", "i", "em", "strong", "a"))
PROSE: Final = 10
"""Words of a paragraph that is no caption, label or teaser."""
ARTICLE: Final = 150
"""Words with which an article on a page is one, and not told of in a few lines."""
_BESIDE: Final = re.compile(
    "caption|credit|gallery|carousel|slide|promo|related|teaser|newsletter|share", re.IGNORECASE
)
MOST_LINKED: Final = 0.2
"""The share of its letters that are links, with which a paragraph is one of an article."""
SHORT: Final = 40
"""Letters: what is shorter may stand on a page more than once."""
NEAR: Final = 2000
"""Letters behind the last paragraph in which the next one is looked for first."""
MOST_PARAGRAPHS: Final = 3000
"""On a page with more of them, what was extracted is left as it is."""
MOSTLY: Final = 0.5
"""The share of an extracted text that stands in one kind of place, where that is the place of the article."""


def count(text: str) -> int:
    """Words; of a script without blanks between words, characters over two."""
    return len(_WORD.findall(text)) + len(_DENSE.findall(text)) // 2


def article_in(root: HtmlElement, everything: Worded) -> Worded:
    """The article's text in a page, ``everything`` in which is given too."""
    worded = _extracted(root, precise=True)
    if 2 * count(worded.text) < _words_of_prose(everything.text):  # else the other one cannot have twice as much
        other = _extracted(root, precise=False)
        worded = other if 2 * count(worded.text) < count(other.text) else worded
    if not worded.text:
        return everything if count(everything.text) < 400 else worded
    paragraphs = sum(1 for _ in root.iter("p", "li"))
    return worded if paragraphs > MOST_PARAGRAPHS else _completed(worded, root)


def leave_out_others(root: HtmlElement, title: str | None) -> None:
    """Takes the articles off a page that follow the one with this title, each with a headline of its own.

    Pages that load the next article as one reads on are saved with it.
    """
    headlines = {
        article: letters_of(headline.text_content())
        for article in root.iter("article")
        if (headline := article.find(".//h1")) is not None and count(article.text_content()) >= ARTICLE
    }
    own = [article for article, headline in headlines.items() if headline == letters_of(title or "")]
    for article in headlines if len(own) == 1 else ():
        if article is not own[0] and not {article, own[0]} & {*article.iterancestors(), *own[0].iterancestors()}:
            article.drop_tree()


def found_about(root: HtmlElement) -> Any:
    """What trafilatura finds out about a page; ``None`` where it fails."""
    from trafilatura import extract_metadata

    _hush()
    try:
        return extract_metadata(deepcopy(root))
    except _MISTAKES:
        return None


def _extracted(root: HtmlElement, *, precise: bool) -> Worded:
    from trafilatura import bare_extraction

    _hush()
    try:
        found: Any = bare_extraction(deepcopy(root), favor_precision=precise, include_comments=False)
    except _MISTAKES:
        return Worded()
    return Worded() if found is None or found.body is None else text_of(found.body, tei=True)


def _hush() -> None:
    """Nothing but the interface writes to a terminal."""
    import logging

    for name in _SPEAKING:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def _words_of_prose(text: str) -> int:
    return sum(words for words in map(count, text.split("\n")) if words >= PROSE)


@dataclass(slots=True)
class _Missing:
    """A paragraph or heading that was not extracted. ``after`` is the number of extracted lines in front of it."""

    text: str
    is_heading: bool
    after: int
    found_before: int


@dataclass(slots=True)
class _Place:
    """A container of paragraphs. ``found`` are words in it that were extracted; ``kind`` is what its like have too."""

    kind: tuple[str | None, ...]
    within: HtmlElement | None
    found: int = 0
    missing: list[_Missing] = field(default_factory=list)

    def between(self) -> list[_Missing]:
        """What is missing between paragraphs that were found, and is as long as such, with the headings above."""
        kept: list[_Missing] = []
        below: _Missing | None = None
        for one in reversed(self.missing):
            is_next = below is not None and below.after == one.after and not below.is_heading
            if 0 < one.found_before < self.found and (is_next if one.is_heading else count(one.text) >= PROSE):
                kept.append(one)
                below = one
        return kept[::-1]


def _completed(worded: Worded, root: HtmlElement) -> Worded:
    """The extracted text, with what was passed over in the containers that are like the one with most of it."""
    lines = worded.text.split("\n")
    places = _places(root, lines)
    words: dict[tuple[str | None, ...], int] = defaultdict(int)
    for place in places:
        words[place.kind] += place.found
    kind = max(words, key=lambda kind: words[kind], default=())
    if not any(kind[1::2]) or words[kind] < MOSTLY * count(worded.text):
        return worded
    alike = [place for place in places if place.kind == kind]
    around = {place.within for place in alike if place.found}
    added: list[_Missing] = []
    for place in alike:
        if place.found:
            added += place.between()
        elif place.within in around and any(count(one.text) >= PROSE for one in place.missing):
            added += place.missing
    headings = worded.headings | {one.text for one in added if one.is_heading}
    for at in sorted({one.after for one in added}, reverse=True):
        lines[at:at] = [part for one in added if one.after == at for part in ("", one.text, "")]
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
    return Worded(text, headings)


def _places(root: HtmlElement, lines: list[str]) -> list[_Place]:
    """The containers of the paragraphs on a page, in their order, compared with the ``lines`` that were extracted.

    A line that lost the words of a link is made whole.
    """
    letters = [letters_of(line) for line in lines]
    ends = list(accumulate(map(len, letters)))
    joined = "".join(letters)
    places: dict[HtmlElement, _Place] = {}
    at = 0
    for element, text in _paragraphs(root):
        container = next((up for up in element.iterancestors() if up.tag not in _NOT_A_PLACE), root)
        place = places.get(container)
        if place is None:
            place = places[container] = _Place(_kind_of(container), _article_around(container))
        wanted = letters_of(text)
        found = joined.find(wanted, at, at + len(wanted) + NEAR)
        found = joined.find(wanted) if found < 0 else found
        if found >= 0:
            place.found += count(text)
            at = found + len(wanted) if len(wanted) > SHORT else at
        elif (cut := _cut(text, lines, bisect_right(ends, at))) is not None:
            lines[cut] = text
            place.found += count(text)
            at = ends[cut]
        elif not _is_beside(element, len(text)):
            place.missing.append(_Missing(text, element.tag in _HEADINGS, bisect_right(ends, at), place.found))
    return list(places.values())


def _paragraphs(root: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    for element in root.iter("p", "li", *_HEADINGS):
        if element.tag != "li" or element.find(".//p") is None:
            text = " ".join(element.text_content().split())
            if text and (element.tag != "p" or count(text) >= PROSE // 2):
                yield element, text


def _kind_of(container: HtmlElement) -> tuple[str | None, ...]:
    above = container.getparent()
    return (
        container.tag,
        container.get("class"),
        *((None, None) if above is None else (above.tag, above.get("class"))),
    )


def _article_around(container: HtmlElement) -> HtmlElement | None:
    return next((up for up in container.iterancestors() if up.tag in ("article", "main")), None)


def _cut(text: str, lines: list[str], at: int) -> int | None:
    """The number of the extracted line, at ``at`` or next to it, that is a paragraph without some words within it."""
    words = text.split()
    for number in range(at, min(at + 4, len(lines)) if len(words) >= PROSE else 0):
        kept = lines[number].removeprefix("- ").split()
        is_shorter = kept[:2] == words[:2] and len(words) < 2 * len(kept) < 2 * len(words)
        if is_shorter and sum((Counter(kept) - Counter(words)).values()) <= len(kept) // 10:
            return number
    return None


def _is_beside(element: HtmlElement, length: int) -> bool:
    """Whether a paragraph is a caption, or much of it is links."""
    linked = sum(len(link.text_content()) for link in element.iter("a"))
    places = (element, *islice(element.iterancestors(), 3))
    return linked > MOST_LINKED * length or any(_BESIDE.search(up.get("class") or "") for up in places)


def letters_of(text: str) -> str:
    """The letters and digits of a text, without case."""
    return _NO_LETTER.sub("", text.casefold())
