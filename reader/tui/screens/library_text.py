"""The library: what is done in the text of the article that is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.tui.commands import first_key
from reader.tui.render.measure import MEASURE, MEASURES, within
from reader.tui.render.particulars import short_name
from reader.tui.screens.library_list import LibraryList
from reader.tui.screens.reading import NEIGHBOURS

if TYPE_CHECKING:
    from reader.articles.article import Article
    from reader.tui.render.hits import Hits
    from reader.tui.screens.chosen import TextAt
    from reader.tui.screens.destination import Destination
    from reader.tui.screens.export_screen import Export


class LibraryText(LibraryList):
    """Finds, goes from passage to passage, sets the text."""

    _found_everywhere: tuple[tuple[int | Article, Hits], ...] = ()
    """What was found in all articles, while its hits are lit."""

    def text_at(self) -> TextAt | None:
        """The article that is read."""
        from reader.tui.screens.chosen import TextAt

        column, hits = self._pane.column, self.finding.hits
        if column is None or self.reading.current is None:
            return None
        return TextAt(self.reading.current, column, hits.span if hits else None)

    def notes_changed(self) -> None:
        """In the text and in the list."""
        self.reading.annotate()
        self.show_list()

    def exports(self) -> Sequence[Export]:
        """The article that is read, its notes, all notes."""
        from reader.tui.screens.exports import article_exports

        return article_exports(self.desk, self.reading.current) if self.reading.current is not None else ()

    def to_text(self) -> None:
        """The keys to the text."""
        self._pane.focus()

    def action_outline(self) -> None:
        """The blocks of the article, with what each was held for."""
        if self.reading.current is None:
            self.say("No article is open")
            return
        from reader.tui.screens.outline_screen import OutlineScreen

        self.reading.keep_place()
        screen = OutlineScreen(self.desk, self.reading.current, self.reading.here(), self.corrected)
        self.app.push_screen(screen, self.pass_on)

    def action_measure_up(self) -> None:
        """Wider text."""
        self._measure(self._pane.measure + 4)

    def action_measure_down(self) -> None:
        """Narrower text."""
        self._measure(self._pane.measure - 4)

    def action_measure_reset(self) -> None:
        """As it was."""
        self._measure(MEASURE)

    def _measure(self, measure: int) -> None:
        measure = within(measure, MEASURES)
        self._pane.set_measure(measure)
        self.prefer(measure=measure)
        self.say(f"Rows of {measure} cells")

    def action_furniture(self) -> None:
        """Shows what is not the article, or folds it."""
        self.say("Furniture shows" if self.reading.toggle_furniture() else "Furniture is folded")

    def action_find(self) -> None:
        """Find in the article."""
        if self.reading.current is None:
            self.say("No article is open")
            return
        self._found_everywhere = ()
        self.panes.read(True)
        self.finding.start()

    @property
    def sought(self) -> str:
        """What is lit in the article."""
        return self._find_bar.typed if self.finding.hits else ""

    def pass_on(self, found: Destination | None) -> None:
        """Opens the article that was chosen elsewhere, at the hit."""
        if found is not None:
            self.open_article(self.taken_up(found.article), with_keys=True)
            self._found_everywhere = found.every
            self._find_bar.write(found.hits.query.pattern)
            self.finding.adopt(found.hits)

    def action_next_lit(self) -> None:
        """The next hit, else the next unread article, else the next passage."""
        self._lit(1)

    def action_previous_lit(self) -> None:
        """The one before."""
        self._lit(-1)

    def _lit(self, step: int) -> None:
        if self._lit_elsewhere(step):
            return
        if hits := self.finding.step(step):
            self.say(hits.label())
            return
        listed = self.listing.listed
        at = self.listing.position(self.reading.current) or 0
        order = [*listed[at + 1 :], *listed[:at]] if step > 0 else [*listed[:at][::-1], *listed[at + 1 :][::-1]]
        unread = [n for n in order if self.desk.articles[n].id not in self.desk.state.read]
        if unread:
            self.open_article(unread[0], with_keys=self._pane.has_focus)
        else:
            self._passage(step)

    def _lit_elsewhere(self, step: int) -> bool:
        """Past the last hit here goes on into the next article in which the same was found. Whether it did."""
        hits, current = self.finding.hits, self.reading.current
        places = [each if isinstance(each, int) else self.desk.position(each.id) for each, _ in self._found_everywhere]
        if hits is None or hits.now is None or current not in places or len(places) < 2:
            return False
        if hits.now != (len(hits.spans) - 1 if step > 0 else 0):
            return False
        found, there = self._found_everywhere[(places.index(current) + step) % len(places)]
        article = self.taken_up(found)
        self.open_article(article, with_keys=True)
        self.finding.adopt(replace(there, now=0 if step > 0 else len(there.spans) - 1))
        self.say(f"{there.label()} in {short_name(self.desk.articles[article])}")
        return True

    def action_next_passage(self) -> None:
        """The next passage."""
        self._passage(1)

    def action_previous_passage(self) -> None:
        """The passage before."""
        self._passage(-1)

    def action_next_altered(self) -> None:
        """The next one with words changed."""
        self._passage(1, altered=True)

    def action_previous_altered(self) -> None:
        """The one before with words changed."""
        self._passage(-1, altered=True)

    def _passage(self, step: int, *, altered: bool = False) -> None:
        passage = self.reading.step(step, altered=altered)
        if passage is not None:
            self.say(self.reading.passage_sentence(passage))
        elif not self.desk.pairs.is_matched:
            self.say("The articles are still being matched")
        elif altered and self.reading.passages:
            self.say("No shared passage has words changed here")
        else:
            self.say("This article shares no passage with another open one")

    def action_only_here(self) -> None:
        """Dims what is shared."""
        dimmed = self.reading.toggle_only_here()
        self.say("What is shared is dimmed" if dimmed else "What is shared is no longer dimmed")

    def action_variants(self) -> None:
        """All wordings of the passage."""
        chosen = self.reading.chosen_passage()
        if chosen is None:
            self.say(f"No shared passage shows here; {first_key('next_passage')} goes to the next one")
            return
        from reader.tui.render.wordings import wordings_of_passage
        from reader.tui.screens.variants_screen import VariantsScreen

        wordings = wordings_of_passage(self.reading.passages[chosen])
        self.app.push_screen(VariantsScreen(self.desk, self.reading.others, wordings, "One passage"), self.pass_on)

    def action_figures(self) -> None:
        """The figures of the article and of those nearest to it."""
        if (nearest := self._nearest()) is not None:
            from reader.tui.screens.figures_screen import FiguresScreen

            self.app.push_screen(FiguresScreen(self.desk, nearest), self.pass_on)

    def action_coverage(self) -> None:
        """The press release among the article and those nearest to it, and how the others print it."""
        if (nearest := self._nearest()) is None:
            return
        if len(nearest) < 2:
            none = "No other open article shares anything with this one"
            self.say(none if self.desk.pairs.is_matched else "The articles are still being matched")
            return
        from reader.tui.screens.coverage_screen import CoverageScreen, release_first

        self.app.push_screen(CoverageScreen(self.desk, release_first(self.desk, nearest)), self.pass_on)

    def _nearest(self) -> list[int] | None:
        """The article and those nearest to it; all of them, where they are few and not matched yet. Says where none
        is open."""
        current = self.reading.current
        if current is None:
            self.say("No article is open")
            return None
        shown = [n for n, one in enumerate(self.desk.articles) if n != current and one.id not in self.desk.hidden]
        if len(shown) > NEIGHBOURS or self.desk.pairs.is_matched:
            shown = self.desk.pairs.neighbours(current, NEIGHBOURS)
        return [current, *shown]

    def action_quotations(self) -> None:
        """The quotations of the article, held against those of the articles nearest to it."""
        if (nearest := self._nearest()) is not None:
            from reader.tui.screens.quotes_screen import QuotesScreen

            self.app.push_screen(QuotesScreen(self.desk, nearest, listed=1), self.pass_on)
