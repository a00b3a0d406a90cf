"""Quotations as entries of a list: which are listed, what stands in the two rows of each."""

from __future__ import annotations

import pytest

from reader.articles.article import Article, Confidence
from reader.compare.said import Relation, SharedQuotation, Statement, Variant, VariantFlag
from reader.compare.statements import shared_quotations, statements
from reader.text.spans import Span
from reader.tui.render.line import cells
from reader.tui.render.quotes import (
    QuoteRow,
    quote_entry,
    quote_rows,
    relation_words,
    signs_of,
    speaker_piece,
    statement_words,
)
from tests.tui.passages import plain, roles_of
from tests.tui.shelf import article

FIRST = "“The tide owes nobody anything,” said Ines Brack, who keeps the lock. Then she shut it.\n"
SECOND = (
    "“The tide owes nobody anything,” said Ines Brack. It was a ‘slow’ day.\n\n"
    "“Nothing comes in before the herring does,” said Otto Lund.\n"
)
NAMES = ["Quay Post", "Lock and Weir Weekly Gazette", "Tideland"]


def pages() -> list[Article]:
    return [article(text, f"{number}.txt", markdown=False) for number, text in enumerate((FIRST, SECOND))]


def said(
    speaker: str | None = None, confidence: Confidence | None = None, *, number: int = 1, flags: tuple[str, ...] = ()
) -> Statement:
    """A statement of the words from 1 to 10."""
    return Statement(number, (Span(1, 10),), "direct", speaker, confidence, None, flags)


def variant(at: int, relation: Relation, *flags: VariantFlag, speaker: str | None = None) -> Variant:
    return Variant(at, said(speaker, "sure" if speaker else None), relation, flags)


# Which


def test_what_an_article_says_is_listed_and_what_it_shares_once() -> None:
    articles = pages()
    all_said = [statements(each) for each in articles]
    rows = quote_rows(all_said, shared_quotations(articles), [0, 1])
    words = [statement_words(articles[row.article], row.statement) for row in rows]
    assert words == ["The tide owes nobody anything,", "Nothing comes in before the herring does,"]
    assert [row.article for row in rows] == [0, 1]
    assert [row.shared is not None for row in rows] == [True, False]


def test_only_what_the_articles_asked_for_say_is_listed() -> None:
    articles = pages()
    all_said = [statements(each) for each in articles]
    rows = quote_rows(all_said, shared_quotations(articles), [1])
    assert [(row.article, row.shared is not None) for row in rows] == [(1, True), (1, False)]
    assert quote_rows(all_said, (), []) == []


def test_a_term_is_listed_only_where_several_share_it() -> None:
    term = Statement(1, (Span(1, 5),), "term")
    assert quote_rows([[term]], (), [0]) == []
    shared = SharedQuotation(1, 0, (Variant(0, term, "identical"), Variant(1, term, "identical")))
    assert [row.shared for row in quote_rows([[term], [term]], [shared], [0, 1])] == [shared]


# Speakers and signs


@pytest.mark.parametrize(
    ("speaker", "confidence", "shown"),
    [
        ("Ines Brack", "sure", "Ines Brack"),
        ("Ines Brack", "likely", "Ines Brack?"),
        (None, None, ""),
        ("", None, ""),
        ("Ines\x1b[2J\nBrack", "sure", "Ines␛[2J Brack"),
    ],
)
def test_a_speaker_is_written_as_sure_as_it_is(speaker: str | None, confidence: Confidence | None, shown: str) -> None:
    assert speaker_piece(said(speaker, confidence)).text == shown


def test_a_speaker_that_is_sure_is_strong() -> None:
    assert speaker_piece(said("Ines Brack", "sure")).roles == "strong"
    assert speaker_piece(said("Ines Brack", "likely")).roles == ""


@pytest.mark.parametrize(
    ("relation", "flags", "signs", "words"),
    [
        ("identical", (), "=", "identical"),
        ("cut short", (), "✂", "cut short"),
        ("spliced", ("silent",), "…", "spliced, silent"),
        ("reworded", ("cut short", "marked"), "~✂", "reworded, cut short, marked"),
        ("cut short", ("other speaker",), "✂⇢", "cut short, other speaker"),
        ("identical", ("other speaker",), "=⇢", "identical, other speaker"),
        ("reworded", ("reworded", "spliced"), "~…", "reworded, spliced"),
    ],
)
def test_relations_have_signs_and_words(
    relation: Relation, flags: tuple[VariantFlag, ...], signs: str, words: str
) -> None:
    assert signs_of(variant(0, relation, *flags)) == signs
    assert relation_words(variant(0, relation, *flags)) == words


# The two rows


def entry(row: QuoteRow, width: int = 120) -> list[str]:
    return [plain(line) for line in quote_entry(row, pages(), NAMES, width)]


