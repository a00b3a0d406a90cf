"""Stories of who said what: quotations and their speakers, wordings stacked, voices told apart."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace

import pytest

from reader.articles.article import Article
from reader.compare.comparison import Comparison
from reader.compare.thresholds import Thresholds
from reader.library.shelf import Shelf
from reader.tui.app import ReaderApp
from reader.tui.screens.compare_screen import CompareScreen
from reader.tui.screens.library_screen import LibraryScreen
from reader.tui.screens.quotes_screen import QuotesScreen
from reader.tui.screens.variants_screen import WIDEST, VariantsScreen
from reader.tui.widgets.reading_pane import ReadingPane
from tests.tui.screen import (
    Beside,
    Program,
    current,
    lit,
    press,
    reading,
    rows,
    running,
    screen,
    status,
    styled,
    until,
    wide,
)
from tests.tui.sessions import POST, SHUT, compare, go, lines, lock, samples, shows_no_control
from tests.tui.shelf import GARDEN, article, story

WIDE = (200, 40)


def entry(pilot: Program, words: str) -> str:
    """The row under the one with the words."""
    shown = rows(pilot)
    return next(shown[y + 1] for y, row in enumerate(shown) if words in row).rstrip()


# The list


async def test_the_quotations_of_the_open_article_are_listed_with_their_speakers() -> None:
    async with running(lock(), WIDE) as pilot:
        await go(pilot, "quotation_mark")
        assert isinstance(pilot.app.screen, QuotesScreen)
        assert "3 quotations · Ebbing Post" in rows(pilot)[0]
        assert "= identical" in rows(pilot)[0]
        assert len(lines(pilot)) == 6
        assert entry(pilot, "The tide owes nobody").startswith("     Ines Brack   ")
        assert entry(pilot, "Nobody rang the bell") == "     Otto Lund"
        assert entry(pilot, "soup for a week") == "     Ebbing Post"
        assert "1/3 · 1 in several outlets" in status(pilot)
        await press(pilot, "down")
        assert "2/3" in status(pilot)
        await press(pilot, "up")
        row = entry(pilot, "The tide owes nobody")
        assert "=⇢ Weir Times (Otto Lund)" in row
        assert "~ Slipway" in row
        assert "Slipway (" not in row


async def test_every_sign_and_speakers_that_are_likely_are_on_the_sample_shelf() -> None:
    async with running(samples(), (220, 40)) as pilot:
        await go(pilot, "quotation_mark")
        first, second, third = (entry(pilot, f"“{words}") for words in ("No household", "The deck", "This bridge"))
        assert "= Averin Gazette" in first
        assert "✂ Averin Explained" in first
        assert "~ The Northside S…" in first
        assert "~✂ Averin Explained" in second
        assert "… Averin Trade Co…" in third
        assert "✂⇢ The Northside S… (Rashid Calloway)" in third
        assert all(sign in rows(pilot)[0] for sign in ("= id", "✂ cut", "… spl", "~ rew", "⇢ other"))
        await press(pilot, "q")
        await press(pilot, "j")
        await go(pilot, "quotation_mark")
        assert entry(pilot, "“A toll is a tax").startswith("     Owen Matsuda?   ")
        assert entry(pilot, "“I have watched").startswith("     Lena Okafor   ")


async def test_another_speaker_is_seen_in_a_usual_terminal() -> None:
    async with running(samples(), (120, 36)) as pilot:
        await go(pilot, "quotation_mark")
        assert "(Rashid Calloway)" in screen(pilot)


async def test_a_quotation_without_its_mark_is_said_to_be_so() -> None:
    text = "Salt\n\n“The bar is shut, said Ines Brack, who keeps the lock.\n\nNothing more came of it on Monday.\n"
    async with running(Shelf((article(text, "salt.txt", markdown=False),))) as pilot:
        await go(pilot, "quotation_mark")
        assert "mark missing" in screen(pilot)


async def test_where_nobody_is_quoted_it_is_said() -> None:
    async with running(Shelf((article(GARDEN, "garden.md"),))) as pilot:
        await go(pilot, "quotation_mark")
        assert "Nobody is quoted here" in screen(pilot)
        assert rows(pilot)[0].strip().startswith("Quotations · Allotment Quarterly")
        await press(pilot, "V")
        assert "There is no quotation here" in status(pilot)
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, LibraryScreen)


async def test_enter_where_nobody_is_quoted_says_why() -> None:
    async with running(Shelf((article(GARDEN, "garden.md"),))) as pilot:
        await go(pilot, "quotation_mark")
        await press(pilot, "enter")
        assert "There is no quotation here" in status(pilot)


async def test_without_an_article_there_is_nothing_to_list() -> None:
    async with running(Shelf()) as pilot:
        for key in ("quotation_mark", "p", "e"):
            await press(pilot, key)
            assert "No article is open" in status(pilot)
        await press(pilot, "P")
        assert "Two open articles are needed" in status(pilot)
        await press(pilot, "U")
        assert "There is nothing to take back" in status(pilot)


async def test_an_engine_that_ends_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    from reader.library.matching import MatchingStopped

    async def stopped(articles: object) -> None:
        raise MatchingStopped("The process ended")

    async with running(lock()) as pilot:
        monkeypatch.setattr(pilot.app.desk.matching, "quotations", stopped)
        await press(pilot, "quotation_mark")
        await until(pilot, lambda: "The process ended" in status(pilot))


# Going there


async def test_enter_goes_to_the_words_and_esc_goes_back() -> None:
    long = f"{POST}\n\n" + "\n\n".join(f"Nothing happened at noon on day {n} of the week." for n in range(60))
    said = "“The smith never came,” said Ines Brack on the ninth day."
    async with running(Shelf((article(f"{long}\n\n{said}\n", "post.md"),)), (100, 20)) as pilot:
        await press(pilot, "enter", "j", "j")
        top = reading(pilot).top
        await go(pilot, "quotation_mark")
        await press(pilot, "G", "enter")
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert isinstance(pilot.app.focused, ReadingPane)
        assert lit(reading(pilot)) == "The smith never came,"
        assert reading(pilot).top > top
        await press(pilot, "escape")
        assert reading(pilot).top == top
        assert not lit(reading(pilot), "hit")


async def test_q_leaves_the_list_as_if_nothing_had_been() -> None:
    async with running(lock()) as pilot:
        await go(pilot, "quotation_mark")
        await press(pilot, "j", "escape")
        assert "q goes back" in status(pilot)
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert not lit(reading(pilot), "hit")


async def test_from_the_compare_view_the_quotations_of_both_are_listed() -> None:
    async with running(lock(), WIDE) as pilot:
        await press(pilot, "space", "j", "space")
        await compare(pilot)
        await go(pilot, "quotation_mark")
        assert "3 quotations · Ebbing Post, Weir Times" in rows(pilot)[0]
        assert "=⇢ Weir Times (Otto Lund)" in screen(pilot)
        assert "Slipway" not in screen(pilot)


async def test_from_there_enter_goes_to_the_column_where_it_stands() -> None:
    one = article("Tar\n\n“The rope is dry,” said Otto Lund.\n\n" + SHUT, "tar.txt", markdown=False)
    other = article(f"Salt\n\n{SHUT}\n\n“The salt is wet,” said Ines Brack.\n", "salt.txt", markdown=False)
    async with running(Shelf((one, other))) as pilot:
        await compare(pilot)
        await go(pilot, "quotation_mark")
        await press(pilot, "G", "enter")
        assert isinstance(pilot.app.screen, CompareScreen)
        facing = pilot.app.screen.compared.facing
        assert facing.lead == 1
        assert lit(facing.columns[1]) == "The salt is wet,"
        assert lit(facing.columns[0]) == ""
        await press(pilot, "escape")
        assert lit(facing.columns[1]) == ""


async def test_one_in_an_article_that_shows_in_no_column_opens_in_the_library() -> None:
    own = "“Only the slip prints what the divers found under the gate,” said Ada Quill."
    shelf = Shelf((*lock().articles[:2], article(f"Slip\n\n{SHUT}\n\n{own}\n", "own.txt", markdown=False)))
    async with running(shelf, (100, 36)) as pilot:
        await press(pilot, "space", "j", "space", "j", "space")
        await compare(pilot)
        await go(pilot, "quotation_mark")
        await press(pilot, "G", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, LibraryScreen))
        assert current(pilot) == 2
        assert "Only the slip prints" in lit(reading(pilot))


# Wordings


async def test_v_stacks_the_wordings_and_enter_goes_to_the_article() -> None:
    async with running(lock()) as pilot:
        await go(pilot, "quotation_mark")
        await press(pilot, "V")
        assert isinstance(pilot.app.screen, VariantsScreen)
        assert "One quotation, 3 wordings" in rows(pilot)[0]
        shown = screen(pilot)
        assert shown.index("Ebbing Post · 1 Feb 2033  fullest wording · Ines Brack") < shown.index(
            "Weir Times · 2 Feb 2033  identical, other speaker · Otto Lund"
        )
        assert "Slipway · 3 Feb 2033  reworded" in shown
        plain, changed = (
            {style for number, text, style in styled(pilot) if word in text}
            for word in ("fullest", "us nothing at all")
        )
        assert changed
        assert any(style.bold or style.underline or style.reverse for style in changed - plain)
        cursor = next(row for row in range(len(rows(pilot))) if "Weir Times" in rows(pilot)[row]) - 2
        await press(pilot, *["j"] * (cursor + 1), "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, LibraryScreen))
        assert current(pilot) == 1
        assert lit(reading(pilot)).startswith("The tide owes nobody anything")
        await press(pilot, "K")
        await go(pilot, "quotation_mark")
        await press(pilot, "j", "V")
        assert isinstance(pilot.app.screen, QuotesScreen)
        assert "No other outlet here prints this" in status(pilot)


async def test_q_goes_back_from_wordings_to_where_they_were_asked_for() -> None:
    async with running(lock()) as pilot:
        await go(pilot, "quotation_mark")
        await press(pilot, "V", "q")
        assert isinstance(pilot.app.screen, QuotesScreen)
        await press(pilot, "q", "enter")
        await until(pilot, lambda: "1=" in screen(pilot))
        await press(pilot, "V", "q")
        assert isinstance(pilot.app.screen, LibraryScreen)


async def test_the_wordings_are_set_again_for_another_width() -> None:
    async with running(lock(), (140, 36)) as pilot:
        await go(pilot, "quotation_mark")
        await press(pilot, "V")
        assert max(len(line) for line in lines(pilot)) <= WIDEST
        many = len(lines(pilot))
        await wide(pilot, 60)
        assert len(lines(pilot)) > many
        assert max(len(line) for line in lines(pilot)) <= 60
        assert "…" not in "".join(line[-1] for line in lines(pilot) if "·" not in line)


async def test_the_wordings_of_a_passage_from_the_text() -> None:
    async with running(story()) as pilot:
        await until(pilot, lambda: pilot.app.screen.reading.passages)
        await press(pilot, "enter", "}", "V")
        assert "One passage, 3 wordings" in rows(pilot)[0]
        assert "what the others are held against" in screen(pilot)
        assert "Coast Dispatch · 10 Apr 2031  altered" in screen(pilot)
        row = next(y for y, row in enumerate(rows(pilot)) if "Coast Dispatch" in row) - 2
        await press(pilot, *["j"] * row, "enter")
        assert current(pilot) == 1
        assert "stand on the outer mole" in lit(reading(pilot))


async def test_the_wordings_of_a_passage_from_the_compare_view() -> None:
    async with running(story()) as pilot:
        await compare(pilot)
        await press(pilot, "V")
        assert "One passage, 3 wordings" in rows(pilot)[0]
        assert screen(pilot).count("Coast Dispatch · 10 Apr 2031  the same words") == 2
        await press(pilot, "G", "enter")
        assert isinstance(pilot.app.screen, CompareScreen)
        facing = pilot.app.screen.compared.facing
        assert facing.lead == 1
        assert lit(facing.columns[1]).startswith("The lamp at Orrin Head has burned")


async def test_where_no_passage_shows_v_says_so() -> None:
    async with running(story()) as pilot:
        await press(pilot, "G", "enter", "V")
        assert "No shared passage shows here" in status(pilot)
        await press(pilot, "h", "V")
        assert "V works in the reading pane" in status(pilot)
    async with running(Shelf(story().articles[::3])) as pilot:
        await compare(pilot)
        await press(pilot, "V")
        assert "No shared passage shows here" in status(pilot)


class Held(Beside):
    """Compares once; after that it never comes to an end."""

    async def compare(self, articles: Sequence[Article], thresholds: Thresholds) -> Comparison:
        if self.asked:
            await asyncio.Event().wait()
        return await super().compare(articles, thresholds)


async def test_wordings_are_of_the_articles_that_show_while_others_are_compared() -> None:
    app = ReaderApp(Shelf(lock().articles[:2]))
    app.desk.matching = Held()  # type: ignore[assignment]
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: app.desk.pairs.is_matched and app.screen.reading.passages)
        await compare(pilot)
        compared = app.screen.compared
        await press(pilot, "x", "V")
        assert isinstance(app.screen, VariantsScreen)
        assert app.screen._articles == compared.articles


# Voices


async def test_voices_stand_in_the_gutter_where_they_differ_and_in_the_sentence() -> None:
    async with running(samples(), (160, 40)) as pilot:
        await press(pilot, "space", "j", "j", "j", "space")
        await compare(pilot)
        await press(pilot, "}")
        left, right = ("\n".join(row[part] for row in rows(pilot)) for part in (slice(0, 80), slice(80, None)))
        assert "1=· An independent" in left
        assert "1=: " in right
        assert "2“  " in left
        assert "voice: own in Port Averin City Council press office, attributed in Averin Explained" in status(pilot)
        assert "verbatim" in status(pilot)


async def test_the_next_altered_one_stops_where_only_the_voice_differs() -> None:
    async with running(lock(), (160, 36)) as pilot:
        await press(pilot, "space", "G", "space")
        await compare(pilot)
        stops = []
        for _ in range(4):
            await press(pilot, "}")
            stops.append(status(pilot))
        assert any("verbatim" in words and "voice: own in Ebbing Post" in words for words in stops)


async def test_two_digests_that_print_one_announcement() -> None:
    async with running(Shelf(samples().articles[7:9]), (160, 40)) as pilot:
        await go(pilot, "quotation_mark")
        assert "= 002-multiyear-p…" in entry(pilot, "“a computational platform in Azure")
        assert "~ 002-multiyear-p…" in entry(pilot, "“to be implemented in a safe")
        assert entry(pilot, "“By bringing together").strip() == "Satya Nadella"
        await press(pilot, "q")
        await compare(pilot)
        assert "7 passages" in status(pilot)


# Whatever it holds


async def test_speakers_and_words_show_as_text() -> None:
    evil = "[bold]b[/bold] [@click=app.quit]q[/] \x1b]52;c;aGk=\x07\x00\u202egnp\u202c"

    def page(name: str, own: str) -> object:
        said = f"“The tide {evil} owes nobody anything at all, and {own} will not mend the gate,” said Ines Brack."
        one = article(f"{name}\n\n{SHUT}\n\n{said}\n", f"{name}.txt", markdown=False)
        quotations = tuple(replace(q, speaker=f"I{evil}", confidence="sure") for q in one.quotations)
        return replace(one, quotations=quotations, particulars=replace(one.particulars, outlet=f"O{evil}"))

    async with running(Shelf((page("a", "we"), page("b", "they"))), (200, 40)) as pilot:  # type: ignore[arg-type]
        await go(pilot, "quotation_mark")
        shows_no_control(pilot)
        assert "I[bold]b[/bold] [@click=app.quit]q[/] ␛]52;c;aGk=␇␀⸮gnp⸮" in screen(pilot)
        await press(pilot, "V")
        shows_no_control(pilot)
        assert "O[bold]b[/bold]" in screen(pilot)
        assert "[@click=app.quit]q[/] ␛]52;c;aGk=␇" in screen(pilot)
        await pilot.click(offset=(20, 3))
        assert pilot.app.return_value is None
