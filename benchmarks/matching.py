"""How well passages are found, on text that this file makes itself.

    python benchmarks/matching.py [--part development|test] [--cases N] [--json]

*Quality*: sentences of one made-up article are planted in another after one of eight kinds of edit, half of them as
quotations, at known offsets. Precision, recall, granularity and plagdet are those of Potthast, Stein, Barrón-Cedeño and
Rosso, "An Evaluation Framework for Plagiarism Detection" (2010), over characters; *full recall* is the share of planted
passages of which nine tenths of the characters are covered on both sides. *Clean pairs* have nothing planted: what is
reported there is a false report.

*Long texts*: two of 8,000 words, into the second of which three stretches of 40 to 300 words of the first are put
unchanged, in the middle of its paragraphs.

The prose is drawn from word frequencies: little words in grammatical frames, content words by rank, each article with a
topic of its own that pairs share. It reads like nothing, but repeats itself the way news does. The two parts differ in
seed only; look at the test part last.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from reader.articles.article import Article, Block
from reader.compare.matcher import Matcher
from reader.compare.rarity import document_frequencies

SEEDS = {"development": 20190722, "test": 20230123}
FULL = 0.9


# Prose ----------------------------------------------------------------------------------------------------------

FRAMES = (
    "the N V that the A N of the N would V the N",
    "a N of the N said the N had V in the N of N",
    "after N of A N , the N V to V the N",
    "it is the A N that V N , and the N V it",
    "N and N V in N for the first N since the N",
    "we V the N because we V that N is A",
    "there was no N for the A N , which V on the N",
    "the N V , but it has not V a N or a N",
    "according to the N , N has V more than NUM N in the N",
    "in the N , N V with N to V A N",
    "they had V NUM N to the N by the end of the N",
    "A N of this N should V the N before N",
    "N N , a N at the N of N , V the N as A",
    "what we V now is that N must V N , not N",
)


class Prose:
    """Sentences drawn by a seeded generator."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        stems = sorted(s for s in document_frequencies() if s.isalpha() and len(s) > 3)
        rng.shuffle(stems)
        self.words = stems
        self.ranks = list(accumulate(1 / (at + 20) for at in range(len(stems))))
        starts, ends = ("mar", "tol", "vex", "bran", "sil", "ost"), ("wick", "ano", "ette", "ley")
        self.names = [start + end for start in starts for end in ends]

    def topic(self) -> list[str]:
        """The words that an article keeps coming back to."""
        return self.rng.sample(self.words, 12) + [name.capitalize() for name in self.rng.sample(self.names, 3)]

    def word(self, topic: Sequence[str]) -> str:
        """A content word: one in five of the topic."""
        if self.rng.random() < 0.2:
            return self.rng.choice(topic)
        return self.rng.choices(self.words, cum_weights=self.ranks)[0]

    def sentence(self, topic: Sequence[str], frames: Sequence[str] = FRAMES) -> str:
        """One sentence, 12 to 40 words, with a full stop."""
        parts: list[str] = []
        for _ in range(self.rng.choice((1, 2, 2, 3))):
            if parts:
                parts.append(self.rng.choice((", and", ", while", "because", "; then")))
            for item in self.rng.choice(frames).split():
                if item in ("N", "V", "A"):
                    item = self.word(topic)
                elif item == "NUM":
                    item = str(self.rng.randrange(2, 900))
                parts.append(item)
        text = " ".join(parts).replace(" ,", ",").replace(" ;", ";")
        return text[0].upper() + text[1:] + "."

    def article(self, words: int, topic: Sequence[str] | None = None, frames: Sequence[str] = FRAMES) -> list[str]:
        """Sentences of about so many words together."""
        topic = topic or self.topic()
        out: list[str] = []
        while words > 0:
            out.append(self.sentence(topic, frames))
            words -= len(out[-1].split())
        return out


# Planting -------------------------------------------------------------------------------------------------------