def test_an_entry_has_the_words_then_outlet_and_speaker() -> None:
    articles = pages()
    row = quote_rows([statements(each) for each in articles], (), [0, 1])[0]
    lines = quote_entry(row, articles, NAMES, 120)
    assert [plain(line) for line in lines] == [
        "  “The tide owes nobody anything,”",
        "     Quay Post · Ines Brack",
    ]
    assert roles_of(lines[0], "tide") == {"quotation"}


def test_an_unknown_speaker_leaves_nothing() -> None:
    assert entry(QuoteRow(0, said()))[1] == "     Quay Post"


@pytest.mark.parametrize("flag", ["inferred-open", "unclosed"])
def test_a_missing_mark_is_said(flag: str) -> None:
    assert entry(QuoteRow(0, said(flags=(flag,))))[1] == "     Quay Post · mark missing"
    assert entry(QuoteRow(0, said(flags=("continues",))))[1] == "     Quay Post"


def test_the_other_outlets_stand_behind_their_signs_and_another_speaker_in_brackets() -> None:
    shared = SharedQuotation(
        1,
        0,
        (
            variant(0, "identical", speaker="Ines Brack"),
            variant(1, "reworded", "cut short", speaker="Ines Brack"),
            variant(2, "spliced", "other speaker", speaker="Otto\x07 Lund"),
        ),
    )
    row = QuoteRow(0, shared.variants[0].statement, shared)
    assert entry(row)[1] == ("     Quay Post · Ines Brack   …⇢ Tideland (Otto␇ Lund)   ~✂ Lock and Weir W…")
    line = quote_entry(row, pages(), NAMES, 120)[1]
    assert roles_of(line, "Otto") == {"warning"}
    assert roles_of(line, "~✂") == {"edge-quoted"}


def test_a_wording_that_is_not_the_fullest_has_its_own_sign_and_the_fullest_is_named() -> None:
    variants = (variant(0, "cut short"), variant(1, "identical"), variant(2, "reworded"))
    shared = SharedQuotation(1, 1, variants)
    row = QuoteRow(0, variants[0].statement, shared)
    assert entry(row)[1] == "  ✂  Quay Post   ~ Tideland   Lock and Weir W… (fullest wording)"


def test_outlets_that_have_no_room_are_counted() -> None:
    variants = tuple(variant(at, "reworded") for at in range(5))
    row = QuoteRow(0, variants[0].statement, SharedQuotation(1, 0, variants))
    names = ["Quay Post", "Weir", "Tideland", "Slipway", "Lock Gazette"]
    shown = {width: plain(quote_entry(row, pages() * 3, names, width)[1]).strip() for width in (80, 59, 30, 22)}
    assert shown == {
        80: "Quay Post   ~ Weir   ~ Tideland   ~ Slipway   ~ Lock Gazette",
        59: "Quay Post   ~ Weir   ~ Tideland   and 2 more",
        30: "Quay Post   and 4 more",
        22: "Quay Post   and 4 more",
    }


def test_where_one_article_is_listed_its_outlet_stands_for_a_speaker_that_is_unknown_alone() -> None:
    known, unknown = (QuoteRow(0, said(speaker, "sure" if speaker else None)) for speaker in ("Ines Brack", None))
    alone = [plain(quote_entry(row, pages(), NAMES, 60, is_only=True)[1]).strip() for row in (known, unknown)]
    assert alone == ["Ines Brack", "Quay Post"]


def test_one_who_names_no_speaker_has_no_brackets() -> None:
    shared = SharedQuotation(
        1, 0, (variant(0, "identical", speaker="Ines Brack"), variant(1, "identical", "other speaker"))
    )
    assert "(" not in entry(QuoteRow(0, shared.variants[0].statement, shared))[1]


def test_an_outlet_that_prints_it_twice_is_named_beside_itself_once() -> None:
    twice = (variant(0, "identical"), variant(0, "cut short"), variant(1, "identical"))
    shared = SharedQuotation(1, 0, twice)
    assert entry(QuoteRow(0, twice[0].statement, shared))[1] == "     Quay Post   ✂ Quay Post   = Lock and Weir W…"


@pytest.mark.parametrize("width", [0, 4, 5, 12, 40, 80])
def test_the_words_never_need_more_than_the_width(width: int) -> None:
    wide = article("“東京の橋は🌉静かに動く、と言った潮の話。”\n\nNo more.\n", "t.txt", markdown=False)
    for one in (*pages(), wide):
        for statement in statements(one):
            first = quote_entry(QuoteRow(0, statement), [one], NAMES, width)[0]
            assert cells(first) <= max(width, 2)


def test_the_words_of_several_segments_stand_on_one_line() -> None:
    one = article("“We wait,” said Ines Brack, “and then we   wait again.”\n", "s.txt", markdown=False)
    (statement,) = statements(one)
    assert len(statement.segments) == 2
    assert statement_words(one, statement) == "We wait, and then we wait again."


def test_control_characters_in_the_words_show_as_signs() -> None:
    one = article("“We\x1b[2J wait \u202eon the bar,” said Ines Brack.\n", "s.txt", markdown=False)
    assert statement_words(one, statements(one)[0]) == "We␛[2J wait ⸮on the bar,"
