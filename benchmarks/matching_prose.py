"""How well passages are found in real prose: any folder of text files, one article a file, by different hands.

    python benchmarks/matching_prose.py FOLDER [--cases N] [--pairs N] [--joined N] [--seed N] [--list]

*Planted*: a sentence of one file is put into another after one of the eight kinds of edit of ``matching.py``, with the
same measures. Only files that share nothing before that are paired. What is left of false reports is mostly a sentence
that its own article has twice. Words that are put in are drawn from the article that receives the sentence.

*Clean pairs*: files drawn at random, then as many joined on each side as ``--joined`` says, with nothing planted. What
is reported there is a false report, or words that really stand in both: ``--list`` prints each, for somebody to judge.

*Verbatim*: three stretches of two to twelve sentences of one joined text, put unchanged into another.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from matching import KINDS, Case, Figures, Planted, _meets, _paragraphs, _place, as_article, figures, plant, reports

from reader.articles.article import Article
from reader.compare.matcher import Matcher

FEWEST_SENTENCES = 12
SHORTEST_SENTENCE = 15
"""Characters under which a sentence is a heading or an exclamation, and no case."""
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”']?\s+(?=[\"“'A-ZÀ-ÞА-Я])|(?<=[。！？])")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|Mrs?|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Capt|Prof|No|Jr|Sr|vs)\.$")
_WORD = re.compile(r"[^\W\d_]{3,}")

Text = list[str]
"""The sentences of a file."""


def texts(folder: Path) -> list[Text]:
    """Files with sentences enough."""
    found = []
    for path in sorted(folder.rglob("*.txt")):
        lines = path.read_text("utf-8", errors="replace").splitlines()
        sentences = [each for line in lines for each in _sentences(line)]
        found.append([each for each in sentences if len(each) > SHORTEST_SENTENCE])
    return [text for text in found if len(text) >= FEWEST_SENTENCES]


def _sentences(line: str) -> Text:
    out: Text = []
    for each in _SENTENCE_END.split(line):
        if out and _ABBREVIATED.search(out[-1]):
            out[-1] = f"{out[-1]} {each.strip()}"
        else:
            out.append(each.strip())
    return out


def planted(files: Sequence[Text], kind: str, cases: int, rng: random.Random, *, is_listed: bool) -> Figures:
    """Figures of one kind of edit."""
    results: list[tuple[Case, list[Case]]] = []
    while len(results) < cases:
        source, target = rng.sample(files, 2)
        if reports(Matcher(), as_article("a", source), as_article("b", target)):
            continue
        once = [each for each in source if source.count(each) == 1]
        words = [word for each in target for word in _WORD.findall(each) if word.islower()]
        words = words or [each[at : at + 2] for each in target for at in range(0, len(each) - 1, 2)]
        try:
            made = plant(kind, f"{kind}{len(results)}", once, target, rng, partial(rng.choice, words))
        except ValueError:  # a sentence that the article has inside another one
            continue
        assert made.case is not None
        found = reports(Matcher(), made.source, made.target)
        results.append((made.case, found))
        if is_listed and (figures(results[-1:]).full < 1 or not all(_meets(made.case, each) for each in found)):
            _list(f"{kind}: planted", made, [made.case])
            _list(f"{kind}: reported", made, found)
    return figures(results)


def _list(name: str, made: Planted, cases: Sequence[Case]) -> None:
    for case in cases:
        _listed(name, made.source, made.target, case)


def _listed(name: str, one: Article, two: Article, case: Case) -> None:
    print(f"  {name}\n    {one.text[case.a : case.a_end]!r}\n    {two.text[case.b : case.b_end]!r}")


def clean(files: Sequence[Text], pairs: int, joined: int, rng: random.Random, *, is_listed: bool) -> int:
    """Reports between texts of so many files each."""
    total = 0
    for _ in range(pairs):
        drawn = rng.sample(files, 2 * joined)
        one, two = (
            as_article(name, [" ".join(each) for text in side for each in _fives(text)])
            for name, side in (("a", drawn[:joined]), ("b", drawn[joined:]))
        )
        found = reports(Matcher(), one, two)
        total += len(found)
        for case in found if is_listed else ():
            _listed("clean", one, two, case)
    return total


def _fives(text: Text) -> list[Text]:
    return [text[at : at + 5] for at in range(0, len(text), 5)]


def verbatim(files: Sequence[Text], pairs: int, joined: int, rng: random.Random) -> Figures:
    """Stretches of several sentences, unchanged."""
    results: list[tuple[Case, list[Case]]] = []
    while len(results) < 3 * pairs:
        drawn = rng.sample(files, 2 * joined)
        source, target = ([each for text in side for each in text] for side in (drawn[:joined], drawn[joined:]))
        one = as_article("a", _paragraphs(source, rng))
        stretches = []
        for third in range(3):
            first = rng.randrange(third * len(source) // 3, (third + 1) * len(source) // 3 - 12)
            stretches.append(source[first : first + rng.randrange(2, 13)])
            target.insert(rng.randrange(len(target)), " ".join(stretches[-1]))
        two = as_article("b", _paragraphs(target, rng))
        cases = [_place(one.text, two.text, stretch) for stretch in stretches]
        if any(len(one.text[case.a : case.a_end]) > 2 * (case.b_end - case.b) for case in cases):
            continue  # its first or last sentence stands in the source elsewhere too
        found = reports(Matcher(), one, two)
        met = [[each for each in found if _meets(case, each)] for case in cases]
        met[-1] += [each for each in found if not any(_meets(case, each) for case in cases)]
        results += zip(cases, met, strict=True)
    return figures(results)


def _print(name: str, row: Figures) -> None:
    print(f"{name:16} {row.plagdet:7.3f} {row.precision:9.3f} {row.recall:6.3f}    full {row.full:.3f}", flush=True)


def main() -> None:
    """Measure, and print what was measured."""
    parser = argparse.ArgumentParser(description="How well passages are found in real prose.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cases", type=int, default=100, help="planted passages of each kind")
    parser.add_argument("--pairs", type=int, default=900, help="clean pairs of single files, and a ninth of it joined")
    parser.add_argument("--joined", type=int, default=10, help="files joined for a long text")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--list", action="store_true", help="print every miss and every false report")
    chosen = parser.parse_args()
    rng = random.Random(chosen.seed)
    files = texts(chosen.folder)
    middle = statistics.median(sum(map(len, text)) for text in files)
    print(f"{len(files)} files, {middle:,.0f} characters in the middle")
    alone = clean(files, chosen.pairs, 1, rng, is_listed=chosen.list)
    long = clean(files, chosen.pairs // 9, chosen.joined, rng, is_listed=chosen.list)
    print(f"reports on clean pairs: {alone} in {chosen.pairs}, {long} in {chosen.pairs // 9} of {chosen.joined} files")
    _print("verbatim, long", verbatim(files, 20, chosen.joined, rng))
    rows = []
    for kind in KINDS if chosen.cases else ():
        row = planted(files, kind, chosen.cases, rng, is_listed=chosen.list)
        rows.append(row)
        _print(kind, row)
    if rows:
        full = statistics.fmean(row.full for row in rows)
        print(f"{'mean':16} {statistics.fmean(row.plagdet for row in rows):7.3f} {'':16}    full {full:.3f}")


if __name__ == "__main__":
    main()