def _changed(words: list[str], share: float, rng: random.Random, fresh: Callable[[], str]) -> list[str]:
    """A share of the words replaced (three in five), dropped, or with one put in front."""
    count = max(1, round(share * len(words)))
    at = set(rng.sample(range(len(words)), min(count, len(words))))
    out: list[str] = []
    for place, word in enumerate(words):
        if place not in at:
            out.append(word)
            continue
        kind = rng.random()
        if kind < 0.6:
            out.append(fresh())
        elif kind >= 0.8:
            out.extend((fresh(), word))
    return out or list(words)


def _typographic(text: str, rng: random.Random) -> str:
    text = text.replace("'", "’").replace(" - ", " — ").replace(", ", "\u00a0– ", 1)
    words = text.split(" ")
    at = rng.randrange(len(words))
    words[at] = words[at].upper()
    return " ".join(words).replace("; ", ";\u00a0")


def edited(kind: str, text: str, rng: random.Random, fresh: Callable[[], str]) -> str:
    """The words of ``text`` after one of the eight kinds of edit; where no blanks part them, every two letters."""
    words = text.split(" ")
    if len(words) == 1:
        units = " ".join(text[at : at + 2] for at in range(0, len(text), 2))
        return edited(kind, units, rng, fresh).replace(" ", "") if len(units) > 2 else text
    if kind == "typographic":
        return _typographic(text, rng)
    if kind == "small":
        return " ".join(_changed(words, 1.5 / len(words), rng, fresh))
    if kind == "15 % of words":
        return " ".join(_changed(words, 0.15, rng, fresh))
    if kind == "30 % of words":
        return " ".join(_changed(words, 0.30, rng, fresh))
    third = len(words) // 3
    if kind == "ellipsis":
        return " ".join([*words[:third], rng.choice(("…", "[...]", "...")), *words[-third:]])
    if kind == "attribution":
        said = f"{fresh().capitalize()} {fresh().capitalize()}, the {fresh()} of the {fresh()} {fresh()}"
        half = len(words) // 2
        return " ".join(words[:half]).rstrip(",;") + f",” said {said}, “" + " ".join(words[half:])
    if kind == "fragment":
        size = min(len(words), rng.randrange(6, 10))
        start = rng.randrange(len(words) - size + 1)
        return " ".join(words[start : start + size]).rstrip(",;")
    return text


KINDS = ("identical", "typographic", "small", "15 % of words", "30 % of words", "ellipsis", "attribution", "fragment")


class Case(NamedTuple):
    """A planted passage, or a report: code points in the source and in the target."""

    a: int
    a_end: int
    b: int
    b_end: int


@dataclass(frozen=True)
class Planted:
    """Two articles, and what was planted from the first in the second."""

    kind: str
    source: Article
    target: Article
    case: Case | None


def as_article(name: str, paragraphs: Sequence[str]) -> Article:
    """Paragraphs set as one text with a blank line between."""
    text, blocks = "", []
    for paragraph in paragraphs:
        blocks.append(Block("paragraph", len(text), len(text) + len(paragraph)))
        text += paragraph + "\n\n"
    return Article(id=name, path=name, text=text, blocks=tuple(blocks))


def _paragraphs(sentences: Sequence[str], rng: random.Random) -> list[str]:
    out: list[str] = []
    at = 0
    while at < len(sentences):
        size = rng.randrange(1, 5)
        out.append(" ".join(sentences[at : at + size]))
        at += size
    return out


