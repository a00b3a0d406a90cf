"""What became of a press release: each of its sentences, and how others print it, or that they do not.

It reads a comparison in which the release is the first article; what is no passage there is not printed here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from reader.articles.article import Article, Block
from reader.articles.speech.sentences import sentence_starts
from reader.compare.changes import printed_words
from reader.compare.comparison import Comparison, Edit, Passage, Voice
from reader.text.spans import Span

Printing = Literal["verbatim", "altered", "in part"]
"""*in part*: none of the words was changed, and some at the beginning or the end are not there."""

LEAST_SHARE: Final = 0.25
"""Share of a sentence's words that must be there, so that it is the sentence that was printed and no piece of it."""
SENTENCES: Final = ("paragraph", "list-item", "blockquote", "dek")
QUOTED_WORDS: Final = 5
"""Words in quotation marks from which a sentence is a quotation with its tag."""
_FEWEST: Final = 3
"""Words of a sentence; a line of fewer ("Notes to editors") is none."""


@dataclass(frozen=True, slots=True)
class Print:
    """How one article prints a sentence."""

    article: int
    printing: Printing
    voice: Voice | None
    share: float
    """Of the sentence's words, 0 to 1; of a quotation with its tag, of the words in quotation marks."""
    span: Span
    """Where it stands in that article."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the release, with the articles that print it, in order."""

    number: int
    span: Span
    prints: tuple[Print, ...]

    def by(self, article: int) -> Print | None:
        """How an article prints it."""
        return next((each for each in self.prints if each.article == article), None)


def coverage(articles: Sequence[Article], comparison: Comparison) -> tuple[Sentence, ...]:
    """The sentences of the first article, and how the others print them."""
    return tuple(
        Sentence(number, span, tuple(_prints(articles, comparison.passages, span)))
        for number, span in enumerate(sentences_of(articles[0]), 1)
    )


def sentences_of(article: Article) -> Iterator[Span]:
    """The sentences of an article's paragraphs, without titles, headings, captions and furniture."""
    for block in article.blocks:
        if block.kind in SENTENCES:
            yield from _sentences(article, block)


def _sentences(article: Article, block: Block) -> Iterator[Span]:
    text = article.text
    closed = [quotation.end + 1 for quotation in article.quotations if block.start <= quotation.end < block.end]
    starts = sentence_starts(text, block.start, block.end, closed)
    for start, end in zip(starts, [*starts[1:], block.end], strict=True):
        span = Span(start, start + len(text[start:end].rstrip()))
        if len(printed_words(text, span)) >= _FEWEST:
            yield span


def _prints(articles: Sequence[Article], passages: Sequence[Passage], sentence: Span) -> Iterator[Print]:
    wanted = _what_counts(articles[0], sentence)
    words = [Span(word.start, word.end) for span in wanted for word in printed_words(articles[0].text, span)]
    for article in range(1, len(articles)):
        found = [each for passage in passages for each in _places(articles, passage, article, sentence, words)]
        if found:
            kept = set[Span]().union(*(each.words for each in found))
            share = len(kept) / len(words)
            if share >= LEAST_SHARE:
                yield _print(article, found, words, share)


@dataclass(frozen=True, slots=True)
class _Place:
    """Words of a sentence that one passage has in another article."""

    words: frozenset[Span]
    is_changed: bool
    voice: Voice | None
    span: Span


def _what_counts(release: Article, sentence: Span) -> list[Span]:
    """The words in quotation marks where a sentence is a quotation with its tag, which anybody writes; else all."""
    quoted = [
        Span(max(q.start, sentence.start), min(q.end, sentence.end))
        for q in release.quotations
        if q.kind == "direct" and q.span.touches(sentence)
    ]
    words = sum(len(printed_words(release.text, span)) for span in quoted)
    return quoted if words >= QUOTED_WORDS else [sentence]


def _places(
    articles: Sequence[Article], passage: Passage, article: int, sentence: Span, words: Sequence[Span]
) -> Iterator[_Place]:
    """What a passage has of a sentence in an article; every place, where it stands there more than once."""
    own = [at for at, place in enumerate(passage.occurrences) if place.article == 0 and place.span.touches(sentence)]
    for changes in passage.changes if own else ():
        place = passage.occurrences[changes.occurrence]
        if place.article != article:
            continue
        if changes.against not in own:  # the release says it twice: this is the other time
            kept = frozenset(word for word in words if word.within(passage.occurrences[own[0]].span))
            yield _Place(kept, passage.kind == "altered", place.voice, place.span)
            continue
        inside = [edit for edit in changes.edits if _touches(edit, words)]
        equal = [edit for edit in inside if edit.op == "equal"]
        kept = frozenset(word for word in words for edit in equal if word.within(Span(*edit[1:3])))
        if kept:
            span = _facing(articles[article].text, equal, words)
            first, last = equal[0].against_start, equal[-1].against_end
            changed = any(
                edit.op != "equal" and first < edit.against_end and edit.against_start < last for edit in changes.edits
            )
            yield _Place(kept, changed, place.voice, span)


def _touches(edit: Edit, words: Sequence[Span]) -> bool:
    return edit.against_start < words[-1].end and words[0].start < edit.against_end


def _facing(text: str, equal: Sequence[Edit], words: Sequence[Span]) -> Span:
    """What stands there for the words of the sentence: equal words are cut where the sentence begins or ends."""
    start = equal[0].start + max(0, words[0].start - equal[0].against_start)
    end = equal[-1].end - max(0, equal[-1].against_end - words[-1].end)
    start = min(start, equal[0].end)
    return Span(start, start + len(text[start:end].rstrip(' \n\u00a0"”’»,')))


def _print(article: int, found: Sequence[_Place], words: Sequence[Span], share: float) -> Print:
    """The fullest of the places speaks for all."""
    best = max(found, key=lambda each: (len(each.words), not each.is_changed))
    whole: Printing = "verbatim" if len(best.words) == len(words) else "in part"
    return Print(article, "altered" if best.is_changed else whole, best.voice, share, best.span)
