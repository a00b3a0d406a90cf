"""Entries of the outline, of the particulars, and of what a shelf shares."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from reader.articles.article import Article, Block, BlockKind
from reader.articles.corrections import corrected, fingerprint
from reader.compare.comparison import Occurrence, Passage
from reader.compare.ranking import Bucket, ShelfPassage, ShelfPassages
from reader.tui.render.blocks import FIELDS, block_entry, particular_entry
from reader.tui.render.line import cells, fitted
from reader.tui.render.shelf_passages import SHOWN, ShelfRow, shelf_entry, shelf_rows
from tests.tui.passages import plain, roles_of
from tests.tui.shelf import DISPATCH, HERALD, UNDATED, article

PAGE = article(HERALD, "herald.md")
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e]")


def entry(kind: BlockKind, rule: str, text: str = "Salt on the\n\trope", width: int = 60) -> str:
    one = replace(PAGE, text=text)
    return plain(block_entry(one, Block(kind, 0, len(text), rule), width))


# Blocks


@pytest.mark.parametrize(
    ("kind", "rule", "left", "right"),
    [
        ("paragraph", "prose", "    Salt on the rope", ""),
        ("title", "first line", "  Salt on the rope", "title · first line"),
        ("heading", "heading", "  Salt on the rope", "heading"),
        ("blockquote", "quote", "    Salt on the rope", "quote"),
        ("list-item", "bullet", "    Salt on the rope", "item · bullet"),
        ("blockquote", "", "    Salt on the rope", "quote"),
        ("furniture", "newsletter", "    Salt on the rope", "furniture · newsletter"),
        ("repeat", "said before", "    Salt on the rope", "repeat · said before"),
        ("caption", "", "    Salt on the rope", "caption"),
        ("dek", "", "    Salt on the rope", "dek"),
    ],
)
def test_a_block_has_its_first_words_its_kind_and_its_rule(kind: BlockKind, rule: str, left: str, right: str) -> None:
    line = entry(kind, rule)
    assert line.startswith(f"{left} ")
    assert line[len(left) :].strip() == right
    assert len(line) == 60


@pytest.mark.parametrize("width", [1, 8, 20, 40, 80, 200])
@pytest.mark.parametrize("text", ["word " * 200, "東京の橋を渡る人" * 40, "", "x" * 300])
def test_a_block_is_cut_at_the_width_and_its_kind_stays(text: str, width: int) -> None:
    one = replace(PAGE, text=text)
    line = block_entry(one, Block("furniture", 0, len(text), "sign-up"), width)
    assert cells(fitted(line, width)) == width
    if width >= 40:
        assert cells(line) == width
        assert plain(line).endswith(" furniture · sign-up ")
        assert ("…" in plain(line)) == bool(text)


def test_words_and_rules_of_a_block_show_as_text() -> None:
    line = entry("furniture", "b\x1b[2Jy\u202e", "T\x1b]52;c;\x07 \x00[/x]", 80)
    assert not CONTROL.search(line)
    assert "T␛]52;c;␇ ␀[/x]" in line
    assert "furniture · b␛[2Jy⸮" in line


# Particulars


def particular(one: Article, field: str, *, is_corrected: bool = False, width: int = 80) -> list[str]:
    return [plain(line).rstrip() for line in particular_entry(one, field, is_corrected, width)]


def test_a_particular_has_its_value_and_how_it_is_known() -> None:
    assert particular(PAGE, "outlet") == ["  outlet      Orrin Herald", " " * 14 + "stated in the front matter"]
    assert particular(PAGE, "published") == ["  published   9 April 2031", " " * 14 + "stated in the front matter"]
    assert particular(article(DISPATCH, "d.md"), "byline") == ["  byline      unknown", ""]
    assert set(FIELDS) == {"title", "byline", "outlet", "published", "language"}


def test_what_a_page_states_and_what_is_guessed_is_told_apart_and_shows_its_words() -> None:
    one = article(UNDATED, "ropewalk.txt", markdown=False)
    assert particular(one, "title") == [
        "  title       Ropewalk, a memory", " " * 14 + "stated · headline · “Ropewalk, a memory”",
    ]  # fmt: skip
    guess = particular(PAGE, "language")[1].strip()
    assert guess.startswith("a guess · ")
    assert guess.endswith("…")


def test_what_was_corrected_is_said_to_be() -> None:
    one = corrected(PAGE, {}, {"outlet": "Quay Post", "byline": None})
    assert particular(one, "outlet", is_corrected=True) == [
        "  outlet      Quay Post", " " * 14 + "corrected by you",
    ]  # fmt: skip
    assert particular(one, "byline", is_corrected=True) == [
        "  byline      unknown", " " * 14 + "corrected by you",
    ]  # fmt: skip


@pytest.mark.parametrize("width", [20, 30, 60])
def test_evidence_is_cut_at_the_width(width: int) -> None:
    one = article("A title that goes on " * 10 + "\n\nText here.\n", "x.txt", markdown=False)
    assert all(cells((line[-1],)) <= width for line in particular_entry(one, "title", False, width)[1:])


def test_hostile_values_show_as_text() -> None:
    about = replace(PAGE.particulars, title="T\x1b[2J\u202e[x]\x00", published="D\x07 of\nlong ago")
    one = replace(PAGE, particulars=about)
    assert particular(one, "title")[0] == "  title       T␛[2J⸮[x]␀"
    assert particular(one, "published")[0] == "  published   D␇ of long ago"


def test_a_block_that_was_corrected_says_so() -> None:
    one = corrected(PAGE, {fingerprint(PAGE, 3): "furniture"}, {})
    assert "furniture · " in plain(block_entry(one, one.blocks[3], 80))
    assert plain(block_entry(PAGE, PAGE.blocks[3], 80)) != plain(block_entry(one, one.blocks[3], 80))


# What a shelf shares


def shared(
    number: int, *articles: int, kind: str = "verbatim", voice: str | None = None, **more: object
) -> ShelfPassage:
    places = tuple(Occurrence(at, 0, 18, voice) for at in articles)  # type: ignore[arg-type]
    passage = Passage(number, kind, 7, 7.0, places)  # type: ignore[arg-type]
    return ShelfPassage(passage, articles, (), more.get("earliest"), 1.0)  # type: ignore[arg-type]


def shelf_of(count: int) -> list[Article]:
    one = article("The tide owes\x07 us all.\n", "t.txt", markdown=False)
    about = [replace(one.particulars, outlet=f"Outlet {n}", published=f"2031-04-{n + 1:02}") for n in range(count)]
    return [replace(one, particulars=each) for each in about]


def test_quotations_come_first_then_passages_then_the_buckets() -> None:
    bucket = Bucket("short passages", "short ones", (shared(4, 0, 1), shared(5, 0, 1)))
    names = Bucket("names and titles", "names", (shared(3, 0, 1),))
    found = ShelfPassages((shared(1, 0, 1),), (shared(2, 0, 1),), (names, bucket))

    def numbers(*opened: str) -> list[object]:
        rows = shelf_rows(found, frozenset(opened))
        return [
            row.passage.passage.number if row.passage else (row.bucket and row.bucket.kind, row.is_open) for row in rows
        ]

    folded = ("names and titles", False), ("short passages", False)
    assert numbers() == [1, 2, *folded]
    assert numbers("short passages") == [1, 2, folded[0], ("short passages", True), 4, 5]
    assert numbers("names and titles", "other") == [1, 2, ("names and titles", True), 3, folded[1]]
    assert shelf_rows(ShelfPassages(), frozenset()) == []


def test_a_bucket_says_why_and_how_many() -> None:
    bucket = Bucket("short passages", "short ones", (shared(4, 0, 1), shared(5, 0, 1)))
    assert [plain(line) for line in shelf_entry(ShelfRow(None, bucket), [], 80)] == [" ▸ short ones · 2 passages", ""]
    assert plain(shelf_entry(ShelfRow(None, bucket, True), [], 80)[0]).startswith(" ▾ ")


@pytest.mark.parametrize(
    ("kind", "voice", "sign", "role"),
    [
        ("verbatim", "own", " =  ", "edge-verbatim"),
        ("altered", None, " ~  ", "edge-altered"),
        ("verbatim", "quoted", " “  ", "edge-quoted"),
        ("altered", "quoted", " “~ ", "edge-quoted"),
    ],
)
def test_a_passage_has_its_sign_its_words_and_where_it_stands(
    kind: str, voice: str | None, sign: str, role: str
) -> None:
    first, second = shelf_entry(ShelfRow(shared(1, 0, 1, kind=kind, voice=voice)), shelf_of(2), 80)
    assert plain(first) == f"{sign}The tide owes␇ us"
    assert roles_of(first, sign) == {role}
    assert roles_of(first, "tide") == ({"quotation"} if voice == "quoted" else set())
    assert plain(second) == "     7 words in 2 articles · Outlet 0, Outlet 1"


def test_who_was_first_is_said_where_it_is_known() -> None:
    second = shelf_entry(ShelfRow(shared(1, 0, 1, earliest=1)), shelf_of(2), 80)[1]
    assert plain(second).endswith(" · first in Outlet 1, 2 Apr 2031")


def test_many_outlets_are_counted() -> None:
    second = shelf_entry(ShelfRow(shared(1, *range(SHOWN + 2))), shelf_of(SHOWN + 2), 200)[1]
    assert plain(second).endswith(f"Outlet {SHOWN - 1} and 2 more")


@pytest.mark.parametrize("width", [10, 20, 200])
def test_the_words_of_a_passage_are_cut_at_the_width(width: int) -> None:
    assert cells(shelf_entry(ShelfRow(shared(1, 0, 1)), shelf_of(2), width)[0]) <= width