def plant(
    kind: str, name: str, source: list[str], target: list[str], rng: random.Random, fresh: Callable[[], str]
) -> Planted:
    """A sentence of ``source``, edited, put among those of ``target``."""
    long_enough = [s for s in source if 12 <= len(s.split()) <= 45] or [max(source, key=len)]
    sentence = rng.choice(long_enough)
    words = sentence.rstrip(".")
    planted = edited(kind, words, rng, fresh)
    if rng.random() < 0.5 or kind in ("attribution", "fragment"):
        carrier = f"“{planted},” {fresh()} said." if kind != "fragment" else f"They called it “{planted}” on {fresh()}."
    else:
        carrier = planted + "."
    mixed = list(target)
    mixed.insert(rng.randrange(len(mixed) + 1), carrier)
    one = as_article(name + "a", _paragraphs(source, rng))
    two = as_article(name + "b", _paragraphs(mixed, rng))
    core = words
    if kind == "fragment":
        core = planted
    start, start_b = one.text.index(sentence), two.text.index(carrier) + carrier.index(planted)
    start += words.index(core)
    return Planted(kind, one, two, Case(start, start + len(core), start_b, start_b + len(planted)))


# Measures -------------------------------------------------------------------------------------------------------


def _union(ranges: Iterable[tuple[int, int]]) -> int:
    total = reached = 0
    for start, end in sorted(ranges):
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total


def _meets(one: Case, two: Case) -> bool:
    return one.a < two.a_end and two.a < one.a_end and one.b < two.b_end and two.b < one.b_end


def _cover(one: Case, others: Sequence[Case]) -> tuple[float, float]:
    a = _union((max(o.a, one.a), min(o.a_end, one.a_end)) for o in others)
    b = _union((max(o.b, one.b), min(o.b_end, one.b_end)) for o in others)
    return a / max(1, one.a_end - one.a), b / max(1, one.b_end - one.b)


def _share(one: Case, others: Sequence[Case]) -> float:
    a, b = _cover(one, others)
    size_a, size_b = one.a_end - one.a, one.b_end - one.b
    return (a * size_a + b * size_b) / max(1, size_a + size_b)


@dataclass(frozen=True)
class Figures:
    """plagdet and its parts, and full recall, over all cases of one kind."""

    plagdet: float
    precision: float
    recall: float
    granularity: float
    full: float


def figures(results: Sequence[tuple[Case, list[Case]]]) -> Figures:
    """Macro-averaged over cases and reports, as in Potthast et al. 2010."""
    recalls: list[float] = []
    precisions: list[float] = []
    hits: list[int] = []
    full = 0
    for case, reports in results:
        met = [report for report in reports if _meets(case, report)]
        recalls.append(_share(case, met) if met else 0.0)
        full += bool(met) and min(_cover(case, met)) >= FULL
        if met:
            hits.append(len(met))
        precisions.extend(_share(report, [case]) if _meets(case, report) else 0.0 for report in reports)
    recall = statistics.fmean(recalls)
    precision = statistics.fmean(precisions) if precisions else 0.0
    granularity = statistics.fmean(hits) if hits else 1.0
    both = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Figures(both / math.log2(1 + granularity), precision, recall, granularity, full / len(results))


def reports(matcher: Matcher, source: Article, target: Article) -> list[Case]:
    """Every pair of places, one in each article, that a passage puts together."""
    out = []
    for passage in matcher.compare((source, target)).passages:
        ours = [o for o in passage.occurrences if o.article == 0]
        theirs = [o for o in passage.occurrences if o.article == 1]
        out += [Case(x.start, x.end, y.start, y.end) for x in ours for y in theirs]
    return out


def quality(part: str, cases: int) -> dict[str, Figures]:
    """Figures by kind of edit."""
    rng = random.Random(SEEDS[part])
    prose = Prose(rng)
    out: dict[str, Figures] = {}
    for kind in KINDS:
        results = []
        for at in range(cases):
            topic = prose.topic()
            source, target = prose.article(600, topic), prose.article(600, topic)
            fresh = _fresh(prose, topic)
            planted = plant(kind, f"{kind}{at}", source, target, rng, fresh)
            if planted.case is not None:
                results.append((planted.case, reports(Matcher(), planted.source, planted.target)))
        out[kind] = figures(results)
    return out


