"""How long a whole shelf takes until it is known which articles share words, and how many planted pairs are found.

    python benchmarks/shelf.py [--articles 1000 10000] [--repeats 3] [--json]

The shelf is made here: articles of about 5 KB in stories of twenty, words drawn by rank from 60,000 forms (frequency
one over rank, as in news), names that a story keeps using, stock phrases that all use, one article in fifty a copy with
a few words changed, and in every second article a sentence from another one of its story, after one of the eight kinds
of edit of benchmarks/matching.py. *Found* is the share of planted pairs for which there is evidence at the planted
place.

The floor is what cannot be left out: each character read once, each word hashed once, all prints sorted once; it is
measured in the same run, with the same arrays. Peak memory is that of this process, articles included.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from matching import KINDS, as_article, edited

from reader.articles.article import Article
from reader.compare.prints import print_hashes
from reader.compare.rarity import document_frequencies
from reader.compare.survey import Survey
from reader.compare.tokens import tokens
from reader.compare.vocabulary import Vocabulary
from reader.text.spans import Span

STORY = 20
WORDS = 720
FORMS = 60_000
_SYLLABLES = ("ka", "lo", "min", "ter", "ves", "dra", "po", "shi", "gan", "rel", "tu", "bor", "ne", "fal", "qui", "zem")


def forms(rng: random.Random) -> list[str]:
    """Words, the most frequent first: those of the table of rarities, then invented ones."""
    known = document_frequencies()
    words = sorted((word for word in known if word.isalpha()), key=lambda word: -known[word])
    seen = set(words)
    while len(words) < FORMS:
        word = "".join(rng.choices(_SYLLABLES, k=rng.randrange(2, 5)))
        if word not in seen:
            seen.add(word)
            words.append(word)
    return words


@dataclass(frozen=True)
class Planted:
    """Words of one article put into another after an edit; positions on the shelf and the places of the words."""

    kind: str
    source: int
    target: int
    at: tuple[int, int]


@dataclass(frozen=True)
class MadeShelf:
    """Articles, and what was planted in them."""

    articles: list[Article]
    planted: list[Planted]
    copies: int


class Maker:
    """Makes shelves from a seed."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        self.draws = np.random.default_rng(seed)
        self.words = forms(self.rng)
        share = 1 / (np.arange(FORMS) + 2.7)
        self.ranks = np.cumsum(share / share.sum())
        self.stock = [self.drawn(self.rng.randrange(4, 9)) for _ in range(300)]
        usual = 1 / (np.arange(300) + 5.0)
        self.usual = np.cumsum(usual / usual.sum())

    def drawn(self, count: int) -> list[str]:
        """Words by frequency."""
        at = np.minimum(np.searchsorted(self.ranks, self.draws.random(count)), FORMS - 1)
        return [self.words[place] for place in at.tolist()]

    def sentence(self, names: Sequence[str]) -> str:
        """A sentence of 10 to 30 words; one in four with a name, one in six with a stock phrase."""
        words = self.drawn(self.rng.randrange(10, 30))
        if self.rng.random() < 0.25:
            words.insert(self.rng.randrange(len(words)), self.rng.choice(names))
        if self.rng.random() < 0.16:
            at = int(np.searchsorted(self.usual, self.rng.random()))
            words[len(words) // 2 : len(words) // 2] = self.stock[min(at, 299)]
        return " ".join(words).capitalize() + "."

    def fresh(self) -> str:
        """One word by frequency."""
        return self.drawn(1)[0]

    def shelf(self, articles: int) -> MadeShelf:
        """Stories of twenty articles until there are enough."""
        out: list[Article] = []
        planted: list[Planted] = []
        copies = 0
        while len(out) < articles:
            names = [" ".join(word.capitalize() for word in self.drawn(2)) for _ in range(8)]
            story: list[list[str]] = []
            for _ in range(min(STORY, articles - len(out))):
                if story and self.rng.random() < 0.02:
                    sentences = list(self.rng.choice(story))
                    sentences[-1] = self.sentence(names)
                    copies += 1
                else:
                    sentences = self._sentences(names)
                mark = None
                if len(story) > 1 and self.rng.random() < 0.5:
                    mark = self._plant(story, sentences, len(out))
                story.append(sentences)
                article = as_article(
                    str(len(out)), [" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3)]
                )
                if mark is not None:
                    kind, source, words = mark
                    start = article.text.index(words)
                    planted.append(Planted(kind, source, len(out), (start, start + len(words))))
                out.append(article)
        return MadeShelf(out, planted, copies)

    def _sentences(self, names: Sequence[str]) -> list[str]:
        out: list[str] = []
        words = 0
        while words < WORDS:
            out.append(self.sentence(names))
            words += out[-1].count(" ") + 1
        return out

    def _plant(self, story: list[list[str]], into: list[str], number: int) -> tuple[str, int, str]:
        source = self.rng.randrange(len(story))
        kind = self.rng.choice(KINDS)
        sentence = max(self.rng.sample(story[source], 3), key=len).rstrip(".")
        words = edited(kind, sentence, self.rng, self.fresh)
        into.insert(self.rng.randrange(len(into)), f"“{words},” they said.")
        return kind, number - len(story) + source, words


@dataclass(frozen=True)
class Measured:
    """Seconds, megabytes and shares for one size."""

    articles: int
    characters: int
    seconds: float
    spread: tuple[float, float]
    floor: float
    peak: float
    articles_alone: float
    findings: int
    pairs: int
    copies: tuple[int, int]
    """Found, planted."""
    found: dict[str, float]
    """Share of planted pairs by kind of edit, and of all."""


def surveyed(articles: Sequence[Article]) -> tuple[float, list[Any], dict[int, int]]:
    """Seconds, the findings of all steps, and what is a copy of what."""
    start = time.perf_counter()
    found, copies = [], {}
    for step in Survey(Vocabulary()).add(articles):
        if len(step.findings):
            found.append(step.findings)
        copies.update(dict(step.copies))
    return time.perf_counter() - start, found, copies


def share_found(shelf: MadeShelf, found: list[Any], copies: dict[int, int]) -> dict[str, float]:
    """Of the planted pairs, how many have evidence where they were planted; copies are asked for by their original."""
    places: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for part in found:
        for first, second, a, a_end, b, b_end in zip(
            *(getattr(part, name).tolist() for name in ("first", "second", "a", "a_end", "b", "b_end")), strict=True
        ):
            places.setdefault((first, second), []).append((b, b_end))
            places.setdefault((second, first), []).append((a, a_end))
    hits: dict[str, list[bool]] = {}
    for case in shelf.planted:
        source, target = copies.get(case.source, case.source), copies.get(case.target, case.target)
        if source == target:
            continue
        if target == case.target:
            starts = tokens(shelf.articles[target].text, [Span(0, len(shelf.articles[target].text))]).starts
            first, last = np.searchsorted(starts, case.at).tolist()
            hit = any(begin < last and first < end for begin, end in places.get((source, target), ()))
        else:
            hit = (source, target) in places
        hits.setdefault(case.kind, []).append(hit)
    out = {kind: statistics.fmean(hits[kind]) for kind in KINDS if kind in hits}
    out["all"] = statistics.fmean(hit for each in hits.values() for hit in each)
    return out


def floor(articles: Sequence[Article]) -> float:
    """Seconds to read every character, hash every word and sort one number a word."""
    texts = ["\n".join(article.text for article in articles[at : at + 100]) for at in range(0, len(articles), 100)]
    start = time.perf_counter()
    total = 0
    hashes = []
    for text in texts:
        codes = np.frombuffer(text.encode("utf-32-le"), np.uint32)
        total += int((codes > 64).sum())
        words = len(text) // 6
        hashes.append(print_hashes(np.arange(words)))
    np.sort(np.concatenate(hashes))
    return time.perf_counter() - start


def megabytes() -> float:
    """Peak memory of this process so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measured(count: int, repeats: int) -> Measured:
    """One size, a few times."""
    shelf = Maker(count).shelf(count)
    before = megabytes()
    times = []
    for _ in range(repeats):
        seconds, found, copies = surveyed(shelf.articles)
        times.append(seconds)
    peak = megabytes()
    pairs = sum(len(np.unique(part.first * count + part.second)) for part in found)
    return Measured(
        articles=count,
        characters=sum(len(article.text) for article in shelf.articles),
        seconds=statistics.median(times),
        spread=(min(times), max(times)),
        floor=floor(shelf.articles),
        peak=peak,
        articles_alone=before,
        findings=sum(map(len, found)),
        pairs=pairs,
        copies=(len(copies), shelf.copies),
        found=share_found(shelf, found, copies),
    )


def main() -> None:
    """Measure, and print what was measured."""
    parser = argparse.ArgumentParser(description="How long a whole shelf takes.")
    parser.add_argument("--articles", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--json", action="store_true", help="print one JSON object a size")
    chosen = parser.parse_args()
    for count in chosen.articles:
        row = measured(count, chosen.repeats)
        if chosen.json:
            print(json.dumps(vars(row)))
            continue
        low, high = row.spread
        print(f"{row.articles:,} articles, {row.characters / 1e6:.1f} million characters")
        each = row.seconds / row.characters * 1e6
        print(f"  evidence {row.seconds:.2f} s ({low:.2f} to {high:.2f}), {each:.3f} s a million;")
        print(f"  floor {row.floor:.2f} s: we take {row.seconds / row.floor:.1f} times that")
        print(f"  peak memory {row.peak:.0f} MB, of which {row.articles_alone:.0f} MB with the articles alone")
        print(f"  {row.findings:,} findings in {row.pairs:,} pairs; copies {row.copies[0]} for {row.copies[1]} made")
        print("  planted pairs found: " + ", ".join(f"{kind} {share:.3f}" for kind, share in row.found.items()))


if __name__ == "__main__":
    main()
