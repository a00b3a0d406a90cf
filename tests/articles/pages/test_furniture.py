"""Furniture by its words, its box, its company and its place; and what only looks like it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.articles.article import Article
from reader.articles.build import article_from_text
from reader.articles.pages.lines import cue_of

PROSE = "The ferry stopped at noon, and by one o’clock the queue on the north bank reached the old brewery gate."
MORE = "Nobody from the council came, although three of its members live within sight of the landing stage there."


def built(*lines: str, markdown: bool = False) -> Article:
    return article_from_text("\n\n".join(lines) + "\n", path="a", sha256="", markdown=markdown)


def folded(*lines: str, markdown: bool = False) -> list[tuple[str, str | None]]:
    article = built(*lines, markdown=markdown)
    return [
        (article.text[block.start : block.end], block.rule) for block in article.blocks if block.kind == "furniture"
    ]


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("ADVERTISEMENT", "advertisement"),
        ("— Advertisement —", "advertisement"),
        ("Story continues below", "advertisement"),
        ("12 Comments", "comments"),
        ("Leave a reply", "comments"),
        ("Share this story: Facebook | X | WhatsApp | Email", "share"),
        ("Facebook Twitter LinkedIn", "share"),
        ("Related: Port fees frozen for a third year", "related"),
        ("Read also: Port fees frozen, but what about storage?", "related"),
        ("You may also like", "related"),
        ("Lire aussi : Le clocher penche", "related"),
        ("Lesen Sie auch: Wem gehört der Bahnhof?", "related"),
        ("Sign up for The Morning Tide", "sign-up"),
        ("Subscribe to our newsletter for the best of the port.", "sign-up"),
        ("Port Averin’s news in your inbox at six.", "sign-up"),
        ("By signing up you agree to our terms.", "sign-up"),
        ("© 2024 Averin Gazette", "copyright"),
        ("All rights reserved.", "copyright"),
        ("We use cookies to improve your experience.", "cookies"),
        ("Follow us on Instagram", "community"),
        ("Download our Mobile App", "promo"),
        ("Filed under: ferries, ports", "tags"),
        ("5 min read", "reading time"),
        ("Skip to main content", "navigation"),
        # Near misses: what a reporter writes.
        ("Sign up for the walk ends on Friday, the council said.", None),
        ("Related species are doing less well.", None),
        ("More from the council came in on Friday.", None),
        ("Subscribe to the theory or not, the ferry is late.", None),
        ("Comments from the drainage board suggest that nobody is in a hurry.", None),
        ("Share prices fell", None),
        ("Advertisement spending fell by a third last year.", None),
        ("“We use cookies,” said the baker.", None),
        ("Newsletter writers went on strike", None),
        ("Follow the money", None),
        ("Most read more than they find.", None),
        ("The copyright of 2024 belongs to nobody.", None),
        ("Up next", None),
        ("Read my lips", None),
        ("Cookies and how to bake them", None),
    ],
)
def test_what_a_line_says_of_itself(line: str, rule: str | None) -> None:
    cue = cue_of(line)
    assert (cue and cue.rule) == rule


def test_a_long_line_says_nothing_of_itself() -> None:
    assert cue_of("Sign up for our newsletter. " + PROSE * 5) is None


def test_a_box_between_paragraphs() -> None:
    assert folded("Ferry stops at noon", PROSE, "Related stories", "Why the ferry is always late", MORE) == [
        ("Related stories", "related"),
        ("Why the ferry is always late", "related"),
    ]


def test_a_subhead_after_a_box_stays() -> None:
    lines = [
        "Ferry stops at noon",
        PROSE,
        "Related stories",
        "Why the ferry is always late",
        "What Comes Next",
        MORE,
        PROSE,
    ]
    assert folded(*lines) == [("Related stories", "related"), ("Why the ferry is always late", "related")]


def test_a_word_that_could_be_a_heading_needs_company() -> None:
    assert folded("Ferry stops at noon", PROSE, "Twitter", MORE, MORE) == []
    assert [line for line, _ in folded("Ferry stops at noon", PROSE, "Twitter", "Facebook", MORE, MORE)] == [
        "Twitter",
        "Facebook",
    ]


def test_items_of_a_list_are_steps_and_not_offers() -> None:
    assert (
        folded("How to see the film at home", PROSE, "- Sign up for an account", "- Subscribe to the film", MORE) == []
    )


def test_what_comes_after_the_author() -> None:
    biography = "Ada Quill covers the harbour for the Averin Gazette."
    tail = ["Related posts", "The long way home by water", "The ferry and its captain"]
    lines = ["Ferry stops at noon", "By Ada Quill", PROSE, MORE, biography, *tail]
    assert folded(*lines) == [(biography, "biography"), *((line, "related") for line in tail)]


def test_someone_who_is_spoken_of_is_not_the_author() -> None:
    last = "Ada Quill is a reporter for the Averin Gazette."
    lines = [
        "Ferry stops at noon",
        PROSE,
        MORE,
        f"Ada Quill saw it. {MORE}",
        last,
        "Related posts",
        "The long way home",
    ]
    assert last not in [line for line, _ in folded(*lines)]


def test_a_biography_in_the_middle_is_text() -> None:
    middle = "Dana Obi is an editor at the Averin Gazette."
    assert folded("Ferry stops at noon", PROSE, middle, MORE, PROSE, MORE) == []


def test_a_correction_after_the_end_stays() -> None:
    correction = "Correction: an earlier version said that the ferry stopped at one."
    lines = ["Ferry stops at noon", PROSE, MORE, "Related posts", "The long way home by water", correction]
    assert [line for line, _ in folded(*lines)] == ["Related posts", "The long way home by water"]


def test_comments_take_the_rest_only_where_they_answer_each_other() -> None:
    one = "I have waited for this ferry longer than my grandmother waited for hers, and she was a patient woman."
    two = "Your grandmother had a boat of her own, as everybody on the north bank knows, and she rowed it herself."
    lines = ["Ferry stops at noon", PROSE, MORE, "3 Comments"]
    assert len(folded(*lines, "Dana Obi", one, "Reply", two, "Reply")) == 6
    assert [line for line, _ in folded(*lines, one, two)] == ["3 Comments"]


def test_a_section_above_the_headline() -> None:
    lines = ["Transport North", "The Ferry Stops At Noon And Nobody Knows Why", PROSE, MORE]
    assert folded(*lines) == [("Transport North", "section label")]


def test_the_name_of_the_page() -> None:
    lines = ["Ferry stops at noon | Averin Gazette", "Ferry stops at noon", PROSE, MORE]
    assert folded(*lines) == [("Ferry stops at noon | Averin Gazette", "name of the page")]
    assert built(*lines).particulars.title == "Ferry stops at noon"


def test_a_menu_makes_the_title_a_guess() -> None:
    menu = ["Home", "News", "Sport", "Politics", "Weather", "Opinion", "Log in"]
    about = built(*menu, "Ferry stops at noon and nobody knows why", "By Ada Quill", PROSE, MORE).particulars
    assert (about.title, about.title_guessed) == ("Ferry stops at noon and nobody knows why", True)


def test_markdown_is_judged_alike() -> None:
    text = [
        "# Ferry stops at noon",
        PROSE,
        "**ADVERTISEMENT**",
        MORE,
        "## Related posts",
        "[The long way home](x.html)",
    ]
    assert [rule for _, rule in folded(*text, markdown=True)] == ["advertisement", "related", "related"]


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("The landing stage at noon. (Photo: Ada Quill)", "caption"),
        ("Image credits:", "caption"),
        ("Ada Quill/Averin Pictures via Getty Images", "caption"),
        ("Foto: Ada Quill", "caption"),
        ("The photo was taken at noon by a man on the landing stage, who then left.", None),
        ("She shows a photo: the landing stage.", None),
    ],
)
def test_captions(line: str, rule: str | None) -> None:
    article = built("Ferry stops at noon", PROSE, line, MORE)
    assert article.blocks[2].rule == rule
    assert (article.blocks[2].kind == "caption") == (rule == "caption")
    assert article.blocks[2].span in article.body


def test_who_is_seen_on_a_picture() -> None:
    picture = "Harbour council\nOwen Matsuda, head, Ferry Board"
    text = f"Ferry stops at noon\n\n{PROSE}\n\n{picture}\n\n{MORE}\n\n{PROSE} Yes.\n"
    article = article_from_text(text, path="a", sha256="", markdown=False)
    assert [block.rule for block in article.blocks] == ["headline", None, "image text", "image text", None, None]


def test_a_paragraph_that_was_printed_before() -> None:
    article = built("Ferry stops at noon", PROSE, PROSE, MORE)
    assert [block.kind for block in article.blocks] == ["title", "paragraph", "repeat", "paragraph"]
    assert article.blocks[2].span in article.body


SHORT = ["Related posts", "Share", "By Ada Quill", "3 March 2024", "- one", "“Yes,” she said.", "", "Home"]
SHORT = ["Related posts", "Share", "By Ada Quill", "3 March 2024", "- one", "“Yes,” she said.", "", "Home"]
LINES = st.lists(st.sampled_from([PROSE, MORE, *SHORT]), max_size=14)


@settings(max_examples=150)
@given(LINES)
def test_blocks_are_in_order_whatever_the_page(lines: list[str]) -> None:
    text = "\n".join(lines)
    article = article_from_text(text, path="a", sha256="", markdown=False)
    ends = [0, *(block.end for block in article.blocks)]
    assert all(end <= block.start < block.end for end, block in zip(ends, article.blocks, strict=False))
    starts = [block.start if block.lead is None else block.lead for block in article.blocks]
    covered = "".join(text[start : block.end] for start, block in zip(starts, article.blocks, strict=True))
    assert "".join(covered.split()) == "".join(text.split())


@settings(max_examples=60)
@given(st.lists(st.sampled_from([PROSE, MORE, "“Yes,” she said.", "What Comes Next"]), min_size=3, max_size=12))
def test_an_article_without_a_page_loses_nothing(lines: list[str]) -> None:
    assert folded("Ferry stops at noon", PROSE, *lines, MORE) == []