def _fresh(prose: Prose, topic: Sequence[str]) -> Callable[[], str]:
    return lambda: prose.word(topic)


def clean(part: str, pairs: int, words: int) -> int:
    """Reports over pairs of articles on one topic with nothing planted; no frame is used on both sides, since two
    sentences of one frame do share their little words."""
    rng = random.Random(SEEDS[part] + 1)
    prose = Prose(rng)
    total = 0
    for at in range(pairs):
        topic = prose.topic()
        one, two = (
            as_article(f"{at}{side}", _paragraphs(prose.article(words, topic, FRAMES[side::2]), rng)) for side in (0, 1)
        )
        total += len(reports(Matcher(), one, two))
    return total


def long_texts(part: str, pairs: int) -> Figures:
    """Verbatim reuse in texts of 8,000 words: three stretches of 40 to 300 words a pair."""
    rng = random.Random(SEEDS[part] + 2)
    prose = Prose(rng)
    results = []
    for at in range(pairs):
        source, target = prose.article(8_000), prose.article(8_000)
        one = as_article(f"long{at}a", _paragraphs(source, rng))
        stretches = []
        for third in range(3):
            first = rng.randrange(third * len(source) // 3, (third + 1) * len(source) // 3 - 16)
            words = 0
            last = first
            while words < rng.choice((40, 150, 300)) and last < first + 15:
                words += source[last].count(" ") + 1
                last += 1
            stretches.append(source[first:last])
            target.insert(rng.randrange(len(target)), " ".join(source[first:last]))
        two = as_article(f"long{at}b", _paragraphs(target, rng))
        found = reports(Matcher(), one, two)
        for stretch in stretches:
            case = _place(one.text, two.text, stretch)
            results.append((case, [report for report in found if _meets(case, report)]))
        strangers = [each for each in found if not any(_meets(case, each) for case, _ in results[-3:])]
        results[-1][1].extend(strangers)
    return figures(results)


def _place(one: str, two: str, stretch: list[str]) -> Case:
    """Where sentences stand in both texts, full stop of the last not included."""
    start, start_b = one.index(stretch[0]), two.index(" ".join(stretch))
    end = one.index(stretch[-1], start) + len(stretch[-1]) - 1
    return Case(start, end, start_b, start_b + len(" ".join(stretch)) - 1)


# Report ---------------------------------------------------------------------------------------------------------


def main() -> None:
    """Measure, and print what was measured."""
    parser = argparse.ArgumentParser(description="How well passages are found.")
    parser.add_argument("--part", choices=sorted(SEEDS), default="development")
    parser.add_argument("--cases", type=int, default=60, help="planted passages of each kind")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    chosen = parser.parse_args()
    found = quality(chosen.part, chosen.cases)
    false = {"600 words": clean(chosen.part, 100, 600), "6000 words": clean(chosen.part, 10, 6000)}
    long = long_texts(chosen.part, 20)
    if chosen.json:
        rows = {kind: vars(row) for kind, row in found.items()}
        print(json.dumps({"part": chosen.part, "quality": rows, "long": vars(long), "clean": false}))
        return
    print(f"{'kind of edit':16} plagdet precision recall granularity full")
    for kind, row in found.items():
        parts = f"{row.precision:9.3f} {row.recall:6.3f} {row.granularity:11.2f} {row.full:.3f}"
        print(f"{kind:16} {row.plagdet:7.3f} {parts}")
    mean = statistics.fmean(row.plagdet for row in found.values())
    print(f"{'mean':16} {mean:7.3f} {'':28} {statistics.fmean(row.full for row in found.values()):.3f}")
    print("reports on clean pairs:", ", ".join(f"{count} ({size})" for size, count in false.items()))
    print(
        f"verbatim in long texts: plagdet {long.plagdet:.3f} precision {long.precision:.3f} recall {long.recall:.3f} "
        f"granularity {long.granularity:.2f} full {long.full:.3f}"
    )


if __name__ == "__main__":
    main()
